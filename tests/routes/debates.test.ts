import { afterEach, describe, expect, test } from 'vitest'
import { DebateEntry, DebateList, DebateReply, ProblemReply } from '../../shared/api.ts'
import { Debate } from '../../shared/debate.ts'
import { NO_FILTER, passing } from '../../shared/filter.ts'
import { readConfig } from '../../server/config.ts'
import { leavesOut } from '../../server/earlier.ts'
import { openTools } from '../../server/tools.ts'
import { createWork } from '../../server/work.ts'
import type { Fault } from '../messages-server/faults.ts'
import { startMessagesServer } from '../messages-server/server.ts'
import { sampleDebate, sampleEntry, sampleProblem } from '../store/samples.ts'
import { type Serving, serve } from './serving.ts'

const THREAD = `Ann: Trams are better than buses because they never wait in traffic.

Bob: I disagree. Trams cost far more than buses.

Cleo: A 2019 study of Ghent found that trams carry twice as many people as buses.`

const TEXT = { sources: [{ kind: 'text', text: THREAD, labels: 'writers' }] }

let serving: Serving
afterEach(() => serving.close())

/** A server whose jobs wait for ever. */
const idle = () =>
  serve({ work: (_id, { signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())) })

async function problem(response: Response | Promise<Response>) {
  const given = await response
  expect(given.headers.get('content-type')).toBe('application/problem+json')
  const reply = ProblemReply.parse(await given.json())
  expect(given.status).toBe(reply.status)
  expect(reply.detail).toMatch(/^\P{Ll}.*\.$/u)
  expect(reply.remedy).not.toBe('')
  return { status: reply.status, code: reply.code, detail: reply.detail }
}

async function until(status: string, id: string): Promise<DebateReply> {
  const get = async () => DebateReply.parse(await (await serving.request(`/api/debates/${id}`)).json())
  await expect.poll(async () => (await get()).entry.status, { timeout: 15_000 }).toBe(status)
  return get()
}

test('a pasted thread becomes a debate', async () => {
  serving = await serve()
  const response = await serving.post('/api/debates', TEXT)
  expect(response.status).toBe(202)
  const entry = DebateEntry.parse(await response.json())
  expect(response.headers.get('location')).toBe(`/api/debates/${entry.id}`)
  expect(entry).toMatchObject({ status: 'waiting', claims: 0, problem: null })
  expect(entry.id).toMatch(/^[0-9a-z]{12}$/)

  const { entry: done, debate } = await until('done', entry.id)
  expect(done).toMatchObject({ posts: 3, people: 3, problem: null })
  expect(debate?.threads[0]?.posts.map(({ author }) => author)).toEqual(['Ann', 'Bob', 'Cleo'])
  expect(debate?.claims.length).toBeGreaterThan(0)
  expect(done.claims).toBe(debate?.claims.length)
})

test('several sources sent as a form become one debate, in their order', async () => {
  serving = await idle()
  const form = new FormData()
  form.append('url', 'news.ycombinator.com/item?id=1')
  form.append('text', THREAD)
  form.append('labels', 'writers')
  form.append('title', 'From the mailing list')
  form.append('file', new File(['Ann: Hi.'], 'saved page.txt'))
  form.append('analyser', 'embedded')
  const response = await serving.request('/api/debates', { method: 'POST', body: form })
  expect(response.status).toBe(202)
  const { id, title } = DebateEntry.parse(await response.json())
  expect(title).toBe('news.ycombinator.com/item?id=1 and 2 more')
  expect(await serving.store.request(id)).toEqual({
    sources: [
      { kind: 'url', url: 'https://news.ycombinator.com/item?id=1' },
      { kind: 'text', text: THREAD, labels: 'writers', title: 'From the mailing list' },
      { kind: 'file', name: 'saved page.txt', base64: Buffer.from('Ann: Hi.').toString('base64') },
    ],
    analyser: 'embedded',
  })
})

test('blank sources beside others are left out', async () => {
  serving = await idle()
  const form = new FormData()
  form.append('url', '')
  form.append('text', '  ')
  form.append('file', new File([], ''))
  form.append('url', ' http://[::1]:8080/t/1 ')
  const { id } = DebateEntry.parse(await (await serving.request('/api/debates', { method: 'POST', body: form })).json())
  expect((await serving.store.request(id))?.sources).toEqual([{ kind: 'url', url: 'http://[::1]:8080/t/1' }])
})

