/** The tree the map and the outline draw: issues, under them their claims, with everything a card says worked out once. */
import type { FoundClaim } from '../../shared/api.ts'
import type { Claim, Debate, Link, Reply, Standing } from '../../shared/debate.ts'
import type { EvidenceType } from '../../shared/findings.ts'
import { weights } from '../../shared/weight.ts'

/** What a node is to its parent. `answers` is a reply to a post of which no claim is known to be meant. */
export type Relation =
  | 'issue'
  | 'for'
  | 'against'
  | 'position'
  | 'supports'
  | 'rebuts'
  | 'undercuts'
  | 'answers'
  | 'alone'

/** How a node looks: by relation, but evidence always looks like evidence. */
export type Tone = 'issue' | 'support' | 'rebut' | 'undercut' | 'evidence' | 'neutral'

export interface ArgumentNode {
  id: string
  kind: 'issue' | 'claim' | 'evidence'
  relation: Relation
  tone: Tone
  /** Empty for an issue nobody named and for the group of claims that stand alone. */
  text: string
  headline: string
  parent: string | null
  /** What supports first, then what answers, each by weight. */
  children: string[]
  times: number
  people: number
  /** Direct children of each kind. */
  count: { supports: number; rebuts: number; undercuts: number; evidence: number; answers: number }
  /** Claims and evidence in this branch, itself included (an issue does not count itself). */
  size: number
  /** Orders siblings, see shared/weight.ts. */
  weight: number
  standing: Standing | null
  evidenceType: EvidenceType | null
  sourced: boolean
  /** What places it under its parent. */
  link: Link | null
  reply: Reply | null
  /** For an undercut: the claim whose link it attacks. */
  attacks: string | null
}

export interface Argument {
  nodes: ReadonlyMap<string, ArgumentNode>
  /** Issues, the group of claims that stand alone last. */
  roots: string[]
  /** Claims and evidence together. */
  claims: number
}

/** Id of the group under which claims without a place hang. */
export const ALONE = 'alone'

export const EMPTY: Argument = { nodes: new Map(), roots: [], claims: 0 }

/** The tree of a finished debate. Every claim is in it exactly once, whatever the places say. */
export function argumentOf(debate: Debate): Argument {
  const links = new Map(debate.links.map((link) => [link.id, link]))
  const replies = new Map(debate.replies.map((reply) => [reply.id, reply]))
  const stances = new Map(
    debate.issues.flatMap((issue) => issue.positions.map((position) => [position.claimId, position.stance] as const)),
  )
  const weightOf = weights(debate)
  const nodes = new Map<string, ArgumentNode>()
  for (const issue of debate.issues) nodes.set(issue.id, issueNode(issue.id, issue.question))
  for (const claim of debate.claims) {
    const link = claim.place.by === null ? null : (links.get(claim.place.by) ?? null)
    const reply = claim.place.by === null ? null : (replies.get(claim.place.by) ?? null)
    const attacked = link?.type === 'undercuts' ? links.get(link.to) : undefined
    nodes.set(claim.id, {
      ...bare(claim.id, claim.kind, claim.statement),
      headline: claim.headline,
      relation: relationOf(claim, link, stances.get(claim.id) ?? null),
      parent: attacked?.from ?? claim.place.parent,
      times: claim.posts,
      people: claim.people,
      weight: weightOf.get(claim.id) ?? 0,
      standing: claim.standing,
      evidenceType: claim.evidenceType,
      sourced: claim.sourceUrls.length > 0,
      link,
      reply,
      attacks: attacked?.from ?? null,
    })
  }
  return grown(
    nodes,
    debate.issues.map((issue) => issue.id),
  )
}

/** The tree of what was found so far: relations inside one batch are known, everything else is a claim on its own. */
export function argumentOfFound(found: FoundClaim[], title: string): Argument {
  const nodes = new Map<string, ArgumentNode>()
  if (found.length > 0) nodes.set('issue', issueNode('issue', title))
  for (const claim of found) {
    nodes.set(claim.id, {
      ...bare(claim.id, claim.kind, claim.statement),
      relation: claim.to?.type ?? 'position',
      parent: claim.to?.id ?? 'issue',
      times: 1,
      people: 1,
      weight: 1,
      attacks: claim.to?.type === 'undercuts' ? claim.to.id : null,
    })
  }
  return grown(nodes, found.length > 0 ? ['issue'] : [])
}

/** The argument with only one branch, as its own map; the whole one when there is no such node. */
export function branchOf(argument: Argument, id: string | null): Argument {
  const root = id === null ? undefined : argument.nodes.get(id)
  if (root === undefined) return argument
  return { nodes: argument.nodes, roots: [root.id], claims: root.size }
}

