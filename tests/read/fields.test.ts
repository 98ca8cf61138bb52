/**
 * Parents, writers and times of captured answers. Where one thread was captured in two forms, both must agree; elsewhere
 * three posts or more are compared with what stands in the captured records themselves.
 */
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import type { Post } from '../../shared/thread.ts'
import { beside, besideText, WHY_ABSENT } from '../beside.ts'

const config = readConfig({})
const there = beside('payloads/MANIFEST.json') !== null

function postsOf(file: string): Post[] {
  const base64 = readFileSync(beside(`payloads/${file}`) as string).toString('base64')
  return preview({ kind: 'file', name: file, base64 }, config).flatMap((thread) => thread.posts)
}

/** What two forms of a post must have in common; words compared without white space. */
const core = ({ author, createdAt, text }: Post) => ({
  author,
  at: createdAt?.slice(0, 16) ?? null,
  words: text.replace(/\s+/g, '').slice(0, 60),
})

const parentText = (posts: Post[], post: Post) =>
  posts
    .find(({ id }) => id === post.parentId)
    ?.text.replace(/\s+/g, '')
    .slice(0, 40) ?? null

describe('two forms of one thread', () => {
  beforeEach((ctx) => ctx.skip(!there, WHY_ABSENT))
  test.each([
    ['hackernews/item-48350598.html', 'hackernews/derived-algolia-48350598.json'],
    ['hackernews/item-48350598.html', 'hackernews/derived-firebase-48350598.json'],
    ['hackernews/item-48350598.html', 'saved/hn-item.mhtml'],
    ['mailinglist/public-inbox-thread-T.html', 'mailinglist/public-inbox-thread.mbox.gz'],
    ['nodebb/topic-2.html', 'nodebb/topic-2-page1.json'],
  ])('%s and %s agree on every post', (one, other) => {
    const a = postsOf(one)
    const b = postsOf(other)
    const sorted = (posts: Post[]) =>
      posts.map((post) => JSON.stringify({ ...core(post), parent: parentText(posts, post) })).sort()
    expect(sorted(a)).toEqual(sorted(b))
  })

  test('the page of one comment and the page of its thread agree on every answer below it', () => {
    const thread = new Map(postsOf('hackernews/item-48350598.html').map((post) => [post.id, post]))
    const [top, ...below] = postsOf('hackernews/comment-48351450.html')
    expect([top?.author, top?.createdAt]).toEqual(['winter_blue', thread.get('48351450')?.createdAt])
    // The one was captured later: most answers came between.
    const both = below.filter(({ id }) => thread.has(id))
    expect(both.length).toBeGreaterThan(10)
    for (const post of both) {
      const there = thread.get(post.id) as Post
      expect({ ...core(post), parent: post.parentId }).toEqual({ ...core(there), parent: there.parentId })
    }
  })

  // A copy has no depths: where several answers end at once, whom the next one answers is told from its words alone.
  test('a thread copied from its page and the page agree on writers and words', () => {
    const told = (posts: Post[]) => posts.slice(1).map((post) => [post.author, core(post).words])
    expect(told(postsOf('pasted/hn-select-all.txt'))).toEqual(told(postsOf('hackernews/item-48350598.html')))
  })

  test('a wiki page cut at its signatures and its list of comments name the same people at the same times', () => {
    const key = ({ author, createdAt }: Post) => `${author} ${createdAt?.slice(0, 16)}`
    const page = postsOf('wikipedia/en-afd-page.parsoid.html').map(key).sort()
    expect(page).toEqual(postsOf('wikipedia/en-afd-threadItemsHtml.json').map(key).sort())
  })

  // A page nests no deeper than five levels: below that it shows answers beside what they answer.
  test('a WordPress page and its interface agree on writers, times and who answers whom', () => {
    const page = new Map(postsOf('wordpress/post-free-ferry.html').map((post) => [post.id, post]))
    const listed = postsOf('wordpress/wp-json-comments-page1.json')
    expect(listed).toHaveLength(100)
    const above = (id: string | null): Post | undefined => listed.find((post) => post.id === id)
    for (const post of listed) {
      if (above(above(above(above(post.parentId)?.parentId ?? null)?.parentId ?? null)?.parentId ?? null) !== undefined)
        continue
      const { author, createdAt, parentId } = page.get(post.id) as Post
      expect({ author, createdAt, parentId }).toEqual({
        author: post.author,
        createdAt: post.createdAt,
        parentId: post.parentId ?? 'article',
      })
    }
  })
})

type Row = Record<string, unknown>
const json = (file: string) => JSON.parse(besideText(`payloads/${file}`) ?? 'null')
const utc = (value: unknown) => new Date(typeof value === 'number' ? value * 1000 : (value as string)).toISOString()

