/** Small threads in the forms platforms hand them out, written for these tests. */

export interface Sample {
  name: string
  content: string
  /** What a reader must find: writer, first words, place of the answered post (null for none). */
  posts: [author: string | null, starts: string, answers: number | null][]
}

const T = '2026-05-01T09:00:00Z'

const algolia = {
  id: 1,
  created_at: T,
  type: 'story',
  author: 'ada',
  title: 'Free ferries',
  url: 'https://example.org/ferries',
  points: 5,
  children: [
    {
      id: 2,
      created_at: T,
      author: 'ben',
      text: 'Who pays?',
      parent_id: 1,
      story_id: 1,
      children: [
        {
          id: 3,
          created_at: T,
          author: 'cy',
          text: '&gt; Who pays?<p>All of us.',
          parent_id: 2,
          story_id: 1,
          children: [],
        },
      ],
    },
    { id: 4, created_at: T, author: null, text: null, parent_id: 1, story_id: 1, children: [] },
  ],
}

const reddit = [
  {
    kind: 'Listing',
    data: {
      children: [
        {
          kind: 't3',
          data: {
            id: 'a',
            name: 't3_a',
            title: 'Free ferries?',
            selftext: 'I *think* so.',
            author: 'ada',
            created_utc: 1777626000,
            num_comments: 3,
            permalink: '/r/harbour/comments/a/x/',
            is_self: true,
          },
        },
      ],
    },
  },
  {
    kind: 'Listing',
    data: {
      children: [
        {
          kind: 't1',
          data: {
            id: 'b',
            name: 't1_b',
            parent_id: 't3_a',
            author: 'ben',
            body: 'Who pays?',
            created_utc: 1777626060,
            replies: {
              kind: 'Listing',
              data: {
                children: [
                  {
                    kind: 't1',
                    data: {
                      id: 'c',
                      name: 't1_c',
                      parent_id: 't1_b',
                      author: '[deleted]',
                      body: '[deleted]',
                      created_utc: 1777626120,
                      replies: '',
                    },
                  },
                ],
              },
            },
          },
        },
        { kind: 'more', data: { id: 'd', name: 't1_d', parent_id: 't3_a', count: 1, children: ['d'] } },
      ],
    },
  },
]

const discourse = {
  id: 7,
  slug: 'free-ferries',
  title: 'Free ferries',
  posts_count: 3,
  post_stream: {
    stream: [11, 12, 13],
    posts: [
      { id: 11, post_number: 1, username: 'ada', created_at: T, cooked: '<p>They should be free.</p>' },
      {
        id: 12,
        post_number: 2,
        username: 'ben',
        created_at: T,
        cooked: '<p>Who pays?</p>',
        reply_to_post_number: null,
      },
      {
        id: 13,
        post_number: 3,
        username: 'cy',
        created_at: T,
        cooked:
          '<aside class="quote" data-username="ben" data-post="2"><div class="title">ben:</div><blockquote><p>Who pays?</p></blockquote></aside><p>All of us.</p>',
        reply_to_post_number: null,
      },
    ],
  },
}

const lemmy = {
  comments: [
    {
      comment: {
        id: 5,
        post_id: 9,
        path: '0.5',
        content: 'Who pays?',
        published: T,
        ap_id: 'https://a.example/comment/5',
      },
      creator: { name: 'ben', actor_id: 'https://a.example/u/ben' },
      post: { id: 9, name: 'Free ferries', ap_id: 'https://a.example/post/9' },
      counts: { score: 3 },
    },
    {
      comment: {
        id: 6,
        post_id: 9,
        path: '0.5.6',
        content: 'All of us.',
        published: T,
        ap_id: 'https://b.example/comment/1',
      },
      creator: { name: 'cy', actor_id: 'https://b.example/u/cy' },
      post: { id: 9, name: 'Free ferries', ap_id: 'https://a.example/post/9' },
      counts: { score: 1 },
    },
  ],
}

