/**
 * Comments of a page nobody knows: a family of elements that look alike (same tag, same classes but for numbers), each with
 * words, most with a name or a time. What is inside another of its family answers it.
 */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { assemble } from '../assemble.ts'
import { articleIn } from '../article.ts'
import { type Found, languageOf, ownAddress, type Page, pageOf, proseOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const MOST_ELEMENTS = 60_000
const CANDIDATES =
  '[id*="comment"], [id*="post"], [id*="reply"], [id*="msg"], [class*="comment"], [class*="Comment"], [class*="reply"], [class*="post"], [class*="message"], [class*="answer"], [data-comment-id], [role="comment"], [role="article"]'
const NAME =
  '[rel="author"], [itemprop="author"], [class*="author"], [class*="Author"], [class*="user"], [class*="User"], [class*="nick"], [class*="byline"], a[href*="/user"], a[href*="/profile"], a[href*="/member"], a[href*="/u/"], a[href*="/@"], cite'
const TIME = 'time, [datetime], [class*="time"], [class*="date"], [class*="Date"], [class*="ago"], [data-timestamp]'
const WORDS =
  '[class*="content"], [class*="Content"], [class*="body"], [class*="Body"], [class*="text"], [class*="Text"], [class*="message"], [itemprop="text"], .md, p'

/** A comment says more than a button; a list of links says it in many short pieces. */
const LEAST_WORDS = 25

function kin(element: Element): string {
  const classes = (element.attribs.class ?? '')
    .split(/\s+/)
    .map((one) => one.replace(/\d+/g, '#'))
    .filter(
      (one) =>
        one !== '' &&
        !/^(?:odd|even|alt|first|last|parent|bypostauthor|by-?author|highlight\w*|depth-.*|level-.*|thread-.*|new|unread|has-.*|is-.*)$/i.test(
          one,
        ),
    )
    .sort()
  const id = (element.attribs.id ?? '').replace(/[\da-f]{6,}|\d+/gi, '#')
  return `${element.name}.${classes.join('.')}${id.includes('#') ? `#${id}` : ''}`
}

interface Family {
  members: Element[]
  score: number
}

function familyIn($: Page): Family | null {
  const families = new Map<string, Element[]>()
  const all = $<Element, string>(CANDIDATES).toArray()
  if (all.length > MOST_ELEMENTS) return null
  for (const element of all) {
    if (
      /^(?:a|span|button|img|input|form|textarea|svg|path|i|b|time|label|h[1-6]|body|html|script|style|link|meta)$/.test(
        element.name,
      )
    )
      continue
    const key = kin(element)
    families.set(key, [...(families.get(key) ?? []), element])
    if (families.size > 3000) break
  }
  const scored = [...families.values()]
    .filter((members) => members.length >= 2 && members.length <= 5000)
    .map((members) => ({ members, score: scoreOf($, members) }))
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)[0] ?? null
}

/** How much of a conversation a family is: its size times how many of its members have a name, a time and words. */
function scoreOf($: Page, members: Element[]): number {
  const sample =
    members.length <= 40 ? members : members.filter((_, index) => index % Math.ceil(members.length / 40) === 0)
  let named = 0
  let timed = 0
  let spoken = 0
  for (const member of sample) {
    const one = $(member)
    if (one.find(NAME).length > 0) named++
    if (one.find(TIME).length > 0) timed++
    if (one.text().replace(/\s+/g, ' ').trim().length >= LEAST_WORDS) spoken++
  }
  const share = (part: number) => part / sample.length
  if (share(spoken) < 0.6 || share(named) < 0.5 || share(named) + share(timed) < 1) return 0
  const says = /comment|reply|post|message|answer/i.test(members[0] === undefined ? '' : kin(members[0])) ? 1.5 : 1
  return Math.sqrt(members.length) * (share(named) + share(timed)) * share(spoken) * says
}

/** The part of a member that holds its words, without what answers it. */
function wordsIn($: Page, member: Found, family: Set<Element>): Found {
  const parts = member.find(WORDS).filter((_, element) => {
    const inner = $(element)
      .parentsUntil((__, node) => node === member.get(0))
      .toArray()
    return !family.has(element) && !inner.some((one) => family.has(one))
  })
  let best: Found = member
  let most = 0
  parts.each((_, element) => {
    const size = $(element).text().trim().length
    const hasMember = $(element)
      .find('*')
      .toArray()
      .some((one) => family.has(one))
    if (!hasMember && size > most && $(element).find(TIME).length === 0) {
      best = $(element)
      most = size
    }
  })
  return best
}

/** Null when no family of comments is on the page. */
export function readSiblings(answer: Answer): ReadThread | null {
  const $ = pageOf(answer)
  const family = familyIn($)
  if (family === null) return null
  const url = ownAddress($, answer)
  const members = new Set(family.members)
  const ids = new Map(
    family.members.map((element, index) => [
      element,
      element.attribs.id ?? element.attribs['data-comment-id'] ?? `c${index + 1}`,
    ]),
  )
  const article = articleIn(answer)
  const opening =
    article === null
      ? []
      : [
          post({
            id: 'article',
            author: article.author,
            createdAt: article.publishedAt,
            title: article.title,
            body: article.body,
            permalink: url,
            kind: 'opening',
          }),
        ]
  const posts = family.members.map((element): Post => {
    const one = $(element)
    const above = one
      .parents()
      .toArray()
      .find((ancestor) => members.has(ancestor))
    const time =
      one.find('time[datetime], [datetime]').first().attr('datetime') ??
      one.find('[data-timestamp]').first().attr('data-timestamp')
    return post({
      id: ids.get(element) ?? '',
      parentId: above === undefined ? (opening[0]?.id ?? null) : (ids.get(above) ?? null),
      parentVia: 'nesting',
      author: nameIn(one),
      createdAt: time,
      body: proseOf(wordsIn($, one, members), { base: url, drop: (inner) => members.has(inner) }),
      permalink:
        element.attribs.id === undefined || url === null ? null : `${url.replace(/#.*$/, '')}#${element.attribs.id}`,
      kind: 'comment',
    })
  })
  const spoken = posts.filter((one) => one.text !== '')
  if (spoken.length < 2) return null
  return assemble({
    platform: 'page',
    site: siteOf(url, answer.fileName ?? 'A saved page'),
    url,
    title: article?.title ?? wordsOf($('h1').first()) ?? titleOf($),
    language: languageOf($),
    posts: [...opening, ...posts],
    notices: ['This site is not known: which parts of the page are comments was told from their likeness.'],
  })
}

function nameIn(one: Found): string | null {
  for (const element of one.find(NAME).toArray()) {
    const words = wordsOf(one.find(element))
    if (words !== null && words.length <= 60)
      return words.replace(/^(?:by|von|par|posted by)\s+/i, '').replace(/\s*(?:says|wrote|said)\s*:?$/i, '')
  }
  return null
}
