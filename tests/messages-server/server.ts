/**
 * A Messages API on this machine: it checks what it is sent as the real one would, and draws its answers from it. Answers in
 * JSON; streaming is not spoken, since nothing here asks for it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type Anthropic from '@anthropic-ai/sdk'
import { type BatchEnd, BatchStore } from './batches.ts'
import { answerTo, type Data, dataIn } from './derive.ts'
import { type Fault, type Said, spoil } from './faults.ts'
import {
  type Body,
  type Endpoint,
  ENDPOINTS,
  type EndpointName,
  readBody,
  type Refusal,
  refusedHeaders,
  tokensOf,
} from './validate.ts'

/** One request to `/v1/messages`, as the server saw it. */
export interface Asked {
  /** Counts from 0 in the order of arrival. */
  index: number
  body: Body
  /** What was to be answered; null when there was no data between two boundaries. */
  data: Data | null
  /** Characters of what the model reads: instructions, input, schema. */
  characters: number
  inputTokens: number
  outputTokens: number
  fault: Fault | null
}

export interface MessagesServerOptions {
  endpoint?: EndpointName
  /** What goes wrong with a request, if anything. */
  fault?: (asked: Omit<Asked, 'outputTokens' | 'fault'>) => Fault | null
  /** Changes an answer before it is sent: how a model that obeys what it reads is played. */
  answer?: (answer: unknown, data: Data) => unknown
  /** Milliseconds until an answer begins, and for each of its tokens. */
  latency?: { wait: number; token: number }
  /** Milliseconds a batch takes. */
  batchTakes?: number
  /** How the requests of a batch end; batches count from 0. */
  batchEnds?: (batch: number) => BatchEnd
}

export interface MessagesServer {
  url: string
  /** Every valid request so far. */
  requests: Asked[]
  /** Requests in work now, and the most there ever were. */
  busy: { now: number; most: number }
  /** Sizes of the batches handed in so far. */
  batches: number[]
  close(): Promise<void>
}

