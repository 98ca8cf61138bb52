import { describe, expect, test } from 'vitest'
import { ExportFormat } from '../../shared/api.ts'
import { Debate } from '../../shared/debate.ts'
import { NO_FILTER } from '../../shared/filter.ts'
import { exportDebate } from '../../server/export/index.ts'
import { markdown } from '../../server/export/markdown.ts'
import { type Part, partOf, WHOLE } from '../../server/export/part.ts'
import { svg } from '../../server/export/svg.ts'
import { LIBRARY } from '../graph/example.ts'
import { debateOf } from '../graph/notation.ts'

const debate = await debateOf(LIBRARY)
const part = (asked: Partial<Part>): Debate => {
  const cut = partOf(debate, { ...WHOLE, ...asked })
  if (cut === null) throw new Error('no such part')
  return cut
}
const ids = (of: Debate): string[] => of.claims.map((claim) => claim.id).sort()

/** Everything a debate points at is in it. */
function whole(of: Debate): void {
  expect(Debate.safeParse(of).error).toBeUndefined()
  const known = new Set([...ids(of), ...of.issues.map((issue) => issue.id)])
  const links = new Set(of.links.map((link) => link.id))
  for (const link of of.links) {
    expect(known.has(link.from), link.id).toBe(true)
    expect(known.has(link.to) || links.has(link.to), link.id).toBe(true)
  }
  for (const issue of of.issues) for (const { claimId } of issue.positions) expect(known.has(claimId)).toBe(true)
  for (const { place } of of.claims) if (place.parent !== null) expect(known.has(place.parent)).toBe(true)
  for (const crux of of.cruxes) expect(known.has(crux.claimId) && known.has(crux.positionId)).toBe(true)
  for (const { mentions } of of.claims)
    for (const { personId } of mentions) expect(of.people.some((person) => person.id === personId)).toBe(true)
}

test('a part tells the posts and people of what was read, and of each person the claims in it', () => {
  const branch = part({ root: 'yes' })
  expect(branch.people.map(({ id }) => id)).toEqual(debate.people.map(({ id }) => id))
  for (const { id, claims } of branch.people)
    expect(claims).toBe(branch.claims.filter((one) => one.mentions.some(({ personId }) => personId === id)).length)
})

test('without a branch and a filter the part is the debate itself', () => {
  expect(partOf(debate, WHOLE)).toBe(debate)
})

test('a branch of a claim that is not there is none', () => {
  expect(partOf(debate, { ...WHOLE, root: 'nothing' })).toBeNull()
})

describe('a branch', () => {
  test('of a main point holds what hangs under it', () => {
    const branch = part({ root: 'yes' })
    const under = (id: string): string[] => [
      id,
      ...debate.claims.filter((claim) => claim.place.parent === id).flatMap((claim) => under(claim.id)),
    ]
    expect(ids(branch)).toEqual(under('yes').sort())
    whole(branch)
  })

  test('of a claim deeper down has that claim as its position, and says that it is a part', () => {
    const branch = part({ root: 'cost' })
    expect(branch.issues).toMatchObject([{ positions: [{ claimId: 'cost', stance: null }] }])
    expect(ids(branch)).toContain('staff')
    expect(ids(branch)).not.toContain('work')
    whole(branch)
    const text = markdown(branch)
    expect(text).toContain('It costs too much.')
    expect(text).toContain('Only a part of the debate: the branch “It costs too much.”')
    expect(text).not.toContain('A poll found')
    expect(svg(branch)).toContain('Staff would have to be paid double.')
  })
})

test.each([
  ['contested', { marks: ['contested'] as const }],
  ['evidence of one type', { type: 'statistic' }],
  ['one person', { person: debate.claims[0]?.mentions[0]?.personId as string }],
])('a filter for %s keeps what passes and what that hangs under', (_name, filter) => {
  const cut = part({ filter: { ...NO_FILTER, ...filter } })
  expect(cut.claims.length).toBeLessThan(debate.claims.length)
  whole(cut)
})

test('where nothing passes, the issue is still told in every format', () => {
  const none = part({ filter: { ...NO_FILTER, person: 'nobody' } })
  expect(none.claims).toEqual([])
  for (const format of ExportFormat.options)
    expect([...exportDebate(none, format).body].join('')).not.toMatch(/NaN|Infinity/)
})

test('a filter within a branch keeps the way to its first claim', () => {
  const cut = part({ root: 'no', filter: { ...NO_FILTER, type: 'statistic' } })
  expect(ids(cut)).toEqual(['no', 'poll'])
  whole(cut)
})
