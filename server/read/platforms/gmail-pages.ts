/** Saved conversations of Gmail, as its page shows them and as it prints them: messages in the order they were sent. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { plain } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { languageOf, textIn } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, elementsBelow, firstBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import { treeToReadOf } from '../tree.ts'

const SHOWN = '[data-legacy-message-id], [data-message-id]'

/** "Ferries - ada@example.org - Gmail" and, printed, "Gmail - Ferries". */
const subjectIn = (title: string | null) =>
  title?.replace(/^Gmail - /, '').replace(/(?: - \S+@\S+)?(?: - [^-]*\b(?:Mail|Gmail))$/, '') ?? null

const isPrinted = ({ text }: Answer) =>
  /class="bodycontainer"/.test(text) && /<table\b[^<>]*\bclass="message"/.test(text)

export function isGmailPage(answer: Answer): boolean {
  return (
    (/\sdata-(?:legacy-)?message-id="/.test(answer.text) && /class="a3s[\s"]/.test(answer.text)) || isPrinted(answer)
  )
}

/** The line above a quotation says whose words it repeats; the quotation itself is marked up as one. */
const drop = ({ attribs }: Element) => /\bgmail_attr\b/.test(attribs.class ?? '')

function shown(element: Element, index: number): Post | null {
  const below = elementsBelow(element)
  const words = firstNamed(below, '.a3s')
  if (words === null) return null
  const from = firstNamed(below, '.gD')
  const time = firstNamed(below, '.g3')
  return post({
    id: element.attribs['data-legacy-message-id'] ?? element.attribs['data-message-id'] ?? `mail-${index + 1}`,
    author: from?.attribs.name ?? textIn(from),
    age: time?.attribs.title ?? textIn(time),
    body: nodesToText(words.children, { drop }),
    kind: index === 0 ? 'opening' : 'reply',
  })
}

/** A printed message is a table: who and when, to whom, and the words in a table of their own. */
function printed(element: Element, index: number): Post {
  const below = elementsBelow(element)
  const cells = below.filter(({ name }) => name === 'td')
  const words = below.filter((one) => isNamed(one, 'div') && /overflow:\s*hidden/.test(one.attribs.style ?? ''))[0]
  return post({
    id: `mail-${index + 1}`,
    author: textIn(firstBelow(element, 'b')),
    age: textIn(cells[1] ?? null),
    body: words === undefined ? plain('') : nodesToText(words.children, { drop }),
    kind: index === 0 ? 'opening' : 'reply',
  })
}

export function readGmailPage(answer: Answer): ReadThread {
  const $ = treeToReadOf(answer.text)
  const root = $.root().get(0)
  const printout = isPrinted(answer)
  const title = textIn(firstBelow(root, 'h2[data-thread-perm-id]')) ?? subjectIn(textIn(firstBelow(root, 'title')))
  const messages = allBelow(root, printout ? 'table.message' : SHOWN).filter(
    (one) => printout || nearestAbove(one, (above) => isNamed(above, SHOWN)) === null,
  )
  const posts = messages.flatMap((element, index) => (printout ? printed(element, index) : shown(element, index)) ?? [])
  const folded = messages.length - posts.length
  return assemble({
    platform: 'mail',
    site: 'Gmail',
    title,
    language: languageOf($),
    posts,
    missing: folded > 0 ? [{ why: 'messages that were folded when the page was saved', count: folded }] : [],
    notices: ['The page does not show who answers whom.'],
  })
}
