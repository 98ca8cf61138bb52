/**
 * Feeds of one thread, as many forums and archives hand them out: RSS 2.0 and Atom (RFC 4287), whose threading extension
 * (RFC 4685) names what an entry answers. A feed is a bounded sample, mostly newest first.
 */
import { load } from 'cheerio/slim'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { absolute, htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { mailBody } from '../../text/mail-body.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { instant } from '../../text/instant.ts'
import { assemble } from '../assemble.ts'
import { number } from '../json.ts'
import { type Found, siteOf, wordsOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const isFeed = (answer: Answer) =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?xml-stylesheet[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i.test(
    answer.text.slice(0, 3000),
  ) && /<(?:item|entry)[\s>]/.test(answer.text)

/** "Re: Ferries" opens nothing: who answers keeps the title of what is answered. */
const isAnswer = (title: string | null) => /^\s*(?:re|aw|antw|sv)\s*:/i.test(title ?? '')

interface Entry {
  id: string
  ref: string | null
  link: string | null
  title: string | null
  made: Post
}

function readEntry(entry: Found): Entry {
  const child = (...names: string[]) =>
    names.map((name) => wordsOf(entry.children(name))).find((one) => one !== null) ?? null
  const link = absolute(
    entry.children('link[rel="alternate"], link:not([rel])').attr('href') ?? child('link') ?? undefined,
  )
  const id = child('id', 'guid') ?? link ?? ''
  const source =
    entry.children('content\\:encoded').text() ||
    entry.children('content').text() ||
    entry.children('description').text() ||
    entry.children('summary').text()
  const inner = entry.children('content').children().length > 0 ? (entry.children('content').html() ?? source) : source
  const writer = wordsOf(entry.find('author > name')) ?? child('dc\\:creator', 'author')
  return {
    id,
    ref: entry.children('thr\\:in-reply-to').attr('ref') ?? entry.children('thr\\:in-reply-to').attr('href') ?? null,
    link,
    title: child('title'),
    made: post({
      id,
      author: (/\(([^)]+)\)$/.exec(writer ?? '')?.[1] ?? writer)?.replace(/^@(?=\S)/, '') ?? null,
      createdAt: child('published', 'pubDate', 'dc\\:date', 'updated'),
      score: number(child('re\\:rank')),
      // Archives of mails set them as they were written.
      body: /^\s*<div[^>]{0,200}>\s*<pre/.test(inner)
        ? urlsInText(mailBody(htmlToText(inner).text))
        : quoteLines(htmlToText(inner, { base: link })),
      permalink: link,
    }),
  }
}

function inOrder(entries: Entry[]): Entry[] {
  const timed = entries.every(({ made }) => made.createdAt !== null)
  return timed ? entries.toSorted((a, b) => ((a.made.createdAt ?? '') < (b.made.createdAt ?? '') ? -1 : 1)) : entries
}

function read(answer: Answer): ReadThread {
  const $ = load(answer.text, { xml: true })
  const entries = inOrder(
    $('item, entry')
      .toArray()
      .map((element) => readEntry($(element))),
  )
  const known = new Set(entries.map(({ id }) => id))
  const [first] = entries
  const name = wordsOf($('channel > title, feed > title').first())
  const url = absolute(
    wordsOf($('channel > link').first()) ??
      $('feed > link[rel="alternate"], feed > link:not([rel])').attr('href') ??
      undefined,
    answer.url,
  )
  const title = first === undefined || first.title === null || isAnswer(first.title) ? name : first.title
  const posts = entries.map(({ id, ref, made, title: own }, index): Post => {
    const parentId = ref !== null && known.has(ref) && ref !== id ? ref : null
    const opens = index === 0 && !isAnswer(own)
    return {
      ...(opens ? post({ ...bodyOf(made), title }) : made),
      parentId,
      parentVia: parentId === null ? 'none' : 'platform',
      kind: opens ? 'opening' : 'comment',
    }
  })
  return assemble({
    platform: 'feed',
    site: siteOf(url ?? first?.link ?? null, 'A feed'),
    url,
    title,
    posts,
    missing: [{ why: 'a feed holds a part of a thread only', count: null }],
  })
}

/** What a post was made from, but for its title. */
function bodyOf({
  id,
  author,
  createdAt,
  score,
  permalink,
  text,
  quotes,
  links,
  code,
}: Post): Parameters<typeof post>[0] {
  const marked = quotes.map(({ start, end, author: by }) => ({ start, end, author: by, ref: null }))
  return { id, author, createdAt: instant(createdAt), score, permalink, body: { text, quotes: marked, links, code } }
}

export const feeds: Platform<never> = {
  id: 'feed',
  name: 'A feed',
  recognise: () => null,
  sniff: isFeed,
  file: (answer) => [read(answer)],
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume: (state) => state,
}
