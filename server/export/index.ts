/** A debate as a file, in one of several formats: one file of this folder each. */
import type { ExportFormat } from '../../shared/api.ts'
import type { Debate } from '../../shared/debate.ts'
import type { CheckedSource } from '../../shared/sources.ts'
import { argdown } from './argdown.ts'
import { csv } from './csv.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { fileName } from './plain.ts'
import { svg } from './svg.ts'
import { citedBy } from './verdict.ts'

interface Exported {
  /** File name with its ending. */
  name: string
  /** Media type with its character set. */
  type: string
  /** The text, in pieces to be written one after the other; only once. */
  body: Iterable<string>
}

const FORMATS: Record<
  ExportFormat,
  { ending: string; type: string; write: (debate: Debate, sources: CheckedSource[]) => Iterable<string> }
> = {
  md: { ending: 'md', type: 'text/markdown', write: (debate, sources) => [markdown(debate, sources)] },
  json: { ending: 'json', type: 'application/json', write: json },
  html: { ending: 'html', type: 'text/html', write: (debate, sources) => [html(debate, sources)] },
  svg: { ending: 'svg', type: 'image/svg+xml', write: (debate) => [svg(debate)] },
  csv: { ending: 'csv', type: 'text/csv', write: (debate, sources) => [csv(debate, sources)] },
  argdown: { ending: 'argdown', type: 'text/vnd.argdown', write: (debate) => [argdown(debate)] },
}

/** `sources`: what was found behind the addresses it cites, where somebody had them checked. */
export function exportDebate(debate: Debate, format: ExportFormat, sources: CheckedSource[] = []): Exported {
  const { ending, type, write } = FORMATS[format]
  return {
    name: `${fileName(debate.title)}.${ending}`,
    type: `${type}; charset=utf-8`,
    body: gathered(write(debate, citedBy(debate, sources))),
  }
}

/** Characters of a piece, at least, but for the last. */
const PIECE = 1 << 16

/** The same text in pieces that are worth being written on their own. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
