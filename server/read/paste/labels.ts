/** Labels that may be writers: what is told of them, and what is offered. */
import type { Labels, LabelsAre } from '../../../shared/split.ts'
import type { Piece } from './layout.ts'
import type { Turn } from './talk.ts'

/** Names that are told; of more the number. */
const NAMED = 8

/** The parts that a label opens. */
export function turnsOf(pieces: readonly Piece[]): Turn[] {
  return pieces.flatMap(({ author, text }) => (author === null ? [] : [{ name: author, text }]))
}

export function labelsOf(turns: readonly Turn[], are: LabelsAre, asked: LabelsAre | null): Labels {
  const names = [...new Set(turns.map(({ name }) => name))]
  return {
    names: names.slice(0, NAMED),
    more: Math.max(0, names.length - NAMED),
    parts: turns.length,
    are,
    asked: asked !== null,
  }
}

/** How labels were taken, for the reader; nothing where they are only offered. */
export function takenAs(labels: Labels | null): string[] {
  if (labels === null) return []
  if (labels.asked && labels.are === 'writers')
    return ['What opens the parts of the text was taken for their writers, as was said.']
  if (labels.asked) return ['What opens the parts of the text was taken for nobody’s name, as was said.']
  return labels.are === 'writers'
    ? ['Who wrote what was told from the form of the lines alone: look it over before the analysis.']
    : []
}

/** What callers can do where labels were left that may be writers. */
export function labelsOffered(labels: Labels | undefined): string[] {
  if (labels === undefined || labels.asked || labels.are === 'writers') return []
  const names = [...labels.names, ...(labels.more > 0 ? ['…'] : [])].join(', ')
  return [
    `${labels.parts} parts of the text open with what could be names (${names}), and nobody was taken for their writer. If they are names, read it again with “Take them as writers” under “Check how it is split”, with "labels": "writers" beside the text, or with --labels writers in a terminal.`,
  ]
}
