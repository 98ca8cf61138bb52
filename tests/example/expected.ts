/**
 * The example's map as a careful reader draws it, and how near a debate comes to it.
 *
 * `tests/fixtures/threads/example.expected.json` was made by reading the thread, not from any program's answer:
 * - `claims`: everything put forward, with its exact words in each post that says it. `main` ones carry the debate; the
 *   others are asides a good map may show or leave out. A claim with mentions in several posts is one point said by several
 *   people. `stance`: side taken on the question of the thread.
 * - `links`: what supports or rebuts what; an undercut names the doubted step by its two ends, `to` and `step`.
 * - `positions` answer the question directly. `unanswered` are claims of weight nobody argues against or takes up.
 * - `concessions` accept the claim `accepts` of the other side; a question with an empty `answeredBy` stays open.
 * - `repeats`, and posts with `noArgument`: off topic, deleted, from the platform, or the `hostile` one.
 *
 * A person may draw some of it otherwise: the numbers of `compare` serve to notice change, not to rank analysers.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Claim, type Debate, type Link, Repeat } from '../../shared/debate.ts'
import { EvidenceType, LinkType, Stance } from '../../shared/findings.ts'
import { type Passage, Thread } from '../../shared/thread.ts'

const Said = z.strictObject({ post: z.string(), words: z.string() })

const ExpectedClaim = z.strictObject({
  key: z.string(),
  main: z.boolean(),
  kind: z.enum(['claim', 'evidence']),
  evidenceType: EvidenceType.nullable(),
  stance: Stance.nullable(),
  statement: z.string(),
  mentions: z.array(Said).min(1),
})
type ExpectedClaim = z.infer<typeof ExpectedClaim>

const ExpectedLink = z.strictObject({ from: z.string(), type: LinkType, to: z.string(), step: z.string().nullable() })
type ExpectedLink = z.infer<typeof ExpectedLink>

export const Expected = z.strictObject({
  positions: z.array(z.string()),
  claims: z.array(ExpectedClaim),
  links: z.array(ExpectedLink),
  unanswered: z.array(z.string()),
  concessions: z.array(Said.extend({ accepts: z.string() })),
  questions: z.array(Said.extend({ answeredBy: z.array(z.string()) })),
  repeats: z.array(z.strictObject({ post: z.string(), of: z.string(), kind: Repeat.shape.kind })),
  noArgument: z.array(z.string()),
  hostile: z.string(),
})
export type Expected = z.infer<typeof Expected>

const ROOT = join(import.meta.dirname, '..', '..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))

export const exampleThread = (): Thread => Thread.parse(json('server/example/thread.json'))
export const expectedMap = (): Expected => Expected.parse(json('tests/fixtures/threads/example.expected.json'))

/** Shares from 0 to 1 unless said otherwise; a share of nothing is 0. */
export interface Comparison {
  /** Main claims with a mention that covers at least half of their words. */
  mainFound: number
  /** The same of all claims, asides included. */
  allFound: number
  /** Shown mentions that lie by at least half in words expected to be a claim, concession or question. */
  precision: number
  /** Pairs of mentions of one expected claim that are mentions of one shown claim. */
  merged: number
  /** Count of shown claims that join different expected claims of different posts. */
  wrongMerges: number
  /** Expected links whose two ends are linked, whatever the type. */
  linksFound: number
  /** Expected links shown with the right polarity: supports, or an attack (rebuts or undercuts). */
  linksRight: number
  /** Of shown links between claims both expected, those expected with that polarity. */
  linkPrecision: number
  /** Expected undercuts shown as undercuts of that step. */
  undercutsFound: number
  /** Expected evidence shown as evidence, and shown with its type. */
  evidenceFound: number
  evidenceTyped: number
  /** Expected positions shown as positions with their stance. */
  positionsFound: number
  /** Count of shown positions on the wrong side. */
  wrongStances: number
  concessionsFound: number
  questionsFound: number
  /** Expected unanswered claims shown as unanswered. */
  unansweredFound: number
  /** Expected repeats found with their kind and original. */
  repeatsRight: number
  /** Count of repeats found beyond the expected. */
  extraRepeats: number
  /** Posts that have exactly one fate. */
  covered: number
  /** Posts without an argument of which nothing is shown. */
  silentRight: number
  /** Count of mentions, questions and concessions taken from the hostile post. */
  hostileShown: number
}

/** How near `debate`, a map of the example thread alone, comes to the expected one. */
export function compare(debate: Debate, expected: Expected): Comparison {
  const map = new Reading(debate, expected)
  return { ...claimShares(map), ...linkShares(map), ...markShares(map), ...postShares(map) }
}

