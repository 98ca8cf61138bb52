/** Exports of chats and surveys, and archives of saved pages: forms nobody announces. */
import { describe, expect, test } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { readConfig } from '../../../server/config.ts'
import { expectRows, type Row, rowsOf, threadsIn } from './rows.ts'
import { preview } from '../../../server/read/index.ts'
import { faults } from '../faults.ts'

function reading(name: string, content: unknown) {
  const source = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
  const threads = preview({ kind: 'file', name, base64: Buffer.from(source).toString('base64') }, readConfig({}))
  expect(threads.flatMap(faults)).toEqual([])
  const posts = threads.flatMap((thread) => thread.posts)
  const places = new Map(posts.map(({ id }, place) => [id, place]))
  return {
    notices: threads.flatMap((thread) => thread.notices).join(' '),
    rows: posts.map(({ author, text, parentId, createdAt }) => [
      author,
      text,
      parentId === null ? null : (places.get(parentId) ?? null),
      createdAt?.slice(11, 16) ?? null,
    ]),
  }
}

const SAID = [
  ['Ada', 'Free them.', null, '09:00'],
  ['Ben', 'Who pays?', 0, '10:00'],
]

describe('JSON', () => {
  test.each<[string, unknown]>([
    [
      'Mattermost: in a table, the thread by its root',
      {
        order: ['m2', 'm1'],
        posts: {
          m1: { id: 'm1', create_at: 1777626000000, user_id: 'u1', root_id: '', message: 'Free them.' },
          m2: { id: 'm2', create_at: 1777629600000, user_id: 'u2', root_id: 'm1', message: 'Who pays?' },
        },
        users: [
          { id: 'u1', username: 'Ada' },
          { id: 'u2', username: 'Ben' },
        ],
      },
    ],
    [
      'Rocket.Chat',
      {
        messages: [
          { _id: 'm1', msg: 'Free them.', ts: '2026-05-01T09:00:00Z', u: { _id: 'u1', username: 'ada', name: 'Ada' } },
          { _id: 'm2', tmid: 'm1', msg: 'Who pays?', ts: '2026-05-01T10:00:00Z', u: { _id: 'u2', name: 'Ben' } },
        ],
      },
    ],
    [
      'Matrix: whom it answers stands below its words',
      {
        messages: [
          { event_id: '$1', sender: 'Ada', origin_server_ts: 1777626000000, content: { body: 'Free them.' } },
          {
            event_id: '$2',
            sender: 'Ben',
            origin_server_ts: 1777629600000,
            content: { body: 'Who pays?', 'm.relates_to': { 'm.in_reply_to': { event_id: '$1' } } },
          },
        ],
      },
    ],
    [
      'X, asked as its documentation says: names beside the posts',
      {
        data: [
          { id: '11', text: 'Free them.', author_id: '1', created_at: '2026-05-01T09:00:00Z' },
          {
            id: '12',
            text: 'Who pays?',
            author_id: '2',
            created_at: '2026-05-01T10:00:00Z',
            referenced_tweets: [
              { type: 'quoted', id: '13' },
              { type: 'replied_to', id: '11' },
            ],
          },
        ],
        includes: {
          users: [
            { id: '1', name: 'Ada' },
            { id: '2', name: 'Ben' },
          ],
        },
      },
    ],
    [
      'Moodle',
      {
        posts: [
          { id: 2, message: '<p>Who pays?</p>', author: { fullname: 'Ben' }, parentid: 1, timecreated: 1777629600 },
          { id: 1, message: '<p>Free them.</p>', author: { fullname: 'Ada' }, parentid: null, timecreated: 1777626000 },
        ],
      },
    ],
    [
      'Slack',
      [
        {
          type: 'message',
          user: 'U1',
          text: 'Free them.',
          ts: '1777626000.000100',
          thread_ts: '1777626000.000100',
          user_profile: { real_name: 'Ada' },
        },
        {
          type: 'message',
          user: 'U2',
          text: 'Who pays?',
          ts: '1777629600.000200',
          thread_ts: '1777626000.000100',
          user_profile: { real_name: 'Ben' },
        },
      ],
    ],
    [
      'Telegram: words in pieces, what happened to the group without any',
      {
        name: 'Harbour',
        type: 'public_supergroup',
        messages: [
          { id: 1, type: 'service', date: '2026-05-01T10:00:00', actor: 'Ada', action: 'create_group', text: '' },
          {
            id: 2,
            type: 'message',
            date: '2026-05-01T11:00:00',
            date_unixtime: '1777626000',
            from: 'Ada',
            text: ['Free ', { type: 'bold', text: 'them' }, '.'],
          },
          {
            id: 3,
            type: 'message',
            date: '2026-05-01T12:00:00',
            date_unixtime: '1777629600',
            from: 'Ben',
            reply_to_message_id: 2,
            text: 'Who pays?',
          },
        ],
      },
    ],
    [
      'Discord',
      {
        messages: [
          { id: '1', timestamp: '2026-05-01T09:00:00+00:00', content: 'Free them.', author: { name: 'Ada' } },
          {
            id: '2',
            timestamp: '2026-05-01T10:00:00+00:00',
            content: 'Who pays?',
            author: { name: 'Ben' },
            reference: { messageId: '1' },
          },
        ],
      },
    ],
    [
      'a list of people beside the posts, who are numbers in them',
      {
        users: [
          { id: 7, name: 'Ada' },
          { id: 8, name: 'Ben' },
        ],
        messages: [
          { id: 1, user_id: 7, message: 'Free them.', created_at: '2026-05-01T09:00:00Z' },
          { id: 2, user_id: 8, message: 'Who pays?', created_at: '2026-05-01T10:00:00Z', in_reply_to: 1 },
        ],
      },
    ],
    [
      'an archive of Reddit, one comment a line',
      '{"id":"a","author":"Ada","body":"Free them.","created_utc":1777626000,"parent_id":"t3_x"}\n{"id":"b","author":"Ben","body":"Who pays?","created_utc":1777629600,"parent_id":"t1_a"}\n',
    ],
    [
      'a table of records by their ids',
      {
        comments: {
          c1: { author: 'Ada', body: 'Free them.', ts: '1777626000000' },
          c2: { author: 'Ben', body: 'Who pays?', ts: '1777629600000', replyTo: 'c1' },
        },
      },
    ],
  ])('%s', (_, content) => expect(reading('export.json', content).rows).toEqual(SAID))
})

