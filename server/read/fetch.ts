/** The only part that fetches: politely, within limits, and never from private networks. */
import type { LookupAddress } from 'node:dns'
import type { Agent, Dispatcher } from 'undici'
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import { VERSION } from '../version.ts'
import { asksToWait, waitSeconds } from './answers.ts'
import { decoded, readBody } from './body.ts'
import { OtherPort, PrivateAddress } from './address.ts'
import { gunzipped } from './packed.ts'
import type { Answer, Ask } from './platform.ts'
import { HostQueue, type Patience, pause, type Turns } from './queue.ts'

export interface Fetcher {
  /**
   * The answer to `ask`, whatever its status. Throws `Problem`: `private-address`, `timeout`, `too-large`, `unreachable`,
   * `rate-limited` (a host still wants to be left alone), `cancelled` when `signal` says so.
   */
  fetch(ask: Ask, signal: AbortSignal): Promise<Answer>
  close(): Promise<void>
}

/** Waits a host may ask for before its request is tried again; longer ones are told to the person instead. */
const PATIENCE_SECONDS = 10
const TRIES = 3
/** Most answers kept to be asked for by what changed, and most bytes of them all together. */
const CACHED = { answers: 200, bytes: 20_000_000 }

interface Cached {
  etag: string | null
  modified: string | null
  answer: Answer
}

export type Options = {
  /** The queue for each host, where several fetchers share one. */
  turns?: Turns
  resolve?: (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void
}

/** `options.resolve` replaces the system's name resolver (tests). */
export function createFetcher(config: Config, options: Options = {}): Fetcher {
  let agent: Promise<Agent> | null = null
  /** Opened when first used: the client takes a tenth of the memory of a server that fetches nothing. */
  const opened = () => (agent ??= openAgent(config, options))
  const queue = options.turns ?? new HostQueue()
  const cache = new Map<string, Cached>()
  const agentName = `Counterpoint/${VERSION} (argument maps of public threads${config.CONTACT === '' ? '' : `; ${config.CONTACT}`})`

  /** One request without following redirects. */
  async function once(url: URL, ask: Ask, known: Cached | undefined, signal: AbortSignal): Promise<Answer> {
    const limit = AbortSignal.timeout(config.FETCH_TIMEOUT_MS)
    try {
      const reply = await (await opened()).request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: ask.method ?? 'GET',
        headers: {
          'user-agent': agentName,
          accept: '*/*',
          'accept-language': 'en, *;q=0.5',
          'accept-encoding': 'gzip, br, deflate',
          ...(known?.etag == null ? {} : { 'if-none-match': known.etag }),
          ...(known?.modified == null ? {} : { 'if-modified-since': known.modified }),
          ...ask.headers,
        },
        body: ask.body ?? null,
        signal: AbortSignal.any([signal, limit]),
      })
      return await answerOf(url, reply)
    } catch (thrown) {
      throw failure(thrown, url, signal)
    }
  }

  async function answerOf(url: URL, reply: Dispatcher.ResponseData): Promise<Answer> {
    const headers = Object.fromEntries(
      Object.entries(reply.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    )
    const received = await readBody(reply.body, headers['content-encoding'] ?? '', config.MAX_ANSWER_BYTES)
    const bytes = gunzipped(received, config.MAX_ANSWER_BYTES)
    const contentType = headers['content-type'] ?? ''
    const readAt = new Date().toISOString()
    return {
      status: reply.statusCode,
      url: url.href,
      headers,
      contentType,
      ...decoded(bytes, contentType),
      bytes,
      readAt,
    }
  }

  /** Waits and asks again where a host says when, a few times; otherwise hands back what it said. */
  async function patiently(url: URL, ask: Ask, signal: AbortSignal): Promise<Answer> {
    const key = cacheKey(url, ask)
    const known = key === null ? undefined : cache.get(key)
    for (let attempt = 1; ; attempt++) {
      const { answer, seconds } = await queue.run(url.host, ask.gap, signal, patienceWith(url), async () => {
        const answer = await once(url, ask, known, signal)
        const seconds = asksToWait(answer) ? waitSeconds(answer.headers, Date.now()) : null
        // Before the next in the queue has its turn.
        if (seconds !== null) queue.quiet(url.host, seconds)
        return { answer, seconds }
      })
      if (answer.status === 304 && known !== undefined) return known.answer
      if (key !== null) remember(cache, key, answer)
      if (seconds === null || seconds > PATIENCE_SECONDS || attempt === TRIES) return answer
      await pause(seconds * 1000, signal)
    }
  }

  return {
    async fetch(ask, signal) {
      await pause(ask.wait ?? 0, signal)
      let url = publicUrl(ask.url)
      let current = ask
      for (let hops = 0; ; hops++) {
        const answer = await patiently(url, current, signal)
        const location = answer.headers.location
        if (answer.status < 301 || answer.status > 308 || answer.status === 304 || location === undefined) return answer
        if (hops === config.MAX_REDIRECTS) {
          throw new Problem('unreachable', `${url.hostname} sends readers around in circles.`, {
            remedy: 'Open the address in your browser and send the one it ends at, or paste the text.',
          })
        }
        const next = leadsTo(location, url)
        current = redirected(current, answer.status, next.origin === url.origin)
        url = next
      }
    },
    close: async () => (await agent)?.close(),
  }
}

