/** Parts of threads as interfaces list them: posts and comments alone, wrapped by tools, without what usually stands beside them. */
import { html, type Form } from './rows.ts'

const T = '2026-05-01T09:00:00Z'
const SECONDS = 1777626000

const lemmyPost = (id: number, name: string) => ({
  post: { id, name, body: 'Free **them**.', published: T, ap_id: `https://l.example/post/${id}` },
  creator: { name: 'ada', actor_id: 'https://l.example/u/ada' },
  counts: { comments: 1, score: 3 },
})

const kbin = (more: object) => ({ user: { username: '@ada@far.example' }, magazine: {}, createdAt: T, ...more })

const asked = (more: object = {}) => ({
  question_id: 11,
  title: 'Why &quot;ferries&quot;?',
  owner: { display_name: 'Ann' },
  creation_date: SECONDS,
  score: 7,
  body: '<p>Free them.</p>',
  link: 'https://x.stackexchange.com/questions/11/ferries',
  ...more,
})

const answered = (id: number, words: string) => ({
  answer_id: id,
  question_id: 11,
  owner: { display_name: `u${id}` },
  creation_date: SECONDS,
  body: `<p>${words}</p>`,
})

const skyPost = (key: string, text: string, more: object = {}) => ({
  uri: `at://did:plc:${key}/app.bsky.feed.post/${key}`,
  author: { handle: `${key}.example`, did: `did:plc:${key}` },
  record: { text, createdAt: T, ...more },
})

const row = (key: string, depth: number, type: string, more: object = {}) => ({
  uri: `at://did:plc:${key}/app.bsky.feed.post/${key}`,
  depth,
  value: { $type: `app.bsky.unspecced.defs#threadItem${type}`, ...more },
})

const hub = (id: number, more: object = {}) => ({
  id,
  body: `Words ${id}`,
  issue_url: 'https://api.github.com/repos/o/r/issues/3',
  html_url: `https://github.com/o/r/issues/3#issuecomment-${id}`,
  user: { login: `u${id}` },
  created_at: T,
  updated_at: T,
  ...more,
})

const signed = (who: string, time: string) =>
  `<div class="post-signature"><div class="user-action-time"><span class="relativetime" title="${time}">x</span></div><div class="user-details">${who}<span class="d-none" itemprop="name">user7</span><div class="-flair"><span class="reputation-score">1,234</span></div></div></div>`

