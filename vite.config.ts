import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  isRunnableDevEnvironment,
  type Plugin,
  type RunnableDevEnvironment,
  type UserConfig,
  type ViteDevServer,
} from 'vite'
import { defineConfig } from 'vite'

const PAGE: UserConfig = {
  root: 'web',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Inlined files would be data: addresses, which the page's security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 500,
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
  },
  server: { port: Number(process.env['PORT'] ?? 4180), watch: { ignored: ['**/dist/**', '**/data/**'] } },
  plugins: [serverInside()],
}

const SERVER: UserConfig = {
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { main: 'server/main.ts', cli: 'server/cli.ts', worker: 'server/worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
}

/** The page by default, the server with `--ssr`. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? SERVER : PAGE))

/** What `server/dev.ts` opens: the whole server without a port. */
interface Opened {
  fetch: (request: Request) => Response | Promise<Response>
  close: () => Promise<void>
}

/** Answers /api from server/dev.ts, in this process, and opens it again when a file it is made of changes. */
function serverInside(): Plugin {
  return {
    name: 'counterpoint-server',
    apply: 'serve',
    configureServer(vite) {
      const server = reopening(vite)
      const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        try {
          await answer(await server.get(), request, response)
        } catch (fault) {
          vite.config.logger.error(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
          if (!response.headersSent) response.writeHead(500)
          response.end()
        }
      }
      vite.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/') === true) void serve(request, response)
        else next()
      })
    },
  }
}

function reopening(vite: ViteDevServer): { get: () => Promise<Opened> } {
  let opened: Promise<Opened> | null = null
  const open = async (): Promise<Opened> => {
    const module = await runnable(vite).runner.import<{ open: () => Promise<Opened> }>('/../server/dev.ts')
    return module.open()
  }
  vite.watcher.add(['server', 'shared', 'prompts'])
  vite.watcher.on('change', (file) => {
    if (opened === null || !/[\\/](server|shared|prompts)[\\/]/.test(file)) return
    const before = opened
    opened = before
      .then((server) => server.close())
      .catch(() => {})
      .then(() => {
        runnable(vite).runner.clearCache()
        vite.environments['ssr']?.moduleGraph.invalidateAll()
        return open()
      })
    opened.catch((fault: unknown) => vite.config.logger.error(String(fault)))
  })
  vite.httpServer?.on('close', () => void opened?.then((server) => server.close()))
  return { get: () => (opened ??= open()) }
}

function runnable(vite: ViteDevServer): RunnableDevEnvironment {
  const environment = vite.environments['ssr']
  if (environment === undefined || !isRunnableDevEnvironment(environment)) throw new Error('vite has no module runner')
  return environment
}

/** Hands a request of vite's server to a fetch-style handler and its answer back, streams included. */
async function answer(server: Opened, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const stop = new AbortController()
  response.on('close', () => stop.abort())
  const method = request.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? null : Readable.toWeb(request)
  const reply = await server.fetch(
    new Request(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`, {
      method,
      headers: Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as [string, string]],
      ),
      signal: stop.signal,
      ...(body === null ? {} : { body, duplex: 'half' }),
    } as RequestInit),
  )
  response.writeHead(reply.status, Object.fromEntries(reply.headers))
  if (reply.body === null) response.end()
  else Readable.fromWeb(reply.body as ReadableStream).pipe(response)
}
