/** The debate on screen: loaded, or filling in while it is analysed. */
import { computed, signal } from '@preact/signals'
import type { DebateEntry, ProblemReply } from '../../shared/api.ts'
import type { BaseScore, Claim, Debate, Person, Weighed } from '../../shared/debate.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import {
  cancelDebate,
  getDebate,
  isChanged,
  listen,
  readFurther,
  refreshDebate,
  retryDebate,
  weighDebate,
} from '../api.ts'
import { type Argument, argumentOf, argumentOfFound, EMPTY } from '../graph/argument.ts'
import { NOT_BEGUN, type ProgressState, progressed } from './progress.ts'

export const entry = signal<DebateEntry | null>(null)
export const debate = signal<Debate | null>(null)
export const progress = signal<ProgressState>(NOT_BEGUN)
/** Why the debate can't be shown at all. */
export const problem = signal<ProblemReply | null>(null)
export const stopping = signal(false)
/** The debate as it was before it was read again on this visit. */
export const earlier = signal<Debate | null>(null)
/** Whether it was then read on from where reading had ended. */
export const further = signal(false)
/** Why reading it again could not even begin. */
export const notRefreshed = signal<ProblemReply | null>(null)
/** Where strengths start, as the reader chose for this debate; null for what it was analysed with. */
export const chosenBase = signal<BaseScore | null>(null)

/** Still being analysed, or waiting for it. */
export const running = computed(() => entry.value?.status === 'waiting' || entry.value?.status === 'running')

export const title = computed(() => debate.value?.title || progress.value.title || entry.value?.title || '')

export const argument = computed<Argument>(() => {
  if (debate.value !== null) return argumentOf(debate.value)
  return running.value ? argumentOfFound(progress.value.found, title.value) : EMPTY
})

/** A post with its thread and its number there, counted from 1. */
export interface PlacedPost {
  post: Post
  thread: Thread
  at: number
}

/** Look-ups by id, made once for each debate. */
export interface Index {
  claims: ReadonlyMap<string, Claim>
  posts: ReadonlyMap<string, PlacedPost>
  people: ReadonlyMap<string, Person>
}

export const index = computed<Index>(() => indexOf(debate.value))

export function indexOf(of: Debate | null): Index {
  return {
    claims: new Map(of?.claims.map((claim) => [claim.id, claim])),
    posts: new Map(
      of?.threads.flatMap((thread) => thread.posts.map((post, at) => [post.id, { post, thread, at: at + 1 }] as const)),
    ),
    people: new Map(of?.people.map((person) => [person.id, person])),
  }
}

let stopListening = (): void => {}
let wanted: string | null = null

/** Shows a debate; the one on screen already is left alone. */
export async function show(id: string): Promise<void> {
  if (wanted === id) return
  leave()
  wanted = id
  await load(id)
}

/** Forgets the debate on screen and stops listening to its events. */
export function leave(): void {
  stopListening()
  stopListening = () => {}
  wanted = null
  entry.value = null
  debate.value = null
  problem.value = null
  progress.value = NOT_BEGUN
  stopping.value = false
  chosenBase.value = null
  earlier.value = null
  notRefreshed.value = null
}

/** Reads the debate again, for instance after it was corrected. */
export async function load(id: string): Promise<void> {
  const base = chosenBase.value
  const [answer, weighed] = await Promise.all([getDebate(id), base === null ? null : weighDebate(id, base)])
  if (wanted !== id) return
  if (!answer.ok) {
    problem.value = answer.problem
    return
  }
  problem.value = null
  const read = answer.value.debate
  debate.value = read !== null && weighed?.ok === true ? weighedAs(read, weighed.value) : read
  entry.value = answer.value.entry
  if (running.value) follow(id)
}

/** Shows what others, or the reader in another tab, made of the debate since it was read. */
export async function lookAgain(): Promise<void> {
  const known = entry.value
  if (known === null || running.value || !(await isChanged(known))) return
  if (entry.value === known) await load(known.id)
}

/** The debate as it stands with other base scores. */
export function weighedAs(of: Debate, { weighing, standings, cruxes }: Weighed): Debate {
  const claims = of.claims.map((claim) => ({ ...claim, standing: standings[claim.id] ?? claim.standing }))
  return { ...of, claims, weighing, cruxes }
}

function follow(id: string): void {
  stopListening()
  if (progress.value.end !== null) progress.value = { ...NOT_BEGUN, seq: progress.value.seq }
  stopListening = listen(id, progress.value.seq, (event) => {
    progress.value = progressed(progress.value, event)
    if (event.progress.type !== 'end') return
    stopListening()
    stopping.value = false
    void load(id)
  })
}

/** Asks the analysis to end with what it has. */
export async function stop(): Promise<void> {
  if (entry.value === null) return
  stopping.value = true
  const answer = await cancelDebate(entry.value.id)
  if (!answer.ok) stopping.value = false
}

/** Analyses what is not on the map yet, by the usual analyser or the embedded one. */
export async function retry(analyser: 'same' | 'embedded'): Promise<ProblemReply | null> {
  if (entry.value === null) return null
  const answer = await retryDebate(entry.value.id, analyser)
  if (!answer.ok) return answer.problem
  debate.value = null
  entry.value = answer.value
  progress.value = { ...progress.value, end: null }
  follow(answer.value.id)
  return null
}

/** Reads the sources again, or `on` from where reading ended; what is on screen stays until there is a new map. Whether that began. */
export async function refresh(on = false): Promise<boolean> {
  if (entry.value === null) return false
  const answer = await (on ? readFurther : refreshDebate)(entry.value.id)
  further.value = on
  notRefreshed.value = answer.ok ? null : answer.problem
  if (!answer.ok) return false
  earlier.value = debate.value
  entry.value = answer.value
  progress.value = { ...NOT_BEGUN, seq: progress.value.seq }
  follow(answer.value.id)
  return true
}
