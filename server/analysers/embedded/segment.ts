/** Posts cut into clauses, each with its place in the post: the pieces that are typed and linked. */
import type { Post, Range, Reference } from '../../../shared/thread.ts'
import { clauses, type Joint } from '../../text/clauses.ts'
import { mask, urlRanges } from '../../text/mask.ts'
import { isBareList, isNoise } from '../../text/noise.ts'
import { sentences } from '../../text/sentences.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import type { Language } from './languages/language.ts'
import type { Finder, Sign } from './phrases.ts'
import { isSource } from './source.ts'

export interface Segment extends Range {
  text: string
  /** The sentence it is a clause of. */
  whole: string
  /** Nothing a person says: markup shown as text, the rest of a sentence whose start is quoted, a note that a post is gone, words that make no sentence. */
  debris: boolean
  /** Ends where a quotation or a bracket has only been opened: it tells what its writer thinks, but cannot be shown. */
  cutOff: boolean
  words: Token[]
  /** Holds a word that is known as a verb or ends like one. */
  verb: boolean
  signs: Sign[]
  /** Begins with its writer ("I", "my", "we"). */
  ofOneself: boolean
  /** Numbers of its sentence and paragraph within the body; sentences of the title count from -1 downwards. */
  sentence: number
  paragraph: number
  listed: boolean
  joined: { words: string; joint: Joint } | null
  /** Part of the thread's title. */
  heading: boolean
  asks: boolean
  /** Ends with a colon: what it announces comes after it. */
  announces: boolean
  /** Holds a smiley or a wink. */
  smiles: boolean
  /** A quoted passage stands right before it. */
  afterQuote: boolean
  link: Reference | null
  evidence: Evidence | null
}

/** An address to its very end, brackets in it included: none of it is words. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi
const ANNOUNCES = /[:：]\s*$/
const SMILES =
  /(?:^|\s)(?:[:;=8]['-]?[)DPp3]+|[xX]D+|\^\^|\^_\^)(?=$|[\s.,!?)])|[\u{1F600}-\u{1F64F}\u{1F923}\u{1F92A}]|ಠ_ಠ|¯\\_/u
const ASKS = /[?？][?？!！]*["'”’)\]*_]*$/
/** Labels before a title that are no part of what it says. */
const TITLE_LABEL =
  /^\s*(?:\[[^\]\n]{1,30}\]\s*|(?:CMV|ELI5|PSA|LPT|TIL|AITA|Unpopular opinion|Poll|Ask HN|Show HN|Tell HN)\s*[:–—-]?\s+)/i

/** All segments of a post in order. Words of quotations and code are in none. */
export function segments(post: Post, language: Language, find: Finder): Segment[] {
  const hidden = [...post.quotes, ...post.code]
  const text = mask(post.text, hidden, '\n')
  const heading = cut(text, { start: labelEnd(post), end: post.heading }, language, true)
  const body = cut(text, { start: post.heading, end: text.length }, language, false)
  return [...heading, ...body].map((part) => {
    const { sentenceStart, sentenceEnd, last } = part
    const said = post.text.slice(part.start, part.end)
    const spoken = tokens(said.replace(ADDRESS, (address) => ' '.repeat(address.length)))
    const whole = post.text.slice(sentenceStart, sentenceEnd)
    const link = post.links.find((one) => one.start < part.end && one.end > part.start && !isMention(post, one)) ?? null
    const asks = last && ASKS.test(whole)
    return {
      start: part.start,
      end: part.end,
      sentence: part.sentence,
      paragraph: part.paragraph,
      listed: part.listed,
      joined: part.joined,
      heading: part.heading,
      text: said,
      whole,
      debris:
        (spoken.length === 0 && link === null) || isDebris(said) || (!part.heading && isJumble(said, spoken, language)),
      cutOff: isCutOff(said, post.text.slice(part.end)),
      words: spoken,
      verb: isSentence(spoken, language),
      signs: find(spoken),
      ofOneself: isOfOneself(spoken, language),
      asks,
      announces: last && ANNOUNCES.test(whole),
      smiles: SMILES.test(said),
      afterQuote: followsQuote(post, part.start),
      link,
      evidence: asks ? null : evidenceOf(said, link !== null && isSource(link, post) ? link : null, language),
    }
  })
}

/** Where the title starts saying something. */
function labelEnd(post: Post): number {
  const label = TITLE_LABEL.exec(post.text.slice(0, post.heading))?.[0].length ?? 0
  return label < post.heading - 8 ? label : 0
}

