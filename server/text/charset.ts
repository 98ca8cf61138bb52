/** Bytes to text: the charset said by the sender, else a byte order mark, else one named in the page, else a guess. */
import iconv from 'iconv-lite'
import { guessed, twoBytes } from './charset-guess.ts'

/** Charset label in a content type or in the first kilobytes of a page (WHATWG "prescan"), lower case. */
function labelled(contentType: string, head: string): string | null {
  const said = /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1]
  const written =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]
  const label = (said ?? written)?.toLowerCase() ?? null
  // A page whose <meta> could be read byte by byte is not UTF-16, whatever it says.
  return said === undefined && label?.startsWith('utf-16') === true ? 'utf-8' : label
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return twoBytes(bytes)
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const UTF_8 = /^utf-?8$/
/** ISO-8859-1 and ASCII mean Windows-1252 on the web, ISO-8859-9 Windows-1254 (WHATWG Encoding §4.2). */
const ON_THE_WEB: [RegExp, string][] = [
  [/^(?:iso-?8859-?1|latin-?1|ascii|us-ascii)$/, 'windows-1252'],
  [/^(?:iso-?8859-?9|latin-?5)$/, 'windows-1254'],
]
/** Two bytes each, so that nothing in them is UTF-8 by chance. */
const WIDE = /^(?:utf-16|ucs-2)/

/** How `bytes` are read, and whether that is a guess: nothing names their charset, or what does is not true. */
export interface Reading {
  text: string
  /** Lower case. */
  charset: string
  guessed: boolean
}

/**
 * The text of `bytes`. Never fails: bytes that fit no charset become U+FFFD. A byte order mark comes before what the sender
 * says, that before what the page says (WHATWG Encoding §6, HTML §13.2.3.2). Two things go beyond it, as saved pages keep the
 * label they had and are written again as UTF-8: what is UTF-8 beyond doubt is read so, and what is hardly ever UTF-8, though
 * it says so, is guessed.
 */
export function reading(bytes: Uint8Array, contentType = ''): Reading {
  const mark = byMark(bytes)
  const label = mark ?? labelled(contentType, String.fromCharCode(...bytes.subarray(0, 2048)))
  const known = label !== null && iconv.encodingExists(label) ? label : null
  const utf8 = known === null || !WIDE.test(known) ? strictly(bytes) : null
  const plain = utf8 !== null && /^\p{ASCII}*$/u.test(utf8)
  if (utf8 !== null && (known === null || UTF_8.test(known) || !(plain || mark !== null)))
    return { text: utf8, charset: 'utf-8', guessed: false }
  if (known === null) return guess(bytes)
  if (UTF_8.test(known)) {
    const text = new TextDecoder('utf-8').decode(bytes)
    return mark === null && isHardly(text) ? guess(bytes) : { text, charset: 'utf-8', guessed: false }
  }
  const charset = ON_THE_WEB.find(([names]) => names.test(known))?.[1] ?? known
  return { text: iconv.decode(Buffer.from(bytes), charset), charset, guessed: false }
}

function guess(bytes: Uint8Array): Reading {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (isNearly(text)) return { text, charset: 'utf-8', guessed: true }
  const charset = guessed(bytes)
  return { text: iconv.decode(Buffer.from(bytes), charset), charset, guessed: true }
}

/** Whether a text read as UTF-8 is so but for a few bytes: it was cut, or something else was put into it. Hardly any other charset passes for it. */
function isNearly(text: string): boolean {
  const lost = text.match(/\ufffd/g)?.length ?? 0
  const kept = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return lost * 10 <= kept || (lost === 1 && kept > 0 && text.endsWith('\ufffd'))
}

/** Whether more of a text read as UTF-8 is lost than is not. */
function isHardly(text: string): boolean {
  const lost = text.match(/\ufffd/g)?.length ?? 0
  return lost > 2 && lost > (text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0)
}

/** The text of `bytes`, see `reading`. */
export const decode = (bytes: Uint8Array, contentType = ''): string => reading(bytes, contentType).text

/** First bytes of PDF, RTF, PostScript and GIF, which can be all letters and digits for long. */
const OTHER_FORMAT = /^(?:%PDF-|\{\\rtf|%!PS-|GIF8[79]a)/
const OTHER_TYPE =
  /^\s*(?:image|audio|video|font)\/|^\s*application\/(?:pdf|rtf|postscript|msword|epub|vnd\.(?:openxmlformats|oasis|ms-))/i

/** Whether bytes are no text to be read: said by the sender, by their beginning, or by control bytes among the first kilobytes. */
export function looksBinary(bytes: Uint8Array, contentType = ''): boolean {
  if (OTHER_TYPE.test(contentType)) return true
  if (OTHER_FORMAT.test(String.fromCharCode(...bytes.subarray(0, 8)))) return true
  if (byMark(bytes) !== null) return false
  const head = bytes.subarray(0, 8192)
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return controls > head.length / 50
}
