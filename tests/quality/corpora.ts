/** Corpora in the scorer's form, and the way from their records to threads and from debates back to predictions. */
import { existsSync, readFileSync } from 'node:fs'
import type { Debate, Link, Mention } from '../../shared/debate.ts'
import type { Basis } from '../../shared/findings.ts'
import type { Post, Thread } from '../../shared/thread.ts'

interface CorpusPost {
  id: string
  author: string
  parentId: string | null
  kind: 'title' | 'post'
  partOf?: string
  text: string
}
export interface ThreadRecord {
  id: string
  title: string
  posts: CorpusPost[]
}
export interface PairRecord {
  id: string
  a: string
  b: string
  topic: string
  label: string
}
export interface Prediction {
  id: string
  units: { id: string; postId: string; start: number; end: number; type: 'claim' | 'premise' }[]
  relations: {
    from: string
    to: string
    type: 'support' | 'rebuttal' | 'undercut' | 'agreement'
    basis?: Basis
    confidence?: number
  }[]
}

/** The records of a file. Throws where it is missing or empty: nothing must score by not being there. */
export function records<T>(path: string): T[] {
  if (!existsSync(path)) throw new Error(`the corpus file ${path} is missing`)
  const lines = readFileSync(path, 'utf8').split('\n')
  const found = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T)
  if (found.length === 0) throw new Error(`the corpus file ${path} is empty`)
  return found
}

const BREAK = '\n\n'

/** A record as a thread: the title is put before the text of the post it is part of. */
export function threadOf(record: ThreadRecord): Thread {
  const title = record.posts.find((post) => post.kind === 'title')
  const bodies = record.posts.filter((post) => post.kind === 'post')
  const opening = bodies.find((post) => post.id === title?.partOf) ?? bodies.find((post) => post.parentId === null)
  return {
    id: record.id,
    url: null,
    platform: 'corpus',
    site: 'corpus',
    title: title?.text ?? '',
    language: 'en',
    readAt: '2020-01-01T00:00:00.000Z',
    article: null,
    posts: bodies.map((post) => postOf(post, post === opening, post === opening ? (title?.text ?? '') : '')),
    completeness: { expected: bodies.length, got: bodies.length, missing: [] },
    notices: [],
  }
}

function postOf(post: CorpusPost, opening: boolean, title: string): Post {
  const text = title === '' ? post.text : title + BREAK + post.text
  return {
    id: post.id,
    parentId: post.parentId,
    parentVia: post.parentId === null ? 'none' : 'platform',
    author: post.author,
    createdAt: null,
    score: null,
    text,
    heading: title.length,
    quotes: ranges(text, /^[ \t]*>.*$/gm).map((range) => ({
      ...range,
      how: 'marked',
      author: null,
      of: null,
      similarity: 0,
    })),
    links: ranges(text, /https?:\/\/[^\s)\]]+/g).map((range) => ({
      ...range,
      url: text.slice(range.start, range.end),
    })),
    code: [],
    permalink: null,
    kind: opening ? 'opening' : 'reply',
    state: 'ok',
    stance: null,
    globalId: null,
  }
}

