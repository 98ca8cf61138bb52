/** What the Messages API refuses, and how it says so. */
import { z } from 'zod'

export interface Refusal {
  status: number
  type: string
  message: string
}

/** How an emulated endpoint behaves. */
export interface Endpoint {
  /** `any` takes no notice of keys. */
  auth: 'bearer' | 'x-api-key' | 'either' | 'any'
  key: string
  versions: string[] | 'any'
  /** What happens to `output_config.format`. */
  format: 'honoured' | 'ignored' | 'refused'
  /** What happens to a forced tool. */
  forcedTool: 'honoured' | 'ignored' | 'refused' | 'refused-while-thinking'
  /** Tools offered freely are called, or the answer comes as text. */
  freeTool: 'called' | 'ignored'
  effort: boolean
  thinking: boolean
  /** Tokens of question and answer together. */
  contextTokens: number
}

const STRICT: Endpoint = {
  auth: 'bearer',
  key: 'test-key',
  versions: ['2026-10-21', '2023-06-01'],
  format: 'honoured',
  forcedTool: 'honoured',
  freeTool: 'called',
  effort: true,
  thinking: true,
  contextTokens: 1_000_000,
}

/** Endpoints as they are out there; see the capability ladder of the model analyser. */
export const ENDPOINTS = {
  'first-party': STRICT,
  'no-forced-tools': { ...STRICT, forcedTool: 'refused' },
  'no-format': { ...STRICT, format: 'refused', effort: false },
  'ignores-format': {
    ...STRICT,
    auth: 'any',
    format: 'ignored',
    forcedTool: 'ignored',
    freeTool: 'ignored',
    versions: 'any',
  },
  'ignores-format-knows-tools': { ...STRICT, format: 'ignored' },
  'tool-needs-thinking-off': { ...STRICT, auth: 'x-api-key', format: 'ignored', forcedTool: 'refused-while-thinking' },
  'text-only': {
    ...STRICT,
    auth: 'any',
    format: 'refused',
    forcedTool: 'refused',
    freeTool: 'ignored',
    effort: false,
    thinking: false,
  },
  small: { ...STRICT, contextTokens: 3_000 },
} as const satisfies Record<string, Endpoint>
export type EndpointName = keyof typeof ENDPOINTS

const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  cache_control: z.strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() }).optional(),
})
const Content = z.union([z.string().min(1), z.array(Text).min(1)])
const Schema = z.record(z.string(), z.unknown())

/** The body of `POST /v1/messages`, as far as this project uses it; unknown keys are refused as the API refuses them. */
export const Body = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().min(0),
  messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: Content })).min(1),
  system: z.union([z.string(), z.array(Text)]).optional(),
  output_config: z
    .strictObject({
      effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).optional(),
      format: z.strictObject({ type: z.literal('json_schema'), schema: Schema }).optional(),
    })
    .optional(),
  thinking: z.strictObject({ type: z.enum(['disabled', 'adaptive', 'between_tools']) }).optional(),
  tools: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
        description: z.string().optional(),
        input_schema: Schema,
        strict: z.boolean().optional(),
      }),
    )
    .optional(),
  tool_choice: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('auto'), disable_parallel_tool_use: z.boolean().optional() }),
      z.strictObject({ type: z.literal('any'), disable_parallel_tool_use: z.boolean().optional() }),
      z.strictObject({ type: z.literal('none') }),
      z.strictObject({ type: z.literal('tool'), name: z.string(), disable_parallel_tool_use: z.boolean().optional() }),
    ])
    .optional(),
})
export type Body = z.infer<typeof Body>

const invalid = (message: string): Refusal => ({ status: 400, type: 'invalid_request_error', message })

/** What is wrong with the headers of a request, or null. */
export function refusedHeaders(
  headers: Record<string, string | string[] | undefined>,
  endpoint: Endpoint,
): Refusal | null {
  const bearer = headers['authorization']
  const own = headers['x-api-key']
  const unauthorised = (message: string): Refusal => ({ status: 401, type: 'authentication_error', message })
  if (endpoint.auth !== 'any') {
    if (bearer !== undefined && own !== undefined) return unauthorised('two forms of authentication were sent')
    const sent = endpoint.auth === 'x-api-key' ? own : endpoint.auth === 'bearer' ? bearer : (own ?? bearer)
    if (sent === undefined) return unauthorised('no authentication was sent in the form this service takes')
    if (String(sent).replace(/^Bearer /, '') !== endpoint.key) return unauthorised('invalid key')
  }
  const version = headers['anthropic-version']
  if (endpoint.versions !== 'any' && !endpoint.versions.includes(String(version))) {
    return invalid(`anthropic-version: ${String(version)} is not a valid version`)
  }
  return null
}

