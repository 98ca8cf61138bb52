/** Which of Reddit's pages was saved (old, 2018 to 2023, today's, its feed), and by whom it is read. */
import type { Answer, ReadThread } from '../platform.ts'
import { readRedditFeed } from './reddit-feed.ts'
import { readOld } from './reddit-old.ts'
import { readRedesign } from './reddit-redesign.ts'
import { noComments, readToday } from './reddit-today.ts'

type RedditPage = 'old' | 'redesign' | 'today' | 'shell' | 'feed'

export function redditPageKind(answer: Answer): RedditPage | null {
  const { text: source } = answer
  if (!source.trimStart().startsWith('<')) return null
  if (source.includes('<feed') && /reddit\.com\/r\/|\/r\/\w+\/comments\//.test(source) && /<id>t[13]_/.test(source))
    return 'feed'
  if (/<shreddit-(comment|post)[\s>]/.test(source)) return 'today'
  if (/id="t[13]_\w+"/.test(source) && /window\.___r|Comment t1_/.test(source)) return 'redesign'
  if (/data-fullname="t[13]_|id="thing_t[13]_/.test(source) && source.includes('usertext')) return 'old'
  if (/<shreddit-app|redditstatic\.com\/shreddit/.test(source)) return 'shell'
  return null
}

export function readRedditPage(answer: Answer): ReadThread[] {
  const kind = redditPageKind(answer)
  if (kind === 'old') return readOld(answer)
  if (kind === 'today') return readToday(answer)
  if (kind === 'redesign') return [readRedesign(answer)]
  if (kind === 'feed') return [readRedditFeed(answer)]
  throw noComments()
}
