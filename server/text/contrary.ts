/**
 * Whether of two statements one says in the very words of the other that it is not so: "Zoos should (not) be banned",
 * "Fees should rise", "Fees should fall". Only what is certain from the words alone counts: all words are the same in the same
 * order but for one "not", or one predicate that gave way to its opposite. What leaves room for both to be so is left out:
 * "some", "may", a condition or a clause of its own, another time, and words that point at something or at the speaker.
 * After the signs of M.-C. de Marneffe, A. Rafferty, C. Manning, "Finding Contradictions in Text", ACL 2008.
 */
import { words } from './compared.ts'
import { plainly, small } from './neutral.ts'
import { contraries, isContrary, polesOf } from './opposites.ts'
import { stem } from './stem.ts'
import { sameForm, spelled } from './word-forms.ts'

/** A statement as far as this rule goes. */
export interface Plain {
  /** Words that matter, in their order, without denials. */
  words: readonly string[]
  /** The same in the spelling and form by which words are compared. */
  forms: readonly string[]
  /** Place of the one denial among `words`; null where there is none. */
  denied: number | null
  past: boolean
  /** Places of words that stand as a predicate: behind "is", "should", "too", or at the end. */
  predicates: ReadonlySet<number>
  /** By these two that may be contrary find each other: they have one in common. */
  keys: readonly string[]
}

/** What shows that one is contrary to the other: a denial, or two opposites, that of the first statement first. */
export type Contrary = 'not' | [string, string]

/** Fewest words that matter: fewer do not tell what is spoken of. */
const LEAST = 2
/** Characters beyond which nobody repeats a statement word for word to deny it. */
const LONGEST = 200
const POINTING = set(`
  i me my mine myself im ive id this that these those it its they them their theirs he him his she her hers here there former latter
  such same other another ich mich mir mein meine meinen dies diese dieser dieses diesen jene jener er sie ihr ihre ihn ihm es dort hier
  solche solcher solches andere anderer anderes`)
const BOTH_MAY_BE = set(`
  some sometimes several many often few rarely seldom occasionally partly may might could maybe perhaps possibly probably likely
  almost nearly hardly only even just used once einige manche manchmal viele oft wenige selten teilweise könnte könnten dürfte
  vielleicht möglicherweise wahrscheinlich fast kaum nur sogar einst früher`)
/** Words that begin a clause, of which a denial inside it says nothing about the whole. */
const CLAUSE = set(`
  if unless when whenever while until because although though since so but and or than as who which whose where what why how whether
  without nor either neither wenn falls weil obwohl während bis aber und oder als ob wer was wo warum wie ohne weder noch dass sondern`)
const PAST = set(`
  was were wasnt werent had hadnt did didnt has have hasnt havent been war waren hatte hatten wurde wurden hat haben gewesen`)
const BEFORE_PREDICATE = set(`
  is are be was were not isnt arent should shouldnt must mustnt will wont would wouldnt can cant cannot to too very
  ist sind sein nicht sollte sollten soll sollen muss müssen wird werden zu sehr`)
const WHOLE = set('all every alle jeder jede jedes')

/** A statement's words that matter; null where the words alone could never tell. */
export function plain(statement: string): Plain | null {
  if (statement.length > LONGEST || /[?,;:()–—…]|\s-\s|[.!]\s/u.test(statement.trim())) return null
  const said = words(statement).map(({ word }) => word)
  if (said.some((word) => POINTING.has(word) || BOTH_MAY_BE.has(word) || CLAUSE.has(word))) return null
  const kept: string[] = []
  const predicates = new Set<number>()
  const denials: number[] = []
  let before = ''
  for (const word of plainly(said)) {
    const meant = small(word)
    if (meant === 'not' || meant === 'never') denials.push(kept.length)
    else if (meant !== null) {
      if (BEFORE_PREDICATE.has(before)) predicates.add(kept.length)
      kept.push(meant)
    }
    before = word
  }
  const [denied = null] = denials
  const first = kept[0] ?? ''
  if (kept.length < LEAST || denials.length > 1 || (denied === 0 && !WHOLE.has(first))) return null
  predicates.add(kept.length - 1)
  const past = said.some((word) => PAST.has(word) || word.endsWith('ed'))
  const forms = kept.map(spelled)
  return { words: kept, forms, denied, past, predicates, keys: keysOf(forms, kept, predicates) }
}

/** All words by their stems, once as they are and once for each predicate with what it is a pole of in its place. */
function keysOf(forms: readonly string[], kept: readonly string[], predicates: ReadonlySet<number>): string[] {
  const stems = forms.map((word) => stem(word).slice(0, KEY))
  const turned = [...predicates].flatMap((at) =>
    polesOf(kept[at] as string).flatMap(({ set: one }) =>
      isContrary(one) ? [stems.with(at, `/${one}`).join(' ')] : [],
    ),
  )
  return [stems.join(' '), ...new Set(turned)]
}

/** Letters of a stem by which forms of a word find each other. */
const KEY = 4

/** What shows that two statements cannot both be so, or null. */
export function contrary(a: Plain, b: Plain): Contrary | null {
  if (a.words.length !== b.words.length || a.past !== b.past) return null
  const other = a.forms.flatMap((word, at) => (sameForm(word, b.forms[at] as string) ? [] : [at]))
  const isDenied = (a.denied === null) !== (b.denied === null)
  if (other.length === 0) return isDenied ? 'not' : null
  const [at] = other
  // What can be safe can be dangerous, too.
  if (at === undefined || other.length > 1 || isDenied || a.denied !== null || a.words.includes('can')) return null
  if (!a.predicates.has(at) || !b.predicates.has(at)) return null
  const [one, two] = [a.words[at] as string, b.words[at] as string]
  return contraries(polesOf(one), polesOf(two)) ? [one, two] : null
}

function set(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/))
}