test('an empty file beside others is kept, so that reading says so', async () => {
  serving = await idle()
  const sources = [
    { kind: 'file', name: 'a.html', base64: '' },
    { kind: 'text', text: 'Ann: Trams or buses?' },
  ]
  const { id } = DebateEntry.parse(await (await serving.post('/api/debates', { sources })).json())
  expect((await serving.store.request(id))?.sources).toEqual(sources)
})

describe('what can’t be analysed is refused with a reason', () => {
  const url = (text: string) => ({ sources: [{ kind: 'url', url: text }] })
  const text = (body: string) => ({ sources: [{ kind: 'text', text: body }] })
  test.each([
    [{ sources: [] }, 'empty-input', 'Nothing was sent'],
    [text(' \n '), 'empty-input', 'Nothing was sent'],
    [url(''), 'empty-input', 'Nothing was sent'],
    [{ sources: [{ kind: 'file', name: 'a.html', base64: '' }] }, 'empty-input', '“a.html” is empty'],
    [url('two words'), 'bad-request', '“two words” is not the address'],
    [url('http://'), 'bad-request', 'is not the address'],
    [url('file:///etc/passwd'), 'unsupported', '“file:”'],
    [url('javascript:alert(1)'), 'unsupported', '“javascript:”'],
    [{ sources: [{ kind: 'file', name: 'a', base64: 'no!' }] }, 'bad-request', 'not base64'],
    [{ sources: [{ kind: 'telepathy' }] }, 'bad-request', 'sources.0.kind'],
    [{ ...text('Hi'), analyser: 'oracle' }, 'bad-request', 'analyser'],
    [{}, 'bad-request', 'sources'],
    [{ sources: Array.from({ length: 21 }, () => ({ kind: 'text', text: 'Hi' })) }, 'bad-request', 'sources'],
  ])('%j', async (body, code, says) => {
    serving = await idle()
    const refused = await problem(serving.post('/api/debates', body))
    expect(refused).toMatchObject({ code, detail: expect.stringContaining(says) })
    expect((await serving.store.list({ limit: 1, offset: 0 })).total).toBe(0)
  })

  test.each([
    ['{"sources": [', 'application/json', 'bad-request', 'not JSON'],
    ['', 'application/json', 'empty-input', 'Nothing'],
    ['--x\r\nbroken', 'multipart/form-data; boundary=x', 'bad-request', 'The form can’t be read'],
    ['{"sources":[{"kind":"text","text":"x"}],"analyser":"model"}', 'text/plain', 'bad-request', 'No language model'],
  ])('the body %j as %s', async (body, type, code, says) => {
    serving = await idle()
    const sent = serving.request('/api/debates', { method: 'POST', headers: { 'content-type': type }, body })
    expect(await problem(sent)).toMatchObject({ code, detail: expect.stringContaining(says) })
  })

  test('more than MAX_UPLOAD_BYTES, announced or streamed', async () => {
    serving = await serve({ work: () => Promise.resolve(), settings: { MAX_UPLOAD_BYTES: '1000000' } })
    const large = 'x'.repeat(1_000_001)
    const tooLarge = { status: 413, code: 'too-large', detail: 'At most 1 MB can be sent at once.' }
    expect(await problem(serving.post('/api/debates', text(large)))).toEqual(tooLarge)
    const form = new FormData()
    form.append('file', new File([large], 'large.bin'))
    expect(await problem(serving.request('/api/debates', { method: 'POST', body: form }))).toEqual(tooLarge)
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        pulled += 1
        stream.enqueue(new Uint8Array(100_000))
      },
    })
    const streamed = { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/json' } }
    expect(await problem(serving.request('/api/debates', streamed as RequestInit))).toEqual(tooLarge)
    expect(pulled).toBeLessThan(40)
    const exactly = text('x'.repeat(1_000_000))
    expect((await serving.post('/api/debates', exactly)).status).toBe(202)
  })
})

