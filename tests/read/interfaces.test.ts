/** The requests made to programming interfaces, with answers of their form. */
import { expect, test } from 'vitest'
import { canned } from './canned.ts'

const T = '2026-05-01T09:00:00Z'
const later = (minute: number) => `2026-05-01T09:${String(minute).padStart(2, '0')}:00Z`

test('GitHub: a pull request with reviews and comments on lines, over several pages', async () => {
  const api = 'https://api.github.com/repos/o/r'
  const issue = {
    number: 5,
    title: 'Free ferries',
    html_url: 'https://github.com/o/r/pull/5',
    user: { login: 'ada' },
    created_at: T,
    body: 'Free them.',
    comments: 1,
    pull_request: { url: `${api}/pulls/5` },
  }
  const onLine = (id: number, body: string, answers?: number) => ({
    id,
    body,
    pull_request_url: `${api}/pulls/5`,
    html_url: `https://github.com/o/r/pull/5#discussion_r${id}`,
    user: { login: `u${id}` },
    created_at: later(id),
    ...(answers === undefined ? {} : { in_reply_to_id: answers }),
  })
  const comment = {
    id: 1,
    body: 'Who pays?',
    issue_url: `${api}/issues/5`,
    html_url: 'https://github.com/o/r/pull/5#issuecomment-1',
    user: null,
    created_at: later(1),
  }
  const review = {
    id: 9,
    body: 'Approved.',
    user: { login: 'dan' },
    submitted_at: later(9),
    html_url: 'https://x.example/',
  }
  const { rows, asked, thread } = await canned('https://github.com/o/r/pull/5', {
    [`${api}/issues/5/comments`]: { json: [comment] },
    [`${api}/pulls/5/comments?per_page=100&page=2`]: { json: [onLine(3, 'By taxes.', 2)] },
    [`${api}/pulls/5/comments`]: {
      json: [onLine(2, 'How is this paid?')],
      headers: { link: `<${api}/pulls/5/comments?per_page=100&page=2>; rel="next"` },
    },
    [`${api}/pulls/5/reviews`]: { json: [review, { ...review, id: 10, body: '' }] },
    [`${api}/issues/5`]: { json: issue },
  })
  expect(rows).toEqual([
    ['ada', 'Free them.', null],
    [null, 'Who pays?', null],
    ['u2', 'How is this paid?', null],
    ['u3', 'By taxes.', 2],
    ['dan', 'Approved.', null],
  ])
  expect(asked).toHaveLength(5)
  expect(thread.completeness.missing).toEqual([])
})

test('GitHub: what is not there, and what was reached before a limit', async () => {
  const api = 'https://api.github.com/repos/o/r/issues/3'
  await expect(canned('https://github.com/o/r/issues/3', {})).rejects.toMatchObject({ code: 'not-found' })
  const issue = {
    number: 3,
    title: 'A',
    html_url: 'https://github.com/o/r/issues/3',
    body: 'B',
    comments: 1,
    created_at: T,
  }
  const { thread } = await canned('https://github.com/o/r/issues/3', {
    [`${api}/comments`]: { status: 403, json: { message: 'You have exceeded a secondary rate limit.' } },
    [api]: { json: issue },
  })
  expect(thread.posts).toHaveLength(1)
  expect(thread.completeness.missing.map(({ why }) => why).join(' ')).toMatch(/wait/)
})

test('Stack Exchange: question, answers, comments; the pause it asks for is kept', async () => {
  const api = 'https://api.stackexchange.com/2.3'
  const owner = (name: string) => ({ display_name: name })
  const at = 1777626000
  const { rows, asked } = await canned('https://cooking.stackexchange.com/a/2', {
    [`${api}/answers/2`]: { json: { items: [{ answer_id: 2, question_id: 1 }], quota_remaining: 9 } },
    [`${api}/questions/1/answers`]: {
      json: {
        items: [{ answer_id: 2, owner: owner('Ben'), body: '<p>Boil it.</p>', creation_date: at }],
        backoff: 0.01,
      },
    },
    [`${api}/questions/1`]: {
      json: {
        items: [
          {
            question_id: 1,
            title: 'R &amp; D',
            owner: owner('Ada'),
            body: '<p>How?</p>',
            creation_date: at,
            link: 'https://cooking.stackexchange.com/questions/1/r',
          },
        ],
      },
    },
    [`${api}/posts/1;2/comments`]: {
      json: {
        items: [
          {
            comment_id: 7,
            post_id: 2,
            owner: { user_type: 'does_not_exist', display_name: 'user3' },
            body: 'Why?',
            creation_date: at,
          },
        ],
      },
    },
  })
  expect(rows).toEqual([
    ['Ada', 'How?', null],
    ['Ben', 'Boil it.', 0],
    ['user3', 'Why?', 1],
  ])
  expect(asked.map(({ wait }) => wait ?? 0)).toEqual([0, 0, 0, 10])
  expect(asked.every(({ url }) => url.includes('site=cooking'))).toBe(true)
})

