/** The posts of a Discourse topic as it shows them below the article they are about, on the article's own page. */
import type { Element } from 'domhandler'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { localTime } from '../../text/local-time.ts'
import { quotedFirst } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { languageOf, type Page, pageOf, siteOf, textIn, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { type Draft, post } from '../post.ts'
import { allBelow, firstBelow } from '../select.ts'
import { baseOf, reading } from './discourse-topic.ts'

export const isEmbedded = ({ text }: Answer): boolean =>
  /<article class=["']post[ "'][^<>]{0,80}id=["']post-\d+/.test(text) &&
  /class=["']post-date["']/.test(text) &&
  /class=["']cooked["']/.test(text)

/** The name above the words, and how many answers there are below them. */
const beside = ({ attribs }: Element) => /\busername\b|\bpost-replies\b/.test(attribs.class ?? '')

const addressOf = (link: Element | null) => absolute(link?.attribs.href, null)
const numberIn = (address: string | null) => /\/t\/(?:[^/]+\/)?\d+\/(\d+)/.exec(address ?? '')?.[1] ?? null

function readBlock(block: Element): Draft | null {
  const when = firstBelow(block, '.post-date')
  const permalink = addressOf(when)
  const id = numberIn(permalink)
  const words = firstBelow(block, '.cooked')
  if (id === null || words === null) return null
  const topic = { id: /\/(\d+)\/\d+/.exec(permalink ?? '')?.[1] ?? null, base: baseOf(permalink) }
  const { drop, ...rest } = reading(topic)
  const body = nodesToText(words.children, { ...rest, drop: (one) => beside(one) || drop?.(one) === true })
  const answered = numberIn(addressOf(firstBelow(block, '.in-reply-to')))
  const quoted = answered === null ? quotedFirst(body) : null
  return {
    id,
    parentId: answered ?? quoted,
    parentVia: quoted === null ? 'platform' : 'quote',
    author: textIn(firstBelow(block, '.username a')),
    // Rails writes times in UTC.
    createdAt: localTime(when?.attribs.title ?? '', { language: 'en' })?.at ?? null,
    body,
    permalink,
    kind: 'reply',
    state: /\bdeleted\b/.test(block.attribs.class ?? '') ? 'deleted' : 'ok',
  }
}

/** Posts that are told to be left, at the foot ("12 more replies"). */
function leftIn($: Page): number {
  return Number(/\d+/.exec((wordsOf($('footer .replies').first()) ?? '').replace(/(\d)[.,](?=\d{3})/g, '$1'))?.[0] ?? 0)
}

/** The topic's first post links the article and stands on no such page: who answers nobody answers the article. */
export function readEmbedded(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const drafts = allBelow($.root().get(0), 'article.post').flatMap((block) => readBlock(block) ?? [])
  const known = new Set(drafts.map(({ id }) => id))
  const [first] = drafts
  const topic = first?.permalink?.replace(/\/\d+(?:[?#].*)?$/, '') ?? null
  return assemble({
    platform: 'discourse',
    site: siteOf(topic, 'Discourse'),
    url: topic,
    title: /\/t\/([^/]+)\/\d+$/.exec(topic ?? '')?.[1]?.replaceAll('-', ' ') ?? null,
    language: languageOf($),
    posts: drafts.map((draft) =>
      post({ ...draft, parentId: known.has(draft.parentId ?? '') ? (draft.parentId ?? null) : null }),
    ),
    expected: drafts.length + leftIn($),
  })
}
