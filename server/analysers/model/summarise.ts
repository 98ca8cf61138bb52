/**
 * The debate in a few sentences, from its map alone. Every sentence has to rest on claims of the map, and the whole has to
 * state both sides: what the model leaves out after it was asked again is said in the words of the map.
 */
import { z } from 'zod'
import type { Summary } from '../../../shared/debate.ts'
import type { Asking, Outline, OutlineClaim } from '../index.ts'
import { apart } from './apart.ts'
import { fromMap, isElsewhere, isSide, lackSaid, lacksIn, statementOf, withSentence } from './balance.ts'
import { inventedIn } from './figures.ts'
import { askItems, type Round } from './items.ts'
import { lasting } from './lasting.ts'
import { memoryOf } from './memory.ts'
import { mapOf, marksOf, ON_STANDING, type OnStanding, type Part, type Shown, type ShownClaim } from './outlined.ts'
import { overstatedIn } from './overstated.ts'
import { ANSWERS, listIn, Sentence as SentenceShape, SentenceSaid } from './shapes.ts'
import type { Tools } from './tools.ts'
import { free } from './usage.ts'

type Sentence = Summary['sentences'][number]

/**
 * A summary written before holds while the thread has grown by no larger a share, no larger a share of the claims shown is
 * new or stands otherwise, no larger a share of the first positions of each side is new, and no larger a share of its
 * sentences has to go. New ones of these positions are added to it.
 */
const STILL = { grown: 0.2, share: 1 / 3, positions: 3, fresh: 0.3, gone: 1 / 3 }
const ANSWER_TOKENS = 700
const LONGEST_SENTENCE = 400
/** Faults told to the model, and sentences added from the map, at most. */
const MOST_FAULTS = 6
const MOST_ADDED = 12

export async function summarise(outline: Outline, asking: Asking, tools: Tools): Promise<Sentence[]> {
  const texts = [outline.title, ...outline.issues.flatMap((issue) => [issue.question, ...statementsOf(issue)])]
  const map = mapOf(outline, await apart(texts, asking))
  if (map.claims.size === 0) return []
  const prompt = tools.prompts.summarise
  const memory = memoryOf(tools.profile.model, prompt, ANSWERS.summarise, SentenceShape.array(), () => map.json)
  const kept = (await memory.recall([map], asking)).get(map)
  if (kept !== undefined) return finished(kept, map, asking)
  const { model } = tools.profile
  const ids = firstPositions(outline).map(({ id }) => id)
  const before = lasting(Kept, [model, prompt.name, prompt.version, tools.language], ids)
  for (const written of await before.found(asking)) {
    const still = stillTrue(written, map, outline)
    if (still === null) continue
    const { held, fresh } = still
    asking.spent(free(prompt.name, map.claims.size))
    if (outline.posts > written.posts)
      asking.notice?.(writtenBefore(outline.posts - written.posts, held.length === written.sentences.length))
    if (fresh.length > 0)
      asking.notice?.('What weighs most since then was added to the summary in the words of its claims.')
    return finished(fresh.reduce(withSentence, held), map, asking)
  }
  const answers: SentenceSaid[][] = []
  const outcomes = await askItems([map], async (_, faults) => {
    const answered = await ask(map, faults.get(map) ?? '', asking, tools)
    answers.push(...answered.done.values())
    return answered
  })
  const [best = []] = answers.toSorted((a, b) => faultsIn(a, map).length - faultsIn(b, map).length)
  const elsewhere = isElsewhere(best, map)
  if (!elsewhere && best.some((said) => soundOf(said, map) !== null)) {
    await memory.keep(new Map([[map, best]]), asking)
    const sentences = finished(best, map, asking)
    await before.keep({ posts: outline.posts, shown: shownIn(map), sentences }, asking)
    return sentences
  }
  const why = elsewhere
    ? 'what it wrote does not speak of the claims it cites, or in another language'
    : (outcomes.failed.get(map)?.why ?? 'no sentence of the model’s summary could be found in the map')
  asking.notice?.(`The summary was not written by the model: ${why}.`)
  return (await tools.fallback?.summarise(outline, asking)) ?? []
}