test('Stack Exchange: the key of the operator, and comments of more posts than one request may name', async () => {
  const api = 'https://api.stackexchange.com/2.3'
  const answers = Array.from({ length: 120 }, (_, place) => ({ answer_id: place + 2, body: '<p>Boil it.</p>' }))
  const { thread, asked } = await canned(
    'https://stackoverflow.com/questions/1/r',
    {
      [`${api}/questions/1/answers`]: { json: { items: answers } },
      [`${api}/questions/1`]: { json: { items: [{ question_id: 1, title: 'How?', body: '<p>How?</p>' }] } },
      [`${api}/posts/`]: ({ url }) => ({
        json: { items: [{ comment_id: 900, post_id: url.includes(';121') ? 121 : 1, body: 'Why?' }] },
      }),
    },
    { STACK_EXCHANGE_KEY: 'k(1' },
  )
  expect(asked.map(({ url }) => new URL(url).searchParams.get('key'))).toEqual(['k(1', 'k(1', 'k(1', 'k(1'])
  expect(asked.slice(2).map(({ url }) => url.split('/posts/')[1]?.split('/')[0]?.split(';').length)).toEqual([100, 21])
  const comments = thread.posts.filter(({ kind }) => kind === 'comment')
  expect(comments.map(({ parentId }) => parentId)).toEqual(['1-question-1', '1-121'])
})

test.each([
  [
    {
      error_id: 502,
      error_name: 'throttle_violation',
      error_message: 'too many requests from this IP, more requests available in 82 seconds',
    },
    { code: 'rate-limited', retryAfterSeconds: 82 },
  ],
  [
    { error_id: 400, error_name: 'bad_parameter', error_message: 'key doesn`t match a known application' },
    { code: 'needs-key' },
  ],
  [{ error_id: 503, error_name: 'temporarily_unavailable', error_message: 'simulated' }, { code: 'unreachable' }],
  [
    { error_id: 404, error_name: 'no_method', error_message: 'no method found with this name.' },
    { code: 'not-found', message: 'Stack Exchange says: no method found with this name.' },
  ],
])('Stack Exchange refuses: %o', async (json, problem) => {
  await expect(
    canned('https://stackoverflow.com/questions/1/r', { 'https://api.stackexchange.com/': { status: 400, json } }),
  ).rejects.toMatchObject(problem)
})

test('Bluesky: name, thread, its root, and a branch that was cut', async () => {
  const api = 'https://public.api.bsky.app/xrpc'
  const uri = (key: string) => `at://did:plc:a/app.bsky.feed.post/${key}`
  const view = (key: string, text: string, replyCount: number, parent?: string) => ({
    uri: uri(key),
    author: { handle: `${key}.example`, did: 'did:plc:a' },
    replyCount,
    record: {
      text,
      createdAt: T,
      ...(parent === undefined ? {} : { reply: { root: { uri: uri('one') }, parent: { uri: uri(parent) } } }),
    },
  })
  const thread = (key: string) => `${api}/app.bsky.feed.getPostThread?uri=${encodeURIComponent(uri(key))}`
  const { rows } = await canned('https://bsky.app/profile/ada.example/post/two', {
    [`${api}/com.atproto.identity.resolveHandle`]: { json: { did: 'did:plc:a' } },
    [thread('two')]: {
      json: {
        thread: { post: view('two', 'Who pays?', 1, 'one'), replies: [{ post: view('six', 'Taxes.', 0, 'two') }] },
      },
    },
    [thread('one')]: {
      json: { thread: { post: view('one', 'Free them.', 1), replies: [{ post: view('two', 'Who pays?', 1, 'one') }] } },
    },
  })
  expect(rows).toEqual([
    ['one.example', 'Free them.', null],
    ['two.example', 'Who pays?', 0],
    ['six.example', 'Taxes.', 1],
  ])
})