/** What an answer is kept under; null for what is asked in somebody's name or sent. Different forms of one address are kept apart. */
function cacheKey(url: URL, ask: Ask): string | null {
  if ((ask.method ?? 'GET') !== 'GET' || ask.headers?.authorization !== undefined) return null
  return `${url.href} ${ask.headers?.accept ?? ''}`
}

/** Where a redirect leads. Throws a Problem for what is no address or none of the web. */
function leadsTo(location: string, from: URL): URL {
  if (URL.canParse(location, from.href)) return publicUrl(location, from)
  throw new Problem('unreachable', `${from.hostname} sends readers to something that is no address.`)
}

async function openAgent({ ALLOW_HOSTS, FETCH_TIMEOUT_MS }: Config, { resolve }: Options): Promise<Agent> {
  const { guardedAgent } = await import('./connect.ts')
  return guardedAgent(ALLOW_HOSTS, FETCH_TIMEOUT_MS, resolve)
}

/** A POST becomes a GET where browsers do so; what proves who we are never goes to another origin. */
function redirected(ask: Ask, status: number, sameOrigin: boolean): Ask {
  const keep = status === 307 || status === 308 || (ask.method ?? 'GET') === 'GET'
  const headers = Object.fromEntries(
    Object.entries(ask.headers ?? {}).filter(
      ([name]) => (sameOrigin || !/authorization|cookie/i.test(name)) && (keep || !/^content-/i.test(name)),
    ),
  )
  const { body, method, ...rest } = ask
  return {
    ...rest,
    headers,
    ...(keep && method !== undefined ? { method } : {}),
    ...(keep && body !== undefined ? { body } : {}),
  }
}

function publicUrl(address: string, base?: URL): URL {
  let url: URL
  try {
    url = new URL(address, base)
  } catch {
    throw new Problem('bad-request', 'That is not a web address.', {
      remedy: 'Paste the address as it stands in your browser.',
    })
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Problem('private-address', `Only http and https addresses are read, not ${url.protocol.slice(0, 20)}`)
  }
  url.hash = ''
  url.username = ''
  url.password = ''
  return url
}

function remember(cache: Map<string, Cached>, key: string, answer: Answer): void {
  const etag = answer.headers.etag ?? null
  const modified = answer.headers['last-modified'] ?? null
  cache.delete(key)
  if (answer.status !== 200 || (etag === null && modified === null) || heldBy(answer) > CACHED.bytes / 4) return
  cache.set(key, { etag, modified, answer })
  let held = [...cache.values()].reduce((sum, kept) => sum + heldBy(kept.answer), 0)
  for (const [oldest, kept] of cache) {
    if (cache.size <= CACHED.answers && held <= CACHED.bytes) return
    cache.delete(oldest)
    held -= heldBy(kept.answer)
  }
}

/** Bytes an answer takes in memory: as it came, and as text of two bytes a character. */
function heldBy({ text, bytes }: Answer): number {
  return 2 * text.length + (bytes?.length ?? 0)
}

function patienceWith(url: URL): Patience {
  return {
    seconds: PATIENCE_SECONDS,
    refuse(seconds) {
      const wait = Math.ceil(seconds)
      throw new Problem('rate-limited', `${url.hostname} asks us to wait ${wait} seconds before reading more.`, {
        retryAfterSeconds: wait,
      })
    },
  }
}

/** The error or any of its causes that satisfies `is`. */
function within<T>(thrown: unknown, is: (value: unknown) => value is T): T | null {
  for (let error: unknown = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    if (is(error)) return error
  }
  return null
}

function failure(thrown: unknown, url: URL, signal: AbortSignal): Problem {
  const problem = within(thrown, (value) => value instanceof Problem)
  if (problem !== null) return problem
  if (signal.aborted) return new Problem('cancelled', 'Reading was stopped.', { cause: thrown })
  if (within(thrown, (value) => value instanceof PrivateAddress) !== null) {
    return new Problem('private-address', `${url.hostname} is an address inside a private network.`, { cause: thrown })
  }
  if (within(thrown, (value) => value instanceof OtherPort) !== null) {
    return new Problem('private-address', `No web pages are read from port ${url.port} (of ${url.hostname}).`, {
      remedy: `Paste the text or drop a saved page instead. An operator can allow it with ALLOW_HOSTS=${url.host}.`,
      cause: thrown,
    })
  }
  const name = thrown instanceof Error ? `${thrown.name} ${(thrown as NodeJS.ErrnoException).code ?? ''}` : ''
  if (/Timeout|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT/.test(name)) {
    return new Problem('timeout', `${url.hostname} did not answer in time.`, { cause: thrown })
  }
  return new Problem('unreachable', `${url.hostname} could not be reached.`, { cause: thrown })
}
