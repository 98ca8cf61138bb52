/** Links between the units of one post: by connective, by standing near, to the title. One link per unit. */
import type { Basis } from '../../../shared/findings.ts'
import type { DraftLink } from '../index.ts'
import { RULE_PRECISION } from '../../../shared/precision.ts'
import type { Joint } from '../../text/clauses.ts'

/** A unit of a post as the linking rules see it. */
export interface Linkable {
  ref: string
  role: 'claim' | 'premise'
  heading: boolean
  sentence: number
  joined: { words: string; joint: Joint } | null
}

/** A premise supports a claim no further back than this many units, else what stands right before it. */
const REACH = 3

/** Links of one post whose units stand in order. `opening`: claims of an opening post support its title. */
export function linksWithin(units: readonly Linkable[], opening: boolean): DraftLink[] {
  const title = units.find((unit) => unit.heading && unit.role === 'claim')
  const links = new Map<string, DraftLink>()
  const add = (from: Linkable, to: Linkable, basis: Basis, why: string) => {
    if (from === to || links.has(from.ref) || links.get(to.ref)?.to === from.ref) return
    links.set(from.ref, support(from, to, basis, why))
  }
  units.forEach((unit, at) => {
    const before = units[at - 1]
    if (unit.joined === null || before?.sentence !== unit.sentence) return
    if (unit.joined.joint === 'reason') add(unit, before, 'connective', `“${unit.joined.words}” joins them`)
    if (unit.joined.joint === 'consequence') add(before, unit, 'connective', `“${unit.joined.words}” joins them`)
  })
  units.forEach((unit, at) => {
    if (unit.heading) return
    if (unit.role === 'premise') {
      const claim = claimBefore(units, at)
      const before = units[at - 1]
      if (claim !== undefined) add(unit, claim, 'nearby', 'the nearest claim before it')
      else if (before !== undefined && !before.heading)
        add(unit, before, 'nearby', 'goes on from what stands before it')
      else if (opening && title !== undefined) add(unit, title, 'nearby', 'stands under this title')
    } else if (opening && title !== undefined) add(unit, title, 'title', 'the opening post speaks for its title')
  })
  return [...links.values()]
}

/** The nearest claim before a premise, within reach. The title is no neighbour. */
function claimBefore(units: readonly Linkable[], at: number): Linkable | undefined {
  return units
    .slice(Math.max(0, at - REACH), at)
    .reverse()
    .find((unit) => unit.role === 'claim' && !unit.heading)
}

function support(from: Linkable, to: Linkable, basis: Basis, why: string): DraftLink {
  return {
    from: from.ref,
    to: to.ref,
    step: null,
    type: 'supports',
    basis,
    confidence: RULE_PRECISION[basis] ?? 0,
    why: [why],
  }
}
