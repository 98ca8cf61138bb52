/** 4chan and boards like it: off unless the operator turns them on; quote links say which posts are answered. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { cut, type Prose, trim } from '../../text/prose.ts'
import { usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { isImageboardPage, readImageboardPage } from './imageboard-pages.ts'

/** ">>123" at a line of its own is an address, not words; "text" after one ">" is what the board calls green text: a quote. */
function body(source: string): { words: Prose; answers: string[] } {
  const answers = [...source.matchAll(/href="[^"]*#p?(\d+)"[^>]*>&gt;&gt;/g)].map((found) => found[1] as string)
  const read = htmlToText(source, { quote: () => null })
  const marks = [...read.text.matchAll(/>>\d+(?: \(OP\))?[ \t]*\n?/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }))
  return { words: trim(quoteLines(cut(read, marks))), answers }
}

function read(value: unknown, url: string | null): Post {
  const id = text(value, 'no') ?? ''
  const opening = text(value, 'resto') === '0'
  const { words, answers } = body(text(value, 'com') ?? '')
  const name = text(value, 'name')
  return post({
    id,
    parentId: opening ? null : (answers.find((one) => Number(one) < Number(id)) ?? null),
    parentVia: 'mention',
    author:
      name === null || /^anonymous$/i.test(name) ? (text(value, 'id') ?? text(value, 'trip')) : htmlToText(name).text,
    createdAt: number(value, 'time') ?? at(value, 'time'),
    title: opening
      ? htmlToText(text(value, 'sub') ?? text(value, 'semantic_url')?.replaceAll('-', ' ') ?? '').text
      : null,
    body: words,
    permalink: url === null ? null : `${url}#p${id}`,
    kind: opening ? 'opening' : 'reply',
  })
}

/** Boards of other software name the same things differently: Lynxchan, FoolFuuka's archives, 2ch and its like. */
function renamed(value: unknown, root: string | null): unknown {
  const no = text(value, 'no') ?? text(value, 'num') ?? text(value, 'postId') ?? text(value, 'threadId')
  if (no === null) return value
  const above = text(value, 'resto') ?? text(value, 'thread_num') ?? text(value, 'parent') ?? root ?? '0'
  return {
    no,
    resto: above === no || above === '' ? '0' : above,
    time: at(value, 'time') ?? at(value, 'timestamp') ?? at(value, 'creation'),
    name: at(value, 'name'),
    trip: at(value, 'trip'),
    id: at(value, 'id'),
    sub: at(value, 'sub') ?? at(value, 'subject') ?? at(value, 'title'),
    com:
      text(value, 'com') ??
      text(value, 'markdown') ??
      text(value, 'comment_processed') ??
      text(value, 'comment') ??
      text(value, 'message') ??
      '',
  }
}

/** The posts of a thread in the ways boards hand it out. */
function othersIn(value: unknown): unknown[] {
  const lynx = text(value, 'threadId')
  if (lynx !== null && text(value, 'boardUri') !== null)
    return [renamed(value, null), ...list(value, 'posts').map((one) => renamed(one, lynx))]
  const dvach = list(value, 'threads', 0, 'posts')
  if (text(dvach[0], 'num') !== null) return dvach.map((one) => renamed(one, null))
  const [first] = Object.values(record(value) ?? {})
  if (text(first, 'op', 'num') !== null)
    return [at(first, 'op'), ...Object.values(record(at(first, 'posts')) ?? {})].map((one) => renamed(one, null))
  return []
}

const isPost = (value: unknown) => text(value, 'no') !== null && at(value, 'resto') !== undefined
const postsIn = (value: unknown): unknown[] => {
  const own = list(value, 'posts').filter(isPost)
  return own.length > 0 ? own : othersIn(value)
}

function thread(value: unknown, url: string | null): ReadThread {
  const values = postsIn(value)
  if (values.length === 0) throw new Problem('not-a-thread', 'No thread of an imageboard was found there.')
  const posts = values.map((one) => read(one, url))
  const first = posts[0]
  const replies = count(values[0], 'replies')
  return assemble({
    platform: 'imageboard',
    site: siteOf(url, 'An imageboard'),
    url,
    title: first?.text.slice(0, first.heading) || null,
    posts,
    // Of a long thread boards also hand out its end alone.
    expected: replies === null ? null : replies + 1,
  })
}

const ADDRESS = /^\/(\w+)\/(?:thread|res)\/(\d+)/
const HOST = /^(?:boards\.4chan(?:nel)?\.org)$/

export const imageboards: Platform<{ url: string }> = {
  id: 'imageboard',
  name: 'An imageboard',
  recognise: (url) => (HOST.test(url.hostname) && ADDRESS.test(url.pathname) ? 'sure' : null),
  sniff: (answer) => postsIn(jsonOf(answer)).length > 0 || isImageboardPage(answer),
  file: (answer: Answer) =>
    isImageboardPage(answer) ? readImageboardPage(answer) : [thread(jsonOf(answer), answer.url)],
  begin(url, config) {
    if (!config.IMAGEBOARDS) {
      throw new Problem('unsupported', 'Imageboards are not read here.', {
        remedy: 'The operator can turn them on with IMAGEBOARDS.',
      })
    }
    const [, board = '', id = ''] = ADDRESS.exec(url.pathname) ?? []
    return {
      asks: [{ url: `https://a.4cdn.org/${board}/thread/${id}.json`, purpose: 'the thread', gap: 1000 }],
      state: { url: `${url.origin}/${board}/thread/${id}` },
    }
  },
  resume: (state, answers) => ({ thread: thread(jsonOf(usable(answers[0])), state.url) }),
}
