import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { createFetcher, type Fetcher } from '../../server/read/fetch.ts'
import { read } from '../../server/read/index.ts'
import type { Source } from '../../shared/api.ts'
import { type Replay, replay } from '../replay/server.ts'

const PAGE = '<!doctype html><html><head><title>Prices</title></head><body><p>Our prices.</p></body></html>'

const LETTERS = 'Ann: The ferry is too dear.\n\nBob: It is not.'
const OF_WORD = Object.fromEntries(
  ['[Content_Types].xml', 'word/document.xml'].map((name) => [name, Buffer.from(`<w:p>${LETTERS}</w:p>`)]),
)

let server: Replay
let fetcher: Fetcher
let config: ReturnType<typeof readConfig>

beforeAll(async () => {
  server = await replay(({ path }) => {
    if (path === '/login') return { status: 401, body: 'no' }
    if (path === '/gone') return { status: 410, body: 'no' }
    if (path === '/page') return { body: PAGE }
    if (path === '/paper') return { headers: { 'content-type': 'application/pdf' }, body: LETTERS }
    if (path === '/picture')
      return { headers: { 'content-type': 'image/png' }, body: new Uint8Array([137, 80, 78, 71, 0, 0, 0, 13]) }
    return null
  })
  config = readConfig({ ALLOW_HOSTS: server.host, MAX_UPLOAD_BYTES: '100000' })
  fetcher = createFetcher(config)
})
afterAll(async () => {
  await fetcher.close()
  await server.close()
})

function reading(...sources: Source[]) {
  return read(sources, fetcher, { config, signal: new AbortController().signal, progress: () => undefined })
}

const text = (words: string): Source => ({ kind: 'text', text: words })
const file = (content: string | Uint8Array, name = 'thread.txt'): Source => ({
  kind: 'file',
  name,
  base64: Buffer.from(content).toString('base64'),
})
const link = (path: string): Source => ({ kind: 'url', url: path.startsWith('/') ? server.origin + path : path })

describe('bad input ends in a problem that says what to do', () => {
  test.each<[string, () => Source, string]>([
    ['empty text', () => text('  \n\t '), 'empty-input'],
    ['text of invisible characters', () => text('\u200B\u2060\uFEFF'), 'empty-input'],
    ['a private address', () => link('http://192.168.0.1/thread'), 'private-address'],
    ['another scheme', () => link('file:///etc/passwd'), 'private-address'],
    ['a scheme without hosts', () => link('javascript:alert(1)'), 'private-address'],
    ['no address at all', () => link('http://'), 'bad-request'],
    ['a login wall', () => link('/login'), 'login-required'],
    ['nothing there', () => link('/nothing'), 'not-found'],
    ['something deleted', () => link('/gone'), 'gone'],
    ['a page without a thread', () => link('/page'), 'not-a-thread'],
    ['a picture', () => link('/picture'), 'unsupported'],
    ['a PDF that is all letters', () => link('/paper'), 'unsupported'],
    ['a dropped PDF that is all letters', () => file(`%PDF-1.4\n${LETTERS}`, 'paper.pdf'), 'unsupported'],
    ['a rich text', () => file(`{\\rtf1 ${LETTERS}}`, 'thread.rtf'), 'unsupported'],
    ['a document of Word', () => file(zipSync(OF_WORD), 'thread.docx'), 'unsupported'],
    ['a file past the limit', () => file('x'.repeat(100_001)), 'too-large'],
    ['an empty file', () => file(''), 'empty-input'],
    [
      'binary junk',
      () =>
        file(
          Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
          'junk.bin',
        ),
      'unsupported',
    ],
    ['a damaged zip', () => file(new Uint8Array([80, 75, 3, 4, 9, 9, 9, 9]), 'thread.zip'), 'unsupported'],
    ['JSON without posts', () => file('{"answer":42}', 'data.json'), 'not-a-thread'],
  ])('%s', async (_, source, code) => {
    const failure = await reading(source()).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ name: 'Problem', code })
    expect((failure as { message: string }).message).toMatch(/^[“A-Z\d].*\.$|^[“A-Z\d].+:$/)
    expect((failure as { remedy: string }).remedy.length).toBeGreaterThan(10)
  })
})

