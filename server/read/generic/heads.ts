/** Who wrote a comment and when, from the elements and lines that pages put above or below its words. Nothing is guessed from the words. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { isAge } from '../../text/age.ts'
import { instant } from '../../text/instant.ts'
import { localTime } from '../../text/local-time.ts'
import { textIn } from '../page.ts'
import { nameInCell, writerCell } from './cells.ts'
import { isQuiet } from './furniture.ts'
import {
  DATE,
  EXPLICIT,
  LABEL,
  LONGEST_HEAD,
  lineHead,
  lineIn,
  nameBehindDate,
  nameFrom,
  unbracketed,
} from './lines.ts'

/** From the surest sign of a writer's name to the least. */
const NAMED: ((element: Element) => boolean)[] = [
  ({ attribs }) =>
    /(?:^|\s)author(?:\s|$)/.test(attribs.rel ?? '') || /(?:^|\s)author(?:\s|$)/.test(attribs.itemprop ?? ''),
  ({ attribs }) =>
    /(?:^|[\s_-])(?:(?:comment|post|reply|entry)?[_-]?author|byline|fn|username|user-?name|nick(?:name)?|display-?name|screen-?name|poster|writer|autor|auteur|verfasser)(?:[_-]?(?:name|link|label|text))?(?=$|[\s_-])/i.test(
      attribs.class ?? '',
    ),
  ({ attribs }) => /author|username|nick|sender/i.test(attribs.class ?? ''),
  ({ name }) => /^user-(?:name|card|link)$|-(?:author|user|user-?name|nick(?:name)?)$/.test(name),
  ({ attribs }) =>
    /(?:^|\/)(?:users?|profiles?|members?|people|u|community\/profile|commenter|autor)\/[^/]|\/@[\w.]|[?&;](?:u|user|uid|userid|username)=/i.test(
      attribs.href ?? '',
    ),
  ({ attribs }) => /(?:^|[\s_-])(?:user|name|persona?)(?=$|[\s_-])|[a-z]User|[a-z]Name/.test(attribs.class ?? ''),
  ({ attribs }) => 'data-author' in attribs || 'data-username' in attribs,
  ({ name }) => name === 'cite',
]

/** Elements of `member` that are its own: not inside a quote, nor inside another member of the family. In page order. */
export function ownElements(member: Element, family: Set<Element>): Element[] {
  return elementsOf(member.children, family)
}

function elementsOf(nodes: AnyNode[], family: Set<Element>): Element[] {
  const found: Element[] = []
  const todo: AnyNode[] = nodes.toReversed()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (!isTag(node) || family.has(node) || node.name === 'blockquote') continue
    found.push(node)
    for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
  }
  return found
}

const isWords = (node: AnyNode) => isText(node) && node.data.trim() !== ''

function elementBefore(element: Element): Element | null {
  for (let before = element.prev; before !== null; before = before.prev) if (isTag(before)) return before
  return null
}

/** A short line of its own before each member: the term of a definition, the line above the words. */
export function headBefore(member: Element, family: Set<Element>): Element[] {
  const before = elementBefore(member)
  if (before === null || family.has(before) || /^h[1-3]$/.test(before.name)) return []
  const further = elementBefore(before)
  const isRow = before.name === 'dt' || further === null || family.has(further) || /^(?:hr|h[1-6])$/.test(further.name)
  return isRow && (textIn(before) ?? '').length <= LONGEST_HEAD ? elementsOf([before], family) : []
}

/** Elements of one kind that are tried as the name. */
const MOST_TRIED = 20

/** Its own elements, and those of the line above it. */
export const withHead = (member: Element, family: Set<Element>): Element[] => [
  ...ownElements(member, family),
  ...headBefore(member, family),
]

/** The name shown above or below the words of `member`, or null; `own` are its elements `withHead`. */
export function nameIn(member: Element, own: Element[]): string | null {
  const marked = markedName(member, own)
  if (marked !== null) return marked
  const head = headLine(member, own)
  return head?.name ?? placedName(own, head)
}

/** The name of an element or an attribute that says that it holds one. */
function markedName(member: Element, own: Element[]): string | null {
  const cell = writerCell(member)
  if (cell !== null) return nameInCell(cell)
  for (const shows of NAMED) {
    for (const element of own.filter(shows).slice(0, MOST_TRIED)) {
      if ((isQuiet(element) && element.name !== 'button') || inWords(element, member)) continue
      const name = nameFrom(element.attribs['data-author'] ?? element.attribs['data-username'] ?? nameWords(element))
      if (name !== null) return name
    }
  }
  for (const attribute of ['data-author', 'data-username', 'data-comment-author']) {
    const name = nameFrom(member.attribs[attribute] ?? null)
    if (name !== null) return name
  }
  return null
}

const LONGEST_PLACED = 40

/** A few words set apart at the very start, right before a time, or behind it: nothing but their place says that they are a name. */
function placedName(own: Element[], head: Head | null): string | null {
  return nameBefore(own) ?? (head === null ? null : nameBehindDate(lineIn(head.element) ?? ''))
}

function nameBefore(own: Element[]): string | null {
  const [first, second] = own.filter(({ children }) => children.some(isWords)).slice(0, 2)
  if (first === undefined || second === undefined || first.parent !== second.parent || first.name === 'dt') return null
  if (elementBefore(second) !== first) return null
  for (let at = first.prev; at !== null; at = at.prev) if (isText(at) && at.data.trim() !== '') return null
  for (let at = first.next; at !== second && at !== null; at = at.next)
    if (isText(at) && /[\p{L}\p{N}]/u.test(at.data)) return null
  const words = lineIn(first) ?? ''
  if (words.length > LONGEST_PLACED || words.split(' ').length > 3 || /(?<!\b\p{Lu})[.?!]$/u.test(words)) return null
  const { name, dated } = lineHead(lineIn(second) ?? '')
  return dated && name === null ? nameFrom(words) : null
}

