/** What every layout of pasted text gives: posts as they were copied, before ids and titles. */
import type { Post } from '../../../shared/thread.ts'

export interface Piece {
  author: string | null
  /** The words, with ">" at quoted lines. */
  text: string
  /** Steps below the top, where the copy shows them; null where it does not. */
  depth: number | null
  /** Place of the piece it answers, where the copy tells it; `sure` when it tells it without a doubt. */
  answers?: { place: number; sure: boolean }
  score?: number | null
  /** Only an exact time; "3 hours ago" is none. */
  createdAt?: string | null
  kind?: Post['kind']
  stance?: Post['stance']
}

export interface Split {
  /** Which way of copying was recognised, in words for the reader. */
  layout: string
  platform: string
  title: string | null
  /** Whether the first piece is the post the others answer. */
  opening: boolean
  pieces: Piece[]
  notices: string[]
  expected?: number | null
}

/** One way text looks when it was copied. Null when `text` does not look like it. */
export type Layout = (text: string) => Split | null

/** Lines without those at both ends that are empty. */
export function block(lines: string[]): string {
  return lines.join('\n').trim()
}
