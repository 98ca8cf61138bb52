/** ActivityPub objects (W3C 2018) as fediverse servers hand them out: a note, article, page or question with its replies. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { join, plain } from '../../text/prose.ts'
import { assemble, firstWords } from '../assemble.ts'
import { at, count, jsonOf, list, record, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const KINDS = /^(?:Note|Article|Page|Question|Video|Event|Tombstone)$/
const isObject = (value: unknown) =>
  text(value, 'id')?.startsWith('http') === true &&
  KINDS.test(text(value, 'type') ?? '') &&
  (text(value, 'type') === 'Tombstone' ||
    (text(value, 'attributedTo') ??
      text(value, 'attributedTo', 'id') ??
      text(value, 'attributedTo', 0) ??
      text(value, 'attributedTo', 0, 'id')) !== null)

/** The last part of the address of a person and the host: objects name nobody otherwise. */
function authorOf(value: unknown): string | null {
  const by =
    text(value, 'attributedTo') ??
    text(value, 'attributedTo', 'id') ??
    text(value, 'attributedTo', 0) ??
    text(value, 'attributedTo', 0, 'id')
  if (by === null || !URL.canParse(by)) return by
  const { pathname, hostname } = new URL(by)
  const name = pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1)
    ?.replace(/^@/, '')
  return name === undefined ? hostname : `${decodeURIComponent(name.replace(/%(?![\dA-F]{2})/gi, '%25'))}@${hostname}`
}

const inReplyTo = (value: unknown) => text(value, 'inReplyTo') ?? text(value, 'inReplyTo', 'id')

function read(value: unknown): Post {
  const id = text(value, 'id') ?? ''
  const warning = text(value, 'summary')
  const words = htmlToText(
    text(value, 'content') ??
      Object.values(record(at(value, 'contentMap')) ?? {}).find((one) => typeof one === 'string') ??
      '',
    { base: id },
  )
  const parentId = inReplyTo(value)
  return post({
    id,
    parentId,
    author: authorOf(value),
    createdAt: at(value, 'published'),
    score: count(value, 'likes', 'totalItems'),
    title: parentId === null ? htmlToText(text(value, 'name') ?? '').text : null,
    body:
      warning === null || text(value, 'type') !== 'Note'
        ? words
        : join([plain(htmlToText(warning).text), words], '\n\n'),
    permalink: text(value, 'url') ?? text(value, 'url', 0, 'href') ?? id,
    kind: parentId === null ? 'opening' : 'reply',
    state: text(value, 'type') === 'Tombstone' ? 'deleted' : truthy(value, 'updated') ? 'edited' : 'ok',
    globalId: id,
  })
}

interface Gathered {
  objects: unknown[]
  /** Replies that are only named. */
  named: number
}

/** Objects in a document: itself, what it wraps, and the replies it holds, however deep. */
function gather(document: unknown): Gathered {
  const objects: unknown[] = []
  let named = 0
  const todo: unknown[] = [document]
  for (
    let value = todo.pop(), steps = 0;
    steps < 20_000 && (value !== undefined || todo.length > 0);
    value = todo.pop(), steps++
  ) {
    if (typeof value === 'string') named++
    else if (isObject(value)) objects.push(value)
    if (record(value) === null) continue
    const inside = [
      at(value, 'object'),
      at(value, 'first'),
      at(value, 'replies'),
      ...list(value, 'orderedItems'),
      ...list(value, 'items'),
    ]
    for (const one of inside.toReversed()) {
      const isItem = list(value, 'items').includes(one) || list(value, 'orderedItems').includes(one)
      if (record(one) !== null || (typeof one === 'string' && isItem)) todo.push(one)
    }
  }
  return { objects, named }
}

function thread(value: unknown, url: string | null): ReadThread {
  const { objects, named } = gather(value)
  const posts = objects.map(read)
  const [first] = posts
  const announced = count(value, 'replies', 'totalItems')
  return assemble({
    platform: 'activitypub',
    site: siteOf(first?.id ?? url, 'The fediverse'),
    url: first?.permalink ?? url,
    title: text(objects[0], 'name') ?? firstWords(first?.text ?? ''),
    articleUrl: text(objects[0], 'type') === 'Page' ? text(objects[0], 'attachment', 0, 'href') : null,
    posts,
    expected: announced === null ? null : announced + 1,
    missing:
      named > 0 && announced === null ? [{ why: 'replies that are only named by their addresses', count: named }] : [],
  })
}

const isActivityStreams = (value: unknown) =>
  JSON.stringify(at(value, '@context') ?? '').includes('activitystreams') || isObject(value)

export const activityPub: Platform<never> = {
  id: 'activitypub',
  name: 'The fediverse',
  recognise: () => null,
  sniff: (answer) => isActivityStreams(jsonOf(answer)) && gather(jsonOf(answer)).objects.length > 0,
  file: (answer: Answer) => [thread(jsonOf(answer), answer.url)],
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume: (state) => state,
}
