/** /api/debates: create, list, get, stop, try again, read again, read on, remove. */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { CreateDebate, DebateEntry, DebateList, DebateReply } from '../../shared/api.ts'
import { tagOf } from '../../shared/tag.ts'
import { Problem } from '../problem.ts'
import { ANSWERS, FURTHER, type Rest, type Store } from '../store/index.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, DebateId, FAILURES, json } from './replies.ts'
import { provisionalTitle, readCreate } from './sources.ts'

/** How long a reply to "stop" waits for the analysis to end, in milliseconds. */
const STOP_PATIENCE = 2000

const Entry = DebateEntry.meta({ id: 'DebateEntry' })

const create = createRoute({
  method: 'post',
  path: '/api/debates',
  summary: 'Analyse one or several sources as one debate',
  description:
    'As JSON, or as a form with any number of `url`, `text` and `file` fields (and at most one `analyser` and `overnight`). The reply comes at once; the analysis runs on.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: CreateDebate.meta({ id: 'CreateDebate' }) },
        'multipart/form-data': {
          schema: z.object({
            url: z.array(z.string()).optional(),
            text: z.array(z.string()).optional(),
            file: z.array(z.string().openapi({ format: 'binary' })).optional(),
            analyser: z.enum(['auto', 'model', 'embedded']).optional(),
            overnight: z.enum(['true', 'false']).optional(),
          }),
        },
      },
    },
  },
  responses: { 202: json(Entry, 'The debate, safely kept and waiting for its analysis'), ...FAILURES },
})

const list = createRoute({
  method: 'get',
  path: '/api/debates',
  summary: 'The library, newest first',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(20),
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      q: z.string().max(200).optional().openapi({ description: 'Words that stand in the title' }),
    }),
  },
  responses: { 200: json(DebateList.meta({ id: 'DebateList' }), 'One page, and the number of all'), ...FAILURES },
})

const get = createRoute({
  method: 'get',
  path: '/api/debates/{id}',
  summary: 'A debate, whole',
  request: { params: DebateId },
  responses: {
    200: json(DebateReply.meta({ id: 'DebateReply' }), 'Its entry, and its map once there is one'),
    ...FAILURES,
  },
})

const cancel = createRoute({
  method: 'post',
  path: '/api/debates/{id}/cancel',
  summary: 'Stop the analysis and keep what was found',
  request: { params: DebateId },
  responses: { 200: json(Entry, 'The debate; still running when stopping takes longer'), ...FAILURES },
})

const retry = createRoute({
  method: 'post',
  path: '/api/debates/{id}/retry',
  summary: 'Analyse what is still missing',
  description: '`embedded` reads the rest with the built-in analyser. What was found and paid for is not asked again.',
  request: {
    params: DebateId,
    body: {
      content: { 'application/json': { schema: z.object({ with: z.enum(['same', 'embedded']).default('same') }) } },
    },
  },
  responses: { 202: json(Entry, 'The debate, waiting again'), ...FAILURES },
})

const refresh = createRoute({
  method: 'post',
  path: '/api/debates/{id}/refresh',
  summary: 'Read the sources again and analyse what is there now',
  description:
    'The map stays as it is until there is a new one, also when the sources can no longer be read. Corrections are applied to the new map; answers of the model about what did not change are not asked for again.',
  request: { params: DebateId },
  responses: { 202: json(Entry, 'The debate, waiting again'), ...FAILURES },
})

const further = createRoute({
  method: 'post',
  path: '/api/debates/{id}/further',
  summary: 'Read on where reading ended',
  description:
    'Answers of the sites are kept as long as posts are missing that may be had (`completeness.more`): none is asked for again, and as many requests and posts are allowed once more. The map stays as it is until there is the larger one.',
  request: { params: DebateId },
  responses: { 202: json(Entry, 'The debate, waiting again'), ...FAILURES },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/debates/{id}',
  summary: 'Remove the debate with everything that belongs to it',
  request: { params: DebateId },
  responses: { 204: { description: 'It is gone' }, ...FAILURES },
})

