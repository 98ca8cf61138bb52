/** Words of a post of which nobody says whether they are markup or plain text. */
import { clean } from '../../text/clean.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'

const MARKUP = /<\/?[a-z][^>]*>|&(?:[a-z]{2,8}|#\d+|#x[\da-f]+);/i

const BLOCKS = /<(?:p|br|div|li|blockquote|pre|h[1-6]|tr)\b/i

/** Markup is read as such; in plain text lines with `>` are quotes, addresses are links and line ends stay. */
export function asProse(words: string): Prose {
  if (MARKUP.test(words)) {
    const lines = BLOCKS.test(words) ? words : words.trim().replace(/\r?\n/g, '<br>')
    return urlsInText(quoteLines(htmlToText(lines)))
  }
  return urlsInText(quoteLines(plain(clean(words).trim())))
}
