/** Times told in other ways than usual: days alone, and mail whose date only its mailbox knows. */
import { expect, test } from 'vitest'
import { threadsIn } from './rows.ts'

const timesIn = (text: string, name: string) => threadsIn(text, name)[0]?.posts.map(({ createdAt }) => createdAt)
const MAY = '2026-05-01T00:00:00.000Z'

test.each<[cell: string, at: string | null]>([
  ['2026-05-01', MAY],
  ['01.05.2026', MAY],
  ['1 May 2026', MAY],
  ['2026-05-01 09:30', '2026-05-01T09:30:00.000Z'],
  ['2026-02-30', null],
  ['05/01/2026', null],
  ['May 2026', null],
  ['yesterday', null],
])('a table that tells "%s"', (cell, at) => {
  expect(timesIn(`author,date,comment\nAda,${cell},Who pays?\nBen,${cell},All of us.\n`, 'table.csv')).toEqual([at, at])
})

test('a table of days says so', () => {
  const notices = (cell: string) =>
    threadsIn(`author,date,comment\nAda,${cell},Who pays?\n`, 'table.csv')[0]?.notices ?? []
  const ofDays = /beginning of that day/
  expect(notices('2026-05-01').some((one) => ofDays.test(one))).toBe(true)
  expect(notices('2026-05-01 09:30').some((one) => ofDays.test(one))).toBe(false)
})

test.each<[published: string, at: string | null]>([
  ['2026-05-01', MAY],
  ['2026-05-01T09:00:00Z', '2026-05-01T09:00:00.000Z'],
  ['2026-02-30', null],
  ['2026-05', null],
])('JSON-LD that tells "%s"', (published, at) => {
  const comment = { '@type': 'Comment', text: 'Who pays?', author: { name: 'Ben' }, datePublished: published }
  const article = { '@type': 'DiscussionForumPosting', headline: 'Ferries', text: 'Free them.', comment: [comment] }
  const html = `<!doctype html><html><head><title>Ferries</title><script type="application/ld+json">${JSON.stringify(article)}</script></head><body></body></html>`
  expect(timesIn(html, 'page.html')?.[1]).toBe(at)
})

test.each<[published: string, at: string | null]>([
  ['2026-05-01', MAY],
  ['2026-05-01T09:00:00Z', '2026-05-01T09:00:00.000Z'],
  ['1 May', null],
])('microdata that tells "%s"', (published, at) => {
  const html = `<!doctype html><html><head><title>x</title></head><body><div itemscope itemtype="https://schema.org/DiscussionForumPosting"><h1 itemprop="headline">Ferries</h1><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Ben</span><meta itemprop="datePublished" content="${published}"><p itemprop="text">Who pays?</p></div></div></body></html>`
  expect(timesIn(html, 'page.html')?.[1]).toBe(at)
})

test.each<[line: string, header: string, at: string | null]>([
  ['From ada@f.example Fri May  1 09:00:00 2026', '', '2026-05-01T09:00:00.000Z'],
  ['From ada at f.example  Fri May  1 09:00:00 2026', '', '2026-05-01T09:00:00.000Z'],
  [
    'From ada@f.example Fri May  1 09:00:00 2026',
    'Date: Thu, 30 Apr 2026 08:00:00 +0000\n',
    '2026-04-30T08:00:00.000Z',
  ],
  ['From mboxrd@z Thu Jan  1 00:00:00 1970', '', null],
  ['From 0123456789abcdef Mon Sep 17 00:00:00 2001', '', null],
])('a mail in a mailbox: %s (%s)', (line, header, at) => {
  const mail = `${line}\nFrom: Ada <ada@f.example>\n${header}Subject: Ferries\nMessage-ID: <1@f.example>\n\nFree them.\n`
  expect(timesIn(mail, 'list.mbox')).toEqual([at])
})
