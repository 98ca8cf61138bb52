/** /api/debates/:id/events: what happens in an analysis, from the beginning or from where a page stopped listening. */
import { z } from '@hono/zod-openapi'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { ProgressEvent } from '../../shared/api.ts'
import type { Store } from '../store/index.ts'
import { entryOf, isEnded } from './debates.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, DebateId, FAILURES } from './replies.ts'

/** Longest silence on an open stream, in milliseconds; proxies close streams that stay silent longer. */
const SILENCE = 15_000

const After = z.coerce.number().int().min(0).catch(0)

const events = createRoute({
  method: 'get',
  path: '/api/debates/{id}/events',
  summary: 'Follow an analysis (server-sent events)',
  description:
    'Each `id` is the number of an event, each `data` a ProgressEvent. Starts after `Last-Event-ID` or `after`, from the beginning without either, and closes after the event of type `end`. 204 when the analysis has ended and everything was told.',
  request: { params: DebateId, query: z.object({ after: z.string().optional() }) },
  responses: {
    200: {
      content: { 'text/event-stream': { schema: ProgressEvent.meta({ id: 'ProgressEvent' }) } },
      description: 'The events so far, then those to come',
    },
    204: { description: 'Nothing more will happen' },
    ...FAILURES,
  },
})

export function eventRoutes({ store }: RouteParts) {
  const routes = createRoutes()
  routes.openAPIRegistry.registerPath(events)
  routes.get(events.getRoutingPath(), async (context) => {
    const entry = await entryOf(store, context.req.param('id'))
    const after = After.parse(context.req.header('last-event-id') ?? context.req.query('after') ?? 0)
    if (isEnded(entry) && (await store.events(entry.id, after)).length === 0) return context.body(null, 204)
    context.header('x-accel-buffering', 'no')
    return streamSSE(context, (stream) => follow(store, entry.id, after, stream))
  })
  return routes
}

async function follow(store: Store, id: string, after: number, stream: SSEStreamingApi): Promise<void> {
  const bell = new Bell()
  const unwatch = store.watch(id, () => bell.ring())
  stream.onAbort(() => bell.ring())
  try {
    let seq = after
    while (!stream.aborted) {
      const news = await store.events(id, seq)
      for (const event of news) {
        await stream.writeSSE({ id: String(event.seq), data: JSON.stringify(event) })
        seq = event.seq
      }
      if (news.length > 0) continue
      if (await isOver(store, id, seq)) return
      if (!(await bell.heard(SILENCE))) await stream.write(': still here\n\n')
    }
  } finally {
    unwatch()
  }
}

/** Whether nothing more will be told. The entry is read before the events, so that an end in between is not missed. */
async function isOver(store: Store, id: string, seq: number): Promise<boolean> {
  const entry = await store.entry(id)
  return entry === null || (isEnded(entry) && (await store.events(id, seq)).length === 0)
}

/** Remembers a ring until someone waits for it. */
class Bell {
  #rung = false
  #answer: (() => void) | null = null

  ring(): void {
    this.#rung = true
    this.#answer?.()
  }

  /** True once it rings or has rung since the last wait, false after `patience` milliseconds of silence. */
  async heard(patience: number): Promise<boolean> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience)
        this.#answer = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    const rung = this.#rung
    this.#rung = false
    this.#answer = null
    return rung
  }
}
