/** Every kind of endpoint is spoken to in the highest form it understands. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../../server/analysers/check.ts'
import { checkProfile } from '../../../server/analysers/model/canary.ts'
import { clientFor } from '../../../server/analysers/model/client.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { profileFrom } from '../../../server/analysers/model/access.ts'
import { PRESETS, preset } from '../../../server/analysers/model/presets.ts'
import type { Profile } from '../../../server/analysers/model/profile.ts'
import { ANSWERS } from '../../../server/analysers/model/shapes.ts'
import { accessTo } from '../../messages-server/access.ts'
import { type Asked, type MessagesServer, startMessagesServer } from '../../messages-server/server.ts'
import type { Fault } from '../../messages-server/faults.ts'
import { type EndpointName, schemaFault } from '../../messages-server/validate.ts'
import { asking, batch, NIGHT_BUSES } from '../posts.ts'

let server: MessagesServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

function rungOf({ body }: Asked): string {
  if (body.output_config?.format !== undefined) return 'native'
  if (body.tool_choice?.type === 'tool') return 'tool'
  return body.tool_choice?.type === 'auto' ? 'tool-auto' : 'text'
}

const AUTO: Partial<Profile> = { structured: 'auto' }
const CASES: [EndpointName, string, Partial<Profile>][] = [
  ['first-party', 'native', AUTO],
  ['no-format', 'tool', AUTO],
  ['ignores-format-knows-tools', 'tool', AUTO],
  ['ignores-format', 'text', { auth: 'none', structured: 'text' }],
  ['text-only', 'text', { auth: 'none', structured: 'text', thinking: 'disabled' }],
  ['no-forced-tools', 'tool-auto', { structured: 'tool' }],
  ['tool-needs-thinking-off', 'tool', { structured: 'tool', thinking: 'disabled', auth: 'x-api-key' }],
  ['tool-needs-thinking-off', 'tool-auto', { structured: 'tool', auth: 'x-api-key' }],
]

describe('an endpoint that is', () => {
  let native: ReturnType<typeof check>
  beforeAll(async () => {
    const first = await startMessagesServer()
    native = check(
      batch(NIGHT_BUSES),
      await createModel(accessTo(first)).extract(batch(NIGHT_BUSES), asking()),
      'model',
    )
    await first.close()
  })
  test.each(CASES)('%s is asked by %s in the end, and each time the same is found', async (endpoint, rung, more) => {
    server = await startMessagesServer({ endpoint })
    const analyser = createModel(accessTo(server, more))
    for (let i = 0; i < 6; i += 1) {
      const findings = check(batch(NIGHT_BUSES), await analyser.extract(batch(NIGHT_BUSES), asking()), 'model')
      expect(findings.units.length).toBeGreaterThanOrEqual(4)
      expect(findings.fates.filter((fate) => fate.fate === 'failed')).toEqual([])
      expect(findings).toEqual(native)
    }
    expect(rungOf(server.requests.at(-1) as Asked)).toBe(rung)
  })

  test('deaf to all but words is asked in words in the end', async () => {
    server = await startMessagesServer({
      endpoint: 'ignores-format',
      fault: ({ body }) => (JSON.stringify(body.messages).includes('JSON schema: ') ? null : 'nonsense'),
    })
    const analyser = createModel(accessTo(server, { auth: 'none', structured: 'auto' }))
    const failed: number[] = []
    for (let i = 0; i < 6; i += 1) {
      const { outcomes } = await analyser.extract(batch(NIGHT_BUSES), asking())
      failed.push(outcomes.filter((one) => one.fate === 'failed').length)
    }
    expect(rungOf(server.requests.at(-1) as Asked)).toBe('text')
    expect(failed.at(-1)).toBe(0)
    expect(server.requests.filter(({ fault }) => fault !== null)).toHaveLength(6)
  })

  test.each(CASES)('%s is checked to reach %s', async (endpoint, rung, more) => {
    server = await startMessagesServer({ endpoint })
    const checked = await checkProfile(accessTo(server, more), new AbortController().signal)
    expect(checked.rung).toBe(rung)
    expect(checked.sample).toEqual({ found: 1, dropped: 0 })
    expect(checked.notes.length).toBeGreaterThan(0)
  })
})

test('a refused key is said when a profile is checked', async () => {
  server = await startMessagesServer()
  const checked = await checkProfile({ ...accessTo(server), key: 'wrong' }, new AbortController().signal)
  expect(checked).toMatchObject({ rung: null, sample: null })
  expect(checked.notes.join(' ')).toContain('does not accept the key')
})

test.each([
  ['slow-headers', 'did not answer within'],
  ['stalled-body', 'did not answer within'],
  ['429-later', 'asks to wait 30 s'],
] as const)('%s keeps nobody waiting', async (fault, says) => {
  server = await startMessagesServer({ fault: () => fault })
  const begun = performance.now()
  const checked = await checkProfile(accessTo(server, { timeoutMs: 150 }), new AbortController().signal)
  expect(checked.notes).toHaveLength(1)
  expect(checked.notes[0]).toContain(says)
  expect(performance.now() - begun).toBeLessThan(2_000)
})

test.each<[Fault, string]>([
  ['402', 'no money left. Add some'],
  ['404', 'has no model “claude-haiku-5-5”'],
  ['413', 'Raise the limit'],
  ['too-long', 'context window of at least 8,000 tokens'],
  ['500', 'Look in its log'],
  ['502-html', 'Look in its log'],
  ['529', 'check again in a few minutes'],
  ['dropped', 'broke before an answer came'],
  ['redirect', 'Set ANTHROPIC_BASE_URL to the address the service really has'],
])('%s is told with what helps, after one request', async (fault, says) => {
  server = await startMessagesServer({ fault: () => fault })
  const checked = await checkProfile(accessTo(server), new AbortController().signal)
  expect(checked.notes.join('\n')).toContain(says)
  expect(checked).toMatchObject({ rung: null, sample: null })
  expect(server.requests).toHaveLength(1)
})

test.each([
  ['another address', '/elsewhere', 'Nothing takes messages at'],
  ['https where http is spoken', 'https', 'does not speak https'],
])('%s is told as a wrong address', async (_, to, says) => {
  server = await startMessagesServer()
  const baseURL = to === 'https' ? server.url.replace('http:', 'https:') : `${server.url}${to}`
  const checked = await checkProfile(accessTo(server, { baseURL }), new AbortController().signal)
  expect(checked.notes).toHaveLength(1)
  expect(checked.notes[0]).toContain(says)
})

test('where nothing listens, that is said', async () => {
  server = await startMessagesServer()
  const access = accessTo(server)
  await server.close()
  const { notes } = await checkProfile(access, new AbortController().signal)
  expect(notes[0]).toContain('Nothing listens at http://127.0.0.1')
})

test('a model that reads too little at once is told how much it needs', async () => {
  server = await startMessagesServer({ endpoint: 'small' })
  const { rung, notes } = await checkProfile(accessTo(server), new AbortController().signal)
  expect(rung).not.toBeNull()
  expect(notes.at(-1)).toContain('context window of at least 8,000 tokens')
})

test.each([
  ['refusal', 'declined to answer', 'try another model'],
  ['refusal-with-text', 'declined to answer', 'try another model'],
  ['truncated', 'cut off before it was complete', 'thinks less'],
  ['nonsense', 'not heeded', 'try another model'],
] as const)('a %s on every rung is told as what it is, with what to do', async (fault, says, remedy) => {
  server = await startMessagesServer({ fault: () => fault })
  const checked = await checkProfile(accessTo(server, AUTO), new AbortController().signal)
  expect(checked).toMatchObject({ rung: null, sample: null })
  const last = checked.notes.at(-1)
  expect(checked.notes.slice(0, -1).filter((note) => !note.includes(says))).toEqual([])
  expect(checked.notes).toHaveLength(5)
  expect(last).toContain(remedy)
})

test('no more requests run at once than the profile allows', async () => {
  server = await startMessagesServer({ latency: { wait: 40, token: 0 } })
  const analyser = createModel(accessTo(server, { concurrency: 2 }))
  await Promise.all([1, 2, 3, 4, 5].map(() => analyser.extract(batch(NIGHT_BUSES), asking())))
  expect(server.busy.most).toBe(2)
})

test.each(Object.entries(ANSWERS))('the schema of %s is one that services can bind to', (_, schema) => {
  expect(schemaFault(schema)).toBeNull()
})

describe('profiles', () => {
  test('are there for all known endpoints, each sound and named once', () => {
    const names = PRESETS.map((profile) => profile.name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of [
      'anthropic',
      'openrouter',
      'deepseek',
      'minimax',
      'kimi',
      'glm',
      'ollama',
      'llama-cpp',
      'lm-studio',
      'vllm',
      'litellm',
      'bedrock',
    ]) {
      expect(names).toContain(name)
    }
  })
  const settings = {
    ANTHROPIC_API_KEY: 'k',
    ANTHROPIC_BASE_URL: undefined,
    MODEL: undefined,
    MODEL_PROFILE: undefined,
    MODEL_AUTH: undefined,
  }
  test('are none without a key, unless the endpoint needs none', () => {
    expect(profileFrom({ ...settings, ANTHROPIC_API_KEY: undefined })).toBeNull()
    expect(profileFrom({ ...settings, ANTHROPIC_API_KEY: undefined, MODEL_PROFILE: 'ollama' })?.key).toBeNull()
    expect(
      profileFrom({
        ...settings,
        ANTHROPIC_API_KEY: undefined,
        ANTHROPIC_BASE_URL: 'http://localhost:9',
        MODEL_AUTH: 'none',
      })?.profile.auth,
    ).toBe('none')
  })
  test('take the address without what the client adds', () => {
    for (const address of ['http://h:1/api/v1/messages', 'http://h:1/api/v1/', 'http://h:1/api']) {
      expect(profileFrom({ ...settings, ANTHROPIC_BASE_URL: address })?.profile.baseURL).toBe('http://h:1/api')
    }
  })
  test('assume nothing about a model they do not know', () => {
    expect(profileFrom({ ...settings, MODEL: 'claude-next' })?.profile).toMatchObject({
      prices: null,
      effort: null,
      structured: 'auto',
    })
    expect(profileFrom({ ...settings, MODEL: 'claude-sonnet-5-5' })?.profile).toMatchObject({
      thinking: 'between_tools',
      effort: 'medium',
    })
  })
  test.each([
    [{}, 0.1],
    [{ MODEL: 'claude-opus-5-5' }, 4],
    [{ ANTHROPIC_BASE_URL: 'https://api.anthropic.com/v1', MODEL: 'claude-sonnet-5-5' }, 2],
    [{ ANTHROPIC_BASE_URL: 'https://gateway.example', MODEL: 'claude-haiku-5-5' }, undefined],
    [{ ANTHROPIC_BASE_URL: 'https://api.anthropic.com.example', MODEL: 'claude-haiku-5-5' }, undefined],
    [{ MODEL_PROFILE: 'anthropic', ANTHROPIC_BASE_URL: 'http://127.0.0.1:9' }, undefined],
    [{ MODEL_PROFILE: 'litellm' }, undefined],
  ])('know prices only where they are asked: %o', (more, input) => {
    expect(profileFrom({ ...settings, ...more })?.profile.prices?.input).toBe(input)
  })
  test('keep what is known of the service when another model is asked there', () => {
    const asked = (MODEL_PROFILE: string) => profileFrom({ ...settings, MODEL_PROFILE, MODEL: 'another' })?.profile
    expect(asked('ollama')).toMatchObject({ structured: 'text', batchPosts: 5, prices: null })
    expect(asked('deepseek')).toMatchObject({ structured: 'tool', thinking: 'disabled' })
    expect(asked('glm')).toMatchObject({ structured: 'tool-auto', thinking: 'omit' })
    expect(asked('vllm')).toMatchObject({ structured: 'auto' })
  })
  test('refuse unknown names and addresses, saying what to do', () => {
    expect(() => profileFrom({ ...settings, MODEL_PROFILE: 'nope' })).toThrow('There is no model profile')
    expect(() => profileFrom({ ...settings, ANTHROPIC_BASE_URL: 'ftp://x' })).toThrow('can’t be used')
  })
})

describe('keys', () => {
  test('no client is made without one, whatever the environment holds', () => {
    process.env['ANTHROPIC_API_KEY'] = 'from-the-environment'
    try {
      expect(() => clientFor({ profile: preset('anthropic'), key: null })).toThrow('needs a key')
      expect(() => clientFor({ profile: preset('anthropic'), key: '' })).toThrow('needs a key')
    } finally {
      delete process.env['ANTHROPIC_API_KEY']
    }
  })
  test.each(['bearer', 'x-api-key'] as const)('are sent as %s, alone', async (auth) => {
    server = await startMessagesServer({ endpoint: auth === 'bearer' ? 'first-party' : 'tool-needs-thinking-off' })
    const analyser = createModel(accessTo(server, { auth, structured: 'tool-auto' }))
    expect(
      (await analyser.extract(batch(NIGHT_BUSES), asking())).outcomes.filter((one) => one.fate === 'failed'),
    ).toEqual([])
  })
})