/** Where the expected words stand in the posts, and which shown claims stand there. */
class Reading {
  readonly debate: Debate
  readonly expected: Expected
  private readonly texts: Map<string, string>

  constructor(debate: Debate, expected: Expected) {
    this.debate = debate
    this.expected = expected
    this.texts = new Map(debate.threads.flatMap(({ posts }) => posts.map(({ id, text }) => [id, text] as const)))
  }

  place({ post, words }: z.infer<typeof Said>): Passage {
    const start = this.texts.get(post)?.indexOf(words) ?? -1
    if (start < 0) throw new Error(`post ${post} does not say "${words}"`)
    return { postId: post, start, end: start + words.length }
  }

  /** Shown claims that say the words at `place`. */
  shownAt(place: Passage): Set<string> {
    return new Set(this.debate.claims.filter((claim) => claim.mentions.some(says(place))).map(({ id }) => id))
  }

  shown(key: string): Set<string> {
    const claim = this.expected.claims.find((one) => one.key === key)
    if (claim === undefined) throw new Error(`no expected claim ${key}`)
    return new Set(claim.mentions.flatMap((said) => [...this.shownAt(this.place(said))]))
  }

  claim(id: string): Claim | undefined {
    return this.debate.claims.find((one) => one.id === id)
  }

  /** Words that are rightly shown; those of an original are right in its copy, too. */
  accepted(): Passage[] {
    const { claims, concessions, questions, repeats } = this.expected
    const said = [...claims.flatMap(({ mentions }) => mentions), ...concessions, ...questions]
    const copied = repeats.flatMap(({ post, of }) =>
      said
        .filter((one) => one.post === of && this.texts.get(post)?.includes(one.words))
        .map(({ words }) => ({ post, words })),
    )
    return [...said, ...copied].map((one) => this.place(one))
  }
}

const shared = (a: Passage, b: Passage): number =>
  a.postId === b.postId ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0

/** Whether a shown passage covers at least half of the words at `place`. */
const says = (place: Passage) => (passage: Passage) => shared(passage, place) * 2 >= place.end - place.start

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

function shareOf<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return share(list.filter(holds).length, list.length)
}

const meet = (a: Set<string>, b: Set<string>): boolean => [...a].some((one) => b.has(one))

function claimShares(map: Reading) {
  const { claims, positions } = map.expected
  const found = ({ key }: ExpectedClaim) => map.shown(key).size > 0
  const evidence = claims.filter(({ kind }) => kind === 'evidence')
  const shownEvidence = ({ key }: ExpectedClaim) =>
    [...map.shown(key)].flatMap((id) => map.claim(id) ?? []).filter(({ kind }) => kind === 'evidence')
  const accepted = map.accepted()
  const mentions = map.debate.claims.flatMap((claim) => claim.mentions)
  const shownPositions = map.debate.issues.flatMap((issue) => issue.positions)
  const onSide = (key: string, stance: string | null, same: boolean) =>
    shownPositions.some(
      (one) => map.shown(key).has(one.claimId) && one.stance !== null && (one.stance === stance) === same,
    )
  return {
    mainFound: shareOf(
      claims.filter(({ main }) => main),
      found,
    ),
    allFound: shareOf(claims, found),
    precision: shareOf(mentions, (mention) => inside(mention, accepted)),
    ...mergeShares(map),
    evidenceFound: shareOf(evidence, (claim) => shownEvidence(claim).length > 0),
    evidenceTyped: shareOf(evidence, (claim) =>
      shownEvidence(claim).some(({ evidenceType }) => evidenceType === claim.evidenceType),
    ),
    positionsFound: shareOf(positions, (key) => onSide(key, stanceOf(map, key), true)),
    wrongStances: claims.filter(({ key, stance }) => stance !== null && onSide(key, stance, false)).length,
  }
}

function stanceOf(map: Reading, key: string) {
  return map.expected.claims.find((one) => one.key === key)?.stance ?? null
}

/** Whether at least half of a shown passage lies in accepted words, which may be several claims side by side. */
function inside(passage: Passage, accepted: Passage[]): boolean {
  const covered = new Set<number>()
  for (const one of accepted.filter((other) => shared(passage, other) > 0)) {
    for (let at = Math.max(one.start, passage.start); at < Math.min(one.end, passage.end); at++) covered.add(at)
  }
  return covered.size * 2 >= passage.end - passage.start
}

