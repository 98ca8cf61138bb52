/** Reads the JSON in an answer: pure, wrapped in prose or fences, or cut off before its end. */

export interface ReadJson {
  value: unknown
  /** Whether the answer was nothing but JSON. */
  pure: boolean
  /** Whether the end was missing; then `value` holds all list items that were complete. */
  cut: boolean
}

/** Places where JSON may begin that are tried before giving up. */
const MOST_BEGINNINGS = 16
/** What some models think aloud before they answer. */
const THOUGHTS = /^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>/i

/**
 * The JSON object in `text`, or null when there is none. Of several the last: what stands before an answer is an example, a
 * schema or a thought.
 */
export function readJson(text: string): ReadJson | null {
  const whole = parse(text)
  if (isObject(whole)) return { value: whole, pure: true, cut: false }
  if (typeof whole === 'string') return impure(readJson(whole))
  const said = text.replace(THOUGHTS, '')
  let last: ReadJson | null = null
  let at = said.indexOf('{')
  for (let tries = 0; at >= 0 && tries < MOST_BEGINNINGS; tries += 1) {
    const scanned = scan(said.slice(at))
    const value = parse(scanned.text) ?? parse(mended(scanned.text))
    const found = isObject(value)
    if (found) last = { value, pure: scanned.cut && at === 0, cut: scanned.cut }
    if (found && scanned.cut) break
    at = said.indexOf('{', at + (found ? scanned.text.length : 1))
  }
  return last
}

function impure(read: ReadJson | null): ReadJson | null {
  return read && { ...read, pure: false }
}

/** With what models leave wrong in JSON set right: commas after the last item, line breaks inside strings. */
function mended(json: string): string {
  return json.replace(/"(?:[^"\\]|\\[\s\S])*"|,(?=\s*[\]}])/g, (part) =>
    part === ',' ? '' : part.replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t'),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first value of `text`; if it has no end, what was complete when its last list item ended, closed. */
function scan(text: string): { text: string; cut: boolean } {
  const open: string[] = []
  let inString = false
  let lastItem: { end: number; open: string[] } | null = null
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string
    if (inString) {
      if (char === '\\') i += 1
      else if (char === '"') {
        inString = false
        if (isItem(open)) lastItem = { end: i + 1, open: [...open] }
      }
      continue
    }
    if (char === '"') inString = true
    else if (char === '{') open.push('}')
    else if (char === '[') open.push(']')
    else if (char === '}' || char === ']') {
      if (open.pop() !== char) break
      if (open.length === 0) return { text: text.slice(0, i + 1), cut: false }
      lastItem = { end: i + 1, open: [...open] }
    }
  }
  if (lastItem === null) return { text: '', cut: true }
  return { text: text.slice(0, lastItem.end) + lastItem.open.toReversed().join(''), cut: true }
}

/** Whether a string that ends here is an item of a list of its own, not a part of one. */
function isItem(open: string[]): boolean {
  return open.at(-1) === ']' && open.indexOf(']') === open.length - 1
}
