/** From typed segments to units: what each is (claim, evidence, question, concession), and which belong together. */
import type { Post } from '../../../shared/thread.ts'
import type { Joint } from '../../text/clauses.ts'
import { statement } from '../../text/statement.ts'
import type { Draft } from '../index.ts'
import { asserts, concedes, verdictOf, type Verdict } from './kinds.ts'
import type { Language } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { type Proposal, stanceOf } from './stance.ts'
import { has, type Typed } from './typing.ts'

/** A unit; `role` says which part it takes in an argument, null for what takes none (questions, concessions). */
export interface Found {
  draft: Draft
  segment: Segment
  role: 'claim' | 'premise' | null
  /** How much it reads like the point of its post, 0 to 1. */
  point: number
}

/** Fewest words of a unit that is no verdict. */
const FEWEST_WORDS = 4
/** How sure a rule is of a verdict, a title, a concession or a question it recognises. */
const RECOGNISED = 0.8
/** Clauses joined like this that do the same work are one statement, said in one breath. */
const ONE_BREATH: readonly Joint[] = ['addition']

/** The units of a post, in order. `proposal`: what the thread is about, where the post answers it directly. */
export function unitsOf(
  segments: readonly Segment[],
  types: readonly Typed[],
  post: Post,
  language: Language,
  proposal: Proposal | null,
): Found[] {
  const found: Found[] = []
  segments.forEach((segment, at) => {
    const unit = unitOf(segment, types[at] as Typed, post, language)
    if (unit === null) return
    const before = found.at(-1)
    if (before !== undefined && inOneBreath(before, unit))
      found[found.length - 1] = together(before, unit, post, language)
    else found.push(unit)
  })
  for (const { draft, segment, role } of found) {
    if (proposal !== null && role !== null && !segment.heading) draft.stance = stanceOf(segment, proposal, language)
  }
  return found
}

function unitOf(segment: Segment, type: Typed, post: Post, language: Language): Found | null {
  const as = (kind: Draft['kind'], role: Found['role'], why: string[], sure = RECOGNISED): Found => ({
    draft: draftOf(segment, post, language, kind, sure, why),
    segment,
    role,
    point: role === null ? 0 : type.shares.claim,
  })
  if (segment.heading) {
    if (segment.asks) return as('question', null, ['the title asks'])
    return asserts(segment, language) ? as('claim', 'claim', ['the title asserts it']) : null
  }
  const verdict = verdictOf(segment, language)
  if (verdict !== null) return as(...VERDICTS[verdict])
  if (segment.words.length < FEWEST_WORDS) return null
  if (segment.asks) return as('question', null, ['ends with a question mark'])
  if (post.parentId !== null && concedes(segment)) return as('concession', null, accepting(segment))
  if (type.type === 'none') return null
  const sure = type.shares[type.type]
  const evidence = type.type === 'premise' && !has(segment, 'undercut') ? segment.evidence : null
  const role = post.parentId !== null && has(segment, 'undercut') ? 'claim' : type.type
  if (evidence === null) return as('claim', role, type.why, sure)
  const unit = as('evidence', 'premise', [evidence.says, ...type.why], sure)
  unit.draft.evidenceType = evidence.type
  unit.draft.sourceUrl = segment.link?.url ?? null
  return unit
}

const VERDICTS: Record<Verdict, [Draft['kind'], Found['role'], string[]]> = {
  against: ['claim', 'claim', ['rejects in a word']],
  accepting: ['claim', 'claim', ['agrees in a word']],
  conceding: ['concession', null, ['gives in in a word']],
  asking: ['question', null, ['asks in a word']],
}

function accepting(segment: Segment): string[] {
  return segment.signs.filter((sign) => sign.marker === 'concession').map((sign) => `accepts: “${sign.words}”`)
}

function inOneBreath(before: Found, unit: Found): boolean {
  if (before.segment.sentence !== unit.segment.sentence || before.segment.heading !== unit.segment.heading) return false
  if (before.draft.kind !== unit.draft.kind || before.role !== unit.role || unit.draft.kind !== 'claim') return false
  return unit.segment.joined !== null && ONE_BREATH.includes(unit.segment.joined.joint)
}

/** Two clauses as one unit, with the words that join them. */
function together(before: Found, unit: Found, post: Post, language: Language): Found {
  const { start } = before.segment
  const { end } = unit.segment
  const segment: Segment = {
    ...before.segment,
    end,
    text: post.text.slice(start, end),
    words: [...before.segment.words, ...unit.segment.words],
    signs: [...before.segment.signs, ...unit.segment.signs],
  }
  const [strong, weak] = unit.draft.confidence > before.draft.confidence ? [unit, before] : [before, unit]
  const why = [...new Set([...strong.draft.why, ...weak.draft.why])]
  return {
    draft: draftOf(segment, post, language, 'claim', strong.draft.confidence, why),
    segment,
    role: before.role,
    point: Math.max(before.point, unit.point),
  }
}

/** The words a reader needs: a later clause that starts with "it" or "they" is only understood with its whole sentence. */
function readable(segment: Segment): string {
  return segment.joined !== null && has(segment, 'dangling') ? segment.whole : segment.text
}

function draftOf(
  segment: Segment,
  post: Post,
  language: Language,
  kind: Draft['kind'],
  confidence: number,
  why: string[],
): Draft {
  return {
    ref: `${post.id}:${segment.start}`,
    postId: post.id,
    quote: segment.text,
    hint: segment.start,
    kind,
    statement: statement(readable(segment), language.dropped),
    evidenceType: null,
    sourceUrl: null,
    stance: null,
    confidence: Math.round(confidence * 100) / 100,
    why,
  }
}
