/** /api/debates/:id/export: a debate as a file. */
import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { ExportFormat } from '../../shared/api.ts'
import { BaseScore } from '../../shared/debate.ts'
import { FILTER_MARKS } from '../../shared/filter.ts'
import { exportDebate } from '../export/index.ts'
import { partOf } from '../export/part.ts'
import { assess } from '../graph/standing.ts'
import { Problem } from '../problem.ts'
import { entryOf, isEnded } from './debates.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, DebateId, FAILURES } from './replies.ts'

/** Of the formats, as `server/export` writes them. */
const MEDIA_TYPES = ['text/markdown', 'application/json', 'text/html', 'image/svg+xml', 'text/csv', 'text/vnd.argdown']

/** What of the debate is asked for; all of it without any of these. */
const Query = z.object({
  format: ExportFormat.default('md'),
  base: BaseScore.optional().describe('Where strengths start in the file; as the debate was analysed, if left out'),
  root: z.string().max(200).optional().describe('Id of a claim or an issue: only that branch'),
  f: z
    .string()
    .max(200)
    .transform((marks) => marks.split(','))
    .pipe(z.array(z.enum(FILTER_MARKS)))
    .optional()
    .describe(`Only claims with these marks, separated by commas: ${FILTER_MARKS.join(', ')}`),
  by: z.string().max(200).optional().describe('Only claims said by the person of this id'),
  type: z.string().max(40).optional().describe('Only evidence of this type, and claims given such'),
  since: z.iso.datetime().optional().describe('What counts as fresh: posts written after this time'),
})

const route = createRoute({
  method: 'get',
  path: '/api/debates/{id}/export',
  summary: 'The debate as a file',
  request: { params: DebateId, query: Query },
  responses: {
    200: {
      content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, { schema: z.string() }])),
      description: 'The file, named after the debate',
    },
    ...FAILURES,
  },
})

export function exportRoutes({ store }: RouteParts) {
  const routes = createRoutes()
  routes.openapi(route, async (context) => {
    const entry = await entryOf(store, context.req.valid('param').id)
    const debate = await store.debate(entry.id)
    if (debate === null) {
      if (!isEnded(entry))
        throw new Problem('not-finished', 'There is nothing to export before the analysis has ended.')
      throw new Problem('not-found', 'The analysis ended without a result, so there is nothing to export.', {
        remedy: entry.problem?.remedy ?? 'Try it again.',
      })
    }
    const {
      format,
      base,
      root = null,
      f: marks = [],
      by: person = null,
      type: evidence = null,
      ...rest
    } = context.req.valid('query')
    const weighed = base === undefined || base === debate.weighing.base ? debate : assess(debate, { base })
    const part = partOf(weighed, { root, filter: { marks, person, type: evidence }, since: rest.since ?? null })
    if (part === null) throw new Problem('not-found', 'There is no such claim in this debate.')
    const { name, type, body } = exportDebate(part, format, await store.sources(entry.id))
    return context.body(inBytes(body), 200, { 'content-type': type, 'content-disposition': attachment(name) })
  })
  return routes
}

/** Written no faster than it is read. */
function inBytes(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(encoded(pieces), { highWaterMark: 1 })) as ReadableStream<Uint8Array>
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const piece of pieces) yield encoder.encode(piece)
}

/** Names the file for browsers new and old (RFC 6266). */
function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '-').replace(/^-+(?=\.)/, 'debate')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