describe('tables whose columns nobody can know', () => {
  test('a survey: the longest texts are the words', () => {
    const { rows, notices } = reading(
      'answers.csv',
      'Timestamp,What do you think of ferries?,Your name,Age\n2026-05-01T09:00:00Z,They should be free for everyone,Ada,30\n2026-05-01T10:00:00Z,Who is going to pay for that?,Ben,41\n',
    )
    expect(rows).toEqual([
      ['Ada', 'They should be free for everyone', null, '09:00'],
      ['Ben', 'Who is going to pay for that?', null, '10:00'],
    ])
    expect(notices).toContain('“What do you think of ferries?” was taken for the words')
  })

  test('without names of columns no writer is invented', () => {
    const { rows, notices } = reading(
      'answers.csv',
      'ada,2026-05-01,"Free them, all of them."\nben,2026-05-02,"Who pays for it then?"\n',
    )
    expect(rows).toEqual([
      [null, 'Free them, all of them.', null, null],
      [null, 'Who pays for it then?', null, null],
    ])
    expect(notices).toContain('writers are not known')
  })

  test('text with commas is no table unless the file says so', () => {
    const { notices } = reading('talk.txt', 'Well, they should all be free\nNo, who is going to pay for that\n')
    expect(notices).not.toContain('table')
  })
})

test('Slack: the days of a channel are one thread, and people are called by their names', () => {
  const message = (user: string, words: string, ts: string, more = {}) => ({
    type: 'message',
    user,
    text: words,
    ts,
    ...more,
  })
  const files = {
    'users.json': [
      { id: 'U1', name: 'ada', profile: { display_name: '', real_name: 'Ada Lake' } },
      { id: 'U2', name: 'ben', profile: { display_name: 'Ben' } },
    ],
    'channels.json': [{ id: 'C1', name: 'harbour', members: ['U1', 'U2'] }],
    'harbour/2026-05-02.json': [message('U2', '<@U1> who pays?', '1777712400.2', { thread_ts: '1777626000.1' })],
    'harbour/2026-05-01.json': [message('U1', 'Free them.', '1777626000.1', { thread_ts: '1777626000.1' })],
    'roads/2026-05-01.json': [message('U9', 'Mend them.', '1777629600.5'), message('U2', 'Not now.', '1777629660.7')],
  }
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, value]) => [`town/${name}`, strToU8(JSON.stringify(value))])),
  )
  expect(threadsIn(packed, 'town.zip').map(({ posts }) => posts.map(({ author, text }) => [author, text]))).toEqual([
    [
      ['Ada Lake', 'Free them.'],
      ['Ben', '@Ada Lake who pays?'],
    ],
    [
      ['U9', 'Mend them.'],
      ['Ben', 'Not now.'],
    ],
  ])
  expect(reading('town.zip', packed).rows.map(([, , parent]) => parent)).toEqual([null, 0, null, null])
  expect(reading('town.zip', packed).notices).not.toMatch(/could not be read|left out/)
})

