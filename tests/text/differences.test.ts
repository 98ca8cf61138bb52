import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalised } from '../../server/text/compared.ts'
import { changesInside, differences } from '../../server/text/differences.ts'

/** What differs, as words. */
function differing(a: string, b: string) {
  const found = differences(a, b)
  return [found.a.map(({ start, end }) => a.slice(start, end)), found.b.map(({ start, end }) => b.slice(start, end))]
}

describe('what two versions have not in common', () => {
  const cases: [string, string, string, string[], string[]][] = [
    ['nothing', 'The ferry is free.', 'the ferry is FREE', [], []],
    ['a word', 'The ferry is free.', 'The ferry was free.', ['is'], ['was']],
    ['an addition', 'The ferry is free.', 'The ferry is free, says Ann.', [], ['says Ann']],
    ['two places', 'The old ferry is free here.', 'The ferry is free there.', ['old', 'here'], ['there']],
    ['everything', 'One.', 'Two words.', ['One'], ['Two words']],
  ]
  test.each(cases)('%s', (_, a, b, inA, inB) => {
    expect(differing(a, b)).toEqual([inA, inB])
  })

  test('without what differs, both say the same', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 }).map((all) => all.join(' '))
    const rest = (text: string, gone: { start: number; end: number }[]) =>
      normalised(gone.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = differences(a, b)
        expect(rest(a, found.a)).toBe(rest(b, found.b))
      }),
    )
  })
})

test('what is changed inside is told from what is added', () => {
  const changed = (before: string, after: string) => {
    const [a, b] = [before.split(' '), after.split(' ')]
    return changesInside(a, b).map(({ gone, come, edge }) => [
      gone.map((at) => a[at]),
      come.map((at) => b[at]),
      edge ? 'edge' : 'inside',
    ])
  }
  expect(changed('the ferry is safe here', 'the ferry is not safe here')).toEqual([[[], ['not'], 'inside']])
  expect(changed('the ferry is safe', 'the ferry is safe or not')).toEqual([[[], ['or', 'not'], 'edge']])
  expect(changed('the ferry is safe', 'the ferry is dangerous')).toEqual([[['safe'], ['dangerous'], 'edge']])
  expect(changed('the ferry is safe', 'the ferry of the four northern islands is safe')).toEqual([])
})
