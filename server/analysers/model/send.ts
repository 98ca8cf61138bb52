/** Ways to get one request to the service and its message back. */
import type Anthropic from '@anthropic-ai/sdk'
import type { Middleware } from '@anthropic-ai/sdk'
import type { Asking } from '../index.ts'
import { type Failure, timedOut } from './failures.ts'
import type { Profile } from './profile.ts'

/** `tried` is called for every request on the wire. */
export type Send = (
  body: Anthropic.MessageCreateParamsNonStreaming,
  profile: Profile,
  asking: Asking,
  tried: () => void,
) => Promise<{ message: unknown } | { thrown: unknown } | { failure: Failure }>

/** Sends each request at once, bounded as a whole: the SDK's own limit ends when the headers have come. */
export function sendNow(client: Anthropic): Send {
  return async (body, profile, { signal }, tried) => {
    const bound = new AbortController()
    const stop = () => bound.abort(signal.reason)
    const counted: Middleware = (request, next) => {
      tried()
      return next(request)
    }
    const timer = setTimeout(() => bound.abort(timedOut), profile.timeoutMs)
    signal.addEventListener('abort', stop, { once: true })
    try {
      return { message: await client.messages.create(body, { signal: bound.signal, middleware: [counted] }) }
    } catch (thrown) {
      signal.throwIfAborted()
      return bound.signal.aborted ? { failure: timedOut } : { thrown }
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
  }
}
