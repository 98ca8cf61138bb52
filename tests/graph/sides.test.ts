import { expect, test } from 'vitest'
import { withRecordedSides } from '../../server/graph/sides.ts'
import type { Findings, Unit, UnitLink } from '../../shared/findings.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import { plainPost } from '../fixtures/posts.ts'

const POSTS: [id: string, parent: string | null, stance: Post['stance'], text: string][] = [
  ['0', null, null, 'Should the ferry be free?'],
  ['1', '0', 'pro', 'A free ferry takes cars off the bridge.'],
  ['2', '1', 'con', 'Most passengers walk anyway. Nobody drives to the quay.'],
  ['3', '0', 'con', 'Somebody has to pay the crew.'],
  ['4', '3', 'neutral', 'What does the crew cost?'],
]

function thread(): Thread {
  const posts = POSTS.map(([id, parentId, stance, text]) =>
    plainPost({ id, parentId, parentVia: 'platform', text, kind: parentId === null ? 'opening' : 'reply', stance }),
  )
  return {
    id: 't',
    url: null,
    platform: 'kialo',
    site: 'kialo.com',
    title: 'Should the ferry be free?',
    language: 'en',
    readAt: '2026-01-01T00:00:00Z',
    article: null,
    posts,
    completeness: { expected: null, got: posts.length, missing: [] },
    notices: [],
  }
}

/** A claim at every sentence; the second sentence of post 2 backs the first. */
function findings(): Findings {
  const units = POSTS.flatMap(([postId, , , text]) =>
    [...text.matchAll(/[^.?]+[.?]/g)].map((sentence, index): Unit => {
      const start = sentence.index
      const base = { postId, start, end: start + sentence[0].length, statement: sentence[0].trim(), verbatim: true }
      return { ...base, id: `${postId}.${index}`, kind: 'claim', ...NOTHING }
    }),
  )
  const backing: UnitLink = {
    from: '2.1',
    to: '2.0',
    step: null,
    type: 'supports',
    basis: 'nearby',
    confidence: 0.3,
    why: [],
  }
  const guess: UnitLink = {
    from: '2.0',
    to: '1.0',
    step: null,
    type: 'supports',
    basis: 'similar',
    confidence: 0.3,
    why: [],
  }
  return { units, links: [backing, guess], replies: [], fates: [], dropped: [] }
}

const NOTHING = { evidenceType: null, sourceUrl: null, stance: null, confidence: 0.5, why: [], saysMore: false }

test('a recorded side answers the point of its parent, in place of what was guessed', () => {
  const { links } = withRecordedSides(findings(), [thread()])
  expect(links.map(({ from, to, type, basis }) => `${from} ${type} ${to} by ${basis}`)).toEqual([
    '2.1 supports 2.0 by nearby',
    '2.0 rebuts 1.0 by platform',
  ])
})

test('beside the opening post it is a side on the issue; neutral ones take none', () => {
  const { units } = withRecordedSides(findings(), [thread()])
  expect(Object.fromEntries(units.map(({ id, stance }) => [id, stance]))).toEqual({
    '0.0': null,
    '1.0': 'for',
    '2.0': null,
    '2.1': null,
    '3.0': 'against',
    '4.0': null,
  })
})

test('a thread without recorded sides stays as it was', () => {
  const plain = thread()
  const before = findings()
  expect(withRecordedSides(before, [{ ...plain, posts: plain.posts.map((post) => ({ ...post, stance: null })) }])).toBe(
    before,
  )
})
