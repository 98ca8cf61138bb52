/** Files as people drop them: packed, packed again, wrongly named, too large. */
import { strToU8, zipSync } from 'fflate'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { threadsIn } from './rows.ts'

const LETTERS = 'Ann said:\nThe ferry is too dear.\n\nBob said:\nIt is not.'
const RECORDS = JSON.stringify([
  { id: 1, author: 'Ben', text: 'Who pays?' },
  { id: 2, author: 'Cy', text: 'All of us.', parent_id: 1 },
])
const LETTER =
  'From: Ada <ada@example.org>\r\nSubject: Ferries\r\nDate: Fri, 01 May 2026 09:00:00 +0000\r\nMessage-ID: <1@example.org>\r\n\r\nThey should be free.\r\n'
const PICTURE = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13])
const failing = (code: string) => expect.objectContaining({ name: 'Problem', code })
const people = (bytes: Uint8Array | string, name: string, settings?: Record<string, string>) =>
  threadsIn(bytes, name, settings).map(({ posts }) => posts.map(({ author }) => author))

describe('what a file is told by is its content', () => {
  test.each<[string, string | Uint8Array, (string | null)[][]]>([
    ['thread.md', LETTERS, [['Ann', 'Bob']]],
    ['records.txt', RECORDS, [['Ben', 'Cy']]],
    ['records.html', RECORDS, [['Ben', 'Cy']]],
    ['letter.txt', LETTER, [['Ada']]],
    ['letter.eml', LETTER, [['Ada']]],
    ['table.json', 'author,text\nBen,Who pays?\nCy,All of us.', [['Ben', 'Cy']]],
    ['records.json.gz', gzipSync(RECORDS), [['Ben', 'Cy']]],
    ['records.json', gzipSync(RECORDS), [['Ben', 'Cy']]],
    ['records.json.gz.gz', gzipSync(gzipSync(RECORDS)), [['Ben', 'Cy']]],
    ['paths.zip', zipSync({ '../../a.json': strToU8(RECORDS), '/etc/.hidden': strToU8('x') }), [['Ben', 'Cy']]],
    ['no-zip.bin', zipSync({ 'a.json': strToU8(RECORDS) }), [['Ben', 'Cy']]],
    [
      'two.zip',
      zipSync({ 'a.json': strToU8(RECORDS), 'b/letters.txt': strToU8(LETTERS) }),
      [
        ['Ben', 'Cy'],
        ['Ann', 'Bob'],
      ],
    ],
    [
      'nested.zip',
      zipSync({
        'in.zip': zipSync({ 'deep.zip': zipSync({ 'a.txt': strToU8(LETTERS) }) }),
        'b.json.gz': gzipSync(RECORDS),
      }),
      [
        ['Ann', 'Bob'],
        ['Ben', 'Cy'],
      ],
    ],
    ['packed.zip.gz', gzipSync(zipSync({ 'a.txt': strToU8(LETTERS) })), [['Ann', 'Bob']]],
  ])('%s', (name, bytes, expected) => {
    expect(people(bytes, name)).toEqual(expected)
  })

  test('each letter of an archive is one of the thread', () => {
    const answer = LETTER.replace('<1@', '<2@')
      .replace('Ada <ada@', 'Ben <ben@')
      .replace('Subject: ', 'In-Reply-To: <1@example.org>\r\nSubject: Re: ')
    const [thread, ...others] = threadsIn(
      zipSync({ '1.eml': strToU8(LETTER), '2.eml': strToU8(answer) }),
      'letters.zip',
    )
    expect(others).toEqual([])
    expect(thread?.posts.map(({ author, parentId }) => [author, parentId === null])).toEqual([
      ['Ada', true],
      ['Ben', false],
    ])
  })
})

describe('what is left out is said', () => {
  test('files without text, and files that are no thread', () => {
    const [thread] = threadsIn(
      zipSync({ 'a.txt': strToU8(LETTERS), 'logo.png': PICTURE, 'data.json': strToU8('{"answer":42}') }),
      'saved.zip',
    )
    expect(thread?.notices.join('\n')).toMatch(/“saved\.zip” these files hold no text and were left out: “logo\.png”/)
    expect(thread?.notices.join('\n')).toMatch(/“data\.json” could not be read/)
  })
})

describe('archives that would burst', () => {
  const cap = { MAX_UPLOAD_BYTES: '1000000' }
  const zeros = new Uint8Array(3_000_000)
  const small = new Uint8Array(600_000).fill(65)
  test.each<[string, () => Uint8Array, string]>([
    ['one file', () => zipSync({ 'a.txt': zeros }), 'too-large'],
    ['many files', () => zipSync({ 'a.txt': small, 'b.txt': small }), 'too-large'],
    ['an archive in an archive', () => zipSync({ 'a.zip': zipSync({ 'a.txt': zeros }) }), 'too-large'],
    [
      'many archives in an archive',
      () => zipSync({ 'a.zip': zipSync({ 'a.txt': small }), 'b.zip': zipSync({ 'b.txt': small }) }),
      'too-large',
    ],
    ['gzip in an archive', () => zipSync({ 'a.gz': gzipSync(zeros) }), 'too-large'],
    ['gzip', () => gzipSync(zeros), 'too-large'],
    [
      'more files than anybody reads',
      () => zipSync(Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`${at}.txt`, strToU8('a')]))),
      'too-large',
    ],
    [
      'archives without end',
      () =>
        [1, 2, 3, 4, 5, 6].reduce((inner) => zipSync({ 'next.zip': inner }), zipSync({ 'a.txt': strToU8(LETTERS) })),
      'unsupported',
    ],
    ['a size that lies', () => lying(zipSync({ 'a.txt': zeros })), 'unsupported'],
  ])('%s', (_, make, code) => {
    expect(() => threadsIn(make(), 'bomb.zip', cap)).toThrow(failing(code))
  })

  test('a damaged end leaves a sentence, not a crash', () => {
    expect(() => threadsIn(zipSync({ 'a.txt': strToU8(LETTERS) }).subarray(0, 60), 'cut.zip')).toThrow(
      failing('unsupported'),
    )
  })
})