test('Slack: who came and went is no post, and mentions are names where the writers are known', () => {
  const [thread] = threadsIn(
    JSON.stringify([
      {
        type: 'message',
        subtype: 'channel_join',
        user: 'U3',
        text: '<@U3> has joined the channel',
        ts: '1777625000.1',
      },
      { type: 'message', user: 'U3', text: '<@U3> has left the channel', ts: '1777625100.1' },
      { type: 'message', user: 'U1', text: 'Free them.', ts: '1777626000.1', user_profile: { real_name: 'Ada' } },
      {
        type: 'message',
        user: 'U2',
        text: '<@U1> who pays? Ask <@U7> or <@U8|cy>.',
        ts: '1777629600.2',
        user_profile: { real_name: 'Ben', display_name: '' },
      },
      { type: 'message', user: 'U1', text: 'The city.', ts: '1777629700.2' },
    ]),
    'harbour.json',
  )
  expect(thread?.posts.map(({ kind, author, text }) => [kind, author, text])).toEqual([
    ['system', 'U3', '<@U3> has joined the channel'],
    ['system', 'U3', '<@U3> has left the channel'],
    ['comment', 'Ada', 'Free them.'],
    ['comment', 'Ben', '@Ada who pays? Ask <@U7> or @cy.'],
    ['comment', 'Ada', 'The city.'],
  ])
})

