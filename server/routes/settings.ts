/** /api/settings: which model reads threads, with which key and at most at what price, and which sites have a key. */
import { Settings, SettingsChange } from '../../shared/api.ts'
import type { RouteParts } from './parts.ts'
import { createRoute, createRoutes, FAILURES, json } from './replies.ts'

const Shown = Settings.meta({ id: 'Settings' })

const get = createRoute({
  method: 'get',
  path: '/api/settings',
  summary: 'What the model analyser and the readers of sites are set up with, without their keys',
  responses: { 200: json(Shown, 'The settings in force'), ...FAILURES },
})

const put = createRoute({
  method: 'put',
  path: '/api/settings',
  summary: 'Change some of them',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: SettingsChange.meta({ id: 'SettingsChange' }) } },
    },
  },
  responses: { 200: json(Shown, 'The settings now in force'), ...FAILURES },
})

export function settingsRoutes({ settings }: RouteParts) {
  const routes = createRoutes()
  routes.openapi(get, (context) => context.json(settings.shown(), 200))
  routes.openapi(put, (context) => {
    settings.change(context.req.valid('json'))
    return context.json(settings.shown(), 200)
  })
  return routes
}
