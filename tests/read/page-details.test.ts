/** What pages of single sites tell besides words: what is gone, and what they hold but do not show. */
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { faults } from './faults.ts'

function read(html: string) {
  const base64 = Buffer.from(html).toString('base64')
  const [thread] = preview({ kind: 'file', name: 'page.html', base64 }, readConfig({}))
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  return thread
}

test('Tildes: the note in place of the words says that a comment is gone, of this comment alone', () => {
  const comment = (id: string, inside: string, answers = '') =>
    `<li><article id="comment-${id}"><div class="comment-itself">${inside}</div>${answers === '' ? '' : `<ol>${answers}</ol>`}</article></li>`
  const words =
    '<header class="comment-header"><a class="link-user">ben</a></header><div class="comment-text"><p>Who pays?</p></div>'
  const { posts } = read(
    `<!doctype html><html><head><title>Ferries</title></head><body><article class="topic-full"><h1>Ferries</h1><div class="topic-full-text"><p>Free them.</p></div></article><ol>${comment('a', words, comment('b', '<header class="comment-header"><div class="is-comment-deleted">Comment deleted by author</div></header>'))}${comment('c', '<header class="comment-header"><div class="is-comment-removed">Comment removed</div></header>', comment('d', words))}</ol></body></html>`,
  )
  expect(posts.map(({ id, state, text }) => [id, state, text])).toEqual([
    ['topic', 'ok', 'Ferries\n\nFree them.'],
    ['a', 'ok', 'Who pays?'],
    ['b', 'deleted', ''],
    ['c', 'removed', ''],
    ['d', 'ok', 'Who pays?'],
  ])
})

test('Tildes: edits are told, and links follow what the page says they are relative to', () => {
  const { posts } = read(
    `<!doctype html><html><head><title>Ferries</title><base href="https://tildes.example/"></head><body><article class="topic-full"><h1>Ferries</h1><div class="topic-full-text"><p>Free <a href="them">them</a>.</p></div></article><article id="comment-a"><div class="comment-itself"><header class="comment-header"><a class="link-user">ben</a><time datetime="2026-05-01T09:00:00Z"></time><div class="comment-edited-time">(edited <time datetime="2026-05-01T09:30:00Z">x</time>)</div></header><div class="comment-text"><p>Who pays?</p></div></div></article></body></html>`,
  )
  expect(posts.map(({ state, createdAt, links }) => [state, createdAt, links.map(({ url }) => url)])).toEqual([
    ['ok', null, ['https://tildes.example/them']],
    ['edited', '2026-05-01T09:00:00.000Z', []],
  ])
})

test('Tildes: comments without a frame of their own, nested or with a depth', () => {
  const comment = (id: string, depth: number, name: string, inside = '') =>
    `<article id="comment-${id}" class="comment" data-comment-depth="${depth}"><header>${name === '' ? '' : `<a class="link-user">${name}</a>`} <time datetime="2026-05-01T09:0${depth}:00Z"></time></header><div class="comment-text"><p>Words ${id}, <a class="link-user">zoe</a></p></div>${inside}</article>`
  const { posts } = read(
    `<!doctype html><html><head><title>Ferries</title></head><body><article class="topic-full"><h1>Ferries</h1><div class="topic-full-text"><p>Free them.</p></div></article>${comment('a', 0, 'ben', comment('b', 1, 'cy'))}${comment('c', 0, '')}${comment('d', 1, 'eve')}</body></html>`,
  )
  expect(posts.slice(1).map(({ author, text, parentId }) => [author, text, parentId])).toEqual([
    ['ben', 'Words a, zoe', 'topic'],
    ['cy', 'Words b, zoe', 'a'],
    [null, 'Words c, zoe', 'topic'],
    ['eve', 'Words d, zoe', 'c'],
  ])
})

test('NodeBB: older pages name the post answered in a link, quotes have a head, edits a date', () => {
  const row = (pid: number, name: string, words: string, more = '') =>
    `<li component="post" data-index="${pid - 1}" data-pid="${pid}" data-username="${name}">${more}<div component="post/content">${words}</div></li>`
  const { posts } = read(
    `<!doctype html><html><head><title>x</title></head><body><h1><span component="topic/title">Ferries</span></h1><ul>${row(1, 'ada', '<p>Free them.</p>')}${row(2, 'ben', '<p>Who pays?</p>', '<a component="post/parent" data-topid="1" href="/post/1">@ada</a><meta itemprop="dateModified" content="2026-05-01T09:00:00Z">')}${row(3, 'cy', '<p><a href="/uid/2">@ben</a> <a href="/post/2">said</a> in <a href="/post/2">Ferries</a>:</p><blockquote><p>Who pays?</p></blockquote><p>All of us.</p>')}</ul></body></html>`,
  )
  expect(
    posts.map(({ parentId, text, state, quotes }) => [parentId, text, state, quotes.map(({ author }) => author)]),
  ).toEqual([
    [null, 'Ferries\n\nFree them.', 'ok', []],
    ['1', 'Who pays?', 'edited', []],
    ['2', 'Who pays?\n\nAll of us.', 'ok', ['ben']],
  ])
})

