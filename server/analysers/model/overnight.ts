/** Sends requests through the Message Batches API: half the price, answered within minutes to a day. */
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { APIError } from '@anthropic-ai/sdk'
import type Anthropic from '@anthropic-ai/sdk'
import { type Asking, Later } from '../index.ts'
import { candidatesAt, noteOrder } from './orders.ts'
import type { Send } from './send.ts'

export interface OvernightOptions {
  /** Milliseconds without a new request after which those collected are handed in. */
  collect: number
  /** Milliseconds between looks whether a batch is done. */
  look: number
  /**
   * Milliseconds to wait for a batch just handed in before `Later` is thrown: small ones are soon done. One handed in before is
   * only looked at, so that many that wait take nobody's place. Infinity waits for either as long as it takes.
   */
  hold?: number
  /** Milliseconds after which it is worth another look then. */
  later?: number
}

/** Batches are mostly done within the hour. */
const LATER = 5 * 60_000

type Result = Anthropic.Messages.MessageBatchResult

interface Collected {
  body: Anthropic.MessageCreateParamsNonStreaming
  /** Notes that it is about to be ordered with so many others. */
  note: (of: number) => Promise<void>
  /** Remembers the batch, also when nobody waits for it any more: it is paid for. */
  keep: (batch: string) => Promise<void>
  handedIn: (batch: Promise<string>) => void
}

/**
 * A way to send that collects requests, hands them in together, and waits for the results. Which batch holds a request is
 * remembered with the calls: after a restart its result is fetched, not ordered anew, also where the process ended before the
 * batch could be remembered, as far as the service tells of it. Other failures are those of a
 * request; a batch that expired or was cancelled is ordered once more when it is asked for again.
 */
export function sendOvernight(client: Anthropic, options: OvernightOptions): Send {
  const collected = new Map<string, Collected[]>()
  const results = new Map<string, Promise<Map<string, Result>>>()
  const candidates = candidatesAt(client)
  let timer: NodeJS.Timeout | null = null

  const handIn = (): void => {
    const all = [...collected.values()].flat()
    const requests = [...collected].map(([id, [first]]) => ({ custom_id: id, params: (first as Collected).body }))
    collected.clear()
    timer = null
    const send = async (): Promise<string> => {
      await Promise.all(all.map((one) => one.note(requests.length)))
      const { id } = await client.messages.batches.create({ requests })
      await Promise.all(all.map((one) => one.keep(id)))
      return id
    }
    const batch = send()
    for (const one of all) one.handedIn(batch)
  }
  const order = (id: string, one: Omit<Collected, 'handedIn'>): Promise<string> =>
    new Promise<Promise<string>>((handedIn) => {
      collected.set(id, [...(collected.get(id) ?? []), { ...one, handedIn }])
      timer ??= setTimeout(handIn, options.collect)
      timer.refresh()
    }).then((batch) => batch)
  const resultsOf = (batch: string, isNew: boolean): Promise<Map<string, Result>> => {
    const { hold = Infinity } = options
    const patience = isNew || hold === Infinity ? hold : 0
    const known = results.get(batch) ?? fetchResults(client, batch, patience, options)
    results.set(batch, known)
    known.catch(() => results.delete(batch))
    return known
  }

  /** The batch that was ordered with this request in it by a process that could not remember it; null if there is none. */
  const ordered = async (id: string, key: string, { calls }: Asking): Promise<string | null> => {
    for (const batch of await candidates(key, calls)) {
      if ((await resultsOf(batch, false)).has(id)) return batch
    }
    return null
  }

  return async (body, _profile, asking, tries) => {
    const id = idOf(body)
    try {
      for (let turn = 0; ; turn += 1) {
        const key = `overnight/${id}/${turn}`
        const note = (of: number): Promise<void> => noteOrder(key, { at: Date.now(), of }, asking.calls)
        const keep = (made: string): Promise<void> => asking.calls.put(new Map([[key, made]]))
        const kept = (await asking.calls.get(key)) ?? (await unlessAborted(ordered(id, key, asking), asking))
        if (kept !== null) await keep(kept)
        const batch = kept ?? (await unlessAborted(order(id, { body, note, keep }), asking))
        const result = (await unlessAborted(resultsOf(batch, kept === null), asking)).get(id)
        tries.made += 1
        if (result?.type === 'succeeded') return { message: result.message }
        if (kept !== null) continue
        if (result?.type === 'errored') throw errorOf(result)
        return { failure: { kind: 'unavailable', why: 'the overnight batch ended without an answer about it' } }
      }
    } catch (thrown) {
      asking.signal.throwIfAborted()
      if (thrown instanceof Later) throw thrown
      return { thrown }
    }
  }
}

/** The same for the same question: the boundary, new in every request, and the room for its answer are left out. */
function idOf(body: Collected['body']): string {
  const plain = JSON.stringify({ ...body, max_tokens: 0 }).replace(/==== [0-9a-f]{24} ====/g, '====')
  return createHash('sha256').update(plain).digest('hex').slice(0, 40)
}

/** The results of a batch; none of one that the service does not know any more. */
async function fetchResults(
  client: Anthropic,
  batch: string,
  patience: number,
  options: OvernightOptions,
): Promise<Map<string, Result>> {
  try {
    return await resultsWhenDone(client, batch, patience, options)
  } catch (thrown) {
    if (thrown instanceof APIError && thrown.status === 404) return new Map()
    throw thrown
  }
}

/** Throws `Later` where the batch is not done in time. */
async function resultsWhenDone(
  client: Anthropic,
  batch: string,
  patience: number,
  { look, later = LATER }: OvernightOptions,
): Promise<Map<string, Result>> {
  const begun = Date.now()
  while ((await client.messages.batches.retrieve(batch)).processing_status !== 'ended') {
    if (Date.now() + look - begun > patience) throw new Later(later, 'The overnight batch is not done yet.')
    await wait(look)
  }
  const found = new Map<string, Result>()
  for await (const one of await client.messages.batches.results(batch)) found.set(one.custom_id, one.result)
  return found
}

async function unlessAborted<T>(work: Promise<T>, asking: Asking): Promise<T> {
  const { signal } = asking
  let stop = (): void => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error)
  })
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

const STATUS: Record<string, number> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  overloaded_error: 529,
}

/** The error a single request would have met. */
function errorOf(result: Anthropic.Messages.MessageBatchErroredResult): Error {
  const { type, message } = result.error.error
  const status = STATUS[type] ?? 500
  return APIError.generate(status, { error: { type, message } }, message, new Headers())
}
