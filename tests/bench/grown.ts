/** Long threads of every platform that is read: small ones of the tests with their last post again and again, and answers made up in the form of the platform. */
import { FORMS } from '../read/forms.ts'
import { ASKBOT, PAGES } from '../read/forum-pages.ts'
import { OLDER_PAGES } from '../read/forum-pages-older.ts'
import type { Form } from '../read/rows.ts'
import { SAMPLES } from '../read/samples.ts'
import { SAVED } from '../read/saved.ts'

export const WORDS =
  'The harbour ferry should be free of charge, because its tickets pay for less than a fifth of what it costs, and every car that stays at home is one car less in the queue before the bridge. '
const T = '2026-05-01T09:00:00Z'
const SECONDS = 1777626000

type Made = (posts: number) => Buffer

/**
 * `text` with its last post, which begins with `from` and ends before `to`, as often as posts are wanted. Each one has ids of
 * its own in place of `own`, and answers the one before it where the last one answered `before`.
 */
function grown(text: string, from: string, to: string, own: string[], before?: string, between = ''): Made {
  const start = text.lastIndexOf(from)
  const end = to === '' ? text.length : text.lastIndexOf(to)
  if (start < 0 || end <= start) throw new Error(`No post from ${from} to ${to} is in: ${text.slice(-300)}`)
  const piece = text
    .slice(start, end)
    .replace(/Who pays\?/, WORDS)
    .replace(/All of us\.|Some(?: are)?\./, WORDS.repeat(2))
  const ids = new RegExp(`(?<!\\d)(?:${[...own, ...(before === undefined ? [] : [before])].join('|')})(?!\\d)`, 'g')
  const numbered = (id: string, at: number) => (at === 0 ? id : `${id}${at}`)
  const post = (at: number) =>
    piece.replace(ids, (id) => (id !== before ? numbered(id, at) : at === 0 ? id : numbered(own[0] as string, at - 1)))
  return (posts) => Buffer.from(text.slice(0, start) + each(posts - 1, post).join(between) + text.slice(end))
}

function each<T>(posts: number, make: (at: number) => T): T[] {
  return Array.from({ length: posts }, (_, at) => make(at))
}

/** A page of a classic forum, whose last post is number 13 and quotes number 12. */
const forum = (name: string, from: string, to = '</body>') =>
  grown(PAGES[name] ?? OLDER_PAGES[name] ?? '', from, to, ['13'], '12')
const sample = (name: string) => SAMPLES.find((one) => one.name === name)?.content ?? ''
function form(forms: Form[], named: string): string {
  const content = forms.find(([name]) => name === named)?.[1]
  return typeof content === 'string' ? content : JSON.stringify(content)
}
const document =
  (make: (posts: number) => unknown): Made =>
  (posts) =>
    Buffer.from(JSON.stringify(make(posts)))

const writer = (at: number) => `writer${at % 400}`
const HTML = `<p>${WORDS}</p><p>${WORDS}<a href="https://example.org/a">a link</a></p>`
const MARKDOWN = `> ${WORDS}\n\n${WORDS} *So* it is, see [a link](https://example.org/a).`

