/** How eagerly memory is taken back. */
import { setFlagsFromString } from 'node:v8'

/** How far the heap may grow beyond what was in use after the last collection before the next one, in percent. */
const GROWTH = 15

/**
 * Lets the heap grow less between two collections than V8 would by itself. An analysis of 5,000 posts makes much garbage
 * beside little that stays: so it takes 30 % less memory for about a sixth more processor time. For all threads.
 */
export function growSlowly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
}