test('NodeBB: a reply that names no post answers what it quotes, else the opening post, in pages and in JSON', () => {
  const words = [
    '<p>Free them.</p>',
    '<p>Who pays?</p>',
    '<p><a href="/uid/2">@ben</a> <a href="/post/2">said</a> in <a href="/post/2">Ferries</a>:</p><blockquote><p>Who pays?</p></blockquote><p>All of us.</p>',
  ]
  const rows = words.map(
    (one, at) =>
      `<li component="post" data-index="${at}" data-pid="${at + 1}" data-username="ada"><div component="post/content">${one}</div></li>`,
  )
  const topic = {
    tid: 2,
    mainPid: 1,
    title: 'Ferries',
    posts: words.map((content, index) => ({ pid: index + 1, index, content, user: { username: 'ada' } })),
  }
  const html = `<!doctype html><html><head><title>x</title></head><body><h1><span component="topic/title">Ferries</span></h1><ul>${rows.join('')}</ul></body></html>`
  const enveloped = { status: { code: 'ok', message: 'OK' }, response: topic }
  for (const form of [html, JSON.stringify(topic), JSON.stringify(enveloped)])
    expect(read(form).posts.map(({ parentId, parentVia }) => [parentId, parentVia])).toEqual([
      [null, 'none'],
      ['1', 'platform'],
      ['2', 'quote'],
    ])
})

test('Flarum: a script may hold more than the discussion, and a quote opens with whom it quotes', () => {
  const posts = [
    ['1', '<p>Free {them}.</p>'],
    ['2', '<blockquote><p><a class="PostMention" data-id="1">Ada</a> Free {them}.</p></blockquote><p>Who pays?</p>'],
  ].map(([id, contentHtml]) => ({
    type: 'posts',
    id,
    attributes: {
      number: Number(id),
      contentType: 'comment',
      contentHtml,
      ...(id === '1' ? { likesCount: 4 } : { votes: -2 }),
    },
    relationships: {},
  }))
  const apiDocument = {
    data: { type: 'discussions', id: '9', attributes: { title: 'Ferries', commentCount: 2 } },
    included: posts,
  }
  const thread = read(
    `<!doctype html><html><head><title>x</title></head><body><script>try{flarum.core.app.load(${JSON.stringify({ apiDocument })});flarum.core.app.boot();}catch(e){console.log(e)}</script></body></html>`,
  )
  expect(
    thread.posts.map(({ parentId, text, score, quotes }) => [
      parentId,
      text,
      score,
      quotes.map(({ author }) => author),
    ]),
  ).toEqual([
    [null, 'Ferries\n\nFree {them}.', 4, []],
    ['1', 'Free {them}.\n\nWho pays?', -2, ['Ada']],
  ])
})

test('Discourse: the newest posts as it shows them below an article, and how many more there are', () => {
  const row = (id: number, name: string, words: string, above = '', more = '') =>
    `<article class='post${name === 'cy' ? ' deleted' : ''}' id='post-${id + 100}'><a title="May  1, 2026  9:0${id}pm" class="post-date" href="https://d.example/talk/t/ferries-for-all/7/${id}">May 1</a>${above}<div class='author'><a href='https://d.example/u/${name}'><img src='x.png'></a></div><div class='cooked'><h3 class='username'><a href='https://d.example/u/${name}'>${name}</a><span class='title'>Captain</span></h3>${words}${more}</div></article>`
  const thread = read(
    `<!DOCTYPE html><html><head><title>x</title></head><body><header class='discourse'><span class='replies'>15 replies</span></header>${row(2, 'ada', '<p>Free them.</p>', '', '<a data-link-to-post="103" class="post-replies button" href="https://d.example/talk/t/ferries-for-all/7/2">1 reply</a>')}${row(3, 'ben', '<p>Who pays?</p>', '<a data-link-to-post="102" class="in-reply-to" href="https://d.example/talk/t/ferries-for-all/7/2">in reply to ada</a>')}${row(4, 'cy', '<aside class="quote" data-username="ben" data-post="3" data-topic="7"><div class="title">ben:</div><blockquote><p>Who pays?</p></blockquote></aside><p>All of us.</p>')}<footer><span class='replies'>1,012 more replies</span></footer></body></html>`,
  )
  expect(thread).toMatchObject({ url: 'https://d.example/talk/t/ferries-for-all/7', title: 'ferries for all' })
  expect(
    thread.posts.map(({ id, author, text, createdAt, parentId, parentVia, state }) => [
      id,
      author,
      text,
      createdAt,
      parentId,
      parentVia,
      state,
    ]),
  ).toEqual([
    ['2', 'ada', 'Free them.', '2026-05-01T21:02:00.000Z', null, 'none', 'ok'],
    ['3', 'ben', 'Who pays?', '2026-05-01T21:03:00.000Z', '2', 'platform', 'ok'],
    ['4', 'cy', '', '2026-05-01T21:04:00.000Z', '3', 'quote', 'deleted'],
  ])
  expect(thread.completeness).toMatchObject({ expected: 1015, got: 3 })
})

