/** What a site lets programs read (RFC 9309). It is asked for pages that no programming interface hands out. */
import robotsParser from 'robots-parser'
import { Problem } from '../problem.ts'
import { refusal } from './answers.ts'
import type { Answer, Ask } from './platform.ts'

/** What there is instead of an answer that could not be had. */
export function unanswered(problem: Problem): Answer {
  return { status: 0, url: null, headers: {}, contentType: '', text: '', problem }
}

/** Whether `answer` came from another site than the one that was asked: that site's rules were not heard yet. */
export function isElsewhere(answer: Answer, asked: URL): boolean {
  return answer.url !== null && new URL(answer.url).host !== asked.host
}

/** Throws `robots-disallow` where the site's rules say no. A site without rules says yes. */
export async function heedRobots(url: URL, ask: (ask: Ask) => Promise<Answer>): Promise<void> {
  // Only sites have such a file: of other addresses the fetcher says that they are not read.
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return
  const address = new URL('/robots.txt', url).href
  const answer = await ask({ url: address, purpose: 'what the site lets programs read' })
  if (answer.problem?.code === 'private-address') throw answer.problem
  if (refusal(answer) !== null || robotsParser(address, answer.text).isAllowed(url.href, 'Counterpoint') !== false)
    return
  throw new Problem('robots-disallow', `${url.hostname} asks programs not to read this page.`)
}