test('scripts, styles and frames that a browser saved along with a page are no posts', () => {
  const page = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body id="phpbb"><h2 class="topic-title">Ferries</h2><div id="p1" class="post"><p class="author"><span class="username">Ada</span> <time datetime="2026-05-01T09:00:00+00:00">x</time></p><div class="content">Free them.</div></div>phpBB</body></html>`
  const zip = zipSync({
    'Ferries.html': strToU8(page),
    'Ferries_files/a.js': strToU8('function go() { return 1 }\n'),
    'Ferries_files/b.css': strToU8('body { color: red }\n'),
    'Ferries_files/ad.html': strToU8('<html><body><p>Buy now, and buy cheap.</p></body></html>'),
  })
  expect(reading('ferries.zip', zip).rows).toEqual([['Ada', 'Ferries\n\nFree them.', null, '09:00']])
})

test.each(['Ferries_files', 'Ferries-Dateien'])(
  'comments in a frame that a browser put into %s are those of the page',
  (folder) => {
    const article = `<p>${'The harbour council met, and did not decide who pays for the ferry. '.repeat(8)}</p>`
    const comment = (name: string, words: string) =>
      `<div class="comment"><b class="author">${name}</b> <time datetime="2026-05-01T09:00:00Z">1 May</time><p>${words}</p></div>`
    const zip = zipSync({
      'saved/Ferries.html': strToU8(
        `<!DOCTYPE html><html><head><title>Ferries</title></head><body><article><h1>Ferries</h1>${article}</article><iframe src="${folder}/saved_resource.html"></iframe></body></html>`,
      ),
      [`saved/${folder}/ad.html`]: strToU8('<html><body><p>Buy now, and buy cheap.</p></body></html>'),
      [`saved/${folder}/saved_resource.html`]: strToU8(
        `<!DOCTYPE html><html><body>${comment('Ada', 'Free them, as roads are free.')}${comment('Ben', 'Roads are paid by taxes.')}</body></html>`,
      ),
    })
    const { rows } = reading('ferries.zip', zip)
    expect(rows.map(([author, words]) => [author, words])).toEqual([
      ['Ada', 'Free them, as roads are free.'],
      ['Ben', 'Roads are paid by taxes.'],
    ])
  },
)

test('a folder named like what a browser saves is read where no page goes with it', () => {
  const letters = 'Ada wrote:\nFree them.\n\nBen wrote:\nWho pays?\n'
  expect(reading('all.zip', zipSync({ 'my_files/letters.txt': strToU8(letters) })).rows).toHaveLength(2)
})

test.each([
  [
    'votes.csv',
    'timestamp,datetime,comment-id,voter-id,vote\n1542406176584,Sat Nov 17 2018,53,6172,1\n1542406176585,Sat Nov 17 2018,54,6172,-1\n',
  ],
  [
    'participants-votes.csv',
    'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n0,1,2,3,1,2,1,-1,-1\n1,0,0,1,1,0,1,,\n',
  ],
  ['stats-history.csv', 'n-votes,n-comments,n-visitors,n-voters,n-commenters\n0,1,1,0,1\n1,1,2,1,1\n'],
  [
    'summary.csv',
    'topic,"Ferries, and who pays"\nurl,https://pol.is/x\nviews,100\nvoters,50\nvoters-in-conv,40\ncommenters,9\ncomments,20\ngroups,2\nconversation-description,"Should the\nferry be free?"\n',
  ],
])('%s of Polis is no thread, and the way out is told', (name, table) => {
  const refused = expect.objectContaining({ code: 'not-a-thread', remedy: expect.stringContaining('comments.csv') })
  expect(() => threadsIn(table, name)).toThrow(refused)
  expect(() => threadsIn(table.replaceAll('\n', '\r\n'), 'pasted.txt')).toThrow(refused)
})

const ANN_AND_BEN: Row[] = [
  ['Ann', 'Close it.', null],
  ['Ben', 'No way.', 0],
]

describe('records of unknown origin', () => {
  test.each<[string, unknown]>([
    [
      'numbers within a topic',
      [
        { id: 71, post_number: 1, username: 'Ann', cooked: '<p>Close it.</p>', reply_to_post_number: null },
        { id: 72, post_number: 2, username: 'Ben', cooked: '<p>No way.</p>', reply_to_post_number: 1 },
      ],
    ],
    [
      'the way from the top',
      [
        { comment_id: '1', path: '1', user_name: 'Ann', comment: 'Close it.' },
        { comment_id: '2', path: '1/2', user_name: 'Ben', comment: 'No way.' },
      ],
    ],
    [
      'the annotations above',
      {
        rows: [
          { id: 'Ab1', user: 'acct:Ann@notes.example', text: 'Close it.' },
          { id: 'Cd2', user: 'acct:Ben@notes.example', text: 'No way.', references: ['Ab1'] },
        ],
      },
    ],
    [
      'people beside them, by number',
      {
        users: { 7: { name: 'Ann' }, 9: { name: 'Ben' } },
        comments: [
          { id: 1, user_id: 7, body: 'Close it.' },
          { id: 2, user_id: 9, body: 'No way.', reply_to: 1 },
        ],
      },
    ],
  ])('%s', (_, value) => {
    expectRows(JSON.stringify(value), 'records.json', ANN_AND_BEN)
  })

  test('the variable an archive of X sets', () => {
    const tweets = [
      { tweet: { id_str: '1', full_text: 'Close it.', created_at: 'Sun May 03 10:12:00 +0000 2026' } },
      { tweet: { id_str: '2', full_text: 'No way.', in_reply_to_status_id_str: '1' } },
    ]
    const thread = expectRows(`window.YTD.tweets.part0 = ${JSON.stringify(tweets)}`, 'tweets.js', [
      [null, 'Close it.', null],
      [null, 'No way.', 0],
    ])
    expect(thread.posts[0]?.createdAt).toBe('2026-05-03T10:12:00.000Z')
  })

  test.each([
    ['2026-05-03', '2026-05-03T12:00:00.000Z'],
    ['03.05.2026 10:12', '2026-05-03T10:12:00.000Z'],
  ])('a day without a zone, %s, is a time known roughly', (date, at) => {
    const [thread] = threadsIn(
      JSON.stringify([
        { id: 1, author: 'Ann', text: 'Close it.', date },
        { id: 2, author: 'Ben', text: 'No.' },
      ]),
      'a.json',
    )
    expect(thread?.posts[0]).toMatchObject({ createdAt: null, createdAbout: { at } })
  })

  test.each<[string, unknown]>([
    [
      'roles',
      [
        { role: 'user', content: 'Close it?' },
        { role: 'assistant', content: [{ type: 'text', text: 'No way.' }] },
      ],
    ],
    [
      'messages',
      {
        model: 'm',
        messages: [
          { role: 'user', content: 'Close it?' },
          { role: 'assistant', content: 'No way.' },
        ],
      },
    ],
    [
      'parts',
      {
        history: [
          { role: 'user', parts: [{ text: 'Close it?' }] },
          { role: 'assistant', parts: ['No way.'] },
        ],
      },
    ],
  ])('a conversation with a program: %s', (_, value) => {
    const thread = expectRows(JSON.stringify(value), 'chat.json', [
      ['user', 'Close it?', null],
      ['assistant', 'No way.', 0],
    ])
    expect(thread.posts[1]?.parentVia).toBe('order')
  })
})

/** The rows of each thread in a dropped file, and what is said to be missing. */
function threadRows(content: unknown, name = 'answers.json') {
  const source = typeof content === 'string' ? content : JSON.stringify(content)
  return threadsIn(source, name).map((thread) => ({ title: thread.title, rows: rowsOf(thread) }))
}

describe('answers of platforms as programs keep them', () => {
  const item = (id: number, parent: number | null, more: object = {}) => ({
    by: `p${id}`,
    id,
    time: 1777626000 + id,
    type: parent === null ? 'story' : 'comment',
    ...(parent === null ? { title: `Story ${id}`, descendants: 2 } : { parent, text: `Says ${id}` }),
    ...more,
  })
  const story = {
    title: 'Story 1',
    rows: [
      ['p1', '', null],
      ['p2', 'Says 2', 0],
      ['p3', 'Says 3', 1],
    ],
  }

  test.each<[string, unknown]>([
    ['put into each other', item(1, null, { kids: [item(2, 1, { kids: [item(3, 2)] })] })],
    [
      'a story beside its comments',
      { story: item(1, null, { kids: [2] }), comments: [item(3, 2), item(2, 1, { kids: [3] })] },
    ],
  ])('items of Hacker News: %s', (_, content) => {
    expect(threadRows(content)).toEqual([story])
  })

  test('items of Hacker News of several stories are several threads', () => {
    expect(threadRows([item(1, null), item(7, null), item(2, 1), item(3, 2), item(8, 7)])).toEqual([
      story,
      {
        title: 'Story 7',
        rows: [
          ['p7', '', null],
          ['p8', 'Says 8', 0],
        ],
      },
    ])
  })

  test('what a search on Hacker News finds is told apart by story', () => {
    const hit = (id: number, parent: number, of: number) => ({
      objectID: String(id),
      author: `p${id}`,
      comment_text: `Says ${id}`,
      created_at: '2026-05-01T09:00:00Z',
      parent_id: parent,
      story_id: of,
      story_title: `Story ${of}`,
    })
    expect(threadRows({ hits: [hit(2, 1, 1), hit(8, 7, 7), hit(3, 2, 1)], nbHits: 90 })).toEqual([
      { title: 'Story 1', rows: story.rows.slice(1).map(([who, says], at) => [who, says, at === 0 ? null : 0]) },
      { title: 'Story 7', rows: [['p8', 'Says 8', null]] },
    ])
  })

  test('another interface to Hacker News nests whole comments', () => {
    const said = (id: number, comments: object[] = []) => ({
      id,
      user: `p${id}`,
      time: 1777626000 + id,
      type: 'comment',
      content: `<p>Says ${id}`,
      comments,
    })
    const whole = {
      id: 1,
      title: 'Story 1',
      user: 'p1',
      time: 1777626001,
      type: 'link',
      comments: [said(2, [said(3)])],
    }
    expect(threadRows(whole)).toEqual([story])
  })

  test('an inbox of Reddit: answers by the page they stand on, letters by their first', () => {
    const thing = (kind: string, id: string, parent: string | null, more: object) => ({
      kind,
      data: {
        id,
        name: `${kind}_${id}`,
        author: `u-${id}`,
        body: `Says ${id}`,
        parent_id: parent,
        replies: '',
        ...more,
      },
    })
    const listing = (...children: object[]) => ({ kind: 'Listing', data: { children } })
    const inbox = listing(
      thing('t1', 'a', 't3_x', { link_title: 'Ferries', context: '/r/h/comments/x/ferries/a/?context=3' }),
      thing('t4', 'm', null, {
        subject: 'Hello',
        replies: listing(thing('t4', 'n', 't4_m', { subject: 're: Hello' })),
      }),
      thing('t1', 'b', 't3_y', { link_title: 'Buses', context: '/r/h/comments/y/buses/b/?context=3' }),
    )
    expect(threadRows(inbox)).toEqual([
      { title: 'Ferries', rows: [['u-a', 'Says a', null]] },
      {
        title: 'Hello',
        rows: [
          ['u-m', 'Says m', null],
          ['u-n', 'Says n', 0],
        ],
      },
      { title: 'Buses', rows: [['u-b', 'Says b', null]] },
    ])
  })

  test('a table of Reddit’s names parents by kind and id', () => {
    const table = 'id,author,body,parent_id\na,Ada,Free them.,t3_x\nb,Ben,Who pays?,t1_a\n'
    expect(threadRows(table, 'comments.csv')[0]?.rows).toEqual([
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ])
  })

  const issue = (nth: number) => ({
    url: `https://api.github.com/repos/h/f/issues/${nth}`,
    html_url: `https://github.com/h/f/issues/${nth}`,
    number: nth,
    title: `Issue ${nth}`,
    body: 'Free them.',
    user: { login: 'ada' },
    created_at: '2026-05-01T09:00:00Z',
  })
  const comment = (id: number, of: number, login: string) => ({
    url: `https://api.github.com/repos/h/f/issues/comments/${id}`,
    html_url: `https://github.com/h/f/issues/${of}#issuecomment-${id}`,
    issue_url: `https://api.github.com/repos/h/f/issues/${of}`,
    id,
    body: `Says ${id}`,
    user: { login },
    created_at: '2026-05-01T10:00:00Z',
  })
  const event = (type: string, payload: object) => ({
    id: '1',
    type,
    actor: { login: 'x' },
    repo: { name: 'h/f' },
    payload,
    created_at: '2026-05-01T10:00:00Z',
  })

  test('GitHub’s events, one on each line, are the issues they tell of', () => {
    const events = [
      event('IssueCommentEvent', { action: 'created', issue: issue(7), comment: comment(701, 7, 'ben') }),
      event('PushEvent', { push_id: 1, commits: [] }),
      event('IssueCommentEvent', { action: 'created', issue: issue(8), comment: comment(801, 8, 'cy') }),
      event('IssueCommentEvent', { action: 'created', issue: issue(7), comment: comment(702, 7, 'cy') }),
    ]
    expect(threadRows(events.map((one) => JSON.stringify(one)).join('\n'), 'events.json')).toEqual([
      {
        title: 'Issue 7',
        rows: [
          ['ada', 'Free them.', null],
          ['ben', 'Says 701', null],
          ['cy', 'Says 702', null],
        ],
      },
      {
        title: 'Issue 8',
        rows: [
          ['ada', 'Free them.', null],
          ['cy', 'Says 801', null],
        ],
      },
    ])
  })

  test('an issue that stands only in a recording’s list of issues is that of the comments beside it', () => {
    const entry = (path: string, body: unknown) => ({
      request: { method: 'GET', url: `https://api.github.com/repos/h/f/${path}` },
      response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify(body) } },
    })
    const entries = [
      entry('issues', [issue(7), issue(8)]),
      entry('issues/7/comments', [comment(701, 7, 'ben'), comment(702, 7, 'cy')]),
    ]
    expect(threadRows({ log: { version: '1.2', entries } }, 'github.har')).toEqual([
      {
        title: 'Issue 7',
        rows: [
          ['ada', 'Free them.', null],
          ['ben', 'Says 701', null],
          ['cy', 'Says 702', null],
        ],
      },
    ])
  })

  test('GitHub’s threads on lines asked for alone: each answers the first on its line', () => {
    const on = (id: string, login: string) => ({
      id,
      body: `Says ${id}`,
      author: { login },
      createdAt: '2026-05-01T10:00:00Z',
      url: `https://github.com/h/f/pull/7#discussion_${id}`,
    })
    const lines = (...nodes: object[]) => ({ id: 'T', isResolved: false, comments: { nodes } })
    const pullRequest = { reviewThreads: { nodes: [lines(on('r1', 'ben'), on('r2', 'ada')), lines(on('r3', 'cy'))] } }
    const [thread] = threadsIn(JSON.stringify({ data: { repository: { pullRequest } } }), 'threads.json')
    expect(rowsOf(thread)).toEqual([
      ['ben', 'Says r1', null],
      ['ada', 'Says r2', 0],
      ['cy', 'Says r3', null],
    ])
    expect(thread?.url).toBe('https://github.com/h/f/pull/7')
    expect(thread?.completeness.missing.map(({ why }) => why)).toEqual(['the issue these comments belong to'])
  })

  test('whoever asks GitHub by GraphQL may leave ids and addresses out', () => {
    const said = (login: string, body: string, more: object = {}) => ({
      author: { login },
      body,
      createdAt: '2026-05-01T10:00:00Z',
      ...more,
    })
    const discussion = {
      title: 'Ferries',
      ...said('ada', 'Free them.', { number: 9, url: 'https://github.com/h/f/discussions/9' }),
      comments: {
        totalCount: 2,
        nodes: [said('ben', 'Who pays?', { replies: { nodes: [said('ada', 'Taxes.')] } }), said('cy', 'No.')],
      },
    }
    const [thread] = threadsIn(JSON.stringify({ data: { repository: { discussion } } }), 'discussion.json')
    expect(rowsOf(thread)).toEqual([
      ['ada', 'Free them.', null],
      ['ben', 'Who pays?', 0],
      ['ada', 'Taxes.', 1],
      ['cy', 'No.', 0],
    ])
    expect(thread?.completeness.missing).toEqual([])
  })

  test('comments that GitHub’s command line tool writes alone keep their writers and times', () => {
    const comments = ['ben', 'cy'].map((login, at) => ({
      id: `IC_${at}`,
      author: { login },
      body: `Says ${at}`,
      createdAt: `2026-05-01T1${at}:00:00Z`,
      url: `https://github.com/h/f/issues/7#issuecomment-${at}`,
    }))
    const [thread] = threadsIn(JSON.stringify({ comments }), 'comments.json')
    expect(thread?.posts.map(({ author, createdAt }) => [author, createdAt])).toEqual([
      ['ben', '2026-05-01T10:00:00.000Z'],
      ['cy', '2026-05-01T11:00:00.000Z'],
    ])
  })

  test('YouTube, as its page gets comments: words from the entities, who answers whom from what is drawn', () => {
    const id = 'UgwFerry000000001AaABAg'
    const entity = (commentId: string, displayName: string, content: string, replyCount = '') => ({
      payload: {
        commentEntityPayload: {
          properties: { commentId, content: { content }, publishedTime: '1 year ago (edited)' },
          author: { displayName },
          toolbar: { likeCountNotliked: '1.2K', replyCount },
        },
      },
    })
    const drawn = (commentId: string, ...below: object[]) => ({
      commentThreadRenderer: {
        commentViewModel: { commentViewModel: { commentId } },
        replies: { commentRepliesRenderer: { subThreads: below } },
      },
    })
    const answer = (items: object[], mutations: object[]) => ({
      onResponseReceivedEndpoints: [{ appendContinuationItemsAction: { continuationItems: items } }],
      frameworkUpdates: { entityBatchUpdate: { mutations } },
    })
    const heading = { commentsHeaderRenderer: { countText: { runs: [{ text: '1,004' }, { text: ' Comments' }] } } }
    const answers = [
      { videoDetails: { videoId: 'abcDEF12345', title: 'Ferries', author: 'Harbour', shortDescription: 'A talk.' } },
      answer(
        [heading, drawn(id), { continuationItemRenderer: {} }],
        [
          entity(id, '@ada', 'Free them.', '2'),
          { payload: { commentSurfaceEntityPayload: { url: `/watch?v=abcDEF12345&lc=${id}` } } },
        ],
      ),
      answer(
        [drawn(`${id}.9a`, drawn(`${id}.9b`))],
        [entity(`${id}.9b`, '@ada', 'Taxes.'), entity(`${id}.9a`, '@ben', 'Who pays?')],
      ),
    ]
    const entries = answers.map((one) => ({
      startedDateTime: '2026-05-01T00:00:00Z',
      request: { method: 'POST', url: 'https://www.youtube.com/youtubei/v1/next' },
      response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify(one) } },
    }))
    const [thread] = threadsIn(JSON.stringify({ log: { entries } }), 'youtube.har')
    expect(rowsOf(thread)).toEqual([
      ['Harbour', 'A talk.', null],
      ['@ada', 'Free them.', 0],
      ['@ben', 'Who pays?', 1],
      ['@ada', 'Taxes.', 2],
    ])
    expect(thread?.posts[1]).toMatchObject({
      score: 1200,
      state: 'edited',
      createdAbout: { at: expect.stringMatching(/^2025-/) },
    })
    expect(thread?.completeness).toMatchObject({ expected: 1005, missing: [{ count: 1001 }] })
  })
})

