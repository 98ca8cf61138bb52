/** What a debate is about, by address: its threads and the pages they discuss, so that debates about the same page find each other. */
import type { Debate } from '../../shared/debate.ts'

/** Parameters that say where a reader came from, not what is read. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|igshid|s|share_id)$/i

/** An address without what differs between people who paste it: scheme, "www.", fragment, last slash, tracking. */
export function plainAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol)) return null
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const query = new URLSearchParams(kept).toString()
  return `${url.host.replace(/^(?:www|m|amp)\./, '')}${url.pathname.replace(/\/+$/, '')}${query === '' ? '' : `?${query}`}`.slice(
    0,
    1000,
  )
}

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
