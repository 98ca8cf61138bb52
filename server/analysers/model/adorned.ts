/** Markup and addresses in a sentence that is to be plain: what leads elsewhere is a fault, mere formatting is taken off. */
import { INVISIBLE } from '../../text/fold.ts'

/** Tags and entities, links and pictures of Markdown, addresses of any kind. */
const LEADS = [
  /(?<!\w)<\/?[a-z!?][^>]*(?:>|$)/i,
  /&(?:#\d+|#x[\da-f]+|lt|gt|amp|quot|nbsp);/i,
  /!?\[[^\]]*\]\s*(?:\([^)]*\)|\[[^\]]*\]|:)/,
  /\b(?:[a-z][a-z\d+.-]*:\/\/|(?:mailto|javascript|data|tel|file):)\S/i,
  /\bwww\.\S/i,
  /[\w.+-]+@[\w-]+\.\w/,
]
/** A name as hosts have it, "example.org": no address where a claim that is cited names it, as "Node.js". */
const HOST = /(?<![\p{L}\d.-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]+(?![\p{L}\d])(?:\/\S*)?/giu

/** The first piece of `text` that is a tag, a link or an address; null when there is none. `cited`: what names may come from. */
export function leadsElsewhere(text: string, cited: string): string | null {
  const shown = text.normalize('NFKC').replace(INVISIBLE, '')
  for (const sign of LEADS) {
    const found = sign.exec(shown)
    if (found !== null) return found[0]
  }
  const known = cited.toLowerCase()
  const host = [...shown.matchAll(HOST)].find(([name]) => name.includes('/') || !known.includes(name.toLowerCase()))
  return host?.[0] ?? null
}

/** The text without marks of formatting and characters nobody sees. */
export function unadorned(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/\*\*|__|~~|`+/g, '')
    .replace(/(?<![\p{L}\d*])\*(?=\S)([^*]*\S)\*(?![\p{L}\d*])/gu, '$1')
    .replace(/(?<![\p{L}\d_])_(?=\S)([^_]*\S)_(?![\p{L}\d_])/gu, '$1')
    .replace(/^\s*(?:#{1,6}\s+|>\s*|[-*+•]\s+)+/gmu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
