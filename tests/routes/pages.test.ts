import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DebateEntry, DebateReply, ProblemReply } from '../../shared/api.ts'
import { PageTaken, PageToken, SentPage } from '../../shared/pages.ts'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { createSentPages, MINUTES } from '../../server/routes/sent-pages.ts'
import { type Serving, serve } from './serving.ts'

const ELSEWHERE = { origin: 'https://forum.example.com', 'sec-fetch-site': 'cross-site' }

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Trams or buses?</title></head><body><article>
${['Ann', 'Bob', 'Cleo', 'Dan'].map((name) => `<div class="comment" id="c-${name}"><a class="author" href="/u/${name}">${name}</a><time datetime="2026-05-01T10:00:00Z">May</time><div class="body"><p>${name} thinks that trams are better than buses because they never wait in traffic, as everyone in town knows.</p></div></div>`).join('\n')}
</article></body></html>`

let serving: Serving
beforeEach(async () => {
  serving = await serve({ settings: { MAX_UPLOAD_BYTES: '100000' } })
})
afterEach(() => serving.close())

async function token(): Promise<string> {
  return PageToken.parse(await (await serving.request('/api/pages/tokens', { method: 'POST' })).json()).token
}

function send(token: string, page: { html?: string; url?: string }, headers: Record<string, string> = ELSEWHERE) {
  const body = new FormData()
  for (const [name, value] of Object.entries(page)) body.append(name, value)
  return serving.request(`/api/pages?token=${token}`, { method: 'POST', body, headers })
}

const codeOf = async (response: Response) => ProblemReply.parse(await response.json()).code

test('a page sent from its own window waits, and is analysed when the person says so', async () => {
  const response = await send(await token(), { html: PAGE, url: 'https://forum.example.com/t/1' })
  expect(response.status).toBe(201)
  expect(response.headers.get('access-control-allow-origin')).toBe(ELSEWHERE.origin)
  const { id, address } = PageTaken.parse(await response.json())
  expect(address).toBe(`/#/page/${id}`)

  const waiting = SentPage.parse(await (await serving.request(`/api/pages/${id}`)).json())
  expect(waiting).toEqual({ id, url: 'https://forum.example.com/t/1', bytes: Buffer.byteLength(PAGE) })
  expect((await serving.store.list({ limit: 5, offset: 0 })).total).toBe(0)

  const entry = DebateEntry.parse(await (await serving.request(`/api/pages/${id}/analyse`, { method: 'POST' })).json())
  const get = async () => DebateReply.parse(await (await serving.request(`/api/debates/${entry.id}`)).json())
  await expect.poll(async () => (await get()).entry.status, { timeout: 15_000 }).toBe('done')
  const { debate } = await get()
  expect(debate?.threads[0]?.posts.map(({ author }) => author)).toEqual(
    expect.arrayContaining(['Ann', 'Bob', 'Cleo', 'Dan']),
  )
  expect(debate?.threads[0]?.url).toBe('https://forum.example.com/t/1')
  expect((await serving.request(`/api/pages/${id}`)).status).toBe(404)
})

test('“2 hours ago” counts from when the page was sent', async () => {
  const page = PAGE.replaceAll('<time datetime="2026-05-01T10:00:00Z">May</time>', '<time>2 hours ago</time>')
  const before = Date.now()
  const { id } = PageTaken.parse(await (await send(await token(), { html: page })).json())
  const after = Date.now()
  const entry = DebateEntry.parse(await (await serving.request(`/api/pages/${id}/analyse`, { method: 'POST' })).json())
  const [source] = (await serving.store.request(entry.id))?.sources ?? []
  if (source?.kind !== 'file') throw new Error('a page is kept as a file')
  expect(Date.parse(source.readAt ?? '')).toBeGreaterThanOrEqual(before)
  expect(Date.parse(source.readAt ?? '')).toBeLessThanOrEqual(after)
  const [thread] = preview({ ...source, readAt: '2026-05-01T10:00:00.000Z' }, readConfig({}))
  expect(thread?.posts[0]?.createdAbout?.at).toBe('2026-05-01T08:00:00.000Z')
})

