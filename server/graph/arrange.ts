/** From everything found to the debate as it is shown; its strengths come from `assess` in `standing.ts`. */
import type {
  Concession,
  Debate,
  Link,
  Mention,
  Provenance,
  Question,
  Repeat,
  Reply,
  Similar,
} from '../../shared/debate.ts'
import type { ClaimGroup, Findings, Stance, Unit } from '../../shared/findings.ts'
import type { Passage, Thread } from '../../shared/thread.ts'
import { claimsOf } from './claims.ts'
import { coverageOf } from './coverage.ts'
import { issuesOf, titleTest } from './issues.ts'
import { who, withClaims } from './people.ts'
import { hang } from './place.ts'
import { profiles } from './profiles.ts'

export interface Arranging {
  id: string
  title: string
  threads: Thread[]
  repeats: Repeat[]
  groups: ClaimGroup[]
  similar: Similar[]
  findings: Findings
  links: Link[]
  replies: Reply[]
  provenance: Provenance
  /** Where folded posts say the words of a unit again, by its id. */
  again?: Map<string, Passage[]>
  /** Of units that say the same, the one whose statement stands for all; the first if not given. */
  clearest?: (units: readonly Unit[]) => Unit
}

export function arrange(input: Arranging): Debate {
  const { id, title, threads, repeats, groups, findings, provenance } = input
  const writers = who(threads)
  const inTitle = titleTest(threads)
  const { claims: found, dropped } = claimsOf(groups, threads, repeats, writers, {
    again: input.again ?? new Map(),
    clearest: input.clearest ?? ((units) => units[0] as Unit),
  })
  const known = new Set(found.map((claim) => claim.id))
  const links = withEnds(input.links, known)
  const replies = input.replies.filter((reply) => known.has(reply.from))
  const { claims, issues } = hang({
    threads,
    issues: issuesOf(threads, findings.units),
    claims: found,
    links,
    replies,
    stances: stancesOf(groups),
  })

  const aside = new Map(
    findings.units.map((unit) => [unit.id, { ...mentionOf(unit), personId: writers.personOf(unit.postId) }]),
  )
  const groupOf = new Map(groups.flatMap((group) => group.units.map((unit) => [unit.id, group.id])))
  const questions = questionsOf(findings, aside, groupOf, replies, known, inTitle)
  const concessions = concessionsOf(findings, aside, groupOf, known)
  const said = new Set(
    [
      ...claims.flatMap((claim) => claim.mentions),
      ...questions.map((question) => question.mention),
      ...concessions.map((concession) => concession.mention),
    ].map((mention) => mention.postId),
  )
  const coverage = coverageOf(threads, repeats, { ...findings, dropped: [...findings.dropped, ...dropped] }, said)
  const debate: Debate = {
    id,
    title,
    threads,
    people: withClaims(writers.people, claims),
    issues,
    claims,
    links,
    replies,
    repeats,
    similar: input.similar.filter(({ a, b }) => known.has(a) && known.has(b)),
    questions,
    concessions,
    coverage,
    summary: { sentences: [], by: '' },
    provenance,
    notices: [...new Set(threads.flatMap((thread) => thread.notices))],
    weighing: { base: 'equal', settled: true },
    cruxes: [],
    profiles: [],
    corrections: [],
    notApplied: [],
  }
  return { ...debate, profiles: profiles(debate) }
}

/** Links both of whose ends are there: for undercuts, a link that is itself kept. */
export function withEnds(links: Link[], claims: Set<string>): Link[] {
  const kept = new Set<string>()
  for (let before = -1; before < kept.size; ) {
    before = kept.size
    for (const link of links) {
      const ends = link.type === 'undercuts' ? kept.has(link.to) : claims.has(link.to) && link.to !== link.from
      if (ends && claims.has(link.from)) kept.add(link.id)
    }
  }
  return links.filter((link) => kept.has(link.id))
}

/** The side most mentions of a claim take on the issue. */
function stancesOf(groups: ClaimGroup[]): Map<string, Stance> {
  const stances = new Map<string, Stance>()
  for (const group of groups) {
    const count = (side: Stance) => group.units.filter((unit) => unit.stance === side).length
    const [pro, con] = [count('for'), count('against')]
    if (pro !== con) stances.set(group.id, pro > con ? 'for' : 'against')
  }
  return stances
}

function mentionOf({ postId, start, end }: Unit): Omit<Mention, 'personId'> {
  return { postId, start, end }
}

/** Questions asked, each with the claims that answer it: those linked to it, else those that reply to its post. */
function questionsOf(
  findings: Findings,
  aside: Map<string, Mention>,
  groupOf: Map<string, string>,
  replies: Reply[],
  known: Set<string>,
  inTitle: (unit: Unit) => boolean,
): Question[] {
  const asked = findings.units.filter((unit) => unit.kind === 'question' && !inTitle(unit))
  const inPost = new Map<string, number>()
  for (const unit of asked) inPost.set(unit.postId, (inPost.get(unit.postId) ?? 0) + 1)
  return asked.map((unit) => {
    const linked = findings.links.filter((link) => link.to === unit.id).map((link) => groupOf.get(link.from) ?? '')
    const replied = replies.filter((reply) => reply.toPost === unit.postId).map((reply) => reply.from)
    const answeredBy = linked.length > 0 || inPost.get(unit.postId) !== 1 ? linked : replied
    return {
      id: unit.id,
      statement: unit.statement,
      mention: aside.get(unit.id) as Mention,
      answeredBy: [...new Set(answeredBy)].filter((claim) => known.has(claim)),
    }
  })
}

function concessionsOf(
  findings: Findings,
  aside: Map<string, Mention>,
  groupOf: Map<string, string>,
  known: Set<string>,
): Concession[] {
  const accepted = new Map<string, string>()
  for (const link of findings.links) {
    const claim = groupOf.get(link.to)
    if (claim !== undefined && known.has(claim) && !accepted.has(link.from)) accepted.set(link.from, claim)
  }
  return findings.units
    .filter((unit) => unit.kind === 'concession')
    .map((unit) => ({
      id: unit.id,
      statement: unit.statement,
      mention: aside.get(unit.id) as Mention,
      claimId: accepted.get(unit.id) ?? null,
    }))
}
