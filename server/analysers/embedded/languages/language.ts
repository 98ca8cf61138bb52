/** What the analyser knows of a language, as data. A new language is one table of this shape, listed in `index.ts`. */
import type { ClauseTable } from '../../../text/clauses.ts'
import { stem } from '../../../text/stem.ts'

/**
 * Signs in words. Each is a list of phrases, matched as whole words in lower case with straight apostrophes; a phrase
 * after `^` counts only at the start of a clause (opening words such as "and", "well" skipped).
 */
export type Marker =
  | 'opinion'
  | 'norm'
  | 'judgement'
  | 'certainty'
  | 'disagreement'
  | 'agreement'
  | 'concession'
  | 'thanks'
  | 'chatter'
  | 'conclusion'
  | 'contrast'
  | 'reason'
  | 'example'
  | 'report'
  | 'scene'
  | 'possibility'
  | 'generality'
  | 'comparison'
  | 'being'
  | 'we'
  | 'third person'
  | 'second person'
  | 'first person'
  | 'experience'
  | 'forum'
  | 'signpost'
  | 'request'
  | 'going on'
  | 'undercut'
  | 'dangling'
  | 'machine'
  | 'favours'
  | 'opposes'
  | 'backs'
  | 'rejects'
  | 'gain'
  | 'loss'
  | 'coming'
  | 'again'
  | 'aside'
  | 'background'
  | 'inquiry'
  | 'but'

/** Short replies that say all in a word or two; compared as a whole, marks dropped. */
interface Verdicts {
  /** "Misleading", "false": attacks what is answered. */
  against: string[]
  /** "Exactly", "+1": agrees with what is answered. */
  accepting: string[]
  /** "Fair point": gives in to what is answered. */
  conceding: string[]
  /** "Source?": asks for evidence. */
  asking: string[]
  /** "Yes", "no": those of the above that answer what the title asks, whatever the post above says of it. */
  answering: string[]
}

export interface Language {
  /** BCP 47 primary tag. */
  tag: string
  name: string
  /** Frequent function words by which the language is recognised, and which say nothing about what a claim is about. */
  functionWords: ReadonlySet<string>
  /** Words whose full stop ends no sentence. */
  abbreviations: ReadonlySet<string>
  clauses: ClauseTable
  markers: Record<Marker, string[]>
  /** Words at the start that say nothing by themselves ("and", "well"); skipped before a phrase marked `^`. */
  openers: ReadonlySet<string>
  verdicts: Verdicts
  /** A clause in which writers only say who they are ("Software engineer here"). */
  introducing: RegExp
  /** What phrases for or against hold that only praise or blame ("good idea"), which "but" takes back as it does not a vote. */
  granting: RegExp
  negations: ReadonlySet<string>
  /** Forms of titles that ask whether to do something, with what "yes" and "no" to them say; `$1` as in `replace`. */
  whether: { asked: RegExp; yes: string; no: string }[]
  /** "Yes" and "no", for titles that ask in none of these forms. */
  bare: { yes: string; no: string }
  /** Words that call something good, and bad. */
  praise: ReadonlySet<string>
  blame: ReadonlySet<string>
  /** Titles that propose something by a label ("Petition: …") or a question ("How about …?"). */
  proposing: RegExp
  /** Words that open a title which calls for something ("Ban …"). */
  urging: ReadonlySet<string>
  /** Words before such a word that ask for it politely ("please"), and that ask for it not to be done ("don't"). */
  pleading: ReadonlySet<string>
  withholding: ReadonlySet<string>
  /** Verbs by which something is to be as it is: "stay open", "keep it open", "leave it open". */
  keeping: ReadonlySet<string>
  /** Words that open a question which "yes" or "no" does not answer. */
  wondering: ReadonlySet<string>
  /** Words by which "I'm against …" means what the title proposes ("it", "the idea"). */
  pointing: ReadonlySet<string>
  /** For irregular forms of words the form their opposites are listed under. */
  forms: ReadonlyMap<string, string>
  /** For stems of words those of their opposites. */
  opposites: ReadonlyMap<string, string[]>
  /** Words at the start of a statement that are dropped when it is shown alone; and those dropped only before a comma. */
  dropped: { connectives: string[]; beforeComma: string[]; opinions: string[]; keepBefore: string[] }
  /** Signs of evidence by kind, as regular expressions over the words as they stand. */
  evidence: {
    study: RegExp
    found: RegExp
    office: RegExp
    said: RegExp
    document: RegExp
    statistic: RegExp
    example: RegExp
    experience: RegExp
    /** A sentence that only says where a source is to be found. */
    pointer: RegExp
  }
  /** Words by which a headline is seen to assert something: common finite verbs. */
  asserting: ReadonlySet<string>
  /** Endings by which further verbs are told, roughly. */
  verbEnding: RegExp
  /** Words that begin a clause about the noun before them, whose verb makes no sentence of the noun. */
  relatives: ReadonlySet<string>
  /** Words whose clause has an order of its own, so that it says nothing without them ("weil es ein Problem ist"). */
  ordering: ReadonlySet<string>
  /** What stands between two things to choose from ("Tabs or spaces?"). */
  either: RegExp
  /** Words that may follow what somebody chooses without judging it ("Tabs for me", "Spaces, obviously"). */
  insisting: ReadonlySet<string>
  /** Words that open a question. */
  asking: ReadonlySet<string>
}

/** A table of words written as one line, separated by blanks. */
export const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Phrases written as one line, separated by `|`. */
export const phrases = (line: string): string[] =>
  line
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')

/** Forms of words written as one line: "ban bans banned | shut shuts": those after the first are forms of it. */
export function forms(line: string): ReadonlyMap<string, string> {
  return new Map(
    phrases(line).flatMap((group) => {
      const [base = '', ...others] = group.split(' ')
      return others.map((other) => [other, base] as const)
    }),
  )
}

/** Pairs of opposites written as one line: "open close | cheap expensive dear": the first word and each of the others. */
export function opposites(line: string): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (a: string, b: string) => found.set(a, [...(found.get(a) ?? []), b])
  for (const pair of phrases(line)) {
    const [first, ...others] = pair.split(' ').map(stem)
    for (const other of others) {
      add(first as string, other)
      add(other, first as string)
    }
  }
  return found
}
