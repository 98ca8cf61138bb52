/** Who wrote a comment and when, from the elements and lines that pages put above or below its words. Nothing is guessed from the words. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { isAge } from '../../text/age.ts'
import { instant } from '../../text/instant.ts'
import { textIn } from '../page.ts'
import { isQuiet } from './furniture.ts'

/** From the surest sign of a writer's name to the least. */
const NAMED: ((element: Element) => boolean)[] = [
  ({ attribs }) =>
    /(?:^|\s)author(?:\s|$)/.test(attribs.rel ?? '') || /(?:^|\s)author(?:\s|$)/.test(attribs.itemprop ?? ''),
  ({ attribs }) =>
    /(?:^|[\s_-])(?:(?:comment|post|reply|entry)?[_-]?author|byline|fn|username|user-?name|nick(?:name)?|display-?name|screen-?name|poster|writer|autor|auteur|verfasser)(?:[_-]?(?:name|link|label|text))?(?=$|[\s_-])/i.test(
      attribs.class ?? '',
    ),
  ({ attribs }) => /author|username|nick/i.test(attribs.class ?? ''),
  ({ attribs }) =>
    /(?:^|\/)(?:users?|profiles?|members?|people|u|community\/profile|commenter|autor)\/[^/]|\/@[\w.]|[?&](?:u|user|uid|userid)=/i.test(
      attribs.href ?? '',
    ),
  ({ attribs }) => /(?:^|[\s_-])(?:user|name|persona?)(?=$|[\s_-])|[a-z]User|[a-z]Name/.test(attribs.class ?? ''),
  ({ attribs }) => 'data-author' in attribs || 'data-username' in attribs,
  ({ name }) => name === 'cite',
]

