/** Titles that name two things to choose between ("Tabs or spaces?", "Rust vs Go"), and short answers that name one of them. */
import { denies } from '../../text/negation.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import type { Language } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { has } from './typing.ts'

/** The two things as the title words them. */
export type Choice = readonly [string, string]

/** Most words of one of the things, and most words an answer has beside those of the thing it names. */
const LONGEST = 3
const BESIDE = 3

/** The things a title gives to choose between; null where it asks or says anything else. */
export function choiceOf(title: string, { either, clauses, asserting, asking, negations }: Language): Choice | null {
  const [first, second, ...more] = title
    .replace(/[?？!.\s]+$/u, '')
    .split(either)
    .map((part) => part.trim())
  if (first === undefined || second === undefined || more.length > 0) return null
  const named = [first, second].map((part) => tokens(part))
  const isThing = (words: Token[]) =>
    words.length > 0 &&
    words.length <= LONGEST &&
    words.every(({ lower }) => !asking.has(lower) && !negations.has(lower)) &&
    (words.length === 1 || words.every(({ lower }) => !asserting.has(lower) && !clauses.verbs.has(lower)))
  return named.every(isThing) && !/[,:;(]/.test(first + second) ? [first, second] : null
}

/**
 * The thing a short answer names and no other ("Tabs.", "I use spaces, obviously."), as the title words it, or null. What
 * goes on after the thing may judge it ("Rust is awful") and so names no choice, but for words that insist on it.
 */
export function chosenIn(segment: Segment, choice: Choice, { negations, insisting }: Language): string | null {
  if (segment.asks || segment.heading || denies(segment.words, negations) || has(segment, 'but')) return null
  const said = segment.words.map(({ lower }) => lower)
  const named = choice.flatMap((thing) => {
    const words = tokens(thing).map(({ lower }) => lower)
    const at = said.findIndex((_, from) => words.every((word, next) => said[from + next] === word))
    return at < 0 ? [] : [{ thing, words, after: said.slice(at + words.length) }]
  })
  const [only] = named
  if (only === undefined || named.length > 1 || said.length > only.words.length + BESIDE) return null
  if (!only.after.every((word) => insisting.has(word))) return null
  return only.thing.charAt(0).toUpperCase() + only.thing.slice(1)
}
