/** The log of a bug as debbugs shows it (bugs.debian.org, debbugs.gnu.org): mails below each other, what was done to the bug between them. */
import type { Element } from 'domhandler'
import { mailDate } from '../../text/mail-date.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { mailBody } from '../../text/mail-body.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { join } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { languageOf, ownAddress, pageOf, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, firstBelow } from '../select.ts'
import { senderOf } from './mail-sender.ts'

export const isDebbugs = ({ text }: Answer): boolean =>
  /<span class="headerfield">From:/.test(text) && /<pre class="message">/.test(text)

/** The first lines of a report are fields for the program, ended by an empty line. */
const PSEUDO_HEADER =
  /^(?:[ \t]*\n)*(?:(?:Package|Source|Version|Severity|Tags|Control|X-[\w-]+|Justification|User|Usertags|File): .*\n)+\s*/

/** What stands under one head, up to the next. */
function partsAfter(head: Element): Element[] {
  const parts: Element[] = []
  for (let next = head.nextSibling; next !== null; next = next.nextSibling) {
    if (!('attribs' in next)) continue
    if (next.name === 'hr' || next.attribs.class === 'headers') break
    if (next.name === 'pre' && next.attribs.class === 'message') parts.push(next)
  }
  return parts
}

/** The line above a head names the mail's place in the log. */
function numberAbove(head: Element): string | undefined {
  for (let before = head.previousSibling; before !== null; before = before.previousSibling)
    if ('attribs' in before) return firstBelow(before, 'a[name^="msg"]')?.attribs.name
  return undefined
}

export function readDebbugs(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const title = titleOf($)?.replace(/\s+-\s+[^-\n]{1,40}\bbug report logs$/i, '') ?? null
  const posts = allBelow($.root().get(0), '.headers').map((head, index) => {
    const fields = new Map(
      allBelow(head, '.header').map((one): [string, string] => {
        const [, name = '', value = ''] = /^([\w-]+):\s*([\s\S]*)$/.exec(textIn(one) ?? '') ?? []
        return [name.toLowerCase(), value]
      }),
    )
    const number = numberAbove(head)
    const opens = index === 0
    const words = partsAfter(head).map((part) => nodesToText([part]).text)
    const said = opens ? words.map((one) => one.replace(PSEUDO_HEADER, '')) : words
    return post({
      id: number ?? `msg-${index + 1}`,
      author: senderOf(fields.get('from') ?? ''),
      createdAt: mailDate(fields.get('date')),
      title: opens ? title : null,
      body: urlsInText(join(said.map(mailBody), '\n\n')),
      permalink:
        url === null || number === undefined ? null : `${url.replace(/#.*$/, '')}#${number.replace('msg', '')}`,
      kind: opens ? 'opening' : 'reply',
      globalId: /<([^<>\s]+)>/.exec(fields.get('message-id') ?? '')?.[1] ?? null,
    })
  })
  return assemble({
    platform: 'mail',
    site: siteOf(url, 'A bug tracker'),
    url,
    title,
    language: languageOf($),
    posts,
    notices: ['The page does not show who answers whom.'],
  })
}
