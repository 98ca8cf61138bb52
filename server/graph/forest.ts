/** A forest of claims: each hangs under at most one other, and going up always ends. */
import type { Claim, Link } from '../../shared/debate.ts'

/** Under which claim, and how that is known. */
interface Spot {
  parent: string
  via: 'link' | 'reply' | 'none'
  by: string | null
}

export type Forest = Map<string, Spot>

/** Hangs claims by their surest links first, leaving out links that would close a circle. */
export function byLinks(claims: Claim[], links: Link[]): Forest {
  const order = new Map(claims.map((claim, index) => [claim.id, index]))
  const byId = new Map(links.map((link) => [link.id, link]))
  const spots = links.flatMap((link) => {
    const parent = link.type === 'undercuts' ? byId.get(link.to)?.from : link.to
    return parent === undefined || !order.has(parent) || !order.has(link.from) ? [] : [{ link, parent }]
  })
  const forward = ({ link, parent }: (typeof spots)[number]) =>
    (order.get(link.from) as number) > (order.get(parent) as number) ? 0 : 1
  spots.sort((a, b) => b.link.confidence - a.link.confidence || forward(a) - forward(b))
  const forest: Forest = new Map()
  for (const { link, parent } of spots) {
    if (!forest.has(link.from)) join(forest, link.from, { parent, via: 'link', by: link.id })
  }
  return forest
}

/** Hangs a claim unless its new parent hangs, however far down, under the claim itself; says whether it did. */
export function join(forest: Forest, id: string, spot: Spot): boolean {
  for (let above: string | undefined = spot.parent; above !== undefined; above = forest.get(above)?.parent) {
    if (above === id) return false
  }
  forest.set(id, spot)
  return true
}

/** How many claims, said by how many people, are in the branch of each claim, itself included. */
export function branches(claims: Claim[], forest: Forest): Map<string, { size: number; people: number }> {
  const size = new Map(claims.map((claim) => [claim.id, 1]))
  const people = new Map(claims.map((claim) => [claim.id, new Set(claim.mentions.map((mention) => mention.personId))]))
  const waitingFor = new Map<string, number>()
  for (const { parent } of forest.values()) waitingFor.set(parent, (waitingFor.get(parent) ?? 0) + 1)
  const ready = claims.map((claim) => claim.id).filter((id) => !waitingFor.has(id))
  const found = new Map<string, { size: number; people: number }>()
  for (const id of ready) {
    const own = people.get(id) ?? new Set<string>()
    found.set(id, { size: size.get(id) ?? 0, people: own.size })
    const parent = forest.get(id)?.parent
    if (parent === undefined || !size.has(parent)) continue
    size.set(parent, (size.get(parent) ?? 0) + (size.get(id) ?? 0))
    people.set(parent, united(people.get(parent) ?? new Set(), own))
    const left = (waitingFor.get(parent) ?? 0) - 1
    waitingFor.set(parent, left)
    if (left === 0) ready.push(parent)
  }
  return found
}

/** The smaller set poured into the larger, which is changed. */
function united(a: Set<string>, b: Set<string>): Set<string> {
  const [large, small] = a.size >= b.size ? [a, b] : [b, a]
  for (const one of small) large.add(one)
  return large
}
