import { afterEach, beforeEach, expect, test } from 'vitest'
import { DebateEntry, ProblemReply, Related, type Source } from '../../shared/api.ts'
import { addressesOf } from '../../server/store/addresses.ts'
import { plainAddress } from '../../server/text/plain-address.ts'
import { sampleDebate, sampleEntry } from '../store/samples.ts'
import { type Serving, serve } from './serving.ts'

let serving: Serving
beforeEach(async () => {
  serving = await serve({ work: () => Promise.resolve() })
})
afterEach(() => serving.close())

async function kept(id: string, url: string, sources: Source[]): Promise<void> {
  const debate = sampleDebate(id)
  debate.threads = debate.threads.map((thread) => ({
    ...thread,
    url,
    article: { url: 'https://paper.example/trams', title: 'Trams', site: null, text: 'Trams.' },
  }))
  await serving.store.create(sampleEntry({ id }), { sources, analyser: 'auto' })
  await serving.store.finish(id, { status: 'done', debate, problem: null })
}

const A: Source = { kind: 'url', url: 'https://a.example/1' }
const B: Source = { kind: 'url', url: 'https://b.example/2' }

test('debates about one page become one debate of all their sources, each once', async () => {
  await kept('a', A.url, [A])
  await kept('b', B.url, [B, A])
  const { debates } = Related.parse(await (await serving.request('/api/debates/a/related')).json())
  expect(debates.map(({ id }) => id)).toEqual(['b'])
  const reply = await serving.post('/api/debates/a/combine', { with: ['b'] })
  expect(reply.status).toBe(202)
  const made = DebateEntry.parse(await reply.json())
  expect((await serving.store.request(made.id))?.sources).toEqual([A, B])
  expect(await serving.store.debate('a')).not.toBeNull()
})

test('more sources than one debate may have are refused', async () => {
  const many = Array.from({ length: 20 }, (_, at): Source => ({ kind: 'url', url: `https://c.example/${at}` }))
  await kept('a', A.url, [A])
  await kept('b', B.url, many)
  const reply = await serving.post('/api/debates/a/combine', { with: ['b'] })
  expect(ProblemReply.parse(await reply.json()).code).toBe('too-large')
  expect((await serving.post('/api/debates/a/combine', { with: ['nobody'] })).status).toBe(404)
})

test.each([
  ['https://www.paper.example/trams/?utm_source=x&id=7#top', 'paper.example/trams?id=7'],
  ['http://m.paper.example/trams', 'paper.example/trams'],
  ['mailto:ada@example.org', null],
  ['no address', null],
])('%s is known as %s', (address, known) => {
  expect(plainAddress(address)).toBe(known)
})

test('an opening post with a single link is about it', () => {
  const debate = sampleDebate('a')
  const [thread] = debate.threads
  const [post] = thread?.posts ?? []
  if (thread === undefined || post === undefined) throw new Error('the sample has a post')
  const link = { start: 0, end: 1, url: 'https://paper.example/trams' }
  debate.threads = [{ ...thread, url: null, article: null, posts: [{ ...post, kind: 'opening', links: [link] }] }]
  expect(addressesOf(debate)).toEqual(['paper.example/trams'])
  debate.threads = [{ ...thread, url: null, article: null, posts: [{ ...post, kind: 'opening', links: [link, link] }] }]
  expect(addressesOf(debate)).toEqual([])
})
