/** The pipeline as one sentence: start reading here. */
import { z } from 'zod'
import type { CreateDebate, Stage } from '../shared/api.ts'
import { type Debate, Link, type Provenance, Reply, Similar, Summary as SummaryShape } from '../shared/debate.ts'
import { ClaimGroup } from '../shared/findings.ts'
import { Thread } from '../shared/thread.ts'
import { type Analyser, IssueAnswer } from './analysers/index.ts'
import { Asker } from './asker.ts'
import type { Config } from './config.ts'
import { extract } from './extract.ts'
import { issuesAsked } from './graph/answers.ts'
import { arrange } from './graph/arrange.ts'
import { outline } from './graph/outline.ts'
import { isNamed, who } from './graph/people.ts'
import { relate } from './graph/relate.ts'
import { withRecordedSides } from './graph/sides.ts'
import { assess } from './graph/standing.ts'
import { NOTHING_SPENT, Purse } from './purse.ts'
import type { Fetcher } from './read/fetch.ts'
import { read } from './read/index.ts'
import { keeping } from './read/kept.ts'
import { brigadeNotice, brigades } from './repeats/brigades.ts'
import { clearest, mergeClaims } from './repeats/claims.ts'
import { saidAgain } from './repeats/mentions.ts'
import { foldPosts } from './repeats/posts.ts'
import { resolveQuotes } from './repeats/quotes.ts'
import { type Run, step } from './run.ts'
import { VERSION } from './version.ts'

export interface Parts {
  analyser: Analyser
  /** The embedded analyser: finishes what `analyser` may no longer do because the run was stopped or its purse is empty. */
  fallback: Analyser
  /** Who reads posts left over when an analysis is tried again; `analyser` if not given. */
  rest?: Analyser
  fetcher: Fetcher
  config: Config
}

/**
 * Reads what was sent and analyses it. Throws `Problem` when nothing can be shown; whatever else went wrong stands in the
 * debate's coverage and notices. Every finished step is journalled: called again with the same journal, it goes on.
 */
export async function analyse(request: CreateDebate, parts: Parts, run: Run): Promise<Debate> {
  const threads = await step(run, 'read', z.array(Thread), () => readSources(request, parts, run))
  if (!threads.some(({ completeness }) => completeness.more)) await run.answers?.forget()
  const debate = await analyseThreads(threads, parts, run)
  if (!request.overnight || debate.provenance.analyser === 'embedded') return debate
  return { ...debate, provenance: { ...debate.provenance, overnight: true } }
}

/** Everything after reading: threads in, the whole debate out. */
export async function analyseThreads(given: Thread[], parts: Omit<Parts, 'fetcher'>, run: Run): Promise<Debate> {
  const begun = Date.now()
  const startedAt = await step(run, 'started', z.string(), async () => new Date(begun).toISOString())
  await announce(given, run)
  const purse = await Purse.of(run, parts.config.MAX_COST)

  tell(run, 'fold', 0, null)
  const threads = resolveQuotes(given)
  const folded = foldPosts(threads)
  const repeats = folded.filter(({ postId }) => run.keptApart?.has(postId) !== true)
  await run.progress({ type: 'stage', stage: 'fold', done: repeats.length, of: null, note: '' })

  const { findings: found, stopped, notices } = await extract(threads, folded, parts, run, purse)
  const findings = withRecordedSides(found, threads)
  const asker = new Asker({ findings, repeats }, stopped, parts, run, purse)

  const { groups, similar } = await asker.ask('merge', Merged, (analyser, asking) =>
    mergeClaims(findings.units, threads, repeats, analyser, asking),
  )
  const { links, replies } = await asker.ask('relate', Related, (analyser, asking) =>
    relate(groups, findings, threads, analyser, asking, (done, of) => tell(run, 'relate', done, of), repeats),
  )
  const provenance = {
    ...madeBy(parts.analyser),
    startedAt,
    version: VERSION,
    ...NOT_COUNTED,
  }
  const title = titleOf(threads)
  const again = saidAgain(findings.units, threads, repeats)
  const parted = { groups, similar, findings, links, replies, again, clearest }
  const arranging = { id: run.id, title, threads, repeats, ...parted, provenance }
  const arranged = arrange(arranging)
  const answers = await issuesOf(arranged, parts.analyser, asker)
  const debate = assess(answers.length === 0 ? arranged : arrange({ ...arranging, answers }))

  const summary = await asker.ask('summarise', SummaryShape, async (analyser, asking) => ({
    sentences: await analyser.summarise(outline(debate), asking),
    by: analyser.name,
  }))
  const finished = { finishedAt: new Date().toISOString(), took: Date.now() - begun }
  return {
    ...debate,
    summary,
    provenance: { ...debate.provenance, ...purse.spent, ...finished },
    notices: [
      ...new Set([...debate.notices, ...brigades(threads, repeats).map(brigadeNotice), ...notices, ...asker.notices]),
    ],
  }
}

/** The questions of the debate as the analyser names them; none where it leaves them to title and structure. */
async function issuesOf(arranged: Debate, analyser: Analyser, asker: Asker): Promise<IssueAnswer[]> {
  const asked = analyser.issues === undefined ? null : issuesAsked(arranged)
  if (asked === null) return []
  return asker.answer('issues', z.array(IssueAnswer), async (one, asking) => (await one.issues?.(asked, asking)) ?? [])
}

const Merged = z.object({ groups: z.array(ClaimGroup), similar: z.array(Similar) })
const Related = z.object({ links: z.array(Link), replies: z.array(Reply) })
const NOT_COUNTED = { ...NOTHING_SPENT, finishedAt: null, took: 0 }

function madeBy(analyser: Analyser): Pick<Provenance, 'analyser' | 'model' | 'prompts'> {
  return { analyser: analyser.name, model: analyser.model, prompts: analyser.prompts }
}

function titleOf(threads: Thread[]): string {
  return threads.find((thread) => thread.title !== '')?.title ?? 'A discussion without a title'
}

async function announce(threads: Thread[], run: Run): Promise<void> {
  const posts = threads.flatMap((thread) => thread.posts)
  const people = who(threads).people.filter((person) => isNamed(person.id)).length
  await run.progress({ type: 'title', title: titleOf(threads), posts: posts.length, people })
}

async function readSources(request: CreateDebate, parts: Parts, run: Run): Promise<Thread[]> {
  await run.progress({ type: 'stage', stage: 'read', done: 0, of: null, note: '' })
  const progress = (note: string, done: number, of: number | null): void => {
    tell(run, 'read', done, of, note)
  }
  const signal = AbortSignal.any([run.signal, run.stop])
  const fetcher = run.answers === undefined ? parts.fetcher : keeping(parts.fetcher, run.answers)
  try {
    return await read(request.sources, fetcher, { config: parts.config, signal, progress })
  } catch (thrown) {
    // Answers that made no thread are not given another time; a map that is to grow still stands on its own.
    if (!signal.aborted && run.further !== true) await run.answers?.forget()
    throw thrown
  }
}

/** Progress told without waiting until it is kept: the next one says more. */
function tell(run: Run, stage: Stage, done: number, of: number | null, note = ''): void {
  void run.progress({ type: 'stage', stage, done, of, note })
}
