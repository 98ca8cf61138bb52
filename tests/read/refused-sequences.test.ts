/** Every request of every platform's sequence, answered with a refusal or half an answer: what is lacking is always told. */
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { Problem } from '../../server/problem.ts'
import { createFetcher, type Fetcher } from '../../server/read/fetch.ts'
import { read } from '../../server/read/index.ts'
import { keeping } from '../../server/read/kept.ts'
import { type Asked, type Reply, replay } from '../replay/server.ts'
import type { Site } from './site.ts'
import { SITES } from './sites.ts'

/** Every host is asked at the server's address, and believed to be where it is: the paths of one site do not collide. */
function at(origin: string, fetcher: Fetcher): Fetcher {
  return {
    async fetch(ask, signal) {
      const asked = new URL(ask.url)
      const url = origin + asked.pathname + asked.search
      const answer = await fetcher.fetch({ ...ask, url, gap: 0 }, signal)
      return { ...answer, url: answer.url?.replace(origin, asked.origin) ?? null }
    },
    close: () => fetcher.close(),
  }
}

/** Limits small enough to be met at once. */
const SMALL = { MAX_ANSWER_BYTES: '100000', READ_ARTICLES: 'false' }
const AROUND = '/leads/here'
const INSIDE = 'inside.example'

interface Outcome {
  thread?: Awaited<ReturnType<typeof read>>[number]
  failed?: unknown
  requests: number
}

/** Reads `site`; `spoil` may change the nth answer. */
async function reading(
  { address, answer, settings }: Site,
  spoil: (nth: number, reply: Reply) => Reply = (_, reply) => reply,
  limits: Record<string, string> = {},
  kept: { shelf: Map<string, unknown>; asked: string[] } = { shelf: new Map(), asked: [] },
): Promise<Outcome> {
  let nth = 0
  const server = await replay((asked: Asked) => {
    kept.asked.push(`${asked.method} ${asked.path} ${asked.body}`)
    if (asked.path === '/robots.txt') return null
    if (asked.path === AROUND) return around
    return spoil(++nth, answer(asked) ?? { status: 404, body: 'nothing here' })
  })
  const config = readConfig({ ...SMALL, ...limits, ...settings, ALLOW_HOSTS: server.host })
  const resolve = (_: string, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(null, [{ address: '10.0.0.1', family: 4 }])
  const fetcher = keeping(at(server.origin, createFetcher(config, { resolve })), {
    get: async (name) => kept.shelf.get(name),
    put: async (name, value) => void kept.shelf.set(name, value),
  })
  try {
    const reading = { config, signal: new AbortController().signal, progress: () => undefined }
    const [thread] = await read([{ kind: 'url', url: address }], fetcher, reading)
    return { ...(thread === undefined ? {} : { thread }), requests: nth }
  } catch (failed) {
    return { failed, requests: nth }
  } finally {
    await Promise.all([fetcher.close(), server.close()])
  }
}

const bodyOf = (reply: Reply) =>
  typeof reply === 'function' ? '' : reply.json === undefined ? String(reply.body ?? '') : JSON.stringify(reply.json)

const around: Reply = { status: 302, headers: { location: AROUND } }

/** Ways an answer goes wrong. */
const WAYS: Record<string, (reply: Reply) => Reply> = {
  'asked to wait': () => ({ status: 429, headers: { 'retry-after': '3600' }, body: 'slow down' }),
  refused: () => ({ status: 403, body: 'no' }),
  broken: () => ({ status: 500, body: '' }),
  'a page that keeps readers out': () => ({
    body: '<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking you</h1></body></html>',
  }),
  'cut off on the way': (reply) => (response) => {
    const body = Buffer.from(bodyOf(reply))
    response.writeHead(200, { 'content-length': String(body.length + 100) })
    response.write(body.subarray(0, body.length / 2))
    setTimeout(() => response.destroy(), 10)
  },
  'half of the data': (reply) =>
    typeof reply === 'function' || reply.json === undefined
      ? reply
      : { body: bodyOf(reply).slice(0, bodyOf(reply).length / 2), headers: { 'content-type': 'application/json' } },
  empty: () => ({ body: '' }),
  'something else': () => ({ json: { ok: true } }),
  'without an end': () => (response) => {
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more)
    }
    response.writeHead(200, { 'content-type': 'text/html' })
    more()
  },
  'too slow': () => (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.write('<')
  },
  'sent around in circles': () => around,
  'sent into a private network': () => ({ status: 302, headers: { location: `http://${INSIDE}/` } }),
}