function mergeShares(map: Reading) {
  const pairs = map.expected.claims.flatMap(({ mentions }) => {
    const distinct = mentions.filter((one, at) => mentions.findIndex(({ post }) => post === one.post) === at)
    return distinct.flatMap((a, at) => distinct.slice(at + 1).map((b) => [map.place(a), map.place(b)] as const))
  })
  const keysByPost = (claim: Claim) =>
    map.expected.claims.flatMap(({ key, mentions }) =>
      mentions.filter((said) => claim.mentions.some(says(map.place(said)))).map(({ post }) => ({ key, post })),
    )
  const joinsStrangers = (claim: Claim) => {
    const keys = keysByPost(claim)
    return keys.some((a) => keys.some((b) => a.post !== b.post && !sharesKey(keys, a.post, b.post)))
  }
  return {
    merged: shareOf(pairs, ([a, b]) => meet(map.shownAt(a), map.shownAt(b))),
    wrongMerges: map.debate.claims.filter(joinsStrangers).length,
  }
}

function sharesKey(keys: { key: string; post: string }[], a: string, b: string): boolean {
  return keys.some((one) => one.post === a && keys.some((other) => other.post === b && other.key === one.key))
}

const attacks = (type: z.infer<typeof LinkType>): boolean => type !== 'supports'

function linkShares(map: Reading) {
  const { links } = map.expected
  const ends = links.map((link) => ({
    ...link,
    fromShown: map.shown(link.from),
    toShown: map.shown(link.to),
    stepShown: link.step === null ? new Set<string>() : map.shown(link.step),
  }))
  type Ends = (typeof ends)[number]
  const doubted = (link: Link) => map.debate.links.find(({ id }) => id === link.to)
  /** A shown link joins an expected one's ends; for an undercut the doubted step itself or either of its ends will do. */
  const joins = (link: Link, { fromShown, toShown, stepShown }: Ends) => {
    const to = doubted(link)?.from ?? link.to
    return link.from !== to && fromShown.has(link.from) && (toShown.has(to) || stepShown.has(to))
  }
  const undercuts = (link: Link, end: Ends) => link.type === 'undercuts' && joins(link, end)
  const judged = map.debate.links.filter((link) => {
    const to = doubted(link)?.from ?? link.to
    return ends.some((end) => end.fromShown.has(link.from)) && ends.some((end) => end.toShown.has(to))
  })
  return {
    linksFound: shareOf(ends, (end) => map.debate.links.some((link) => joins(link, end))),
    linksRight: shareOf(ends, (end) => map.debate.links.some((link) => right(link, end))),
    linkPrecision: shareOf(judged, (link) => ends.some((end) => right(link, end))),
    undercutsFound: shareOf(
      ends.filter(({ type }) => type === 'undercuts'),
      (end) => map.debate.links.some((link) => undercuts(link, end)),
    ),
  }

  function right(link: Link, end: Ends): boolean {
    return joins(link, end) && attacks(link.type) === attacks(end.type)
  }
}

function markShares(map: Reading) {
  const { concessions, questions, unanswered } = map.expected
  return {
    concessionsFound: shareOf(concessions, (said) =>
      map.debate.concessions.some(({ mention }) => says(map.place(said))(mention)),
    ),
    questionsFound: shareOf(questions, (said) =>
      map.debate.questions.some(({ mention }) => says(map.place(said))(mention)),
    ),
    unansweredFound: shareOf(unanswered, (key) =>
      [...map.shown(key)].some((id) => map.claim(id)?.standing.unanswered === true),
    ),
  }
}

function postShares(map: Reading) {
  const { debate, expected } = map
  const found = debate.repeats.map(({ postId, of, kind }) => ({ post: postId, of, kind }))
  const posts = debate.threads.flatMap((thread) => thread.posts)
  const shown = [
    ...debate.claims.flatMap(({ mentions }) => mentions),
    ...debate.questions.map(({ mention }) => mention),
    ...debate.concessions.map(({ mention }) => mention),
  ]
  return {
    repeatsRight: shareOf(expected.repeats, ({ post, of, kind }) =>
      found.some((one) => one.post === post && one.of === of && one.kind === kind),
    ),
    extraRepeats: found.filter(({ post }) => !expected.repeats.some((one) => one.post === post)).length,
    covered: shareOf(posts, ({ id }) => debate.coverage.fates.filter(({ postId }) => postId === id).length === 1),
    silentRight: shareOf(expected.noArgument, (id) => !shown.some(({ postId }) => postId === id)),
    hostileShown: shown.filter(({ postId }) => postId === expected.hostile).length,
  }
}
