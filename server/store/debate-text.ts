/** Debates as the JSON text that is kept. Checked part by part: a large debate is never there twice as a whole. */
import type { z } from 'zod'
import { Debate } from '../../shared/debate.ts'

const PARTS: [string, z.ZodType][] = Object.entries(Debate.shape)

/** The text of a debate, in pieces. Throws where it has not the shape of one, so that it can be sent on as it is. */
export function* debateText(debate: Debate): Generator<string> {
  const given: Record<string, unknown> = debate
  let before = '{'
  for (const [name, shape] of PARTS) {
    const part: unknown = shape.parse(given[name])
    if (part === undefined) continue
    yield `${before}${JSON.stringify(name)}:`
    yield* piecesOf(part)
    before = ','
  }
  yield '}'
}

/** Lists entry by entry. */
function* piecesOf(part: unknown): Generator<string> {
  if (!Array.isArray(part)) {
    yield JSON.stringify(part)
    return
  }
  let before = '['
  for (const entry of part) {
    yield before + JSON.stringify(entry)
    before = ','
  }
  yield part.length === 0 ? '[]' : ']'
}

/** The debate of a kept text; parts that were unknown when it was kept have their standard values. */
export function debateOf(text: string): Debate {
  const kept = JSON.parse(text) as Record<string, unknown>
  for (const [name, shape] of PARTS) {
    const part: unknown = shape.parse(kept[name])
    if (part !== undefined) kept[name] = part
  }
  return kept as Debate
}
