/**
 * What a claim of a reply answers, and on which side. What: the first claim under the quoted passage, else the claim of
 * the answered post worded most alike, else the title (for replies to the opening post). Side: only where words show it;
 * without such words the claim is said to answer the post, neither for nor against, and is pinned to no claim.
 */
import { POINT_PRECISION, RULE_PRECISION } from '../../../shared/precision.ts'
import { denies } from '../../text/negation.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import type { Candidate, RelateAnswer, RelateQuestion } from '../index.ts'
import { contradicts } from './contradiction.ts'
import { changesView, endsDenying, openingVerdict, openingWords } from './kinds.ts'
import { LANGUAGES, languageOf, languageOr } from './languages/index.ts'
import type { Language, Marker } from './languages/language.ts'
import { asks, isMeant } from './meant.ts'
import { type Finder, finder } from './phrases.ts'

/** Share of a claim's words that must lie inside the quoted passage for it to be the one that is meant. */
const COVERED = 0.6
/** Share from which a claim is meant when the quote covers no other better. */
const PARTLY = 0.3
/** Likeness of words from which a claim of the answered post is taken to be meant. */
const ALIKE = 0.15

/** Words within which a denial under a quote is of what is quoted. */
const DENIED_EARLY = 8
/** Likeness below which words have next to nothing in common. */
const TOUCHING = 0.05

/** The claim that is most likely answered, and how that is known. */
interface Aim {
  to: Candidate
  /** `reply`: only because it is the point of the answered post, or its first claim. */
  basis: 'quote' | 'similar' | 'title' | 'reply'
  why: string
}

interface Side {
  type: 'supports' | 'rebuts' | 'undercuts'
  /** Told to the reader: the words that show it, in quotation marks, or what else does. */
  why: string
}

/** Answers one question by rule. */
export function relater(): (question: RelateQuestion) => RelateAnswer {
  const finders = new Map(LANGUAGES.map((language) => [language, finder(language)]))
  return (question) => {
    const words = tokens(question.words)
    const language = languageOfAll(question, words)
    const finds = finders.get(language) as Finder
    // The rules below ask for the signs of these words again and again.
    const signs = finds(words)
    const find: Finder = (some) => (some === words ? signs : finds(some))
    if (answersTitle(question)) {
      const side = besides(question) ?? sideOf(marked(question), words, true, find, language)
      return answer(question, null, side)
    }
    const contradicted = accepts(question.words, words, find, language)
      ? null
      : contradiction(question, words, language)
    if (contradicted !== null) return answer(question, contradicted.aim, contradicted.side)
    const likely = aimOf(question)
    const aim = answersIssue(question, likely) ? null : likely
    const told =
      sideOf(marked(question), words, opens(question), find, language) ??
      underQuote(question, words, aim, find, language) ??
      openingSide(question, find, language) ??
      otherSide(question, aim)
    const side = told !== null && (deniesBoth(told, aim, language) || isOfTopic(told, question, aim)) ? null : told
    if (side === null && changesView(question.before + question.words + question.after)) return agreeing(question)
    return answer(question, aim, side)
  }
}

/** An answer that sides with the post as a whole. */
function agreeing(question: RelateQuestion): RelateAnswer {
  const why = ['its post says that its view was changed']
  return { ...answer(question, null, null), type: 'supports', attitude: 'agrees', why }
}

/** The language of the words asked about: short ones are in that of their post, or of what they answer. */
function languageOfAll({ before, after, candidates }: RelateQuestion, words: readonly Token[]): Language {
  const english = LANGUAGES[0] as Language
  const answered = () => languageOf(tokens(candidates.map(({ statement }) => statement).join(' ')), english)
  const usual = () => {
    const inPost = [...tokens(before), ...words, ...tokens(after)]
    return inPost.length < SHORT ? answered() : languageOf(inPost, english)
  }
  return languageOr(words, usual) ?? english
}

/** Words too few to show the language they are in. */
const SHORT = 8

/** Whether the claim is a bare "yes" or "no" to what the title asks, told by a statement its post does not hold. */
function answersTitle({ statement, words, before, after }: RelateQuestion): boolean {
  // Most statements stand in their post as they are, which is seen without looking at every letter.
  const bare = statement.toLowerCase().replace(/[.!?…]+$/, '')
  if (words.toLowerCase().includes(bare)) return false
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return !plain(before + words + after).includes(plain(statement))
}

/** The words with a mark after them where they end a line: a verdict there needs none ("Nonsense"). */
function marked({ words, after }: RelateQuestion): string {
  return /^[ \t]*(?:\n|$)/.test(after) ? `${words}.` : words
}

/** Whether a reply takes a side on what the title asks, and what else the opening post says is neither for nor against it. */
function answersIssue({ firstLevel, stance }: RelateQuestion, aim: Aim | null): boolean {
  return firstLevel && stance != null && aim?.basis === 'reply' && aim.to.stance == null
}

