/**
 * The comments of a page nobody knows: the family of elements that look alike (same tag, same classes but for numbers, or
 * one class that names a post) and of which most have words, a name and a time.
 */
import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { isFurniture } from './furniture.ts'
import { isIntroduced, isListed } from './listed.ts'
import { isNamedByPlace, isTime, nameIn, timeIn, withHead } from './heads.ts'
import { nearestAbove } from '../select.ts'

/** A page of more elements than this is not searched. */
const MOST_ELEMENTS = 60_000
/** Nodes looked at in all while families are weighed, and of one member: tangled pages would take minutes otherwise. */
const MOST_LOOKS = 600_000
const MOST_NODES = 5000
/** A comment says more than a button does. */
const LEAST_WORDS = 12
/** Elements that may hold a post, beside those of a page's own components, whose names have a dash. */
const MEMBERS = new Set(
  'div li article section tr table tbody dd td p blockquote figure details aside ul dl main fieldset center'.split(' '),
)
const POST =
  /comment|kommentar|comentari|repl(?:y|ies)\b|post|message|msg|answer|antwort|response|remark|statement|contribution|beitrag|opinion|entry|note/i
/** Said of one comment among others, not of what it is. */
const PASSING =
  /^(?:odd|even|alt|first|last|parent|bypostauthor|by-?author|byuser|op|highlight\w*|depth-.*|level-.*|thread-.*|indent-.*|new|unread|has-.*|is-.*|comment-author-.*|clearfix|row\w?)$/i

export interface Family {
  members: Element[]
  /** Whether its name says that it holds comments. */
  says: boolean
}

function tokens(element: Element): string[] {
  return (element.attribs.class ?? '')
    .split(/\s+/)
    .filter((one) => one !== '')
    .map((one) => one.replace(/\d+/g, '#'))
    .filter((one) => !PASSING.test(one))
}

/** Names of the families `element` may belong to. `told` keeps what class names tell, which are the same for all of a family. */
function kinOf(element: Element, told: Map<string, string[]>): string[] {
  const classes = told.get(element.attribs.class ?? '') ?? tokens(element)
  told.set(element.attribs.class ?? '', classes)
  const id = (element.attribs.id ?? '').replace(/[\da-f]{6,}|\d+/gi, '#')
  const role = element.attribs.role ?? ''
  const own = `${element.name}.${classes.toSorted().join('.')}${id.includes('#') ? `#${id}` : ''}${role === 'comment' || role === 'article' ? `@${role}` : ''}`
  const parent = element.parent !== null && isTag(element.parent) ? element.parent.name : ''
  return [
    own === `${element.name}.` ? `${parent}>${element.name}` : own,
    ...classes.filter((one) => POST.test(one)).map((one) => `${element.name}.${one}`),
    ...('data-comment-id' in element.attribs || 'data-reply-id' in element.attribs ? ['data-comment'] : []),
  ]
}

/** Elements by the families they may belong to, in the order of the page, furniture left out. */
function gathered(root: AnyNode): Map<string, Element[]> | null {
  const families = new Map<string, Element[]>()
  const told = new Map<string, string[]>()
  const joins = (element: Element, kin: string) => {
    const members = families.get(kin)
    if (members === undefined) families.set(kin, [element])
    else members.push(element)
  }
  const todo: AnyNode[] = [root]
  let count = 0
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isTag(node)) {
      if (isFurniture(node)) continue
      if (++count > MOST_ELEMENTS) return null
      if (MEMBERS.has(node.name) || node.name.includes('-'))
        for (const kin of new Set(kinOf(node, told))) joins(node, kin)
    }
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
  }
  return families
}

interface Look {
  words: number
  linked: number
  heading: boolean
}

/** What may still be looked at. */
interface Budget {
  nodes: number
}

const TITLE_WORDS = 4

function leadsAway({ name, attribs: { href = '' } }: Element): boolean {
  return name === 'a' && href !== '' && !href.startsWith('#')
}

