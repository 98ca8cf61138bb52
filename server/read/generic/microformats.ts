/** Discussions in microformats2: an h-entry with the comments it shows (h-cite), or entries that answer each other. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { beginningOf, instant } from '../../text/instant.ts'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { plain } from '../../text/prose.ts'
import { isQuiet } from './furniture.ts'
import { type Page, textIn, titleOf } from '../page.ts'
import { post } from '../post.ts'
import { allBelow, firstBelow, isNamed, nearestAbove } from '../select.ts'
import type { Described } from './json-ld.ts'

const COMMENT = '.p-comment, .u-comment, .h-cite.comment, .h-cite.u-in-reply-to'
const ENTRY = '.h-entry, .h-cite'
/** Responses that say nothing: approvals and mentions. */
const WORDLESS = '.p-like, .u-like, .u-like-of, .p-repost, .u-repost, .u-repost-of'

const classes = (element: Element) => (element.attribs.class ?? '').split(/\s+/)

/** The first element of `selector` that belongs to `entry` itself, not to an entry inside it. */
function own($: Page, entry: Element, selector: string): Element | null {
  return (
    $(entry)
      .find(selector)
      .toArray()
      .find(
        (one) =>
          nearestAbove(one, (above) => classes(above).some((name) => name === 'h-entry' || name === 'h-cite')) ===
          entry,
      ) ?? null
  )
}

function authorOf($: Page, entry: Element): string | null {
  const card = own($, entry, '.p-author, .h-card')
  if (card === null) return null
  const named = $(card).find('.p-name').get(0)
  return textIn(named ?? null) ?? textIn(card) ?? $(card).find('img[alt]').attr('alt') ?? null
}

function timeOf($: Page, entry: Element): string | null {
  const time = own($, entry, '.dt-published')
  return time === null ? null : (time.attribs.datetime ?? time.attribs.title ?? textIn(time))
}

function addressOf($: Page, entry: Element, base: string | null, name: string): string | null {
  const element = own($, entry, name)
  return element === null ? null : absolute(element.attribs.href ?? $(element).find('a').attr('href'), base)
}

function read(
  $: Page,
  entry: Element,
  id: string,
  parentId: string | null,
  base: string | null,
  url: string | null,
  opening: boolean,
): Post {
  const words =
    own($, entry, '.e-content') ??
    own($, entry, '.p-content, .p-summary') ??
    (opening ? null : own($, entry, '.p-name'))
  const entries = (inner: Element) =>
    inner !== entry && classes(inner).some((name) => name === 'h-entry' || name === 'h-cite')
  return post({
    id,
    parentId,
    parentVia: 'nesting',
    author: authorOf($, entry),
    createdAt: instant(timeOf($, entry)) ?? beginningOf(timeOf($, entry)),
    title: opening ? (textIn(own($, entry, '.p-name')) ?? titleOf($)) : null,
    body:
      words === null
        ? plain('')
        : nodesToText(words.children, { base, drop: (inner) => entries(inner) || isQuiet(inner) }),
    permalink: addressOf($, entry, base, '.u-url') ?? (opening ? url : null),
    kind: opening ? 'opening' : 'comment',
  })
}

/** Null when no entry of the page answers another. `url` is the page's own address, `base` what its links are relative to. */
export function readMicroformats($: Page, base: string | null, url: string | null): Described | null {
  const root = $.root().get(0)
  const comments = allBelow(root, COMMENT).filter(
    (element) => !isNamed(element, WORDLESS) && (isNamed(element, ENTRY) || firstBelow(element, ENTRY) === null),
  )
  if (comments.length === 0) return readEntries($, base, url)
  const entry = allBelow(root, '.h-entry').find((one) => !comments.includes(one))
  const ids = new Map(comments.map((element, index) => [element, element.attribs.id ?? `c${index + 1}`]))
  const answers = comments.map((element) => {
    const above = nearestAbove(element, (one) => ids.has(one))
    return read(
      $,
      element,
      ids.get(element) as string,
      above === null ? (entry === undefined ? null : 'opening') : (ids.get(above) as string),
      base,
      null,
      false,
    )
  })
  return {
    posts: [...(entry === undefined ? [] : [read($, entry, 'opening', null, base, url, true)]), ...answers],
    expected: null,
  }
}

/** Entries in a row of which some name the one they answer. A feed of entries that answer nobody is no discussion. */
function readEntries($: Page, base: string | null, url: string | null): Described | null {
  const entries = allBelow($.root().get(0), '.h-entry')
  const at = new Map(
    entries.flatMap((one, index) => {
      const address = addressOf($, one, base, '.u-url')
      return address === null ? [] : [[address, index] as const]
    }),
  )
  const parents = entries.map((one, index) => {
    const answered = addressOf($, one, base, '.u-in-reply-to, .in-reply-to')
    const parent = answered === null ? undefined : at.get(answered)
    return parent === undefined || parent === index ? null : parent
  })
  if (!parents.some((parent) => parent !== null)) return null
  const posts = entries.map((one, index) => {
    const parent = parents[index] ?? null
    return read($, one, `e${index + 1}`, parent === null ? null : `e${parent + 1}`, base, url, index === 0)
  })
  return { posts, expected: null }
}
