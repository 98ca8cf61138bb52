/** What axe finds wrong on a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe?: { run: (options: RunOptions) => Promise<AxeResults> }
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const EVERY_RULE: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
const COLOURS: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } }

/** A line for each element with a fault, by every rule of WCAG 2.2 AA and of good practice. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(AXE)
  return run(page, EVERY_RULE)
}

/** The same in both themes, of a page in the light one; in the dark only colours differ. */
export async function axeFaultsInBothThemes(page: Page): Promise<string[]> {
  const light = await axeFaults(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await run(page, COLOURS)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark]
}

/** Only faults are written down: naming every element without one takes three times as long as looking at them. */
function run(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(
    async (asked) => {
      const found = await window.axe?.run(asked)
      if (found === undefined) throw new Error('axe is not on the page')
      return found.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      )
    },
    { ...options, reporter: 'no-passes' as const, resultTypes: ['violations' as const] },
  )
}
