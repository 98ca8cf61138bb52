/** From typed segments to units: what each is (claim, evidence, question, concession), and which belong together. */
import type { Stance } from '../../../shared/findings.ts'
import type { Post } from '../../../shared/thread.ts'
import type { Joint } from '../../text/clauses.ts'
import { denies } from '../../text/negation.ts'
import { isPassing } from '../../text/passing.ts'
import { statement } from '../../text/statement.ts'
import { tokens } from '../../text/tokens.ts'
import type { Draft } from '../index.ts'
import { chosenIn } from './choice.ts'
import { answersYesOrNo, asserts, concedes, openingVerdict, verdictOf, type Verdict } from './kinds.ts'
import type { Language } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { grants, type Reading } from './sides.ts'
import { type Proposal, saysMoreThan, stanceOf } from './stance.ts'
import { has, type Typed } from './typing.ts'

/** A unit; `role` says which part it takes in an argument, null for what takes none (questions, concessions). */
export interface Found {
  draft: Draft
  segment: Segment
  role: 'claim' | 'premise' | null
  /** How much it reads like the point of its post, 0 to 1. */
  point: number
  /** Whether it says yes or no to what the title asks, and nothing else. */
  answers: boolean
  denies: boolean
  /** Calls something good or bad, or says what good or bad comes of it, where nothing is proposed that this could be for or against. */
  weighs?: boolean
  /** Only grants what the post turns round after it ("It's great that …, but …"). */
  granted?: boolean
}

/** Fewest words of a unit that is no verdict. */
const FEWEST_WORDS = 4
/** Most words of a sentence that says where a source is. */
const LONGEST_POINTER = 16
/** What reads like a reason is so much less surely something of its own. */
const AS_REASON = 0.8
/** How sure a rule is of a verdict, a title, a concession or a question it recognises. */
const RECOGNISED = 0.8
/** Clauses joined like this that do the same work are one statement, said in one breath. */
const ONE_BREATH: readonly Joint[] = ['addition']

/** The units of a post, in order. `side`: the one the post takes on what its thread proposes. */
export function unitsOf(reading: Reading, types: readonly Typed[], side: Stance | null): Found[] {
  const { parts, post, language, proposal, choice } = reading
  const found: Found[] = []
  parts.forEach((segment, at) => {
    const before = found.at(-1)
    if (pointsToSource(segment, language) && (before !== undefined || segment.words.length === 0)) {
      if (before !== undefined) before.draft.sourceUrl ??= segment.link?.url ?? null
      return
    }
    if (introduces(segment, parts[at - 1], language)) return
    if (choice !== null && segment.heading && !segment.asks) return
    const granted = grants(segment, parts[at + 1], language)
    const takesSide = !granted && proposal !== null && stanceOf(segment, proposal, language)?.how === 'said'
    const reason = at === 1 && proposal !== null && verdictOf(parts[0] as Segment, language) !== null
    const around = { last: at === parts.length - 1, takesSide, reason }
    const chosen = choice === null ? null : chosenIn(segment, choice, language)
    const unit =
      chosen === null
        ? unitOf(segment, types[at] as Typed, around, post, language)
        : chosenUnit(segment, chosen, post, language)
    if (unit === null) return
    if (before !== undefined && before.segment.sentence === segment.sentence && !segment.heading)
      unit.draft.statement = statement(withSubordinator(segment, language), language.dropped)
    if (before !== undefined && inOneBreath(before, unit, language))
      found[found.length - 1] = together(before, unit, post, language)
    else found.push(unit)
  })
  const all = found.map((unit): Found => {
    if (unit.role === null || unit.segment.heading) return unit
    if (isGranted(unit.segment, parts, language)) return { ...unit, granted: true }
    return proposal === null ? unit : sided(unit, proposal, language, side)
  })
  return withoutNods(all, reading).filter((unit) => !isRemark(unit))
}

/** Whether a unit is a remark in passing: nobody is asked to believe it, and it takes no side. */
function isRemark({ draft, answers }: Found): boolean {
  return draft.kind === 'claim' && draft.stance === null && !answers && isPassing(draft.statement)
}

/** An answer that only names what it chooses. */
function chosenUnit(segment: Segment, chosen: string, post: Post, language: Language): Found {
  const draft = draftOf(segment, post, language, 'claim', RECOGNISED, ['chooses one of what the title names'])
  return {
    draft: { ...draft, statement: `${chosen}.` },
    segment,
    role: 'claim',
    point: 1,
    answers: false,
    denies: false,
  }
}

/** Whether the last part of a unit only grants what is turned round after it. */
function isGranted({ end }: Segment, parts: readonly Segment[], language: Language): boolean {
  const last = parts.findIndex((part) => part.end === end)
  return last >= 0 && grants(parts[last] as Segment, parts[last + 1], language)
}

/**
 * Without words that only nod ("Absolutely.", "This."): they tell which side their post takes, and say nothing that could
 * be shown. Words that only reject ("Misleading.") are left out where the post says more, and a "no" to a title that asks why.
 */
