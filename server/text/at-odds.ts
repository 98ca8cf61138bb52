/**
 * Signs that two statements do not say the same, however alike their words: one denies what the other asserts, they speak
 * of other numbers, other amounts or other names, or say of two things the reverse. Crude on purpose: it only ever keeps two
 * statements apart, so a wrong alarm costs a merge and a missed one is still judged by the analyser. Words are English and
 * German; negations and numbers also of some other languages.
 *
 * The signs are those of textual-entailment work: M.-C. de Marneffe, A. Rafferty, C. Manning, "Finding Contradictions in
 * Text", ACL 2008 (negation, antonymy, numeric mismatch, differing names).
 */
import { eachWord } from './compared.ts'
import type { ContentStems } from './content-stems.ts'
import { quantities, type Quantity, sameQuantities, tellsQuantity } from './quantities.ts'

/** What keeps two statements apart, in words for a person. */
export type Odds =
  | 'one denies the other'
  | 'other numbers'
  | 'other amounts'
  | 'other names'
  | 'the other way round'
  | 'one asks'

/** A statement as far as these signs go; made once, compared often. */
export interface Sense {
  words: ReadonlySet<string>
  negations: number
  /** Stems of its content words, with -1 where a negation reaches them, else 1. */
  stemSigns: ReadonlyMap<string, number>
  /** Opposites of its words, each with the word. */
  opposites: ReadonlyMap<string, string>
  quantities: readonly Quantity[]
  amounts: ReadonlySet<number>
  names: ReadonlySet<string>
  asks: boolean
}

const NEGATIONS = new Set(
  `not no never none nobody nothing nowhere neither without cannot cant wont dont doesnt didnt isnt arent wasnt werent
  hasnt havent hadnt wouldnt couldnt shouldnt mustnt neednt mightnt aint hardly barely scarcely lack lacks lacked lacking
  fail fails failed failing refuse refuses refused nicht kein keine keinen keiner keinem nie niemals niemand nichts
  nirgends weder keineswegs keinesfalls kaum ohne pas jamais sans
  doubt doubts doubted deny denies denied unlikely aucun aucune nunca sin ningun ninguna não nao sem non mai senza niet geen zonder`.split(
    /\s+/,
  ),
)

/** Pairs of words that turn a statement round. */
const OPPOSITES =
  opposites(`good bad; good terrible; good awful; better worse; best worst; more less; more fewer; most least; high low; higher lower;
  rise fall; rises falls; rising falling; rose fell; raise lower; raises lowers; raising lowering; raised lowered;
  raise cut; raises cuts; raise reduce; raises reduces; raised reduced;
  increase decrease; increases decreases; increasing decreasing; increased decreased; increase reduce; increases reduces;
  increased reduced; increasing reducing; improve worsen; improves worsens; improved worsened; help hurt; helps hurts;
  help harm; helps harms; benefit harm; benefits harms; beneficial harmful; protect endanger; protects endangers;
  allow ban; allowed banned; allow forbid; allows forbids; allowed forbidden; allow prohibit; allowed prohibited; allowed illegal;
  legal illegal; cause prevent; causes prevents; cause stop; causes stops; encourage discourage; encourages discourages;
  support oppose; supports opposes; supported opposed; accept reject; accepts rejects; accepted rejected; agree disagree;
  true false; right wrong; correct incorrect; easy hard; easy difficult; easier harder; cheap expensive; cheaper dearer;
  cheap costly; safe dangerous; safer riskier; fast slow; faster slower; win lose; wins loses; won lost; gain lose;
  gains loses; create destroy; creates destroys; start stop; keep abolish; keep remove; keep scrap; add remove;
  strong weak; stronger weaker; strengthen weaken; strengthens weakens; rich poor; old new; old young; before after;
  for against; pro anti; possible impossible; necessary unnecessary; useful useless;
  many few; public private; open closed; open close; opens closes; opened closed;
  raise depress; raises depresses; raised depressed; left right; like hate; love hate; up down;
  include exclude; includes excludes; success failure; profit loss; trust distrust;
  mehr weniger; viele wenige; viel wenig; gut schlecht; gute schlechte; guter schlechter; gutes schlechtes; besser schlechter;
  hoch niedrig; hohe niedrige; höher niedriger; steigt sinkt; steigen sinken; stieg sank; gestiegen gesunken; steigt fällt;
  steigen fallen; gestiegen gefallen; erhöht senkt; erhöhen senken; erhöht gesenkt; erhöht verringert; erhöhen verringern;
  verbessert verschlechtert; verbessern verschlechtern; hilft schadet; helfen schaden; nützt schadet; nützen schaden;
  nützlich schädlich; schützt gefährdet; schützen gefährden; erlaubt verboten; erlauben verbieten; erlaubt verbietet;
  legal illegal; legal verboten;
  erlaubt illegal; richtig falsch; wahr falsch; leicht schwer; einfach schwierig; billig teuer; billiger teurer; günstig teuer;
  günstiger teurer; sicher gefährlich; sicherer gefährlicher; schnell langsam; schneller langsamer; stark schwach;
  stärker schwächer; stärkt schwächt; stärken schwächen; arm reich; arme reiche; armen reichen; ärmer reicher; alt neu;
  alt jung; alte neue; alten neuen; vor nach; für gegen; öffentlich privat; öffentliche private; offen geschlossen;
  öffnen schließen; öffnet schließt; links rechts; schafft vernichtet; schaffen vernichten; schafft zerstört;
  schaffen zerstören; gewinnt verliert; gewinnen verlieren; gewonnen verloren; fördert hemmt; fördern hemmen;
  zustimmen ablehnen; zugestimmt abgelehnt; angenommen abgelehnt; vorteil nachteil; vorteile nachteile;
  erfolg misserfolg; gewinn verlust`)