const shown = (id: number, words: string, hour: string) =>
  `<div data-testid="comment-viewer-outer-box-${id}"><a data-testid="avatar-link" href="/ben">ben</a><a href="https://github.com/o/r/issues/9#issuecomment-${id}"><relative-time datetime="2026-05-01T${hour}:00:00Z">x</relative-time></a><div class="markdown-body"><p>${words}</p></div></div>`
const given = (databaseId: number, bodyHTML: string, hour: string) => ({
  node: {
    __typename: 'IssueComment',
    id: `IC_${databaseId}`,
    databaseId,
    bodyHTML,
    author: { login: 'cy' },
    createdAt: `2026-05-01T${hour}:00:00Z`,
    url: `https://github.com/o/r/issues/9#issuecomment-${databaseId}`,
  },
})

function gitHub(issue: unknown): string {
  const data = { payload: { preloadedQueries: [{ result: { data: { repository: { issue } } } }] } }
  return `<!doctype html><html><head><title>Ferries · Issue #9 · GitHub</title><link rel="canonical" href="https://github.com/o/r/issues/9"></head><body><h1><span data-testid="issue-title">Ferries</span></h1><div data-testid="issue-body"><a data-testid="issue-body-header-author" href="/ada">ada</a><a data-testid="issue-body-header-link" href="https://github.com/o/r/issues/9#issue-1"><relative-time datetime="2026-05-01T09:00:00Z">x</relative-time></a><div class="markdown-body"><p>Free them.</p></div></div>${shown(11, 'Who pays?', '10')}${shown(13, 'The city.', '12')}<script type="application/json" data-target="react-app.embeddedData">${JSON.stringify(data)}</script></body></html>`
}

test.each<[what: string, issue: unknown, posts: string[], missing: (number | null)[]]>([
  [
    'comments the page holds as data and did not draw are read in their place',
    {
      frontTimelineItems: {
        totalCount: 4,
        edges: [
          given(11, '<p>Who pays?</p>', '10'),
          given(12, '<p>Nobody.</p>', '11'),
          { node: { __typename: 'LabeledEvent', id: 'LE_1' } },
          given(13, '<p>The city.</p>', '12'),
        ],
      },
    },
    ['issue-1', 'issuecomment-11', 'issuecomment-12', 'issuecomment-13'],
    [],
  ],
  [
    'a timeline longer than what was given of it',
    {
      frontTimelineItems: {
        totalCount: 40,
        edges: [given(11, '<p>Who pays?</p>', '10'), given(13, '<p>The city.</p>', '12')],
      },
    },
    ['issue-1', 'issuecomment-11', 'issuecomment-13'],
    [null],
  ],
  [
    'the rest of the timeline was loaded before the page was saved',
    { frontTimelineItems: { totalCount: 40, edges: [given(11, '<p>Who pays?</p>', '10')] } },
    ['issue-1', 'issuecomment-11', 'issuecomment-13'],
    [],
  ],
  [
    'comments announced and not there',
    {
      comments: { totalCount: 5 },
      frontTimelineItems: {
        totalCount: 2,
        edges: [given(11, '<p>Who pays?</p>', '10'), given(13, '<p>The city.</p>', '12')],
      },
    },
    ['issue-1', 'issuecomment-11', 'issuecomment-13'],
    [3],
  ],
  ['nothing given', null, ['issue-1', 'issuecomment-11', 'issuecomment-13'], []],
])('GitHub page: %s', (_, issue, posts, missing) => {
  const thread = read(gitHub(issue))
  expect(thread.posts.map(({ id }) => id)).toEqual(posts)
  expect(thread.completeness.missing.map(({ count }) => count)).toEqual(missing)
})

const SAVED =
  '<!--\n Page saved with SingleFile \n url: https://URL \n saved date: Fri May 01 2026 12:00:00 GMT+0000 (UTC)\n-->'

test.each<[string, string, string, (string | undefined)[]]>([
  [
    'Hacker News',
    'news.ycombinator.com/item?id=1',
    '<table id="hnmain"><tr><td><table class="fatitem"><tr class="athing" id="1"><td class="title"><span class="titleline"><a href="https://x.example/">Ferries</a></span></td></tr><tr><td class="subtext"><a class="hnuser">ada</a> <span class="age"><a href="item?id=1">3 hours ago</a></span></td></tr></table><table class="comment-tree"><tr class="athing comtr" id="2"><td class="ind" indent="0"></td><td><a class="hnuser">ben</a> <span class="age"><a href="item?id=2">2 hours ago</a></span><div class="commtext">Who pays?</div></td></tr></table></td></tr></table>',
    ['2026-05-01T09:00', '2026-05-01T10:00'],
  ],
  [
    'YouTube',
    'www.youtube.com/watch?v=abcdefghijk',
    '<ytd-watch-metadata><h1>Ferries</h1></ytd-watch-metadata><ytd-comment-thread-renderer><ytd-comment-view-model><a id="author-text">@ada</a><span id="published-time-text"><a href="/watch?v=abcdefghijk&amp;lc=Ug1">2 days ago (edited)</a></span><div id="content-text">Free them.</div></ytd-comment-view-model></ytd-comment-thread-renderer>',
    [undefined, '2026-04-29T12:00'],
  ],
])('%s: ages count from when the page was saved', (_, address, body, times) => {
  const thread = read(`<!doctype html>${SAVED.replace('URL', address)}<html><body>${body}</body></html>`)
  expect(thread.posts.map(({ createdAbout }) => createdAbout?.at.slice(0, 16))).toEqual(times)
})

