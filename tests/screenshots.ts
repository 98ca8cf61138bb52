/**
 * Takes the pictures the README shows into docs/, from the example on the built server. With a folder it also takes
 * every screen into it, light and dark, on a desk, a tablet and a phone, to be looked over.
 * Run with `node --import @oxc-node/core/register tests/screenshots.ts [folder]` after a build.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Looking, newestDone, openBrowser, openPage, startServer } from './end-to-end/browser.ts'
import { withoutFilters } from './png.ts'

const DOCS = join(import.meta.dirname, '..', 'docs')
const FOLDER = process.argv[2] ?? null

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

/** What the README shows. */
const SHOWN: Picture[] = [
  { name: 'map', view: '', look: { ...DESK, theme: 'light' }, ready: '.card .sentence' },
  { name: 'map-dark', view: '', look: { ...DESK, theme: 'dark' }, ready: '.card .sentence' },
  { name: 'phone', view: '/claim', look: PHONE, ready: '.source mark' },
]

const SCREENS: Picture[] = [
  { name: 'map-tablet', view: '', look: TABLET, ready: '.card .sentence' },
  { name: 'outline-phone', view: '/outline', look: PHONE, ready: '[role=treeitem]' },
  { name: 'outline-light', view: '/outline', look: DESK, ready: '[role=treeitem]' },
  { name: 'thread-light', view: '/thread', look: DESK, ready: '.said-here' },
  { name: 'people-light', view: '/people', look: DESK, ready: 'tbody tr' },
  { name: 'coverage-dark', view: '/coverage', look: { ...DESK, theme: 'dark' }, ready: '.fate' },
  { name: 'export-light', view: '/export', look: DESK, ready: 'pre' },
]

const server = await startServer()
// Letters without coloured edges: they look alike on every screen, and the files are smaller.
const browser = await openBrowser('--disable-lcd-text')
try {
  const id = await newestDone(server.base)
  const address = (view: string): string => `${server.base}/#/m/${id}${view}`
  for (const picture of SHOWN) await take(browser, picture, address(picture.view), DOCS)
  if (FOLDER !== null) {
    await take(
      browser,
      { name: 'start-light', view: '', look: DESK, ready: '.entry strong' },
      `${server.base}/`,
      FOLDER,
    )
    for (const picture of SCREENS) await take(browser, picture, address(picture.view), FOLDER)
  }
} finally {
  await browser.close()
  await server.forget()
}

async function take(browser: Browser, picture: Picture, address: string, folder: string): Promise<void> {
  const { name, look, ready } = picture
  const { page, faults } = await openPage(browser, look)
  await page.goto(address)
  await page.waitForSelector(ready)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.waitForTimeout(400)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), withoutFilters(await page.screenshot()))
  await page.context().close()
  console.log(`${name}${faults.length > 0 ? `: ${faults.join('; ')}` : ''}`)
}
