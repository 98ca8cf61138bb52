/** Ways to get one request to the service and its message back. */
import type Anthropic from '@anthropic-ai/sdk'
import type { Middleware } from '@anthropic-ai/sdk'
import type { Asking } from '../index.ts'
import { type Failure, timedOut } from './failures.ts'
import type { Profile } from './profile.ts'

/** Requests a question has taken on the wire, and those that brought no answer though they may have been read and billed. */
export interface Tries {
  made: number
  lost: number
}

/** Counts every request in `tries`. */
export type Send = (
  body: Anthropic.MessageCreateParamsNonStreaming,
  profile: Profile,
  asking: Asking,
  tries: Tries,
) => Promise<{ message: unknown } | { thrown: unknown } | { failure: Failure }>

/** Sends each request at once, bounded as a whole: the SDK's own limit ends when the headers have come. */
export function sendNow(client: Anthropic): Send {
  return async (body, profile, { signal }, tries) => {
    const bound = new AbortController()
    const stop = () => bound.abort(signal.reason)
    let begun = 0
    const counted: Middleware = async (request, next) => {
      tries.made += 1
      try {
        const response = await next(request)
        if (response.ok) begun += 1
        return response
      } catch (thrown) {
        if (!neverSent(thrown)) tries.lost += 1
        throw thrown
      }
    }
    const timer = setTimeout(() => bound.abort(timedOut), profile.timeoutMs)
    signal.addEventListener('abort', stop, { once: true })
    try {
      return { message: await client.messages.create(body, { signal: bound.signal, middleware: [counted] }) }
    } catch (thrown) {
      tries.lost += begun
      signal.throwIfAborted()
      return bound.signal.aborted ? { failure: timedOut } : { thrown }
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
  }
}

/** Whether no connection came about, so that nothing was read. */
function neverSent(thrown: unknown): boolean {
  for (let at = thrown; at instanceof Error; at = at.cause) {
    if ('code' in at && /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(String(at.code))) return true
  }
  return false
}
