/** Threads in which posts were deleted, removed, hidden or folded away, and those nested in ways of their own. */
import { html, type Form } from './rows.ts'

const T = '2026-05-01T09:00:00Z'

const oldReddit = (id: string, words: string, below = '', of = 'data-author="ben"') =>
  `<div class="thing comment" data-fullname="t1_${id}" ${of}><div class="entry"><div class="usertext-body"><div class="md"><p>${words}</p></div></div></div><div class="child">${below}</div></div>`
const folded = (kind: string, id: string, link: string) =>
  `<div class="thing ${kind}" data-fullname="t1_${id}"><div class="entry"><span class="${link}"><a>more</a></span></div></div>`

const shreddit = (id: string, words: string, depth = 0) =>
  `<shreddit-comment thingid="t1_${id}" depth="${depth}" author="ben" created="${T}"><div slot="comment"><p>${words}</p></div></shreddit-comment>`

const hacker = (id: number, depth: number, head: string, words: string) =>
  `<tr class="athing comtr" id="${id}"><td class="ind" indent="${depth}"></td><td class="default"><span class="comhead"><a class="hnuser">p${id}</a> ${head}</span><div class="commtext">${words}</div></td></tr>`

const gitHub = (anchor: string, author: string, words: string, kind = 'timeline-comment js-comment') =>
  `<div class="${kind}" id="${anchor}"><a class="author">${author}</a> <a class="js-timestamp" href="#${anchor}"><relative-time datetime="${T}"></relative-time></a><div class="comment-body"><p>${words}</p></div></div>`
const onGitHub = (blocks: string) =>
  html(
    `<h1><span class="js-issue-title">Ferries</span></h1>${gitHub('issue-1', 'ada', 'Free them.')}${blocks}`,
    '<title>Ferries · GitHub</title>',
  )

const decidim = (id: number, more: object) => ({ id: String(id), body: `Words ${id}.`, alignment: -1, ...more })
const consul = (id: number, more: object) => ({
  id,
  body: `Words ${id}.`,
  public_author: { username: 'ben' },
  cached_votes_up: 3,
  cached_votes_down: 1,
  ...more,
})

const lessWrong = (id: string, more: object) => ({
  _id: id,
  parentCommentId: null,
  postedAt: T,
  user: { displayName: 'ben' },
  ...more,
})

const disqus = (id: string, more: object) => ({
  id,
  forum: 'ferries',
  parent: null,
  message: `<p>Words ${id}.</p>`,
  author: { name: 'Ann &amp; Ben' },
  createdAt: '2026-05-01T09:00:00',
  ...more,
})

