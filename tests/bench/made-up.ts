/** Made-up posts for measuring: words drawn as rarely and as often as in real text, some posts copied with small edits. */
import type { Post, Thread } from '../../shared/thread.ts'
import { plainPost, plainThread } from '../fixtures/posts.ts'

/** Numbers from 0 to 1 that are the same on every run (G. Marsaglia, "Xorshift RNGs", J. Statistical Software 8, 2003). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Different words; the n-th is used about 1/n as often as the first (Zipf's law). */
const WORDS = 30_000

/** A word for a number: letters, shorter for the frequent ones. */
function word(rank: number): string {
  let left = rank + 1
  let letters = ''
  while (left > 0) {
    letters += String.fromCharCode(97 + (left % 26))
    left = Math.floor(left / 26)
  }
  return letters
}

/** `count` texts of about `tokens` words; one in ten copies an earlier one, exactly or with up to a tenth of it changed. */
export function texts(count: number, tokens: number, seed = 1): string[] {
  const random = randomFrom(seed)
  const drawn = (): string => word(Math.floor(WORDS ** random()) - 1)
  const made: string[][] = []
  for (let at = 0; at < count; at++) {
    if (at > 0 && random() < 0.1) made.push(edited(made[Math.floor(random() * at)] as string[], random, drawn))
    else made.push(Array.from({ length: Math.round(tokens * (0.5 + random())) }, drawn))
  }
  return made.map((words) => words.join(' '))
}

function edited(words: readonly string[], random: () => number, drawn: () => string): string[] {
  const share = random() < 0.3 ? 0 : random() * 0.1
  return words.flatMap((one) => (random() >= share ? [one] : random() < 0.5 ? [drawn()] : []))
}

export function threadOf(all: readonly string[]): Thread {
  return plainThread(all.map((text, at) => postOf(text, at)))
}

function postOf(text: string, at: number): Post {
  const createdAt = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString()
  return plainPost({ id: `p${at + 1}`, text, author: `user${at % 997}`, createdAt })
}
