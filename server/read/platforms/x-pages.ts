/** Conversations on X as browsers save them, signed in: the one way to them. The site itself hands them to no program. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { join, type Prose } from '../../text/prose.ts'
import { assemble, firstWords } from '../assemble.ts'
import { type Found, languageOf, type Page, pageOf, proseOf, wordsOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { isXAnswer, readXAnswer } from './x-answers.ts'

const ORIGIN = 'https://x.com/'
const STATUS = /\/(?:status|article)\/(\d+)/

const isSaved = ({ text }: Answer) =>
  /<article\b[^<>]{0,400}\bdata-testid="tweet"|data-testid="twitterArticleRichTextView"/.test(text)

/** Whether an element stands in the box of what a post quotes, which leads there. */
const inBox = ($: Page, element: Element) => $(element).closest('article, div[role="link"]').is('div')

/** The first of `selector` in a post (`boxed`: in the box of what it quotes). */
const part = ($: Page, article: Element, selector: string, boxed = false): Found =>
  $(article)
    .find<Element>(selector)
    .filter((_, element) => inBox($, element) === boxed)
    .first()

/** The name below the name: "@ada". */
function handleIn($: Page, name: Found): string | null {
  const told = name
    .find('span, div, a')
    .toArray()
    .map((one) => wordsOf($(one)))
  return told.find((one) => one !== null && /^@\w+$/.test(one)) ?? null
}

function words($: Page, article: Element): Prose {
  const own = proseOf(part($, article, '[data-testid="tweetText"], [data-testid="twitterArticleRichTextView"]'), {
    base: ORIGIN,
  })
  const quoted = proseOf(part($, article, '[data-testid="tweetText"]', true), { base: ORIGIN })
  const author = handleIn($, part($, article, '[data-testid="User-Name"]', true))
  const quotes = [{ start: 0, end: quoted.text.length, author, ref: null }]
  return quoted.text === '' ? own : join([own, { ...quoted, quotes }], '\n\n')
}

/** "1.2K Likes. Like" is not exact and no score. */
function likes($: Page, article: Element): number | null {
  const told = part($, article, '[data-testid="like"], [data-testid="unlike"]').attr('aria-label') ?? ''
  const count = /^[\d,.\u00A0\u202F]+(?=\s)/.exec(told)?.[0]
  return count === undefined ? null : Number(count.replace(/\D/g, ''))
}

interface Shown {
  id: string
  made: Parameters<typeof post>[0]
}

/** A post of the page; null for advertisements, which have no time and no address. */
function shownIn($: Page, article: Element): Shown | null {
  const time = part($, article, 'time[datetime]')
  const path = time.closest('a').attr('href') ?? ''
  const id = STATUS.exec(path)?.[1]
  if (id === undefined) return null
  return {
    id,
    made: {
      id,
      author: handleIn($, part($, article, '[data-testid="User-Name"]')) ?? `@${/^\/?([^/]+)/.exec(path)?.[1] ?? ''}`,
      createdAt: time.attr('datetime'),
      score: likes($, article),
      title: wordsOf(part($, article, '[data-testid="twitter-article-title"]')),
      body: words($, article),
      permalink: new URL(path, ORIGIN).href,
      kind: 'reply',
    },
  }
}

/** What stands above the post the address names is what it answers, each the one before; what stands below answers it. */
function read(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const shown = $<Element, string>('article[data-testid="tweet"]')
    .toArray()
    .flatMap((article) => shownIn($, article) ?? [])
  if (shown.length === 0) return article($, answer)
  const named = STATUS.exec(answer.url ?? $('link[rel="canonical"]').attr('href') ?? '')?.[1]
  const focused = Math.max(
    0,
    shown.findIndex(({ id }) => id === named),
  )
  const posts = shown.map(({ made }, index): Post => {
    const parent = index === 0 ? undefined : shown[index <= focused ? index - 1 : focused]
    return post({
      ...made,
      parentId: parent?.id ?? null,
      parentVia: index <= focused ? 'nesting' : 'order',
      kind: parent === undefined ? 'opening' : 'reply',
    })
  })
  const gone = $('[data-testid="cellInnerDiv"]').filter(
    (_, cell) =>
      $(cell).find('article').length === 0 &&
      /^(?:This|Hmm)\b.*\b(?:deleted|unavailable|exists?)\b/.test($(cell).text().trim()),
  ).length
  return assemble({
    platform: 'x',
    site: 'x.com',
    url: posts[focused]?.permalink ?? null,
    title: firstWords(posts[0]?.text ?? ''),
    language: languageOf($),
    posts,
    missing: [
      { why: 'replies the page had not loaded when it was saved', count: null },
      ...(gone > 0 ? [{ why: 'posts X no longer shows', count: gone }] : []),
    ],
    notices: [
      ...(posts.length > focused + 2 ? ['The page does not show who answers whom.'] : []),
      ...($('[data-testid="tweet-text-show-more-link"]').length > 0
        ? ['Some posts are cut off where X folded them: unfold them before saving the page.']
        : []),
    ],
  })
}

/** A long text with a page of its own, by whom its address names. */
function article($: Page, answer: Answer): ReadThread {
  const body = proseOf($('[data-testid="twitterArticleRichTextView"]').first(), { base: ORIGIN })
  const title = wordsOf($('[data-testid="twitter-article-title"]').first())
  const [, writer, id = 'article'] = /x\.com\/([^/]+)\/(?:status|article)\/(\d+)/.exec(answer.url ?? '') ?? []
  return assemble({
    platform: 'x',
    site: 'x.com',
    url: answer.url,
    title,
    language: languageOf($),
    posts: [
      post({
        id,
        author: writer === undefined ? null : `@${writer}`,
        title,
        body,
        permalink: answer.url,
        kind: 'opening',
      }),
    ],
    missing: [{ why: 'replies the page had not loaded when it was saved', count: null }],
  })
}

export const xPages: Platform<never> = {
  id: 'x',
  name: 'X',
  recognise: () => null,
  sniff: (answer) => isXAnswer(answer) || isSaved(answer),
  file: (answer) => [isXAnswer(answer) ? readXAnswer(answer) : read(answer)],
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume: (state) => state,
}
