/** Answers kept from one reading to the next, so that a thread longer than a reading may take is read on where it ended. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { isPassing } from './answers.ts'
import { decoded } from './body.ts'
import type { Fetcher } from './fetch.ts'
import type { Answer, Ask } from './platform.ts'

/** Where answers are kept, by a name for what was asked. The first value of a name stays. */
export interface Shelf {
  get(name: string): Promise<unknown>
  /** Once this returns, the value survives a killed process. */
  put(name: string, value: KeptAnswer): Promise<void>
}

const KeptAnswer = z.object({
  status: z.int(),
  /** Null where it came from the address that was asked: keys of services stand in addresses. */
  url: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  contentType: z.string(),
  readAt: z.string().optional(),
  /** As it came, packed by gzip, in base64. */
  body: z.string(),
})
type KeptAnswer = z.infer<typeof KeptAnswer>

/** Most characters of packed answers kept for one debate; what is beyond is asked for again. */
const MOST_KEPT = 60_000_000

/** `fetcher`, asking nothing that `shelf` holds the answer to, and leaving there what will be as good the next time. */
export function keeping(fetcher: Fetcher, shelf: Shelf): Fetcher {
  let held = 0
  return {
    async fetch(ask, signal) {
      if (!isOpen(ask)) return fetcher.fetch(ask, signal)
      const name = nameOf(ask)
      const found = KeptAnswer.safeParse(await shelf.get(name))
      if (found.success) {
        held += found.data.body.length
        return unpacked(found.data, ask)
      }
      const answer = await fetcher.fetch(ask, signal)
      if (answer.bytes === undefined || isPassing(answer)) return answer
      const kept = await packed(answer, ask)
      if (held + kept.body.length > MOST_KEPT) return answer
      held += kept.body.length
      await shelf.put(name, kept)
      return answer
    },
    close: () => fetcher.close(),
  }
}

/** Credentials are sent for leave to read, and that is not kept; a token only shows that there is leave. */
function isOpen({ headers = {} }: Ask): boolean {
  return !Object.entries(headers).some(([name, value]) => /^authorization$/i.test(name) && /^basic\b/i.test(value))
}

function nameOf({ url, method = 'GET', headers = {}, body = '' }: Ask): string {
  const told = Object.entries(headers).filter(([name]) => !/^authorization$/i.test(name))
  return createHash('sha256')
    .update(JSON.stringify([method, url, told, body]))
    .digest('base64url')
}

async function packed({ status, url, headers, contentType, bytes, readAt }: Answer, ask: Ask): Promise<KeptAnswer> {
  const { 'set-cookie': _, ...told } = headers
  return {
    status,
    url: url === addressOf(ask) ? null : url,
    headers: told,
    contentType,
    ...(readAt === undefined ? {} : { readAt }),
    body: (await promisify(gzip)(bytes ?? new Uint8Array())).toString('base64'),
  }
}

async function unpacked({ body, url, readAt, ...kept }: KeptAnswer, ask: Ask): Promise<Answer> {
  const bytes = await promisify(gunzip)(Buffer.from(body, 'base64'))
  return {
    ...kept,
    ...(readAt === undefined ? {} : { readAt }),
    url: url ?? addressOf(ask),
    ...decoded(bytes, kept.contentType),
    bytes,
  }
}

function addressOf(ask: Ask): string {
  const url = new URL(ask.url)
  url.hash = ''
  return url.href
}
