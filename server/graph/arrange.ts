/** From everything found to the debate as it is shown; its strengths come from `assess` in `standing.ts`. */
import type { Debate, Link, Provenance, Repeat, Reply, Similar } from '../../shared/debate.ts'
import type { ClaimGroup, Findings, Unit } from '../../shared/findings.ts'
import type { Passage, Thread } from '../../shared/thread.ts'
import type { IssueAnswer } from '../analysers/index.ts'
import { withAnswers } from './answers.ts'
import { asidesOf } from './asides.ts'
import { claimsOf } from './claims.ts'
import { coverageOf } from './coverage.ts'
import { issuesOf } from './issues.ts'
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
  /** The questions as an analyser names them; the threads' titles if not given. */
  answers?: IssueAnswer[]
  /** Where folded posts say the words of a unit again, by its id. */
  again?: Map<string, Passage[]>
  /** Of units that say the same, the one whose statement stands for all; the first if not given. */
  clearest?: (units: readonly Unit[]) => Unit
}

export function arrange(input: Arranging): Debate {
  const { id, title, threads, repeats, groups, findings, provenance } = input
  const writers = who(threads)
  const { claims: found, dropped } = claimsOf(groups, threads, repeats, writers, {
    again: input.again ?? new Map(),
    clearest: input.clearest ?? ((units) => units[0] as Unit),
  })
  const known = new Set(found.map((claim) => claim.id))
  const links = withEnds(input.links, known)
  const replies = input.replies.filter((reply) => known.has(reply.from))
  const { claims, issues } = hang({
    threads,
    ...withAnswers(issuesOf(threads, findings.units), input.answers ?? [], found, threads),
    claims: found,
    links,
    replies,
    repeats,
  })

  const { questions, concessions } = asidesOf({ groups, findings, replies, known, threads, writers })
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