/** Ids of a branch: of its root and everything below that. */
export function idsBelow(argument: Argument, root: string): Set<string> {
  const ids = new Set([root])
  for (const id of ids) for (const child of argument.nodes.get(id)?.children ?? []) ids.add(child)
  return ids
}

/** Ids from just below the root down to the node's parent, outermost first. */
export function pathTo(argument: Argument, id: string): string[] {
  const path: string[] = []
  for (let at = argument.nodes.get(id)?.parent ?? null; at !== null; at = argument.nodes.get(at)?.parent ?? null) {
    path.unshift(at)
  }
  return path
}

function bare(id: string, kind: ArgumentNode['kind'], text: string): ArgumentNode {
  return {
    id,
    kind,
    relation: 'alone',
    tone: 'neutral',
    text,
    headline: text.length > 40 ? `${text.slice(0, 39)}…` : text,
    parent: null,
    children: [],
    times: 0,
    people: 0,
    count: { supports: 0, rebuts: 0, undercuts: 0, evidence: 0, answers: 0 },
    size: kind === 'issue' ? 0 : 1,
    weight: 0,
    standing: null,
    evidenceType: null,
    sourced: false,
    link: null,
    reply: null,
    attacks: null,
  }
}

function issueNode(id: string, question: string): ArgumentNode {
  return { ...bare(id, 'issue', question), relation: 'issue', tone: 'issue' }
}

function relationOf(claim: Claim, link: Link | null, stance: 'for' | 'against' | null): Relation {
  if (link !== null) return link.type
  if (claim.place.via === 'reply') return 'answers'
  if (claim.place.via === 'position') return stance ?? 'position'
  return 'alone'
}

function toneOf(node: ArgumentNode): Tone {
  if (node.kind === 'evidence') return 'evidence'
  if (node.relation === 'for' || node.relation === 'supports') return 'support'
  if (node.relation === 'against' || node.relation === 'rebuts') return 'rebut'
  if (node.relation === 'undercuts') return 'undercut'
  return node.kind === 'issue' ? 'issue' : 'neutral'
}

const ORDER: Record<Relation, number> = {
  issue: 0,
  for: 0,
  supports: 0,
  rebuts: 2,
  against: 2,
  position: 3,
  undercuts: 3,
  answers: 4,
  alone: 5,
}

/** Hangs children on parents, breaks circles, counts and orders; `nodes` is filled in place and owned by the result. */
function grown(nodes: Map<string, ArgumentNode>, roots: string[]): Argument {
  const kept = new Set(roots)
  for (const node of nodes.values()) {
    if (!kept.has(node.id) && (node.parent === null || !nodes.has(node.parent) || circular(nodes, node))) {
      node.parent = ALONE
    }
    node.tone = toneOf(node)
  }
  const loose = [...nodes.values()].filter((node) => node.parent === ALONE)
  if (loose.length > 0) nodes.set(ALONE, issueNode(ALONE, ''))
  for (const node of nodes.values())
    if (node.parent !== null) (nodes.get(node.parent) as ArgumentNode).children.push(node.id)
  const all = loose.length > 0 ? [...roots, ALONE] : roots
  for (const root of all) weigh(nodes, root)
  return { nodes, roots: all, claims: nodes.size - all.length }
}

function circular(nodes: Map<string, ArgumentNode>, node: ArgumentNode): boolean {
  const seen = new Set<string>([node.id])
  for (let at = node.parent; at !== null; at = nodes.get(at)?.parent ?? null) {
    if (seen.has(at)) return at === node.id
    seen.add(at)
  }
  return false
}

/** Post-order without recursion: debates may be as deep as their longest exchange. */
function weigh(nodes: Map<string, ArgumentNode>, root: string): void {
  const order: ArgumentNode[] = []
  const open = [nodes.get(root) as ArgumentNode]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    order.push(node)
    for (const child of node.children) open.push(nodes.get(child) as ArgumentNode)
  }
  for (const node of order.reverse()) {
    const children = node.children.map((id) => nodes.get(id) as ArgumentNode)
    for (const child of children) {
      if (child.kind === 'evidence') node.count.evidence += 1
      else if (child.tone === 'support') node.count.supports += 1
      else if (child.tone === 'rebut') node.count.rebuts += 1
      else if (child.tone === 'undercut') node.count.undercuts += 1
      else node.count.answers += 1
      node.size += child.size
      if (node.kind === 'issue') node.weight += child.weight
    }
    children.sort((a, b) => place(a) - place(b) || b.weight - a.weight)
    node.children = children.map((child) => child.id)
  }
}

/** Evidence stands right after what supports, so that reasons and their ground are read together. */
function place(node: ArgumentNode): number {
  return ORDER[node.relation] + (node.kind === 'evidence' ? 0.5 : 0)
}
