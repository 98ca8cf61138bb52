/** /api/debates/:id/export: a debate as a file. */
import PQueue from 'p-queue'
import { z } from '@hono/zod-openapi'
import { type DebateEntry, ExportFormat } from '../../shared/api.ts'
import { BaseScore } from '../../shared/debate.ts'
import { FILTER_MARKS } from '../../shared/filter.ts'
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

/** Exports made at once; others wait: each has a whole debate in memory. */
const AT_ONCE = 2

export function exportRoutes({ store, exporter }: RouteParts) {
  const queue = new PQueue({ concurrency: AT_ONCE })
  const routes = createRoutes()
  routes.openapi(route, async (context) => {
    const entry = await entryOf(store, context.req.valid('param').id)
    const { format, base = null, root = null, since = null, f, by, type: evidence } = context.req.valid('query')
    const filter = { marks: f ?? [], person: by ?? null, type: evidence ?? null }
    const file = await queue.add(() => exporter.export(entry.id, { format, base, part: { root, filter, since } }))
    if (file === null) throw nothingIn(entry)
    const { name, type, pieces } = file
    return context.body(streamed(pieces), 200, { 'content-type': type, 'content-disposition': attachment(name) })
  })
  return routes
}

function nothingIn(entry: DebateEntry): Problem {
  return isEnded(entry)
    ? new Problem('not-found', 'The analysis ended without a result, so there is nothing to export.', {
        remedy: entry.problem?.remedy ?? 'Try it again.',
      })
    : new Problem('not-finished', 'There is nothing to export before the analysis has ended.')
}

/** Each piece is let go once it is read. */
function streamed(pieces: Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.shift()
      if (piece === undefined) controller.close()
      else controller.enqueue(piece)
    },
  })
}

/** Names the file for browsers new and old (RFC 6266). */
function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '-').replace(/^-+(?=\.)/, 'debate')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
