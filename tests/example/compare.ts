/** How near a debate, a map of the example thread alone, comes to the expected map. */
import type { Claim, Debate, Link } from '../../shared/debate.ts'
import type { LinkType } from '../../shared/findings.ts'
import type { Passage } from '../../shared/thread.ts'
import type { Expected, ExpectedClaim, ExpectedLink, Said } from './expected.ts'

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
  /** Expected links between posts that are shown at least as an answer to the right post with the right attitude. */
  answersRight: number
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

  place({ post, words }: Said): Passage {
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

  /** Posts that say an expected claim. */
  postsOf(key: string): Set<string> {
    const claim = this.expected.claims.find((one) => one.key === key)
    return new Set(claim?.mentions.map(({ post }) => post))
  }

  /** Whether a shown link or reply leads from an expected claim to a post that says the other one, for or against it. */
  answers({ from, to }: ExpectedLink, against: boolean): boolean {
    const [sources, posts] = [this.shown(from), this.postsOf(to)]
    const link = this.debate.links.some((one) => {
      const target = this.claim(this.debate.links.find(({ id }) => id === one.to)?.from ?? one.to)
      return (
        sources.has(one.from) &&
        attacks(one.type) === against &&
        target?.mentions.some(({ postId }) => posts.has(postId))
      )
    })
    const attitude = against ? 'disagrees' : 'agrees'
    return (
      link ||
      this.debate.replies.some((one) => sources.has(one.from) && posts.has(one.toPost) && one.attitude === attitude)
    )
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

const attacks = (type: LinkType): boolean => type !== 'supports'

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
    answersRight: shareOf(
      ends.filter(({ from, to }) => !meet(map.postsOf(from), map.postsOf(to))),
      (end) => map.answers(end, attacks(end.type)),
    ),
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
