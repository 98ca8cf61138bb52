/**
 * What a claim of a reply answers: the first claim under the quoted passage, else the claim of the answered post worded
 * most alike, else the title (for replies to the opening post), else the post as a whole. A reply is taken to disagree
 * unless a clear phrase agrees: annotated threads show that nothing finer is right more often.
 */
import { RULE_PRECISION } from '../../../shared/precision.ts'
import { tokens } from '../../text/tokens.ts'
import type { Candidate, RelateAnswer, RelateQuestion } from '../index.ts'
import { LANGUAGES, languageOf } from './languages/index.ts'
import type { Language, Marker } from './languages/language.ts'
import { finder } from './phrases.ts'

/** Share of a claim's words that must lie inside the quoted passage for it to be the one that is meant. */
const COVERED = 0.6
/** Likeness of words from which a claim of the answered post is taken to be meant. */
const ALIKE = 0.15

type Aim = { to: Candidate; basis: 'quote' | 'similar' | 'title'; why: string } | null

/** Answers one question by rule. */
export function relater(): (question: RelateQuestion) => RelateAnswer {
  const finders = new Map(LANGUAGES.map((language) => [language, finder(language)]))
  return (question) => {
    const words = tokens(question.words)
    const language = (languageOf(words, LANGUAGES[0] as Language) ?? LANGUAGES[0]) as Language
    const signs = new Map((finders.get(language)?.(words) ?? []).map((sign) => [sign.marker, sign.words] as const))
    return answer(question, aimOf(question), signs)
  }
}

function aimOf(question: RelateQuestion): Aim {
  const quoted = question.candidates.find(
    (one) => one.because === 'quote' && one.covered >= COVERED && one.kind === 'claim',
  )
  if (quoted !== undefined) return { to: quoted, basis: 'quote', why: 'stands under the words it answers' }
  const inPost = question.candidates.filter((one) => one.because === 'reply' || one.because === 'quote')
  const alike = best(inPost)
  const title = question.candidates.find((one) => one.because === 'title')
  const T1 = Number(process.env.T1 ?? 0.15), T2 = Number(process.env.T2 ?? 0.15)
  if (alike !== undefined && alike.similarity >= (question.firstLevel && title ? T1 : T2)) return { to: alike, basis: 'similar', why: 'is worded like it' }
  if (question.firstLevel && title !== undefined) return { to: title, basis: 'title', why: 'answers the opening post' }
  if (process.env.FIRST) { const f = inPost.find((c) => c.kind === 'claim'); if (f) return { to: f, basis: 'reply' as never, why: '' } }
  return null
}

/** The candidate worded most alike; the earlier one where two tie. */
function best(candidates: Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (so, next) => (so === undefined || next.similarity > so.similarity ? next : so),
    undefined,
  )
}

function answer(question: RelateQuestion, aim: Aim, signs: Map<Marker, string>): RelateAnswer {
  const agrees = signs.has('agreement') && !signs.has('but') && !signs.has('disagreement')
  const undercuts = !agrees && signs.has('undercut')
  const attitude = agrees ? 'agrees' : aim !== null || signs.has('disagreement') || undercuts ? 'disagrees' : 'unclear'
  const phrase = agrees ? signs.get('agreement') : undercuts ? signs.get('undercut') : signs.get('disagreement')
  const said = phrase === undefined ? [] : [`says “${phrase}”`]
  const base = { claimId: question.claimId, attitude, quote: null } as const
  if (aim === null) {
    const confidence = RULE_PRECISION.reply ?? 0
    return {
      ...base,
      to: null,
      toPost: question.toPost,
      type: agrees ? 'supports' : 'rebuts',
      basis: 'reply',
      confidence,
      why: said,
    }
  }
  return {
    ...base,
    to: aim.to.claimId,
    toPost: aim.to.postId,
    type: agrees ? 'supports' : undercuts ? 'undercuts' : 'rebuts',
    basis: aim.basis,
    confidence: RULE_PRECISION[aim.basis] ?? 0,
    why: [aim.why, ...said],
  }
}
