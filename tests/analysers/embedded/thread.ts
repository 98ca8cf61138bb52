/** Posts and batches for tests of the embedded analyser, written short. */
import type { Asking, Batch } from '../../../server/analysers/index.ts'
import type { Post } from '../../../shared/thread.ts'

/** A post; lines that start with ">" become marked quotes, addresses become links. */
export function post(id: string, parentId: string | null, text: string, more: Partial<Post> = {}): Post {
  return {
    id,
    parentId,
    parentVia: parentId === null ? 'none' : 'platform',
    author: `author of ${id}`,
    createdAt: null,
    score: null,
    text,
    heading: 0,
    quotes: [...text.matchAll(/^>.*$/gm)].map((line) => ({
      start: line.index,
      end: line.index + line[0].length,
      how: 'marked',
      author: null,
      of: null,
      similarity: 0,
    })),
    links: [...text.matchAll(/https?:\/\/[^\s)]+/g)].map((link) => ({
      start: link.index,
      end: link.index + link[0].length,
      url: link[0],
    })),
    code: [],
    permalink: null,
    kind: parentId === null ? 'opening' : 'reply',
    state: 'ok',
    stance: null,
    globalId: null,
    ...more,
  }
}

export function batch(posts: Post[], more: Partial<Batch> = {}): Batch {
  return { id: 'b', title: '', language: 'en', posts, context: [], ...more }
}

export const ASKING: Asking = {
  signal: new AbortController().signal,
  calls: { get: async () => null, put: async () => {} },
  afford: () => {},
  spent: () => {},
}
