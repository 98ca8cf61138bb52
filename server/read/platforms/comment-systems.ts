/**
 * What the interfaces of programs that keep comments for other people's pages answer with: Ghost, Substack, Isso, Remark42,
 * Commento, giscus. To add one: a row here.
 */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { plain } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { at, jsonOf, list, number, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { type Draft, post } from '../post.ts'

/** A comment but for where it stands; `named`: the comment it says it answers. */
type Said = Pick<Draft, 'id' | 'author' | 'createdAt' | 'score' | 'permalink'> & {
  words: Draft['body']
  gone: boolean
  edited?: boolean
  named?: string | null
}

interface System {
  kind: string
  name: string
  /** Where its comments stand. */
  in: string[]
  is(one: unknown): boolean
  read(one: unknown, whole: unknown): Said
  title?(whole: unknown): string | null
  url?(whole: unknown): string | null
}

/** Commento lists its writers by their ids, in what it exports one after the other. */
const commenter = (whole: unknown, hex: string | null) =>
  hex === null
    ? null
    : (text(whole, 'commenters', hex, 'name') ??
      text(
        list(whole, 'commenters').find((one) => text(one, 'commenterHex') === hex),
        'name',
      ))

const html = (source: string | null) => htmlToText(source ?? '')
const id = (value: unknown, ...path: string[]) => text(value, ...path) ?? ''

const SYSTEMS: System[] = [
  {
    kind: 'remark42',
    name: 'Remark42',
    in: ['comments'],
    is: (one) => text(one, 'comment', 'locator', 'url') !== null || text(one, 'locator', 'url') !== null,
    read(one) {
      // The tree wraps each comment, the plain list does not.
      const it = at(one, 'comment') ?? one
      return {
        id: id(it, 'id'),
        named: text(it, 'pid') || null,
        author: text(it, 'user', 'name'),
        createdAt: at(it, 'time'),
        score: number(it, 'score'),
        words: html(text(it, 'text')),
        gone: truthy(it, 'delete'),
        edited: at(it, 'edit') != null,
      }
    },
    title: (whole) => text(whole, 'comments', 0, 'comment', 'title') ?? text(whole, 'comments', 0, 'title'),
    url: (whole) => text(whole, 'info', 'url') ?? text(whole, 'comments', 0, 'locator', 'url'),
  },
  {
    kind: 'commento',
    name: 'Commento',
    in: ['comments'],
    is: (one) => text(one, 'commentHex') !== null && text(one, 'parentHex') !== null,
    read(one, whole) {
      const parent = text(one, 'parentHex')
      return {
        id: id(one, 'commentHex'),
        named: parent === 'root' ? null : parent,
        author: commenter(whole, id(one, 'commenterHex')),
        createdAt: at(one, 'creationDate'),
        score: number(one, 'score'),
        words: html(text(one, 'html') ?? text(one, 'markdown')),
        gone: truthy(one, 'deleted'),
      }
    },
  },
  {
    kind: 'isso',
    name: 'Isso',
    in: ['replies'],
    is: (one) => number(one, 'created') !== null && number(one, 'mode') !== null && at(one, 'text') !== undefined,
    read: (one) => ({
      id: id(one, 'id'),
      named: text(one, 'parent'),
      author: text(one, 'author'),
      createdAt: at(one, 'created'),
      score: (number(one, 'likes') ?? 0) - (number(one, 'dislikes') ?? 0),
      words: html(text(one, 'text')),
      // Comments with answers are kept without their words.
      gone: number(one, 'mode') === 4,
      edited: number(one, 'modified') !== null,
    }),
  },
  {
    kind: 'giscus',
    name: 'giscus',
    in: ['discussion', 'comments'],
    is: (one) => text(one, 'bodyHTML') !== null && text(one, 'author', 'login') !== null,
    read: (one) => ({
      id: id(one, 'id'),
      named: text(one, 'replyToId'),
      author: text(one, 'author', 'login'),
      createdAt: at(one, 'createdAt'),
      score: number(one, 'upvoteCount'),
      permalink: text(one, 'url'),
      words: html(text(one, 'bodyHTML')),
      gone: at(one, 'deletedAt') != null,
      edited: at(one, 'lastEditedAt') != null,
    }),
    url: (whole) => text(whole, 'discussion', 'url'),
  },
  {
    kind: 'ghost',
    name: 'Ghost',
    in: ['comments'],
    is: (one) => at(one, 'html') !== undefined && at(one, 'member') !== undefined && text(one, 'created_at') !== null,
    read: (one) => ({
      id: id(one, 'id'),
      named: text(one, 'in_reply_to_id') ?? text(one, 'parent_id'),
      author: text(one, 'member', 'name'),
      createdAt: at(one, 'created_at'),
      score: number(one, 'count', 'likes'),
      words: html(text(one, 'html')),
      gone: /^(?:deleted|hidden)$/.test(text(one, 'status') ?? ''),
      edited: at(one, 'edited_at') != null,
    }),
  },
  {
    kind: 'substack',
    name: 'Substack',
    in: ['comments'],
    is: (one) => at(one, 'body') !== undefined && text(one, 'date') !== null && Array.isArray(at(one, 'children')),
    read: (one) => ({
      id: id(one, 'id'),
      author: text(one, 'name'),
      createdAt: at(one, 'date'),
      score: number(one, 'reaction_count'),
      words: plain(text(one, 'body') ?? ''),
      gone: truthy(one, 'deleted'),
      edited: at(one, 'edited_at') != null,
    }),
  },
]

function systemOf(value: unknown): System | null {
  return SYSTEMS.find((system) => list(value, ...system.in).some((one) => system.is(one))) ?? null
}

/** All comments with what they stand below, each before its answers. */
function allIn(value: unknown, system: System): { said: Said; above: string | null }[] {
  const found: { said: Said; above: string | null }[] = []
  const todo = list(value, ...system.in)
    .toReversed()
    .map((one) => ({ one, above: null as string | null }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { one, above } = next
    const said = system.read(one, value)
    if (said.id === '') continue
    found.push({ said, above })
    for (const answer of [...list(one, 'replies'), ...list(one, 'children')].toReversed())
      todo.push({ one: answer, above: said.id })
  }
  return found
}

function thread(value: unknown, system: System, answer: Answer): ReadThread {
  const url = system.url?.(value) ?? answer.url
  return assemble({
    platform: system.kind,
    site: siteOf(url, system.name),
    url,
    title: system.title?.(value) ?? null,
    posts: allIn(value, system).map(({ said, above }): Post => {
      const { words, gone, edited, named, ...rest } = said
      return post({
        ...rest,
        parentId: named ?? above,
        body: words,
        kind: 'comment',
        state: gone ? 'deleted' : edited === true ? 'edited' : 'ok',
      })
    }),
    missing: [{ why: 'the article these comments are about', count: 1, opening: true }],
  })
}

const fromFiles = () => new Problem('unsupported', 'Comments of other pages are read from files.')

export const commentSystems: Platform = {
  id: 'comment-system',
  name: 'Comments kept for other pages',
  recognise: () => null,
  sniff: (answer) => systemOf(jsonOf(answer)) !== null,
  file(answer) {
    const value = jsonOf(answer)
    const system = systemOf(value)
    return system === null ? [] : [thread(value, system, answer)]
  },
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume() {
    throw fromFiles()
  },
}
