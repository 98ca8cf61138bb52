/** How routes describe and send their replies, the failures among them. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { HTTPException } from 'hono/http-exception'
import { ProblemReply } from '../../shared/api.ts'
import { Problem } from '../problem.ts'

/** A JSON reply of a route, for its description. */
export function json<Shape extends z.ZodType>(schema: Shape, description: string) {
  return { content: { 'application/json': { schema } }, description }
}

/** The reply every route may give instead of its own. */
export const FAILURES = {
  default: {
    content: { 'application/problem+json': { schema: ProblemReply.meta({ id: 'Problem' }) } },
    description: 'What went wrong and what to do next',
  },
}

export const DebateId = z.object({ id: z.string().max(100).openapi({ example: 'k3v9x2m4qa7c' }) })

/** Routes whose requests are checked; a request that does not fit is a `bad-request` that names what is wrong. */
export function createRoutes(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw misfit(result.error)
    },
  })
}

export { createRoute }

/** What does not fit, in words: "limit: expected number". */
export function misfit(error: z.ZodError): Problem {
  const said = error.issues.slice(0, 3).map(({ path, message }) => {
    const where = path.join('.')
    return where === '' ? message : `${where}: ${message}`
  })
  return new Problem('bad-request', `The request does not fit what is expected here: ${said.join('; ')}.`)
}

/** Sends any thrown thing as a problem; faults of our own go to the log with their cause. */
export function failure(thrown: unknown, context: Context): Response {
  const problem = problemOf(thrown)
  if (problem.code === 'internal') {
    console.error(new Date().toISOString(), context.req.method, context.req.path, problem.cause ?? problem)
  }
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (problem.retryAfterSeconds !== null) headers['retry-after'] = String(problem.retryAfterSeconds)
  return context.body(JSON.stringify(problem.reply()), problem.status as ContentfulStatusCode, headers)
}

function problemOf(thrown: unknown): Problem {
  if (thrown instanceof HTTPException && thrown.status < 500) {
    return new Problem('bad-request', `The request can’t be read: ${thrown.message}.`, { cause: thrown })
  }
  return Problem.from(thrown)
}