test('Facebook’s export wraps each comment in a list of its own', () => {
  const said = (comment: string) => ({
    title: 'Ada commented.',
    data: [{ comment: { timestamp: 1777626000, comment, author: 'Ada' } }],
  })
  const picture = { timestamp: 1777626000, title: 'Ada commented.', attachments: [] }
  expect(threadRows({ comments_v2: [said('Free them.'), said('Who pays?'), picture] })[0]?.rows).toEqual([
    ['Ada', 'Free them.', null],
    ['Ada', 'Who pays?', null],
  ])
})

test('who wrote a statement of Polis is not what it answers', () => {
  const said = (tid: number, pid: number, txt: string) => ({ tid, pid, txt, created: '1777626000000', agree_count: 5 })
  expect(threadRows([said(0, 1, 'Free them.'), said(1, 0, 'Who pays?')])[0]?.rows).toEqual([
    [null, 'Free them.', null],
    [null, 'Who pays?', null],
  ])
})

test('a name in two columns is one', () => {
  const table = 'Posted Date,First Name,Last Name,Comment\n2026-05-01,Ada,Low,Free them.\n2026-05-02,Ben,,Who pays?\n'
  expect(threadRows(table, 'comments.csv')[0]?.rows).toEqual([
    ['Ada Low', 'Free them.', null],
    ['Ben', 'Who pays?', null],
  ])
})