/** Words of buttons and labels that stand where names do. */
const NO_NAME =
  /^(?:reply|repl(?:y|ies) to\b.*|report|share|like[sd]?|edit|delete|quote|permalink|link|more|menu|follow|upvote|downvote|antworten|melden|teilen|zitieren|bearbeiten|r[ée]pondre|signaler|responder|compartir|author|autor|op|admin|moderator|member|mitglied|says?|said|wrote|#?\d+|[^\p{L}\p{N}]*)$/iu

/** A name without the words around it; null when it is none. */
export function nameFrom(words: string | null): string | null {
  if (words === null) return null
  const name = words
    .replace(
      /^(?:posted |written |submitted |geschrieben |publi[ée] )?(?:by|von|par|por|autor|author|name)\b\s*:?\s+/i,
      '',
    )
    .replace(/\s*(?:says?|said|wrote|writes|commented|replied|schrieb|meint|sagt|a écrit|escribió|dice)\s*:?$/i, '')
    .replace(/^#?\d{1,5}\s*[:：]\s*(?=\p{L})/u, '')
    .replace(/^@(?=\w)/, '')
    .replace(/[\s:：,·•|–—-]+$/, '')
    .trim()
  return name === '' || name.length > 60 || NO_NAME.test(name) ? null : name
}

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

const LONGEST_HEAD = 140

function elementBefore(element: Element): Element | null {
  for (let before = element.prev; before !== null; before = before.prev) if (isTag(before)) return before
  return null
}

/** A short line of its own before each member: the term of a definition, the line above the words. */
function headBefore(member: Element, family: Set<Element>): Element[] {
  const before = elementBefore(member)
  if (before === null || family.has(before) || /^h[1-3]$/.test(before.name)) return []
  const further = elementBefore(before)
  const isRow = before.name === 'dt' || further === null || family.has(further) || further.name === 'hr'
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
  return saidName(member, own) ?? boldName(own)
}

/** The name of an element, a line or an attribute that says that it holds one. */
function saidName(member: Element, own: Element[]): string | null {
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
  return headLine(member, own)?.name ?? null
}

const BOLD = new Set(['b', 'strong', 'em', 'cite', 'i'])
const LONGEST_BOLD = 40

/** A few words set apart at the very start, right before a time: nothing but their place says that they are a name. */
function boldName(own: Element[]): string | null {
  const [first, second] = own.filter(({ name, children }) => name !== 'img' && children.length > 0).slice(0, 2)
  if (first === undefined || second === undefined || !BOLD.has(first.name) || first.parent !== second.parent)
    return null
  if (elementBefore(second) !== first) return null
  for (let at = first.prev; at !== null; at = at.prev) if (isText(at) && at.data.trim() !== '') return null
  for (let at = first.next; at !== second && at !== null; at = at.next)
    if (isText(at) && /[\p{L}\p{N}]/u.test(at.data)) return null
  const words = lineIn(first) ?? ''
  if (words.length > LONGEST_BOLD || words.split(' ').length > 3 || /[.?!]$/.test(words)) return null
  const { name, dated } = lineHead(lineIn(second) ?? '')
  return dated && name === null ? nameFrom(words) : null
}

/** Whether nothing but the place of some words says who wrote `member`. */
export function isNamedByPlace(member: Element, own: Element[]): boolean {
  return boldName(own) !== null && saidName(member, own) === null
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
    if (!isTag(above)) return false
    if (above.name !== 'p' && !SPOKEN.test(above.attribs.class ?? '')) continue
    const around = (lineIn(above) ?? '').replace(lineIn(element) ?? '', ' ').replace(DATE, ' ')
    const words = around.match(/[\p{L}']{2,}/gu) ?? []
    if (words.filter((word) => !LABEL.test(word)).length >= 2) return true
  }
  return false
}

/** Names of what holds the words of a post, not of a frame around more than them. */
const SPOKEN = /(?:^|[\s_-])(?:content|body|text|message)(?=$|\s|[_-](?!wrap|cont|inner|area|block|box))/i

/** Words that stand around names and times. */
const LABEL =
  /^(?:by|von|par|por|on|at|am|um|le|posted|written|says?|said|wrote|writes|commented|replied|schrieb|uhr|utc|gmt|pm|edited|member|author|reply|ago|mon|tue|wed|thu|fri|sat|sun|\p{L}+day|\p{L}+tag|a|écrit)$/iu

const APART = new Set('br p div li td th tr dd dt span a time h1 h2 h3 h4 h5 h6'.split(' '))

/** Text inside `element` on one line, with a blank where one element ends and another begins, without what is left out. */
function lineIn(element: Element, out: (inner: Element) => boolean = () => false): string | null {
  let words = ''
  const todo: AnyNode[] = element.children.toReversed()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isText(node)) words += node.data
    else if (isTag(node) && node.name !== 'script' && node.name !== 'style' && !out(node)) {
      if (APART.has(node.name)) words += ' '
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
    }
  }
  const line = words.replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

const MONTH =
  '(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic)[a-zéû]*\\.?'
const DATE = new RegExp(
  `\\b\\d{4}-\\d\\d-\\d\\d|\\b\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b\\d{1,2}\\.? ${MONTH},?(?: \\d{4})?|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?|\\b(?:\\d+|an?|one) ?(?:min|h|d|w|mo|y|sec|second|minute|hour|day|week|month|year)s?\\.? ago|\\bvor (?:\\d+|einer?[mn]?) \\p{L}+|\\bil y a \\d+|\\bhace \\d+|\\b\\d{1,2}:\\d\\d\\b|\\b(?:yesterday|today|gestern|heute|hier|ayer)\\b`,
  'iu',
)
const DATES = new RegExp(DATE.source, 'giu')
const SAYS = /^(.{2,60}?)\s+(?:says|said|wrote|writes|commented|replied|schrieb|meint|sagt|a écrit|escribió)\b/i

/**
 * A short line that names somebody and a time: "Ada Lake, 3 May 2026", "Posted by Ada on 3 May", "Ada wrote:". A line that
 * says more than that is none.
 */
export function lineHead(line: string): { name: string | null; dated: boolean } {
  const nothing = { name: null, dated: false }
  if (line.length > LONGEST_HEAD) return nothing
  const date = DATE.exec(line)
  const said = SAYS.exec(line)
  const rest =
    line
      .replace(said?.[0] ?? '', ' ')
      .replace(DATES, ' ')
      .match(/[\p{L}']{2,}/gu) ?? []
  const spare = rest.filter((word) => !LABEL.test(word)).length
  if (said !== null) return spare > 1 ? nothing : { name: nameFrom(said[1] ?? null), dated: date !== null }
  if (date === null || spare > 4) return nothing
  const before = line
    .slice(0, date.index)
    .replace(/[\s(,·•|–—-]*(?:\b(?:(?:on|at|am|um|le|el|posted|geschrieben)\b|(?:date|datum|fecha)\s?:)[\s:,]*)*$/i, '')
  const byAfter =
    /\b(?:(?:by|von|par|por)\s|(?:name|author|autor|nom|nombre)\s?:)\s*(\S.{0,58})$/i.exec(
      line.slice(date.index + date[0].length),
    )?.[1] ?? null
  return { name: nameFrom(before) ?? nameFrom(byAfter), dated: true }
}

const BLOCKS = new Set(
  'p div table tbody tr td th ul ol li dl dd dt blockquote pre section article header footer h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)
const holdsBlocks = (element: Element) => element.children.some((one) => isTag(one) && BLOCKS.has(one.name))

/** The first short element of a member that is such a line; its words are no words of the comment. */
export function headLine(
  member: Element,
  own: Element[],
): { name: string | null; dated: boolean; element: Element } | null {
  for (const element of own.slice(0, 14)) {
    if (holdsBlocks(element) || isQuiet(element)) continue
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

/** An age that fills one of the first elements, whatever that is called: "3h". */
function ageAmong(own: Element[]): string | null {
  for (const { children } of own.slice(0, 14)) {
    const [words] = children
    if (children.length === 1 && words !== undefined && isText(words) && isAge(words.data.trim())) return words.data
  }
  return null
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
    const timed = isTime(element) || given.some((one) => one !== undefined)
    if (!timed) continue
    seen = true
    const exact = [...given, attribs.title, attribs.content, textIn(element)].find(
      (one) => instant(one ?? null) !== null,
    )
    if (exact !== undefined) return { seen, at: exact ?? null, said: null }
    said ??= textIn(element) ?? attribs.title ?? null
  }
  if (seen) return { seen, at: null, said }
  const head = headLine(member, own)
  const told = head?.dated === true ? textIn(head.element) : ageAmong(own)
  return { seen: told !== null, at: null, said: told }
}
