/** The map in words, bounded in size: what a summary is made from. */
import type { Claim, Debate, Issue } from '../../shared/debate.ts'
import type { Post } from '../../shared/thread.ts'
import { weights } from '../../shared/weight.ts'
import type { Outline, OutlineClaim } from '../analysers/index.ts'
import { mask } from '../text/mask.ts'
import { grouped } from './grouped.ts'

/** Positions shown of each side of an issue, heaviest first. */
const POSITIONS = 8
/** Supports and rebuttals shown of a claim, heaviest first, by depth below the position; deeper ones are left out. */
const CHILDREN = [4, 2]
/** Issues shown; debates of more are several debates. */
const ISSUES = 6
/** Longest statement, in characters. */
const STATEMENT = 300
/** Characters shown of a post before and after the words of a claim; as many as a statement has, so that a sentence cut off is seen to be too long. */
const AROUND = STATEMENT

export function outline(debate: Debate): Outline {
  const weight = weights(debate)
  const claims = new Map(debate.claims.map((claim) => [claim.id, claim]))
  const heaviest = (ids: string[], count: number) =>
    [...new Set(ids)]
      .flatMap((id) => claims.get(id) ?? [])
      .sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0))
      .slice(0, count)
  const into = grouped(debate.links, (link) => link.to)
  const posts = new Map(debate.threads.flatMap((thread) => thread.posts.map((post) => [post.id, post] as const)))
  const answers = (id: string, type: 'supports' | 'rebuts') =>
    (into.get(id) ?? []).filter((link) => link.type === type).map((link) => link.from)

  const shown = (claim: Claim, depth: number, above: Set<string>): OutlineClaim => {
    const path = new Set(above).add(claim.id)
    const below = (type: 'supports' | 'rebuts') =>
      heaviest(
        answers(claim.id, type).filter((id) => !path.has(id)),
        CHILDREN[depth] ?? 0,
      ).map((child) => shown(child, depth + 1, path))
    return {
      id: claim.id,
      statement: shortened(claim.statement),
      kind: claim.kind,
      people: claim.people,
      posts: claim.posts,
      standing: claim.standing.label,
      noEvidence: claim.standing.noEvidence,
      unanswered: claim.standing.unanswered,
      supports: below('supports'),
      rebuts: below('rebuts'),
      ...saidAt(claim.mentions[0], posts),
    }
  }
  const side = (issue: Issue, stance: Issue['positions'][number]['stance']) =>
    heaviest(
      issue.positions.filter((position) => position.stance === stance).map((position) => position.claimId),
      POSITIONS,
    ).map((claim) => shown(claim, 0, new Set()))

  return {
    title: shortened(debate.title),
    posts: debate.coverage.fates.length,
    people: debate.people.length,
    issues: debate.issues.slice(0, ISSUES).map((issue) => ({
      question: shortened(issue.question),
      for: side(issue, 'for'),
      against: side(issue, 'against'),
      other: side(issue, null),
    })),
  }
}

/** Where a claim is said; nothing for words too long to be quoted. What is said in a title stands by itself. */
function saidAt(mention: Claim['mentions'][number] | undefined, posts: Map<string, Post>): Pick<OutlineClaim, 'said'> {
  const post = posts.get(mention?.postId ?? '')
  if (mention === undefined || post === undefined || mention.end - mention.start > STATEMENT) return {}
  const { start, end } = mention
  const words = post.text.slice(start, end)
  if (start < post.heading) return { said: { words, before: '', after: '' } }
  const from = Math.max(post.heading, start - AROUND)
  const around = [...post.quotes, ...post.code].map((range) => ({ start: range.start - from, end: range.end - from }))
  const own = mask(post.text.slice(from, end + AROUND), around, '\n')
  return { said: { words, before: own.slice(0, start - from), after: own.slice(end - from) } }
}

function shortened(text: string): string {
  return text.length <= STATEMENT ? text : `${text.slice(0, STATEMENT - 1).replace(/[\ud800-\udbff]$/u, '')}…`
}
