/** Small discussions of pages, questions and repositories, as the hosts that keep them answer: see `Site`. */
import { listed, many, type Site, T, words } from './site.ts'

const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>Ferries</title>${head}</head><body${body.startsWith(' ') ? '' : '>'}${body}</body></html>`

function wordPress(): Site {
  const origin = 'https://blog.example'
  const html = page(
    ' class="wp-content"><h1 class="entry-title">Ferries</h1><div class="entry-content">Free them.</div><ol><li id="comment-1" class="comment"><cite class="fn">u1</cite><div class="comment-content"><p>Words 1</p></div></li></ol>',
    '<link rel="https://api.w.org/" href="/wp-json/"><link rel="shortlink" href="/?p=4">',
  )
  const article = {
    id: 4,
    title: { rendered: 'Ferries' },
    content: { rendered: '<p>Free them.</p>' },
    date_gmt: T,
    link: `${origin}/ferries`,
  }
  const comment = (id: number) => ({
    id,
    parent: 0,
    author_name: `u${id}`,
    date_gmt: T,
    content: { rendered: `<p>Words ${id}</p>` },
    link: `${origin}/ferries#comment-${id}`,
  })
  const headers = { 'x-wp-total': '3', 'x-wp-totalpages': '2' }
  return {
    address: `${origin}/ferries`,
    answer: ({ path }) => {
      if (path === '/ferries') return { body: html }
      if (path.startsWith('/wp-json/wp/v2/posts/4')) return { json: article }
      if (!path.startsWith('/wp-json/wp/v2/comments')) return null
      return { json: /[?&]page=2/.test(path) ? [comment(3)] : [comment(1), comment(2)], headers }
    },
    posts: ['Free them.', ...words(1, 2, 3)],
  }
}

/** Long enough to be taken for an article. */
const WHY =
  'Boats that nobody has to pay for are boats that everybody takes, and a road that nobody takes needs no mending. '
    .repeat(5)
    .trim()

function disqus(): Site {
  const html = page(
    `<article><h1>Ferries</h1><p>${WHY}</p></article><div id="disqus_thread"></div><script>var disqus_shortname = "town"; var disqus_identifier = "f-1";</script>`,
  )
  const said = (id: number) => ({
    id: `${id}`,
    parent: null,
    forum: 'town',
    author: { name: `u${id}` },
    message: `<p>Words ${id}</p>`,
    createdAt: '2026-05-01T09:00:00',
  })
  return {
    address: 'https://blog.example/ferries',
    settings: { DISQUS_KEY: 'k' },
    answer: ({ path }) => {
      if (path === '/ferries') return { body: html }
      if (!path.startsWith('/api/3.0/threads/listPosts.json')) return null
      return path.includes('cursor=second')
        ? { json: { code: 0, cursor: { hasNext: false }, response: [said(2)] } }
        : { json: { code: 0, cursor: { hasNext: true, next: 'second' }, response: [said(1)] } }
    },
    posts: [WHY, ...words(1, 2)],
  }
}

function phpBB(): Site {
  const pages =
    '<div class="pagination"><ul><li class="active"><span>1</span></li><li class="next"><a href="/viewtopic.php?t=1&amp;start=1">Next</a></li></ul></div>'
  const second =
    '<div class="pagination"><ul><li><a href="/viewtopic.php?t=1">1</a></li><li class="active"><span>2</span></li></ul></div>'
  const of = (id: number) =>
    page(
      ` id="phpbb">Powered by phpBB<h2 class="topic-title"><a href="viewtopic.php?t=1">Ferries</a></h2>${id === 1 ? pages : second}<div id="p${id}" class="post"><p class="author"><a class="username">u${id}</a></p><div class="content">Words ${id}</div></div>`,
    )
  return {
    address: 'https://board.example/viewtopic.php?t=1',
    answer: ({ path }) => (path.startsWith('/viewtopic.php') ? { body: of(path.includes('start=1') ? 2 : 1) } : null),
    posts: words(1, 2),
  }
}

function mediaWiki(): Site {
  const comment = (id: number, replies: unknown[] = []) => ({
    type: 'comment',
    id: `c-${id}`,
    level: 1,
    author: `u${id}`,
    timestamp: T,
    html: `<p>Words ${id}</p>`,
    replies,
  })
  const heading = {
    type: 'heading',
    id: 'h-Ferries',
    level: 0,
    headingLevel: 2,
    html: 'Ferries',
    replies: [comment(1, [comment(2)])],
  }
  return {
    address: 'https://en.wikipedia.org/wiki/Talk:Ferries',
    answer: listed({ '/w/api.php': { json: { discussiontoolspageinfo: { threaditemshtml: [heading] } } } }),
    posts: words(1, 2),
  }
}

function stackExchange(): Site {
  const owner = (id: number) => ({ display_name: `u${id}` })
  const question = {
    question_id: 9,
    title: 'Ferries',
    body: '<p>Free them?</p>',
    owner: owner(9),
    creation_date: 1777626000,
    link: 'https://stackoverflow.com/questions/9/ferries',
  }
  const answer = (id: number) => ({
    answer_id: id,
    question_id: 9,
    body: `<p>Words ${id}</p>`,
    owner: owner(id),
    creation_date: 1777626000,
  })
  const comment = { comment_id: 5, post_id: 1, body: 'Words 5', owner: owner(5), creation_date: 1777626000 }
  const items = (all: unknown[], has_more = false) => ({ json: { items: all, has_more, quota_remaining: 99 } })
  return {
    address: 'https://stackoverflow.com/a/1',
    answer: ({ path }) => {
      if (path.startsWith('/2.3/answers/1?')) return items([answer(1)])
      if (path.startsWith('/2.3/questions/9?')) return items([question])
      if (path.startsWith('/2.3/questions/9/answers?'))
        return /[?&]page=2/.test(path) ? items([answer(2)]) : items([answer(1)], true)
      return path.startsWith('/2.3/posts/') ? items([comment]) : null
    },
    posts: ['Free them?', ...words(1, 5, 2)],
  }
}