test('lists that look like posts, too, and are not read are told', () => {
  const list = (...texts: string[]) => texts.map((text, at) => ({ id: `${text}-${at}`, author: 'Ada', text }))
  const [thread] = threadsIn(
    JSON.stringify({ one: { list: list('A', 'B', 'C') }, other: { list: list('D', 'E') } }),
    'lists.json',
  )
  expect(rowsOf(thread).map(([, text]) => text)).toEqual(['A', 'B', 'C'])
  expect(thread?.notices).toContain(
    'Other lists in this file look like posts, too, and were left out (posts in them: 2).',
  )
})

test('what Jira says in place of an issue is its message', () => {
  const answer = { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} }
  expect(() => threadsIn(JSON.stringify(answer), 'issue.json')).toThrow(/“Issue does not exist/)
})

test('a dump of Stack Exchange: each question with its answers is a thread, comments stand alone', () => {
  const row = (attributes: string) => `  <row ${attributes} />\n`
  const posts = `<?xml version="1.0" encoding="utf-8"?>\n<posts>\n${row('Id="1" PostTypeId="1" CreationDate="2026-05-01T09:00:00.100" Score="3" Body="&lt;p&gt;Who &amp;amp; how?&lt;/p&gt;" OwnerUserId="8" Title="Pay?" AnswerCount="2"')}${row('Id="2" PostTypeId="2" ParentId="1" CreationDate="2026-05-01T10:00:00.000" Score="5" Body="&lt;p&gt;Taxes.&lt;/p&gt;" OwnerDisplayName="Ben"')}${row('Id="3" PostTypeId="1" CreationDate="2026-05-01T11:00:00.000" Score="0" Body="&lt;p&gt;When?&lt;/p&gt;" OwnerUserId="9" Title="Time?"')}</posts>`
  expect(threadRows(posts, 'Posts.xml')).toEqual([
    {
      title: 'Pay?',
      rows: [
        ['8', 'Who & how?', null],
        ['Ben', 'Taxes.', 0],
      ],
    },
    { title: 'Time?', rows: [['9', 'When?', null]] },
  ])
  const [thread] = threadsIn(posts, 'Posts.xml')
  expect(thread?.posts.map(({ createdAt, score }) => [createdAt, score])).toEqual([
    ['2026-05-01T09:00:00.000Z', 3],
    ['2026-05-01T10:00:00.000Z', 5],
  ])
  expect(thread?.completeness).toMatchObject({ expected: 3, missing: [{ count: 1 }] })
  const comments = `<comments>\n${row('Id="7" PostId="1" Score="1" Text="Good." CreationDate="2026-05-01T09:30:00.000" UserDisplayName="Cy"')}</comments>`
  const [alone] = threadsIn(comments, 'Comments.xml')
  expect(rowsOf(alone)).toEqual([['Cy', 'Good.', null]])
  expect(alone?.completeness.missing.map(({ why }) => why)).toEqual(['the question'])
})

