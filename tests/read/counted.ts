/** Threads that say how much of them is lacking, and parts of threads that stand alone. */
import { html, type Form } from './rows.ts'

const T = '2026-05-01T09:00:00Z'

const item = (id: number, more: object) => ({ id, by: 'ada', time: 1777626000, type: 'comment', ...more })

const issue = (more: object) => ({
  html_url: 'https://github.com/o/r/issues/7',
  number: 7,
  title: 'Ferries',
  user: { login: 'ada' },
  created_at: T,
  body: 'Free them.',
  ...more,
})
const said = (id: number, more: object) => ({
  id,
  issue_url: 'https://api.github.com/repos/o/r/issues/7',
  html_url: `https://github.com/o/r/issues/7#issuecomment-${id}`,
  user: { login: 'ben' },
  created_at: T,
  ...more,
})

const asked = (more: object) => ({
  items: [
    {
      question_id: 1,
      title: 'Ferries?',
      body: '<p>Are they free?</p>',
      owner: { display_name: 'ada' },
      creation_date: 1777626000,
      ...more,
    },
  ],
  has_more: false,
  quota_remaining: 9,
})
const answer = (id: number, kind = '') =>
  `<div class="answer ${kind}" data-answerid="${id}"><div class="js-post-body"><p>Answer ${id}.</p></div><div class="post-signature"><div class="user-details"><a>ben</a></div></div></div>`

const discourse = (number: number, username: string, more: object) => ({
  id: 90 + number,
  post_number: number,
  topic_id: 7,
  topic_slug: 'ferries',
  username,
  created_at: T,
  ...more,
})

const toot = (id: string, answers: string | null) => ({
  id,
  content: `<p>Words ${id}.</p>`,
  created_at: T,
  in_reply_to_id: answers,
  account: { acct: 'ada', url: 'https://m.example/@ada' },
  url: `https://m.example/@ada/${id}`,
})

const sky = (key: string, words: string, replyCount = 0) => ({
  uri: `at://did:plc:${key}/app.bsky.feed.post/${key}`,
  author: { did: `did:plc:${key}`, handle: `${key}.example` },
  record: { text: words, createdAt: T },
  replyCount,
})

const lemmy = (id: number, path: string, child_count: number) => ({
  comment: { id, path, post_id: 7, content: `Words ${id}.`, published: T, ap_id: `https://l.example/comment/${id}` },
  creator: { name: 'ben', actor_id: 'https://l.example/u/ben' },
  counts: { score: 1, child_count },
})

