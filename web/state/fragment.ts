/** Addresses that make a browser scroll to words of a page (URL Fragment Text Directives, WICG scroll-to-text-fragment). */
import type { Range } from '../../shared/thread.ts'

/** Words of prefix and suffix that tell one occurrence from another. */
const CONTEXT_WORDS = 3
/** From this length on, only the ends of a quote are named. */
const LONG = 120

/** The address with a directive for `text.slice(start, end)`, or null when it is no web address. */
export function toWords(address: string | null, text: string, { start, end }: Range): string | null {
  if (address === null || !/^https?:\/\//i.test(address)) return null
  const quote = oneLine(text.slice(start, end))
  if (quote === '') return address
  const words = quote.split(' ')
  const target =
    quote.length > LONG && words.length > 8
      ? `${encode(words.slice(0, 4).join(' '))},${encode(words.slice(-4).join(' '))}`
      : encode(quote)
  const before = lineBefore(text, start).split(' ').filter(Boolean).slice(-CONTEXT_WORDS).join(' ')
  const after = lineAfter(text, end).split(' ').filter(Boolean).slice(0, CONTEXT_WORDS).join(' ')
  const prefix = before === '' ? '' : `${encode(before)}-,`
  const suffix = after === '' ? '' : `,-${encode(after)}`
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${prefix}${target}${suffix}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function lineBefore(text: string, at: number): string {
  return oneLine(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
}

function lineAfter(text: string, at: number): string {
  const stop = text.indexOf('\n', at)
  return oneLine(text.slice(at, stop < 0 ? text.length : stop))
}

/** The hyphen and the comma separate the parts of a directive. */
function encode(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D')
}
