/**
 * Who may speak to a server without accounts. Pages of other sites may not: neither by posting across sites, nor by giving
 * a name of theirs the address of this machine (DNS rebinding), which shows in the Host header.
 */
import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { Problem } from '../problem.ts'

/** The one path other sites may post to: nothing gets in there without a token this server made. */
export const TAKES_PAGES = '/api/pages'

/** `names`: host names this server may be called by besides `localhost` and plain addresses. */
export function guard(names: string[]): MiddlewareHandler {
  const known = new Set(names.map((name) => name.toLowerCase()))
  const isOurs = (hostname: string): boolean =>
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 ||
    known.has(hostname)

  return async (context, next) => {
    const host = parsed(`http://${context.req.header('host') ?? new URL(context.req.url).host}`)
    if (host === null || !isOurs(host.hostname)) {
      throw new Problem('bad-request', 'This server does not answer to that host name.', {
        remedy: 'Open it as http://localhost with its port. An operator can allow other names with HOST_NAMES.',
      })
    }
    if (!['GET', 'HEAD'].includes(context.req.method) && !takesPage(context.req.method, context.req.path)) {
      const site = context.req.header('sec-fetch-site') ?? 'none'
      const origin = context.req.header('origin')
      const from = origin === undefined ? host : parsed(origin)
      const sameOrigin = from !== null && (from.host === host.host || known.has(from.hostname))
      if (!sameOrigin || !['same-origin', 'none'].includes(site)) {
        throw new Problem('bad-request', 'Pages of other sites may not change anything here.', {
          remedy: 'Use the page this server shows, or a program that is not a browser.',
        })
      }
    }
    return next()
  }
}

function takesPage(method: string, path: string): boolean {
  return path === TAKES_PAGES && (method === 'POST' || method === 'OPTIONS')
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
