import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Debate } from '../../shared/debate.ts'
import {
  ALONE,
  type Argument,
  type ArgumentNode,
  argumentOf,
  argumentOfFound,
  branchOf,
  pathTo,
} from '../../web/graph/argument.ts'
import { firstLook, fit, reveal } from '../../web/graph/camera.ts'
import { cardSize, linesOf } from '../../web/graph/card.ts'
import { elementsOf } from '../../web/graph/elements.ts'
import { BEND, cardAt, lineAt } from '../../web/graph/hit.ts'
import { icicle } from '../../web/graph/icicle.ts'
import { firstLookAt, mainPointInHand } from '../../web/graph/first.ts'
import { flat, MOST, ranked, seen } from '../../web/graph/open.ts'
import { wayUp } from '../../web/graph/lines.ts'
import { GAPS } from '../../web/graph/place.ts'
import { onScreen, screenOf, treeFor } from '../../web/graph/room.ts'
import { held, type Point, sceneOf } from '../../web/graph/scene.ts'
import { type Box, tidy } from '../../web/graph/tidy.ts'
import { SHAPES, shapedDebate } from './shapes.ts'
import { syntheticDebate } from './synthetic.ts'

/** As if every character were seven pixels wide. */
const measure = (text: string): number => text.length * 7
const debate = syntheticDebate(300)
const argument = argumentOf(debate)

test('the heaviest points of each side are among the first shown, however many heavier ones take no side', () => {
  const root = argument.nodes.get(argument.roots[0] as string) as ArgumentNode
  const points = Array.from({ length: 20 }, (_, at): ArgumentNode => {
    const relation = at === 17 ? 'against' : at === 18 ? 'for' : 'position'
    return { ...root, id: `p${at}`, kind: 'claim', relation, parent: root.id, children: [], weight: 20 - at }
  })
  const issue = { ...root, children: points.map(({ id }) => id) }
  const many: Argument = {
    nodes: new Map([issue, ...points].map((one) => [one.id, one])),
    roots: [root.id],
    claims: 20,
  }
  const shown = seen(many, new Set([root.id]))[0]?.children.map(({ node }) => node.id)
  expect(shown).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p17', 'p18'])
})

test('what is no main point comes after all that are, however heavy', () => {
  const root = argument.nodes.get(argument.roots[0] as string) as ArgumentNode
  const points = Array.from({ length: 20 }, (_, at): ArgumentNode => {
    const relation = at < 10 ? 'alone' : 'position'
    return { ...root, id: `p${at}`, kind: 'claim', relation, parent: root.id, children: [], weight: 20 - at }
  })
  const issue = { ...root, children: points.map(({ id }) => id) }
  const many: Argument = {
    nodes: new Map([issue, ...points].map((one) => [one.id, one])),
    roots: [root.id],
    claims: 20,
  }
  const shown = seen(many, new Set([root.id]))[0]?.children.map(({ node }) => node.relation)
  expect(shown).toEqual(Array.from({ length: 9 }, () => 'position'))
})

test('synthetic debates are valid, and their mentions are the words at their offsets', () => {
  expect(Debate.safeParse(debate).error).toBeUndefined()
  const posts = new Map(debate.threads.flatMap((thread) => thread.posts.map((post) => [post.id, post.text])))
  for (const claim of debate.claims) {
    for (const { postId, start, end } of claim.mentions)
      expect(posts.get(postId)?.slice(start, end)).toBe(claim.statement)
  }
})