test('a source that can’t be read fails the debate with the problem', async () => {
  serving = await serve()
  const sent = await serving.post('/api/debates', { sources: [{ kind: 'url', url: 'http://127.0.0.1:1/thread' }] })
  const { entry, debate } = await until('failed', DebateEntry.parse(await sent.json()).id)
  expect(entry.problem).toMatchObject({ code: 'private-address', status: 400 })
  expect(debate).toBeNull()
  const none = await problem(serving.request(`/api/debates/${entry.id}/export`))
  expect(none).toMatchObject({ code: 'not-found', detail: expect.stringContaining('without a result') })
})

describe('the library', () => {
  test('is listed newest first, in pages, and searched by title', async () => {
    serving = await idle()
    for (const [n, title] of ['Trams', 'Buses', 'More trams'].entries()) {
      const createdAt = `2026-01-0${n + 1}T00:00:00.000Z`
      await serving.store.create(sampleEntry({ id: String(n), title, createdAt }), { sources: [], analyser: 'auto' })
    }
    const titles = async (query: string) => {
      const list = DebateList.parse(await (await serving.request(`/api/debates?${query}`)).json())
      return [list.debates.map(({ title }) => title), list.total]
    }
    expect(await titles('')).toEqual([['More trams', 'Buses', 'Trams'], 3])
    expect(await titles('limit=1&offset=1')).toEqual([['Buses'], 3])
    expect(await titles('q=TRAM')).toEqual([['More trams', 'Trams'], 2])
  })

  test.each(['limit=0', 'limit=101', 'offset=-1', 'limit=many'])('refuses %s', async (query) => {
    serving = await idle()
    expect(await problem(serving.request(`/api/debates?${query}`))).toMatchObject({ code: 'bad-request' })
  })
})

