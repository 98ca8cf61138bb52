/** Decides for each segment whether it is a claim, a premise or neither, from the signs it shows and where it stands. */
import { shares, type Steps, TYPES } from './chain.ts'
import type { Marker } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { MARKER_WEIGHTS, PLACE_WEIGHTS, type Place, STEPS, type Weight } from './weights.ts'

export type Type = 'claim' | 'premise' | 'none'

/** What is known of the post around the segments. */
export interface Standing {
  opening: boolean
  firstLevel: boolean
  /** Content words of the thread's title. */
  titleWords: ReadonlySet<string>
  /** The title asks or asserts something, so that even plain words may be for or against it. */
  debate: boolean
  /** A reply that starts with a verdict ("No.", "Exactly."), for which the next sentence mostly gives the reason. */
  verdict: boolean
}

/** `share`: of the three types the one chosen got this share, 0 to 1; `why`: the signs that spoke for it most. */
export interface Typed {
  type: Type
  shares: Record<Type, number>
  why: string[]
}

const TEMPERATURE = 1.2
const REASONS_SHOWN = 3

/** Types of all segments of one post. */
export function typed(segments: readonly Segment[], standing: Standing): Typed[] {
  const argues = standing.debate || standing.opening || segments.some(isArguing)
  const signs = segments.map((_, at) => signsOf(segments, at, { ...standing, argues }))
  const found = shares(
    signs.map(scoresOf),
    segments.map((segment, at) => stepsTo(segment, segments[at - 1])),
  )
  return found.map((share, at) => {
    const type = TYPES.reduce((best, next) => (share[next] > share[best] ? next : best))
    return { type, shares: share, why: reasons(signs[at] as Spoken[], type) }
  })
}

/** `argues`: something in the post shows that it argues. */
interface StandingOfPost extends Standing {
  argues: boolean
}

/** Signs that somebody puts something forward, or for or against it. */
const ARGUING: ReadonlySet<Marker> = new Set<Marker>([
  'opinion',
  'norm',
  'judgement',
  'disagreement',
  'agreement',
  'concession',
  'undercut',
  'conclusion',
  'contrast',
  'reason',
  'example',
  'report',
  'comparison',
  'favours',
  'opposes',
  'backs',
  'rejects',
])

/** Whether a segment shows such a sign, or brings evidence. */
export function isArguing(segment: Segment): boolean {
  return (
    segment.afterQuote ||
    (segment.evidence !== null && segment.evidence.type !== 'experience') ||
    segment.joined?.joint === 'reason' ||
    shows(segment, ARGUING)
  )
}

/** Whether the segment shows one of the signs. */
function shows({ signs }: Segment, markers: ReadonlySet<Marker>): boolean {
  for (const { marker } of signs) if (markers.has(marker)) return true
  return false
}

/** A sign with what it counts; `words` show it, where it is one in words. */
interface Spoken {
  weight: Weight
  words: string | null
}

function scoresOf(signs: readonly Spoken[]): Record<Type, number> {
  const sum = { claim: 0, premise: 0, none: 0 }
  for (const { weight } of signs) {
    sum.claim += TEMPERATURE * weight.claim
    sum.premise += TEMPERATURE * weight.premise
    sum.none += TEMPERATURE * weight.none
  }
  return sum
}

/** What the segment before says about this one. */
function stepsTo(segment: Segment, before: Segment | undefined): Steps {
  if (before === undefined || before.heading !== segment.heading) return STEPS.anew
  if (before.sentence === segment.sentence) return segment.joined?.joint === 'reason' ? STEPS.reason : STEPS.sentence
  return before.paragraph === segment.paragraph ? STEPS.paragraph : STEPS.post
}

/** The signs that speak most for `type` against the other two. */
function reasons(signs: readonly Spoken[], type: Type): string[] {
  const lead = ({ weight }: Spoken) => 2 * weight[type] - (weight.claim + weight.premise + weight.none - weight[type])
  return signs
    .filter((sign) => sign.weight.says !== '' && lead(sign) > 0.3)
    .sort((a, b) => lead(b) - lead(a))
    .slice(0, REASONS_SHOWN)
    .map(({ weight, words }) => (words === null ? weight.says : `${weight.says}: “${words}”`))
}

function signsOf(segments: readonly Segment[], at: number, standing: StandingOfPost): Spoken[] {
  const segment = segments[at] as Segment
  const meant = has(segment, 'opinion') || has(segment, 'experience')
  const found = placesOf(segments, at, standing).map((place): Spoken => ({ weight: PLACE_WEIGHTS[place], words: null }))
  for (const { marker, words } of segment.signs) {
    if ((marker === 'first person' && meant) || (marker === 'inquiry' && !segment.asks)) continue
    const weight = MARKER_WEIGHTS[marker]
    if (weight !== undefined) found.push({ weight, words })
  }
  return found
}

