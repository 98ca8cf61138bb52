/** Sides the platform itself records (Kialo's pros and cons, Decidim's alignments, votes on Wikipedia): known, not inferred. */
import type { Findings, Stance, Unit, UnitLink } from '../../shared/findings.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import { grouped } from './grouped.ts'

/** How sure a recorded side is: what was recorded is certain, that it means this claim of the post is nearly so. */
const CONFIDENCE = 0.95

/**
 * The findings with every recorded side in them: the point of a post marked pro or con supports or rebuts the point of the
 * post it answers, or stands for or against the issue where it answers the opening post or none. The point of a post is
 * the claim most of its own words support, else its first claim. Links an analyser drew between the same two are replaced.
 */
export function withRecordedSides(findings: Findings, threads: Thread[]): Findings {
  const sided = threads.flatMap((thread) => thread.posts).filter(({ stance }) => stance === 'pro' || stance === 'con')
  if (sided.length === 0) return findings
  const said = grouped(findings.units, ({ postId }) => postId)
  const posts = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, post])))
  const pointOf = (post: Post | undefined) => post && point(said.get(post.id) ?? [], findings.links)

  const stances = new Map<string, Stance>()
  const links: UnitLink[] = []
  for (const post of sided) {
    const from = pointOf(post)
    if (from === undefined) continue
    const parent = post.parentId === null ? undefined : posts.get(post.parentId)
    const to = pointOf(parent)
    if (parent === undefined || parent.kind === 'opening')
      stances.set(from.id, post.stance === 'pro' ? 'for' : 'against')
    else if (to !== undefined) links.push(recorded(from, to, post))
  }
  const linked = new Set(links.map(({ from }) => from))
  return {
    ...findings,
    units: findings.units.map((unit) => ({ ...unit, stance: stances.get(unit.id) ?? unit.stance })),
    links: [...findings.links.filter(({ from }) => !linked.has(from)), ...links],
  }
}

function point(units: Unit[], links: UnitLink[]): Unit | undefined {
  const claims = units.filter(({ kind }) => kind === 'claim').sort((a, b) => a.start - b.start)
  const own = new Set(units.map(({ id }) => id))
  const backing = (unit: Unit) =>
    links.filter(({ from, to, type }) => to === unit.id && type === 'supports' && own.has(from)).length
  return claims.toSorted((a, b) => backing(b) - backing(a))[0]
}

function recorded(from: Unit, to: Unit, post: Post): UnitLink {
  const type = post.stance === 'pro' ? 'supports' : 'rebuts'
  const why = [`the platform records it as ${post.stance === 'pro' ? 'for' : 'against'} the post it answers`]
  return { from: from.id, to: to.id, step: null, type, basis: 'platform', confidence: CONFIDENCE, why }
}
