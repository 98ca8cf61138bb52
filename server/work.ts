/** The work of one job: an analysis from its first start to its end, whatever that end is. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Progress } from '../shared/api.ts'
import type { Correction } from '../shared/corrections.ts'
import type { Debate } from '../shared/debate.ts'
import { analyse } from './analyse.ts'
import { Later } from './analysers/index.ts'
import { leavesOut, limitsAfter, withArrivals } from './earlier.ts'
import { applyCorrections } from './graph/corrections.ts'
import type { Interrupts, Postponed, Work } from './jobs/index.ts'
import { Problem } from './problem.ts'
import type { Run } from './run.ts'
import { ANSWERS, FURTHER, type Rest, type Store } from './store/index.ts'
import type { Tools } from './tools.ts'

/**
 * Milliseconds from a start that finished no step to the next, at least. The process may have been ended from outside, and
 * again and again in a minute, so they grow; one that ends within a pause has started nothing, and others have their turn.
 */
const PAUSES = [0, 10_000, 30_000, 90_000]
/** Starts in a row that finish no step before an analysis is given up: it probably ends the process each time. */
const MOST_STARTS = PAUSES.length + 1

export function createWork(store: Store, tools: Tools): Work {
  return async (id, interrupts) => {
    const after = interrupts.stop.aborted ? 0 : await pauseOf(store, id)
    if (after > 0) return { after }
    const begun = await store.begin(id)
    if (begun === null) return undefined
    try {
      if (begun.starts > MOST_STARTS) throw interruptedTooOften()
      const analysed = await analysis(store, tools, id, begun.rest, interrupts)
      const before = await store.debate(id)
      if (interrupts.stop.aborted && before !== null && leavesOut(analysed, before)) throw stoppedAgain()
      const debate = before === null ? analysed : withArrivals(analysed, before)
      const status = interrupts.stop.aborted ? 'cancelled' : 'done'
      await store.finish(id, { status, ...(await withCorrections(store, debate)), problem: null })
    } catch (thrown) {
      if (interrupts.signal.aborted) throw thrown
      if (thrown instanceof Later) return postponed(store, id, thrown)
      if ((await store.entry(id)) === null) return undefined
      const { status, problem } = await unfinished(store, id, thrown, interrupts)
      if (problem.code === 'internal') console.error(new Date().toISOString(), id, problem.cause ?? problem)
      await store.finish(id, { status, debate: null, problem: problem.reply() })
    }
    return undefined
  }
}

/** Milliseconds until it is time for the next start; none where a step was finished since the last. */
async function pauseOf(store: Store, id: string): Promise<number> {
  const last = await store.started(id)
  if (last === null || last.at === null || last.starts === 0) return 0
  const pause = PAUSES[last.starts - 1] ?? 0
  // A clock that was set back must not make a pause of days.
  return Math.min(pause, Date.parse(last.at) + pause - Date.now())
}

/** How an analysis without a result ended. One that was stopped while there is a map of before has failed to renew it. */
async function unfinished(store: Store, id: string, thrown: unknown, { stop }: Interrupts) {
  if (!stop.aborted) return { status: 'failed' as const, problem: Problem.from(thrown) }
  if ((await store.debate(id)) !== null) return { status: 'failed' as const, problem: stoppedAgain(thrown) }
  return { status: 'cancelled' as const, problem: stopped(thrown) }
}

/** To be run again; that it got so far counts as a step, so that waiting is never taken for failing. */
async function postponed(store: Store, id: string, { after }: Later): Promise<Postponed> {
  await store.journal(id).put('waited', true)
  return { after }
}

/** The new analysis with what people had changed on the earlier one. */
async function withCorrections(store: Store, analysed: Debate): Promise<{ debate: Debate; analysed?: Debate }> {
  const log = await store.corrections(analysed.id)
  return log.length === 0 ? { debate: analysed } : { debate: applyCorrections(analysed, log).debate, analysed }
}

/** Posts that people took out of their fold: they are read by themselves. */
function unfolded(log: Correction[]): Set<string> {
  return new Set(log.flatMap(({ undone, change }) => (change.kind === 'unfold' && !undone ? [change.postId] : [])))
}

async function analysis(store: Store, tools: Tools, id: string, rest: Rest, interrupts: Interrupts) {
  const request = await store.request(id)
  if (request === null) throw new Problem('not-found', 'What was sent to be analysed is not there any more.')
  const { embedded, fetcher } = tools
  const analyser = await tools.analyser(request.analyser, request.overnight)
  const further = (await store.journal(id).get(FURTHER)) === true
  const parts = {
    analyser,
    fallback: embedded,
    fetcher,
    config: limitsAfter(await store.debate(id), further, tools.config()),
    ...(rest === 'embedded' ? { rest: embedded } : {}),
  }
  const triedAgain = ((await store.entry(id))?.claims ?? 0) > 0
  const keptApart = unfolded(await store.corrections(id))
  return analyse(request, parts, { ...runOf(store, id, interrupts), keptApart, triedAgain, further })
}

/**
 * A run whose journal, answers and progress are in the store. Progress that can't be kept ends it at the next step. After
 * each, the thread takes a turn to hear whether it shall stop: an analysis may compute for long without waiting.
 */
function runOf(store: Store, id: string, { signal, stop }: Interrupts): Run {
  const lost = new AbortController()
  const tell = async (progress: Progress): Promise<void> => {
    if (progress.type === 'title') {
      await store.update(id, { title: progress.title, posts: progress.posts, people: progress.people })
    }
    await store.append(id, progress)
    await turn()
  }
  const journal = store.journal(id)
  return {
    id,
    journal,
    calls: {
      get: (key) => store.calls.get(key),
      // An answer that is kept is not asked for again: however often it is ended from outside, the analysis gets further.
      async put(answers) {
        await store.calls.put(answers)
        if (answers.size > 0) await journal.put('answered', true)
      },
    },
    answers: {
      get: (name) => journal.get(ANSWERS + name),
      put: (name, value) => journal.put(ANSWERS + name, value),
      forget: () => store.forget(id, ANSWERS),
    },
    signal: AbortSignal.any([signal, lost.signal]),
    stop,
    progress: (progress) => tell(progress).catch((thrown: unknown) => lost.abort(thrown)),
  }
}

function stopped(cause: unknown): Problem {
  return new Problem('cancelled', 'The analysis was stopped before there was anything to show.', { cause })
}

function stoppedAgain(cause?: unknown): Problem {
  return new Problem('cancelled', 'Reading again was stopped before it had reached all that the map holds.', {
    cause,
    remedy: 'Nothing of the map is lost; read it again to go on.',
  })
}

function interruptedTooOften(): Problem {
  return new Problem('internal', `The analysis was interrupted ${MOST_STARTS} times without getting any further.`, {
    remedy: 'Try the rest again; if it ends like this once more, send a part of the thread.',
  })
}
