/** Several files or addresses of one thread become one thread. */
import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { createFetcher } from '../../server/read/fetch.ts'
import { preview, read } from '../../server/read/index.ts'
import { beside, WHY_ABSENT } from '../beside.ts'
import { faults } from './faults.ts'

const config = readConfig({ READ_ARTICLES: 'false' })
const T = '2026-05-01T09:00:00Z'

function archive(files: Record<string, unknown>) {
  const packed = Object.entries(files).map(([name, content]): [string, Uint8Array] => [
    name,
    Buffer.isBuffer(content)
      ? new Uint8Array(content)
      : new Uint8Array(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))),
  ])
  const base64 = Buffer.from(zipSync(Object.fromEntries(packed))).toString('base64')
  const threads = preview({ kind: 'file', name: 'all.zip', base64 }, config)
  for (const thread of threads) expect(faults(thread)).toEqual([])
  return threads
}

const reply = (nth: number, to: number | null) => ({
  id: nth + 100,
  post_number: nth,
  topic_id: 7,
  topic_slug: 'ferries',
  username: `u${nth}`,
  cooked: `<p>Words ${nth}</p>`,
  created_at: T,
  reply_to_post_number: to,
})
const topic = (...nths: [number, number | null][]) => ({
  id: 7,
  slug: 'ferries',
  title: 'Ferries',
  posts_count: 4,
  post_stream: { posts: nths.map(([nth, to]) => reply(nth, to)) },
})

test('pages of a Discourse topic: parents across files, completeness counted anew', () => {
  const [thread, ...others] = archive({ 'b.json': topic([3, 2], [4, null]), 'a.json': topic([1, null], [2, null]) })
  expect(others).toEqual([])
  expect(thread?.posts.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['1', null],
    ['2', '1'],
    ['3', '2'],
    ['4', '1'],
  ])
  expect(thread?.completeness).toEqual({ expected: 4, got: 4, missing: [] })
  expect(thread?.notices).toEqual(['Put together from 2 parts of the same thread: “b.json”, “a.json”.'])
})

test('topics of other names stay apart', () => {
  const other = { ...topic([1, null]), slug: 'bridges', title: 'Bridges' }
  expect(archive({ 'a.json': topic([1, null]), 'b.json': other }).map(({ title }) => title)).toEqual([
    'Ferries',
    'Bridges',
  ])
})

test('Reddit: comments folded away in one file stand in another', () => {
  const comment = (id: string, parent: string, replies: unknown = '') => ({
    kind: 't1',
    data: {
      id,
      name: `t1_${id}`,
      parent_id: parent,
      link_id: 't3_abc',
      author: id,
      body: `Words ${id}`,
      created_utc: 1777626000,
      permalink: `/r/h/comments/abc/_/${id}/`,
      replies,
    },
  })
  const story = { id: 'abc', name: 't3_abc', title: 'Ferries', author: 'ada', selftext: 'Free.', num_comments: 3 }
  const listing = (...children: unknown[]) => ({ kind: 'Listing', data: { children } })
  const stub = { kind: 'more', data: { count: 2, parent_id: 't3_abc', children: ['k2', 'k3'] } }
  const [thread, ...others] = archive({
    'more.json': { json: { data: { things: [comment('k2', 't3_abc'), comment('k3', 't1_k1')] } } },
    'thread.json': [
      listing({ kind: 't3', data: { ...story, permalink: '/r/h/comments/abc/ferries/', created_utc: 1777626000 } }),
      listing(comment('k1', 't3_abc'), stub),
    ],
  })
  expect(others).toEqual([])
  expect(thread?.completeness).toEqual({ expected: 4, got: 4, missing: [] })
  expect(thread?.posts.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['t3_abc', null],
    ['t1_k1', 't3_abc'],
    ['t1_k2', 't3_abc'],
    ['t1_k3', 't1_k1'],
  ])
})

const hackerNews = (item: string, rows: [number, number][], more: string) =>
  `<!-- saved from url=(0040)https://news.ycombinator.com/item?id=${item} --><html><body><table id="hnmain"><tr><td><table class="fatitem">${more}</table><table class="comment-tree">${rows.map(([id, indent]) => `<tr class="athing comtr" id="${id}"><td class="ind" indent="${indent}"></td><td><a class="hnuser">u${id}</a> <span class="age" title="2026-05-01T09:00:00 1777626000"></span><div class="commtext">Words ${id}</div></td></tr>`).join('')}</table></td></tr></table></body></html>`

test('Hacker News: a story and the page of one of its comments', () => {
  const story = hackerNews(
    '1000001',
    [[1000002, 0]],
    '<tr class="athing" id="1000001"><td><span class="titleline"><a href="https://example.org/">Ferries</a></span></td></tr>',
  )
  const comment = hackerNews(
    '1000002',
    [[1000003, 0]],
    '<tr class="athing" id="1000002"><td><a class="hnuser">u1000002</a> <span class="age" title="2026-05-01T09:00:00 1777626000"></span><span class="navs"> | <a href="item?id=1000001">parent</a> <span class="onstory"> | on: <a href="item?id=1000001">Ferries</a></span></span><div class="commtext">Words 1000002</div></td></tr>',
  )
  const [alone] = archive({ 'comment.html': comment })
  expect(alone?.completeness.missing).toEqual([
    { why: 'the rest of the thread: this is one comment with the answers to it', count: null },
  ])
  const [thread, ...others] = archive({ 'comment.html': comment, 'story.html': story })
  expect(others).toEqual([])
  expect(thread?.completeness.missing).toEqual([])
  expect(thread?.posts.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['1000001', null],
    ['1000002', '1000001'],
    ['1000003', '1000002'],
  ])
})

