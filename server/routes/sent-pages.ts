/** Pages people sent from other sites' windows, kept in memory until they say what is to become of them. */
import { randomBytes } from 'node:crypto'

export interface HeldPage {
  id: string
  url: string | null
  html: string
  /** Of the HTML in UTF-8. */
  bytes: number
  /** ISO 8601 in UTC. */
  takenAt: string
}

/** How long a token works and a page waits, in minutes. */
export const MINUTES = 30
const MOST_TOKENS = 100

interface SentPages {
  /** A new token for one page. */
  token(): string
  /** Whether the token would let a page in now. */
  admits(token: string): boolean
  /** Keeps the page and spends the token; null when it does not admit. */
  take(token: string, page: { url: string | null; html: string }): HeldPage | null
  get(id: string): HeldPage | null
  forget(id: string): void
}

/** Of pages that wait, the oldest make room when together they would hold more than `mostBytes`. */
export function createSentPages(mostBytes: number, now: () => number = Date.now): SentPages {
  const tokens = new Map<string, number>()
  const pages = new Map<string, HeldPage & { until: number }>()
  const until = () => now() + MINUTES * 60_000

  function tidy(): void {
    for (const [token, end] of tokens) if (end <= now()) tokens.delete(token)
    for (const [id, page] of pages) if (page.until <= now()) pages.delete(id)
    for (const token of tokens.keys()) if (tokens.size > MOST_TOKENS) tokens.delete(token)
    let held = [...pages.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    for (const [id, { bytes }] of pages) {
      if (held <= mostBytes || pages.size === 1) break
      pages.delete(id)
      held -= bytes
    }
  }

  return {
    token() {
      const token = randomBytes(18).toString('base64url')
      tokens.set(token, until())
      tidy()
      return token
    },
    admits(token) {
      tidy()
      return tokens.has(token)
    },
    take(token, { url, html }) {
      tidy()
      if (!tokens.delete(token)) return null
      const takenAt = new Date(now()).toISOString()
      const page = { id: randomBytes(18).toString('base64url'), url, html, bytes: Buffer.byteLength(html), takenAt }
      pages.set(page.id, { ...page, until: until() })
      tidy()
      return page
    },
    get(id) {
      tidy()
      return pages.get(id) ?? null
    },
    forget: (id) => void pages.delete(id),
  }
}
