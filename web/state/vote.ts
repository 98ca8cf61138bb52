/** Words that only answer a question, as "No." does: without the question they do not say what the claim says. */
import type { Claim, Mention } from '../../shared/debate.ts'
import { debate, index } from './debate.ts'

/** Longest answer in words; longer ones say something of their own. */
const LONGEST = 8
/** Share of the statement's words from which on the answer says it itself. */
const SAYS_IT = 1 / 3

/** The question a mention answers in a word or two, where the claim's sentence was made from that question; else null. */
export function votedOn(claim: Claim, mention: Mention): string | null {
  if (claim.verbatim || claim.place.via !== 'position') return null
  const question = debate.value?.issues.find((issue) => issue.id === claim.place.parent)?.question ?? ''
  const said = wordsOf(index.value.posts.get(mention.postId)?.post.text.slice(mention.start, mention.end) ?? '')
  return question !== '' && isVote(said, wordsOf(claim.statement)) ? question : null
}

export function isVote(said: readonly string[], statement: readonly string[]): boolean {
  const own = new Set(said)
  const shared = statement.filter((word) => own.has(word)).length
  return said.length > 0 && said.length <= LONGEST && shared < statement.length * SAYS_IT
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
