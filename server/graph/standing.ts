/**
 * Standing of claims, computed from the graph alone. Strengths come from the quadratic energy model (`energy.ts`).
 *
 * | word | rule |
 * |---|---|
 * | unchallenged | nothing rebuts it |
 * | contested | it is rebutted, and at least two people stand on either side: those who say or support it, those who rebut it; where no names are known, two posts |
 * | defended | it is rebutted, but every rebuttal is itself rebutted or undercut by another claim, or what supports it from other posts weighs at least as much as they do (strength times certainty, summed) |
 * | rebutted | any other claim with a rebuttal |
 * | no evidence | no evidence supports it, neither itself nor through claims that support it, and it names no source |
 * | unanswered | at least two people say it, and nobody rebuts it, undercuts a step from it, or disagrees with a post that says it |
 *
 * A reply known to disagree with a post counts as a rebuttal of the claim the map hangs it under.
 */
import type { BaseScore, Claim, Debate, Link, Standing } from '../../shared/debate.ts'
import { cruxesOf } from './crux.ts'
import { settle, type Settled } from './energy.ts'
import { grouped } from './grouped.ts'
import { speakerOf } from './people.ts'

interface Assessing {
  /** Where strengths start; the debate's own choice if not given. */
  base?: BaseScore
}

/** The debate with standing, cruxes and how it was weighed; everything else stays as it is. */
export function assess(debate: Debate, options: Assessing = {}): Debate {
  const base = options.base ?? debate.weighing.base
  const starts = new Map(debate.claims.map((claim) => [claim.id, baseScore(claim, base)]))
  const links = [...debate.links, ...repliesThatRebut(debate)]
  const network = settle(
    debate.claims.map(({ id }) => ({ id, base: starts.get(id) as number })),
    links.map(({ id, from, to, type, confidence }) => ({
      id,
      from,
      to,
      sign: type === 'supports' ? 1 : -1,
      weight: confidence,
    })),
  )
  const standing = standings(debate, links, network)
  return {
    ...debate,
    claims: debate.claims.map((claim) => ({ ...claim, standing: standing(claim) })),
    cruxes: cruxesOf(debate, network),
    weighing: { base, settled: network.settled },
  }
}

/**
 * Where a claim's strength starts. `equal`: 0.5 for all. `people`: n people give n / (n + 1), so one person gives 0.5 and
 * further ones add less and less. `evidence`: 0.4 for what is only said, 0.6 for evidence, 0.8 for evidence with a source
 * that can be followed, and 0.5 for a claim that names a source.
 */
export function baseScore(claim: Pick<Claim, 'kind' | 'people' | 'sourceUrls'>, base: BaseScore): number {
  if (base === 'equal') return 0.5
  if (base === 'people') return claim.people / (claim.people + 1)
  const sourced = claim.sourceUrls.length > 0
  if (claim.kind === 'evidence') return sourced ? 0.8 : 0.6
  return sourced ? 0.5 : 0.4
}

type Edge = Pick<Link, 'id' | 'from' | 'to' | 'type' | 'confidence'>

/** Disagreeing replies as rebuttals of the claim they hang under. */
function repliesThatRebut(debate: Debate): Edge[] {
  const replies = new Map(debate.replies.map((reply) => [reply.id, reply]))
  return debate.claims.flatMap(({ id, place }) => {
    const reply = place.via === 'reply' ? replies.get(place.by ?? '') : undefined
    if (reply?.attitude !== 'disagrees' || place.parent === null) return []
    return [{ id: reply.id, from: id, to: place.parent, type: 'rebuts' as const, confidence: reply.confidence }]
  })
}

function standings(debate: Debate, links: Edge[], network: Settled): (claim: Claim) => Standing {
  const mentions = new Map(debate.claims.map((claim) => [claim.id, claim.mentions]))
  const into = grouped(links, (link) => link.to)
  const linkFrom = new Map(links.map((link) => [link.id, link.from]))
  const stepsDoubted = new Set(links.filter((link) => link.type === 'undercuts').map((link) => linkFrom.get(link.to)))
  const disputedPosts = new Set(
    debate.replies.filter((reply) => reply.attitude === 'disagrees').map((reply) => reply.toPost),
  )
  const backed = backedByEvidence(debate.claims, links)
  const attackers = (id: string) => (into.get(id) ?? []).filter((link) => link.type !== 'supports')
  const mentionsOf = (edges: Edge[]) => edges.flatMap((link) => mentions.get(link.from) ?? [])
  const weight = (edges: Edge[]) =>
    edges.reduce((sum, { id, from }) => sum + network.strength(from) * network.strength(id), 0)

  return (claim) => {
    const strength = network.strength(claim.id)
    const attacks = attackers(claim.id)
    const supports = (into.get(claim.id) ?? []).filter((link) => link.type === 'supports')
    const pro = new Set([...claim.mentions, ...mentionsOf(supports)].map(speakerOf))
    const con = new Set(mentionsOf(attacks).map(speakerOf))
    const byAnother = (answer: Edge) => answer.from !== claim.id
    const answered = (attack: Edge) => [...attackers(attack.from), ...attackers(attack.id)].some(byAnother)
    const disputed =
      attacks.length > 0 ||
      stepsDoubted.has(claim.id) ||
      claim.mentions.some((mention) => disputedPosts.has(mention.postId))
    // What was said along with it answers nobody who rebuts it.
    const outweighed = (): boolean => {
      const said = new Set(claim.mentions.map(({ postId }) => postId))
      const elsewhere = supports.filter((link) => mentionsOf([link]).some(({ postId }) => !said.has(postId)))
      return elsewhere.length > 0 && weight(elsewhere) >= weight(attacks)
    }
    const label = (): Standing['label'] => {
      if (attacks.length === 0) return 'unchallenged'
      if (pro.size >= 2 && con.size >= 2) return 'contested'
      return attacks.every(answered) || outweighed() ? 'defended' : 'rebutted'
    }
    return {
      label: label(),
      strength,
      noEvidence: !backed.has(claim.id),
      unanswered: claim.kind === 'claim' && claim.people >= 2 && !disputed,
    }
  }
}

/** Evidence, claims that name a source, and all claims these support, directly or through others. */
function backedByEvidence(claims: Claim[], links: Edge[]): Set<string> {
  const backed = new Set(
    claims.filter((claim) => claim.kind === 'evidence' || claim.sourceUrls.length > 0).map((claim) => claim.id),
  )
  const supported = grouped(
    links.filter((link) => link.type === 'supports'),
    (link) => link.from,
  )
  for (const id of backed) for (const link of supported.get(id) ?? []) backed.add(link.to)
  return backed
}
