/** Answers remembered one by one, so that what was asked before, in whatever company, is never paid for twice. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Asking } from '../index.ts'
import type { Prompt } from './prompts.ts'
import { free } from './usage.ts'

export interface Memory<Item, Out> {
  /** What is remembered of these items. */
  recall(items: Item[], asking: Asking): Promise<Map<Item, Out>>
  keep(answers: Map<Item, Out>, asking: Asking): Promise<void>
}

/** A memory for one question: `parts` is all of an item that decides its answer. */
export function memoryOf<Item, Out>(
  model: string,
  prompt: Prompt,
  schema: Record<string, unknown>,
  shape: z.ZodType<Out>,
  parts: (item: Item) => unknown,
): Memory<Item, Out> {
  const keyOf = (item: Item): string =>
    createHash('sha256')
      .update(JSON.stringify([model, prompt.name, prompt.version, schema, parts(item)]))
      .digest('hex')
  return {
    async recall(items, asking) {
      const known = new Map<Item, Out>()
      for (const item of items) {
        const kept = await asking.calls.get(keyOf(item))
        const read = kept === null ? null : shape.safeParse(JSON.parse(kept))
        if (read?.success === true) known.set(item, read.data)
      }
      if (known.size > 0) asking.spent(free(prompt.name, known.size))
      return known
    },
    async keep(answers, asking) {
      for (const [item, answer] of answers) await asking.calls.put(keyOf(item), JSON.stringify(answer))
    },
  }
}
