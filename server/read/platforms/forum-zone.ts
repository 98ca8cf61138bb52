/** The zone a forum says its times are in, mostly at the foot of the page. */
import { type Element, isTag, isText } from 'domhandler'
import { type StatedZone, statedZone } from '../../text/stated-zone.ts'
import { textIn } from '../page.ts'

/** Abbreviations of zones are written in capitals. */
const MAY_BE_ZONE = /(?<!\p{L})[A-Z]{2,4}(?!\p{L})/u
const UNSEEN = /^(?:script|style|option|select|textarea|template|title)$/
const LONGEST = 400
/** A zone may be an element of its own inside the sentence that tells it. */
const STEPS_UP = 2

const elementAbove = ({ parent }: Element): Element | null => (parent !== null && isTag(parent) ? parent : null)

function sentenceOf(element: Element, holders: Set<Element>): StatedZone | null {
  const name = element.attribs.title ?? null
  let around: Element | null = element
  for (let step = 0; step <= STEPS_UP && around !== null && !holders.has(around); step++) {
    const words = textIn(around)
    if (words !== null && words.length > LONGEST) return null
    const zone = words === null ? null : statedZone(words, name)
    if (zone !== null) return zone
    around = elementAbove(around)
  }
  return null
}

/** The zone told in the elements around the posts; null where none is. The last one counts: it stands at the foot. */
export function zoneIn(outside: Element[], posts: Element[]): StatedZone | null {
  // What posts say of times is said of other ones.
  const holders = new Set<Element>()
  for (const post of posts)
    for (let above = elementAbove(post); above !== null && !holders.has(above); above = elementAbove(above))
      holders.add(above)
  for (let at = outside.length - 1; at >= 0; at--) {
    const element = outside[at] as Element
    if (UNSEEN.test(element.name)) continue
    const said = element.children.filter(isText).filter(({ data }) => MAY_BE_ZONE.test(data) && data.length <= LONGEST)
    for (const { data } of said) {
      const zone = statedZone(data.replace(/\s+/g, ' '), element.attribs.title ?? null) ?? sentenceOf(element, holders)
      if (zone !== null) return zone
    }
  }
  return null
}
