import { expect, test } from 'vitest'
import { markdown } from '../../server/export/markdown.ts'
import { applyCorrections } from '../../server/graph/corrections.ts'
import type { Change, ClaimRef } from '../../shared/corrections.ts'
import { LIBRARY } from '../graph/example.ts'
import { debateOf } from '../graph/notation.ts'

const debate = await debateOf(LIBRARY)
function ref(id: string): ClaimRef {
  const mentions = debate.claims.find((claim) => claim.id === id)?.mentions ?? []
  return { id, passages: mentions.map(({ postId, start, end }) => ({ postId, start, end })) }
}
const rebutting = { to: ref('yes'), step: null, type: 'rebuts' as const }

const cases: [Change, string][] = [
  [
    { kind: 'merge', claim: ref('staff'), into: ref('cost') },
    'merged “Staff would have to be paid double.” into “It costs too much.”',
  ],
  [{ kind: 'hide', claim: ref('cost') }, 'hid “It costs too much.”'],
  [{ kind: 'restate', claim: ref('cost'), statement: '<b>Dear</b>' }, 'put “It costs too much.” as “&lt;b&gt;Dear'],
  [
    { kind: 'retype', claim: ref('cost'), to: 'evidence', evidenceType: 'expert' },
    'took “It costs too much.” for expert evidence',
  ],
  [
    { kind: 'relink', from: ref('cost'), was: rebutting, now: { ...rebutting, type: 'supports' } },
    'linked: “It costs too much.” supports “The library should open on Sundays',
  ],
  [{ kind: 'relink', from: ref('cost'), was: rebutting, now: null }, 'removed: “It costs too much.” rebuts “'],
]
test.each(cases)('%j', (change, told) => {
  const by = 'Ann [x](https://evil.example)'
  const corrections = [{ id: 'x', at: '2025-03-03T10:00:00.000Z', by, undone: false, change }]
  const text = markdown(applyCorrections(debate, corrections).debate)
  const line = /^## Corrections by people \(1\)\n\n- (.*)$/m.exec(text)?.[1] ?? ''
  expect(line).toContain(told)
  expect(line).toContain('2025-03-03 10:00 UTC')
  expect(line).not.toContain('[x](')
})
