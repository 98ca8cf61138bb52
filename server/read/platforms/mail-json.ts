/** Mails as the interfaces of archives hand them out in JSON: Pony Mail (threads of lists.apache.org) and HyperKitty (Mailman 3). */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { mailBody } from '../../text/mail-body.ts'
import { refusal, usable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, jsonOf, list, number, record, text } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'

/** Mails asked for one by one, where the list of a thread holds none of their words. */
const MOST = 50

const bare = (id: string | null): string | null => id?.replace(/^\s*<|>\s*$/g, '').trim() ?? null

/** A name without its address. */
function nameIn(from: string | null): string | null {
  if (from === null) return null
  const name = from
    .replace(/<[^>]*>/g, ' ')
    .replace(/["\\]/g, '')
    .trim()
  return name === '' || name.includes('@') ? (/([\w.+-]+)(?:@| at |\.\.\.)/.exec(from)?.[1] ?? null) : name
}

/** What both kinds say of one mail, under one name each. */
interface Letter {
  id: string
  parent: string | null
  from: string | null
  at: unknown
  subject: string
  body: string | null
  link: string | null
}

const isPony = (value: unknown) =>
  (text(value, 'mid') ?? text(value, 'id')) !== null &&
  text(value, 'subject') !== null &&
  text(value, 'from') !== null &&
  (number(value, 'epoch') ?? number(value, 'date')) !== null
const isKitty = (value: unknown) =>
  text(value, 'message_id_hash') !== null && (text(value, 'sender_name') ?? text(value, 'sender', 'address')) !== null

function letterOf(value: unknown, base: string | null): Letter {
  if (isKitty(value)) {
    const parent = text(value, 'parent')
    return {
      id: text(value, 'message_id_hash') ?? '',
      parent: parent === null ? null : (/\/email\/(\w+)\/?$/.exec(parent)?.[1] ?? parent),
      from: text(value, 'sender_name') ?? nameIn(text(value, 'sender', 'address')),
      at: at(value, 'date'),
      subject: text(value, 'subject') ?? '',
      body: text(value, 'content'),
      link: text(value, 'url')?.replace('/api/list/', '/list/').replace('/email/', '/message/') ?? null,
    }
  }
  const id = bare(text(value, 'message-id')) ?? text(value, 'mid') ?? text(value, 'id') ?? ''
  const mid = text(value, 'mid') ?? text(value, 'id')
  return {
    id,
    parent: bare(text(value, 'in-reply-to')) ?? bare(text(value, 'irt')),
    from: nameIn(htmlToText((text(value, 'from') ?? '').replace(/</g, '&lt;')).text),
    at: number(value, 'epoch') ?? at(value, 'date'),
    subject: text(value, 'subject') ?? '',
    body: text(value, 'body'),
    link: base === null || mid === null ? null : `${base}/thread/${mid}`,
  }
}

/** Pony Mail tells who answers whom as a tree of numbers where the mails themselves do not say. */
function treeParents(value: unknown): Map<string, string> {
  const parents = new Map<string, string>()
  const todo: { node: unknown; above: string | null }[] = [{ node: at(value, 'thread'), above: null }]
  for (let next = todo.pop(); next !== undefined && parents.size < 5000; next = todo.pop()) {
    const id = text(next.node, 'mid') ?? text(next.node, 'tid') ?? text(next.node, 'id')
    if (id !== null && next.above !== null && !parents.has(id)) parents.set(id, next.above)
    for (const child of list(next.node, 'children')) todo.push({ node: child, above: id })
  }
  return parents
}

function mailsIn(value: unknown): unknown[] {
  const all = [
    ...(Array.isArray(value) ? value : []),
    ...list(value, 'emails'),
    ...list(value, 'results'),
    ...(record(at(value, 'emails')) === null ? [] : Object.values(record(at(value, 'emails')) ?? {})),
    value,
  ]
  return all.filter((one) => isPony(one) || isKitty(one))
}

function thread(value: unknown, url: string | null, bodies: Map<string, string>, missing: Missing): ReadThread {
  const base = url === null ? null : new URL(url).origin
  const values = mailsIn(value)
  const tree = treeParents(value)
  const byMid = new Map(values.map((one) => [text(one, 'mid') ?? text(one, 'id') ?? '', letterOf(one, base).id]))
  const letters = values.map((one): Letter => {
    const letter = letterOf(one, base)
    const mid = text(one, 'mid') ?? text(one, 'id') ?? ''
    const above = tree.get(mid)
    return {
      ...letter,
      parent: letter.parent ?? (above === undefined ? null : (byMid.get(above) ?? null)),
      body: letter.body ?? bodies.get(mid) ?? null,
    }
  })
  const known = new Set(letters.map(({ id }) => id))
  const sorted = letters.toSorted((a, b) => Number(a.at) - Number(b.at) || 0)
  const posts = sorted.map(({ id, parent, from, at: time, subject, body, link }): Post => {
    const opens = parent === null || !known.has(parent)
    return post({
      id,
      parentId: parent,
      author: from,
      createdAt: time,
      title: opens ? subject : null,
      body: urlsInText(mailBody(body ?? '')),
      permalink: link,
      kind: opens ? 'opening' : 'reply',
      globalId: id.includes('@') ? id : null,
    })
  })
  return assemble({
    platform: 'mail',
    site: siteOf(url, 'A mail archive'),
    url,
    title: sorted[0]?.subject ?? null,
    posts,
    missing,
  })
}

const ADDRESS = /^\/thread(?:\.html)?\/([\w@.%<>+-]{8,})\/?$/

interface State {
  url: string
  id: string
  value: unknown
  asked: string[]
}

const askMail = (url: string, id: string): Ask => ({
  url: `${new URL(url).origin}/api/email.lua?id=${encodeURIComponent(id)}`,
  purpose: 'a mail',
})

export const mailJson: Platform<State> = {
  id: 'mail',
  name: 'A mail archive',
  recognise: (url) => (!ADDRESS.test(url.pathname) ? null : url.hostname === 'lists.apache.org' ? 'sure' : 'maybe'),
  sniff: (answer) => mailsIn(jsonOf(answer)).length > 0,
  file(answer) {
    const silent = mailsIn(jsonOf(answer)).filter((one) => !isKitty(one) && text(one, 'body') === null).length
    const missing = silent > 0 ? [{ why: 'the words of mails that were not handed out', count: silent }] : []
    return [thread(jsonOf(answer), answer.url, new Map(), missing)]
  },
  begin(url) {
    const id = ADDRESS.exec(url.pathname)?.[1] ?? ''
    return {
      asks: [{ url: `${url.origin}/api/thread.lua?id=${id}`, purpose: 'the thread' }],
      state: { url: url.href, id, value: null, asked: [] },
    }
  },
  resume(state, answers): Step<State> {
    if (state.value === null) {
      const value = jsonOf(usable(answers[0]))
      const mails = mailsIn(value)
      if (mails.length === 0) throw new Problem('not-a-thread', 'No thread of mails is at this address.')
      const silent = mails.flatMap((one) =>
        text(one, 'body') === null ? (text(one, 'mid') ?? text(one, 'id') ?? []) : [],
      )
      const asked = silent.slice(0, MOST)
      if (asked.length === 0) return { thread: thread(value, state.url, new Map(), []) }
      return { asks: asked.map((id) => askMail(state.url, id)), state: { ...state, value, asked } }
    }
    const bodies = new Map<string, string>()
    const problem = answers.map(refusal).find((one) => one !== null)
    answers.forEach((answer: Answer, index) => {
      const body = refusal(answer) === null ? text(jsonOf(answer), 'body') : null
      if (body !== null) bodies.set(state.asked[index] ?? '', body)
    })
    const silent = mailsIn(state.value).filter((one) => text(one, 'body') === null).length - bodies.size
    const why = `the words of mails that were not handed out${problem === undefined || problem === null ? '' : ` (${problem.message})`}`
    return { thread: thread(state.value, state.url, bodies, silent > 0 ? [{ why, count: silent }] : []) }
  },
}
