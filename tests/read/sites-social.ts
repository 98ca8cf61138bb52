/** Small conversations of networks and link lists, as the hosts that keep them answer: see `Site`. */
import type { Asked, Reply } from '../replay/server.ts'
import { listed, many, type Site, T, words } from './site.ts'

const page = (body: string) => `<!doctype html><html><head><title>Ferries</title></head><body>${body}</body></html>`

function hackerNews(): Site {
  const comment = (id: number, children: unknown[] = []) => ({
    id,
    type: 'comment',
    created_at: T,
    author: `u${id}`,
    story_id: 9,
    text: `<p>Words ${id}`,
    children,
  })
  const story = {
    id: 9,
    type: 'story',
    created_at: T,
    author: 'ada',
    title: 'Ferries',
    text: 'Free them.',
    children: [comment(1, [comment(2)])],
  }
  return {
    address: 'https://news.ycombinator.com/item?id=2',
    answer: listed({ '/api/v1/items/2': { json: comment(2) }, '/api/v1/items/9': { json: story } }),
    posts: ['Free them.', ...words(1, 2)],
  }
}

function hackerNewsItems(): Site {
  const item = (id: number, kids: number[] = []) => ({
    id,
    type: 'comment',
    time: 1777626000,
    by: `u${id}`,
    text: `Words ${id}`,
    parent: id === 3 ? 1 : 9,
    kids,
  })
  const story = {
    id: 9,
    type: 'story',
    time: 1777626000,
    by: 'ada',
    title: 'Ferries',
    text: 'Free them.',
    descendants: 3,
    kids: [1, 2],
  }
  return {
    address: 'https://news.ycombinator.com/item?id=9',
    answer: listed({
      '/v0/item/9.json': { json: story },
      '/v0/item/1.json': { json: item(1, [3]) },
      '/v0/item/2.json': { json: item(2) },
      '/v0/item/3.json': { json: item(3) },
    }),
    posts: ['Free them.', ...words(1, 3, 2)],
  }
}

const redditThing = (id: string, parent: string) => ({
  kind: 't1',
  data: {
    id,
    name: `t1_${id}`,
    parent_id: parent,
    link_id: 't3_abc',
    author: `u${id}`,
    body: `Words ${id}`,
    created_utc: 1777626000,
    edited: false,
    replies: '',
    permalink: `/r/h/comments/abc/_/${id}/`,
  },
})

function redditListing(count: number, more: unknown[] = []): Reply {
  const opening = {
    kind: 't3',
    data: {
      id: 'abc',
      name: 't3_abc',
      title: 'Ferries',
      selftext: 'Free them.',
      is_self: true,
      author: 'ada',
      num_comments: count,
      created_utc: 1777626000,
      edited: false,
      permalink: '/r/h/comments/abc/ferries/',
    },
  }
  const listing = (children: unknown[]) => ({ kind: 'Listing', data: { children } })
  return {
    json: [listing([opening]), listing([redditThing('1', 't3_abc'), redditThing('2', 't1_1'), ...more])],
  }
}

const reddit: Site = {
  address: 'https://www.reddit.com/r/h/comments/abc/ferries/',
  answer: listed({ '/comments/abc.json': redditListing(2) }),
  posts: ['Free them.', ...words(1, 2)],
}

const redditApp: Site = {
  address: 'https://www.reddit.com/r/h/comments/abc/ferries/',
  settings: { REDDIT_APP: 'id:secret' },
  answer: listed({
    '/api/v1/access_token': { json: { access_token: 'leave', token_type: 'bearer' } },
    '/comments/abc': redditListing(3, [{ kind: 'more', data: { parent_id: 't1_2', count: 1, children: ['3'] } }]),
    '/api/morechildren': { json: { json: { data: { things: [redditThing('3', 't1_2')] } } } },
  }),
  posts: ['Free them.', ...words(1, 2, 3)],
}

