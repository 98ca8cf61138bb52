/** Which statements are the same claim: what the words tell, and what the analyser says where they do not. */
import type { Analyser, Asking, Pair } from '../analysers/index.ts'
import { atOdds, type Odds } from '../text/at-odds.ts'
import { type Wording, wording } from '../text/other-words.ts'
import type { Sense } from '../text/sense.ts'

/** A statement as far as it is compared. */
export interface Compared {
  kind: 'claim' | 'evidence'
  text: string
  /** For statements that point at something ("this is wrong"): what is answered; null for those that stand alone. */
  about: string | null
}

type Told = Odds | Wording | 'another kind or post'

/** Kept apart for these reasons two statements may still be listed as alike: they speak of the same thing. */
const MAY_BE_SIMILAR: ReadonlySet<Told> = new Set<Told>([
  'other numbers',
  'other amounts',
  'other names',
  'the other way round',
  'one tells what others say',
  'other small words',
  'another order',
  'other words',
  'much besides',
])
/** Likeness from which the words of two statements are compared one by one: "unfair" and "not fair" look little alike. */
const WORTH_READING = 0.2
/** Pairs an analyser without a price is asked about at once. */
const AT_ONCE = 10_000

/**
 * How alike the statements of a debate are, pair by pair. Whatever the analyser says, two stay apart of which one is
 * evidence, which point at different posts, which are at odds (`atOdds`), or which have the same words of content but other
 * small words or another order (`wording`). Where words of content differ, a model, which knows what they mean, decides; the
 * built-in analyser does not know, so that they stay apart there. Where nothing that matters differs they are one (`same`). A
 * model, whose every answer has its price, is asked about neither these nor what stays apart anyway.
 */
export class Judgement {
  readonly #statements: readonly Compared[]
  readonly #texts: string[]
  readonly #senseOf: (text: string) => Sense
  /** Senses by statement, made when first needed: most statements are like no other. */
  readonly #senses: Sense[] = []
  readonly #analyser: Analyser
  readonly #asking: Asking
  readonly #priced: boolean
  readonly #scores = new Map<number, number>()
  /** Pairs that are alike and must not be merged. */
  readonly #barred = new Set<number>()

  constructor(statements: readonly Compared[], senseOf: (text: string) => Sense, analyser: Analyser, asking: Asking) {
    this.#statements = statements
    this.#texts = statements.map(({ text }) => text)
    this.#senseOf = senseOf
    this.#analyser = analyser
    this.#asking = asking
    this.#priced = analyser.name === 'model'
  }

  /** Whether the analyser's word on two statements would make a difference. */
  isOpen(a: number, b: number): boolean {
    const told = this.#priced ? this.#told(a, b) : this.#another(a, b)
    return told === null || told === 'other words' || told === 'much besides'
  }

  /** Takes for one, unasked, those of these pairs that differ in nothing that matters. */
  settle(pairs: readonly { a: number; b: number; likeness: number }[]): void {
    for (const { a, b, likeness } of pairs) {
      if (likeness < WORTH_READING || this.#told(a, b) !== 'same') continue
      this.#scores.set(this.#key(a, b), this.#analyser.mergeAt)
    }
  }

  async ask(pairs: readonly (readonly [number, number])[]): Promise<void> {
    const most = this.#priced ? pairs.length : AT_ONCE
    for (let from = 0; from < pairs.length; from += most) {
      const some = pairs.slice(from, from + most)
      const asked = some.map(([a, b]): Pair => ({ a: this.#texts[a] as string, b: this.#texts[b] as string }))
      const answers = await this.#analyser.same(asked, { statements: this.#texts }, this.#asking)
      some.forEach(([a, b], at) => this.#keep(a, b, answers[at] ?? 0))
    }
  }

  /** How alike two statements are, 0 where they must stay apart; undefined where that was never asked. */
  of(a: number, b: number): number | undefined {
    const key = this.#key(a, b)
    if (this.#barred.has(key)) return 0
    const known = this.#scores.get(key)
    if (known !== undefined || this.isOpen(a, b)) return known
    return this.#told(a, b) === 'same' ? this.#analyser.mergeAt : 0
  }

  /** The pairs found at least so alike, those that must stay apart among them. */
  *pairs(atLeast: number): Generator<{ a: number; b: number; likeness: number }> {
    const count = this.#statements.length
    for (const [key, likeness] of this.#scores) {
      if (likeness >= atLeast) yield { a: Math.floor(key / count), b: key % count, likeness }
    }
  }

  #keep(a: number, b: number, likeness: number): void {
    const { mergeAt, similarAt } = this.#analyser
    // Nobody asks again what is not alike, except where asking is free.
    if (this.#priced) this.#scores.set(this.#key(a, b), likeness)
    if (this.#priced || likeness < WORTH_READING) return
    const told = this.#told(a, b)
    if (told === 'same') this.#scores.set(this.#key(a, b), Math.max(likeness, mergeAt))
    if (told === 'same' || likeness < similarAt) return
    if (told === null || MAY_BE_SIMILAR.has(told)) this.#scores.set(this.#key(a, b), likeness)
    if (told !== null) this.#barred.add(this.#key(a, b))
  }

  /** What the words tell of two statements, or null. */
  #told(a: number, b: number): Told | null {
    const another = this.#another(a, b)
    if (another !== null) return another
    const [one, other] = [this.#sense(a), this.#sense(b)]
    const odds = atOdds(one, other)
    if (odds !== null && odds !== 'the other way round') return odds
    // Order is seen better word by word than by what changed places.
    const words = wording(one, other)
    return odds === null || words === 'same' ? words : odds
  }

  #another(a: number, b: number): Told | null {
    const [one, other] = [this.#statements[a] as Compared, this.#statements[b] as Compared]
    return one.kind !== other.kind || one.about !== other.about ? 'another kind or post' : null
  }

  #sense(at: number): Sense {
    const known = this.#senses[at]
    if (known !== undefined) return known
    const fresh = this.#senseOf(this.#texts[at] as string)
    this.#senses[at] = fresh
    return fresh
  }

  #key(a: number, b: number): number {
    return Math.min(a, b) * this.#statements.length + Math.max(a, b)
  }
}
