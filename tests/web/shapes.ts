/** Debates of unlike shapes: the same claims, hung differently. */
import type { Claim, Debate, Link } from '../../shared/debate.ts'
import { syntheticDebate } from './synthetic.ts'

/** The claim another one answers, by number; null for a main point. `chance` gives numbers from 0 to 1. */
type Hang = (at: number, chance: () => number) => number | null

export const SHAPES: Record<string, Hang> = {
  'main points only': () => null,
  'many main points with few replies': (at, chance) => (at < 40 ? null : Math.floor(chance() * 40)),
  'one point everyone answers': (at, chance) =>
    at === 0 ? null : chance() < 0.85 ? 0 : Math.floor(chance() * Math.min(at, 20)),
  'one long exchange': (at) => (at === 0 ? null : at - 1),
  'three long exchanges': (at) => (at < 3 ? null : at - 3),
  'a deep tree': (at, chance) => (at === 0 ? null : Math.max(0, at - 1 - Math.floor(chance() * 3))),
  'an even tree': (at) => (at < 6 ? null : Math.floor((at - 6) / 2.6)),
  'posts that answer the last ones': (at, chance) => (at < 14 ? null : at - 1 - Math.floor(chance() * 3)),
}

/** A debate of that shape; its statements are those of a made-up debate, about 100 characters long. */
export function shapedDebate(size: number, hang: Hang): Debate {
  const debate = syntheticDebate(size)
  const issue = debate.issues[0] as Debate['issues'][0]
  issue.positions = []
  const links: Link[] = []
  let state = 7
  const chance = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
  debate.claims = debate.claims.map((claim, at): Claim => {
    const to = hang(at, chance)
    const made: Claim = { ...claim, kind: 'claim', evidenceType: null }
    if (to === null) {
      issue.positions.push({ claimId: claim.id, stance: at % 2 === 0 ? 'for' : 'against' })
      return { ...made, place: { parent: issue.id, via: 'position', by: null } }
    }
    const parent = debate.claims[to]?.id ?? ''
    const link = { ...(debate.links[0] as Link), id: `l${at}`, from: claim.id, to: parent }
    links.push({ ...link, type: chance() < 0.5 ? 'supports' : 'rebuts' })
    return { ...made, place: { parent, via: 'link', by: link.id } }
  })
  return { ...debate, links }
}
