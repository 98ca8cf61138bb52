/** /api/debates/:id/corrections: what people changed on a map, and taking it back. */
import { z } from '@hono/zod-openapi'
import { Change, Correction, NotApplied } from '../../shared/corrections.ts'
import { BaseScore, Weighed } from '../../shared/debate.ts'
import { entryOf } from './debates.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, DebateId, FAILURES, json } from './replies.ts'

const One = Correction.meta({ id: 'Correction' })

const list = createRoute({
  method: 'get',
  path: '/api/debates/{id}/corrections',
  summary: 'What people changed, in order, and which of it finds its object no longer',
  request: { params: DebateId },
  responses: {
    200: json(z.object({ corrections: z.array(Correction), notApplied: z.array(NotApplied) }), 'The log'),
    ...FAILURES,
  },
})

const create = createRoute({
  method: 'post',
  path: '/api/debates/{id}/corrections',
  summary: 'Change the map',
  request: {
    params: DebateId,
    body: {
      required: true,
      content: {
        'application/json': { schema: z.object({ change: Change, by: z.string().max(200).nullable().default(null) }) },
      },
    },
  },
  responses: { 201: json(One, 'The correction, applied'), ...FAILURES },
})

const undo = createRoute({
  method: 'patch',
  path: '/api/debates/{id}/corrections/{correction}',
  summary: 'Take a correction back, or make it again',
  request: {
    params: DebateId.extend({ correction: z.string().max(100) }),
    body: { required: true, content: { 'application/json': { schema: z.object({ undone: z.boolean() }) } } },
  },
  responses: { 200: json(One, 'The correction as it is now'), ...FAILURES },
})

const weigh = createRoute({
  method: 'get',
  path: '/api/debates/{id}/standing',
  summary: 'How the claims stand with other base scores',
  description:
    'Strengths start `equal`, from the `people` who say a claim, or from the `evidence` given. Nothing is kept.',
  request: { params: DebateId, query: z.object({ base: BaseScore }) },
  responses: { 200: json(Weighed.meta({ id: 'Weighed' }), 'Standing of every claim, and the cruxes'), ...FAILURES },
})

export function correctionRoutes({ store, corrector }: RouteParts) {
  const routes = createRoutes()
  routes.openapi(list, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    const corrections = await store.corrections(id)
    const notApplied = corrections.length === 0 ? [] : ((await store.debate(id))?.notApplied ?? [])
    return context.json({ corrections, notApplied }, 200)
  })
  routes.openapi(weigh, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    return context.json(await corrector.weigh(id, context.req.valid('query').base), 200)
  })
  routes.openapi(create, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    const { change, by } = context.req.valid('json')
    return context.json(await corrector.correct(id, change, by), 201)
  })
  routes.openapi(undo, async (context) => {
    const { id, correction } = context.req.valid('param')
    await entryOf(store, id)
    return context.json(await corrector.undo(id, correction, context.req.valid('json').undone), 200)
  })
  return routes
}
