/** One post from what a platform knows of it. */
import type { Post } from '../../shared/thread.ts'
import { ageIn, dateIn } from '../text/age.ts'
import { clean } from '../text/clean.ts'
import { instant } from '../text/instant.ts'
import { join, plain, type Prose } from '../text/prose.ts'

/** What a platform says about a post; whatever it leaves out is unknown. */
export interface Draft {
  id: string
  parentId?: string | null
  parentVia?: Post['parentVia']
  author?: string | null
  /** A time as the platform writes it; null or a relative time comes out as null. */
  createdAt?: unknown
  /** Words in which a page says how old the post is ("Ada · 3 hours ago") or of which day in a zone it does not name. */
  age?: string | null
  /** Which of the day and the month stands first in its dates of numbers, where other posts of the page tell. */
  order?: 'day' | 'month' | null
  /** When that was read, ISO 8601; without it an age alone says nothing. */
  readAt?: string | null | undefined
  score?: number | null
  /** Votes on whether it is right, where the platform counts them apart from votes on whether it is good. */
  agreement?: number | null
  /** The thread's title, for its opening post. */
  title?: string | null
  body: Prose
  permalink?: string | null
  kind?: Post['kind']
  state?: Post['state']
  stance?: Post['stance']
  globalId?: string | null
}

/** A name as shown, on one line; null when there is none or when it stands for a deleted account. */
export function nameOf(author: string | null | undefined): string | null {
  const name = clean(author ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return name === '' || /^\[(deleted|removed)\]$/i.test(name) ? null : name.slice(0, 200)
}

export function titleText(title: string): string {
  return clean(title).replace(/\s+/g, ' ').trim()
}

function timeOf({ createdAt, age, order, readAt }: Draft): Pick<Post, 'createdAt' | 'createdAbout'> {
  const exact = instant(createdAt)
  if (exact !== null || age == null) return { createdAt: exact }
  const about = (readAt == null ? null : ageIn(age, Date.parse(readAt))) ?? dateIn(age, order)
  return about === null ? { createdAt: exact } : { createdAt: null, createdAbout: about }
}

/** A deleted or removed post keeps its place but none of the words standing in for it. */
export function post(draft: Draft): Post {
  const state = draft.state ?? 'ok'
  const gone = state === 'deleted' || state === 'removed'
  const parentId = draft.parentId ?? null
  const title = titleText(draft.title ?? '')
  const { text, quotes, links, code } = join([plain(title), gone ? plain('') : draft.body], '\n\n')
  return {
    id: draft.id,
    parentId,
    parentVia: parentId === null ? 'none' : (draft.parentVia ?? 'platform'),
    author: nameOf(draft.author),
    ...timeOf(draft),
    score: draft.score ?? null,
    ...(draft.agreement == null ? {} : { agreement: draft.agreement }),
    text,
    heading: title.length,
    quotes: quotes.map(({ start, end, author }) => ({
      start,
      end,
      how: 'marked' as const,
      author: nameOf(author),
      of: null,
      similarity: 0,
    })),
    links,
    code,
    permalink: draft.permalink ?? null,
    kind: draft.kind ?? (title === '' ? 'comment' : 'opening'),
    state,
    stance: draft.stance ?? null,
    globalId: draft.globalId ?? null,
  }
}
