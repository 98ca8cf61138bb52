/** Saved pages of 4chan, vichan and what was made from them: each thread on a page, with the posts it shows. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { cut, type Prose, trim } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { languageOf, ownAddress, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, elementsBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import { treeToReadOf } from '../tree.ts'

const POSTS = '.post.op, .post.reply'

/** "op_12" and "reply_13" on vichan, "p12" on 4chan. */
const numberOf = (element: Element) => /^(?:op_|reply_|p)(\d+)$/.exec(element.attribs.id ?? '')?.[1] ?? null

export function isImageboardPage({ text }: Answer): boolean {
  return (
    /class="post (?:op|reply)[\s"]/.test(text) &&
    /\bid="(?:op_|reply_|p)\d+"/.test(text) &&
    /class="(?:postMessage|body)["\s]/.test(text)
  )
}

/** Who stays nameless goes by different words. */
const NAMELESS = /^(?:anonymous|an[oó]nimo|anonyme?|аноним|名無し.*|匿名)$/i

/** Words without the ">>12" that say which posts are answered; what stands after one ">" is a quote. */
export function saidAndAnswered(read: Prose): { words: Prose; answers: string[] } {
  const marks = [...read.text.matchAll(/(?<!>)>>(\d+)(?: \((?:OP|You)\))*[ \t]*\n?/g)]
  const ranges = marks.map((found) => ({ start: found.index, end: found.index + found[0].length }))
  return { words: trim(quoteLines(cut(read, ranges))), answers: marks.flatMap((found) => found[1] ?? []) }
}

function readOne(element: Element, known: Set<string>, url: string | null): Post {
  const id = numberOf(element) ?? ''
  const below = elementsBelow(element)
  const first = (selector: string) => firstNamed(below, selector)
  const opening = isNamed(element, '.op')
  const { words, answers } = saidAndAnswered(
    nodesToText(first('.postMessage, .body')?.children ?? [], { base: url, quote: () => null }),
  )
  const name = textIn(first('.name'))
  const time = first('.dateTime[data-utc]')?.attribs['data-utc']
  return post({
    id,
    parentId: opening ? null : (answers.find((one) => known.has(one) && Number(one) < Number(id)) ?? null),
    parentVia: 'mention',
    author:
      name === null || NAMELESS.test(name)
        ? (textIn(first('.poster_id, .posteruid .hand')) ?? textIn(first('.trip, .postertrip')))
        : name,
    createdAt: time === undefined ? first('time[datetime]')?.attribs.datetime : Number(time),
    title: opening ? textIn(first('.subject')) : null,
    body: words,
    permalink:
      url === null ? null : `${url.replace(/#.*$/, '')}#${element.attribs.id?.startsWith('p') ? 'p' : ''}${id}`,
    kind: opening ? 'opening' : 'reply',
  })
}

/** What a list of threads leaves out of each: "12 posts and 3 images omitted". */
function omittedIn(elements: Element[]): number {
  return Number(/\d+/.exec(textIn(firstNamed(elements, '.omitted, .summary')) ?? '')?.[0] ?? 0)
}

export function readImageboardPage(answer: Answer): ReadThread[] {
  const $ = treeToReadOf(answer.text)
  const url = ownAddress($, answer)
  const threads = new Map<Element | null, Element[]>()
  for (const element of allBelow($.root().get(0), POSTS)) {
    if (numberOf(element) === null) continue
    const thread = nearestAbove(element, (one) => isNamed(one, '.thread'))
    threads.set(thread, [...(threads.get(thread) ?? []), element])
  }
  return [...threads].map(([thread, elements]) => {
    const known = new Set(elements.flatMap((one) => numberOf(one) ?? []))
    const posts = elements.map((one) => readOne(one, known, url))
    const [opening] = posts
    const omitted = thread === null ? 0 : omittedIn(elementsBelow(thread))
    return assemble({
      platform: 'imageboard',
      site: siteOf(url, 'An imageboard'),
      url,
      key: opening?.id ?? null,
      title: opening?.text.slice(0, opening.heading) || (threads.size > 1 ? null : titleOf($)),
      language: languageOf($),
      posts,
      missing: omitted > 0 ? [{ why: 'posts that the list of threads leaves out', count: omitted }] : [],
    })
  })
}
