/** Whatever goes wrong with an answer: what was sound is kept, nothing is invented, and no post is without its line. */
import { APIError } from '@anthropic-ai/sdk'
import { afterEach, describe, expect, test } from 'vitest'
import { check } from '../../../server/analysers/check.ts'
import { createEmbedded } from '../../../server/analysers/embedded/index.ts'
import { failureOf } from '../../../server/analysers/model/failures.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import type { Profile } from '../../../server/analysers/model/profile.ts'
import type { Findings } from '../../../shared/findings.ts'
import type { Post } from '../../../shared/thread.ts'
import { accessTo } from '../../messages-server/access.ts'
import { type Fault, INVENTED, MESSAGE_FAULTS } from '../../messages-server/faults.ts'
import { type MessagesServer, type MessagesServerOptions, startMessagesServer } from '../../messages-server/server.ts'
import { asking, batch, post } from '../posts.ts'

const POSTS: Post[] = Array.from({ length: 12 }, (_, i) =>
  post(
    `n${i}`,
    `Line ${i} of the night bus should stay because nurses of ward ${i} need it. It costs less than the ${i + 3} taxis paid for now. Nobody has answered that since spring.`,
    { parentId: i === 0 ? null : `n${Math.floor(i / 2)}`, kind: i === 0 ? 'opening' : 'reply' },
  ),
)

let server: MessagesServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

/** Findings of the twelve posts from a model that fails as told, without a fallback unless one is asked for. */
async function findingsUnder(
  options: MessagesServerOptions,
  more: Partial<Profile> = {},
  fallback = false,
): Promise<{ findings: Findings; calls: number }> {
  server = await startMessagesServer(options)
  const analyser = createModel({ ...accessTo(server, more), fallback: fallback ? createEmbedded() : null })
  const findings = check(batch(POSTS), await analyser.extract(batch(POSTS), asking()), 'model')
  return { findings, calls: server.requests.length }
}

function accounted(findings: Findings): void {
  expect(findings.fates.map((fate) => fate.postId)).toEqual(POSTS.map((one) => one.id))
  for (const fate of findings.fates) if (fate.fate !== 'mapped') expect(fate.why).not.toBe('')
  const mapped = new Set(findings.units.map((unit) => unit.postId))
  expect(new Set(findings.fates.filter((fate) => fate.fate === 'mapped').map((fate) => fate.postId))).toEqual(mapped)
  for (const unit of findings.units) {
    const text = POSTS.find((one) => one.id === unit.postId)?.text ?? ''
    expect(text).toContain(text.slice(unit.start, unit.end))
    expect(text.slice(unit.start, unit.end)).not.toBe('')
    expect(unit.statement).not.toContain('zeppelins')
  }
}

const once = (fault: Fault) => ({ fault: ({ index }: { index: number }) => (index === 0 ? fault : null) })
const mappedAll = POSTS.map(() => 'mapped')
const fatesOf = (findings: Findings) => findings.fates.map((fate) => fate.fate)

describe('a fault that passes costs nothing but a request or two', () => {
  test.each<[Fault, number]>([
    ['429', 2],
    ['429-milliseconds', 2],
    ['500', 2],
    ['502-html', 2],
    ['529', 2],
    ['dropped', 2],
    ['prose', 1],
    ['fenced', 1],
    ['casing', 1],
    ['thinking-first', 1],
    ['no-usage', 1],
    ['dangling-links', 1],
    ['truncated', 2],
    ['nonsense', 2],
    ['empty-object', 2],
    ['empty-content', 2],
    ['null-content', 2],
    ['pause', 2],
    ['partly-invalid', 2],
    ['unknown-ids', 2],
    ['invented-quotes', 2],
    ['quotes-of-others', 3],
    ['missing-posts', 2],
    ['too-long', 3],
    ['413', 3],
  ])('%s: %i requests', async (fault, most) => {
    const { findings, calls } = await findingsUnder(once(fault))
    accounted(findings)
    expect(fatesOf(findings)).toEqual(mappedAll)
    expect(calls).toBeLessThanOrEqual(most)
  })
})

