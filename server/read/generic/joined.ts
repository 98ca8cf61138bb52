/** Families that are one: posts dressed in two ways, such as questions and answers. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { nearestAbove } from '../select.ts'
import { isFurniture, isQuiet } from './furniture.ts'
import { nameIn, ownElements, timeIn, withHead } from './heads.ts'
import { type Budget, LEAST_WORDS, lookAt } from './looks.ts'

/** Elements of one name, and how much they look like posts. */
export interface Scored {
  kin: string
  members: Element[]
  score: number
}

/** Families that are tried together, of those that look most like comments. */
const MOST_JOINED = 8
/** A kind that answers another one by its name. */
const ANSWERING = /repl(?:y|ies)|answer|antwort|respon[sc]e|(?:^|[.#_-])(?:a|ans|child)(?=$|[.#_-])/i

interface Joined extends Scored {
  /** Members of the kind that answers the other one. */
  answering: Set<Element>
}

/**
 * Posts may be dressed in two ways, those that answer otherwise than what they answer. Two families are one where all members
 * of both have their own words, name and time, and answers stand after what they answer.
 */
export function joined(
  best: Scored,
  scored: Scored[],
  budget: Budget,
  scoreOf: (one: Scored, other: Scored, members: Element[]) => number,
): Joined {
  const alone = { ...best, answering: new Set<Element>() }
  const tried = scored.toSorted((a, b) => b.score - a.score).slice(0, MOST_JOINED)
  let found: Joined = alone
  for (const [at, one] of tried.entries()) {
    for (const other of tried.slice(at + 1)) {
      const parts = [one, other].map(({ members }) => members)
      const family = new Set(parts.flat())
      if (family.size < one.members.length + other.members.length || budget.nodes < 0) continue
      if (!parts.every((members) => areWhole(members, family, budget))) continue
      const members = inOrder([...family])
      const score = scoreOf(one, other, members)
      if (score <= Math.max(found.score, best.score) * (other.members.length === 1 ? 1 : 1.1)) continue
      const [first, second] = [one, other].map(({ kin }) => ANSWERING.test(kin))
      const answering = first === second ? [] : second ? other.members : one.members
      found = { kin: one.kin, members, score, answering: new Set(answering) }
    }
  }
  return found
}

/** Whether nearly all of `members` have a name, a time and words of their own, and those before whatever stands in them. */
function areWhole(members: Element[], family: Set<Element>, budget: Budget): boolean {
  const step = Math.ceil(members.length / 20)
  const sample = members.filter((_, index) => index % step === 0)
  const whole = sample.filter((member) => {
    // The line above what stands in a post is that of the post.
    const isInside = nearestAbove(member, (above) => family.has(above)) !== null
    const own = isInside ? ownElements(member, family) : withHead(member, family)
    const name = nameIn(member, own)
    const words = (lookAt(member, family, budget, isQuiet)?.words ?? 0) - (name?.length ?? 0)
    return name !== null && words >= LEAST_WORDS && timeIn(member, own).seen && !beginsWithAnswer(member, family)
  })
  return whole.length > sample.length * 0.8
}

/** Whether the first words in `member` are those of another post. */
function beginsWithAnswer(member: Element, family: Set<Element>): boolean {
  let words = 0
  const todo: AnyNode[] = member.children.toReversed()
  for (let node = todo.pop(); node !== undefined && words < LEAST_WORDS; node = todo.pop()) {
    if (isText(node)) words += node.data.trim().length
    else if (isTag(node)) {
      if (family.has(node)) return true
      if (!isFurniture(node))
        for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
    }
  }
  return false
}

/** In the order of the page: by the places of the elements around them, the outermost first. */
function inOrder(members: Element[]): Element[] {
  const family = new Set(members)
  let root: AnyNode | null = members[0] ?? null
  while (root?.parent != null) root = root.parent
  const found: Element[] = []
  const todo: AnyNode[] = root === null ? [] : [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isTag(node) && family.has(node)) found.push(node)
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
  }
  return found
}
