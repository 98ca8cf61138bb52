/** Reading a debate's sources again, from the page. */
import { expect, test } from 'vitest'
import { DebateReply } from '../../shared/api.ts'
import { serve } from './serving.ts'

const served = serve()

async function shown(): Promise<DebateReply> {
  return DebateReply.parse(await (await fetch(`${served.base}/api/debates/${served.example}`)).json())
}

test('what is read again keeps its corrections, tells what is new, and shows that alone', async () => {
  const first = (await shown()).debate
  const claim = { id: first?.claims[0]?.id, passages: [] }
  await fetch(`${served.base}/api/debates/${served.example}/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ change: { kind: 'restate', claim, statement: 'Said in other words.' }, by: null }),
  })

  const { page, faults } = await served.open()
  // As if the last posts had been written since the debate was read.
  const read = '2025-09-20T00:00:00.000Z'
  await page.route(`**/api/debates/${served.example}`, async (route) => {
    const reply = DebateReply.parse(await (await route.fetch()).json())
    if (reply.debate !== null && reply.debate.provenance.startedAt === first?.provenance.startedAt) {
      reply.debate.provenance = { ...reply.debate.provenance, startedAt: read, finishedAt: read }
      for (const thread of reply.debate.threads) {
        thread.posts = thread.posts.filter(({ createdAt }) => createdAt === null || createdAt < read)
      }
      const kept = new Set(reply.debate.threads.flatMap(({ posts }) => posts.map(({ id }) => id)))
      reply.debate.claims = reply.debate.claims.filter(({ mentions }) => kept.has(mentions[0]?.postId ?? ''))
    }
    await route.fulfill({ json: reply })
  })
  await page.goto(`${served.base}/#/m/${served.example}/coverage`)
  await page.locator('.read-again').getByRole('button').click()
  await page.getByText(/^Read again: \d+ new posts, \d+ new claims$/).waitFor()
  expect((await shown()).debate?.claims.map(({ statement }) => statement)).toContain('Said in other words.')

  await page.getByRole('button', { name: 'Show what is new' }).click()
  await page.getByText(/claims? pass(es)? the filter/).waitFor()
  expect(await page.getByRole('button', { name: /^New since last visit/ }).getAttribute('aria-pressed')).toBe('true')
  expect(faults).toEqual([])
})

test('a map whose sources could not be read again stays, and says why', async () => {
  const { page, faults } = await served.open()
  const problem = {
    type: 'about:blank',
    title: 'Gone',
    status: 410,
    code: 'gone',
    detail: 'The thread was deleted.',
    remedy: 'Send a saved page.',
  }
  await page.route(`**/api/debates/${served.example}`, async (route) => {
    const reply = DebateReply.parse(await (await route.fetch()).json())
    await route.fulfill({ json: { ...reply, entry: { ...reply.entry, status: 'failed', problem } } })
  })
  await page.goto(`${served.base}/#/m/${served.example}`)
  await page.getByText('It could not be read again; this is the map of before').waitFor()
  await page.getByText('The thread was deleted. Send a saved page.').waitFor()
  await page.waitForSelector('.card .sentence')
  expect(faults).toEqual([])
})

test('whoever tries the rest again from the coverage sees why it failed and how far it is, never a blank page', async () => {
  const { page, faults } = await served.open()
  const { entry } = await shown()
  await page.route(`**/api/debates/${served.example}`, async (route) => {
    const reply = DebateReply.parse(await (await route.fetch()).json())
    const [first] = reply.debate?.coverage.fates ?? []
    if (first !== undefined)
      Object.assign(first, { fate: 'failed', why: 'the model’s service failed (500)', by: 'model' })
    await route.fulfill({ json: reply })
  })
  await page.route(`**/api/debates/${served.example}/retry`, (route) =>
    route.fulfill({ status: 202, json: { ...entry, status: 'running' } }),
  )
  // Nothing is told of this reading yet.
  await page.route(`**/api/debates/${served.example}/events*`, () => {})
  await page.goto(`${served.base}/#/m/${served.example}/coverage`)
  await page.getByText('Why: the model’s service failed (500).').waitFor()
  await page.locator('.page').getByRole('button', { name: 'Try the rest again' }).click()
  await page.getByRole('complementary', { name: 'Reading the thread' }).getByRole('progressbar').waitFor()
  expect(page.url()).toMatch(/coverage$/)
  expect(faults).toEqual([])
})
