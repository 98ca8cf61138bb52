/** Words that stand in a post and are not said by it: quoted posts, votes taken back; and what only looks like a quote. */
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { faults } from './faults.ts'

function reading(content: unknown) {
  const source = typeof content === 'string' ? content : JSON.stringify(content)
  const base64 = Buffer.from(source).toString('base64')
  const [thread] = preview({ kind: 'file', name: 'file', base64 }, readConfig({}))
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  return {
    ...thread,
    quotes: thread.posts.map(({ text, quotes }) =>
      quotes.map(({ start, end, author }) => [author, text.slice(start, end)]),
    ),
  }
}

describe('posts shown below the words of another', () => {
  const person = (name: string) => ({ did: `did:plc:${name}`, handle: `${name}.example` })
  const shown = {
    uri: 'at://did:plc:zed/app.bsky.feed.post/9',
    author: person('zed'),
    value: { text: 'Ferries must cost money.' },
  }
  const bluesky = (record: unknown) => ({
    thread: {
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: {
        uri: 'at://did:plc:ada/app.bsky.feed.post/1',
        author: person('ada'),
        record: { text: 'I disagree.', createdAt: '2026-05-01T09:00:00Z' },
        embed: { record },
      },
      replies: [],
    },
  })

  test.each([
    ['alone', shown],
    ['beside pictures', { record: shown }],
  ])('Bluesky, %s', (_, record) => {
    const { posts, quotes } = reading(bluesky(record))
    expect(posts.map(({ text }) => text)).toEqual(['I disagree.\n\nFerries must cost money.'])
    expect(quotes).toEqual([[['zed.example', 'Ferries must cost money.']]])
  })

  test('Bluesky: who asks not to be shown to everyone is not shown in a quote either', () => {
    const silent = { ...shown, author: { ...person('zed'), labels: [{ val: '!no-unauthenticated' }] } }
    expect(reading(bluesky(silent)).posts.map(({ text }) => text)).toEqual(['I disagree.'])
  })

  const status = (id: string, name: string, words: string, more: object = {}) => ({
    id,
    created_at: '2026-05-01T09:00:00Z',
    in_reply_to_id: null,
    url: `https://m.example/@${name}/${id}`,
    content: `<p>${words}</p>`,
    account: { acct: name, username: name, url: `https://m.example/@${name}` },
    ...more,
  })
  const other = status('9', 'zed', 'Ferries must cost money.')

  test.each([
    ['Mastodon', { quote: { state: 'accepted', quoted_status: other } }],
    ['Fedibird', { quote: other }],
    ['Akkoma', { pleroma: { quote: other } }],
  ])('%s', (_, more) => {
    const { posts, quotes } = reading(status('1', 'ada', 'I disagree.', more))
    expect(posts.map(({ text }) => text)).toEqual(['I disagree.\n\nFerries must cost money.'])
    expect(quotes).toEqual([[['zed@m.example', 'Ferries must cost money.']]])
  })

  test('Mastodon: a quote its writer took back holds nothing', () => {
    const revoked = status('1', 'ada', 'I disagree.', { quote: { state: 'revoked', quoted_status: null } })
    expect(reading(revoked).posts.map(({ text }) => text)).toEqual(['I disagree.'])
  })
})