/** The body, or what is wrong with it for this endpoint. */
export function readBody(text: string, endpoint: Endpoint): Body | Refusal {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return invalid('the request body is not valid JSON')
  }
  const read = Body.safeParse(json)
  if (!read.success) {
    const issue = read.error.issues[0]
    const path = issue?.path.join('.') ?? ''
    if (issue?.code === 'unrecognized_keys') {
      return invalid(`${[path, ...issue.keys.slice(0, 1)].filter(Boolean).join('.')}: Extra inputs are not permitted`)
    }
    return invalid(`${path}: ${issue?.message ?? 'invalid'}`)
  }
  return refusedFeature(read.data, endpoint) ?? read.data
}

function refusedFeature(body: Body, endpoint: Endpoint): Refusal | null {
  if (body.messages.at(-1)?.role === 'assistant')
    return invalid('messages: final message must not be from the assistant')
  const config = body.output_config
  if (config?.format !== undefined && endpoint.format === 'refused') {
    return invalid('output_config.format: Extra inputs are not permitted')
  }
  if (config?.effort !== undefined && !endpoint.effort)
    return invalid('output_config.effort: Extra inputs are not permitted')
  if (body.thinking !== undefined && !endpoint.thinking) return invalid('thinking: Extra inputs are not permitted')
  const forced = body.tool_choice?.type === 'tool' || body.tool_choice?.type === 'any'
  if (forced && endpoint.forcedTool === 'refused') {
    return invalid('tool_choice: type "tool" and "any" are not supported for this model.')
  }
  if (forced && endpoint.forcedTool === 'refused-while-thinking' && body.thinking?.type !== 'disabled') {
    return invalid('Thinking mode does not support this tool_choice')
  }
  if (body.tool_choice !== undefined && body.tools === undefined) return invalid('tool_choice: requires tools')
  const marks = [...(Array.isArray(body.system) ? body.system : [])].filter(
    (block) => block.cache_control !== undefined,
  )
  if (marks.length > 4) return invalid('a maximum of 4 blocks with cache_control may be provided')
  const schemas = [
    config?.format?.schema,
    ...(body.tools ?? []).filter((tool) => tool.strict).map((tool) => tool.input_schema),
  ]
  for (const schema of schemas) {
    const fault = schema === undefined ? null : schemaFault(schema)
    if (fault !== null) return invalid(`output_config.format.schema: ${fault}`)
  }
  const tokens = tokensOf(JSON.stringify(body)) + body.max_tokens
  if (tokens > endpoint.contextTokens) {
    return invalid(`prompt is too long: ${tokens} tokens > ${endpoint.contextTokens} maximum`)
  }
  return null
}

const BANNED = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'maxItems',
  'pattern',
  'patternProperties',
  'not',
  '$ref',
]

/** Optional properties the service allows of a schema; ours are counted object by object, which have few. */
const MOST_OPTIONAL = 24

/** What structured outputs do not take of JSON schema, or null. */
export function schemaFault(schema: unknown, at = 'root'): string | null {
  if (typeof schema !== 'object' || schema === null) return null
  const node = schema as Record<string, unknown>
  if (at === 'root' && node['type'] !== 'object') return 'the root must be an object'
  const banned = BANNED.find((word) => word in node)
  if (banned !== undefined) return `${at}: ${banned} is not supported`
  if (node['type'] === 'object') {
    if (node['additionalProperties'] !== false) return `${at}: additionalProperties must be false`
    const properties = Object.keys((node['properties'] as object | undefined) ?? {})
    const required = (node['required'] as string[] | undefined) ?? []
    const optional = properties.filter((name) => !required.includes(name)).length
    if (optional > MOST_OPTIONAL) return `${at}: more than ${MOST_OPTIONAL} optional properties`
    for (const name of properties) {
      const fault = schemaFault((node['properties'] as Record<string, unknown>)[name], `${at}.${name}`)
      if (fault !== null) return fault
    }
  }
  return node['type'] === 'array' ? schemaFault(node['items'], `${at}[]`) : null
}

/** Tokens a text would be counted as: about three characters each. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / 3)
}
