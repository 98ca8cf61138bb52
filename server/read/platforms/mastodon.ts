/** Mastodon and servers that speak its API (Pleroma, Akkoma, Pixelfed, GoToSocial), and saved pages of its web client. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { clean } from '../../text/clean.ts'
import { absolute, htmlToText } from '../../text/html-to-text.ts'
import { join, plain, type Prose, quoted } from '../../text/prose.ts'
import { unusable, usable } from '../answers.ts'
import { assemble, firstWords, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import { languageOf, ownAddress, pageOf, proseOf, siteOf, wordsOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

/** Parts of long addresses that are not shown, and the link to a quoted post that clients show as a card. */
const unseen = ({ attribs }: Element) => /(?:^|\s)(?:invisible|quote-inline)(?:\s|$)/.test(attribs.class ?? '')

function authorOf(account: unknown): string | null {
  const name = text(account, 'acct') ?? text(account, 'username')
  if (name === null || name.includes('@')) return name
  const host = siteOf(text(account, 'url'), '')
  return host === '' ? name : `${name}@${host}`
}

/** A boost says nothing of its own: what is boosted is read in its place. */
const saidIn = (status: unknown) => (record(at(status, 'reblog')) === null ? status : at(status, 'reblog'))

/** The choices of a poll; and where a post is nothing but pictures, what their writer says they show. */
function besides(status: unknown, words: string): Prose[] {
  const choices = list(status, 'poll', 'options').flatMap((one) => text(one, 'title') ?? [])
  const shown = words === '' ? list(status, 'media_attachments').flatMap((one) => text(one, 'description') ?? []) : []
  return [choices.map((choice) => `• ${htmlToText(choice).text}`).join('\n'), ...shown].map((said) =>
    plain(clean(said)),
  )
}

/** The post another one shows below its words; some servers wrap it in a record that says whether it may be shown. */
function quotedIn(status: unknown): Prose {
  const given = at(status, 'quote')
  const shown = record(at(given, 'quoted_status')) ?? record(given) ?? record(at(status, 'pleroma', 'quote'))
  const words = htmlToText(text(shown, 'content') ?? '', { base: text(shown, 'url'), drop: unseen })
  return quoted(words, authorOf(at(shown, 'account')), text(shown, 'url'))
}

function read(status: unknown): Post {
  const warning = text(status, 'spoiler_text')
  const words = htmlToText(text(status, 'content') ?? '', { base: text(status, 'url'), drop: unseen })
  const favourites = number(status, 'favourites_count')
  return post({
    id: text(status, 'id') ?? '',
    parentId: text(status, 'in_reply_to_id'),
    author: authorOf(at(status, 'account')),
    createdAt: at(status, 'created_at'),
    score: favourites === null ? null : favourites + (number(status, 'reblogs_count') ?? 0),
    body: join(
      [
        plain(warning === null ? '' : htmlToText(warning).text),
        words,
        ...besides(status, words.text),
        quotedIn(status),
      ],
      '\n\n',
    ),
    permalink: text(status, 'url') ?? text(status, 'uri'),
    kind: text(status, 'in_reply_to_id') === null ? 'opening' : truthy(status, 'account', 'bot') ? 'system' : 'reply',
    state: text(status, 'edited_at') === null ? 'ok' : 'edited',
    globalId: text(status, 'uri'),
  })
}

/**
 * A server hands out a bounded part of a conversation; what its posts count and what came differ by what is missing. An
 * answer to `answered` is known to be missing already.
 */
function missingOf(statuses: unknown[], answered: string | null): Missing {
  const answers = new Map<string, number>(answered === null ? [] : [[answered, 1]])
  for (const status of statuses) {
    const parent = text(status, 'in_reply_to_id')
    if (parent !== null) answers.set(parent, (answers.get(parent) ?? 0) + 1)
  }
  const lost = statuses.reduce((sum: number, status) => {
    return sum + Math.max(0, (count(status, 'replies_count') ?? 0) - (answers.get(text(status, 'id') ?? '') ?? 0))
  }, 0)
  return lost > 0
    ? [{ why: 'replies the server counts but does not show to people who are not signed in', count: lost }]
    : []
}

function thread(statuses: unknown[], missing: Missing, answered: string | null = null): ReadThread {
  const first = statuses[0]
  const url = text(first, 'url')
  const top = read(first)
  return assemble({
    platform: 'mastodon',
    site: siteOf(url, 'Mastodon'),
    url,
    title: firstWords(top.text),
    language: text(first, 'language'),
    articleUrl: null,
    posts: statuses.map(read),
    missing: [...missing, ...missingOf(statuses, answered)],
  })
}

const isStatus = (value: unknown) =>
  text(value, 'id') !== null && typeof at(value, 'content') === 'string' && record(at(value, 'account')) !== null

function statusesIn(value: unknown): unknown[] {
  if (isStatus(value)) return [saidIn(value)]
  const all = Array.isArray(value)
    ? value.map((one) => (isStatus(at(one, 'status')) ? at(one, 'status') : one))
    : [...list(value, 'ancestors'), ...list(value, 'descendants'), ...list(value, 'statuses'), ...list(value, 'data')]
  return all.filter(isStatus).map(saidIn)
}

const isContext = (value: unknown) => Array.isArray(at(value, 'ancestors')) && Array.isArray(at(value, 'descendants'))

