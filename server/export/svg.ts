/**
 * A debate as a picture: the issue on the left, positions and what answers them in columns to the right. Relation is told by
 * word, colour and line pattern alike. Large debates show their heaviest branches; what is left out is counted. Corrections by people are in its metadata.
 */
import type { Claim, Debate } from '../../shared/debate.ts'
import { entryTold, logTold } from './changes.ts'
import { cut, markupText as text, oneLine } from './plain.ts'
import { count, partRead, standing, type View, view } from './view.ts'

/** Cards shown at most, and children of one card. */
const MOST_CARDS = 120
const MOST_CHILDREN = 6
/** Sizes in pixels. */
const CARD = { width: 280, pad: 10, line: 17, gapX: 56, gapY: 14 }
/** Characters that fit a line of a card: 260 pixels at about 6.7 a character. */
const LINE = 38
const LINES = 4

interface Style {
  colour: string
  dash: string
}
const STYLES: Record<string, Style> = {
  supports: { colour: '#0a6f7c', dash: '' },
  for: { colour: '#0a6f7c', dash: '' },
  rebuts: { colour: '#ae3f0d', dash: '7 4' },
  against: { colour: '#ae3f0d', dash: '7 4' },
  undercuts: { colour: '#5a1f99', dash: '2 4' },
}
const PLAIN: Style = { colour: '#525b68', dash: '' }

interface Card {
  relation: string
  lines: string[]
  meta: string
  children: Card[]
  x: number
  y: number
  height: number
}

export function svg(debate: Debate): string {
  const seen = view(debate)
  const roots = debate.issues.map((issue) => issueCard(issue.id, issue.question, seen, shownOf(debate, seen)))
  let bottom = CARD.gapY
  for (const root of roots) bottom = settle(root, 0, bottom) + CARD.gapY * 2
  const cards = roots.flatMap(all)
  const width = Math.max(...cards.map((card) => card.x + CARD.width)) + CARD.gapX
  const left = debate.claims.length - cards.length + roots.length
  const note = left > 0 ? `${count(left, 'further claim is', 'further claims are')} not in this picture.` : ''
  const part = partRead(debate)
  const height = bottom + CARD.line * (part === '' ? 2 : 3)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, system-ui, sans-serif" font-size="13">`,
    `<title>${text(debate.title)}</title>`,
    ...corrections(seen),
    `<rect width="100%" height="100%" fill="#f6f4ef"/>`,
    ...roots.flatMap(edges),
    ...cards.map(drawn),
    ...(part === ''
      ? []
      : [`<text x="${CARD.gapX / 2}" y="${bottom + CARD.line}" font-weight="600">${text(part)}.</text>`]),
    `<text x="${CARD.gapX / 2}" y="${height - CARD.line}" fill="#465162" font-size="11">${text(note)} Words and links were found by a program. Counterpoint ${text(debate.provenance.version)}</text>`,
    '</svg>\n',
  ].join('\n')
}

function corrections(seen: View): string[] {
  const log = logTold(seen)
  if (log.length === 0) return []
  return ['<metadata>', ...['Corrections by people', ...log.map(entryTold)].map((line) => text(line)), '</metadata>']
}

/** Ids of the claims shown: from the top, always the heaviest branch next, until the picture is full. */
function shownOf(debate: Debate, seen: View): Set<string> {
  const shown = new Set<string>()
  let waiting = debate.issues.flatMap((issue) => heaviest(issue.id, seen))
  while (waiting.length > 0 && shown.size < MOST_CARDS) {
    waiting = waiting.sort((a, b) => seen.weight(b.id) - seen.weight(a.id))
    const next = waiting.shift() as Claim
    if (shown.has(next.id)) continue
    shown.add(next.id)
    waiting.push(...heaviest(next.id, seen))
  }
  return shown
}

/** What hangs under a claim or an issue: positions first, then by weight. */
function heaviest(id: string, seen: View): Claim[] {
  const apart = ({ place }: Claim) => (place.via === 'position' ? 0 : 1)
  return seen
    .below(id)
    .sort((a, b) => apart(a) - apart(b) || seen.weight(b.id) - seen.weight(a.id))
    .slice(0, MOST_CHILDREN)
}

