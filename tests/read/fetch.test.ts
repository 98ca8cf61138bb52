import { type AddressInfo, createServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { waitSeconds } from '../../server/read/answers.ts'
import { isPrivate } from '../../server/read/address.ts'
import { createFetcher, type Fetcher, type Options } from '../../server/read/fetch.ts'
import type { Ask } from '../../server/read/platform.ts'
import { type Asked, type Replay, type Reply, replay } from '../replay/server.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function serving(answer: (asked: Asked) => Reply | null): Promise<Replay> {
  const server = await replay(answer)
  open.push(server)
  return server
}

function fetching(settings: Record<string, string> = {}, options: Options = {}): Fetcher {
  const fetcher = createFetcher(readConfig(settings), options)
  open.push(fetcher)
  return fetcher
}

/** A host that answers every connection with the same bytes, whatever it is asked. */
async function speaking(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(bytes))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  open.push({ close: () => new Promise((done) => void server.close(() => done())) })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const never = new AbortController().signal
const get = (fetcher: Fetcher, url: string, more: Partial<Ask> = {}) =>
  fetcher.fetch({ url, purpose: 'a test', ...more }, never)
const failing = (code: string) => expect.objectContaining({ name: 'Problem', code })

describe('addresses that are refused', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[::7f00:1]/',
    'http://[::10.0.0.1]/',
    'http://[fec0::1]/',
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'http://[::ffff:169.254.169.254]/',
    'http://127.1/',
    'http://017700000001/',
    'http://0x7f000001/',
    'http://127.0.0.1./',
    'http://127。0。0。1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://example.com@127.0.0.1/',
    'http://192.0.0.170/',
    'http://198.18.0.1/',
    'http://240.0.0.1/',
    'http://93.184.215.14:25/',
    'http://93.184.215.14:6667/',
    'gopher://127.0.0.1/',
    'ftp://example.com/file',
    'file:///etc/passwd',
    'data:text/plain,hello',
  ])('%s', async (url) => {
    await expect(get(fetching(), url)).rejects.toEqual(failing('private-address'))
  })

  test.each([
    ['http://93.184.215.14:25/', /port 25 \(of 93\.184\.215\.14\)/],
    ['http://example.org:22/', /port 22 \(of example\.org\)/],
    ['http://127.0.0.1:22/', /127\.0\.0\.1 is an address inside a private network/],
    ['http://[::1]:22/', /inside a private network/],
  ])('%s is refused for what is wrong with it', async (url, says) => {
    const asked: string[] = []
    const fetcher = fetching(
      {},
      {
        resolve: (host, done) => {
          asked.push(host)
          done(null, [])
        },
      },
    )
    await expect(get(fetcher, url)).rejects.toMatchObject({
      code: 'private-address',
      message: expect.stringMatching(says) as string,
    })
    expect(asked).toEqual([])
  })

  test.each(['http://[fe80::1%25eth0]/', 'http://[::1%25lo]/', 'http://[::1%lo]/'])(
    '%s: zones name a network card of ours, and are no part of web addresses',
    async (url) => {
      await expect(get(fetching(), url)).rejects.toEqual(failing('bad-request'))
    },
  )

  test.each(['fe80::1%eth0', '::1%lo', '[::ffff:10.0.0.1%1]'])('the address %s is private with its zone', (address) => {
    expect(isPrivate(address)).toBe(true)
  })

  test('a name that resolves to an address with a zone', async () => {
    const fetcher = fetching({}, { resolve: (_, done) => done(null, [{ address: 'fe80::1%eth0', family: 6 }]) })
    await expect(get(fetcher, 'http://zone.example/')).rejects.toEqual(failing('private-address'))
  })

  test('a public name that resolves to a private address', async () => {
    const fetcher = fetching({}, { resolve: (_, done) => done(null, [{ address: '10.0.0.7', family: 4 }]) })
    await expect(get(fetcher, 'http://public.example/')).rejects.toEqual(failing('private-address'))
  })

  test('a name that turns private between two look-ups', async () => {
    let asked = 0
    const answers = [[{ address: '192.0.2.1', family: 4 }], [{ address: '127.0.0.1', family: 4 }]]
    const fetcher = fetching(
      { FETCH_TIMEOUT_MS: '300' },
      { resolve: (_, done) => done(null, answers[Math.min(asked++, 1)] ?? []) },
    )
    await expect(get(fetcher, 'http://rebinding.example/')).rejects.toThrow()
    await expect(get(fetcher, 'http://rebinding.example/')).rejects.toEqual(failing('private-address'))
  })

  test('a redirect from an open host into the private network', async () => {
    const server = await serving(() => ({ status: 302, headers: { location: 'http://169.254.169.254/' } }))
    await expect(get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).rejects.toEqual(failing('private-address'))
  })

  test.each([
    'http://169.254.169.254/',
    '//127.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://2130706433/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'javascript:alert(1)',
  ])('a redirect to %s', async (location) => {
    const server = await serving(() => ({ status: 301, headers: { location } }))
    await expect(get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).rejects.toEqual(failing('private-address'))
  })

  test('a redirect to no address at all', async () => {
    const server = await serving(() => ({ status: 302, headers: { location: 'http://[' } }))
    await expect(get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).rejects.toEqual(failing('unreachable'))
  })

  test('a name with one public and one private address', async () => {
    const both = [
      { address: '93.184.215.14', family: 4 },
      { address: '::1', family: 6 },
    ]
    const fetcher = fetching({}, { resolve: (_, done) => done(null, both) })
    await expect(get(fetcher, 'http://two.example/')).rejects.toEqual(failing('private-address'))
  })

  test('another port of a host that is open at one port only', async () => {
    const server = await serving(() => ({ body: 'secret' }))
    await expect(get(fetching({ ALLOW_HOSTS: '127.0.0.1:1' }), server.origin)).rejects.toEqual(
      failing('private-address'),
    )
    expect(server.asked).toEqual([])
  })
})