describe('words that were struck out on talk pages', () => {
  const told = 'Words that were struck out were left out.'

  test('in the list of comments', () => {
    const comment = (author: string, html: string) => ({
      type: 'comment',
      id: `c-${author}`,
      author,
      timestamp: '2026-05-01T09:00:00Z',
      html,
      replies: [],
    })
    const { posts, notices } = reading({
      discussiontoolspageinfo: {
        threaditemshtml: [
          {
            type: 'heading',
            id: 'h',
            html: 'Ferries',
            replies: [comment('Ada', 'Free them.'), comment('Ben', '<s><b>Keep</b></s> <b>Delete</b> them.')],
          },
        ],
      },
    })
    expect(posts.map(({ text, stance }) => [text, stance])).toEqual([
      ['Ferries\n\nFree them.', null],
      ['Delete them.', 'con'],
    ])
    expect(notices).toContain(told)
  })

  const signed = (name: string, minute: string) =>
    `<a href="/wiki/User:${name}">${name}</a> (<a href="/wiki/User_talk:${name}">talk</a>) 09:${minute}, 1 May 2026 (UTC)`
  const talk = (last: string) =>
    `<!DOCTYPE html><html lang="en"><head><title>Talk</title><meta name="generator" content="MediaWiki 1.43"></head><body><div class="mw-parser-output"><h2>Ferries</h2><p>Free them. ${signed('Ada', '00')}</p><ul><li>${last}</li><li>Who pays? ${signed('Cy', '20')}</li></ul></div></body></html>`

  test('on a page cut at its signatures', () => {
    const { posts, notices } = reading(talk(`<del>Keep</del> <b>Delete</b> them. ${signed('Ben', '10')}`))
    expect(posts.map(({ author, text }) => [author, text])).toEqual([
      ['Ada', 'Ferries\n\nFree them.'],
      ['Ben', 'Delete them.'],
      ['Cy', 'Who pays?'],
    ])
    expect(notices).toContain(told)
  })

  test('a signature that was struck out with its comment still ends it', () => {
    const { posts } = reading(talk(`<s>Keep them. ${signed('Ben', '10')}</s>`))
    expect(posts.map(({ author }) => author)).toEqual(['Ada', 'Ben', 'Cy'])
  })
})

test('a spoiler of Stack Exchange is said by its writer, a block quote is not', () => {
  const { posts, quotes } = reading({
    items: [
      {
        question_id: 1,
        title: 'Are ferries free?',
        owner: { display_name: 'ada' },
        creation_date: 1777626000,
        body: '<blockquote class="spoiler"><p>The mayor pays.</p></blockquote><blockquote><p>No fare.</p></blockquote>',
      },
    ],
    quota_max: 300,
    quota_remaining: 299,
  })
  expect(posts.map(({ text }) => text)).toEqual(['Are ferries free?\n\nThe mayor pays.\n\nNo fare.'])
  expect(quotes).toEqual([[[null, 'No fare.']]])
})

test('a comment that names its parent answers it, whatever list it stands in', () => {
  const comment = (id: string, text: string, more: object = {}) => ({
    '@type': 'Comment',
    '@id': id,
    text,
    author: { name: id },
    ...more,
  })
  const { posts } = reading(
    `<html><body><script type="application/ld+json">${JSON.stringify({
      '@type': 'NewsArticle',
      '@id': 'a',
      headline: 'Ferries',
      articleBody: 'They are free.',
      comment: [
        comment('b', 'Who pays?'),
        comment('c', 'Taxes.', { parentItem: { '@id': 'b' } }),
        comment('d', 'I do.', { parentItem: { '@id': 'a' } }),
      ],
    })}</script></body></html>`,
  )
  expect(posts.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['a', null],
    ['b', 'a'],
    ['c', 'b'],
    ['d', 'a'],
  ])
})

test.each([
  ["'Dee Kim' via Harbour", 'Dee Kim'],
  ['Dee Kim via Harbour-list', 'Dee Kim'],
  ['"Kim, Jr. via Harbour"', 'Kim, Jr.'],
  ['Via Kim', 'Via Kim'],
])('a list that sends mails in its own name, as %s, is not their writer', (from, author) => {
  const mail = `From: ${from} <harbour@lists.example>\nSubject: Ferries\nMessage-ID: <1@a>\nDate: Fri, 1 May 2026 09:00:00 +0000\n\nOn Fri, 1 May 2026, Lake, Jr. wrote:\n> Free them.\nWho pays?\n`
  const { posts, quotes } = reading(mail)
  expect(posts.map((one) => one.author)).toEqual([author])
  expect(quotes).toEqual([[[null, 'Free them.']]])
})
