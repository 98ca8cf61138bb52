/** Misskey and its relatives (Sharkey, Firefish): a note, what it answers and, level by level, the answers to it. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { join, plain, type Prose, quoted } from '../../text/prose.ts'
import { refusal, usable } from '../answers.ts'
import { assemble, firstWords, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, parse, record, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'

/** Notes whose answers are asked for; beyond that their number is told. */
const MOST = 40

const isNote = (value: unknown) =>
  text(value, 'id') !== null &&
  text(value, 'createdAt') !== null &&
  (text(value, 'user', 'username') ?? text(value, 'userId')) !== null &&
  (at(value, 'text') !== undefined || at(value, 'cw') !== undefined) &&
  (at(value, 'replyId') !== undefined ||
    at(value, 'renoteCount') !== undefined ||
    record(at(value, 'reactions')) !== null)

function authorOf(user: unknown): string | null {
  const name = text(user, 'username')
  const host = text(user, 'host')
  return name === null || host === null ? name : `${name}@${host}`
}

function reactions(value: unknown): number | null {
  const all = record(at(value, 'reactions'))
  if (all === null) return number(value, 'reactionCount')
  return Object.values(all).reduce((sum: number, one) => sum + (typeof one === 'number' ? one : 0), 0)
}

/** The choices of a poll; and where a note is nothing but pictures, what their writer says they show. */
function besides(note: unknown): string[] {
  const choices = list(note, 'poll', 'choices').flatMap((one) => text(one, 'text') ?? [])
  const shown = text(note, 'text') === null ? list(note, 'files').flatMap((one) => text(one, 'comment') ?? []) : []
  return [choices.map((choice) => `• ${choice}`).join('\n'), ...shown]
}

/** Notes are written in a Markdown of their own, whose effects ("$[x2 words]") are no words. */
function proseOf(source: string): Prose {
  const effects = /\$\[[a-z\d]+(?:\.[\w.,=-]+)? ([^[\]]*)\]/g
  return urlsInText(markdownToText(source.replace(effects, '$1').replace(effects, '$1'), { breaks: true, tags: true }))
}

/** The note another one shows below its words. */
function quotedIn(note: unknown): Prose {
  const shown = at(note, 'renote')
  return quoted(proseOf(text(shown, 'text') ?? ''), authorOf(at(shown, 'user')), text(shown, 'id'))
}

function read(value: unknown, origin: string | null): Post {
  const id = text(value, 'id') ?? ''
  // A renote without words says nothing of its own: what it shows is by the other writer.
  const own = text(value, 'text') !== null || record(at(value, 'renote')) === null
  const said = own ? value : at(value, 'renote')
  const warning = text(said, 'cw')
  const words = [warning ?? '', text(said, 'text') ?? '', ...besides(said)].filter((one) => one !== '').join('\n\n')
  return post({
    id,
    parentId: text(value, 'replyId'),
    author: authorOf(at(said, 'user')),
    createdAt: at(value, 'createdAt'),
    score: reactions(value),
    body: join([proseOf(words), own ? quotedIn(value) : plain('')], '\n\n'),
    permalink: text(value, 'url') ?? text(value, 'uri') ?? (origin === null ? null : `${origin}/notes/${id}`),
    kind: text(value, 'replyId') === null ? 'opening' : truthy(value, 'user', 'isBot') ? 'system' : 'reply',
    state: stateOf(value),
    globalId: text(value, 'uri'),
  })
}

function stateOf(note: unknown): Post['state'] {
  if (text(note, 'deletedAt') !== null) return 'deleted'
  if (truthy(note, 'isHidden')) return 'hidden'
  return text(note, 'updatedAt') === null ? 'ok' : 'edited'
}

/** Notes with those they answer, which come along inside them, before them. */
function notesIn(value: unknown): unknown[] {
  const notes = (Array.isArray(value) ? value : [value, ...list(value, 'notes')]).filter(isNote)
  const ids = new Set(notes.map((note) => text(note, 'id')))
  return notes.flatMap((note) => {
    const above: unknown[] = []
    for (let one = at(note, 'reply'); isNote(one) && !ids.has(text(one, 'id')); one = at(one, 'reply')) {
      ids.add(text(one, 'id'))
      above.unshift(one)
    }
    return [...above, note]
  })
}

