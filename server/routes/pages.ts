/**
 * /api/pages: takes the page a person looks at from a bookmarklet, which runs in that page's window and so speaks from
 * another site. Nothing but a token made here for one page lets it in, and nothing is analysed before the person says so
 * in our own window.
 */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { DebateEntry } from '../../shared/api.ts'
import { PageTaken, PageToken, SentPage } from '../../shared/pages.ts'
import { Problem } from '../problem.ts'
import { newEntry } from './debates.ts'
import { TAKES_PAGES } from './guard.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, FAILURES, json } from './replies.ts'
import { createSentPages, type HeldPage, MINUTES } from './sent-pages.ts'
import { provisionalTitle, tooLarge } from './sources.ts'

const PageId = z.object({ id: z.string().max(100) })

const makeToken = createRoute({
  method: 'post',
  path: '/api/pages/tokens',
  summary: 'A token that lets one page be sent by a bookmarklet',
  responses: { 201: json(PageToken.meta({ id: 'PageToken' }), 'The token'), ...FAILURES },
})

const take = createRoute({
  method: 'post',
  path: TAKES_PAGES,
  summary: 'Take a page from the window that shows it',
  description: 'From any site that has a token. A form sent by a browser is answered by going to where the page waits.',
  request: {
    query: z.object({ token: z.string().max(100) }),
    body: {
      required: true,
      content: { 'multipart/form-data': { schema: z.object({ url: z.string().optional(), html: z.string() }) } },
    },
  },
  responses: { 201: json(PageTaken.meta({ id: 'PageTaken' }), 'Where it waits for a decision'), ...FAILURES },
})

const get = createRoute({
  method: 'get',
  path: '/api/pages/{id}',
  summary: 'A page that waits for a decision',
  request: { params: PageId },
  responses: { 200: json(SentPage.meta({ id: 'SentPage' }), 'Where it is from and how large it is'), ...FAILURES },
})

const analyse = createRoute({
  method: 'post',
  path: '/api/pages/{id}/analyse',
  summary: 'Analyse the page',
  request: { params: PageId },
  responses: { 202: json(DebateEntry, 'The debate, waiting for its analysis'), ...FAILURES },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/pages/{id}',
  summary: 'Throw the page away',
  request: { params: PageId },
  responses: { 204: { description: 'It is gone' }, ...FAILURES },
})

export function pageRoutes({ store, queue, config, reader }: RouteParts) {
  const routes = createRoutes()
  const pages = createSentPages(2 * config.MAX_UPLOAD_BYTES)

  function held(id: string): HeldPage {
    const page = pages.get(id)
    if (page === null) throw noPage()
    return page
  }

  routes.openapi(makeToken, (context) =>
    context.json({ token: pages.token(), minutes: MINUTES, maxBytes: config.MAX_UPLOAD_BYTES }, 201),
  )

  // Browsers ask before they let a public page speak to this machine; what they are told lets nothing in by itself.
  routes.options(TAKES_PAGES, (context) => {
    readable(context)
    context.header('access-control-allow-methods', 'POST')
    context.header('access-control-allow-private-network', 'true')
    return context.body(null, 204)
  })

  routes.openAPIRegistry.registerPath(take)
  routes.post(TAKES_PAGES, async (context) => {
    const token = context.req.query('token') ?? ''
    const navigating = context.req.header('accept')?.includes('text/html') === true
    if (!pages.admits(token)) {
      if (navigating) return context.redirect(waitsAt('refused'), 303)
      throw noPage()
    }
    readable(context)
    const page = pages.take(token, await pageIn(context.req.raw, config.MAX_UPLOAD_BYTES))
    if (page === null) throw noPage()
    const address = waitsAt(page.id)
    return navigating ? context.redirect(address, 303) : context.json({ id: page.id, address }, 201)
  })

  routes.openapi(get, (context) => {
    const { id, url, bytes } = held(context.req.valid('param').id)
    return context.json({ id, url, bytes }, 200)
  })

  routes.openapi(analyse, async (context) => {
    const { id, url, html, takenAt } = held(context.req.valid('param').id)
    reader('auto')
    const base64 = Buffer.from(html).toString('base64')
    const name = url === null ? 'A page' : provisionalTitle([{ kind: 'url', url }])
    const entry = newEntry(name)
    const source = { kind: 'file' as const, name, base64, readAt: takenAt, ...(url === null ? {} : { url }) }
    await store.create(entry, { sources: [source], analyser: 'auto' })
    pages.forget(id)
    await queue.add(entry.id)
    return context.json(entry, 202, { location: `/api/debates/${entry.id}` })
  })

  routes.openapi(remove, (context) => {
    pages.forget(held(context.req.valid('param').id).id)
    return context.body(null, 204)
  })
  return routes
}

/** Lets the site the request comes from read the reply. */
function readable(context: Context): void {
  const origin = context.req.header('origin')
  if (origin !== undefined) context.header('access-control-allow-origin', origin)
  context.header('vary', 'origin')
}

/** Forms send line ends as CR LF. */
async function pageIn(request: Request, maxBytes: number): Promise<{ url: string | null; html: string }> {
  const form = await request.formData().catch((thrown: unknown) => {
    throw new Problem('bad-request', 'The page was not sent as a form.', { cause: thrown })
  })
  const given = form.get('html')
  const html = given === null ? '' : typeof given === 'string' ? given.replaceAll('\r\n', '\n') : await given.text()
  if (html.trim() === '') throw new Problem('empty-input', 'The page that was sent is empty.')
  if (Buffer.byteLength(html) > maxBytes) throw tooLarge(maxBytes)
  const url = form.get('url')
  return { url: typeof url === 'string' ? webAddress(url) : null, html }
}

function webAddress(given: string): string | null {
  const url = given.length <= 4000 && URL.canParse(given) ? new URL(given) : null
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

/** The window in which the person decides. */
function waitsAt(id: string): string {
  return `/#/page/${id}`
}

function noPage(): Problem {
  return new Problem('not-found', 'No page waits here: its bookmark was used before, or is too old.', {
    remedy: 'Make a new bookmark in the settings, and use it on the page once more.',
  })
}
