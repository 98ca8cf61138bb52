/**
 * The quadratic energy model of Potyka (2018, "Continuous Dynamical Systems for Weighted Bipolar Argumentation", KR): a
 * gradual semantics for graphs of supports and attacks. A node starts at its base score; the strengths of its supporters
 * less those of its attackers are its energy E, and h(E) = max(E, 0)² / (1 + max(E, 0)²) moves it towards 1 or, for
 * negative energy, towards 0.
 *
 * Chosen over DF-QuAD (Rago, Toni, Aurisicchio & Baroni 2016, KR): there one attacker of strength 1 cancels any number of
 * supporters, and many middling ones soon saturate; here every further argument still counts (open-mindedness), supports
 * and attacks weigh the same (duality), and the strengths of cyclic graphs are defined as the rest point of a dynamical
 * system.
 *
 * Undercuts are attacks on links, as in recursive attack graphs (Baroni, Cerutti, Giacomin & Guida 2011, AFRA): each link
 * is a node of its own that starts at its weight and may be attacked, and what it passes on is multiplied by its strength
 * (weighted relations as in Amgoud & Doder 2019). Without undercuts and with all weights 1 this is the model of the paper.
 */

export interface WeighedNode {
  id: string
  /** Where its strength starts, 0 to 1. */
  base: number
}

/** `to` is a node, or another link (an attack on the step it stands for). */
export interface WeighedLink {
  id: string
  from: string
  to: string
  sign: 1 | -1
  /** How sure the link is, 0 to 1. */
  weight: number
}

export interface Settled {
  /** Of nodes and links, by id. */
  strength(id: string): number
  /** False where links run in circles and the strengths did not come to rest. */
  settled: boolean
  /** Strengths that change by at least `least` when one node is held at `value`. */
  whatIf(id: string, value: number, least: number): Map<string, number>
}

/** Largest distance from rest that counts as rest. */
const REST = 1e-9
/** Rounds and step sizes tried on a circle, larger steps first. */
const ROUNDS: [number, number][] = [
  [200, 1],
  [1000, 0.5],
  [4000, 0.1],
]
/** Nodes looked at again in one `whatIf` at most; only tightly wound circles come near. */
const MOST_STEPS = 20_000

export function combine(base: number, energy: number): number {
  const square = energy * energy
  const moved = square / (1 + square)
  return energy >= 0 ? base + (1 - base) * moved : base - base * moved
}

/** Links whose ends are not there are ignored. */
export function settle(nodes: WeighedNode[], links: WeighedLink[]): Settled {
  const indexes = new Map([...nodes, ...links].map((part, index) => [part.id, index]))
  const size = nodes.length + links.length
  const base = Float64Array.from([...nodes.map((node) => node.base), ...links.map((link) => link.weight)])
  const inputs: { source: number; gate: number; sign: number }[][] = Array.from({ length: size }, () => [])
  const outputs: number[][] = Array.from({ length: size }, () => [])
  for (const link of links) {
    const source = indexes.get(link.from)
    const target = indexes.get(link.to)
    const gate = indexes.get(link.id) as number
    if (source === undefined || target === undefined) continue
    inputs[target]?.push({ source, gate, sign: link.sign })
    outputs[source]?.push(target)
    outputs[gate]?.push(target)
  }

  const evaluate = (index: number, strength: Float64Array): number => {
    let energy = 0
    for (const { source, gate, sign } of inputs[index] ?? []) {
      energy += sign * (strength[source] as number) * (strength[gate] as number)
    }
    return combine(base[index] as number, energy)
  }

  const strength = base.slice()
  const rank = new Int32Array(size)
  let settled = true
  components(size, outputs).forEach((component, order) => {
    for (const index of component) rank[index] = order
    const first = component[0] as number
    const circle = component.length > 1 || outputs[first]?.includes(first) === true
    if (!circle) strength[first] = evaluate(first, strength)
    else if (!comeToRest(component, strength, evaluate)) settled = false
  })

  return {
    settled,
    strength: (id) => strength[indexes.get(id) ?? -1] ?? 0,
    whatIf(id, value, least) {
      const start = indexes.get(id)
      if (start === undefined) return new Map()
      const before = propagate(start, value, strength, outputs, rank, evaluate, least)
      const changed = new Map<string, number>()
      for (const [index, old] of before) {
        const now = strength[index] as number
        const part = nodes[index]
        if (part !== undefined && Math.abs(now - old) >= least) changed.set(part.id, now)
        strength[index] = old
      }
      return changed
    },
  }
}

/** Euler steps on dσ/dt = f(σ) − σ from the base scores; false when no step size comes to rest. */
function comeToRest(
  component: number[],
  strength: Float64Array,
  evaluate: (index: number, strength: Float64Array) => number,
): boolean {
  for (const [rounds, step] of ROUNDS) {
    for (let round = 0; round < rounds; round++) {
      const next = component.map((index) => evaluate(index, strength))
      let away = 0
      component.forEach((index, at) => {
        const move = (next[at] as number) - (strength[index] as number)
        away = Math.max(away, Math.abs(move))
        strength[index] = (strength[index] as number) + step * move
      })
      if (away < REST) return true
    }
  }
  return false
}

/**
 * Holds one node at a value and brings what is downstream of it up to date in `strength`, in order of dependence. Returns
 * what the changed nodes had before, for the caller to put back.
 */
function propagate(
  start: number,
  value: number,
  strength: Float64Array,
  outputs: number[][],
  rank: Int32Array,
  evaluate: (index: number, strength: Float64Array) => number,
  least: number,
): Map<number, number> {
  const before = new Map([[start, strength[start] as number]])
  strength[start] = value
  const waiting = new Set(outputs[start])
  for (let steps = 0; waiting.size > 0 && steps < MOST_STEPS; steps++) {
    let index = -1
    for (const other of waiting) if (index < 0 || (rank[other] as number) < (rank[index] as number)) index = other
    waiting.delete(index)
    if (index === start) continue
    const old = strength[index] as number
    const now = evaluate(index, strength)
    if (Math.abs(now - old) < least / 10) continue
    if (!before.has(index)) before.set(index, old)
    strength[index] = now
    for (const next of outputs[index] ?? []) waiting.add(next)
  }
  return before
}

/** Strongly connected components, those that others depend on first (Tarjan 1972, without recursion). */
function components(size: number, outputs: number[][]): number[][] {
  const number = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const open = new Uint8Array(size)
  const stack: number[] = []
  const found: number[][] = []
  let count = 0
  for (let root = 0; root < size; root++) {
    if (number[root] !== -1) continue
    const path: { node: number; edge: number }[] = [{ node: root, edge: 0 }]
    while (path.length > 0) {
      const frame = path[path.length - 1] as { node: number; edge: number }
      const { node } = frame
      if (number[node] === -1) {
        number[node] = low[node] = count++
        stack.push(node)
        open[node] = 1
      }
      const next = outputs[node]?.[frame.edge++]
      if (next !== undefined) {
        if (number[next] === -1) path.push({ node: next, edge: 0 })
        else if (open[next] === 1) low[node] = Math.min(low[node] as number, number[next] as number)
        continue
      }
      path.pop()
      const parent = path[path.length - 1]
      if (parent !== undefined) low[parent.node] = Math.min(low[parent.node] as number, low[node] as number)
      if (low[node] === number[node]) found.push(closed(node, stack, open))
    }
  }
  return found.reverse()
}

function closed(root: number, stack: number[], open: Uint8Array): number[] {
  const component: number[] = []
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    open[node] = 0
    component.push(node)
    if (node === root) break
  }
  return component
}
