/**
 * The side every post takes on what its thread proposes. Posts that answer the proposal directly show it in their own
 * words. Of the others it is told from the reply structure: who denies a post takes the other side, who agrees takes the
 * same, and people seldom change sides within a thread (Murakami & Raymond, "Support or Oppose?", COLING 2010; Hasan & Ng,
 * "Stance Classification of Ideological Debates", 2013, on constraints by author and by reply). Somebody seen on both
 * sides lends none to further posts.
 */
import type { Stance } from '../../../shared/findings.ts'
import type { Post } from '../../../shared/thread.ts'
import type { Choice } from './choice.ts'
import { changesView, endsDenying, openingVerdict, verdictOf } from './kinds.ts'
import type { Language, Marker } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { agreedWith, OTHER, type Proposal, stanceOf, type Taken, verdictSide } from './stance.ts'
import { has } from './typing.ts'

/** A post cut into segments; `proposal` where it answers the proposal directly. */
export interface Reading {
  post: Post
  parts: Segment[]
  language: Language
  proposal: Proposal | null
  /** What the title gives to choose between, where the post opens the thread or answers that directly. */
  choice: Choice | null
  /** Whether it answers a title that asks what neither "yes" nor "no" answers. */
  open: boolean
}

/** Segments at the start of a reply in which agreement is with the whole of what it answers. */
const AT_START = 2
/** Segments at the start of a reply in which a denial is of what it answers, and not of somebody else. */
const EARLY = 4

/** A side; `said`: in words of its post, not told from others or from what is said to come of it. */
export interface Side {
  stance: Stance
  said: boolean
}

/** The side of each post that shows one, by id. Posts stand after those they answer. */
export function sidesOf(readings: readonly Reading[]): Map<string, Side> {
  const sides = new Map<string, Side>()
  const people = new Map<string, Stance | 'both'>()
  const take = ({ post }: Reading, stance: Stance | null, said: boolean): void => {
    if (stance === null) return
    sides.set(post.id, { stance, said })
    if (post.author === null) return
    const before = people.get(post.author)
    people.set(post.author, before === undefined || before === stance ? stance : 'both')
  }
  for (const reading of readings) {
    if (reading.proposal === null) take(reading, bySide(reading, sides) ?? usual(reading, people), false)
    else {
      const own = ownSide(reading, reading.proposal)
      take(reading, own?.stance ?? null, own?.how === 'said')
    }
  }
  return sides
}

/** Posts that say themselves that they are off topic, and those that answer such posts. */
export function asidesOf(readings: readonly Reading[]): Set<string> {
  const found = new Set<string>()
  for (const { post, parts } of readings) {
    const said = parts[0] !== undefined && has(parts[0], 'aside')
    if (said || (post.parentId !== null && found.has(post.parentId))) found.add(post.id)
  }
  return found
}

function usual({ post }: Reading, people: ReadonlyMap<string, Stance | 'both'>): Stance | null {
  const side = post.author === null ? undefined : people.get(post.author)
  return side === undefined || side === 'both' ? null : side
}

/**
 * The side a post takes by what it says for or against in so many words, by agreeing or disagreeing with the opening post
 * in its first words, else by what most of it says will come of it.
 */
export function ownSide(reading: Reading, proposal: Proposal): Taken | null {
  const { parts, language } = reading
  const taken = parts.flatMap((part, at) =>
    grants(part, parts[at + 1], language) ? [] : (stanceOf(part, proposal, language) ?? []),
  )
  const said = taken.find(({ how }) => how === 'said') ?? towardsOpening(reading, proposal)
  if (said !== null || !proposal.acts) return said
  const good = taken.filter(({ stance }) => stance === 'for')
  const bad = taken.filter(({ stance }) => stance === 'against')
  if (good.length === bad.length) return null
  return (good.length > bad.length ? good : bad)[0] ?? null
}

/** Whether a part only praises or blames before it is turned round ("Good idea, but …"): the side is taken after that. A vote stays one. */
export function grants(part: Segment, next: Segment | undefined, { granting }: Language): boolean {
  if (next === undefined || !turns(next) || (next.sentence !== part.sentence && !has(next, 'contrast'))) return false
  return !part.signs.some(({ marker, words }) => VOTES.includes(marker) && !granting.test(words))
}

const VOTES: readonly Marker[] = ['favours', 'opposes', 'backs', 'rejects', 'norm']

/** Words at the start of a reply in which "I agree" is meant for the whole of what it answers. */
const FIRST_WORDS = 6

function towardsOpening({ post, parts, language }: Reading, proposal: Proposal): Taken | null {
  const [start, next] = parts
  const accepted = agreedWith(proposal)
  if (post.kind === 'opening' || start === undefined || start.asks || accepted === null) return null
  if (turns(start) || (next !== undefined && turns(next))) return null
  const verdict = verdictSide(start, proposal, language)
  if (verdict !== null) return verdict
  const opening = ` ${start.words
    .slice(0, FIRST_WORDS)
    .map(({ lower }) => lower)
    .join(' ')} `
  const shown = start.signs.filter(
    ({ marker, words }) => (marker === 'agreement' || marker === 'disagreement') && opening.includes(` ${words} `),
  )
  const [sign] = shown
  if (sign === undefined || shown.some(({ marker }) => marker !== sign.marker)) return null
  const agrees = sign.marker === 'agreement'
  const why = `${agrees ? 'agrees' : 'disagrees'} with the opening post: “${sign.words}”`
  return { stance: agrees ? accepted : OTHER[accepted], how: 'said', why }
}

function bySide(reading: Reading, sides: ReadonlyMap<string, Side>): Stance | null {
  const above = reading.post.parentId === null ? undefined : sides.get(reading.post.parentId)?.stance
  const attitude = above === undefined ? null : attitudeOf(reading)
  if (above === undefined || attitude === null) return null
  if (attitude === 'agrees') return above
  return OTHER[above]
}

/** How the words of a post stand to what it answers. Agreement taken back by "but" is none; a concession followed by "but" denies. */
function attitudeOf({ post, parts, language }: Omit<Reading, 'proposal'>): 'agrees' | 'disagrees' | null {
  if (changesView(post.text)) return 'agrees'
  const start = parts[0]
  if (start === undefined) return null
  const opening = parts.slice(0, AT_START)
  const verdict = verdictOf(start, language) ?? openingVerdict(start.text, language)
  if (verdict === 'against') return 'disagrees'
  const yields = opening.findIndex((part) => has(part, 'concession'))
  if (yields >= 0 && parts.slice(yields, yields + AT_START).some(turns)) return 'disagrees'
  const agrees = verdict === 'accepting' || opening.some((part) => has(part, 'agreement'))
  const denies = parts.slice(0, EARLY).some((part) => !part.asks && contests(part))
  if (agrees === denies) return null
  if (denies) return 'disagrees'
  return opening.some(turns) ? null : 'agrees'
}

function turns(part: Segment): boolean {
  return has(part, 'but') || part.joined?.joint === 'contrast'
}

function contests(part: Segment): boolean {
  return has(part, 'disagreement') || has(part, 'undercut') || endsDenying(part.words)
}
