/** Pages of classic forums: who answers whom by quote blocks, times in the words of the place, edits, what is gone. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import type { Answer } from '../../server/read/platform.ts'
import { type Forum, nameIn } from '../../server/read/platforms/forum.ts'
import { FORUMS } from '../../server/read/platforms/forum-kinds.ts'
import { readPage } from '../../server/read/platforms/forum-page.ts'
import { forums } from '../../server/read/platforms/forums.ts'
import { canned } from './canned.ts'
import { faults } from './faults.ts'
import { ASKBOT, PAGES } from './forum-pages.ts'
import { OLDER_PAGES } from './forum-pages-older.ts'

const config = readConfig({})

function reading(html: string) {
  const [thread] = preview({ kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') }, config)
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  return thread
}

test.each(Object.entries({ ...PAGES, ...OLDER_PAGES }))('%s', (name, html) => {
  const thread = reading(html)
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  expect(
    thread.posts.map(({ author, text, heading, createdAt }) => [author, text.slice(heading).trim(), createdAt]),
  ).toEqual([
    ['Ada', 'Free them.', '2026-05-01T09:00:00.000Z'],
    ['Ben', 'Free them.\n\nWho pays?', '2026-05-01T09:10:00.000Z'],
    ['Cy', 'Who pays?\n\nAll of us.', name === 'vBulletin 3' ? '2026-05-13T09:20:00.000Z' : '2026-05-01T09:20:00.000Z'],
  ])
  expect(
    thread.posts.map(({ quotes, text }) =>
      quotes.map(({ start, end, author }) => [author?.toLowerCase(), text.slice(start, end)]),
    ),
  ).toEqual([[], [['ada', 'Free them.']], [['ben', 'Who pays?']]])
  // These name a person, never a post.
  if (!['phpBB 2', 'FluxBB 1.5', 'PunBB 1.4'].includes(name))
    expect(thread.posts.map(({ parentId }) => (parentId === null ? null : places.get(parentId)))).toEqual([null, 0, 1])
  if (!['phpBB 2', 'vBulletin 3'].includes(name))
    expect(thread.posts.map(({ state }) => state)).toEqual(['ok', 'ok', 'edited'])
})

test.each(Object.entries({ ...PAGES, ...OLDER_PAGES }))('%s, read while the page grows', (_, html) => {
  const answer: Answer = { status: 200, url: 'https://f.example/t', headers: {}, contentType: 'text/html', text: html }
  const forum = FORUMS.find(({ marker, postMarker }) => marker.test(html) && postMarker.test(html)) as Forum
  const grown = readPage(answer, forum, 0)
  expect(grown.reads.size).toBe(3)
  expect(grown).toEqual(readPage(answer, forum))
})

test('a comment on a post of vBulletin 5 is read with it while the page grows', () => {
  const post = (id: number, comments: string) =>
    `<li data-node-id="${id}" class="b-post"><div class="author"><strong>Ada</strong></div><div class="js-post__content-text">Words ${id}.</div><ul>${comments}</ul></li>`
  const comment = (id: number) =>
    `<li data-node-id="${id}" class="b-comment"><a class="author">Ben</a><div class="js-comment__content-text">Words ${id}.</div></li>`
  const text = `<html><head><meta name="generator" content="vBulletin 5.6.4"></head><body>${post(1, comment(2) + comment(3))}${post(4, comment(5))}${post(6, '')}</body></html>`
  const answer: Answer = { status: 200, url: null, headers: {}, contentType: 'text/html', text }
  const { reads } = readPage(answer, FORUMS.find(({ kind }) => kind === 'vbulletin5') as Forum, 0)
  expect([...reads].map(([id, { above, made }]) => [id, above, made.text])).toEqual([
    ['1', null, 'Words 1.'],
    ['2', '1', 'Words 2.'],
    ['3', '1', 'Words 3.'],
    ['4', null, 'Words 4.'],
    ['5', '4', 'Words 5.'],
    ['6', null, 'Words 6.'],
  ])
})

test('a post a moderator took away keeps its place without words', () => {
  const html = (PAGES['XenForo 2'] as string).replace(
    'class="message message--post js-post" data-author="Ben"',
    'class="message message--post message--deleted js-post" data-author="Ben"',
  )
  expect(reading(html).posts.map(({ state, text }) => [state, text.length > 0])).toEqual([
    ['ok', true],
    ['removed', false],
    ['edited', true],
  ])
})

test('Askbot: answers, comments, scores, and the answers that are lacking', () => {
  const thread = reading(ASKBOT)
  expect(
    thread.posts.map(({ id, author, text, parentId, score, createdAt, kind, state }) => [
      id,
      author,
      text,
      parentId,
      score,
      createdAt,
      kind,
      state,
    ]),
  ).toEqual([
    ['1', 'ada', 'Are ferries free?\n\nThey should be.', null, 3, '2026-05-01T09:00:00.000Z', 'opening', 'ok'],
    ['comment-7', 'ben', 'Which ones?', '1', 2, '2026-05-01T09:05:00.000Z', 'comment', 'ok'],
    ['2', 'cy', 'Some are.', '1', 5, '2026-05-01T09:10:00.000Z', 'answer', 'edited'],
  ])
  expect(thread.completeness.missing).toEqual([{ why: expect.stringMatching(/answers/), count: 1 }])
})

test('phpBB: a quote that holds another answers the post around both', () => {
  const said = (number: number, author: string, words: string) =>
    `<div id="p${number}" class="post bg1"><div class="postbody"><p class="author"><a class="username">${author}</a> <time datetime="2026-05-01T09:0${number}:00+00:00">x</time></p><div class="content">${words}</div></div></div>`
  const cited = (author: string, number: number, words: string) =>
    `<blockquote><div><cite><a>${author}</a> wrote: <a href="./viewtopic.php?p=${number}#p${number}" data-post-id="${number}">↑</a></cite>${words}</div></blockquote>`
  const { posts } = reading(
    `<!doctype html><html lang="en"><head><title>Ferries</title></head><body id="phpbb"><h2 class="topic-title"><a>Ferries</a></h2>${said(1, 'Ada', 'Free them.')}${said(2, 'Ben', 'Who pays?')}${said(3, 'Cy', `${cited('Ben', 2, `${cited('Ada', 1, 'Free them.')}Who pays?`)}All of us.`)}Powered by phpBB</body></html>`,
  )
  expect(posts[2]).toMatchObject({ author: 'Cy', parentId: posts[1]?.id, parentVia: 'quote' })
})

test.each<[told: string, html: string, expected: number | null, missing: [string, number | null][]]>([
  [
    'in words: phpBB',
    (PAGES['phpBB 3, with times in words'] as string).replace(
      '<body>',
      '<body><div class="pagination">1,034 posts<ul><li class="active"><span>1</span></li><li class="next"><a href="?start=10">Next</a></li></ul></div>',
    ),
    1034,
    [['later pages of the thread', 1031]],
  ],
  [
    'in words: vBulletin 4',
    (PAGES['vBulletin 4'] as string).replace(
      '<body>',
      '<body><div class="postpagestats">Ergebnis 21 bis 23 von 693</div><div class="pagination"><span class="selected"><a>2</a></span><a href="?page=1">1</a><a rel="next" href="?page=3">3</a></div>',
    ),
    693,
    [
      ['earlier pages of the thread', null],
      ['later pages of the thread', null],
    ],
  ],
  [
    'as schema.org has it',
    (PAGES['XenForo 2'] as string).replace(
      '</head>',
      `<script type="application/ld+json">${JSON.stringify({
        '@type': 'DiscussionForumPosting',
        interactionStatistic: [
          { interactionType: 'https://schema.org/LikeAction', userInteractionCount: 5 },
          { interactionType: { '@type': 'ReplyAction' }, userInteractionCount: 4 },
        ],
      })}</script></head>`,
    ),
    5,
    [['the site announces them but did not hand them out', 2]],
  ],
  [
    'not at all where that is no number',
    (PAGES['XenForo 2'] as string).replace(
      '</head>',
      '<script type="application/ld+json">{"@type":"DiscussionForumPosting","commentCount":"many"}</script></head>',
    ),
    null,
    [],
  ],
])('posts the forum counts, %s', (_, html, expected, missing) => {
  const { completeness } = reading(html)
  expect(completeness.expected).toBe(expected)
  expect(completeness.missing.map(({ why, count }) => [why, count])).toEqual(missing)
})

test.each([
  ['Quote from: Ada Lake on May 01, 2026, 09:00:00 AM', 'Ada Lake'],
  ['Quote from: Ada on Today at 09:00:00 AM', 'Ada'],
  ['Zitat von: Ada am 01. Mai 2026, 09:00:00', 'Ada'],
  ['Citation de: Ada le 01 Mai 2026, 09:00:00', 'Ada'],
  ['Cita de: Ada en 01 de Mayo de 2026, 09:00:00', 'Ada'],
  ['Citazione di: Ada il 01 Maggio 2026, 09:00:00', 'Ada'],
  ['Citaat van: Ada op 01 mei 2026, 09:00:00', 'Ada'],
  ['Cytat: Ada w Maj 01, 2026, 09:00:00', 'Ada'],
  ['Цитата: Ада от 01 Мая 2026, 09:00:00', 'Ада'],
  ['Originally Posted by Ada', 'Ada'],
  ['Ada wrote:', 'Ada'],
  ['Quoter said:', 'Quoter'],
  ['Ada am See', 'Ada am See'],
  ['Ada kirjoitti:', 'Ada'],
  ['Ada писал(а):', 'Ada'],
  ['Сообщение от Ada', 'Ada'],
  ['Ada さんが書きました:', 'Ada'],
  ['On 1/2/2026 at 9:00 AM, Ada said:', 'Ada'],
  ['Quoted from "Ada"', 'Ada'],
  ['Said Ali', 'Said Ali'],
])('the head of a quote names its writer: %s', (head, name) => {
  expect(nameIn(head)).toBe(name)
})

const listedBy = {
  MyBB: {
    list: (ids: number[]) =>
      `<a href="showthread.php?mode=threaded&amp;tid=1&amp;pid=2#pid2">Threaded</a> <a href="showthread.php?mode=linear&amp;tid=1&amp;pid=2#pid2">Linear</a><table><tr><td class="trow1">${ids.map((id, depth) => `<div style="margin-left: ${13 * depth}px;">${id === 2 ? '<strong>RE: Ferries</strong>' : `<a href="showthread.php?tid=1&amp;pid=${id}#pid${id}">RE: Ferries</a>`} <span class="smalltext">- by <a>Ada</a> - 05-01-2026</span></div>`).join('')}</td></tr></table>`,
    post: (id: number) =>
      `<div class="post classic" id="post_${id}"><div class="post_author"><span class="largetext"><a>Ada</a></span></div><div class="post_head"><span class="post_date">05-13-2026, 09:00 AM</span></div><div class="post_body">Free them, ${id}.</div></div>`,
    foot: 'Powered by MyBB',
  },
  vBulletin: {
    list: (ids: number[]) =>
      `<a href="showthread.php?mode=linear&amp;tid=1&amp;p=2#post2">Switch to Linear Mode</a><script>\n${ids.map((id) => `writeLink(${id}, 1, 0, 45, "T", "Ferries", "05-01-2026", "09:00 AM", 0);`).join('\n')}</script>`,
    post: (id: number) =>
      `<table id="post${id}"><tr><td class="thead">05-13-2026, 09:00 AM</td></tr><tr><td><a class="bigusername">Ada</a></td><td><div id="post_message_${id}">Free them, ${id}.</div></td></tr></table>`,
    foot: 'Powered by vBulletin',
  },
}

test.each(Object.entries(listedBy))(
  '%s: where a page lists posts and shows one, all of them are asked for, and what lacks is told',
  async (_, { list, post, foot }) => {
    const whole = (inside: string) =>
      `<!DOCTYPE html><html><head><title>Ferries</title></head><body>${inside}${foot}</body></html>`
    const pages = (at: number) =>
      `<div class="pagination"><a href="https://f.example/showthread.php?tid=1">1</a><span class="pagination_current selected"><a>${at}</a></span>${at === 1 ? '<a rel="next" class="pagination_next" href="https://f.example/showthread.php?tid=1&amp;page=2">2</a>' : ''}</div>`
    const shown = whole(list([1, 2, 3]) + post(2))
    const { rows, asked, thread } = await canned('https://f.example/showthread.php?tid=1&pid=2', {
      'https://f.example/showthread.php?tid=1&pid=2': { body: shown },
      'https://f.example/showthread.php?mode=linear': { body: whole(pages(2) + post(2) + post(3)) },
      'https://f.example/showthread.php?tid=1&page=2&mode=linear': { body: whole(pages(2) + post(2) + post(3)) },
      'https://f.example/showthread.php?tid=1&mode=linear': { body: whole(pages(1) + post(1)) },
    })
    expect(rows.map(([, text]) => text)).toEqual(['Free them, 1.', 'Free them, 2.', 'Free them, 3.'])
    expect(asked.map(({ url }) => url).filter((url) => !url.endsWith('/robots.txt'))).toHaveLength(4)
    expect(thread.completeness.missing).toEqual([])
    const [alone] = preview({ kind: 'file', name: 'page.html', base64: Buffer.from(shown).toString('base64') }, config)
    expect(alone?.completeness.missing).toEqual([{ why: 'posts the page lists without showing them', count: 2 }])
    const refused = await canned('https://f.example/showthread.php?tid=1&pid=2', {
      'https://f.example/showthread.php?tid=1&pid=2': { body: shown },
    })
    expect(refused.rows).toHaveLength(1)
    expect(refused.thread.completeness.missing).toEqual([
      { why: 'posts the page lists without showing them', count: 2 },
    ])
  },
)

test.each<[name: string, html: string, asked: string]>([
  [
    'vBulletin 3: the way to the first page has no number',
    `<div class="pagenav"><table><tr><td>Page 152 of 155</td><td><a rel="start" href="showthread.php?t=1" title="First Page"><strong>«</strong> First</a></td><td><a href="showthread.php?t=1&amp;page=151">151</a></td><td class="alt2"><span title="Showing results 3,021 to 3,040 of 3,086"><strong>152</strong></span></td></tr></table></div>${listedBy.vBulletin.post(2)}Powered by vBulletin`,
    'https://f.example/showthread.php?t=1',
  ],
  [
    'vBulletin 5: the page it is on is told by its button',
    '<meta name="generator" content="vBulletin 5.6.4"><div class="js-pagenav pagenav"><a class="js-pagenav-button b-button--secondary" data-page="1" href="https://f.example/main/1-ferries">1</a><a class="js-pagenav-button b-button--primary js-pagenav-current-button" data-page="2" href="https://f.example/main/1-ferries/page2">2</a></div><li data-node-id="12" class="b-post"><div class="author">Ada</div><div class="js-post__content-text">Free them.</div></li>',
    'https://f.example/main/1-ferries',
  ],
  [
    'vBulletin 5: and by its address',
    '<meta name="generator" content="vBulletin 5.6.4"><link rel="canonical" href="https://f.example/main/1-ferries/page2"><div class="pagenav"><a href="https://f.example/main/1-ferries">1</a></div><li data-node-id="12" class="b-post"><div class="author">Ada</div><div class="js-post__content-text">Free them.</div></li>',
    'https://f.example/main/1-ferries',
  ],
  [
    'Discuz!: its number has dots behind it',
    '<div class="pg"><a href="thread-1-1-1.html" class="first">1 ...</a><a href="thread-1-33-1.html">33</a><strong>34</strong></div><div id="post_7"><div class="authi"><a class="xw1">Ada</a></div><td id="postmessage_7">Free them.</td></div>Discuz!',
    'https://f.example/thread-1-1-1.html',
  ],
])('the first page is read first from a far one, %s', (_, html, asked) => {
  const answer = {
    status: 200,
    url: 'https://f.example/x',
    headers: {},
    contentType: 'text/html',
    text: `<!DOCTYPE html><html><head><title>x</title></head><body>${html}</body></html>`,
  }
  const step = forums.page?.(answer, config)
  expect(step !== undefined && 'asks' in step ? step.asks.map(({ url }) => url) : []).toEqual([asked])
})

test('vBulletin 3: how many posts a thread has stands in the title of the page’s number', () => {
  const html = `<!DOCTYPE html><html><head><title>x</title></head><body><div class="pagenav"><table><tr><td class="alt2"><span title="Showing results 3,021 to 3,040 of 3,086"><strong>152</strong></span></td></tr></table></div>${listedBy.vBulletin.post(2)}Powered by vBulletin</body></html>`
  expect(reading(html).completeness.expected).toBe(3086)
})