/** Lemmy of two generations, and PieFed, which names things a little differently. */
function threadiverse(api: 'v3' | 'v4' | 'alpha'): Site {
  const origin = 'https://town.example'
  const creator = { name: 'ada', actor_id: `${origin}/u/ada` }
  const view = {
    post: { id: 9, name: 'Ferries', body: 'Free them.', published: T, ap_id: `${origin}/post/9` },
    creator,
    counts: { comments: 51 },
  }
  const comment = (id: number) => ({
    comment: {
      id,
      post_id: 9,
      path: `0.${id}`,
      content: `Words ${id}`,
      published: T,
      ap_id: `${origin}/comment/${id}`,
    },
    creator,
    post: view.post,
  })
  const first = many(50, comment)
  const named = api === 'v4' ? { items: first, next_page: 'second' } : { comments: first }
  const last = api === 'v4' ? { items: [comment(51)] } : { comments: [comment(51)] }
  return {
    address: api === 'alpha' ? `${origin}/c/town/p/9/ferries` : `${origin}/post/9`,
    answer: ({ path }) => {
      if (path.startsWith(`/api/${api}/post?`)) return { json: { post_view: view } }
      if (!path.startsWith(`/api/${api}/comment/list?`)) return null
      return { json: /page=2(?:&|$)|page_cursor=second/.test(path) ? last : named }
    },
    posts: ['Free them.', ...many(51, (id) => `Words ${id}`)],
  }
}

function mastodon(): Site {
  const origin = 'https://social.example'
  const status = (id: number, parent: number | null, replies: number) => ({
    id: `${id}`,
    in_reply_to_id: parent === null ? null : `${parent}`,
    content: `<p>Words ${id}</p>`,
    created_at: T,
    account: { acct: `u${id}`, url: `${origin}/@u${id}` },
    url: `${origin}/@u${id}/${id}`,
    replies_count: replies,
  })
  const [one, two, three] = [status(1, null, 1), status(2, 1, 1), status(3, 2, 0)]
  return {
    address: `${origin}/@u2/2`,
    answer: listed({
      '/api/v1/statuses/1/context': { json: { ancestors: [], descendants: [two, three] } },
      '/api/v1/statuses/2/context': { json: { ancestors: [one], descendants: [three] } },
      '/api/v1/statuses/1': { json: one },
      '/api/v1/statuses/2': { json: two },
    }),
    posts: words(1, 2, 3),
  }
}

function misskey(): Site {
  const note = (id: number, replyId: number | null, repliesCount: number) => ({
    id: `n${id}`,
    text: `Words ${id}`,
    createdAt: T,
    user: { username: `u${id}`, host: null },
    replyId: replyId === null ? null : `n${replyId}`,
    repliesCount,
    reactions: {},
  })
  const [one, two, three] = [note(1, null, 1), note(2, 1, 1), note(3, 2, 0)]
  const children = (body: string) => {
    const { noteId } = JSON.parse(body) as { noteId: string }
    return noteId === 'n1' ? [two] : noteId === 'n2' ? [three] : []
  }
  return {
    address: 'https://notes.example/notes/n2',
    answer: ({ path, body }: Asked) => {
      if (path === '/api/notes/show') return { json: two }
      if (path === '/api/notes/conversation') return { json: [one] }
      return path === '/api/notes/children' ? { json: children(body) } : null
    },
    posts: words(1, 2, 3),
  }
}

