/**
 * `npm run quality`: how good is an analyser on annotated corpora? Prints every measure with the best trivial system
 * (floor), what must be reached and what is striven for. Options:
 *   --corpus FILE     only this file, of threads or pairs, scored in full by the scorer beside the corpora
 *   --analyser NAME   embedded (default) or model
 *   --profile NAME    the model's profile
 *   --out FOLDER      writes predictions in the scorer's form (a file name when --corpus is given)
 *   --limit N         at most N records of each file
 *   --save            writes the numbers to baseline.json
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import type { Analyser } from '../../server/analysers/index.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { beside, WHY_ABSENT } from '../beside.ts'
import { type PairRecord, records, type ThreadRecord } from './corpora.ts'
import { measureAll, type Numbers, predictThreads } from './measure.ts'
import { MEASURES } from './measures.ts'
import { predictPairs } from './pairs.ts'
import type { Task } from './task.ts'

const BASELINE = join(import.meta.dirname, 'baseline.json')

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    analyser: { type: 'string', default: 'embedded' },
    profile: { type: 'string' },
    out: { type: 'string' },
    limit: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
})

if (options.analyser !== 'embedded' && options.analyser !== 'model')
  throw new Error(`--analyser is embedded or model, not ${options.analyser}`)
if (options.limit !== undefined && !(Number(options.limit) >= 1))
  throw new Error(`--limit is a number from 1, not ${options.limit}`)
if (options.save && options.limit !== undefined)
  throw new Error('a part of the corpora is no baseline: --save takes no --limit')

const folder = beside('corpora')
if (folder === null) throw new Error(WHY_ABSENT)
const task = await taskOf(folder)
if (options.corpus === undefined) print(await measureAll(task))
else await scoreFile(options.corpus)

async function taskOf(corpora: string): Promise<Task> {
  const config = readConfig(
    options.profile === undefined ? process.env : { ...process.env, MODEL_PROFILE: options.profile },
  )
  const embedded = createEmbedded()
  const analyser = options.analyser === 'model' ? await modelAnalyser(config, embedded) : embedded
  const out = options.corpus === undefined ? (options.out ?? null) : null
  if (out !== null) mkdirSync(out, { recursive: true })
  return {
    parts: { analyser, fallback: embedded, config },
    folder: corpora,
    limit: Number(options.limit ?? Number.POSITIVE_INFINITY),
    out,
    say: (line) => console.error(line),
  }
}

/** Loaded only when asked for: without a model nothing of its client is needed. */
async function modelAnalyser(config: Config, fallback: Analyser): Promise<Analyser> {
  const { createModel } = await import('../../server/analysers/model/index.ts')
  const { profileFrom } = await import('../../server/analysers/model/access.ts')
  const access = profileFrom(config)
  if (access === null) throw new Error('no model is set: give ANTHROPIC_API_KEY, or --profile with the key it names')
  return createModel({ ...access, fallback })
}

async function scoreFile(path: string): Promise<void> {
  const gold = records<ThreadRecord | PairRecord>(path).slice(0, task.limit)
  const isThreads = (list: (ThreadRecord | PairRecord)[]): list is ThreadRecord[] => 'posts' in (list[0] as object)
  const predicted = isThreads(gold)
    ? await predictThreads(path, gold, task)
    : await predictPairs(path, gold as PairRecord[], task)
  if (options.out !== undefined) writeFileSync(options.out, predicted.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const { scoreThreads, scorePairs, format } = (await import(pathToFileURL(join(task.folder, 'score.mjs')).href)) as {
    scoreThreads: (gold: unknown[], predicted: unknown[]) => unknown
    scorePairs: (gold: unknown[], predicted: unknown[], options?: { field: string }) => unknown
    format: (result: unknown) => string
  }
  console.log(format(isThreads(gold) ? scoreThreads(gold, predicted) : scorePairs(gold, predicted)))
  if (predicted.some((one) => 'kind' in one)) {
    console.log(`\nkind:\n${format(scorePairs(gold, predicted, { field: 'kind' }))}`)
  }
}

function print(numbers: Numbers): void {
  const before = JSON.parse(readFileSync(BASELINE, 'utf8')) as Numbers
  const cell = (value: number | null | undefined) =>
    (value === null || value === undefined ? '' : value.toFixed(3)).padStart(9)
  console.log(
    `${'measure'.padEnd(52)}${['now', 'floor', 'must', 'strive', 'baseline', 'noise'].map((head) => head.padStart(9)).join('')}`,
  )
  for (const { name, floor, must, strive, noise } of MEASURES) {
    const now = numbers[name]
    const short = must !== null && (now ?? 0) < must ? '  below what must be' : ''
    console.log(name.padEnd(52) + [now, floor, must, strive, before[name], noise].map(cell).join('') + short)
  }
  console.log('\nhow often links known by rule are right')
  for (const [name, value] of Object.entries(numbers)) {
    if (name.startsWith('links by')) console.log(name.padEnd(90) + cell(value))
  }
  if (options.save) writeFileSync(BASELINE, `${JSON.stringify(numbers, null, 2)}\n`)
}