/** Both take a side on the issue, and not the same; a title takes that of what its post says. */
function otherSide({ stance, candidates }: RelateQuestion, aim: Aim | null): Side | null {
  const own = aim?.basis === 'title' ? candidates.filter((one) => one.postId === aim.to.postId) : [aim?.to]
  const other = own.find((one) => one?.stance != null)?.stance ?? null
  if (stance == null || other === null || stance === other) return null
  return { type: 'rebuts', why: `takes the other side on the issue (${stance})` }
}

/** How a "yes" or "no" to the title's question stands to a post that takes one side on it: "No." may agree with that post. */
function besides({ stance, toPost, candidates }: RelateQuestion): Side | null {
  const sides = new Set(candidates.filter((one) => one.postId === toPost).flatMap((one) => one.stance ?? []))
  if (stance == null || sides.size !== 1) return null
  return sides.has(stance)
    ? { type: 'supports', why: `takes the same side on the issue (${stance})` }
    : { type: 'rebuts', why: `takes the other side on the issue (${stance})` }
}

/** What the claim most likely answers, whichever side it takes; null when only the post is known. */
export function aimOf(question: RelateQuestion): Aim | null {
  const covered = question.candidates.filter((one) => one.because === 'quote')
  const quoted = covered.find((one) => one.covered >= COVERED && one.kind === 'claim') ?? mostCovered(covered)
  if (quoted !== undefined) return { to: quoted, basis: 'quote', why: 'stands under the words it answers' }
  const inPost = question.candidates.filter((one) => one.because === 'reply' || one.because === 'quote')
  const alike = best(inPost)
  if (alike !== undefined && alike.similarity >= ALIKE) return { to: alike, basis: 'similar', why: 'is worded like it' }
  const title = question.candidates.find((one) => one.because === 'title')
  if ((question.firstLevel || question.toPost === null) && title !== undefined)
    return {
      to: title,
      basis: 'title',
      why: question.firstLevel ? 'answers the opening post' : 'answers no other post',
    }
  // What a post comes to in the end is what replies take up; its first claim where nothing tells which that is.
  const point =
    inPost.find((one) => one.stance != null) ??
    inPost.findLast((one) => one.kind === 'claim' && one.leads === false) ??
    (alike !== undefined && alike.similarity >= TOUCHING ? alike : inPost.find((one) => one.kind === 'claim'))
  return point === undefined ? null : { to: point, basis: 'reply', why: 'is the point of the answered post' }
}

/** The candidate most of whose words are quoted, where that is a fair part of them. */
function mostCovered(candidates: Candidate[]): Candidate | undefined {
  const most = candidates.reduce<Candidate | undefined>(
    (so, next) => (so === undefined || next.covered > so.covered ? next : so),
    undefined,
  )
  return most !== undefined && most.covered >= PARTLY ? most : undefined
}

/** The candidate worded most alike; the earlier one where two tie. */
function best(candidates: Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (so, next) => (so === undefined || next.similarity > so.similarity ? next : so),
    undefined,
  )
}

/**
 * The side the words themselves take. Agreement denied or followed by "but" is none; a "but" sets against another person's
 * words only where it comes `first`.
 */
function sideOf(text: string, words: readonly Token[], first: boolean, find: Finder, language: Language): Side | null {
  const found = find(words)
  const signs = new Map<Marker, string>(found.map((sign) => [sign.marker, sign.words]))
  const verdict = isAdverb(text, language) ? null : openingVerdict(text, language)
  const undercut = signs.get('undercut')
  if (undercut !== undefined) return { type: 'undercuts', why: said(undercut) }
  if (verdict === 'against') return { type: 'rebuts', why: said(openingWords(text)) }
  const disagrees = signs.get('disagreement')
  const against =
    disagrees !== undefined && isMeant(disagrees, text, words, found, language)
      ? disagrees
      : first && signs.get('contrast') === signs.get('but')
        ? signs.get('but')
        : undefined
  if (against !== undefined) return { type: 'rebuts', why: said(against) }
  if (endsDenying(words)) return { type: 'rebuts', why: said(words.at(-1)?.lower ?? '') }
  const agrees = signs.get('agreement') ?? (verdict === 'accepting' ? openingWords(text) : undefined)
  // "Agreed, nobody does" denies nothing: the verdict ends at its mark.
  const denied =
    verdict !== 'accepting' && denies(words, language.negations) !== denies(tokens(agrees ?? ''), language.negations)
  return agrees !== undefined && !signs.has('but') && !denied ? { type: 'supports', why: said(agrees) } : null
}

