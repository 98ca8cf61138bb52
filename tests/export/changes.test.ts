import { describe, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { load } from 'cheerio'
import { exportDebate } from '../../server/export/index.ts'
import { markdown } from '../../server/export/markdown.ts'
import { ExportFormat } from '../../shared/api.ts'
import { applyCorrections } from '../../server/graph/corrections.ts'
import type { Change, ClaimRef } from '../../shared/corrections.ts'
import { LIBRARY } from '../graph/example.ts'
import { debateOf } from '../graph/notation.ts'
import { HOSTILE } from './hostile.ts'

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
test.each(cases)('told: %j', (change, told) => {
  const by = 'Ann [x](https://evil.example)'
  const corrections = [{ id: 'x', at: '2025-03-03T10:00:00.000Z', by, undone: false, change }]
  const text = markdown(applyCorrections(debate, corrections).debate)
  const line = /^## Corrections by people \(1\)\n\n- (.*)$/m.exec(text)?.[1] ?? ''
  expect(line).toContain(told)
  expect(line).toContain('2025-03-03 10:00 UTC')
  expect(line).not.toContain('[x](')
})

describe('every format holds the whole log, with who made each correction and when', () => {
  const hide = (id: string): Change => ({ kind: 'hide', claim: ref(id) })
  const made = (id: string, at: string, by: string | null, change: Change, undone = false) => ({
    id,
    at,
    by,
    undone,
    change,
  })
  const gone = { kind: 'hide' as const, claim: { id: 'nowhere', passages: [] } }
  const corrected = applyCorrections(debate, [
    made('x1', '2025-03-03T10:00:00.000Z', 'Ann', hide('staff')),
    made('x2', '2025-03-04T11:30:00.000Z', 'Béla', hide('cost'), true),
    made('x3', '2025-03-05T12:45:00.000Z', null, gone),
  ]).debate
  const written = (format: ExportFormat, of = corrected) => [...exportDebate(of, format).body].join('')

  test.each(ExportFormat.options)('%s', (format) => {
    const text = written(format)
    for (const by of ['Ann', 'Béla']) expect(text).toContain(by)
    for (const day of ['2025-03-03', '2025-03-04', '2025-03-05']) expect(text).toContain(day)
    for (const time of ['10:00', '11:30', '12:45']) expect(text).toContain(time)
    expect(text).not.toBe(written(format, { ...corrected, corrections: [], notApplied: [] }))
  })

  test('what was taken back and what applies no more is said', () => {
    const told = [
      'Ann, 2025-03-03 10:00 UTC: hid “Staff would have to be paid double.”',
      'Béla, 2025-03-04 11:30 UTC: hid “It costs too much.” (taken back)',
      'Someone unnamed, 2025-03-05 12:45 UTC: hid “…” (does not apply any more: ',
    ]
    const comments = written('argdown')
      .split('\n')
      .filter((line) => line.startsWith('// '))
    expect(comments[0]).toBe('// Corrections by people')
    expect(comments).toHaveLength(4)
    told.forEach((start, at) => expect(comments[at + 1]?.slice(3).startsWith(start)).toBe(true))
    const picture = load(written('svg'), { xml: true })('metadata').text()
    for (const start of told) expect(picture).toContain(start)
    const rows = load(written('html'))('h2:contains("Corrections") + table tr')
    expect(rows.toArray().map((row) => load(row)('td').toArray().length)).toEqual([0, 4, 4, 4])
  })

  test('in the table the log stands below the claims', () => {
    const rows: Record<string, string>[] = parse(written('csv'), { bom: true, columns: true })
    const log = rows.slice(corrected.claims.length)
    expect(log.map((row) => [row.id, row.kind, row['first said by'], row.at, row.standing?.slice(0, 20)])).toEqual([
      ['x1', 'correction', 'Ann', '2025-03-03T10:00:00.000Z', 'applied'],
      ['x2', 'correction', 'Béla', '2025-03-04T11:30:00.000Z', 'taken back'],
      ['x3', 'correction', 'Someone unnamed', '2025-03-05T12:45:00.000Z', 'does not apply any m'],
    ])
    expect(log[0]?.statement).toBe('hid “Staff would have to be paid double.”')
  })

  test.each(HOSTILE)('words that people give stay words: %s', (words) => {
    const restated = applyCorrections(debate, [
      made('x', '2025-03-03T10:00:00.000Z', words, { kind: 'restate', claim: ref('cost'), statement: words }),
    ]).debate
    expect(load(written('html', restated))('script, img, [onerror]')).toHaveLength(0)
    const picture = load(written('svg', restated), { xml: true })
    expect(picture('metadata').children()).toHaveLength(0)
    const comments = written('argdown', restated)
      .split('\n')
      .filter((line) => line.startsWith('// '))
    expect(comments).toHaveLength(2)
    const rows: Record<string, string>[] = parse(written('csv', restated), { bom: true, columns: true })
    expect(rows.at(-1)?.['first said by']).not.toMatch(/^\s*[=+\-@|]/)
  })
})
