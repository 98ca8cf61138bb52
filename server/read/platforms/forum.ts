/** What a forum software's pages must tell, and the means to find it. */
import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import type { HtmlReading } from '../../text/html-to-text.ts'
import { textIn } from '../page.ts'
import { firstNamed } from '../select.ts'

/** A post on its page, with the elements inside it in the order of the page. */
export interface Block {
  element: Element
  below: Element[]
}

export interface Forum {
  kind: string
  name: string
  marker: RegExp
  /** What the source must hold so that there is a post to find. */
  postMarker: RegExp
  post: string
  /** An element outside of a post's own that belongs to it. */
  head?(post: Element): Element | null
  /** The post it is set below, where the page shows that by other means than standing inside of it. */
  above?(post: Element): Element | null
  id(block: Block): string | null
  author(block: Block): string | null
  /** The exact time, where the page holds one. */
  time(block: Block): string | null
  /** Votes, where the software counts them. */
  score?(block: Block): number | null
  /** Elements that tell the time in the words of the place; the first that holds a whole date is taken. */
  when: string
  /** Where the words are, in the order of wishes. */
  body: string[]
  permalink: string
  /** Where a post stands on its page, by its id: what an address of it ends in, where nothing links it; null where nothing marks it. */
  anchor?(id: string): string | null
  /** Where the title is, in the order of wishes: around the posts, else in the first of them. */
  title: string[]
  /** What stands inside the title and is chosen from a list, not written. */
  label?: string
  next: string
  pages: string
  currentPage: string
  /** Where the number of the last page is told, last of all, where none is linked: "Page 1 of 3". */
  lastPage?: string
  /** Where the number of all posts is told, and whether it is the first or the last one there. */
  count?: { at: string; which: 'first' | 'last' }
  /** Where the page shows what its own clock says while it is looked at. */
  clock?: string
  /** Where the forum can show one post beside a list of all of them: the ids in that list, and the way to the posts themselves. */
  threaded?: { listed(outside: Element[]): string[]; linear: string }
  /** What shows that a post was changed after it was written, and what that it is gone: on the post or inside it. */
  edited?: string
  gone?: string
  /** The line that parts a post's words from what its writer puts below all of them, where no element does. */
  signature?: RegExp
  drop: NonNullable<HtmlReading['drop']>
  quote: NonNullable<HtmlReading['quote']>
}

export const has = (element: Element, name: RegExp) => name.test(element.attribs.class ?? '')

/** Text inside an element, for the short heads of quotes. */
export function inside(element: Element): string {
  return element.children
    .map((child) => (isText(child) ? child.data : isTag(child) ? inside(child) : ''))
    .join('')
    .trim()
}

export function first(element: Element, is: (element: Element) => boolean): Element | null {
  const todo: Element[] = []
  const pushAll = ({ children }: Element) => {
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at] as ChildNode
      if (isTag(child)) todo.push(child)
    }
  }
  pushAll(element)
  for (let next = todo.pop(), seen = 0; next !== undefined && seen < 200; next = todo.pop(), seen++) {
    if (is(next)) return next
    pushAll(next)
  }
  return null
}

/** What stands before the name in the head of a quote. */
const QUOTING =
  /^(?:quoted?(?: from| by)?|zitat(?: von)?|citation(?: de)?|cita(?: d[ei])?|citazione(?: d[ia])?|citaat(?: van)?|citação(?: de)?|cytat(?: z)?|цитата(?: от)?|citat(?: från| fra)?|originally posted by|posted by|сообщение от)(?:\s*:|(?!\S))\s*/iu

/** "on May 1, 2026, 9:00", "am 1. Mai 2026, 9:00", "on Today at 9:00", behind it. */
const WHEN = /\s+(?:on|am|le|el|en|il|op|w|dnia|em|от|в|den)\s(?=.*(?:\d{4}|\d:\d\d)).{1,60}$/iu

/** What stands behind the name in the head of a quote, in the languages forums are translated to. */
const WROTE =
  /(?<=\S)(?:\s+(?:wrote|said|posted|hat geschrieben|schrieb|hat gesagt|a écrit|a dit|escribió|dijo|ha scritto|ha detto|schreef|zei|napisał(?:\(a\)|a)?|skrev|escreveu|disse|kirjoitti|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|píše|írta|yazdı|a scris|έγραψε|(?:на)?писал(?:\(а\)|а)?|сказал(?:\(а\)|а)?|пишет|написа(?:в|ла)?|(?:je|је) (?:napisao|написао)|napisao|zapisal|rašė|rakstīja|kirjutas|va escriure)(?!\p{L})|\s*(?:说|說|写道|寫道|さんが書きました|님이)).*$/iu