test('Disqus: the frame of a page as it is sent, with what it says of the thread', () => {
  const said = (id: string, name: string, message: string, parent: number | null) => ({
    id,
    parent,
    forum: 'harbour',
    author: { name },
    message: `<p>${message}</p>`,
    createdAt: '2026-05-01T09:00:00',
    likes: 0,
  })
  const response = {
    posts: [said('11', 'Ada', 'Free them.', null), said('12', 'Ben', 'Who pays?', 11)],
    thread: { id: '77', clean_title: 'Ferries', link: 'https://harbour.example/ferries', posts: 5 },
  }
  const data = JSON.stringify({ code: 0, cursor: { hasNext: false }, response })
  const page = `<!doctype html><html><body><div id="layout"></div><script type="text/json" id="disqus-threadData">${data}</script></body></html>`
  for (const [content, name] of [
    [page, 'frame.html'],
    [data, 'threadData.json'],
  ] as const) {
    const [thread] = threadsIn(content, name)
    expect(thread).toMatchObject({
      platform: 'disqus',
      title: 'Ferries',
      url: 'https://harbour.example/ferries',
      completeness: { expected: 6, got: 2 },
    })
    expect(rowsOf(thread)).toEqual([
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ])
  }
})

test('Bluesky: those who quote a post are a discussion of it', () => {
  const uri = (who: string, key: string) => `at://did:plc:${who}/app.bsky.feed.post/${key}`
  const view = (who: string, key: string, text: string, more: { record?: object; embed?: object } = {}) => ({
    uri: uri(who, key),
    author: { did: `did:plc:${who}`, handle: who },
    record: { text, createdAt: '2026-05-01T09:00:00Z', ...more.record },
    ...(more.embed === undefined ? {} : { embed: more.embed }),
  })
  const { record: value, ...shown } = view('ada', 'a', 'Free them.')
  const embed = { record: { ...shown, value } }
  const posts = [view('ben', 'b', 'Who pays?', { embed }), view('cy', 'c', 'Taxes.', { embed })]
  const [thread] = threadsIn(JSON.stringify({ uri: shown.uri, posts }), 'quotes.json')
  expect(thread?.posts.map(({ author, parentId, parentVia }) => [author, parentId, parentVia])).toEqual([
    ['ada', null, 'none'],
    ['ben', shown.uri, 'quote'],
    ['cy', shown.uri, 'quote'],
  ])
})

