/** The debate in a few sentences, from its map alone; every sentence has to rest on claims of the map. */
import { z } from 'zod'
import { words } from '../../text/content-words.ts'
import { fold } from '../../text/fold.ts'
import type { Summary } from '../../../shared/debate.ts'
import type { Asking, Outline, OutlineClaim } from '../index.ts'
import { apart } from './apart.ts'
import { askItems, type Round } from './items.ts'
import { ANSWERS, listIn, type SentenceSaid, SentenceSaid as SentenceShape } from './shapes.ts'
import { lasting } from './lasting.ts'
import { memoryOf } from './memory.ts'
import type { Tools } from './tools.ts'
import { free } from './usage.ts'

type Sentence = Summary['sentences'][number]

/** Characters of statements sent, weightiest first: for each post so many, within these bounds. */
const CHARACTERS = { post: 18, least: 1_800, most: 7_000 }
/**
 * A summary written before holds while the thread has grown by no larger a share, no larger a share of the claims shown is
 * new or stands otherwise, and the first positions of each side are among those it was written from.
 */
const STILL = { grown: 0.2, share: 1 / 3, positions: 3 }
const ANSWER_TOKENS = 700
const LONGEST_SENTENCE = 400

export async function summarise(outline: Outline, asking: Asking, tools: Tools): Promise<Sentence[]> {
  const texts = [outline.title, ...outline.issues.flatMap((issue) => [issue.question, ...statementsOf(issue)])]
  const map = mapOf(outline, await apart(texts, asking))
  if (map.claims.size === 0) return []
  const prompt = tools.prompts.summarise
  const memory = memoryOf(tools.profile.model, prompt, ANSWERS.summarise, SentenceShape.array(), () => map.json)
  const kept = (await memory.recall([map], asking)).get(map)
  if (kept !== undefined) return kept.flatMap((said) => sentenceOf(said, map) ?? [])
  const { model } = tools.profile
  const before = lasting(
    Kept,
    [model, prompt.name, prompt.version, tools.language],
    [...map.claims.values()].map(({ id }) => id),
  )
  const still = (await before.found(asking)).find((one) => holds(one, map, outline))
  if (still !== undefined) {
    asking.spent(free(prompt.name, map.claims.size))
    const more = outline.posts - still.posts
    if (more > 0)
      asking.notice?.(
        `The summary was written before the last ${more === 1 ? 'post' : `${more} posts`} came: what it rests on is the same.`,
      )
    return still.sentences
  }
  const outcomes = await askItems([map], async (_, faults) => {
    const answered = await ask(map, faults.get(map) ?? '', asking, tools)
    await memory.keep(answered.done, asking)
    return answered
  })
  const done = outcomes.done.get(map)?.flatMap((said) => sentenceOf(said, map) ?? []) ?? []
  if (done.length > 0) {
    await before.keep({ posts: outline.posts, shown: shownIn(map), sentences: done }, asking)
    return done
  }
  const why = outcomes.failed.get(map)?.why ?? 'no sentence of the model’s summary could be found in the map'
  asking.notice?.(`The summary was not written by the model: ${why}.`)
  return (await tools.fallback?.summarise(outline, asking)) ?? []
}

/** What is kept for when the thread has grown: how many posts there were, the claims shown by id, and the summary. */
const Kept = z.object({
  posts: z.int(),
  shown: z.record(z.string(), z.string()),
  sentences: z.array(z.object({ part: SentenceShape.shape.part, text: z.string(), claims: z.array(z.string()) })),
})
type Kept = z.infer<typeof Kept>

/** By id, what a summary could say of the claims shown, but for how many people say it: its numbers are looked up. */
function shownIn(map: Shown): Kept['shown'] {
  return Object.fromEntries(
    [...map.claims.values()].map((claim) => [claim.id, `${claim.statement}\n${marksOf({ ...claim, people: 1 })}`]),
  )
}

