/** Claims of which one says in the very words of the other that it is not so, wherever in the debate they stand. */
import { DENIAL_PRECISION } from '../../shared/precision.ts'
import type { ClaimGroup, Unit } from '../../shared/findings.ts'
import type { Thread } from '../../shared/thread.ts'
import { contrary, type Plain, plain } from '../text/contrary.ts'
import { earlier, postOrder } from './claims.ts'
import type { Proposal } from './ledger.ts'

/** Earliest statements of like words against which a later one is held. */
const MOST = 40

interface Said {
  group: ClaimGroup
  unit: Unit
  plain: Plain
}

/**
 * For every claim the earliest one it is contrary to, as a rebuttal of that by the later of the two. Claims of which
 * one post says both are left out: who weighs a thing says both sides of it. So are those that take a side on the issue,
 * which stand against each other as its answers.
 */
export function denials(groups: readonly ClaimGroup[], threads: Thread[]): Proposal[] {
  const order = postOrder(threads)
  const said = groups
    .filter(({ kind }) => kind === 'claim')
    .flatMap(statementsOf)
    .sort((a, b) => earlier(order, a.unit, b.unit))
  const byKey = new Map<string, Said[]>()
  const linked = new Set<string>()
  const found: Proposal[] = []
  for (const one of said) {
    for (const key of one.plain.keys) {
      const before = byKey.get(key) ?? []
      byKey.set(key, before)
      const other = linked.has(one.group.id) ? undefined : before.find((earliest) => isDenied(earliest, one))
      if (before.length < MOST) before.push(one)
      if (other === undefined) continue
      linked.add(one.group.id)
      found.push(rebuttal(one, other))
    }
  }
  return found
}

/** The statements of a claim that may be held against others, each once. */
function statementsOf(group: ClaimGroup): Said[] {
  const known = new Set<string>()
  return group.units.flatMap((unit) => {
    if (known.has(unit.statement)) return []
    known.add(unit.statement)
    const made = plain(unit.statement)
    return made === null ? [] : [{ group, unit, plain: made }]
  })
}

function isDenied(a: Said, b: Said): boolean {
  if (a.group === b.group || contrary(a.plain, b.plain) === null) return false
  if (b.group.units.some(({ stance }) => stance !== null)) return false
  const posts = new Set(a.group.units.map(({ postId }) => postId))
  return !b.group.units.some(({ postId }) => posts.has(postId))
}

function rebuttal({ group, unit, plain: own }: Said, other: Said): Proposal {
  const shown = contrary(own, other.plain)
  const { postId, start, end } = unit
  return {
    from: group.id,
    to: other.group.id,
    step: null,
    type: 'rebuts',
    basis: 'connective',
    confidence: DENIAL_PRECISION,
    passage: { postId, start, end },
    why: [Array.isArray(shown) ? `“${shown[0]}” against “${shown[1]}”` : 'says the same with a denial'],
    postId,
  }
}
