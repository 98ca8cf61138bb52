/** The examples of the prompts: each is an answer as it is asked for, and follows the rules it stands under. */
import { describe, expect, test } from 'vitest'
import { passageOf } from '../../../server/analysers/model/elision.ts'
import { readPrompts } from '../../../server/analysers/model/prompts.ts'
import {
  IssueSaid,
  KINDS,
  NoneSaid,
  PositionSaid,
  RelationSaid,
  SentenceSaid,
  UnitSaid,
} from '../../../server/analysers/model/shapes.ts'

const PROMPTS = readPrompts()
const linesOf = (name: keyof typeof PROMPTS): string[] => PROMPTS[name].instructions.split('\n')

interface Example {
  post: string
  /** Units of the post answered. */
  answered: string[]
  units: UnitSaid[]
  none: string[]
}

/** An example of what to extract: a post, what it answers, and its units as JSON or as kind "quote" = "statement" link. */
function exampleIn(line: string): Example | null {
  const [, post, answered = '', answer = ''] = /^"(.*?)"(?: \((p1.*)\))? → (.*)$/.exec(line) ?? []
  if (post === undefined) return null
  const units = answer.split(/; (?=[a-z])/).flatMap((part) => {
    if (part.startsWith('none')) return []
    const parts = part.split(/(?<=\}); /)
    return parts.map((one): unknown => {
      if (one.startsWith('{')) return JSON.parse(one)
      const found = /^(?<kind>[a-z ]+) "(?<quote>.*?)"(?: = "(?<statement>.*?)")?(?: (?<link>[a-z].*))?$/.exec(one)
      return { id: 'p2z', ...found?.groups }
    })
  })
  return {
    post,
    answered: [...answered.matchAll(/p1[a-z]/g)].map(([id]) => id),
    units: units.map((unit) => UnitSaid.parse(unit)),
    none: [...answer.matchAll(/none "(.*?)"/g)].map(([, line = '']) => NoneSaid.parse(line)),
  }
}
const EXAMPLES = linesOf('extract').flatMap((line) => exampleIn(line) ?? [])
/** What a post says itself: without what it quotes. */
const own = (post: string): string => post.replace(/\[….*?…\]/g, '\u0000')

describe('examples of what to extract', () => {
  test('are there for every case that is easily got wrong', () => {
    const kinds = new Set(EXAMPLES.flatMap(({ units }) => units.map(({ kind }) => kind)))
    const links = EXAMPLES.flatMap(({ units }) => units.map(({ link = '' }) => link)).join(' ')
    expect([...kinds].toSorted()).toEqual(['claim', 'concession', 'experience', 'statistic'])
    expect(links).toMatch(/supports.*rebuts.*undercuts/)
    expect(EXAMPLES.some(({ post, units }) => post.match(/\[…/g)?.length === 2 && units.length === 2)).toBe(true)
    expect(EXAMPLES.some(({ post, units }) => post.endsWith('?') && units[0]?.kind === 'claim')).toBe(true)
    expect(EXAMPLES.filter(({ none }) => none.length > 0)).toHaveLength(2)
  })
  test.each(EXAMPLES.map((one) => [one.post, one] as const))(
    'hold to the rules: %s',
    (post, { answered, units, none }) => {
      expect(units.length > 0).not.toBe(none.length > 0)
      for (const line of none) expect(line).toMatch(/^p2 \w/)
      for (const { kind, quote, link } of units) {
        expect(KINDS).toContain(kind)
        const place = passageOf(own(post), quote)
        expect(place, quote).not.toBeNull()
        const words = own(post).slice(place?.start, place?.end).trim().split(' ')
        expect(words.length > 10).toBe(quote.includes(' … '))
        if (quote.includes('…')) expect(quote.split(' … ').map((part) => part.split(' ').length)).toEqual([4, 4])
        for (const [id] of (link ?? '').matchAll(/p1[a-z]/g)) expect(answered).toContain(id)
      }
    },
  )
  test('say what a concession concedes', () => {
    const conceding = EXAMPLES.flatMap(({ units }) => units).filter(({ kind }) => kind === 'concession')
    expect(conceding.map(({ link }) => link)).toEqual(['supports p1a'])
  })
})

test('lines in the other prompts are as their answers are read', () => {
  const quoted = (name: keyof typeof PROMPTS, line: RegExp): string[] =>
    [...`${PROMPTS[name].instructions}\n${PROMPTS[name].brief ?? ''}`.matchAll(/"([^"]+)"/g)].flatMap(
      ([, text = '']) => (line.test(text) ? [text] : []),
    )
  const relations = quoted('relate', /^q\d/)
  expect(relations.length).toBeGreaterThan(5)
  for (const line of relations) expect(RelationSaid.parse(line)).toMatchObject({ id: /q\d/.exec(line)?.[0] })
  const sentences = quoted('summarise', /^(?:for|against|unanswered) k/)
  expect(sentences.length).toBeGreaterThan(3)
  for (const line of sentences) expect(SentenceSaid.parse(line).claims.length).toBeGreaterThan(0)
  const issues = quoted('issues', /^i1 [A-Z].*\?$/)
  expect(issues).toHaveLength(2)
  for (const line of issues) expect(IssueSaid.parse(line).id).toBe('i1')
  const positions = quoted('issues', /^i1 k\d/)
  expect(positions.length).toBeGreaterThan(4)
  for (const line of positions) expect(PositionSaid.parse(line).issue).toBe('i1')
})
