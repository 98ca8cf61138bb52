/** Where folded posts say again what was found in the posts they repeat. */
import type { Repeat } from '../../shared/debate.ts'
import type { Unit } from '../../shared/findings.ts'
import type { Passage, Post, Thread } from '../../shared/thread.ts'
import { locate } from '../text/locate.ts'
import { mask } from '../text/mask.ts'
import { inTime, personOf } from './order.ts'
import { shownQuotes } from './own.ts'

/** Blanks out quoted words without moving the others; stands in no text. */
const NOTHING = '\uffff'

/**
 * For every unit id the passages, earliest first, where posts folded into its post say the same words: those posts are not
 * analysed themselves, but whoever wrote them said it too. A copy in which the unit's words are not found (the near repeat
 * left them out, or quotes them) has no passage. Posts that hold another whole (`partial`) are analysed for what they add;
 * their copied part is a passage here only where the same person says it again, and otherwise a quote.
 */
export function saidAgain(
  units: readonly Unit[],
  threads: readonly Thread[],
  repeats: readonly Repeat[],
): Map<string, Passage[]> {
  const placed = inTime(threads)
  const posts = new Map(placed.map((one) => [one.post.id, one.post]))
  const people = new Map(placed.map((one) => [one.post.id, personOf(one)]))
  const time = new Map(placed.map((one, at) => [one.post.id, at]))
  const copies = new Map<string, { post: Post; text: string }[]>()
  const inOrder = repeats.toSorted((a, b) => (time.get(a.postId) ?? 0) - (time.get(b.postId) ?? 0))
  for (const { postId, of, kind } of inOrder) {
    const post = posts.get(postId)
    if (post === undefined) continue
    const person = people.get(postId) ?? null
    const again = person !== null && person === people.get(of)
    if (kind === 'partial' && !again) continue
    const quoted = kind === 'partial' ? post.quotes.filter((quote) => quote.how === 'marked') : shownQuotes(post)
    copies.set(of, [...(copies.get(of) ?? []), { post, text: mask(post.text, quoted, NOTHING) }])
  }
  const found = new Map<string, Passage[]>()
  for (const unit of units) {
    const words = posts.get(unit.postId)?.text.slice(unit.start, unit.end)
    const passages = (copies.get(unit.postId) ?? []).flatMap(({ post, text }) => {
      const place = words === undefined ? null : locate(text, words, unit.start)
      return place === null ? [] : [{ postId: post.id, start: place.start, end: place.end }]
    })
    if (passages.length > 0) found.set(unit.id, passages)
  }
  return found
}
