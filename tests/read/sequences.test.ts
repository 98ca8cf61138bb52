/** The requests platforms make, one after the other: to a server on loopback, or to canned answers where the host is fixed. */
import { afterEach, expect, test, vi } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { issuesOf } from '../../server/graph/issues.ts'
import { createFetcher, type Fetcher } from '../../server/read/fetch.ts'
import { read } from '../../server/read/index.ts'
import type { Answer, Ask } from '../../server/read/platform.ts'
import { type Asked, type Reply, replay } from '../replay/server.ts'

const T = '2026-05-01T09:00:00Z'
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

const quiet = (config: ReturnType<typeof readConfig>) => ({
  config,
  signal: new AbortController().signal,
  progress: () => undefined,
})

/** Reads `path` of a server that answers by `answer`. */
async function reading(path: string, answer: (asked: Asked) => Reply | null, settings: Record<string, string> = {}) {
  const server = await replay(answer)
  const config = readConfig({ ALLOW_HOSTS: server.host, READ_ARTICLES: 'false', ...settings })
  const fetcher = createFetcher(config)
  open.push(fetcher, server)
  const [thread] = await read([{ kind: 'url', url: server.origin + path }], fetcher, quiet(config))
  if (thread === undefined) throw new Error('no thread')
  return { thread, asked: server.asked.map((one) => one.path) }
}

/** Reads `url` from answers by address; what is not listed is a 404. */
async function canned(
  url: string,
  answers: Record<string, { status?: number; json?: unknown; body?: string; headers?: Record<string, string> }>,
  settings: Record<string, string> = {},
) {
  const asked: string[] = []
  const config = readConfig({ READ_ARTICLES: 'false', ...settings })
  const fetcher: Fetcher = {
    async fetch(ask: Ask): Promise<Answer> {
      asked.push(ask.url)
      const found = Object.entries(answers).find(([start]) => ask.url.startsWith(start))?.[1] ?? { status: 404 }
      const text = found.json === undefined ? (found.body ?? '') : JSON.stringify(found.json)
      return { status: found.status ?? 200, url: ask.url, headers: found.headers ?? {}, contentType: '', text }
    },
    close: async () => undefined,
  }
  const [thread] = await read([{ kind: 'url', url }], fetcher, quiet(config))
  if (thread === undefined) throw new Error('no thread')
  return { thread, asked }
}

test('Lemmy: version 4 first, then version 3, then its comments page by page', async () => {
  const view = {
    post: { id: 9, name: 'Ferries', published: T, ap_id: 'https://a.example/post/9' },
    creator: { name: 'ada', actor_id: 'https://a.example/u/ada' },
    counts: { comments: 51 },
  }
  const comment = (id: number) => ({
    comment: {
      id,
      post_id: 9,
      path: `0.${id}`,
      content: `Words ${id}`,
      published: T,
      ap_id: `https://a.example/c/${id}`,
    },
    creator: view.creator,
    post: view.post,
  })
  const { thread, asked } = await reading('/post/9', ({ path }) => {
    if (path.startsWith('/api/v3/post?')) return { json: { post_view: view } }
    if (!path.startsWith('/api/v3/comment/list')) return null
    return {
      json: {
        comments: /page=1(?:&|$)/.test(path) ? Array.from({ length: 50 }, (_, at) => comment(at + 1)) : [comment(51)],
      },
    }
  })
  expect(asked.map((path) => path.split('?')[0])).toEqual([
    '/api/v4/post',
    '/api/v3/post',
    '/api/v3/comment/list',
    '/api/v3/comment/list',
  ])
  expect(thread.completeness).toMatchObject({ expected: 52, got: 52, missing: [] })
  expect(thread.posts[1]).toMatchObject({ id: '1-1', parentId: '1-post-9', author: 'ada@a.example' })
})

test('a phpBB thread pasted at its second page is read from its first', async () => {
  const page = (number: number) =>
    `<html><body id="phpbb">Powered by phpBB<h2 class="topic-title"><a href="viewtopic.php?t=1">Ferries</a></h2><div class="pagination"><ul>${number === 2 ? '<li><a href="/viewtopic.php?t=1">1</a></li><li class="active"><span>2</span></li>' : '<li class="active"><span>1</span></li><li class="next"><a href="/viewtopic.php?t=1&amp;start=1">Next</a></li>'}</ul></div><div id="p${number}" class="post"><p class="author"><a class="username">u${number}</a></p><div class="content">Post ${number}</div></div></body></html>`
  const { thread, asked } = await reading('/viewtopic.php?t=1&start=1', ({ path }) =>
    path === '/robots.txt' ? null : { body: page(path.includes('start=1') ? 2 : 1) },
  )
  expect(thread.posts.map(({ text }) => text)).toEqual(['Ferries\n\nPost 1', 'Post 2'])
  expect(asked).toEqual([
    '/robots.txt',
    '/viewtopic.php?t=1&start=1',
    '/viewtopic.php?t=1',
    '/viewtopic.php?t=1&start=1',
  ])
})