function issueCard(id: string, question: string, seen: View, shown: Set<string>): Card {
  const children = heaviest(id, seen).flatMap((claim) => claimCard(claim, seen, shown))
  return { relation: '', ...sized(question, ''), children, x: 0, y: 0 }
}

function claimCard(claim: Claim, seen: View, shown: Set<string>): Card[] {
  if (!shown.has(claim.id)) return []
  const below = seen.below(claim.id)
  const children = heaviest(claim.id, seen).flatMap((child) => claimCard(child, seen, shown))
  const hidden = below.length - children.length
  const marks = [
    ...(claim.posts > 1 ? [seen.said(claim)] : []),
    standing(claim).replace(/^unchallenged(, )?/u, ''),
    hidden > 0 ? `+${hidden}` : '',
  ]
  const meta = marks.filter((mark) => mark !== '').join(' · ')
  const name = relation(claim, seen)
  return [{ relation: name, ...sized(claim.statement, `${name}${meta}`), meta, children, x: 0, y: 0 }]
}

function relation(claim: Claim, seen: View): string {
  const { via, parent } = claim.place
  if (via === 'link') return seen.placing(claim)?.type ?? ''
  if (via === 'reply') return 'answers'
  const issue = seen.debate.issues.find(({ id }) => id === parent)
  return issue?.positions.find(({ claimId }) => claimId === claim.id)?.stance ?? ''
}

function sized(statement: string, meta: string): Pick<Card, 'lines' | 'meta' | 'height'> {
  const lines = wrapped(oneLine(statement))
  return { lines, meta, height: CARD.pad * 2 + CARD.line * (lines.length + (meta === '' ? 0 : 1)) + 2 }
}

function wrapped(statement: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of cut(statement, LINE * LINES - 4).split(' ')) {
    if (line !== '' && line.length + word.length >= LINE) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? cut(word, LINE) : `${line} ${word}`
  }
  return [...lines, line].slice(0, LINES + 1)
}

/** Places a card and what is right of it, from `top` down, the card beside the middle; returns where the next may begin. */
function settle(card: Card, depth: number, top: number): number {
  card.x = CARD.gapX / 2 + depth * (CARD.width + CARD.gapX)
  let next = top
  for (const child of card.children) next = settle(child, depth + 1, next)
  const [first, last] = [card.children[0], card.children.at(-1)]
  const middle = first === undefined || last === undefined ? top : (first.y + last.y + last.height - card.height) / 2
  card.y = Math.max(top, middle)
  return Math.max(next, card.y + card.height + CARD.gapY)
}

function all(card: Card): Card[] {
  return [card, ...card.children.flatMap(all)]
}

function edges(card: Card): string[] {
  return card.children.flatMap((child) => {
    const { colour, dash } = STYLES[child.relation] ?? PLAIN
    const [x, y] = [card.x + CARD.width, Math.round(card.y + card.height / 2)]
    const [toX, toY] = [child.x, Math.round(child.y + child.height / 2)]
    const bend = Math.round((x + toX) / 2)
    const path = `<path d="M${x} ${y}C${bend} ${y} ${bend} ${toY} ${toX} ${toY}" fill="none" stroke="${colour}" stroke-width="1.5"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`
    return [path, ...edges(child)]
  })
}

function drawn(card: Card): string {
  const { colour, dash } = STYLES[card.relation] ?? PLAIN
  const x = card.x + CARD.pad
  const line = (at: number) => Math.round(card.y + CARD.pad + CARD.line * (at + 0.8))
  const border = `<rect x="${card.x}" y="${Math.round(card.y)}" width="${CARD.width}" height="${card.height}" rx="6" fill="#fff" stroke="${colour}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`
  const words = card.lines.map((words, at) => `<text x="${x}" y="${line(at)}" fill="#1b2330">${text(words)}</text>`)
  const meta = [card.relation, card.meta].filter((part) => part !== '').join(' · ')
  const foot =
    meta === ''
      ? ''
      : `<text x="${x}" y="${line(card.lines.length)}" fill="${colour}" font-size="11">${text(cut(meta, 46))}</text>`
  return `<g>${border}${words.join('')}${foot}</g>`
}
