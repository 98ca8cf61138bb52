/** Which page of a thread is before us, by the words sites put around its page numbers. */
import type { PageRead } from '../assemble.ts'
import type { Page } from '../page.ts'
import { allBelow } from '../select.ts'
import { shortLine } from './lines.ts'

const PAGE_OF =
  /^\W*(?:page|seite|p[aá]gina|strona|страница)\s+(\d{1,4})\s*(?:of|von|\/|sur|de|di|z|van|из)\s*(\d{1,4})\b(.*)$/iu
/** What may stand beside that: further numbers and where they lead. */
const BESIDE =
  /(?:next|last|first|prev(?:ious)?|go|to|page|weiter|nächste|letzte|erste|zurück|vor|seite|suivante?|dernière|siguiente|última|successiva)/giu
const NEXT =
  /^\W*(?:next(?: page)?|weiter|nächste(?: seite)?|suivante?|page suivante|siguiente|successiva|volgende|następna|дальше|вперед)\W*$/iu
const NUMBERED = /[?&;](?:page|p|pg|start|st|offset|seite|pagina)=\d+|\/page[-/]?\d+/i
const LONGEST = 80

/** Which page this is and whether another follows; null where nothing says so. */
export function pageAt($: Page): PageRead | null {
  for (const element of allBelow($.root().get(0), 'p, div, span, li, td, center, nav, b, strong, small, a')) {
    const words = shortLine([element], LONGEST)
    if (words === null) continue
    const [, at, of, beside = ''] = PAGE_OF.exec(words) ?? []
    if (at !== undefined && !/\p{L}/u.test(beside.replace(BESIDE, '')))
      return { at: Number(at), more: Number(at) < Number(of) }
    if (element.name === 'a' && NUMBERED.test(element.attribs.href ?? '') && NEXT.test(words))
      return { at: 1, more: true }
  }
  return null
}