function thread(values: unknown[], origin: string | null, missing: Missing): ReadThread {
  const posts = values.map((value) => read(value, origin))
  const answers = new Map<string, number>()
  for (const { parentId } of posts) if (parentId !== null) answers.set(parentId, (answers.get(parentId) ?? 0) + 1)
  const lost = values.reduce(
    (sum: number, value) =>
      sum + Math.max(0, (count(value, 'repliesCount') ?? 0) - (answers.get(text(value, 'id') ?? '') ?? 0)),
    0,
  )
  const [first] = posts
  return assemble({
    platform: 'misskey',
    site: siteOf(origin ?? first?.permalink ?? null, 'Misskey'),
    url: first?.permalink ?? null,
    title: firstWords(first?.text ?? ''),
    posts,
    missing: [
      ...missing,
      ...(lost > 0 ? [{ why: 'answers the server counts but did not hand out', count: lost }] : []),
    ],
  })
}

/** The note a page was made for, as its head holds it. */
function noteIn({ text: source }: Answer): unknown {
  const told = /<script[^<>]*\bid="misskey_clientCtx"[^<>]*>([^<]*)<\/script>/.exec(source)?.[1]
  const note = told === undefined ? undefined : at(parse(told), 'note')
  return isNote(note) ? note : undefined
}

/** What an answer holds: JSON, or a page. */
const heldIn = (answer: Answer): unknown[] => {
  const value = jsonOf(answer)
  return notesIn(value === undefined ? noteIn(answer) : value)
}

type State =
  | { stage: 'note'; origin: string; id: string }
  | { stage: 'children'; origin: string; values: unknown[]; asked: string[] }

const ADDRESS = /^\/notes\/(\w+)\/?$/

const ask = (origin: string, path: string, body: Record<string, unknown>, purpose: string): Ask => ({
  url: `${origin}/api/notes/${path}`,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  purpose,
})

/** Asks for the answers to every note that counts some and was not asked about yet. */
function deeper(state: Extract<State, { stage: 'children' }>, missing: Missing): Step<State> {
  const known = new Set(state.asked)
  const open = state.values
    .filter((value) => (count(value, 'repliesCount') ?? 0) > 0)
    .flatMap((value) => text(value, 'id') ?? [])
    .filter((id) => !known.has(id))
    .slice(0, Math.max(0, MOST - state.asked.length))
  if (open.length === 0 || missing.length > 0) return { thread: thread(state.values, state.origin, missing) }
  return {
    asks: open.map((noteId) => ask(state.origin, 'children', { noteId, limit: 100 }, 'answers')),
    state: { ...state, asked: [...state.asked, ...open] },
  }
}

export const misskey: Platform<State> = {
  id: 'misskey',
  name: 'Misskey',
  recognise: (url) => (ADDRESS.test(url.pathname) ? 'maybe' : null),
  sniff: (answer) => heldIn(answer).length > 0,
  file(answer) {
    return [thread(heldIn(answer), answer.url === null ? null : new URL(answer.url).origin, [])]
  },
  begin(url) {
    const id = ADDRESS.exec(url.pathname)?.[1] ?? ''
    return {
      asks: [
        ask(url.origin, 'show', { noteId: id }, 'the note'),
        ask(url.origin, 'conversation', { noteId: id, limit: 100 }, 'what it answers'),
      ],
      state: { stage: 'note', origin: url.origin, id },
    }
  },
  resume(state, answers) {
    if (state.stage === 'note') {
      const note = jsonOf(usable(answers[0]))
      if (!isNote(note)) throw new Problem('not-a-thread', 'No public note is at this address.')
      const above = answers[1] === undefined || refusal(answers[1]) !== null ? [] : notesIn(jsonOf(answers[1]))
      return deeper({ stage: 'children', origin: state.origin, values: [...above.toReversed(), note], asked: [] }, [])
    }
    const known = new Set(state.values.map((value) => text(value, 'id')))
    const fresh: unknown[] = []
    for (const value of answers.flatMap((answer: Answer) =>
      refusal(answer) === null ? notesIn(jsonOf(answer)) : [],
    )) {
      const id = text(value, 'id')
      if (known.has(id) || text(value, 'replyId') === null) continue
      known.add(id)
      fresh.push(value)
    }
    const problem = answers.map(refusal).find((one) => one !== null)
    const missing: Missing = problem === undefined || problem === null ? [] : [{ why: problem.message, count: null }]
    return deeper({ ...state, values: [...state.values, ...fresh] }, missing)
  },
}
