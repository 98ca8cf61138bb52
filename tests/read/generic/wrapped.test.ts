/** Answers as other programs hand them on: recorded, bundled, packed, with words around. */
import { describe, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import { readConfig } from '../../../server/config.ts'
import { preview } from '../../../server/read/index.ts'
import { threadsIn } from './rows.ts'

const comment = (id: number, body: string) => ({
  id,
  body,
  user: { login: `p${id - 700000}` },
  created_at: '2026-05-01T09:00:00Z',
  updated_at: '2026-05-01T09:00:00Z',
  html_url: `https://github.com/h/f/issues/7#issuecomment-${id}`,
  issue_url: 'https://api.github.com/repos/h/f/issues/7',
})
const ONE = [comment(700001, 'Free them.')]
const TWO = [comment(700002, 'Who pays?'), { ...comment(700003, 'Who pays?'), user: { login: 'p2' } }]
const PAGES = [...ONE, ...TWO]
const source = JSON.stringify(PAGES)
const SAID = [
  ['p1', 'Free them.'],
  ['p2', 'Who pays?'],
  ['p2', 'Who pays?'],
]

function reading(content: string | Uint8Array, name = 'answers.json') {
  const threads = threadsIn(content, name)
  return {
    platforms: threads.map(({ platform }) => platform),
    said: threads.flatMap(({ posts }) => posts.map(({ author, text }) => [author, text])),
    notices: threads.flatMap(({ notices }) => notices).join(' '),
    missing: threads.flatMap(({ completeness }) => completeness.missing.map(({ why, count }) => `${why}: ${count}`)),
  }
}

test.each<[string, string | Uint8Array]>([
  [
    'one list after the other, as a program prints them that asks page by page',
    JSON.stringify(ONE) + JSON.stringify(TWO),
  ],
  ['the same on many lines', `${JSON.stringify(ONE, null, 2)}\n${JSON.stringify(TWO, null, 2)}\n`],
  ['a list of lists', JSON.stringify([ONE, TWO])],
  ['one list on each line', `${JSON.stringify(ONE)}\n${JSON.stringify(TWO)}\n`],
  ['under names', JSON.stringify({ ok: true, first: ONE, rest: TWO })],
  ['as text under the name of a body', JSON.stringify({ statusCode: 200, headers: {}, body: source })],
  ['behind the head of HTTP', `HTTP/2 200 \r\ncontent-type: application/json\r\nx-a: b\r\n\r\n${source}`],
  ['behind what keeps other pages out', `)]}'\n${source}`],
  ['in the call of a function', `/**/ callback_1(${source});`],
  ['in base64', Buffer.from(source).toString('base64').replace(/.{76}/g, '$&\n')],
  ['in an address that holds its data', `data:application/json;base64,${Buffer.from(source).toString('base64')}`],
  [
    'fenced, with a few words',
    `This is what I saved:\n\n\`\`\`json\n${JSON.stringify(PAGES, null, 1)}\n\`\`\`\nThat is all.`,
  ],
])('%s', (_, content) => {
  const read = reading(content)
  expect(read).toMatchObject({ platforms: ['github'], said: SAID })
  expect(read.missing).toEqual(['the issue these comments belong to: 1'])
})

test('a list that is cut off is no list of what came before', () => {
  expect(reading(`${JSON.stringify(ONE)}${JSON.stringify(TWO).slice(0, -2)}`, 'cut.json').platforms).not.toContain(
    'github',
  )
})

test('words with a little JSON in them stay words', () => {
  const talk =
    'Ann: The answer of the ferry company was this, and it says nothing of the fare we asked about at all.\n{"fare":4}\n\nBen: Who pays then?'
  const { platforms, said } = reading(talk, 'talk.txt')
  expect(platforms).toEqual(['pasted'])
  expect(said.map(([, words]) => words).join(' ')).toMatch(/says nothing of the fare[^]*Who pays then/)
})

describe('recordings', () => {
  const entry = (url: string, mimeType: string, text: string, more: object = {}, status = 200) => ({
    startedDateTime: '2026-05-02T10:00:00.000Z',
    request: { method: 'GET', url, headers: [] },
    response: { status, headers: [], content: { size: text.length, mimeType, text, ...more } },
  })
  const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', creator: {}, pages: [], entries } })
  const api = 'https://api.github.com/repos/h/f/issues'
  const issue = {
    ...comment(0, 'Ferries cost too much.'),
    number: 7,
    title: 'Ferries',
    comments: 3,
    user: { login: 'ada' },
    html_url: 'https://github.com/h/f/issues/7',
    url: `${api}/7`,
  }
  const noise = [
    entry('https://ads.example/x.js', 'application/javascript', '[{"id":1,"author":"x","text":"Buy!"}]'),
    entry(
      'https://ads.example/offers',
      'application/json',
      '[{"id":1,"author":"x","text":"Buy a boat!"},{"id":2,"author":"y","text":"Now!"}]',
    ),
    entry('https://ads.example/i.png', 'image/png', 'iVBORw0KGgo=', { encoding: 'base64' }),
    entry(`${api}/8/comments`, 'application/json', '{"message":"Not Found"}', {}, 404),
  ]

  test('of a browser: what a platform knows, put together, nothing else', () => {
    const read = reading(
      har(
        ...noise,
        entry(`${api}/7?token=secret`, 'application/json; charset=utf-8', JSON.stringify(issue)),
        entry(`${api}/7/comments`, 'application/json', Buffer.from(JSON.stringify(ONE)).toString('base64'), {
          encoding: 'base64',
        }),
        entry(`${api}/7/comments?page=2`, 'application/json', JSON.stringify(TWO)),
      ),
      'github.com.har',
    )
    expect(read).toMatchObject({ platforms: ['github'], missing: [] })
    expect(read.said.slice(1)).toEqual(SAID)
    expect(read.notices).toMatch(/Read from a recording \(answers in it: 7\); what is no discussion was left out\./)
    expect(read.notices).not.toContain('secret')
  })

  test('a list of threads stands beside the one that was opened', () => {
    const list = [
      issue,
      { ...issue, number: 8, title: 'Bridges', html_url: 'https://github.com/h/f/issues/8', url: `${api}/8` },
    ]
    const read = reading(
      har(
        entry(api, 'application/json', JSON.stringify(list)),
        entry(`${api}/7`, 'application/json', JSON.stringify(issue)),
        entry(`${api}/7/comments`, 'application/json', source),
      ),
    )
    expect(read.said.map(([author]) => author)).toEqual(['ada', 'p1', 'p2', 'p2'])
  })

  test.each<[string, unknown]>([
    [
      'Betamax and VCR',
      {
        http_interactions: [
          {
            request: { uri: 'https://github.example/token' },
            response: { body: { string: '{"token":"x"}' }, status: { code: 200 } },
          },
          {
            request: { uri: `${api}/7/comments` },
            response: { body: { base64_string: gzipSync(source).toString('base64') }, status: { code: 200 } },
            recorded_at: '2026-05-02T10:00:00',
          },
        ],
      },
    ],
    [
      'vcrpy',
      {
        version: 1,
        interactions: [
          { request: { uri: `${api}/7/comments` }, response: { body: { string: source }, status: { code: 200 } } },
        ],
      },
    ],
    [
      'nock',
      [
        {
          scope: 'https://api.github.com:443',
          method: 'get',
          path: '/repos/h/f/issues/7/comments',
          status: 200,
          response: PAGES,
        },
      ],
    ],
  ])('%s', (_, recording) => {
    expect(reading(JSON.stringify(recording))).toMatchObject({ platforms: ['github'], said: SAID })
  })

  test('of a site nobody knows: the longest that looks like a discussion', () => {
    const unknown = [1, 2, 3].map((id) => ({
      id,
      author: `p${id}`,
      text: `Words ${id}`,
      parent_id: id === 1 ? null : 1,
    }))
    const read = reading(har(...noise, entry('https://site.example/c', 'application/json', JSON.stringify(unknown))))
    expect(read.said).toHaveLength(3)
  })

  test.each([
    [
      'without a discussion',
      har(entry('https://x.example/a', 'application/json', '{"ok":true}')),
      /None of the 1 answers in this recording is a discussion/,
    ],
    [
      'without the answers',
      har(entry('https://x.example/a', 'application/json', '')),
      /holds no answers that are text/,
    ],
  ])('%s', (_, content, message) => {
    expect(() => threadsIn(content, 'x.har')).toThrow(
      expect.objectContaining({ code: 'not-a-thread', message: expect.stringMatching(message) }),
    )
  })
})

test('X, as its page gets a conversation: who answers whom, without advertisements and the names in front', () => {
  const tweet = (id: string, name: string, full_text: string, legacy: object = {}, more: object = {}) => ({
    __typename: 'Tweet',
    rest_id: id,
    core: { user_results: { result: { core: { screen_name: name } } } },
    legacy: { full_text, created_at: 'Fri May 01 09:00:00 +0000 2026', favorite_count: 5, ...legacy },
    ...more,
  })
  const item = (result: object, more: object = {}) => ({ itemContent: { tweet_results: { result }, ...more } })
  const answers = (id: string, from: number, to: number) => ({
    in_reply_to_status_id_str: id,
    display_text_range: [from, to],
  })
  const instructions = [
    { type: 'TimelineClearCache' },
    {
      type: 'TimelineAddEntries',
      entries: [
        { content: item(tweet('1001', 'ada', 'Free them &amp; soon.')) },
        {
          content: {
            items: [
              {
                item: item({
                  __typename: 'TweetWithVisibilityResults',
                  tweet: tweet('1002', 'ben', '@ada Who pays?', answers('1001', 5, 14)),
                }),
              },
              {
                item: item(
                  tweet('1003', 'cy', '@ben @ada All…', answers('1002', 10, 14), {
                    note_tweet: { note_tweet_results: { result: { text: 'All of us, in the end.' } } },
                  }),
                ),
              },
              { item: item({ __typename: 'TweetTombstone' }) },
            ],
          },
        },
        { content: item(tweet('1004', 'shop', 'Buy a boat!'), { promotedMetadata: {} }) },
        { content: { cursorType: 'Bottom' } },
      ],
    },
  ]
  const answer = { data: { threaded_conversation_with_injections_v2: { instructions } } }
  const [thread] = threadsIn(JSON.stringify(answer), 'TweetDetail.json')
  expect(thread?.posts.map(({ author, text, parentId, score }) => [author, text, parentId, score])).toEqual([
    ['@ada', 'Free them & soon.', null, 5],
    ['@ben', 'Who pays?', '1001', 5],
    ['@cy', 'All of us, in the end.', '1002', 5],
  ])
  expect(thread).toMatchObject({ platform: 'x', url: 'https://x.com/ada/status/1001' })
  expect(thread?.completeness.missing.map(({ why }) => why)).toContain('posts X no longer shows')
})

test('what wraps an answer is taken off when it is pasted, too', () => {
  const text = `HTTP/1.1 200 OK\ncontent-type: application/json\n\n${source}`
  const [thread] = preview({ kind: 'text', text }, readConfig({}))
  expect(thread?.posts.map(({ author, text: words }) => [author, words])).toEqual(SAID)
})
