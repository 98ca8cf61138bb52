/**
 * Takes the pictures of docs/pictures from the built server: every screen of the example, light and dark, on a desk, a
 * tablet and a phone. Run with `node --import @oxc-node/core/register tests/screenshots.ts [folder]` after a build.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Looking, newestDone, openBrowser, openPage, startServer } from './end-to-end/browser.ts'

const FOLDER = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'pictures')

interface Picture {
  name: string
  view: string
  look: Looking
  /** What must be there before the picture is taken. */
  ready: string
}

const DESK: Looking = { width: 1440, height: 900 }
const PHONE: Looking = { width: 390, height: 844, phone: true }
const TABLET: Looking = { width: 820, height: 1180 }

const PICTURES: Picture[] = [
  { name: 'map-light', view: '', look: { ...DESK, theme: 'light' }, ready: '.card .sentence' },
  { name: 'map-dark', view: '', look: { ...DESK, theme: 'dark' }, ready: '.card .sentence' },
  { name: 'map-tablet', view: '', look: TABLET, ready: '.card .sentence' },
  { name: 'claim-phone', view: '/claim', look: PHONE, ready: '.source mark' },
  { name: 'outline-phone', view: '/outline', look: PHONE, ready: '[role=treeitem]' },
  { name: 'outline-light', view: '/outline', look: DESK, ready: '[role=treeitem]' },
  { name: 'thread-light', view: '/thread', look: DESK, ready: '.said-here' },
  { name: 'people-light', view: '/people', look: DESK, ready: 'tbody tr' },
  { name: 'coverage-dark', view: '/coverage', look: { ...DESK, theme: 'dark' }, ready: '.fate' },
  { name: 'export-light', view: '/export', look: DESK, ready: 'pre' },
]

mkdirSync(FOLDER, { recursive: true })
const server = await startServer()
const browser = await openBrowser()
try {
  const id = await newestDone(server.base)
  await take(browser, { name: 'start-light', view: '', look: DESK, ready: '.entry strong' }, `${server.base}/`)
  for (const picture of PICTURES) await take(browser, picture, `${server.base}/#/m/${id}${picture.view}`)
} finally {
  await browser.close()
  await server.forget()
}

async function take(browser: Browser, { name, look, ready }: Picture, address: string): Promise<void> {
  const { page, faults } = await openPage(browser, look)
  await page.goto(address)
  await page.waitForSelector(ready)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  await page.context().close()
  console.log(`${name}${faults.length > 0 ? `: ${faults.join('; ')}` : ''}`)
}