describe('several sources', () => {
  test('make several threads whose ids stay apart', async () => {
    const threads = await reading(text('One post.'), text('First.\n\nSecond.'))
    expect(threads.map((thread) => [thread.id, thread.posts.map((post) => post.id)])).toEqual([
      ['t1', ['1-1']],
      ['t2', ['2-1', '2-2']],
    ])
  })

  test('one that fails becomes a notice of the others', async () => {
    const threads = await reading(link('/nothing'), text('The ferry should be free.'))
    expect(threads).toHaveLength(1)
    expect(threads[0]?.posts[0]?.id).toBe('2-1')
    expect(threads[0]?.notices.join(' ')).toMatch(/\/nothing could not be read/)
  })
})

test('ids keep only characters that are safe in an address, and stay different', async () => {
  const thread = {
    title: 'A',
    posts: [
      { id: 'a/b', text: 'One.' },
      { id: 'a"b', text: 'Two.', parentId: 'a/b' },
    ],
  }
  const [read] = await reading(file(JSON.stringify(thread), 'thread.json'))
  expect(read?.posts.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['1-ab', null],
    ['1-ab~2', '1-ab'],
  ])
})

test('a pasted address alone is read as a link', async () => {
  await expect(reading(text(`  ${server.origin}/login\n`))).rejects.toMatchObject({ code: 'login-required' })
})

test('one post is a thread', async () => {
  const [thread] = await reading(text('The harbour ferry should be free of charge.'))
  expect(thread?.completeness).toEqual({ expected: null, got: 1, missing: [] })
})

test('five thousand posts are read within a second', async () => {
  const children = Array.from({ length: 5000 }, (_, at) => ({
    id: at + 2,
    created_at: '2026-01-01T00:00:00Z',
    type: 'comment',
    author: `writer${at % 300}`,
    text: `<p>Ferries cost ${at} crowns &amp; <a href="https://example.org/${at}">here</a> is why.<p>&gt; quoted words<p>A second paragraph that says a little more about the harbour and its boats.`,
    parent_id: 1,
    story_id: 1,
    children: [],
  }))
  const story = { id: 1, created_at: '2026-01-01T00:00:00Z', type: 'story', title: 'Ferries', author: 'a', children }
  const large = readConfig({ READ_ARTICLES: 'false' })
  const source = file(JSON.stringify(story), 'item.json')
  const options = { config: large, signal: new AbortController().signal, progress: () => undefined }
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const began = performance.now()
    const [thread] = await read([source], fetcher, options)
    best = Math.min(best, performance.now() - began)
    expect(thread?.posts).toHaveLength(5001)
  }
  expect(best).toBeLessThan(1000)
})

test('a short address is read as the one it leads to, where that is surely a platform’s own', async () => {
  const asked: string[] = []
  const shortening = (to: string, status = 200): Fetcher => ({
    async fetch({ url }) {
      asked.push(url)
      const item = {
        id: 1,
        author: 'ada',
        title: 'Ferries',
        text: null,
        created_at: '2026-05-01T09:00:00Z',
        children: [],
      }
      const text = url.includes('algolia') ? JSON.stringify(item) : PAGE
      return {
        status: url.includes('algolia') ? 200 : status,
        url: url.includes('s.example') ? to : url,
        headers: {},
        contentType: '',
        text,
      }
    },
    close: async () => undefined,
  })
  const through = (to: string, status?: number) =>
    read([{ kind: 'url', url: 'https://s.example/x' }], shortening(to, status), {
      config: readConfig({ IGNORE_ROBOTS: 'true' }),
      signal: new AbortController().signal,
      progress: () => undefined,
    })
  await expect(through('https://x.com/ada/status/1', 400)).rejects.toMatchObject({ code: 'login-required' })
  expect((await through('https://news.ycombinator.com/item?id=1'))[0]?.platform).toBe('hackernews')
  expect(asked.some((url) => url.includes('algolia'))).toBe(true)
  await expect(
    read([{ kind: 'url', url: 'https://fb.me/x' }], shortening(''), {
      config: readConfig({}),
      signal: new AbortController().signal,
      progress: () => undefined,
    }),
  ).rejects.toMatchObject({ code: 'login-required', message: expect.stringContaining('Facebook') })
})
