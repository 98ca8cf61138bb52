/** A server on loopback that answers as platforms do, from a function of the request. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  method: string
  /** Path with its query. */
  path: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** What is sent back; a function writes to the socket itself (slow, endless or broken bodies). */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array; json?: unknown }
  | ((response: ServerResponse) => void)

export interface Replay {
  origin: string
  /** As ALLOW_HOSTS wants it. */
  host: string
  asked: Asked[]
  close(): Promise<void>
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

/** Starts on a free port. `answer` returning null is a 404. */
export async function replay(answer: (asked: Asked) => Reply | null): Promise<Replay> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void read(request).then((one) => {
      asked.push(one)
      const reply = answer(one) ?? { status: 404, body: 'nothing here' }
      if (typeof reply === 'function') return reply(response)
      const type = reply.json === undefined ? 'text/html; charset=utf-8' : 'application/json'
      response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers })
      response.end(reply.json === undefined ? (reply.body ?? '') : JSON.stringify(reply.json))
      return undefined
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
