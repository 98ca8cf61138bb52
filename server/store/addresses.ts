/** What a debate is about, by address: its threads and the pages they discuss, so that debates about the same page find each other. */
import type { Debate } from '../../shared/debate.ts'
import { plainAddress } from '../text/plain-address.ts'

/** Each once. A post that opens a thread with a single link and no page that was read is taken to be about that link. */
export function addressesOf(debate: Debate): string[] {
  const found = debate.threads.flatMap(({ url, article, posts }) => {
    const [opening] = posts
    const linked =
      article === null && opening?.kind === 'opening' && opening.links.length === 1 ? opening.links[0]?.url : undefined
    return [url, article?.url, linked]
  })
  return [...new Set(found.flatMap((one) => plainAddress(one ?? '') ?? []))]
}
