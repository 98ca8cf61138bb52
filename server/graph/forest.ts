/** A forest of claims: each hangs under at most one other, and going up always ends. */
import type { Claim, Link } from '../../shared/debate.ts'

/** Under which claim, and how that is known. */
export interface Spot {
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

/** How many claims hang under each, at any depth, by whom: the people of a claim's whole branch, itself included. */
export function branches(claims: Claim[], forest: Forest): Map<string, { size: number; people: Set<string> }> {
  const found = new Map(claims.map((claim) => [claim.id, { size: 0, people: new Set<string>() }]))
  for (const claim of claims) {
    for (let at: string | undefined = claim.id; at !== undefined; at = forest.get(at)?.parent) {
      const branch = found.get(at)
      if (branch === undefined) break
      branch.size++
      for (const mention of claim.mentions) branch.people.add(mention.personId)
    }
  }
  return found
}