test('nothing more is asked for when reading has taken too long, and what was read is kept', async () => {
  const page =
    '<html><body id="phpbb">Powered by phpBB<h2 class="topic-title"><a href="viewtopic.php?t=1">Ferries</a></h2><div class="pagination"><ul><li class="active"><span>1</span></li><li class="next"><a href="/viewtopic.php?t=1&amp;start=1">Next</a></li></ul></div><div id="p1" class="post"><p class="author"><a class="username">ada</a></p><div class="content">Post 1</div></div></body></html>'
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const { thread, asked } = await reading('/viewtopic.php?t=1', ({ path }) => {
      if (path === '/robots.txt') return null
      vi.setSystemTime(Date.now() + 11 * 60_000)
      return { body: page }
    })
    expect(asked).toEqual(['/robots.txt', '/viewtopic.php?t=1'])
    expect(thread.posts.map(({ text }) => text)).toEqual(['Ferries\n\nPost 1'])
    expect(thread.completeness.missing.map(({ why }) => why).join(' ')).toMatch(/reading a thread may take 10 minutes/)
  } finally {
    vi.useRealTimers()
  }
})

test('WordPress: from the page to its interface, and back to the page where that is closed', async () => {
  const page =
    '<!doctype html><html><head><link rel="https://api.w.org/" href="/wp-json/"><link rel="shortlink" href="/?p=4"></head><body class="wp-content"><h1 class="entry-title">Ferries</h1><div class="entry-content">They should be free.</div><ol><li id="comment-2" class="comment"><cite class="fn">ben</cite><div class="comment-content"><p>Who pays?</p></div></li></ol></body></html>'
  const article = {
    id: 4,
    title: { rendered: 'Ferries' },
    content: { rendered: '<p>They should be free.</p>' },
    date_gmt: T,
    link: 'https://blog.example/ferries',
  }
  const comment = {
    id: 2,
    parent: 0,
    author_name: 'ben',
    date_gmt: T,
    content: { rendered: '<p>Who pays?</p>' },
    link: 'https://blog.example/ferries#comment-2',
  }
  const serving =
    (closed: boolean) =>
    ({ path }: Asked): Reply | null => {
      if (path === '/ferries') return { body: page }
      if (closed) return null
      if (path.startsWith('/wp-json/wp/v2/posts/4')) return { json: article }
      return path.startsWith('/wp-json/wp/v2/comments')
        ? { json: [comment], headers: { 'x-wp-total': '1', 'x-wp-totalpages': '1' } }
        : null
    }
  for (const closed of [false, true]) {
    const { thread } = await reading('/ferries', serving(closed))
    expect(thread.posts.map(({ text, author }) => [text, author])).toEqual([
      ['Ferries\n\nThey should be free.', null],
      ['Who pays?', 'ben'],
    ])
  }
})

test('public-inbox: the whole thread as one mailbox', async () => {
  const mailbox =
    'From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: Ada <a@x.example>\nSubject: Ferries\nDate: Fri, 01 May 2026 09:00:00 +0000\nMessage-ID: <1@x.example>\n\nFree them.\n'
  const { thread, asked } = await reading('/debate/1@x.example/', ({ path }) =>
    path === '/debate/1@x.example/t.mbox.gz'
      ? { body: mailbox, headers: { 'content-type': 'application/gzip' } }
      : null,
  )
  expect(asked).toEqual(['/debate/1@x.example/t.mbox.gz'])
  expect(thread.posts[0]).toMatchObject({ author: 'Ada', text: 'Ferries\n\nFree them.' })
})

test('robots.txt is heeded for pages, unless the operator says otherwise', async () => {
  const answer = ({ path }: Asked): Reply =>
    path === '/robots.txt'
      ? { body: 'User-agent: *\nDisallow: /' }
      : {
          body: `<!doctype html><html><body><article><h1>Ferries</h1>${'<p>They should be free, and here is a long reason why that is so.</p>'.repeat(9)}</article></body></html>`,
        }
  await expect(reading('/page', answer)).rejects.toMatchObject({ code: 'robots-disallow' })
  const { thread } = await reading('/page', answer, { IGNORE_ROBOTS: 'true' })
  expect(thread.notices.join(' ')).toMatch(/No comments were found/)
})

