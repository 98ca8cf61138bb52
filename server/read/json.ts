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

/** What servers write before JSON so that no other page can load it as a program, and how a program is made of it. */
const GUARD = /^(?:\)\]\}',?|for ?\(;;\);|while ?\(1\);)\s*/
const CALL = /^(?:\/\*\*\/\s*)?[\w$.]{1,80}\(\s*(?=[[{])/

/** The value `source` stands for, or undefined when it is no JSON. */
export function parse(source: string): unknown {
  // Archives of X are programs that set a variable to the list.
  const trimmed = source.trimStart().replace(GUARD, '')
  const start = trimmed.replace(/^window\.[\w.]{1,80}\s?=\s?(?=[[{])/, '')
  if (CALL.test(start.slice(0, 200))) return parsedCall(start)
  if (!/^(?:[[{"]|(?:null|true|false|-?\d[\d.]*(?:e[+-]?\d+)?)\s*$)/i.test(start.slice(0, 400))) return undefined
  try {
    return JSON.parse(start)
  } catch {
    return parseLines(start) ?? parseRow(start)
  }
}

/** "callback({…});" */
function parsedCall(source: string): unknown {
  try {
    return JSON.parse(source.replace(CALL, '').replace(/\)\s*;?\s*$/, ''))
  } catch {
    return undefined
  }
}

/** Ways that end one value and begin the next: what stands between them is no string of JSON, in which no line ends. */
const BETWEEN = /(\}|\])(?:[ \t]*,)?[ \t]*\r?\n\s*(?=[[{])/g

/** Values one after the other, with commas or none between them, as a list. */
function parseRow(source: string): unknown {
  const whole = source.trimEnd().replace(/,$/, '')
  if (!/^[[{]/.test(whole) || !/[\]}]$/.test(whole)) return undefined
  return parsedList(whole.replace(BETWEEN, '$1,')) ?? parsedList(apart(whole))
}

function parsedList(values: string | null): unknown {
  if (values === null) return undefined
  try {
    return JSON.parse(`[${values}]`)
  } catch {
    return undefined
  }
}

/**
 * `source` with a comma after each value that stands whole by itself, as programs print them that ask page by page; null
 * where the last one does not end.
 */
function apart(source: string): string | null {
  const parts: string[] = []
  let from = 0
  let depth = 0
  let inString = false
  for (let here = 0; here < source.length; here++) {
    const letter = source[here]
    if (letter === '\\') here++
    else if (letter === '"') inString = !inString
    else if (inString) continue
    else if (letter === '[' || letter === '{') depth++
    else if ((letter === ']' || letter === '}') && --depth === 0) {
      parts.push(source.slice(from, here + 1))
      from = here + 1
    }
  }
  return source.slice(from).trim() === '' ? parts.join(',') : null
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
