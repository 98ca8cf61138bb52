/** Saved pages of mail archives: one mail of Pipermail (Mailman 2) or MHonArc, a whole thread of HyperKitty (Mailman 3), Gmail or debbugs. */
import type { Post } from '../../../shared/thread.ts'
import { absolute, htmlToText, nodesToText } from '../../text/html-to-text.ts'
import { localTime, zoneOffset } from '../../text/local-time.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { mailBody } from '../../text/mail-body.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { plain } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { type Found, languageOf, ownAddress, type Page, pageOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { isDebbugs, readDebbugs } from './debbugs-pages.ts'
import { isGmailPage, readGmailPage } from './gmail-pages.ts'
import { isMhonarc, readMhonarc } from './mhonarc-pages.ts'

const isPipermail = (text: string) => /<!--beginarticle-->/i.test(text) && /<!--endarticle-->/i.test(text)
/** Its themes leave its name out; every mail has an address of its own and tells the time of who sent it. */
const isHyperKitty = (text: string) =>
  /class="[^"]*\bemail-body\b/.test(text) &&
  /hyperkitty|\/message\/[A-Z2-7]{32}\b|title="Sender(?:'|&#(?:x27|39);)s time:/i.test(text)

export function isMailPage(answer: Answer): boolean {
  return (
    isPipermail(answer.text) ||
    isMhonarc(answer) ||
    isHyperKitty(answer.text) ||
    isGmailPage(answer) ||
    isDebbugs(answer)
  )
}

/** "Thu Apr 14 09:06:56 UTC 2016": exact where the zone is known. */
function timeOf(words: string | null): string | null {
  if (words === null) return null
  const zone = /\b([A-Z]{2,5})\b(?= \d{4}\b)|\(?\b([A-Z]{2,5})\)?$/.exec(words)
  const offset = zone === null ? null : zoneOffset(zone[1] ?? zone[2] ?? '')
  return offset === null ? null : (localTime(words, { offset })?.at ?? null)
}

function readPipermail($: Page, answer: Answer, url: string | null): ReadThread {
  const title = wordsOf($('h1').first()) ?? titleOf($)
  const source = /<!--beginarticle-->\s*<pre>([\s\S]*?)<\/pre>\s*<!--endarticle-->/i.exec(answer.text)?.[1] ?? ''
  const words = htmlToText(`<pre>${source}</pre>`).text
  const id = /(\d+)\.html?$/.exec(url ?? '')?.[1] ?? 'mail'
  return assemble({
    platform: 'mail',
    site: siteOf(url, 'A mail archive'),
    url,
    title,
    posts: [
      post({
        id,
        author: wordsOf($('h1').first().nextAll('b').first()),
        createdAt: timeOf(wordsOf($('h1').first().nextAll('i').first())),
        title,
        body: urlsInText(mailBody(words)),
        permalink: url,
        kind: 'opening',
      }),
    ],
    missing: [{ why: 'the other mails of the thread, which stand on pages of their own', count: null }],
  })
}

/** Django leaves out minutes of zero and has words for twelve: "Jan. 1, 2024, 11 a.m.", "Jan. 1, 2024, noon" (its date format "P"). */
function clockTold(words: string | undefined): string | null {
  return (
    words
      ?.replace(/\bmidnight\b/i, '00:00')
      .replace(/\bnoon\b/i, '12:00')
      .replace(/(, \d{1,2})(?= [ap]\.?m\b)/i, '$1:00') ?? null
  )
}

/** Quoted text is folded away behind a link that is no word of the mail. */
function readEmail(block: Found, index: number, title: string | null, url: string | null): Post {
  const body = block.find('.email-body').first().get(0)
  const link = block.find('a[href*="/message/"]').first().attr('href')
  // What stands before the time says whose it is, in the language of the archive.
  const time = block
    .find('.email-date [title], .time [title], [title*="time" i]')
    .first()
    .attr('title')
    ?.replace(/^\D{1,40}?\s?[:：]\s*(?=\S)/, '')
  return post({
    id: /\/message\/(\w+)/.exec(link ?? '')?.[1] ?? block.attr('id') ?? `mail-${index + 1}`,
    author: wordsOf(block.find('.sender-name, .email-author .name, .name').first()),
    createdAt: block.find('time[datetime]').first().attr('datetime') ?? time,
    age: clockTold(time),
    title: index === 0 ? title : null,
    body:
      body === undefined || !('children' in body)
        ? plain('')
        : quoteLines(
            nodesToText(body.children, {
              base: url,
              drop: ({ attribs }) => /quoted-switch|email-info|signature/.test(attribs.class ?? ''),
              quote: ({ attribs }) =>
                /\bquoted-text\b/.test(attribs.class ?? '') ? { author: null, ref: null } : null,
            }),
          ),
    permalink: absolute(link, url),
    kind: index === 0 ? 'opening' : 'reply',
  })
}

export function readMailPage(answer: Answer): ReadThread {
  if (isMhonarc(answer)) return readMhonarc(answer)
  if (isGmailPage(answer)) return readGmailPage(answer)
  if (isDebbugs(answer)) return readDebbugs(answer)
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  if (isPipermail(answer.text)) return readPipermail($, answer, url)
  const title = wordsOf($('.thread-header h3, #thread-content h3, h1, h3').first()) ?? titleOf($)
  const blocks = $('.email').filter((_, element) => $(element).find('.email-body').length > 0)
  return assemble({
    platform: 'mail',
    site: siteOf(url, 'A mail archive'),
    url,
    title,
    language: languageOf($),
    posts: blocks.toArray().map((element, index) => readEmail($(element), index, title, url)),
    notices: ['The page does not show who answers whom.'],
  })
}