/** Parts of a summary that tell how claims stand, not what they say. */
const ON_STANDING: ReadonlySet<Sentence['part']> = new Set(['contested', 'unanswered', 'no evidence'])

/** Whether a claim is shown as it was, as far as a sentence of this part rests on it. */
function same(before: string | undefined, now: string | undefined, part: Sentence['part']): boolean {
  const said = (shown: string | undefined): string | undefined =>
    ON_STANDING.has(part) ? shown : shown?.split('\n')[0]
  return now !== undefined && said(before) === said(now)
}

/** Whether a summary written before is still right: see `STILL`; and what its sentences rest on is there as it was. */
function holds({ posts, shown: before, sentences }: Kept, map: Shown, outline: Outline): boolean {
  const now = shownIn(map)
  const changed = Object.keys(now).filter((id) => before[id] !== now[id]).length
  const first = outline.issues.flatMap(({ for: pro, against, other }) =>
    [pro, against, other].flatMap((side) => side.slice(0, STILL.positions)),
  )
  const shortIds = new Map([...map.claims].map(([short, claim]) => [claim.id, short]))
  return (
    outline.posts >= posts &&
    outline.posts - posts <= STILL.grown * posts &&
    changed <= STILL.share * map.claims.size &&
    first.every(({ id }) => !(id in now) || id in before) &&
    sentences.every(
      ({ part, text, claims }) =>
        claims.every((id) => same(before[id], now[id], part)) &&
        faultOf({ part, text, claims: claims.map((id) => shortIds.get(id) ?? '') }, map) === null,
    )
  )
}

interface Shown {
  json: string
  /** Claims by the id they were given. */
  claims: Map<string, OutlineClaim>
  /** Numbers that count people or posts, or stand in the title or a question. */
  numbers: Set<string>
}

function statementsOf(issue: Outline['issues'][number]): string[] {
  const all = (claim: OutlineClaim): string[] => [claim.statement, ...[...claim.supports, ...claim.rebuts].flatMap(all)]
  return [...issue.for, ...issue.against, ...issue.other].flatMap(all)
}

/** The outline with short ids, without statements kept apart, cut where it grows too long. */
function mapOf(outline: Outline, set: Set<string>): Shown {
  const claims = new Map<string, OutlineClaim>()
  const numbers = new Set(numbersIn(`${outline.posts} ${outline.people} ${outline.title}`))
  const room = roomFor(outline, set)
  const shown = (claim: OutlineClaim): unknown[] => {
    if (!room.has(claim) || set.has(claim.statement)) return []
    const id = `k${claims.size + 1}`
    claims.set(id, claim)
    for (const number of numbersIn(`${claim.people} ${claim.posts}`)) numbers.add(number)
    const row = [id, claim.statement, marksOf(claim), claim.supports.flatMap(shown), claim.rebuts.flatMap(shown)]
    while (row.at(-1)?.length === 0) row.pop()
    return [row]
  }
  const issues = outline.issues.map((issue) => {
    const question = set.has(issue.question) ? '' : issue.question
    for (const number of numbersIn(question)) numbers.add(number)
    const sides = {
      for: issue.for.flatMap(shown),
      against: issue.against.flatMap(shown),
      other: issue.other.flatMap(shown),
    }
    return { question, ...Object.fromEntries(Object.entries(sides).filter(([, rows]) => rows.length > 0)) }
  })
  const title = set.has(outline.title) ? '' : outline.title
  return { json: JSON.stringify({ title, posts: outline.posts, people: outline.people, issues }), claims, numbers }
}

/** The claims there is room for: all positions before what supports or rebuts them, and that before what lies deeper. */
function roomFor(outline: Outline, set: Set<string>): Set<OutlineClaim> {
  const { post, least, most } = CHARACTERS
  let left = Math.min(most, Math.max(least, outline.posts * post))
  const room = new Set<OutlineClaim>()
  let level = inTurn(outline.issues.flatMap((issue) => [issue.for, issue.against, issue.other]))
  while (level.length > 0) {
    const taken = level.filter(({ statement }) => !set.has(statement) && (left -= statement.length) >= 0)
    for (const claim of taken) room.add(claim)
    level = inTurn(taken.flatMap((claim) => [claim.rebuts, claim.supports]))
  }
  return room
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
}

