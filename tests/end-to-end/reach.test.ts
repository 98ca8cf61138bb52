/** What the keyboard stands on is seen, nothing moves by itself while a page arrives, and the picture downloaded is one. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { coloursOf } from '../png.ts'
import { serve } from './serving.ts'

const served = serve()

const SCREENS: [name: string, hash: () => string, ready: string][] = [
  ['start', () => '#/', '.entry strong'],
  ['settings', () => '#/settings', '.facts'],
  ['map', () => `#/m/${served.example}`, '.inspector h2'],
  ['outline', () => `#/m/${served.example}/outline`, '[role=treeitem]'],
  ['thread', () => `#/m/${served.example}/thread`, '.post'],
  ['coverage', () => `#/m/${served.example}/coverage`, '.fate'],
  ['export', () => `#/m/${served.example}/export`, 'pre'],
]
/** Stops of the Tab key looked at on one screen. */
const STOPS = 40

/** What is wrong with where the focus is: out of view, wholly covered, or not marked. Null when nothing is. */
function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return null
    const box = element.getBoundingClientRect()
    const name = `${element.tagName} ${element.className} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30)}`
    const spots = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [x, y] as const))
    const seen = spots.some(([x, y]) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)
      return top !== null && (element.contains(top) || top.contains(element))
    })
    if (!seen) return `not in view or covered: ${name}`
    const marks = [element, element.closest('label'), element.parentElement, element.parentElement?.parentElement]
    const marked = marks.some((one) => {
      if (!(one instanceof Element)) return false
      const style = getComputedStyle(one)
      return (
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) ||
        style.boxShadow.includes('inset')
      )
    })
    return marked ? null : `not marked: ${name}`
  })
}

describe.each([
  ['desk', 1440, 900],
  ['phone', 390, 844],
])('on a %s', (_name, width, height) => {
  test.each(SCREENS)('what Tab reaches on %s is seen and marked', async (_screen, hash, ready) => {
    const { page } = await served.open({ width, height })
    await page.goto(`${served.base}/${hash()}`)
    await page.waitForSelector(ready)
    const faults: string[] = []
    for (let stop = 0; stop < STOPS; stop += 1) {
      await page.keyboard.press('Tab')
      const fault = await focusFault(page)
      if (fault !== null) faults.push(fault)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })
})

test('nothing moves by itself from the start screen to the map, nor on any screen opened directly', async () => {
  const { page } = await served.open()
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const shifted = (): Promise<number> =>
    page.evaluate(() =>
      (globalThis as typeof globalThis & { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0),
    )
  const moved: Record<string, string> = {}
  await page.goto(served.base)
  await page.waitForSelector('.entry strong')
  await page.evaluate((hash) => (location.hash = hash), `#/m/${served.example}`)
  await page.waitForSelector('.card .sentence')
  await page.waitForTimeout(300)
  moved['start to map'] = (await shifted()).toFixed(2)
  for (const [name, hash, ready] of SCREENS) {
    await page.goto('about:blank')
    await page.goto(`${served.base}/${hash()}`)
    await page.waitForSelector(ready)
    await page.waitForTimeout(300)
    moved[name] = (await shifted()).toFixed(2)
  }
  expect(moved).toEqual(Object.fromEntries(Object.keys(moved).map((name) => [name, '0.00'])))
  await page.context().close()
}, 60_000)

test('the PNG downloaded is a large picture with the map on it', async () => {
  const { page } = await served.open()
  await page.goto(`${served.base}/#/m/${served.example}/export`)
  const arrives = page.waitForEvent('download')
  await page.locator('.exports li', { hasText: 'PNG' }).getByRole('button').click()
  const { width, height, data } = coloursOf(readFileSync(await (await arrives).path()))
  expect(Math.max(width, height)).toBeGreaterThan(4000)
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += 3 * 101)
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  // Paper, cards, ink, and the colours of relations at the least.
  expect(colours.size).toBeGreaterThan(20)
  await page.context().close()
}, 60_000)

test('by keys alone a sentence is corrected, the focus stays beside it, and the correction is taken back', async () => {
  const { page } = await served.open()
  page.setDefaultTimeout(8000)
  await page.goto(`${served.base}/#/m/${served.example}`)
  await page.waitForSelector('.card .sentence')
  const heading = page.locator('.inspector h2')
  const before = await heading.innerText()
  const toButton = async (name: string): Promise<void> => {
    const there = page.locator(`button:text-is("${name}"):focus`)
    for (let stop = 0; stop < STOPS && (await there.count()) === 0; stop += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  }
  await page.locator('.cards-focus').focus()
  await page.keyboard.press('Enter')
  await toButton('Correct')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('By keys.')
  await toButton('Save')
  await page.waitForSelector('.toast')
  await expect.poll(() => heading.innerText()).toBe('By keys.')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('inspector')
  await page.keyboard.press('ControlOrMeta+z')
  await page.waitForFunction((text) => document.querySelector('.inspector h2')?.textContent === text, before)
  await page.context().close()
})

test('on a phone every view but the export is in the bottom bar', async () => {
  const { page } = await served.open({ width: 390, height: 844, phone: true })
  await page.goto(`${served.base}/#/m/${served.example}`)
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click()
  await page.waitForSelector('tbody tr')
  const views = await page.locator('.bottom a').allInnerTexts()
  expect(views).toEqual(['Claim', 'Map', 'Outline', 'Thread', 'People', 'Coverage'])
  await page.context().close()
})
