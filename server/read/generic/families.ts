/**
 * The comments of a page nobody knows: the family of elements that look alike (same tag, same classes but for numbers, or
 * one class that names a post) and of which most have words, a name and a time.
 */
import { type AnyNode, type Element, isTag } from 'domhandler'
import { isColumnHeads } from './cells.ts'
import { isFurniture } from './furniture.ts'
import { isAnswerMark, isIntroduced, isListed, SAID } from './listed.ts'
import { isNamedByPlace, nameIn, timeIn, withHead } from './heads.ts'
import { joined, type Scored } from './joined.ts'
import { type Budget, isTeaser, LEAST_WORDS, type Look, lookAt, MOST_LOOKS } from './looks.ts'
import { nearestAbove } from '../select.ts'

/** A page of more elements than this is not searched. */
const MOST_ELEMENTS = 60_000
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
  /** Those that answer the member before them that is none of these. */
  answering: Set<Element>
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

/** Names of the families `element` may belong to: they depend on nothing but the values given. */
function kinOf(element: Element, parent: string, id: string, role: string): string[] {
  const classes = tokens(element)
  const own = `${element.name}.${classes.toSorted().join('.')}${id.includes('#') ? `#${id}` : ''}${role === 'comment' || role === 'article' ? `@${role}` : ''}`
  const exact = element.attribs.class ?? ''
  return [
    own === `${element.name}.` ? `${parent}>${element.name}` : own,
    // Names made by machines may differ in nothing but their numbers.
    ...(/\d/.test(exact) && exact.length < 100 && !POST.test(exact) ? [`${element.name}.${exact}`] : []),
    ...classes.filter((one) => POST.test(one)).map((one) => `${element.name}.${one}`),
    ...(isNumbered(element) ? ['data-comment'] : []),
  ]
}

const isNumbered = ({ attribs }: Element) => 'data-comment-id' in attribs || 'data-reply-id' in attribs

/** Elements by the families they may belong to, in the order of the page, furniture left out. */
function gathered(root: AnyNode): Map<string, Element[]> | null {
  const families = new Map<string, Element[]>()
  const familyOf = (kin: string): Element[] => {
    const members = families.get(kin) ?? []
    families.set(kin, members)
    return members
  }
  /** Elements with the same marks belong to the same families. */
  const byMarks = new Map<string, Element[][]>()
  const join = (element: Element) => {
    const { name, parent, attribs } = element
    const above = parent !== null && isTag(parent) ? parent.name : ''
    const id = attribs.id === undefined ? '' : attribs.id.replace(/[\da-f]{6,}|\d+/gi, '#')
    const role = attribs.role ?? ''
    const marks = `${above}>${name}#${id}@${role}.${isNumbered(element)}.${attribs.class ?? ''}`
    let kin = byMarks.get(marks)
    if (kin === undefined) byMarks.set(marks, (kin = [...new Set(kinOf(element, above, id, role))].map(familyOf)))
    for (const members of kin) members.push(element)
  }
  let count = 0
  const todo: AnyNode[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isTag(node)) {
      if (isFurniture(node)) continue
      if (++count > MOST_ELEMENTS) return null
      if (MEMBERS.has(node.name) || node.name.includes('-')) join(node)
    }
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) {
        const child = node.children[at] as AnyNode
        if ('children' in child) todo.push(child)
      }
  }
  return families
}

/** Some of `members`, from the first to the last: they are alike. */
function sampleOf(members: Element[]): Element[] {
  const step = Math.ceil(members.length / 40)
  return members.filter((_, index) => index % step === 0)
}

/** Whether some of `members` stand in others: whoever answers does. */
function isNested(members: Element[]): boolean {
  const family = new Set(members)
  return members.some((member) => nearestAbove(member, (above) => family.has(above)) !== null)
}