/** Every record with a `data.name` in a Reddit document. */
function redditThings(value: unknown, into: Row[] = []): Row[] {
  if (typeof value !== 'object' || value === null) return into
  const row = value as Row
  if ((row.kind === 't1' || row.kind === 't3') && typeof row.data === 'object') into.push(row.data as Row)
  for (const inner of Object.values(row)) redditThings(inner, into)
  return into
}

interface Expected {
  id: string
  author: string | null
  at: string
  parent?: string | null
}

/** Records of each file by other means than the reader's, as what must come out. */
const RECORDS: [string, () => Expected[]][] = [
  ...[
    'reddit/comments-n49rw.json',
    'reddit/comments-6wmniq-permalink.json',
    'reddit/comments-6otocc-chain-context.json',
  ].map((file): [string, () => Expected[]] => [
    file,
    () =>
      redditThings(json(file)).map((row) => ({
        id: row.name as string,
        author: row.author === '[deleted]' ? null : (row.author as string),
        at: utc(row.created_utc),
      })),
  ]),
  ...[
    'discourse/delving-1509-posts.json',
    'discourse/cf-2108-posts.json',
    'discourse/cf-2108-post-452.json',
    'discourse/cf-2108-posts-pn-21.json',
    'discourse/cf-2108-posts-pn-41.json',
    'discourse/cf-2108-posts-pn-61.json',
    'discourse/cf-2108-posts-pn-81.json',
    'discourse/perceval-discourse-topic-1148.json',
  ].map((file): [string, () => Expected[]] => [
    file,
    () =>
      (json(file).post_stream.posts as Row[]).map((row) => ({
        id: String(row.post_number),
        author: row.username as string,
        at: utc(row.created_at),
        ...(row.reply_to_post_number == null ? {} : { parent: `${row.reply_to_post_number as number}` }),
      })),
  ]),
  ...['github/issue-103-comments.json', 'github/issue-6-comments.json', 'github/pull-484-review-comments.json'].map(
    (file): [string, () => Expected[]] => [
      file,
      () =>
        (json(file) as Row[]).map((row) => ({
          id: String(row.id),
          author: (row.user as Row).login as string,
          at: utc(row.created_at),
          parent: row.in_reply_to_id === undefined ? null : `${row.in_reply_to_id as number}`,
        })),
    ],
  ),
  [
    'piefed/alpha-comment-list.json',
    () =>
      (json('piefed/alpha-comment-list.json').comments as { comment: Row; creator: Row }[]).map(
        ({ comment, creator }) => ({
          id: String(comment.id),
          author: `${creator.user_name as string}@${new URL(creator.actor_id as string).hostname}`,
          at: utc(comment.published),
        }),
      ),
  ],
  [
    'bluesky/getAuthorFeed.json',
    () =>
      (json('bluesky/getAuthorFeed.json').feed as { post: Row }[]).map(({ post }) => ({
        id: post.uri as string,
        author: (post.author as Row).handle as string,
        at: utc((post.record as Row).createdAt),
      })),
  ],
  ...['youtube/comment-threads-by-video-paged-1.json', 'youtube/comment-threads-by-video-paged-2.json'].map(
    (file): [string, () => Expected[]] => [
      file,
      () =>
        (json(file).items as Row[]).map((item) => {
          const top = (item.snippet as Row).topLevelComment as { id: string; snippet: Row }
          return {
            id: top.id,
            author: top.snippet.authorDisplayName as string,
            at: utc(top.snippet.publishedAt),
            parent: null,
          }
        }),
    ],
  ),
  ...[
    'stackexchange/stackexchange-question.json',
    'stackexchange/stackexchange-question-page.json',
    'stackexchange/stackexchange-question-backoff-page.json',
  ].map((file): [string, () => Expected[]] => [
    file,
    () => {
      // The same made-up number stands on both of its questions: the first is held here.
      const [question] = json(file).items as (Row & { answers: Row[]; comments: Row[] })[]
      if (question === undefined) return []
      const by = (row: Row) => ({ author: (row.owner as Row).display_name as string, at: utc(row.creation_date) })
      const top = `question-${question.question_id as number}`
      return [
        { id: top, ...by(question), parent: null },
        ...question.comments.map((row) => ({
          id: `comment-${row.comment_id as number}-${top}`,
          ...by(row),
          parent: top,
        })),
        ...question.answers.map((row) => ({ id: String(row.answer_id), ...by(row), parent: top })),
      ]
    },
  ]),
  [
    'gitlab/perceval-notes-1.json',
    () =>
      (json('gitlab/perceval-notes-1.json') as Row[]).map((row) => ({
        id: String(row.id),
        author: (row.author as Row).username as string,
        at: utc(row.created_at),
        parent: null,
      })),
  ],
  ...[
    'polis/15-per-hour-seattle-comments.csv',
    'polis/canadian-electoral-reform-comments.csv',
    'polis/vtaiwan.uberx-comments.csv',
  ].map((file): [string, () => Expected[]] => [
    file,
    () =>
      (besideText(`payloads/${file}`) ?? '')
        .split('\n')
        .filter((line) => /^\d{13},/.test(line))
        .map((line) => line.split(','))
        .map(([time, , id, author]) => ({
          id: id as string,
          author: author as string,
          at: new Date(Number(time)).toISOString(),
          parent: null,
        })),
  ]),
]