function placesOf(segments: readonly Segment[], at: number, standing: StandingOfPost): Place[] {
  const segment = segments[at] as Segment
  const places: Place[] = ['always', ...formOf(segment), ...jointsOf(segment, segments[at + 1])]
  const before = segments[at - 1]
  if (before === undefined || before.heading !== segment.heading) places.push('opens the post')
  if (before?.paragraph !== segment.paragraph) places.push('opens a paragraph')
  else places.push('inside a paragraph')
  if (segment.asks) places.push(at === segments.length - 1 ? 'closing question' : 'question')
  if (at === segments.length - 1) places.push('ends the post')
  if (ownFact(segment)) places.push('own fact')
  else if (aboutOneself(segment) && (segment.evidence === null || segments.length === 1)) places.push('about oneself')
  else if (tellsOfOneself(segment)) places.push('tells of oneself')
  if (standing.opening) places.push('opening post')
  if (standing.firstLevel) places.push('first-level reply')
  if (!standing.argues) places.push('plain talk')
  if (standing.verdict && at === 1 && !segment.asks) places.push('after a verdict')
  if (segment.afterQuote) places.push('after a quote')
  if (!segment.heading && likeTitle(segment, standing.titleWords)) places.push('like the title')
  return [...places, ...neighboursOf(segment, before, segments[at + 1])]
}

/** Tells of oneself without judging anything: background, not a point. */
function ownFact(segment: Segment): boolean {
  if (segment.evidence?.type !== 'experience') return false
  return !has(segment, 'opinion') && !has(segment, 'judgement') && !has(segment, 'norm')
}

/** Longest statement about oneself, in words, that is taken for no more than that. */
const SHORT = 8
/** Signs that more is said than how things stand: what may be, would be, always is, or is more than something else. */
const WEIGHING: ReadonlySet<Marker> = new Set<Marker>([
  'certainty',
  'possibility',
  'scene',
  'generality',
  'comparison',
  'third person',
])

/** Says in a few words how things stand with oneself, and nothing that could be doubted. */
function aboutOneself(segment: Segment): boolean {
  return segment.words.length <= SHORT && has(segment, 'first person') && !puts(segment)
}

/** Tells at any length what its writer does or has, and weighs nothing. */
function tellsOfOneself(segment: Segment): boolean {
  return segment.ofOneself && !puts(segment) && !shows(segment, WEIGHING)
}

/** Whether a sign shows that something is put forward. */
function puts(segment: Segment): boolean {
  return shows(segment, ARGUING) || has(segment, 'being')
}

/** From so many words on some verb may only not be known. */
const NO_SENTENCE = 12

function formOf(segment: Segment): Place[] {
  const count = segment.words.length
  const places: Place[] = []
  if (/\d/.test(segment.text))
    places.push(/[$€£¥]\s?\d|\d\s?(?:dollars|euros|bucks)\b/i.test(segment.text) ? 'money' : 'number')
  if (segment.evidence !== null) places.push('evidence')
  if (segment.link !== null) places.push('link')
  if (/["“”„«»]/.test(segment.text)) places.push('quoted')
  if (count < 4) places.push('veryShort')
  else if (count < 8) places.push('short')
  else if (count > 20) places.push('long')
  if (segment.announces) places.push('announces')
  if (segment.smiles) places.push('smiles')
  if (segment.listed) places.push('listed')
  if (count < NO_SENTENCE && !segment.verb) places.push('no verb')
  return places
}

const JOINT_PLACE: Record<string, Place> = {
  reason: 'after because',
  consequence: 'after so',
  contrast: 'after but',
  concession: 'after although',
}

function jointsOf(segment: Segment, next: Segment | undefined): Place[] {
  const places: Place[] = []
  const joint = segment.joined === null ? undefined : JOINT_PLACE[segment.joined.joint]
  if (joint !== undefined) places.push(joint)
  if (next?.joined?.joint === 'reason') places.push('before because')
  if (next?.joined?.joint === 'contrast') places.push('before but')
  return places
}

function neighboursOf(segment: Segment, before: Segment | undefined, next: Segment | undefined): Place[] {
  const places: Place[] = []
  if (before?.asks === true) places.push('after a question')
  if (before !== undefined && before.paragraph === segment.paragraph) {
    if (has(before, 'opinion')) places.push('after an opinion')
    if (has(before, 'conclusion')) places.push('after a conclusion')
  }
  if (next !== undefined && next.paragraph === segment.paragraph && (has(next, 'example') || has(next, 'reason'))) {
    places.push('before a reason')
  }
  return places
}

/** Whether the segment shows the sign. */
export function has({ signs }: Segment, marker: Marker): boolean {
  for (const sign of signs) if (sign.marker === marker) return true
  return false
}

function likeTitle(segment: Segment, titleWords: ReadonlySet<string>): boolean {
  if (titleWords.size === 0) return false
  const shared = new Set<string>()
  for (const { lower } of segment.words) if (titleWords.has(lower)) shared.add(lower)
  return shared.size >= 2
}
