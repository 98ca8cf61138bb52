/**
 * The side a passage takes on what the thread puts up for discussion, where its words show one: a verdict ("No."), a
 * phrase for or against, the proposal's own words or their opposites with "should", or what is said to come of it ("we
 * would lose", "then shops will close"), told good from bad by words anybody takes that way (appeal to consequences:
 * Walton, Reed, Macagno, "Argumentation Schemes", 2008, ch. 9).
 */
import type { Stance } from '../../../shared/findings.ts'
import { denies } from '../../text/negation.ts'
import { stem } from '../../text/stem.ts'
import { tokens } from '../../text/tokens.ts'
import { answersYesOrNo, openingVerdict, openingWords, verdictOf } from './kinds.ts'
import type { Language } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { has } from './typing.ts'

/** What a title proposes or asserts. `yes`, `no`: what a bare "yes" or "no" to it says, where it asks whether to do something. */
export interface Proposal {
  words: ReadonlySet<string>
  denies: boolean
  asks: boolean
  yes: string | null
  no: string | null
  /** The side the opening post takes, for its replies: who agrees with it takes that side, too. */
  held: Stance | null
}

/** `surest` first: said in so many words, or told from what is said to come of it. */
export interface Taken {
  stance: Stance
  how: 'said' | 'effect'
  why: string
}

/** Words of the title a sentence must share to say what should be of the same thing. */
const SHARED = 2

/** What the title of a thread puts up for discussion; null without words to go by. */
export function proposalOf(title: string, words: ReadonlySet<string>, language: Language): Proposal | null {
  if (words.size === 0) return null
  const asks = /[?？]\s*$/.test(title)
  const form = asks ? language.whether.find(({ asked }) => asked.test(title.trim())) : undefined
  const said = (as: string) => (form === undefined ? null : capital(title.trim().replace(form.asked, as)))
  return {
    words,
    denies: denies(tokens(title), language.negations),
    asks,
    yes: said(form?.yes ?? ''),
    no: said(form?.no ?? ''),
    held: null,
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The side `segment` takes by its own words, or null. */
export function stanceOf(segment: Segment, proposal: Proposal, language: Language): Taken | null {
  return saidSide(segment, proposal, language) ?? effectSide(segment, proposal, language)
}

function saidSide(segment: Segment, proposal: Proposal, language: Language): Taken | null {
  const said = (stance: Stance, why: string): Taken => ({ stance, how: 'said', why: `${SIDE[stance]}: “${why}”` })
  const favours = wordsOf(segment, 'favours')
  const opposes = wordsOf(segment, 'opposes')
  if (opposes !== null && favours === null && !negatedBefore(segment, opposes, language))
    return said('against', opposes)
  if (favours !== null && opposes === null && !negatedBefore(segment, favours, language)) return said('for', favours)
  if (proposal.asks) {
    const verdict = verdictOf(segment, language) ?? openingVerdict(segment.text, language)
    if (verdict === 'accepting' || verdict === 'against') {
      const accepted = answersYesOrNo(segment.text, language) ? 'for' : (proposal.held ?? 'for')
      return said(verdict === 'accepting' ? accepted : OTHER[accepted], openingWords(segment.text))
    }
  }
  if (segment.asks || has(segment, 'scene')) return null
  const norm = wordsOf(segment, 'norm')
  if (norm === null) return null
  const words = new Set(segment.words.map((word) => word.lower))
  const shared = [...words].filter((word) => proposal.words.has(word)).length
  const turned = turnsRound(words, proposal.words, language)
  if (shared + (turned ? 1 : 0) < SHARED) return null
  return said((denied(segment, language) === proposal.denies) === turned ? 'against' : 'for', norm)
}

/** Good or bad said to come of the proposal, or of what it would be like. */
function effectSide(segment: Segment, proposal: Proposal, language: Language): Taken | null {
  if (segment.asks || segment.heading) return null
  const gain = wordsOf(segment, 'gain')
  const loss = wordsOf(segment, 'loss')
  const word = gain ?? loss
  if (word === null || (gain !== null && loss !== null) || !has(segment, 'coming')) return null
  const good = (gain !== null) !== negatedBefore(segment, word, language)
  const stance = good === proposal.denies ? 'against' : 'for'
  return { stance, how: 'effect', why: `${good ? 'good' : 'bad'} is said to come of it: “${word}”` }
}

const OTHER: Record<Stance, Stance> = { for: 'against', against: 'for' }
const SIDE: Record<Stance, string> = { for: 'is for it', against: 'is against it' }

/** Whether a negation stands within three words before `phrase`. */
function negatedBefore(segment: Segment, phrase: string, language: Language): boolean {
  const first = phrase.split(' ')[0]
  const at = segment.words.findIndex((word) => word.lower === first)
  return denies(segment.words.slice(Math.max(0, at - 3), at), language.negations)
}

/** Whether a word is the opposite of one of the title's ("keep it open" where closing is proposed). */
function turnsRound(words: ReadonlySet<string>, title: ReadonlySet<string>, language: Language): boolean {
  const stems = new Set([...title].map(stem))
  return [...words].some((word) => (language.opposites.get(stem(word)) ?? []).some((one) => stems.has(one)))
}

function wordsOf(segment: Segment, marker: Segment['signs'][number]['marker']): string | null {
  return segment.signs.find((sign) => sign.marker === marker)?.words ?? null
}

function denied(segment: Segment, language: Language): boolean {
  return denies(segment.words, language.negations)
}