describe('a debate', () => {
  async function finished(): Promise<void> {
    await serving.store.create(sampleEntry({ id: 'a' }), { sources: [], analyser: 'auto' })
    await serving.store.finish('a', { status: 'done', debate: sampleDebate('a'), problem: null })
  }

  test('is sent whole, and not again when nothing changed', async () => {
    serving = await idle()
    await finished()
    const response = await serving.request('/api/debates/a')
    const reply = DebateReply.parse(await response.json())
    expect(reply.debate).toEqual(sampleDebate('a'))
    const tag = response.headers.get('etag') ?? ''
    const again = await serving.request('/api/debates/a', { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    await serving.store.again('a', 'same')
    const changed = await serving.request('/api/debates/a', { headers: { 'if-none-match': tag } })
    expect(changed.status).toBe(200)
  })

  test('is compressed for those who take it', async () => {
    serving = await idle()
    await finished()
    const response = await serving.request('/api/debates/a', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const stream = response.body?.pipeThrough(new DecompressionStream('gzip')) ?? null
    expect(DebateReply.parse(await new Response(stream).json()).debate).toEqual(sampleDebate('a'))
  })

  test.each([
    ['GET', '/api/debates/nobody'],
    ['DELETE', '/api/debates/nobody'],
    ['POST', '/api/debates/nobody/cancel'],
    ['POST', '/api/debates/nobody/retry'],
    ['POST', '/api/debates/nobody/refresh'],
    ['POST', '/api/debates/nobody/further'],
    ['GET', '/api/debates/nobody/events'],
    ['GET', '/api/debates/nobody/export'],
    ['GET', '/api/nothing/here'],
  ])('that is nowhere: %s %s', async (method, path) => {
    serving = await idle()
    expect(await problem(serving.request(path, { method }))).toMatchObject({ code: 'not-found' })
  })

  test.each([
    ['md', 'text/markdown; charset=utf-8', 'trams-or-buses.md', '# Trams or buses?'],
    ['json', 'application/json; charset=utf-8', 'trams-or-buses.json', '"title": "Trams or buses?"'],
  ])('is exported as %s', async (format, type, name, holds) => {
    serving = await idle()
    await finished()
    const response = await serving.request(`/api/debates/a/export?format=${format}`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toContain(`filename="${name}"`)
    expect(await response.text()).toContain(holds)
  })

  test('has a file name for old browsers, too, when its title is not English', async () => {
    serving = await idle()
    await serving.store.create(sampleEntry({ id: 'a' }), { sources: [], analyser: 'auto' })
    const debate = { ...sampleDebate('a'), title: '電車' }
    await serving.store.finish('a', { status: 'done', debate, problem: null })
    const { headers } = await serving.request('/api/debates/a/export')
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="debate.md"; filename*=UTF-8''${encodeURIComponent('電車')}.md`,
    )
  })

  test('is exported in part: a branch, or what passes a filter', async () => {
    serving = await idle()
    await finished()
    const exported = async (query: string): Promise<string[]> => {
      const reply = await serving.request(`/api/debates/a/export?format=json&${query}`)
      return Debate.parse(await reply.json()).claims.map((claim) => claim.id)
    }
    const all = await exported('')
    expect(await exported(`root=${all[0]}`)).toContain(all[0])
    expect(await exported('f=often,fresh')).toEqual([])
    const refused = (query: string) => problem(serving.request(`/api/debates/a/export?${query}`))
    expect(await refused('root=nothing')).toMatchObject({ code: 'not-found', status: 404 })
    expect(await refused('f=loud')).toMatchObject({ code: 'bad-request', status: 400 })
  })

  test('is not exported before it has ended, nor in an unknown format', async () => {
    serving = await idle()
    await serving.store.create(sampleEntry({ id: 'b' }), { sources: [], analyser: 'auto' })
    expect(await problem(serving.request('/api/debates/b/export'))).toMatchObject({ code: 'not-finished', status: 409 })
    expect(await problem(serving.request('/api/debates/b/export?format=pdf'))).toMatchObject({ code: 'bad-request' })
  })

  test('is removed', async () => {
    serving = await idle()
    await finished()
    expect((await serving.request('/api/debates/a', { method: 'DELETE' })).status).toBe(204)
    expect(await problem(serving.request('/api/debates/a'))).toMatchObject({ code: 'not-found' })
  })
})

describe('stopping and trying again', () => {
  test('stops a running analysis and keeps what was found', async () => {
    serving = await serve({
      work: async (id, { stop }) => {
        await serving.store.begin(id)
        await new Promise((resolve) => stop.addEventListener('abort', resolve))
        await serving.store.finish(id, { status: 'cancelled', debate: sampleDebate(id), problem: null })
      },
    })
    const { id } = DebateEntry.parse(await (await serving.post('/api/debates', TEXT)).json())
    await until('running', id)
    const response = await serving.post(`/api/debates/${id}/cancel`, {})
    expect(DebateEntry.parse(await response.json())).toMatchObject({ id, status: 'cancelled', claims: 2 })
    expect((await until('cancelled', id)).debate).toEqual(sampleDebate(id))
  })

  test('stopping what has ended changes nothing', async () => {
    serving = await idle()
    await serving.store.create(sampleEntry({ id: 'a' }), { sources: [], analyser: 'auto' })
    await serving.store.finish('a', { status: 'done', debate: sampleDebate('a'), problem: null })
    const response = await serving.post('/api/debates/a/cancel', {})
    expect(DebateEntry.parse(await response.json())).toMatchObject({ status: 'done' })
  })

  test('a stopped reading leaves nothing to keep, says so, and can be tried again', async () => {
    serving = await serve()
    const { id } = DebateEntry.parse(await (await serving.post('/api/debates', TEXT)).json())
    await until('done', id)
    const response = await serving.post(`/api/debates/${id}/retry`, { with: 'embedded' })
    expect(response.status).toBe(202)
    expect(DebateEntry.parse(await response.json()).problem).toBeNull()
    await until('done', id)
  })

  test('reading again goes through all of it anew, and corrections are applied to the new map', async () => {
    serving = await serve()
    const { id } = DebateEntry.parse(await (await serving.post('/api/debates', TEXT)).json())
    const first = (await until('done', id)).debate
    const claim = { id: first?.claims[0]?.id, passages: [] }
    await serving.post(`/api/debates/${id}/corrections`, { change: { kind: 'hide', claim }, by: null })
    const response = await serving.post(`/api/debates/${id}/refresh`, undefined)
    expect(response.status).toBe(202)
    const { debate } = await until('done', id)
    expect(debate?.provenance.startedAt).not.toBe(first?.provenance.startedAt)
    expect(debate?.corrections).toHaveLength(1)
    expect(debate?.claims.map((one) => one.id)).toEqual(first?.claims.slice(1).map((one) => one.id))
  })

  test('what a later reading brings is known by when it came in, whatever its date', async () => {
    serving = await serve()
    const { id } = DebateEntry.parse(await (await serving.post('/api/debates', TEXT)).json())
    const { debate: whole } = await until('done', id)
    if (whole === null) throw new Error('there is no map')
    const [thread] = whole.threads
    const late = thread?.posts.at(-1)?.id ?? ''
    const before = { ...whole, threads: [{ ...thread, posts: thread?.posts.slice(0, -1) }] } as Debate
    await serving.store.again(id, 'same')
    await serving.store.finish(id, { status: 'done', debate: before, problem: null })
    const since = new Date().toISOString()
    await serving.post(`/api/debates/${id}/refresh`, undefined)
    const { debate } = await until('done', id)
    expect(Object.keys(debate?.arrived ?? {})).toEqual([late])
    const fresh = passing(debate as Debate, { ...NO_FILTER, marks: ['fresh'] }, since)
    expect([...fresh]).toEqual(
      debate?.claims.filter(({ mentions }) => mentions.some(({ postId }) => postId === late)).map((one) => one.id),
    )
    expect(fresh.size).toBeGreaterThan(0)

    await serving.post(`/api/debates/${id}/refresh`, undefined)
    expect((await until('done', id)).debate?.arrived).toEqual(debate?.arrived)
  })

  test('a reading again that is stopped leaves the map as it was, and says so', async () => {
    serving = await serve()
    const { id } = DebateEntry.parse(await (await serving.post('/api/debates', TEXT)).json())
    const { debate } = await until('done', id)
    await serving.store.again(id, 'same')
    await serving.store.forget(id, '')
    const work = createWork(
      serving.store,
      openTools(() => readConfig({})),
    )
    await work(id, { signal: new AbortController().signal, stop: AbortSignal.abort() })
    const after = await until('failed', id)
    expect(after.debate).toEqual(debate)
    expect(after.entry.problem).toMatchObject({
      code: 'cancelled',
      detail: 'Reading again was stopped before it had reached all that the map holds.',
    })
  })

  test('a new map leaves something out when a post of the one before is not read in it, or gone', async () => {
    serving = await idle()
    const map = sampleDebate('a')
    const fate = (postId: string, as: 'mapped' | 'failed') => ({ postId, fate: as, of: null, why: '', by: null })
    const read = (...fates: ReturnType<typeof fate>[]) => ({ ...map, coverage: { ...map.coverage, fates } })
    const whole = read(fate('p0', 'mapped'), fate('p1', 'mapped'))
    const half = read(fate('p0', 'mapped'), fate('p1', 'failed'))
    expect(leavesOut(half, whole)).toBe(true)
    expect(leavesOut(read(fate('p0', 'mapped')), whole)).toBe(true)
    expect(leavesOut(whole, half)).toBe(false)
    expect(leavesOut(whole, whole)).toBe(false)
  })

  test('a map stays when its sources can no longer be read', async () => {
    serving = await serve({
      work: async (id) => {
        await serving.store.begin(id)
        await serving.store.finish(id, { status: 'failed', debate: null, problem: sampleProblem })
      },
    })
    await serving.store.create(sampleEntry({ id: 'a' }), { sources: [], analyser: 'auto' })
    await serving.store.finish('a', { status: 'done', debate: sampleDebate('a'), problem: null })
    await serving.post('/api/debates/a/refresh', undefined)
    const { entry, debate } = await until('failed', 'a')
    expect(entry).toMatchObject({ claims: 2, problem: { code: 'gone' } })
    expect(debate).toEqual(sampleDebate('a'))
  })

  test('what is being analysed is not read again, and loses no finished step', async () => {
    serving = await idle()
    const { id } = DebateEntry.parse(await (await serving.post('/api/debates', TEXT)).json())
    await serving.store.journal(id).put('read', [])
    expect(await problem(serving.post(`/api/debates/${id}/refresh`, undefined))).toMatchObject({ code: 'not-finished' })
    expect(await serving.store.journal(id).get('read')).toEqual([])
  })

  test('trying again needs an analysis that has ended', async () => {
    serving = await idle()
    const { id } = DebateEntry.parse(await (await serving.post('/api/debates', TEXT)).json())
    expect(await problem(serving.post(`/api/debates/${id}/retry`, {}))).toMatchObject({ code: 'not-finished' })
    await serving.store.finish(id, { status: 'failed', debate: null, problem: sampleProblem })
    expect((await serving.request(`/api/debates/${id}/retry`, { method: 'POST' })).status).toBe(202)
    expect(await problem(serving.post(`/api/debates/${id}/retry`, { with: 'magic' }))).toMatchObject({
      code: 'bad-request',
    })
  })

  test('what a dead service left unread is finished by the built-in analyser', async () => {
    const dead = await startMessagesServer({ fault: () => '500-final' })
    const settings = { ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: dead.url, EXAMPLE: 'false' }
    serving = await serve({ settings })
    const entry = DebateEntry.parse(await (await serving.post('/api/debates', TEXT)).json())
    const failed = await until('failed', entry.id)
    expect(failed.entry.problem).toMatchObject({
      code: 'model-unavailable',
      detail: expect.stringContaining('none of the 3 posts'),
      remedy: expect.stringContaining('finish with the built-in analyser'),
    })
    await serving.post(`/api/debates/${entry.id}/retry`, { with: 'same' })
    expect((await until('failed', entry.id)).entry.problem?.code).toBe('model-unavailable')
    await serving.post(`/api/debates/${entry.id}/retry`, { with: 'embedded' })
    const { debate } = await until('done', entry.id)
    await dead.close()
    expect(debate?.claims.length).toBeGreaterThan(0)
    expect(debate?.coverage.fates.filter(({ fate }) => fate === 'failed')).toEqual([])
  })
  test.each<Fault>(['refusal', 'partly-invalid', 'invented-quotes', 'nonsense'])(
    'trying again asks about what a %s left unread or read in part, and pays for nothing else',
    async (fault) => {
      let faulty = true
      const model = await startMessagesServer({
        fault: ({ data }) => (faulty && data !== null && 'context' in data ? fault : null),
      })
      const settings = { ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: model.url, EXAMPLE: 'false' }
      serving = await serve({ settings })
      const text = Array.from(
        { length: 6 },
        (_, at) =>
          `Ann${at}: Line ${at} should stay. Nurses of ward ${at} need it. It is cheap. Nobody wants ${at} taxis.`,
      ).join('\n\n')
      const sent = { sources: [{ kind: 'text', text }] }
      const entry = DebateEntry.parse(await (await serving.post('/api/debates', sent)).json())
      await expect
        .poll(
          async () => DebateReply.parse(await (await serving.request(`/api/debates/${entry.id}`)).json()).entry.status,
          { timeout: 15_000 },
        )
        .toMatch(/done|failed/)
      faulty = false
      await serving.post(`/api/debates/${entry.id}/retry`, { with: 'same' })
      const { debate } = await until('done', entry.id)
      expect(debate?.coverage.fates.map((fate) => [fate.fate, fate.why, fate.by])).toEqual(
        Array.from({ length: 6 }, () => ['mapped', '', 'model']),
      )
      const asked = model.requests.length
      await serving.post(`/api/debates/${entry.id}/retry`, { with: 'same' })
      await until('done', entry.id)
      expect(model.requests.length).toBe(asked)
      await model.close()
    },
  )
  test('an analysis that ends the process every time is given up', async () => {
    serving = await serve()
    await serving.store.create(sampleEntry({ id: 'a' }), {
      sources: [{ kind: 'text', text: THREAD }],
      analyser: 'auto',
    })
    for (let start = 0; start < 5; start++) await serving.store.begin('a')
    await serving.post('/api/debates/a/cancel', {})
    expect((await serving.store.entry('a'))?.status).toBe('running')
    const { createWork } = await import('../../server/work.ts')
    const { openTools } = await import('../../server/tools.ts')
    const { readConfig } = await import('../../server/config.ts')
    const work = createWork(
      serving.store,
      openTools(() => readConfig({})),
    )
    await work('a', { signal: new AbortController().signal, stop: new AbortController().signal })
    const entry = await serving.store.entry('a')
    expect(entry?.problem).toMatchObject({ code: 'internal', detail: expect.stringContaining('interrupted 5 times') })
  })
})