describe('captured records', () => {
  beforeEach((ctx) => ctx.skip(!there, WHY_ABSENT))
  test.each(RECORDS)('%s', (file, records) => {
    const expected = records()
    // What is there is checked whole; the notes of GitLab were captured two at a time.
    expect(expected.length).toBeGreaterThan(file.startsWith('gitlab/') ? 1 : 2)
    const read = new Map(postsOf(file).map((post) => [post.id, post]))
    for (const { id, author, at, parent } of expected) {
      const post = read.get(id) as Post
      expect({ id, author: post.author, at: post.createdAt }).toEqual({ id, author, at })
      if (parent !== undefined && (parent === null || read.has(parent)))
        expect([id, post.parentId]).toEqual([id, parent])
    }
  })

  test.each([
    // file, pattern of one post in the page's source with its id, writer and time
    [
      'xenforo/katzen-forum-thread.html',
      /data-author="([^"]+)"\s+data-content="post-(\d+)"[\s\S]*?<time[^>]*datetime="([^"]+)"/g,
      [2, 1, 3],
    ],
    ['lobsters/story-ktew3s.html', /<div id="c_(\w+)"[\s\S]*?href="\/~(\w+)"[\s\S]*?data-at-unix="(\d+)"/g, [1, 2, 3]],
  ] as [string, RegExp, [number, number, number]][])('%s', (file, pattern, [id, author, time]) => {
    const read = new Map(postsOf(file).map((post) => [post.id, post]))
    const found = [...(besideText(`payloads/${file}`) ?? '').matchAll(pattern)]
    expect(found.length).toBeGreaterThan(2)
    for (const one of found) {
      const post = read.get(one[id] as string) as Post
      expect([post.author, post.createdAt?.slice(0, 13)]).toEqual([
        one[author],
        utc(/^\d+$/.test(one[time] as string) ? Number(one[time]) : one[time]).slice(0, 13),
      ])
    }
  })

  /** Posts of pages, as a reader of the page's source finds them by other means: number, writer, time, parent. */
  test.each<[string, RegExp, (found: RegExpExecArray) => Expected]>([
    [
      'stackexchange/german-se-question.html',
      /<li id="comment-(\d+)"[\s\S]*?class="comment-user[^>]*>([^<]+)<[\s\S]*?title="(\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ)/g,
      ([, id, author, at]) => ({
        id: `comment-${id}`,
        author: (author as string).replace(/&#x(\w+);/g, (_, code: string) =>
          String.fromCodePoint(Number.parseInt(code, 16)),
        ),
        at: utc((at as string).replace(' ', 'T')),
      }),
    ],
    [
      'github/issue-56-page.html',
      /id="(issuecomment-\d+)"[\s\S]*?datetime="([^"]+)"[\s\S]*?data-testid="avatar-link" href="\/([^"]+)"/g,
      ([, id, at, author]) => ({ id: id as string, author: author as string, at: utc(at) }),
    ],
    [
      'reddit/thread.rss',
      /<entry><author><name>\/u\/([^<]+)<(?:(?!<entry>)[\s\S])*?<id>(t1_\w+)<\/id>(?:(?!<entry>)[\s\S])*?<updated>([^<]+)</g,
      ([, author, id, at]) => ({ id: id as string, author: author as string, at: utc(at) }),
    ],
    [
      'wordpress/comments-feed.xml',
      /#comment-(\d+)<\/link>\s*<dc:creator><!\[CDATA\[([^\]]+)\]\]><\/dc:creator>\s*<pubDate>([^<]+)</g,
      ([, id, author, at]) => ({ id: id as string, author: author as string, at: utc(at) }),
    ],
    [
      'vbulletin/pocketpc-thread-page34.html',
      /<li[^>]*id="post_(\d+)"[\s\S]*?class="username[^>]*><strong>([^<]+)<[\s\S]*?(\d\d)\.(\d\d)\.(\d{4}),&nbsp;(\d\d:\d\d)/g,
      ([, id, author, day, month, year, clock]) => ({
        id: id as string,
        author: author as string,
        at: utc(`${year}-${month}-${day}T${clock}:00Z`),
      }),
    ],
    [
      'phpbb/forumotion-topic.html',
      /<div id="p([1-9]\d*)" class="post[\s\S]*?class="author">[\s\S]*?<strong>([^<]+)<\/strong><\/span> am (\d\d)\/(\d\d)\/(\d\d), (\d\d):(\d\d) ([ap]m)/g,
      ([, id, author, day, month, year, hours, minutes, half]) => ({
        id: id as string,
        author: author as string,
        at: utc(
          `20${year}-${month}-${day}T${String((Number(hours) % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:${minutes}:00Z`,
        ),
      }),
    ],
    [
      'askbot/question-24396-page1.html',
      /id="post-id-(\d+)"[\s\S]*?class="timeago" title="([^"]+)"[\s\S]*?class="user-info">\s*<a[^>]*>([^<]+)</g,
      ([, id, at, author]) => ({
        id: id as string,
        author: author as string,
        at: utc(
          (at as string)
            .replace(' ', 'T')
            .replace(' ', '')
            .replace(/(\d\d)$/, ':$1'),
        ),
        parent: id === '24396' ? null : '24396',
      }),
    ],
    [
      'wordpress/scilogs-gendersprache-comments.html',
      /id="comment-(\d+)"(?:(?!id="comment-)[\s\S])*?class="comment-author">([^<]+)<(?:(?!id="comment-)[\s\S])*?(\d+)\. April (\d{4}) &#64; (\d\d:\d\d)/g,
      ([, id, author, day, year, clock]) => ({
        id: id as string,
        author: (author as string).trim(),
        at: utc(`${year}-04-${(day as string).padStart(2, '0')}T${clock}:00Z`),
      }),
    ],
  ])('%s, post by post', (file, pattern, expected) => {
    const read = new Map(postsOf(file).map((post) => [post.id, post]))
    const found = [...(besideText(`payloads/${file}`) ?? '').matchAll(pattern)]
      .map(expected)
      .filter(({ id }) => read.has(id))
    expect(found.length).toBeGreaterThan(2)
    for (const { id, author, at, parent } of found) {
      const post = read.get(id) as Post
      expect({ id, author: post.author, at: post.createdAt }).toEqual({ id, author, at })
      if (parent !== undefined) expect([id, post.parentId]).toEqual([id, parent])
    }
  })

  test('the Reddit page of 2020 and the data it carries', () => {
    const source = besideText('payloads/reddit/redesign-thread-page.html') ?? ''
    const from = source.indexOf('{', source.indexOf('window.___r'))
    const data = JSON.parse(source.slice(from, source.indexOf('</script>', from)).replace(/;\s*$/, ''))
    const models = Object.values(data.comments.models as Record<string, Row>)
    const read = new Map(postsOf('reddit/redesign-thread-page.html').map((post) => [post.id, post]))
    const shown = models.filter(({ id }) => read.has(id as string))
    expect(shown.length).toBeGreaterThan(2)
    for (const { id, author, created, parentId, postId, score } of shown) {
      const post = read.get(id as string) as Post
      expect([post.author, post.createdAt, post.parentId, post.score]).toEqual([
        author === '[deleted]' ? null : author,
        utc(created),
        parentId ?? postId,
        score,
      ])
    }
  })

  test('the Mastodon page: each reply hangs at the post it stands under', () => {
    const posts = postsOf('mastodon/status-page.html')
    expect(posts).toHaveLength(6)
    expect(posts.filter(({ author }) => author !== null)).toHaveLength(6)
    expect(posts.slice(1).every(({ parentId }) => posts.some(({ id }) => id === parentId))).toBe(true)
  })

  test.each(['kialo/hate-speech-illegal-6148.txt', 'kialo/hate-speech-legally-protected-10134.txt'])(
    'numbers and sides of %s',
    (file) => {
      const posts = postsOf(file)
      const lines = (besideText(`payloads/${file}`) ?? '')
        .split('\n')
        .flatMap((line) => /^([\d.]+)\. (Pro|Con): /.exec(line) ?? [])
      expect(posts.filter(({ stance }) => stance !== null)).toHaveLength(lines.length / 3)
      for (const post of posts.slice(1)) expect(post.parentId).toBe(post.id.replace(/\.\d+$/, ''))
    },
  )

  test('mails answer what they say they answer', () => {
    const posts = postsOf('mailinglist/ponymail-users-2022-01.mbox')
    const source = besideText('payloads/mailinglist/ponymail-users-2022-01.mbox') ?? ''
    const answered = [...source.matchAll(/^In-Reply-To: <([^>]+)>[\s\S]*?^Message-ID: <([^>]+)>/gm)]
    expect(answered.length).toBeGreaterThan(1)
    for (const [, parent, id] of answered) expect(posts.find((post) => post.id === id)?.parentId).toBe(parent)
    expect(posts.every((post) => post.author !== null && !post.author.includes('@') && post.createdAt !== null)).toBe(
      true,
    )
  })
})
