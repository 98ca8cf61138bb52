/** /api/debates/:id/corrections: what people changed on a map, and taking it back. */
import { z } from '@hono/zod-openapi'
import { Change, Correction, NotApplied } from '../../shared/corrections.ts'
import { BaseScore, Weighed } from '../../shared/debate.ts'
import type { ReadBy } from '../correct.ts'
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
  description:
    'A post taken out of its fold is read by itself: at once by the built-in analyser, by a model when the analysis is tried again.',
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

export function correctionRoutes({ store, queue, corrector, reader }: RouteParts) {
  const routes = createRoutes()

  /** Another fold is another reading. Where that costs nothing, the map is made anew at once; the one of before stays until then. */
  async function renew(id: string, correction: Correction): Promise<void> {
    if (correction.change.kind !== 'unfold') return
    const by = await corrector.readAnew(id, correction)
    // Read as folded, a post asks what was asked before it was taken out, and those answers are remembered.
    if (by === null || (!correction.undone && !readsFree(by))) return
    if (await store.again(id, 'same')) await queue.add(id)
  }

  function readsFree({ analyser, overnight }: ReadBy): boolean {
    try {
      return reader(analyser, overnight).analyser === 'embedded'
    } catch {
      return false
    }
  }
  routes.openapi(list, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    const corrections = await store.corrections(id)
    const notApplied = corrections.length === 0 ? [] : await corrector.notApplied(id)
    return context.json({ corrections, notApplied }, 200)
  })
  routes.openapi(weigh, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    return context.json(await corrector.weigh(id, context.req.valid('query').base), 200)
  })
  routes.openapi(create, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    const { change, by } = context.req.valid('json')
    const made = await corrector.correct(id, change, by)
    await renew(id, made)
    return context.json(made, 201)
  })
  routes.openapi(undo, async (context) => {
    const { id, correction } = context.req.valid('param')
    await entryOf(store, id)
    const edited = await corrector.undo(id, correction, context.req.valid('json').undone)
    await renew(id, edited)
    return context.json(edited, 200)
  })
  return routes
}
