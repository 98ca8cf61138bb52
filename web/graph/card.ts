/** How large cards are: text is wrapped by measured words, so that heights are known before anything is on screen. */
import type { ArgumentNode } from './argument.ts'

/** Width in pixels of a text set in a CSS font. */
export type Measure = (text: string, font: string) => number

export const CARD_WIDTH = 244
/** An issue spans two columns; where one view at a time is shown, hardly more than one. */
const ISSUE_WIDTH = { wide: 558, narrow: 300 }
export const LINE = 18
/** Longest sentence on a card, in lines; the rest is in the inspector. */
const MOST_LINES = 4
/** Main points are ranked at a glance: shorter. */
const MAIN_LINES = 3

const SANS = '13px "Inter Variable", Inter, system-ui, sans-serif'
const SERIF = '13px "Source Serif 4 Variable", "Source Serif 4", Georgia, serif'
const ISSUE = '600 15px "Inter Variable", Inter, system-ui, sans-serif'

/** Lines a text takes at a width, broken between words; words wider than the line are broken, too. */
export function linesOf(text: string, width: number, font: string, measure: Measure): number {
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
  return lines
}

/** How much width there is for an issue. */
export type Room = keyof typeof ISSUE_WIDTH

export interface CardSize {
  width: number
  height: number
  lines: number
}

/**
 * A card has a last row only when there is something to say in it: said more than once, evidence, a source. Without one
 * the opener of its replies stands beside the kind; where a mark stands there, the row is kept for it.
 */
export function hasFoot(node: ArgumentNode): boolean {
  if (node.times > 1 || node.count.evidence > 0 || (node.kind === 'evidence' && node.sourced)) return true
  const { standing } = node
  const marked = standing !== null && (standing.label !== 'unchallenged' || standing.unanswered)
  return node.children.length > 0 && marked
}

export function cardSize(node: ArgumentNode, measure: Measure, room: Room = 'wide'): CardSize {
  if (node.kind === 'issue') {
    const width = ISSUE_WIDTH[room]
    // Narrow, the number of main points stands below the question instead of beside it.
    const [most, beside, below] = room === 'wide' ? [2, 172, 0] : [3, 72, 18]
    const lines = Math.min(most, linesOf(node.text, width - beside, ISSUE, measure))
    return { width, height: 24 + lines * 21 + below, lines }
  }
  const serif = node.kind === 'evidence'
  const most =
    node.relation === 'for' || node.relation === 'against' || node.relation === 'position' ? MAIN_LINES : MOST_LINES
  const lines = Math.min(most, linesOf(node.text, CARD_WIDTH - (serif ? 27 : 31), serif ? SERIF : SANS, measure))
  return { width: CARD_WIDTH, height: 39 + lines * LINE + (hasFoot(node) ? 23 : 0), lines }
}