export const COUNTED: Form[] = [
  [
    'Hacker News: the choices of a poll on its page',
    html(
      `<table id="hnmain"><tr><td><table class="fatitem"><tr class="athing submission" id="100"><td class="title"><span class="titleline"><a href="item?id=100">Poll: free ferries?</a></span></td></tr><tr><td class="subtext"><span class="score" id="score_100">4 points</span> by <a class="hnuser">ada</a> <span class="age" title="2026-05-01T09:00:00 1777626000"></span> | <a>1&nbsp;comment</a></td></tr><tr><td><table><tr class="athing" id="101"><td class="comment"><div>Yes</div></td></tr><tr><td class="default"><span class="score" id="score_101">12 points</span></td></tr></table></td></tr></table><table class="comment-tree"><tr class="athing comtr" id="201"><td class="ind" indent="0"></td><td><a class="hnuser">ben</a><div class="commtext">Both.</div></td></tr></table></td></tr></table>`,
    ),
    [
      ['ada', 'Poll: free ferries?', null, { score: 4 }],
      ['ada', 'Yes', 0, { score: 12 }],
      ['ben', 'Both.', 0],
    ],
  ],
  [
    'Hacker News: items under their paths, one of them not known; a story that was deleted opens its thread',
    {
      '/v0/item/1.json': item(1, { by: undefined, type: 'story', deleted: true, kids: [2, 3] }),
      '/v0/item/2.json': null,
      '/v0/item/3.json': item(3, { parent: 1, text: 'Who pays?' }),
    },
    [
      [null, '', null, { kind: 'opening', state: 'deleted' }],
      ['ada', 'Who pays?', 0],
    ],
    true,
  ],
  [
    'Hacker News: a search that found more than it hands out',
    {
      hits: [{ objectID: '1', title: 'Ferries', author: 'ada', created_at: T, story_id: 1, points: 3 }],
      nbHits: 40,
    },
    [['ada', 'Ferries', null, { score: 3 }]],
    true,
  ],
  [
    'GitHub: an issue alone says how many comments it has',
    issue({ comments: 12 }),
    [['ada', 'Ferries\n\nFree them.', null]],
    true,
  ],
  ['GitHub: an issue nobody has answered is whole', issue({ comments: 0, body: null }), [['ada', 'Ferries', null]]],
  [
    'GitHub: comments handed out as HTML or bare text, in a timeline that begins with another event',
    [
      { event: 'labeled', id: 5, actor: { login: 'x' }, created_at: T },
      said(1, { event: 'commented', body_html: '<p>Who <b>pays</b>?</p>' }),
      said(2, { event: 'commented', body_text: 'All of us.' }),
    ],
    [
      ['ben', 'Who pays?', null, { permalink: 'https://github.com/o/r/issues/7#issuecomment-1' }],
      ['ben', 'All of us.', null],
    ],
    true,
  ],
  [
    'Stack Exchange: a question without its answers says how many it has',
    asked({ answer_count: 3, comment_count: 2 }),
    [['ada', 'Ferries?\n\nAre they free?', null]],
    true,
  ],
  [
    'Stack Exchange: a question nobody has answered is whole',
    asked({ answer_count: 0, comment_count: 0 }),
    [['ada', 'Ferries?\n\nAre they free?', null]],
  ],
  [
    'Stack Exchange: a page of many answers; a notice above the question; an answer that was deleted',
    html(
      `<div id="question-header"><h1>Ferries?</h1></div><div id="question" data-questionid="1"><div class="js-post-body"><aside class="s-notice post-notice"><p>This question already has answers here.</p></aside><p>Are they free?</p></div><div class="post-signature"><div class="user-details"><a>ada</a></div></div></div><div id="answers"><div id="answers-header"><h2 data-answercount="42">42 Answers</h2></div>${answer(5)}${answer(6, 'deleted-answer')}</div>`,
    ),
    [
      ['ada', 'Ferries?\n\nAre they free?', null],
      ['ben', 'Answer 5.', 0],
      ['ben', '', 0, { state: 'deleted' }],
    ],
    true,
  ],
  [
    'Discourse: a quote that holds another answers the post around both',
    {
      id: 7,
      title: 'Ferries',
      posts_count: 3,
      post_stream: {
        posts: [
          discourse(1, 'ada', { cooked: '<p>Free them.</p>' }),
          discourse(2, 'ben', { cooked: '<p>Who pays?</p>' }),
          discourse(3, 'cy', {
            cooked:
              '<aside class="quote" data-username="ben" data-post="2" data-topic="7"><div class="title">ben:</div><blockquote><aside class="quote" data-username="ada" data-post="1" data-topic="7"><div class="title">ada:</div><blockquote><p>Free them.</p></blockquote></aside><p>Who pays?</p></blockquote></aside><p>All of us. <a href="#x">See above</a></p>',
          }),
        ],
      },
    },
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Who pays?', 0],
      ['cy', 'Free them.\n\nWho pays?\n\nAll of us. See above', 1, { parentVia: 'quote', links: [] }],
    ],
  ],
  [
    'Discourse: posts as they were written; the ids of all posts tell how many there are',
    {
      id: 7,
      title: 'Ferries',
      post_stream: {
        stream: [91, 92, 93],
        posts: [
          discourse(1, 'ada', { raw: 'Free *them*.\n\n[poll type=regular]\n* Yes\n* No\n[/poll]' }),
          discourse(2, 'ben', {
            raw: '[quote="ada, post:1, topic:7"]\nFree *them*.\n[/quote]\n\nWho pays?',
          }),
        ],
      },
    },
    [
      ['ada', 'Ferries\n\nFree them.\n\n- Yes\n- No', null, { quotes: [] }],
      [
        'ben',
        'Free them.\n\nWho pays?',
        0,
        { parentVia: 'quote', quotes: [{ start: 0, end: 10, how: 'marked', author: 'ada', of: null, similarity: 0 }] },
      ],
    ],
    true,
  ],
  [
    'Discourse: the page for printing names its topic without the forum',
    html(
      `<div itemscope itemtype="http://schema.org/DiscussionForumPosting"><meta itemprop="headline" content="Ferries"><div id="post_1" class="topic-body crawler-post"><span class="creator"><span itemprop="name">ada</span></span><time class="post-time" datetime="${T}"></time><div class="post"><p>Free them.</p></div></div></div>`,
      '<title>Ferries - Harbour</title><meta name="generator" content="Discourse 3.4.0">',
    ),
    [['ada', 'Ferries\n\nFree them.', null]],
  ],
  [
    'Mastodon: the post a conversation is around is lacking, also where those above it are there',
    { ancestors: [toot('1', null)], descendants: [toot('3', '2'), toot('4', '3')] },
    [
      ['ada@m.example', 'Words 1.', null],
      ['ada@m.example', 'Words 3.', null],
      ['ada@m.example', 'Words 4.', 1],
    ],
    true,
  ],
  [
    'Mastodon: so it is where nobody has answered it',
    { ancestors: [toot('1', null)], descendants: [] },
    [['ada@m.example', 'Words 1.', null]],
    true,
  ],
  [
    'Bluesky: answers that the writer of the thread folded away',
    {
      thread: {
        post: sky('a', 'Free them.', 2),
        replies: [{ post: sky('b', 'Who pays?') }, { post: sky('c', 'Spam.') }],
      },
      threadgate: { record: { hiddenReplies: ['at://did:plc:c/app.bsky.feed.post/c'] } },
    },
    [
      ['a.example', 'Free them.', null],
      ['b.example', 'Who pays?', 0, { state: 'ok' }],
      ['c.example', 'Spam.', 0, { state: 'hidden' }],
    ],
  ],
  [
    'Lemmy: a list cut at a depth lacks the answers its comments count',
    { comments: [lemmy(1, '0.1', 9), lemmy(2, '0.1.2', 8), lemmy(3, '0.3', 0)] },
    [
      ['ben@l.example', 'Words 1.', null],
      ['ben@l.example', 'Words 2.', 0],
      ['ben@l.example', 'Words 3.', null],
    ],
    true,
  ],
  [
    'WordPress.com: a page of comments says how many there are and of which article',
    {
      found: 3,
      comments: [
        {
          ID: 1,
          URL: 'https://b.example/x/#comment-1',
          post: { ID: 4, title: 'Ferries &#8211; free' },
          author: { name: 'Ada' },
          date: T,
          content: '<p>Free them.</p>',
          parent: false,
        },
      ],
    },
    [['Ada', 'Free them.', null, { permalink: 'https://b.example/x/#comment-1' }]],
    true,
  ],
  [
    'WordPress: buttons of plugins below a comment are no words',
    html(
      '<h1 class="entry-title">Ferries</h1><div class="entry-content"><p>Free them.</p></div><ol><li id="comment-1" class="comment"><b class="fn">Ben</b><div class="comment-content"><p>Who pays?</p><p class="comment-likes">Liked by 3 people</p><div class="sharedaddy">Share this</div></div></li></ol>',
      '<title>Ferries</title><meta name="generator" content="WordPress 6.5">',
    ),
    [
      [null, 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'a board: the end of a long thread says how long it is',
    {
      posts: [
        { no: 1, resto: 0, com: 'Free them.', time: 1777626000, replies: 300 },
        { no: 300, resto: 1, com: '<a href="#p1" class="quotelink">&gt;&gt;1</a><br>Who pays?', time: 1777626060 },
      ],
    },
    [
      [null, 'Free them.', null],
      [null, 'Who pays?', 0],
    ],
    true,
  ],
  [
    'GitLab: who deleted the account is nobody',
    [
      {
        id: 1,
        noteable_type: 'Issue',
        body: 'Who pays?',
        created_at: T,
        author: { username: 'ghost1', name: 'Ghost User' },
      },
    ],
    [[null, 'Who pays?', null]],
    true,
  ],
  [
    'LessWrong: comments without an address have one by their number; edits are told',
    {
      data: {
        post: {
          result: { _id: 'P', title: 'Ferries', pageUrl: 'https://lw.example/posts/P/f', htmlBody: '<p>Free.</p>' },
        },
        comments: {
          results: [{ _id: 'c1', parentCommentId: null, postedAt: T, lastEditedAt: T, htmlBody: '<p>Who pays?</p>' }],
        },
      },
    },
    [
      [null, 'Ferries\n\nFree.', null],
      [null, 'Who pays?', 0, { permalink: 'https://lw.example/posts/P/f?commentId=c1', state: 'edited' }],
    ],
  ],
  [
    'Reddit: what is written below the pictures of a gallery',
    [
      {
        kind: 'Listing',
        data: {
          children: [
            {
              kind: 't3',
              data: {
                id: 'a',
                name: 't3_a',
                title: 'Ferries',
                author: 'ada',
                selftext: '',
                num_comments: 0,
                permalink: '/r/h/comments/a/f/',
                gallery_data: { items: [{ media_id: 'x', caption: 'Runs &amp; costs.' }, { media_id: 'y' }] },
              },
            },
          ],
        },
      },
    ],
    [['ada', 'Ferries\n\nRuns & costs.', null]],
  ],
  [
    'today’s Reddit: comments that were loaded later, without their post',
    '<faceplate-batch><shreddit-comment-tree post-id="t3_abc" totalComments="12"><shreddit-comment author="ben" thingid="t1_b" depth="0" permalink="http://["><div slot="comment"><p>Who pays?</p></div><shreddit-comment author="cy" thingid="t1_c" depth="1" parentid="t1_b"><div slot="comment"><p>All of us.</p></div></shreddit-comment></shreddit-comment></shreddit-comment-tree></faceplate-batch>',
    [
      ['ben', 'Who pays?', null, { permalink: null }],
      ['cy', 'All of us.', 0],
    ],
    true,
  ],
]
