/** Runs an analyser over the corpora through the product's own code and counts how often it is right. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Basis } from '../../shared/findings.ts'
import { aimOf } from '../../server/analysers/embedded/relate.ts'
import type { Analyser } from '../../server/analysers/index.ts'
import {
  type Aims,
  type PairRecord,
  type Prediction,
  predictionOf,
  records,
  type ThreadRecord,
  threadOf,
} from './corpora.ts'
import { type PairPrediction, predictPairs } from './pairs.ts'
import { debateOf, type Task } from './task.ts'

/** What the scorer exports; see its README for what the numbers mean. */
interface Scorer {
  scoreThreads(gold: unknown[], predicted: unknown[], options: { boot: number }): ThreadScores
  scorePairs(gold: unknown[], predicted: unknown[], options: { boot: number }): { headline: Record<string, number> }
}
interface ThreadScores {
  headline: Record<string, number | null>
  metrics: Record<string, { micro: { f1: number; precision: number; recall: number; predicted: number } }>
}

/** Confidence from which a link by rule is shown as certain. */
const CERTAIN = 0.4
/** Found inside a post, whatever it belongs to. */
const INSIDE: Basis[] = ['connective', 'nearby']
const BASES: Basis[] = ['connective', 'nearby', 'quote', 'similar', 'title', 'reply', 'model']

export type Numbers = Record<string, number>

async function scorer(folder: string): Promise<Scorer> {
  return (await import(pathToFileURL(join(folder, 'score.mjs')).href)) as Scorer
}

/** All numbers of `MEASURES`. Throws where a corpus is missing. */
export async function measureAll(task: Task): Promise<Numbers> {
  const score = await scorer(task.folder)
  const numbers: Numbers = {}
  const cmv = await threads('cmv-modes', task)
  const all = score.scoreThreads(cmv.gold, cmv.predicted, { boot: 0 })
  numbers['cmv units IoU>=0.5 F1'] = f1(all, 'units IoU>=0.5')
  numbers['cmv sentences, 3-way macro F1'] = headline(all, 'sentences, 3-way macro F1')
  numbers['cmv units with type, macro F1'] = headline(all, 'units with type, macro F1')
  numbers['cmv relations, polarity right'] = f1(all, 'relations, polarity right')
  numbers['cmv relations within, polarity right'] = f1(all, 'relations within a post, polarity right')
  numbers['cmv relations across, polarity right'] = f1(all, 'relations across posts, polarity right')
  numbers['cmv post→unit, polarity right'] = f1(all, 'post answers unit, polarity right')
  const certain = score.scoreThreads(cmv.gold, cmv.predicted.map(onlyCertain), { boot: 0 })
  numbers['cmv post→unit precision, links shown as certain'] =
    certain.metrics['post answers unit']?.micro.precision ?? 0
  numbers['cmv post→unit recall, links shown as certain'] = certain.metrics['post answers unit']?.micro.recall ?? 0
  numbers['cmv post→post precision, links and replies'] = all.metrics['post answers post']?.micro.precision ?? 0

  Object.assign(numbers, byBasis(cmv, score, BASES))

  const cdcp = await threads('cdcp', task)
  const comments = score.scoreThreads(cdcp.gold, cdcp.predicted, { boot: 0 })
  numbers['cdcp sentences, argument or not F1'] = headline(comments, 'sentences, argument or not F1')
  numbers['cdcp units with type, macro F1'] = headline(comments, 'units with type, macro F1')
  numbers['cdcp relations, polarity right'] = f1(comments, 'relations, polarity right')
  const short = [await threads('microtexts-1', task), await threads('microtexts-2', task)]
  Object.assign(numbers, byBasis(together([cmv, cdcp, ...short]), score, INSIDE, ', comments and short texts, too'))

  for (const corpus of ['argkp', 'perspectrum', 'ukp-aspect']) {
    Object.assign(numbers, await samePairs(corpus, task, score))
  }
  Object.assign(numbers, await attitudes(task))
  numbers['neardup F1'] = await neardup(task, score)
  return numbers
}

interface Predicted {
  gold: ThreadRecord[]
  predicted: Prediction[]
}

function together(all: Predicted[]): Predicted {
  return { gold: all.flatMap(({ gold }) => gold), predicted: all.flatMap(({ predicted }) => predicted) }
}

/**
 * How often shown links of each basis are right. Within a post: of all, and of those between two passages that people
 * marked, too. Across posts: whether the post takes a stand on that statement.
 */
