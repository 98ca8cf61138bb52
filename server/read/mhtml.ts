/** A page saved as a single file (MHTML, RFC 2557): its HTML parts and the address it was saved from. */
import { decoded } from './body.ts'
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
  /** The first is the page, the others are its frames. */
  parts: { text: string; guessedCharset?: string; url: string | null }[]
  url: string | null
  /** When it was saved, ISO 8601; null where the file does not say. */
  savedAt: string | null
}

/** Null when there is no HTML part inside. */
export function readMhtml(bytes: Uint8Array): SavedPage | null {
  const whole = readPart(Buffer.from(bytes).toString('latin1'))
  const parts = piecesOf(whole).flatMap(({ headers, body }) => {
    const type = headers.get('content-type') ?? ''
    if (!/^text\/html/i.test(type)) return []
    const unpacked = unpackBytes(body, headers.get('content-transfer-encoding') ?? '')
    return [{ ...decoded(unpacked, type), url: onTheWeb(headers.get('content-location')) }]
  })
  const [page] = parts
  if (page === undefined) return null
  const url = onTheWeb(whole.headers.get('snapshot-content-location')) ?? page.url
  return { parts, url, savedAt: instant(whole.headers.get('date')) }
}

const onTheWeb = (url: string | undefined) => (url?.startsWith('http') === true ? url : null)