/** How much of a whole is meant; statements about different amounts differ, and "some" is not the whole. None is a denial. */
const AMOUNTS: readonly (readonly [readonly string[], number])[] = [
  [['all', 'every', 'always', 'everyone', 'everybody', 'everything', 'everywhere'], 1],
  [['alle', 'allen', 'jeder', 'jede', 'jedes', 'immer', 'überall'], 1],
  [['most', 'mostly', 'usually', 'majority', 'generally', 'typically'], 0.7],
  [['meisten', 'meist', 'meistens', 'mehrheit'], 0.7],
  [['many', 'often', 'much', 'viele', 'vielen', 'oft', 'häufig'], 0.5],
  [['some', 'sometimes', 'several', 'occasionally', 'partly'], 0.3],
  [['einige', 'einigen', 'manche', 'manchen', 'manchmal', 'teilweise'], 0.3],
  [['few', 'rarely', 'seldom', 'minority', 'wenige', 'wenigen', 'selten', 'minderheit'], 0.1],
]
const AMOUNT = new Map(AMOUNTS.flatMap(([words, amount]) => words.map((word) => [word, amount] as const)))

/** Content words a negation reaches. */
const REACH = 4
/** Words that begin a clause which a negation before them does not reach. */
const CLAUSE_WORDS = new Set(
  'but because although though while whereas which who when if since so unless until than and or'.split(' '),
)
const PREFIXES = ['un', 'in', 'im', 'ir', 'il', 'dis', 'non', 'mis']
const PREFIXED = new RegExp(`^(?:${PREFIXES.join('|')})`)

/**
 * The sense of a statement. `lower`: words the debate writes in lower case somewhere; a capital at the start of a sentence
 * makes a name only of other words.
 */
