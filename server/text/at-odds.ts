/**
 * Signs that two statements do not say the same, however alike their words: one denies what the other asserts, they speak
 * of other numbers, other amounts or other names. Crude on purpose: it only ever keeps two statements apart, so a wrong
 * alarm costs a merge and a missed one is still judged by the analyser. Words are English; negations and numbers also of
 * some other languages.
 *
 * The signs are those of textual-entailment work: M.-C. de Marneffe, A. Rafferty, C. Manning, "Finding Contradictions in
 * Text", ACL 2008 (negation, antonymy, numeric mismatch, differing names).
 */
import { eachWord } from './compared.ts'

/** What keeps two statements apart, in words for a person. */
export type Odds = 'one denies the other' | 'other numbers' | 'other amounts' | 'other names' | 'one asks'

/** A statement as far as these signs go; made once, compared often. */
export interface Sense {
  words: ReadonlySet<string>
  negations: number
  numbers: string
  amounts: ReadonlySet<number>
  names: ReadonlySet<string>
  asks: boolean
}

const NEGATIONS = new Set(
  `not no never none nobody nothing nowhere neither without cannot cant wont dont doesnt didnt isnt arent wasnt werent
  hasnt havent hadnt wouldnt couldnt shouldnt mustnt neednt mightnt aint hardly barely scarcely lack lacks lacked lacking
  fail fails failed failing refuse refuses refused nicht kein keine keinen keiner keinem nie niemals ohne pas jamais sans
  aucun aucune nunca sin ningun ninguna não nao sem non mai senza niet geen zonder`.split(/\s+/),
)

/** Pairs of words that turn a statement round. */
const OPPOSITES =
  opposites(`good bad; better worse; best worst; more less; more fewer; most least; high low; higher lower;
  rise fall; rises falls; rising falling; rose fell; raise lower; raises lowers; raising lowering; raised lowered;
  raise cut; raises cuts; raise reduce; raises reduces; raised reduced;
  increase decrease; increases decreases; increasing decreasing; increased decreased; increase reduce; increases reduces;
  increased reduced; increasing reducing; improve worsen; improves worsens; improved worsened; help hurt; helps hurts;
  help harm; helps harms; benefit harm; benefits harms; beneficial harmful; protect endanger; protects endangers;
  allow ban; allowed banned; allow forbid; allows forbids; allowed forbidden; allow prohibit; allowed prohibited;
  legal illegal; cause prevent; causes prevents; cause stop; causes stops; encourage discourage; encourages discourages;
  support oppose; supports opposes; supported opposed; accept reject; accepts rejects; accepted rejected; agree disagree;
  true false; right wrong; correct incorrect; easy hard; easy difficult; easier harder; cheap expensive; cheaper dearer;
  cheap costly; safe dangerous; safer riskier; fast slow; faster slower; win lose; wins loses; won lost; gain lose;
  gains loses; create destroy; creates destroys; start stop; keep abolish; keep remove; keep scrap; add remove;
  strong weak; stronger weaker; strengthen weaken; strengthens weakens; rich poor; old new; old young; before after;
  with without; for against; pro anti; possible impossible; necessary unnecessary; useful useless; everyone nobody;
  everything nothing; always never; many few; public private; open closed; left right; like hate; love hate; up down;
  include exclude; includes excludes; succeed fail; succeeds fails; success failure; profit loss; trust distrust`)