function bluesky(): Site {
  const uri = (id: number) => `at://did:plc:a/app.bsky.feed.post/k${id}`
  const reply = (parent: number) => ({ root: { uri: uri(1) }, parent: { uri: uri(parent) } })
  const view = (id: number, parent: number | null, replyCount: number) => ({
    uri: uri(id),
    author: { did: 'did:plc:a', handle: `u${id}.example` },
    record: { text: `Words ${id}`, createdAt: T, ...(parent === null ? {} : { reply: reply(parent) }) },
    replyCount,
  })
  const type = 'app.bsky.feed.defs#threadViewPost'
  const node = (id: number, parent: number | null, replyCount: number, replies: unknown[] = []) => ({
    $type: type,
    post: view(id, parent, replyCount),
    replies,
  })
  const whole = { thread: node(1, null, 1, [node(2, 1, 1)]) }
  const rest = { thread: node(2, 1, 1, [node(3, 2, 0)]) }
  return {
    address: 'https://bsky.app/profile/ada.example/post/k1',
    answer: ({ path }) => {
      if (path.startsWith('/xrpc/com.atproto.identity.resolveHandle')) return { json: { did: 'did:plc:a' } }
      if (!path.startsWith('/xrpc/app.bsky.feed.getPostThread')) return null
      return { json: path.includes('k1') ? whole : rest }
    },
    posts: words(1, 2, 3),
  }
}

function youTube(): Site {
  const comment = (id: number, parent: number | null = null) => ({
    kind: 'youtube#comment',
    id: parent === null ? `c${id}` : `c${parent}.${id}`,
    snippet: {
      textOriginal: `Words ${id}`,
      authorDisplayName: `@u${id}`,
      publishedAt: T,
      updatedAt: T,
      likeCount: 0,
      ...(parent === null ? {} : { parentId: `c${parent}` }),
    },
  })
  const top = (id: number, totalReplyCount: number, replies: unknown[] = []) => ({
    kind: 'youtube#commentThread',
    id: `c${id}`,
    snippet: { videoId: 'abcdefghijk', topLevelComment: comment(id), totalReplyCount },
    replies: { comments: replies },
  })
  const snippet = { title: 'Ferries', description: 'Free them.', channelTitle: 'Ada', publishedAt: T }
  const threads = (items: unknown[], more = {}) => ({
    json: { kind: 'youtube#commentThreadListResponse', items, ...more },
  })
  return {
    address: 'https://www.youtube.com/watch?v=abcdefghijk',
    settings: { YOUTUBE_KEY: 'k' },
    answer: ({ path }) => {
      if (path.startsWith('/youtube/v3/videos'))
        return { json: { items: [{ kind: 'youtube#video', id: 'abcdefghijk', snippet }] } }
      if (path.startsWith('/youtube/v3/comments'))
        return { json: { kind: 'youtube#commentListResponse', items: [comment(2, 1), comment(3, 1)] } }
      if (!path.startsWith('/youtube/v3/commentThreads')) return null
      return path.includes('pageToken=second')
        ? threads([top(4, 0)])
        : threads([top(1, 2, [comment(2, 1)])], { nextPageToken: 'second' })
    },
    posts: ['Free them.', ...words(1, 2, 4, 3)],
  }
}

function tildes(): Site {
  const body =
    '<article class="topic-full"><h1>Ferries</h1><div class="topic-full-byline"><a class="link-user">ada</a></div><div class="topic-full-text"><p>Free them.</p></div></article><header class="topic-comments-header"><h2>1 comment</h2></header><ol><li><article id="comment-a1" data-comment-depth="0"><div class="comment-itself"><header class="comment-header"><a class="link-user">ben</a></header><div class="comment-text"><p>Words 1</p></div></div></article></li></ol>'
  return {
    address: 'https://tildes.net/~talk/1abc/ferries',
    answer: listed({ '/~talk/1abc/ferries': { body: page(body) } }),
    posts: ['Free them.', ...words(1)],
  }
}

export const SOCIAL: Record<string, Site> = {
  'Hacker News': hackerNews(),
  'Hacker News, item by item': hackerNewsItems(),
  Reddit: reddit,
  'Reddit with an app': redditApp,
  'Lemmy 0.19': threadiverse('v3'),
  'Lemmy 1.0': threadiverse('v4'),
  PieFed: threadiverse('alpha'),
  Mastodon: mastodon(),
  Misskey: misskey(),
  Bluesky: bluesky(),
  YouTube: youTube(),
  Tildes: tildes(),
}
