/** Answers copied from Quora: a name, "Follow", what is said of the writer, the age, the words, then views and upvotes. */
import { isAge } from './ages.ts'
import { block, type Layout, looksLikeName, type Piece } from './layout.ts'

const VOTES =
  /^\s*(?:View \d[\d.,]*[KM]? (?:other )?upvotes?|Upvote|Positiv bewerten|Voter pour|Voto positivo|Votar a favor)\s*$/i
const FOLLOW = /^\s*(?:Follow|Following|Folgen|Suivre|Seguir|Segui)\s*$/i
const ANSWERED = /^\s*(?:Answered|Updated|Originally Answered:?|Beantwortet|Répondu|Respondido)\b.{0,80}$/i
const CREDENTIAL = /answer views|Author has|Antwort(?:en)?aufrufe|vues de réponses|visitas? (?:a|en) respuestas/i
const FURNITURE =
  /^\s*(?:[·•]|\d[\d.,]*[KM]?(?: views?)?(?: [·•] .*)?|View \d[\d.,]*[KM]? (?:other )?(?:upvotes?|shares?)|Upvote|Downvote|Share|Comments?|\d+ comments?|\d+ of \d+ answers?|Continue Reading|\(more\)|Upvote\s*[·•]\s*\d.*|Add a comment…?|Related questions|All related.*|Sort|Recommended|Answer|Follow|Request|Your response is private|Was this worth your time\?.*|Yes|No|Assistant|Profile photo for .*)\s*$/i

interface Head {
  at: number
  from: number
  author: string | null
}

/** Lines of a head: after the name come "Follow", credentials and the age, in this order, each or none. */
function headAt(lines: string[], at: number): Head | null {
  const line = lines[at] ?? ''
  const name = (/^\s*([^,·]{2,60}?)\s*,\s+\S.{0,100}$/.exec(line)?.[1] ?? line)
    .replace(/^Profile photo for /i, '')
    .trim()
  let below = at + 1
  let marks = 0
  for (; below <= at + 6; below++) {
    const next = lines[below] ?? ''
    if (FOLLOW.test(next) || ANSWERED.test(next) || (marks > 0 && isAge(next))) marks++
    else if (CREDENTIAL.test(next) && next.length < 160) marks++
    else if (!/^\s*[·•]\s*$/.test(next) && !(marks > 0 && next.length < 160 && ages(lines, below))) break
  }
  if (marks < 2 && !ANSWERED.test(lines[below - 1] ?? '')) return null
  return { at, from: below, author: looksLikeName(name) ? name : null }
}

/** Whether the age of the answer comes right after line `at`, which then tells of its writer. */
function ages(lines: string[], at: number): boolean {
  const next = /^\s*[·•]\s*$/.test(lines[at + 1] ?? '') ? at + 2 : at + 1
  return isAge(lines[next] ?? '') || ANSWERED.test(lines[next] ?? '')
}

export const quoraCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (!lines.some((line) => VOTES.test(line))) return null
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    const head = FURNITURE.test(lines[at] ?? '') ? null : headAt(lines, at)
    if (head === null || head.author === null) continue
    heads.push(head)
    at = head.from - 1
  }
  const [first] = heads
  if (first === undefined) return null
  const title =
    lines
      .slice(0, first.at)
      .find((line) => /\?\s*$/.test(line))
      ?.trim() ?? null
  if (heads.length < 2 && title === null) return null
  const answers = heads.map(({ at, from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    return {
      author,
      depth: null,
      head: lines.slice(at, from).join('\n'),
      kind: 'answer',
      text: block(inside.filter((line) => !FURNITURE.test(line) && line !== title)),
      ...(title === null ? {} : { answers: { place: 0, sure: true } }),
    }
  })
  const question: Piece = { author: null, depth: null, kind: 'opening', text: '', state: 'ok' }
  return {
    layout: 'copied from Quora',
    platform: 'pasted',
    title,
    opening: title !== null,
    pieces: title === null ? answers : [question, ...answers],
    notices: lines.some((line) => /^\s*(?:Continue Reading|\(more\))\s*$/i.test(line))
      ? ['Some answers were folded when the page was copied: their ends are missing.']
      : [],
  }
}
