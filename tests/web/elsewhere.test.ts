import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DebateEntry } from '../../shared/api.ts'
import { tagOf } from '../../shared/tag.ts'
import { corrected, refOf, refused, correct } from '../../web/state/corrections.ts'
import { debate, entry, leave, lookAgain, show } from '../../web/state/debate.ts'
import { syntheticDebate } from './synthetic.ts'

const read = syntheticDebate(20)
const first = read.claims[0]?.id ?? ''
const plainEntry: DebateEntry = {
  id: read.id,
  title: read.title,
  status: 'done',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  posts: 1,
  people: 1,
  claims: 20,
  supports: 0,
  rebuts: 0,
  undercuts: 0,
  problem: null,
}
let kept = { entry: plainEntry, debate: read }
let sent: { method: string; status: number }[] = []

/** Somebody else restates the first claim. */
function restateElsewhere(): void {
  const claims = read.claims.map((claim) => (claim.id === first ? { ...claim, statement: 'Said anew.' } : claim))
  kept = { entry: { ...plainEntry, updatedAt: '2026-01-01T00:01:00Z' }, debate: { ...read, claims } }
}

function answer(method: string, headers: Headers): Response {
  if (method === 'POST') return Response.json({ code: 'bad-request', detail: 'Gone.', remedy: '' }, { status: 400 })
  if (headers.get('if-none-match') === tagOf(kept.entry)) return new Response(null, { status: 304 })
  return Response.json(kept)
}

beforeEach(async () => {
  kept = { entry: plainEntry, debate: read }
  sent = []
  vi.stubGlobal('fetch', async (_: string, { method = 'GET', headers }: RequestInit = {}) => {
    const response = answer(method, new Headers(headers))
    sent.push({ method, status: response.status })
    return response
  })
  await show(read.id)
  sent = []
})
afterEach(() => {
  leave()
  refused.value = null
  corrected.value = null
  vi.unstubAllGlobals()
})

const statement = () => debate.value?.claims.find(({ id }) => id === first)?.statement

test('what was corrected elsewhere is shown to who comes back', async () => {
  restateElsewhere()
  await lookAgain()
  expect(statement()).toBe('Said anew.')
  expect(entry.value?.updatedAt).toBe('2026-01-01T00:01:00Z')
})

test('nothing is read again where nothing changed', async () => {
  const before = debate.value
  await lookAgain()
  expect(sent).toEqual([{ method: 'GET', status: 304 }])
  expect(debate.value).toBe(before)
})

test('a correction refused for what was done elsewhere shows what that was, and why it was refused', async () => {
  restateElsewhere()
  expect(await correct({ kind: 'hide', claim: refOf(first) })).toBe(false)
  expect(refused.value?.detail).toBe('Gone.')
  expect(statement()).toBe('Said anew.')
})

test('where the server can’t be asked, what is on screen stays', async () => {
  const before = debate.value
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))
  await lookAgain()
  expect(debate.value).toBe(before)
})
