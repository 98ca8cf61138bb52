/**
 * Takes pictures of the built page. Without words: those the README shows, into docs/. With `--update`: those that screens
 * are compared with, into tests/screens/pictures/. With a folder: every screen and state in every look, to be looked over.
 * Run with `node --import @oxc-node/core/register tests/screenshots.ts [--update | folder]` after a build.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import {
  type Looking,
  newestDone,
  openBrowser,
  openPage,
  type RunningServer,
  startServer,
} from './end-to-end/browser.ts'
import { withoutFilters } from './png.ts'
import { kept } from './screens/picture.ts'
import { KEPT, type LookName, LOOKS, openViewer, STEADY } from './screens/show.ts'
import { SCREENS, type State, STATES } from './screens/states.ts'

const DOCS = join(import.meta.dirname, '..', 'docs')

interface Shown {
  name: string
  view: string
  look: Looking
  /** What must be there before the picture is taken. */
  ready: string
}

/** What the README shows. */
const SHOWN: Shown[] = [
  { name: 'map', view: '', look: LOOKS.light, ready: '.card .sentence' },
  { name: 'map-dark', view: '', look: LOOKS.dark, ready: '.card .sentence' },
  { name: 'phone', view: '/claim', look: LOOKS.phone, ready: '.source mark' },
]

const [asked] = process.argv.slice(2)
const server = await startServer()
const browser = await openBrowser(...STEADY)
try {
  if (asked === undefined) await showExample(browser, server)
  else if (asked === '--update') await every(SCREENS, LOOKS, KEPT, kept)
  else await every(STATES, { ...LOOKS, tablet: { width: 820, height: 1180 } }, asked, withoutFilters)
} finally {
  await browser.close()
  await server.forget()
}

/** The pictures of the README, from the example as the server analyses it. */
async function showExample(browser: Browser, { base }: RunningServer): Promise<void> {
  const id = await newestDone(base)
  for (const { name, view, look, ready } of SHOWN) {
    const { page, faults } = await openPage(browser, look)
    await page.goto(`${base}/#/m/${id}${view}`)
    await page.waitForSelector(ready)
    await page.evaluate(() => document.fonts.ready.then(() => true))
    await page.waitForTimeout(400)
    write(DOCS, name, withoutFilters(await page.screenshot()), faults)
    await page.context().close()
  }
}

async function every(
  states: readonly State[],
  looks: Partial<Record<LookName | 'tablet', Looking>>,
  folder: string,
  finished: (screenshot: Buffer) => Buffer,
): Promise<void> {
  for (const [look, looking] of Object.entries(looks)) {
    const viewer = await openViewer(browser, server.base, looking)
    for (const state of states) {
      await viewer.show(state)
      write(folder, `${state.name}-${look}`, finished(await viewer.page.screenshot()), viewer.faults)
    }
    await viewer.close()
  }
}

function write(folder: string, name: string, picture: Buffer, faults: string[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), picture)
  console.log(`${name}, ${picture.length} bytes${faults.length > 0 ? `: ${faults.join('; ')}` : ''}`)
}
