/** /api/debates/:id/related: other debates of this library about the same page, and one made of several. */
import { z } from '@hono/zod-openapi'
import { DebateEntry, Related } from '../../shared/api.ts'
import type { Source } from '../../shared/api.ts'
import { Problem } from '../problem.ts'
import { entryOf, newEntry } from './debates.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, DebateId, FAILURES, json } from './replies.ts'
import { sizeOf, tooLarge } from './sources.ts'

/** Sources of one debate, as when it is created. */
const MOST_SOURCES = 20

const get = createRoute({
  method: 'get',
  path: '/api/debates/{id}/related',
  summary: 'Other debates about the same page or thread',
  request: { params: DebateId },
  responses: { 200: json(Related.meta({ id: 'Related' }), 'The newest first, ten at most'), ...FAILURES },
})

const combine = createRoute({
  method: 'post',
  path: '/api/debates/{id}/combine',
  summary: 'Analyse the sources of this and other debates as one new debate',
  request: {
    params: DebateId,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ with: z.array(z.string().max(100)).min(1).max(10) }) } },
    },
  },
  responses: { 202: json(DebateEntry, 'The new debate; those it is made of stay as they are'), ...FAILURES },
})

export function relatedRoutes({ store, queue, config, reader }: RouteParts) {
  const routes = createRoutes()

  routes.openapi(get, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    return context.json({ debates: await store.related(id) }, 200)
  })

  routes.openapi(combine, async (context) => {
    const entry = await entryOf(store, context.req.valid('param').id)
    const own = await store.request(entry.id)
    const all: Source[] = [...(own?.sources ?? [])]
    for (const id of context.req.valid('json').with) {
      await entryOf(store, id)
      all.push(...((await store.request(id))?.sources ?? []))
    }
    const sources = [...new Map(all.map((source) => [JSON.stringify(source), source])).values()]
    if (own === null || sources.length > MOST_SOURCES) {
      throw new Problem('too-large', `One debate is made of at most ${MOST_SOURCES} sources.`)
    }
    if (sources.reduce((sum, source) => sum + sizeOf(source), 0) > config.MAX_UPLOAD_BYTES) {
      throw tooLarge(config.MAX_UPLOAD_BYTES)
    }
    reader(own.analyser, own.overnight)
    const made = newEntry(entry.title)
    await store.create(made, { ...own, sources })
    await queue.add(made.id)
    return context.json(made, 202, { location: `/api/debates/${made.id}` })
  })
  return routes
}