export const GROWN: Record<string, Made> = {
  'phpBB, page': forum('phpBB 3, with times in words', '<div id="p13"'),
  'phpBB 2, page': forum('phpBB 2', '<tr><td class="row1"><span class="name"><a name="13"', '</table></body>'),
  'vBulletin 4, page': forum('vBulletin 4', '<li class="postbit" id="post_13"', '</ol>'),
  'Simple Machines 2.0, page': forum('Simple Machines 2.0', '<div class="windowbg">', '</div></body>'),
  'Simple Machines 2.1, page': forum('Simple Machines 2.1', '<div class="windowbg" id="msg13"', '</div></body>'),
  'Simple Machines 1.1, page': forum('Simple Machines 1.1', '<tr><td class="windowbg">', '</table></body>'),
  'Invision 4, page': forum('Invision 4', '<article id="elComment_13"'),
  'Invision 5, page': forum('Invision 5', '<article id="elComment_13"'),
  'ProBoards, page': forum('ProBoards', '<tr id="post-13"', '</table></body>'),
  'MyBB, page': forum('MyBB', '<div class="post" id="post_13"'),
  'WoltLab, page': forum('WoltLab', '<article class="wbbPost'),
  'vBulletin 5, page': forum('vBulletin 5', '<li data-node-id="13"', '</ul></body>'),
  'FluxBB, page': forum('FluxBB 1.5', '<div id="p13"', '<p id="poweredby">'),
  'PunBB, page': forum('PunBB 1.4', '<div class="post odd">', '</div>Powered'),
  'Invision 2, page': forum('Invision 2', "<table class='ipbtable'>", '</div>Powered'),
  'Invision 3, page': forum('Invision 3, quotes with a line above', "<div class='post_block", '</div>Powered'),
  'Vanilla, page': forum('Vanilla', '<li class="Item Alt ItemComment"'),
  'Discuz!, page': forum('Discuz!', '<div id="post_13"'),
  'Askbot, page': grown(ASKBOT, '<div class="post answer"', '</body>', ['2']),
  'old Reddit, page': grown(
    sample('reddit-old.html'),
    '<div class="thing comment"',
    '</div></div></div></div></body>',
    ['t1_c'],
  ),
  'Reddit, page': grown(sample('reddit-today.html'), '<shreddit-comment', '</shreddit-comment></body>', ['t1_c']),
  'Discourse, page': grown(form(FORMS, 'a Discourse topic as its scripts draw it'), '<article id="post_3"', '</body>', [
    '93',
    '3',
  ]),
  'GitHub, page': grown(
    form(FORMS, 'a pull request page with comments on lines'),
    '<div id="discussion_r3"',
    '</div></body>',
    ['r3'],
  ),
  'GitLab, page': grown(form(SAVED, 'a GitLab page'), '<li class="note" id="note_6"', '</ul></li><li class="note s', [
    '6',
  ]),
  'Stack Exchange, page': grown(
    form(SAVED, 'a Stack Exchange page of the years before, comments as table rows'),
    '<div id="answer-2"',
    '</body>',
    ['2'],
  ),
  'HyperKitty, page': grown(form(SAVED, 'a thread of HyperKitty'), '<div class="email">', '</body>', ['B2']),
  'Tildes, page': grown(sample('tildes.html'), '<article id="comment-a2"', '</article></body>', ['a2']),
  'schema.org, JSON-LD': grown(sample('json-ld.html'), '{"@type":"Comment"', ']}]}</script>', ['cy'], undefined, ','),
  'schema.org, microdata': grown(sample('microdata.html'), '<div itemprop="comment"', '</article>', ['k1']),
  'Discourse, JSON': grown(sample('discourse.json'), '{"id":13', ']}}', ['13', '3'], undefined, ','),
  'Lemmy, JSON': grown(sample('lemmy.json'), '{"comment":{"id":6', ']}', ['6'], undefined, ','),
  'PieFed, JSON': grown(
    form(FORMS, 'PieFed comments with their replies inside'),
    '{"comment":{"id":6',
    ']}],"next_page"',
    ['6'],
    undefined,
    ',',
  ),
  'Mbin, JSON': grown(sample('mbin.json'), '{"commentId":6', ']}],"pagination"', ['6'], undefined, ','),
  'Flarum, JSON': grown(sample('flarum.json'), '{"type":"posts","id":"32"', ']}', ['32'], '31', ','),
  'Decidim, JSON': grown(sample('decidim.json'), '{"id":"41"', ']}}}}', ['41'], undefined, ','),
  'Lobsters, JSON': grown(sample('lobsters.json'), '{"short_id":"c2"', ']}', ['c2'], undefined, ','),
  'LessWrong, JSON': grown(sample('lesswrong.json'), '{"_id":"k1"', ']}}}', ['k1'], undefined, ','),
  'image board, JSON': grown(sample('imageboard.json'), '{"no":101', ']}', ['101'], undefined, ','),
  'HyperKitty, JSON': grown(form(SAVED, 'mails as HyperKitty lists them'), '{"url":', ']}', ['BBB'], 'AAA', ','),
  'ActivityPub, JSON': grown(
    form(SAVED, 'an ActivityPub note with its first replies'),
    '{"id":"https://far.example/objects/2"',
    ',"https://far.example/objects/3"',
    ['2'],
    undefined,
    ',',
  ),
  'JSON of a form nobody knows': grown(sample('unknown.json'), '{"id":2', ']}', ['2'], undefined, ','),
  'table of comments, CSV': grown(sample('table.csv'), '2;1;cy', '', ['2']),
  'Kialo, text': grown(sample('outline.txt'), '1.1.1. Con', '', ['1.1.1']),
  'Reddit, JSON': document((posts) => {
    const listing = (children: unknown[]) => ({ kind: 'Listing', data: { children } })
    const link = { id: 'a', name: 't3_a', title: 'Ferries', selftext: '', author: 'ada', created_utc: SECONDS }
    const comment = (at: number) => ({
      id: `c${at}`,
      name: `t1_c${at}`,
      parent_id: 't3_a',
      author: writer(at),
      body: MARKDOWN,
      created_utc: SECONDS,
      replies: '',
    })
    return [
      listing([{ kind: 't3', data: { ...link, permalink: '/r/h/comments/a/x/', num_comments: posts - 1 } }]),
      listing(each(posts - 1, (at) => ({ kind: 't1', data: comment(at) }))),
    ]
  }),
  'Mastodon, JSON': document((posts) => ({
    ancestors: [],
    descendants: each(posts, (at) => ({
      id: `${at + 1}`,
      in_reply_to_id: at === 0 ? null : `${at}`,
      content: HTML,
      created_at: T,
      account: { acct: writer(at), url: `https://m.example/@${writer(at)}` },
      url: `https://m.example/@${writer(at)}/${at + 1}`,
    })),
  })),
  'Misskey, JSON': document((posts) =>
    each(posts, (at) => ({
      id: `m${at}`,
      createdAt: T,
      text: MARKDOWN,
      user: { username: writer(at) },
      visibility: 'public',
      replyId: at === 0 ? null : `m${at - 1}`,
    })),
  ),
  'Bluesky, JSON': document((posts) => {
    const post = (at: number) => ({
      uri: `at://did:plc:a/app.bsky.feed.post/${at}`,
      cid: `c${at}`,
      author: { did: 'did:plc:a', handle: `${writer(at)}.example` },
      record: { $type: 'app.bsky.feed.post', text: WORDS, createdAt: T },
      indexedAt: T,
    })
    const $type = 'app.bsky.feed.defs#threadViewPost'
    return { thread: { $type, post: post(0), replies: each(posts - 1, (at) => ({ $type, post: post(at + 1) })) } }
  }),
  'GitHub, JSON': document((posts) =>
    each(posts, (at) => ({
      id: at + 1,
      body: MARKDOWN,
      user: { login: writer(at) },
      created_at: T,
      updated_at: T,
      issue_url: 'https://api.github.com/repos/o/r/issues/1',
      html_url: `https://github.com/o/r/issues/1#issuecomment-${at + 1}`,
    })),
  ),
  'GitLab, JSON': document((posts) =>
    each(posts, (at) => ({
      id: at + 1,
      noteable_type: 'Issue',
      body: MARKDOWN,
      author: { username: writer(at) },
      created_at: T,
      system: false,
    })),
  ),
  'Stack Exchange, JSON': document((posts) => {
    const owner = (at: number) => ({ user_id: at % 400, display_name: writer(at) })
    const answer = (at: number) => ({
      answer_id: at + 2,
      question_id: 1,
      owner: owner(at),
      body: HTML,
      score: 1,
      creation_date: SECONDS,
    })
    const question = {
      question_id: 1,
      title: 'Ferries?',
      body: HTML,
      owner: owner(0),
      creation_date: SECONDS,
      tags: [],
    }
    return { items: [{ ...question, answers: each(posts - 1, answer) }], has_more: false }
  }),
  'YouTube, JSON': document((posts) => ({
    kind: 'youtube#commentThreadListResponse',
    items: each(posts, (at) => {
      const snippet = {
        videoId: 'v',
        textDisplay: HTML,
        textOriginal: WORDS,
        authorDisplayName: writer(at),
        publishedAt: T,
      }
      const topLevelComment = { kind: 'youtube#comment', id: `u${at}`, snippet }
      return {
        kind: 'youtube#commentThread',
        id: `u${at}`,
        snippet: { videoId: 'v', topLevelComment, totalReplyCount: 0 },
      }
    }),
  })),
  'Disqus, JSON': document((posts) => ({
    code: 0,
    response: each(posts, (at) => ({
      id: `${at + 1}`,
      parent: at === 0 ? null : at,
      author: { name: writer(at), username: writer(at) },
      message: HTML,
      createdAt: '2026-05-01T09:00:00',
      thread: '9',
      forum: 'town',
    })),
  })),
  'NodeBB, JSON': document((posts) => ({
    tid: 2,
    mainPid: 1,
    title: 'Ferries',
    postcount: posts,
    pagination: { pageCount: 1 },
    posts: each(posts, (at) => ({
      pid: at + 1,
      index: at,
      content: HTML,
      timestamp: SECONDS * 1000,
      user: { username: writer(at) },
    })),
  })),
  'WordPress, JSON': document((posts) =>
    each(posts, (at) => ({
      id: at + 1,
      post: 4,
      parent: at,
      author_name: writer(at),
      date_gmt: '2026-05-01T09:00:00',
      content: { rendered: HTML },
      link: `https://blog.example/ferries/#comment-${at + 1}`,
      type: 'comment',
    })),
  ),
  'Polis, CSV': (posts) =>
    Buffer.from(
      `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n${each(posts, (at) => `${SECONDS},Fri May 01 2026,${at},${at % 400},3,1,1,"${WORDS}"`).join('\n')}\n`,
    ),
}