/** The sentences that stand, with what they lack of the map added in its words; both is told. */
function finished(said: SentenceSaid[], map: Shown, asking: Asking): Sentence[] {
  const sound = said.flatMap((one) => soundOf(one, map) ?? [])
  const left = said.length - sound.length
  if (left > 0)
    asking.notice?.(
      left === 1
        ? 'One sentence of the model’s summary was left out: the claims it cites do not say that.'
        : `${left} sentences of the model’s summary were left out: the claims they cite do not say that.`,
    )
  let whole = sound
  let side = false
  for (let added = 0; added < MOST_ADDED; added += 1) {
    const [lack] = lacksIn(whole, map)
    if (lack === undefined) break
    side ||= isSide(lack)
    whole = fromMap(lack, map, whole).reduce(withSentence, whole)
  }
  if (side)
    asking.notice?.('The model’s summary left out one side: what that says was added in the words of its claims.')
  else if (whole.length > sound.length)
    asking.notice?.(
      'The model’s summary did not tell what is contested, unanswered or without evidence: that was added in the words of the claims.',
    )
  return whole.map((one) => keptOf(one, map))
}

/** What is wrong with an answer, the worst first. */
function faultsIn(said: SentenceSaid[], map: Shown): string[] {
  const sound = said.flatMap((one) => soundOf(one, map) ?? [])
  return [
    ...(said.length === 0 ? ['there were no sentences'] : []),
    ...(isElsewhere(said, map) ? ['most sentences share no word with the claims they cite'] : []),
    ...lacksIn(sound, map).map(lackSaid),
    ...said.flatMap((sentence) => faultOf(sentence, map) ?? []),
  ]
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
    [...map.claims.values()].map(({ claim }) => [claim.id, `${claim.statement}\n${marksOf({ ...claim, people: 1 })}`]),
  )
}

/** Parts of a summary that tell how claims stand, not what they say. */
const JUDGING: ReadonlySet<Part> = new Set(ON_STANDING)

/** Whether a claim is shown as it was, as far as a sentence of this part rests on it. */
function same(before: string | undefined, now: string | undefined, part: Part): boolean {
  const said = (shown: string | undefined): string | undefined => (JUDGING.has(part) ? shown : shown?.split('\n')[0])
  return now !== undefined && said(before) === said(now)
}

function writtenBefore(more: number, whole: boolean): string {
  const since = more === 1 ? 'the last post came' : `the last ${more} posts came`
  return whole
    ? `The summary was written before ${since}: what it rests on is the same.`
    : `The summary was written before ${since}: what does not hold any more was left out.`
}

/**
 * The sentences of a summary written before that are still right: what they rest on is there as it was; and those for
 * positions that came since. Null when it has to be written anew: see `STILL`; and no side may be lost.
 */
function stillTrue(
  { posts, shown: before, sentences }: Kept,
  map: Shown,
  outline: Outline,
): { held: SentenceSaid[]; fresh: SentenceSaid[] } | null {
  const now = shownIn(map)
  const changed = Object.keys(now).filter((id) => before[id] !== now[id]).length
  const first = firstPositions(outline)
  const fresh = first.filter(({ id }) => id in now && !(id in before))
  const rests = ({ part, claims }: Sentence): boolean => claims.every((id) => same(before[id], now[id], part))
  const held = shortIn(sentences.filter(rests), map).filter((one) => faultOf(one, map) === null)
  const holds =
    outline.posts >= posts &&
    outline.posts - posts <= STILL.grown * posts &&
    changed <= STILL.share * map.claims.size &&
    fresh.length <= STILL.fresh * first.length &&
    sentences.length - held.length <= STILL.gone * sentences.length &&
    !lacksIn(held, map).some(isSide)
  return holds ? { held, fresh: fresh.map((one) => sentenceFor(one, map)) } : null
}

/** The weightiest positions of each side of each issue: the first of all, then the second. */
function firstPositions({ issues }: Outline): OutlineClaim[] {
  const sides = issues.flatMap(({ for: pro, against, other }) => [pro, against, other])
  return Array.from({ length: STILL.positions }, (_, at) => sides.flatMap((side) => side.slice(at, at + 1))).flat()
}

