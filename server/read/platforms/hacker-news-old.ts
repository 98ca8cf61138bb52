/** Pages of Hacker News from before its rows had classes and numbers (2007 to 2014): told apart by their links and spacers. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { plain } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { number } from '../json.ts'
import { byDepth, type Found, type Page, pageOf, proseOf, wordsOf } from '../page.ts'
import type { Answer } from '../platform.ts'
import { post } from '../post.ts'

const BASE = 'https://news.ycombinator.com/'

export function isOldHackerNews(answer: Answer): boolean {
  const { text } = answer
  return (
    /class="?default"?/.test(text) &&
    /class="?comhead"?/.test(text) &&
    /item\?id=\d+/.test(text) &&
    /user\?id=/.test(text)
  )
}

const idIn = (links: Found): string | null => /item\?id=(\d+)/.exec(links.first().attr('href') ?? '')?.[1] ?? null

function readComment($: Page, cell: Found, readAt: Answer['readAt']): { id: string; depth: number; made: Post } | null {
  const head = cell.find('.comhead').first()
  const id = idIn(head.find('a[href*="item?id="]')) ?? idIn(cell.find('a[href*="reply?id="], a[href*="item?id="]'))
  if (id === null) return null
  const words = cell.find('.comment').first()
  const author = wordsOf(head.find('a[href*="user?id="]'))
  const spacer = cell.closest('tr').find('img[src*="s.gif"]').first().attr('width')
  const gone = author === null || /^\[(?:deleted|flagged|dead)\]$/.test(wordsOf(words) ?? '')
  const made = post({
    id,
    author,
    age: ageOf(wordsOf(head)),
    readAt,
    body: gone
      ? plain('')
      : quoteLines(
          proseOf(words, {
            base: BASE,
            drop: (element) =>
              element.name === 'font' && element.attribs.size === '1' && $(element).find('u').length > 0,
          }),
        ),
    permalink: `${BASE}item?id=${id}`,
    state: gone ? 'deleted' : 'ok',
  })
  return { id, depth: Math.round(Number(spacer ?? 0) / 40) || 0, made }
}

/** "3 hours ago" in the line above the words, where it stands among other things. */
function ageOf(line: string | null): string | null {
  return /\d+ (?:minute|hour|day)s? ago/.exec(line ?? '')?.[0] ?? null
}

export interface OldPage {
  id: string | null
  title: string | null
  url: string | null
  announced: number | null
  posts: Post[]
}

/** The story with its comments; a time is only told as how long ago, so none is exact. */
export function readOldHackerNews(answer: Answer): OldPage {
  const $ = pageOf(answer)
  const line = $('td.subtext').first()
  const link = $('td.title a').first()
  const title = line.length === 0 ? null : wordsOf(link)
  const id =
    idIn(line.find('a[href*="item?id="]')) ??
    /score_(\d+)/.exec(line.find('[id^="score_"]').attr('id') ?? '')?.[1] ??
    null
  const rows = $<Element, string>('td.default')
    .toArray()
    .flatMap((element) => readComment($, $(element), answer.readAt) ?? [])
  const parents = byDepth(rows, title === null ? null : id)
  const comments = rows.map(({ id: own, made }): Post => {
    const parentId = parents.get(own) ?? null
    return { ...made, parentId, parentVia: parentId === null ? 'none' : 'nesting' }
  })
  const announced = /(\d+)\s+comments?/.exec(line.text())?.[1]
  const opening =
    title === null || id === null
      ? []
      : [
          post({
            id,
            author: wordsOf(line.find('a[href*="user?id="]')),
            age: ageOf(wordsOf(line)),
            readAt: answer.readAt,
            score: number(/(-?\d+)\s+points?/.exec(line.text())?.[1]),
            title,
            body: quoteLines(
              proseOf(
                line
                  .closest('tr')
                  .nextAll('tr')
                  .children('td')
                  .filter((_, cell) => (wordsOf($(cell)) ?? '') !== '' && $(cell).find('form').length === 0)
                  .first(),
                { base: BASE },
              ),
            ),
            permalink: `${BASE}item?id=${id}`,
          }),
        ]
  return {
    id,
    title,
    url: absolute(link.attr('href'), BASE),
    announced: announced === undefined ? null : Number(announced),
    posts: [...opening, ...comments],
  }
}
