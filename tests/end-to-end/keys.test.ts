/** Everything a map is corrected by, with the keyboard alone; the focus never falls back to the beginning of the page. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DebateReply } from '../../shared/api.ts'
import type { Debate } from '../../shared/debate.ts'
import { serve } from './serving.ts'

const served = serve()

async function openMap(hash = ''): Promise<Page> {
  const { page } = await served.open()
  page.setDefaultTimeout(8000)
  await page.goto(`${served.base}/#/m/${served.example}${hash}`)
  await page.waitForSelector('.card .sentence, .post, [role=treeitem]')
  return page
}

async function kept(): Promise<Debate> {
  const reply = await fetch(`${served.base}/api/debates/${served.example}`)
  return DebateReply.parse(await reply.json()).debate as Debate
}

/** Class, id or label of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const on = document.activeElement
    return on?.getAttribute('aria-label') ?? (on?.id || on?.textContent) ?? ''
  })

/** Goes on with Tab until what has the focus is called so, and presses it. */
async function press(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 60 && !(await focused(page)).startsWith(name); stop += 1) await page.keyboard.press('Tab')
  expect(await focused(page)).toMatch(new RegExp(`^${name}`))
  await page.keyboard.press('Enter')
}

const heading = (page: Page): Promise<string> => page.locator('.inspector h2').innerText()
const told = (page: Page, text: string): Promise<void> => page.locator('.toast', { hasText: text }).first().waitFor()

test('the search and the list of keys give the focus back; a claim found leaves it on the map', async () => {
  const page = await openMap()
  await page.locator('.search-button').focus()
  for (const key of ['Enter', '?']) {
    await page.keyboard.press(key)
    await page.waitForSelector('dialog')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    expect(await focused(page)).toBe('Search claims, posts, people')
  }
  await page.keyboard.press('/')
  await page.keyboard.type('car')
  await page.locator('dialog').getByRole('status').filter({ hasText: 'result' }).waitFor()
  const names = await page.locator('[role=option]').allInnerTexts()
  for (const name of names) expect(name.replace(/\s+/g, ' ')).toMatch(/(Claim|Post|Person): /)
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Argument map')
  await page.context().close()
})

test('the outline is entered at its first row when the claim in hand is not among its rows', async () => {
  const page = await openMap('/outline?open=')
  expect(await page.locator('[role=treeitem][aria-selected=true]').count()).toBe(0)
  expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1)
  await page.context().close()
})

test('a claim is merged into one reached by arrow keys; both ways back and forth work', async () => {
  const page = await openMap()
  await page.locator('.cards-focus').focus()
  const from = await heading(page)
  await page.keyboard.press('Enter')
  await press(page, 'Correct')
  await press(page, 'Same as another claim')
  await expect.poll(() => focused(page)).toBe('Argument map')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => heading(page)).not.toBe(from)
  const into = await heading(page)
  expect((await kept()).corrections).toEqual([])
  await page.keyboard.press('Enter')
  await told(page, 'Claims merged')
  expect(await heading(page)).toBe(into)
  expect((await kept()).claims.find((claim) => claim.statement === into)?.mentions.length).toBeGreaterThan(1)
  await page.keyboard.press('Control+z')
  await told(page, 'Undone: Claims merged')
  expect((await kept()).claims.map((claim) => claim.statement)).toContain(from)
  await page.keyboard.press('Control+y')
  await expect.poll(async () => (await kept()).claims.map((claim) => claim.statement)).not.toContain(from)

  await page.keyboard.press('Enter')
  await press(page, 'Not the same')
  await told(page, 'Mention split off')
  expect(await focused(page)).toBe('Selected claim')
  for (let step = 0; step < 2; step += 1) {
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await kept()).corrections[1 - step]?.undone).toBe(true)
  }
  await page.context().close()
})

test('Escape leaves choosing another claim where it began; a hidden claim leaves one at the claim above it', async () => {
  const page = await openMap()
  await page.locator('.cards-focus').focus()
  const from = await heading(page)
  await page.keyboard.press('Enter')
  await press(page, 'Correct')
  await press(page, 'Rebuts another claim')
  await expect.poll(() => focused(page)).toBe('Argument map')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect.poll(() => heading(page)).toBe(from)
  expect(await page.locator('.pick-bar').count()).toBe(0)

  await page.keyboard.press('ArrowRight')
  await expect.poll(() => heading(page)).not.toBe(from)
  await page.keyboard.press('Enter')
  await press(page, 'Correct')
  await press(page, 'Hide')
  await told(page, 'Claim hidden')
  expect(await heading(page)).toBe(from)
  expect(await focused(page)).toBe('Selected claim')
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Argument map')
  await page.keyboard.press('Control+z')
  await told(page, 'Undone: Claim hidden')
  await page.context().close()
})

test('words marked by keys become a claim, and a refusal is told', async () => {
  const before = await kept()
  const without = before.coverage.fates.filter(({ fate }) => fate === 'no argument').map(({ postId }) => postId)
  const free = before.threads[0]?.posts.find((post) => without.includes(post.id) && post.text.length > 20)
  const page = await openMap(`/thread?p=${free?.id}`)
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('post')
  await press(page, 'Mark words with the keyboard')
  await page.keyboard.type('never written')
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('Shift+ArrowRight')
  await press(page, 'Add as claim')
  await told(page, 'Claim added')
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('post')
  const added = (await kept()).claims.find((claim) => !before.claims.some(({ id }) => id === claim.id))
  // Half a word marked is the whole word.
  expect(added?.statement).toBe(/^.{19}\S*/s.exec(free?.text ?? '')?.[0])

  await press(page, 'Mark words with the keyboard')
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('Shift+ArrowRight')
  await press(page, 'Add as claim')
  await told(page, 'on the map already')
  await page.context().close()
})