test('GitLab: what stands below a note about its edits is no word of it', () => {
  const note =
    '<li id="note_5" class="note"><div class="note-header"><span class="note-header-author-name">Ben</span><time datetime="2026-05-01T09:10:00Z"></time></div><div class="note-body"><div class="note-text md"><p>Who pays?</p></div><div class="note_edited_ago">Edited 1 day ago by Ben</div></div></li>'
  const { posts } = read(
    `<html><head><title>Ferries</title><meta content="GitLab" property="og:site_name"></head><body><h1 class="title">Ferries</h1><div class="description"><div class="md"><p>Free them.</p></div></div><ul>${note}</ul></body></html>`,
  )
  expect(posts.map(({ text, state }) => [text, state])).toEqual([
    ['Ferries\n\nFree them.', 'ok'],
    ['Who pays?', 'edited'],
  ])
})

describe('pages as browsers and programs save them', () => {
  const lobsters = (link: string) =>
    `<!doctype html><html><body><ol><li id="story_abcdef" data-shortid="abcdef" class="story"><div class="details"><span class="link"><a class="u-url" href="https://x.example/~cy">Ferries</a></span><div class="byline"><a href="${link}ada">ada</a> <time datetime="2026-05-01T09:00:00Z"></time> | <a href="https://web.archive.org/web/https://x.example/~cy">caches</a></div></div></li></ol><ol class="comments"><li class="comments_subtree"><div id="c_aaaaaa" data-shortid="aaaaaa" class="comment"><div class="byline"><a href="${link}ben">ben</a></div><div class="comment_text"><p>Who pays?</p></div></div></li></ol></body></html>`

  test.each(['/~', 'https://lobste.rs/~'])('Lobsters: links to people as %s', (link) => {
    expect(read(lobsters(link)).posts.map(({ author }) => author)).toEqual(['ada', 'ben'])
  })

  test('quotes around values left out', () => {
    const small = lobsters('/~').replace(/([\w-]+)="([\w.:/~-]+)"/g, '$1=$2')
    expect(small).toContain('class=comment>')
    expect(read(small)).toEqual(read(lobsters('/~')))
  })

  test.each([
    (html: string) => html,
    (html: string) => html.replace(/\n/g, '\r\n'),
    (html: string) =>
      html
        .replace(/<a\nhref=#(\w+) id=(\w+)>/g, '<a href="https://lists.example/x/T/#$1" id="$2">')
        .replace(/href="(?=#m)/g, 'href="https://lists.example/x/T/'),
  ])('public-inbox: whole addresses and other line ends', (saved) => {
    const [one, two] = ['a'.repeat(40), 'b'.repeat(40)]
    const mail = (id: string, name: string, at: string, words: string, tree: string) =>
      `<a\nhref=#e${id} id=m${id}>*</a> <b>Ferries</b>\n${tree}From: ${name} @ 2026-05-01  ${at} UTC (<a\nhref="../${id}@x.example/">permalink</a> / <a\nhref="../raw">raw</a>)\n\n${words}\n\n<a\nhref=#m${id} id=e${id}>^</a> permalink`
    const tree = `<b>@ 2026-05-01  9:10 \` Ben</b>\n`
    const above = `2026-05-01  9:00 <a\nhref="#m${one}">Ferries</a> Ada\n`
    const posts = read(
      saved(
        `<html><body><pre>${mail(one, 'Ada', '9:00', 'Free them.', '')}${mail(two, 'Ben', '9:10', 'Who pays?', above + tree)}</pre></body></html>`,
      ),
    ).posts
    expect(posts.map(({ author, text, heading }) => [author, text.slice(heading).trim()])).toEqual([
      ['Ada', 'Free them.'],
      ['Ben', 'Who pays?'],
    ])
  })
})

describe('saved pages of deliberations', () => {
  const article = `<h1>Free ferries</h1><p>${'The ferry should be free for all of us. '.repeat(12)}</p>`
  const deliberation = (body: string) =>
    read(
      `<!doctype html><html lang="en"><head><title>Ferries - Decidim</title></head><body><main>${article}<section id="comments">${body}</section></main></body></html>`,
    )

  test('Decidim: answers inside what they answer, sides, votes, and deleted comments with answers', () => {
    const one = (id: number, name: string, words: string, inside = '', side = '', up = 0, down = 0) =>
      `<div id="comment_${id}" class="comment" data-comment-id="${id}"><div class="comment__header"><span class="font-bold"><div class="author"><span class="author__name">${name}</span></div></span><time datetime="2026-05-01T09:0${id}:00Z">2 days</time></div><div class="comment__content">${side === '' ? '' : `<span class="label alignment ${side}">x</span>`}<p>${words}</p></div><div class="comment__votes"><button class="comment__votes--up"><span>${up}</span></button><button class="comment__votes--down"><span>${down}</span></button></div>${inside}</div>`
    const gone = `<div id="comment_4" class="comment" data-comment-id="4"><p>Comment deleted.</p><div class="comment-reply">${one(5, 'Eve', 'Why?')}</div></div>`
    const thread = deliberation(
      `${one(1, 'Ben', 'Who pays?', `<div class="comment-reply">${one(2, 'Cy', 'All of us.')}</div>`, 'alert', 3, 1)}${one(3, 'Dee', 'Yes.', '', 'success')}${gone}`,
    )
    expect(thread.platform).toBe('decidim')
    expect(
      thread.posts
        .slice(1)
        .map(({ parentId, author, text, score, stance, state }) => [parentId, author, text, score, stance, state]),
    ).toEqual([
      ['opening', 'Ben', 'Who pays?', 2, 'con', 'ok'],
      ['comment_1', 'Cy', 'All of us.', 0, null, 'ok'],
      ['opening', 'Dee', 'Yes.', 0, 'pro', 'ok'],
      ['opening', null, '', null, null, 'deleted'],
      ['comment_4', 'Eve', 'Why?', 0, null, 'ok'],
    ])
    expect(thread.posts[1]?.createdAt).toBe('2026-05-01T09:01:00.000Z')
    expect(thread.posts[0]?.text).not.toContain('Who pays?')
  })

  test('Consul: its lists of answers, votes and rough times', () => {
    const one = (id: number, name: string, words: string, inside = '') =>
      `<li><div id="comment_${id}" class="comment small-12"><div class="comment-body"><div class="comment-info"><span class="user-name"><a href="/users/1">${name}</a></span> • <a href="/comments/${id}">2026-05-01 09:00:00</a></div><div class="comment-user level-1"><p>${words}</p></div><div class="votes">3 votes | <span class="in_favor">2</span> <span class="against">1</span></div></div><ul>${inside}</ul></div></li>`
    const thread = deliberation(`<ul>${one(1, 'Ben', 'Who pays?', one(2, 'Cy', 'All of us.'))}</ul>`)
    expect(thread.platform).toBe('consul')
    expect(thread.posts.slice(1).map(({ parentId, author, text, score }) => [parentId, author, text, score])).toEqual([
      ['opening', 'Ben', 'Who pays?', 1],
      ['comment_1', 'Cy', 'All of us.', 1],
    ])
    expect(thread.posts[1]?.createdAbout?.at).toBe('2026-05-01T09:00:00.000Z')
  })
})

describe('X, saved by who is signed in', () => {
  const tweet = (id: string, by: string, words: string, box = '') =>
    `<div data-testid="cellInnerDiv"><article data-testid="tweet"><div data-testid="User-Name"><a href="/${by}"><span>${by.toUpperCase()}</span></a><a href="/${by}"><span>@${by}</span></a><a href="/${by}/status/${id}"><time datetime="2026-05-01T09:0${id}:00.000Z">May 1</time></a></div><div data-testid="tweetText"><span>${words}</span></div>${box}<button data-testid="like" aria-label="1,2${id}0 Likes. Like"></button></article></div>`
  const box =
    '<div role="link"><div data-testid="User-Name"><span>@eve</span><time datetime="2026-04-01T09:00:00.000Z"></time></div><div data-testid="tweetText">Roads are free, too.</div></div>'
  const promoted =
    '<div data-testid="cellInnerDiv"><article data-testid="tweet"><div data-testid="User-Name"><span>@shop</span></div><div data-testid="tweetText">Buy this.</div></article></div>'
  const gone = '<div data-testid="cellInnerDiv"><span>This Post was deleted by the Post author.</span></div>'

  test('what stands above is answered in turn, what stands below answers the post of the address', () => {
    const html = `<!-- saved from url=(0026)https://x.com/ben/status/2 --><html><body>${tweet('1', 'ada', 'Free them.')}${tweet('2', 'ben', 'Who pays?')}${promoted}${tweet('3', 'cy', 'All of us.', box)}${gone}${tweet('4', 'dee', 'Nobody.')}</body></html>`
    const thread = read(html)
    expect(thread.posts.map(({ author, text, parentId, score }) => [author, text, parentId, score])).toEqual([
      ['@ada', 'Free them.', null, 1210],
      ['@ben', 'Who pays?', '1', 1220],
      ['@cy', 'All of us.\n\nRoads are free, too.', '2', 1230],
      ['@dee', 'Nobody.', '2', 1240],
    ])
    expect(thread.posts[2]?.quotes.map(({ author }) => author)).toEqual(['@eve'])
    expect(thread.completeness.missing).toEqual([
      { why: 'replies the page had not loaded when it was saved', count: null },
      { why: 'posts X no longer shows', count: 1 },
    ])
    expect(thread).toMatchObject({ platform: 'x', url: 'https://x.com/ben/status/2' })
  })

  test('a long text is by whom its address names', () => {
    const html =
      '<!-- saved from url=(0026)https://x.com/ada/status/1 --><html><body><div data-testid="twitter-article-title">Ferries</div><div data-testid="twitterArticleRichTextView"><div>Free them.</div></div></body></html>'
    const thread = read(html)
    expect(thread.posts.map(({ author, text }) => [author, text])).toEqual([['@ada', 'Ferries\n\nFree them.']])
  })
})

test('LessWrong: the page of one comment shows it above the post, whose writer is another', () => {
  const comment = (by: string, link: string, words: string, answers = '') =>
    `<div class="comments-node"><div class="CommentsItem-body"><a class="UsersNameDisplay-userName">${by}</a>${link}<div class="CommentBody-root"><p>${words}</p></div></div>${answers}</div>`
  const link =
    '<a href="/posts/abcdefghijklmnopq/ferries?commentId=kk1"><time datetime="2026-05-01T09:00:00.000Z">1d</time></a>'
  const { posts } = read(
    `<!doctype html><html><head><link rel="canonical" href="https://www.lesswrong.com/posts/abcdefghijklmnopq/ferries"></head><body>${comment('Ben', link, 'Who pays?', comment('Cy', '', 'All of us.'))}<h1 class="PostsPageTitle-root">Ferries</h1><div id="postContent"><p>Free them.</p></div></body></html>`,
  )
  expect(posts.map(({ id, author, createdAt, text, parentId }) => [id, author, createdAt, text, parentId])).toEqual([
    ['abcdefghijklmnopq', null, null, 'Ferries\n\nFree them.', null],
    ['kk1', 'Ben', '2026-05-01T09:00:00.000Z', 'Who pays?', 'abcdefghijklmnopq'],
    ['comment-2', 'Cy', null, 'All of us.', 'kk1'],
  ])
})

test('GreaterWrong: the post and its comments, with their times', () => {
  const item = (id: string, by: string, words: string, answers = '') =>
    `<li id="comment-${id}" class="comment-item depth-odd"><div class="comment"><div class="comment-meta"><a class="author">${by}</a><a class="date" data-js-date="1777626000000">May 1</a><span class="karma-value">4 points</span></div><div class="body-text comment-body"><p>${words}</p></div></div>${answers}</li>`
  const { posts, site } = read(
    `<!doctype html><html><head><link rel="canonical" href="https://www.greaterwrong.com/posts/abcdefghijklmnopq/ferries"></head><body><main class="post"><h1 class="post-title">Ferries</h1><div class="post-meta"><a class="author">Ada</a><span class="date" data-js-date="1777622400000">May 1</span></div><div class="body-text post-body"><p>Free them.</p></div></main><ul class="comment-thread">${item('k1', 'Ben', 'Who pays?', `<ul class="comment-thread">${item('k2', 'Cy', 'All of us.')}</ul>`)}</ul></body></html>`,
  )
  expect(site).toBe('greaterwrong.com')
  expect(posts.map(({ id, author, createdAt, parentId, score }) => [id, author, createdAt, parentId, score])).toEqual([
    ['abcdefghijklmnopq', 'Ada', '2026-05-01T08:00:00.000Z', null, null],
    ['k1', 'Ben', '2026-05-01T09:00:00.000Z', 'abcdefghijklmnopq', 4],
    ['k2', 'Cy', '2026-05-01T09:00:00.000Z', 'k1', 4],
  ])
})

test('GitHub: what its command line tool tells of hidden and edited comments', () => {
  const comment = (nth: number, more: object) => ({
    id: `IC_${nth}`,
    author: { login: 'ben' },
    body: `Words ${nth}.`,
    createdAt: '2026-05-01T09:00:00Z',
    url: `https://github.com/o/r/issues/3#issuecomment-${nth}`,
    ...more,
  })
  const issue = {
    title: 'Ferries',
    url: 'https://github.com/o/r/issues/3',
    number: 3,
    author: { login: 'ada' },
    comments: [
      comment(1, { isMinimized: true, reactionGroups: [{ content: 'THUMBS_UP', users: { totalCount: 2 } }] }),
      comment(2, { includesCreatedEdit: true }),
      comment(3, { includesCreatedEdit: true, isMinimized: false }),
    ],
  }
  expect(read(JSON.stringify(issue)).posts.map(({ state, score }) => [state, score])).toEqual([
    ['ok', null],
    ['hidden', 2],
    ['edited', null],
    ['edited', null],
  ])
})

test('Bluesky: what the writer of a thread folded away, as the newer interface tells it', () => {
  const item = (key: string, depth: number, hiddenByThreadgate: boolean) => ({
    uri: `at://did:plc:a/app.bsky.feed.post/${key}`,
    depth,
    value: {
      $type: 'app.bsky.unspecced.defs#threadItemPost',
      post: {
        uri: `at://did:plc:a/app.bsky.feed.post/${key}`,
        author: { did: 'did:plc:a', handle: 'ada.example' },
        record: { text: `Words ${key}.` },
      },
      moreReplies: 0,
      hiddenByThreadgate,
    },
  })
  const thread = read(JSON.stringify({ thread: [item('1', 0, false), item('2', 1, true), item('3', 1, false)] }))
  expect(thread.posts.map(({ state }) => state)).toEqual(['ok', 'hidden', 'ok'])
})

const ALL = (...words: string[]) => `<p>${words.join(' ')}</p>`
const AT = (minutes: number) => `2026-05-01T09:${minutes}:00.000Z`
const SECONDS = (minutes: number) => Date.parse(AT(minutes)) / 1000

describe('programs that keep comments for other pages', () => {
  const ghost = (id: string, name: string, words: string, minutes: number, likes: number, more = {}) => ({
    id,
    status: 'published',
    html: ALL(words),
    created_at: AT(minutes),
    member: { id: `of-${id}`, name },
    count: { likes },
    ...more,
  })
  const substack = (
    id: number,
    name: string | null,
    body: string | null,
    minutes: number,
    likes: number,
    more = {},
  ) => ({
    id,
    user_id: 9,
    name,
    body,
    date: AT(minutes),
    reaction_count: likes,
    ancestor_path: '',
    children: [],
    ...more,
  })
  const isso = (id: number, author: string, words: string, minutes: number, likes: number, more = {}) => ({
    id,
    parent: null,
    author,
    text: ALL(words),
    created: SECONDS(minutes),
    modified: null,
    mode: 1,
    likes: likes + 1,
    dislikes: 1,
    ...more,
  })
  const remark = (id: string, pid: string, name: string, words: string, minutes: number, score: number, more = {}) => ({
    id,
    pid,
    text: ALL(words),
    user: { name },
    locator: { site: 's', url: 'https://b.example/f' },
    score,
    time: AT(minutes),
    ...more,
  })
  const commento = (
    id: string,
    parentHex: string,
    of: string,
    words: string,
    minutes: number,
    score: number,
    more = {},
  ) => ({
    commentHex: id,
    parentHex,
    commenterHex: of,
    html: ALL(words),
    creationDate: AT(minutes),
    score,
    deleted: false,
    ...more,
  })
  const giscus = (id: string, login: string, words: string, minutes: number, upvoteCount: number, more = {}) => ({
    id,
    author: { login },
    bodyHTML: ALL(words),
    createdAt: AT(minutes),
    deletedAt: null,
    upvoteCount,
    ...more,
  })

  test.each<[name: string, answer: unknown]>([
    [
      'ghost',
      {
        comments: [
          ghost('1', 'Ada', 'Free them.', 10, 3, {
            replies: [
              ghost('2', 'Ben', '', 20, 0, { status: 'deleted', html: null }),
              ghost('3', 'Cy', 'All of us.', 30, -1, { in_reply_to_id: '2' }),
            ],
          }),
        ],
      },
    ],
    [
      'substack',
      {
        comments: [
          substack(1, 'Ada', 'Free them.', 10, 3, {
            children: [
              substack(2, 'Ben', null, 20, 0, { deleted: true, children: [substack(3, 'Cy', 'All of us.', 30, -1)] }),
            ],
          }),
        ],
      },
    ],
    [
      'isso',
      {
        total_replies: 1,
        replies: [
          isso(1, 'Ada', 'Free them.', 10, 3, {
            replies: [
              isso(2, 'Ben', '', 20, 0, { parent: 1, mode: 4 }),
              isso(3, 'Cy', 'All of us.', 30, -1, { parent: 2 }),
            ],
          }),
        ],
      },
    ],
    [
      'remark42',
      {
        comments: [
          {
            comment: remark('1', '', 'Ada', 'Free them.', 10, 3),
            replies: [
              {
                comment: remark('2', '1', 'Ben', '', 20, 0, { delete: true }),
                replies: [{ comment: remark('3', '2', 'Cy', 'All of us.', 30, -1) }],
              },
            ],
          },
        ],
        info: { url: 'https://b.example/f', count: 3 },
      },
    ],
    [
      'remark42',
      {
        comments: [
          remark('1', '', 'Ada', 'Free them.', 10, 3),
          remark('2', '1', 'Ben', '', 20, 0, { delete: true }),
          remark('3', '2', 'Cy', 'All of us.', 30, -1),
        ],
      },
    ],
    [
      'commento',
      {
        comments: [
          commento('1', 'root', 'a', 'Free them.', 10, 3),
          commento('2', '1', 'b', '', 20, 0, { deleted: true }),
          commento('3', '2', 'c', 'All of us.', 30, -1),
        ],
        commenters: { a: { name: 'Ada' }, b: { name: 'Ben' }, c: { name: 'Cy' } },
      },
    ],
    [
      'giscus',
      {
        discussion: {
          url: 'https://github.com/o/r/discussions/7',
          comments: [
            giscus('1', 'Ada', 'Free them.', 10, 3, {
              replies: [
                giscus('2', 'Ben', '', 20, 0, { deletedAt: AT(25) }),
                giscus('3', 'Cy', 'All of us.', 30, -1, { replyToId: '2' }),
              ],
            }),
          ],
        },
      },
    ],
  ])('%s', (platform, answer) => {
    const thread = read(JSON.stringify(answer))
    expect(thread.platform).toBe(platform)
    expect(
      thread.posts.map(({ id, author, text, createdAt, parentId, score, state }) => [
        id,
        author,
        text,
        createdAt,
        parentId,
        score,
        state,
      ]),
    ).toEqual([
      ['1', 'Ada', 'Free them.', AT(10), null, 3, 'ok'],
      ['2', 'Ben', '', AT(20), '1', 0, 'deleted'],
      ['3', 'Cy', 'All of us.', AT(30), '2', -1, 'ok'],
    ])
    expect(thread.completeness.missing.map(({ why }) => why)).toEqual(['the article these comments are about'])
  })

  test('Disqus: what it exports holds all threads of a site', () => {
    const page = (id: number, title: string) =>
      `<thread dsq:id="${id}"><id/><link>https://b.example/${id}</link><title>${title}</title><message/><createdAt>2026-05-01T08:00:00Z</createdAt><author><name>Zed</name></author></thread>`
    const comment = (id: number, of: number, name: string, words: string, above: number | null, marks = '') =>
      `<post dsq:id="${id}"><id/><message><![CDATA[<p>${words}</p>]]></message><createdAt>${AT(id)}</createdAt>${marks}<author><name>${name}</name><isAnonymous>true</isAnonymous></author><thread dsq:id="${of}"/>${above === null ? '' : `<parent dsq:id="${above}"/>`}</post>`
    const xml = `<?xml version="1.0" encoding="utf-8"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><category dsq:id="1"><forum>f</forum></category>${page(7, 'Ferries &amp; fares')}${page(8, 'Nobody said a word')}${page(9, 'Trams')}${comment(11, 7, 'Ada', 'Free them.', null)}${comment(12, 9, 'Dee', 'More trams.', null)}${comment(13, 7, 'Ben', 'Buy pills.', 11, '<isDeleted>false</isDeleted><isSpam>true</isSpam>')}${comment(14, 7, 'Cy', 'All of us.', 13)}</disqus>`
    const threads = preview(
      { kind: 'file', name: 'export.xml', base64: Buffer.from(xml).toString('base64') },
      readConfig({}),
    )
    expect(
      threads.map(({ title, url, posts }) => [
        title,
        url,
        posts.map(({ id, author, text, createdAt, parentId, state }) => [id, author, text, createdAt, parentId, state]),
      ]),
    ).toEqual([
      [
        'Ferries & fares',
        'https://b.example/7',
        [
          ['article', null, 'Ferries & fares', null, null, 'ok'],
          ['11', 'Ada', 'Free them.', AT(11), 'article', 'ok'],
          ['13', 'Ben', '', AT(13), '11', 'removed'],
          ['14', 'Cy', 'All of us.', AT(14), '13', 'ok'],
        ],
      ],
      [
        'Trams',
        'https://b.example/9',
        [
          ['article', null, 'Trams', null, null, 'ok'],
          ['12', 'Dee', 'More trams.', AT(12), 'article', 'ok'],
        ],
      ],
    ])
  })
})

test('Discourse and Flarum: what a page was drawn from at first is not the topic it was left for', () => {
  const before = {
    topic_1: JSON.stringify({
      id: 1,
      title: 'Fares',
      post_stream: { posts: [{ id: 5, post_number: 1, username: 'eve', cooked: '<p>No.</p>' }] },
    }),
  }
  const discourse = read(
    `<!doctype html><html><head><meta name="generator" content="Discourse 3.3"><link rel="canonical" href="https://d.example/t/ferries/2"></head><body><div id="data-preloaded" data-preloaded="${JSON.stringify(before).replaceAll('"', '&quot;')}"></div><div id="topic-title"><h1>Ferries</h1></div><article id="post_1" data-post-id="9"><div class="names"><span class="username">ada</span></div><div class="cooked"><p>Free them.</p></div></article></body></html>`,
  )
  expect(discourse.posts.map(({ author, text }) => [author, text])).toEqual([['ada', 'Ferries\n\nFree them.']])
  const apiDocument = {
    data: { type: 'discussions', id: '1', attributes: { title: 'Fares' } },
    included: [
      { type: 'posts', id: '5', attributes: { number: 1, contentType: 'comment', contentHtml: '<p>No.</p>' } },
    ],
  }
  const flarum = read(
    `<!doctype html><html><head><title>x</title><link rel="canonical" href="https://f.example/d/2-ferries"></head><body><div id="flarum-loading"></div><h1 class="DiscussionHero-title">Ferries</h1><div class="PostStream-item" data-number="1" data-id="9" data-type="comment"><article><h3 class="PostUser-name"><span class="username">ada</span></h3><div class="Post-body"><p>Free them.</p></div></article></div><script id="flarum-json-payload">${JSON.stringify({ apiDocument })}</script></body></html>`,
  )
  expect(flarum.posts.map(({ author, text }) => [author, text])).toEqual([['ada', 'Ferries\n\nFree them.']])
})
