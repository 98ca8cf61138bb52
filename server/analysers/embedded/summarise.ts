/** A summary without a model: sentences of the posts, word for word, each naming the claims it says. */
import type { Summary } from '../../../shared/debate.ts'
import { centrality } from '../../text/central.ts'
import { tokens } from '../../text/tokens.ts'
import type { Outline, OutlineClaim } from '../index.ts'
import { type Quoted, quoter } from './quoted.ts'

type Sentence = Summary['sentences'][number]
type Quote = ReturnType<typeof quoter>

/** Most sentences shown of each part, over the whole debate. */
const MOST = { question: 3, for: 3, against: 3, contested: 3, unanswered: 3, 'no evidence': 2, other: 3 }

/** What a claim counts that speaks of nothing the others speak of, beside its share of those that do. */
const LEAST_CENTRAL = 0.1

/** Words a "yes" or "no" to a question has more than the question: "not". */
const NO_MORE = 1

/** A summariser with its phrase tables compiled. */
export function summariser(): (outline: Outline) => Sentence[] {
  const quote = quoter()
  return (outline) => summarise(outline, quote)
}

/** Sentences of the summary, in the order a reader needs them: asked, for, against, contested, unanswered, without evidence. */
function summarise(outline: Outline, quote: Quote): Sentence[] {
  const positions = (part: 'for' | 'against' | 'other') =>
    outline.issues.flatMap((issue) => issue[part].flatMap((claim) => pointsOf(claim, issue.question, quote)))
  const answers = new Set(outline.issues.flatMap(answersOf))
  const opposed = new Set(outline.issues.flatMap(opposedOf))
  const all = everyClaim(outline).filter(({ id }) => !answers.has(id))
  const central = centrality(everyClaim(outline).map(({ statement }) => statement))
  const weigh = (claim: OutlineClaim) => weightOf(claim) * (LEAST_CENTRAL + central(claim.statement))
  const used = new Set<string>()
  const pick = (part: keyof typeof MOST, claims: OutlineClaim[]) =>
    telling(claims, quote, weigh, part === 'for' || part === 'against')
      .filter(({ text }) => !used.has(text) && used.add(text))
      .slice(0, MOST[part])
      .map(({ text, claims: said }): Sentence => ({ part, text, claims: said.map(({ id }) => id) }))
  return [
    ...outline.issues
      .slice(0, MOST.question)
      .map(({ question }): Sentence => ({ part: 'question', text: question, claims: [] })),
    ...pick('for', positions('for')),
    ...pick('against', positions('against')),
    ...pick(
      'contested',
      all.filter((claim) => claim.standing === 'contested'),
    ),
    ...pick(
      'unanswered',
      all.filter(
        (claim) => claim.unanswered && !opposed.has(claim.id) && claim.rebuts.length + claim.supports.length > 0,
      ),
    ),
    ...pick(
      'no evidence',
      all.filter((claim) => claim.noEvidence && claim.people > 1),
    ),
    ...pick('other', positions('other')),
  ]
}

/**
 * What claims say, a sentence once, first those that most people say and that speak of what the others speak of; evidence is no position. Only sentences that can be
 * understood by themselves, but for the `best` one where no other is there.
 */
function telling(
  claims: OutlineClaim[],
  quote: Quote,
  weigh: (claim: OutlineClaim) => number,
  best: boolean,
): { text: string; claims: OutlineClaim[] }[] {
  const quoted = claims
    .filter(({ kind }) => kind === 'claim')
    .flatMap((claim) => quote(claim) ?? [])
    .sort((a, b) => weigh(b.claim) - weigh(a.claim))
  const alone = quoted.filter((one) => one.alone)
  const shown: Quoted[] = alone.length === 0 && best ? quoted.slice(0, 1) : alone
  const byText = new Map<string, OutlineClaim[]>()
  for (const { text, claim } of shown) byText.set(text, [...(byText.get(text) ?? []), claim])
  return [...byText].map(([text, said]) => ({ text, claims: said }))
}

/** What is put forward for a position that says no more than the question does, or nothing by itself; else the position. */
function pointsOf(position: OutlineClaim, question: string, quote: Quote): OutlineClaim[] {
  if (!saysNoMore(position, question) && quote(position)?.alone) return [position]
  const reasons = position.supports.filter((claim) => quote(claim)?.alone)
  return reasons.length > 0 ? reasons : [position]
}

/** Positions that answer the question in its own words, which tells a reader nothing more. */
function answersOf({ question, for: pro, against, other }: Outline['issues'][number]): string[] {
  return [...pro, ...against, ...other].filter((claim) => saysNoMore(claim, question)).map(({ id }) => id)
}

/** Positions of an issue on which both sides are taken: each is answered by those of the other side. */
function opposedOf({ for: pro, against }: Outline['issues'][number]): string[] {
  return pro.length === 0 || against.length === 0 ? [] : [...pro, ...against].map(({ id }) => id)
}

function saysNoMore({ statement }: OutlineClaim, question: string): boolean {
  const asked = new Set(tokens(question).map(({ lower }) => lower))
  return asked.size > 0 && tokens(statement).filter(({ lower }) => !asked.has(lower)).length <= NO_MORE
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