export function sense(statement: string, lower: ReadonlySet<string>, stems: ContentStems): Sense {
  const words: string[] = []
  const names = new Set<string>()
  /** Whether a clause begins with the word. */
  const begins: boolean[] = []
  let last = 0
  eachWord(statement, (word, start, end) => {
    const close = start - last === 1 && statement[last] === ' '
    begins.push(CLAUSE_WORDS.has(word) || (!close && /[^\s\p{L}\p{N}'’"“”‘*_/-]/u.test(statement.slice(last, start))))
    last = end
    words.push(word)
    if (isName(statement, word, start, end, lower)) names.add(word.replace(/s$/, ''))
  })
  const signs = signed(words, begins, stems)
  const stemSigns = new Map<string, number>()
  for (const [word, sign] of signs) stemSigns.set(stems.stem(word) ?? word, sign)
  return {
    words: new Set(words),
    negations: words.filter((_, at) => negates(words, at)).length,
    stemSigns,
    opposites: new Map(words.flatMap((word) => oppositesOf(word).map((one) => [one, word] as const))),
    quantities: quantities(statement),
    amounts: new Set(words.flatMap((word) => AMOUNT.get(word) ?? [])),
    names,
    asks: statement.trimEnd().endsWith('?'),
  }
}

function negates(words: readonly string[], at: number): boolean {
  const word = words[at] as string
  if (word === 'but') return words[at - 1] === 'anything'
  if (word === 'little') return /^d(?:o|oes|id)$/.test(words[at - 1] ?? '')
  return NEGATIONS.has(word) && !(word === 'not' && words[at + 1] === 'only')
}

/** Whether a text holds a word that denies. */
export function negated(text: string): boolean {
  const words: string[] = []
  eachWord(text, (word) => words.push(word))
  return words.some((_, at) => negates(words, at))
}

/** Every content word with its sign: a negation reaches the next `REACH` of its clause, or, where none follow, the last two. */
function signed(words: readonly string[], begins: readonly boolean[], stems: ContentStems): Map<string, number> {
  const content = words.map((word) => !NEGATIONS.has(word) && (stems.stem(word) !== null || OPPOSITES.has(word)))
  const sign = words.map(() => 1)
  const turn = (at: number): void => {
    sign[at] = -(sign[at] as number)
  }
  words.forEach((_, at) => {
    if (!negates(words, at)) return
    let reached = 0
    for (let next = at + 1; next < words.length && reached < REACH && begins[next] !== true; next++) {
      if (content[next] !== true) continue
      turn(next)
      reached++
    }
    for (let before = at - 1; before >= 0 && reached === 0 && at - before <= 4; before--) {
      if (content[before] !== true) continue
      turn(before)
      reached++
    }
  })
  return new Map(words.flatMap((word, at) => (content[at] === true ? [[word, sign[at] as number] as const] : [])))
}

/** The first sign that two statements are not the same claim, or null. */
export function atOdds(a: Sense, b: Sense): Odds | null {
  if (a.asks !== b.asks) return 'one asks'
  if (denies(a, b)) return 'one denies the other'
  if (otherNumbers(a, b)) return 'other numbers'
  if (otherAmounts(a, b)) return 'other amounts'
  if (otherNames(a, b)) return 'other names'
  if (reversed(a, b)) return 'the other way round'
  return null
}

/** Words that join two things of which the same is said: their order is of no account. */
const JOINING = ['and', 'or', 'und', 'oder']
/** Fewest content words with which an order tells who does what to whom. */
const ORDERED = 3

/** Whether two statements have the same content words but for two that changed places ("A is better than B"). */
function reversed(a: Sense, b: Sense): boolean {
  if (a.stemSigns.size !== b.stemSigns.size || a.stemSigns.size < ORDERED) return false
  const [one, other] = [[...a.stemSigns.keys()], [...b.stemSigns.keys()]]
  const [first, second, ...more] = one.flatMap((stem, at) => (stem === other[at] ? [] : [at]))
  if (first === undefined || second === undefined || more.length > 0) return false
  if (second === first + 1 && JOINING.some((word) => a.words.has(word))) return false
  return one[first] === other[second] && one[second] === other[first]
}

/**
 * Whether one says what the other denies: they share a word that only one of them denies, or hold words that are opposites,
 * and negations do not undo that ("not unsafe", "safe"); or each denies something that the other asserts.
 */
function denies(a: Sense, b: Sense): boolean {
  let [onlyA, onlyB] = [false, false]
  // Without a negation no word is denied.
  if (a.negations + b.negations > 0) {
    a.stemSigns.forEach((sign, word) => {
      const other = b.stemSigns.get(word) ?? sign
      if (other > sign) onlyA = true
      if (other < sign) onlyB = true
    })
  }
  if (onlyA && onlyB) return true
  const turns = opposed(a, b) + opposed(b, a)
  if (turns > 0 && a.negations + b.negations === 0) return true
  return (onlyA || onlyB || turns > 0) && (a.negations - b.negations + turns) % 2 !== 0
}

/** How many words of `b` are the opposite of a word of `a` that `b` does not hold. */
function opposed(a: Sense, b: Sense): number {
  if (a.opposites.size === 0) return 0
  let count = 0
  a.opposites.forEach((word, opposite) => {
    if (!b.words.has(opposite) || a.words.has(opposite) || b.words.has(word)) return
    const known = b.opposites.get(word) === opposite && opposite < word
    if (!known) count++
  })
  return count
}

/**
 * Whether words that were changed inside an otherwise equal text may turn its sense: a negation or number came or went, or
 * a word gave way to its opposite or to another amount.
 */
export function turned(gone: ReadonlySet<string>, come: ReadonlySet<string>): boolean {
  const amounts = (words: ReadonlySet<string>): number[] => [...words].flatMap((word) => AMOUNT.get(word) ?? [])
  const [before, after] = [amounts(gone), amounts(come)]
  if (before.length > 0 && after.length > 0 && !before.some((amount) => after.includes(amount))) return true
  const decides = (word: string): boolean => NEGATIONS.has(word) || tellsQuantity(word)
  const isTurned = (word: string, into: ReadonlySet<string>): boolean => oppositesOf(word).some((one) => into.has(one))
  const denied = (words: ReadonlySet<string>): boolean =>
    [...words].some(decides) || (words.has('anything') && words.has('but'))
  return (
    denied(gone) ||
    denied(come) ||
    [...gone].some((word) => isTurned(word, come)) ||
    [...come].some((word) => isTurned(word, gone))
  )
}

/** The words that would turn a statement round if they stood for this one: "unsafe" or "dangerous" for "safe". */
function oppositesOf(word: string): readonly string[] {
  const listed = OPPOSITES.get(word)
  const prefixes = PREFIXED.test(word)
    ? PREFIXES.filter((prefix) => word.startsWith(prefix) && word.length - prefix.length > 2)
    : NONE
  if (listed === undefined && prefixes.length === 0) return NONE
  return [...(listed ?? []), ...prefixes.map((prefix) => word.slice(prefix.length))]
}

const NONE: readonly string[] = []

/** Numbers differ; a small count in words ("in ten years") may also be missing on one side. */
function otherNumbers(a: Sense, b: Sense): boolean {
  if (sameQuantities(a.quantities, b.quantities)) return false
  const [less, more] = a.quantities.length <= b.quantities.length ? [a, b] : [b, a]
  return less.quantities.length > 0 || more.quantities.some((one) => !one.passing)
}

function otherAmounts(a: Sense, b: Sense): boolean {
  if (a.amounts.size === 0 && b.amounts.size === 0) return false
  const [less, more] = a.amounts.size <= b.amounts.size ? [a, b] : [b, a]
  if (less.amounts.size === 0) return [...more.amounts].some((amount) => amount < 0.5)
  return [...less.amounts].some((amount) => !more.amounts.has(amount)) || less.amounts.size !== more.amounts.size
}

function otherNames(a: Sense, b: Sense): boolean {
  if (a.names.size === 0 || b.names.size === 0) return false
  const missing = (one: Sense, other: Sense): boolean =>
    [...one.names].some((name) => !other.words.has(name) && !other.words.has(`${name}s`))
  return missing(a, b) && missing(b, a)
}

/** Words of a text, in their compared form, that are written with a capital where no sentence begins. */
export function namesIn(text: string): Set<string> {
  const found = new Set<string>()
  eachWord(text, (word, start, end) => {
    if (/^\p{Lu}/u.test(text.slice(start, start + 2)) && isName(text, word, start, end, ANY)) found.add(word)
  })
  return found
}

const ANY = { has: () => true }

function isName(
  text: string,
  word: string,
  start: number,
  end: number,
  lower: { has(word: string): boolean },
): boolean {
  // Most words are plain and in lower case, which takes no expression to see.
  const first = text.charCodeAt(start)
  if (first >= 0x61 && first <= 0x7a) return false
  const written = text.slice(start, end)
  if (!/^\p{Lu}/u.test(written) || written === 'I' || /^I['’]/u.test(written)) return false
  const startsSentence = /(?:^|[.!?:…\n]["”’)]*\s+|\n)["“‘(]*$/u.test(text.slice(Math.max(0, start - 12), start))
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