describe('the tree of the argument', () => {
  test('holds every claim exactly once below an issue', () => {
    const found: string[] = []
    const visit = (id: string): void => {
      found.push(id)
      argument.nodes.get(id)?.children.forEach(visit)
    }
    argument.roots.forEach(visit)
    const expected = [...debate.issues.map((issue) => issue.id), ...debate.claims.map((claim) => claim.id)]
    expect(found.sort()).toEqual(expected.sort())
    expect(argument.claims).toBe(debate.claims.length)
  })

  test('puts claims without a place, and claims that hang on each other in a circle, in a group of their own', () => {
    const small = syntheticDebate(12)
    const [first, second, third] = small.claims.slice(-3) as [
      (typeof small.claims)[0],
      (typeof small.claims)[0],
      (typeof small.claims)[0],
    ]
    first.place = { parent: second.id, via: 'link', by: null }
    second.place = { parent: first.id, via: 'link', by: null }
    third.place = { parent: null, via: 'none', by: null }
    const tree = argumentOf(small)
    expect(tree.roots).toEqual(['issue', ALONE])
    expect(tree.nodes.get(ALONE)?.children).toContain(third.id)
    expect(tree.claims).toBe(12)
    expect(tree.roots.reduce((sum, root) => sum + (tree.nodes.get(root)?.size ?? 0), 0)).toBe(12)
  })

  test('hangs an undercut on the claim whose link it attacks', () => {
    const undercuts = debate.links.filter((link) => link.type === 'undercuts')
    expect(undercuts.length).toBeGreaterThan(0)
    for (const link of undercuts) {
      const attacked = debate.links.find((other) => other.id === link.to)
      expect(argument.nodes.get(link.from)).toMatchObject({
        parent: attacked?.from,
        attacks: attacked?.from,
        relation: 'undercuts',
      })
    }
  })

  test('counts what each branch holds', () => {
    const main = argument.nodes.get(argument.nodes.get('issue')?.children[0] as string)
    const below = (id: string): number =>
      (argument.nodes.get(id)?.children ?? []).reduce((sum, child) => sum + below(child), 1)
    expect(main?.size).toBe(below(main?.id as string))
  })

  test('knows the relations of claims found so far', () => {
    const tree = argumentOfFound(
      [
        { id: 'a', kind: 'claim', statement: 'It is dear.', postId: '1', author: null, to: null },
        {
          id: 'b',
          kind: 'evidence',
          statement: 'It cost 5.',
          postId: '1',
          author: null,
          to: { id: 'a', type: 'supports' },
        },
        { id: 'c', kind: 'claim', statement: 'Not so.', postId: '2', author: null, to: { id: 'gone', type: 'rebuts' } },
      ],
      'Dear?',
    )
    expect(tree.nodes.get('a')?.children).toEqual(['b'])
    expect(tree.nodes.get('b')?.tone).toBe('evidence')
    expect(tree.nodes.get('c')?.parent).toBe(ALONE)
  })

  test('tells the path to a claim', () => {
    const leaf = debate.claims.at(-1)?.id as string
    const path = pathTo(argument, leaf)
    expect(path[0]).toBe('issue')
    expect(argument.nodes.get(path.at(-1) as string)?.children).toContain(leaf)
  })
})

describe('what is open', () => {
  test('at first: about as many cards as a screen holds, no column longer than a screen', () => {
    for (const size of [20, 60, 300, 3000]) {
      const tree = argumentOf(syntheticDebate(size))
      const cards = flat(seen(tree, firstLookAt(tree).open)).filter((row) => row.node.kind !== 'issue')
      expect(cards.length, `of ${size}`).toBeGreaterThanOrEqual(Math.min(size, 12))
      expect(cards.length, `of ${size}`).toBeLessThanOrEqual(26)
    }
  })

  test('shows at most the cap, cutting the depths and telling what is held back', () => {
    const tree = argumentOf(syntheticDebate(3000))
    const all = new Set([...tree.nodes.keys()].map((id) => `${id}*`))
    const rows = flat(seen(tree, all))
    expect(rows).toHaveLength(MOST)
    for (const row of rows) expect(row.children.length + row.held).toBe(row.open ? row.node.children.length : 0)
    expect(rows.filter((row) => row.node.parent === 'issue')).toHaveLength(
      tree.nodes.get('issue')?.children.length ?? 0,
    )
  })

  test('a filter shows only what passes with its ancestors, opened', () => {
    const leaf = debate.claims.at(-1)?.id as string
    const only = new Set([leaf, ...pathTo(argument, leaf)])
    const rows = flat(seen(argument, new Set(), only))
    expect(new Set(rows.map((row) => row.node.id))).toEqual(only)
  })

  test('a branch of its own has that branch as its root', () => {
    const main = argument.nodes.get('issue')?.children[0] as string
    expect(seen(branchOf(argument, main), new Set([main])).map((row) => row.node.id)).toEqual([main])
  })
})

