/** What a run of an analysis spends: counted call by call, and held below a cap. */
import { z } from 'zod'
import { Call } from '../shared/debate.ts'
import type { Allowance, Asking, Later, Need } from './analysers/index.ts'
import { Problem } from './problem.ts'
import type { Run } from './run.ts'

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

/** What calls may have cost, in US dollars, beyond what their answers tell. */
export function possible(calls: Call[]): number {
  return calls.reduce((sum, { mayCost }) => sum + (mayCost ?? 0), 0)
}

/** What the journal calls the call paid for as the `at`th. */
function nameOf(at: number): string {
  return `paid/${at}`
}

/**
 * Counts what a run spends and holds it below `cap` US dollars (0: no cap): what a call may cost at most is set aside before
 * it is sent, and what it took is noted in the journal at once. The cap is passed only by as much as a service counts more
 * tokens in a question than were reckoned, and by requests that were under way when the process was killed.
 */
export class Purse {
  spent: Spent = NOTHING_SPENT
  readonly cap: number
  /** Set aside for calls under way. */
  private aside = 0
  private inWork = 0
  private postponed: Later | null = null
  private waiting: (() => void)[] = []
  /** Calls noted, and the end of noting them: one after the other, so that none is lacking between two others. */
  private noted = 0
  private noting: Promise<void> = Promise.resolve()

  constructor(cap: number) {
    this.cap = cap
  }

  /** The purse of a run, with all that its earlier starts have paid for. */
  static async of(run: Run, cap: number): Promise<Purse> {
    const purse = new Purse(cap)
    for (;;) {
      const call = Call.safeParse(await run.journal.get(nameOf(purse.noted)))
      if (!call.success) return purse
      purse.noted += 1
      purse.spent = addSpent(purse.spent, spentBy(call.data))
    }
  }

  /** Adds what a finished step tells of its calls beside those that were noted: the ones answered from memory. */
  recall(spent: Spent): void {
    this.spent = addSpent(this.spent, spent)
  }

  /** An account for one piece of work: what to hand to the analyser, and which of its calls were not noted. */
  open(run: Run, signal: AbortSignal): { asking: Asking; spent: () => Spent } {
    let own = NOTHING_SPENT
    const spent = (call: Call): void | Promise<void> => {
      this.spent = addSpent(this.spent, spentBy(call))
      if (!call.cached) return this.note(run, call)
      own = addSpent(own, spentBy(call))
      return undefined
    }
    const afford = (need: Need | null) => (this.cap === 0 ? undefined : this.afford(need, signal))
    return { asking: { of: run.id, signal, calls: run.calls, afford, spent }, spent: () => own }
  }

  private note(run: Run, call: Call): Promise<void> {
    const name = nameOf(this.noted)
    this.noted += 1
    this.noting = this.noting.then(() => run.journal.put(name, call, false))
    return this.noting
  }

  /** What is left of the cap and not set aside. */
  private left(): number {
    const { cost, asked } = this.spent
    // One call of unknown price leaves the sum unknown, but not what the others cost.
    const known = cost ?? asked.reduce((sum, call) => sum + (call.cost ?? 0), 0)
    return this.cap - known - possible(asked) - this.aside
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
      settle: () => done(() => (this.aside -= most)),
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
