/**
 * Whether a sentence says of the claims it cites the opposite, the reverse, or that the other side says them. Told by the
 * words they share, and only where little else is said; where a sentence tells of a dispute, both are said.
 */
import { senses } from '../../text/sense.ts'
import { ContentStems } from '../../text/content-stems.ts'
import { akin, contentWords } from '../../text/content-words.ts'
import { interchangeable, opposed, polesOf } from '../../text/opposites.ts'
import { tellsQuantity } from '../../text/quantities.ts'
import { reversed } from '../../text/reversed.ts'
import { denials, isDenial } from '../../text/says-more.ts'
import type { ShownClaim, Side } from './outlined.ts'
import { isReporting } from './reporting.ts'

const oneOf = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')

/** Tells of a dispute, or that somebody speaks against what is said: which of both is told is not to be seen. */
const BOTH = oneOf(
  `whether|if|or not|disputed?s?|contested?|debated?|contentious|question(?:s|ed)?|reject\\p{L}*|oppos(?:e|es|ed|ing|ition)|against|object\\p{L}*|disagree\\p{L}*|wrong|counter\\p{L}*|instead|rather|despite|ob|oder nicht|umstritten|strittig|gestritten|streit\\p{L}*|lehn(?:t|en)|gegen|statt\\p{L}*|falsch|wider\\p{L}*|trotz`,
)
/** Denials that tell how a claim stands, not what it says. */
const ON_STANDING = new RegExp(
  [
    '(?:nobody|no one|none|niemand|keiner)(?: has| had| hat)?(?: yet| bisher)? (?:answer|repl|respond|address|challeng|contradict|rebut|counter|object|refut|antwort|widers|entgegn|geantwort|ging|geht)\\p{L}*',
    '(?:not|never|nicht|nie)(?: been| yet| bisher)? (?:\\p{L}+ )?(?:answered|addressed|challenged|contradicted|backed|supported|beantwortet|belegt|widerlegt)(?: by (?:an?|any) \\p{L}+)?',
    '(?:without|no|any|ohne|keine?n?|lacks?|lacking)(?: any| further| jeden?| weiteren?)? (?:\\p{L}+ )?(?:evidence|sources?|proof|support|backing|answer|reply|response|data|beleg\\p{L}*|quellen?|nachweis\\p{L}*|antwort\\p{L}*)',
    'not only|nicht nur|no longer|nicht mehr',
  ].join('|'),
  'giu',
)
/** Where a sentence goes on to something else. */
const PARTS =
  /\s*[;:–—]\s*|,?\s+(?:while|whereas|but|although|though|however|yet|aber|während|wohingegen|doch|jedoch)\s+/iu
/** Share of the content words of a part of a sentence, or of a statement, that both hold when it is a restatement. */
const RESTATES = 0.6

const sense = senses(new Set(), new ContentStems())

/** What of `text` turns a claim round that it restates; null when nothing does. `others`: what else the debate speaks of. */
export function turnedIn(text: string, cited: ShownClaim[], others: string[]): string | null {
  if (BOTH.test(text)) return null
  const said = cited.flatMap(({ claim }) => piecesOf(claim.statement))
  const restatedBy = (piece: string): string[] => said.filter((one) => restates(contentOf(piece), contentOf(one)))
  const turns = (piece: string, one: string): boolean => isTurned(piece, one) || isOfAnother(piece, one, others)
  const [whole = '', ...parts] = piecesOf(text)
  if (restatedBy(whole).some((one) => !turns(whole, one))) return null
  const turned = (parts.length > 0 ? parts : [whole]).find((piece) => {
    const restated = restatedBy(piece)
    return restated.length > 0 && restated.every((one) => turns(piece, one))
  })
  return turned ?? null
}

/** A text and the parts it is made of. */
function piecesOf(text: string): string[] {
  const whole = text.replace(ON_STANDING, ' ').trim()
  const parts = whole.split(PARTS).filter((part) => part !== '')
  return parts.length > 1 ? [whole, ...parts] : [whole]
}

function contentOf(text: string): string[] {
  return contentWords(text).filter((word) => !isDenial(word) && !isReporting(word))
}

function restates(own: string[], said: string[]): boolean {
  const shared = own.filter((word) => said.some((other) => akin(word, other))).length
  return shared >= 2 && shared >= RESTATES * Math.min(own.length, said.length) && shared * 2 >= said.length
}

function isTurned(part: string, statement: string): boolean {
  const denied = (denials(part.replace(LACKING, ' ')) + denials(statement.replace(LACKING, ' '))) % 2 === 1
  if (hasWithout(part, statement) || hasWithout(statement, part)) return true
  return (
    denied !== standsOpposite(part, statement) ||
    isReversed(withoutFrame(part), statement) ||
    isOtherAmount(withoutFrame(part), statement)
  )
}

/** Content words from which on one in the place of another tells that it is said of something else. */
const MANY = 4

