/** A summary without a model: statements picked from the map, word for word, each sentence naming the claims it rests on. */
import type { Summary } from '../../../shared/debate.ts'
import { tokens } from '../../text/tokens.ts'
import type { Outline, OutlineClaim } from '../index.ts'

type Sentence = Summary['sentences'][number]

/** Most statements shown of each part, over the whole debate. */
const MOST = { for: 3, against: 3, contested: 3, unanswered: 3, 'no evidence': 2, other: 3 }

/** Fewest words of a statement that says something by itself. */
const FEWEST_WORDS = 4

/** Words a "yes" or "no" to a question has more than the question: "not". */
const NO_MORE = 1

/** Sentences of the summary, in the order a reader needs them: asked, for, against, contested, unanswered, without evidence. */
export function summarise(outline: Outline): Sentence[] {
  const issues = outline.issues.map((issue) => sentence('question', issue.question, []))
  const positions = (part: 'for' | 'against' | 'other') =>
    mostSaid(
      outline.issues.flatMap((issue) => issue[part].flatMap((claim) => reasonsOf(claim, issue.question))),
      MOST[part],
    )
  const all = everyClaim(outline)
  const used = new Set<string>()
  const pick = (part: keyof typeof MOST, claims: OutlineClaim[]) =>
    mostSaid(
      claims.filter((claim) => !used.has(claim.id)),
      MOST[part],
    ).map((claim) => {
      used.add(claim.id)
      return sentence(part, claim.statement, [claim.id])
    })
  return [
    ...issues.slice(0, 3),
    ...pick('for', positions('for')),
    ...pick('against', positions('against')),
    ...pick(
      'contested',
      all.filter((claim) => claim.standing === 'contested'),
    ),
    ...pick(
      'unanswered',
      all.filter((claim) => claim.unanswered && claim.rebuts.length + claim.supports.length > 0),
    ),
    ...pick(
      'no evidence',
      all.filter((claim) => claim.noEvidence && claim.people > 1),
    ),
    ...pick('other', positions('other')),
  ]
}

function sentence(part: Sentence['part'], text: string, claims: string[]): Sentence {
  return { part, text, claims }
}

/** The `count` claims most people say, then most posts, then the order of the map. Evidence is no position, "Yes please." no point. */
function mostSaid(claims: OutlineClaim[], count: number): OutlineClaim[] {
  return claims
    .filter((claim) => claim.kind === 'claim' && claim.statement.split(' ').length >= FEWEST_WORDS)
    .map((claim, order) => ({ claim, order }))
    .sort((a, b) => weightOf(b.claim) - weightOf(a.claim) || a.order - b.order)
    .slice(0, count)
    .map(({ claim }) => claim)
}

/** What is put forward for a position that says no more than the question does, since that tells a reader nothing; else itself. */
function reasonsOf(position: OutlineClaim, question: string): OutlineClaim[] {
  const asked = new Set(tokens(question).map(({ lower }) => lower))
  const more = tokens(position.statement).filter(({ lower }) => !asked.has(lower)).length
  const reasons = position.supports.filter((claim) => claim.kind === 'claim')
  return more <= NO_MORE && asked.size > 0 && reasons.length > 0 ? reasons : [position]
}

/** People who say it, then how much is said about it. */
function weightOf(claim: OutlineClaim): number {
  return claim.people + (claim.supports.length + claim.rebuts.length) / 2
}

function everyClaim(outline: Outline): OutlineClaim[] {
  const found = new Map<string, OutlineClaim>()
  const visit = (claim: OutlineClaim): void => {
    if (found.has(claim.id)) return
    found.set(claim.id, claim)
    for (const next of [...claim.supports, ...claim.rebuts]) visit(next)
  }
  for (const issue of outline.issues) for (const claim of [...issue.for, ...issue.against, ...issue.other]) visit(claim)
  return [...found.values()]
}
