/** Answers remembered one by one, so that what was asked before, in whatever company, is never paid for twice. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Asking, CallMemory } from '../index.ts'
import type { Profile } from './profile.ts'
import type { Prompt } from './prompts.ts'
import { free } from './usage.ts'

/** Raised when what is remembered may not be used any more; entries of another version are not found. */
const VERSION = 2

/**
 * The part of `calls` that holds answers of this service, asked in this way: the same question to a model of the same name
 * may be answered otherwise elsewhere, with more effort, or with other fields in its requests.
 */
export function callsAt(service: string, profile: Profile, calls: CallMemory): CallMemory {
  const { model, thinking, effort, extraBody } = profile
  const shelf = createHash('sha256')
    .update(JSON.stringify([VERSION, service, model, thinking, effort, extraBody]))
    .digest('hex')
    .slice(0, 16)
  return {
    get: (key) => calls.get(`${shelf}/${key}`),
    put: (answers) => calls.put(new Map([...answers].map(([key, answer]) => [`${shelf}/${key}`, answer]))),
  }
}

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
      if (known.size > 0) await asking.spent(free(prompt.name, known.size))
      return known
    },
    async keep(answers, asking) {
      await asking.calls.put(new Map([...answers].map(([item, answer]) => [keyOf(item), JSON.stringify(answer)])))
    },
  }
}