const api = 'https://api.github.com/repos/o/r'

function gitHubPull(): Site {
  const said = (id: number, more: Record<string, unknown>) => ({
    id,
    user: { login: `u${id}` },
    body: `Words ${id}`,
    html_url: `https://github.com/o/r/pull/3#c${id}`,
    ...more,
  })
  const at = (id: number) => `2026-05-01T09:00:${String(id % 60).padStart(2, '0')}Z`
  const comment = (id: number) => said(id, { issue_url: `${api}/issues/3`, created_at: T })
  const onLines = (id: number) =>
    said(id, {
      pull_request_url: `${api}/pulls/3`,
      diff_hunk: '@@',
      path: 'a.ts',
      created_at: `2026-05-02T09:0${id - 101}:00Z`,
    })
  const review = said(103, {
    pull_request_url: `${api}/pulls/3`,
    state: 'APPROVED',
    submitted_at: '2026-05-03T09:00:00Z',
  })
  const issue = {
    number: 3,
    title: 'Ferries',
    html_url: 'https://github.com/o/r/pull/3',
    user: { login: 'ada' },
    created_at: at(0),
    body: 'Free them.',
    comments: 101,
    pull_request: {},
  }
  return {
    address: 'https://github.com/o/r/pull/3',
    answer: ({ path }) => {
      if (path.startsWith('/repos/o/r/issues/3/comments'))
        return { json: path.includes('&page=2') ? [comment(101)] : many(100, comment) }
      if (path.startsWith('/repos/o/r/pulls/3/reviews')) return { json: [review] }
      if (path.startsWith('/repos/o/r/pulls/3/comments'))
        return path.includes('page=2')
          ? { json: [onLines(104)] }
          : { json: [onLines(102)], headers: { link: `<${api}/pulls/3/comments?page=2>; rel="next"` } }
      return path === '/repos/o/r/issues/3' ? { json: issue } : null
    },
    posts: ['Free them.', ...many(102, (id) => `Words ${id}`), ...words(104, 103)],
  }
}

function gitHubDiscussion(): Site {
  const node = (id: number, more = {}) => ({
    id: `d${id}`,
    url: `https://github.com/o/r/discussions/3#c${id}`,
    createdAt: T,
    bodyHTML: `<p>Words ${id}</p>`,
    author: { login: `u${id}` },
    ...more,
  })
  const none = { totalCount: 0, nodes: [] }
  const discussion = {
    id: 'd0',
    title: 'Ferries',
    url: 'https://github.com/o/r/discussions/3',
    createdAt: T,
    bodyHTML: '<p>Free them.</p>',
    author: { login: 'ada' },
    comments: {
      totalCount: 2,
      nodes: [node(1, { replies: { totalCount: 1, nodes: [node(2)] } }), node(3, { replies: none })],
    },
  }
  return {
    address: 'https://github.com/o/r/discussions/3',
    settings: { GITHUB_TOKEN: 'ghp-1' },
    answer: listed({ '/graphql': { json: { data: { repository: { discussion } } } } }),
    posts: ['Free them.', ...words(1, 2, 3)],
  }
}

function decidim(): Site {
  const comment = (id: number, comments: unknown[] = []) => ({
    id: `${id}`,
    body: `Words ${id}`,
    createdAt: T,
    alignment: 1,
    upVotes: 0,
    downVotes: 0,
    author: { name: `u${id}` },
    comments,
  })
  const proposal = {
    id: '4',
    title: { translation: 'Ferries' },
    body: { translation: '<p>Free them.</p>' },
    createdAt: T,
    totalCommentsCount: 2,
    comments: [comment(1, [comment(2)])],
  }
  return {
    address: 'https://decide.example/processes/harbour/f/7/proposals/4',
    answer: listed({ '/api': { json: { data: { component: { proposal } } } } }),
    posts: ['Free them.', ...words(1, 2)],
  }
}

const imageboard: Site = {
  address: 'https://boards.4chan.org/g/thread/1',
  settings: { IMAGEBOARDS: 'true' },
  answer: listed({
    '/g/thread/1.json': {
      json: {
        posts: [
          { no: 1, resto: 0, sub: 'Ferries', com: 'Free them.', time: 1777626000, name: 'Anonymous' },
          { no: 2, resto: 1, com: 'Words 2', time: 1777626000, name: 'Anonymous' },
        ],
      },
    },
  }),
  posts: ['Free them.', ...words(2)],
}

export const PAGES: Record<string, Site> = {
  WordPress: wordPress(),
  Disqus: disqus(),
  phpBB: phpBB(),
  MediaWiki: mediaWiki(),
  'Stack Exchange': stackExchange(),
  'a pull request of GitHub': gitHubPull(),
  'a discussion of GitHub': gitHubDiscussion(),
  Decidim: decidim(),
  'an imageboard': imageboard,
}