export async function startMessagesServer(options: MessagesServerOptions = {}): Promise<MessagesServer> {
  const state: State = {
    options,
    endpoint: ENDPOINTS[options.endpoint ?? 'first-party'],
    requests: [],
    busy: { now: 0, most: 0 },
    cached: new Set(),
    batches: new BatchStore(
      options.batchTakes ?? 0,
      (body) => messageFor(body, state).message,
      options.batchEnds ?? (() => 'succeeded'),
    ),
  }
  const server = createServer((request, response) => {
    handle(request, response, state).catch(() => response.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests: state.requests,
    busy: state.busy,
    batches: state.batches.sizes,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

interface State {
  options: MessagesServerOptions
  endpoint: Endpoint
  requests: Asked[]
  busy: { now: number; most: number }
  /** Instructions read before, which a service keeps. */
  cached: Set<string>
  batches: BatchStore
}

async function handle(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const text = await bodyOf(request)
  const path = (request.url ?? '').replace(/\?.*$/, '')
  const refusal = refusedHeaders(request.headers, state.endpoint)
  if (refusal !== null) return refuse(response, refusal)
  if (request.method === 'POST' && path === '/v1/messages') return converse(text, response, state)
  if (request.method === 'POST' && path === '/v1/messages/count_tokens') return count(text, response, state)
  const model = /^\/v1\/models\/([^/]+)$/.exec(path)?.[1]
  if (request.method === 'GET' && model !== undefined)
    return json(response, 200, modelInfo(decodeURIComponent(model), state))
  const base = `http://${request.headers.host ?? ''}`
  const batch = state.batches.handle(request.method ?? '', path, text, base, (body) => readBody(body, state.endpoint))
  if (batch === null) return refuse(response, { status: 404, type: 'not_found_error', message: `no ${path} here` })
  if ('lines' in batch) {
    response.writeHead(200, { 'content-type': 'application/x-jsonl' })
    return void response.end(batch.lines.join('\n'))
  }
  json(response, batch.status, batch.json)
}

async function converse(text: string, response: ServerResponse, state: State): Promise<void> {
  const body = readBody(text, state.endpoint)
  if ('status' in body) return refuse(response, body)
  const heard = {
    index: state.requests.length,
    body,
    data: dataIn(inputOf(body)),
    characters: charactersOf(body),
    inputTokens: tokensOf(text),
  }
  const fault = state.options.fault?.(heard) ?? null
  const asked: Asked = { ...heard, fault, outputTokens: 0 }
  state.requests.push(asked)
  state.busy.now += 1
  state.busy.most = Math.max(state.busy.most, state.busy.now)
  try {
    if (await failed(fault, response)) return
    const { message, said } = messageFor(body, state, fault)
    asked.outputTokens = tokensOf(said.text)
    const { wait: before, token } = state.options.latency ?? { wait: 0, token: 0 }
    if (before > 0) await wait(before + token * asked.outputTokens)
    await deliver(JSON.stringify(message), fault, response)
  } finally {
    state.busy.now -= 1
  }
}

function charactersOf(body: Body): number {
  const system = typeof body.system === 'string' ? body.system : (body.system ?? []).map((block) => block.text).join('')
  const schemas = [body.output_config?.format?.schema, ...(body.tools ?? []).map((tool) => tool.input_schema)]
  const schema = schemas.reduce((sum, one) => sum + (one === undefined ? 0 : JSON.stringify(one).length), 0)
  return system.length + inputOf(body).length + schema
}

/** What the user's turn says, in one piece. */
function inputOf(body: Body): string {
  return body.messages
    .map(({ content }) => (typeof content === 'string' ? content : content.map((block) => block.text).join('\n')))
    .join('\n')
}

const RETRY: Partial<Record<Fault, Record<string, string>>> = {
  '429': { 'retry-after': '0' },
  '429-milliseconds': { 'retry-after-ms': '5' },
  '429-later': { 'retry-after': '30' },
  '500': { 'retry-after-ms': '5' },
  '529': { 'retry-after-ms': '5' },
  '502-html': { 'retry-after-ms': '5' },
  '500-final': { 'x-should-retry': 'false' },
}
const REFUSALS: Partial<Record<Fault, Refusal>> = {
  '401': { status: 401, type: 'authentication_error', message: 'invalid key' },
  '402': { status: 402, type: 'billing_error', message: 'Your credit balance is too low.' },
  '403-moderated': {
    status: 403,
    type: 'permission_error',
    message: 'This model requires moderation. Your input was flagged.',
  },
  '404': { status: 404, type: 'not_found_error', message: 'model: no such model' },
  '413': { status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size' },
  'too-long': { status: 400, type: 'invalid_request_error', message: 'prompt is too long: 9 tokens > 8 maximum' },
  '429': { status: 429, type: 'rate_limit_error', message: 'Number of requests has exceeded your rate limit' },
  '429-milliseconds': { status: 429, type: 'rate_limit_error', message: 'Slow down' },
  '429-later': { status: 429, type: 'rate_limit_error', message: 'Come back later' },
  '500': { status: 500, type: 'api_error', message: 'Internal server error' },
  '500-final': { status: 500, type: 'api_error', message: 'Internal server error' },
  '529': { status: 529, type: 'overloaded_error', message: 'Overloaded' },
}

/** Plays the faults in which no message is sent; true when it has. */
async function failed(fault: Fault | null, response: ServerResponse): Promise<boolean> {
  const refusal = fault === null ? undefined : REFUSALS[fault]
  if (refusal !== undefined) refuse(response, refusal, RETRY[fault as Fault])
  else if (fault === '502-html') {
    response.writeHead(502, { 'content-type': 'text/html', ...RETRY[fault] })
    response.end('<html><body>Bad gateway</body></html>')
  } else if (fault === 'dropped') response.destroy()
  else if (fault === 'redirect') response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end()
  else if (fault === 'slow-headers') await new Promise<void>((gone) => response.on('close', gone))
  else return false
  return true
}

async function deliver(text: string, fault: Fault | null, response: ServerResponse): Promise<void> {
  if (response.destroyed) return
  response.writeHead(200, { 'content-type': 'application/json', 'request-id': 'req_local' })
  if (fault === 'stalled-body' || fault === 'cut-body') {
    response.write(text.slice(0, Math.floor(text.length / 2)))
    if (fault === 'cut-body') return void setImmediate(() => response.destroy())
    return new Promise<void>((gone) => response.on('close', gone))
  }
  response.end(text)
}

/** The message that answers a body, in the form the endpoint gives it. */
function messageFor(body: Body, state: State, fault: Fault | null = null): { message: Anthropic.Message; said: Said } {
  const data = dataIn(inputOf(body))
  const canary = canaryIn(body, state.endpoint)
  const derived = data === null ? { note: 'nothing to answer' } : answerTo(data)
  const answer = canary ?? (data === null ? derived : (state.options.answer?.(derived, data) ?? derived))
  const said = spoil(answer, data, fault)
  return { message: messageOf(said, body, state), said }
}

/** For a schema of constants, the object it allows: what an answer bound to it cannot but say. */
function canaryIn(body: Body, endpoint: Endpoint): unknown {
  const properties = (schemaIn(body, endpoint)?.['properties'] ?? {}) as Record<string, { const?: unknown }>
  const entries = Object.entries(properties)
  if (entries.length === 0 || entries.some(([, value]) => value.const === undefined)) return null
  return Object.fromEntries(entries.map(([name, value]) => [name, value.const]))
}

/** The schema this endpoint pays heed to: of the format, of a tool that is called, or printed in the question. */
function schemaIn(body: Body, endpoint: Endpoint): Record<string, unknown> | undefined {
  if (body.output_config?.format !== undefined && endpoint.format === 'honoured')
    return body.output_config.format.schema
  const choice = body.tool_choice?.type
  const called =
    (choice === 'tool' && endpoint.forcedTool !== 'ignored') || (choice === 'auto' && endpoint.freeTool === 'called')
  if (called) return body.tools?.[0]?.input_schema
  const printed = /JSON schema: (\{.*\})$/s.exec(inputOf(body))?.[1]
  return printed === undefined ? undefined : (parsed(printed) as Record<string, unknown>)
}

function messageOf(said: Said, body: Body, state: State): Anthropic.Message {
  const bound = body.output_config?.format !== undefined && state.endpoint.format === 'honoured'
  const choice = body.tool_choice?.type
  const called =
    (choice === 'tool' && state.endpoint.forcedTool !== 'ignored') ||
    (choice === 'auto' && state.endpoint.freeTool === 'called')
  const prose = !bound && !called && body.output_config?.format !== undefined
  const content = contentOf(said, called ? (body.tools?.[0]?.name ?? null) : null, prose)
  const message = {
    id: `msg_${state.requests.length}`,
    type: 'message',
    role: 'assistant',
    model: body.model,
    container: null,
    diagnostics: null,
    content,
    stop_reason: called && said.stop === 'end_turn' ? 'tool_use' : said.stop,
    stop_details: said.stop === 'refusal' ? { type: 'refusal', category: 'general_harms', explanation: null } : null,
    stop_sequence: null,
    usage: usageOf(said, body, state),
  } satisfies Anthropic.Message
  const broken: Record<string, unknown> = { ...message }
  if (said.content === 'null') broken['content'] = null
  if (!said.usage) delete broken['usage']
  return broken as Anthropic.Message & typeof broken
}

function contentOf(said: Said, tool: string | null, prose: boolean): Anthropic.ContentBlock[] {
  if (said.content === 'empty') return []
  const text = {
    type: 'text',
    text: prose ? `Sure! ${said.text}` : said.text,
    citations: null,
  } satisfies Anthropic.TextBlock
  if (tool !== null && said.stop === 'end_turn') {
    const input = parsed(said.text)
    if (input !== undefined) {
      return [
        {
          type: 'tool_use',
          id: 'toolu_1',
          name: tool,
          input,
          caller: { type: 'direct' },
        } satisfies Anthropic.ToolUseBlock,
      ]
    }
  }
  if (said.content !== 'thinking-first') return [text]
  return [
    { type: 'thinking', thinking: 'Let me see {"units": []}.', signature: 'x' } satisfies Anthropic.ThinkingBlock,
    text,
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function usageOf(said: Said, body: Body, state: State): Anthropic.Usage {
  const system = Array.isArray(body.system) ? body.system : []
  const marked = system
    .filter((block) => block.cache_control !== undefined)
    .map((block) => block.text)
    .join('')
  const prefix = tokensOf(marked)
  // Shorter beginnings are not kept by the real service either.
  const kept = prefix >= 512
  const known = kept && state.cached.has(marked)
  if (kept) state.cached.add(marked)
  return {
    cache_creation: null,
    cache_creation_input_tokens: kept && !known ? prefix : 0,
    cache_read_input_tokens: known ? prefix : 0,
    inference_geo: null,
    input_tokens: tokensOf(JSON.stringify(body)) - (kept ? prefix : 0),
    output_tokens: tokensOf(said.text),
    output_tokens_details: null,
    server_tool_use: null,
    service_tier: 'standard',
    speed: null,
  }
}

function count(text: string, response: ServerResponse, state: State): void {
  const body = parsed(text)
  const read = readBody(JSON.stringify({ ...(body as object), max_tokens: 1 }), state.endpoint)
  if ('status' in read) return refuse(response, read)
  json(response, 200, { input_tokens: tokensOf(text) })
}

function modelInfo(id: string, state: State): unknown {
  const { endpoint } = state
  return {
    id,
    type: 'model',
    display_name: id,
    created_at: '2026-01-01T00:00:00Z',
    max_input_tokens: endpoint.contextTokens,
    max_tokens: 64_000,
    capabilities: {
      structured_outputs: { supported: endpoint.format === 'honoured' },
      effort: { supported: endpoint.effort },
    },
  }
}

function refuse(response: ServerResponse, refusal: Refusal, headers: Record<string, string> = {}): void {
  const { status, type, message } = refusal
  json(response, status, { type: 'error', error: { type, message } }, headers)
}

function json(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
