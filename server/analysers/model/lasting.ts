/**
 * Answers about a whole debate, found again when its thread has grown. What was asked is never quite the same then, so they
 * are kept under the debate's weightiest claims, whose ids outlive an analysis; whether an answer still holds is for its
 * question to say.
 */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Asking } from '../index.ts'

/** Claims an answer is kept under. */
const ANCHORS = 8

interface Lasting<Answer> {
  /** Answers given before, the latest under each claim. */
  found(asking: Asking): Promise<Answer[]>
  keep(answer: Answer, asking: Asking): Promise<void>
}

/** `parts`: what else an answer must have in common with a later question; `claims`: ids, weightiest first. */
export function lasting<Answer>(shape: z.ZodType<Answer>, parts: unknown[], claims: string[]): Lasting<Answer> {
  const anchors = claims.slice(0, ANCHORS).map(
    (claim) =>
      `lasting/${createHash('sha256')
        .update(JSON.stringify([parts, claim]))
        .digest('hex')}`,
  )
  // What is kept under a key stays, so later answers stand under further ones.
  const last = async (anchor: string, { calls }: Asking): Promise<{ next: string; value: string | null }> => {
    let value: string | null = null
    for (let at = 0; ; at += 1) {
      const later = await calls.get(`${anchor}/${at}`)
      if (later === null) return { next: `${anchor}/${at}`, value }
      value = later
    }
  }
  return {
    async found(asking) {
      const answers: Answer[] = []
      for (const value of new Set(await Promise.all(anchors.map(async (one) => (await last(one, asking)).value)))) {
        const read = value === null ? null : shape.safeParse(JSON.parse(value))
        if (read?.success === true) answers.push(read.data)
      }
      return answers
    },
    async keep(answer, asking) {
      const value = JSON.stringify(answer)
      for (const anchor of anchors) {
        const { next, value: before } = await last(anchor, asking)
        if (before !== value) await asking.calls.put(new Map([[next, value]]))
      }
    },
  }
}
