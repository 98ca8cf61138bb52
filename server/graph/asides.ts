/** What is said but is no claim: questions asked and concessions made. */
import type { Concession, Mention, Question, Reply } from '../../shared/debate.ts'
import type { ClaimGroup, Findings, Unit } from '../../shared/findings.ts'
import type { Thread } from '../../shared/thread.ts'
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

/** Concessions, each with the claim it is linked to. */
function concessionsOf({ findings, writers }: Found, shown: Shown): Concession[] {
  const linked = grouped(findings.links, (link) => link.from)
  return findings.units
    .filter((unit) => unit.kind === 'concession')
    .map((unit) => ({
      id: unit.id,
      statement: unit.statement,
      mention: mentionOf(unit, writers),
      claimId: (linked.get(unit.id) ?? []).flatMap((link) => shown(link.to) ?? [])[0] ?? null,
    }))
}

function mentionOf({ postId, start, end }: Unit, writers: Who): Mention {
  return { postId, start, end, personId: writers.personOf(postId) }
}
