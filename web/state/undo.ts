/** One stack of what can be taken back: opened branches, filters, corrections. */
import { signal } from '@preact/signals'

export interface Step {
  /** What was done, for the message. */
  what: string
  /** Resolves to false where it could not be done. */
  undo: () => void | Promise<boolean>
  redo: () => void | Promise<boolean>
}

/** Steps kept; older ones are forgotten. */
const MOST = 100

const done = signal<readonly Step[]>([])
const undone = signal<readonly Step[]>([])

/** The last step taken or taken back, for the message on screen. */
export const last = signal<{ step: Step; way: 'done' | 'undone' } | null>(null)

/** Remembers a step already taken; `quiet` shows no message. */
export function did(step: Step, quiet = false): void {
  done.value = [...done.value, step].slice(-MOST)
  undone.value = []
  if (!quiet) last.value = { step, way: 'done' }
}

export async function undo(): Promise<void> {
  const step = done.value.at(-1)
  if (step === undefined) return
  done.value = done.value.slice(0, -1)
  undone.value = [...undone.value, step]
  if ((await step.undo()) !== false) last.value = { step, way: 'undone' }
  else {
    undone.value = undone.value.filter((other) => other !== step)
    done.value = [...done.value, step]
  }
}

export async function redo(): Promise<void> {
  const step = undone.value.at(-1)
  if (step === undefined) return
  undone.value = undone.value.slice(0, -1)
  done.value = [...done.value, step]
  if ((await step.redo()) !== false) last.value = { step, way: 'done' }
  else {
    done.value = done.value.filter((other) => other !== step)
    undone.value = [...undone.value, step]
  }
}

export function forgetSteps(): void {
  done.value = []
  undone.value = []
  last.value = null
}
