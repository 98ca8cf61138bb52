/**
 * Links between posts told by how an exchange goes, where no word of the linked passages shows them: a verdict that answers
 * no post is about what opens the thread; who is asked for a source and brings evidence means it for what was doubted; who
 * says again what they said before, to somebody who doubts it, holds it against them.
 */
import type { Post } from '../../../shared/thread.ts'
import { POINT_PRECISION, RULE_PRECISION } from '../../../shared/precision.ts'
import type { DraftLink } from '../index.ts'
import { verdictOf } from './kinds.ts'
import type { Reading } from './sides.ts'
import { has } from './typing.ts'
import type { Found } from './units.ts'

/** A post with its units and its point. */
export interface Read {
  reading: Reading
  units: Found[]
  point: Found | null
}

/** Most words of its own with which somebody says again what they said before. */
const FEW_WORDS = 8

/** Links between the posts of a batch, none from a unit that leads somewhere already. */
export function linksOfExchanges(read: readonly Read[], links: readonly DraftLink[]): DraftLink[] {
  const leading = new Set(links.map(({ from }) => from))
  const byPost = new Map(read.map((one) => [one.reading.post.id, one]))
  const above = ({ parentId }: Post): Read | undefined => (parentId === null ? undefined : byPost.get(parentId))
  const found = read.flatMap((one) => [
    ...verdictOnOpening(one, read[0]),
    ...sourceGiven(one, above),
    ...saidAgain(one, byPost),
  ])
  return found.filter(({ from, to }) => from !== to && !leading.has(from) && leading.add(from))
}

/** "Misleading headline." with no post above it: of the first thing the opening post says. */
function verdictOnOpening({ reading, units }: Read, first: Read | undefined): DraftLink[] {
  const { post, parts, language } = reading
  const [only] = units
  const target = first?.reading.post.kind === 'opening' ? first.units[0] : undefined
  const [part] = parts
  if (post.parentId !== null || target === undefined || only === undefined || part === undefined) return []
  if (parts.length > 1 || only.role === null) return []
  const verdict = verdictOf(part, language)
  if (verdict !== 'against' && verdict !== 'accepting') return []
  const type = verdict === 'against' ? 'rebuts' : 'supports'
  return [link(only, target, type, 'title', `“${part.text}”, with no post above it`)]
}

/** Evidence by the writer of a post, under a question for it: for the last claim of that post. */
function sourceGiven({ reading, units }: Read, above: (post: Post) => Read | undefined): DraftLink[] {
  const { post } = reading
  const asking = above(post)
  const doubted = asking && above(asking.reading.post)
  const [asked] = asking?.reading.parts ?? []
  if (asking === undefined || doubted === undefined || asked === undefined) return []
  if (post.author === null || doubted.reading.post.author !== post.author) return []
  if (verdictOf(asked, asking.reading.language) !== 'asking') return []
  const claim = doubted.units.findLast((unit) => unit.role !== null && unit.draft.kind === 'claim')
  const evidence = units.find((unit) => unit.draft.kind === 'evidence')
  if (claim === undefined || evidence === undefined) return []
  return [link(evidence, claim, 'supports', 'reply', `brought when asked “${asked.text}”`)]
}

/** "As I said, “…”" under a post: what was said there is held against the point of that post. */
function saidAgain({ reading }: Read, byPost: ReadonlyMap<string, Read>): DraftLink[] {
  const { post, parts } = reading
  const answered = post.parentId === null ? undefined : byPost.get(post.parentId)
  const own = parts.reduce((sum, part) => sum + part.words.length, 0)
  if (!answered?.point || own > FEW_WORDS || !parts.some((part) => has(part, 'again'))) return []
  const { point } = answered
  return post.quotes.flatMap(({ of }) => {
    if (of === null || of.postId === post.parentId) return []
    const before = byPost
      .get(of.postId)
      ?.units.find(({ role, segment }) => role !== null && segment.start < of.end && segment.end > of.start)
    return before === undefined ? [] : [link(before, point, 'rebuts', 'quote', 'said again as an answer to it')]
  })
}

function link(from: Found, to: Found, type: 'supports' | 'rebuts', basis: 'title' | 'reply' | 'quote', why: string) {
  const confidence = basis === 'reply' ? POINT_PRECISION : (RULE_PRECISION[basis] ?? 0)
  return { from: from.draft.ref, to: to.draft.ref, step: null, type, basis, confidence, why: [why] }
}
