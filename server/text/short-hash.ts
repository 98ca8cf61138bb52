import { createHash } from 'node:crypto'

/** Twelve letters and digits that are the same for the same parts and, for all practical counts, different for others. */
export function shortHash(...parts: (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return BigInt(`0x${digest.slice(0, 16)}`)
    .toString(36)
    .padStart(13, '0')
    .slice(-12)
}
