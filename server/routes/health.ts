/** /api/health: whether the server works, and with what. */
import { Health } from '../../shared/api.ts'
import { VERSION } from '../version.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, FAILURES, json } from './replies.ts'

const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the server works, and what will read the next thread',
  responses: { 200: json(Health.meta({ id: 'Health' }), 'It works'), ...FAILURES },
})

export function healthRoutes({ store, reader }: RouteParts) {
  const routes = createRoutes()
  routes.openapi(health, async (context) => {
    await store.unfinished()
    return context.json({ ok: true, version: VERSION, ...reader('auto'), store: store.kind }, 200)
  })
  return routes
}
