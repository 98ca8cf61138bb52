/** Posts, batches and askings for tests of analysers, from the few words a test cares about. */
import type { Call } from '../../shared/debate.ts'
import type { Asking, Batch, CallMemory } from '../../server/analysers/index.ts'
import type { Post } from '../../shared/thread.ts'
import { plainPost } from '../fixtures/posts.ts'

export function post(id: string, text: string, more: Partial<Post> = {}): Post {
  return plainPost({ id, text, parentVia: 'platform', author: `author of ${id}`, kind: 'reply', ...more })
}

export function batch(posts: Post[], more: Partial<Batch> = {}): Batch {
  return { id: 'batch', title: 'Night buses', language: 'en', posts, context: [], ...more }
}

/** A memory of calls that forgets with the test. */
export function memory(): CallMemory & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get: (key) => Promise.resolve(kept.get(key) ?? null),
    put: async (answers) => {
      for (const [key, answer] of answers) kept.set(key, answer)
    },
  }
}

/** An asking that notes what is spent and said. */
export function asking(more: Partial<Asking> = {}): Asking & { usages: Call[]; notices: string[] } {
  const usages: Call[] = []
  const notices: string[] = []
  return {
    usages,
    notices,
    signal: new AbortController().signal,
    calls: memory(),
    afford: () => undefined,
    spent: (usage) => void usages.push(usage),
    notice: (sentence) => void notices.push(sentence),
    ...more,
  }
}

/** A small debate: an opening post, two answers, a quote answered, a bare thank-you and a concession. */
export const NIGHT_BUSES: Post[] = [
  post(
    'op',
    'Night buses\n\nThe city should run buses all night. Many people work late shifts and cannot afford a taxi home.',
    { kind: 'opening', heading: 11 },
  ),
  post('a', 'Night buses would not pay for themselves. In Hallstadt only 4 people used each night bus in 2023.', {
    parentId: 'op',
  }),
  post(
    'b',
    '> In Hallstadt only 4 people used each night bus in 2023.\nThat figure counts a winter in which the line was closed for repairs. Nobody expects a bus line to make money anyway.',
    {
      parentId: 'a',
      quotes: [
        {
          start: 0,
          end: 57,
          how: 'marked',
          author: null,
          of: { postId: 'a', start: 42, end: 97 },
          similarity: 1,
        },
      ],
    },
  ),
  post('c', 'Thanks for posting this!', { parentId: 'a' }),
  post('d', 'Fair point about the money. Still, my own shift ends at two and there is no way to get home.', {
    parentId: 'a',
  }),
]
