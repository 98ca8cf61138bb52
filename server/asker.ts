/** Asks an analyser about the whole debate, and the fallback when it may not or cannot answer. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Stage } from '../shared/api.ts'
import { type Analyser, type Asking, Later } from './analysers/index.ts'
import { Problem } from './problem.ts'
import { type Purse, Spent } from './purse.ts'
import { type Run, step } from './run.ts'

/** For a person, what each stage does to the claims. */
const DOING: Record<string, string> = {
  issues: 'what the questions of the debate are',
  merge: 'which claims are the same',
  relate: 'how claims answer each other',
  summarise: 'the summary',
}

/**
 * Runs the stages after extraction, each kept in the journal under what it rests on. A stopped run, an empty
 * purse or a service that can't be used hands the stage to the fallback and says so in `notices`.
 */
export class Asker {
  readonly notices: string[] = []
  private readonly key: string
  private stopped: Problem | null
  private readonly parts: { analyser: Analyser; fallback: Analyser }
  private readonly run: Run
  private readonly purse: Purse

  /** `basis`: all that the stages' answers depend on; answers kept for another basis are not used. */
  constructor(
    basis: unknown,
    stopped: Problem | null,
    parts: { analyser: Analyser; fallback: Analyser },
    run: Run,
    purse: Purse,
  ) {
    this.key = createHash('sha256').update(JSON.stringify(basis)).digest('hex').slice(0, 16)
    this.stopped = stopped
    this.parts = parts
    this.run = run
    this.purse = purse
    if (stopped !== null) this.notices.push(stopped.message)
  }

  async ask<T>(
    stage: Stage,
    shape: z.ZodType<T>,
    work: (analyser: Analyser, asking: Asking) => Promise<T>,
  ): Promise<T> {
    await this.run.progress({ type: 'stage', stage, done: 0, of: null, note: '' })
    const answer = await this.answer(stage, shape, work)
    await this.run.progress({ type: 'stage', stage, done: 1, of: 1, note: '' })
    return answer
  }

  /** Like `ask`, for a step that is told as a part of another stage. */
  async answer<T>(
    stage: string,
    shape: z.ZodType<T>,
    work: (analyser: Analyser, asking: Asking) => Promise<T>,
  ): Promise<T> {
    const { analyser, fallback } = this.parts
    if (this.stopped !== null || this.run.stop.aborted) return this.byFallback(work)
    try {
      const { asking, spent } = this.open(AbortSignal.any([this.run.signal, this.run.stop]))
      let fresh = false
      const kept = await step(this.run, `${stage}/${this.key}`, z.object({ answer: shape, spent: Spent }), async () => {
        fresh = true
        return { answer: await work(analyser, asking), spent: spent() }
      })
      if (!fresh) this.purse.recall(kept.spent)
      return kept.answer
    } catch (thrown) {
      this.run.signal.throwIfAborted()
      if (thrown instanceof Later) throw thrown
      const stopping = this.run.stop.aborted
      if (analyser === fallback && !stopping) throw thrown
      this.stopped = stopping
        ? new Problem('cancelled', 'The analysis was stopped.', { cause: thrown })
        : Problem.from(thrown)
      this.notices.push(
        `${this.stopped.message} The built-in analyser decided ${DOING[stage] ?? stage} and what follows.`,
      )
      return this.byFallback(work)
    }
  }

  private byFallback<T>(work: (analyser: Analyser, asking: Asking) => Promise<T>): Promise<T> {
    return work(this.parts.fallback, this.open(this.run.signal).asking)
  }

  private open(signal: AbortSignal): { asking: Asking; spent: () => Spent } {
    const { asking, spent } = this.purse.open(this.run, signal)
    return { asking: { ...asking, notice: (sentence) => this.notices.push(sentence) }, spent }
  }
}
