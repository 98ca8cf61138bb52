/** Addresses written out in plain text. */
import type { Reference } from '../../shared/thread.ts'
import type { Prose } from './prose.ts'

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”«»\\^`{|}]+/gi

const TAIL = ".,;:!?'’*_…"

/** What ends a sentence or closes a bracket that was opened before the address is no part of it. */
function ended(address: string): string {
  let length = address.length
  while (length > 0 && TAIL.includes(address.charAt(length - 1))) length--
  const end = address.slice(0, length)
  if (end.endsWith(')') && !end.includes('(')) return ended(end.slice(0, -1))
  if (end.endsWith(']') && !end.includes('[')) return ended(end.slice(0, -1))
  return end
}

/** `prose` with a link at every address it spells out that is no link yet. */
export function urlsInText(prose: Prose): Prose {
  if (!prose.text.includes('://')) return prose
  const links: Reference[] = [...prose.links]
  for (const found of prose.text.matchAll(ADDRESS)) {
    const address = ended(found[0])
    const start = found.index
    const end = start + address.length
    if (!URL.canParse(address) || prose.links.some((link) => link.start < end && start < link.end)) continue
    links.push({ start, end, url: new URL(address).href })
  }
  return { ...prose, links: links.sort((a, b) => a.start - b.start) }
}
