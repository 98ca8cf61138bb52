/** The cruxes of a debate in words: which claims move a position most, by how much, and how much hangs on them at all. */
import { DECISIVE, moved, movedSteps } from '../../shared/crux.ts'
import type { Claim, Crux } from '../../shared/debate.ts'
import type { View } from './view.ts'

export const CRUXES = 'What would change the outcome'
export const UNTOUCHED = 'Nobody has taken these up'

const SLIGHT = 'No single claim decides where a position stands. These move one most, and by little.'

export interface ToldCrux {
  claim: Claim
  position: Claim
  /** "by 0.05: it stands at 0.45, at 0.40 were this accepted, at 0.49 were it rejected". */
  byHowMuch: string
}

export interface ToldCruxes {
  /** How much they decide; '' where they do decide. */
  lead: string
  takenUp: ToldCrux[]
  untouched: ToldCrux[]
}

/** Null where no claim is known to move a position. */
export function cruxesTold(seen: View): ToldCruxes | null {
  const { cruxes } = seen.debate
  const [first] = cruxes
  if (first === undefined) return null
  const told = (some: Crux[]) => some.flatMap((crux) => inWords(crux, seen))
  return {
    lead: moved(first) < DECISIVE ? SLIGHT : '',
    takenUp: told(cruxes.filter((crux) => crux.untouched !== true)),
    untouched: told(cruxes.filter((crux) => crux.untouched === true)),
  }
}

function inWords(crux: Crux, seen: View): ToldCrux[] {
  const claim = seen.claim(crux.claimId)
  const position = seen.claim(crux.positionId)
  if (claim === undefined || position === undefined) return []
  const [before, accepted, rejected] = [crux.before, crux.ifAccepted, crux.ifRejected].map((value) => value.toFixed(2))
  const by = (movedSteps(crux) / 100).toFixed(2)
  const byHowMuch = `by ${by}: it stands at ${before}, at ${accepted} were this accepted, at ${rejected} were it rejected`
  return [{ claim, position, byHowMuch }]
}
