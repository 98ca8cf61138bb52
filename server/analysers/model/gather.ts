/** Brings together what several callers ask about a few things each, so that they share one request. */
import type { Outcomes } from './items.ts'

/** Milliseconds a caller waits for company. */
const WAIT = 40

export type Gather<Item, Out> = (
  key: string,
  items: Item[],
  ask: (items: Item[]) => Promise<Outcomes<Item, Out>>,
) => Promise<Outcomes<Item, Out>>

interface Waiting<Item, Out> {
  items: Item[]
  timer: NodeJS.Timeout
  answer: Promise<Outcomes<Item, Out>>
  go: () => void
}

/**
 * Items handed in under the same key within a moment are asked about together, together of no more than `size`; the answer
 * is everybody's. `sizeOf`: what an item counts for.
 */
export function gatherer<Item, Out>(size: number, sizeOf: (item: Item) => number = () => 1): Gather<Item, Out> {
  const waiting = new Map<string, Waiting<Item, Out>>()
  const total = (items: Item[]): number => items.reduce((sum, item) => sum + sizeOf(item), 0)
  return (key, items, ask) => {
    let group = waiting.get(key)
    if (group !== undefined && total(group.items) + total(items) > size) {
      group.go()
      group = undefined
    }
    if (total(items) >= size) return ask(items)
    if (group === undefined) {
      group = begin(ask, () => waiting.delete(key))
      waiting.set(key, group)
    }
    group.items.push(...items)
    group.timer.refresh()
    return group.answer
  }
}

function begin<Item, Out>(ask: (items: Item[]) => Promise<Outcomes<Item, Out>>, left: () => void): Waiting<Item, Out> {
  const items: Item[] = []
  let go = (): void => undefined
  const answer = new Promise<void>((ready) => {
    go = ready
  }).then(() => ask(items))
  const leave = (): void => {
    clearTimeout(timer)
    left()
    go()
  }
  const timer = setTimeout(leave, WAIT)
  return { items, timer, answer, go: leave }
}