const hackerNewsPage = `<html><head><title>Free ferries | Hacker News</title></head><body><table class="fatitem"><tr class="athing" id="1"><td class="title"><span class="titleline"><a href="https://example.org/f">Free ferries</a></span></td></tr><tr><td class="subtext"><span class="score">5 points</span> by <a class="hnuser">ada</a> <span class="age" title="2026-05-01T09:00:00 1777626000"></span> <a>2 comments</a></td></tr></table>
<table class="comment-tree"><tr class="athing comtr" id="2"><td class="ind" indent="0"></td><td><a class="hnuser">ben</a><span class="age" title="2026-05-01T09:01:00 1777626060"></span><div class="commtext">Who pays?</div></td></tr><tr class="athing comtr" id="3"><td class="ind" indent="1"></td><td><a class="hnuser">cy</a><span class="age" title="2026-05-01T09:02:00 1777626120"></span><div class="commtext">All of us.</div></td></tr></table></body></html>`

const oldReddit = `<html><body><div class="thing link" data-fullname="t3_a" data-author="ada" data-permalink="/r/h/comments/a/x/" data-timestamp="1777626000000"><div class="entry"><a class="title" href="#">Free ferries?</a><div class="usertext-body"><div class="md"><p>I think so.</p></div></div></div></div>
<div class="sitetable"><div class="thing comment" data-fullname="t1_b" data-author="ben" data-permalink="/r/h/comments/a/x/b/"><div class="entry"><p class="tagline"><a class="author">ben</a> <span class="score unvoted" title="3">3 points</span> <time datetime="2026-05-01T09:01:00+00:00"></time></p><div class="usertext-body"><div class="md"><p>Who pays?</p></div></div></div><div class="child"><div class="sitetable"><div class="thing comment" data-fullname="t1_c" data-author="cy"><div class="entry"><p class="tagline"><a class="author">cy</a> <time datetime="2026-05-01T09:02:00+00:00"></time></p><div class="usertext-body"><div class="md"><blockquote><p>Who pays?</p></blockquote><p>All of us.</p></div></div></div></div></div></div></div></div></body></html>`

const shreddit = `<html><body><shreddit-app></shreddit-app><shreddit-post id="t3_a" author="ada" post-title="Free ferries?" created-timestamp="2026-05-01T09:00:00+00:00" comment-count="2" permalink="/r/h/comments/a/x/"><div slot="text-body"><div class="md"><p>I think so.</p></div></div></shreddit-post>
<shreddit-comment author="ben" thingid="t1_b" depth="0" score="3" permalink="/r/h/comments/a/comment/b/"><div slot="comment"><p>Who pays?</p></div><shreddit-comment author="cy" thingid="t1_c" depth="1" parentid="t1_b"><div slot="comment"><p>All of us.</p></div></shreddit-comment></shreddit-comment></body></html>`

const phpbb = `<html><body id="phpbb"><h2 class="topic-title"><a href="viewtopic.php?t=1">Free ferries</a></h2>
<div id="p10" class="post bg1"><div class="postbody"><p class="author"><a href="viewtopic.php?p=10#p10"></a> by <a class="username">ada</a> <time datetime="2026-05-01T09:00:00+00:00"></time></p><div class="content">They should be free.</div><div class="signature">Sent from a boat</div></div></div>
<div id="p11" class="post bg2"><div class="postbody"><p class="author"><a class="username">ben</a> <time datetime="2026-05-01T09:05:00+00:00"></time></p><div class="content"><blockquote><div><cite><a href="viewtopic.php?p=10#p10">ada</a> wrote: <a href="viewtopic.php?p=10#p10">↑</a></cite>They should be free.</div></blockquote>Who pays?</div></div></div></body></html>`

const smf = `<html><body><p>Powered by SMF, Simple Machines</p><h1>Free ferries</h1><div id="forumposts"><div class="windowbg"><div class="post_wrapper"><div class="poster"><h4><a href="#">ada</a></h4></div><div class="post"><div class="inner" id="msg_10">They should be free.</div></div></div></div>
<div class="windowbg"><div class="post_wrapper"><div class="poster"><h4><a href="#">ben</a></h4></div><div class="post"><div class="inner" id="msg_11"><blockquote class="bbc_standard_quote"><cite><a href="index.php?topic=1.msg10#msg10">Quote from: ada on May 01, 2026</a></cite>They should be free.</blockquote>Who pays?</div></div></div></div></div></body></html>`