describe('limits', () => {
  const allowed = (server: Replay, more: Record<string, string> = {}) => fetching({ ALLOW_HOSTS: server.host, ...more })

  test('an answer larger than the cap', async () => {
    const server = await serving(() => ({ body: 'x'.repeat(2000) }))
    await expect(get(allowed(server, { MAX_ANSWER_BYTES: '1000' }), server.origin)).rejects.toMatchObject({
      code: 'too-large',
      message: 'The answer of the site is larger than 1 kB.',
    })
  })

  test('a small answer that unpacks to a large one', async () => {
    const server = await serving(() => ({
      headers: { 'content-encoding': 'gzip' },
      body: gzipSync(Buffer.alloc(5_000_000)),
    }))
    await expect(get(allowed(server, { MAX_ANSWER_BYTES: '100000' }), server.origin)).rejects.toEqual(
      failing('too-large'),
    )
  })

  test.each<[string, string, (bytes: Buffer) => Buffer]>([
    ['brotli', 'br', (bytes) => brotliCompressSync(bytes)],
    ['deflate', 'deflate', (bytes) => deflateSync(bytes)],
    ['deflate without its header', 'deflate', (bytes) => deflateRawSync(bytes)],
    ['gzip twice', 'gzip, gzip', (bytes) => gzipSync(gzipSync(bytes))],
    ['gzip that is not announced', 'identity', (bytes) => gzipSync(bytes)],
  ])('%s is unpacked, and not past the cap', async (_, encoding, pack) => {
    const small = 'Ferries should be free.'
    const server = await serving(({ path }) => ({
      headers: { 'content-encoding': encoding },
      body: pack(path === '/bomb' ? Buffer.alloc(8_000_000) : Buffer.from(small)),
    }))
    const fetcher = allowed(server, { MAX_ANSWER_BYTES: '1000000' })
    expect((await get(fetcher, server.origin)).text).toBe(small)
    await expect(get(fetcher, `${server.origin}/bomb`)).rejects.toEqual(failing('too-large'))
  })

  test('packings of nothing, packed small', async () => {
    const nothing = Buffer.concat(Array.from({ length: 100_000 }, () => gzipSync('')))
    const server = await serving(() => ({ headers: { 'content-encoding': 'gzip, gzip' }, body: gzipSync(nothing) }))
    await expect(get(allowed(server, { MAX_ANSWER_BYTES: '1000000' }), server.origin)).rejects.toEqual(
      failing('too-large'),
    )
  })

  test.each([
    ['zstd', 'unsupported'],
    [Array(20).fill('gzip').join(', '), 'unsupported'],
    ['gzip', 'unreachable'],
  ])('what can’t be unpacked: %s', async (encoding, code) => {
    const server = await serving(() => ({ headers: { 'content-encoding': encoding }, body: 'no such thing' }))
    await expect(get(allowed(server), server.origin)).rejects.toEqual(failing(code))
  })

  test('headers that drip', async () => {
    const server = createServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x-y: z\r\n'), 30)
      socket.on('close', () => clearInterval(timer))
      socket.on('error', () => undefined)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const fetcher = fetching({ ALLOW_HOSTS: host, FETCH_TIMEOUT_MS: '400' })
    await expect(get(fetcher, `http://${host}/`)).rejects.toEqual(failing('timeout'))
    server.close()
  })

  test('headers without end', async () => {
    const server = await serving(() => ({ headers: { 'x-long': 'x'.repeat(100_000) }, body: 'no' }))
    await expect(get(allowed(server), server.origin)).rejects.toEqual(failing('unreachable'))
  })

  test('an endless body', async () => {
    const server = await serving(() => (response) => {
      const timer = setInterval(() => response.write('x'.repeat(100_000)), 1)
      response.on('close', () => clearInterval(timer))
    })
    await expect(get(allowed(server, { MAX_ANSWER_BYTES: '1000000' }), server.origin)).rejects.toEqual(
      failing('too-large'),
    )
  })

  test('a body that drips', async () => {
    const server = await serving(() => (response) => {
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    await expect(get(allowed(server, { FETCH_TIMEOUT_MS: '200' }), server.origin)).rejects.toEqual(failing('timeout'))
  })

  test('a host that never answers', async () => {
    const server = await serving(() => () => undefined)
    await expect(get(allowed(server, { FETCH_TIMEOUT_MS: '200' }), server.origin)).rejects.toEqual(failing('timeout'))
  })

  test('a body cut off before its end', async () => {
    const server = await serving(() => (response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('half')
      setTimeout(() => response.destroy(), 20)
    })
    await expect(get(allowed(server), server.origin)).rejects.toEqual(failing('unreachable'))
  })

  test('a body longer than announced: no more than that is read, and nothing of it is taken for another answer', async () => {
    const server = await speaking(
      'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nhalfHTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged',
    )
    const fetcher = fetching({ ALLOW_HOSTS: server })
    const answers = await Promise.allSettled([get(fetcher, `http://${server}/1`), get(fetcher, `http://${server}/2`)])
    for (const answer of answers) {
      if (answer.status === 'fulfilled') expect(answer.value.text).toBe('half')
      else expect(answer.reason).toEqual(failing('unreachable'))
    }
  })

  test('early hints are no answer', async () => {
    const server = await speaking(
      'HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nthe thread',
    )
    const answer = await get(fetching({ ALLOW_HOSTS: server }), `http://${server}/`)
    expect([answer.status, answer.text, answer.headers.link]).toEqual([200, 'the thread', undefined])
  })

  test('redirects in a circle', async () => {
    const server = await serving(({ path }) => ({ status: 302, headers: { location: path === '/a' ? '/b' : '/a' } }))
    await expect(get(allowed(server), `${server.origin}/a`)).rejects.toEqual(failing('unreachable'))
    expect(server.asked).toHaveLength(6)
  })

  test('a caller that stops', async () => {
    const server = await serving(() => () => undefined)
    const stop = new AbortController()
    const answer = allowed(server).fetch({ url: server.origin, purpose: 'a test' }, stop.signal)
    setTimeout(() => stop.abort(), 50)
    await expect(answer).rejects.toEqual(failing('cancelled'))
  })
})

describe('manners', () => {
  test('names itself and whom to write to', async () => {
    const server = await serving(() => ({ body: 'hello' }))
    const fetcher = fetching({ ALLOW_HOSTS: server.host, CONTACT: 'mailto:operator@example.org' })
    await get(fetcher, server.origin)
    expect(server.asked[0]?.headers['user-agent']).toMatch(/^Counterpoint\/\d.*mailto:operator@example\.org/)
  })

  test('waits as long as a host asks, then tries again', async () => {
    let busy = true
    const server = await serving(() => {
      const reply = busy ? { status: 429, headers: { 'retry-after': '1' } } : { body: 'now' }
      busy = false
      return reply
    })
    const began = Date.now()
    const answer = await get(fetching({ ALLOW_HOSTS: server.host }), server.origin)
    expect(answer.text).toBe('now')
    expect(Date.now() - began).toBeGreaterThan(950)
  })

  test('waits until the date a host names', async () => {
    let busy = true
    const server = await serving(() => {
      const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000).toUTCString()
      const reply = busy ? { status: 503, headers: { 'retry-after': until } } : { body: 'now' }
      busy = false
      return reply
    })
    const began = Date.now()
    expect((await get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).text).toBe('now')
    expect(Date.now() - began).toBeGreaterThan(950)
  })

  test.each([
    ['99999999999', 86_400],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['soon', null],
    ['-5', 0],
  ])('a wait of “%s”', (after, seconds) => {
    expect(waitSeconds({ 'retry-after': after }, Date.parse('2026-05-01T00:00:00Z'))).toBe(seconds)
  })

  test('asks no more of a host that wants a long silence', async () => {
    const server = await serving(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    expect((await get(fetcher, server.origin)).status).toBe(429)
    await expect(get(fetcher, server.origin)).rejects.toEqual(failing('rate-limited'))
    expect(server.asked).toHaveLength(1)
  })

  test('nor asks what was waiting for its turn when the host said so', async () => {
    const server = await serving(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    const [first, second] = await Promise.allSettled(['/1', '/2'].map((path) => get(fetcher, server.origin + path)))
    expect(first).toMatchObject({ status: 'fulfilled', value: { status: 429 } })
    expect(second).toEqual({ status: 'rejected', reason: failing('rate-limited') })
    expect(server.asked).toHaveLength(1)
  })

  test('tries no more than three times where a host keeps asking for a moment', async () => {
    const server = await serving(() => ({ status: 429, headers: { 'retry-after': '0' } }))
    expect((await get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).status).toBe(429)
    expect(server.asked).toHaveLength(3)
  })

  test.each<Record<string, string>>([
    { 'retry-after': '3600' },
    { 'x-ratelimit-remaining': '0', 'ratelimit-reset': '3600' },
  ])('takes a 403 with %j for the same wish', async (headers) => {
    const server = await serving(() => ({ status: 403, headers }))
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    expect((await get(fetcher, server.origin)).status).toBe(403)
    await expect(get(fetcher, server.origin)).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 3600 })
    expect(server.asked).toHaveLength(1)
  })

  test('asks again after a 403 that says nothing of waiting', async () => {
    const server = await serving(() => ({ status: 403, headers: { 'x-ratelimit-remaining': '59' } }))
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    await get(fetcher, server.origin)
    expect((await get(fetcher, server.origin)).status).toBe(403)
  })

  test('does not try again where a host names no time', async () => {
    const server = await serving(() => ({ status: 503 }))
    expect((await get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).status).toBe(503)
    expect(server.asked).toHaveLength(1)
  })

  test('keeps no cookies and sends none', async () => {
    const server = await serving(({ path }) =>
      path === '/'
        ? { status: 302, headers: { location: '/thread', 'set-cookie': 'id=1; Path=/' } }
        : { headers: { 'set-cookie': 'id=2; Path=/' }, body: 'the thread' },
    )
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    await get(fetcher, server.origin)
    await get(fetcher, `${server.origin}/thread`)
    expect(server.asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, undefined])
  })

  test('keeps a gap between requests to one host', async () => {
    const times: number[] = []
    const server = await serving(() => {
      times.push(Date.now())
      return { body: 'hello' }
    })
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    await Promise.all([get(fetcher, server.origin), get(fetcher, `${server.origin}/2`, { gap: 300 })])
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(200)
  })

  test('asks again only whether something changed', async () => {
    const server = await serving(({ headers }) =>
      headers['if-none-match'] === '"one"' ? { status: 304 } : { headers: { etag: '"one"' }, body: 'the thread' },
    )
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    await get(fetcher, server.origin)
    expect((await get(fetcher, server.origin)).text).toBe('the thread')
    expect(server.asked).toHaveLength(2)
  })

  test('keeps only so much of what did not change: the oldest is asked for anew', async () => {
    const body = 'x'.repeat(1_500_000)
    const server = await serving(() => ({ headers: { etag: '"one"' }, body }))
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    for (const path of ['/1', '/2', '/3', '/4', '/5', '/1', '/5']) await get(fetcher, server.origin + path, { gap: 0 })
    const known = server.asked.map(({ headers }) => headers['if-none-match'] !== undefined)
    expect(known).toEqual([false, false, false, false, false, false, true])
  })

  test('gives nothing that proves who we are to another origin', async () => {
    const other = await serving(() => ({ body: 'hello' }))
    const server = await serving(() => ({ status: 307, headers: { location: other.origin } }))
    const fetcher = fetching({ ALLOW_HOSTS: `${server.host},${other.host}` })
    await get(fetcher, server.origin, { headers: { authorization: 'Bearer secret' } })
    expect(server.asked[0]?.headers.authorization).toBe('Bearer secret')
    expect(other.asked[0]?.headers.authorization).toBeUndefined()
  })

  test('keeps the forms of one address apart', async () => {
    const server = await serving(({ headers }) =>
      headers['if-none-match'] === undefined
        ? { headers: { etag: '"same"' }, body: String(headers.accept) }
        : { status: 304 },
    )
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    const as = (accept: string) => get(fetcher, server.origin, { headers: { accept } })
    await as('text/html')
    expect((await as('application/json')).text).toBe('application/json')
    expect((await as('text/html')).text).toBe('text/html')
  })

  test('keeps nothing that was asked in somebody’s name', async () => {
    const server = await serving(() => ({ headers: { etag: '"one"' }, body: 'mine' }))
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    await get(fetcher, server.origin, { headers: { authorization: 'Bearer secret' } })
    await get(fetcher, server.origin)
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined])
  })

  test.each<[string, string, Uint8Array, string]>([
    [
      'Shift_JIS in a meta element',
      'text/html',
      Buffer.concat([Buffer.from('<meta charset="Shift_JIS">'), Buffer.from([0x93, 0xfa, 0x96, 0x7b])]),
      '日本',
    ],
    [
      'windows-1251 in the header',
      'text/html; charset=windows-1251',
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      'Привет',
    ],
    [
      'the header before the meta element',
      'text/html; charset=utf-8',
      Buffer.from('<meta charset="windows-1251">Привет'),
      'Привет',
    ],
    ['a byte order mark before the header', 'text/html; charset=iso-8859-1', Buffer.from('\uFEFFПривет'), 'Привет'],
    ['UTF-16 by its mark', 'text/html', Buffer.from('\uFEFFПривет', 'utf16le'), 'Привет'],
    ['GB18030', 'text/html; charset="gb18030"', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), '你好'],
    ['a charset nobody knows', 'text/html; charset=klingon', Buffer.from('Привет'), 'Привет'],
    ['none named', 'text/html', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'café'],
  ])('charset: %s', async (_, type, body, words) => {
    const server = await serving(() => ({ headers: { 'content-type': type }, body }))
    expect((await get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).text).toContain(words)
  })

  test('reads the charset a page names', async () => {
    const page = Buffer.concat([Buffer.from('<meta charset="iso-8859-1"><p>caf'), Buffer.from([0xe9])])
    const server = await serving(() => ({ headers: { 'content-type': 'text/html' }, body: page }))
    expect((await get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).text).toContain('café')
  })
})