/** A claim of the map as a sentence of the summary. */
function sentenceFor({ id }: OutlineClaim, map: Shown): SentenceSaid {
  const [short = '', shown] = [...map.claims].find(([, { claim }]) => claim.id === id) ?? []
  return { part: shown?.side ?? 'other', text: statementOf(short, map), claims: [short] }
}

/** Sentences of a debate with the ids their claims have in `map`, wherever they stand in it. */
function shortIn(sentences: Sentence[], map: Shown): SentenceSaid[] {
  return sentences.map((one) => ({
    ...one,
    claims: one.claims.flatMap((id) =>
      [...map.claims].flatMap(([short, { claim }]) => (claim.id === id ? [short] : [])),
    ),
  }))
}

function statementsOf(issue: Outline['issues'][number]): string[] {
  const all = (claim: OutlineClaim): string[] => [claim.statement, ...[...claim.supports, ...claim.rebuts].flatMap(all)]
  return [...issue.for, ...issue.against, ...issue.other].flatMap(all)
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
  const said = listIn(answer.value, 'sentences', SentenceSaid)
  if (said === null) {
    return {
      done: new Map(),
      faulty: new Map(),
      failure: { kind: 'nonsense', why: 'the model’s answer lacked what was asked for' },
    }
  }
  const faults = [
    ...faultsIn(said.items, map),
    ...(said.invalid.length > 0 ? ['a sentence lacked a field, or had another part than those listed'] : []),
    ...(answer.cut ? ['it was too long and was cut off'] : []),
  ].slice(0, MOST_FAULTS)
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
  const cited = sentence.claims.flatMap((id) => map.claims.get(id) ?? [])
  const misplaced = misplacedIn(sentence, cited)
  if (misplaced !== null) return misplaced
  const text = withoutIds(sentence.text)
  const number = inventedIn(
    text,
    cited.map(({ claim }) => claim),
    map,
  )
  if (number !== null) return `the number ${number} stands in none of the claims cited`
  const verdict = overstatedIn(text, cited)
  return verdict === null ? null : `“${verdict}” says more than the claims cited`
}

/** A part about how claims stand that none of the claims cited belongs to. */
function misplacedIn({ part, claims }: SentenceSaid, cited: ShownClaim[]): string | null {
  const fits = {
    contested: ({ claim }: ShownClaim) => claim.standing !== 'unchallenged',
    unanswered: ({ claim }: ShownClaim) => claim.unanswered,
    'no evidence': ({ claim }: ShownClaim) => claim.noEvidence,
  }
  return part in fits && !cited.some(fits[part as OnStanding]) ? `${claims.join(', ')} is not marked ${part}` : null
}

/** The side a sentence states: that of the claims it cites, whatever the model called it, where all are of one. */
function partOf({ part, claims }: SentenceSaid, map: Shown): Part {
  if (part !== 'for' && part !== 'against') return part
  const sides = new Set(claims.map((id) => map.claims.get(id)?.side ?? null))
  const [only] = sides
  return sides.size === 1 && only != null ? only : part
}

/** A sentence without citations that do not exist; null when none is left, or it says what the map does not. */
function soundOf(said: SentenceSaid, map: Shown): SentenceSaid | null {
  const known = { ...said, claims: said.claims.filter((id) => map.claims.has(id)) }
  if (faultOf(known, map) !== null) return null
  const text = withoutIds(said.text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return text === '' || text.length > LONGEST_SENTENCE ? null : { ...known, part: partOf(known, map), text }
}

/** The sentence as the debate keeps it. */
function keptOf({ part, text, claims }: SentenceSaid, map: Shown): Sentence {
  return { part, text, claims: [...new Set(claims.flatMap((id) => map.claims.get(id)?.claim.id ?? []))] }
}

function withoutIds(text: string): string {
  return text.replace(/\s*[([]\s*k\d+(?:\s*,\s*k\d+)*\s*[)\]]/g, '')
}
