/** The whole HTTP interface as one function from requests to replies. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { Problem } from './problem.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { debateRoutes } from './routes/debates.ts'
import { estimateRoutes } from './routes/estimate.ts'
import { eventRoutes } from './routes/events.ts'
import { exportRoutes } from './routes/export.ts'
import { guard } from './routes/guard.ts'
import { healthRoutes } from './routes/health.ts'
import { page } from './routes/page.ts'
import { pageRoutes } from './routes/pages.ts'
import type { RouteParts } from './routes/parts.ts'
import { previewRoutes } from './routes/preview.ts'
import { failure } from './routes/replies.ts'
import { relatedRoutes } from './routes/related.ts'
import { settingsRoutes } from './routes/settings.ts'
import { sourceCheckRoutes } from './routes/source-checks.ts'
import { tooLarge } from './routes/sources.ts'
import { VERSION } from './version.ts'

interface AppParts extends RouteParts {
  /** Folder of the built page. */
  web: string
}

/** Room for what surrounds the content of a request: form boundaries, names, JSON. */
const AROUND = 1_000_000

const ROUTES = [
  debateRoutes,
  correctionRoutes,
  eventRoutes,
  sourceCheckRoutes,
  relatedRoutes,
  exportRoutes,
  previewRoutes,
  estimateRoutes,
  pageRoutes,
  settingsRoutes,
  healthRoutes,
]

const HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

export function createApp(parts: AppParts): OpenAPIHono {
  const { config } = parts
  const app = new OpenAPIHono()
  app.onError(failure)
  app.notFound((context) => failure(new Problem('not-found', 'There is nothing at this address.'), context))

  app.use(secured)
  app.use(guard([config.HOST, ...config.HOST_NAMES]))
  // Base64 takes four bytes for three; the content itself is measured when it is read.
  app.use(limited(Math.ceil((config.MAX_UPLOAD_BYTES * 4) / 3) + AROUND, config.MAX_UPLOAD_BYTES))
  app.use('/api/debates/*', compress())

  for (const routes of ROUTES) app.route('/', routes(parts))
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Counterpoint', version: VERSION, description: 'Argument maps of discussion threads.' },
  })
  app.all('/api/*', (context) => context.notFound())
  app.get('*', page(parts.web))
  return app
}

const secured: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
}

function limited(maxSize: number, maxUpload: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(maxUpload)
    },
  })
}
