/** Which claims are asked about, and what each may answer: few candidates from quote, reply, title and wording, never all pairs. */
import type { ClaimGroup, Findings, Unit } from '../../shared/findings.ts'
import type { Post } from '../../shared/thread.ts'
import type { Candidate, RelateQuestion } from '../analysers/index.ts'
import { type Alike, alike } from './alike.ts'
import type { Places } from './places.ts'

/** Mentions of one claim that are asked about; further ones seldom answer anything new. */
const MENTIONS_ASKED = 3
/** Most claims of the answered post offered, in the order of its text. */
const MOST_OF_REPLY = 8
const MOST_SIMILAR = 3
/** Cosine below which likeness of words says nothing about a relation. */
const LEAST_SIMILAR = 0.25
/** Characters of the post shown before and after the words. */
const AROUND = 240

/** Questions about every claim whose part in the debate its own batch did not settle, in the order of the groups. */
export function questions(groups: ClaimGroup[], findings: Findings, at: Places): RelateQuestion[] {
  const settled = new Set(findings.links.map((link) => link.from))
  const leading = new Set(findings.links.flatMap((link) => (link.basis === 'title' ? [] : [link.from])))
  const judged = new Map((findings.judged ?? []).map(({ unit, posts }) => [unit, new Set(posts)] as const))
  const likeness = alike(groups.map((group) => group.units[0]?.statement ?? ''))
  const indexes = new Map(groups.map((group, index) => [group.id, index]))
  return groups.flatMap((group) =>
    onePerPost(group.units)
      .filter((unit) => !settled.has(unit.id))
      .slice(0, MENTIONS_ASKED)
      .flatMap((unit) => {
        const question = ask(group, unit, at, likeness, indexes, groups, leading, judged.get(unit.id))
        return question.candidates.length > 0 || question.toPost !== null ? [question] : []
      }),
  )
}

function onePerPost(units: Unit[]): Unit[] {
  const seen = new Set<string>()
  return units.filter((unit) => !seen.has(unit.postId) && seen.add(unit.postId))
}

function ask(
  group: ClaimGroup,
  unit: Unit,
  at: Places,
  likeness: Alike,
  indexes: Map<string, number>,
  groups: ClaimGroup[],
  leading: ReadonlySet<string>,
  judged: ReadonlySet<string> = new Set(),
): RelateQuestion {
  const post = at.post(unit.postId)
  const text = post?.text ?? ''
  const quote = post && answeredQuote(post, unit)
  const answered = quote?.of?.postId ?? post?.parentId ?? null
  const toPost = answered === null ? null : at.original(answered)
  const index = indexes.get(group.id) as number

  const found = new Map<string, Candidate>()
  const offer = (
    other: ClaimGroup | undefined,
    said: Unit | undefined,
    because: Candidate['because'],
    covered: number,
  ) => {
    if (other === undefined || said === undefined || judged.has(said.postId)) return
    if (other.id === group.id || found.has(other.id) || !at.mayAnswer(unit.postId, other)) return
    found.set(other.id, {
      claimId: other.id,
      statement: (other.units[0] as Unit).statement,
      kind: other.kind,
      stance: said.stance,
      postId: said.postId,
      because,
      covered,
      similarity: likeness.similarity(index, indexes.get(other.id) as number),
      leads: leading.has(said.id),
    })
  }

  if (quote?.of) {
    for (const said of at.saidIn(quote.of.postId)) {
      const covered = shareInside(said.unit, quote.of)
      if (covered > 0) offer(said.group, said.unit, 'quote', covered)
    }
  }
  const title = at.titleClaim(unit.postId)
  offer(title, title?.units[0], 'title', 0)
  if (toPost !== null) {
    for (const said of at.saidIn(toPost).slice(0, MOST_OF_REPLY)) offer(said.group, said.unit, 'reply', 0)
  }
  for (const near of likeness.near(index, MOST_SIMILAR, LEAST_SIMILAR)) {
    const other = groups[near.index]
    offer(other, other?.units[0], 'similar', 0)
  }

  return {
    claimId: group.id,
    statement: unit.statement,
    words: text.slice(unit.start, unit.end),
    before: text.slice(Math.max(0, unit.start - AROUND), unit.start),
    after: text.slice(unit.end, unit.end + AROUND),
    postId: unit.postId,
    order: at.saidIn(unit.postId).findIndex((said) => said.unit.id === unit.id),
    kind: group.kind,
    stance: unit.stance,
    toPost,
    firstLevel: toPost !== null && at.isOpening(toPost),
    candidates: [...found.values()],
  }
}

/** The quote these words answer: the last one before them whose source is known. */
function answeredQuote(post: Post, unit: Unit): Post['quotes'][number] | undefined {
  return post.quotes.filter((quote) => quote.of !== null && quote.end <= unit.start).sort((a, b) => b.end - a.end)[0]
}

/** Share of a stretch that lies inside another, 0 to 1. */
function shareInside(unit: { start: number; end: number }, range: { start: number; end: number }): number {
  const overlap = Math.min(unit.end, range.end) - Math.max(unit.start, range.start)
  return overlap <= 0 ? 0 : overlap / Math.max(1, unit.end - unit.start)
}