describe('the first screen', () => {
  /** The map beside outline and inspector in a window of 1440 by 900 pixels; toolbars cover its edges. */
  const view = { width: 849, height: 844 }
  const margins = { top: 50, right: 16, bottom: 64, left: 16 }
  const shapes = Object.entries(SHAPES).map(([name, hang]) => ({ name, shaped: shapedDebate(120, hang) }))

  test.each(shapes)('shows 18 claims in words that can be read: $name', ({ shaped }) => {
    const tree = argumentOf(shaped)
    const { open, plan } = firstLookAt(tree, view)
    const whole = sceneOf(seen(tree, open, null, plan.limits), measure, shaped.links, null, 'wide', plan)
    const camera = firstLook(whole, view, margins)
    const readable = whole.cards.filter((card) => {
      const right = (card.x + card.width) * camera.zoom + camera.x
      const bottom = (card.y + card.height) * camera.zoom + camera.y
      return card.seen.node.kind !== 'issue' && right <= view.width && bottom <= (right > 570 ? 780 : view.height)
    })
    expect(camera.zoom * 13).toBeGreaterThanOrEqual(12)
    expect(readable.length).toBeGreaterThanOrEqual(18)
    expect(readable.filter((card) => card.lines < 3 && card.seen.node.text.length > 90)).toEqual([])
  })

  test.each(shapes)('gives up no main points for one more reply on a small screen: $name', ({ shaped }) => {
    const tree = argumentOf(shaped)
    const small = { width: 708, height: 664 }
    const { open, plan } = firstLookAt(tree, small)
    const trees = tree.roots.map((root) => treeFor(tree, root, open, plan))
    const points = Math.max(...tree.roots.map((root) => tree.nodes.get(root)?.children.length ?? 0))
    expect(onScreen(tree, trees, screenOf(small)).main).toBeGreaterThanOrEqual(Math.min(points, 4))
  })

  test('shares the screen between several issues, with the point in hand on it', () => {
    const several = shapedDebate(30, () => null)
    const [first] = several.issues as [Debate['issues'][0]]
    several.issues = [0, 1, 2, 3].map((at) => ({ ...first, id: `issue${at}`, positions: [] }))
    several.claims = several.claims.map((claim, at) => {
      const issue = several.issues[at % 4] as Debate['issues'][0]
      issue.positions.push({ claimId: claim.id, stance: 'for' })
      return { ...claim, place: { parent: issue.id, via: 'position', by: null } }
    })
    const tree = argumentOf(several)
    const look = firstLookAt(tree, view)
    const trees = tree.roots.map((root) => treeFor(tree, root, look.open, look.plan))
    const { ids } = onScreen(tree, trees, screenOf(view))
    expect(ids.size).toBeGreaterThanOrEqual(16)
    expect(new Set([...ids].map((id) => tree.nodes.get(id)?.parent)).size).toBeGreaterThan(1)
    expect(ids).toContain(mainPointInHand(tree, look)?.id)
  })

  test.each(shapes)('the point in hand is the one that a first look opens: $name', ({ shaped }) => {
    const tree = argumentOf(shaped)
    const root = tree.nodes.get(tree.roots[0] as string) as ArgumentNode
    const { plan } = firstLookAt(tree, view)
    for (const id of ranked(tree, root, plan.limits).slice(0, 4))
      expect(mainPointInHand(tree, { open: new Set([root.id, id]), plan })?.id).toBe(id)
  })

  test.each(shapes)('no two cards overlap, and every link ends at its card: $name', ({ shaped }) => {
    const tree = argumentOf(shaped)
    const { open, plan } = firstLookAt(tree, view)
    const { cards, lines } = sceneOf(seen(tree, open, null, plan.limits), measure, [], null, 'wide', plan)
    cards.forEach((a, at) => {
      for (const b of cards.slice(at + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart, `${a.id} ${b.id}`).toBe(true)
      }
    })
    const byId = new Map(cards.map((card) => [card.id, card]))
    for (const { from, to, kind, points } of lines) {
      const [start, turn, ...rest] = points
      // A sibling draws the rest of the way.
      const whole = rest.length > 0 || kind === 'link' ? [[to, rest.at(-1) ?? turn]] : []
      const ends = [[from, start], ...whole]
      for (const [id, { x, y }] of ends as [string, Point][]) {
        const card = byId.get(id)
        if (card === undefined) continue
        expect(
          x >= card.x && x <= card.x + card.width && y >= card.y && y <= card.y + card.height,
          `${kind} ${id}`,
        ).toBe(true)
      }
    }
  })
})