/** "Ann wrote:", "Zitat von Ann", "Quote from: Ann on …": the name without the words around it. */
export function nameIn(head: string): string | null {
  const name = head
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:\([^()@]*\d[^()@]*\)|on\s[^,]*\d[^,]*,(?=\s\S))\s*/i, '')
    .replace(QUOTING, '')
    .replace(/^\((.+?)\s*@.*\)$/, '$1')
    .replace(WHEN, '')
    .replace(/^[»«„“"]\s*([^»«„“”"]+?)\s*[»«“”"].*$/, '$1')
    .replace(WROTE, '')
    .replace(/\s*(?:\bon \w+ \d.*|[↑:：»]+.*)$/i, '')
    .trim()
  return name === '' || name.length > 60 ? null : name
}

export const digits = (value: string | undefined) => /\d+/.exec(value ?? '')?.[0] ?? null
/** Words of the first element of a post that `selector` names. */
export const wordsAt = ({ below }: Block, selector: string) => textIn(firstNamed(below, selector))
export const attribute = ({ below }: Block, selector: string, name: string) =>
  firstNamed(below, selector)?.attribs[name] ?? null

/** Number of the post an address leads to. */
export function postIn(href: string | undefined): string | null {
  return (
    /(?:#(?:p|post|msg|pid|entry|comment-?)?|[?&](?:p|pid|postID|msg)=|[./]msg|post)-?(\d+)(?!.*\d)/.exec(
      href ?? '',
    )?.[1] ?? null
  )
}

/** What the head of a quote tells: whom it quotes, and which post where it links one. */
export function headIn(top: Element | null): { author: string | null; ref: string | null } {
  if (top === null) return { author: null, ref: null }
  const link = first(top, (one) => one.name === 'a' && postIn(one.attribs.href) !== null)
  const strong = first(top, (one) => one.name === 'strong' || one.name === 'b')
  return { author: nameIn(inside(strong ?? top)), ref: postIn((top.name === 'a' ? top : link)?.attribs.href) }
}

/** A quote whose head is its own element and may link the post it is from; older versions say that on the quote alone. */
export function headed(
  is: (element: Element) => boolean,
  head: (element: Element) => boolean,
): NonNullable<HtmlReading['quote']> {
  return (element) => {
    if (!is(element)) return null
    const { author, ref } = headIn(first(element, head))
    return { author, ref: ref ?? postIn(element.attribs.cite) }
  }
}

/** "Code: Select all", above a block of code. */
export function isHeadOfCode(element: Element): boolean {
  const above = element.parent
  if (above === null || !isTag(above)) return false
  return (
    (/^(?:dt|p)$/.test(element.name) && has(above, /codebox/)) || (has(element, /^title$/) && has(above, /codeblock/))
  )
}

/** The element right before, white space not counted. */
export function before(element: Element): Element | null {
  let node = element.prev
  while (node !== null && !isTag(node) && (!isText(node) || node.data.trim() === '')) node = node.prev
  return node !== null && isTag(node) ? node : null
}

/** The element right after, white space not counted. */
export function after(element: Element): Element | null {
  let node = element.next
  while (node !== null && !isTag(node) && (!isText(node) || node.data.trim() === '')) node = node.next
  return node !== null && isTag(node) ? node : null
}

/** Whether an element holds at least `most` characters that are no white space; what comes after them is not looked at. */
function saysMore(element: Element, most: number): boolean {
  let said = 0
  const todo: ChildNode[] = element.children.toReversed()
  for (let node = todo.pop(); node !== undefined && said < most; node = todo.pop()) {
    if (isText(node)) said += written(node.data, most - said)
    else if (isTag(node))
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as ChildNode)
  }
  return said >= most
}

const BLANK = /\s/

/** Characters of `text` that are no white space, counted up to `most`. */
function written(text: string, most: number): number {
  let count = 0
  for (let at = 0; at < text.length && count < most; at++) {
    const code = text.charCodeAt(at)
    // Most characters are told by their number alone.
    if (code > 0x20 && (code < 0x7f || !BLANK.test(text.charAt(at)))) count++
  }
  return count
}

const LONGEST_LABEL = 120

/** "Quote:", and "Originally posted by Ann" above the quoted words: labels of quotes that are tables. */
export function isQuoteLabel(element: Element): boolean {
  if (element.name !== 'div' || !/^(?:smallfont)?$/.test(element.attribs.class ?? '')) return false
  if (saysMore(element, LONGEST_LABEL)) return false
  const words = inside(element).replace(/\s+/g, ' ')
  return (
    words.length < LONGEST_LABEL &&
    /^(?:(?:quote|zitat|citation|cita|citaat|цитата|cytat)\s*:?$|(?:originally posted by|zitat von|envoyé par|originariamente inviato da|iniciado por|сообщение от)\s)/i.test(
      words,
    )
  )
}
