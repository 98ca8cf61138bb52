/** How far a crux moves a position, for those who rank cruxes and those who tell of them. */
import type { Crux } from './debate.ts'

type Moves = Pick<Crux, 'before' | 'ifAccepted' | 'ifRejected'>

/** A claim that moves a position by this much or more decides where it stands; what moves it by less does so slightly. */
export const DECISIVE = 0.1

/** The larger of the two moves away from where the position stands, 0 to 1. */
export function moved({ before, ifAccepted, ifRejected }: Moves): number {
  return Math.max(Math.abs(ifAccepted - before), Math.abs(ifRejected - before))
}

/** The same in whole hundredths, as the difference of the figures shown. */
export function movedSteps({ before, ifAccepted, ifRejected }: Moves): number {
  const [from, up, down] = [before, ifAccepted, ifRejected].map((strength) => Math.round(strength * 100)) as [
    number,
    number,
    number,
  ]
  return Math.max(Math.abs(up - from), Math.abs(down - from))
}
