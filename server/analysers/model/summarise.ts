/**
 * The debate in a few sentences, from its map alone. Every sentence has to rest on claims of the map, and the whole has to
 * state both sides: what the model leaves out after it was asked again is said in the words of the map.
 */
import type { Summary } from '../../../shared/debate.ts'
import type { Asking, Outline, OutlineClaim } from '../index.ts'
import { apart } from './apart.ts'
import { fromMap, isElsewhere, isSide, lackSaid, lacksIn, withSentence } from './balance.ts'
import { askItems, type Round } from './items.ts'
import { memoryOf } from './memory.ts'
import { mapOf, type Shown } from './outlined.ts'
import { inBriefFor } from './prompts.ts'
import { faultOf, keptOf, soundOf } from './sentences.ts'
import { ANSWERS, listIn, Sentence as SentenceShape, SentenceSaid } from './shapes.ts'
import type { Tools } from './tools.ts'
import { free } from './usage.ts'
import { writtenBefore } from './written-before.ts'

type Sentence = Summary['sentences'][number]

const ANSWER_TOKENS = 700
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
  const before = writtenBefore(outline, map, tools)
  const still = await before.found(asking)
  if (still !== null) {
    await asking.spent(free(prompt.name, map.claims.size))
    return finished(still, map, asking)
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
    await before.keep(sentences, asking)
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

function statementsOf(issue: Outline['issues'][number]): string[] {
  const all = (claim: OutlineClaim): string[] => [claim.statement, ...[...claim.supports, ...claim.rebuts].flatMap(all)]
  return [...issue.for, ...issue.against, ...issue.other].flatMap(all)
}

async function ask(map: Shown, fault: string, asking: Asking, tools: Tools): Promise<Round<Shown, SentenceSaid[]>> {
  const note = fault === '' ? '' : `Your last answer had faults; write it anew without them: ${fault}.`
  const answer = await tools.ask(
    {
      prompt: inBriefFor(map.json, tools.prompts.summarise),
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
