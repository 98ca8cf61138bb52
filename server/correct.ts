/** Corrections by people: a log beside the debate as it was analysed; what is shown is the one applied to the other. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { CreateDebate } from '../shared/api.ts'
import type { Change, Correction, NotApplied } from '../shared/corrections.ts'
import type { BaseScore, Weighed } from '../shared/debate.ts'
import { applyCorrections } from './graph/corrections.ts'
import { assess } from './graph/standing.ts'
import { Problem } from './problem.ts'
import type { Store } from './store/index.ts'

export interface Corrector {
  /** Throws a Problem `bad-request` when the change finds nothing to change; nothing is logged then. */
  correct(id: string, change: Change, by: string | null): Promise<Correction>
  /** Takes a correction back, or makes it again. Throws a Problem `not-found` when there is no such correction. */
  undo(id: string, correction: string, undone: boolean): Promise<Correction>
  /** Which corrections find on the map what they change no longer. */
  notApplied(id: string): Promise<NotApplied[]>
  /**
   * Whom the debate was to be read by, where a post was folded that `correction` takes out, or the other way round: another
   * fold is another reading. Null where nothing is to be read anew.
   */
  readAnew(id: string, correction: Correction): Promise<ReadBy | null>
  /** How the map as corrected would stand with these base scores; nothing is kept. Throws a Problem without a map. */
  weigh(id: string, base: BaseScore): Promise<Weighed>
}

export type ReadBy = Pick<CreateDebate, 'analyser' | 'overnight'>

/** Tries against others who correct the same debate at the same moment, or an analysis that ends soon. */
const TRIES = 10
/** Longer before each further try, in milliseconds: two seconds in all. */
const PAUSE = 50

export function createCorrector(store: Store): Corrector {
  async function edit(
    id: string,
    next: (log: Correction[]) => { log: Correction[]; edited: Correction; must: boolean },
  ) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) await pause(PAUSE * (attempt - 1))
      const before = await store.corrections(id)
      const { log, edited, must } = next(before)
      const analysed = await store.analysed(id)
      if (analysed === null) throw new Problem('not-finished', 'There is no map yet that could be corrected.')
      const { debate, notApplied } = applyCorrections(analysed, log)
      const lost = notApplied.find((each) => each.id === edited.id)
      if (must && lost !== undefined) throw new Problem('bad-request', `This can’t be changed: ${lost.why}.`)
      if (await store.keepCorrections(id, { before, log, analysed, shown: debate })) return edited
    }
    throw new Problem('not-finished', 'This debate is being analysed or corrected by others right now.')
  }

  return {
    correct(id, change, by) {
      const edited: Correction = { id: randomUUID(), at: new Date().toISOString(), by, undone: false, change }
      return edit(id, (log) => ({ log: [...log, edited], edited, must: true }))
    },
    undo(id, correction, undone) {
      return edit(id, (log) => {
        const known = log.find((each) => each.id === correction)
        if (known === undefined) throw new Problem('not-found', 'There is no such correction.')
        const edited = { ...known, undone }
        return { log: log.map((each) => (each === known ? edited : each)), edited, must: false }
      })
    },
    notApplied: async (id) => (await store.debate(id))?.notApplied ?? [],
    async readAnew(id, { undone, change }) {
      if (change.kind !== 'unfold') return null
      const repeats = (await store.analysed(id))?.repeats
      const request = await store.request(id)
      if (repeats === undefined || request === null) return null
      const folded = repeats.some(({ postId }) => postId === change.postId)
      return folded === undone ? null : { analyser: request.analyser, overnight: request.overnight }
    },
    async weigh(id, base) {
      const debate = await store.debate(id)
      if (debate === null) throw new Problem('not-finished', 'There is no map yet that could be weighed.')
      const { weighing, claims, cruxes } = assess(debate, { base })
      return { weighing, standings: Object.fromEntries(claims.map((claim) => [claim.id, claim.standing])), cruxes }
    },
  }
}