/** Whether a page says that the members of a family were said by people: by its name, its heading, what is set under each, or as some answer others. */
function isSaid(name: string, owned: { member: Element; own: Element[] }[]): boolean {
  const [first] = owned
  return (
    SAID.test(name) ||
    (first !== undefined && isIntroduced(first.member)) ||
    isNested(owned.map(({ member }) => member)) ||
    owned.filter(({ own }) => own.some(isAnswerMark)).length > owned.length * 0.6
  )
}

/**
 * How much of a conversation a family is: its size times how many of its members have a name, a time and words. Lists of
 * links and of teasers, whose headings lead elsewhere, are none.
 */
function scoreOf(kin: string, members: Element[], budget: Budget): number {
  const family = new Set(members)
  const sample = sampleOf(members)
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
  const headed = share(looks.filter(({ look, member }) => look.heading || isTeaser(member, family)).length)
  if (linked > 0.6 || headed > 0.6 || share(looks.filter(({ look }) => look.words >= LEAST_WORDS).length) < 0.6)
    return 0
  const owned = looks.map(({ member }) => ({ member, own: withHead(member, family) }))
  const names = owned.map(({ member, own }) => nameIn(member, own))
  const name = kin.replace(/^[\w-]+>/, '')
  const says = POST.test(name) || ONE_ANSWER.test(name)
  if (
    isListed(
      name,
      owned.map(({ member }) => member),
      owned.map(({ own }) => own),
      names,
    )
  )
    return 0
  // Where only the place of words says that they are a name, or nothing does, the page must say that people speak there.
  const isNameless = ({ member, own }: (typeof owned)[number], at: number) =>
    names[at] === null ? says : isNamedByPlace(member, own)
  const unsaid = owned.filter(isNameless).length > owned.length * 0.5
  if (unsaid && !isSaid(name, owned)) return 0
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
  const sample = sampleOf(members)
  return (
    sample.filter((member) => (lookAt(member, family, budget)?.words ?? 0) < LEAST_WORDS).length > sample.length * 0.4
  )
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

/** Whether a family's name says that it holds posts; that they stand in something of such a name says nothing. */
const saysPost = (kin: string) => POST.test(kin.replace(/^[\w-]+>/, ''))

const SAYS_COMMENT = /(?:^|[\s_-])comment/i

/** Whether each of `members` holds something that is called a comment. */
function holdComments(members: Element[]): boolean {
  return members.every((member) =>
    withHead(member, new Set(members)).some(({ attribs }) => SAYS_COMMENT.test(attribs.class ?? '')),
  )
}

/** The only question or answer among posts that are dressed otherwise. */
const ONE_ANSWER = /[._-](?:reply|answer|antwort|question)(?:$|\.?#)/i

/** The family that looks most like comments; a single comment only where its name says that it is one. */
export function familyIn(root: AnyNode): Family | null {
  const families = gathered(root)
  if (families === null) return null
  let best: Scored | null = null
  const scored: Scored[] = []
  const budget = { nodes: MOST_LOOKS }
  for (const [kin, members] of families) {
    const alone = members.length === 1 && /(?:^|[.#])(?:li|div|article)?[.#]?comment(?:-?#|$)/i.test(kin)
    const answer = members.length === 1 && ONE_ANSWER.test(kin)
    if ((members.length < 2 && !alone && !answer) || members.length > 6000) continue
    if (budget.nodes < 0) break
    const score = scoreOf(kin, members, budget)
    if (score > 0) scored.push({ kin, members, score })
    if (!answer && score > (best?.score ?? 0) * 1.02 && !isFrame(members, budget)) best = { kin, members, score }
  }
  if (best === null) return null
  const { kin, members, answering } = joined(aroundWords(best, scored, budget), scored, budget, (one, other, members) =>
    scoreOf([one, other].every((part) => saysPost(part.kin)) ? one.kin : '', members, budget),
  )
  const posts = members.filter((member) => !isColumnHeads(member))
  return { members: posts, answering, says: saysPost(kin) || holdComments(posts) }
}