test('where a short address leads, the rules of that site count', async () => {
  const there = await replay(({ path }) => ({
    body: path === '/robots.txt' ? 'User-agent: *\nDisallow: /far' : 'Ferries',
  }))
  open.push(there)
  const answer = ({ path }: Asked): Reply =>
    path === '/robots.txt' ? { status: 404 } : { status: 302, headers: { location: `${there.origin}/far/away` } }
  const allowed = { ALLOW_HOSTS: '127.0.0.1' }
  await expect(reading('/s/1', answer, allowed)).rejects.toMatchObject({ code: 'robots-disallow' })
  const { thread } = await reading('/s/1', answer, { ...allowed, IGNORE_ROBOTS: 'true' })
  expect(thread.posts.map(({ text }) => text)).toEqual(['Ferries'])
})

test('a linked article is left unread where its site says no, and that is told', async () => {
  const story = { id: 1, type: 'story', created_at: T, author: 'ada', title: 'Ferries', story_id: 1, children: [] }
  const answers = {
    'https://hn.algolia.com/api/v1/items/1': { json: { ...story, url: 'https://news.example/ferries' } },
    'https://news.example/robots.txt': { body: 'User-agent: *\nDisallow: /ferries' },
    'https://news.example/ferries': {
      body: `<!doctype html><html><head><title>Ferries</title></head><body><article><h1>Ferries</h1>${'<p>They should be free, and here is a long reason why that is so.</p>'.repeat(9)}</article></body></html>`,
    },
  }
  const address = 'https://news.ycombinator.com/item?id=1'
  const { thread, asked } = await canned(address, answers, { READ_ARTICLES: 'true' })
  expect(thread.article).toBeNull()
  expect(thread.notices.join(' ')).toMatch(/news\.example asks programs not to read this page/)
  expect(asked).not.toContain('https://news.example/ferries')
  const anyway = await canned(address, answers, { READ_ARTICLES: 'true', IGNORE_ROBOTS: 'true' })
  expect(anyway.thread.article?.title).toBe('Ferries')
})

test('where a linked article leads, the rules of that site count', async () => {
  const story = { id: 1, type: 'story', created_at: T, author: 'ada', title: 'Ferries', story_id: 1, children: [] }
  const page = `<!doctype html><html><head><title>Ferries</title></head><body><article><h1>Ferries</h1>${'<p>They should be free, and here is a long reason why that is so.</p>'.repeat(9)}</article></body></html>`
  const articleOf = async (path: string, settings: Record<string, string> = {}) => {
    const fetcher: Fetcher = {
      fetch({ url }: Ask): Promise<Answer> {
        const isShort = url === 'https://short.example/1'
        const text = url.startsWith('https://hn.')
          ? JSON.stringify({ ...story, url: 'https://short.example/1' })
          : url === 'https://news.example/robots.txt'
            ? 'User-agent: *\nDisallow: /far'
            : page
        const status = url === 'https://short.example/robots.txt' ? 404 : 200
        const at = isShort ? `https://news.example${path}` : url
        return Promise.resolve({ status, url: at, headers: {}, contentType: '', text })
      },
      close: () => Promise.resolve(),
    }
    const source = { kind: 'url' as const, url: 'https://news.ycombinator.com/item?id=1' }
    const [thread] = await read([source], fetcher, quiet(readConfig(settings)))
    return { title: thread?.article?.title ?? null, told: thread?.notices.join(' ') ?? '' }
  }
  expect((await articleOf('/near')).title).toBe('Ferries')
  const refused = await articleOf('/far/away')
  expect(refused.title).toBeNull()
  expect(refused.told).toMatch(/news\.example asks programs not to read this page/)
  expect((await articleOf('/far/away', { IGNORE_ROBOTS: 'true' })).title).toBe('Ferries')
})

test('an article that several threads discuss is read once', async () => {
  const story = (id: number) => {
    const url = `https://news.example/ferries${id === 2 ? '?utm_source=hn#comments' : ''}`
    return { id, type: 'story', created_at: T, author: 'ada', title: 'Ferries', story_id: id, children: [], url }
  }
  const page = `<!doctype html><html><head><title>Free ferries</title></head><body><article><h1>Free ferries</h1>${'<p>They should be free, and here is a long reason why that is so.</p>'.repeat(9)}</article></body></html>`
  const asked: string[] = []
  const fetcher: Fetcher = {
    fetch(ask: Ask): Promise<Answer> {
      asked.push(ask.url)
      const number = /items\/(\d)$/.exec(ask.url)?.[1]
      const text = number === undefined ? page : JSON.stringify(story(Number(number)))
      const status = ask.url.endsWith('/robots.txt') ? 404 : 200
      return Promise.resolve({ status, url: ask.url, headers: {}, contentType: '', text })
    },
    close: () => Promise.resolve(),
  }
  const sources = [1, 2].map((id) => ({ kind: 'url' as const, url: `https://news.ycombinator.com/item?id=${id}` }))
  const threads = await read(sources, fetcher, quiet(readConfig({})))
  expect(threads.map(({ article }) => article?.title)).toEqual(['Free ferries', 'Free ferries'])
  expect(asked.filter((url) => url.startsWith('https://news.example/ferries'))).toHaveLength(1)
  const beside = threads.map((thread, at) => ({
    ...thread,
    title: `Ferries ${at}`,
    article: thread.article && { ...thread.article, url: `https://www.news.example/ferries/?utm_source=${at}` },
  }))
  expect(issuesOf(beside, []).map(({ threadIds }) => threadIds)).toEqual([['t1', 't2']])
})

