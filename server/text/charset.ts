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
  return null
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The text of `bytes`. Never fails: bytes that fit no charset become U+FFFD. Windows-1252 is the guess of last resort. */
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
  return label === null ? iconv.decode(Buffer.from(bytes), 'windows-1252') : new TextDecoder('utf-8').decode(bytes)
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
