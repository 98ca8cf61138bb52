/** /api/preview: how a pasted text or a file would be split into posts, without keeping or analysing anything. */
import { Preview, Source } from '../../shared/api.ts'
import { Problem } from '../problem.ts'
import { preview } from '../read/index.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, FAILURES, json } from './replies.ts'
import { readSource } from './sources.ts'

const MOST_POSTS = 200
const MOST_CHARACTERS = 300

const route = createRoute({
  method: 'post',
  path: '/api/preview',
  summary: 'How a text or file would be split into posts',
  request: { body: { required: true, content: { 'application/json': { schema: Source.meta({ id: 'Source' }) } } } },
  responses: { 200: json(Preview.meta({ id: 'Preview' }), 'The threads found in it'), ...FAILURES },
})

export function previewRoutes({ config }: RouteParts) {
  const routes = createRoutes()
  routes.openAPIRegistry.registerPath(route)
  routes.post(route.path, async (context) => {
    const source = await readSource(context.req.raw, config.MAX_UPLOAD_BYTES)
    if (source.kind === 'url')
      throw new Problem('bad-request', 'Only text and files can be looked at before they are read.')
    const threads = preview(source, config).map(({ title, site, platform, posts, notices }) => ({
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
    }))
    return context.json(Preview.parse({ threads }), 200)
  })
  return routes
}