export const TAKEN_DOWN: Form[] = [
  [
    'old Reddit: stubs are no posts, and who writes of “[removed]” was not removed',
    html(
      `<div class="thing link" data-fullname="t3_a" data-author="ada"><div class="entry"><a class="title">Ferries</a></div></div>${oldReddit(
        'b',
        'I saw [removed] there.',
        oldReddit('c', '[removed]', oldReddit('d', 'Why?'), '') + folded('morechildren', 'e', 'morecomments'),
      )}${oldReddit('f', 'No.', folded('morerecursion', 'g', 'deepthread'))}`,
    ),
    [
      ['ada', 'Ferries', null],
      ['ben', 'I saw [removed] there.', 0, { state: 'ok' }],
      [null, '', 1, { state: 'removed' }],
      ['ben', 'Why?', 2],
      ['ben', 'No.', 0],
    ],
    true,
  ],
  [
    'today’s Reddit: the notes that stand in for words',
    html(
      `<shreddit-post id="t3_a" author="ada" post-title="Ferries"></shreddit-post>${shreddit('b', 'Comment removed by moderator')}${shreddit('c', 'Why?', 1)}${shreddit('d', '[removed]')}${shreddit('e', 'No.', 1)}${shreddit('f', 'Deleted scenes are the best.')}`,
    ),
    [
      ['ada', 'Ferries', null],
      ['ben', '', 0, { state: 'removed' }],
      ['ben', 'Why?', 1],
      ['ben', '', 0, { state: 'removed' }],
      ['ben', 'No.', 3],
      ['ben', 'Deleted scenes are the best.', 0, { state: 'ok' }],
    ],
  ],
  [
    'Hacker News as those see it who asked for the dead',
    html(
      `<table id="hnmain"><tr><td><table class="fatitem"><tr class="athing" id="1"><td class="title"><span class="titleline"><a href="item?id=1">Ferries</a></span></td></tr></table><table>${hacker(2, 0, '[dead]', 'Buy this.')}${hacker(3, 1, '', 'He wrote [dead] there.')}</table></td></tr></table>`,
    ),
    [
      [null, 'Ferries', null],
      ['p2', '', 0, { state: 'removed' }],
      ['p3', 'He wrote [dead] there.', 1, { state: 'ok' }],
    ],
  ],
  [
    'a GitHub issue: a comment marked as off-topic, and one of a deleted account',
    onGitHub(
      `<div class="minimized-comment"><details>${gitHub('issuecomment-2', 'ben', 'Buy this.')}</details></div>${gitHub('issuecomment-3', 'ghost', 'Who pays?')}`,
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Buy this.', null, { state: 'hidden' }],
      [null, 'Who pays?', null, { state: 'ok' }],
    ],
  ],
  [
    'a GitHub issue of today: a comment that is folded away, without its words, and one that quotes the note',
    html(
      `<h1 data-testid="issue-title">Ferries</h1><div data-testid="issue-body"><a data-testid="issue-body-header-author">ada</a><div class="markdown-body"><p>Free them.</p></div></div>${[
        ['2', 'ben', '<div>This comment was marked as off-topic.</div><button>Show comment</button>'],
        ['3', 'cy', '<div class="markdown-body"><p>This comment was marked as spam, it says.</p></div>'],
      ]
        .map(
          ([id, author, said]) =>
            `<div data-testid="comment-viewer-outer-box-${id}"><a data-testid="avatar-link">${author}</a><a href="#issuecomment-${id}"><relative-time datetime="2026-05-01T09:00:00Z"></relative-time></a>${said}</div>`,
        )
        .join('')}`,
      '<title>Ferries · Issue #3 · town/boats · GitHub</title>',
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', '', null, { state: 'hidden' }],
      ['cy', 'This comment was marked as spam, it says.', null, { state: 'ok' }],
    ],
  ],
  [
    'a GitHub pull request that names itself in its head only',
    html(
      `<div class="timeline-comment" id="issue-1"><a class="author">ada</a><a class="js-timestamp" href="#issue-1"><relative-time datetime="2026-05-01T09:00:00Z"></relative-time></a><div class="comment-body markdown-body"><h2>What it does</h2><p>It frees them.</p></div></div>`,
      '<title>Free ferries by ada · Pull Request #4 · town/boats · GitHub</title>',
    ),
    [['ada', 'Free ferries\n\nWhat it does\n\nIt frees them.', null]],
  ],
  [
    'a GitHub pull request: what is said about the same lines answers the first who spoke of them',
    onGitHub(
      ['2', '4']
        .map(
          (id) =>
            `<div class="js-resolvable-timeline-thread-container"><div class="js-comments-holder">${gitHub(`discussion_r${id}`, 'ben', 'Why?', 'review-comment js-comment')}${gitHub(`discussion_r${id}1`, 'cy', 'Why not?', 'review-comment js-comment')}</div></div>`,
        )
        .join(''),
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Why?', null],
      ['cy', 'Why not?', 1],
      ['ben', 'Why?', null],
      ['cy', 'Why not?', 3],
    ],
  ],
  [
    'a GitHub discussion: answers stand in a nest beside the comment',
    onGitHub(
      `<div>${gitHub('discussioncomment-2', 'ben', 'Who pays?')}<div data-child-comments>${gitHub('discussioncomment-3', 'cy', 'All of us.')}${gitHub('discussioncomment-4', 'di', 'I do not.')}</div></div><div>${gitHub('discussioncomment-5', 'eve', 'Why?')}</div>`,
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Who pays?', null],
      ['cy', 'All of us.', 1],
      ['di', 'I do not.', 1],
      ['eve', 'Why?', null],
    ],
  ],
  [
    'Decidim: comments that were deleted by their writer or hidden, with the answers to them',
    {
      data: {
        proposal: {
          id: '4',
          title: { translation: 'Ferries' },
          body: { translation: 'Free them.' },
          comments: [
            decidim(1, { deletedAt: T, comments: [decidim(2, {})] }),
            decidim(3, { hidden: true, comments: [decidim(4, { body: null, comments: [decidim(5, {})] })] }),
          ],
        },
      },
    },
    [
      [null, 'Ferries\n\nFree them.', null],
      [null, '', 0, { state: 'deleted' }],
      [null, 'Words 2.', 1, { state: 'ok', stance: 'con' }],
      [null, '', 0, { state: 'removed' }],
      [null, '', 3, { state: 'deleted' }],
      [null, 'Words 5.', 4],
    ],
  ],
  [
    'Consul: its comments without edges, votes against, and a page of more than one',
    {
      data: {
        debate: {
          id: 4,
          title: 'Ferries',
          description: '<p>Free them.</p>',
          cached_votes_up: 9,
          cached_votes_down: 2,
          comments: { pageInfo: { hasNextPage: true }, nodes: [consul(1, {}), consul(2, { ancestry: '1' })] },
        },
      },
    },
    [
      [null, 'Ferries\n\nFree them.', null, { score: 7 }],
      ['ben', 'Words 1.', 0, { score: 2 }],
      ['ben', 'Words 2.', 1],
    ],
    true,
  ],
  [
    'LessWrong: deleted for all to see, and words that are no HTML',
    {
      data: {
        post: { result: { _id: 'p', title: 'Ferries', postedAt: T, user: null, contents: null } },
        comments: {
          results: [
            lessWrong('a', { deletedPublic: true, contents: null }),
            lessWrong('b', { parentCommentId: 'a', contents: { markdown: 'Who *pays*?' } }),
            lessWrong('c', { user: null, contents: { plaintextMainText: 'All of us.' } }),
          ],
        },
      },
    },
    [
      [null, 'Ferries', null],
      ['ben', '', 0, { state: 'deleted' }],
      ['ben', 'Who pays?', 1],
      [null, 'All of us.', 0],
    ],
  ],
  [
    'Disqus as the frame in a page is given it: comments beside their thread, deleted by their writers',
    {
      code: 0,
      cursor: { hasNext: false },
      response: {
        posts: [disqus('1', { isDeletedByAuthor: true }), disqus('2', { parent: 1 })],
        thread: { id: '7', title: 'Ferries' },
      },
    },
    [
      ['Ann & Ben', '', null, { state: 'deleted' }],
      ['Ann & Ben', 'Words 2.', 0],
    ],
    true,
  ],
  [
    'Kialo: an entry that points at one that points on, and one that points at itself',
    'Discussion Title: Ferries?\n\n1. Free them.\n1.1. Pro: Good.\n1.2. Con: -> See 1.3.\n1.3. Pro: -> See 1.1.\n1.4. Con: -> See 1.4.\n1.4.1. Pro: Fine.\n',
    [
      [null, 'Ferries?\n\nFree them.', null],
      [null, 'Good.', 0, { stance: 'pro' }],
      [null, 'Good.', 0, { stance: 'con' }],
      [null, 'Good.', 0, { stance: 'pro' }],
      [null, '', 0, { stance: 'con' }],
      [null, 'Fine.', 4],
    ],
  ],
]