const invision = `<html><body><nav data-role="breadcrumbList"></nav><h1 class="ipsType_pageTitle">Free ferries</h1><article id="elComment_10"><h3 class="cAuthorPane_author"><a>ada</a></h3><time datetime="2026-05-01T09:00:00Z"></time><div data-role="commentContent"><p>They should be free.</p></div></article>
<article id="elComment_11"><h3 class="cAuthorPane_author"><a>ben</a></h3><time datetime="2026-05-01T09:05:00Z"></time><div data-role="commentContent"><blockquote class="ipsQuote" data-ipsquote-username="ada" data-ipsquote-contentcommentid="10"><div class="ipsQuote_citation">ada said:</div><p>They should be free.</p></blockquote><p>Who pays?</p></div></article></body></html>`

const jsonLd = `<!doctype html><html><head><title>Free ferries</title><script type="application/ld+json">${JSON.stringify({ '@type': 'DiscussionForumPosting', headline: 'Free ferries', text: 'They should be free.', author: { name: 'ada' }, datePublished: T, commentCount: 2, comment: [{ '@type': 'Comment', text: 'Who pays?', author: { name: 'ben' }, datePublished: T, comment: [{ '@type': 'Comment', text: 'All of us.', author: { name: 'cy' }, datePublished: T }] }] })}</script></head><body></body></html>`

const microdata = `<!doctype html><html><head><title>Free ferries</title></head><body><article itemscope itemtype="https://schema.org/DiscussionForumPosting"><h1 itemprop="headline">Free ferries</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">ada</span></span><div itemprop="text">They should be free.</div>
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment" id="k1"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">ben</span></span><time itemprop="datePublished" datetime="2026-05-01T09:01:00Z"></time><div itemprop="text">Who pays?</div></div></article></body></html>`

const unknownPage = `<!doctype html><html><head><title>Free ferries</title></head><body><h1>Free ferries</h1><div class="thread">
<div class="remark" id="comment-1"><a class="user" href="/user/ben">ben</a><time datetime="2026-05-01T09:01:00Z">May 1</time><div class="content">Who pays for all of these boats, then?</div><div class="remark" id="comment-2"><a class="user" href="/user/cy">cy</a><time datetime="2026-05-01T09:02:00Z">May 1</time><div class="content">All of us do, as we do for the roads.</div></div></div>
<div class="remark" id="comment-3"><a class="user" href="/user/dee">dee</a><time datetime="2026-05-01T09:03:00Z">May 1</time><div class="content">I would rather see more departures.</div></div></div></body></html>`

const mailbox = [
  'From ada Thu Jan  1 00:00:00 1970',
  'From: "Ada Lake" <ada@example.org>',
  'Subject: Free ferries',
  'Date: Fri, 01 May 2026 09:00:00 +0000',
  'Message-ID: <1@example.org>',
  '',
  'They should be free.',
  '-- ',
  'Ada',
  '',
  'From ben Thu Jan  1 00:00:00 1970',
  'From: =?utf-8?q?Ben_M=C3=BChle?= <ben@example.org>',
  'Subject: Re: Free ferries',
  'Date: Fri, 01 May 2026 10:00:00 +0000',
  'Message-ID: <2@example.org>',
  'In-Reply-To: <1@example.org>',
  '',
  'On Fri, 1 May 2026, Ada Lake wrote:',
  '> They should be free.',
  '',
  'Who pays?',
  '',
].join('\n')

const flarum = {
  data: { type: 'discussions', id: '3', attributes: { title: 'Free ferries', commentCount: 2 } },
  included: [
    { type: 'users', id: '1', attributes: { displayName: 'ada' } },
    { type: 'users', id: '2', attributes: { displayName: 'ben' } },
    {
      type: 'posts',
      id: '31',
      attributes: { number: 1, contentType: 'comment', contentHtml: '<p>They should be free.</p>', createdAt: T },
      relationships: { user: { data: { id: '1' } } },
    },
    {
      type: 'posts',
      id: '32',
      attributes: {
        number: 2,
        contentType: 'comment',
        contentHtml: '<p><a href="#" class="PostMention" data-id="31">ada</a> Who pays?</p>',
        createdAt: T,
      },
      relationships: { user: { data: { id: '2' } } },
    },
  ],
}