const forumPage = (page: number, last: number) =>
  `<!doctype html><html><head><title>Ferries</title><link rel="canonical" href="https://forum.example/viewtopic.php?t=1${page > 1 ? `&start=${page}` : ''}"></head><body>Powered by phpBB<h2 class="topic-title">Ferries</h2><div class="pagination"><ul><li class="active"><span>${page}</span></li>${page < last ? `<li class="next"><a href="?t=1&start=${page + 1}">Next</a></li>` : ''}</ul></div><div id="p${page}" class="post"><p class="author"><a class="username">u${page}</a></p><div class="content">Post ${page}</div></div></body></html>`

test.each<[number[], string[]]>([
  [[2, 1, 3], []],
  [[3, 1], ['pages of the thread between those that were read']],
  [[2], ['earlier pages of the thread', 'later pages of the thread']],
  [[1, 2], ['later pages of the thread']],
])('a forum: pages %j of three lack %j', (pages, missing) => {
  const threads = archive(Object.fromEntries(pages.map((page) => [`page-${page}.html`, forumPage(page, 3)])))
  expect(threads).toHaveLength(1)
  expect(threads[0]?.completeness.missing).toEqual(missing.map((why) => ({ why, count: null })))
  expect(threads[0]?.posts.map(({ id }) => id)).toEqual(pages.toSorted((a, b) => a - b).map(String))
})

test('mails saved one by one hang together by what they answer', () => {
  const mail = (id: string, answered: string | null, words: string) =>
    `From: Ada ${id} <a@x.example>\nSubject: ${answered === null ? '' : 'Re: '}Ferries\nDate: Fri, 01 May 2026 09:00:00 +0000\nMessage-ID: <${id}@x.example>\n${answered === null ? '' : `In-Reply-To: <${answered}@x.example>\n`}\n${words}\n`
  const [thread, ...others] = archive({
    'c.eml': mail('c', 'b', 'By taxes.'),
    'a.eml': mail('a', null, 'Free them.'),
    'b.eml': mail('b', 'a', 'Who pays?'),
  })
  expect(others).toEqual([])
  expect(thread?.posts.map(({ id, parentId, text, kind }) => [id, parentId, text, kind])).toEqual([
    ['a@x.example', null, 'Ferries\n\nFree them.', 'opening'],
    ['b@x.example', 'a@x.example', 'Who pays?', 'reply'],
    ['c@x.example', 'b@x.example', 'By taxes.', 'reply'],
  ])
  expect(thread?.notices.join(' ')).not.toMatch(/could not be read/)
})

test('sources pasted one by one are put together, too, under the number of the first', async () => {
  const file = (name: string, value: unknown) => ({
    kind: 'file' as const,
    name,
    base64: Buffer.from(JSON.stringify(value)).toString('base64'),
  })
  const fetcher = createFetcher(config)
  const threads = await read(
    [
      file('a.json', topic([1, null])),
      { kind: 'text', text: 'Something else.' },
      file('b.json', topic([2, 1], [3, null], [4, 3])),
    ],
    fetcher,
    { config, signal: new AbortController().signal, progress: () => undefined },
  )
  await fetcher.close()
  expect(threads.map(({ id, posts }) => [id, posts.map((post) => post.id)])).toEqual([
    ['t1', ['1-1', '1-2', '1-3', '1-4']],
    ['t2', ['2-1']],
  ])
})

const there = beside('payloads/MANIFEST.json') !== null
describe('captured parts of one thread', () => {
  beforeEach((ctx) => ctx.skip(!there, WHY_ABSENT))
  test.each<[string, string[], number]>([
    [
      'discourse',
      ['posts-pn-41', 'posts', 'post-452', 'posts-pn-21', 'posts-pn-61', 'posts-pn-81'].map(
        (it) => `cf-2108-${it}.json`,
      ),
      96,
    ],
    ['reddit', ['morechildren-n49rw.json', 'comments-n49rw.json'], 1425],
    ['nodebb', ['topic-2-page3.json', 'topic-2-page1.json', 'topic-2-page2.json', 'topic-2.html'], 45],
    ['wordpress', ['wp-json-comments-page2.json', 'wp-json-post-4.json', 'wp-json-comments-page1.json'], 126],
    ['github', ['perceval-github-issue-1.json', 'perceval-github-issue-comments-1.json'], 2],
    ['mailinglist', ['hyperkitty-2016-04.mbox', 'pipermail-2016-April.txt'], 3],
  ])('%s: %j hold %i posts', (folder, names, posts) => {
    const threads = archive(
      Object.fromEntries(names.map((name) => [name, readFileSync(beside(`payloads/${folder}/${name}`) as string)])),
    )
    expect(threads.map((thread) => thread.posts.length)).toEqual([posts])
  })
})
