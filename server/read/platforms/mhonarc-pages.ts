/** Saved pages of MHonArc, each one mail with its head in comments (https://www.mhonarc.org/MHonArc/doc/resources/msgpgs.html). */
import { htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { mailBody } from '../../text/mail-body.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { assemble } from '../assemble.ts'
import { languageOf, ownAddress, pageOf, siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const BEGINS = '<!--X-Body-of-Message-->'

export const isMhonarc = ({ text }: Answer): boolean => text.includes(BEGINS) && /<!--X-Message-Id:/i.test(text)

/** Values of one name in the comments of the head, where "-" and "&" are escaped. */
function named(source: string, name: string): string[] {
  const found = source.matchAll(new RegExp(`<!--X-${name}:[ \\t]*([^\\n]{0,2000}?)[ \\t]*-->`, 'gi'))
  return [...found].map(([, value = '']) => htmlToText(value).text.trim())
}

const LARGE = '@ABCDEFGHIJKLMNOPQRSTUVWXYZ['

/** Addresses are hidden from robots by a turn of the letters half round; "@" and "[" go with the large ones. */
function turned(words: string): string {
  return words.replace(/[@A-Z[a-z]/g, (letter) =>
    /[a-z]/.test(letter)
      ? String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97)
      : LARGE.charAt((LARGE.indexOf(letter) + 14) % LARGE.length),
  )
}

/** "Ada <ada@example.org>" or "ada@example.org (Ada)" by the name in it. */
function nameIn(from: string): string {
  const name = /\(([^()]+)\)\s*$/.exec(from)?.[1] ?? from.replace(/<[^<>]*>\s*$/, '')
  return name.replace(/^\s*"|"\s*$/g, '').trim() || from.replace(/[<>]/g, '').trim()
}

function writer(source: string): string | null {
  const [turnedFrom] = named(source, 'From-R13')
  const from = turnedFrom === undefined ? named(source, 'From')[0] : turned(turnedFrom)
  return from === undefined ? null : nameIn(from)
}

export function readMhonarc(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const { text } = answer
  const url = ownAddress($, answer)
  const begins = text.indexOf(BEGINS) + BEGINS.length
  const ends = text.indexOf('<!--X-Body-of-Message-End-->', begins)
  const source = text.slice(begins, ends < 0 ? undefined : ends)
  const [id = 'mail'] = named(text, 'Message-Id')
  const answered = named(text, 'Reference(?:-Id)?')
  const [subject = null] = named(text, 'Subject')
  const opens = answered.length === 0
  const words = htmlToText(source)
  return assemble({
    platform: 'mail',
    site: siteOf(url, 'A mail archive'),
    url,
    key: answered[0] ?? id,
    title: subject?.replace(/^(?:Re:\s*)+/i, '') ?? null,
    language: languageOf($),
    posts: [
      post({
        id,
        parentId: answered.at(-1) ?? null,
        author: writer(text),
        createdAt: named(text, 'Date')[0],
        title: opens ? subject : null,
        body: /<pre\b/i.test(source) ? urlsInText(mailBody(words.text)) : quoteLines(words),
        permalink: url,
        kind: opens ? 'opening' : 'reply',
      }),
    ],
    missing: [{ why: 'the other mails of the thread, which stand on pages of their own', count: null }],
  })
}
