/** Starts the server, says where it is, and stops it when asked to. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { readPrompts } from './analysers/model/prompts.ts'
import { type Config, readConfig } from './config.ts'
import { growSlowly } from './memory.ts'
import { openServer } from './open.ts'

/** How many ports after the standard one are tried when no port was asked for. */
const PORTS_TRIED = 20
/** How long running jobs and open replies may take to end, in milliseconds. */
const PATIENCE = 5000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  // A prompt that somebody broke shows now, not in the first analysis.
  readPrompts()
  const opened = await openServer(config)
  const server = createAdaptorServer({ fetch: (request) => opened.fetch(request) }) as Server
  const port = await listen(server, config, (process.env['PORT'] ?? '') === '' ? PORTS_TRIED : 0)
  console.log(`Counterpoint is at ${address(config.HOST, port)}`)
  if (!isLoopback(config.HOST)) console.log('Everyone who can reach this address can read and change everything.')

  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(0), PATIENCE).unref()
    server.close()
    void opened.close().then(() => server.closeAllConnections())
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Listens on the port asked for, or on one of the next `spare` ones when it is taken. */
async function listen(server: Server, { HOST, PORT }: Config, spare: number): Promise<number> {
  for (let port = PORT; ; port++) {
    try {
      return await listenOn(server, HOST, port)
    } catch (thrown) {
      if (!isTaken(thrown)) throw thrown
      if (port >= PORT + spare || PORT === 0) {
        throw new Error(
          `Port ${PORT} is taken by another program. Set PORT to another one, or to 0 for any free one.`,
          {
            cause: thrown,
          },
        )
      }
    }
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function address(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

growSlowly()
main().catch((thrown: unknown) => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  console.error(`Counterpoint could not start. ${error.message}`)
  if (error.cause !== undefined) console.error(error.cause)
  process.exit(1)
})
