/** Words people wrote, made safe for a document: what they say is kept, what they could do to the document is not. */

/** One line: white space joined, control and direction-changing characters left out. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .trim()
}

/** As text of HTML or XML, between tags or in a quoted attribute. */
export function markupText(words: string): string {
  return oneLine(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** At most `most` characters, cut between words where that loses little. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most).replace(/[\ud800-\udbff]$/u, '')
  const space = kept.lastIndexOf(' ')
  return `${space > most * 0.7 ? kept.slice(0, space) : kept} …`
}

/** An address that may become a link: http or https, nothing that could end the link early. Null for any other. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  return url.href.replace(/[\s<>()[\]"'`\\|*_~$]/gu, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  })
}

/** A file name for a debate, of letters, digits and hyphens. */
export function fileName(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/gu, '')
  return name === '' ? 'debate' : name
}
