/** Pages of WordPress with the comments below their article, as its many themes mark them. */
import { type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { instant } from '../../text/instant.ts'
import { localTime, orderIn } from '../../text/local-time.ts'
import { cut, plain, type Prose, trim } from '../../text/prose.ts'
import { shortHash } from '../../text/short-hash.ts'
import { articleIn } from '../article.ts'
import { assemble, type Parts } from '../assemble.ts'
import { count, number } from '../json.ts'
import {
  baseIn,
  languageOf,
  oneOf,
  ownAddress,
  type Page,
  pageOf,
  proseOf,
  siteOf,
  textIn,
  titleOf,
  wordsOf,
} from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { firstBelow, nearestAbove } from '../select.ts'

/** Id of the opening post. */
export const ARTICLE = 'article'

export function isWordPressPage(answer: Answer): boolean {
  if (!answer.text.trimStart().startsWith('<')) return false
  const { text: source } = answer
  return (
    /wp-content|wp-json|content="WordPress|api\.w\.org/.test(source) &&
    /id=["'](?:(?:li-|div-)?comment-\d+|(?:wpd|wc)-comm-\d+(?:_\d+)?)["']/.test(source)
  )
}

const COMMENT =
  'dt[id^="comment-"], li[id^="comment-"], li[id^="li-comment-"], article[id^="comment-"], div.comment[id^="comment-"], div[id^="div-comment-"], [id^="wpd-comm-"], [id^="wc-comm-"]'

/** A comment of a page: the outermost of the elements that bear its number. */
interface Block {
  id: string
  element: Element
  /** Number of the comment it stands in. */
  above: string | null
}

/** Themes wrap a comment once or twice. `holders` says of each such element which comment it is of. */
function commentBlocks($: Page): { blocks: Block[]; holders: Map<Element, string> } {
  const holders = new Map<Element, string>()
  for (const element of $<Element, string>(COMMENT).toArray()) {
    const id = /(?:comment|comm)-(\d+)(?:_\d+)?$/.exec(element.attribs.id ?? '')?.[1]
    if (id !== undefined && element.name !== 'form') holders.set(element, id)
  }
  const seen = new Set<string>()
  const blocks = [...holders].flatMap(([element, id]): Block[] => {
    if (seen.has(id)) return []
    seen.add(id)
    const holder = nearestAbove(element, (one) => holders.has(one) && holders.get(one) !== id)
    return [{ id, element, above: holder === null ? null : (holders.get(holder) ?? null) }]
  })
  return { blocks, holders }
}

/** The first match that belongs to the comment itself, not to an answer inside it. What is its own stands before its answers. */
function own({ element, id }: Block, holders: Map<Element, string>, selector: string): Element | null {
  const found = firstBelow(element, selector)
  if (found === null) return null
  const holder = holders.has(found) ? found : nearestAbove(found, (one) => holders.has(one))
  return holder !== null && holders.get(holder) !== id ? null : found
}

const WORDS = [
  '.comment-text',
  '.comment-content',
  '.comment_content',
  '.wp-block-comment-content',
  '.wpd-comment-text',
  '.wc-comment-text',
  '.comment_text',
  '.commenttext',
  '.comment-entry',
  '[itemprop="text"]',
  '.comment-body',
]
const WRITERS =
  '.comment-author .fn, .fn, .comment-author cite, .wp-block-comment-author-name, .comment-author-name, .comment-author-link, .wpd-comment-author, .wc-comment-author, .comment-author, .comment_author, .commentauthor, .author, cite'.split(
    ', ',
  )
const WHEN =
  '.comment-time, .comment-date, .comment_time, .comment_date, .wp-block-comment-date, .wpd-comment-date, .wc-comment-date, .comment-metadata a, .comment-metadata, .comment-meta a[href*="#comment-"], .commentmetadata, .comment-meta, .date, cite'.split(
    ', ',
  )
const SAYS =
  /\s*(?:says|said|sagt|meint|schreibt|schrieb|a dit|dice|ha detto|dijo|disse|zegt|schreef|pisze|skriver|säger|writes|пишет|говорит)\s*:?\s*$/i

/** "Comment by Ann — 5/1/2026 @ 10:00 am": the first themes name writer and time below the words. */
const BY = /^(?:Comment|Kommentar|Commentaire|Pingback|Trackback) (?:by|von|par) (.+?)(?:\s+[—–-]+\s+.*)?$/i

/** The next element after `element` if it is a `name`. */
function nextElement(element: Element, name: string): Element | null {
  for (let next = element.nextSibling; next !== null; next = next.nextSibling)
    if (isTag(next)) return next.name === name ? next : null
  return null
}

/** "Ann says:" without the name. */
function withoutSays(prose: Prose): Prose {
  const first = /^[^\n]*(?=\n)/.exec(prose.text)?.[0]
  return first !== undefined && first.length < 20 && SAYS.test(` ${first}`) && !/[\s]/.test(first.trim())
    ? trim(cut(prose, [{ start: 0, end: first.length }]))
    : prose
}

/** The first of `selectors` that finds something. */
function firstOf(selectors: string[], find: (selector: string) => Element | null): Element | null {
  for (const selector of selectors) {
    const found = find(selector)
    if (found !== null) return found
  }
  return null
}

interface Told {
  exact: string | null
  /** What stands where a time is told, in the words of the place. */
  said: string[]
}

function timeOf(block: Block, holders: Map<Element, string>): Told {
  const exact = instant(own(block, holders, 'time[datetime]')?.attribs.datetime)
  if (exact !== null) return { exact, said: [] }
  const said = WHEN.flatMap((selector) => {
    const found = own(block, holders, selector)
    return found === null ? [] : [found.attribs.title ?? '', (textIn(found) ?? '').replace(/ @ /, ' ')]
  })
  return { exact, said }
}

/** The times of a page's comments: one date of numbers that leaves no doubt tells the order of all. */
function timesOf(told: Told[], language: string | null): { at: string | null; local: boolean }[] {
  const usual = language === null || /^en/i.test(language) ? null : 'day'
  const order =
    firstFound(
      told.flatMap(({ said }) => said),
      orderIn,
    ) ?? usual
  return told.map(({ exact, said }) => {
    const at = exact ?? firstFound(said, (words) => localTime(words, { language, order })?.at ?? null)
    return { at, local: exact === null && at !== null }
  })
}

function firstFound<T>(words: string[], find: (words: string) => T | null): T | null {
  for (const one of words) {
    const found = find(one)
    if (found !== null) return found
  }
  return null
}

interface Place {
  url: string | null
  /** What addresses of the page are relative to. */
  base: string | null
}

/** wpDiscuz counts votes: those for and against apart, or what is left of both. */
function scoreOf(find: (selector: string) => Element | null): number | null {
  const votes = (selector: string) => number(textIn(find(selector)) ?? undefined)
  const likes = votes('.wpd-vote-result-like')
  return likes === null ? votes('.wpd-vote-result') : likes - Math.abs(votes('.wpd-vote-result-dislike') ?? 0)
}

function readBlock(block: Block, holders: Map<Element, string>, { url, base }: Place, createdAt: string | null): Post {
  const { id, element } = block
  const find = (selector: string) => own(block, holders, selector)
  const beside = element.name === 'dt' ? nextElement(element, 'dd') : null
  const words = beside ?? firstOf(WORDS, find) ?? element
  const writer = firstOf(WRITERS, (selector) => (textIn(find(selector)) === null ? null : find(selector)))
  const author = textIn(writer)
  return post({
    id,
    parentId: block.above ?? ARTICLE,
    parentVia: 'nesting',
    author: author === null ? null : (BY.exec(author)?.[1] ?? author.replace(SAYS, '')),
    createdAt,
    body: withoutSays(
      nodesToText(words.children, {
        base,
        drop: (one) =>
          /comment-meta|comment-author|comment-reply|\breply\b|says|\bchildren\b|comment-awaiting-moderation|comment-likes|sharedaddy/.test(
            one.attribs.class ?? '',
          ) ||
          (holders.get(one) ?? id) !== id ||
          // The oldest themes put writer, time and words side by side.
          (words === element && (one === writer || /commentmetadata/.test(one.attribs.class ?? ''))),
      }),
    ),
    permalink:
      absolute(find(`a[href$="#comment-${id}"]`)?.attribs.href, base) ??
      (url === null ? null : `${url.replace(/#.*$/, '')}#comment-${id}`),
    score: scoreOf(find),
    kind: /\b(?:pingback|trackback)\b/.test(element.attribs.class ?? '') ? 'system' : 'comment',
  })
}

/** How many comments the heading above them announces. */
function announcedIn($: Page): number | null {
  const discuz = count($('.wpd-thread-info .wpdtc').first().attr('title'))
  if (discuz !== null) return discuz
  const headings = $(
    '#comments-title, .comments-title, h2#comments, h3#comments, #comments > h2, #comments > h3, .wp-block-comments-title',
  )
  const found =
    /(?:^|\s)(\d[\d.,]*)\s+(?:comments?|thoughts?|responses?|repl(?:y|ies)|kommentare?|antworten|gedanken|commentaires?|réponses?|réflexions?|comentarios?|respuestas?|pensamientos?|comentários?|respostas?|commenti|pensieri|risposte|reacties|gedachten|komentarz\p{L}*|komentář\p{L}*|kommentarer|комментари\p{L}*)/iu.exec(
      wordsOf(headings) ?? '',
    )?.[1]
  return found === undefined ? null : Number(found.replace(/\D/g, ''))
}

const ZONELESS = 'The times of the comments are those of the site’s own clock, taken as UTC.'

/** `told` is what is known beside the page of how it was read. */
export function readWordPressPage(answer: Answer, told: Pick<Parts, 'notices' | 'missing'> = {}): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const base = baseIn($, answer) ?? url
  const { blocks, holders } = commentBlocks($)
  const words = articleWords($, base)
  const article = words === null ? articleIn(answer) : null
  const title = wordsOf(oneOf($, ['h1.entry-title', '.entry-title', 'article h1', 'main h1', 'h1'])) ?? titleOf($)
  const top = post({
    id: ARTICLE,
    author:
      article?.author ??
      wordsOf(
        $('.entry-meta .author, .byline .author, .byline .fn, .wp-block-post-author-name, [rel="author"]').first(),
      ) ??
      $('meta[name="author"]').attr('content') ??
      null,
    createdAt:
      article?.publishedAt ??
      $('meta[property="article:published_time"]').attr('content') ??
      $('time.entry-date[datetime], time.published[datetime], .wp-block-post-date time[datetime]')
        // Other articles may be listed with their dates.
        .not('.wp-block-post-template time')
        .first()
        .attr('datetime'),
    title,
    body: words ?? article?.body ?? plain(''),
    permalink: url,
    kind: 'opening',
  })
  const language = languageOf($)
  const times = timesOf(
    blocks.map((block) => timeOf(block, holders)),
    language,
  )
  const posts = blocks.map((block, index) => readBlock(block, holders, { url, base }, times[index]?.at ?? null))
  const pings = $<Element, string>('li.pingback:not([id]), li.trackback:not([id])').toArray()
  const links = pings.map((element) =>
    post({
      id: `ping-${shortHash(textIn(element) ?? '')}`,
      parentId: ARTICLE,
      parentVia: 'nesting',
      body: nodesToText(element.children, { base, drop: ({ attribs }) => /edit-link/.test(attribs.class ?? '') }),
      kind: 'system',
    }),
  )
  const announced = announcedIn($)
  const older = $('.comment-navigation a, .nav-previous a[href*="comment-page"], a[href*="/comment-page-"]').length
  return assemble({
    platform: 'wordpress',
    site: siteOf(url, 'WordPress'),
    url,
    title,
    language,
    posts: [top, ...posts, ...links],
    expected: announced === null ? null : announced + 1,
    notices: [...(told.notices ?? []), ...(times.some(({ local }) => local) ? [ZONELESS] : [])],
    missing: [...(told.missing ?? []), ...(older > 0 ? [{ why: 'further pages of comments', count: null }] : [])],
  })
}

function articleWords($: Page, base: string | null): ReturnType<typeof proseOf> | null {
  const words = $('.entry-content, .post-content, .article-content').first()
  return words.length === 0
    ? null
    : proseOf(words, {
        base,
        drop: ({ attribs }) => /sharedaddy|jp-relatedposts|post-navigation/.test(attribs.class ?? ''),
      })
}
