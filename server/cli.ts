#!/usr/bin/env node
/** The command: reads what it is given, analyses it and writes the result, without a server or a database. */
import { accessSync, constants, createWriteStream, existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import {
  AnalyserChoice,
  type CreateDebate,
  ExportFormat,
  type Progress,
  type ProblemCode,
  type Source,
} from '../shared/api.ts'
import type { Debate } from '../shared/debate.ts'
import type { CheckedSource } from '../shared/sources.ts'
import { LabelsAre } from '../shared/split.ts'
import { analyse } from './analyse.ts'
import type { CallMemory } from './analysers/index.ts'
import { type Config, readConfig } from './config.ts'
import { createEstimator } from './estimate.ts'
import { exportDebate } from './export/index.ts'
import { partRead } from './export/view.ts'
import { growSlowly } from './memory.ts'
import { Problem } from './problem.ts'
import { tooLarge } from './read/body.ts'
import type { Journal, Run } from './run.ts'
import { withSiteKeys } from './settings.ts'
import { openTools } from './tools.ts'
import { VERSION } from './version.ts'

const HELP = `Usage: counterpoint <source> [more sources …] [options]
       counterpoint models                 list the model profiles
       counterpoint models check <name>    try a profile with one small question

Turns a discussion into an argument map. A source is the address of a thread, a file (a saved page, JSON, mail, text),
or - for text from standard input. Several sources become one debate.

Options
  -f, --format NAME                      what to write: ${ExportFormat.options.join(', ')} (default md)
  -o, --out FILE                         where to write it (default standard output)
  -a, --analyser auto|model|embedded     who reads it (default auto: the model when a key is set)
  --overnight                            let the model answer within a day, at half the price
  --labels writers|words                 what labels in a text (“Ann: …”) are, where that is not plain: its writers or not
  --sources                              open the addresses it cites and look for the words quoted from them
  --estimate                             only say what it would take: posts, tokens, price, time
  -h, --help
  -v, --version

Settings such as ANTHROPIC_API_KEY come from the environment; README.md lists them. Keys of sites that were entered on
the settings page are used, too.

Exit codes
  0  done                       3  the source could not be read
  1  a fault of Counterpoint    4  done in part: posts are missing or were not analysed
  2  wrong usage                5  the model's service refused or could not be used
                              130  interrupted`

/** Exit codes of problems; any other means the source could not be read. */
const EXITS: Partial<Record<ProblemCode, number>> = {
  internal: 1,
  'bad-request': 2,
  'empty-input': 2,
  'key-refused': 5,
  'model-unavailable': 5,
  'over-budget': 5,
  cancelled: 130,
}

const PARTIAL = 4

async function main(): Promise<number> {
  const { values, positionals } = parsed()
  if (values.help === true) return say(HELP)
  if (values.version === true) return say(VERSION)
  if (positionals[0] === 'models') {
    const { models } = await import('./cli-models.ts')
    return models(positionals.slice(1), readConfig(process.env))
  }
  if (positionals.length === 0) throw wrongUsage('Name a thread: its address, a file, or - for standard input.')
  const format = chosen(ExportFormat.safeParse(values.format), 'format', ExportFormat.options)
  const analyser = chosen(AnalyserChoice.safeParse(values.analyser), 'analyser', AnalyserChoice.options)
  if (values.out !== undefined) mayWrite(values.out)
  const { MAX_UPLOAD_BYTES } = readConfig(process.env)
  const labels =
    values.labels === undefined ? null : chosen(LabelsAre.safeParse(values.labels), 'labels', LabelsAre.options)
  const sources = positionals.map((word) => {
    const source = sourceOf(word, MAX_UPLOAD_BYTES)
    return labels === null || source.kind === 'url' ? source : { ...source, labels }
  })

  const overnight = values.overnight === true
  if (values.estimate === true) return say(await estimated({ sources, analyser, overnight }))

  const debate = await analysed({ sources, analyser, overnight })
  const checked = values.sources === true || readConfig(process.env).CHECK_SOURCES ? await sourcesOf(debate) : []
  const { body } = exportDebate(debate, format, checked)
  const missing = missingOf(debate)
  const notices = new Set([...missing, ...debate.threads.flatMap((thread) => thread.notices)])
  for (const notice of notices) console.error(plain(notice))
  if (values.out === undefined) await written(body)
  else await pipeline(Readable.from(body), createWriteStream(values.out))
  return missing.length > 0 ? PARTIAL : 0
}

function settings(): Config {
  return withSiteKeys(readConfig(process.env))
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f', default: 'md' },
        out: { type: 'string', short: 'o' },
        analyser: { type: 'string', short: 'a', default: 'auto' },
        overnight: { type: 'boolean' },
        estimate: { type: 'boolean' },
        labels: { type: 'string' },
        sources: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    })
  } catch (thrown) {
    throw wrongUsage(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function chosen<T>(read: { success: true; data: T } | { success: false }, name: string, options: readonly string[]): T {
  if (read.success) return read.data
  throw wrongUsage(`--${name} is one of ${options.join(', ')}.`)
}

/** Throws, before any work is done, when the result could not be written to `file` afterwards. */
function mayWrite(file: string): void {
  const there = existsSync(file)
  if (there && statSync(file).isDirectory()) throw wrongUsage(`--out ${file} is a folder; name a file in it.`)
  try {
    accessSync(there ? file : dirname(file), constants.W_OK)
  } catch {
    const why =
      there || existsSync(dirname(file)) ? 'it may not be written here' : `there is no folder ${dirname(file)}`
    throw wrongUsage(`The result can’t be written to ${file}: ${why}.`)
  }
}

/** What a word of the command line stands for. A file of that name comes before an address; `host/path` is one. */
function sourceOf(word: string, mostBytes: number): Source {
  if (word === '-') return { kind: 'text', text: readFileSync(0, 'utf8') }
  if (existsSync(word)) {
    const found = statSync(word)
    if (found.isDirectory()) throw wrongUsage(`${word} is a folder; name the files in it.`)
    if (found.size > mostBytes) throw tooLarge(mostBytes, `“${basename(word)}”`)
    const base64 = readFileSync(word).toString('base64')
    return { kind: 'file', name: basename(word), base64, readAt: found.mtime.toISOString() }
  }
  if (/^https?:\/\//i.test(word) || /^[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?]/.test(word)) return { kind: 'url', url: word }
  throw wrongUsage(`There is no file ${word}, and it does not look like an address.`)
}

/** The first Ctrl-C ends the analysis with what was found, the second ends the program. */
async function analysed(request: CreateDebate): Promise<Debate> {
  const config = settings()
  const tools = openTools(() => config)
  const stop = new AbortController()
  const line = new ProgressLine()
  process.on('SIGINT', () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
  })
  try {
    const analyser = await tools.analyser(request.analyser, request.overnight)
    line.show(`Reading (analyser: ${analyser.model ?? 'built-in'})`)
    const parts = { analyser, fallback: tools.embedded, fetcher: tools.fetcher, config }
    return await analyse(request, parts, runWith(line, stop.signal))
  } finally {
    line.end()
    await tools.close()
  }
}

/** What is behind the addresses the debate cites. */
async function sourcesOf(debate: Debate): Promise<CheckedSource[]> {
  const { checkSources } = await import('./sources/once.ts')
  const line = new ProgressLine()
  try {
    return await checkSources(debate, readConfig(process.env), interrupted(), (done, of) =>
      line.show(`Checking sources: ${done} of ${of}`),
    )
  } finally {
    line.end()
  }
}

/** What the analysis would take, in a sentence. */
async function estimated(request: CreateDebate): Promise<string> {
  const config = settings()
  const tools = openTools(() => config)
  try {
    const { analyser, posts, cap, ...figures } = await createEstimator(tools).estimate(request, interrupted())
    if (analyser === 'embedded') return `${posts} posts for the built-in analyser, at no cost.`
    const { sentenceOf } = await import('./analysers/model/estimate.ts')
    const known = ` The spending cap is $${cap.toFixed(2)}.`
    const unknown = ` Without a price the spending cap of $${cap.toFixed(2)} can’t hold.`
    const limit = cap === 0 ? '' : figures.cost === null ? unknown : known
    return `${sentenceOf({ posts, ...figures })}${limit}`
  } finally {
    await tools.close()
  }
}

function interrupted(): AbortSignal {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort(new Problem('cancelled', 'The estimate was interrupted.')))
  return stop.signal
}

function runWith(line: ProgressLine, stop: AbortSignal): Run {
  return {
    id: 'debate',
    journal: inMemory(),
    calls: callsInMemory(),
    signal: new AbortController().signal,
    stop,
    progress: (progress) => Promise.resolve(line.tell(progress)),
  }
}

function inMemory(): Journal {
  const steps = new Map<string, unknown>()
  return {
    get: (step) => Promise.resolve(steps.get(step)),
    put: (step, value) => Promise.resolve(void (steps.has(step) || steps.set(step, value))),
  }
}

function callsInMemory(): CallMemory {
  const answers = new Map<string, string>()
  return {
    get: (key) => Promise.resolve(answers.get(key) ?? null),
    put: async (made) => {
      for (const [key, answer] of made) answers.set(key, answer)
    },
  }
}

/** A line for posts that were not read, and one for those that were not analysed. */
function missingOf(debate: Debate): string[] {
  const { fates, notRead } = debate.coverage
  const failed = fates.filter(({ fate }) => fate === 'failed').length
  const why = new Set(notRead.map((one) => one.why))
  return [
    ...(notRead.length > 0 ? [`${partRead(debate)}. Not read: ${[...why].join('; ')}.`] : []),
    ...(failed > 0 ? [`${counted(failed, 'post', 'posts')} could not be analysed.`] : []),
  ]
}

/** One line on standard error that says what is being done; where that is no terminal, one line for each stage. */
class ProgressLine {
  #stage = ''

  tell(progress: Progress): void {
    if (progress.type === 'title')
      this.show(
        `“${progress.title}”: ${counted(progress.posts, 'post', 'posts')} by ${counted(progress.people, 'person', 'people')}`,
      )
    if (progress.type !== 'stage') return
    const { stage, done, of, note } = progress
    const count = of === null ? '' : ` ${done} of ${of}`
    if (process.stderr.isTTY || stage !== this.#stage)
      this.show(`${DOING[stage]}${count}${note === '' ? '' : `: ${note}`}`)
    this.#stage = stage
  }

  show(text: string): void {
    const one = plain(text)
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[2K${one.slice(0, process.stderr.columns - 1)}` : `${one}\n`)
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
  }
}

/** One line without anything a terminal would obey. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}

const DOING: Record<Extract<Progress, { type: 'stage' }>['stage'], string> = {
  read: 'Reading',
  fold: 'Folding repeats',
  extract: 'Finding claims: posts',
  merge: 'Merging claims',
  relate: 'Linking claims',
  summarise: 'Summarising',
}

function wrongUsage(what: string): Problem {
  return new Problem('bad-request', what, { remedy: '“counterpoint --help” says how to use it.' })
}

function say(text: string): number {
  console.log(text)
  return 0
}

/** Waits until the reader of a pipe has taken everything; a reader that went away is no fault. */
async function written(body: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lineEnded(body)), process.stdout, { end: false })
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE')) throw thrown
  }
}

function* lineEnded(body: Iterable<string>): Generator<string> {
  let last = ''
  for (last of body) yield last
  if (!last.endsWith('\n')) yield '\n'
}

growSlowly()
main().then(
  (code) => process.exit(code),
  (thrown: unknown) => {
    const problem = Problem.from(thrown)
    console.error(`${problem.message}\n${problem.remedy}`)
    if (problem.code === 'internal') console.error(problem.cause ?? problem)
    process.exit(EXITS[problem.code] ?? 3)
  },
)

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