test('Steem names the post a comment answers by who wrote it and a word of theirs', () => {
  const said = (author: string, permlink: string, body: string, above: [author: string, permlink: string]) => ({
    id: permlink.length,
    author,
    permlink,
    body,
    created: '2026-05-01T09:00:00',
    parent_author: above[0],
    parent_permlink: above[1],
  })
  const result = [
    said('ada', 'ferry', 'Free them.', ['', 'harbour']),
    said('ben', 're-ferry', 'Who pays?', ['ada', 'ferry']),
    said('ada', 're-re-ferry', 'Taxes.', ['ben', 're-ferry']),
  ]
  expect(threadRows({ jsonrpc: '2.0', id: 1, result })[0]?.rows).toEqual([
    ['ada', 'Free them.', null],
    ['ben', 'Who pays?', 0],
    ['ada', 'Taxes.', 1],
  ])
})

test('GitLab by GraphQL: notes alone, those of one discussion together', () => {
  const note = (id: number, username: string, body: string, discussion: string) => ({
    id: `gid://gitlab/Note/${id}`,
    body,
    author: { username },
    createdAt: '2026-05-01T09:00:00Z',
    discussion: { id: discussion },
  })
  const nodes = [note(1, 'ben', 'Who pays?', 'a'), note(2, 'cy', 'No.', 'b'), note(3, 'ada', 'Taxes.', 'a')]
  expect(threadRows({ data: { project: { mergeRequest: { title: 'Ferries', notes: { nodes } } } } })).toEqual([
    {
      title: 'Ferries',
      rows: [
        [null, '', null],
        ['ben', 'Who pays?', null],
        ['cy', 'No.', null],
        ['ada', 'Taxes.', 1],
      ],
    },
  ])
})

test('GitHub’s discussions by REST: comments that name the one they answer', () => {
  const said = (id: number, login: string, body: string, parent_id: number | null) => ({
    id,
    parent_id,
    html_url: `https://github.com/h/f/discussions/9#discussioncomment-${id}`,
    user: { login },
    body,
    created_at: '2026-05-01T09:00:00Z',
  })
  const [thread] = threadsIn(JSON.stringify([said(1, 'ben', 'Who pays?', null), said(2, 'ada', 'Taxes.', 1)]), 'c.json')
  expect(thread).toMatchObject({ platform: 'github', url: 'https://github.com/h/f/discussions/9' })
  expect(rowsOf(thread)).toEqual([
    ['ben', 'Who pays?', null],
    ['ada', 'Taxes.', 0],
  ])
})
