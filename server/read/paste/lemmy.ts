/**
 * A post of Lemmy, selected and copied: above each comment its writer ("ben@feddit.example", of one's own server "ben"), marks and the
 * language, then its score and its age, each on a line of its own or all on one.
 */
import { AGE, isAge } from './ages.ts'
import { block, type Layout, type Piece } from './layout.ts'

const PERSON = /^\s*(?:\[[–+-]\]\s*)?@?([\p{L}\p{N}_.-]{2,40}@[a-z\d.-]+\.[a-z]{2,})\s*$/iu
const LOCAL = /^\s*(?:\[[–+-]\]\s*)?@?([\w.-]{2,40})\s*$/
/** What stands between a writer and the age: who it is, the language, dots. */
const BETWEEN =
  /^\s*(?:[·•|]|OP|mod|admin|bot|M|A|B|\[[–+-]\]|English|Deutsch|Français|Español|Italiano|Português|Nederlands|Polski|Svenska|Dansk|Norsk|Русский|日本語|edited|\*)?\s*$/i
const SCORE = /^\s*(-?\d{1,6})(?: points?)?\s*$/
const ONE_LINE = new RegExp(
  String.raw`^\s*(?:\[[–+-]\]\s*)?@?([\p{L}\p{N}_.-]{2,40}(?:@[a-z\d.-]+\.[a-z]{2,})?)\s+(?:(?:OP|mod|admin|bot)\s+)?(?:[·•]\s*)?(-?\d{1,6})(?: points?)?\s*[·•]?\s*(?:${AGE})\s*$`,
  'iu',
)
const FURNITURE =
  /^\s*(?:reply|link|fedilink|permalink|source|embed|save|report|context|view source|show context|hide|\[[–+-]\]|\d+ more repl(?:y|ies)|load more|\d+ (?:new )?comments?|sorted by:?.*|hot|top|new|old|controversial|all|chat|add a comment.*)\s*$/i
const SUBMITTED =
  /^\s*(?:submitted .+ by .+|to [\w.-]+@[\w.-]+.*|in [!c/]?[\w.-]+@[\w.-]+.*|cross-posted (?:from|to):?.*)$/i

interface Head {
  at: number
  from: number
  author: string
  score: number | null
  said: string
}

function headAt(lines: string[], at: number): Head | null {
  const whole = ONE_LINE.exec(lines[at] ?? '')
  if (whole !== null) return { at, from: at + 1, author: whole[1] as string, score: Number(whole[2]), said: whole[0] }
  const author = (PERSON.exec(lines[at] ?? '') ?? LOCAL.exec(lines[at] ?? ''))?.[1]
  if (author === undefined || /^-?\d+$/.test(author)) return null
  let score: number | null = null
  for (let below = at + 1; below < at + 8; below++) {
    const line = lines[below] ?? ''
    const points = SCORE.exec(line)?.[1]
    if (isAge(line.replace(/\s*\(?edited.*$/i, '')))
      return score === null ? null : { at, from: below + 1, author, score, said: line }
    if (points !== undefined && score === null) score = Number(points)
    else if (!BETWEEN.test(line)) return null
  }
  return null
}

function pieceOf(lines: string[], head: Head): Piece {
  return {
    author: head.author,
    depth: null,
    head: head.said,
    score: head.score,
    text: block(lines.filter((line) => !FURNITURE.test(line) && !SCORE.test(line))),
  }
}

/** Sure only with the server in one name at least: other sites show names, numbers and ages, too. */
export const lemmyCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    const head = headAt(lines, at)
    if (head === null) continue
    heads.push(head)
    at = head.from - 1
  }
  if (heads.length < 2 || !heads.some(({ author }) => author.includes('@'))) return null
  const above = lines.slice(0, heads[0]?.at).filter((line) => line.trim() !== '')
  const title =
    above.find((line) => !FURNITURE.test(line) && !PERSON.test(line) && !SUBMITTED.test(line))?.trim() ?? null
  const writer = above.map((line) => PERSON.exec(line)?.[1] ?? / by @?([\w.-]+@[\w.-]+)/.exec(line)?.[1]).find(Boolean)
  const opening: Piece[] =
    title === null
      ? []
      : [
          {
            author: writer ?? null,
            depth: null,
            text: block(
              above.filter(
                (line) =>
                  line.trim() !== title &&
                  ![FURNITURE, PERSON, SUBMITTED, SCORE].some((kind) => kind.test(line)) &&
                  !isAge(line),
              ),
            ),
          },
        ]
  return {
    layout: 'copied from Lemmy',
    platform: 'lemmy',
    title,
    opening: title !== null,
    pieces: [...opening, ...heads.map((head, index) => pieceOf(lines.slice(head.from, heads[index + 1]?.at), head))],
    notices: ['The copy does not show who answers whom.'],
  }
}