function withoutNods(units: Found[], { language, open }: Reading): Found[] {
  const verdicts = new Map(units.map((unit) => [unit, bareVerdict(unit, language)]))
  const says = units.some((unit) => unit.role !== null && verdicts.get(unit) === null)
  const rejects = (unit: Found) =>
    verdicts.get(unit) === 'against' && !says && !(open && answersYesOrNo(unit.segment.text, language))
  return units.filter((unit) => verdicts.get(unit) === null || rejects(unit))
}

function bareVerdict({ segment, role, answers }: Found, language: Language): Verdict | null {
  return role === 'claim' && !answers && !segment.heading ? verdictOf(segment, language) : null
}

/** The unit with its own side, and as an answer to the title's question where it is no more than "yes" or "no". */
function sided(unit: Found, proposal: Proposal, language: Language, side: Stance | null): Found {
  const taken = stanceOf(unit.segment, proposal, language)
  if (taken === null) return { ...unit, weighs: has(unit.segment, 'favours') !== has(unit.segment, 'opposes') }
  if (side !== null && taken.stance !== side) return unit
  const { stance, how, why } = taken
  if (how === 'effect' && !proposal.acts) return { ...unit, weighs: true }
  const draft = { ...unit.draft, stance, why: [why, ...unit.draft.why] }
  const answer = stance === 'for' ? proposal.yes : proposal.no
  const answers = answer !== null && how === 'said' && sayNoMore(unit, proposal, language)
  return { ...unit, draft: answers ? { ...draft, statement: answer } : draft, answers }
}

/** Whether a statement is a verdict or a phrase for or against, word for word, or a "yes" with words of the title ("Yes, ban them."). */
function sayNoMore({ segment, draft }: Found, proposal: Proposal, language: Language): boolean {
  if (verdictOf(segment, language) !== null) return true
  const said = tokens(draft.statement)
    .map(({ lower }) => lower)
    .join(' ')
  const { favours, opposes, backs, rejects } = language.markers
  if (favours.includes(said) || opposes.includes(said)) return true
  if (openingVerdict(segment.text, language) !== null && answersYesOrNo(segment.text, language))
    return !saysMoreThan(proposal, segment, language) && !denies(segment.words.slice(1), language.negations)
  return [...backs, ...rejects].some(
    (phrase) => said.startsWith(`${phrase} `) && language.pointing.has(said.slice(phrase.length + 1)),
  )
}

/** What is known of a segment from around it: whether it ends the post, is for or against what the title proposes, or follows a verdict on that. */
interface Around {
  last: boolean
  takesSide: boolean
  reason: boolean
}

function unitOf(
  segment: Segment,
  type: Typed,
  { last, takesSide, reason }: Around,
  post: Post,
  language: Language,
): Found | null {
  if (segment.cutOff) return null
  const as = (kind: Draft['kind'], role: Found['role'], why: string[], sure = RECOGNISED): Found => ({
    draft: draftOf(segment, post, language, kind, sure, why),
    segment,
    role,
    point: role === null ? 0 : type.shares.claim,
    answers: false,
    denies: denies(segment.words, language.negations),
  })
  if (segment.heading) {
    if (segment.asks) return as('question', null, ['the title asks'])
    return asserts(segment, language) ? as('claim', 'claim', ['the title asserts it']) : null
  }
  if (has(segment, 'background') || isTooLong(segment) || isUnreadable(segment, language)) return null
  const verdict = verdictOf(segment, language)
  if (verdict !== null) return as(...VERDICTS[verdict])
  const fewest = takesSide
    ? 2
    : saysMuch(segment, language) || (reason && segment.verb)
      ? FEWEST_WORDS - 1
      : FEWEST_WORDS
  if (segment.words.length < fewest) return null
  if (segment.asks && (last || type.type === 'none')) return as('question', null, ['ends with a question mark'])
  if (post.parentId !== null && concedes(segment)) return as('concession', null, accepting(segment))
  if (type.type === 'none') return takesSide ? as('claim', 'claim', []) : null
  // Whether it argues is one question, what for is another: links tell claims from reasons.
  const sure = type.shares.claim + AS_REASON * type.shares.premise
  const evidence = type.type === 'premise' && !has(segment, 'undercut') ? shownBy(segment) : null
  const role = post.parentId !== null && has(segment, 'undercut') ? 'claim' : type.type
  if (evidence === null) return as('claim', role, type.why, sure)
  const unit = as('evidence', 'premise', [evidence.says, ...type.why], sure)
  unit.draft.evidenceType = evidence.type
  unit.draft.sourceUrl = segment.link?.url ?? null
  return unit
}

const SIDES = ['opinion', 'favours', 'opposes', 'backs', 'rejects'] as const

/** The evidence a segment brings; an experience told for an opinion, or "I am against it", is none. */
function shownBy(segment: Segment): Segment['evidence'] {
  const judges = SIDES.some((marker) => has(segment, marker))
  return segment.evidence?.type === 'experience' && judges ? null : segment.evidence
}

