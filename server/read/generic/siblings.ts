/** Comments of a page nobody knows, read from the family of elements that look like comments. */
import { type AnyNode, type ChildNode, type Element, isTag, isText } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import type { Prose } from '../../text/prose.ts'
import { isAge } from '../../text/age.ts'
import { orderIn } from '../../text/local-time.ts'
import { assemble, type Missing } from '../assemble.ts'
import { articleIn } from '../article.ts'
import { baseIn, languageOf, ownAddress, type Page, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, elementsBelow, firstBelow } from '../select.ts'
import { type Family, familyIn } from './families.ts'
import { writerCell } from './cells.ts'
import { isQuiet } from './furniture.ts'
import { headLine, nameIn, ownElements, timeIn, withHead } from './heads.ts'
import { markLabelled } from './labelled.ts'
import { pageAt } from './page-numbers.ts'
import { parentsOf } from './parents.ts'
import { wrapRuns } from './runs.ts'
import { withoutCommonTails, withoutTail } from './tails.ts'

const WORDS =
  /(?:^|[\s_-])(?:(?:comment|post|reply|message|entry)?-?_?(?:content|body|text|message|words|inhalt)|md|markdown|prose)(?=$|[\s_-]|\d)|(?:Content|Body|Text|Message)(?=$|[\s_-]|__|--|\d)/

/** Elements of one member that are tried as what holds its words. */
const MOST_TRIED = 20

/** Where the words of a member stand: the largest of its own elements that is named so, else the member itself. */
function wordsIn(member: Element, own: Element[], family: Set<Element>): Element {
  let best = member
  let most = 0
  const named = own.filter(
    (element) =>
      (element.attribs.itemprop === 'text' || WORDS.test(element.attribs.class ?? '')) &&
      !isQuiet(element) &&
      element.name !== 'a' &&
      element.name !== 'span',
  )
  for (const element of named.slice(0, MOST_TRIED)) {
    // What holds the name or the time is the frame of a comment, whatever it is called.
    const size = (textIn(element) ?? '').length
    const frames = ownElements(element, family).some(
      (one) => one.name === 'time' || /(?:^|[\s_-])(?:author|username|byline)/i.test(one.attribs.class ?? ''),
    )
    if (size > most && !frames) {
      best = element
      most = size
    }
  }
  return best
}

/** Links below a post that do something with it. */
const DOES =
  /^(?:reply|respond|quote|report|flag|share|like|permalink|antworten|zitieren|melden|teilen|gefällt mir|r[ée]pondre|citer|signaler|partager|responder|citar|compartir|rispondi|condividi|reageer|beantwoorden|delen)$/i

const isButton = (element: Element) =>
  /^(?:a|li|p|span|div)$/.test(element.name) &&
  element.children.length <= 3 &&
  (DOES.test(textIn(element) ?? '') || (element.name === 'li' && isAge(textIn(element) ?? '')))

/** The label of what unfolds answers is no word of the post they answer. */
const unfoldsOthers = (element: Element, member: Element, family: Set<Element>) =>
  element.name === 'summary' &&
  element.parent !== member &&
  element.parent !== null &&
  elementsBelow(element.parent).some((one) => family.has(one))

function proseOf(member: Element, family: Set<Element>, name: string | null, base: string | null) {
  const own = ownElements(member, family)
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
        (name !== null && (textIn(one) ?? '').length <= name.length + 12 && (textIn(one) ?? '').includes(name)) ||
        /(?:^|[\s_-])(?:time(?:stamp|ago)?|date|ago|meta|header|byline|author|user(?:name)?|footer)(?=$|[\s_-])/i.test(
          one.attribs.class ?? '',
        ),
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

/** The number of comments a heading announces, or null. */
function announced($: Page): number | null {
  for (const element of allBelow(
    $.root().get(0),
    'h1, h2, h3, h4, h5, [class*="comment"][class*="count"], [class*="comments-title"], [class*="CommentCount"]',
  )) {
    const words = textIn(element) ?? ''
    const found = words.length > 80 ? null : COUNT.exec(words)
    const count = Number((found?.[1] ?? found?.[2] ?? '').replace(/[\D]/g, '') || Number.NaN)
    if (Number.isSafeInteger(count) && count > 0 && count < 1_000_000) return count
  }
  return null
}

const MORE =
  /^(?:(?:load|show|view|see) (?:more|all|\d+ more)(?: \w+)?(?: comments| replies| responses)?|more (?:comments|replies|responses)|older comments|newer comments|(?:weitere|mehr|alle) (?:kommentare|antworten|beiträge)(?: \w+)?|(?:plus|voir (?:plus|tous)).*(?:commentaires|réponses)|(?:ver )?más (?:comentarios|respuestas))\s*[\d()»→…+]*$/i

/** Whether the page offers comments that are not in it. */
function offersMore($: Page): boolean {
  return allBelow($.root().get(0), 'a, button, [role="button"], summary').some((element) =>
    MORE.test((textIn(element) ?? '').slice(0, 80)),
  )
}

/** Pages that set the words of every comment as a block quote mean the comment's own words. */
function isOneQuote({ text, quotes: [first, ...others] }: Prose): boolean {
  return first !== undefined && others.length === 0 && first.start === 0 && first.end === text.length
}

/** What the page itself says, where it stands before the comments and is not made of them. */
function openingOf($: Page, answer: Answer, family: Family, first: string, url: string | null): Post[] {
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
  const whole = $('body').text().replace(/\s+/g, ' ')
  holding(bare)
  const at = whole.indexOf(article.body.text.replace(/\s+/g, ' ').slice(0, 40))
  const start = whole.indexOf(first.replace(/\s+/g, ' ').slice(0, 40))
  if (at < 0 || (start >= 0 && at > start)) return []
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
  const drafts = family.members.map((element) => {
    const own = withHead(element, members)
    const author = nameIn(element, own)
    const { at, said } = timeIn(element, own)
    const body = withoutTail(proseOf(element, members, author, base))
    return { element, author, createdAt: at, age: said, readAt: answer.readAt, body }
  })
  const bodies = withoutCommonTails(drafts.map(({ body }) => body))
  const written = drafts.map((draft, at) => ({ ...draft, body: bodies[at] ?? draft.body }))
  if (!written.some(({ body }) => body.text !== '')) return null
  const framed = written.length > 1 && written.every(({ body }) => isOneQuote(body))
  const title = textIn(firstBelow(root, 'h1')) ?? titleOf($)
  const language = languageOf($)
  const count = announced($)
  const more = offersMore($)
  const page = pageAt($)
  const parents = (rootId: string | null) => parentsOf(family.members, ids, rootId, family.answering)
  const placed = parents('article')
  const opening = openingOf($, answer, family, written.find(({ body }) => body.text !== '')?.body.text ?? '', url)
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
