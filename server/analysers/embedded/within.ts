/** Links between the units of one post: by connective, by standing near, to the title. One link per unit. */
import type { Basis } from '../../../shared/findings.ts'
import { RULE_PRECISION } from '../../../shared/precision.ts'
import type { DraftLink } from '../index.ts'
import { isFirm } from './point.ts'
import { has } from './typing.ts'
import type { Found } from './units.ts'

/** A premise supports what is no further away than this many units. */
const REACH = 8
/**
 * What speaks against a unit as the one a premise is said for, as logarithms to be set beside that of its share of being
 * a claim: every unit between, that it comes later, that it stands in another paragraph, that it is evidence itself; and
 * what speaks for it: that it is the plain point of the post. Reasons mostly follow closely.
 */
const AGAINST = { step: 0.4, ahead: 1.2, apart: 0.5, evidence: 1, point: -0.5 }
/** Share of a claim below which nothing is lost by it any more. */
const LEAST_CLAIM = 0.05

/** Of a post of at most so many units all the others are said for its point, where that is plain. */
const FEW = 3

/** Links of one post whose units stand in order. `point`: what the post is about; `opening`: claims of an opening post support its title. */
export function linksWithin(units: readonly Found[], point: Found | null, opening: boolean): DraftLink[] {
  const arguing = units.filter((unit) => unit.role !== null)
  const title = arguing.find((unit) => unit.segment.heading && unit.role === 'claim')
  const body = arguing.filter((unit) => !unit.segment.heading)
  const firm = point !== null && isFirm(point) ? point : null
  const led = firm !== null && body.length <= FEW
  const links = new Map<string, DraftLink>()
  const add = (from: Found, to: Found | null | undefined, basis: Basis, why: string): boolean => {
    const { ref } = from.draft
    if (to == null || from === to || links.has(ref) || leadsTo(to.draft.ref, ref, links)) return links.has(ref)
    links.set(ref, support(from, to, basis, why))
    return true
  }
  body.forEach((unit, at) => {
    const before = body[at - 1]
    const { joined, sentence } = unit.segment
    if (joined === null || before?.segment.sentence !== sentence) return
    if (joined.joint === 'reason') add(unit, before, 'connective', `“${joined.words}” joins them`)
    if (joined.joint === 'consequence') add(before, unit, 'connective', `“${joined.words}” joins them`)
  })
  body.forEach((unit, at) => {
    const { joined } = unit.segment
    if (unit.role === 'claim' || unit === point) {
      if (opening && title !== undefined) add(unit, title, 'title', 'the opening post speaks for its title')
      else if (led && firm.draft.stance !== null && joined?.joint !== 'contrast')
        add(unit, firm, 'nearby', 'said with the point of its post')
      return
    }
    if (led && add(unit, point, 'nearby', 'said for the point of its post')) return
    const near = meantBy(unit, at, body, firm)
    if (near !== undefined) add(unit, near, 'nearby', 'the nearest claim')
    else if (opening) add(unit, title, 'nearby', 'stands under this title')
  })
  return [...links.values()]
}

/** The unit a premise is most likely said for: near by, most like a claim, before it rather than after. */
function meantBy(premise: Found, at: number, units: readonly Found[], point: Found | null): Found | undefined {
  const from = Math.max(0, at - REACH)
  let best: Found | undefined
  let most = Number.NEGATIVE_INFINITY
  units.slice(from, at + 1 + REACH).forEach((unit, index) => {
    const steps = from + index - at
    if (
      unit === premise ||
      setAgainst(premise, unit) ||
      (steps > 0 && partsWith(units.slice(at + 1, at + steps + 1), premise))
    )
      return
    const place = Math.abs(steps) * AGAINST.step + (steps > 0 ? AGAINST.ahead : 0)
    const apart = unit.segment.paragraph === premise.segment.paragraph ? 0 : AGAINST.apart
    const kind = (unit.draft.kind === 'evidence' ? AGAINST.evidence : 0) + (unit === point ? AGAINST.point : 0)
    const score = Math.log(Math.max(LEAST_CLAIM, unit.point)) - place - apart - kind
    if (score <= most) return
    best = unit
    most = score
  })
  return best
}

/** Whether a clause is set against the one before it in its sentence ("…, but …"), which it then is no reason for. */
function setAgainst({ segment }: Found, before: Found): boolean {
  return segment.joined?.joint === 'contrast' && before.segment.sentence === segment.sentence
}

/** Whether what follows a premise is another thought than the one it is said for: a paragraph of its own, or set against it ("But …"). */
function partsWith(following: readonly Found[], { segment }: Found): boolean {
  return following.some(
    ({ segment: next }) =>
      next.paragraph !== segment.paragraph || next.joined?.joint === 'contrast' || has(next, 'contrast'),
  )
}

/** Whether the links lead from one unit to another. */
function leadsTo(from: string, to: string, links: ReadonlyMap<string, DraftLink>): boolean {
  let at: string | undefined = from
  while (at !== undefined && at !== to) at = links.get(at)?.to
  return at === to
}

function support(from: Found, to: Found, basis: Basis, why: string): DraftLink {
  return {
    from: from.draft.ref,
    to: to.draft.ref,
    step: null,
    type: 'supports',
    basis,
    confidence: RULE_PRECISION[basis] ?? 0,
    why: [why],
  }
}