describe('a fault that stays ends in the coverage', () => {
  test.each<[Fault, RegExp]>([
    ['500-final', /service failed \(500\)/],
    ['529', /overloaded/],
    ['429', /asked to wait/],
    ['502-html', /service failed \(502\)/],
    ['dropped', /could not be reached|broke/],
    ['redirect', /could not be reached|broke/],
    ['cut-body', /broke|could not be reached/],
    ['nonsense', /could not be understood/],
    ['empty-object', /lacked what was asked for/],
    ['null-content', /could not be understood/],
    ['pause', /could not be understood/],
    ['too-long', /longer than the model can read/],
    ['413', /longer than the model can read/],
  ])('%s', async (fault, why) => {
    const { findings, calls } = await findingsUnder({ fault: () => fault })
    accounted(findings)
    expect(new Set(fatesOf(findings))).toEqual(new Set(['failed']))
    expect(findings.fates[0]?.why).toMatch(why)
    expect(calls).toBeLessThanOrEqual(fault === 'too-long' || fault === '413' ? 24 : 6)
  })

  test.each<Fault>(['slow-headers', 'stalled-body', '429-later'])('%s is given up in time', async (fault) => {
    const begun = performance.now()
    const { findings } = await findingsUnder({ fault: () => fault }, { timeoutMs: 200 })
    accounted(findings)
    expect(findings.fates[0]).toMatchObject({ fate: 'failed', why: 'the model did not answer in time' })
    expect(performance.now() - begun).toBeLessThan(3_000)
  })

  test('units with the id of no post belong where their words stand', async () => {
    const long = [0, 1, 2].map((i) =>
      post(
        `m${i}`,
        [1, 2, 3, 4].map((at) => `Letter ${i} reason ${at} is one that nobody here has weighed.`).join(' '),
      ),
    )
    const placesUnder = async (fault: Fault | null): Promise<string[]> => {
      server = await startMessagesServer({ fault: () => fault })
      const extraction = await createModel(accessTo(server)).extract(batch(long), asking())
      await server.close()
      return check(batch(long), extraction, 'model').units.map(({ postId, start, end }) => `${postId} ${start} ${end}`)
    }
    const sound = await placesUnder(null)
    expect(sound).toHaveLength(6)
    expect(await placesUnder('unknown-ids')).toEqual(sound)
  })

  test('quotes that stand nowhere are asked for once more, then dropped and counted', async () => {
    const { findings, calls } = await findingsUnder({ fault: () => 'invented-quotes' })
    accounted(findings)
    expect(calls).toBe(2)
    expect(findings.dropped.length).toBe(3)
    expect(new Set(findings.dropped.map((one) => one.quote))).toEqual(new Set([INVENTED]))
  })

  test('of a post with units that can’t be read again and again, that is said beside those that can', async () => {
    const two = post(
      'two',
      [1, 2, 3, 4].map((at) => `Letter ${at} gives a reason that nobody here has weighed.`).join(' '),
    )
    server = await startMessagesServer({ fault: () => 'partly-invalid' })
    const extraction = await createModel(accessTo(server)).extract(batch([two]), asking())
    const { units, fates } = check(batch([two]), extraction, 'model')
    expect(server.requests).toHaveLength(2)
    expect(units).toHaveLength(1)
    expect(fates).toMatchObject([
      { fate: 'mapped', why: 'a part of the model’s answer about it could not be understood' },
    ])
  })

  test('an answer that is always cut off is taken piece by piece', async () => {
    const { findings } = await findingsUnder({ fault: ({ data }) => (sizeOf(data) > 2 ? 'truncated' : null) })
    accounted(findings)
    expect(fatesOf(findings)).toEqual(mappedAll)
  })
})

function sizeOf(data: unknown): number {
  return (data as { posts?: unknown[] } | null)?.posts?.length ?? 0
}

const holds = (data: unknown, words: string) =>
  JSON.stringify((data as { posts?: unknown } | null)?.posts ?? '').includes(words)

