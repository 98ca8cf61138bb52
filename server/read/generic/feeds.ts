/** Feeds of posts or comments (RSS 2.0, Atom RFC 4287, threads by RFC 4685), as forums and blogs hand them out. */
import { load } from 'cheerio/slim'
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { assemble } from '../assemble.ts'
import { type Found, type Page, siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { asProse } from './words.ts'

export function looksLikeXml(text: string): boolean {
  return /^\s*(?:<\?xml\b|<rss\b|<feed\b|<rdf:RDF\b)/i.test(text.slice(0, 200))
}

const WORDS = ['content\\:encoded', 'content', 'description', 'summary']
const NAMES = ['author > name', 'dc\\:creator', 'author']
const TIMES = ['published', 'pubDate', 'dc\\:date', 'updated']

const textOf = (one: Found, selectors: string[]): string | null =>
  selectors
    .map((selector) => one.children(selector.split(' > ')[0]).first())
    .map((found, at) => {
      const inner = selectors[at]?.split(' > ')[1]
      return (inner === undefined ? found : found.children(inner)).first().text().trim()
    })
    .find((words) => words !== '') ?? null

/** RSS names a writer by an address of mail with the name behind it. */
const nameOf = (words: string | null) =>
  words === null ? null : (/^\S+@\S+\s+\((.+)\)$/.exec(words)?.[1] ?? (/^\S+@\S+$/.test(words) ? null : words))

function addressOf(one: Found): string | null {
  const link = one.children('link').first()
  const given = link.attr('href') ?? link.text().trim()
  return /^https?:/.test(given) ? given : null
}

/** Null when the document is no feed, or none with words. */
export function readFeed(answer: Answer): ReadThread | null {
  const $: Page = load(answer.text, { xml: true })
  const entries = $<Element, string>('item, entry').toArray()
  if (entries.length === 0) return null
  const ids = entries.map((element, at) => textOf($(element), ['guid', 'id']) ?? addressOf($(element)) ?? `e${at + 1}`)
  const known = new Set(ids)
  const posts = entries.map((element, at): Post => {
    const one = $(element)
    const answered = one.children('thr\\:in-reply-to').first().attr('ref') ?? null
    return post({
      id: ids[at] as string,
      parentId: answered !== null && known.has(answered) ? answered : null,
      author: nameOf(textOf(one, NAMES)),
      createdAt: textOf(one, TIMES),
      body: asProse(textOf(one, WORDS) ?? ''),
      permalink: addressOf(one),
      kind: 'comment',
    })
  })
  if (!posts.some(({ text }) => text !== '')) return null
  const head = $('channel, feed').first()
  const url = addressOf(head) ?? answer.url
  // Feeds put the newest first.
  const times = posts.flatMap(({ createdAt }) => createdAt ?? [])
  const backwards = (times[0] ?? '') > (times.at(-1) ?? '')
  return assemble({
    platform: 'feed',
    site: siteOf(url, answer.fileName ?? 'A feed'),
    url,
    title: head.children('title').first().text(),
    language: null,
    posts: backwards ? posts.reverse() : posts,
    notices: ['This is a feed: it holds the newest posts only, and mostly not who answers whom.'],
  })
}
