/** The side a unit takes on what the thread is about, where its words show one. */
import type { Stance } from '../../../shared/findings.ts'
import { denies } from '../../text/negation.ts'
import { tokens } from '../../text/tokens.ts'
import { openingVerdict, verdictOf } from './kinds.ts'
import type { Language } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { has } from './typing.ts'

/** What a title proposes or asserts: its content words, and whether it denies. */
export interface Proposal {
  words: ReadonlySet<string>
  denies: boolean
  asks: boolean
}

/** Words of the title a sentence must share to say what should be of the same thing. */
const SHARED = 2

/** What the title of a thread puts up for discussion; null without words to go by. */
export function proposalOf(title: string, words: ReadonlySet<string>, language: Language): Proposal | null {
  if (words.size === 0) return null
  return { words, denies: denies(tokens(title), language.negations), asks: /[?？]\s*$/.test(title) }
}

/**
 * For: "I'm for it", "good idea", "yes please" to a question; or the title's words with "should". Against: the opposite
 * phrases, "no" to a question, or the title's words with "should" denied. Null where no words show it.
 */
export function stanceOf(segment: Segment, proposal: Proposal, language: Language): Stance | null {
  const favours = has(segment, 'favours')
  const opposes = has(segment, 'opposes')
  if (favours !== opposes) return opposes ? 'against' : denied(segment, language) ? null : 'for'
  if (proposal.asks) {
    const verdict = verdictOf(segment, language) ?? openingVerdict(segment.text, language)
    if (verdict === 'accepting') return 'for'
    if (verdict === 'against') return 'against'
  }
  if (segment.asks || !has(segment, 'norm') || has(segment, 'scene')) return null
  const shared = [...new Set(segment.words.map((word) => word.lower))].filter((word) => proposal.words.has(word))
  if (shared.length < SHARED) return null
  return denied(segment, language) === proposal.denies ? 'for' : 'against'
}

function denied(segment: Segment, language: Language): boolean {
  return denies(segment.words, language.negations)
}
