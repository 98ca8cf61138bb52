/** What may lie beside the checkout: captured payloads and annotated corpora, used by tests when they are there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', 'shared')

/** Sentence a test skips with when the folder is not there. */
export const WHY_ABSENT = 'captured payloads and corpora are not beside the checkout (../shared)'

/** Path of a file beside the checkout, or null when it is not there. */
export function beside(path: string): string | null {
  const whole = join(FOLDER, path)
  return existsSync(whole) ? whole : null
}

/** Text of a file beside the checkout, or null when it is not there. */
export function besideText(path: string): string | null {
  const whole = beside(path)
  return whole === null ? null : readFileSync(whole, 'utf8')
}
