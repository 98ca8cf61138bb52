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

interface Exported {
  /** File name with its ending. */
  name: string
  /** Media type with its character set. */
  type: string
  body: string
}

const FORMATS: Record<
  ExportFormat,
  { ending: string; type: string; write: (debate: Debate, sources: CheckedSource[]) => string }
> = {
  md: { ending: 'md', type: 'text/markdown', write: markdown },
  json: { ending: 'json', type: 'application/json', write: json },
  html: { ending: 'html', type: 'text/html', write: html },
  svg: { ending: 'svg', type: 'image/svg+xml', write: svg },
  csv: { ending: 'csv', type: 'text/csv', write: csv },
  argdown: { ending: 'argdown', type: 'text/vnd.argdown', write: argdown },
}

/** `sources`: what was found behind the addresses it cites, where somebody had them checked. */
export function exportDebate(debate: Debate, format: ExportFormat, sources: CheckedSource[] = []): Exported {
  const { ending, type, write } = FORMATS[format]
  return { name: `${fileName(debate.title)}.${ending}`, type: `${type}; charset=utf-8`, body: write(debate, sources) }
}
