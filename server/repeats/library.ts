/** What earlier posts say, by runs of words: where a passage may come from. */
import type { Post } from '../../shared/thread.ts'
import { FirstSeen } from '../text/first-seen.ts'
import { Postings } from '../text/postings.ts'
import { runs } from '../text/shingles.ts'
import type { Reading } from './reading.ts'

/** Words in a row that stand in an earlier post for an unmarked passage to be a quote. */
export const VERBATIM = 8
/** Width of the word runs that vote for posts a quote may come from, and how often a run may occur to have a vote. */
export const VOTE = 3
const VOTES = 40
/** Posts with most votes that are compared with a quote. */
const TRIED = 5

export class Library {
  readonly #posts: Reading[]
  readonly #byId: Map<string, Reading>
  readonly #passages: FirstSeen
  readonly #votes: Postings

  constructor(posts: Reading[]) {
    this.#posts = posts
    this.#byId = new Map(posts.map((post) => [post.post.id, post]))
    const total = posts.reduce((sum, post) => sum + post.ids.length, 0)
    this.#passages = new FirstSeen(total)
    this.#votes = new Postings(total)
  }

  add(post: Reading): void {
    const long = runs(post.own, VERBATIM)
    const short = runs(post.own, VOTE)
    for (let word = 0; word < long.length; word++) {
      if (allOwn(post.own, word, VERBATIM)) this.#passages.add(long[word] as number, post.at, word)
    }
    for (const run of new Set(short)) this.#votes.add(run, post.at)
  }

  reading(postId: string): Reading | undefined {
    return this.#byId.get(postId)
  }

  /** The post answered, where that is told: what was only gathered (`answerParents`), partly from quotes, must not decide on quotes. */
  parentOf({ post }: Reading): Reading | null {
    const parent = post.parentId === null ? undefined : this.#byId.get(post.parentId)
    return parent === undefined || isGathered(post, parent.post) ? null : parent
  }

  /** The earliest post, and word there, where these `VERBATIM` words stand. */
  passage(run: number): { post: Reading; word: number } | null {
    const seen = this.#passages.get(run)
    return seen === null ? null : { post: this.#posts[seen.where] as Reading, word: seen.place }
  }

  /** Posts a quote may come from: the one answered, then those that share most rare runs of words with it. */
  sources(post: Reading, words: Int32Array, author: string | null): Reading[] {
    const votes = new Map<number, number>()
    for (const run of new Set(runs(words, VOTE))) {
      const found: number[] = []
      this.#votes.each(run, (other) => found.push(other) <= VOTES)
      if (found.length <= VOTES) for (const other of found) votes.set(other, (votes.get(other) ?? 0) + 1 / found.length)
    }
    const elected = [...votes]
      .map(([at, weight]) => ({ post: this.#posts[at] as Reading, weight }))
      .map(({ post, weight }) => ({ post, weight: isBy(post, author) ? weight * 2 : weight }))
      .sort((a, b) => b.weight - a.weight || a.post.at - b.post.at)
      .slice(0, TRIED)
    const [parent, ...named] = this.answered(post, author)
    return [...new Set([...(parent === undefined ? [] : [parent]), ...elected.map((one) => one.post), ...named])]
  }

  /** The post answered, and the last posts of the author a quote names: where words come from that few others share. */
  answered(post: Reading, author: string | null): Reading[] {
    const parent = this.parentOf(post)
    const named = author === null ? [] : this.#latestBy(author, post)
    return [...new Set([...(parent === null ? [] : [parent]), ...named])]
  }

  #latestBy(author: string, post: Reading): Reading[] {
    const found: Reading[] = []
    for (let at = post.at - 1; at >= Math.max(0, post.at - 200) && found.length < 3; at--) {
      const other = this.#posts[at] as Reading
      if (other.thread === post.thread && isBy(other, author)) found.push(other)
    }
    return found
  }
}

export function isBy(post: Reading, author: string | null): boolean {
  return author !== null && post.post.author?.toLowerCase() === author.toLowerCase()
}

/** Whether none of these words is somebody else’s. */
export function allOwn(own: Int32Array, from: number, count: number): boolean {
  for (let word = from; word < from + count; word++) if ((own[word] as number) < 0) return false
  return true
}

/** Whether a parent may be one that `answerParents` gave; a mention by number (">>4711") is told by the platform. */
function isGathered({ parentVia, text }: Post, { author }: Post): boolean {
  if (parentVia === 'mention') return author !== null && text.toLowerCase().includes(`@${author.toLowerCase()}`)
  return parentVia === 'quote' || parentVia === 'order'
}
