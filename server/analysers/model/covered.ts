/**
 * Whether a sentence speaks of the claims it cites: its content words have to stand in them or in what is disputed around
 * them. A restatement needs words of its own, so only a sentence made of them is a fault; a name is one by itself.
 */
import { namesIn } from '../../text/names.ts'
import { akin, contentWords, words } from '../../text/content-words.ts'
import { interchangeable, opposed, polesOf } from '../../text/opposites.ts'
import { tellsQuantity } from '../../text/quantities.ts'
import { isDenial } from '../../text/says-more.ts'
import { stem } from '../../text/stem.ts'
import type { Shown, ShownClaim } from './outlined.ts'
import { isReporting } from './reporting.ts'

/** Letters from which on a word within another, or at its end, is taken for a part of it: "Straße" in "Nebenstraßen". */
const PART = { within: 5, end: 4 }
/** Letters that the names of a country and of its people have in common: "Finland", "Finnish". */
const NATION = 3
/** Letters with which words begin that are taken to have one root. */
const ROOT = 5
/** Words of its own a sentence may have anyway, and in languages whose words of reporting are not known. */
const OWN = { known: 2, unknown: 5 }
/** So many words of its own for one that was heard, from which on it is made of them. */
const FRESH = 2

/** The words of a sentence that are new, if they are too many for a restatement; null when it may stand. */
export function unheardIn(text: string, cited: ShownClaim[], map: Shown): string | null {
  const issues = new Set(cited.map(({ issue }) => issue))
  const said = cited.flatMap(({ claim }) => [claim.statement, claim.said?.words ?? ''])
  const others = [...map.claims.values()].flatMap(({ issue, claim }) => (issues.has(issue) ? [claim.statement] : []))
  const around = [...said, ...others, map.title, ...map.questions]
  const own = contentWords(text).filter((word) => !tellsQuantity(word) && !isDenial(word) && !isReporting(word))
  const known = finder(around)
  const fresh = own.filter((word) => !known(word))
  const language = languageOf(text)
  const names = language === 'de' ? [] : [...namesIn(text)].filter((one) => fresh.includes(one) && !isShort(one))
  const held = around.flatMap(words)
  const name = names.find((one) => !held.some((word) => word.startsWith(one.slice(0, NATION))))
  if (name !== undefined) return name
  const spared = language === null ? OWN.unknown : OWN.known
  const heard = own.length - fresh.length
  const unrelated = heard === 0 && fresh.length >= 2 && language !== null
  return unrelated || (fresh.length > spared && fresh.length > FRESH * heard) ? fresh.slice(0, 3).join(', ') : null
}

/** Whether a word stands in one of the texts, in any form of it, as a part of another, or as one of its like or opposite. */
function finder(texts: string[]): (word: string) => boolean {
  const known = [...new Set(texts.flatMap(contentWords))].map((word) => ({
    word,
    stem: stem(word),
    poles: polesOf(word),
  }))
  return (word) => {
    const [own, poles] = [stem(word), polesOf(word)]
    return known.some(
      (one) =>
        one.stem === own ||
        akin(one.word, word) ||
        isOfOneRoot(one.word, word) ||
        isPart(one.word, word) ||
        isPart(word, one.word) ||
        interchangeable(one.poles, poles) ||
        opposed(one.poles, poles),
    )
  }
}

function isPart(part: string, whole: string): boolean {
  if (whole.length <= part.length) return false
  return (part.length >= PART.within && whole.includes(part)) || (part.length >= PART.end && whole.endsWith(part))
}

/** Whether words begin alike, whatever becomes of their vowels: "reparieren" and "Reparatur", "Sturm" and "Stürme". */
function isOfOneRoot(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)]
  const common = Math.max(ROOT, Math.ceil(Math.max(one.length, other.length) / 2))
  return one.length >= common && one.slice(0, common) === other.slice(0, common)
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

/** An abbreviation: what it stands for may have been said in full. */
function isShort(word: string): boolean {
  return word.length <= 3
}

const ENGLISH = new Set(
  'the of and to that is are for it would with not be by as on from they have has their'.split(' '),
)
const GERMAN = new Set(
  'der die das und ist nicht ein eine einer einem einen dass mit von auf den dem im zu zum sich es für auch aus bei nach werden wird sind sie er wie als'.split(
    ' ',
  ),
)

/** English or German by the small words of a sentence; null for another language, or too few to tell. */
function languageOf(text: string): 'en' | 'de' | null {
  const all = words(text)
  const [english, german] = [ENGLISH, GERMAN].map((some) => all.filter((word) => some.has(word)).length) as [
    number,
    number,
  ]
  if (german > english || (german === english && /[äöüß]/i.test(text))) return 'de'
  return english > 0 ? 'en' : null
}
