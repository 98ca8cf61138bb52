/** Every sentence of the interface, in English. Another language is another table of the same shape. */
import { claim } from './en/claim.ts'
import { map } from './en/map.ts'
import { reading } from './en/reading.ts'
import { screens } from './en/screens.ts'
import { start } from './en/start.ts'
import { terms } from './en/terms.ts'

export const en = { ...terms, ...start, ...map, ...claim, ...screens, reading }

export type Words = typeof en
