/** The words of an article page without what is around them. */
import { createRequire } from 'node:module'
import { Readability } from '@mozilla/readability'
import { Parser } from 'htmlparser2'
import type { Article } from '../../shared/thread.ts'
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import { htmlToText } from '../text/html-to-text.ts'
import type { Prose } from '../text/prose.ts'
import { usable } from './answers.ts'
import type { Fetcher } from './fetch.ts'
import { looksLikeHtml, siteOf } from './page.ts'
import type { Answer, Ask } from './platform.ts'
import { nameOf, titleText } from './post.ts'
import { heedRobots, isElsewhere, unanswered } from './robots.ts'

/** The page as Readability wants it. Loaded where an article is read first: few threads need it, and it takes long to load. */
function documentOf(html: string): ConstructorParameters<typeof Readability>[0] {
  const { parseHTML }: typeof import('linkedom') = createRequire(import.meta.url)('linkedom')
  return parseHTML(html).document
}

interface ArticleText {
  title: string
  author: string | null
  site: string | null
  language: string | null
  publishedAt: string | null
  body: Prose
}

/** What a page may hold to be looked at: Readability gathers the words below each element anew, and climbs from every paragraph. */
const MOST = { elements: 20_000, texts: 60_000, characters: 800_000, depth: 200, depths: 400_000 }
/** Shorter than this nothing was found but a menu or a notice. */
const LEAST = 200

/** Whether a page holds more elements, words or pieces of text than an article has, or has them deeper, one by one or taken together. */
function isTangled(html: string): boolean {
  const seen = { elements: 0, texts: 0, characters: 0, depth: 0, depths: 0 }
  let tangled = false
  let code = false
  const parser = new Parser({
    onopentagname(name) {
      code = name === 'script' || name === 'style'
      seen.elements++
      seen.depths += ++seen.depth
      if (seen.elements > MOST.elements || seen.depth > MOST.depth || seen.depths > MOST.depths) stop()
    },
    onclosetag() {
      code = false
      seen.depth--
    },
    ontext(data) {
      if (!code) seen.characters += data.length
      if (++seen.texts > MOST.texts || seen.characters > MOST.characters) stop()
    },
  })
  const stop = () => {
    tangled = true
    parser.pause()
  }
  parser.write(html)
  // What could begin an entity becomes a piece of text of its own when it is parsed again.
  return tangled || html.split('&').length > MOST.texts
}

/** Whether a page is longer or more tangled than any article: a book saved as one page. Nobody looks for an article in it. */
export function isBeyondArticles(page: string): boolean {
  return page.length > 4_000_000 || isTangled(page)
}

/** Null when the page holds no article. */
export function articleIn(answer: Answer): ArticleText | null {
  if (!looksLikeHtml(answer.text) || isBeyondArticles(answer.text)) return null
  try {
    const page = documentOf(answer.text)
    const writers = bylinesIn(page)
    const found = new Readability(page).parse()
    const body = htmlToText(found?.content ?? '', { base: answer.url })
    if (found === null || body.text.length < LEAST) return null
    return {
      title: titleText(found.title ?? ''),
      // Of a list of what several people wrote none is the writer of all, unless the page says so.
      author:
        isOneOfMany(found.byline, writers) && !isSaidInHead(answer.text, found.byline) ? null : nameOf(found.byline),
      site: found.siteName?.trim() || null,
      language: found.lang?.trim() || null,
      publishedAt: found.publishedTime ?? null,
      body,
    }
  } catch {
    // Readability and its DOM give up on tangled pages by throwing; to us that is a page without an article.
    return null
  }
}

/** What stands in places for the writer's name, by how those places are marked. */
function bylinesIn(page: ReturnType<typeof documentOf>): Set<string>[] {
  const byMarks = new Map<string, Set<string>>()
  for (const one of page.querySelectorAll('[rel~="author"], [itemprop~="author"], .author, .byline')) {
    const around = one.parentElement
    const marks = `${around?.tagName}.${around?.className}>${one.tagName}.${one.className}`
    const name = (one.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (name !== '') byMarks.set(marks, (byMarks.get(marks) ?? new Set()).add(name))
  }
  return [...byMarks.values()]
}

/** Whether `byline` is one of several names that are marked alike. */
const isOneOfMany = (byline: string | null | undefined, writers: Set<string>[]) =>
  writers.some((names) => names.size > 1 && names.has((byline ?? '').replace(/\s+/g, ' ').trim()))

/** Whether the head of a page, or its description of itself, names `byline` as the writer. */
function isSaidInHead(page: string, byline: string | null | undefined): boolean {
  const name = byline?.trim() ?? ''
  const said = page.match(/<meta\b[^<>]*(?:author|creator)[^<>]*>|"author"\s*:[^\]]{0,300}/gi) ?? []
  return name !== '' && said.some((one) => one.includes(name))
}

export function longerThanArticles(): Problem {
  return new Problem('too-large', 'This page holds more than any article: it is as long as a book, or as tangled.', {
    remedy: 'Copy the part that is under discussion and paste its text.',
  })
}

/** The page a thread discusses. Throws `Problem` when it can't be had, its site or the one it led to lets no program read it or it is no article. */
export async function readArticle(
  url: string,
  fetcher: Fetcher,
  reading: { config: Config; signal: AbortSignal },
): Promise<Article> {
  const { config, signal } = reading
  const quietly = (ask: Ask) => fetcher.fetch(ask, signal).catch((thrown) => unanswered(Problem.from(thrown)))
  if (!config.IGNORE_ROBOTS) await heedRobots(new URL(url), quietly)
  const got = await fetcher.fetch({ url, purpose: 'the linked page' }, signal)
  if (!config.IGNORE_ROBOTS && isElsewhere(got, new URL(url))) await heedRobots(new URL(got.url ?? url), quietly)
  const answer = usable(got)
  const found = articleIn(answer)
  if (found === null && isBeyondArticles(answer.text)) throw longerThanArticles()
  if (found === null) throw new Problem('not-a-thread', 'The linked page holds no article that could be read.')
  return {
    url: answer.url ?? url,
    title: found.title,
    site: found.site ?? siteOf(answer.url ?? url, ''),
    text: found.body.text,
  }
}
