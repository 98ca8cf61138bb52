/** /api/estimate: what an analysis would take, without keeping or analysing anything. */
import PQueue from 'p-queue'
import { CreateDebate, Estimate } from '../../shared/api.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, FAILURES, json } from './replies.ts'
import { readCreate } from './sources.ts'

/** Estimates made at once; others wait. */
const AT_ONCE = 2

const route = createRoute({
  method: 'post',
  path: '/api/estimate',
  summary: 'What an analysis would take: posts, tokens, price, time',
  description: 'Reads the sources as an analysis would, and asks no model.',
  request: {
    body: { required: true, content: { 'application/json': { schema: CreateDebate.meta({ id: 'CreateDebate' }) } } },
  },
  responses: { 200: json(Estimate.meta({ id: 'Estimate' }), 'The figures'), ...FAILURES },
})

export function estimateRoutes({ config, estimator, reader }: RouteParts) {
  const queue = new PQueue({ concurrency: AT_ONCE })
  const routes = createRoutes()
  routes.openAPIRegistry.registerPath(route)
  routes.post(route.path, async (context) => {
    const request = await readCreate(context.req.raw, config.MAX_UPLOAD_BYTES)
    reader(request.analyser, request.overnight)
    const { signal } = context.req.raw
    const found = await queue.add(() => estimator.estimate(request, signal), { signal })
    return context.json(Estimate.parse(found), 200)
  })
  return routes
}
