/** Every request of every platform's sequence, answered with a refusal or half an answer: what is lacking is always told. */
import { afterEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { createFetcher, type Fetcher } from '../../server/read/fetch.ts'
import { read } from '../../server/read/index.ts'
import { type Asked, type Reply, replay } from '../replay/server.ts'
import { SITES } from './sites.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** Sites that stand at one address only are asked at the server's, and believed to be where they are. */
function at(origin: string, site: string, fetcher: Fetcher): Fetcher {
  return {
    async fetch(ask, signal) {
      const answer = await fetcher.fetch({ ...ask, url: ask.url.replace(site, origin), gap: 0 }, signal)
      return { ...answer, url: answer.url?.replace(origin, site) ?? null }
    },
    close: () => fetcher.close(),
  }
}

/** Reads `address`; `spoil` may change the nth answer. */
async function reading(
  address: string,
  answer: (asked: Asked) => Reply | null,
  spoil: (nth: number, reply: Reply) => Reply,
) {
  let nth = 0
  const server = await replay((asked) => {
    if (asked.path === '/robots.txt') return null
    const reply = answer(asked) ?? { status: 404, body: 'nothing here' }
    return spoil(++nth, reply)
  })
  const config = readConfig({ ALLOW_HOSTS: server.host, READ_ARTICLES: 'false' })
  const url = new URL(address)
  const fetcher = at(server.origin, url.origin, createFetcher(config))
  open.push(fetcher, server)
  const reading = { config, signal: new AbortController().signal, progress: () => undefined }
  const [thread] = await read([{ kind: 'url', url: url.href }], fetcher, reading)
  return { thread, requests: nth }
}

const bodyOf = (reply: Reply) =>
  typeof reply === 'function' ? '' : reply.json === undefined ? (reply.body ?? '') : JSON.stringify(reply.json)

/** Ways an answer goes wrong. */
const WAYS: Record<string, (reply: Reply) => Reply> = {
  'asked to wait': () => ({ status: 429, headers: { 'retry-after': '3600' }, body: 'slow down' }),
  refused: () => ({ status: 403, body: 'no' }),
  broken: () => ({ status: 500, body: '' }),
  'cut off on the way': (reply) => (response) => {
    const body = Buffer.from(bodyOf(reply))
    response.writeHead(200, { 'content-length': String(body.length + 100) })
    response.write(body.subarray(0, body.length / 2))
    setTimeout(() => response.destroy(), 10)
  },
  empty: () => ({ body: '' }),
}

const CODES =
  /^(?:rate-limited|blocked-by-site|unreachable|not-a-thread|not-found|login-required|empty-input|no-comments|unsupported|comments-elsewhere)$/

describe.each(Object.entries(SITES))('%s', (_, { address, answer, posts }) => {
  test('whole', async () => {
    const { thread } = await reading(address, answer, (__, reply) => reply)
    expect(thread?.posts.map(({ text, heading }) => text.slice(heading).trim())).toEqual(posts)
    expect(thread?.completeness.missing).toEqual([])
  })

  test.each(Object.entries(WAYS))('%s, at each of its requests', async (__, way) => {
    const { requests } = await reading(address, answer, (___, reply) => reply)
    for (let spoilt = 1; spoilt <= requests; spoilt++) {
      const spoil = (nth: number, reply: Reply) => (nth === spoilt ? way(reply) : reply)
      const read = await reading(address, answer, spoil).catch((thrown: unknown) => thrown)
      if (read instanceof Error) expect(read).toMatchObject({ name: 'Problem', code: expect.stringMatching(CODES) })
      else expect(told(read as Awaited<ReturnType<typeof reading>>, posts.length), `request ${spoilt}`).toBe(true)
    }
  })
})

/** Either nothing is lacking, or it is said that something is. */
function told({ thread }: Awaited<ReturnType<typeof reading>>, posts: number): boolean {
  const { got = 0, missing = [], expected = null } = thread?.completeness ?? {}
  const notices = thread?.notices ?? []
  return got === posts || missing.length > 0 || (expected !== null && expected > got) || notices.length > 0
}
