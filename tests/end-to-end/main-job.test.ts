/** The main job as a person does it, in a real browser against the built server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DebateList, DebateReply } from '../../shared/api.ts'
import type { Debate } from '../../shared/debate.ts'
import { largeThread } from '../fixtures/large.ts'
import { newestDone, openBrowser, openPage, type RunningServer, startServer } from './browser.ts'

const NAMED = readFileSync(join(import.meta.dirname, '../fixtures/threads/named.txt'), 'utf8')

const NO_EXAMPLE = { EXAMPLE: 'false' }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function debates({ base }: RunningServer): Promise<DebateList['debates']> {
  return DebateList.parse(await (await fetch(`${base}/api/debates`)).json()).debates
}

/** The only debate of a server, once its analysis has ended. */
async function ended(server: RunningServer): Promise<Debate> {
  const id = await newestDone(server.base)
  const reply = DebateReply.parse(await (await fetch(`${server.base}/api/debates/${id}`)).json())
  expect(reply.entry.problem).toBeNull()
  return reply.debate as Debate
}

describe('a pasted thread', () => {
  let server: RunningServer
  beforeEach(async () => {
    server = await startServer(NO_EXAMPLE)
  })
  afterEach(() => server.forget())

  test('becomes a map whose claims show their very words, and a summary to keep', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(server.base)
    await page.getByRole('tab', { name: 'Text' }).click()
    await page.getByRole('tabpanel').getByRole('textbox').fill(NAMED)
    await page.getByRole('button', { name: 'Map it' }).click()

    await page.getByRole('heading', { level: 1, name: 'Should cameras be on in team meetings?' }).waitFor()
    const claim = page.getByRole('button', { name: /cameras should be on.*Said once/ })
    await claim.first().waitFor()
    await page.getByRole('link', { name: 'Export', exact: true }).waitFor()
    await ended(server)

    await claim.first().click()
    const marked = page.locator('aside mark, [role=complementary] mark').first()
    await marked.waitFor()
    expect(NAMED).toContain((await marked.innerText()).trim())

    await page.getByRole('link', { name: 'Export', exact: true }).click()
    const arrives = page.waitForEvent('download')
    await page
      .getByRole('link', { name: /download/i })
      .or(page.getByRole('button', { name: /download/i }))
      .first()
      .click()
    const file = await arrives
    const summary = readFileSync(await file.path(), 'utf8')
    expect(file.suggestedFilename()).toMatch(/\.md$/)
    expect(summary).toContain('# Should cameras be on in team meetings?')
    expect(summary).toContain('cameras should be on')
    expect(faults).toEqual([])
  })

  test('with nothing in it gets a sentence that says what to do', async () => {
    const { page } = await openPage(browser)
    await page.goto(server.base)
    await page.getByRole('button', { name: 'Map it' }).click()
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/Paste a link/)
  })

  test('at a private address is refused, and what was there stays', async () => {
    await fetch(`${server.base}/api/debates`, asJson({ sources: [{ kind: 'text', text: NAMED }] }))
    const kept = await ended(server)
    const { page } = await openPage(browser)
    await page.goto(server.base)
    await page.getByRole('tabpanel').getByRole('textbox').fill('http://127.0.0.1:9/thread')
    await page.getByRole('button', { name: 'Map it' }).click()
    await expect.poll(() => page.getByText(/not on the public internet/).count()).toBeGreaterThan(0)
    expect((await debates(server)).find(({ id }) => id === kept.id)?.status).toBe('done')
  })
})

describe('a server killed in the middle', () => {
  test('goes on after its restart and shows the whole map', async () => {
    const thread = largeThread(1500, 7)
    const base64 = Buffer.from(JSON.stringify(thread)).toString('base64')
    const first = await startServer(NO_EXAMPLE)
    const made = await fetch(
      `${first.base}/api/debates`,
      asJson({ sources: [{ kind: 'file', name: 'thread.json', base64 }] }),
    )
    expect(made.status).toBe(202)
    await first.kill()

    const second = await startServer(NO_EXAMPLE, first.dataDir)
    const [taken] = await debates(second)
    expect(['waiting', 'running']).toContain(taken?.status)
    const { page } = await openPage(browser)
    await page.goto(`${second.base}/#/m/${taken?.id}`)
    const debate = await ended(second)
    expect(new Set(debate.coverage.fates.map(({ postId }) => postId)).size).toBe(thread.posts.length)
    await page.getByRole('link', { name: 'Export', exact: true }).waitFor()
    await second.forget()
  }, 90_000)
})

describe('the first start', () => {
  test('analyses the example, so that its map is the first thing to open', async () => {
    const server = await startServer()
    await ended(server)
    const { page, faults } = await openPage(browser)
    await page.goto(server.base)
    await page
      .getByRole('link', { name: /Bridge Street/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /Bridge Street/ }).waitFor()
    expect(faults).toEqual([])
    await server.forget()
  })
})

function asJson(value: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}
