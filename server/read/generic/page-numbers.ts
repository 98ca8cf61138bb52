/** Which page of a thread is before us, by the words sites put around its page numbers. */
import { type AnyNode, hasChildren, isTag, isText, type Text } from 'domhandler'
import type { PageRead } from '../assemble.ts'
import type { Page } from '../page.ts'
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

/** What every such line holds, in one of its texts. */
const HINT =
  /page|seite|p[aá]gina|strona|страница|next|weiter|nächste|suivant|siguiente|successiva|volgende|następna|дальше|вперед/i
const HOLDERS = new Set('p div span li td th center nav b strong small a'.split(' '))
/** Elements around such a text that may hold the whole line. */
const AROUND = 3

/** Which page this is and whether another follows; null where nothing says so. */
export function pageAt($: Page): PageRead | null {
  const todo: AnyNode[] = $.root().get().toReversed()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isText(node)) {
      const read = node.data.length <= LONGEST && HINT.test(node.data) ? pageAround(node) : null
      if (read !== null) return read
    } else if (hasChildren(node)) {
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
    }
  }
  return null
}

function pageAround(text: Text): PageRead | null {
  let element = text.parent
  for (let up = 0; up < AROUND && element !== null && isTag(element); up++, element = element.parent) {
    if (!HOLDERS.has(element.name)) continue
    const words = shortLine([element], LONGEST)
    if (words === null) return null
    const [, at, of, beside = ''] = PAGE_OF.exec(words) ?? []
    if (at !== undefined && !/\p{L}/u.test(beside.replace(BESIDE, '')))
      return { at: Number(at), more: Number(at) < Number(of) }
    if (element.name === 'a' && NUMBERED.test(element.attribs['href'] ?? '') && NEXT.test(words))
      return { at: 1, more: true }
  }
  return null
}
