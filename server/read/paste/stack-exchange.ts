/** A question copied from Stack Exchange: below each post "Share", "Improve this answer", when and by whom; then its comments. */
import { AGE } from './ages.ts'
import { block, type Layout, type Piece } from './layout.ts'

const SHARE = /^\s*(?:Share|Cite)\s*$/
const WHEN = String.raw`(?:${AGE}|[A-Z][a-z]{2} \d{1,2}(?:, \d{4}| '\d{2})? at \d{1,2}:\d{2})`
const SIGNED = new RegExp(String.raw`^\s*(asked|answered) ${WHEN}\s*$`, 'i')
const EDITED = new RegExp(String.raw`^\s*edited ${WHEN}\s*$`, 'i')
const REPUTATION = /^\s*(?:\d[\d,.]*k?|(?:\d[\d,.]*k?)?\s*(?:\d+ (?:gold|silver|bronze) badges?\s*)+)\s*$/
const MARK = /^\s*(?:New contributor|.{1,60} is a new contributor\..{0,160}|Community(?:Bot)?|community wiki)\s*$/
const COMMENTED = new RegExp(String.raw`^\s*(?:Commented )?${WHEN}\s*$`, 'i')
const BY = /^\s*[–-][ \u00A0](\S.{0,58}?)\s*$/
const BY_AT_END = /^(.*\S)[ \u00A0]–[ \u00A0](\S.{0,58}?)\s*$/
const COMMENTS_END = /^\s*(?:Add a comment\s*\|?|Show \d+ more comments?|\|)\s*$/
const HEADER = /^\s*(?:Asked .{3,40}|Modified .{3,40}|Viewed \d[\d.,]*[km]? times?)\s*$/
const PAGE_END =
  /^\s*(?:Your Answer|You must log in to answer this question\.?|Not the answer you're looking for\?.*|Highly active question.*|Start asking to get answers|Hot Network Questions|Related|Linked|Sign up or log in)\s*$/
const FURNITURE =
  /^\s*(?:Loading…|Ask Question|\d+ Answers?|Sorted by:.*|Reset to default|Highest score \(default\).*|Trending.*|Date (?:modified|created).*|Save this (?:question|answer)\.?|Show activity on this post\.?|Timeline|Teams|Report this ad)\s*$/
/** Tags below a question, each on its line, parted from its words. */
const TAGS = /\n\n(?:[a-z\d.#+-]{1,35}\n){0,5}[a-z\d.#+-]{1,35}$/
/** Lines between "Share" and the line that says when, at most. */
const FOOTER = 14

interface Foot {
  /** First line of the buttons. */
  at: number
  /** First line behind the writer. */
  end: number
  question: boolean
  author: string | null
  edited: boolean
}

function footAt(lines: string[], at: number): Foot | null {
  if (!SHARE.test(lines[at] ?? '')) return null
  let below = at + 1
  const until = at + FOOTER
  while (below < until && below < lines.length && !SIGNED.test(lines[below] ?? '')) below++
  const kind = SIGNED.exec(lines[below] ?? '')?.[1]
  if (kind === undefined) return null
  const name = (lines[below + 1] ?? '').trim()
  const named = name !== '' && name.length <= 60 && !REPUTATION.test(name) && !MARK.test(name)
  let end = below + (named ? 2 : 1)
  while (REPUTATION.test(lines[end] ?? '') || MARK.test(lines[end] ?? '')) end++
  // A name without anything below it that belongs to a name may as well be the next words.
  const sure = named && end > below + 2
  return {
    at,
    end: named && !sure ? below + 1 : end,
    question: kind.toLowerCase() === 'asked',
    author: sure ? name : null,
    edited: lines.slice(at, below).some((line) => EDITED.test(line)),
  }
}

/** Comments at the start of `lines`, and where they end. */
function commentsIn(lines: string[], depth: number): { comments: Piece[]; end: number } {
  const stop = lines.findIndex((line) => COMMENTS_END.test(line) || PAGE_END.test(line))
  const comments: Piece[] = []
  let from = 0
  for (let at = 0; at < (stop < 0 ? lines.length : stop); at++) {
    const line = lines[at] ?? ''
    const alone = BY.exec(line)?.[1]
    const [, words, name] = alone === undefined && line.length < 2000 ? (BY_AT_END.exec(line) ?? []) : []
    const author = alone ?? name
    if (author === undefined || !COMMENTED.test(lines[at + 1] ?? '')) continue
    const said = [...lines.slice(from, at), words ?? '']
    while (/^\s*\d*\s*$/.test(said[0] ?? 'x')) said.shift()
    comments.push({ author, depth, kind: 'comment', text: block(said) })
    from = at + 2
  }
  return { comments, end: stop < 0 ? from : stop + 1 }
}

/** Words of a post behind its score. */
function postOf(lines: string[]): { score: number | null; text: string } {
  const kept = lines.filter((line) => ![FURNITURE, COMMENTS_END].some((kind) => kind.test(line)))
  let from = 0
  let score: number | null = null
  for (; /^\s*[-−]?\d{0,6}\s*$/.test(kept[from] ?? 'x'); from++) {
    const number = (kept[from] ?? '').trim().replace('−', '-')
    if (score === null && /\d/.test(number)) score = Number(number)
  }
  return { score, text: block(kept.slice(from)) }
}

/** On some pages every name stands twice without a blank, for readers of screens. */
function onceEach(names: (string | null)[]): (string | null)[] {
  const half = (name: string) => name.slice(0, name.length / 2)
  const known = names.filter((name) => name !== null)
  return known.length > 1 && known.every((name) => half(name).repeat(2) === name)
    ? names.map((name) => (name === null ? null : half(name)))
    : names
}

/** Needs two posts signed below their buttons; only the first may be the question. */
export const stackExchangeCopy: Layout = (text) => {
  if (!/^[ \t]*answered\b/im.test(text)) return null
  // Each line keeps the blank line behind it, so that paragraphs stay parted.
  const all = text.split('\n')
  const solid = all.flatMap((line, at) =>
    line.trim() === '' ? [] : [all[at + 1]?.trim() === '' ? `${line.trimEnd()}\n` : line],
  )
  const feet: Foot[] = []
  for (let at = 0; at < solid.length; at++) {
    const foot = footAt(solid, at)
    if (foot === null) continue
    feet.push(foot)
    at = foot.end - 1
  }
  if (feet.length < 2 || feet.slice(1).some(({ question }) => question)) return null
  return splitAt(solid, feet)
}

function splitAt(lines: string[], feet: Foot[]): ReturnType<Layout> {
  const first = feet[0]
  const head = lines.slice(0, first?.at)
  const header = head.findIndex((line) => HEADER.test(line))
  const above = head.slice(0, Math.max(header, 0)).filter((line) => !FURNITURE.test(line))
  const title = first?.question === true ? (above.at(-1)?.trim() ?? null) : null
  let from = header < 0 ? 0 : head.findLastIndex((line) => HEADER.test(line)) + 1
  const depth = first?.question === true ? 1 : 0
  const names = onceEach(feet.map(({ author }) => author))
  const pieces: Piece[] = []
  for (const [place, foot] of feet.entries()) {
    const said = postOf(lines.slice(from, foot.at))
    pieces.push({
      ...said,
      text: foot.question ? said.text.replace(TAGS, '') : said.text,
      author: names[place] ?? null,
      depth: foot.question ? 0 : depth,
      kind: foot.question ? 'opening' : 'answer',
      state: foot.edited ? 'edited' : 'ok',
    })
    const behind = lines.slice(foot.end, feet[place + 1]?.at)
    const { comments, end } = commentsIn(behind, foot.question ? 1 : depth + 1)
    pieces.push(...comments)
    from = foot.end + end
  }
  const rest = lines.slice(from)
  const stop = rest.findIndex((line) => PAGE_END.test(line))
  const left = PAGE_END.test(lines[from - 1] ?? '') ? '' : postOf(rest.slice(0, stop < 0 ? undefined : stop)).text
  if (left !== '') pieces.push({ author: null, depth, kind: 'answer', text: left })
  return {
    layout: 'copied from Stack Exchange',
    platform: 'stackexchange',
    title,
    opening: first?.question === true,
    pieces,
    notices: [],
  }
}
