/** Whether a link can be the source of what is said, or only leads to the thing that is named. */
import type { Post, Reference } from '../../../shared/thread.ts'

const ADDRESS = /^https?:\/\/([^/?#]+)([^?#]*)(\?[^#]*)?/i
/** Where writers of a wiki agree on rules and talk to each other. */
const TALKS =
  /\/wiki\/(?:\w+_)?(?:Wikipedia|Help|Template|Talk|Special|User|Category|Portal|Draft|Hilfe|Diskussion|Benutzer|Kategorie|Vorlage|Spezial)(?::|%3a)/i
/** Pages that list what may be found, and say nothing themselves. */
const LISTS = /\/search\b|[?&](?:q|query|search)=/i

/**
 * Not where it stays on the site of the post, leads to a home page, a search or the talk of a wiki's writers, or where the words it is laid over are the
 * name of the page ("IBM Research" to /wiki/IBM_Research).
 */
export function isSource(link: Reference, post: Post): boolean {
  const address = ADDRESS.exec(link.url)
  if (address === null) return true
  const [, host = '', path = '', query = ''] = address
  if (host.toLowerCase() === hostOf(post.permalink)) return false
  if (TALKS.test(path) || LISTS.test(path + query) || (/^\/?$/.test(path) && query === '')) return false
  const shown = lettersOf(post.text.slice(link.start, link.end))
  return shown === '' || lettersOf(link.url) === shown || !pageOf(path).endsWith(shown)
}

function hostOf(address: string | null): string | null {
  return address === null ? null : (ADDRESS.exec(address)?.[1]?.toLowerCase() ?? null)
}

/** The last part of a path, in letters and digits only; as it is written where it is no proper encoding. */
function pageOf(path: string): string {
  const last = path.split('/').at(-1) ?? ''
  try {
    return lettersOf(decodeURIComponent(last))
  } catch {
    return lettersOf(last)
  }
}

/** Letters and digits in lower case; "WP:" is how a wiki's own pages are named for short. */
const lettersOf = (text: string): string =>
  text
    .replace(/^\s*WP:/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
