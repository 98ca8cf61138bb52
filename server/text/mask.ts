/**
 * Masking: stretches that must not be cut or read as words are blanked out by a filler of the same length, so that every
 * offset in the masked text is an offset in the text.
 */
import type { Range } from '../../shared/thread.ts'

const URL_LIKE = /\b(?:https?:\/\/|www\.)[^\s<>)\]]+/gi
const QUOTED = /["“„«][^"“”„«»\n]{1,300}["”“»]/g
const BRACKETED = /\([^()\n]{1,300}\)|\[[^[\]\n]{1,300}\]/g

/** `text` with every range replaced by `filler` (one UTF-16 unit) repeated. */
export function mask(text: string, ranges: readonly Range[], filler: string): string {
  if (ranges.length === 0) return text
  let masked = ''
  let at = 0
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, range.start)
    const end = Math.min(range.end, text.length)
    if (end <= start) continue
    masked += text.slice(at, start) + filler.repeat(end - start)
    at = end
  }
  return masked + text.slice(at)
}

/** Addresses written out in the text; a full stop or comma at the end belongs to the sentence, not to the address. */
export function urlRanges(text: string): Range[] {
  if (!/:\/\/|www\./i.test(text)) return []
  return [...text.matchAll(URL_LIKE)].map((match) => {
    const address = match[0].replace(/[.,;:!?'"]+$/, '')
    return { start: match.index, end: match.index + address.length }
  })
}

/** Passages in quotation marks and in brackets, marks included, at most 300 characters and on one line. */
export function enclosedRanges(text: string): Range[] {
  if (!/["“„«([]/.test(text)) return []
  return [QUOTED, BRACKETED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
}
