/** Other forms of what platforms hand out: older pages, other interfaces, tools and archives, answers that are errors. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { faults } from './faults.ts'

const config = readConfig({})
const T = '2026-05-01T09:00:00Z'

function reading(content: unknown) {
  const source = typeof content === 'string' ? content : JSON.stringify(content)
  return preview({ kind: 'file', name: 'file', base64: Buffer.from(source).toString('base64') }, config)
}

/** Author, text and place of the parent of every post. */
type Row = [string | null, string, number | null]

test.each<[string, unknown, Row[]]>([
  [
    "Algolia's search answer",
    {
      hits: [
        {
          objectID: '2',
          author: 'ben',
          comment_text: 'Who pays?',
          created_at: T,
          parent_id: 1,
          story_id: 1,
          story_title: 'Ferries',
        },
        {
          objectID: '3',
          author: 'cy',
          comment_text: 'Taxes.',
          created_at: T,
          parent_id: 2,
          story_id: 1,
          story_title: 'Ferries',
        },
      ],
      nbHits: 2,
    },
    [
      ['ben', 'Who pays?', null],
      ['cy', 'Taxes.', 0],
    ],
  ],
  [
    'a Reddit listing with escaped markup',
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
                title: 'A &amp; B',
                selftext: '&gt; quoted\n\nMine',
                author: 'x',
                created_utc: 1777626000,
                num_comments: 0,
                permalink: '/r/h/comments/a/b/',
              },
            },
          ],
        },
      },
      { kind: 'Listing', data: { children: [] } },
    ],
    [['x', 'A & B\n\nquoted\n\nMine', null]],
  ],
  [
    'records of a Reddit archive',
    {
      data: [
        {
          id: 'k1',
          body: 'Who pays?',
          author: 'ben',
          parent_id: 't3_a',
          link_id: 't3_a',
          created_utc: 1777626000,
          score: 3,
        },
        { id: 'k2', body: 'Taxes.', author: '[deleted]', parent_id: 't1_k1', link_id: 't3_a', created_utc: 1777626001 },
      ],
    },
    [
      ['ben', 'Who pays?', null],
      [null, 'Taxes.', 0],
    ],
  ],
  [
    "what GitHub's command line tool writes",
    {
      title: 'Ferries',
      number: 3,
      url: 'https://github.com/o/r/issues/3',
      author: { login: 'ada' },
      body: 'Free them.',
      createdAt: T,
      comments: [
        {
          id: 'IC_1',
          author: { login: 'ben' },
          body: 'Who pays?',
          createdAt: T,
          url: 'https://github.com/o/r/issues/3#issuecomment-1',
        },
      ],
    },
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Who pays?', null],
    ],
  ],
  [
    "discussions as GitLab's pages load them",
    [
      {
        id: 'd1',
        notes: [
          {
            id: 1,
            noteable_type: 'Issue',
            note: 'Who pays?',
            note_html: '<p>Who pays?</p>',
            author: { username: 'ben' },
            created_at: T,
          },
        ],
      },
    ],
    [['ben', 'Who pays?', null]],
  ],
  [
    'one Lemmy comment',
    {
      comment_view: {
        comment: {
          id: 5,
          content: 'Who pays?',
          path: '0.5',
          post_id: 1,
          published: T,
          ap_id: 'https://l.example/comment/5',
        },
        creator: { name: 'ben', actor_id: 'https://l.example/u/ben' },
        post: { id: 1, name: 'Ferries', ap_id: 'https://l.example/post/1' },
        counts: { score: 1 },
      },
    },
    [['ben@l.example', 'Who pays?', null]],
  ],
  [
    'Misskey notes',
    [
      { id: 'n1', text: 'Free them.', createdAt: T, user: { username: 'ada', host: null }, replyId: null },
      { id: 'n2', text: 'Who pays?', createdAt: T, user: { username: 'ben' }, replyId: 'n1' },
    ],
    [
      ['ada', 'Free them.', null],
      ['ben', 'Who pays?', 0],
    ],
  ],
  [
    'a Bluesky thread as a flat list',
    {
      hasOtherReplies: false,
      thread: [
        {
          uri: 'at://did:plc:a/app.bsky.feed.post/1',
          depth: 0,
          value: {
            $type: 'app.bsky.unspecced.defs#threadItemPost',
            post: {
              uri: 'at://did:plc:a/app.bsky.feed.post/1',
              author: { handle: 'ada.example' },
              record: { text: 'Free them.', createdAt: T },
            },
          },
        },
        {
          uri: 'at://did:plc:b/app.bsky.feed.post/2',
          depth: 1,
          value: {
            $type: 'app.bsky.unspecced.defs#threadItemPost',
            post: {
              uri: 'at://did:plc:b/app.bsky.feed.post/2',
              author: { handle: 'ben.example' },
              record: {
                text: 'Who pays?',
                createdAt: T,
                reply: { parent: { uri: 'at://did:plc:a/app.bsky.feed.post/1' } },
              },
            },
          },
        },
      ],
    },
    [
      ['ada.example', 'Free them.', null],
      ['ben.example', 'Who pays?', 0],
    ],
  ],
  [
    'comments saved with a video',
    {
      id: 'abc',
      title: 'Ferries',
      comments: [
        { id: 'c1', text: 'Free them.', author: '@ada', parent: 'root', timestamp: 1777626000, like_count: 2 },
        { id: 'c2', text: 'Who pays?', author: '@ben', parent: 'c1', timestamp: 1777626000 },
      ],
    },
    [
      [null, 'Ferries', null],
      ['@ada', 'Free them.', null],
      ['@ben', 'Who pays?', 1],
    ],
  ],
  [
    'a parsed wiki page',
    {
      parse: {
        title: 'Talk:Ferries',
        pageid: 1,
        text: {
          '*': '<div class="mw-parser-output"><h2><span class="mw-headline" id="F">Fares</span></h2><p>Free them. <a href="/wiki/User:Ada">Ada</a> (<a href="/wiki/User_talk:Ada">talk</a>) 09:00, 1 May 2026 (UTC)</p><dl><dd>Who pays? <a href="/wiki/User:Ben">Ben</a> (<a href="/wiki/User_talk:Ben">talk</a>) 09:10, 1 May 2026 (UTC)</dd></dl></div>',
        },
      },
    },
    [
      ['Ada', 'Fares\n\nFree them.', null],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'comments of WordPress.com',
    {
      found: 2,
      site_ID: 1,
      comments: [
        {
          ID: 1,
          post: { ID: 9, title: 'Ferries', link: 'https://x' },
          author: { ID: 1, name: 'Ada' },
          date: T,
          URL: 'https://b.example/2026/ferries/#comment-1',
          content: '<p>Free them.</p>',
          parent: false,
          type: 'comment',
          like_count: 1,
        },
        {
          ID: 2,
          author: { name: 'Ben' },
          date: T,
          URL: 'https://b.example/2026/ferries/#comment-2',
          content: '<p>Who pays?</p>',
          parent: { ID: 1 },
          type: 'comment',
        },
      ],
    },
    [
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'posts listed by Disqus',
    {
      cursor: { hasNext: false },
      code: 0,
      response: [
        {
          id: '1',
          parent: null,
          thread: '9',
          forum: 'f',
          author: { name: 'Ada', username: 'ada' },
          message: '<p>Free them.</p>',
          raw_message: 'Free them.',
          createdAt: '2026-05-01T09:00:00',
          likes: 2,
          dislikes: 1,
          isDeleted: false,
        },
        {
          id: '2',
          parent: 1,
          thread: '9',
          forum: 'f',
          author: { name: 'Ben' },
          message: '<p>Who pays?</p>',
          raw_message: 'Who pays?',
          createdAt: '2026-05-01T09:00:00',
          isDeleted: false,
        },
      ],
    },
    [
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'Isso',
    {
      total_replies: 1,
      id: null,
      hidden_replies: 0,
      replies: [
        {
          id: 1,
          parent: null,
          text: '<p>Free them.</p>',
          author: 'Ada',
          created: 1777626000.1,
          likes: 1,
          dislikes: 0,
          replies: [{ id: 2, parent: 1, text: '<p>Who pays?</p>', author: 'Ben', created: 1777626000.1, replies: [] }],
        },
      ],
    },
    [
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'Remark42',
    {
      comments: [
        {
          comment: { id: 'a', pid: '', text: '<p>Free them.</p>', user: { name: 'Ada' }, time: T, score: 1 },
          replies: [{ comment: { id: 'b', pid: 'a', text: '<p>Who pays?</p>', user: { name: 'Ben' }, time: T } }],
        },
      ],
      info: { url: 'https://b.example/x', count: 2 },
    },
    [
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'Substack',
    {
      comments: [
        {
          id: 1,
          body: 'Free them.',
          name: 'Ada',
          date: T,
          children: [{ id: 2, body: 'Who pays?', name: 'Ben', date: T, children: [] }],
        },
      ],
    },
    [
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'comments of LessWrong alone',
    {
      data: {
        comments: {
          results: [
            {
              _id: 'a',
              postId: 'p',
              parentCommentId: null,
              user: { displayName: 'Ada' },
              postedAt: T,
              baseScore: 1,
              contents: { html: '<p>Free them.</p>' },
            },
            {
              _id: 'b',
              postId: 'p',
              parentCommentId: 'a',
              user: null,
              postedAt: T,
              contents: { html: '<p>Who pays?</p>' },
            },
          ],
        },
      },
    },
    [
      ['Ada', 'Free them.', null],
      [null, 'Who pays?', 0],
    ],
  ],
  [
    'XenForo 1',
    '<!DOCTYPE html><html id="XenForo" lang="en"><head><title>Ferries</title></head><body><div class="titleBar"><h1>Ferries</h1></div><ol class="messageList"><li id="post-11" class="message" data-author="Ada"><div class="messageContent"><article><blockquote class="messageText">Free them.</blockquote></article></div><div class="messageMeta"><a href="threads/x.1/" class="item muted postNumber">#1</a><abbr class="DateTime" data-time="1777626000">x</abbr></div></li><li id="post-12" class="message" data-author="Ben"><div class="messageContent"><article><blockquote class="messageText"><div class="bbCodeBlock bbCodeQuote" data-author="Ada"><aside><div class="attribution type">Ada said: <a href="goto/post?id=11#post-11" class="AttributionLink">↑</a></div><blockquote class="quoteContainer"><div class="quote">Free them.</div></blockquote></aside></div>Who pays?</blockquote></article></div></li></ol></body></html>',
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['Ben', 'Free them.\n\nWho pays?', 0],
    ],
  ],
  [
    'phpBB 2',
    '<html><head><title>View topic - Ferries</title></head><body><a class="maintitle" href="viewtopic.php?t=1">Ferries</a><table class="forumline"><tr><td class="row1"><span class="name"><a name="11"></a><b>Ada</b></span></td><td class="row1"><a href="viewtopic.php?p=11#11"></a><span class="postdetails">Posted: Fri May 01, 2026 9:00 am</span><span class="postbody">Free them.</span></td></tr><tr><td class="row2"><span class="name"><a name="12"></a><b>Ben</b></span></td><td class="row2"><a href="viewtopic.php?p=12#12"></a><span class="postbody">Who pays?</span></td></tr></table>Powered by phpBB 2.0</body></html>',
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', null],
    ],
  ],
  [
    'Invision 3',
    '<html><head><title>Ferries</title></head><body id="ipboard_body"><h1 class="ipsType_pagetitle">Ferries</h1><div class="post_block hentry" id="post_id_11"><div class="post_wrap"><h3 class="row2"><span class="author vcard"><a>Ada</a></span></h3><abbr class="published" title="2026-05-01T09:00:00+00:00">x</abbr><div class="post entry-content">Free them.</div></div></div><div class="post_block hentry" id="post_id_12"><div class="post_wrap"><span class="author vcard"><a>Ben</a></span><div class="post entry-content">Who pays?</div></div></div></body></html>',
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', null],
    ],
  ],
  [
    'FluxBB',
    '<html><head><title>Ferries</title></head><body><div id="punviewtopic" class="pun"><div id="p11" class="blockpost rowodd firstpost"><h2><span>#1 <a href="viewtopic.php?pid=11#p11">2026-05-01 09:00:00</a></span></h2><div class="postleft"><dl><dt><strong>Ada</strong></dt></dl></div><div class="postright"><h3>Ferries</h3><div class="postmsg"><p>Free them.</p></div></div></div><div id="p12" class="blockpost roweven"><h2><span>#2 <a href="viewtopic.php?pid=12#p12">x</a></span></h2><div class="postleft"><dl><dt><strong>Ben</strong></dt></dl></div><div class="postright"><div class="postmsg"><p>Who pays?</p></div></div></div><p>Powered by FluxBB</p></div></body></html>',
    [
      ['Ada', 'Ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', null],
    ],
  ],
])('%s', (_, content, expected) => {
  const [thread, ...others] = reading(content)
  expect(others).toEqual([])
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  expect(
    thread.posts.map(({ author, text, parentId }) => [author, text, parentId === null ? null : places.get(parentId)]),
  ).toEqual(expected)
})

test.each<[unknown, RegExp]>([
  [{ message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' }, /Not Found/],
  [{ error: 'couldnt_find_post' }, /couldnt_find_post/],
  [{ error: 'NotFound', message: 'Post not found' }, /Post not found/],
  [{ errors: ['You are not permitted'], error_type: 'invalid_access' }, /not permitted/],
  [{ code: 'rest_post_invalid_id', message: 'Invalid post ID.', data: { status: 404 } }, /Invalid post ID/],
  [{ thread: { $type: 'app.bsky.feed.defs#notFoundPost', uri: 'at://x', notFound: true } }, /does not show/],
])('%j is told as what the site says', (content, said) => {
  expect(() => reading(content)).toThrow(
    expect.objectContaining({ name: 'Problem', message: expect.stringMatching(said) }),
  )
})