interface Shape {
  height: number
  children: Shape[]
}

function boxOf(shape: Shape, id: string): Box {
  const children = shape.children.map((child, at) => boxOf(child, `${id}.${at}`))
  return { id, width: GAPS.column, height: shape.height, children }
}

describe('the tidy tree', () => {
  const tree: fc.Memo<Shape> = fc.memo((depth) =>
    fc.record({
      height: fc.integer({ min: 20, max: 160 }),
      children: depth > 1 ? fc.array(tree(depth - 1), { maxLength: 3 }) : fc.constant<Shape[]>([]),
    }),
  )
  const trees = fc
    .array(tree(4), { minLength: 1, maxLength: 4 })
    .map((roots) => roots.map((root, at) => boxOf(root, `${at}`)))

  test('no two boxes overlap, children stand right of their parent and not above its first sibling, order is kept', () => {
    fc.assert(
      fc.property(trees, (roots) => {
        const placed = tidy(roots, GAPS)
        const byId = new Map(placed.map((box) => [box.id, box]))
        placed.forEach((a, at) => {
          for (const b of placed.slice(at + 1)) {
            const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
            expect(apart, `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(true)
          }
        })
        const check = (boxes: Box[], left: number, top: number): void => {
          let above = Number.NEGATIVE_INFINITY
          for (const box of boxes) {
            const { x, y } = byId.get(box.id) as { x: number; y: number }
            expect(x).toBeGreaterThan(left)
            expect(y).toBeGreaterThanOrEqual(top)
            expect(y).toBeGreaterThan(above)
            above = y
            check(box.children, x, byId.get(boxes[0]?.id as string)?.y ?? 0)
          }
        }
        check(roots, -1, 0)
      }),
    )
  })
})

describe('the scene', () => {
  const tops = seen(argument, firstLookAt(argument).open)
  const scene = sceneOf(tops, measure)

  test('has a card for every visible node', () => {
    expect(scene.cards.map((card) => card.id).sort()).toEqual(
      flat(tops)
        .map((row) => row.node.id)
        .sort(),
    )
  })

  test('a heading stands right above the first main point of its side, whatever is open above it', () => {
    const all = sceneOf(seen(argument, new Set(argument.nodes.keys())), measure)
    const headings = all.notes.filter((note) => note.kind !== 'more')
    expect(headings.map((note) => note.kind)).toEqual(['for', 'against'])
    for (const note of headings) {
      const first = all.cards.find((card) => card.seen.node.parent === note.of && card.y > note.y)
      expect(first?.seen.node.relation).toBe(note.kind)
      expect((first?.y ?? 0) - note.y).toBe(16 + GAPS.row)
    }
  })

  test('where there is little room an issue is hardly wider than a card, and its whole question still fits', () => {
    const [wide] = scene.cards
    const narrow = sceneOf(tops, measure, [], null, 'narrow').cards[0]
    expect(wide?.width).toBe(2 * GAPS.column + GAPS.columnGap + 26)
    expect(narrow?.width).toBe(300)
    expect(narrow?.lines).toBe(2)
  })

  test('every line starts at its card or joint and ends at the other', () => {
    const elements = elementsOf(scene)
    const nodes = new Set(elements.filter((element) => element.group === 'nodes').map((element) => element.data.id))
    const edges = elements.filter((element) => element.group === 'edges')
    expect(edges.length).toBeGreaterThan(10)
    for (const edge of edges) {
      expect(nodes.has(edge.data.source), edge.data.id).toBe(true)
      expect(nodes.has(edge.data.target), edge.data.id).toBe(true)
    }
  })

  test('from afar a claim is told by glyph and mark, not by colour alone', () => {
    const labels = new Map(elementsOf(scene).map((element) => [element.data.id, element.data['label'] as string]))
    for (const { id, seen } of scene.cards) {
      const { tone, standing } = seen.node
      const glyph = { support: '+ ', rebut: '− ', undercut: '◇ ', evidence: '≡ ', neutral: '', issue: '' }[tone]
      expect(labels.get(id)?.startsWith(glyph), labels.get(id)).toBe(true)
      expect(labels.get(id)?.endsWith('◐')).toBe(standing?.label === 'contested')
    }
  })

  test('an undercut ends on a joint on the link it attacks', () => {
    const link = debate.links.find((one) => one.type === 'undercuts')
    const path = pathTo(argument, link?.from as string)
    const opened = sceneOf(seen(argument, new Set(path.flatMap((id) => [id, `${id}*`]))), measure)
    const line = opened.lines.find((one) => one.id === `l:${link?.from}`)
    const joint = opened.joints.find((one) => one.id === line?.to)
    expect(line?.kind).toBe('undercut')
    expect(joint?.of).toBe(argument.nodes.get(link?.from as string)?.attacks)
  })

  test('opening a branch leaves the pressed card where it is', () => {
    const pressed = scene.cards.find(
      (card) => card.seen.node.kind === 'claim' && !card.seen.open && card.seen.node.children.length > 0,
    )
    const id = pressed?.id as string
    const after = held(sceneOf(seen(argument, new Set([...firstLookAt(argument).open, id])), measure), scene, id)
    const now = after.cards.find((card) => card.id === id)
    expect([now?.x, now?.y]).toEqual([pressed?.x, pressed?.y])
    expect(after.cards.length).toBeGreaterThan(scene.cards.length)
  })

  test('a point on a card finds it, a point on the own part of a link that link, others nothing', () => {
    for (const { id, x, y, width, height } of scene.cards) {
      expect(cardAt(scene, { x: x + width / 2, y: y + height / 2 })?.id).toBe(id)
      expect(cardAt(scene, { x: x - 3, y: y + height / 2 })).toBeNull()
    }
    const links = scene.lines.filter((line) => line.kind === 'link' || line.kind === 'stub')
    expect(links.length).toBeGreaterThan(5)
    for (const { id, points } of links) {
      const [from, to] = points as [Point, Point]
      expect(lineAt(scene, { x: (from.x + to.x) / 2, y: from.y + 1 }, 3)?.id).toBe(id)
    }
    expect(lineAt(scene, { x: -100, y: -100 }, 7)).toBeNull()
  })

  test('a link across is found where it is drawn, bent', () => {
    const across = debate.links.find((link) => {
      const shown = new Set(scene.cards.map((card) => card.id))
      return argument.nodes.get(link.from)?.link?.id !== link.id && shown.has(link.from) && shown.has(link.to)
    })
    const from = scene.cards[1]?.id as string
    const to = scene.cards.at(-1)?.id as string
    const link = across ?? {
      ...(debate.links[0] as (typeof debate.links)[0]),
      id: 'across',
      from,
      to,
      type: 'supports',
    }
    const crossed = sceneOf(tops, measure, [link], link.from)
    const line = crossed.lines.find((one) => one.kind === 'cross')
    const [start, end] = [line?.points[0] as Point, line?.points.at(-1) as Point]
    const length = Math.hypot(end.x - start.x, end.y - start.y)
    const bent = {
      x: (start.x + end.x) / 2 - ((end.y - start.y) / length) * (BEND / 2),
      y: (start.y + end.y) / 2 + ((end.x - start.x) / length) * (BEND / 2),
    }
    expect(lineAt({ ...crossed, lines: line === undefined ? [] : [line] }, bent, 4)?.id).toBe(`x:${link.id}`)
  })

  test('the way up leads from a card to the one it answers', () => {
    const reply = scene.cards.find((card) => card.seen.node.relation === 'rebuts' && card.seen.node.parent !== null)
    const parent = scene.cards.find((card) => card.id === reply?.seen.node.parent)
    const way = wayUp(scene, reply?.id as string) as Point[]
    expect(way[0]?.x).toBe(reply?.x)
    expect(way.at(-1)?.x).toBe((parent?.x as number) + (parent?.width as number))
  })

  test('cards are as high as their lines', () => {
    const node = argument.nodes.get('c0') as NonNullable<ReturnType<typeof argument.nodes.get>>
    const one = cardSize({ ...node, text: 'Short.', children: [], times: 1, sourced: false }, measure)
    const two = cardSize(
      { ...node, text: 'Two lines of words that go on a bit.', children: [], times: 1, sourced: false },
      measure,
    )
    expect(two.height - one.height).toBe(18 * (two.lines - one.lines))
    expect(two.lines).toBe(2)
  })

  test('an opener beside a mark stands after the last words where there is room, else in a row of its own', () => {
    const node = {
      ...(argument.nodes.get('c0') as NonNullable<ReturnType<typeof argument.nodes.get>>),
      children: ['c1'],
      times: 1,
      sourced: false,
      count: { supports: 1, rebuts: 1, undercuts: 0, evidence: 0, answers: 0 },
      standing: { label: 'contested', strength: 0.5, noEvidence: false, unanswered: false } as const,
    }
    const short = { ...node, text: 'A short one.' }
    const full = { ...node, text: 'One line of words to the edge.' }
    const counted = { ...short, times: 3 }
    const unmarked = { ...full, standing: null }
    expect([short, full, counted, unmarked].map((one) => cardSize(one, measure).opener)).toEqual([
      'line',
      'foot',
      'foot',
      'kind',
    ])
    expect(cardSize(short, measure).height).toBeLessThan(cardSize(full, measure).height)
  })
})

test.each([
  ['one two', 100, 1],
  ['one two', 40, 2],
  ['', 100, 1],
  ['unbreakablelongword', 70, 2],
  ['a unbreakablelongword b', 70, 4],
])('%j at %i pixels takes %i lines', (text, width, lines) => {
  expect(linesOf(text, width, 'any', measure)).toBe(lines)
})

test('the tallest map, 300 cards below each other, can be seen whole', () => {
  const margins = { top: 66, right: 16, bottom: 64, left: 16 }
  const scene = { x: 0, y: 0, width: 850, height: 300 * 110 }
  const there = fit(scene, { width: 850, height: 844 }, margins)
  expect(there.y).toBeGreaterThanOrEqual(margins.top)
  expect(there.y + scene.height * there.zoom).toBeLessThanOrEqual(844 - margins.bottom)
})

test('a card brought into view stands clear of the overview in the corner', () => {
  const view = { width: 800, height: 600 }
  const margins = { top: 50, right: 16, bottom: 64, left: 16 }
  const corner = { width: 174, height: 176 }
  const camera = { x: 0, y: 0, zoom: 1 }
  const box = { x: 700, y: 900, width: 256, height: 80 }
  const there = reveal(camera, box, view, margins, corner)
  expect(box.x + box.width + there.x).toBe(view.width - margins.right)
  expect(box.y + box.height + there.y).toBe(view.height - corner.height)
  const left = reveal(camera, { ...box, x: 100 }, view, margins, corner)
  expect(box.y + box.height + left.y).toBe(view.height - margins.bottom)
})

test('the icicle is as wide as the debate, and children are as wide as their share', () => {
  const blocks = icicle(argument, 3)
  const top = blocks.filter((block) => block.depth === 0)
  expect(top[0]?.from).toBe(0)
  expect(top.at(-1)?.to).toBeCloseTo(1)
  for (const block of blocks) {
    if (block.depth === 0) continue
    const parent = blocks.find((other) => other.id === argument.nodes.get(block.id)?.parent)
    expect(block.from).toBeGreaterThanOrEqual((parent?.from ?? 0) - 1e-9)
    expect(block.to).toBeLessThanOrEqual((parent?.to ?? 1) + 1e-9)
  }
})
