/** How large cards are: text is wrapped by measured words, so that heights are known before anything is on screen. */
import type { ArgumentNode } from './argument.ts'

/** Measures words as they are set here, in a reader's own spacing where there is one. */
export interface Measure {
  /** Width in pixels of a text set in a CSS font. */
  (text: string, font: string): number
  /** Height in pixels of a line on a card; `LINE` if not given. */
  line?: number
}

export const CARD_WIDTH = 256
/** An issue spans two columns; where one view at a time is shown, hardly more than one. */
const ISSUE_WIDTH = { wide: 582, narrow: 300 }
/** Height of a line on a card, in pixels. */
export const LINE = 18
const ISSUE_LINE = 21
/** Longest sentence on a card, in lines; the rest is in the inspector. */
const MOST_LINES = 4
/** Main points are ranked at a glance: shorter. */
const MAIN_LINES = 3

/** Width of an opener with its distance from the words before it, and what each kind of reply in it adds; in pixels. */
const OPENER = { least: 34, kind: 26 }
/** What it adds to the height of a card, in pixels. */
const ROOM: Record<CardSize['opener'], number> = { foot: 21, line: 3, kind: 0 }

const SANS = '13px "Inter Variable", Inter, system-ui, sans-serif'
const SERIF = '13px "Source Serif 4 Variable", "Source Serif 4", Georgia, serif'
const ISSUE = '600 15px "Inter Variable", Inter, system-ui, sans-serif'

/** Lines a text takes at a width, broken between words; words wider than the line are broken, too. */
export function linesOf(text: string, width: number, font: string, measure: Measure): number {
  return wrapped(text, width, font, measure).lines
}

/** Lines a text takes, and how much of the last one. */
function wrapped(text: string, width: number, font: string, measure: Measure): { lines: number; last: number } {
  const space = measure(' ', font)
  let lines = 1
  let x = 0
  for (const word of text.split(/\s+/)) {
    if (word === '') continue
    const wide = measure(word, font)
    if (x > 0 && x + space + wide > width) {
      lines += 1
      x = 0
    }
    if (wide > width) {
      lines += Math.ceil((x + wide) / width) - 1
      x = (x + wide) % width
    } else x += (x > 0 ? space : 0) + wide
  }
  return { lines, last: x }
}

/** How much width there is for an issue. */
export type Room = keyof typeof ISSUE_WIDTH

export interface CardSize {
  width: number
  height: number
  lines: number
  /** Where the opener of its replies stands: in a last row, at the end of the sentence's last line, or beside the kind. */
  opener: 'foot' | 'line' | 'kind'
}

/**
 * A card has a last row only when there is something to say in it: said more than once, evidence, a source. Without one
 * the opener of its replies stands beside the kind; where a mark stands there, after the last words if there is room for
 * it, and only otherwise in a row of its own.
 */
function openerOf(node: ArgumentNode, room: number): CardSize['opener'] {
  if (node.times > 1 || node.count.evidence > 0 || (node.kind === 'evidence' && node.sourced)) return 'foot'
  const { standing, count } = node
  const marked = standing !== null && (standing.label !== 'unchallenged' || standing.unanswered)
  if (node.children.length === 0 || !marked) return 'kind'
  const kinds = Math.max(1, [count.supports, count.rebuts, count.undercuts].filter((kind) => kind > 0).length)
  return room >= OPENER.least + OPENER.kind * kinds ? 'line' : 'foot'
}

/** Sizes worked out before, by width and most lines: every opening of a branch asks for all cards again. */
const known = new WeakMap<Measure, WeakMap<ArgumentNode, Map<number, CardSize>>>()

function once(measure: Measure, node: ArgumentNode, key: number, sizeOf: () => CardSize): CardSize {
  let sizes = known.get(measure)
  if (sizes === undefined) known.set(measure, (sizes = new WeakMap()))
  let ofNode = sizes.get(node)
  if (ofNode === undefined) sizes.set(node, (ofNode = new Map()))
  let size = ofNode.get(key)
  if (size === undefined) ofNode.set(key, (size = sizeOf()))
  return size
}

/** Size of a claim's card; `most` lines of its sentence are shown at most. */
export function cardSize(node: ArgumentNode, measure: Measure, width = CARD_WIDTH, most = MOST_LINES): CardSize {
  return once(measure, node, width * 10 + most, () => claimSize(node, measure, width, most))
}

/** Size of an issue's card, at least as wide as what stands under it. */
export function issueSize(node: ArgumentNode, measure: Measure, room: Room = 'wide', under = 0): CardSize {
  const width = Math.max(ISSUE_WIDTH[room], under)
  // Narrow, the number of main points stands below the question instead of beside it.
  const [most, beside, below] = room === 'wide' ? [2, 172, 0] : [3, 72, 18]
  return once(measure, node, width * 10 + most, () => {
    const lines = Math.min(most, linesOf(node.text, width - beside, ISSUE, measure))
    return { width, height: Math.ceil(20 + lines * taller(ISSUE_LINE, measure) + below), lines, opener: 'foot' }
  })
}

function claimSize(node: ArgumentNode, measure: Measure, whole: number, longest: number): CardSize {
  const serif = node.kind === 'evidence'
  const main = node.relation === 'for' || node.relation === 'against' || node.relation === 'position'
  const most = main ? Math.min(MAIN_LINES, longest) : longest
  const width = whole - (serif ? 27 : 31)
  const text = wrapped(node.text, width, serif ? SERIF : SANS, measure)
  const lines = Math.min(most, text.lines)
  const opener = openerOf(node, text.lines > most ? 0 : width - text.last)
  return { width: whole, height: Math.ceil(34 + lines * taller(LINE, measure) + ROOM[opener]), lines, opener }
}

/** A line's height where readers set lines of their own. */
function taller(line: number, measure: Measure): number {
  return (line * (measure.line ?? LINE)) / LINE
}
