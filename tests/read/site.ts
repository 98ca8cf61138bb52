/** A small site that answers request after request, and what its answers are written with. */
import type { Asked, Reply } from '../replay/server.ts'

export interface Site {
  address: string
  /** What all of its hosts answer, by the path; null is a 404. */
  answer: (asked: Asked) => Reply | null
  /** The words of its posts, in reading order. */
  posts: string[]
  /** Keys it wants. */
  settings?: Record<string, string>
}

export const T = '2026-05-01T09:00:00Z'

/** The first whose address begins the one asked for. */
export const listed =
  (answers: Record<string, Reply>) =>
  ({ path }: Asked): Reply | null =>
    Object.entries(answers).find(([start]) => decodeURIComponent(path).startsWith(start))?.[1] ?? null

export const many = <V>(count: number, make: (id: number) => V) =>
  Array.from({ length: count }, (_, at) => make(at + 1))
export const words = (...ids: number[]) => ids.map((id) => `Words ${id}`)
