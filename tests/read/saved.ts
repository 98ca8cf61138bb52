/** Pages as browsers save them, and documents other than those the requests ask for. */
import { html, type Form } from './rows.ts'

const T = '2026-05-01T09:00:00Z'
const nine = '2026-05-01T09:00:00.000Z'

export const SAVED: Form[] = [
  [
    'a Stack Exchange page of the years before, comments as table rows',
    html(
      `<div id="question-header"><h1><a>Are ferries free?</a></h1></div><div id="question" data-questionid="1"><div class="vote"><span class="vote-count-post">7</span></div><div class="post-text"><p>Are they?</p></div><table><tr><td class="post-signature"><span title="2026-05-01 09:00:00Z" class="relativetime">x</span><div class="user-details"><a>ada</a></div></td></tr></table><table><tr id="comment-5" class="comment"><td class="comment-score"><span>3</span></td><td><span class="comment-copy">Which ones?</span> <a class="comment-user">ben</a> <span class="comment-date"><span title="2026-05-01 09:05:00Z">x</span></span></td></tr></table></div><div id="answer-2" class="answer" data-answerid="2"><span class="vote-count-post">9</span><div class="post-text"><p>Some.</p></div><table><tr><td class="post-signature"><span title="2026-05-01 09:10:00Z" class="relativetime">x</span><div class="user-details"><a>cy</a></div></td></tr></table></div>`,
    ),
    [
      ['ada', 'Are ferries free?\n\nAre they?', null, { score: 7, createdAt: nine }],
      ['ben', 'Which ones?', 0, { score: 3, createdAt: '2026-05-01T09:05:00.000Z' }],
      ['cy', 'Some.', 0, { score: 9, kind: 'answer' }],
    ],
  ],
  [
    'a Mastodon timeline with a boost',
    [
      {
        id: '1',
        content: '<p>Free them.</p>',
        created_at: T,
        in_reply_to_id: null,
        account: { acct: 'ada', url: 'https://m.example/@ada' },
        url: 'https://m.example/@ada/1',
        replies_count: 0,
      },
      {
        id: '9',
        content: '',
        created_at: T,
        account: { acct: 'cy', url: 'https://m.example/@cy' },
        reblog: {
          id: '2',
          content: '<p>Who pays?</p>',
          created_at: T,
          in_reply_to_id: '1',
          account: { acct: 'ben@far.example' },
          url: 'https://far.example/@ben/2',
          replies_count: 0,
          edited_at: T,
        },
      },
    ],
    [
      ['ada@m.example', 'Free them.', null],
      ['ben@far.example', 'Who pays?', 0, { state: 'edited' }],
    ],
  ],
  [
    'a page of Mbin: who is answered is named, what was taken down keeps its place',
    html(
      `<div id="content"><article class="entry section subject" id="entry-3"><header><h1><small class="badge">OC</small><a rel="nofollow" href="https://e.example/f">Ferries</a><span class="entry__domain">( <a href="https://e.example/f">e.example</a> )</span></h1></header><div class="entry__body"><div class="content formatted"><p>Free them.</p></div></div><aside class="meta entry__meta"><a class="user-inline" data-mentions-username-param="ada" title="@ada@mbin.example">ada</a> <time class="timeago" datetime="${T}">x</time></aside><aside class="vote"><form class="vote__up"><button><span data-subject-target="favCounter">7</span></button></form><form class="vote__down"><button><span data-subject-target="downvoteCounter">2</span></button></form></aside><footer><a><span data-subject-target="commentsCounter">5</span> comments</a> <button>boost <span data-subject-target="upvoteCounter">(1)</span></button></footer></article><div id="comments">${[
        [5, 1, '', '@ben@far.example', '<p>Who pays?</p>', '<time datetime="2026-05-01T09:20:00Z">x</time>'],
        [6, 2, '5', 'cy', '<p class="text-muted">[<i>deleted by author</i>]</p>', ''],
        [7, 3, '6', 'di', '<p>All of us.</p>', ''],
        [8, 1, '', 'eve', '<p class="text-muted">[<i>Durch Moderation gelöscht</i>]</p>', ''],
      ]
        .map(
          ([id, level, parent, name, words, edited]) =>
            `<blockquote class="section comment entry-comment subject comment-level--${level}" id="entry-comment-${id}" data-subject-parent-value="${parent}"><header><a class="user-inline" data-mentions-username-param="${name}">x</a><span>, </span><time class="timeago" datetime="${T}">x</time>${edited}</header><div class="content">${words}</div></blockquote>`,
        )
        .join(
          '',
        )}<nav class="pagination"><span class="pagination__item pagination__item--current-page">1</span><a class="pagination__item pagination__item--next-page" href="?p=2" rel="next">Next</a></nav></div></div>`,
      '<title>Ferries - town</title><link rel="canonical" href="https://mbin.example/m/town/t/3/ferries">',
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null, { score: 6, createdAt: nine, kind: 'opening' }],
      [
        'ben@far.example',
        'Who pays?',
        0,
        { state: 'edited', permalink: 'https://mbin.example/m/town/t/3/ferries#entry-comment-5' },
      ],
      ['cy', '', 1, { state: 'deleted', createdAt: nine }],
      ['di', 'All of us.', 2, { state: 'ok', parentVia: 'platform', score: null }],
      ['eve', '', 0, { state: 'removed' }],
    ],
    true,
  ],
  [
    'a short post of kbin, levels alone telling who answers whom',
    html(
      `<article class="post section subject" id="post-4"><header><a class="user-inline" title="@ada@far.example">ada</a> <time datetime="${T}">x</time></header><div class="content"><p>Free them.</p></div></article>${[
        1, 2, 1,
      ]
        .map(
          (level, place) =>
            `<blockquote class="comment post-comment comment-level--${level}" id="post-comment-${place + 1}"><header><a class="user-inline">u${place + 1}</a> <time datetime="${T}">x</time></header><div class="content"><p>Words ${place + 1}</p></div><aside class="vote"><form class="vote__up"><button>${place} ↑</button></form></aside></blockquote>`,
        )
        .join('')}`,
    ),
    [
      ['ada@far.example', 'Free them.', null, { createdAt: nine }],
      ['u1', 'Words 1', 0, { score: 0, parentVia: 'nesting' }],
      ['u2', 'Words 2', 1, { score: 1 }],
      ['u3', 'Words 3', 0, { score: 2 }],
    ],
  ],
  [
    'comments of Pixelfed',
    {
      data: [
        {
          id: '2',
          content: '<p>Who pays?</p>',
          created_at: T,
          in_reply_to_id: '1',
          account: { acct: 'ben', url: 'https://p.example/ben' },
          url: 'https://p.example/p/ben/2',
        },
        {
          id: '3',
          content: '<p>All of us.</p>',
          created_at: T,
          in_reply_to_id: '2',
          account: { acct: 'ada@far.example' },
          url: 'https://far.example/@ada/3',
        },
      ],
      meta: { pagination: { total: 2, count: 2 } },
    },
    [
      ['ben@p.example', 'Who pays?', null],
      ['ada@far.example', 'All of us.', 0, { createdAt: nine }],
    ],
    true,
  ],
  [
    'what a Mastodon search found',
    {
      accounts: [],
      hashtags: [],
      statuses: [
        {
          id: '1',
          content: '<p>Free them.</p>',
          spoiler_text: 'Ferries',
          created_at: T,
          in_reply_to_id: null,
          account: { acct: 'ada', url: 'https://m.example/@ada' },
          url: 'https://m.example/@ada/1',
        },
      ],
    },
    [['ada@m.example', 'Ferries\n\nFree them.', null]],
  ],
  [
    'records of a Bluesky repository',
    {
      records: [
        {
          uri: 'at://did:plc:a/app.bsky.feed.post/1',
          cid: 'x',
          value: { $type: 'app.bsky.feed.post', text: 'Free them.', createdAt: T },
        },
        {
          uri: 'at://did:plc:a/app.bsky.feed.post/2',
          cid: 'y',
          value: { text: 'Who pays?', createdAt: T, reply: { parent: { uri: 'at://did:plc:a/app.bsky.feed.post/1' } } },
        },
      ],
    },
    [
      ['did:plc:a', 'Free them.', null],
      ['did:plc:a', 'Who pays?', 0],
    ],
  ],
  [
    'a Flarum page with what it was drawn from',
    html(
      `<script id="flarum-json-payload" type="application/json">${JSON.stringify({
        resources: [],
        apiDocument: {
          data: { type: 'discussions', id: '7', attributes: { title: 'Ferries', commentCount: 2 } },
          included: [
            {
              type: 'posts',
              id: '11',
              attributes: { number: 1, contentType: 'comment', contentHtml: '<p>Free them.</p>', createdAt: T },
              relationships: { user: { data: { type: 'users', id: '1' } } },
            },
            {
              type: 'posts',
              id: '12',
              attributes: { number: 2, contentType: 'comment', contentHtml: '<p>Who pays?</p>', createdAt: T },
              relationships: { user: { data: { type: 'users', id: '2' } } },
            },
            { type: 'users', id: '1', attributes: { displayName: 'Ada' } },
            { type: 'users', id: '2', attributes: { username: 'ben' } },
          ],
        },
      })}</script>`,
    ),
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Who pays?', null],
    ],
  ],
  [
    'a Lynxchan thread',
    {
      threadId: 100,
      boardUri: 'town',
      subject: 'Ferries',
      markdown: 'Free them.',
      creation: T,
      name: 'Anonymous',
      posts: [
        {
          postId: 101,
          markdown: '<a class="quoteLink" href="/town/res/100.html#100">&gt;&gt;100</a><br>Who pays?',
          creation: T,
          name: 'Ben',
        },
      ],
    },
    [
      [null, 'Ferries\n\nFree them.', null, { createdAt: nine }],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'an archived board',
    {
      100: {
        op: {
          num: '100',
          thread_num: '100',
          title: 'Ferries',
          comment: 'Free them.',
          timestamp: 1777626000,
          name: 'Anonymous',
        },
        posts: { 101: { num: '101', thread_num: '100', comment: 'Who pays?', timestamp: 1777626000, name: 'Ben' } },
      },
    },
    [
      [null, 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', null],
    ],
  ],
  [
    'LessWrong with the comments that were drawn',
    html(
      `<div class="PostsPage-root"><h1 class="PostsPageTitle-root">Ferries</h1><div id="postContent"><p>Free them.</p></div></div><div class="comments-node" id="kk1"><div><a class="UsersNameDisplay-userName">Ben</a><time datetime="${T}"></time><span class="OverallVoteAxis-voteScore">4</span><div class="CommentBody-commentStyling"><p>Who pays?</p></div></div><div class="comments-node" id="kk2"><a class="UsersNameDisplay-userName">Cy</a><div class="CommentBody-commentStyling"><p>All of us.</p></div></div></div>`,
      '<title>Ferries — LessWrong</title><meta name="author" content="Ada"><link rel="canonical" href="https://www.lesswrong.com/posts/abcdefgh1/ferries">',
    ),
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', 0, { score: 4, createdAt: nine }],
      ['Cy', 'All of us.', 1],
    ],
  ],
  [
    'a video page with its comments',
    html(
      '<ytd-watch-metadata><h1>Ferries</h1></ytd-watch-metadata><ytd-comments-header-renderer><h2 id="count"><span>3</span> <span>Comments</span></h2></ytd-comments-header-renderer>' +
        '<ytd-comment-thread-renderer><ytd-comment-view-model id="comment"><a id="author-text">@ada</a><span id="published-time-text"><a href="/watch?v=abcdefghijk&amp;lc=Ug1">2 years ago (edited)</a></span><div id="content-text"><span>Free them.</span></div><span id="vote-count-middle">12</span></ytd-comment-view-model><div id="replies"><ytd-comment-replies-renderer><ytd-comment-view-model><a id="author-text">@ben</a><span id="published-time-text"><a href="/watch?v=abcdefghijk&amp;lc=Ug1.r1">1 year ago</a></span><div id="content-text">Who pays?</div><span id="vote-count-middle">1.2K</span></ytd-comment-view-model></ytd-comment-replies-renderer></div></ytd-comment-thread-renderer>',
      '<title>Ferries - YouTube</title><link rel="canonical" href="https://www.youtube.com/watch?v=abcdefghijk">',
    ),
    [
      [null, 'Ferries', null],
      ['@ada', 'Free them.', 0, { score: 12, state: 'edited', createdAt: null }],
      ['@ben', 'Who pays?', 1, { score: null }],
    ],
    true,
  ],
  [
    'a GitLab page',
    html(
      `<h1 class="title">Ferries</h1><div class="detail-page-header"><span class="author">Ada</span><time datetime="${T}"></time></div><div class="description"><div class="md"><p>Free them.</p></div></div><ul><li class="note-discussion"><ul><li class="note" id="note_5"><div class="note-header"><span class="note-header-author-name">Ben</span><time datetime="${T}"></time></div><div class="note-text"><div class="md"><p>Who pays?</p></div></div></li><li class="note" id="note_6"><span class="note-header-author-name">Cy</span><div class="note-text md"><p>All of us.</p></div></li></ul></li><li class="note system-note" id="note_7"><div class="note-text">closed</div></li></ul>`,
      '<title>Ferries (#3) · Issues · town / boats · GitLab</title><meta content="GitLab" property="og:site_name">',
    ),
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', null, { createdAt: nine }],
      ['Cy', 'All of us.', 1],
    ],
  ],
  [
    'an ActivityPub note with its first replies',
    {
      '@context': 'https://www.w3.org/ns/activitystreams',
      id: 'https://m.example/users/ada/statuses/1',
      type: 'Note',
      attributedTo: 'https://m.example/users/ada',
      inReplyTo: null,
      published: T,
      content: '<p>Free them.</p>',
      replies: {
        type: 'Collection',
        first: {
          type: 'CollectionPage',
          items: [
            {
              id: 'https://far.example/objects/2',
              type: 'Note',
              attributedTo: 'https://far.example/@ben',
              inReplyTo: 'https://m.example/users/ada/statuses/1',
              published: T,
              content: '<p>Who pays?</p>',
            },
            'https://far.example/objects/3',
          ],
        },
      },
    },
    [
      ['ada@m.example', 'Free them.', null, { createdAt: nine }],
      ['ben@far.example', 'Who pays?', 0],
    ],
    true,
  ],
  [
    'an outbox of ActivityPub',
    {
      '@context': ['https://www.w3.org/ns/activitystreams'],
      type: 'OrderedCollection',
      orderedItems: [
        {
          type: 'Create',
          object: {
            id: 'https://m.example/notes/1',
            type: 'Note',
            attributedTo: 'https://m.example/users/ada',
            published: T,
            content: 'Free them.',
          },
        },
        {
          type: 'Create',
          object: {
            id: 'https://m.example/notes/2',
            type: 'Note',
            attributedTo: 'https://m.example/users/ada',
            inReplyTo: 'https://m.example/notes/1',
            published: T,
            content: 'All need them.',
            updated: T,
          },
        },
      ],
    },
    [
      ['ada@m.example', 'Free them.', null],
      ['ada@m.example', 'All need them.', 0, { state: 'edited' }],
    ],
  ],
  [
    'mails as HyperKitty lists them',
    {
      count: 2,
      results: [
        {
          url: 'https://l.example/archives/api/list/t@l.example/email/AAA/',
          message_id_hash: 'AAA',
          sender_name: 'Ada Lake',
          sender: { address: 'ada (a) x.example' },
          subject: 'Ferries',
          date: T,
          parent: null,
          content: 'Free them.\n-- \nAda',
        },
        {
          url: 'https://l.example/archives/api/list/t@l.example/email/BBB/',
          message_id_hash: 'BBB',
          sender_name: 'Ben',
          subject: 'Re: Ferries',
          date: '2026-05-01T09:10:00Z',
          parent: 'https://l.example/archives/api/list/t@l.example/email/AAA/',
          content: '> Free them.\n\nWho pays?',
        },
      ],
    },
    [
      ['Ada Lake', 'Ferries\n\nFree them.', null],
      ['Ben', 'Free them.\n\nWho pays?', 0],
    ],
  ],
  [
    'one mail of Pipermail',
    `<HTML><HEAD><TITLE>[Town] Ferries</TITLE></HEAD><BODY><H1>[Town] Ferries</H1><B>Ada Lake</B> <A HREF="mailto:x">ada at x.example</A><BR><I>Fri May  1 11:00:00 CEST 2026</I><P><UL></UL><HR><!--beginarticle--><PRE>Ben wrote:
&gt;<i> Who pays?
</i>
All of us, see <A HREF="https://e.example/">https://e.example/</A>

-- 
Ada
</PRE><!--endarticle--></BODY></HTML>`,
    [['Ada Lake', '[Town] Ferries\n\nWho pays?\n\nAll of us, see https://e.example/', null, { createdAt: nine }]],
    true,
  ],
  [
    'a thread of HyperKitty',
    html(
      `<div id="hyperkitty"></div><div class="thread-header"><h3>Ferries</h3></div>${[
        ['A1', 'Ada Lake', '9:00', '<p>Free them.</p>'],
        [
          'B2',
          'Ben',
          '9:10',
          '<div class="quoted-switch"><a>...</a></div><div class="quoted-text">Free them.</div><p>Who pays?</p>',
        ],
      ]
        .map(
          ([id, name, time, words]) =>
            `<div class="email"><div class="email-header"><span class="name"><a>${name}</a></span><span class="time" title="Sender's time: May 1, 2026, ${time}">x</span><a href="/archives/list/t@l.example/message/${id}/">link</a></div><div class="email-body">${words}</div></div>`,
        )
        .join('')}`,
    ),
    [
      ['Ada Lake', 'Ferries\n\nFree them.', null],
      ['Ben', 'Free them.\n\nWho pays?', null],
    ],
  ],
  [
    'a thread of HyperKitty in a theme that leaves its name out, times as Django writes them, of no zone',
    html(
      `<h3>Ferries</h3>${['11 a.m.', '11:05 a.m.', 'noon', '1:30 p.m.', 'midnight']
        .map(
          (time, place) =>
            `<div class="email"><div class="email-header"><h2 class="name"><a>u${place}</a></h2><div class="time"><span title="Sender's time: Jan. ${place === 4 ? 2 : 1}, 2024, ${time}">x</span></div><a href="/archives/list/t@l.example/message/ABCDEFGHIJKLMNOPQRSTUVWXYZ23456${place + 3}/">link</a></div><div class="email-body"><p>Words ${place}</p></div></div>`,
        )
        .join('')}`,
    ),
    ['01T11:00', '01T11:05', '01T12:00', '01T13:30', '02T00:00'].map((at, place) => [
      `u${place}`,
      place === 0 ? 'Ferries\n\nWords 0' : `Words ${place}`,
      null,
      { createdAt: null, createdAbout: { at: `2024-01-${at}:00.000Z`, within: 14 * 60 * 60 } },
    ]),
  ],
]
