import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
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
    'ftp://example.com/file',
    'file:///etc/passwd',
    'data:text/plain,hello',
  ])('%s', async (url) => {
    await expect(get(fetching(), url)).rejects.toEqual(failing('private-address'))
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
    await expect(get(allowed(server, { MAX_ANSWER_BYTES: '1000' }), server.origin)).rejects.toEqual(
      failing('too-large'),
    )
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

  test('asks no more of a host that wants a long silence', async () => {
    const server = await serving(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    const fetcher = fetching({ ALLOW_HOSTS: server.host })
    expect((await get(fetcher, server.origin)).status).toBe(429)
    await expect(get(fetcher, server.origin)).rejects.toEqual(failing('rate-limited'))
    expect(server.asked).toHaveLength(1)
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

  test('gives nothing that proves who we are to another origin', async () => {
    const other = await serving(() => ({ body: 'hello' }))
    const server = await serving(() => ({ status: 307, headers: { location: other.origin } }))
    const fetcher = fetching({ ALLOW_HOSTS: `${server.host},${other.host}` })
    await get(fetcher, server.origin, { headers: { authorization: 'Bearer secret' } })
    expect(server.asked[0]?.headers.authorization).toBe('Bearer secret')
    expect(other.asked[0]?.headers.authorization).toBeUndefined()
  })

  test('reads the charset a page names', async () => {
    const page = Buffer.concat([Buffer.from('<meta charset="iso-8859-1"><p>caf'), Buffer.from([0xe9])])
    const server = await serving(() => ({ headers: { 'content-type': 'text/html' }, body: page }))
    expect((await get(fetching({ ALLOW_HOSTS: server.host }), server.origin)).text).toContain('café')
  })
})
