/** Comments as Disqus exports them for the owners of a site: one XML document with all its threads. */
import { load } from 'cheerio/slim'
import type { Element } from 'domhandler'
import { htmlToText } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { type Page, siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

export const isExport = ({ text }: Answer): boolean =>
  /<disqus\b[^<>]*xmlns="http:\/\/disqus\.com"/.test(text.slice(0, 1000))

const ARTICLE = 'article'

/** The threads that have comments, each under the page it is about. */
export function readExport(answer: Answer): ReadThread[] {
  const $ = load(answer.text, { xml: true })
  const comments = new Map<string, Element[]>()
  for (const element of $('disqus > post').toArray()) {
    const of = idOf($, element, 'thread')
    const before = comments.get(of)
    if (before === undefined) comments.set(of, [element])
    else before.push(element)
  }
  return $('disqus > thread')
    .toArray()
    .flatMap((element) => {
      const found = comments.get(element.attribs['dsq:id'] ?? '') ?? []
      return found.length === 0 ? [] : [threadOf($, element, found)]
    })
}

const said = ($: Page, element: Element, name: string) => $(element).children(name).first().text().trim()
const idOf = ($: Page, element: Element, name: string) => $(element).children(name).first().attr('dsq:id') ?? ''
const writerOf = ($: Page, element: Element) => $(element).children('author').children('name').first().text()

function threadOf($: Page, element: Element, found: Element[]): ReadThread {
  const url = said($, element, 'link') || null
  const title = htmlToText(said($, element, 'title')).text || null
  const opening = post({
    id: ARTICLE,
    title,
    body: htmlToText(said($, element, 'message')),
    permalink: url,
    kind: 'opening',
  })
  const posts = found.map((one) =>
    post({
      id: one.attribs['dsq:id'] ?? '',
      parentId: idOf($, one, 'parent') || ARTICLE,
      author: writerOf($, one),
      createdAt: said($, one, 'createdAt'),
      body: htmlToText(said($, one, 'message')),
      kind: 'comment',
      state: said($, one, 'isDeleted') === 'true' ? 'deleted' : said($, one, 'isSpam') === 'true' ? 'removed' : 'ok',
    }),
  )
  return assemble({ platform: 'disqus', site: siteOf(url, 'Disqus'), url, title, posts: [opening, ...posts] })
}
