/**
 * Every screen and state: axe finds nothing, nothing is cut off or too small, the console stays empty, and every screen
 * looks as it did. After a change that is wanted, and looked at, the pictures are taken anew with
 * `node --import @oxc-node/core/register tests/screenshots.ts --update`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pngOfColours } from '../png.ts'
import { axeFaultsInBothThemes } from '../screens/axe.ts'
import { layoutFaults } from '../screens/layout.ts'
import { difference, kept } from '../screens/picture.ts'
import { KEPT, LOOKS, openViewer, type Reading, STEADY, type Viewer } from '../screens/show.ts'
import { SCREENS, type State, STATES } from '../screens/states.ts'
import { openBrowser, type RunningServer, startServer } from './browser.ts'

interface Asked {
  look: string
  looking: Reading
  states: readonly State[]
  /** Where axe looks, in this theme and in the other one. */
  axe: readonly State[]
  pictures: boolean
}

const ASKED: readonly Asked[] = [
  { look: 'light', looking: LOOKS.light, states: STATES, axe: STATES, pictures: true },
  { look: 'dark', looking: LOOKS.dark, states: SCREENS, axe: [], pictures: true },
  { look: 'phone', looking: LOOKS.phone, states: STATES, axe: SCREENS, pictures: true },
  { look: 'tablet', looking: { width: 820, height: 1180 }, states: SCREENS, axe: [], pictures: false },
  { look: 'German', looking: { ...LOOKS.light, language: 'de' }, states: SCREENS, axe: [], pictures: false },
  {
    look: 'German on a phone',
    looking: { ...LOOKS.phone, language: 'de' },
    states: SCREENS,
    axe: [],
    pictures: false,
  },
  // A screen of 1280 × 1024 enlarged four times.
  { look: 'enlarged', looking: { width: 320, height: 256 }, states: SCREENS, axe: [], pictures: false },
]

/** Where a picture goes, in full size, when it differs from the one kept. */
const DIFFERENT = join(tmpdir(), 'counterpoint-pictures')

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer({ EXAMPLE: 'false' })
  browser = await openBrowser(...STEADY)
})

afterAll(async () => {
  await browser?.close()
  await server?.forget()
})

describe.each(ASKED)('$look', ({ look, looking, states, axe, pictures }) => {
  let viewer: Viewer
  beforeAll(async () => {
    viewer = await openViewer(browser, server.base, looking)
  })
  afterAll(() => viewer?.close())

  test.each(states)(
    '$name',
    async (state) => {
      await viewer.show(state)
      if (pictures && SCREENS.includes(state)) await asBefore(viewer.page, `${state.name}-${look}`)
      expect(await layoutFaults(viewer.page)).toEqual([])
      if (axe.includes(state)) expect(await axeFaultsInBothThemes(viewer.page)).toEqual([])
      // That the server refuses something is part of some states.
      expect(viewer.faults.filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([])
    },
    60_000,
  )
})

async function asBefore(page: Page, name: string): Promise<void> {
  const screenshot = await page.screenshot()
  const why = difference(kept(screenshot), readFileSync(join(KEPT, `${name}.png`)))
  if (why === null) return
  mkdirSync(DIFFERENT, { recursive: true })
  writeFileSync(join(DIFFERENT, `${name}.png`), screenshot)
  expect.fail(`${why}; it is ${join(DIFFERENT, `${name}.png`)} now`)
}

test('a screen that changed is told from one drawn a hair differently', () => {
  const screen = (paint: (x: number, y: number) => number): Buffer => {
    const [width, height] = [400, 240]
    const data = new Uint8Array(width * height * 3)
    for (let at = 0; at < width * height; at += 1)
      data.fill(paint(at % width, Math.floor(at / width)), at * 3, at * 3 + 3)
    return kept(pngOfColours({ width, height, data }))
  }
  const lines = (shift: number) => (x: number, y: number) => (y % 18 < 9 && (x + shift) % 6 < 1 ? 30 : 255)
  const card = (x: number, y: number): number => (x >= 96 && x < 184 && y >= 64 && y < 80 ? 30 : 255)
  expect(difference(screen(lines(0)), screen(lines(1)))).toBeNull()
  expect(
    difference(
      screen(card),
      screen(() => 255),
    ),
  ).toBe('1.47 % of it looks different, from (96, 64) to (184, 80)')
})
