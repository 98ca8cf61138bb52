/**
 * Which statements make the same claim: asked in groups, each pair remembered on its own; pairs too unlike are different
 * unasked. Where little but a word is exchanged, which may be for its opposite, and where they are but faintly alike, the one
 * is held against the denial of the other, too, in the same request: who finds a statement the same as another and as its
 * denial went by the look of them.
 */
import { z } from 'zod'
import { wording } from '../../text/other-words.ts'
import { phrased } from '../../text/parts.ts'
import { shortHash } from '../../text/short-hash.ts'
import type { Asking, Pair } from '../index.ts'
import { apart } from './apart.ts'
import { askItems, type Round } from './items.ts'
import { lasting } from './lasting.ts'
import { worthAsking } from './likeness.ts'
import { memoryOf } from './memory.ts'
import { inBrief } from './prompts.ts'
import { ANSWERS, listIn, PairSaid } from './shapes.ts'
import type { Tools } from './tools.ts'

/** Pairs in one request: at most so many, and no fewer for the sake of asking more at once. */
const GROUP = { most: 180, least: 60 }
const ANSWER_TOKENS = 6
/** Pairs whose answer is too short for fewer to make a difference. */
const LEAST = 8
/** Up to so many pairs are asked about in brief. */
const FEW = 12
/** What the three answers are worth; see `mergeAt` and `similarAt`. */
export const DEGREES = { same: 1, close: 0.6, different: 0 }

const Degree = z.enum(['same', 'close', 'different'])
type Degree = z.infer<typeof Degree>

export async function same(pairs: Pair[], statements: string[], asking: Asking, tools: Tools): Promise<number[]> {
  const memory = memoryOf(tools.profile.model, tools.prompts.same, ANSWERS.same, Degree, ({ a, b }: Pair) =>
    [a, b].toSorted(),
  )
  // A statement kept apart is never taken for anybody else's.
  const set = await apart(
    pairs.flatMap(({ a, b }) => [a, b]),
    asking,
  )
  const calm = pairs.filter((pair) => !set.has(pair.a) && !set.has(pair.b))
  const { asked, faint } = worthAsking(calm, statements)
  const known = await memory.recall(asked, asking)
  const before = comparedBefore(statements, tools)
  const passed = await before.passedOver(asking)
  const left = asked.filter((pair) => !known.has(pair) && !passed(pair))
  const round = async (some: Pair[]): Promise<Round<Pair, Degree>> => {
    const answered = await ask(some, (pair) => faint.has(pair) || isExchange(pair), asking, tools)
    await memory.keep(answered.done, asking)
    return answered
  }
  const failed: Pair[] = []
  const reasons = new Set<string>()
  await Promise.all(
    groups(left, tools.profile.concurrency).map(async (group) => {
      const outcomes = await askItems(group, round, LEAST)
      for (const [pair, degree] of outcomes.done) known.set(pair, degree)
      for (const [pair, failure] of outcomes.failed) {
        failed.push(pair)
        reasons.add(failure.why)
      }
    }),
  )
  if (failed.length === 0) await before.keep(asking)
  const guessed = await byFallback(failed, statements, reasons, asking, tools)
  return pairs.map((pair) => {
    const degree = known.get(pair)
    return degree === undefined ? (guessed.get(pair) ?? DEGREES.different) : DEGREES[degree]
  })
}

/**
 * Which pairs were not worth asking about when their thread was shorter. Which pairs are nearest shifts a little with every
 * statement that comes; two old ones are not asked about for that alone.
 */
function comparedBefore(statements: string[], { profile, prompts: { same: prompt } }: Tools) {
  const hash = new Map(statements.map((statement) => [statement, shortHash(statement)]))
  // The first statement of a thread stays the first as it grows.
  const sets = lasting(z.array(z.string()), [profile.model, prompt.name, prompt.version], statements.slice(0, 1))
  return {
    async passedOver(asking: Asking): Promise<(pair: Pair) => boolean> {
      const [last = []] = await sets.found(asking)
      const compared = new Set(last)
      const has = (statement: string): boolean => compared.has(hash.get(statement) ?? '')
      // Among the very same statements the choice is the same, and what is asked beyond it has its reason.
      return statements.every(has) ? () => false : ({ a, b }) => has(a) && has(b)
    },
    keep: (asking: Asking) => sets.keep([...new Set(hash.values())], asking),
  }
}

/** In how many requests so many pairs are asked about, several at once where that is worth it. */
export function groupsOf(pairs: number, lanes: number): number {
  const rounds = Math.ceil(pairs / GROUP.most / lanes)
  return Math.max(Math.ceil(pairs / GROUP.most), Math.min(rounds * lanes, Math.ceil(pairs / GROUP.least)))
}

