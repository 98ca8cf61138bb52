/** /api/debates/:id/sources: whether the sources a debate cites can be read, and hold the words quoted from them. */
import { SourceChecks } from '../../shared/sources.ts'
import { entryOf } from './debates.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, DebateId, FAILURES, json } from './replies.ts'

const Checks = SourceChecks.meta({ id: 'SourceChecks' })

const get = createRoute({
  method: 'get',
  path: '/api/debates/{id}/sources',
  summary: 'What is known of the sources cited',
  request: { params: DebateId },
  responses: { 200: json(Checks, 'The sources checked so far'), ...FAILURES },
})

const check = createRoute({
  method: 'post',
  path: '/api/debates/{id}/sources',
  summary: 'Check the sources cited that were not read yet, each once',
  request: { params: DebateId },
  responses: { 202: json(Checks, 'The check, under way'), ...FAILURES },
})

export function sourceCheckRoutes({ store, sources }: RouteParts) {
  const routes = createRoutes()
  routes.openapi(get, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    return context.json(await sources.state(id), 200)
  })
  routes.openapi(check, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    await sources.start(id)
    return context.json(await sources.state(id), 202)
  })
  return routes
}
