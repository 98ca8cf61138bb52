/** Further forms of threads, as older versions, other addresses of one interface, feeds and saved pages have them. */
import { html, type Form } from './rows.ts'

const T = '2026-05-01T09:00:00Z'

const user = (name: string) => ({ login: name })

export const FORMS: Form[] = [
  [
    'Hacker News before its rows had numbers',
    `<html><head><title>Hacker News | Free ferries</title></head><body><table><tr><td class="title"><a href="http://e.example/f">Free ferries</a><span class="comhead"> (e.example) </span></td></tr><tr><td class="subtext"><span id="score_1">12 points</span> by <a href="user?id=ada">ada</a> 3 hours ago | <a href="item?id=1">3 comments</a></td></tr></table><table>${[
      ['2', 0, 'ben', '<font color="#000000">Who pays?</font>'],
      ['3', 40, 'cy', '<font color="#000000"><i>Who pays?</i><p>All of us.</font>'],
    ]
      .map(
        ([id, width, name, words]) =>
          `<tr><td><table><tr><td><img src="s.gif" height="1" width="${width}"></td><td class="default"><div><span class="comhead"><a href="user?id=${name}">${name}</a> 2 hours ago | <a href="item?id=${id}">link</a></span></div><br><span class="comment">${words}</span><p><font size="1"><u><a href="reply?id=${id}">reply</a></u></font></td></tr></table></td></tr>`,
      )
      .join(
        '',
      )}<tr><td><table><tr><td><img src="s.gif" width="0"></td><td class="default"><span class="comhead"><a href="item?id=4">link</a></span><span class="comment">[deleted]</span></td></tr></table></td></tr></table></body></html>`,
    [
      ['ada', 'Free ferries', null, { score: 12 }],
      ['ben', 'Who pays?', 0],
      ['cy', 'Who pays?\n\nAll of us.', 1],
      [null, '', 0, { state: 'deleted' }],
    ],
  ],
  [
    'Hacker News rows without the class of all rows',
    html(
      '<table id="hnmain"><table class="fatitem"><tr class="athing" id="1"><td class="title"><span class="titleline"><a href="https://e.example/f">Free ferries</a></span></td></tr><tr><td class="subtext"><span class="score">5 points</span> by <a class="hnuser">ada</a> <span class="age" title="2026-05-01T09:00:00"></span></td></tr></table><table class="comment-tree"><tr class="comtr" id="2"><td><table><tr><td class="ind"><img src="s.gif" width="0"></td><td><a class="hnuser">ben</a><span class="age" title="2026-05-01T09:10:00"></span><div class="comment"><span class="commtext">Who pays?</span></div></td></tr></table></td></tr><tr class="comtr" id="3"><td><table><tr><td class="ind"><img src="s.gif" width="40"></td><td><a class="hnuser">cy</a><span class="commtext">All of us.</span></td></tr></table></td></tr></table></table>',
    ),
    [
      ['ada', 'Free ferries', null, { createdAt: '2026-05-01T09:00:00.000Z' }],
      ['ben', 'Who pays?', 0, { createdAt: '2026-05-01T09:10:00.000Z' }],
      ['cy', 'All of us.', 1],
    ],
  ],
  [
    'old Reddit with numbers in addresses only, scores in words',
    html(
      '<div class="thing link" data-author="ada" data-permalink="/r/h/comments/abc/f/"><a class="title" href="/r/h/comments/abc/f/">Free ferries</a><div class="entry"><div class="usertext-body"><div class="md"><p>Free them.</p></div></div></div></div><div class="thing comment" data-author="ben" data-fullname="t1_b" data-permalink="/r/h/comments/abc/f/b/"><div class="entry"><p class="tagline"><a class="author">ben</a><span class="score unvoted">42 points</span><time datetime="2026-05-01T09:10:00Z">x</time></p><div class="usertext-body"><div class="md"><p>Who pays?</p></div></div></div><div class="child"><div class="thing comment" data-author="cy" data-permalink="/r/h/comments/abc/f/c/"><div class="entry"><span class="score unvoted">1 point</span><div class="usertext-body"><div class="md"><p>All of us.</p></div></div></div></div></div></div>',
    ),
    [
      ['ada', 'Free ferries\n\nFree them.', null],
      ['ben', 'Who pays?', 0, { score: 42, createdAt: '2026-05-01T09:10:00.000Z' }],
      ['cy', 'All of us.', 1, { score: 1 }],
    ],
  ],
  [
    'a Discourse topic as its scripts draw it',
    html(
      '<h1 itemprop="headline">Free ferries</h1><div id="data-preloaded"></div>' +
        [
          ['1', 'ada', '1777626000000', '<p>Free them.</p>'],
          ['2', 'ben', '1777626600000', '<p>Who pays?</p>'],
          [
            '3',
            'cy',
            '1777627200000',
            '<aside class="quote" data-username="ben" data-post="2"><div class="title">ben:</div><blockquote><p>Who pays?</p></blockquote></aside><p>All of us.</p>',
          ],
        ]
          .map(
            ([id, name, time, words]) =>
              `<article id="post_${id}" data-post-id="9${id}"><div class="topic-body"><div class="names"><span class="username"><a>${name}</a></span></div><a class="post-date"><span class="relative-date" data-time="${time}">1d</span></a><div class="cooked">${words}</div></div></article>`,
          )
          .join(''),
      '<title>Free ferries</title><meta name="generator" content="Discourse 3.3">',
    ),
    [
      ['ada', 'Free ferries\n\nFree them.', null, { createdAt: '2026-05-01T09:00:00.000Z' }],
      ['ben', 'Who pays?', 0, { createdAt: '2026-05-01T09:10:00.000Z' }],
      ['cy', 'Who pays?\n\nAll of us.', 1],
    ],
  ],
  [
    'a Discourse topic with a hidden post',
    {
      id: 7,
      title: 'Free ferries',
      posts_count: 2,
      post_stream: {
        posts: [
          { id: 1, post_number: 1, username: 'ada', created_at: T, cooked: '<p>Free them.</p>' },
          {
            id: 2,
            post_number: 2,
            username: 'ben',
            created_at: T,
            cooked: '<p>View ignored content.</p>',
            cooked_hidden: true,
            hidden: true,
          },
        ],
      },
    },
    [
      ['ada', 'Free ferries\n\nFree them.', null],
      ['ben', '', 0, { state: 'hidden' }],
    ],
  ],
  [
    "a Discourse topic's feed",
    `<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Free ferries</title><link>https://d.example/t/free-ferries/7</link><item><title>Free ferries</title><dc:creator><![CDATA[ben]]></dc:creator><description><![CDATA[<p>Who pays?</p>]]></description><link>https://d.example/t/free-ferries/7/2</link><pubDate>Fri, 01 May 2026 09:10:00 +0000</pubDate><guid isPermaLink="false">d-7-2</guid></item><item><title>Free ferries</title><dc:creator><![CDATA[ada]]></dc:creator><description><![CDATA[<p>Free them.</p>]]></description><link>https://d.example/t/free-ferries/7/1</link><pubDate>Fri, 01 May 2026 09:00:00 +0000</pubDate><guid isPermaLink="false">d-7-1</guid></item></channel></rss>`,
    [
      ['ada', 'Free ferries\n\nFree them.', null],
      ['ben', 'Who pays?', null],
    ],
    true,
  ],
  [
    "a mail archive's feed, with what each mail answers",
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Free ferries</title><entry><author><name>Ada</name></author><title type="html">Free ferries</title><updated>2026-05-01T09:00:00Z</updated><link href="https://l.example/list/1@x/"/><id>urn:1</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><pre>Free them.</pre></div></content></entry><entry><author><name>Ben</name></author><title type="html">Re: Free ferries</title><updated>2026-05-01T09:10:00Z</updated><link href="https://l.example/list/2@x/"/><id>urn:2</id><thr:in-reply-to ref="urn:1" href="https://l.example/list/1@x/"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Who pays?</p></div></content></entry></feed>`,
    [
      ['Ada', 'Free ferries\n\nFree them.', null],
      ['Ben', 'Who pays?', 0],
    ],
    true,
  ],
  [
    'a page of Lemmy with what it was drawn from',
    html(
      `<script>window.isoData = ${JSON.stringify({
        path: '/post/9',
        routeData: {
          postRes: {
            state: 'success',
            data: {
              post_view: {
                post: {
                  id: 9,
                  name: 'Free ferries',
                  body: 'Free them.',
                  published: T,
                  ap_id: 'https://l.example/post/9',
                },
                creator: { name: 'ada', actor_id: 'https://l.example/u/ada' },
                counts: { comments: 2, score: 4 },
              },
            },
          },
          commentsRes: {
            state: 'success',
            data: {
              comments: [
                {
                  comment: {
                    id: 5,
                    post_id: 9,
                    path: '0.5',
                    content: 'Who pays?',
                    published: T,
                    ap_id: 'https://l.example/comment/5',
                  },
                  creator: { name: 'ben', actor_id: 'https://l.example/u/ben' },
                  counts: { score: 2 },
                },
                {
                  comment: {
                    id: 6,
                    post_id: 9,
                    path: '0.5.6',
                    content: '',
                    deleted: true,
                    published: T,
                    ap_id: 'https://l.example/comment/6',
                  },
                  creator: { name: 'cy', actor_id: 'https://m.example/u/cy' },
                },
              ],
            },
          },
        },
      }).replace('"path":"/post/9"', '"path":"/post/9","errorPageData":undefined')};</script>`,
    ),
    [
      ['ada@l.example', 'Free ferries\n\nFree them.', null, { score: 4 }],
      ['ben@l.example', 'Who pays?', 0, { score: 2 }],
      ['cy@m.example', '', 1, { state: 'deleted' }],
    ],
  ],
  [
    'PieFed comments with their replies inside',
    {
      comments: [
        {
          comment: {
            id: 5,
            post_id: 9,
            path: '0.5',
            body: 'Who pays?',
            published: T,
            ap_id: 'https://p.example/comment/5',
          },
          creator: { user_name: 'ben', actor_id: 'https://p.example/u/ben' },
          post: { id: 9, title: 'Free ferries', ap_id: 'https://p.example/post/9' },
          replies: [
            {
              comment: {
                id: 6,
                post_id: 9,
                path: '0.5.6',
                body: 'All of us.',
                published: T,
                ap_id: 'https://p.example/comment/6',
              },
              creator: { user_name: 'cy', actor_id: 'https://p.example/u/cy' },
              replies: [],
            },
          ],
        },
      ],
      next_page: null,
    },
    [
      ['ben@p.example', 'Who pays?', null],
      ['cy@p.example', 'All of us.', 0],
    ],
    true,
  ],
  [
    'a comment Lemmy resolved from its federation address',
    {
      comment: {
        comment: {
          id: 5,
          post_id: 9,
          path: '0.5',
          content: 'Who pays?',
          published: T,
          ap_id: 'https://l.example/comment/5',
        },
        creator: { name: 'ben', actor_id: 'https://l.example/u/ben' },
      },
    },
    [['ben@l.example', 'Who pays?', null]],
    true,
  ],
  [
    'the timeline of a GitHub issue',
    [
      { id: 1, event: 'labeled', actor: user('ada'), created_at: T },
      {
        id: 2,
        event: 'commented',
        user: user('ben'),
        body: 'Who pays?',
        created_at: T,
        html_url: 'https://github.com/o/r/issues/3#issuecomment-2',
        issue_url: 'https://api.github.com/repos/o/r/issues/3',
      },
      { id: 3, event: 'closed', actor: user('ada'), created_at: T },
    ],
    [['ben', 'Who pays?', null]],
    true,
  ],
  [
    'an issue of a GitHub of its own',
    {
      number: 3,
      title: 'Free ferries',
      body: 'Free them.',
      url: 'https://code.example/api/v3/repos/o/r/issues/3',
      html_url: 'https://code.example/o/r/issues/3',
      user: user('ada'),
      created_at: T,
      comments: 0,
    },
    [['ada', 'Free ferries\n\nFree them.', null]],
  ],
  [
    'a GitHub search',
    {
      total_count: 1,
      incomplete_results: false,
      items: [
        {
          number: 3,
          title: 'Free ferries',
          body: 'Free them.',
          html_url: 'https://github.com/o/r/issues/3',
          user: user('ada'),
          created_at: T,
        },
      ],
    },
    [['ada', 'Free ferries\n\nFree them.', null]],
  ],
  [
    'comments on a gist and on a commit',
    [
      {
        id: 1,
        url: 'https://api.github.com/gists/abc/comments/1',
        user: user('ada'),
        body: 'Free them.',
        created_at: T,
      },
      {
        id: 2,
        html_url: 'https://github.com/o/r/commit/abc#commitcomment-2',
        user: { login: 'robot', type: 'Bot' },
        body: 'Checked.',
        created_at: T,
      },
    ],
    [
      ['ada', 'Free them.', null],
      ['robot', 'Checked.', null, { kind: 'system' }],
    ],
    true,
  ],
  [
    'a pull request page with comments on lines',
    html(
      `<h1 class="gh-header-title"><bdi class="js-issue-title markdown-title">Free ferries</bdi></h1><div class="timeline-comment-group"><div class="timeline-comment js-comment"><h3><a class="author" href="/ada">ada</a><a href="#issue-1" class="js-timestamp"><relative-time datetime="${T}"></relative-time></a></h3><div class="comment-body markdown-body"><p>Free them.</p></div></div></div><div class="js-inline-comments-container"><div id="discussion_r3" class="js-comment review-comment"><a class="author" href="/ben">ben</a><a href="#discussion_r3" class="js-timestamp"><relative-time datetime="${T}"></relative-time></a><div class="comment-body markdown-body"><p>Who pays?</p></div></div></div>`,
      '<title>Free ferries by ada · Pull Request #1 · o/r · GitHub</title><meta property="og:url" content="https://github.com/o/r/pull/1">',
    ),
    [
      ['ada', 'Free ferries\n\nFree them.', null],
      ['ben', 'Who pays?', null],
    ],
  ],
]
