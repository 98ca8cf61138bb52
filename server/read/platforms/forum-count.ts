/** How many posts a forum says a thread has. */
import type { Element } from 'domhandler'
import { textIn } from '../page.ts'
import { allNamed, firstNamed } from '../select.ts'
import { type Forum, inside } from './forum.ts'

/** As schema.org puts it, else in words around the ways to other pages; null where neither tells. */
export function announced(outside: Element[], { count }: Forum): number | null {
  for (const script of allNamed(outside, 'script[type="application/ld+json"]')) {
    const told = described(inside(script))
    if (told !== null) return told
  }
  if (count === undefined) return null
  const element = firstNamed(outside, count.at)
  const words = (element?.attribs.title ?? textIn(element) ?? '').replace(/(?<=\d)[.,\u00A0\u202F](?=\d{3}(?!\d))/g, '')
  const said = count.which === 'first' ? /^(\d{1,7})\s+\p{L}/u.exec(words)?.[1] : words.match(/\d{1,7}/g)?.at(-1)
  return said === undefined ? null : Number(said)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Answers counted by a DiscussionForumPosting (https://schema.org/DiscussionForumPosting), and the posting itself. */
function described(json: string): number | null {
  if (!json.includes('DiscussionForumPosting')) return null
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  const graph = isRecord(value) && Array.isArray(value['@graph']) ? value['@graph'] : value
  for (const posting of Array.isArray(graph) ? graph : [graph]) {
    if (!isRecord(posting) || posting['@type'] !== 'DiscussionForumPosting') continue
    const answers = posting.commentCount ?? answersCounted(posting.interactionStatistic)
    if (typeof answers === 'number' && Number.isSafeInteger(answers) && answers >= 0) return answers + 1
  }
  return null
}

function answersCounted(statistic: unknown): unknown {
  const counters = Array.isArray(statistic) ? statistic : [statistic]
  const counter = counters.find(
    (one) => isRecord(one) && /(?:Reply|Comment)Action/.test(JSON.stringify(one.interactionType) ?? ''),
  )
  return isRecord(counter) ? counter.userInteractionCount : null
}
