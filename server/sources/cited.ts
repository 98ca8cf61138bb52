/** The addresses a debate cites, with the words its posts quote beside them. */
import type { Debate } from '../../shared/debate.ts'
import type { Passage, Post } from '../../shared/thread.ts'
import { isPassage, quotations } from '../text/quotations.ts'

/** Most addresses of one debate that are opened. */
export const MOST = 200

export interface Cited {
  url: string
  /** In the posts that cite it; of a post that cites several addresses the words may be from any of them. */
  quotes: (Passage & { words: string })[]
}

/** Every address once, in the order of the claims. Only web addresses: nothing else can be opened. */
export function citedIn(debate: Debate): Cited[] {
  const posts = new Map(debate.threads.flatMap((thread) => thread.posts.map((post) => [post.id, post])))
  const citing = new Map<string, Set<string>>()
  for (const { sourceUrls, mentions } of debate.claims) {
    for (const url of sourceUrls.filter(isWeb)) {
      const from = citing.get(url) ?? new Set()
      const named = mentions.filter(({ postId }) => posts.get(postId)?.links.some((link) => link.url === url))
      for (const { postId } of named.length > 0 ? named : mentions.slice(0, 1)) from.add(postId)
      citing.set(url, from)
    }
  }
  return [...citing].map(([url, from]) => ({
    url,
    quotes: [...from].flatMap((id) => {
      const post = posts.get(id)
      return post === undefined ? [] : quotedIn(post)
    }),
  }))
}

/** Passages in quotation marks, and marked quotes of no other post. */
function quotedIn(post: Post): Cited['quotes'] {
  const blocks = post.quotes.filter(({ how, of }) => how === 'marked' && of === null)
  const inBlock = ({ start }: { start: number }) => blocks.some((block) => block.start <= start && start < block.end)
  return [...blocks, ...quotations(post.text).filter((range) => !inBlock(range))]
    .map(({ start, end }) => ({ postId: post.id, start, end, words: unmarked(post.text.slice(start, end)) }))
    .filter(({ words }) => isPassage(words))
}

function unmarked(words: string): string {
  return words.replace(/^[ \t]*(?:>[ \t]?)+/gm, '').trim()
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
