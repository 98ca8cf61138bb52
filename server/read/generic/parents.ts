/** What the members of a family answer: by what a page says, by depth given in numbers, by indent, or by what stands in what. */
import { type AnyNode, type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { byDepth } from '../page.ts'
import { nearestAbove } from '../select.ts'

export interface Parent {
  id: string | null
  via: Post['parentVia']
}

const PARENTS = [
  'data-parent-id',
  'data-parent',
  'data-parentid',
  'data-reply-to',
  'data-in-reply-to',
  'data-parent-comment-id',
  'data-replyto',
]
const DEPTHS = ['data-depth', 'data-level', 'data-indent', 'data-nesting-level', 'aria-level', 'indent', 'depth']
const ANSWERS =
  /(?:^|[\s_-])(?:repl(?:y|ies)|answers|children|child|nested|sub-?comments?|indent(?:ed)?|responses|follow-?ups?|thread|comment-?tree|antworten)(?=$|[\s_-]|\d)/i

const digits = (text: string | undefined) => /\d[\da-f-]*$/i.exec(text ?? '')?.[0]

/** The member a comment names as the one it answers, by a number in an attribute or a link "in reply to". */
function named(member: Element, own: Element[], byNumber: Map<string, Element>): Element | null {
  const given = PARENTS.map((name) => member.attribs[name]).find((one) => one !== undefined && one !== '')
  const link = own.find(
    ({ name, attribs }) =>
      name === 'a' &&
      /#/.test(attribs.href ?? '') &&
      /parent|in-?reply|reply-?to|answered/i.test(`${attribs.class ?? ''} ${attribs.rel ?? ''} ${attribs.title ?? ''}`),
  )
  for (const one of [given, link?.attribs.href]) {
    const found = byNumber.get(digits(one) ?? '')
    if (found !== undefined && found !== member) return found
  }
  return null
}

/** Depth in a number: an attribute, a class such as `depth-2`, a custom property of its style. */
function numbered({ attribs }: Element): number | null {
  const depth = DEPTHS.find((name) => /^\d{1,3}$/.test(attribs[name] ?? ''))
  const value = depth === undefined ? undefined : attribs[depth]
  const said =
    value ??
    /(?:^|\s)(?:[\w-]*[_-])?(?:depth|level|lvl|indent)[_-]?(\d{1,2})(?=\s|$)/i.exec(attribs.class ?? '')?.[1] ??
    /--[\w-]*(?:depth|level|indent)[\w-]*\s*:\s*(\d{1,3})/i.exec(attribs.style ?? '')?.[1]
  return said === undefined ? null : Number(said)
}

/** Indent in whatever unit the page uses: margin or padding on the left, or the width of an empty cell or spacer before the words. */
function indented(member: Element, own: Element[], family: Set<Element>): number | null {
  const inset = (style: string | undefined) => {
    if (style === undefined) return undefined
    const found = /(?:margin|padding)(?:-left|-inline-start)\s*:\s*(-?\d+(?:\.\d+)?)/i.exec(style)?.[1]
    const all = /(?:margin|padding)\s*:\s*\S+\s+\S+\s+\S+\s+(\d+(?:\.\d+)?)/i.exec(style)?.[1]
    return found ?? all
  }
  const outer = inset(member.attribs.style)
  if (outer !== undefined) return Number(outer)
  for (const element of own.slice(0, 4)) {
    const inner = inset(element.attribs.style)
    if (inner !== undefined) return Number(inner)
    const { width } = element.attribs
    if (
      (element.name === 'img' ||
        (element.name === 'td' && element.children.every((one) => isTag(one) && one.name === 'img'))) &&
      width !== undefined &&
      /^\d+(?:px)?$/.test(width)
    )
      return Number.parseInt(width, 10)
  }
  const around =
    member.parent !== null && isTag(member.parent) && !family.has(member.parent)
      ? inset(member.parent.attribs.style)
      : undefined
  return around === undefined ? null : Number(around)
}

/** Whether each member unfolds on its own, with its answers in what it unfolds. */
function unfoldAlone(members: Element[]): boolean {
  const around = new Set(members.map(({ parent }) => parent))
  return (
    around.size === members.length && [...around].every((one) => one !== null && isTag(one) && one.name === 'details')
  )
}

/** How many lists of answers stand around `member`, below what holds the whole family. */
function listDepth(member: Element, common: AnyNode | null, lists: Set<string>): number {
  let depth = 0
  for (let above = member.parent; above !== null && above !== common; above = above.parent) {
    if (!isTag(above)) break
    if (lists.has(above.name) || ANSWERS.test(`${above.attribs.class ?? ''} ${above.attribs.id ?? ''}`)) depth++
  }
  return depth
}

function commonAbove(members: Element[]): AnyNode | null {
  const [first, ...others] = members
  if (first === undefined) return null
  const path: AnyNode[] = []
  for (let above: AnyNode | null = first.parent; above !== null; above = above.parent) path.push(above)
  let at = 0
  for (const member of others) {
    if (member.parent === path[at]) continue
    const mine = new Set<AnyNode>()
    for (let above: AnyNode | null = member.parent; above !== null; above = above.parent) mine.add(above)
    while (at < path.length && !mine.has(path[at] as AnyNode)) at++
  }
  return path[at] ?? null
}

/** Depths that differ, one for each member; null when they say nothing. */
function telling(members: Element[], depthOf: (member: Element) => number | null): number[] | null {
  const depths = members.map(depthOf)
  if (depths.filter((one) => one !== null).length < members.length * 0.5) return null
  const known = depths.map((one) => one ?? 0)
  return new Set(known).size > 1 ? known : null
}

/** The parent of each member, whose own elements are in `inner`; `root` is what those answer that answer no member, `answering` are those that answer the last one before them that is none of these. */
export function parentsOf(
  members: Element[],
  inner: Map<Element, Element[]>,
  ids: Map<Element, string>,
  root: string | null,
  answering: Set<Element> = new Set(),
): Map<Element, Parent> {
  const family = new Set(members)
  const top: Parent = { id: root, via: root === null ? 'none' : 'nesting' }
  const inside = new Map(members.map((member) => [member, nearestAbove(member, (above) => family.has(above))]))
  if ([...inside.values()].some((above) => above !== null)) {
    return new Map(
      members.map((member) => {
        const above = inside.get(member) ?? null
        return [member, above === null ? top : { id: ids.get(above) as string, via: 'nesting' as const }]
      }),
    )
  }
  const byNumber = new Map(
    members.flatMap((member) => {
      const number = digits(member.attribs.id ?? member.attribs['data-comment-id'] ?? member.attribs['data-id'])
      return number === undefined ? [] : [[number, member] as const]
    }),
  )
  const ownOf = (member: Element) => inner.get(member) ?? []
  const said = new Map(members.map((member) => [member, named(member, ownOf(member), byNumber)]))
  const common = commonAbove(members)
  const lists = new Set(['ul', 'ol', 'dl', 'blockquote', ...(unfoldAlone(members) ? ['details'] : [])])
  const depths =
    telling(members, numbered) ??
    telling(members, (member) => indented(member, ownOf(member), family)) ??
    telling(members, (member) => listDepth(member, common, lists))
  let asked: Element | null = null
  const before = new Map<Element, Element>()
  for (const member of members) {
    if (!answering.has(member)) asked = member
    else if (asked !== null) before.set(member, asked)
  }
  const rows = members.map((member, index) => ({ id: ids.get(member) as string, depth: depths?.[index] ?? 0 }))
  const byPlace = depths === null ? null : byDepth(rows, root)
  return new Map(
    members.map((member) => {
      const by = said.get(member) ?? null
      const above = before.get(member)
      if (by === null && above !== undefined) return [member, { id: ids.get(above) as string, via: 'nesting' as const }]
      if (by !== null) return [member, { id: ids.get(by) as string, via: 'platform' as const }]
      const id = byPlace?.get(ids.get(member) as string) ?? root
      return [member, id === null ? top : { id, via: 'nesting' as const }]
    }),
  )
}