/** Groups of about one size. */
function groups(pairs: Pair[], lanes: number): Pair[][] {
  const count = groupsOf(pairs.length, lanes)
  const size = Math.ceil(pairs.length / Math.max(1, count))
  return Array.from({ length: count }, (_, i) => pairs.slice(i * size, (i + 1) * size)).filter(
    ({ length }) => length > 0,
  )
}

/** The fallback's likeness of the pairs left over, on this analyser's scale: alike enough for it is `same` here. */
async function byFallback(
  pairs: Pair[],
  statements: string[],
  reasons: Set<string>,
  asking: Asking,
  tools: Tools,
): Promise<Map<Pair, number>> {
  const { fallback } = tools
  if (pairs.length === 0) return new Map()
  const who = fallback === null ? 'were left apart' : 'were compared by the built-in analyser'
  asking.notice?.(`${pairs.length} pairs of like statements ${who}: ${[...reasons].join(', ')}.`)
  if (fallback === null) return new Map()
  const values = await fallback.same(pairs, { statements }, asking)
  // What only a model may hold to be the same although a word of content differs, nobody else may.
  const isMerged = ({ a, b }: Pair, value: number): boolean =>
    value >= fallback.mergeAt && (wording(phrased(a), phrased(b)) ?? 'same') === 'same'
  return new Map(
    pairs.map((pair, index) => {
      const value = values[index] ?? 0
      const degree = !(value >= fallback.similarAt) ? 'different' : isMerged(pair, value) ? 'same' : 'close'
      return [pair, DEGREES[degree]]
    }),
  )
}

/** A statement turned round, whatever its language. */
function denial(statement: string): string {
  return `It is not so: ${statement}`
}

/** Whether two statements are one but for words in one place, of which only their meaning tells whether they are opposites. */
function isExchange({ a, b }: Pair): boolean {
  return wording(phrased(a), phrased(b)) === 'other words'
}

async function ask(
  pairs: Pair[],
  isTested: (pair: Pair) => boolean,
  asking: Asking,
  tools: Tools,
): Promise<Round<Pair, Degree>> {
  const ids = new Map<string, string>()
  const idOf = (statement: string): string => {
    const id = ids.get(statement) ?? `s${ids.size + 1}`
    ids.set(statement, id)
    return id
  }
  const byId = new Map(pairs.map((pair) => [`${idOf(pair.a)} ${idOf(pair.b)}`, pair]))
  const denials = new Map(
    pairs.filter(isTested).map((pair) => [pair, `${idOf(pair.a)} ${idOf(denial(pair.b))}`] as const),
  )
  const statements = Object.fromEntries([...ids].map(([statement, id]) => [id, statement]))
  const answer = await tools.ask(
    {
      prompt: pairs.length <= FEW ? inBrief(tools.prompts.same) : tools.prompts.same,
      about: pairs.length,
      values: { data: JSON.stringify({ statements, pairs: [...byId.keys(), ...denials.values()] }) },
      schema: ANSWERS.same,
      expected: (pairs.length + denials.size) * ANSWER_TOKENS + 40,
    },
    asking,
  )
  if ('failure' in answer) return { done: new Map(), faulty: new Map(), failure: answer.failure }
  const named = listIn(answer.value, 'same', PairSaid)
  const close = listIn(answer.value, 'close', PairSaid)
  // Pairs in neither list are different, so an answer that broke off says nothing about them.
  if (named === null || close === null || answer.cut) {
    const kind = answer.cut ? 'cut' : 'nonsense'
    return { done: new Map(), faulty: new Map(), failure: { kind, why: 'the model’s answer was not complete' } }
  }
  const [isSame, isClose] = [pairsIn(named.items), pairsIn(close.items)]
  const isSameDenied = (pair: Pair): boolean => {
    const id = denials.get(pair)
    return id !== undefined && (isSame.has(id) || isClose.has(id))
  }
  const degreeOf = (id: string, pair: Pair): Degree => {
    if (isSame.has(id)) return isSameDenied(pair) ? 'close' : 'same'
    return isClose.has(id) ? 'close' : 'different'
  }
  return { done: new Map([...byId].map(([id, pair]) => [pair, degreeOf(id, pair)])), faulty: new Map(), failure: null }
}

/** Pairs as they were asked about, in whatever order and with whatever between them they are named. */
function pairsIn(named: string[]): Set<string> {
  return new Set(
    named.flatMap((pair) => {
      const [a = '', b = ''] = pair.toLowerCase().match(/s\d+/g) ?? []
      return [`${a} ${b}`, `${b} ${a}`]
    }),
  )
}
