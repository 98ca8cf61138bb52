import { describe, expect, test } from 'vitest'
import type { CheckedSource } from '../../shared/sources.ts'
import { Problem } from '../../server/problem.ts'
import type { Answer } from '../../server/read/platform.ts'
import { checkSource, settled, unread } from '../../server/sources/check.ts'

const AT = '2026-02-03T04:05:06.000Z'
const URL_ = 'https://www.example.org/ghent'

function answer(text: string, given: Partial<Answer> = {}): Answer {
  const bytes = Buffer.from(text)
  return { status: 200, url: URL_, headers: {}, contentType: 'text/html', text, bytes, ...given }
}

const cited = (...quotes: string[]) => ({
  url: URL_,
  quotes: quotes.map((words, n) => ({ postId: 'p', start: n * 100, end: n * 100 + words.length, words })),
})

const PAGE = `<!doctype html><html><head><title>Trams in Ghent</title>
<meta property="og:site_name" content="City Lab"><meta property="article:published_time" content="2019-03-04T10:00:00Z"></head>
<body><nav>Home</nav><p>In 2019 trams carried <b>twice as many</b> people as buses&nbsp;– on every line.</p>
<script>var hidden = "buses carried nobody at all";</script></body></html>`

describe('a page that can be read', () => {
  test('tells its title, site and day', () => {
    expect(checkSource(cited(), answer(PAGE), AT)).toEqual({
      url: URL_,
      state: 'read',
      why: null,
      title: 'Trams in Ghent',
      site: 'City Lab',
      date: '2019-03-04',
      quotes: [],
      checkedAt: AT,
    })
  })

  test.each([
    ['trams carried twice as many people as buses - on every line', 'found'],
    ['trams carried half as many people as buses', 'not found'],
    ['buses carried nobody at all', 'not found'],
  ])('“%s”: %s', (words, result) => {
    expect(checkSource(cited(words), answer(PAGE), AT).quotes).toEqual([
      { postId: 'p', start: 0, end: words.length, result },
    ])
  })

  test('may be plain text', () => {
    const text = 'Trams carried twice as many people as buses, said the city.'
    const { state, quotes } = checkSource(cited('twice as many people as buses'), answer(text), AT)
    expect([state, quotes[0]?.result]).toEqual(['read', 'found'])
  })
})

test.each([
  ['nothing there', answer('', { status: 404 }), 'not reached', /nothing at this address/],
  ['a fault of the site', answer('', { status: 500 }), 'not reached', /status 500/],
  ['a refusal', answer('', { status: 403 }), 'not read', /refuses/],
  [
    'a picture',
    answer('PNG', { bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0]) }),
    'not read',
    /no text/,
  ],
  [
    'a PDF',
    answer('%PDF-1.7', { bytes: Buffer.from('%PDF-1.7 all letters') }),
    'not read',
    /a PDF, which is not opened/,
  ],
  [
    'an empty frame',
    answer('<!doctype html><html><body><div id="app"></div></body></html>'),
    'not read',
    /no text to a program/,
  ],
  [
    'a page that only says so',
    answer(
      '<!doctype html><title>Page not found | City Lab</title><p>Sorry, the page you look for is not here any more.</p>',
    ),
    'not reached',
    /says that what was cited is not there/,
  ],
  [
    'the first page of the site in its place',
    answer(PAGE, { url: 'https://www.example.org/' }),
    'not reached',
    /leads to the first page of example\.org now/,
  ],
])('%s: nothing is said of the quoted words', (_, given, state, why) => {
  const source = checkSource(cited('twice as many people as buses'), given, AT)
  expect(source).toMatchObject({ state, title: null, site: 'example.org', quotes: [{ result: 'not read' }] })
  expect(source.why).toMatch(why)
})

test.each([
  ['a long page about such pages', '404 pages and how to write them', 'https://www.example.org/404'],
  ['a page beside the cited one', 'Trams in Ghent', 'https://www.example.org/en/ghent'],
  ['a first page with an address of its own', 'Trams in Ghent', 'https://www.example.org/?story=ghent'],
])('%s is read', (_, title, url) => {
  const page = `<title>${title}</title><p>${'In 2019 trams carried twice as many people as buses. '.repeat(80)}</p>`
  const { state, quotes } = checkSource(cited('twice as many people as buses'), answer(page, { url }), AT)
  expect([state, quotes[0]?.result]).toEqual(['read', 'found'])
})

test('a fetch that failed says why', () => {
  const failed = unread(cited(), new Problem('private-address', 'That is inside a private network.'), AT)
  expect(failed).toMatchObject({ state: 'not read', why: 'That is inside a private network.' })
  expect(unread(cited(), new Problem('timeout', 'No answer in time.'), AT).state).toBe('not reached')
})

describe('words of a post that cites two sources', () => {
  const source = (url: string, result: CheckedSource['quotes'][number]['result']): CheckedSource => ({
    ...unread({ url, quotes: [] }, new Problem('gone', 'Gone.'), AT),
    quotes: [{ postId: 'p', start: 0, end: 20, result }],
  })
  const results = (a: CheckedSource['quotes'][number]['result'], b: CheckedSource['quotes'][number]['result']) =>
    settled([source('https://a.example', a), source('https://b.example', b)]).map(({ quotes }) =>
      quotes.map((quote) => quote.result),
    )

  test('found in one, they are not missing from the other', () => {
    expect(results('found', 'not found')).toEqual([['found'], []])
    expect(results('not read', 'found')).toEqual([[], ['found']])
  })
  test('while one could not be read, nobody knows', () => {
    expect(results('not found', 'not read')).toEqual([[], ['not read']])
  })
  test('in neither, they are not found', () => {
    expect(results('not found', 'not found')).toEqual([['not found'], ['not found']])
  })
})