/** Whether a link only names a person or a topic ("@ann", "#trams"). */
function isMention(post: Post, link: Range): boolean {
  return /^[@#]/.test(post.text.slice(link.start, link.end)) || /[@#]$/.test(post.text.slice(0, link.start))
}

/** The mark that leads back from a reference, what goes on after something hidden ("…” is a joke"), and what forums put in place of posts. */
const DEBRIS = /^↑|^["”’)\]]*\s*[,.;:)\]”]|^["”’]\s+\p{Ll}|^\[(?:deleted|removed)\]$/u
/** Markup shown as text, of which nobody argues. */
const MARKUP = /<\/?[a-z][^<>\n]*>|<!--|document\.\w+\s*=/i

/** Whether a bracket closes that was never opened: the end of an aside torn off by the cut. */
function isTorn(said: string): boolean {
  return said.includes(')') && !said.includes('(') && !/[:;]-?\)/.test(said) && !/^\W*\w{1,2}\)/.test(said)
}

/** Marks that open a quotation or a bracket, with nothing after them. */
const OPENS = /(?:^|[\s([])["“„«‘'([]+$/

/** Whether what was opened is cut off: a quotation hidden right after its mark ("words like “"), or a bracket that closes after the cut. */
function isCutOff(said: string, after: string): boolean {
  if (OPENS.test(said) && (!said.endsWith('"') || said.split('"').length % 2 === 0)) return true
  const open = openBracket(said)
  return open >= 0 && openBracket(said + (/^.*/.exec(after)?.[0] ?? '')) !== open
}

/** Where a bracket is opened that is not closed again, smileys apart; -1 where none is. */
function openBracket(said: string): number {
  const open: number[] = []
  for (const { 0: mark, index } of said.matchAll(/(?<![:;=]-?)[([]|(?<![:;=]-?)[)\]]/g)) {
    if (mark === '(' || mark === '[') open.push(index)
    else open.pop()
  }
  return open.at(-1) ?? -1
}

function isDebris(said: string): boolean {
  return DEBRIS.test(said) || isMarkup(said) || isTorn(said)
}

/** Whether the words are no sentence, whatever they mean. */
function isJumble(said: string, words: readonly Token[], { functionWords }: Language): boolean {
  const text = mask(said, urlRanges(said), ' ')
  return isNoise(text, words, functionWords) || isBareList(text, words, functionWords)
}

function isMarkup(said: string): boolean {
  return (said.includes('<') || said.includes('document.')) && MARKUP.test(said)
}

interface Part extends Range {
  heading: boolean
  sentence: number
  sentenceStart: number
  sentenceEnd: number
  paragraph: number
  listed: boolean
  joined: Segment['joined']
  /** Last clause of its sentence. */
  last: boolean
}

function cut(text: string, range: Range, language: Language, heading: boolean): Part[] {
  const part = text.slice(range.start, range.end)
  return sentences(part, [], language.abbreviations).flatMap((sentence, number) => {
    const found = clauses(part, sentence, language.clauses)
    return found.map((clause, index) => ({
      start: clause.start + range.start + (openBracket(part.slice(clause.start, clause.end)) === 0 ? 1 : 0),
      end: clause.end + range.start,
      joined: clause.joined,
      sentence: heading ? -1 - number : number,
      heading,
      sentenceStart: sentence.start + range.start,
      sentenceEnd: sentence.end + range.start,
      paragraph: sentence.paragraph,
      listed: sentence.listed && index === 0,
      last: index === found.length - 1,
    }))
  })
}

/** Whether the writer, or a group the writer is of, is what a clause begins with. */
function isOfOneself(words: readonly Token[], { openers, markers }: Language): boolean {
  const first = words.find(({ lower }) => !openers.has(lower))?.lower ?? ''
  return markers['first person'].includes(first) || markers.we.includes(first)
}

/** Whether some word is the verb of a sentence, not only of a clause about a noun ("everybody who helps with this"). */
function isSentence(words: readonly Token[], language: Language): boolean {
  const verbs = words.flatMap(({ lower }, at) => (isVerb(lower, language) ? [at] : []))
  const [first] = verbs
  const { verbs: known } = language.clauses
  const clause = words.findIndex(({ lower }, at) => at > 0 && language.relatives.has(lower))
  if (first === undefined || clause < 0 || first < clause) return first !== undefined
  const further = verbs.filter((at) => at > first && !verbs.includes(at - 1)).map((at) => words[at]?.lower ?? '')
  return further.some((word) => known.has(word) || !language.functionWords.has(word))
}

function isVerb(word: string, language: Language): boolean {
  return language.clauses.verbs.has(word) || language.asserting.has(word) || language.verbEnding.test(word)
}

function followsQuote(post: Post, start: number): boolean {
  return post.quotes.some((quote) => quote.end <= start && post.text.slice(quote.end, start).trim() === '')
}