/** How many characters stand in `member` itself, how many of them are links, and whether a heading leads elsewhere. Null for a member too large to be a comment. */
function lookAt(member: Element, family: Set<Element>, budget: Budget): Look | null {
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
    } else if (isTag(node) && (node === member || (!family.has(node) && !isFurniture(node) && !isTime(node)))) {
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

/**
 * How much of a conversation a family is: its size times how many of its members have a name, a time and words. Lists of
 * links and of teasers, whose headings lead elsewhere, are none.
 */
function scoreOf(kin: string, members: Element[], budget: Budget): number {
  const family = new Set(members)
  const step = Math.ceil(members.length / 40)
  const sample = members.filter((_, index) => index % step === 0)
  const looks: { member: Element; look: Look }[] = []
  let huge = 0
  for (const member of sample) {
    const look = lookAt(member, family, budget)
    if (look !== null) looks.push({ member, look })
    else if (++huge > sample.length * 0.4) return 0
  }
  const share = (part: number) => part / sample.length
  const sum = (of: (look: Look) => number) => looks.reduce((all, { look }) => all + of(look), 0)
  const linked =
    sum((look) => look.linked) /
    Math.max(
      1,
      sum((look) => look.words),
    )
  const headed = share(looks.filter(({ look }) => look.heading).length)
  if (linked > 0.6 || headed > 0.6 || share(looks.filter(({ look }) => look.words >= LEAST_WORDS).length) < 0.6)
    return 0
  const owned = looks.map(({ member }) => ({ member, own: withHead(member, family) }))
  const names = owned.map(({ member, own }) => nameIn(member, own))
  const name = kin.replace(/^\w+>/, '')
  const says = POST.test(name)
  if (
    isListed(
      name,
      owned.map(({ member }) => member),
      owned.map(({ own }) => own),
      names,
    )
  )
    return 0
  // Where only the place of words says that they are a name, the page must say that they are of people.
  const [first] = members
  if (!says && first !== undefined && !isIntroduced(first))
    if (owned.filter(({ member, own }) => isNamedByPlace(member, own)).length > owned.length * 0.5) return 0
  const spoken = share(looks.filter(({ look }, at) => look.words - (names[at]?.length ?? 0) >= LEAST_WORDS).length)
  const named = share(names.filter((name) => name !== null).length)
  const timed = share(owned.filter(({ member, own }) => timeIn(member, own).seen).length)
  if (spoken < 0.6) return 0
  if (says ? named < 0.5 && timed < 0.8 : named < 0.6 || timed < 0.5 || members.length < 3) return 0
  if (says && named + timed < 0.8) return 0
  return Math.sqrt(members.length) * (named + timed) * spoken * (1 - linked) * (says ? 1.5 : 1)
}

/** Members that hold nothing but other members are frames around them. */
function isFrame(members: Element[], budget: Budget): boolean {
  const family = new Set(members)
  return (
    members.filter((member) => (lookAt(member, family, budget)?.words ?? 0) < LEAST_WORDS).length > members.length * 0.4
  )
}

interface Scored {
  kin: string
  members: Element[]
  score: number
}

/** The words of a post alone can look more like one than what holds them with the name and the answers: that is taken. */
function aroundWords(best: Scored, scored: Scored[], budget: Budget): Scored {
  const holds = ({ members, score }: Scored): boolean => {
    if (members === best.members || members.length !== best.members.length || score < best.score * 0.6) return false
    // In the order of the page, so that the first ones tell most families apart.
    const [first] = best.members
    if (first === undefined || nearestAbove(first, (one) => one === members[0]) === null) return false
    const outer = new Set(members)
    const holders = new Set(best.members.map((member) => nearestAbove(member, (one) => outer.has(one))))
    return !holders.has(null) && holders.size === members.length
  }
  return scored.find((one) => holds(one) && !isFrame(one.members, budget)) ?? best
}

/** The family that looks most like comments; a single comment only where its name says that it is one. */
export function familyIn(root: AnyNode): Family | null {
  const families = gathered(root)
  if (families === null) return null
  let best: Scored | null = null
  const scored: Scored[] = []
  const budget = { nodes: MOST_LOOKS }
  for (const [kin, members] of families) {
    const alone = members.length === 1 && /(?:^|[.#])(?:li|div|article)?[.#]?comment(?:-?#|$)/i.test(kin)
    if ((members.length < 2 && !alone) || members.length > 6000) continue
    if (budget.nodes < 0) break
    const score = scoreOf(kin, members, budget)
    if (score > 0) scored.push({ kin, members, score })
    if (score > (best?.score ?? 0) * 1.02 && !isFrame(members, budget)) best = { kin, members, score }
  }
  if (best === null) return null
  const { kin, members } = aroundWords(best, scored, budget)
  return { members, says: POST.test(kin.replace(/^\w+>/, '')) }
}
