/** A debate as its data, in the shape of `shared/debate.ts`, indented for readers; `sources` (`shared/sources.ts`) beside it where they were checked. */
import type { Debate } from '../../shared/debate.ts'
import type { CheckedSource } from '../../shared/sources.ts'

/** Lists longer than this are written entry by entry. */
const LONG = 20

/** The text in pieces, so that the whole of a large debate, which takes many times the room of its posts, is never in memory. */
export function* json(debate: Debate, sources: CheckedSource[] = []): Generator<string> {
  yield* indented(sources.length === 0 ? debate : { ...debate, sources }, '')
  yield '\n'
}

/** What `JSON.stringify(value, null, 2)` gives, continued lines starting with `indent`. */
function* indented(value: unknown, indent: string): Generator<string> {
  if (!isObject(value) || !holdsMuch(value)) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)
    return
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const inner = `${indent}  `
  let before = `${open}\n`
  for (const [name, entry] of Object.entries(value)) {
    if (entry === undefined) continue
    yield `${before}${inner}${Array.isArray(value) ? '' : `${JSON.stringify(name)}: `}`
    yield* indented(entry, inner)
    before = ',\n'
  }
  yield `\n${indent}${close}`
}

function holdsMuch(value: object): boolean {
  if (Array.isArray(value) && value.length > LONG) return true
  return Object.values(value).some((entry) => isObject(entry) && holdsMuch(entry))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
