/** Discussions that describe themselves: schema.org as JSON-LD, microdata or RDFa, and microformats. */
import { assemble } from '../assemble.ts'
import { articleIn } from '../article.ts'
import { join, plain } from '../../text/prose.ts'
import type { Post } from '../../../shared/thread.ts'
import { baseIn, languageOf, ownAddress, type Page, pageOf, siteOf, titleOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { readItems } from './items.ts'
import { type Described, readJsonLd } from './json-ld.ts'
import { readMicroformats } from './microformats.ts'

/** What the source holds where there is something to find: most pages describe themselves in one way, or none. */
const JSON_LD = /ld\+json/i
const ITEMS = /\b(?:itemscope|typeof)\b/i
const MICROFORMATS = /\bh-(?:entry|cite)\b|\b[pu]-comment\b/

/** Null when the page describes no discussion, or one without a single answer. `$` is the tree of `answer`. */
export function readStructured(answer: Answer, $: Page = pageOf(answer)): ReadThread | null {
  const url = ownAddress($, answer)
  const base = baseIn($, answer) ?? url
  const found = mostSpoken([
    JSON_LD.test(answer.text) ? readJsonLd($, base) : null,
    ITEMS.test(answer.text) ? readItems($, base) : null,
    MICROFORMATS.test(answer.text) ? readMicroformats($, base, url) : null,
  ])
  if (found === null || spokenIn(found) === 0) return null
  const [first] = found.posts
  const posts =
    first?.kind === 'opening' && first.text.length === first.heading
      ? [withArticle(first, found.posts.slice(1), answer), ...found.posts.slice(1)]
      : found.posts
  return assemble({
    platform: 'schema.org',
    site: siteOf(url, answer.fileName ?? 'A saved page'),
    url,
    title: (first !== undefined && first.heading > 0 ? first.text.slice(0, first.heading) : null) ?? titleOf($),
    language: languageOf($),
    posts,
    expected: found.expected,
    notices: ['Read from what the page says about itself.'],
  })
}

/** Answers with words. */
function spokenIn({ posts }: Described): number {
  return posts.filter((one) => one.kind !== 'opening' && one.text.length > one.heading).length
}

/** Pages say the same in several ways, and not the same amount of it. */
function mostSpoken(found: (Described | null)[]): Described | null {
  let best: Described | null = null
  for (const one of found) if (one !== null && (best === null || spokenIn(one) > spokenIn(best))) best = one
  return best
}

/** What is discussed is often named without its words; they stand on the page. */
function withArticle(opening: Post, answers: Post[], answer: Answer): Post {
  const article = articleIn(answer)
  // A page of answers only has no article but them.
  const isAnswer = ({ text }: Post) => text !== '' && article?.body.text.includes(text.slice(0, 60)) === true
  if (article === null || answers.some(isAnswer)) return opening
  const { text, quotes: _, links, code } = join([plain(opening.text), article.body], '\n\n')
  return { ...opening, text, links, code, author: opening.author ?? article.author }
}
