/** What is said but is no claim: questions asked and concessions made. */
import type { Concession, Mention, Question, Reply } from '../../shared/debate.ts'
import type { ClaimGroup, Findings, Unit } from '../../shared/findings.ts'
import type { Range, Thread } from '../../shared/thread.ts'
import { grouped } from './grouped.ts'
import { titleTest } from './issues.ts'
import type { Who } from './people.ts'

interface Found {
  groups: ClaimGroup[]
  findings: Findings
  replies: Reply[]
  /** Ids of the claims that are shown. */
  known: Set<string>
  threads: Thread[]
  writers: Who
}

export function asidesOf(found: Found): { questions: Question[]; concessions: Concession[] } {
  const groupOf = new Map(found.groups.flatMap((group) => group.units.map((unit) => [unit.id, group.id])))
  const shown = (unitId: string): string | undefined => {
    const id = groupOf.get(unitId)
    return id !== undefined && found.known.has(id) ? id : undefined
  }
  return { questions: questionsOf(found, shown), concessions: concessionsOf(found, shown) }
}

type Shown = (unitId: string) => string | undefined

/**
 * Questions asked, but for the one in the title, each with the claims that answer it: those linked to it, else, where its
 * post asks nothing else, those that reply to its post.
 */
function questionsOf({ findings, replies, threads, writers }: Found, shown: Shown): Question[] {
  const inTitle = titleTest(threads)
  const asked = findings.units.filter((unit) => unit.kind === 'question' && !inTitle(unit))
  const linked = grouped(findings.links, (link) => link.to)
  const replied = grouped(replies, (reply) => reply.toPost)
  const inPost = grouped(asked, (unit) => unit.postId)
  return asked.map((unit) => {
    const byLink = (linked.get(unit.id) ?? []).flatMap((link) => shown(link.from) ?? [])
    const alone = inPost.get(unit.postId)?.length === 1
    const byReply = alone ? (replied.get(unit.postId) ?? []).map((reply) => reply.from) : []
    return {
      id: unit.id,
      statement: unit.statement,
      mention: mentionOf(unit, writers),
      answeredBy: [...new Set(byLink.length > 0 ? byLink : byReply)],
    }
  })
}

/** Share of a claim's words that must be quoted for the concession below to be of it. */
const COVERED = 0.6

/** Concessions, each with the claim it is linked to, else with the only one its place tells: null where there may be others. */
function concessionsOf({ findings, threads, writers }: Found, shown: Shown): Concession[] {
  const linked = grouped(findings.links, (link) => link.from)
  const inPost = grouped(findings.units, (unit) => unit.postId)
  const posts = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, post])))
  const claimsIn = (postId: string | null): Unit[] =>
    (inPost.get(postId ?? '') ?? []).filter(({ kind }) => kind === 'claim')
  /** Of the one claim the words right above it quote; where it opens an answer, of the only claim of the post answered. */
  const meant = (unit: Unit): Unit[] => {
    const post = posts.get(unit.postId)
    if (post === undefined) return []
    const above = post.quotes.find(({ end }) => end <= unit.start && /^[\s>]*$/.test(post.text.slice(end, unit.start)))
    const quoted = above?.of ?? null
    if (quoted !== null) return claimsIn(quoted.postId).filter((claim) => covered(claim, quoted) >= COVERED)
    const opens = !(inPost.get(unit.postId) ?? []).some(({ start }) => start < unit.start)
    return opens && above === undefined ? claimsIn(post.parentId) : []
  }
  return findings.units
    .filter((unit) => unit.kind === 'concession')
    .map((unit) => {
      const [first] = (linked.get(unit.id) ?? []).flatMap((link) => shown(link.to) ?? [])
      const likely = new Set(meant(unit).map(({ id }) => shown(id)))
      return {
        id: unit.id,
        statement: unit.statement,
        mention: mentionOf(unit, writers),
        claimId: first ?? (likely.size === 1 ? ([...likely][0] ?? null) : null),
      }
    })
}

function covered(unit: Unit, range: Range): number {
  const common = Math.min(unit.end, range.end) - Math.max(unit.start, range.start)
  return Math.max(0, common) / (unit.end - unit.start)
}

function mentionOf({ postId, start, end }: Unit, writers: Who): Mention {
  return { postId, start, end, personId: writers.personOf(postId) }
}