export function debateRoutes({ store, queue, config, reader }: RouteParts) {
  const routes = createRoutes()

  async function wait(id: string, rest: Rest): Promise<void> {
    if (!(await store.again(id, rest))) throw new Problem('not-finished', 'This debate is still being analysed.')
  }

  routes.openAPIRegistry.registerPath(create)
  routes.post(create.path, async (context) => {
    const request = await readCreate(context.req.raw, config.MAX_UPLOAD_BYTES)
    reader(request.analyser, request.overnight)
    const entry = newEntry(provisionalTitle(request.sources))
    await store.create(entry, request)
    await queue.add(entry.id)
    return context.json(entry, 202, { location: `/api/debates/${entry.id}` })
  })

  routes.openapi(list, async (context) => {
    const { limit, offset, q } = context.req.valid('query')
    return context.json(await store.list({ limit, offset, ...(q === undefined ? {} : { query: q }) }), 200)
  })

  // The map was checked when it was kept; it is sent on as the text it is, slice by slice.
  routes.openAPIRegistry.registerPath(get)
  routes.get(get.getRoutingPath(), async (context) => {
    const entry = await entryOf(store, context.req.param('id'))
    const tag = tagOf(entry)
    const headers = { etag: tag, 'cache-control': 'no-cache' }
    if (context.req.header('if-none-match') === tag) return context.body(null, 304, headers)
    const text = Readable.from(encoded(replyText(entry, store.debateText(entry.id))))
    return context.body(Readable.toWeb(text) as ReadableStream<Uint8Array>, 200, {
      ...headers,
      'content-type': 'application/json',
    })
  })

  routes.openapi(cancel, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    await queue.cancel(id)
    await ended(store, id)
    return context.json(await entryOf(store, id), 200)
  })

  routes.openapi(retry, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    await wait(id, context.req.valid('json').with)
    await queue.add(id)
    return context.json(await entryOf(store, id), 202)
  })

  routes.openapi(refresh, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    await wait(id, 'same')
    await store.forget(id, '')
    await queue.add(id)
    return context.json(await entryOf(store, id), 202)
  })

  routes.openapi(further, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    await wait(id, 'same')
    await store.forget(id, '', ANSWERS)
    await store.journal(id).put(FURTHER, true)
    await queue.add(id)
    return context.json(await entryOf(store, id), 202)
  })

  routes.openapi(remove, async (context) => {
    const { id } = await entryOf(store, context.req.valid('param').id)
    await queue.cancel(id)
    await store.remove(id)
    return context.body(null, 204)
  })

  return routes
}

/** A DebateReply as text. */
async function* replyText(entry: DebateEntry, debate: AsyncIterable<string>): AsyncGenerator<string> {
  yield `{"entry":${JSON.stringify(entry)},"debate":`
  let slices = 0
  for await (const slice of debate) {
    slices += 1
    yield slice
  }
  yield slices === 0 ? 'null}' : '}'
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) yield encoder.encode(text)
}

/** The debate's entry; a Problem when there is none. */
export async function entryOf(store: Store, id: string): Promise<DebateEntry> {
  const entry = await store.entry(id)
  if (entry === null) {
    throw new Problem('not-found', 'There is no debate with this id; it may have been removed.', {
      remedy: 'Look for it in the library, or analyse the thread again.',
    })
  }
  return entry
}

export function isEnded(entry: DebateEntry): boolean {
  return entry.status !== 'waiting' && entry.status !== 'running'
}

export function newEntry(title: string): DebateEntry {
  const at = new Date().toISOString()
  const counts = { posts: 0, people: 0, claims: 0, supports: 0, rebuts: 0, undercuts: 0 }
  return { id: newId(), title, status: 'waiting', createdAt: at, updatedAt: at, ...counts, problem: null }
}

/** 60 random bits in lower-case letters and digits that are not mistaken for each other. */
function newId(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  return [...randomBytes(12)].map((byte) => letters[byte % 32]).join('')
}

/** Returns once the debate has ended, or after a while. */
async function ended(store: Store, id: string): Promise<void> {
  const check = async () => {
    const entry = await store.entry(id)
    return entry === null || isEnded(entry)
  }
  const deadline = AbortSignal.timeout(STOP_PATIENCE)
  while (!deadline.aborted && !(await check())) {
    await new Promise<void>((resolve) => {
      const stop = store.watch(id, done)
      const timer = setTimeout(done, 200)
      function done() {
        stop()
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
