/** What a forum software's pages must tell, and the means to find it. */
import { type Element, isTag, isText } from 'domhandler'
import type { HtmlReading } from '../../text/html-to-text.ts'
import type { Found } from '../page.ts'

export interface Forum {
  kind: string
  name: string
  marker: RegExp
  /** What the source must hold so that there is a post to find. */
  postMarker: RegExp
  post: string
  id(block: Found): string | null
  author(block: Found): string | null
  /** Exact times only; local and relative ones count as none. */
  time(block: Found): string | null
  body: string
  permalink: string
  title: string
  next: string
  pages: string
  currentPage: string
  drop: NonNullable<HtmlReading['drop']>
  quote: NonNullable<HtmlReading['quote']>
}

export const has = (element: Element, name: RegExp) => name.test(element.attribs.class ?? '')

/** Text inside an element, for the short heads of quotes. */
function inside(element: Element): string {
  return element.children
    .map((child) => (isText(child) ? child.data : isTag(child) ? inside(child) : ''))
    .join('')
    .trim()
}

export function first(element: Element, is: (element: Element) => boolean): Element | null {
  const todo = element.children.filter(isTag).reverse()
  for (let next = todo.pop(), seen = 0; next !== undefined && seen < 200; next = todo.pop(), seen++) {
    if (is(next)) return next
    todo.push(...next.children.filter(isTag).toReversed())
  }
  return null
}

/** "Ann wrote:", "Zitat von Ann", "Quote from: Ann on …": the name without the words around it. */
export function nameIn(head: string): string | null {
  const name = head
    .replace(/\s+/g, ' ')
    .replace(/^(?:quote(?: from)?:?|zitat(?: von)?:?|citation de:?|originally posted by|posted by|cita de:?)\s*/i, '')
    .replace(
      /\s*(?:(?:wrote|said|posted|hat geschrieben|schrieb|hat gesagt|a écrit|a dit|escribió|ha scritto|schreef|napisał\(?a?\)?|skrev|escreveu)\b.*|\bon \w+ \d.*|[↑:»]+.*)$/i,
      '',
    )
    .trim()
  return name === '' || name.length > 60 ? null : name
}

export const digits = (value: string | undefined) => /\d+/.exec(value ?? '')?.[0] ?? null
export const attribute = (block: Found, selector: string, name: string) =>
  block.find(selector).first().attr(name) ?? null

/** A quote whose head is its own element and may link the post it is from. */
export function headed(
  is: (element: Element) => boolean,
  head: (element: Element) => boolean,
): NonNullable<HtmlReading['quote']> {
  return (element) => {
    if (!is(element)) return null
    const top = first(element, head)
    const link = top === null ? null : first(top, (one) => one.name === 'a' && one.attribs.href !== undefined)
    const href = link?.attribs.href ?? ''
    const strong = top === null ? null : first(top, (one) => one.name === 'strong' || one.name === 'b')
    const ref = /(?:#(?:p|post|msg|pid|entry|comment-?)?|[?&](?:p|pid)=|post)(\d+)(?!.*\d)/.exec(href)?.[1] ?? null
    return { author: top === null ? null : nameIn(inside(strong ?? top)), ref }
  }
}
