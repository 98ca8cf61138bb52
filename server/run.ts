/** One run of an analysis: what it may use, what it has spent, and how a finished step is not done again. */
import { z } from 'zod'
import type { Progress } from '../shared/api.ts'
import { Call } from '../shared/debate.ts'
import type { Allowance, Asking, CallMemory, Later, Need } from './analysers/index.ts'
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

/**
 * Counts what a run spends and holds it below `cap` US dollars (0: no cap): what a call may cost at most is set aside before
 * it is sent. The cap is passed only by as much as a service counts more tokens in a question than were reckoned.
 */
export class Purse {
  spent: Spent = NOTHING_SPENT
  readonly cap: number
  /** Set aside for calls under way. */
  private aside = 0
  private inWork = 0
  /** What calls may have cost whose price no answer told. */
  private unbilled = 0
  private postponed: Later | null = null
  private waiting: (() => void)[] = []

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
    const afford = (need: Need | null) => (this.cap === 0 ? undefined : this.afford(need, signal))
    return { asking: { of: run.id, signal, calls: run.calls, afford, spent }, spent: () => own }
  }

  /** What is left of the cap and not set aside. */
  private left(): number {
    // One call of unknown price leaves the sum unknown, but not what the others cost.
    const known = this.spent.cost ?? this.spent.asked.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
    return this.cap - known - this.unbilled - this.aside
  }

  private async afford(need: Need | null, signal: AbortSignal): Promise<Allowance> {
    const { least, most } = need ?? { least: 0, most: 0 }
    for (;;) {
      signal.throwIfAborted()
      const left = this.left()
      if (left >= most && left > 0) return this.setAside(most)
      if (this.inWork === 0 && this.postponed !== null) throw this.postponed
      if (this.inWork === 0 && left >= least && left > 0) return this.setAside(left)
      if (this.inWork === 0) throw this.overBudget()
      await this.someSettled(signal)
    }
  }

  private setAside(most: number): Allowance {
    this.aside += most
    this.inWork += 1
    let open = true
    const done = (work: () => void) => {
      if (!open) return
      open = false
      this.inWork -= 1
      work()
      for (const wake of this.waiting.splice(0)) wake()
    }
    return {
      most,
      settle: (unbilled) =>
        done(() => {
          this.aside -= most
          this.unbilled += unbilled
        }),
      postpone: (until) => done(() => (this.postponed = until)),
    }
  }

  private someSettled(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake)
        resolve()
      }
      signal.addEventListener('abort', wake, { once: true })
      this.waiting.push(wake)
    })
  }

  private overBudget(): Problem {
    const cap = this.cap < 0.1 ? String(this.cap) : this.cap.toFixed(2)
    return new Problem('over-budget', `The spending cap of $${cap} for one debate was reached.`)
  }
}
