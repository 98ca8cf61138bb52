/** When a post was written and where it stands: notes of edits tell other times, and a page may say what its addresses are relative to. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import type { Forum } from '../../server/read/platforms/forum.ts'
import { FORUMS } from '../../server/read/platforms/forum-kinds.ts'
import { readPage } from '../../server/read/platforms/forum-page.ts'
import { PostReading } from '../../server/read/platforms/forum-posts.ts'
import { allBelow } from '../../server/read/select.ts'
import { treeOf } from '../../server/read/tree.ts'

const page = (head: string, body: string) => `<!DOCTYPE html><html ${head}<body>${body}</body></html>`

function read(html: string) {
  const [thread] = preview(
    { kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') },
    readConfig({}),
  )
  return thread?.posts ?? []
}

const mybb = (dates: string[]) =>
  page(
    'lang="en"><head><title>x</title></head>',
    `<td class="thead"><strong>Ferries</strong></td>${dates
      .map(
        (date, index) =>
          `<div class="post classic" id="post_${index + 1}"><div class="post_author"><span class="largetext"><a>Ada</a></span></div><div class="post_head"><span class="post_date">${date}</span></div><div class="post_body">Free them, ${index}.</div></div>`,
      )
      .join('')}Powered by MyBB`,
  )

const note = (when: string) =>
  ` <span class="post_edit"><span class="edited_post">(This post was last modified: ${when} by <a>Ada</a>.)</span></span>`

test.each<[said: string, at: string]>([
  [`05-13-2026, 09:00 AM${note('05-14-2026, 10:30 AM')}`, '2026-05-13T09:00:00.000Z'],
  [`<span title="05-13-2026">Yesterday</span>, 09:00 AM${note('05-14-2026, 10:30 AM')}`, '2026-05-13T09:00:00.000Z'],
])('MyBB: an edit is not the time of writing (%s)', (said, at) => {
  expect(read(mybb([said])).map(({ createdAt, state }) => [createdAt, state])).toEqual([[at, 'edited']])
})

const xenforo = (head: string, here = 'threads/ferries.1/') =>
  page(
    `id="XenForo"><head>${head}<title>x</title></head>`,
    `<div class="titleBar"><h1>Ferries</h1></div><ol><li id="post-7" class="message" data-author="Ada"><div class="messageText">See <a href="threads/fares.2/">the fares</a>.</div><div class="messageMeta"><a class="datePermalink" href="${here}#post-7"><abbr class="DateTime" data-time="1777626000">x</abbr></a><a class="postNumber" href="${here}#post-7">#1</a></div></li></ol>`,
  )

const CANONICAL = '<link rel="canonical" href="https://f.example/community/threads/ferries.1/">'

test.each<[what: string, head: string, permalink: string, link: string]>([
  [
    'whole',
    `<base href="https://f.example/community/">${CANONICAL}`,
    'https://f.example/community/threads/ferries.1/#post-7',
    'https://f.example/community/threads/fares.2/',
  ],
  [
    'and the canonical address relative to it',
    '<base href="https://f.example/community/"><link rel="canonical" href="threads/ferries.1/">',
    'https://f.example/community/threads/ferries.1/#post-7',
    'https://f.example/community/threads/fares.2/',
  ],
])('<base>: %s', (_, head, permalink, link) => {
  expect(read(xenforo(head)).map((post) => [post.permalink, post.links.map(({ url }) => url)])).toEqual([
    [permalink, [link]],
  ])
})

test('<base>: a dot, as browsers write into pages they save, does not hide where the page was', () => {
  const saved = `<!-- saved from url=(0034)https://f.example/threads/ferries.1 -->${xenforo('<base href=".">', '')}`
  expect(read(saved).map(({ permalink }) => permalink)).toEqual(['https://f.example/threads/ferries.1#post-7'])
})

test('WordPress: <base> tells where links in comments lead', () => {
  const html = page(
    'lang="en"><head><title>x</title><base href="https://w.example/blog/"><link rel="canonical" href="https://w.example/blog/2026/ferries/"><meta name="generator" content="WordPress 6.5"></head>',
    '<h1 class="entry-title">Ferries</h1><div class="entry-content"><p>Free them.</p></div><ol class="comment-list"><li id="comment-5" class="comment"><div id="div-comment-5" class="comment-body"><cite class="fn">Ben</cite><div class="comment-metadata"><a href="2026/ferries/#comment-5"><time datetime="2026-05-01T09:00:00+00:00">x</time></a></div><div class="comment-content"><p>See <a href="fares/">the fares</a>.</p></div></div></li></ol>',
  )
  expect(read(html).map((post) => [post.permalink, ...post.links.map(({ url }) => url)])).toEqual([
    ['https://w.example/blog/2026/ferries/'],
    ['https://w.example/blog/2026/ferries/#comment-5', 'https://w.example/blog/fares/'],
  ])
})

test('times told by the day of looking at the page stay unknown, and further pages are told where their address is not', () => {
  const [thread] = preview(
    {
      kind: 'file',
      name: 'page.html',
      base64: Buffer.from(
        mybb(['05-13-2026, 09:00 AM', 'Yesterday, 09:10 PM']).replace(
          'Powered',
          '<div class="pagination"><span class="pagination_current">1</span><a href="showthread.php?tid=1&amp;page=2" class="pagination_next">Next</a></div>Powered',
        ),
      ).toString('base64'),
    },
    readConfig({}),
  )
  expect(thread?.posts.map(({ createdAt }) => createdAt)).toEqual(['2026-05-13T09:00:00.000Z', null])
  expect(thread?.notices).toContain(
    'One post tells its time by the day it was looked at (“yesterday”), which is not known.',
  )
  expect(thread?.completeness.missing.map(({ why }) => why)).toEqual(['later pages of the thread'])
})

test.each<[said: string, at: string | undefined]>([
  ['Yesterday, 09:10 PM', '2026-05-13T21:10:00.000Z'],
  ['« Reply #1 on: Today at 03:04:05 AM »', '2026-05-14T03:04:00.000Z'],
  ['Gestern, 14:05', '2026-05-13T14:05:00.000Z'],
  ['Hier à 9:10', '2026-05-13T09:10:00.000Z'],
  ['Wczoraj, 22:51', '2026-05-13T22:51:00.000Z'],
  ['Вчера в 14:05', '2026-05-13T14:05:00.000Z'],
  ['23 minutes ago', '2026-05-14T11:37:00.000Z'],
  ['at noon', undefined],
])('a page looked at on a known day tells about when “%s” was', (said, at) => {
  const answer = {
    status: 200,
    url: 'https://f.example/t',
    headers: {},
    contentType: 'text/html',
    text: mybb([said]),
    readAt: '2026-05-14T12:00:00.000Z',
  }
  const { reads } = readPage(answer, FORUMS.find(({ kind }) => kind === 'mybb') as Forum)
  expect([...reads.values()].map(({ made }) => [made.createdAt, made.createdAbout?.at])).toEqual([[null, at]])
})

const CLOCK = '<div id="current_time"><strong>Current time:</strong> 05-14-2026, 01:30 AM</div>'

test.each<[what: string, html: string, readAt: string | undefined, at: string, zone: string | null]>([
  [
    'the page’s clock tells the day',
    mybb(['Yesterday, 09:10 PM']) + CLOCK,
    undefined,
    '2026-05-13T21:10:00.000Z',
    null,
  ],
  [
    'in older versions beside when the reader was there before',
    `${mybb(['Yesterday, 09:10 PM'])}<div id="panel"><span style="float:right;"><strong>Current time:</strong> 05-14-2026, 01:30 AM</span> Welcome back, Ben. You last visited: 05-01-2026, 09:00 AM</div>`,
    undefined,
    '2026-05-13T21:10:00.000Z',
    null,
  ],
  [
    'and the zone, where it is known when the page was fetched',
    mybb(['Yesterday, 09:10 PM']) + CLOCK,
    '2026-05-13T17:31:07.000Z',
    '2026-05-13T13:10:00.000Z',
    'UTC+08:00',
  ],
  [
    'the zone tells of dates in full, too',
    mybb(['05-13-2026, 09:10 PM']) + CLOCK,
    '2026-05-13T17:31:07.000Z',
    '2026-05-13T13:10:00.000Z',
    'UTC+08:00',
  ],
  [
    'a clock that no zone shows at that time is that of another day of looking',
    mybb(['05-13-2026, 09:10 PM']) + CLOCK,
    '2026-05-13T17:38:07.000Z',
    '2026-05-13T21:10:00.000Z',
    null,
  ],
  [
    'a stated zone tells which day it was there',
    mybb(['Today, 09:10 AM']).replace('Powered', 'All times are GMT +9. Powered'),
    '2026-05-13T23:00:00.000Z',
    '2026-05-14T00:10:00.000Z',
    'UTC+09:00',
  ],
  [
    'a clock marked for programs',
    page(
      'lang="en"><head><title>x</title></head',
      '<div id="inner_wrap"><div class="user"><time datetime="2026-05-14T08:30:00Z">May 14, 2026, 01:30:00 AM</time></div></div><div class="post_wrapper"><div class="poster"><h4><a href="x">Ada</a></h4></div><div class="keyinfo"><h5 id="subject_7"><a href="https://f.example/index.php?msg=7">Ferries</a></h5><div class="smalltext">« on: Yesterday at 09:10:00 PM »</div></div><div class="post"><div class="inner" id="msg_7">Free them.</div></div></div>SMF 2.1 Simple Machines',
    ),
    undefined,
    '2026-05-14T04:10:00.000Z',
    'UTC−07:00',
  ],
])('when the page was looked at: %s', (_, html, readAt, at, zone) => {
  const answer = { status: 200, url: 'https://f.example/t', headers: {}, contentType: 'text/html', text: html }
  const forum = FORUMS.find(({ marker, postMarker }) => marker.test(html) && postMarker.test(html)) as Forum
  const { reads, zones } = readPage(readAt === undefined ? answer : { ...answer, readAt }, forum)
  expect([...reads.values()].map(({ made }) => made.createdAt)).toEqual([at])
  expect([...zones]).toEqual([zone])
})

const noticesOf = (html: string) =>
  preview({ kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') }, readConfig({})).flatMap(
    ({ notices }) => notices ?? [],
  )

const phpbb = (dates: string[], foot: string) =>
  page(
    'lang="en"><head><title>x</title></head',
    `<div id="phpbb"><h2 class="topic-title">Ferries</h2>${dates
      .map(
        (date, index) =>
          `<div id="p${index + 1}" class="post"><p class="author"><span class="username">Ada</span> » ${date}</p><div class="content">All times are GMT +9 in Tokyo, ${index}.</div></div>`,
      )
      .join('')}</div><ul><li>${foot}</li></ul>Powered by phpBB`,
  )

const READ_IN = (zone: string) =>
  `The times are those of the forum’s own clock, read in the zone the page says they are in (${zone}).`

test.each<[what: string, dates: string[], foot: string, at: string[], notices: string[]]>([
  [
    'an offset',
    ['Fri May 01, 2026 9:00 am'],
    'All times are GMT -5. The time now is <span>01:46 PM</span>.',
    ['2026-05-01T14:00:00.000Z'],
    [READ_IN('UTC−05:00')],
  ],
  [
    'a place, whose clocks are not changed on the day of looking',
    ['Fri May 01, 2026 9:00 am', 'Fri Jan 02, 2026 9:00 am'],
    'All times are <span title="Europe/Berlin">UTC+02:00</span>',
    ['2026-05-01T07:00:00.000Z', '2026-01-02T08:00:00.000Z'],
    [READ_IN('Europe/Berlin')],
  ],
  [
    'a zone of their own',
    ['Fri May 01, 2026 9:00 am UTC+2', '<time datetime="2026-05-01T09:10:00+00:00">x</time>'],
    'All times are UTC-05:00',
    ['2026-05-01T07:00:00.000Z', '2026-05-01T09:10:00.000Z'],
    [],
  ],
  [
    'times marked for programs, but without a zone',
    ['<time datetime="2026-05-01T09:00:00">x</time>'],
    'All times are UTC + 1 hour [ <abbr title="Daylight Saving Time">DST</abbr> ]',
    ['2026-05-01T07:00:00.000Z'],
    [READ_IN('UTC+02:00')],
  ],
  [
    'beside the posts, in no element of its own',
    ['Fri May 01, 2026 9:00 am'],
    '</li></ul>All times are GMT +3<ul><li>',
    ['2026-05-01T06:00:00.000Z'],
    [READ_IN('UTC+03:00')],
  ],
  [
    'none: a post that names a zone does not speak for the page',
    ['<time datetime="2026-05-01T09:00:00">x</time>'],
    'Next ferry at 20:00 UTC',
    ['2026-05-01T09:00:00.000Z'],
    ['The times are those of the forum’s own clock, taken as UTC.'],
  ],
])('the zone of a page’s times: %s', (_, dates, foot, at, notices) => {
  const html = phpbb(dates, foot)
  expect(read(html).map(({ createdAt }) => createdAt)).toEqual(at)
  expect(noticesOf(html).filter((notice) => notice.startsWith('The times'))).toEqual(notices)
})

test('vBulletin 5: where a post stands on its page, also where nothing links it', () => {
  const post = (id: number, link: string) =>
    `<li data-node-id="${id}" class="b-post"><a class="b-post__count" href="${link}">#1</a><div class="author">Ada</div><time itemprop="dateCreated" datetime="2026-05-01T09:00:00">05-01-2026</time><div class="js-post__content-text">Free them.</div></li>`
  const html = page(
    'lang="en"><head><title>x</title><meta name="generator" content="vBulletin 5.6.4"><link rel="canonical" href="https://f.example/main/7-ferries"></head',
    `<h1 class="main-title">Ferries</h1><ul>${post(11, 'https://f.example/main/7-ferries?p=11#post11')}${post(12, '#')}</ul><p>All times are GMT-5. This page was generated at 10:26 PM.</p>`,
  )
  expect(read(html).map(({ permalink, createdAt }) => [permalink, createdAt])).toEqual([
    ['https://f.example/main/7-ferries?p=11#post11', '2026-05-01T14:00:00.000Z'],
    ['https://f.example/main/7-ferries#post12', '2026-05-01T14:00:00.000Z'],
  ])
})

test('a long page is searched for a zone once, also where it states none', () => {
  const forum = FORUMS.find(({ kind }) => kind === 'mybb') as Forum
  const reading = new PostReading(forum, { url: null, base: null, language: 'en', readAt: null })
  const dates = ['05-13-2026, 09:00 AM', '05-13-2026, 09:10 AM', '05-13-2026, 09:20 AM']
  for (const element of allBelow(treeOf(mybb(dates)).root().get(0), forum.post)) reading.read(element)
  let searches = 0
  const { reads, zones } = reading.done({
    zone() {
      searches++
      return null
    },
    clock: () => null,
  })
  expect([reads.size, searches, [...zones]]).toEqual([3, 1, [null]])
})