function byBasis({ gold, predicted }: Predicted, score: Scorer, bases: Basis[], where = ''): Numbers {
  const found = bases.flatMap((basis): [string, number][] => {
    const only = predicted.map((one) => ({
      ...one,
      relations: one.relations.filter((relation) => relation.basis === basis && relation.confidence !== 0),
    }))
    const { metrics } = score.scoreThreads(gold, only, { boot: 0 })
    const part = (name: string) => metrics[name]?.micro
    const rows = [
      ['within a post', part('relations within a post')],
      ['within a post, both ends being units', part('relations between found units, within')],
      ['across posts, at the right statement', part('post answers unit')],
    ] as const
    return rows.flatMap(([name, micro]) =>
      micro === undefined || micro.predicted === 0
        ? []
        : [
            [`links by ${basis}, ${name}${where}: precision`, micro.precision],
            [`links by ${basis}, ${name}${where}: count`, micro.predicted],
          ],
    )
  })
  return Object.fromEntries(found)
}

function onlyCertain(prediction: Prediction): Prediction {
  return { ...prediction, relations: prediction.relations.filter(({ confidence }) => (confidence ?? 1) >= CERTAIN) }
}

const headline = (scores: ThreadScores, name: string): number => scores.headline[name] ?? 0
const f1 = (scores: ThreadScores, name: string): number => scores.metrics[name]?.micro.f1 ?? 0

/** Gold and predictions of a corpus of threads. */
async function threads(corpus: string, task: Task): Promise<Predicted> {
  const gold = records<ThreadRecord>(join(task.folder, `${corpus}.dev.jsonl`)).slice(0, task.limit)
  return { gold, predicted: await predictThreads(corpus, gold, task) }
}

export async function predictThreads(corpus: string, gold: ThreadRecord[], task: Task): Promise<Prediction[]> {
  task.say(`${corpus}: ${gold.length} threads`)
  const predicted: Prediction[] = []
  for (const record of gold) {
    const aims: Aims = new Map()
    const analyser = task.parts.analyser.name === 'embedded' ? watched(task.parts.analyser, aims) : task.parts.analyser
    const debate = await debateOf(threadOf(record), { ...task.parts, analyser })
    predicted.push(predictionOf(record, debate, aims))
  }
  write(corpus, predicted, task)
  return predicted
}

/**
 * The analyser, noting for every claim what it most likely answers. The product pins a claim to another only where words
 * show a side; the scorer knows no side left open, so its form gets the likeliest target for those, too.
 */
function watched(analyser: Analyser, aims: Aims): Analyser {
  return {
    ...analyser,
    relate: (questions, asking) => {
      for (const question of questions) {
        const aim = aimOf(question)
        if (aim !== null) aims.set(`${question.claimId} ${question.toPost}`, { to: aim.to.claimId, basis: aim.basis })
      }
      return analyser.relate(questions, asking)
    },
  }
}

async function samePairs(corpus: string, task: Task, score: Scorer): Promise<Numbers> {
  const { gold, predicted } = await pairs(corpus, task)
  const { headline } = score.scorePairs(gold, predicted, { boot: 0 })
  const positive = ['match', 'same', 'similar'].find((label) => `average precision (${label})` in headline) ?? ''
  const merged = gold.filter((_, at) => (predicted[at]?.score ?? 0) >= task.parts.analyser.mergeAt)
  const right = merged.filter(({ label }) => label === positive).length
  return {
    [`${corpus} average precision`]: headline[`average precision (${positive})`] ?? 0,
    [`${corpus} precision of merges`]: merged.length === 0 ? 1 : right / merged.length,
    [`${corpus} recall of merges`]: right / gold.filter(({ label }) => label === positive).length,
  }
}

/** How often a reply said to agree, or to disagree, does; and how many of those that do are found. */
async function attitudes(task: Task): Promise<Numbers> {
  const { gold, predicted } = await pairs('subreddit-agreement', task)
  const numbers: Numbers = {}
  for (const label of ['agree', 'disagree']) {
    const said = gold.filter((_, at) => predicted[at]?.label === label)
    const right = said.filter((pair) => pair.label === label).length
    numbers[`subreddit-agreement precision of “${label}”`] = said.length === 0 ? 1 : right / said.length
    numbers[`subreddit-agreement recall of “${label}”`] = right / gold.filter((pair) => pair.label === label).length
  }
  return numbers
}

async function neardup(task: Task, score: Scorer): Promise<number> {
  const { gold, predicted } = await pairs('neardup', task)
  return score.scorePairs(gold, predicted, { boot: 0 }).headline['F1 duplicate'] ?? 0
}

async function pairs(corpus: string, task: Task): Promise<{ gold: PairRecord[]; predicted: PairPrediction[] }> {
  const gold = records<PairRecord>(join(task.folder, `${corpus}.dev.jsonl`)).slice(0, task.limit)
  const predicted = await predictPairs(corpus, gold, task)
  write(corpus, predicted, task)
  return { gold, predicted }
}

function write(corpus: string, predicted: unknown[], task: Task): void {
  if (task.out === null) return
  writeFileSync(join(task.out, `${corpus}.jsonl`), predicted.map((one) => `${JSON.stringify(one)}\n`).join(''))
}