/** Denials of something about what is spoken of, unlike those of what was said ("That is not true"). */
const DENIES_OF_IT = /^“(?:(?:this|that) (?:is not|isn't|doesn't)|not|nicht|\p{L}+n't)”$/u

/** Whether words deny something of what they speak of, and what they answer does, too: "This isn't enough" agrees with "Nobody uses it". */
function deniesBoth({ type, why }: Side, aim: Aim | null, { negations }: Language): boolean {
  if (type !== 'rebuts' || aim === null || aim.basis === 'quote') return false
  return DENIES_OF_IT.test(why) && denies(tokens(aim.to.statement), negations)
}

/** Whether "this is not …" in an answer to the opening post is said of what that is about, and not of what it says. */
function isOfTopic({ why }: Side, { firstLevel }: RelateQuestion, aim: Aim | null): boolean {
  return firstLevel && aim?.basis === 'reply' && /^“(?:this|that) (?:is not|isn't)”$/.test(why)
}

/** Whether what could be agreement only goes with the sentence it opens ("Of course, …"). */
function isAdverb(text: string, { markers }: Language): boolean {
  const opening = openingWords(text)
  return markers.certainty.includes(opening) && text.trimStart().charAt(opening.length) === ','
}

/** Whether words open with agreement, after which a denial is seldom meant for what they answer. */
function accepts(text: string, words: readonly Token[], find: Finder, language: Language): boolean {
  return openingVerdict(text, language) === 'accepting' || find(words).some(({ marker }) => marker === 'agreement')
}

/** Whether the words open their post, or follow a quoted line. */
function opens({ before, order }: RelateQuestion): boolean {
  if (order === 0) return true
  const last = before.trimEnd()
  return last === '' || /(?:^|\n)[ \t]*>[^\n]*$/.test(last)
}

/** The first claim of the answered post that the opening words of a reply contradict. */
function contradiction(
  question: RelateQuestion,
  words: readonly Token[],
  language: Language,
): { aim: Aim; side: Side } | null {
  if (question.order > 0 || question.toPost === null || asks(question.words)) return null
  for (const to of question.candidates) {
    if (to.because === 'similar') continue
    const found = contradicts(words, tokens(to.statement), language)
    if (found === null) continue
    const basis = to.because === 'quote' ? 'quote' : to.because === 'title' ? 'title' : 'similar'
    return { aim: { to, basis, why: 'speaks of the same thing' }, side: { type: 'rebuts', why: found } }
  }
  return null
}

/** Denies right under what it quotes. */
function underQuote(
  question: RelateQuestion,
  words: readonly Token[],
  aim: Aim | null,
  find: Finder,
  language: Language,
): Side | null {
  const ofOneself = find(words).some((sign) => sign.marker === 'first person')
  if (aim?.basis !== 'quote' || !opens(question) || ofOneself || asks(question.words)) return null
  if (!denies(words.slice(0, DENIED_EARLY), language.negations)) return null
  return { type: 'rebuts', why: 'denies what it quotes' }
}

/**
 * The side the first words of the post take, where these words follow them closely ("No. …", "I agree. …"); what a
 * concession turns to rebuts ("Fair point, but …").
 */
function openingSide(question: RelateQuestion, find: Finder, language: Language): Side | null {
  const turned = /^([^.!?\n]{1,80})[.!?]?\s+(\p{L}+)\s*$/u.exec(question.before)
  if (turned !== null && language.markers.but.includes(turned[2]?.toLowerCase() ?? '')) {
    const signs = find(tokens(turned[1] ?? ''))
    const granted = signs.find(({ marker }) => marker === 'concession')
    if (granted !== undefined && !signs.some(({ marker }) => marker === 'third person'))
      return { type: 'rebuts', why: said(`${granted.words} … ${turned[2]}`) }
  }
  const opening = /^[^.!?\n]{1,80}[.!?\n]\s*$/.exec(question.before)
  return opening === null ? null : sideOf(question.before, tokens(question.before), true, find, language)
}

const said = (words: string): string => `“${words}”`

/** Whether it is known which claim a reply takes its side on: of a post that says several things, the one it shares words with. */
function isMeantBy({ candidates }: RelateQuestion, { to, basis }: Aim): boolean {
  if (basis !== 'reply' || to.stance != null || to.similarity >= TOUCHING) return true
  return candidates.filter((one) => one.postId === to.postId && one.kind === 'claim').length === 1
}

function answer(question: RelateQuestion, aim: Aim | null, side: Side | null): RelateAnswer {
  const attitude = side === null ? 'unclear' : side.type === 'supports' ? 'agrees' : 'disagrees'
  const base = { claimId: question.claimId, toPost: question.toPost, attitude, quote: null } as const
  const shown = side === null ? [] : [side.why]
  if (aim === null || side === null || !isMeantBy(question, aim)) {
    const why = side === null ? ['no words show the side it takes'] : shown
    return {
      ...base,
      to: null,
      type: side?.type ?? 'rebuts',
      basis: 'reply',
      confidence: RULE_PRECISION.reply ?? 0,
      why,
    }
  }
  return {
    ...base,
    to: aim.to.claimId,
    type: side.type,
    basis: aim.basis,
    confidence: aim.basis === 'reply' ? POINT_PRECISION : (RULE_PRECISION[aim.basis] ?? 0),
    why: [aim.why, ...shown],
  }
}