test('Mastodon: from the post that was pasted to the top of its conversation', async () => {
  const status = (id: string, parent: string | null, replies: number) => ({
    id,
    in_reply_to_id: parent,
    content: `<p>Words ${id}</p>`,
    created_at: T,
    replies_count: replies,
    url: `https://m.example/@u/${id}`,
    account: { acct: `u${id}`, url: `https://m.example/@u${id}` },
  })
  const api = 'https://m.example/api/v1/statuses'
  const { rows, thread } = await canned('https://m.example/@u/22', {
    [`${api}/22/context`]: { json: { ancestors: [status('11', null, 2)], descendants: [] } },
    [`${api}/22`]: { json: status('22', '11', 0) },
    [`${api}/11/context`]: { json: { ancestors: [], descendants: [status('22', '11', 0)] } },
    [`${api}/11`]: { json: status('11', null, 2) },
  })
  expect(rows).toEqual([
    ['u11@m.example', 'Words 11', null],
    ['u22@m.example', 'Words 22', 0],
  ])
  expect(thread.completeness.missing).toEqual([{ why: expect.stringMatching(/does not show/), count: 1 }])
})

test('YouTube: with a key, threads by page and the answers that did not come along', async () => {
  const api = 'https://www.googleapis.com/youtube/v3'
  const comment = (id: string, parentId?: string) => ({
    kind: 'youtube#comment',
    id,
    snippet: {
      textOriginal: `Words ${id}`,
      authorDisplayName: `@${id}`,
      publishedAt: T,
      updatedAt: T,
      ...(parentId === undefined ? {} : { parentId }),
    },
  })
  const threads = (id: string, replies: number) => ({
    kind: 'youtube#commentThread',
    id,
    snippet: { videoId: 'abcdefghijk', topLevelComment: comment(id), totalReplyCount: replies },
  })
  const { rows } = await canned(
    'https://www.youtube.com/watch?v=abcdefghijk',
    {
      [`${api}/videos`]: {
        json: { items: [{ snippet: { title: 'Ferries', channelTitle: 'Harbour', publishedAt: T } }] },
      },
      [`${api}/comments?`]: { json: { items: [comment('k1a', 'k1')] } },
      [`${api}/commentThreads`]: { json: { items: [threads('k1', 1), threads('k2', 0)] } },
    },
    { YOUTUBE_KEY: 'key' },
  )
  expect(rows).toEqual([
    ['Harbour', '', null],
    ['@k1', 'Words k1', 0],
    ['@k2', 'Words k2', 0],
    ['@k1a', 'Words k1a', 1],
  ])
})

test('Consul hands out its comments 25 at a time: all pages are asked for, and a page that fails is said to lack', async () => {
  const comment = (id: number, ancestry: string | null) => ({
    node: {
      id: String(id),
      body: `<p>Words ${id}.</p>`,
      ancestry,
      public_author: { username: 'ben' },
      public_created_at: '2026-05-01 09:00:00 +0200',
      cached_votes_up: 3,
      cached_votes_down: 1,
    },
  })
  const page = (edges: unknown[], next: string | null) => ({
    json: {
      data: {
        debate: {
          id: '7',
          title: 'Free ferries',
          description: '<p>They should be free.</p>',
          comments_count: 3,
          comments: { pageInfo: { hasNextPage: next !== null, endCursor: next }, edges },
        },
      },
    },
  })
  const url = 'https://town.example/debates/7-free-ferries'
  const first = page([comment(1, null), comment(2, '1')], 'Mg')
  const all = await canned(url, {
    'https://town.example/graphql': (ask) => (ask.url.includes('after') ? page([comment(3, '1/2')], null) : first),
  })
  expect(all.rows).toEqual([
    [null, 'They should be free.', null],
    ['ben', 'Words 1.', 0],
    ['ben', 'Words 2.', 1],
    ['ben', 'Words 3.', 2],
  ])
  expect(all.thread.posts[1]).toMatchObject({ score: 2, createdAt: '2026-05-01T07:00:00.000Z' })
  expect(all.thread.completeness).toMatchObject({ expected: 4, got: 4, missing: [] })
  const cut = await canned(url, {
    'https://town.example/graphql': (ask) => (ask.url.includes('after') ? { status: 500 } : first),
  })
  expect(cut.rows).toHaveLength(3)
  expect(cut.thread.completeness.missing).toContainEqual({ why: 'further pages of comments', count: 1 })
})
