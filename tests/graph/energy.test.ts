import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { combine, settle, type WeighedLink, type WeighedNode } from '../../server/graph/energy.ts'

/** `a .5, b .2; b+a, c-a`: base scores, then supports (+) and attacks (-) from the left to the right. */
function graph(text: string): { nodes: WeighedNode[]; links: WeighedLink[] } {
  const [bases = '', ends = ''] = text.split(';')
  return {
    nodes: bases.split(',').map((part) => {
      const [id = '', base] = part.trim().split(' ')
      return { id, base: Number(base) }
    }),
    links: ends.split(',').flatMap((part): WeighedLink[] => {
      const found = /(\w+)([+-])([\w+-]+)/.exec(part.trim())
      if (found === null) return []
      const [, from = '', sign, to = ''] = found
      return [{ id: `${from}${sign}${to}`, from, to, sign: sign === '+' ? 1 : -1, weight: 1 }]
    }),
  }
}

function strengths(text: string): Record<string, number> {
  const { nodes, links } = graph(text)
  const settled = settle(nodes, links)
  return Object.fromEntries(nodes.map(({ id }) => [id, Number(settled.strength(id).toFixed(3))]))
}

describe('the quadratic energy model', () => {
  test('gives the strengths of the worked example published with it (github.com/kcyras/QDT, example 4.1)', () => {
    expect(strengths('a .5, b .2, c .85, d .65, e .4, f 1; b+a, c-a, d+a, e-b, e+c, f-c')).toEqual({
      a: 0.519,
      b: 0.172,
      c: 0.625,
      d: 0.65,
      e: 0.4,
      f: 1,
    })
  })

  test.each([
    ['nothing moves a node without links', 'a .3', { a: 0.3 }],
    ['an attack of full strength halves', 'a .5, b 1; b-a', { a: 0.25, b: 1 }],
    ['support and attack weigh the same', 'a .5, b .7, c .7; b+a, c-a', { a: 0.5, b: 0.7, c: 0.7 }],
    ['an undercut link passes less on', 'a .5, b 1, c 1; b+a, c-b+a', { a: 0.6, b: 1, c: 1 }],
  ])('%s', (_, text, expected) => {
    expect(strengths(text)).toEqual(expected)
  })

  test('comes to rest on circles, at a point that reproduces itself', () => {
    const { nodes, links } = graph('a .5, b .8, c .4; a-b, b-c, c-a')
    const settled = settle(nodes, links)
    expect(settled.settled).toBe(true)
    const [a, b, c] = ['a', 'b', 'c'].map((id) => settled.strength(id)) as [number, number, number]
    expect(b).toBeCloseTo(combine(0.8, -a), 6)
    expect(c).toBeCloseTo(combine(0.4, -b), 6)
    expect(a).toBeCloseTo(combine(0.5, -c), 6)
  })

  test('says what follows from holding a node, as if the graph had been settled so', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const link = fc.record({
      from: fc.nat({ max: 4 }),
      to: fc.nat({ max: 4 }),
      plus: fc.boolean(),
      weight: fc.double({ min: 0.2, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(link, { maxLength: 8 }), fc.constantFrom(0, 1), (found, value) => {
        const nodes = ids.map((id) => ({ id, base: 0.5 }))
        const links = found
          .filter(({ from, to }) => from > to)
          .map(
            ({ from, to, plus, weight }, index): WeighedLink => ({
              id: `l${index}`,
              from: ids[from] as string,
              to: ids[to] as string,
              sign: plus ? 1 : -1,
              weight,
            }),
          )
        const changed = settle(nodes, links).whatIf('e', value, 1e-9)
        const held = settle(
          nodes.map((node) => (node.id === 'e' ? { ...node, base: value } : node)),
          links,
        )
        const plain = settle(nodes, links)
        for (const id of ids) expect(changed.get(id) ?? plain.strength(id)).toBeCloseTo(held.strength(id), 6)
      }),
    )
  })

  test('any graph comes to rest or says that it does not, within 0 and 1, in whatever order it is given', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    // Ends among nodes and links alike: links to themselves, doubled ones, undercuts of undercuts and circles of these.
    const link = fc.record({
      from: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids, 'l0', 'l1', 'l2', 'l3', 'l4', 'gone'),
      sign: fc.constantFrom(1 as const, -1 as const),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    const bases = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(bases, fc.array(link, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (starts, ends, chance) => {
        const nodes = ids.map((id, at) => ({ id, base: starts[at] as number }))
        const links = ends.map((one, at) => ({ ...one, id: `l${at}` }))
        const shuffled = <T>(list: T[]): T[] =>
          list
            .map((one) => ({ one, key: chance.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one)
        const first = settle(nodes, links)
        const second = settle(shuffled(nodes), shuffled(links))
        for (const { id } of [...nodes, ...links]) {
          expect(first.strength(id)).toBeGreaterThanOrEqual(0)
          expect(first.strength(id)).toBeLessThanOrEqual(1)
          if (first.settled && second.settled) expect(second.strength(id)).toBeCloseTo(first.strength(id), 6)
        }
        expect(second.settled).toBe(first.settled)
      }),
    )
  })

  test('more support never weakens, more attack never strengthens, strengths stay within 0 and 1', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(unit, unit, fc.double({ min: -5, max: 5, noNaN: true }), (base, extra, energy) => {
        const now = combine(base, energy)
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(1)
        expect(combine(base, energy + extra)).toBeGreaterThanOrEqual(now - 1e-12)
        expect(combine(base, energy - extra)).toBeLessThanOrEqual(now + 1e-12)
        expect(combine(1 - base, -energy)).toBeCloseTo(1 - now, 12)
      }),
    )
  })
})