function ranges(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** One mention of a claim, as a unit of a prediction. */
interface Place {
  id: string
  mention: Mention
}

/**
 * What the answer of a claim is most likely about, by claim and answered post, for replies pinned to no claim. They are
 * written on the side their post takes on that claim by another link, else as attacks, the side nearly all replies of the
 * corpora take, with confidence 0: the page shows no such link. Replies known to agree with a post as a whole are not
 * written: which of its claims they agree with is not known.
 */
export type Aims = Map<string, { to: string; basis: Basis }>

/**
 * The debate of a record as a prediction. A claim that supports another of its post (not the title) is a premise, as is all
 * evidence. A concession counts as a claim that agrees. Questions are no units. A claim said in several posts is a unit in
 * each; its links are drawn between the mentions that stand nearest.
 */
export function predictionOf(record: ThreadRecord, debate: Debate, aims: Aims = new Map()): Prediction {
  const title = record.posts.find((post) => post.kind === 'title')
  const texts = new Map(record.posts.map((post) => [post.id, post]))
  const inTitle = (mention: Mention) => title?.partOf === mention.postId && mention.start < title.text.length
  const back = (mention: Mention) => {
    if (title === undefined || mention.postId !== title.partOf)
      return { postId: mention.postId, start: mention.start, end: mention.end }
    if (inTitle(mention))
      return { postId: title.id, start: mention.start, end: Math.min(mention.end, title.text.length) }
    const shift = title.text.length + BREAK.length
    return { postId: mention.postId, start: mention.start - shift, end: mention.end - shift }
  }
  const places = new Map(
    debate.claims.map((claim) => [
      claim.id,
      claim.mentions.map((mention, at): Place => ({ id: `${claim.id}/${at}`, mention })),
    ]),
  )
  const links = new Map(debate.links.map((link) => [link.id, link]))
  const taken = sidesTaken(debate.links, places)
  const open = debate.replies.flatMap((reply): Link[] => {
    const aim = aims.get(`${reply.from} ${reply.toPost}`)
    if (aim === undefined || reply.attitude === 'agrees') return []
    const type = taken.get(`${places.get(reply.from)?.[0]?.mention.postId} ${aim.to}`) ?? 'rebuts'
    return [
      { id: reply.id, from: reply.from, to: aim.to, type, basis: aim.basis, confidence: 0, passage: null, why: [] },
    ]
  })
  const ends = [...debate.links, ...open].flatMap((link) => endsOf(link, links, places, texts))
  const premises = new Set(
    ends
      .filter(
        ({ link, from, to }) =>
          link.type === 'supports' && from.mention.postId === to.mention.postId && !inTitle(to.mention),
      )
      .map(({ from }) => from.id),
  )
  const units = debate.claims.flatMap((claim) =>
    (places.get(claim.id) ?? []).map((place) => ({
      id: place.id,
      ...back(place.mention),
      type: claim.kind === 'evidence' || premises.has(place.id) ? ('premise' as const) : ('claim' as const),
    })),
  )
  const conceding = debate.concessions.map((one) => ({ id: one.id, ...back(one.mention), type: 'claim' as const }))
  const accepted = debate.concessions.flatMap((one) => {
    const to = one.claimId === null ? undefined : places.get(one.claimId)?.[0]
    return to === undefined ? [] : [{ from: one.id, to: to.id, type: 'agreement' as const }]
  })
  return {
    id: record.id,
    units: [...units, ...conceding],
    relations: [
      ...ends.map(({ link, from, to }) => ({
        from: from.id,
        to: to.id,
        type: RELATION[link.type],
        basis: link.basis,
        confidence: link.confidence,
      })),
      ...accepted,
    ],
  }
}

const RELATION = { supports: 'support', rebuts: 'rebuttal', undercuts: 'undercut' } as const
function endsOf(
  link: Link,
  links: Map<string, Link>,
  places: Map<string, Place[]>,
  posts: Map<string, CorpusPost>,
): { link: Link; from: Place; to: Place }[] {
  const target = link.type === 'undercuts' ? links.get(link.to)?.from : link.to
  const froms = places.get(link.from) ?? []
  const tos = places.get(target ?? '') ?? []
  const pairs = froms.flatMap((from) =>
    tos.map((to) => ({ link, from, to, distance: distance(from.mention.postId, to.mention.postId, posts) })),
  )
  const nearest = pairs.sort((a, b) => a.distance - b.distance)[0]
  return nearest === undefined ? [] : [nearest]
}

/** The side each post takes by a link on each claim: no post is written down as attacking what it supports. */
function sidesTaken(links: Link[], places: Map<string, Place[]>): Map<string, 'supports' | 'rebuts'> {
  const taken = new Map<string, 'supports' | 'rebuts'>()
  for (const { from, to, type } of links) {
    if (type === 'undercuts') continue
    for (const { mention } of places.get(from) ?? []) taken.set(`${mention.postId} ${to}`, type)
  }
  return taken
}

/** Steps up the reply tree from one post to another; many where the other is no ancestor. */
function distance(from: string, to: string, posts: Map<string, CorpusPost>): number {
  let at: string | null = from
  for (let steps = 0; at !== null && steps < 100; steps += 1) {
    if (at === to) return steps
    at = posts.get(at)?.parentId ?? null
  }
  return 100
}
