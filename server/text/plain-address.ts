/** Addresses of one page, however people paste them. */

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
