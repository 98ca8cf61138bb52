import { expect, test } from 'vitest'
import { outline } from '../../server/graph/outline.ts'
import { LIBRARY } from './example.ts'
import { debateOf } from './notation.ts'

test('says positions with what supports and rebuts them, heaviest first', async () => {
  const made = outline(await debateOf(LIBRARY))
  expect(made).toMatchObject({ posts: 11, people: 10, issues: [{ against: [], other: [] }] })
  const [yes] = made.issues[0]?.for ?? []
  expect(yes).toMatchObject({ id: 'yes', standing: 'contested', noEvidence: true, unanswered: false })
  expect(yes?.supports.map(({ id }) => id)).toEqual(['work'])
  expect(yes?.rebuts.map(({ id }) => id)).toEqual(['cost', 'no'])
  expect(yes?.rebuts[1]?.rebuts).toMatchObject([{ id: 'poll', kind: 'evidence', supports: [] }])
})

test('stays small however large the debate, also on circles', async () => {
  const ring = Array.from({ length: 400 }, (_, index) => `[c${index}: ${'Long words '.repeat(60)}]`)
  const links = ring.map((_, index) => `c${index} ${index % 2 ? 'supports' : 'rebuts'} c${(index * 7 + 1) % 400}`)
  const debate = await debateOf(`title: Why?\n1 ann: ${ring.join(' ')}\n${links.join('\n')}`)
  expect(JSON.stringify(outline(debate)).length).toBeLessThan(150_000)
})
