/**
 * Feeds of one thread, as many forums and archives hand them out: RSS 2.0 and Atom (RFC 4287), whose threading extension
 * (RFC 4685) names what an entry answers. A feed is a bounded sample, mostly newest first.
 */
import { load } from 'cheerio/slim'
import { type AnyNode, type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { absolute, htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { mailBody } from '../../text/mail-body.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { instant } from '../../text/instant.ts'
import { assemble } from '../assemble.ts'
import { number } from '../json.ts'
import { type Page, siteOf, textIn, wordsOf } from '../page.ts'
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

/** The elements of an entry by their names: a long feed has thousands of entries, and each is asked for a dozen names. */
function partsOf(entry: Element): (name: string) => Element | null {
  const parts = new Map<string, Element>()
  for (const child of entry.children) if (isTag(child) && !parts.has(child.name)) parts.set(child.name, child)
  return (name) => parts.get(name) ?? null
}

const isOwnLink = (child: AnyNode): child is Element =>
  isTag(child) && child.name === 'link' && (child.attribs.rel === undefined || child.attribs.rel === 'alternate')

function readEntry($: Page, entry: Element): Entry {
  const part = partsOf(entry)
  const child = (...names: string[]) => names.map((name) => textIn(part(name))).find((one) => one !== null) ?? null
  const link = absolute(entry.children.find(isOwnLink)?.attribs.href ?? textIn(part('link')) ?? undefined)
  const id = child('id', 'guid') ?? link ?? ''
  const content = part('content')
  const source =
    ['content:encoded', 'content', 'description', 'summary']
      .map(part)
      .map((one) => (one === null ? '' : $(one).text()))
      .find((words) => words !== '') ?? ''
  const inner = content !== null && content.children.some(isTag) ? ($(content).html() ?? source) : source
  const name = part('author')?.children.find((one) => isTag(one) && one.name === 'name')
  const writer = (name !== undefined && isTag(name) ? textIn(name) : null) ?? child('dc:creator', 'author')
  const answered = part('thr:in-reply-to')?.attribs
  return {
    id,
    ref: answered?.ref ?? answered?.href ?? null,
    link,
    title: child('title'),
    made: post({
      id,
      author: (/\(([^)]+)\)$/.exec(writer ?? '')?.[1] ?? writer)?.replace(/^@(?=\S)/, '') ?? null,
      createdAt: child('published', 'pubDate', 'dc:date', 'updated'),
      score: number(child('re:rank')),
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
    $<Element, string>('item, entry')
      .toArray()
      .map((element) => readEntry($, element)),
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
