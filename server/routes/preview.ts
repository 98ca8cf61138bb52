/** /api/preview: how a pasted text or a file would be split into posts, without keeping or analysing anything. */
import { Preview, Source } from '../../shared/api.ts'
import { Split } from '../../shared/split.ts'
import { Problem } from '../problem.ts'
import type { ReadThread } from '../read/platform.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, FAILURES, json } from './replies.ts'
import { readSource } from './sources.ts'

const MOST_POSTS = 200
const MOST_CHARACTERS = 300

const request = {
  body: { required: true, content: { 'application/json': { schema: Source.meta({ id: 'Source' }) } } },
}

const route = createRoute({
  method: 'post',
  path: '/api/preview',
  summary: 'How a text or file would be split into posts',
  request,
  responses: { 200: json(Preview.meta({ id: 'Preview' }), 'The threads found in it'), ...FAILURES },
})

const whole = createRoute({
  method: 'post',
  path: '/api/preview/whole',
  summary: 'The same with every post whole, to be corrected and sent back as a file of JSON',
  request,
  responses: { 200: json(Split.meta({ id: 'Split' }), 'The threads found in it'), ...FAILURES },
})

export function previewRoutes({ config, previewer }: RouteParts) {
  const routes = createRoutes()
  routes.openAPIRegistry.registerPath(route)
  routes.openAPIRegistry.registerPath(whole)

  async function split(sent: Request): Promise<ReadThread[]> {
    const source = await readSource(sent, config.MAX_UPLOAD_BYTES)
    if (source.kind === 'url')
      throw new Problem('bad-request', 'Only text and files can be looked at before they are read.')
    return previewer.preview(source)
  }

  routes.post(route.path, async (context) => {
    const threads = (await split(context.req.raw)).map(({ title, site, platform, posts, notices, labels }) => ({
      title,
      site,
      platform,
      total: posts.length,
      posts: posts.slice(0, MOST_POSTS).map(({ id, parentId, author, text }) => ({
        id,
        parentId,
        author,
        text: text.slice(0, MOST_CHARACTERS),
      })),
      notices,
      ...(labels === undefined ? {} : { labels }),
    }))
    return context.json(Preview.parse({ threads }), 200)
  })
  routes.post(whole.path, async (context) => context.json(Split.parse({ threads: await split(context.req.raw) }), 200))
  return routes
}
