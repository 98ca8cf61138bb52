/** A page of the browser that is brought from state to state. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Looking, openPage } from '../end-to-end/browser.ts'
import { type Answers, base, TODAY } from './replies.ts'
import type { State } from './states.ts'

export interface Viewer {
  page: Page
  /** What the page complained about since the last look, but for what the answers of its state cause. */
  faults: string[]
  show: (state: State) => Promise<void>
  close: () => Promise<void>
}

/** Where the pictures are kept that screens are compared with. */
export const KEPT = join(import.meta.dirname, 'pictures')
/** Letters without coloured edges and without the machine's own hinting: they look alike everywhere. */
export const STEADY = ['--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb']

/** The looks every screen must bear. */
export const LOOKS = {
  light: { width: 1440, height: 900, theme: 'light' },
  dark: { width: 1440, height: 900, theme: 'dark' },
  phone: { width: 390, height: 844, phone: true },
} as const satisfies Record<string, Looking>
export type LookName = keyof typeof LOOKS

/** A look, and the language of the interface where it is not English. */
export type Reading = Looking & { language?: string }

/** Opens a page whose questions to the server are answered as the state shown wants it; `served` is where the page is. */
export async function openViewer(browser: Browser, served: string, look: Reading): Promise<Viewer> {
  const { page, faults } = await openPage(browser, look)
  page.setDefaultTimeout(10_000)
  // Every look is a first visit.
  await page.addInitScript((language) => {
    if (!location.protocol.startsWith('http')) return
    localStorage.clear()
    localStorage.setItem('counterpoint.settings', JSON.stringify({ language }))
  }, look.language ?? 'en')
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== served) faults.push(`a request to ${origin}`)
  })
  let answers: Answers = base
  await page.clock.setFixedTime(TODAY)
  await page.route('**/api/**', async (route) => {
    const request = route.request()
    const { pathname } = new URL(request.url())
    const answer = answers[request.method() === 'GET' ? pathname : `${request.method()} ${pathname}`]
    if (answer === null) await route.abort('connectionrefused')
    else if (answer === undefined) await route.continue()
    else await answer(route)
  })
  const show = async (state: State): Promise<void> => {
    answers = state.answers
    // Another page in between, so that nothing is left of the state before.
    await page.goto('about:blank')
    faults.length = 0
    await page.goto(`${served}/#${state.hash}`)
    await page.waitForSelector('main')
    if (/^\/m\/\w+(\?.*)?$/.test(state.hash)) await toMap(page)
    await state.act?.(page)
    await page.waitForSelector(state.ready)
    await page.evaluate(() => document.fonts.ready.then(() => true))
    // Focus, announcements and the canvas follow within a few frames.
    await page.waitForTimeout(120)
  }
  return { page, faults, show, close: () => page.context().close() }
}

/** On a phone the claim is the home of a finished debate, and the map one step away. */
async function toMap(page: Page): Promise<void> {
  await page.waitForSelector('.debate, .problem')
  const home = page.locator('.view-claim:not(.running) .bottom')
  if (await home.isVisible()) await page.locator('.bottom a').nth(1).click()
}
