/** A page saved as a single file (MHTML, RFC 2557): its first HTML part and the address it was saved from. */
import { decode } from '../text/charset.ts'
import { instant } from '../text/instant.ts'
import { piecesOf, readPart } from '../text/mime-part.ts'
import { unpackBytes } from '../text/transfer-encoding.ts'

export function isMhtml(head: string): boolean {
  return (
    /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart\/related/im.test(head) &&
    /^mime-version:/im.test(head)
  )
}

interface SavedPage {
  html: string
  url: string | null
  /** When it was saved, ISO 8601; null where the file does not say. */
  savedAt: string | null
}

/** Null when there is no HTML part inside. */
export function readMhtml(bytes: Uint8Array): SavedPage | null {
  const whole = readPart(Buffer.from(bytes).toString('latin1'))
  for (const part of piecesOf(whole)) {
    const type = part.headers.get('content-type') ?? ''
    if (!/^text\/html/i.test(type)) continue
    const unpacked = unpackBytes(part.body, part.headers.get('content-transfer-encoding') ?? '')
    const url = whole.headers.get('snapshot-content-location') ?? part.headers.get('content-location') ?? null
    const savedAt = instant(whole.headers.get('date'))
    return { html: decode(unpacked, type), url: url?.startsWith('http') === true ? url : null, savedAt }
  }
  return null
}