describe('what only one post brings about stays with that post', () => {
  test('a refusal is narrowed down to it', async () => {
    const { findings, calls } = await findingsUnder({
      fault: ({ data }) => (holds(data, 'ward 7 ') ? 'refusal' : null),
    })
    accounted(findings)
    expect(findings.fates.filter((fate) => fate.fate !== 'mapped')).toEqual([
      {
        postId: 'n7',
        fate: 'declined',
        of: null,
        why: 'the model declined to read it (general harms)',
        by: 'model',
      },
    ])
    expect(calls).toBeLessThanOrEqual(11)
  })
  test.each<Fault>(['nonsense', 'too-long', 'refusal-with-text', '403-moderated'])('%s is, too', async (fault) => {
    const { findings } = await findingsUnder({ fault: ({ data }) => (holds(data, 'ward 7 ') ? fault : null) })
    accounted(findings)
    expect(findings.fates.filter((fate) => fate.fate !== 'mapped').map((fate) => fate.postId)).toEqual(['n7'])
  })
  test('and is read by the built-in analyser, which is said', async () => {
    const { findings } = await findingsUnder(
      { fault: ({ data }) => (holds(data, 'ward 7 ') ? 'refusal' : null) },
      {},
      true,
    )
    accounted(findings)
    expect(findings.fates.find((fate) => fate.postId === 'n7')).toMatchObject({
      fate: 'mapped',
      by: 'embedded',
      why: 'the model declined to read it (general harms); the built-in analyser read it instead',
    })
  })
})

test('a key that a service repeats is not told', () => {
  const said = { error: { type: 'invalid_request_error', message: 'Odd header: "Bearer sk-secret"' } }
  const thrown = APIError.generate(400, said, undefined, new Headers())
  expect(failureOf(thrown, 'm', 'sk-secret')).toMatchObject({
    why: 'the model’s service found the request wrong: Odd header: "Bearer …"',
  })
})

describe('with a fifth of all answers faulty', () => {
  test.each(MESSAGE_FAULTS)('%s', async (fault) => {
    const { findings } = await findingsUnder(
      { fault: ({ index }) => (index % 5 === 0 ? fault : null) },
      { batchPosts: 4 },
    )
    accounted(findings)
  })
})

describe('what would befall every request ends the analysis with a Problem', () => {
  test.each<[Fault, string]>([
    ['401', 'key-refused'],
    ['402', 'model-unavailable'],
    ['404', 'model-unavailable'],
  ])('%s: %s', async (fault, code) => {
    await expect(findingsUnder({ fault: () => fault })).rejects.toMatchObject({ name: 'Problem', code })
    expect(server?.requests).toHaveLength(1)
  })
  test('a spent purse stops before the next request', async () => {
    server = await startMessagesServer()
    const analyser = createModel(accessTo(server))
    const afford = () => {
      throw new Error('over-budget')
    }
    await expect(analyser.extract(batch(POSTS), asking({ afford }))).rejects.toThrow('over-budget')
    expect(server.requests).toEqual([])
  })
  test('a stop ends a request under way', async () => {
    server = await startMessagesServer({ fault: () => 'slow-headers' })
    const stop = new AbortController()
    const analyser = createModel(accessTo(server))
    setTimeout(() => stop.abort(new Error('stopped')), 50)
    await expect(analyser.extract(batch(POSTS), asking({ signal: stop.signal }))).rejects.toThrow('stopped')
  })
})

test('what was answered before a failure is not asked again', async () => {
  let broken = true
  server = await startMessagesServer({ fault: ({ data }) => (broken && holds(data, 'ward 7 ') ? '500-final' : null) })
  const analyser = createModel(accessTo(server))
  const first = asking()
  const half = POSTS.slice(0, 6)
  await analyser.extract(batch(half), first)
  await analyser.extract(batch(POSTS), first)
  broken = false
  const before = server.requests.length
  const { outcomes } = await analyser.extract(batch(POSTS), asking({ calls: first.calls }))
  expect(outcomes).toEqual([])
  expect(server.requests.slice(before).map((asked) => sizeOf(asked.data))).toEqual([6])
})
