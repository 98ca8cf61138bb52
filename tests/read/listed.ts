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

const agreed = (id: string, more: object = {}) => ({
  _id: id,
  parentCommentId: null,
  user: { displayName: `U ${id}` },
  postedAt: T,
  baseScore: 5,
  contents: { html: `<p>Words ${id}</p>` },
  ...more,
})

const lobster = (id: string, more: object = {}) => ({
  short_id: id,
  comment: `<p>Words ${id}</p>`,
  commenting_user: `u${id}`,
  created_at: T,
  last_edited_at: T,
  depth: 0,
  parent_comment: null,
  ...more,
})

const blog = (body: string) =>
  html(
    `<article><h1 class="entry-title">Ferries</h1><span class="byline"><a class="url fn n">Ada</a></span><div class="entry-content"><p>Free them.</p></div></article>${body}`,
    '<title>Ferries</title><meta name="generator" content="WordPress 1.5">',
  )

const mailed = (id: number, head: string, words: string) =>
  `From a@x.example Fri May  1 09:00:00 2026\nFrom: U${id} <u@x.example>\nDate: Fri, 1 May 2026 09:00:00 +0000\n${head}\n\n${words}\n\n`

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
    'GitHub: comments brought in from another tracker were updated by a program, not edited',
    [
      hub(1, { updated_at: '2026-05-02T09:00:00Z' }),
      hub(2, { updated_at: '2026-05-02T09:00:01Z' }),
      hub(3, { updated_at: '2026-05-09T11:00:00Z' }),
    ],
    [
      ['u1', 'Words 1', null],
      ['u2', 'Words 2', null],
      ['u3', 'Words 3', null, { state: 'edited' }],
    ],
    true,
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
  [
    'Lobsters: comments alone, one of them changed',
    [lobster('a'), lobster('b', { parent_comment: 'a', depth: 1, last_edited_at: '2026-05-02T09:00:00Z' })],
    [
      ['ua', 'Words a', null],
      ['ub', 'Words b', 0, { state: 'edited' }],
    ],
    true,
  ],
  [
    'LessWrong: what was asked for under other names; votes on agreement',
    {
      data: {
        GetPost: {
          result: { _id: 'p', title: 'Ferries', postedAt: T, htmlBody: '<p>Free them.</p>', user: { username: 'ada' } },
        },
        said: { results: [agreed('a', { extendedScore: { agreement: -4 } }), agreed('b', { parentCommentId: 'a' })] },
      },
    },
    [
      ['ada', 'Ferries\n\nFree them.', null, { agreement: undefined }],
      ['U a', 'Words a', 0, { score: 5, agreement: -4 }],
      ['U b', 'Words b', 1, { agreement: undefined }],
    ],
  ],
  [
    'WordPress: an article with its writer and its comments inside',
    {
      id: 4,
      type: 'post',
      date_gmt: '2026-05-01T09:00:00',
      link: 'https://w.example/p/',
      title: { rendered: 'Ferries' },
      content: { rendered: '<p>Free them.</p>' },
      _links: {},
      _embedded: {
        author: [{ name: 'Ada' }],
        replies: [[{ id: 2, parent: 0, author_name: 'Ben', date: T, content: { rendered: '<p>Who pays?</p>' } }]],
      },
    },
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'WordPress: the oldest theme puts writer, time and words side by side',
    blog(
      '<ol class="commentlist"><li id="comment-1"><cite><a>Ben</a></cite> Says:<br><small class="commentmetadata"><a href="#comment-1">May 1st, 2026 at 10:00 am</a></small><p>Who pays?</p></li></ol>',
    ),
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', 0, { createdAt: '2026-05-01T10:00:00.000Z' }],
    ],
  ],
  [
    'YouTube: one comment thread',
    {
      kind: 'youtube#commentThread',
      snippet: {
        videoId: 'v',
        topLevelComment: {
          kind: 'youtube#comment',
          id: 'A',
          snippet: { textOriginal: 'Free', authorDisplayName: '@ada' },
        },
      },
    },
    [['@ada', 'Free', null]],
  ],
  [
    'YouTube: comments kept beside the data of a video',
    {
      id: 'v',
      extractor: 'youtube',
      webpage_url: 'https://www.youtube.com/watch?v=v',
      title: 'Ferries',
      uploader: 'Ada',
      comments: [
        { id: 'A', text: 'Free', author: '@ben', parent: 'root', timestamp: SECONDS, like_count: 2 },
        { id: 'A.1', text: 'Why?', author: '@cy', parent: 'A' },
      ],
    },
    [
      ['Ada', 'Ferries', null],
      // The data give a moment, but the page showed an age: without its words it may be off by as much as a year.
      [
        '@ben',
        'Free',
        0,
        { score: 2, createdAt: null, createdAbout: { at: '2026-05-01T09:00:00.000Z', within: 31_556_952 } },
      ],
      ['@cy', 'Why?', 1],
    ],
  ],
  [
    'YouTube: comments kept one on each line',
    [
      {
        cid: 'A',
        text: 'Free',
        time: '2 months ago',
        author: '@ben',
        votes: '1.2K',
        reply: false,
        time_parsed: SECONDS,
      },
      { cid: 'A.B', text: 'Why?', time: '1 year ago (edited)', author: '@cy', votes: '0', reply: true },
    ]
      .map((one) => JSON.stringify(one))
      .join('\n'),
    [
      [
        '@ben',
        'Free',
        null,
        { score: 1200, createdAt: null, createdAbout: { at: '2026-05-01T09:00:00.000Z', within: 2_629_746 } },
      ],
      ['@cy', 'Why?', 0, { score: 0, state: 'edited' }],
    ],
  ],
  [
    'Kialo in German',
    'Diskussionstitel: Fähren?\n\n1. Fähren sollen gratis sein.\n1.1. Pro: Gut.\n1.2. Kontra: Teuer.\n1.2.1. Pro: -> Siehe 1.1.\n',
    [
      [null, 'Fähren?\n\nFähren sollen gratis sein.', null],
      [null, 'Gut.', 0, { stance: 'pro' }],
      [null, 'Teuer.', 0, { stance: 'con' }],
      [null, 'Gut.', 2, { stance: 'pro' }],
    ],
  ],
  [
    'a mailbox with a copied head, the place of an attachment, one number twice, and a mail that answers itself',
    mailed(1, 'Subject: Ferries\nMessage-ID: <1@x>', 'Free them.') +
      mailed(
        2,
        'Subject: Re: Ferries\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>',
        'No.\n\nVon: U1\nGesendet: Freitag, 1. Mai 2026\nAn: U2\nBetreff: Ferries\n\nFree them.',
      ) +
      mailed(
        3,
        'Subject: Re: Ferries\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>',
        'Why?\n-------------- next part --------------\nAn HTML attachment was scrubbed...\nURL: <http://x.example/a>',
      ) +
      mailed(4, 'Subject: Trains\nMessage-ID: <4@x>\nIn-Reply-To: <4@x>', 'Free, too.'),
    [
      ['U1', 'Ferries\n\nFree them.', null],
      ['U2', 'No.', 0],
      ['U3', 'Why?', 0],
      ['U4', 'Trains\n\nFree, too.', null],
    ],
  ],
  [
    'a mail in HTML with a copied head',
    'From: Ben <b@x.example>\nDate: Fri, 1 May 2026 09:00:00 +0000\nSubject: Re: Ferries\nMessage-ID: <2@x>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>No.</p><div><b>From:</b> Ada<br><b>Sent:</b> Friday<br><b>To:</b> Ben<br><b>Subject:</b> Ferries</div><div>Free them.</div>',
    [['Ben', 'Re: Ferries\n\nNo.', null]],
  ],
  [
    'a page of a board for members, with its box to sign in, as a member saw it',
    `<!doctype html><html id="XF" lang="en"><head><title>Members only: Ferries</title></head><body><form action="/login"><input type="password"></form><h1 class="p-title-value">Ferries</h1>${[
      'ada',
      'ben',
    ]
      .map(
        (who, at) =>
          `<article class="message message--post js-post" data-author="${who}" data-content="post-${at}" id="js-post-${at}"><div class="message-content"><article class="message-body"><div class="bbWrapper">Words of ${who}.</div></article></div></article>`,
      )
      .join('')}</body></html>`,
    [
      ['ada', 'Ferries\n\nWords of ada.', null],
      ['ben', 'Words of ben.', null],
    ],
  ],
]
