/** Mail as bytes to its headers and its text (RFC 5322, MIME RFC 2045 to 2047, format=flowed RFC 3676). */
import { decode } from './charset.ts'
import { type MimePart, piecesOf, readPart } from './mime-part.ts'
import { localTime } from './local-time.ts'
import { unpackBytes } from './transfer-encoding.ts'

export interface Mail {
  /** First value of each header, names in lower case, decoded. */
  headers: Map<string, string>
  /** The plain text part, when there is one. */
  text: string | null
  /** The HTML part, when there is one. */
  html: string | null
}

const DEEPEST = 12

/** Words like "=?utf-8?q?caf=C3=A9?=" in a header. */
function decodeWords(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[bqBQ]\?[^?]*\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?([^?*]+)(?:\*[^?]*)?\?([bqBQ])\?([^?]*)\?=/g, (_, charset: string, kind: string, packed: string) => {
      const bytes = /b/i.test(kind)
        ? unpackBytes(packed, 'base64')
        : unpackBytes(packed.replaceAll('_', ' '), 'quoted-printable')
      return decode(bytes, `charset=${charset}`)
    })
}

/** Lines that end in a blank go on in the next one. */
function unflowed(text: string, contentType: string): string {
  if (!/format\s*=\s*"?flowed/i.test(contentType)) return text
  return text.replace(
    /^(>*)(?!-- $)(.*) \n(?=(>*)(?!>))(?:\3)/gm,
    (whole, marks: string, line: string, next: string) => (marks === next ? `${marks}${line} ` : whole),
  )
}

function textOf(part: MimePart): string {
  const type = part.headers.get('content-type') ?? 'text/plain'
  const bytes = unpackBytes(part.body, part.headers.get('content-transfer-encoding') ?? '')
  return unflowed(decode(bytes, type).replace(/\r\n?/g, '\n'), type)
}

function collect(part: MimePart, into: { text: string | null; html: string | null }, depth: number): void {
  const type = part.headers.get('content-type') ?? 'text/plain'
  if (/^multipart\//i.test(type) && depth < DEEPEST) {
    const pieces = piecesOf(part)
    for (const piece of pieces) collect(piece, into, depth + 1)
    if (pieces.length > 0) return
  }
  if (/^attachment/i.test(part.headers.get('content-disposition') ?? '')) return
  if (/^text\/html/i.test(type)) into.html ??= textOf(part)
  else if (/^text\/plain|^text$/i.test(type) || !type.includes('/')) into.text ??= textOf(part)
}

/** Never fails: what is no mail comes out as a text without headers. */
export function readMail(source: string): Mail {
  const part = readPart(source)
  const found: { text: string | null; html: string | null } = { text: null, html: null }
  collect(part, found, 0)
  // Headers may hold raw bytes of any charset.
  const headers = new Map(
    [...part.headers].map(([name, value]) => [name, decodeWords(decode(Buffer.from(value, 'latin1')))]),
  )
  return { headers, ...found }
}

export interface Boxed {
  /** One byte per character. */
  source: string
  /** Its "From " line, which tells when it came in. */
  from: string
}

/** Git writes this time into every "From " line, so that programs know its patches. */
const MAGIC_OF_GIT = '2001-09-17T00:00:00.000Z'

/** When a mailbox says a message came in: its "From " lines name no zone and count as UTC (RFC 4155). */
export function receivedAt(from: string): string | null {
  const at = localTime(/^From \S+(?: at \S+)?\s+(.*)/.exec(from)?.[1] ?? '')?.at ?? null
  return at === MAGIC_OF_GIT ? null : at
}

/** The messages of a mailbox ("From " at line starts, ">From" inside unescaped). */
export function splitMailbox(source: string): Boxed[] {
  return source
    .split(/^(?=From \S.*\d{4}\s*$)/m)
    .filter((one) => /^From .*\r?\n[\w-]+:/.test(one))
    .map((one) => ({
      source: one.replace(/^From .*\r?\n/, '').replace(/^>(>*From )/gm, '$1'),
      from: /^From .*/.exec(one)?.[0] ?? '',
    }))
}
