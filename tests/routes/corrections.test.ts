import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { DebateEntry, DebateReply, ProblemReply } from '../../shared/api.ts'
import { Correction } from '../../shared/corrections.ts'
import { Debate, Weighed } from '../../shared/debate.ts'
import { tagOf } from '../../shared/tag.ts'
import { unreadApart } from '../../web/state/unread.ts'
import { startMessagesServer } from '../messages-server/server.ts'
import { sampleDebate, sampleEntry } from '../store/samples.ts'
import { type Serving, serve } from './serving.ts'

let serving: Serving
afterEach(() => serving.close())

async function serveOne(): Promise<void> {
  serving = await serve({ work: () => Promise.resolve() })
  await serving.store.create(sampleEntry({ id: 'a' }), { sources: [], analyser: 'auto' })
  await serving.store.finish('a', { status: 'done', debate: sampleDebate('a'), problem: null })
}

const claim = (n: number) => ({ id: `claim${n}`, passages: [] })
const restate = (n: number, statement: string) => ({ kind: 'restate', claim: claim(n), statement })
const send = (method: string, path: string, body: unknown) =>
  serving.request(`/api/debates/a/corrections${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const correct = (change: unknown, by: string | null = null) => send('POST', '', { change, by })
const shown = async () => DebateReply.parse(await (await serving.request('/api/debates/a')).json())

test('a correction changes what is shown, counted and exported, and can be taken back and made again', async () => {
  await serveOne()
  const tag = (await serving.request('/api/debates/a')).headers.get('etag')
  const response = await correct({ kind: 'hide', claim: claim(1) }, 'Ann')
  expect(response.status).toBe(201)
  const made = Correction.parse(await response.json())
  expect(made).toMatchObject({ by: 'Ann', undone: false, change: { kind: 'hide' } })

  const { entry, debate } = await shown()
  expect(debate?.claims.map(({ id }) => id)).toEqual(['claim0'])
  expect(debate?.corrections).toEqual([made])
  expect(entry).toMatchObject({ claims: 1, rebuts: 0 })
  expect((await serving.request('/api/debates/a')).headers.get('etag')).not.toBe(tag)
  const exported = Debate.parse(await (await serving.request('/api/debates/a/export?format=json')).json())
  expect(exported.claims.map(({ id }) => id)).toEqual(['claim0'])

  const back = await send('PATCH', `/${made.id}`, { undone: true })
  expect(Correction.parse(await back.json())).toEqual({ ...made, undone: true })
  expect((await shown()).debate?.claims).toHaveLength(2)
  await send('PATCH', `/${made.id}`, { undone: false })
  expect((await shown()).entry.claims).toBe(1)
  const log = await (await serving.request('/api/debates/a/corrections')).json()
  expect(log).toEqual({ corrections: [made], notApplied: [] })
})

test('a change that finds nothing to change is refused with the reason, and not logged', async () => {
  await serveOne()
  const response = await correct(restate(7, 'Nobody said this.'))
  expect(response.status).toBe(400)
  const { code, detail } = ProblemReply.parse(await response.json())
  expect([code, detail]).toEqual(['bad-request', expect.stringMatching(/^This can’t be changed: .+\.$/)])
  expect(await serving.store.corrections('a')).toEqual([])
})

test.each([[{ kind: 'explode' }], [restate(0, '')], [undefined]])('%j is no change', async (change) => {
  await serveOne()
  expect((await correct(change)).status).toBe(400)
})

test('corrections made at the same moment are all kept', async () => {
  await serveOne()
  const statements = ['One.', 'Two.', 'Three.', 'Four.']
  const replies = await Promise.all(statements.map((statement) => correct(restate(0, statement))))
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  const log = await serving.store.corrections('a')
  expect(log.map(({ change }) => (change.kind === 'restate' ? change.statement : '')).sort()).toEqual(statements.sort())
  const last = log.at(-1)?.change
  expect((await shown()).debate?.claims[0]?.statement).toBe(last?.kind === 'restate' ? last.statement : null)
})

test('who asks whether a debate changed is told of every correction, and of nothing else', async () => {
  await serveOne()
  const status = async (tag: string) =>
    (await serving.request('/api/debates/a', { headers: { 'if-none-match': tag } })).status
  const before = tagOf((await shown()).entry)
  expect(await status(before)).toBe(304)
  await pause(2)
  await correct(restate(0, 'In other words.'))
  expect(await status(before)).toBe(200)
  expect(await status(tagOf((await shown()).entry))).toBe(304)
})

test('what is not there, or not yet, can’t be corrected', async () => {
  serving = await serve({ work: () => new Promise((resolve) => setTimeout(resolve, 10)) })
  expect((await correct(restate(0, 'Hi.'))).status).toBe(404)
  const sent = await serving.post('/api/debates', { sources: [{ kind: 'text', text: 'Ann: Hi.' }] })
  const { id } = DebateEntry.parse(await sent.json())
  const early = await serving.post(`/api/debates/${id}/corrections`, { change: restate(0, 'Hi.') })
  expect(early.status).toBe(409)
  await serving.store.create(sampleEntry({ id: 'a' }), { sources: [], analyser: 'auto' })
  expect((await send('PATCH', '/nothing', { undone: true })).status).toBe(404)
})

test('corrections outlive a new analysis', async () => {
  serving = await serve()
  const sent = await serving.post('/api/debates', {
    sources: [
      {
        kind: 'text',
        text: 'Ann: Trams are better than buses because they never wait.\n\nBob: No, they cost too much.',
      },
    ],
  })
  const { id } = DebateEntry.parse(await sent.json())
  const get = async () => DebateReply.parse(await (await serving.request(`/api/debates/${id}`)).json())
  await expect.poll(async () => (await get()).entry.status, { timeout: 15_000 }).toBe('done')
  const first = (await get()).debate?.claims[0]
  const change = { kind: 'restate', claim: { id: first?.id, passages: [] }, statement: 'Trams beat buses.' }
  expect((await serving.post(`/api/debates/${id}/corrections`, { change })).status).toBe(201)
  await serving.post(`/api/debates/${id}/retry`, {})
  await expect.poll(async () => (await get()).entry.status, { timeout: 15_000 }).toBe('done')
  const { debate } = await get()
  expect(debate?.claims.find((each) => each.id === first?.id)?.statement).toBe('Trams beat buses.')
  expect(debate?.corrections).toHaveLength(1)
  expect((await serving.store.analysed(id))?.corrections).toEqual([])
})

describe('a post taken out of its fold', () => {
  const said = 'The harbour should be closed to cruise ships because their engines run all night long'
  const text = `Ann: ${said}.\n\nBob: I like them, they bring guests to the town.\n\nCy: ${said}!`
  const fates = ({ coverage }: Debate) => coverage.fates.map(({ fate }) => fate)

  async function opened(settings: Record<string, string>, analyser: 'embedded' | 'model') {
    serving = await serve({ settings })
    const reply = await serving.post('/api/debates', { sources: [{ kind: 'text', text }], analyser })
    const { id } = DebateEntry.parse(await reply.json())
    const path = `/api/debates/${id}`
    const mapped = async () => {
      const get = async () => DebateReply.parse(await (await serving.request(path)).json())
      await expect.poll(async () => (await get()).entry.status, { timeout: 10_000 }).toBe('done')
      return (await get()).debate as Debate
    }
    const unfold = async (postId: string) =>
      Correction.parse(await (await serving.post(`${path}/corrections`, { change: { kind: 'unfold', postId } })).json())
    const takeBack = ({ id: correction }: Correction, undone: boolean) =>
      serving.request(`${path}/corrections/${correction}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ undone }),
      })
    return { path, mapped, unfold, takeBack }
  }

  test('is read by itself at once by the built-in analyser, and folded again when that is undone', async () => {
    const { mapped, unfold, takeBack } = await opened({}, 'embedded')
    const first = await mapped()
    expect(fates(first)).toEqual(['mapped', 'mapped', 'repeat'])
    const { postId } = first.repeats[0] as Debate['repeats'][number]

    const made = await unfold(postId)
    const apart = await mapped()
    expect(fates(apart)).toEqual(['mapped', 'mapped', 'mapped'])
    expect(apart.notApplied).toEqual([])
    expect(apart.claims.some((one) => one.mentions.some((mention) => mention.postId === postId))).toBe(true)

    await takeBack(made, true)
    const again = await mapped()
    expect(fates(again)).toEqual(['mapped', 'mapped', 'repeat'])
    expect(again.claims).toEqual(first.claims)
    await takeBack(made, false)
    expect((await mapped()).claims).toEqual(apart.claims)
  })

  test('may be corrected again while it is read', async () => {
    const { mapped, unfold, takeBack } = await opened({}, 'embedded')
    const { postId } = (await mapped()).repeats[0] as Debate['repeats'][number]
    const made = await unfold(postId)
    expect((await takeBack(made, true)).status).toBe(200)
    expect(fates(await mapped())).toEqual(['mapped', 'mapped', 'repeat'])
  })

  test('waits for a model until the rest is asked for, and is folded again without asking it anything', async () => {
    const service = await startMessagesServer()
    try {
      const { path, mapped, unfold, takeBack } = await opened(
        { ANTHROPIC_BASE_URL: service.url, ANTHROPIC_API_KEY: 'test-key' },
        'model',
      )
      const first = await mapped()
      expect(fates(first)).toEqual(['mapped', 'mapped', 'repeat'])
      const { postId } = first.repeats[0] as Debate['repeats'][number]
      const asked = service.requests.length
      const made = await unfold(postId)
      const waiting = await mapped()
      expect(fates(waiting)).toEqual(['mapped', 'mapped', 'failed'])
      expect(unreadApart(waiting).posts).toBe(1)
      expect(service.requests.length).toBe(asked)

      await serving.post(`${path}/retry`, {})
      expect(fates(await mapped())).toEqual(['mapped', 'mapped', 'mapped'])
      const after = service.requests.length
      expect(after).toBeGreaterThan(asked)
      await takeBack(made, true)
      expect(fates(await mapped())).toEqual(['mapped', 'mapped', 'repeat'])
      expect(service.requests.length).toBe(after)
    } finally {
      await service.close()
    }
  })
})

test('standing with other base scores is told and nothing is kept', async () => {
  await serveOne()
  const before = await shown()
  const response = await serving.request('/api/debates/a/standing?base=evidence')
  expect(response.status).toBe(200)
  const weighed = Weighed.parse(await response.json())
  expect(weighed.weighing.base).toBe('evidence')
  expect(Object.keys(weighed.standings)).toEqual(before.debate?.claims.map(({ id }) => id))
  expect(await shown()).toEqual(before)
  expect((await serving.request('/api/debates/a/standing?base=loudness')).status).toBe(400)
})

test('a file is written with the base scores asked for', async () => {
  await serveOne()
  const file = async (query: string) =>
    Debate.parse(await (await serving.request(`/api/debates/a/export?format=json${query}`)).json())
  expect((await file('')).weighing.base).toBe('equal')
  const weighed = Weighed.parse(await (await serving.request('/api/debates/a/standing?base=evidence')).json())
  const exported = await file('&base=evidence')
  expect(exported.weighing.base).toBe('evidence')
  expect(Object.fromEntries(exported.claims.map(({ id, standing }) => [id, standing]))).toEqual(weighed.standings)
})
