/** How long the way from links to a weighed debate takes. */
import { exportDebate } from '../../server/export/index.ts'
import { arrange } from '../../server/graph/arrange.ts'
import { applyCorrections } from '../../server/graph/corrections.ts'
import { outline } from '../../server/graph/outline.ts'
import { relate } from '../../server/graph/relate.ts'
import { assess } from '../../server/graph/standing.ts'
import type { Debate } from '../../shared/debate.ts'
import type { ClaimGroup, Findings, LinkType, Unit, UnitLink } from '../../shared/findings.ts'
import { plainUnit } from '../fixtures/posts.ts'
import { asking, PROVENANCE, relating } from '../graph/notation.ts'
import type { Figure, Measured } from './figures.ts'
import { randomFrom } from './made-up.ts'
import { synthetic } from './synthetic.ts'

const RUNS = 5

interface Size {
  posts: number
  claims: number
  links: number
  /** Share of links that may point either way in time, so that links run in circles. */
  circles: number
}

/** A made-up thread with claims in its sentences and links between them, mostly to earlier ones. */
function findingsOf({ posts, claims, links, circles }: Size) {
  const random = randomFrom(11)
  const thread = synthetic(posts)
  for (const post of thread.posts) post.createdAt = null
  const units: Unit[] = thread.posts.flatMap((post) => sentencesOf(post.id, post.text)).slice(0, claims)
  const pick = () => Math.floor(random() * units.length)
  const made: UnitLink[] = []
  while (made.length < links) {
    const [one, other] = [pick(), pick()]
    const [from, to] = random() < circles ? [one, other] : [Math.max(one, other), Math.min(one, other)]
    if (from === to) continue
    const type: LinkType = random() < 0.05 ? 'undercuts' : random() < 0.5 ? 'rebuts' : 'supports'
    const confidence = 0.4 + random() * 0.6
    made.push({ from: idOf(units, from), to: idOf(units, to), step: null, type, basis: 'model', confidence, why: [] })
  }
  const groups: ClaimGroup[] = units.map((unit) => ({ id: unit.id, kind: 'claim', units: [unit] }))
  const fates = thread.posts.map(({ id }) => ({
    postId: id,
    fate: 'mapped' as const,
    of: null,
    why: '',
    by: 'made up',
  }))
  const findings: Findings = { units, links: made, replies: [], fates, dropped: [] }
  return { threads: [thread], groups, findings }
}

function idOf(units: Unit[], index: number): string {
  return units[index]?.id ?? ''
}

function sentencesOf(postId: string, text: string): Unit[] {
  return [...text.matchAll(/[^.]+\./g)].map((found) => {
    const start = found.index + (found[0].length - found[0].trimStart().length)
    const words = found[0].trim()
    return plainUnit({ id: `${postId}.${start}`, postId, start, statement: words, confidence: 0.8 })
  })
}

/** Least milliseconds of several runs after one that warms up (other work on the machine only adds), and the last value. */
async function timed<T>(work: () => T | Promise<T>): Promise<[number, T]> {
  await work()
  const times: number[] = []
  let value: T | undefined
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now()
    value = await work()
    times.push(performance.now() - begun)
  }
  return [Math.round(Math.min(...times) * 10) / 10, value as T]
}

async function measure(name: string, size: Size) {
  const { threads, groups, findings } = findingsOf(size)
  const ask = () => relate(groups, findings, threads, relating(), asking())
  const [relateMs, related] = await timed(ask)
  const [arrangeMs, arranged] = await timed(() =>
    arrange({
      id: 'bench',
      title: 'Bench',
      threads,
      repeats: [],
      groups,
      similar: [],
      findings,
      links: related.links,
      replies: related.replies,
      provenance: PROVENANCE,
    }),
  )
  const [assessMs, debate] = await timed(() => assess(arranged))
  const [outlineMs] = await timed(() => outline(debate))
  const [markdownMs] = await timed(() => [...exportDebate(debate, 'md').body])
  const [correctMs] = await timed(() => applyCorrections(debate, [restating(debate)]))
  return {
    name,
    posts: size.posts,
    claims: debate.claims.length,
    links: debate.links.length,
    undercuts: debate.links.filter((link) => link.type === 'undercuts').length,
    settled: debate.weighing.settled,
    cruxes: debate.cruxes.length,
    relateMs,
    arrangeMs,
    assessMs,
    outlineMs,
    markdownMs,
    correctMs,
  }
}

function restating(debate: Debate) {
  const claim = { id: debate.claims[0]?.id ?? '', passages: [] }
  const change = { kind: 'restate' as const, claim, statement: 'In other words' }
  return { id: 'x', at: '2025-01-01T00:00:00Z', by: null, undone: false, change }
}

export async function bench(): Promise<Measured> {
  const results = [
    await measure('an ordinary thread', { posts: 225, claims: 400, links: 400, circles: 0 }),
    await measure('a large map', { posts: 1500, claims: 5000, links: 8000, circles: 0 }),
    await measure('a large map full of circles', { posts: 1500, claims: 5000, links: 8000, circles: 0.3 }),
  ]
  const figures = results.flatMap((one): Figure[] => [
    { what: `standing and cruxes, ${one.name}`, value: one.assessMs, unit: 'ms', most: 200 },
    { what: `questions and links, ${one.name}`, value: one.relateMs, unit: 'ms' },
    { what: `arranging, ${one.name}`, value: one.arrangeMs, unit: 'ms' },
    { what: `one correction, ${one.name}`, value: one.correctMs, unit: 'ms' },
  ])
  return { figures, details: { unit: 'milliseconds, least of 5', results } }
}