const decidim = {
  data: {
    component: {
      proposal: {
        id: '4',
        title: { translation: 'Free ferries' },
        body: { translation: '<p>They should be free.</p>' },
        createdAt: T,
        comments: [
          {
            id: '41',
            body: 'Who pays?',
            alignment: -1,
            createdAt: T,
            author: { name: 'ben' },
            upVotes: 2,
            downVotes: 1,
            comments: [],
          },
        ],
      },
    },
  },
}

const mbin = {
  items: [
    {
      commentId: 5,
      entryId: 9,
      body: 'Who pays?',
      createdAt: T,
      user: { username: 'ben' },
      children: [
        {
          commentId: 6,
          parentId: 5,
          entryId: 9,
          body: 'All of us.',
          createdAt: T,
          user: { username: 'cy' },
          children: [],
        },
      ],
    },
  ],
  pagination: { count: 1 },
}

const lobsters = {
  short_id: 'abcd',
  title: 'Free ferries',
  created_at: T,
  submitter_user: 'ada',
  url: 'https://example.org/f',
  comment_count: 2,
  comments: [
    {
      short_id: 'c1',
      comment: '<p>Who pays?</p>',
      commenting_user: 'ben',
      created_at: T,
      depth: 0,
      parent_comment: null,
    },
    {
      short_id: 'c2',
      comment: '<p>All of us.</p>',
      commenting_user: 'cy',
      created_at: T,
      depth: 1,
      parent_comment: 'c1',
    },
  ],
}

const magnum = {
  data: {
    post: {
      result: {
        _id: 'abcdefgh1',
        title: 'Free ferries',
        postedAt: T,
        user: { displayName: 'ada' },
        contents: { html: '<p>They should be free.</p>' },
      },
    },
    comments: {
      results: [
        {
          _id: 'k1',
          parentCommentId: null,
          postedAt: T,
          user: { displayName: 'ben' },
          contents: { html: '<p>Who pays?</p>' },
        },
      ],
    },
  },
}

const tildes = `<html><body><article class="topic-full"><h1>Free ferries</h1><div class="topic-full-byline"><a class="link-user">ada</a><time datetime="2026-05-01T09:00:00Z"></time></div><div class="topic-full-text"><p>They should be free.</p></div></article>
<article id="comment-a1" class="comment" data-comment-depth="0"><div class="comment-itself"><header class="comment-header"><a class="link-user">ben</a><time datetime="2026-05-01T09:01:00Z"></time></header><div class="comment-text"><p>Who pays?</p></div></div><article id="comment-a2" class="comment" data-comment-depth="1"><div class="comment-itself"><header class="comment-header"><a class="link-user">cy</a></header><div class="comment-text"><p>All of us.</p></div></div></article></article></body></html>`

const board = {
  posts: [
    { no: 100, resto: 0, time: 1777626000, name: 'Anonymous', sub: 'Free ferries', com: 'They should be free.' },
    {
      no: 101,
      resto: 100,
      time: 1777626060,
      name: 'Anonymous',
      com: '<a href="#p100" class="quotelink">&gt;&gt;100</a><br><span class="quote">&gt;They should be free.</span><br>Who pays?',
    },
  ],
}

const json = (name: string, value: unknown, posts: Sample['posts']): Sample => ({
  name: `${name}.json`,
  content: JSON.stringify(value),
  posts,
})
const html = (name: string, content: string, posts: Sample['posts']): Sample => ({
  name: `${name}.html`,
  content,
  posts,
})

const OPENED: Sample['posts'] = [
  ['ada', 'They should be free.', null],
  ['ben', 'They should be free.\n\nWho pays?', 0],
]