/** Things are dated by the day, what people say by the minute. */
const SPEAKS = new RegExp(`${EXPLICIT.source}|\\b\\d{1,2}[:h]\\d\\d`, 'iu')

/** Whether nothing but the place of some words says who wrote `member`: neither marks nor words such as "by". */
export function isNamedByPlace(member: Element, own: Element[]): boolean {
  if (markedName(member, own) !== null) return false
  const head = headLine(member, own)
  return head?.name == null ? placedName(own, head) !== null : !SPEAKS.test(lineIn(head.element) ?? '')
}

/** Words of an element that names somebody, without a time that stands in it. */
function nameWords(element: Element): string | null {
  const words = lineIn(element, isTime)
  const head = words === null ? null : lineHead(words)
  return head?.dated === true ? head.name : words
}

/** A link to a person among the words of a post names someone addressed, not the writer. */
function inWords(element: Element, member: Element): boolean {
  for (let above: Element['parent'] = element.parent; above !== null && above !== member; above = above.parent) {
    if (!isTag(above) || /(?:^|\s)byline(?:\s|$)/.test(above.attribs.class ?? '')) return false
    if (above.name !== 'p' && !SPOKEN.test(above.attribs.class ?? '')) continue
    const around = (lineIn(above) ?? '').replace(lineIn(element) ?? '', ' ').replace(DATE, ' ')
    const words = around.match(/[\p{L}']{2,}/gu) ?? []
    if (words.filter((word) => !LABEL.test(word)).length >= 2) return true
  }
  return false
}

/** Names of what holds the words of a post, not of a frame around more than them. */
const SPOKEN = /(?:^|[\s_-])(?:content|body|text|message)(?=$|\s|[_-](?!wrap|cont|inner|area|block|box))/i

const BLOCKS = new Set(
  'p div table tbody tr td th ul ol li dl dd dt blockquote pre section article header footer h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)
const holdsBlocks = (element: Element) => element.children.some((one) => isTag(one) && BLOCKS.has(one.name))

interface Head {
  name: string | null
  dated: boolean
  element: Element
}

/** The first short element of a member that is such a line; its words are no words of the comment. */
export function headLine(member: Element, own: Element[]): Head | null {
  for (const element of own.slice(0, 14)) {
    if ((holdsBlocks(element) && element.name !== 'tr') || isQuiet(element)) continue
    const words = lineIn(element)
    if (words === null || words.length > LONGEST_HEAD || inWords(element, member)) continue
    const head = lineHead(words)
    if (head.name !== null || head.dated) return { ...head, element }
  }
  return null
}

interface Seen {
  /** Whether a time is shown at all, in whatever way. */
  seen: boolean
  /** The exact time, as the page gives it. */
  at: string | null
  /** The words that tell the time, where it is not exact. */
  said: string | null
}

const TIMED =
  /(?:^|[\s_-])(?:time(?:stamp|ago)?|date|ago|posted|when|published|datetime|datum|zeit)(?=$|[\s_-])|Date|Time/

/** Whether an element holds a time and nothing else. */
export function isTime(element: Element): boolean {
  return element.name === 'time' || element.name === 'relative-time' || TIMED.test(element.attribs.class ?? '')
}

/** Whether a few words about a time ("2 years ago") tell the whole of it to whoever points at them. */
function isDatedTitle({ name, attribs: { title = '' }, children }: Element): boolean {
  if (
    title === '' ||
    title.length > 60 ||
    children.length !== 1 ||
    !/^(?:a|abbr|span|small|i|em|time|relative-time)$/.test(name)
  )
    return false
  return instant(title) !== null || localTime(title, { order: 'month' }) !== null
}

/** An age that fills one of the first elements, whatever that is called: "3h". */
function ageAmong(own: Element[]): string | null {
  for (const { children } of own.slice(0, 14)) {
    const [words] = children
    if (children.length === 1 && words !== undefined && isText(words) && isAge(words.data.trim())) return words.data
  }
  return null
}

/** A dated line without what stands in brackets, but for the date itself. */
function datedPart(line: string): string {
  const bare = unbracketed(line)
  return DATE.test(bare) ? bare : line
}

/** When a member was written; `own` are its elements `withHead`. */
export function timeIn(member: Element, own: Element[]): Seen {
  let said: string | null = null
  let seen = false
  for (const element of own) {
    const { attribs } = element
    const given = [
      attribs.datetime,
      attribs['data-timestamp'],
      attribs['data-time'],
      attribs['data-date'],
      attribs['data-created'],
    ]
    const timed = isTime(element) || given.some((one) => one !== undefined) || isDatedTitle(element)
    if (!timed) continue
    seen = true
    const exact = [...given, attribs.title, attribs.content, textIn(element)].find(
      (one) => instant(one ?? null) !== null,
    )
    if (exact !== undefined) return { seen, at: exact ?? null, said: null }
    said ??= isDatedTitle(element) ? (attribs.title ?? null) : (textIn(element) ?? attribs.title ?? null)
  }
  if (seen) return { seen, at: null, said }
  const head = headLine(member, own)
  const told = head?.dated === true ? datedPart(lineIn(head.element) ?? '') : ageAmong(own)
  return { seen: told !== null, at: null, said: told }
}