describe('a token', () => {
  test('tells how large its page may be', async () => {
    const made = PageToken.parse(await (await serving.request('/api/pages/tokens', { method: 'POST' })).json())
    expect(made).toMatchObject({ minutes: MINUTES, maxBytes: 100_000 })
  })

  test('lets one page in', async () => {
    const once = await token()
    expect((await send(once, { html: PAGE })).status).toBe(201)
    expect(await codeOf(await send(once, { html: PAGE }))).toBe('not-found')
  })

  test('that was never made lets nothing in, and the site may not read why', async () => {
    const refused = await send('made-up', { html: PAGE })
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    expect(await codeOf(refused)).toBe('not-found')
  })

  test('works for a while only', () => {
    let now = 0
    const pages = createSentPages(1000, () => now)
    const [early, late] = [pages.token(), pages.token()]
    const page = pages.take(early, { url: null, html: 'a' })
    now = MINUTES * 60_000
    expect(pages.take(late, { url: null, html: 'b' })).toBeNull()
    expect(pages.get(page?.id ?? '')).toBeNull()
  })

  test('is not given to other sites', async () => {
    const asked = await serving.request('/api/pages/tokens', { method: 'POST', headers: ELSEWHERE })
    expect(asked.status).toBe(400)
  })
})

test('other sites may neither analyse nor throw away what waits', async () => {
  const { id } = PageTaken.parse(await (await send(await token(), { html: PAGE })).json())
  expect((await serving.request(`/api/pages/${id}/analyse`, { method: 'POST', headers: ELSEWHERE })).status).toBe(400)
  expect((await serving.request(`/api/pages/${id}`, { method: 'DELETE', headers: ELSEWHERE })).status).toBe(400)
  const read = await serving.request(`/api/pages/${id}`, { headers: ELSEWHERE })
  expect(read.headers.get('access-control-allow-origin')).toBeNull()
  expect((await serving.request(`/api/pages/${id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await serving.request(`/api/pages/${id}`)).status).toBe(404)
})

test('a page from a host name that is not this server’s is refused, token or not', async () => {
  const headers = { ...ELSEWHERE, host: 'evil.example.com' }
  expect((await send(await token(), { html: PAGE }, headers)).status).toBe(400)
})

test('a form sent by a browser goes on to the window that asks; a bad one to where it says why', async () => {
  const browser = { ...ELSEWHERE, accept: 'text/html,application/xhtml+xml' }
  const taken = await send(await token(), { html: PAGE }, browser)
  expect([taken.status, taken.headers.get('location')?.slice(0, 8)]).toEqual([303, '/#/page/'])
  const refused = await send('made-up', { html: PAGE }, browser)
  expect([refused.status, refused.headers.get('location')]).toEqual([303, '/#/page/refused'])
})

test.each([
  ['an empty page', { html: ' ' }, 'empty-input'],
  ['no page', { url: 'https://example.com' }, 'empty-input'],
  ['a page that is too large', { html: 'x'.repeat(100_001) }, 'too-large'],
])('%s is refused', async (_, page, code) => {
  expect(await codeOf(await send(await token(), page))).toBe(code)
})

test('an address that is no web address is left out', async () => {
  const { id } = PageTaken.parse(await (await send(await token(), { html: PAGE, url: 'javascript:alert(1)' })).json())
  expect(SentPage.parse(await (await serving.request(`/api/pages/${id}`)).json()).url).toBeNull()
})

test('pages that wait make room for new ones', () => {
  const pages = createSentPages(10)
  const take = (html: string) => pages.take(pages.token(), { url: null, html })?.id ?? ''
  const [first, second] = [take('123456'), take('123456')]
  expect([pages.get(first), pages.get(second)?.html]).toEqual([null, '123456'])
})

test('the source of a page pasted as text is read as the page', async () => {
  const response = await serving.post('/api/preview/whole', { kind: 'text', text: PAGE })
  const { threads } = (await response.json()) as { threads: { title: string; posts: { author: string | null }[] }[] }
  expect(threads[0]?.title).toContain('Trams or buses?')
  expect(threads[0]?.posts.map(({ author }) => author)).toEqual(expect.arrayContaining(['Ann', 'Bob', 'Cleo', 'Dan']))
})