/** Whether a statement is said word for word of something else: that the debate speaks of, or that stands in its first place. */
function isOfAnother(part: string, statement: string, others: string[]): boolean {
  const [own, said] = [contentOf(withoutFrame(part)), contentOf(statement)]
  const [come, more] = own.filter((word) => !said.some((other) => akin(word, other)))
  const [gone, rest] = said.filter((word) => !own.some((other) => akin(word, other)))
  if (come === undefined || gone === undefined || more !== undefined || rest !== undefined) return false
  return (
    own.length >= MANY &&
    !interchangeable(polesOf(come), polesOf(gone)) &&
    own.indexOf(come) === said.indexOf(gone) &&
    (come === own[0] || others.some((text) => contentWords(text).some((word) => akin(word, come))))
  )
}

/** "Few" for "most". */
function isOtherAmount(part: string, statement: string): boolean {
  const [own, said] = [sense(part).amounts, sense(statement).amounts]
  return own.size > 0 && said.size > 0 && ![...own].some((amount) => said.has(amount))
}

/** Whether the very words of a statement are said in the reverse order, "by" aside. */
function isReversed(part: string, statement: string): boolean {
  const [own, said] = [sense(part), sense(statement)]
  const same = own.content.size === said.content.size && [...own.content.keys()].every((one) => said.content.has(one))
  return same && own.passive === said.passive && reversed(own, said)
}

/** Tells what is not there, which can be said without denying anything: "without a leash", "free". */
const LACKING = /(?<!\p{L})(?:without|ohne)(?!\p{L})/giu

/** Whether one is said to be with what the other is said to be without. */
function hasWithout(one: string, other: string): boolean {
  return [...one.matchAll(/(?<!\p{L})(?:without|ohne)\s+(\p{L}+)/giu)].some(([, what]) =>
    new RegExp(`(?<!\\p{L})(?:with|mit)\\s+${what}(?!\\p{L})`, 'iu').test(other),
  )
}

/** Whether a word of a part stands where the statement has its opposite. */
function standsOpposite(part: string, statement: string): boolean {
  const [own, said] = [wordsOf(withoutFrame(part)), wordsOf(statement)]
  const gone = said.filter((one) => !own.some((other) => akin(one.word, other.word)))
  return own.some(
    ({ word, poles }) =>
      !said.some((one) => akin(one.word, word) || interchangeable(one.poles, poles)) &&
      gone.some((one) => opposed(one.poles, poles)),
  )
}

/** Two words that say what one does. */
const IN_ONE: [RegExp, string][] = [
  [/(?<!\p{L})(?:go|goes|went|gone|going) up(?!\p{L})/giu, 'rise'],
  [/(?<!\p{L})(?:go|goes|went|gone|going) down(?!\p{L})/giu, 'fall'],
  [/(?<!\p{L})(?:keep|keeps|kept|keeping)(?= (?:\p{L}+ ){1,4}from \p{L}+ing(?!\p{L}))/giu, 'prevent'],
]

function wordsOf(text: string) {
  const told = IN_ONE.reduce((said, [words, word]) => said.replace(words, word), text)
  return (told.toLowerCase().match(/\p{L}+/gu) ?? [])
    .map((word) => ({ word, poles: polesOf(word) }))
    .filter(({ word, poles }) => poles.length > 0 && !isDenial(word))
}

/** "Five people warn that …" without who says it. */
function withoutFrame(part: string): string {
  const found = /^(.*?)(?:(?<!\p{L})(?:that|dass|daß)\s+|,\s+(?=ein|der|die|das))(.*)$/isu.exec(part)
  const [, frame = '', rest = part] = found ?? []
  return contentOf(frame).every(tellsQuantity) ? rest : part
}

/** Who speaks for, or against, what is proposed; "supporters of …" may be those of anything. */
const SPEAKERS: Record<Side, RegExp> = {
  for: /(?<!\p{L})(?:supporters|proponents|advocates|befürworter|befürwortern|befürworterinnen)(?!\p{L})(?!\s+(?:of|von|des|der|eine[rs])(?!\p{L}))/iu,
  against:
    /(?<!\p{L})(?:opponents|critics|sceptics|skeptics|gegner|gegnern|kritiker|kritikern|skeptiker|gegnerinnen)(?!\p{L})(?!\s+(?:of|von|des|der|eine[rs])(?!\p{L}))/iu,
}

/** Whether a sentence begins with the one side and rests on claims of the other alone. */
export function isOfOtherSide(text: string, cited: ShownClaim[]): boolean {
  const sides = new Set(cited.map(({ side }) => side))
  const [only] = sides
  if (sides.size !== 1 || only == null || BOTH.test(text)) return false
  const other = only === 'for' ? 'against' : 'for'
  const found = SPEAKERS[other].exec(text)?.[0].toLowerCase()
  const said = cited.some(({ claim }) => claim.statement.toLowerCase().includes(found ?? ''))
  return found !== undefined && !said && !SPEAKERS[only].test(text)
}
