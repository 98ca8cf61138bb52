/** What is known of the sources the debate on screen cites; asked of the server when somebody looks, or wants them checked. */
import { computed, signal } from '@preact/signals'
import type { ProblemReply } from '../../shared/api.ts'
import type { CheckedSource, SourceChecks } from '../../shared/sources.ts'
import { type Answer, checkSources, getSources } from '../api.ts'
import { debate } from './debate.ts'

const PAUSE = 700

const known = signal<{ of: string; checks: SourceChecks } | null>(null)

/** Null until the server was asked. */
export const checks = computed(() => (known.value?.of === debate.value?.id ? (known.value?.checks ?? null) : null))

/** By address, as it is cited. */
export const checked = computed<ReadonlyMap<string, CheckedSource>>(
  () => new Map(checks.value?.sources.map((source) => [source.url, source])),
)

export const checkProblem = signal<ProblemReply | null>(null)

/** Asks once for each debate, and goes on asking while a check is under way. */
export async function lookAtSources(): Promise<void> {
  const id = debate.value?.id
  if (id === undefined || checks.value !== null) return
  await take(id, getSources(id))
}

/** Has the sources checked that were not read yet. */
export async function check(): Promise<void> {
  const id = debate.value?.id
  if (id !== undefined) await take(id, checkSources(id))
}

async function take(id: string, asked: Promise<Answer<SourceChecks>>): Promise<void> {
  const answer = await asked
  if (debate.value?.id !== id) return
  checkProblem.value = answer.ok ? null : answer.problem
  if (!answer.ok) return
  known.value = { of: id, checks: answer.value }
  if (answer.value.running) setTimeout(() => void take(id, getSources(id)), PAUSE)
}