function marksOf(claim: OutlineClaim): string {
  return [
    ...(claim.standing === 'unchallenged' ? [] : [claim.standing]),
    ...(claim.people > 1 ? [`${claim.people}p`] : []),
    ...(claim.kind === 'evidence' ? ['evidence'] : []),
    ...(claim.unanswered ? ['unanswered'] : []),
    ...(claim.noEvidence ? ['no evidence'] : []),
  ].join(', ')
}

async function ask(map: Shown, fault: string, asking: Asking, tools: Tools): Promise<Round<Shown, SentenceSaid[]>> {
  const note = fault === '' ? '' : `Your last answer had faults; write it anew without them: ${fault}.`
  const answer = await tools.ask(
    {
      prompt: tools.prompts.summarise,
      about: map.claims.size,
      values: { note, data: map.json },
      schema: ANSWERS.summarise,
      expected: ANSWER_TOKENS,
    },
    asking,
  )
  if ('failure' in answer) return { done: new Map(), faulty: new Map(), failure: answer.failure }
  const said = listIn(answer.value, 'sentences', SentenceShape)
  if (said === null) {
    return {
      done: new Map(),
      faulty: new Map(),
      failure: { kind: 'nonsense', why: 'the model’s answer lacked what was asked for' },
    }
  }
  const faults = said.items.flatMap((sentence) => faultOf(sentence, map) ?? []).slice(0, 5)
  return {
    done: new Map([[map, said.items]]),
    faulty: faults.length === 0 ? new Map() : new Map([[map, faults.join('; ')]]),
    failure: null,
  }
}

/** What a sentence says that the map does not; null when it may stand. */
function faultOf(sentence: SentenceSaid, map: Shown): string | null {
  const unknown = sentence.claims.filter((id) => !map.claims.has(id))
  if (unknown.length > 0) return `${unknown.slice(0, 3).join(', ')} is no claim of the map`
  if (sentence.claims.length === 0) return 'a sentence rests on no claim'
  const cited = sentence.claims.map((id) => map.claims.get(id)?.statement ?? '').join(' ')
  const known = new Set([...numbersIn(cited), ...map.numbers])
  const invented = numbersIn(withoutIds(sentence.text)).filter((number) => !known.has(number))
  return invented.length === 0 ? null : `the number ${invented[0]} stands in none of the claims cited`
}

/** The sentence as the debate keeps it: citations that do not exist are removed; with none left, or an unknown number, it is not kept. */
function sentenceOf(said: SentenceSaid, map: Shown): Sentence | null {
  const known = said.claims.filter((id) => map.claims.has(id))
  if (faultOf({ ...said, claims: known }, map) !== null) return null
  const text = withoutIds(said.text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (text === '' || text.length > LONGEST_SENTENCE) return null
  const claims = [...new Set(known.map((id) => (map.claims.get(id) as OutlineClaim).id))]
  return { part: said.part, text, claims }
}

function withoutIds(text: string): string {
  return text.replace(/\s*[([]\s*k\d+(?:\s*,\s*k\d+)*\s*[)\]]/g, '')
}

/** From two on; of words that mean other things as well ("acht"), an empty one stands in their place. */
const COUNTED = [
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'zwei drei vier fünf sechs sieben  neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
]
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  COUNTED.flatMap((list) => list.split(' ').map((word, at): [string, string] => [word, `${at + 2}`])),
)

/** Numbers in digits or as English or German words, without thousands separators. */
function numbersIn(text: string): string[] {
  const digits = fold(text).text.match(/\d+(?:[.,]\d+)*/g) ?? []
  const spelled = words(text).flatMap((word) => NUMBER_WORDS.get(word) ?? [])
  return [...digits.map((number) => number.replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.')), ...spelled]
}