export const LISTED: Form[] = [
  [
    'Lemmy: the posts of a community',
    { posts: [lemmyPost(9, 'Ferries'), lemmyPost(10, 'Trains')] },
    [
      ['ada@l.example', 'Ferries\n\nFree them.', null, { score: 3, kind: 'opening' }],
      ['ada@l.example', 'Trains\n\nFree them.', null, { score: 3 }],
    ],
    true,
  ],
  [
    'PieFed: a poll',
    {
      post_view: {
        post: {
          id: 9,
          title: 'Ferries?',
          published: T,
          ap_id: 'https://p.example/post/9',
          poll: { choices: [{ choice_text: 'Free' }, { choice_text: 'Not free' }] },
        },
        creator: { user_name: 'ada', actor_id: 'https://p.example/u/ada' },
        counts: { comments: 0 },
      },
    },
    [['ada@p.example', 'Ferries?\n\n• Free\n• Not free', null]],
  ],
  [
    'PieFed: comments with a next page',
    {
      comments: [
        {
          comment: { id: 1, path: '0.1', post_id: 9, body: 'Who pays?', published: T, edited_at: T },
          creator: { user_name: 'ben' },
        },
      ],
      next_page: '2',
    },
    [['ben', 'Who pays?', null, { state: 'edited' }]],
    true,
  ],
  [
    'Mbin: one comment with its answers, one of them by a bot',
    kbin({
      commentId: 2,
      entryId: 3,
      body: 'Who pays?',
      children: [
        kbin({
          commentId: 4,
          parentId: 2,
          entryId: 3,
          body: 'Beep.',
          user: { username: 'beep', isBot: true },
          children: [],
        }),
      ],
    }),
    [
      ['ada@far.example', 'Who pays?', null],
      ['beep', 'Beep.', 0, { kind: 'system' }],
    ],
    true,
  ],
  [
    'Mbin: the short posts of a magazine',
    { items: [kbin({ postId: 5, body: 'Free them.', comments: 0 })], pagination: { currentPage: 1, maxPage: 1 } },
    [['ada@far.example', 'Free them.', null, { kind: 'opening' }]],
  ],
  [
    'Reddit: comments of a writer, as an archive keeps them, one on each line',
    ['k1', 'k2']
      .map((id, place) =>
        JSON.stringify({
          id,
          name: `t1_${id}`,
          link_id: 't3_a',
          link_title: 'A &amp; B',
          parent_id: place === 0 ? 't3_a' : 't1_k1',
          author: `u${id}`,
          body: `Words ${id}`,
          created_utc: SECONDS,
        }),
      )
      .join('\n'),
    [
      ['uk1', 'Words k1', null],
      ['uk2', 'Words k2', 0],
    ],
    true,
  ],
  [
    'Hacker News: what was flagged has no words',
    {
      id: 1,
      type: 'story',
      title: 'Ferries',
      author: 'ada',
      created_at: T,
      children: [{ id: 2, type: 'comment', author: 'ben', text: '[flagged]', created_at: T, children: [] }],
    },
    [
      ['ada', 'Ferries', null],
      ['ben', '', 0, { state: 'removed' }],
    ],
  ],
  [
    'Discourse: the links to further pages of a page for readers without scripts are no post',
    html(
      `<div id="topic-title"><h1>Ferries</h1></div><div id="post_1" class="topic-body crawler-post"><span class="creator"><a>ada</a></span><time datetime="${T}"></time><div class="post"><p>Free them.</p></div></div><div role="navigation" class="topic-body crawler-post"><a rel="next" href="/t/ferries/7?page=2">next page</a></div>`,
      '<meta name="generator" content="Discourse 3.2"><link rel="canonical" href="https://talk.example/t/ferries/7">',
    ),
    [['ada', 'Ferries\n\nFree them.', null]],
    true,
  ],
  [
    'GitHub: what a hook tells, an edited comment in it',
    {
      action: 'created',
      issue: {
        number: 3,
        title: 'Ferries',
        body: 'Free them.',
        html_url: 'https://github.com/o/r/issues/3',
        user: { login: 'ada' },
        created_at: T,
      },
      comment: hub(1, { updated_at: '2026-05-02T09:00:00Z' }),
    },
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['u1', 'Words 1', null, { state: 'edited' }],
    ],
  ],
  [
    'GitHub: a timeline with comments on lines',
    [
      hub(1, { event: 'commented' }),
      { event: 'labeled', id: 9 },
      {
        event: 'line-commented',
        comments: [hub(2, { pull_request_url: 'https://api.github.com/repos/o/r/pulls/3' })],
      },
    ],
    [
      ['u1', 'Words 1', null],
      ['u2', 'Words 2', null],
    ],
    true,
  ],
  [
    'Stack Exchange: items as tools keep them, without what is around them',
    [asked({ answers: [answered(12, 'Taxes.')] })],
    [
      ['Ann', 'Why "ferries"?\n\nFree them.', null, { score: 7, createdAt: '2026-05-01T09:00:00.000Z' }],
      ['u12', 'Taxes.', 0, { kind: 'answer' }],
    ],
  ],
  [
    'Stack Exchange: answers alone',
    { items: [answered(12, 'Taxes.'), answered(13, 'Riders.')], has_more: false, quota_remaining: 9 },
    [
      ['u12', 'Taxes.', null],
      ['u13', 'Riders.', null],
    ],
    true,
  ],
  [
    'Stack Exchange: a page of a closed question, edited, whose writer has no account any more',
    html(
      `<div id="question-header"><h1><a>Why ferries? [closed]</a></h1></div><div id="question" class="question" data-questionid="11"><div class="js-vote-count" data-value="-2">-2</div><div class="js-post-body"><p>Free them.</p></div>${signed('<a>Ed</a>', '2026-05-02 09:00:00Z')}${signed('user7', '2026-05-01 09:00:00Z')}</div>`,
    ),
    [
      [
        'user7',
        'Why ferries?\n\nFree them.',
        null,
        { score: -2, state: 'edited', createdAt: '2026-05-01T09:00:00.000Z' },
      ],
    ],
  ],
  ['Bluesky: one post alone', skyPost('a', 'Free them.'), [['a.example', 'Free them.', null]]],
  [
    'Bluesky: a link whose place is counted wrongly breaks no character',
    skyPost('a', 'See e.example/…, please', {
      facets: [{ index: { byteStart: 4, byteEnd: 15 }, features: [{ uri: 'https://e.example/long' }] }],
    }),
    [['a.example', 'See e.example/…, please', null, { links: [{ start: 4, end: 15, url: 'https://e.example/long' }] }]],
  ],
  [
    'Bluesky: a flat list keeps the places of posts that are gone',
    {
      thread: [
        row('a', 0, 'Post', { post: skyPost('a', 'Free them.'), moreReplies: 2 }),
        row('b', 1, 'NotFound'),
        row('c', 2, 'Post', { post: skyPost('c', 'Taxes.') }),
        row('d', 1, 'Blocked', { author: { did: 'did:plc:d' } }),
      ],
    },
    [
      ['a.example', 'Free them.', null],
      [null, '', 0, { state: 'deleted' }],
      ['c.example', 'Taxes.', 1],
      [null, '', 0, { state: 'hidden' }],
    ],
    true,
  ],
  [
    'Misskey: a deleted writer, markup, a quoted note, a bot',
    [
      { id: 'm1', createdAt: T, text: '**Free** $[x2 them].', user: { username: 'ada' }, replyId: null, cw: 'Boats' },
      { id: 'm2', createdAt: T, text: 'Who pays?', user: null, userId: 'u', replyId: 'm1' },
      {
        id: 'm3',
        createdAt: T,
        text: 'Look.',
        user: { username: 'beep', isBot: true },
        replyId: 'm1',
        renote: { id: 'm9', text: 'Taxes.', user: { username: 'cy', host: 'far.example' } },
      },
    ],
    [
      ['ada', 'Boats\n\nFree them.', null],
      [null, 'Who pays?', 0],
      [
        'beep',
        'Look.\n\nTaxes.',
        0,
        {
          kind: 'system',
          quotes: [{ start: 7, end: 13, how: 'marked', author: 'cy@far.example', of: null, similarity: 0 }],
        },
      ],
    ],
  ],
]
