/** A Discourse topic, selected and copied: a name, how old the post is, its words, then "1 Reply" and "2 Likes". */
import { AGE, isAge } from './ages.ts'
import { block, type Layout, type Piece } from './layout.ts'

const NAME = /^\s*([\p{L}\d][\p{L}\p{M}\d_.-]{1,30})\s*$/u
const LIKES = String.raw`(?:Likes?|„?Gefällt mir[“"]?(?:-Angaben?)?|J[’']aime|Me gusta|Mi piace|Curtidas?|curtidas?)`
const COUNTS = new RegExp(
  String.raw`^\s*(?:(\d+) (Repl(?:y|ies)|Antwort(?:en)?|Réponses?|Respuestas?|Risposte?|Respostas?|${LIKES})|❤️?\s*\d*|♥\s*\d*)\s*$`,
  'i',
)
const LIKED = new RegExp(String.raw`^\s*\d+ ${LIKES}\s*$`, 'i')
const FURNITURE =
  /^\s*(?:❤️?\s*\d*|♥\s*\d*|Reply|Antworten|Répondre|Responder|Rispondi|Share|Teilen|Like|Solved|Solution|Lösung|Leader|Regular|Moderator|Admin|Staff|post #\d+|#?\d{1,4}|\d+ \/ \d+|Go to solution|Show (?:full post|more).*|read \d+ min|\d+ min read|created|erstellt|last reply|letzte Antwort|replies|Antworten|views|Aufrufe|users?|Benutzer|likes?|links?|Suggested Topics|Related topics|Powered by Discourse.*|Want to read more\?.*|There (?:is|are) \d+ new .*|Skip to last reply|Top replies|Frequent Posters|Popular Links)\s*$/i
/** Between posts: how long nothing was said, and what was done to the topic. */
const BETWEEN =
  /^\s*(?:(?:an?|one|\d+) (?:days?|weeks?|months?|years?) later|(?:\d+|ein(?:e|en)?) (?:Tage?|Wochen?|Monate?|Jahre?) später|\d+ (?:jours?|semaines?|mois|ans?) plus tard|\d+ (?:días|semanas|meses|años?) (?:después|más tarde)|This topic (?:was automatically closed|is now closed|will close).*|Dieses Thema wurde automatisch .* geschlossen.*|New replies are no longer allowed\.)\s*$/i
const DEED = new RegExp(
  String.raw`^\s*(?:[\w.-]{2,30}\s+)?(?:closed|opened|pinned(?: globally)?|unpinned|archived|listed|unlisted|split this topic|geschlossen|geöffnet|angeheftet) (?:on )?${AGE}\s*$`,
  'i',
)
const FOLDED = /^\s*(?:View |Show )?(\d+) (?:hidden|more) (?:replies|reply|posts?)\.*\s*$/i
const QUOTED = /^\s*([\p{L}\d][\p{L}\p{M}\d_. -]{1,40}):\s*$/u

interface Head {
  at: number
  from: number
  author: string
  /** The line between name and age: a full name, a title, or whom the post answers. */
  between: string | null
}

/**
 * A name with the age of its post below it, or a full name or a title between the two. A category may stand above the
 * first name: of two lines the upper one is the name only where a post can begin, below a blank line or a count.
 */
function headAt(lines: string[], at: number): Head | null {
  const author = NAME.exec(lines[at] ?? '')?.[1]
  if (author === undefined || isAge(lines[at] ?? '') || isFurniture(lines[at] ?? '')) return null
  const above = (lines[at - 1] ?? '').trim()
  const begins = above === '' || isFurniture(above)
  let between: string | null = null
  for (let next = at + 1; next < lines.length; next++) {
    const line = (lines[next] ?? '').trim()
    if (line === '' || (isFurniture(line) && !/^\d/.test(line))) continue
    if (isAge(line)) return { at, from: next + 1, author, between }
    // A handle below a name is a microblog's.
    if (line.startsWith('@')) return null
    if (between !== null || line.length > 40 || /[.!?:;]$/.test(line) || (!begins && NAME.test(line))) return null
    between = line
  }
  return null
}

const isFurniture = (line: string) => FURNITURE.test(line) || COUNTS.test(line) || BETWEEN.test(line) || DEED.test(line)

/** Words of a post: what stands around them off, and below "name:" the words of that person marked as quoted. */
function words(
  lines: string[],
  earlier: Map<string, { place: number; said: string }>,
): { text: string; quotes: number | null } {
  const kept = lines.filter((line) => !isFurniture(line) && !FOLDED.test(line))
  while (kept.length > 0 && (isAge(kept.at(-1) ?? '') || (kept.at(-1) ?? '').trim() === '')) kept.pop()
  const out: string[] = []
  let quotes: number | null = null
  for (let at = 0; at < kept.length; at++) {
    const line = kept[at] ?? ''
    const named = earlier.get(QUOTED.exec(line)?.[1]?.trim().toLowerCase() ?? '')
    if (named === undefined) {
      out.push(line)
      continue
    }
    quotes ??= named.place
    let next = at + 1
    while ((kept[next] ?? 'x').trim() === '') next++
    const first = next
    // The first paragraph is quoted; those below it as long as that person did say them.
    for (; next < kept.length; next++) {
      const quoted = (kept[next] ?? '').trim()
      if (next > first && quoted !== '' && !named.said.includes(plain(quoted))) break
      out.push(quoted === '' ? '' : `> ${quoted}`)
    }
    at = next - 1
    if ((kept[next] ?? '').trim() !== '') out.push('')
  }
  return { text: block(out), quotes }
}

/** Characters of what somebody said that are looked through for a quote: people quote what was said lately. */
const REMEMBERED = 20_000

const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/…$/, '').trim()