/** A conversation comes without the post it is around: what its answers answer, or what answers the last of those above. */
function around(context: unknown): Missing[number] {
  const above = list(context, 'ancestors').map((status) => text(status, 'id'))
  const below = list(context, 'descendants')
  const shown = new Set([...above, ...below.map((status) => text(status, 'id'))])
  const middle = below.map((status) => text(status, 'in_reply_to_id')).find((id) => id !== null && !shown.has(id))
  const last = above.at(-1)
  const gap = { why: 'the post this conversation is around', count: 1 }
  if (middle != null) return { ...gap, ids: [middle] }
  return last == null ? { ...gap, opening: true } : { ...gap, below: last }
}

/** The comments of one post come without it (Pixelfed): what all answer that answer none of those shown. */
function commented(value: unknown, statuses: unknown[]): Missing {
  const shown = new Set(statuses.map((status) => text(status, 'id')))
  const outside = statuses.map((status) => text(status, 'in_reply_to_id')).filter((id) => id === null || !shown.has(id))
  const [id] = new Set(outside)
  return list(value, 'data').length === 0 || id == null || outside.some((other) => other !== id)
    ? []
    : [{ why: 'the post these comments answer', count: 1, ids: [id] }]
}

/** In the web client a line joins a reply with the post above it; a first one hangs at the post the page is about. */
function readPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer) ?? /"url":\s*"(https?:[^"]+)"/.exec(answer.text.slice(0, 2000))?.[1] ?? null
  const blocks = $('.detailed-status, .status[data-id], .activity-stream .status')
  const focused = blocks.toArray().findIndex((element) => $(element).hasClass('detailed-status'))
  const rows = blocks.toArray().map((element) => {
    const one = $(element)
    const link = one.find('.detailed-status__datetime, .status__relative-time, a.u-url.u-uid').first()
    const path = absolute(link.attr('href'), url)
    return { one, path, id: one.attr('data-id') ?? /\/(\d+)\/?$/.exec(path ?? '')?.[1] ?? path ?? '' }
  })
  const main = rows[Math.max(0, focused)]?.id ?? null
  const posts = rows.map(({ one, path, id }, index) => {
    const before = rows[index - 1]?.id ?? null
    const parentId =
      index === 0
        ? null
        : index <= focused
          ? before
          : one.hasClass('status--first-in-thread') || !one.hasClass('status--in-thread')
            ? main
            : before
    const handle = wordsOf(one.find('.display-name__account').first())?.replace(/^@/, '') ?? null
    return post({
      id,
      parentId: parentId === id ? null : parentId,
      parentVia: 'nesting',
      author: handle ?? wordsOf(one.find('.display-name__html').first()),
      createdAt:
        one.find('time[datetime]').first().attr('datetime') ??
        (index === focused ? $('meta[property="og:published_time"]').attr('content') : null),
      score: number(wordsOf(one.find('.detailed-status__favorites').first())),
      body: proseOf(one.find('.status__content__text, .status__content').first(), { base: url, drop: unseen }),
      permalink: path,
      kind: parentId === null ? 'opening' : 'reply',
      state: one.find('.detailed-status__edited-at, .status__relative-time abbr').length > 0 ? 'edited' : 'ok',
    })
  })
  return assemble({
    platform: 'mastodon',
    site: siteOf(url, 'Mastodon'),
    url,
    title: firstWords(posts[0]?.text ?? ''),
    language: languageOf($),
    posts,
    missing: [{ why: 'replies the page had not loaded when it was saved', count: null }],
  })
}

interface State {
  origin: string
  id: string
  /** The status the address names, until the conversation is known from its top. */
  status: unknown
}

const ADDRESS = /^\/(?:@[^/]+|users\/[^/]+\/statuses|web\/statuses|web\/@[^/]+|notice|statuses|p\/[^/]+)\/(\w+)\/?$/

function asks(origin: string, id: string): Ask[] {
  return [
    { url: `${origin}/api/v1/statuses/${id}`, purpose: 'the post' },
    { url: `${origin}/api/v1/statuses/${id}/context`, purpose: 'the conversation around it' },
  ]
}

export const mastodon: Platform<State> = {
  id: 'mastodon',
  name: 'Mastodon',
  recognise: (url) => (ADDRESS.test(url.pathname) ? 'maybe' : null),
  sniff(answer) {
    const value = jsonOf(answer)
    if (value !== undefined) return isContext(value) || statusesIn(value).length > 0
    return /class=(?:"[^"]*|'[^']*)\b(?:detailed-status__wrapper|status__wrapper|detailed-status)\b/.test(answer.text)
  },
  file(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return [readPage(answer)]
    const statuses = statusesIn(value)
    if (statuses.length === 0) throw new Problem('not-a-thread', 'This conversation holds no posts.')
    if (!isContext(value)) return [thread(statuses, commented(value, statuses))]
    return [thread(statuses, [around(value)], text(list(value, 'ancestors').at(-1), 'id'))]
  },
  begin(url) {
    const id = ADDRESS.exec(url.pathname)?.[1] ?? ''
    return { asks: asks(url.origin, id), state: { origin: url.origin, id, status: null } }
  },
  resume(state, answers) {
    const [status, context] = answers.map((answer) => jsonOf(usable(answer)))
    if (!isStatus(status)) throw new Problem('not-a-thread', 'No public post is at this address.')
    const problem = unusable(answers[1] as Answer, isContext(context))
    if (problem !== null) throw problem
    const top = text(list(context, 'ancestors')[0], 'id')
    if (top !== null && state.status === null)
      return { asks: asks(state.origin, top), state: { ...state, id: top, status } }
    const statuses = [...list(context, 'ancestors'), status, ...list(context, 'descendants')].filter(isStatus)
    return { thread: thread(statuses, []) }
  },
}
