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
import { answersYesOrNo, asserts, openingVerdict, openingWords, verdictOf } from './kinds.ts'
import type { Language } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { has } from './typing.ts'

/** What a title proposes or asserts. `yes`, `no`: what a bare "yes" or "no" to it says, where it asks whether to do something. */
export interface Proposal {
  words: ReadonlySet<string>
  denies: boolean
  asks: boolean
  /** Something to be done, which can be wanted or not; else something that is so or not. */
  acts: boolean
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
/** What stands before a title that says what kind of thread it is. */
const LABEL = /^\s*(?:\[[^\]\n]{1,30}\]\s*|[\p{L} ]{2,24}[:–—]\s+)/u
/** "+1 for …". */
const VOTE = /^\W*?([-−+])1 (\p{L}+) /u
/** Words after "I'm against" among which what is meant is looked for. */
const OBJECT = 8

/**
 * What the title of a thread puts up for discussion; null where it has no words to go by, names a subject only, or asks
 * what "yes" and "no" do not answer.
 */
export function proposalOf(title: string, words: ReadonlySet<string>, language: Language): Proposal | null {
  const spoken = tokens(title.replace(LABEL, ''))
  const first = spoken[0]?.lower ?? ''
  const asks = /[?？]\s*$/.test(title)
  const urges = language.urging.has(first) || language.proposing.test(title)
  if (words.size === 0 || (asks && language.wondering.has(first) && !urges)) return null
  if (!asks && !urges && !asserts({ asks, words: spoken }, language)) return null
  const norm = spoken.some(({ lower }) => language.markers.norm.includes(lower))
  const verb = spoken.some(({ lower }) => language.asserting.has(lower) || language.clauses.verbs.has(lower))
  const form = asks ? language.whether.find(({ asked }) => asked.test(title.trim())) : undefined
  const said = (as: 'yes' | 'no') => {
    if (form !== undefined) return capital(title.trim().replace(form.asked, form[as]))
    return asks ? `${language.bare[as]}: ${title.trim()}` : null
  }
  return {
    words,
    denies: denies(spoken, language.negations),
    asks,
    acts: norm || urges || !verb,
    yes: said('yes'),
    no: said('no'),
    held: null,
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The side `segment` takes by its own words, or null. */
export function stanceOf(segment: Segment, proposal: Proposal, language: Language): Taken | null {
  return saidSide(segment, proposal, language) ?? effectSide(segment, proposal, language)
}

const said = (stance: Stance, why: string): Taken => ({ stance, how: 'said', why: `${SIDE[stance]}: “${why}”` })

function saidSide(segment: Segment, proposal: Proposal, language: Language): Taken | null {
  return (
    (proposal.acts || proposal.asks ? phraseSide(segment, proposal, language) : null) ??
    (proposal.asks ? verdictSide(segment, proposal, language) : null) ??
    (proposal.acts ? normSide(segment, proposal, language) : null)
  )
}

/** "Bad idea"; "I'm against closing it", where what follows is the proposal or its opposite. */
function phraseSide(segment: Segment, proposal: Proposal, language: Language): Taken | null {
  const meant = (words: string | null) => (words === null || takenBack(segment, words, language) ? null : words)
  const favours = meant(wordsOf(segment, 'favours'))
  const opposes = meant(wordsOf(segment, 'opposes'))
  if (opposes !== null && favours === null && !negatedBefore(segment, opposes, language))
    return said(keepsAsAsked(opposes, proposal, language) ? 'for' : 'against', opposes)
  if (favours !== null && opposes === null && !negatedBefore(segment, favours, language)) return said('for', favours)
  const vote = VOTE.exec(segment.text)
  const backs = vote?.[1] === '+' ? `1 ${vote[2]}` : wordsOf(segment, 'backs')
  const rejects = vote !== null && backs === null ? `1 ${vote[2]}` : wordsOf(segment, 'rejects')
  const phrase = backs ?? rejects
  if (segment.asks || phrase === null || (backs !== null && rejects !== null)) return null
  const object = meantBy(segment, phrase, proposal, language)
  if (object === null) return null
  const backed = (backs !== null) !== negatedBefore(segment, phrase, language)
  return said(backed === (object === 'proposal') ? 'for' : 'against', phrase)
}

/** Whether to leave things as they are, which is against a change, is what the title proposes. */
function keepsAsAsked(phrase: string, proposal: Proposal, language: Language): boolean {
  const words = phrase.split(' ')
  return language.keeping.has(words[0] as string) && keeps(proposal, language) && !turnsRound(words, proposal, language)
}

const keeps = ({ words }: Proposal, { keeping }: Language): boolean => [...words].some((word) => keeping.has(word))

/** Whether "but" follows words that only praise or blame ("Good idea, but …"): the side is taken after it. */
function takenBack({ words, signs }: Segment, phrase: string, { granting, markers }: Language): boolean {
  if (!granting.test(phrase) || !signs.some(({ marker }) => marker === 'but')) return false
  const at = words.findIndex(({ lower }) => lower === phrase.split(' ').at(-1))
  return words.slice(at + 1).some(({ lower }) => markers.but.includes(lower))
}

/** Whether what is backed or rejected is the proposal, its opposite, or (null) something else. */
function meantBy(
  { words }: Segment,
  phrase: string,
  proposal: Proposal,
  language: Language,
): 'proposal' | 'opposite' | null {
  const length = phrase.split(' ').length
  const at = words.findIndex(
    (_, from) =>
      words
        .slice(from, from + length)
        .map(({ lower }) => lower)
        .join(' ') === phrase,
  )
  const object = words.slice(at + length, at + length + OBJECT).map(({ lower }) => lower)
  if (object.length === 0 || language.pointing.has(object[0] as string)) return 'proposal'
  const shared = sharedWords(object, proposal, language)
  if (turnsRound(object, proposal, language)) return 'opposite'
  return shared > 0 ? 'proposal' : null
}

/** "Yes", "No, because …", "+1". */
export function verdictSide(segment: Segment, proposal: Proposal, language: Language): Taken | null {
  const verdict = verdictOf(segment, language) ?? openingVerdict(segment.text, language)
  if (verdict !== 'accepting' && verdict !== 'against') return null
  const accepted = answersYesOrNo(segment.text, language) ? 'for' : agreedWith(proposal)
  if (accepted === null) return null
  return said(verdict === 'accepting' ? accepted : OTHER[accepted], openingWords(segment.text))
}

/** The side of who agrees with the opening post: its own; of an assertion what it asserts. */
export function agreedWith({ held, asks }: Proposal): Stance | null {
  return held ?? (asks ? null : 'for')
}

/** The proposal's own words, or their opposites, with "should" or called for ("Please keep it open"). */
function normSide(segment: Segment, proposal: Proposal, language: Language): Taken | null {
  if (segment.asks || has(segment, 'scene')) return null
  const norm = wordsOf(segment, 'norm')
  const urge = norm === null ? urgeOf(segment, proposal, language) : null
  const why = norm ?? urge
  if (why === null) return null
  const all = segment.words.map((word) => word.lower)
  const words = urge === null ? all : all.filter((word) => !language.keeping.has(word))
  const shared = sharedWords(words, proposal, language)
  const turned = turnsRound(words, proposal, language)
  if (shared + (turned ? 1 : 0) < (saysMoreThan(proposal, segment, language) ? SHARED : 1)) return null
  return said((denied(segment, language) === proposal.denies) === turned ? 'against' : 'for', why)
}

/**
 * The verb that opens a call to do what is proposed or its opposite, or to keep what the title names as it is; null where
 * none does.
 */
function urgeOf({ words }: Segment, proposal: Proposal, language: Language): string | null {
  const { openers, pleading, withholding, urging, keeping, functionWords } = language
  const at = words.findIndex(({ lower }) => !openers.has(lower) && !pleading.has(lower) && !withholding.has(lower))
  const verb = words[at]?.lower
  const pleads = words.slice(0, Math.max(at, 0)).some(({ lower }) => pleading.has(lower))
  if (verb === undefined || !(pleads || (urging.has(verb) && !isCondition(words, language)))) return null
  const kept = words.slice(at + 1).find(({ lower }) => !functionWords.has(lower))
  const meant = keeping.has(verb) && kept !== undefined ? kept.lower : verb
  return sharedWords([meant], proposal, language) > 0 || turnsRound([meant], proposal, language) ? verb : null
}

/** Whether a call is only what something is said to come of: "Close it and you …". */
function isCondition(words: Segment['words'], { clauses }: Language): boolean {
  const joins = new Set(clauses.connectives.flatMap(({ joint, words: [first] }) => (joint === 'addition' ? first : [])))
  return words.some(({ lower }, at) => {
    const next = words[at + 1]?.lower ?? ''
    return joins.has(lower) && (clauses.subjects.has(next) || clauses.determiners.has(next))
  })
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

export const OTHER: Record<Stance, Stance> = { for: 'against', against: 'for' }
const SIDE: Record<Stance, string> = { for: 'is for it', against: 'is against it' }

/** Whether a negation stands within three words before `phrase`. */
function negatedBefore(segment: Segment, phrase: string, language: Language): boolean {
  const first = phrase.split(' ')[0]
  const at = segment.words.findIndex((word) => word.lower === first)
  return denies(segment.words.slice(Math.max(0, at - 3), at), language.negations)
}

/** How many words of the title `words` hold, in whatever form. */
function sharedWords(words: readonly string[], proposal: Proposal, language: Language): number {
  const title = basesOfTitle(proposal, language)
  return [...basesOf(words, language)].filter((base) => title.has(base)).length
}

/** Whether a word is the opposite of one of the title's ("keep it open" where closing is proposed), which are not said themselves. */
function turnsRound(words: readonly string[], proposal: Proposal, language: Language): boolean {
  const title = basesOfTitle(proposal, language)
  const here = basesOf(words, language)
  return [...here].some(
    (base) => !title.has(base) && (language.opposites.get(base) ?? []).some((one) => title.has(one) && !here.has(one)),
  )
}

/** Whether a segment holds content words of which the title has neither them nor their opposites. */
export function saysMoreThan(proposal: Proposal, { words, signs }: Segment, language: Language): boolean {
  const plain = signs.filter(({ marker }) => PLAIN.has(marker)).flatMap((sign) => sign.words.split(' '))
  const title = basesOfTitle(proposal, language)
  const kept = keeps(proposal, language)
  const contents = words
    .map(({ lower }) => lower)
    .filter((word) => !language.pleading.has(word) && !(kept && language.keeping.has(word)))
    .filter((word) => word.length > 2 && !language.functionWords.has(word) && !language.negations.has(word))
    .filter((word) => !language.openers.has(word) && !plain.includes(word))
  const isNew = (base: string) => ![base, ...(language.opposites.get(base) ?? [])].some((one) => title.has(one))
  return [...basesOf(contents, language)].some(isNew)
}

/** Signs whose words say nothing of the matter. */
const PLAIN: ReadonlySet<string> = new Set(['opinion', 'norm', 'certainty'])

/** Words in the form they are looked up by. */
function basesOf(words: Iterable<string>, { forms }: Language): Set<string> {
  return new Set([...words].map((word) => stem(forms.get(word) ?? word)))
}

const TITLES = new WeakMap<ReadonlySet<string>, Set<string>>()

/** The words of the title in that form, worked out once. */
function basesOfTitle({ words }: Proposal, language: Language): ReadonlySet<string> {
  const kept = TITLES.get(words) ?? basesOf(words, language)
  TITLES.set(words, kept)
  return kept
}

function wordsOf(segment: Segment, marker: Segment['signs'][number]['marker']): string | null {
  return segment.signs.find((sign) => sign.marker === marker)?.words ?? null
}

function denied(segment: Segment, language: Language): boolean {
  return denies(segment.words, language.negations)
}
