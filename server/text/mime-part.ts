/** One part of a MIME message (RFC 2045, RFC 2046): its headers, its body, and the parts inside it. */

export interface MimePart {
  /** First value of each header, names in lower case, as it stands in the source. */
  headers: Map<string, string>
  body: string
}

/** `source` holds one byte per character. What has no headers comes out with none and an empty body. */
export function readPart(source: string): MimePart {
  const gap = /\r?\n\r?\n/.exec(source)
  const head = gap === null ? source : source.slice(0, gap.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: gap === null ? '' : source.slice(gap.index + gap[0].length) }
}

/** The parts between the boundary that its content type names; none where it names none. */
export function piecesOf(part: MimePart): MimePart[] {
  const found = /boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(part.headers.get('content-type') ?? '')
  const boundary = found?.[1] ?? found?.[2]
  if (boundary === undefined) return []
  return part.body
    .split(`--${boundary}`)
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => readPart(piece.replace(/^[ \t]*\r?\n/, '')))
}
