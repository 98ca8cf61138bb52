/** A page saved as a single file (MHTML, RFC 2557): its first HTML part and the address it was saved from. */
import { decode } from '../text/charset.ts'
import { unpackBytes } from '../text/transfer-encoding.ts'

interface Part {
  headers: Map<string, string>
  body: string
}

function partOf(source: string): Part {
  const gap = /\r?\n\r?\n/.exec(source)
  const head = gap === null ? source : source.slice(0, gap.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: gap === null ? '' : source.slice(gap.index + gap[0].length) }
}

export function isMhtml(head: string): boolean {
  return (
    /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart\/related/im.test(head) &&
    /^mime-version:/im.test(head)
  )
}

/** Null when there is no HTML part inside. */
export function readMhtml(bytes: Uint8Array): { html: string; url: string | null } | null {
  const whole = partOf(Buffer.from(bytes).toString('latin1'))
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(whole.headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) return null
  for (const piece of whole.body.split(`--${boundary}`).slice(1)) {
    const part = partOf(piece.replace(/^\r?\n/, ''))
    const type = part.headers.get('content-type') ?? ''
    if (!/^text\/html/i.test(type)) continue
    const unpacked = unpackBytes(part.body, part.headers.get('content-transfer-encoding') ?? '')
    const url = whole.headers.get('snapshot-content-location') ?? part.headers.get('content-location') ?? null
    return { html: decode(unpacked, type), url: url?.startsWith('http') === true ? url : null }
  }
  return null
}
