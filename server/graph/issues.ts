/** The questions a debate is about: from the title where it asks or asserts, else from the article discussed. */
import type { Issue } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { plainAddress } from '../text/plain-address.ts'
import { openingOf } from './places.ts'

/** An issue before its positions are known, with the threads it heads. */
export type OpenIssue = Omit<Issue, 'positions'> & { threadIds: string[] }

/** A stretch of a post, by which it is told whether it stands in a title. */
type Place = { postId: string; start: number }

/** Whether something was said in the title at the start of an opening post. */
export function titleTest(threads: Thread[]): (place: Place) => boolean {
  const headings = new Map(
    threads.flatMap((thread): [string, number][] => {
      const opening = openingOf(thread)
      return opening === undefined ? [] : [[opening.id, opening.heading]]
    }),
  )
  return ({ postId, start }) => start < (headings.get(postId) ?? 0)
}

/**
 * One issue a thread; threads about the same article or under the same title share one. `said`: what was found to be
 * claimed or asked, by which a title that asserts is known.
 */
export function issuesOf(threads: Thread[], said: Place[]): OpenIssue[] {
  const found = new Map<string, OpenIssue>()
  for (const thread of threads) {
    const key = sameQuestion(thread, found) ?? articleOf(thread) ?? plain(thread.title)
    const known = found.get(key)
    if (known !== undefined) known.threadIds.push(thread.id)
    else found.set(key, { id: `issue.${thread.id}`, ...questionOf(thread, said), threadIds: [thread.id] })
  }
  return [...found.values()]
}

function articleOf({ article }: Thread): string | null {
  return article === null ? null : (plainAddress(article.url) ?? article.url)
}

/** Key of an issue already there with the same title, whatever its article. */
function sameQuestion(thread: Thread, found: Map<string, OpenIssue>): string | undefined {
  if (thread.title === '') return undefined
  for (const [key, issue] of found) if (plain(issue.question) === plain(thread.title)) return key
  return undefined
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function questionOf(thread: Thread, said: Place[]): Pick<Issue, 'question' | 'source'> {
  const opening = openingOf(thread)
  const title = opening?.text.slice(0, opening.heading).trim() || thread.title
  if (title !== '' && (asks(title) || said.some(titleTest([thread])))) return { question: title, source: 'title' }
  if (thread.article !== null && thread.article.title !== '')
    return { question: thread.article.title, source: 'article' }
  return { question: title === '' ? 'What is discussed here' : title, source: 'unnamed' }
}

/** Whether a title puts a question, by its mark. */
export function asks(title: string): boolean {
  return /[?？؟]/u.test(title)
}