test('Hacker News: a comment leads to its story; where Algolia fails the official interface is walked', async () => {
  const story = { id: 1, type: 'story', created_at: T, author: 'ada', title: 'Ferries', story_id: 1, children: [] }
  const { asked } = await canned('https://news.ycombinator.com/item?id=5', {
    'https://hn.algolia.com/api/v1/items/5': {
      json: { id: 5, type: 'comment', created_at: T, story_id: 1, children: [] },
    },
    'https://hn.algolia.com/api/v1/items/1': { json: story },
  })
  expect(asked).toHaveLength(2)
  const walked = await canned('https://news.ycombinator.com/item?id=1', {
    'https://hacker-news.firebaseio.com/v0/item/1.json': {
      json: { id: 1, type: 'story', time: 1777626000, by: 'ada', title: 'Ferries', descendants: 2, kids: [2, 3] },
    },
    'https://hacker-news.firebaseio.com/v0/item/2.json': {
      json: { id: 2, type: 'comment', time: 1777626000, by: 'ben', text: 'Who pays?', parent: 1 },
    },
  })
  expect(walked.thread.completeness).toMatchObject({ expected: 3, got: 2 })
  expect(walked.thread.posts.map(({ author }) => author)).toEqual(['ada', 'ben'])
})

test('Reddit: one try, then an honest sentence with the way out', async () => {
  const failure = await canned('https://www.reddit.com/r/h/comments/abc/x/', {
    'https://www.reddit.com/': { status: 403, body: '<title>Blocked</title>whoa there, pardner!' },
  }).catch((thrown: unknown) => thrown)
  expect(failure).toMatchObject({ code: 'blocked-by-site', remedy: expect.stringMatching(/\.json.*drop the file/) })
})

test('GitHub: an issue with two pages of comments; the limit is told as a limit', async () => {
  const api = 'https://api.github.com/repos/o/r/issues/3'
  const comment = (id: number) => ({
    id,
    html_url: `https://github.com/o/r/issues/3#issuecomment-${id}`,
    issue_url: api,
    user: { login: `u${id}` },
    created_at: T,
    body: `Words ${id}`,
  })
  const issue = {
    number: 3,
    title: 'Ferries',
    html_url: 'https://github.com/o/r/issues/3',
    user: { login: 'ada' },
    created_at: T,
    body: 'Free them.',
    comments: 101,
  }
  const { thread } = await canned('https://github.com/o/r/issues/3', {
    [`${api}/comments?per_page=100&page=1`]: { json: Array.from({ length: 100 }, (_, at) => comment(at + 1)) },
    [`${api}/comments?per_page=100&page=2`]: { json: [comment(101)] },
    [api]: { json: issue },
  })
  expect(thread.completeness).toMatchObject({ expected: 102, got: 102, missing: [] })
  await expect(
    canned('https://github.com/o/r/issues/3', {
      [api]: {
        status: 403,
        json: { message: 'API rate limit exceeded' },
        headers: { 'x-ratelimit-remaining': '0', 'retry-after': '60' },
      },
    }),
  ).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 60 })
})

test.each([
  ['https://x.com/someone/status/1', 'login-required'],
  ['https://www.facebook.com/groups/1/posts/2', 'login-required'],
  ['https://www.quora.com/Should-ferries-be-free', 'login-required'],
  ['https://groups.google.com/g/list/c/abc', 'login-required'],
  ['https://www.youtube.com/watch?v=abcdefghijk', 'needs-key'],
  ['https://www.kialo.com/ferries-123', 'login-required'],
  ['https://boards.4chan.org/g/thread/1', 'unsupported'],
])('%s ends in %s without a request', async (url, code) => {
  await expect(canned(url, {})).rejects.toMatchObject({ name: 'Problem', code })
})