export const SAMPLES: Sample[] = [
  json('hackernews', algolia, [
    ['ada', '', null],
    ['ben', 'Who pays?', 0],
    ['cy', 'Who pays?\n\nAll of us.', 1],
    [null, '', 0],
  ]),
  html('hackernews', hackerNewsPage, [
    ['ada', '', null],
    ['ben', 'Who pays?', 0],
    ['cy', 'All of us.', 1],
  ]),
  json('reddit', reddit, [
    ['ada', 'I think so.', null],
    ['ben', 'Who pays?', 0],
    [null, '', 1],
  ]),
  html('reddit-old', oldReddit, [
    ['ada', 'I think so.', null],
    ['ben', 'Who pays?', 0],
    ['cy', 'Who pays?\n\nAll of us.', 1],
  ]),
  html('reddit-today', shreddit, [
    ['ada', 'I think so.', null],
    ['ben', 'Who pays?', 0],
    ['cy', 'All of us.', 1],
  ]),
  json('discourse', discourse, [
    ['ada', 'They should be free.', null],
    ['ben', 'Who pays?', 0],
    ['cy', 'Who pays?\n\nAll of us.', 1],
  ]),
  json('lemmy', lemmy, [
    ['ben@a.example', 'Who pays?', null],
    ['cy@b.example', 'All of us.', 0],
  ]),
  json('mbin', mbin, [
    ['ben', 'Who pays?', null],
    ['cy', 'All of us.', 0],
  ]),
  html('phpbb', phpbb, OPENED),
  html('smf', smf, OPENED),
  html('invision', invision, OPENED),
  html('json-ld', jsonLd, [
    ['ada', 'They should be free.', null],
    ['ben', 'Who pays?', 0],
    ['cy', 'All of us.', 1],
  ]),
  html('microdata', microdata, [
    ['ada', 'They should be free.', null],
    ['ben', 'Who pays?', 0],
  ]),
  html('unknown', unknownPage, [
    ['ben', 'Who pays for all', null],
    ['cy', 'All of us do', 0],
    ['dee', 'I would rather', null],
  ]),
  {
    name: 'list.mbox',
    content: mailbox,
    posts: [
      ['Ada Lake', 'They should be free.', null],
      ['Ben Mühle', 'They should be free.\n\nWho pays?', 0],
    ],
  },
  json('flarum', flarum, [
    ['ada', 'They should be free.', null],
    ['ben', 'ada Who pays?', 0],
  ]),
  json('decidim', decidim, [
    [null, 'They should be free.', null],
    ['ben', 'Who pays?', 0],
  ]),
  json('lobsters', lobsters, [
    ['ada', '', null],
    ['ben', 'Who pays?', 0],
    ['cy', 'All of us.', 1],
  ]),
  json('lesswrong', magnum, [
    ['ada', 'They should be free.', null],
    ['ben', 'Who pays?', 0],
  ]),
  html('tildes', tildes, [
    ['ada', 'They should be free.', null],
    ['ben', 'Who pays?', 0],
    ['cy', 'All of us.', 1],
  ]),
  json('imageboard', board, [
    [null, 'They should be free.', null],
    [null, 'They should be free.\nWho pays?', 0],
  ]),
  json(
    'unknown',
    {
      title: 'Free ferries',
      items: [
        { id: 1, user: { name: 'ben' }, text: 'Who pays?' },
        { id: 2, user: { name: 'cy' }, text: 'All of us.', parent_id: 1 },
      ],
    },
    [
      [null, '', null],
      ['ben', 'Who pays?', 0],
      ['cy', 'All of us.', 1],
    ],
  ),
  {
    name: 'table.csv',
    content: 'id;parent;author;text\n1;;ben;"Who pays?"\n2;1;cy;All of us.\n',
    posts: [
      ['ben', 'Who pays?', null],
      ['cy', 'All of us.', 0],
    ],
  },
  {
    name: 'outline.txt',
    content:
      'Discussion Title: Free ferries?\n\n1. Ferries should be free.\n1.1. Con: Somebody [pays](https://example.org/a).\n1.1.1. Con: All of us.\n',
    posts: [
      [null, 'Ferries should be free.', null],
      [null, 'Somebody pays.', 0],
      [null, 'All of us.', 1],
    ],
  },
]
