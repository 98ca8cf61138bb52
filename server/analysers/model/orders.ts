/**
 * Orders of batches, noted before they are sent: a process that ends between an order and keeping the batch's id leaves a
 * batch that is paid for and that nobody knows. The service lists its batches, and the answers in them tell whose they are.
 */
import { APIError } from '@anthropic-ai/sdk'
import type Anthropic from '@anthropic-ai/sdk'
import { z } from 'zod'
import type { CallMemory } from '../index.ts'

/** `at`: when it was about to be sent, as `Date.now()` counts; `of`: how many requests it holds. */
const Order = z.object({ at: z.number(), of: z.int() })
type Order = z.infer<typeof Order>

/** How far the clock of the service may be behind ours, in milliseconds. */
const CLOCKS = 10 * 60_000
/** Batches looked at, the newest first. */
const MOST = 300
/** Orders noted of one question: whatever ends the process each time, what is noted shall come to an end. */
const MOST_NOTED = 10
/** Milliseconds a list of batches serves all who ask for it. */
const FRESH = 60_000

/** Notes that what is kept under `key` is about to be ordered; what was noted before stays. */
export async function noteOrder(key: string, order: Order, calls: CallMemory): Promise<void> {
  const before = await ordersOf(key, calls)
  if (before.length === MOST_NOTED) return
  await calls.put(new Map([[`${key}/order/${before.length}`, JSON.stringify(order)]]))
}

async function ordersOf(key: string, calls: CallMemory): Promise<Order[]> {
  const orders: Order[] = []
  for (;;) {
    const kept = await calls.get(`${key}/order/${orders.length}`)
    if (kept === null) return orders
    orders.push(Order.parse(JSON.parse(kept)))
  }
}

/** Ids of batches at the service that may have come of what was noted under `key`, the newest first. */
export type Candidates = (key: string, calls: CallMemory) => Promise<string[]>

export function candidatesAt(client: Anthropic): Candidates {
  let listed: { at: number; since: number; batches: Promise<Made[]> } | null = null
  return async (key, calls) => {
    const orders = await ordersOf(key, calls)
    if (orders.length === 0) return []
    const since = Math.min(...orders.map(({ at }) => at)) - CLOCKS
    if (listed === null || listed.since > since || Date.now() - listed.at > FRESH)
      listed = { at: Date.now(), since, batches: madeSince(client, since) }
    const batches = await listed.batches
    return batches
      .filter((batch) => orders.some(({ at, of }) => batch.of === of && batch.at >= at - CLOCKS))
      .map(({ id }) => id)
  }
}

interface Made extends Order {
  id: string
}

/** None where a service does not list its batches. */
async function madeSince(client: Anthropic, since: number): Promise<Made[]> {
  const made: Made[] = []
  try {
    for await (const { id, created_at: created, request_counts: counts } of client.messages.batches.list({
      limit: 100,
    })) {
      const at = Date.parse(created)
      if (at < since || made.length === MOST) break
      made.push({ id, at, of: Object.values(counts).reduce((sum, count) => sum + count, 0) })
    }
  } catch (thrown) {
    if (!(thrown instanceof APIError && (thrown.status === 404 || thrown.status === 405))) throw thrown
  }
  return made
}