export const discourseCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    const head = headAt(lines, at)
    if (head === null) continue
    heads.push(head)
    at = head.from - 1
  }
  // Other sites set names above ages, too: the counts below a post are Discourse's own.
  if (heads.length < 2 || !lines.some((line) => COUNTS.exec(line)?.[1] !== undefined)) return null
  const title =
    lines
      .slice(0, heads[0]?.at)
      .find((line) => line.trim() !== '')
      ?.trim() ?? null
  const earlier = new Map<string, { place: number; said: string }>()
  const pieces = heads.map(({ at, from, author, between }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const likes = inside.find((line) => LIKED.test(line))?.trim()
    const { text: said, quotes } = words(inside, earlier)
    const addressed = between === null ? undefined : earlier.get(between.toLowerCase())
    const place = quotes ?? addressed?.place
    const closed = author === 'system' && said === ''
    for (const name of [author, ...(between === null || addressed !== undefined ? [] : [between])])
      earlier.set(name.toLowerCase(), {
        place: index,
        said: `${earlier.get(name.toLowerCase())?.said ?? ''} ${plain(said)}`.slice(-REMEMBERED),
      })
    return {
      author,
      depth: null,
      head: lines.slice(at + 1, from).join('\n'),
      score: likes === undefined ? null : Number.parseInt(likes, 10),
      text: said,
      ...(closed ? { kind: 'system' as const, state: 'ok' as const } : {}),
      ...(place === undefined ? {} : { answers: { place, sure: false } }),
    }
  })
  return {
    layout: 'copied from Discourse',
    platform: 'discourse',
    title,
    opening: title !== null,
    pieces,
    missing: lines.flatMap((line) => {
      const count = FOLDED.exec(line)?.[1]
      return count === undefined ? [] : [{ why: 'replies the page had not unfolded', count: Number(count) }]
    }),
    notices: [
      pieces.some(({ answers }) => answers !== undefined)
        ? 'Of answers the copy shows only whom they quote or address.'
        : 'The copy does not show who answers whom.',
    ],
  }
}
