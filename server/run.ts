/** One run of an analysis: what it may use, what it has spent, and how a finished step is not done again. */
import { z } from 'zod'
import type { Progress } from '../shared/api.ts'
import { Call } from '../shared/debate.ts'
import type { Asking, CallMemory } from './analysers/index.ts'
import { Problem } from './problem.ts'

/** Results of finished steps, by name, so that an interrupted analysis goes on where it stopped. */
export interface Journal {
  /** The value of a finished step; undefined when it has none. */
  get(step: string): Promise<unknown>
  /** Once this returns, the value survives a killed process. Writing a step twice keeps the first value. */
  put(step: string, value: unknown): Promise<void>
}

export interface Run {
  /** Id of the debate. */
  id: string
  journal: Journal
  calls: CallMemory
  /** Aborted when the work must end at once (the process stops); what is in the journal is taken up later. */
  signal: AbortSignal
  /** Aborted when a person says "stop and keep this": what was found is arranged and shown. */
  stop: AbortSignal
  /** Posts a person took out of folding: they are analysed although they repeat another. */
  keptApart?: ReadonlySet<string>
  progress(progress: Progress): Promise<void>
}

/** The journal's value of `name`, or else the value of `work`, kept before it is returned. */
export async function step<T>(run: Run, name: string, shape: z.ZodType<T>, work: () => Promise<T>): Promise<T> {
  const kept = shape.safeParse(await run.journal.get(name))
  if (kept.success) return kept.data
  const value = await work()
  await run.journal.put(name, value)
  return value
}

/** Tokens and money spent. `cost` in US dollars, null as soon as one call had no known price. */
export const Spent = z.object({
  calls: z.int(),
  cachedCalls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  cost: z.number().nullable(),
  asked: z.array(Call).default([]),
})
export type Spent = z.infer<typeof Spent>

export const NOTHING_SPENT: Spent = { calls: 0, cachedCalls: 0, inputTokens: 0, outputTokens: 0, cost: 0, asked: [] }

function addSpent(a: Spent, b: Spent): Spent {
  return {
    calls: a.calls + b.calls,
    cachedCalls: a.cachedCalls + b.cachedCalls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cost: a.cost === null || b.cost === null ? null : a.cost + b.cost,
    asked: [...a.asked, ...b.asked],
  }
}

function spentBy(call: Call): Spent {
  if (call.cached) return { ...NOTHING_SPENT, cachedCalls: 1, asked: [call] }
  const { inputTokens, outputTokens, cost } = call
  return { calls: 1, cachedCalls: 0, inputTokens, outputTokens, cost, asked: [call] }
}

/** Counts what a run spends and refuses further calls above `cap` US dollars (0: no cap). */
export class Purse {
  spent: Spent = NOTHING_SPENT
  readonly cap: number

  constructor(cap: number) {
    this.cap = cap
  }

  /** Adds what an earlier start of the same run has paid. */
  recall(spent: Spent): void {
    this.spent = addSpent(this.spent, spent)
  }

  /** An account for one piece of work: what to hand to the analyser, and what that piece has cost so far. */
  open(run: Run, signal: AbortSignal): { asking: Asking; spent: () => Spent } {
    let own = NOTHING_SPENT
    const spent = (call: Call): void => {
      own = addSpent(own, spentBy(call))
      this.spent = addSpent(this.spent, spentBy(call))
    }
    return { asking: { of: run.id, signal, calls: run.calls, afford: () => this.afford(), spent }, spent: () => own }
  }

  private afford(): void {
    // One call of unknown price leaves the sum unknown, but not what the others cost.
    const known = this.spent.cost ?? this.spent.asked.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
    if (this.cap > 0 && known >= this.cap) {
      const cap = this.cap < 0.1 ? String(this.cap) : this.cap.toFixed(2)
      throw new Problem('over-budget', `The spending cap of $${cap} for one debate was reached.`)
    }
  }
}
