/** The Message Batches API: takes many requests, is done after a while, and gives the results in another order. */
import { z } from 'zod'
import type { Body, Refusal } from './validate.ts'

const Create = z.strictObject({
  requests: z
    .array(z.strictObject({ custom_id: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/), params: z.unknown() }))
    .min(1),
})

interface Kept {
  madeAt: number
  endsAt: number
  results: { custom_id: string; result: unknown }[]
}

/** How all requests of a batch end; `lost`: the batch itself is not known any more. */
export type BatchEnd = 'succeeded' | 'expired' | 'canceled' | 'overloaded' | 'lost'

export class BatchStore {
  readonly sizes: number[] = []
  private readonly kept = new Map<string, Kept>()
  private readonly takes: number
  private readonly answer: (body: Body) => unknown
  private readonly ends: (batch: number) => BatchEnd

  constructor(takes: number, answer: (body: Body) => unknown, ends: (batch: number) => BatchEnd) {
    this.takes = takes
    this.answer = answer
    this.ends = ends
  }

  /** Null when the path is none of its own. */
  handle(
    method: string,
    path: string,
    text: string,
    base: string,
    read: (body: string) => Body | Refusal,
  ): { status: number; json: unknown } | { lines: string[] } | null {
    if (method === 'POST' && path === '/v1/messages/batches') return this.create(text, read)
    if (method === 'GET' && path === '/v1/messages/batches') return { status: 200, json: this.list(base) }
    const [, id = '', results] = /^\/v1\/messages\/batches\/([^/]+)(\/results)?$/.exec(path) ?? []
    const batch = this.kept.get(id)
    if (method !== 'GET' || batch === undefined || this.ends(Number(id.replace(/\D+/, '')) - 1) === 'lost') return null
    if (results === undefined) return { status: 200, json: describe(id, batch, base) }
    return { lines: batch.results.toReversed().map((result) => JSON.stringify(result)) }
  }

  /** The newest first, all on one page. */
  private list(base: string): unknown {
    const data = [...this.kept].toReversed().map(([id, batch]) => describe(id, batch, base))
    return { data, has_more: false, first_id: null, last_id: null }
  }

  private resultOf(body: Body): unknown {
    const end = this.ends(this.kept.size)
    if (end === 'succeeded' || end === 'lost') return { type: 'succeeded', message: this.answer(body) }
    if (end !== 'overloaded') return { type: end }
    return { type: 'errored', error: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } } }
  }

  private create(text: string, read: (body: string) => Body | Refusal): { status: number; json: unknown } {
    const asked = Create.safeParse(JSON.parse(text))
    if (!asked.success) {
      return {
        status: 400,
        json: { type: 'error', error: { type: 'invalid_request_error', message: asked.error.message } },
      }
    }
    const id = `msgbatch_${this.kept.size + 1}`
    const results = asked.data.requests.map(({ custom_id, params }) => {
      const body = read(JSON.stringify(params))
      const result =
        'status' in body
          ? { type: 'errored', error: { type: 'error', error: { type: body.type, message: body.message } } }
          : this.resultOf(body)
      return { custom_id, result }
    })
    const batch = { madeAt: Date.now(), endsAt: Date.now() + this.takes, results }
    this.kept.set(id, batch)
    this.sizes.push(results.length)
    return { status: 200, json: describe(id, batch, '') }
  }
}

function describe(id: string, batch: Kept, base: string): unknown {
  const ended = Date.now() >= batch.endsAt
  const count = batch.results.length
  return {
    id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : 'in_progress',
    request_counts: {
      processing: ended ? 0 : count,
      succeeded: ended ? count : 0,
      errored: 0,
      canceled: 0,
      expired: 0,
    },
    created_at: new Date(batch.madeAt).toISOString(),
    ended_at: ended ? new Date(batch.endsAt).toISOString() : null,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    cancel_initiated_at: null,
    archived_at: null,
    results_url: ended ? `${base}/v1/messages/batches/${id}/results` : null,
  }
}