/** The mark that leads from a footnote back to its text; a footnote of which this share is the text of a link names a source. */
const FOOTNOTE = /↩\uFE0E?\W*$/
const MOSTLY = 0.8

/** Whether the segment only says where the source of what stands before it is ("It's on page 12 of the report: …"). */
function pointsToSource({ text, words, link }: Segment, language: Language): boolean {
  if (link === null || words.length === 0) return link !== null
  if (FOOTNOTE.test(text) && link.end - link.start >= MOSTLY * text.length) return true
  return words.length <= LONGEST_POINTER && language.evidence.pointer.test(text)
}

/** Whether writers only say who they are ("Software engineer here, although not one who knows databases."). */
function introduces(segment: Segment, before: Segment | undefined, { introducing }: Language): boolean {
  const own = (said: Segment): boolean => introducing.test(said.text) && !said.asks && !said.heading
  const granted = segment.joined?.joint === 'concession' && before?.sentence === segment.sentence
  return own(segment) || (granted && before !== undefined && own(before))
}

/** Longest passage, in characters, that can be shown as one statement. */
const LONGEST_STATEMENT = 380
/** Longest statement made of two clauses. */
const LONGEST_BREATH = 240

/** Whether a segment is too long to be shown, as no place was found to cut it. */
export function isTooLong({ text }: Segment): boolean {
  return text.length > LONGEST_STATEMENT
}

/** Longest condition, in words, that holds no more than the condition. */
const SHORT_CONDITION = 8

/** Whether words say nothing alone: a short condition ("Unless it rains."), or all of it between quotation marks, said by nobody named. */
function isUnreadable({ text, words, joined }: Segment, { clauses }: Language): boolean {
  if (/^["“„«][^"“”„«»]*["”“»][.!?]?$/.test(text.trim())) return true
  if (joined !== null || words.length > SHORT_CONDITION || text.includes(',')) return false
  const verbs = words.filter(({ lower }) => clauses.verbs.has(lower) || lower.includes("'")).length
  return clauses.conditions.has(words[0]?.lower ?? '') && verbs < 2
}

/** Whether even three words say something: they take a side, speak of all or none, deny, or doubt a step. */
function saysMuch(segment: Segment, language: Language): boolean {
  if (!segment.verb) return false
  if (has(segment, 'favours') || has(segment, 'opposes')) return true
  return has(segment, 'undercut') || has(segment, 'generality') || denies(segment.words, language.negations)
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

function inOneBreath(before: Found, { segment, role, draft }: Found, language: Language): boolean {
  if (before.segment.sentence !== segment.sentence || before.segment.heading !== segment.heading) return false
  if (before.role === null || role === null || segment.joined === null) return false
  if (segment.end - before.segment.start > LONGEST_BREATH) return false
  if (hangsOn(segment, language)) return true
  return before.role === role && before.draft.kind === draft.kind && ONE_BREATH.includes(segment.joined.joint)
}

/** Whether a clause has no subject of its own ("… but doesn't say so"). */
function hangsOn({ joined, words }: Segment, language: Language): boolean {
  return joined !== null && language.clauses.verbs.has(words[0]?.lower ?? '')
}

/** Two clauses as one unit, with the words that join them; evidence where one of them is. */
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
  const evidence = [before.draft, unit.draft].find(({ kind }) => kind === 'evidence')
  const draft = draftOf(segment, post, language, evidence?.kind ?? 'claim', strong.draft.confidence, why)
  draft.evidenceType = evidence?.evidenceType ?? null
  draft.sourceUrl = evidence?.sourceUrl ?? null
  return {
    draft,
    segment,
    role: before.role,
    point: Math.max(before.point, unit.point),
    answers: false,
    denies: before.denies || unit.denies,
  }
}

/** The words a reader needs: a later clause that starts with "it" or has no subject is only understood with its whole sentence. */
function readable(segment: Segment, language: Language): string {
  const hangs = segment.joined !== null && (has(segment, 'dangling') || hangsOn(segment, language))
  return hangs && segment.whole.length <= LONGEST_STATEMENT ? segment.whole : withSubordinator(segment, language)
}

/** The words with the one they depend on, where it may not be dropped since it sets their order ("weil es ein Problem ist"). */
function withSubordinator({ text, joined }: Segment, { ordering }: Language): string {
  return joined !== null && ordering.has(joined.words) ? `${joined.words} ${text}` : text
}

/** The statement of these words; a condition that all of it would come to keeps the "yes" it is set on ("Yes, if …"). */
function standing(words: string, { clauses, dropped }: Language): string {
  const short = statement(words, dropped)
  const first = /^[\p{L}']+/u.exec(short)?.[0].toLowerCase() ?? ''
  const half = clauses.conditions.has(first) && !short.includes(',')
  return half ? statement(words, { ...dropped, beforeComma: [] }) : short
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
    statement: standing(readable(segment, language), language),
    evidenceType: null,
    sourceUrl: null,
    stance: null,
    confidence: Math.round(confidence * 100) / 100,
    why,
  }
}