/** Short enough to wait for, long enough for a loaded machine: what is late is told, too. */
const LIMITS: Record<string, Record<string, string>> = { 'too slow': { FETCH_TIMEOUT_MS: '150' } }

const CODES =
  /^(?:rate-limited|blocked-by-site|unreachable|timeout|too-large|private-address|not-a-thread|not-found|login-required|empty-input|no-comments|unsupported|comments-elsewhere)$/

const wordsOf = ({ thread }: Outcome) => thread?.posts.map(({ text, heading }) => text.slice(heading).trim()) ?? []

describe.concurrent.each(Object.entries(SITES))('%s', (_, site) => {
  const whole = reading(site)

  test('whole', async () => {
    const outcome = await whole
    expect(outcome.failed).toBeUndefined()
    expect(wordsOf(outcome)).toEqual(site.posts)
    expect(outcome.thread?.completeness.missing).toEqual([])
  })

  test.each(Object.entries(WAYS))('%s, at each of its requests', async (name, way) => {
    const spoilt = Array.from({ length: (await whole).requests }, (__, index) => index + 1)
    const found = await Promise.all(
      spoilt.map((one) => reading(site, (nth, reply) => (nth === one ? way(reply) : reply), LIMITS[name])),
    )
    expect(found.map((outcome) => faultOf(outcome, site.posts))).toEqual(spoilt.map(() => null))
  })
})

describe.concurrent.each(Object.entries(SITES))('%s, read on', (_, site) => {
  /** Reads with so many requests, then with as many more, until nothing more may come. */
  async function readOn(step: number, spoil?: (nth: number, reply: Reply) => Reply) {
    const [shelf, asked, got] = [new Map<string, unknown>(), [] as string[], [] as number[]]
    for (let most = step; ; most += step) {
      const outcome = await reading(site, spoil, { MAX_REQUESTS: `${most}` }, { shelf, asked })
      const { got: posts = 0, more = false, missing = [] } = outcome.thread?.completeness ?? {}
      got.push(posts)
      const unread = outcome.thread === undefined && most < 100
      if (!more && !unread) return { outcome, asked, got, missing }
    }
  }

  test.each([1, 2, 3])('%i requests at a time: all of it in the end, and nothing asked twice', async (step) => {
    const { outcome, asked, got, missing } = await readOn(step)
    expect(outcome.failed).toBeUndefined()
    expect(wordsOf(outcome)).toEqual(site.posts)
    expect(missing).toEqual([])
    expect(got).toEqual(got.toSorted((a, b) => a - b))
    expect(asked.filter((one) => asked.indexOf(one) !== asked.lastIndexOf(one) && !LEAVE.test(one))).toEqual([])
  })

  test('each of its requests refused once: what was there stays, and only the refused is asked again', async () => {
    const { requests } = await reading(site)
    for (let refused = 1; refused <= requests; refused++) {
      let sent = 0
      const wait: Reply = { status: 429, headers: { 'retry-after': '3600' }, body: 'slow down' }
      const { outcome, asked } = await readOn(50, (__, reply) => (++sent === refused ? wait : reply))
      // Another way to the same posts may have been found.
      if (outcome.thread !== undefined) expect(wordsOf(outcome)).toEqual(site.posts)
      const twice = asked.filter((one, nth) => asked.indexOf(one) < nth && !LEAVE.test(one))
      expect(twice.length).toBeLessThanOrEqual(1)
    }
  })
})

/** Leave to read is not kept. */
const LEAVE = /access_token/

/** What is wrong with an outcome: it must be an honest Problem, or posts of the site with word of what is lacking. */
function faultOf(outcome: Outcome, posts: string[]): string | null {
  const { thread, failed } = outcome
  if (failed !== undefined) {
    if (!(failed instanceof Problem)) return failed instanceof Error ? failed.message : 'no Problem'
    return CODES.test(failed.code) && failed.message !== '' && failed.remedy !== ''
      ? null
      : `${failed.code}: ${failed.message}`
  }
  const known = new Set(['', ...posts])
  const strange = wordsOf(outcome).find((words) => !known.has(words))
  if (strange !== undefined) return `not a post of the site: ${strange}`
  const { got = 0, missing = [], expected = null } = thread?.completeness ?? {}
  const notices = thread?.notices ?? []
  const told = missing.length > 0 || (expected !== null && expected > got) || notices.length > 0
  return told || got === posts.length ? null : `${posts.length - got} posts are lacking and nothing says so`
}
