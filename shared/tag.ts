/** A name for what a debate is like now, for `etag` and `if-none-match`. */
import type { DebateEntry } from './api.ts'

/** Another one after every analysis and every correction. */
export function tagOf({ id, status, updatedAt }: Pick<DebateEntry, 'id' | 'status' | 'updatedAt'>): string {
  return `W/"${id}-${status}-${Date.parse(updatedAt)}"`
}
