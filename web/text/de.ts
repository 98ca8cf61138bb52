/** Every sentence of the interface, in German. */
import type { Words } from './en.ts'
import { claim } from './de/claim.ts'
import { map } from './de/map.ts'
import { reading } from './de/reading.ts'
import { screens } from './de/screens.ts'
import { start } from './de/start.ts'
import { terms } from './de/terms.ts'

export const de: Words = { ...terms, ...start, ...map, ...claim, ...screens, reading }
