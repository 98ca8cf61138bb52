/** Changing the map: every correction goes to the server, is applied there and can be taken back on the one undo stack. */
import { signal } from '@preact/signals'
import type { ProblemReply } from '../../shared/api.ts'
import type { Change, ClaimRef, LinkTarget } from '../../shared/corrections.ts'
import type { Link } from '../../shared/debate.ts'
import type { LinkType } from '../../shared/findings.ts'
import { correctDebate, undoCorrection } from '../api.ts'
import { words } from '../text/index.ts'
import { debate, index, load, lookAgain } from './debate.ts'
import { settings } from './settings.ts'
import { did } from './undo.ts'

/** Passages that stand for a claim when its id is gone; the wire takes no more. */
const MOST_PASSAGES = 50

/** What the next claim chosen on the map, in the outline or in the search will be used for. */
interface Picking {
  claim: string
  as: 'merge' | 'supports' | 'rebuts'
}

export const picking = signal<Picking | null>(null)
/** The claim the last correction was made to. */
export const corrected = signal<string | null>(null)
/** Why the last correction was not made, until it is read. */
export const refused = signal<ProblemReply | null>(null)

/** Sends a correction and shows its result. True when it was accepted. */
export async function correct(change: Change): Promise<boolean> {
  const id = debate.value?.id
  if (id === undefined) return false
  const answer = await correctDebate(id, change, settings.value.name.trim() || null)
  refused.value = answer.ok ? null : answer.problem
  if (!answer.ok) {
    // It may be refused for what was changed elsewhere.
    await lookAgain()
    return false
  }
  const again = (undone: boolean) => (): Promise<boolean> => takeBack(answer.value.id, undone)
  corrected.value = 'claim' in change ? change.claim.id : 'from' in change ? change.from.id : corrected.value
  await load(id)
  did({ what: words.value.correct.done[change.kind], undo: again(true), redo: again(false) })
  return true
}

/** Takes a correction back, or makes it again. True when that was accepted. */
export async function takeBack(correction: string, undone: boolean): Promise<boolean> {
  const id = debate.value?.id
  if (id === undefined) return false
  const answer = await undoCorrection(id, correction, undone)
  refused.value = answer.ok ? null : answer.problem
  await (answer.ok ? load(id) : lookAgain())
  return answer.ok
}

/** Uses the claim chosen for what is being picked; false when nothing is. The claim itself is no answer. */
export function pick(target: string): boolean {
  const now = picking.value
  if (now === null || !index.value.claims.has(target)) return false
  if (now.claim === target) return true
  picking.value = null
  void correct(
    now.as === 'merge'
      ? { kind: 'merge', claim: refOf(now.claim), into: refOf(target) }
      : relinked(now.claim, { to: refOf(target), step: null, type: now.as }),
  )
  return true
}

export function refOf(id: string): ClaimRef {
  const mentions = index.value.claims.get(id)?.mentions ?? []
  return { id, passages: mentions.slice(0, MOST_PASSAGES).map(({ postId, start, end }) => ({ postId, start, end })) }
}

/** The link that places a claim becomes `now`; null removes it. */
export function relinked(claim: string, now: LinkTarget | null): Change {
  return { kind: 'relink', from: refOf(claim), was: placingTarget(claim), now }
}

/** The same link with another relation. */
export function withType(claim: string, type: LinkType): Change | null {
  const was = placingTarget(claim)
  return was === null || type === 'undercuts' ? null : relinked(claim, { to: was.to, step: null, type })
}

function placingTarget(claim: string): LinkTarget | null {
  const by = index.value.claims.get(claim)?.place.by
  const link = linkOf(by)
  if (link === undefined) return null
  if (link.type !== 'undercuts') return { to: refOf(link.to), step: null, type: link.type }
  const attacked = linkOf(link.to)
  return attacked === undefined ? null : { to: refOf(attacked.from), step: refOf(attacked.to), type: 'undercuts' }
}

function linkOf(id: string | null | undefined): Link | undefined {
  return debate.value?.links.find((link) => link.id === id)
}
