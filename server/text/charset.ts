/** Bytes to text: the charset said by the sender, else a byte order mark, else one named in the page, else a guess. */
import iconv from 'iconv-lite'

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

/** UTF-16 without a mark, in scripts of which every other byte is 0; null where anything speaks against it. */
function twoBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 1024)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
    else if (byte < 9 || (byte > 13 && byte < 32)) return null
  }
  const [even = 0, odd = 0] = zeros
  if (head.length < 16 || Math.max(even, odd) < head.length * 0.4 || Math.min(even, odd) > 0) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Fewer bytes beyond ASCII than this are the accented letters of Western Europe. */
const FEWEST_HIGH = 0.15
/** Fewer of them tell nothing. */
const LEAST_HIGH = 12
/** A word of Latin and of Greek, Cyrillic or Hebrew letters is one of accented letters, wrongly decoded. */
const MIXED = /[a-z][\u0370-\u05ff]|[\u0370-\u05ff][a-z]/i
/** Letters of one alphabet stand at the places of another's: a text in its own has its vowels. */
const LEAST_VOWELS = 0.3
/** Charsets that other scripts were written in, with what their texts are made of once decoded rightly. */
const OTHERS: [label: string, shows: RegExp, share: number, never?: RegExp, vowels?: RegExp][] = [
  ['shift_jis', /[\u3041-\u3096\u30a1-\u30fa]/g, 0.2, /[\uff61-\uff9f]{3}/],
  ['euc-jp', /[\u3041-\u3096\u30a1-\u30fa]/g, 0.2],
  ['euc-kr', /[\uac00-\ud7a3]/g, 0.7],
  ['gb18030', /[\u4e00-\u9fff]/g, 0.7],
  ['big5', /[\u4e00-\u9fff]/g, 0.7],
  ['windows-1251', /[\u0430-\u044f\u0451]/g, 0.7, MIXED, /[аеёиоуыэюяіїєў]/gi],
  ['koi8-r', /[\u0430-\u044f\u0451]/g, 0.7, MIXED, /[аеёиоуыэюяіїєў]/gi],
  ['windows-1255', /[\u05d0-\u05ea]/g, 0.95, MIXED],
  ['windows-1253', /[\u03ac-\u03ce]/g, 0.7, MIXED, /[αεηιουωάέήίόύώ]/gi],
]

/** The first charset whose text would be nearly all of its own script; Windows-1252 else. */
function guessed(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 65_536)
  const high = head.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0)
  if (high < Math.max(LEAST_HIGH, head.length * FEWEST_HIGH)) return 'windows-1252'
  for (const [label, shows, share, never, vowels] of OTHERS) {
    const text = iconv.decode(Buffer.from(head), label)
    const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0
    // The last character may be cut where the beginning ends.
    if (text.indexOf('\ufffd') >= 0 && text.indexOf('\ufffd') < text.length - 2) continue
    if (vowels !== undefined && (text.match(vowels)?.length ?? 0) < beyond * LEAST_VOWELS) continue
    if ((text.match(shows)?.length ?? 0) >= beyond * share && never?.test(text) !== true) return label
  }
  return 'windows-1252'
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The text of `bytes`. Never fails: bytes that fit no charset become U+FFFD. Windows-1252 is the guess of last resort, for texts that are no other script's. */
export function decode(bytes: Uint8Array, contentType = ''): string {
  const mark = byMark(bytes)
  const label = mark ?? labelled(contentType, String.fromCharCode(...bytes.subarray(0, 2048)))
  const utf8 = label === null || label === 'utf-8' || label === 'utf8' ? strictly(bytes) : null
  if (utf8 !== null) return utf8
  if (label !== null && label !== 'utf-8' && label !== 'utf8' && iconv.encodingExists(label)) {
    // ISO-8859-1 means Windows-1252 on the web (WHATWG Encoding §4.2).
    return iconv.decode(
      Buffer.from(bytes),
      /^(iso-?8859-?1|latin-?1|ascii|us-ascii)$/.test(label) ? 'windows-1252' : label,
    )
  }
  return label === null ? iconv.decode(Buffer.from(bytes), guessed(bytes)) : new TextDecoder('utf-8').decode(bytes)
}

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