const NUMBER_WORDS = [
  'zero',
  '',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const MULTIPLES: Record<string, string> = {
  half: '1/2',
  third: '1/3',
  quarter: '1/4',
  double: '×2',
  doubled: '×2',
  twice: '×2',
  triple: '×3',
  hundred: '100',
  thousand: '1000',
  million: 'million',
  millions: 'million',
  billion: 'billion',
  billions: 'billion',
}

/** How much of a whole is meant; statements about different amounts differ, and "some" is not the whole. */
const AMOUNTS: readonly (readonly [readonly string[], number])[] = [
  [['all', 'every', 'always', 'everyone', 'everybody', 'everything', 'everywhere', 'only', 'entirely'], 1],
  [['most', 'mostly', 'usually', 'majority', 'generally', 'typically'], 0.7],
  [['many', 'often', 'much'], 0.5],
  [['some', 'sometimes', 'several', 'occasionally', 'partly'], 0.3],
  [['few', 'rarely', 'seldom', 'minority'], 0.1],
  [['none', 'never', 'nobody', 'nothing', 'nowhere'], 0],
]
const AMOUNT = new Map(AMOUNTS.flatMap(([words, amount]) => words.map((word) => [word, amount] as const)))

const NUMBER = /(?<![\p{L}\p{N}.,])\d[\d,.]*\d|\d/gu
/** "1." or "2)" before a statement taken from a list. */
const LIST_MARK = /^\s*\(?\d{1,2}[.)]\s/
const PREFIXES = ['un', 'in', 'im', 'ir', 'il', 'dis', 'non', 'mis']

/**
 * The sense of a statement. `lower`: words the debate writes in lower case somewhere; a capital at the start of a sentence
 * makes a name only of other words.
 */
export function sense(statement: string, lower: ReadonlySet<string>): Sense {
  const words: string[] = []
  const names = new Set<string>()
  eachWord(statement, (word, start, end) => {
    words.push(word)
    if (isName(statement, word, start, end, lower)) names.add(word.replace(/s$/, ''))
  })
  return {
    words: new Set(words),
    negations: words.filter((word, at) => NEGATIONS.has(word) && !(word === 'not' && words[at + 1] === 'only')).length,
    numbers: numbersOf(statement, words),
    amounts: new Set(words.flatMap((word) => AMOUNT.get(word) ?? [])),
    names,
    asks: statement.trimEnd().endsWith('?'),
  }
}

/** The first sign that two statements are not the same claim, or null. */
export function atOdds(a: Sense, b: Sense): Odds | null {
  if (a.asks !== b.asks) return 'one asks'
  if (a.numbers !== b.numbers) return 'other numbers'
  if ((a.negations - b.negations + turns(a.words, b.words)) % 2 !== 0) return 'one denies the other'
  if (otherAmounts(a, b)) return 'other amounts'
  if (otherNames(a, b)) return 'other names'
  return null
}

function numbersOf(statement: string, words: readonly string[]): string {
  const digits = [...statement.replace(LIST_MARK, '').matchAll(NUMBER)].map((found) =>
    found[0].replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'),
  )
  const spelled = words.flatMap((word) => {
    const value = NUMBER_WORDS.indexOf(word)
    return value >= 0 && word !== '' ? [String(value)] : (MULTIPLES[word] ?? [])
  })
  return [...new Set([...digits, ...spelled])].sort().join(' ')
}

/**
 * Whether words that were changed inside an otherwise equal text may turn its sense: a negation or number came or went, or
 * a word gave way to its opposite.
 */
export function turned(gone: ReadonlySet<string>, come: ReadonlySet<string>): boolean {
  const decides = (word: string): boolean => NEGATIONS.has(word) || /^\p{N}/u.test(word)
  return [...gone, ...come].some(decides) || turns(gone, come) > 0
}

/** How many words of one stand in the other as their opposite ("safe", "unsafe"; "raise", "lower"). */
function turns(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const word of a) {
    if (b.has(word)) continue
    const known = OPPOSITES.get(word)
    const opposite =
      (known !== undefined && [...b].some((other) => known.has(other) && !a.has(other))) ||
      PREFIXES.some((prefix) => prefixed(prefix, word, a, b))
    if (opposite) count++
  }
  return count
}

function prefixed(prefix: string, word: string, a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (word.length > 2 && b.has(prefix + word) && !a.has(prefix + word)) return true
  const bare = word.startsWith(prefix) ? word.slice(prefix.length) : ''
  return bare.length > 2 && b.has(bare) && !a.has(bare)
}

function otherAmounts(a: Sense, b: Sense): boolean {
  const [less, more] = a.amounts.size <= b.amounts.size ? [a, b] : [b, a]
  if (less.amounts.size === 0) return [...more.amounts].some((amount) => amount > 0 && amount < 0.5)
  return [...less.amounts].some((amount) => !more.amounts.has(amount)) || less.amounts.size !== more.amounts.size
}

function otherNames(a: Sense, b: Sense): boolean {
  const missing = (one: Sense, other: Sense): boolean =>
    [...one.names].some((name) => !other.words.has(name) && !other.words.has(`${name}s`))
  return missing(a, b) && missing(b, a)
}

function isName(text: string, word: string, start: number, end: number, lower: ReadonlySet<string>): boolean {
  const written = text.slice(start, end)
  if (!/^\p{Lu}/u.test(written) || written === 'I' || /^I['’]/u.test(written)) return false
  const startsSentence = /(?:^|[.!?:…]["”’)]*\s+)["“‘(]*$/u.test(text.slice(0, start))
  return startsSentence ? !lower.has(word) : true
}

function opposites(pairs: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const pair of pairs.split(';')) {
    const [one, other] = pair.trim().split(/\s+/) as [string, string]
    found.set(one, (found.get(one) ?? new Set()).add(other))
    found.set(other, (found.get(other) ?? new Set()).add(one))
  }
  return found
}