/** The archive with the unpacked size of its file said to be ten bytes. */
function lying(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt32LE(10, entry + 24)
  bytes.writeUInt32LE(10, 22)
  return bytes
}

test('ages on a saved page count back from when the file says it was saved, and from nowhere else', () => {
  const one = (name: string, age: string) =>
    `<div class="comment"><b class="author">${name}</b> <span class="time">${age}</span><p>Who pays for all of these boats?</p></div>`
  const html = `<html><body>${one('Ben', '3 hours ago')}${one('Cy', 'vor 2 Stunden')}</body></html>`
  const single = `<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://ferry.example/x \n saved date: Fri May 01 2026 10:00:00 GMT+0200 (CEST)\n-->${html.slice(6)}`
  const mhtml = `From: <Saved by Blink>\r\nSubject: x\r\nDate: Fri, 1 May 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: binary\r\n\r\n${html}\r\n--b--\r\n`
  const times = (text: string, name: string) =>
    threadsIn(text, name).flatMap(({ posts }) => posts.map(({ createdAbout }) => createdAbout?.at ?? null))
  const expected = ['2026-05-01T05:00:00.000Z', '2026-05-01T06:00:00.000Z']
  expect(times(single, 'single.html')).toEqual(expected)
  expect(times(mhtml, 'page.mhtml')).toEqual(expected)
  expect(times(html, 'page.html')).toEqual([null, null])
})

describe('comments that a page showed in a frame', () => {
  const told = 'The comments were read from a frame of this page.'
  const article = `<title>Free ferries</title><h1>Free ferries</h1><article>${'<p>The council wants to let everybody ride the ferries of the bay for nothing, and asks who should pay for it.</p>'.repeat(4)}</article>`
  const comment = (name: string, words: string) =>
    `<div class="gsc-comment"><div class="gsc-comment-author"><a href="https://github.com/${name}"><span class="link-primary">${name}</span></a><a><time datetime="2026-05-01T09:00:00Z">May 1</time></a></div><div class="gsc-comment-content markdown"><p>${words}</p></div></div>`
  const frame = `<!DOCTYPE html><html><body>${comment('Ben', 'Who pays for all of these boats?')}${comment('Cy', 'Those who would ride them do.')}</body></html>`
  const part = (html: string, location: string) =>
    `--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: binary\r\nContent-Location: ${location}\r\n\r\n${html}\r\n`
  const mhtml = (...parts: string[]) =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ferry.example/free\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n${parts.join('')}--b--\r\n`
  const page = (inside: string) => `<!DOCTYPE html><html><head></head><body>${article}${inside}</body></html>`
  const service = '<script src="https://giscus.app/client.js"></script>'

  test.each([
    [
      'in MHTML',
      mhtml(
        part(page(`${service}<iframe src="cid:frame-1@mhtml.blink"></iframe>`), 'https://ferry.example/free'),
        part('<!DOCTYPE html><html><body><p>Buy a boat today!</p></body></html>', 'https://ads.example/'),
        part(frame, 'https://giscus.app/en/widget'),
      ),
    ],
    [
      'written into the page by SingleFile',
      page(
        `<iframe class="giscus-frame" srcdoc="${frame.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
      ).replace('<html>', '<html><!--\n Page saved with SingleFile \n url: https://ferry.example/free \n-->'),
    ],
  ])('%s', (_, saved) => {
    const [thread] = threadsIn(saved, 'page.html')
    expect(thread?.posts.map(({ author, text }) => [author, text])).toEqual([
      ['Ben', 'Who pays for all of these boats?'],
      ['Cy', 'Those who would ride them do.'],
    ])
    expect(thread).toMatchObject({ title: 'Free ferries', url: 'https://ferry.example/free' })
    expect(thread?.article?.text).toContain('The council wants')
    expect(thread?.notices).toContain(told)
  })

  test('are not looked for where the page has its own', () => {
    const own = page(
      `<h2>Comments</h2>${comment('Di', 'The page has words of its own.')}${comment('Ed', 'It has them indeed, in two parts.')}`,
    )
    const [thread] = threadsIn(
      mhtml(part(own, 'https://ferry.example/free'), part(frame, 'https://x.example/')),
      'page.mhtml',
    )
    expect(thread?.posts.map(({ author }) => author)).not.toContain('Ben')
    expect(thread?.posts.map(({ author }) => author)).toContain('Ed')
    expect(thread?.notices).not.toContain(told)
  })
})

test('what is locked, or was never text of anybody, says so', () => {
  const locked = zipSync({ 'a.txt': strToU8('Ann: Free it.') })
  locked[6] = (locked[6] ?? 0) | 1
  expect(() => threadsIn(locked, 'a.zip')).toThrow(
    expect.objectContaining({ code: 'unsupported', message: 'The zip archive is locked with a password.' }),
  )
  const crawled = 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 200 OK\r\n\r\nFree it.'
  for (const bytes of [strToU8(crawled), gzipSync(crawled)])
    expect(() => threadsIn(bytes, 'a.warc')).toThrow(expect.objectContaining({ code: 'unsupported' }))
})
