/** The questions of a debate as an analyser names them, with the claims it takes for direct answers. */
import type { Claim, Debate } from '../../shared/debate.ts'
import type { Stance } from '../../shared/findings.ts'
import { weights } from '../../shared/weight.ts'
import type { IssueAnswer, IssuesQuestion } from '../analysers/index.ts'
import { INVISIBLE } from '../text/fold.ts'
import { shortHash } from '../text/short-hash.ts'
import type { OpenIssue } from './issues.ts'

/** Longest question kept, in UTF-16 units. */
const LONGEST = 200
/** Claims an analyser is asked about: positions are among the weightiest, and a list of all would cost more than it tells. */
const MOST_ASKED = 40

/** For each claim that is a position: of which issue, on which side. */
export type Positions = Map<string, { issue: string; stance: Stance | null }>

/**
 * What to ask about the issues of a debate: claims that answer no other come first, then the weightier ones. Null where
 * nothing is to be asked: where the platform itself records the sides, or nothing is claimed.
 */
export function issuesAsked(debate: Debate): IssuesQuestion | null {
  if (debate.threads.some(({ posts }) => posts.some(({ stance }) => stance === 'pro' || stance === 'con'))) return null
  const weight = weights(debate)
  const rank = ({ place }: Claim): number => (place.via === 'position' ? 2 : place.via === 'none' ? 1 : 0)
  const claims = debate.claims
    .filter(({ kind }) => kind === 'claim')
    .toSorted((a, b) => rank(b) - rank(a) || (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0))
    .slice(0, MOST_ASKED)
    .map(({ id, statement, people }) => ({ id, statement, people }))
  return claims.length === 0 ? null : { title: debate.title, claims }
}

/**
 * The issues with the answers in them. The first answer about a thread gives its issue another question; further ones are
 * issues of their own. Claims that do not exist, evidence, and answers without a question or a position are left out.
 */
export function withAnswers(
  issues: OpenIssue[],
  answers: IssueAnswer[],
  claims: Claim[],
  threads: Debate['threads'],
): { issues: OpenIssue[]; positions: Positions } {
  const threadOf = new Map(threads.flatMap(({ id, posts }) => posts.map((post) => [post.id, id] as const)))
  const known = new Map(claims.filter(({ kind }) => kind === 'claim').map((claim) => [claim.id, claim]))
  const renamed = new Map<string, OpenIssue>()
  const further: OpenIssue[] = []
  const positions: Positions = new Map()
  for (const answer of answers) {
    const question = plain(answer.question)
    const own = answer.positions.filter(({ claimId }) => known.has(claimId) && !positions.has(claimId))
    if (question === '' || own.length === 0) continue
    const base = mostOf(
      own.map(({ claimId }) => {
        const threadId = threadOf.get(known.get(claimId)?.mentions[0]?.postId ?? '') ?? ''
        return issues.find(({ threadIds }) => threadIds.includes(threadId))
      }),
    )
    if (base === undefined) continue
    const isFirst = !renamed.has(base.id)
    const id = isFirst ? base.id : `issue.${shortHash(question)}`
    if (isFirst) renamed.set(id, { ...base, question, source: 'analyser' })
    else if (!further.some((other) => other.id === id))
      further.push({ id, question, source: 'analyser', threadIds: [] })
    for (const { claimId, stance } of own) positions.set(claimId, { issue: id, stance })
  }
  return { issues: [...issues.map((issue) => renamed.get(issue.id) ?? issue), ...further], positions }
}

/** The answers a debate was arranged by. */
export function answersIn({ issues }: Debate): IssueAnswer[] {
  return issues.filter(({ source }) => source === 'analyser')
}

function plain(question: string): string {
  const text = question
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return text.length <= LONGEST
    ? text
    : `${text
        .slice(0, LONGEST - 1)
        .replace(/[\ud800-\udbff]$/u, '')
        .trimEnd()}…`
}

function mostOf<T>(all: (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>()
  for (const one of all) if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}
