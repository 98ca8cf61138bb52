/** What is in an element: how many words, how many of them links, and whether it begins with a title that leads elsewhere. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { textIn } from '../page.ts'
import { isFurniture } from './furniture.ts'
import { isTime } from './heads.ts'

/** Nodes looked at in all while families are weighed, and of one member: tangled pages would take minutes otherwise. */
export const MOST_LOOKS = 600_000
const MOST_NODES = 5000
/** A comment says more than a button does. */
export const LEAST_WORDS = 12
export interface Look {
  words: number
  linked: number
  heading: boolean
}

/** What may still be looked at. */
export interface Budget {
  nodes: number
}

const TITLE_WORDS = 4

function leadsAway({ name, attribs: { href = '' } }: Element): boolean {
  return name === 'a' && href !== '' && !href.startsWith('#')
}

/** How many characters stand in `member` itself, how many of them are links, and whether a heading leads elsewhere. Null for a member too large to be a comment. */
export function lookAt(
  member: Element,
  family: Set<Element>,
  budget: Budget,
  out: (element: Element) => boolean = isFurniture,
): Look | null {
  const look = { words: 0, linked: 0, heading: false }
  let nodes = 0
  // Cards are links as a whole; posts never are.
  const inLink = member.parent !== null && isTag(member.parent) && leadsAway(member.parent)
  const todo: { node: AnyNode; linked: boolean; heading: boolean }[] = [
    { node: member, linked: inLink, heading: inLink },
  ]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node, linked, heading } = next
    budget.nodes--
    if (++nodes > MOST_NODES || budget.nodes < 0) return null
    if (isText(node)) {
      const said = node.data.replace(/\s+/g, ' ').trim()
      const { length } = said
      // What begins with a link of several words begins with a title; names are shorter.
      if (look.words === 0 && linked && said.split(' ').length >= TITLE_WORDS) look.heading = true
      look.words += length
      if (linked) look.linked += length
      if (linked && heading && length > 15) look.heading = true
    } else if (isTag(node) && (node === member || (!family.has(node) && !out(node) && !isTime(node)))) {
      const away = leadsAway(node)
      for (let at = node.children.length - 1; at >= 0; at--) {
        todo.push({
          node: node.children[at] as AnyNode,
          linked: linked || away,
          heading: heading || /^h[1-6]$/.test(node.name),
        })
      }
    }
  }
  return look
}

/** Whether a title that leads elsewhere stands before `member`, beside it. */
export function isTeaser(member: Element, family: Set<Element>): boolean {
  for (let before = member.prev; before !== null; before = before.prev) {
    if (!isTag(before)) continue
    if (family.has(before)) return false
    const link = /^h[1-6]$/.test(before.name) ? before.children.find(isTag) : before
    if (link !== undefined && leadsAway(link) && (textIn(link) ?? '').split(' ').length >= TITLE_WORDS) return true
  }
  return false
}
