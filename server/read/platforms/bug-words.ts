/** What is written in Bugzilla: typed text, whose first line may name the comment that is answered. */
import { urlsInText } from '../../text/links-in-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'

/** The first line of an answer, with the place of the comment that is answered. */
export const IN_REPLY = /^\s*\(In reply to\b[^)\n]{0,200}?\bcomment #(\d{1,6})\)[^\S\n]*\n?/i

export function bugWords(source: string): Prose {
  return urlsInText(quoteLines(plain(source.replace(/\r\n?/g, '\n').replace(IN_REPLY, '').trim())))
}
