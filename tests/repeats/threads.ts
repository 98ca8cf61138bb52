/** Short ways to write threads, posts and units in tests. */
import type { Unit } from '../../shared/findings.ts'
import type { Post, Quote, Thread } from '../../shared/thread.ts'
import { plainPost, plainThread, plainUnit } from '../fixtures/posts.ts'

/** A post; what is not given is unknown. Ids count from p1 in `thread`. */
export function post(text: string, rest: Partial<Post> = {}): Post {
  return plainPost({ text, ...rest })
}

export function thread(posts: (Post | string)[], rest: Partial<Thread> = {}): Thread {
  const id = rest.id ?? 't'
  const whole = posts.map((one, at) => {
    const known = typeof one === 'string' ? post(one) : one
    return known.id === '' ? { ...known, id: `${id === 't' ? '' : id}p${at + 1}` } : known
  })
  return plainThread(whole, { id, ...rest })
}

/** A post whose lines that start with "> " are marked as quotes (and lose the mark). */
export function quoting(text: string, rest: Partial<Post> = {}, author: string | null = null): Post {
  const quotes: Quote[] = []
  let plain = ''
  for (const line of text.split('\n')) {
    const bare = line.replace(/^> /, '')
    if (bare !== line) {
      quotes.push({
        start: plain.length,
        end: plain.length + bare.length,
        how: 'marked',
        author,
        of: null,
        similarity: 0,
      })
    }
    plain += `${bare}\n`
  }
  return post(plain.trimEnd(), { ...rest, quotes })
}

/** The unit that says `words` in this post; its statement is the words unless another is given. */
export function unit(of: Post, words: string, rest: Partial<Unit> = {}): Unit {
  const start = of.text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" does not stand in ${of.id}`)
  return plainUnit({
    id: `${of.id}:${start}`,
    postId: of.id,
    start,
    end: start + words.length,
    statement: words,
    ...rest,
  })
}

/** The words a passage stands for. */
export function words(
  threads: Thread[],
  passage: { postId: string; start: number; end: number } | null,
): string | null {
  const found = threads.flatMap((one) => one.posts).find((one) => one.id === passage?.postId)
  return passage === null ? null : (found?.text.slice(passage.start, passage.end) ?? null)
}
