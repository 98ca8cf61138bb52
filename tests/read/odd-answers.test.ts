/** Real answers hold more than plain posts: polls, cross-posts, pictures, bots, quotes from elsewhere, items without a way to them. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { check, html, type Row } from './rows.ts'

const T = '2026-05-01T09:00:00Z'

const reddit = (post: object, comments: object[]) => [
  {
    kind: 'Listing',
    data: {
      children: [
        { kind: 't3', data: { id: 'a', name: 't3_a', title: 'Ferries', author: 'ada', subreddit: 'h', ...post } },
      ],
    },
  },
  {
    kind: 'Listing',
    data: { children: comments.map((data) => ({ kind: 't1', data: { parent_id: 't3_a', replies: '', ...data } })) },
  },
]

const toot = (id: number, content: string, more: object = {}) => ({
  id: String(id),
  content,
  created_at: T,
  in_reply_to_id: id === 1 ? null : '1',
  account: { acct: `p${id}` },
  ...more,
})

const sky = (key: string, text: string, embed?: object) => ({
  $type: 'app.bsky.feed.defs#threadViewPost',
  post: {
    uri: `at://did:plc:a/app.bsky.feed.post/${key}`,
    author: { handle: `${key}.example`, did: 'did:plc:a' },
    record: { text, createdAt: T, ...(embed === undefined ? {} : { embed }) },
  },
})

const discourse = (number: number, cooked: string) => ({
  id: number,
  topic_id: 7,
  topic_slug: 'f',
  post_number: number,
  username: `p${number}`,
  cooked,
  created_at: T,
})

const lemmy = (id: number, path: unknown, creator: object) => ({
  comment: { id, path, post_id: 9, content: `Words ${id}`, ap_id: `https://l.example/comment/${id}`, published: T },
  creator: { name: `p${id}`, ...creator },
})

const graphQl = (name: string, thread: object) => ({ data: { repository: { [name]: thread } } })

const gitLabNote = (kind: string, id: number, username: string, body: string, more: object = {}) => ({
  id: `gid://gitlab/${kind}/${id}`,
  body,
  author: { username, name: username.toUpperCase() },
  createdAt: T,
  system: false,
  ...more,
})

test.each<[name: string, content: unknown, posts: Row[], lacking?: boolean]>([
  [
    'GitLab, asked in GraphQL: notes answer the first of their discussion, and pages that follow are told',
    {
      data: {
        project: {
          issue: {
            iid: '7',
            title: 'Ferries',
            description: 'Free **them**.',
            createdAt: T,
            webUrl: 'https://gitlab.example/h/f/-/issues/7',
            author: { username: 'ada' },
            upvotes: 3,
            downvotes: 1,
            discussions: {
              pageInfo: { hasNextPage: true },
              nodes: [
                {
                  notes: {
                    nodes: [
                      gitLabNote('DiscussionNote', 1, 'ben', 'Who pays?'),
                      gitLabNote('DiscussionNote', 2, 'cy', 'All of us.', { lastEditedAt: T }),
                    ],
                  },
                },
                { notes: { nodes: [gitLabNote('Note', 3, 'ada', 'changed title', { system: true })] } },
                { notes: { edges: [{ node: gitLabNote('Note', 4, 'dee', 'Nobody.') }] } },
              ],
            },
          },
        },
      },
    },
    [
      ['ada', 'Ferries\n\nFree them.', null, { score: 2, kind: 'opening' }],
      ['ben', 'Who pays?', null, { createdAt: '2026-05-01T09:00:00.000Z' }],
      ['cy', 'All of us.', 1, { state: 'edited', permalink: 'https://gitlab.example/h/f/-/issues/7#note_2' }],
      ['ada', 'changed title', null, { kind: 'system' }],
      ['dee', 'Nobody.', null, { kind: 'comment' }],
    ],
    true,
  ],
  [
    'GitLab, a work item made of widgets, with notes asked for one by one',
    [
      {
        data: {
          workspace: {
            workItem: {
              iid: '7',
              title: 'Ferries',
              createdAt: T,
              author: { username: 'ada' },
              widgets: [
                { type: 'DESCRIPTION', description: 'Free them.' },
                {
                  type: 'NOTES',
                  notes: {
                    nodes: [
                      gitLabNote('Note', 1, 'ben', 'Who pays?', { discussion: { id: 'a' } }),
                      gitLabNote('Note', 2, 'cy', 'Nobody.', { discussion: { id: 'b' } }),
                      gitLabNote('Note', 3, 'dee', 'All of us.', { discussion: { id: 'a' } }),
                    ],
                  },
                },
              ],
            },
          },
        },
      },
    ],
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Who pays?', null],
      ['cy', 'Nobody.', null],
      ['dee', 'All of us.', 1],
    ],
  ],
  [
    'GitLab, a discussion as its page asks for it: when a note was edited stands in it',
    [
      {
        notes: [
          {
            id: '1',
            noteable_type: 'Issue',
            noteable_id: 9,
            note: 'Who pays?',
            author: { username: 'ben' },
            last_edited_at: T,
          },
        ],
      },
    ],
    [['ben', 'Who pays?', null, { state: 'edited' }]],
    true,
  ],
  [
    'Reddit: removed by Reddit itself, a bracketed word of one’s own, a post taken off its list',
    reddit({ selftext: 'Free them.', removed_by_category: 'moderator' }, [
      { id: 'b', name: 't1_b', author: '[deleted]', body: '[ Removed by Reddit ]' },
      { id: 'c', name: 't1_c', author: 'cy', body: '[removed the old one](https://x.example)' },
    ]),
    [
      ['ada', 'Ferries\n\nFree them.', null, { state: 'ok' }],
      [null, '', 0, { state: 'removed' }],
      ['cy', 'removed the old one', 0, { state: 'ok' }],
    ],
  ],
  [
    'Reddit: a cross-post quotes what it repeats; a poll has its choices',
    reddit(
      {
        selftext: '',
        crosspost_parent_list: [{ author: 'zoe', selftext: 'Who pays?' }],
        poll_data: { options: [{ text: 'All &amp; sundry' }, { text: 'Riders' }] },
      },
      [],
    ),
    [
      [
        'ada',
        'Ferries\n\nWho pays?\n\n• All & sundry\n• Riders',
        null,
        { quotes: [{ start: 9, end: 18, how: 'marked', author: 'zoe', of: null, similarity: 0 }] },
      ],
    ],
  ],
  [
    'Hacker News items: an answer whose parent does not name it, an item that is null, the choices of a poll',
    [
      null,
      { id: 2, type: 'comment', parent: 1, by: 'ben', time: 1777626000, text: 'Who pays?' },
      { id: 1, type: 'poll', by: 'ada', time: 1777626000, title: 'Ferries', kids: [], parts: [4], descendants: 2 },
      { id: 3, type: 'comment', parent: 2, by: 'cy', time: 1777626000, text: 'Taxes.' },
      { id: 4, type: 'pollopt', poll: 1, by: 'ada', time: 1777626000, text: 'Free', score: 3 },
    ],
    [
      ['ada', 'Ferries', null],
      ['ben', 'Who pays?', 0],
      ['cy', 'Taxes.', 1],
      ['ada', 'Free', 0, { score: 3 }],
    ],
  ],
  [
    'Hacker News: one comment with its answers says that its story is missing',
    {
      id: 2,
      type: 'comment',
      author: 'ben',
      text: 'Who pays?',
      created_at: T,
      story_id: 1,
      parent_id: 1,
      children: [{ id: 3, type: 'comment', author: 'cy', text: 'Taxes.', created_at: T, children: [] }],
    },
    [
      ['ben', 'Who pays?', null],
      ['cy', 'Taxes.', 0],
    ],
    true,
  ],
  [
    'Mastodon: a poll, a picture with its description',
    [
      toot(1, '<p>Free them?</p>', { poll: { options: [{ title: 'Yes &amp; now' }, { title: 'No' }] } }),
      toot(2, '', { media_attachments: [{ type: 'image', description: 'A ferry' }] }),
      toot(3, '<p>Look</p>', {
        media_attachments: [
          { type: 'image', description: 'A ferry' },
          { type: 'image', description: null },
        ],
      }),
    ],
    [
      ['p1', 'Free them?\n\n• Yes & now\n• No', null],
      ['p2', 'A ferry', 0],
      ['p3', 'Look', 0],
    ],
  ],
  [
    'Bluesky: a picture with its description; an account that blocks; a post that is gone',
    {
      thread: {
        ...sky('one', 'Free them.'),
        replies: [
          sky('two', '', { $type: 'app.bsky.embed.images', images: [{ alt: 'A ferry' }] }),
          { $type: 'app.bsky.feed.defs#blockedPost', uri: 'at://did:plc:b/app.bsky.feed.post/three', blocked: true },
          { $type: 'app.bsky.feed.defs#notFoundPost', uri: 'at://did:plc:c/app.bsky.feed.post/four', notFound: true },
        ],
      },
    },
    [
      ['one.example', 'Free them.', null],
      ['two.example', 'A ferry', 0],
      [null, '', 0, { state: 'hidden' }],
      [null, '', 0, { state: 'deleted' }],
    ],
  ],
  [
    'Discourse: a quote from another topic names no post of this one',
    {
      id: 7,
      title: 'Ferries',
      posts_count: 3,
      post_stream: {
        posts: [
          discourse(1, '<p>Free them.</p>'),
          discourse(2, '<p>Who pays?</p>'),
          discourse(
            3,
            '<aside class="quote" data-username="zoe" data-post="2" data-topic="99"><div class="title">zoe:</div><blockquote><p>Ships.</p></blockquote></aside><p>Here, too.</p>',
          ),
        ],
      },
    },
    [
      ['p1', 'Ferries\n\nFree them.', null],
      ['p2', 'Who pays?', 0],
      ['p3', 'Ships.\n\nHere, too.', 0],
    ],
  ],
  [
    'Discourse: a thumb down is one less, also where people who reacted are counted',
    {
      id: 7,
      title: 'Ferries',
      posts_count: 2,
      post_stream: {
        posts: [
          {
            ...discourse(1, '<p>Free them.</p>'),
            reactions: [
              { id: 'heart', type: 'emoji', count: 3 },
              { id: '-1', type: 'emoji', count: 1 },
            ],
            reaction_users_count: 4,
          },
          {
            ...discourse(2, '<p>Who pays?</p>'),
            reactions: [{ id: '-1', type: 'emoji', count: 2 }],
            reaction_users_count: 2,
          },
        ],
      },
    },
    [
      ['p1', 'Ferries\n\nFree them.', null, { score: 2 }],
      ['p2', 'Who pays?', 0, { score: -2 }],
    ],
  ],
  [
    'PieFed: a path as a list; a bot is no person',
    { comments: [lemmy(1, [0, 1], {}), lemmy(2, [0, 1, 2], { bot_account: true })] },
    [
      ['p1', 'Words 1', null],
      ['p2', 'Words 2', 0, { kind: 'system' }],
    ],
    true,
  ],
  [
    'Discourse: what was done to a topic is no gap; how many voted is nobody’s words',
    {
      id: 7,
      title: 'Ferries',
      posts_count: 3,
      post_stream: {
        posts: [
          discourse(
            1,
            '<p>Vote</p><div class="poll"><ul><li>Yes</li><li>No</li></ul><div class="poll-info"><span>0</span><span>voters</span></div></div>',
          ),
          { ...discourse(2, ''), username: 'system', post_type: 3, action_code: 'closed.enabled' },
          { ...discourse(3, ''), user_deleted: true },
        ],
      },
    },
    [
      ['p1', 'Ferries\n\nVote\n\n- Yes\n- No', null],
      ['system', '', 0, { kind: 'system' }],
      ['p3', '', 0, { state: 'deleted' }],
    ],
  ],
  [
    'Misskey: a picture with its description, a poll, a renote without words',
    [
      {
        id: 'm1',
        createdAt: T,
        text: null,
        user: { username: 'ada', host: null },
        files: [{ comment: 'A ferry' }],
        replyId: null,
      },
      {
        id: 'm2',
        createdAt: T,
        text: 'Free it?',
        user: { username: 'ben' },
        replyId: 'm1',
        poll: { choices: [{ text: 'Yes' }, { text: 'No' }] },
      },
      {
        id: 'm3',
        createdAt: T,
        text: null,
        user: { username: 'ben' },
        replyId: 'm1',
        renote: { text: 'Taxes.', user: { username: 'cy' } },
      },
    ],
    [
      ['ada', 'A ferry', null],
      ['ben', 'Free it?\n\n• Yes\n• No', 0],
      ['cy', 'Taxes.', 0],
    ],
  ],
  [
    'Lemmy: folded text without its marks',
    {
      post_view: {
        post: {
          id: 9,
          name: 'Ferries',
          ap_id: 'https://l.example/post/9',
          published: T,
          body: 'Look:\n::: spoiler The price\nIt is 3.\n:::\nWell.',
        },
        creator: { name: 'ada' },
      },
    },
    [['ada', 'Ferries\n\nLook:\n\nThe price\n\nIt is 3.\n\nWell.', null]],
  ],
  [
    'NodeBB: a guest has no name, a post from elsewhere an address for its number',
    {
      tid: 2,
      mainPid: 1,
      title: 'Ferries',
      slug: '2/f',
      postcount: 3,
      posts: [
        { pid: 1, content: '<p>Free</p>', timestampISO: T, votes: -1, user: { username: 'ada' }, index: 0 },
        {
          pid: 2,
          content: '<p>Who pays?</p>',
          timestampISO: T,
          uid: 0,
          user: { username: '[[global:guest]]' },
          index: 1,
          toPid: '1',
        },
        {
          pid: 'https://a.example/notes/3',
          content: '<p>Taxes.</p>',
          timestampISO: T,
          user: { username: 'cy@a.example' },
          index: 2,
          toPid: 2,
        },
      ],
    },
    [
      ['ada', 'Ferries\n\nFree', null, { score: -1 }],
      [null, 'Who pays?', 0],
      ['cy@a.example', 'Taxes.', 1],
    ],
  ],
  [
    'a wiki: a vote that was changed, a weak one, a word in bold that is none',
    {
      discussiontoolspageinfo: {
        threaditemshtml: [
          {
            type: 'heading',
            html: 'Ferries',
            level: 0,
            id: 'h-1',
            replies: ['<del><b>Keep</b></del> <b>Delete</b> them.', 'Weak <b>support</b>.', '<b>Ferries</b> sink.'].map(
              (html, at) => ({
                type: 'comment',
                id: `c-${at}`,
                level: 1,
                author: `p${at}`,
                timestamp: T,
                html,
                replies: [],
              }),
            ),
          },
        ],
      },
    },
    [
      ['p0', 'Ferries\n\nDelete them.', null, { stance: 'con' }],
      ['p1', 'Weak support.', null, { stance: 'pro' }],
      ['p2', 'Ferries sink.', null, { stance: null }],
    ],
  ],
  [
    'WordPress: a site that links here is no person',
    ['comment', 'pingback'].map((type, at) => ({
      id: at + 1,
      post: 4,
      parent: 0,
      author_name: `p${at}`,
      date_gmt: T,
      content: { rendered: `<p>Words ${at}</p>` },
      link: `https://w.example/p/#comment-${at}`,
      type,
    })),
    [
      ['p0', 'Words 0', null, { kind: 'comment' }],
      ['p1', 'Words 1', null, { kind: 'system' }],
    ],
    true,
  ],
  [
    'GitHub: an issue asked for by GraphQL',
    graphQl('issue', {
      id: 'I1',
      title: 'Ferries',
      url: 'https://github.com/a/b/issues/1',
      body: 'Free **them**.',
      author: { login: 'ada' },
      createdAt: T,
      comments: {
        totalCount: 2,
        nodes: [
          { id: 'C1', body: 'Who pays?', author: null, createdAt: T },
          { id: 'C2', bodyHTML: '<p>Taxes.</p>', author: { login: 'stale', __typename: 'Bot' }, createdAt: T },
        ],
      },
    }),
    [
      ['ada', 'Ferries\n\nFree them.', null, { kind: 'opening' }],
      [null, 'Who pays?', null],
      ['stale', 'Taxes.', null, { kind: 'system' }],
    ],
  ],
  [
    'GitHub: a pull request asked for by GraphQL, with an approval without words',
    graphQl('pullRequest', {
      id: 'P1',
      title: 'Ferries',
      url: 'https://github.com/a/b/pull/1',
      bodyText: 'Free them.',
      author: { login: 'ada' },
      reviews: {
        nodes: [
          { id: 'R1', body: '', author: { login: 'ben' } },
          { id: 'R2', body: 'Who pays?', author: { login: 'ben' } },
        ],
      },
      reviewThreads: {
        nodes: [
          {
            comments: {
              edges: [
                { node: { id: 'L1', body: 'Here.', author: { login: 'cy' } } },
                { node: { id: 'L2', body: 'No.', author: { login: 'ben' }, replyTo: { id: 'L1' } } },
              ],
            },
          },
        ],
      },
    }),
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Who pays?', null],
      ['cy', 'Here.', null],
      ['ben', 'No.', 2],
    ],
  ],
  [
    'GitHub: a review without words is no post',
    [
      {
        id: 1,
        body: '',
        pull_request_url: 'https://api.github.com/repos/a/b/pulls/1',
        submitted_at: T,
        state: 'APPROVED',
        user: { login: 'ada' },
      },
      {
        id: 2,
        body: 'Who pays?',
        pull_request_url: 'https://api.github.com/repos/a/b/pulls/1',
        created_at: T,
        user: { login: 'ben' },
        html_url: 'https://github.com/a/b/pull/1#discussion_r2',
      },
    ],
    [['ben', 'Who pays?', null]],
    true,
  ],
  [
    'Misskey: the note another answers comes inside it; taken back and kept from view',
    [
      {
        id: 'b',
        createdAt: T,
        user: { username: 'ben' },
        text: 'Who pays?',
        replyId: 'a',
        reactions: {},
        reply: {
          id: 'a',
          createdAt: T,
          user: { username: 'ada', host: 'far.example' },
          text: 'Free them.',
          reactions: {},
        },
      },
      { id: 'c', createdAt: T, deletedAt: T, user: { username: 'cy' }, text: null, replyId: 'b', reactions: {} },
      { id: 'd', createdAt: T, isHidden: true, user: { username: 'dee' }, text: null, replyId: 'b', reactions: {} },
    ],
    [
      ['ada@far.example', 'Free them.', null, { kind: 'opening' }],
      ['ben', 'Who pays?', 0],
      ['cy', '', 1, { state: 'deleted' }],
      ['dee', '', 1, { state: 'hidden' }],
    ],
  ],
  [
    'Stack Exchange’s chat: several messages under one name, a reply, one taken back, hours on other pages',
    html(
      `<div class="pager"><span class="page-numbers current">01:00 - 02:00</span><a href="/transcript/5/2020/3/7/2-13"><span class="page-numbers">02:00 - 13:00</span></a></div>
      <div class="monologue user-1"><div class="signature"><div class="username"><a href="/users/1/ada">Ada</a></div></div><div class="messages"><div class="timestamp">1:00 AM</div><div class="message" id="message-11"><div class="content">Free them.</div><span class="flash"><span class="stars"><span class="times">2</span></span></span></div><div class="message" id="message-12"><div class="content">And soon.</div></div></div></div>
      <div class="monologue user-2"><div class="signature"><div class="username">Ben</div></div><div class="messages"><div class="message" id="message-13"><a class="reply-info" href="/transcript/5?m=11#11"> </a><div class="content">@Ada Who pays?</div></div><div class="timestamp">1:15 PM</div><div class="message" id="message-14"><div class="content"><span class="deleted">(removed)</span></div></div></div></div>`,
      '<title>Ferries - 2020-03-07 (page 2 of 4)</title><link rel="canonical" href="https://chat.stackexchange.com/transcript/5/2020/3/7/1-2">',
    ),
    [
      ['Ada', 'Free them.', null, { score: 2, createdAbout: { at: '2020-03-07T01:00:00.000Z', within: 60 } }],
      ['Ada', 'And soon.', null, { permalink: 'https://chat.stackexchange.com/transcript/message/12#12' }],
      ['Ben', '@Ada Who pays?', 0, { parentVia: 'platform' }],
      ['Ben', '', null, { state: 'deleted', createdAbout: { at: '2020-03-07T13:15:00.000Z', within: 60 } }],
    ],
    true,
  ],
  [
    'a page of vichan',
    html(
      `<div class="thread" id="thread_1"><div class="post op" id="op_1"><p class="intro"><span class="subject">Ferries</span> <span class="name">Anonymous</span> <span class="poster_id">a1b2</span> <time datetime="2020-03-07T22:51:00Z">03/07/20</time></p><div class="body">Free them.<br>All of them.</div></div>
      <div class="post reply" id="reply_2"><p class="intro"><a class="email"><span class="name">Ben</span></a> <time datetime="2020-03-07T22:52:00Z">03/07/20</time></p><div class="body"><a href="/h/res/1.html#1">&gt;&gt;1</a><br><span class="quote">&gt;Free them.</span><br>Who pays?</div></div>
      <div class="post reply" id="reply_4"><p class="intro"><span class="name">Anonymous</span></p><div class="body">&gt;&gt;99 &gt;&gt;2 All of us.</div></div></div>`,
    ),
    [
      ['a1b2', 'Ferries\n\nFree them.\nAll of them.', null, { createdAt: '2020-03-07T22:51:00.000Z', kind: 'opening' }],
      ['Ben', 'Free them.\nWho pays?', 0, { parentVia: 'mention' }],
      [null, 'All of us.', 1],
    ],
  ],
  [
    'a page of 4chan',
    html(
      `<div class="thread" id="t1"><div class="postContainer opContainer" id="pc1"><div id="p1" class="post op"><div class="postInfoM mobile"><span class="nameBlock"><span class="name">Anonymous</span></span></div><div class="postInfo desktop"><span class="subject">Ferries</span> <span class="nameBlock"><span class="name">Anonymous</span> <span class="postertrip">!t</span></span> <span class="dateTime" data-utc="1583621460">03/07/20(Sat)</span></div><blockquote class="postMessage" id="m1">Free them.</blockquote></div></div>
      <div class="postContainer replyContainer" id="pc2"><div class="sideArrows">&gt;&gt;</div><div id="p2" class="post reply"><div class="postInfo desktop"><span class="nameBlock"><span class="name">Anonymous</span></span> <span class="dateTime" data-utc="1583621520">x</span></div><blockquote class="postMessage" id="m2"><a href="#p1" class="quotelink">&gt;&gt;1</a> (OP)<br>Who pays?</blockquote></div></div></div>`,
      '<link rel="canonical" href="https://boards.4chan.org/h/thread/1">',
    ),
    [
      ['!t', 'Ferries\n\nFree them.', null, { createdAt: '2020-03-07T22:51:00.000Z' }],
      [null, 'Who pays?', 0, { permalink: 'https://boards.4chan.org/h/thread/1#p2' }],
    ],
  ],
])('%s', (_, content, expected, lacking = false) => {
  check(content, expected, lacking)
  expect(expected.length).toBeGreaterThan(0)
})

const threadsIn = (content: string) =>
  preview({ kind: 'file', name: 'file', base64: Buffer.from(content).toString('base64') }, readConfig({}))

const path = (id: string) => `/r/h/comments/${id}/f/`
const LISTED = [
  { id: 'a', title: 'Ferries', author: 'ada', comments: 3 },
  { id: 'b', title: 'Roads', author: 'ben', comments: 0 },
]

test.each([
  [
    'its JSON',
    JSON.stringify({
      kind: 'Listing',
      data: {
        children: LISTED.map(({ comments, ...data }) => ({
          kind: 't3',
          data: {
            ...data,
            name: `t3_${data.id}`,
            subreddit: 'h',
            num_comments: comments,
            permalink: path(data.id),
            is_self: true,
          },
        })),
      },
    }),
  ],
  [
    'a page of the old Reddit',
    html(
      LISTED.map(
        ({ id, title, author, comments }) =>
          `<div class="thing link" data-fullname="t3_${id}" data-author="${author}" data-permalink="${path(id)}" data-comments-count="${comments}"><div class="entry"><a class="title">${title}</a><form class="usertext"></form></div></div>`,
      ).join(''),
    ),
  ],
  [
    'a page of today’s',
    html(
      LISTED.map(
        ({ id, title, author, comments }) =>
          `<shreddit-post id="t3_${id}" author="${author}" post-title="${title}" permalink="${path(id)}" comment-count="${comments}"></shreddit-post>`,
      ).join(''),
    ),
  ],
])(
  'Reddit: submissions that are only listed are threads of their own, and their comments are told to be lacking: %s',
  (_, content) => {
    expect(
      threadsIn(content).map(({ title, url, posts, completeness }) => [
        title,
        url,
        posts.map(({ author }) => author),
        completeness.expected,
        completeness.missing.map(({ count }) => count),
      ]),
    ).toEqual([
      ['Ferries', `https://www.reddit.com${path('a')}`, ['ada'], 4, [3]],
      ['Roads', `https://www.reddit.com${path('b')}`, ['ben'], 1, []],
    ])
  },
)

test('Reddit: how many are on pages of their own is not made up from a count that holds removed comments, too', () => {
  const comment = { id: 'b', name: 't1_b', author: 'ben', body: 'Who pays?' }
  const stub = { kind: 'more', data: { parent_id: 't1_b', count: 0, children: [] } }
  const [post, comments] = reddit({ num_comments: 9 }, [comment])
  comments?.data.children.push(stub as never)
  const [thread] = threadsIn(JSON.stringify([post, comments]))
  expect(thread?.completeness.missing).toEqual([
    { why: 'branches that Reddit continues on pages of their own', count: null },
    { why: 'the site announces them but did not hand them out', count: 8 },
  ])
})

test('YouTube: the head of a page may tell of the video that was watched before', () => {
  const comment = (video: string) =>
    `<ytd-comment-view-model><a id="author-text">@ben</a><span id="published-time-text"><a href="/watch?v=${video}&amp;lc=Ug1">2 days ago</a></span><div id="content-text">Who pays?</div></ytd-comment-view-model>`
  const head =
    '<title>Ferries - YouTube</title><meta property="og:title" content="Roads"><link rel="canonical" href="https://www.youtube.com/watch?v=beforehand1"><meta itemprop="datePublished" content="2020-03-07T22:51:00Z">'
  for (const body of [
    `<ytd-watch-flexy video-id="afterwards2">${comment('afterwards2')}</ytd-watch-flexy>`,
    comment('afterwards2'),
  ]) {
    const [thread] = threadsIn(html(body, head))
    expect(thread).toMatchObject({ title: 'Ferries', url: 'https://www.youtube.com/watch?v=afterwards2' })
    expect(thread?.posts.map(({ createdAt, permalink }) => [createdAt, permalink])).toEqual([
      [null, 'https://www.youtube.com/watch?v=afterwards2'],
      [null, 'https://www.youtube.com/watch?v=afterwards2&lc=Ug1'],
    ])
  }
  const [same] = threadsIn(html(comment('beforehand1'), head))
  expect(same?.posts[0]?.createdAt).toBe('2020-03-07T22:51:00.000Z')
})

const mhonarc = (id: string, from: string, subject: string, references: string[], body: string) =>
  `<!-- MHonArc v2.6.19 -->\n<!--X-Subject: ${subject} -->\n<!--X-From-R13: ${from} -->\n<!--X-Date: Sat, 7 Mar 2020 15:51:00 &#45;0700 -->\n<!--X-Message-Id: ${id}@x.example -->\n${references.map((one) => `<!--X-Reference: ${one}@x.example -->\n`).join('')}<!--X-Head-End-->\n<html><head><title>${subject}</title></head><body><!--X-Body-Begin-->[<a href="msg1.html">Date Prev</a>]<h1>${subject}</h1><!--X-Head-of-Message--><ul><li><em>From</em>: somebody</li></ul><!--X-Head-of-Message-End--><!--X-Body-of-Message-->${body}<!--X-Body-of-Message-End--><ul><li>Follow-Ups: more</li></ul></body></html>`

test('MHonArc: mails dropped together are a thread by the references in their heads', () => {
  const mails = [
    mhonarc('a&#45;1', 'Oqn Z <nqnNk.rknzcyr>', 'Ferries', [], '<pre>Free them.\n</pre>'),
    mhonarc('b', '"Pra" <oraNk.rknzcyr>', 'Re: Ferries', ['a&#45;1'], '<pre>&gt; Free them.\n\nWho pays?\n</pre>'),
    mhonarc('c', 'plNk.rknzcyr (Ql)', 'Re: Ferries', ['a&#45;1', 'b'], '<div><p>All of us.</p></div>'),
  ].map((content) => threadsIn(content)[0])
  expect(
    mails.map((one) => one?.posts.map(({ author, createdAt, text, kind }) => [author, createdAt, text, kind])),
  ).toEqual([
    [['Ada L', '2020-03-07T22:51:00.000Z', 'Ferries\n\nFree them.', 'opening']],
    [['Ben', '2020-03-07T22:51:00.000Z', 'Free them.\n\nWho pays?', 'reply']],
    [['Cy', '2020-03-07T22:51:00.000Z', 'All of us.', 'reply']],
  ])
  expect(mails.map((one) => one?.title)).toEqual(['Ferries', 'Ferries', 'Ferries'])
})

test('Gmail: a conversation as its page shows it, with what is folded, and as it is printed', () => {
  const shown = (id: string, name: string, words: string) =>
    `<div role="listitem"><div class="adn" data-message-id="#msg-f:${id}" data-legacy-message-id="${id}"><h3><span class="qu"><span name="${name}" email="${id}@x.example" class="gD"><span>${name}</span></span> <span class="go">&lt;${id}@x.example&gt;</span></span></h3><span class="g3" title="Mar 7, 2020, 10:51 PM">Sat, Mar 7 (6 years ago)</span><div class="hb">to me</div><div class="ii gt"><div class="a3s aiL">${words}</div></div></div></div>`
  const answer =
    '<div dir="ltr">Who pays?</div><div class="gmail_quote"><div class="gmail_attr">On Sat, Ada wrote:<br></div><blockquote class="gmail_quote">Free them.</blockquote></div>'
  const page = html(
    `<h2 data-thread-perm-id="thread-1">Ferries</h2>${shown('a', 'Ada L', '<div>Free them.</div>')}<div role="listitem"><div data-legacy-message-id="c">Cy: All of …</div></div>${shown('b', 'Ben', answer)}`,
    '<title>Ferries - me@x.example - Gmail</title>',
  )
  const print = (name: string, words: string) =>
    `<table class="message"><tr><td><font><b>${name} </b>&lt;x@x.example&gt;</font></td><td align="right"><font>Sat, Mar 7, 2020 at 10:51 PM</font></td></tr><tr><td colspan="2"><div>To: me@x.example</div></td></tr><tr><td colspan="2"><table><tr><td><div style="overflow: hidden;">${words}</div></td></tr></table></td></tr></table>`
  const printed = html(
    `<div class="bodycontainer"><div class="maincontent"><b>Ferries</b>${print('Ada L', 'Free them.')}<hr>${print('Ben', answer)}</div></div>`,
    '<title>Gmail - Ferries</title>',
  )
  for (const [content, lacking] of [
    [page, [1]],
    [printed, []],
  ] as const) {
    const [thread] = threadsIn(content)
    expect(thread).toMatchObject({ title: 'Ferries', platform: 'mail' })
    expect(thread?.posts.map(({ author, createdAbout, text }) => [author, createdAbout?.at, text])).toEqual([
      ['Ada L', '2020-03-07T22:51:00.000Z', 'Free them.'],
      ['Ben', '2020-03-07T22:51:00.000Z', 'Who pays?\n\nFree them.'],
    ])
    expect(thread?.posts[1]?.quotes).toMatchObject([{ start: 11, end: 21, how: 'marked' }])
    expect(thread?.completeness.missing.map(({ count }) => count)).toEqual(lacking)
  }
})

test('GitLab: who opened an issue and answers in it is one person on its page', () => {
  const [thread] = threadsIn(
    html(
      '<h1 data-testid="work-item-title">Ferries</h1><div data-testid="work-item-created"><a class="author-link" data-username="ada" href="/ada"><span class="author">Ada L</span></a></div><div data-testid="work-item-description"><div class="md"><p>Free them.</p></div></div><ul><li class="note" id="note_1"><a class="author-name-link"><span class="note-header-author-name">Ada L</span></a><span class="note-headline-light">@ada</span><div class="note-body"><div class="note-text md"><p>Soon.</p></div></div></li></ul>',
      '<title>Ferries</title><meta content="GitLab" property="og:site_name">',
    ),
  )
  expect(thread?.posts.map(({ author }) => author)).toEqual(['ada', 'ada'])
})
