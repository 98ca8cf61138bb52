/** Small sites of each platform that answers one request after the other: their address, their answers, the words of their posts. */
import { listed, many, type Site, T, words } from './site.ts'
import { PAGES } from './sites-pages.ts'
import { SOCIAL } from './sites-social.ts'

function mbin(): Site {
  const comment = (id: number) => ({
    commentId: id,
    entryId: 3,
    body: `Words ${id}`,
    createdAt: T,
    user: { username: `u${id}` },
  })
  const comments = (id: number) => ({ json: { items: [comment(id)], pagination: { maxPage: 2 } } })
  const entry = {
    entryId: 3,
    title: 'Ferries',
    body: 'Free them.',
    createdAt: T,
    user: { username: 'ada' },
    numComments: 2,
  }
  return {
    address: 'https://mbin.example/m/town/t/3/ferries',
    answer: listed({
      '/api/entry/3/comments?p=1': comments(1),
      '/api/entry/3/comments?p=2': comments(2),
      '/api/entry/3': { json: entry },
    }),
    posts: ['Free them.', ...words(1, 2)],
  }
}

function flarum(): Site {
  const of = (id: number) => ({
    type: 'posts',
    id: `${id}`,
    attributes: { number: id, contentType: 'comment', contentHtml: `<p>Words ${id}</p>`, createdAt: T },
  })
  const attributes = { title: 'Ferries', commentCount: 51, lastPostNumber: 51 }
  return {
    address: 'https://flarum.example/d/7-ferries',
    answer: listed({
      '/api/discussions/7': { json: { data: { type: 'discussions', id: '7', attributes } } },
      '/api/posts?filter[discussion]=7&page[offset]=0': { json: { data: many(50, of) } },
      '/api/posts?filter[discussion]=7&page[offset]=50': { json: { data: [of(51)] } },
    }),
    posts: many(51, (id) => `Words ${id}`),
  }
}

function lessWrong(): Site {
  const comment = (id: number) => ({
    _id: `k${id}`,
    parentCommentId: null,
    postedAt: T,
    user: { displayName: `u${id}` },
    contents: { html: `<p>Words ${id}</p>` },
  })
  const post = {
    _id: 'abcdefgh1',
    title: 'Ferries',
    pageUrl: 'https://www.lesswrong.com/posts/abcdefgh1/f',
    postedAt: T,
    commentCount: 2,
    user: { displayName: 'Ada' },
    contents: { html: '<p>Free them.</p>' },
  }
  return {
    address: 'https://www.lesswrong.com/posts/abcdefgh1/f',
    answer: listed({
      '/graphql': { json: { data: { post: { result: post }, comments: { results: [comment(1), comment(2)] } } } },
    }),
    posts: ['Free them.', ...words(1, 2)],
  }
}

function gitLab(): Site {
  const note = (id: number) => ({
    id,
    noteable_type: 'Issue',
    noteable_id: 9,
    body: `Words ${id}`,
    author: { username: `u${id}` },
    created_at: T,
    system: false,
  })
  const discussion = (id: number) => ({ id: `d${id}`, individual_note: true, notes: [note(id)] })
  const api = '/api/v4/projects/group/project/issues/3'
  const issue = {
    id: 9,
    iid: 3,
    project_id: 1,
    title: 'Ferries',
    description: 'Free them.',
    author: { username: 'ada' },
    created_at: T,
    user_notes_count: 101,
    web_url: 'https://gitlab.example/group/project/-/issues/3',
  }
  return {
    address: 'https://gitlab.example/group/project/-/issues/3',
    answer: listed({
      [`${api}/discussions?per_page=100&page=1`]: { json: many(100, discussion) },
      [`${api}/discussions?per_page=100&page=2`]: { json: [discussion(101)] },
      [api]: { json: issue },
    }),
    posts: ['Free them.', ...many(101, (id) => `Words ${id}`)],
  }
}

const mail = (id: number, subject: string, more = '') =>
  `From u${id} at x.example  Fri May  1 09:00:00 2026\nFrom: u${id} <u${id}@x.example>\nDate: Fri, 01 May 2026 09:0${id}:00 +0000\nSubject: ${subject}\nMessage-ID: <${id}@x>\n${more}\nWords ${id}\n\n`
const mailbox = mail(1, 'Ferries') + mail(2, 'Re: Ferries', 'In-Reply-To: <1@x>\n')

const publicInbox: Site = {
  address: 'https://lore.example/town/1@x.example/',
  answer: listed({ '/town/1@x.example/t.mbox.gz': { body: mailbox } }),
  posts: words(1, 2),
}

const hyperKitty: Site = {
  address: 'https://lists.example/archives/list/town@lists.example/thread/ABCDEF/',
  answer: listed({ '/archives/list/town@lists.example/export/thread.mbox.gz': { body: mailbox } }),
  posts: words(1, 2),
}

