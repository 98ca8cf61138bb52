/** Comments of a page nobody knows, read from the family of elements that look like comments. */
import { type AnyNode, type ChildNode, type Element, isTag, isText } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import type { Prose } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { isAge } from '../../text/age.ts'
import { orderIn } from '../../text/local-time.ts'
import { assemble, type Missing } from '../assemble.ts'
import { articleIn } from '../article.ts'
import { baseIn, languageOf, ownAddress, type Page, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { elementsBelow, firstBelow } from '../select.ts'
import { type Family, familyIn } from './families.ts'
import { writerCell } from './cells.ts'
import { isQuiet } from './furniture.ts'
import { headBefore, headLine, nameIn, ownElements, timeIn } from './heads.ts'
import { markLabelled } from './labelled.ts'
import { pageAt } from './page-numbers.ts'
import { parentsOf } from './parents.ts'
import { wrapRuns } from './runs.ts'
import { withoutCommonTails, withoutTail } from './tails.ts'

const WORDS =
  /(?:^|[\s_-])(?:(?:comment|post|reply|message|entry)?-?_?(?:content|body|text|message|words|inhalt)|md|markdown|prose)(?=$|[\s_-]|\d)|(?:Content|Body|Text|Message)(?=$|[\s_-]|__|--|\d)/

/** Elements of one member that are tried as what holds its words. */
const MOST_TRIED = 20

/** Characters of the words in `element`. */
function lengthOf({ children }: Element): number {
  let length = 0
  for (const node of children) length += isText(node) ? node.data.trim().length : isTag(node) ? lengthOf(node) : 0
  return length
}

/** Where the words of a member stand: the largest of its own elements that is named so, else the member itself. */
function wordsIn(member: Element, own: Element[], family: Set<Element>): Element {
  // What holds the name or the time is the frame of a comment, whatever it is called.
  const frames = (element: Element) =>
    ownElements(element, family).some(
      (one) =>
        one.name === 'time' ||
        (one.attribs.class !== undefined && /(?:^|[\s_-])(?:author|username|byline)/i.test(one.attribs.class)),
    )
  const named = own.filter(
    (element) =>
      (element.attribs.itemprop === 'text' || WORDS.test(element.attribs.class ?? '')) &&
      !isQuiet(element) &&
      element.name !== 'a' &&
      element.name !== 'span',
  )
  let best = member
  let most = 0
  for (const element of named.slice(0, MOST_TRIED)) {
    const size = lengthOf(element)
    if (size > most && !frames(element)) {
      best = element
      most = size
    }
  }
  return best
}

/** Links below a post that do something with it. */
const DOES =
  /^(?:reply|respond|quote|report|flag|share|like|permalink|antworten|zitieren|melden|teilen|gefällt mir|r[ée]pondre|citer|signaler|partager|responder|citar|compartir|rispondi|condividi|reageer|beantwoorden|delen)$/i

const BUTTONS = new Set(['a', 'li', 'p', 'span', 'div'])
/** As long as an age may be. */
const LONGEST_BUTTON = 40

function isButton(element: Element): boolean {
  if (!BUTTONS.has(element.name) || element.children.length > 3) return false
  const words = textIn(element, LONGEST_BUTTON)
  return words !== null && (DOES.test(words) || (element.name === 'li' && isAge(words)))
}

/** The label of what unfolds answers is no word of the post they answer. */
const unfoldsOthers = (element: Element, member: Element, family: Set<Element>) =>
  element.name === 'summary' &&
  element.parent !== member &&
  element.parent !== null &&
  elementsBelow(element.parent).some((one) => family.has(one))

const ABOVE = /(?:^|[\s_-])(?:time(?:stamp|ago)?|date|ago|meta|header|byline|author|user(?:name)?|footer)(?=$|[\s_-])/i

/** Words of `member`, whose elements are `own`, but for those of the family, its name, its time and its buttons. */
function proseOf(
  member: Element,
  own: Element[],
  family: Set<Element>,
  name: string | null,
  base: string | null,
): Prose {
  const words = wordsIn(member, own, family)
  if (words !== member)
    return nodesToText(words.children, {
      base,
      drop: (inner) => family.has(inner) || isQuiet(inner) || isButton(inner) || unfoldsOthers(inner, member, family),
    })
  const head = headLine(member, own)?.element
  const cell = writerCell(member)
  const above = new Set(
    own.filter(
      (one) =>
        one === head ||
        one === cell ||
        one.name === 'time' ||
        (one.attribs.class !== undefined && ABOVE.test(one.attribs.class)) ||
        (name !== null && (textIn(one, name.length + 12) ?? '').includes(name)),
    ),
  )
  // "Ben, 3 May": what parts two that are left out is left out with them.
  const leftOut = (node: AnyNode | null) => node !== null && isTag(node) && above.has(node)
  const children = member.children.filter(
    (node) => !(isText(node) && leftOut(node.prev) && leftOut(node.next) && !/[\p{L}\p{N}]/u.test(node.data)),
  )
  return nodesToText(children, {
    base,
    drop: (inner) =>
      family.has(inner) ||
      above.has(inner) ||
      isQuiet(inner) ||
      isButton(inner) ||
      unfoldsOthers(inner, member, family),
  })
}

const COUNT =
  /(\d[\d.,\u00A0 ]{0,8})\s*(?:comments?|responses|replies|answers|kommentare?|antworten|beiträge|commentaires?|réponses|comentarios|respuestas|commenti|reacties|komentarzy)\b|\b(?:comments?|responses|replies|kommentare?|antworten|commentaires?|réponses|comentarios)\s*[(:]\s*(\d[\d.,]{0,8})/i

/** Longer than this a line says more than how many comments there are, or that there are more. */
const LONGEST_REMARK = 80
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5'])
const COUNTS = /comment.*count|count.*comment|comments-title|CommentCount/

/** The number of comments a heading announces, or null. */
function announced(elements: Element[]): number | null {
  for (const element of elements) {
    if (!HEADINGS.has(element.name) && !COUNTS.test(element.attribs.class ?? '')) continue
    const found = COUNT.exec(textIn(element, LONGEST_REMARK) ?? '')
    const count = Number((found?.[1] ?? found?.[2] ?? '').replace(/[\D]/g, '') || Number.NaN)
    if (Number.isSafeInteger(count) && count > 0 && count < 1_000_000) return count
  }
  return null
}

const MORE =
  /^(?:(?:load|show|view|see) (?:more|all|\d+ more)(?: \w+)?(?: comments| replies| responses)?|more (?:comments|replies|responses)|older comments|newer comments|(?:weitere|mehr|alle) (?:kommentare|antworten|beiträge)(?: \w+)?|(?:plus|voir (?:plus|tous)).*(?:commentaires|réponses)|(?:ver )?más (?:comentarios|respuestas))\s*[\d()»→…+]*$/i

const UNFOLDS = new Set(['a', 'button', 'summary'])

/** Whether the page offers comments that are not in it. */
function offersMore(elements: Element[]): boolean {
  return elements.some(
    (element) =>
      (UNFOLDS.has(element.name) || element.attribs.role === 'button') &&
      MORE.test(textIn(element, LONGEST_REMARK) ?? ''),
  )
}

/** Whether all of the words keep their line ends: where those of every post do, they are no code, but typed. */
const isVerbatim = ({ text, code }: Prose) => text === '' || code.some(({ start, end }) => end - start === text.length)

/** `body` with its lines behind ">" as quotes. Nobody posts nothing but a quote: there the ends of lines were lost. */
function quoted(body: Prose, typed: boolean): Prose {
  const read = quoteLines(typed ? { ...body, code: [] } : body)
  return isOneQuote(read) ? body : read
}

/** Pages that set the words of every comment as a block quote mean the comment's own words. */
function isOneQuote({ text, quotes: [first, ...others] }: Prose): boolean {
  return first !== undefined && others.length === 0 && first.start === 0 && first.end === text.length
}

/** The words of a page that stand before the first of `members`. */
function wordsBefore($: Page, members: Set<AnyNode>): string {
  let words = ''
  const todo: AnyNode[] = $('body').get().toReversed()
  for (let node = todo.pop(); node !== undefined && !members.has(node); node = todo.pop()) {
    if (isText(node)) words += node.data
    else if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
  }
  return words.replace(/\s+/g, ' ')
}

/** What the page itself says, where it stands before the comments and is not made of them. */
function openingOf($: Page, answer: Answer, family: Family, url: string | null): Post[] {
  const members = new Set<AnyNode>(family.members)
  const frames = [...new Set(family.members.map(({ parent }) => parent))].filter((frame) => frame !== null)
  const holding = (children: ChildNode[][]) => {
    for (const [at, frame] of frames.entries()) frame.children = children[at] ?? []
  }
  const full = frames.map(({ children }) => children)
  const bare = full.map((children) => children.filter((one) => !members.has(one)))
  holding(bare)
  const article = articleIn({ ...answer, text: $.html() })
  if (article === null) return []
  holding(full)
  const before = wordsBefore($, members)
  holding(bare)
  if (!before.includes(article.body.text.replace(/\s+/g, ' ').slice(0, 40))) return []
  return [
    post({
      id: 'article',
      author: article.author,
      createdAt: article.publishedAt,
      title: article.title,
      body: article.body,
      permalink: url,
      kind: 'opening',
    }),
  ]
}

/**
 * Null when no family of comments is on the page; `sure` asks for one whose name says that it holds comments. `$` is the
 * tree of `answer`; the comments are taken out of it.
 */
export function readSiblings(answer: Answer, $: Page, sure = false): ReadThread | null {
  const root = $.root().get(0)
  if (root === undefined) return null
  markLabelled(root, answer.text)
  const family = familyIn(root) ?? (!sure && wrapRuns(root) ? familyIn(root) : null)
  if (family === null || (sure && !family.says)) return null
  const url = ownAddress($, answer)
  const base = baseIn($, answer) ?? url
  const members = new Set(family.members)
  const ids = new Map(
    family.members.map((element, index) => [
      element,
      element.attribs.id ?? element.attribs['data-comment-id'] ?? element.attribs['data-id'] ?? `c${index + 1}`,
    ]),
  )
  const inner = new Map(family.members.map((element) => [element, ownElements(element, members)]))
  const drafts = [...inner].map(([element, elements]) => {
    const own = [...elements, ...headBefore(element, members)]
    const author = nameIn(element, own)
    const { at, said } = timeIn(element, own)
    const body = withoutTail(proseOf(element, elements, members, author, base))
    return { element, author, createdAt: at, age: said, readAt: answer.readAt, body }
  })
  const bodies = withoutCommonTails(drafts.map(({ body }) => body))
  const typed = bodies.every(isVerbatim)
  const written = drafts.map((draft, at) => ({ ...draft, body: quoted(bodies[at] ?? draft.body, typed) }))
  if (!written.some(({ body }) => body.text !== '')) return null
  const framed = written.length > 1 && written.every(({ body }) => isOneQuote(body))
  const title = textIn(firstBelow(root, 'h1')) ?? titleOf($)
  const language = languageOf($)
  const elements = elementsBelow(root)
  const count = announced(elements)
  const more = offersMore(elements)
  const page = pageAt($)
  const placed = parentsOf(family.members, inner, ids, 'article', family.answering)
  const opening = openingOf($, answer, family, url)
  // What one date tells of the order of numbers holds for all of a page; where two tell otherwise, it holds for none.
  const orders = new Set(written.flatMap(({ age }) => orderIn(age ?? '') ?? []))
  const [order = null] = orders.size === 1 ? orders : []
  const posts = written.map(({ element, ...draft }): Post => {
    const parent = placed.get(element)
    const answers = parent?.id === 'article' && opening.length === 0 ? null : (parent?.id ?? null)
    return post({
      ...draft,
      order,
      ...(framed ? { body: { ...draft.body, quotes: [] } } : {}),
      id: ids.get(element) ?? '',
      parentId: answers,
      parentVia: parent?.via === 'none' ? 'nesting' : (parent?.via ?? 'nesting'),
      permalink:
        element.attribs.id === undefined || url === null ? null : `${url.replace(/#.*$/, '')}#${element.attribs.id}`,
      kind: 'comment',
    })
  })
  const missing: Missing =
    more && (count === null || count <= posts.length)
      ? [{ why: 'comments the page only loads when asked', count: null }]
      : []
  return assemble({
    platform: 'page',
    site: siteOf(url, answer.fileName ?? 'A saved page'),
    url,
    title: opening[0] === undefined ? title : opening[0].text.slice(0, opening[0].heading),
    language,
    posts: [...opening, ...posts],
    pages: page === null ? [] : [page],
    expected: count === null ? null : count + opening.length,
    missing,
    notices: ['This site is not known: which parts of the page are comments was told from their likeness.'],
  })
}
