/** Looking into answers nobody vouches for: every step gives null (or nothing) where the shape is not as expected. */

type Json = Record<string, unknown>

export function record(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
}

/** What stands at `path` below `value`, or undefined. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here: unknown = value
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Json)[step]
  }
  return here
}

/** Text at `path`; a number is taken as its digits. Empty text counts as none. */
export function text(value: unknown, ...path: (string | number)[]): string | null {
  const found = at(value, ...path)
  if (typeof found === 'string') return found === '' ? null : found
  return typeof found === 'number' && Number.isFinite(found) ? String(found) : null
}

export function number(value: unknown, ...path: (string | number)[]): number | null {
  const found = at(value, ...path)
  if (typeof found === 'number' && Number.isFinite(found)) return found
  return typeof found === 'string' && /^-?\d+(\.\d+)?$/.test(found) ? Number(found) : null
}

/** A count: a whole number from 0 up. */
export function count(value: unknown, ...path: (string | number)[]): number | null {
  const found = number(value, ...path)
  return found !== null && Number.isSafeInteger(found) && found >= 0 ? found : null
}

export function list(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

export function truthy(value: unknown, ...path: (string | number)[]): boolean {
  const found = at(value, ...path)
  return (
    found === true || found === 1 || (typeof found === 'string' && found !== '' && found !== 'false' && found !== '0')
  )
}

/** The value `source` stands for, or undefined when it is no JSON. */
export function parse(source: string): unknown {
  // Archives of X are programs that set a variable to the list.
  const start = source.trimStart().replace(/^window\.[\w.]{1,80}\s?=\s?(?=[[{])/, '')
  if (!/^(?:[[{"]|(?:null|true|false|-?\d[\d.]*(?:e[+-]?\d+)?)\s*$)/i.test(start.slice(0, 400))) return undefined
  try {
    return JSON.parse(start)
  } catch {
    return parseLines(start) ?? parseRow(start)
  }
}

/** Records one after the other, with commas or none between them, as a list: within a string of JSON no line ends. */
function parseRow(source: string): unknown {
  const whole = source.trimEnd().replace(/,$/, '')
  if (!whole.startsWith('{') || !whole.endsWith('}')) return undefined
  try {
    return JSON.parse(`[${whole.replace(/\}(?:[ \t]*,)?[ \t]*\r?\n\s*\{/g, '},{')}]`)
  } catch {
    return undefined
  }
}

/** One record on each line (JSON Lines), as a list. A last line that was cut off is left out. */
function parseLines(source: string): unknown {
  const lines = source.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length < 2 || !/^\s*\{.*\}\s*$/.test(lines[0] ?? '')) return undefined
  const values: unknown[] = []
  for (const [index, line] of lines.entries()) {
    try {
      values.push(JSON.parse(line))
    } catch {
      return index === lines.length - 1 ? values : undefined
    }
  }
  return values
}

const known = new WeakMap<object, unknown>()

/** The JSON of an answer: every platform looks at it, so it is parsed once. Nobody changes what comes out. */
export function jsonOf(answer: { text: string }): unknown {
  if (!known.has(answer)) known.set(answer, parse(answer.text))
  return known.get(answer)
}