const pipermail: Site = {
  address: 'https://lists.example/pipermail/town/2026-May/000002.html',
  answer: listed({
    '/pipermail/town/2026-May/000002.html': { body: '<html><body><H1>Ferries</H1><PRE>Words 2</PRE></body></html>' },
    '/pipermail/town/2026-May.txt': { body: mailbox },
  }),
  posts: words(1, 2),
}

function ponyMail(): Site {
  const one = (mid: string, id: number, more = {}) => ({
    mid,
    id: mid,
    'message-id': `<${mid}@x>`,
    epoch: 1777626000 + id,
    from: `u${id} <u${id}@x.example>`,
    subject: 'Ferries',
    ...more,
  })
  return {
    address: 'https://lists.apache.org/thread/abcdefgh1',
    answer: listed({
      '/api/thread.lua': {
        json: {
          thread: { mid: 'abcdefgh1', children: [{ mid: 'second2', children: [] }] },
          emails: [one('abcdefgh1', 1, { body: 'Words 1' }), one('second2', 2)],
        },
      },
      '/api/email.lua?id=second2': { json: { mid: 'second2', body: 'Words 2' } },
    }),
    posts: words(1, 2),
  }
}

function lobsters(): Site {
  const comment = {
    short_id: 'k1',
    comment: '<p>Words 1</p>',
    depth: 0,
    parent_comment: null,
    commenting_user: 'ben',
    created_at: T,
  }
  const story = {
    short_id: 'abc123',
    short_id_url: 'https://lobste.rs/s/abc123',
    title: 'Ferries',
    url: '',
    description: '<p>Free them.</p>',
    created_at: T,
    score: 9,
    comment_count: 1,
    submitter_user: 'ada',
    comments: [comment],
  }
  return {
    address: 'https://lobste.rs/s/abc123/ferries',
    answer: listed({ '/s/abc123.json': { json: story } }),
    posts: ['Free them.', ...words(1)],
  }
}

function discourse(): Site {
  const post = (id: number) => ({
    id,
    post_number: id,
    username: `u${id}`,
    created_at: T,
    cooked: `<p>Words ${id}</p>`,
    topic_id: 7,
  })
  const stream = many(50, (id) => id)
  const topic = { id: 7, slug: 'ferries', title: 'Ferries', posts_count: 50 }
  return {
    address: 'https://talk.example/t/ferries/7',
    answer: ({ path }) => {
      if (path.startsWith('/t/7.json'))
        return { json: { ...topic, post_stream: { stream, posts: stream.slice(0, 10).map(post) } } }
      const ids = [...path.matchAll(/post_ids\[\]=(\d+)/g)].map((found) => Number(found[1]))
      return ids.length > 0 ? { json: { post_stream: { posts: ids.map(post) } } } : null
    },
    posts: stream.map((id) => `Words ${id}`),
  }
}

function nodeBB(): Site {
  const page = (id: number) => ({
    json: {
      tid: 2,
      mainPid: 1,
      title: 'Ferries',
      postcount: 3,
      pagination: { pageCount: 3 },
      posts: [
        {
          pid: id,
          index: id - 1,
          content: `<p>Words ${id}</p>`,
          timestamp: 1777626000000,
          user: { username: `u${id}` },
        },
      ],
    },
  })
  return {
    address: 'https://nodebb.example/topic/2/ferries',
    answer: ({ path }) => (path.startsWith('/api/topic/2/') ? page(Number(/page=(\d)/.exec(path)?.[1] ?? 1)) : null),
    posts: words(1, 2, 3),
  }
}

function xenForo(): Site {
  const page = (id: number) => ({
    body: `<!doctype html><html id="XF" lang="en" data-template="thread_view"><head><title>Ferries</title></head><body><h1 class="p-title-value">Ferries</h1>${id < 3 ? `<a class="pageNav-jump pageNav-jump--next" href="/threads/ferries.1/page-${id + 1}">Next</a>` : ''}<article class="message message--post js-post" data-author="u${id}" data-content="post-${id}" id="js-post-${id}"><div class="message-content"><article class="message-body"><div class="bbWrapper">Words ${id}</div></article></div></article></body></html>`,
  })
  return {
    address: 'https://forum.example/threads/ferries.1/',
    answer: ({ path }) =>
      path.startsWith('/threads/ferries.1/') ? page(Number(/page-(\d)/.exec(path)?.[1] ?? 1)) : null,
    posts: words(1, 2, 3),
  }
}

export const SITES: Record<string, Site> = {
  Mbin: mbin(),
  Flarum: flarum(),
  LessWrong: lessWrong(),
  GitLab: gitLab(),
  'public-inbox': publicInbox,
  HyperKitty: hyperKitty,
  Pipermail: pipermail,
  'Pony Mail': ponyMail(),
  Lobsters: lobsters(),
  Discourse: discourse(),
  NodeBB: nodeBB(),
  XenForo: xenForo(),
  ...SOCIAL,
  ...PAGES,
}
