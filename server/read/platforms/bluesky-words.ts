/** The words of a post on Bluesky: text with its links, what pictures show, the post it quotes. */
import { clean } from '../../text/clean.ts'
import { absolute } from '../../text/html-to-text.ts'
import { join, plain, type Prose, quoted } from '../../text/prose.ts'
import { at, count, list, record, text } from '../json.ts'

/** Facets count bytes of UTF-8: the text is taken apart there and put together again, cleaned, with its links. */
function body(view: unknown): Prose {
  const bytes = Buffer.from(text(view, 'record', 'text') ?? '', 'utf8')
  /** Some clients count wrongly: where a place is inside a character, the next one is meant. */
  const boundary = (place: number): number => {
    let here = place
    while (((bytes[here] ?? 0) & 0xc0) === 0x80) here++
    return here
  }
  const facets = list(view, 'record', 'facets')
    .flatMap((facet) => {
      const start = count(facet, 'index', 'byteStart')
      const end = count(facet, 'index', 'byteEnd')
      const url = list(facet, 'features')
        .map((feature) => absolute(text(feature, 'uri') ?? undefined))
        .find((uri) => uri !== null)
      return start === null || end === null || url === undefined || url === null
        ? []
        : [{ start: boundary(start), end: boundary(end), url }]
    })
    .sort((a, b) => a.start - b.start)
  const whole = plain('')
  let from = 0
  for (const { start, end, url } of facets) {
    if (start < from || end > bytes.length) continue
    whole.text += clean(bytes.subarray(from, start).toString('utf8'))
    const words = clean(bytes.subarray(start, end).toString('utf8'))
    if (words !== '') whole.links.push({ start: whole.text.length, end: whole.text.length + words.length, url })
    whole.text += words
    from = end
  }
  whole.text += clean(bytes.subarray(from).toString('utf8'))
  const card = absolute(
    text(view, 'embed', 'external', 'uri') ?? text(view, 'embed', 'media', 'external', 'uri') ?? undefined,
  )
  if (card === null || whole.links.some((link) => link.url === card)) return trimmed(whole)
  return join([trimmed(whole), { ...plain(card), links: [{ start: 0, end: card.length, url: card }] }], '\n\n')
}

/** The words of a post; where it is nothing but pictures, what their writer says they show. */
export function shownIn(view: unknown): Prose {
  const words = body(view)
  if (words.text !== '') return words
  const pictures = [...list(view, 'record', 'embed', 'images'), ...list(view, 'record', 'embed', 'media', 'images')]
  const told = [...pictures, at(view, 'record', 'embed')].flatMap((one) => text(one, 'alt') ?? [])
  return plain(clean(told.join('\n')))
}

/** The post another one quotes, as it is shown there. */
export const quotedView = (view: unknown): unknown =>
  record(at(view, 'embed', 'record', 'record')) ?? record(at(view, 'embed', 'record'))

/** Its words, below those of the post that quotes it. */
export function quotedIn(view: unknown): Prose {
  const shown = quotedView(view)
  if (asksForSilence(shown)) return plain('')
  const author = text(shown, 'author', 'handle') ?? text(shown, 'author', 'did')
  return quoted(plain(clean(text(shown, 'value', 'text') ?? '').trim()), author, text(shown, 'uri'))
}

function trimmed(prose: Prose): Prose {
  const text = prose.text.trimEnd()
  return { ...prose, text, links: prose.links.filter((link) => link.end <= text.length) }
}

/** Some people ask not to be shown to those who are not signed in. */
export function asksForSilence(view: unknown): boolean {
  return list(view, 'author', 'labels').some((label) => text(label, 'val') === '!no-unauthenticated')
}
