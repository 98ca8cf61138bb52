/** Links between the units of one post: by connective, by standing near, to the title. One link per unit. */
import type { Basis } from '../../../shared/findings.ts'
import { RULE_PRECISION } from '../../../shared/precision.ts'
import type { DraftLink } from '../index.ts'
import { isFirm } from './point.ts'
import type { Found } from './units.ts'

/** A premise supports a claim no further back than this many units, else the point of its post. */
const REACH = 3

/** Of a post of at most so many units all the others are said for its point, where that is plain. */
const FEW = 3

/** Links of one post whose units stand in order. `point`: what the post is about; `opening`: claims of an opening post support its title. */
export function linksWithin(units: readonly Found[], point: Found | null, opening: boolean): DraftLink[] {
  const arguing = units.filter((unit) => unit.role !== null)
  const title = arguing.find((unit) => unit.segment.heading && unit.role === 'claim')
  const body = arguing.filter((unit) => !unit.segment.heading)
  const led = point !== null && isFirm(point) && body.length <= FEW
  const links = new Map<string, DraftLink>()
  const add = (from: Found, to: Found | null | undefined, basis: Basis, why: string): boolean => {
    const { ref } = from.draft
    if (to == null || from === to || links.has(ref) || links.get(to.draft.ref)?.to === ref) return links.has(ref)
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
    if (unit.role === 'claim' || unit === point) {
      if (opening && title !== undefined) add(unit, title, 'title', 'the opening post speaks for its title')
      else if (led && point.draft.stance !== null) add(unit, point, 'nearby', 'said with the point of its post')
      return
    }
    if (led && add(unit, point, 'nearby', 'said for the point of its post')) return
    const near = claimBefore(body, at)
    if (near !== undefined) add(unit, near, 'nearby', 'the nearest claim before it')
    else if (body.slice(0, at).some((other) => other.role === 'claim'))
      add(unit, body[at - 1], 'nearby', 'goes on from what stands before it')
    else if (!add(unit, point, 'nearby', 'the point of its post') && opening)
      add(unit, title, 'nearby', 'stands under this title')
  })
  return [...links.values()]
}

/** The nearest claim before a premise, within reach. */
function claimBefore(units: readonly Found[], at: number): Found | undefined {
  return units
    .slice(Math.max(0, at - REACH), at)
    .reverse()
    .find((unit) => unit.role === 'claim')
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
