/** WordPress's export of a site (WXR: RSS with elements of its own): articles, each with the comments below it. */
import { load } from 'cheerio/slim'
import { type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { type Page, siteOf, textIn } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { ARTICLE } from './wordpress-pages.ts'

export const isExport = ({ text }: Answer): boolean => /<wp:wxr_version>/.test(text.slice(0, 10_000))

/** Elements below `element` by their names: what stands in them on one line, or as it is written there. */
function partsOf($: Page, element: Element) {
  const children = element.children.filter(isTag)
  const all = (name: string) => children.filter((child) => child.name === name)
  return {
    all,
    one: (name: string) => textIn(all(name)[0] ?? null),
    written: (name: string) => $(all(name).slice(0, 1)).text().replace(/\r\n?/g, '\n').trim(),
  }
}

/** What has no paragraphs of its own has empty lines for them. */
const withLines = (source: string) => (/<p\b|<!-- wp:/.test(source) ? source : source.replaceAll('\n', '<br>'))

/** Written as "0000-00-00 00:00:00" where there is none. */
const timeOf = (words: string | null) => (words === null || words.startsWith('0000') ? null : words)

function commentOf($: Page, element: Element): Post | null {
  const { one, written } = partsOf($, element)
  const approved = one('wp:comment_approved')
  // What nobody but the site's keepers gets to see: spam, what waits for a look, what was thrown away.
  if (approved !== null && !/^(?:1|approved?)$/.test(approved)) return null
  const parent = one('wp:comment_parent')
  return post({
    id: one('wp:comment_id') ?? '',
    parentId: parent === null || parent === '0' ? ARTICLE : parent,
    author: one('wp:comment_author'),
    createdAt: timeOf(one('wp:comment_date_gmt')) ?? one('wp:comment_date'),
    body: htmlToText(withLines(written('wp:comment_content'))),
    kind: /^(?:pingback|trackback)$/.test(one('wp:comment_type') ?? '') ? 'system' : 'comment',
  })
}

function articleOf($: Page, item: Element): ReadThread {
  const { one, all, written } = partsOf($, item)
  const url = one('link')
  const title = one('title')
  const opening = post({
    id: ARTICLE,
    author: one('dc:creator'),
    createdAt: timeOf(one('wp:post_date_gmt')) ?? one('pubDate'),
    title,
    body: htmlToText(withLines(written('content:encoded'))),
    permalink: url,
    kind: 'opening',
  })
  const comments = all('wp:comment').flatMap((element) => commentOf($, element) ?? [])
  return assemble({ platform: 'wordpress', site: siteOf(url, 'WordPress'), url, title, posts: [opening, ...comments] })
}

/** The articles with comments; where none has any, all of them. Throws `not-a-thread` for an export without articles. */
export function readExport(answer: Answer): ReadThread[] {
  const $: Page = load(answer.text, { xml: true })
  const items = $<Element, string>('channel > item')
    .toArray()
    .filter((item) => /^(?:post|page)$/.test(partsOf($, item).one('wp:post_type') ?? 'post'))
  const threads = items.map((item) => articleOf($, item))
  const discussed = threads.filter(({ posts }) => posts.length > 1)
  if (threads.length === 0) throw new Problem('not-a-thread', 'This export of WordPress holds no article.')
  return discussed.length > 0 ? discussed : threads
}
