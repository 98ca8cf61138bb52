/** What people changed, each as a sentence with the words it is about. */
import type { Change, ClaimRef, LinkTarget } from '../../shared/corrections.ts'
import type { Passage } from '../../shared/thread.ts'
import { cut, oneLine } from './plain.ts'
import type { View } from './view.ts'

/** Characters of a statement that are told. */
const TOLD = 120

/** One entry of the log, as plain text: whoever writes a document escapes it. */
export interface Told {
  id: string
  /** Who made it, "Someone unnamed" where they gave no name. */
  by: string
  /** ISO 8601 in UTC. */
  at: string
  what: string
  /** "taken back", or why it does not apply any more; empty for one that is on the map. */
  state: string
}

/** The whole log in its order, what was taken back or found its place no more too. */
export function logTold(seen: View): Told[] {
  const lost = new Map(seen.debate.notApplied.map(({ id, why }) => [id, why]))
  return seen.debate.corrections.map(({ id, by, at, undone, change }) => {
    const why = lost.get(id)
    const state = undone ? 'taken back' : why === undefined ? '' : `does not apply any more: ${why}`
    return { id, by: by ?? 'Someone unnamed', at, what: changeTold(change, seen), state }
  })
}

/** "Ann, 2025-03-03 10:00 UTC: hid “…” (taken back)". */
export function entryTold({ by, at, what, state }: Told): string {
  return `${by}, ${at.slice(0, 16).replace('T', ' ')} UTC: ${what}${state === '' ? '' : ` (${state})`}`
}

function changeTold(change: Change, seen: View): string {
  switch (change.kind) {
    case 'merge':
      return `merged ${named(change.claim, seen)} into ${named(change.into, seen)}`
    case 'split':
      return `split ${quoted(change.statement ?? wordsOf(change.mentions, seen))} off ${named(change.claim, seen)}`
    case 'retype':
      return `took ${named(change.claim, seen)} for ${change.to === 'claim' ? 'a claim' : `${change.evidenceType ?? ''} evidence`.trim()}`
    case 'relink':
      return relinked(change.from, change.was, change.now, seen)
    case 'hide':
      return `hid ${named(change.claim, seen)}`
    case 'restate':
      return `put ${quoted(wordsOf(change.claim.passages, seen))} as ${quoted(change.statement)}`
    case 'add':
      return `added ${quoted(change.statement)} as ${change.as}`
    default:
      return `took the post of ${seen.author(change.postId)} out of its fold`
  }
}

function relinked(from: ClaimRef, was: LinkTarget | null, now: LinkTarget | null, seen: View): string {
  const old = was === null ? null : `${named(from, seen)} ${was.type} ${named(was.to, seen)}`
  const fresh = now === null ? null : `${named(from, seen)} ${now.type} ${named(now.to, seen)}`
  if (fresh === null) return `removed: ${old ?? 'nothing'}`
  return old === null ? `linked: ${fresh}` : `linked: ${fresh}; before: ${old}`
}

/** A claim by its statement; one that is gone from the map by its words. */
function named(ref: ClaimRef, seen: View): string {
  return quoted(seen.claim(ref.id)?.statement ?? wordsOf(ref.passages, seen))
}

function wordsOf(passages: readonly Passage[], seen: View): string {
  const first = passages[0]
  return first === undefined ? '…' : (seen.post(first.postId)?.text.slice(first.start, first.end) ?? '…')
}

function quoted(words: string): string {
  return `“${cut(oneLine(words), TOLD)}”`
}
