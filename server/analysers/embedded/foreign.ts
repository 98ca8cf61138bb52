/** Posts in a language no table describes: numbers and links are still seen, and the rest is said to be not understood. */
import type { Post } from '../../../shared/thread.ts'
import { mask, urlRanges } from '../../text/mask.ts'
import { sentences } from '../../text/sentences.ts'
import type { Draft, Extraction } from '../index.ts'
import { LANGUAGES } from './languages/index.ts'

const NONE: ReadonlySet<string> = new Set()
const AMOUNT = /\d(?:[\d.,]*\d)?\s*(?:[%％‰]|(?:[kM]|万|億|亿)?\s?[€₽円元])|[$€£¥₽₹]\s?\d(?:[\d.,]*\d)?/u

/** What can be said of a post without knowing its words. */
export function unread(post: Post, tag: string | null): Extraction {
  const text = mask(post.text, [...post.quotes, ...post.code], '\n')
  const drafts = sentences(text, [], NONE).flatMap((sentence): Draft[] => {
    const quote = post.text.slice(sentence.start, sentence.end)
    const link = post.links.find((one) => one.start < sentence.end && one.end > sentence.start)
    const amount = AMOUNT.exec(quote)
    const heading = sentence.end <= post.heading
    if (heading ? isAddress(quote) : link === undefined && amount === null) return []
    return [
      {
        ref: `${post.id}:${sentence.start}`,
        postId: post.id,
        quote,
        hint: sentence.start,
        kind: heading ? (/[?？]\s*$/.test(quote) ? 'question' : 'claim') : 'evidence',
        statement: quote.replace(/\s+/g, ' '),
        evidenceType: heading ? null : amount === null ? 'document' : 'statistic',
        sourceUrl: link?.url ?? null,
        stance: null,
        confidence: 0.3,
        why: [heading ? 'the title' : amount === null ? 'links a source' : `gives a number: “${amount[0].trim()}”`],
      },
    ]
  })
  return { drafts, links: [], outcomes: [{ postId: post.id, fate: 'failed', why: notUnderstood(tag), by: 'embedded' }] }
}

/** Whether a title names an address and nothing else, which says nothing. */
function isAddress(title: string): boolean {
  return !/[\p{L}\p{N}]/u.test(mask(title, urlRanges(title), ' '))
}

const FOREIGN = 'the built-in analyser does not understand'

/** What to tell the reader about a batch with posts that were not understood; null where all were. */
export function foreignNotice(outcomes: Extraction['outcomes']): string | null {
  if (!outcomes.some(({ why }) => why.startsWith(FOREIGN))) return null
  const known = LANGUAGES.map(({ name }) => name).join(' and ')
  return `The built-in analyser reads ${known}. Of posts in other languages it shows only quotes, numbers and links; a model can read them.`
}

function notUnderstood(tag: string | null): string {
  const which = tag === null ? 'its language' : `its language (${tag})`
  return `${FOREIGN} ${which}: only quotes, numbers and links were seen; a model can read it`
}
