/** Discussions that describe themselves: schema.org as JSON-LD and microdata, microformats (h-entry with h-cite). */
import type { Post } from '../../../shared/thread.ts'
import { absolute, htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { at, count, number, parse, record, text } from '../json.ts'
import { type Found, languageOf, ownAddress, type Page, pageOf, proseOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const THREADS =
  /(?:DiscussionForumPosting|Question|SocialMediaPosting|Article|BlogPosting|NewsArticle|WebPage|CreativeWork|VideoObject)$/
const asList = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
const typeOf = (value: unknown) =>
  asList(at(value, '@type'))
    .filter((one) => typeof one === 'string')
    .join(' ')

function body(words: string | null): Prose {
  if (words === null) return plain('')
  return /<[a-z][^>]*>|&[a-z#\d]+;/i.test(words)
    ? htmlToText(words)
    : urlsInText(
        htmlToText(
          words
            .replaceAll('<', '&lt;')
            .replace(/\n{2,}/g, '<p>')
            .replaceAll('\n', '<br>'),
        ),
      )
}

/** Everything a page says of itself in JSON-LD, graphs and question pages opened. */
function described($: Page): unknown[] {
  const found: unknown[] = []
  $('script[type="application/ld+json"]').each((_, element) => {
    for (const one of asList(parse($(element).text()))) found.push(one, ...asList(at(one, '@graph')))
  })
  return found.flatMap((one) => [one, ...asList(at(one, 'mainEntity')), ...asList(at(one, 'mainEntityOfPage'))])
}

const answersOf = (value: unknown) =>
  [
    ...asList(at(value, 'comment')),
    ...asList(at(value, 'acceptedAnswer')),
    ...asList(at(value, 'suggestedAnswer')),
  ].filter((one) => record(one) !== null)

function readItem(value: unknown, id: string, parentId: string | null, url: string | null): Post {
  const isAnswer = /Answer/.test(typeOf(value))
  return post({
    id,
    parentId,
    author: text(value, 'author', 'name') ?? text(asList(at(value, 'author'))[0], 'name') ?? text(value, 'author'),
    createdAt: at(value, 'datePublished') ?? at(value, 'dateCreated'),
    score: number(value, 'upvoteCount'),
    title: parentId === null ? (text(value, 'headline') ?? text(value, 'name')) : null,
    body: body(text(value, 'text') ?? text(value, 'articleBody') ?? text(value, 'description')),
    permalink: absolute(text(value, 'url') ?? text(value, '@id') ?? undefined, url),
    kind: parentId === null ? 'opening' : isAnswer ? 'answer' : 'comment',
  })
}

function readJsonLd($: Page, url: string | null): { posts: Post[]; expected: number | null } | null {
  const root = described($).find((one) => THREADS.test(typeOf(one)) && answersOf(one).length > 0)
  if (root === undefined) return null
  const posts: Post[] = []
  const todo: { value: unknown; parentId: string | null }[] = [{ value: root, parentId: null }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const id = text(next.value, '@id') ?? text(next.value, 'identifier') ?? `p${posts.length + 1}`
    posts.push(readItem(next.value, id, next.parentId, url))
    for (const child of answersOf(next.value).toReversed()) todo.push({ value: child, parentId: id })
  }
  const announced = count(root, 'commentCount') ?? count(root, 'answerCount')
  return { posts, expected: announced === null ? null : announced + 1 }
}

const COMMENTS =
  '[itemtype*="schema.org/Comment"], [itemtype*="schema.org/Answer"], [itemtype*="schema.org/UserComments"]'
const TOP =
  '[itemtype*="schema.org/DiscussionForumPosting"], [itemtype*="schema.org/Question"], [itemtype*="schema.org/BlogPosting"], [itemtype*="schema.org/Article"], [itemtype*="schema.org/NewsArticle"], [itemtype*="schema.org/SocialMediaPosting"]'

/** A property of the thing itself, not of things inside it (but of its author). */
function own(block: Found, name: string): Found {
  return block.find(`[itemprop~="${name}"]`).filter((_, element) => {
    const scope = block
      .find(element)
      .parentsUntil((__, node) => node === block.get(0), '[itemscope]')
      .filter((__, inner) => !/Person|Organization|InteractionCounter/.test(block.find(inner).attr('itemtype') ?? ''))
    return scope.length === 0
  })
}

const valueOf = (found: Found) =>
  found.first().attr('content') ?? found.first().attr('datetime') ?? wordsOf(found.first())

function readMicrodata($: Page, url: string | null): { posts: Post[]; expected: number | null } | null {
  const blocks = $(COMMENTS).toArray()
  if (blocks.length === 0) return null
  const top = $(TOP).first()
  const ids = new Map(
    blocks.map((element, index) => [
      element,
      $(element).attr('id') ?? $(element).attr('data-comment-id') ?? `c${index + 1}`,
    ]),
  )
  const read = (block: Found, id: string, parentId: string | null, opening: boolean): Post => {
    const words = own(block, 'text')
      .add(own(block, 'articleBody'))
      .add(own(block, 'commentText'))
      .add(own(block, 'reviewBody'))
      .first()
    return post({
      id,
      parentId,
      parentVia: 'nesting',
      author:
        wordsOf(own(block, 'author').find('[itemprop="name"]').first()) ??
        own(block, 'author').find('meta[itemprop="name"]').attr('content') ??
        valueOf(own(block, 'author')) ??
        valueOf(own(block, 'creator')) ??
        null,
      createdAt:
        valueOf(own(block, 'datePublished')) ??
        valueOf(own(block, 'dateCreated')) ??
        valueOf(own(block, 'commentTime')),
      score: number(valueOf(own(block, 'upvoteCount'))),
      title: opening ? (valueOf(own(block, 'headline')) ?? valueOf(own(block, 'name')) ?? titleOf($)) : null,
      body: proseOf(words, { base: url }),
      permalink: absolute(own(block, 'url').first().attr('href') ?? own(block, 'url').first().attr('content'), url),
      kind: opening ? 'opening' : /Answer/.test(block.attr('itemtype') ?? '') ? 'answer' : 'comment',
    })
  }
  const opening = top.length === 0 ? [] : [read(top, 'opening', null, true)]
  const posts = blocks.map((element): Post => {
    const above = $(element).parents(COMMENTS).get(0)
    const parent = above === undefined ? (opening.length > 0 ? 'opening' : null) : (ids.get(above) ?? null)
    return read($(element), ids.get(element) ?? '', parent, false)
  })
  const announced = number(valueOf($('[itemprop="commentCount"], [itemprop="answerCount"]')))
  return { posts: [...opening, ...posts], expected: announced === null ? null : announced + 1 }
}

function readMicroformats($: Page, url: string | null): { posts: Post[]; expected: null } | null {
  const entry = $('.h-entry').first()
  const cites = entry.find('.p-comment, .u-comment, .h-cite.comment').toArray()
  if (cites.length === 0) return null
  const opening = post({
    id: 'opening',
    author: wordsOf(entry.children('.p-author').first()),
    createdAt:
      entry.children('.dt-published').first().attr('datetime') ?? entry.find('.dt-published').first().attr('datetime'),
    title: wordsOf(entry.find('.p-name').first()) ?? titleOf($),
    body: proseOf(entry.find('.e-content').first(), { base: url }),
    permalink: url,
    kind: 'opening',
  })
  const posts = cites.map((element, index) => {
    const one = $(element)
    return post({
      id: one.attr('id') ?? `c${index + 1}`,
      parentId: 'opening',
      parentVia: 'nesting',
      author: wordsOf(one.find('.p-author').first()),
      createdAt: one.find('.dt-published').first().attr('datetime'),
      body: proseOf(one.find('.e-content, .p-content, .p-name').first(), { base: url }),
      permalink: absolute(one.find('a.u-url').first().attr('href'), url),
      kind: 'comment',
    })
  })
  return { posts: [opening, ...posts], expected: null }
}

/** Null when the page describes no discussion, or one without a single answer. */
export function readStructured(answer: Answer): ReadThread | null {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const found = readJsonLd($, url) ?? readMicrodata($, url) ?? readMicroformats($, url)
  const spoken = found?.posts.filter((one) => one.text.length > one.heading).length ?? 0
  if (found === null || spoken < 2) return null
  const first = found.posts[0]
  return assemble({
    platform: 'schema.org',
    site: siteOf(url, answer.fileName ?? 'A saved page'),
    url,
    title: (first !== undefined && first.heading > 0 ? first.text.slice(0, first.heading) : null) ?? titleOf($),
    language: languageOf($),
    posts: found.posts,
    expected: found.expected,
    notices: ['Read from what the page says about itself.'],
  })
}
