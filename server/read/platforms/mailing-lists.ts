/** Mailing lists: mailboxes and single mails, and the archives that hand out mailboxes (public-inbox, HyperKitty, Pipermail). */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { instant } from '../../text/instant.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { copyStart, mailBody } from '../../text/mail-body.ts'
import { mailDate } from '../../text/mail-date.ts'
import { type Boxed, type Mail, readMail, receivedAt, splitMailbox } from '../../text/mime.ts'
import { shortHash } from '../../text/short-hash.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { cut, plain, type Prose, trim } from '../../text/prose.ts'
import { usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { pageOf, siteOf, wordsOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { senderOf } from './mail-sender.ts'
import { isMailPage, readMailPage } from './mail-pages.ts'
import { isPublicInboxPage, readPublicInboxPage } from './public-inbox-pages.ts'

/** One byte per character: every message says its own charset. */
function bytesOf(answer: Answer): string {
  return Buffer.from(answer.bytes ?? Buffer.from(answer.text)).toString('latin1')
}

const isMailbox = (source: string) => /^\s*From \S.*\d{4}\s*\r?\n[\w-]+:/.test(source)

/** A single mail: header lines from the first one on, with a writer and something only mail has. */
function isMail(source: string): boolean {
  const head = source.slice(0, 20_000).split(/\r?\n\r?\n/, 1)[0] ?? ''
  return (
    /^[\w-]+:/.test(head) &&
    /^from:/im.test(head) &&
    /^(?:message-id|received|mime-version|references):/im.test(head) &&
    /^(?:date|subject):/im.test(head)
  )
}

/** A subject without "Re:", list tags and blanks: mails with equal ones belong together where nothing better is known. */
function subjectKey(subject: string): string {
  return subject
    .replace(/\[[^\]]{1,40}\]/g, ' ')
    .replace(/\((?:was|war|before|ehemals)\b[^()]{0,200}\)\s*$/i, ' ')
    .replace(/^(?:\s*(?:re|aw|sv|fwd?|wg|antw|réf|tr)\s*(?:\[\d+\])?:)+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

const idsIn = (value: string | undefined): string[] =>
  [...(value ?? '').matchAll(/<([^<>\s]+)>/g)].map((found) => found[1] as string)

/** Pipermail leaves a few lines in the place of what was attached. */
const SCRUBBED = /^-{14} next part -{14}\nAn? .{1,60} was scrubbed\.\.\.\n(?:[\w-]+: .*\n?)*/gm

function bodyOf(mail: Mail): Prose {
  if (mail.text !== null) return urlsInText(mailBody(mail.text.replace(/\r\n?/g, '\n').replace(SCRUBBED, '')))
  if (mail.html === null) return plain('')
  const whole = quoteLines(
    htmlToText(mail.html, {
      drop: ({ attribs }) => /gmail_attr|moz-cite-prefix|gmail_signature/.test(attribs.class ?? ''),
    }),
  )
  return trim(cut(whole, [{ start: copyStart(whole.text), end: whole.text.length }]))
}

interface Letter {
  mail: Mail
  /** The "From " line of the mailbox it lay in. */
  from: string
  id: string
  subject: string
  parent: string | null
}

/** Parent: In-Reply-To, else the last known of References, else the mail that opened the subject. */
function linked(letters: Letter[]): Letter[] {
  const known = new Set(letters.map(({ id }) => id))
  const openers = new Map<string, string>()
  for (const { id, subject } of letters) if (!openers.has(subjectKey(subject))) openers.set(subjectKey(subject), id)
  return letters.map((letter) => {
    const { headers } = letter.mail
    const named = [...idsIn(headers.get('in-reply-to')), ...idsIn(headers.get('references')).reverse()].filter(
      (id) => id !== letter.id,
    )
    const parent = named.find((id) => known.has(id))
    const opener = openers.get(subjectKey(letter.subject))
    const isAnswer = named.length > 0 || /^\s*(?:\[[^\]]*\]\s*)*(?:re|aw|sv|antw)\s*:/i.test(letter.subject)
    const guess = isAnswer && opener !== letter.id && opener !== undefined ? opener : (named[0] ?? null)
    return { ...letter, parent: parent ?? guess }
  })
}

/** A mail sent to two lists stands twice in a mailbox of both; others that bear the same id are told apart. */
function idOf(mail: Mail, source: string, seen: Map<string, string>): string {
  const id = idsIn(mail.headers.get('message-id'))[0] ?? `mail-${shortHash(source)}`
  const words = mail.text ?? mail.html ?? ''
  const unlike = seen.has(id) && seen.get(id) !== words
  if (!seen.has(id)) seen.set(id, words)
  return unlike ? `${id}~${shortHash(words)}` : id
}

function readLetters(sources: Boxed[]): Letter[] {
  const seen = new Map<string, string>()
  return linked(
    sources.map(({ source, from }) => {
      const mail = readMail(source)
      return {
        mail,
        from,
        id: idOf(mail, source, seen),
        subject: mail.headers.get('subject') ?? '',
        parent: null,
      }
    }),
  )
}

function thread(
  letters: Letter[],
  url: string | null,
  more: { title?: string | null; notices?: string[] } = {},
): ReadThread {
  const known = new Set(letters.map(({ id }) => id))
  const posts = letters.map(({ mail, from, id, subject, parent }): Post => {
    const opens = parent === null || !known.has(parent)
    return post({
      id,
      parentId: parent,
      author: senderOf(mail.headers.get('from') ?? ''),
      createdAt: mailDate(mail.headers.get('date')) ?? instant(mail.headers.get('date')) ?? receivedAt(from),
      title: opens ? subject : null,
      body: bodyOf(mail),
      permalink:
        url !== null && url.endsWith('/t.mbox.gz')
          ? url.replace(/[^/]+\/t\.mbox\.gz$/, `${encodeURIComponent(id).replaceAll('%40', '@')}/`)
          : null,
      kind: opens ? 'opening' : 'reply',
      globalId: id,
    })
  })
  const list = /<([^<>]+)>/.exec(letters[0]?.mail.headers.get('list-id') ?? '')?.[1]
  return assemble({
    platform: 'mail',
    site: siteOf(url, list ?? 'A mailbox'),
    url,
    title: more.title ?? letters[0]?.subject ?? null,
    posts,
    notices: more.notices ?? [],
  })
}

function file(answer: Answer): ReadThread[] {
  if (isPublicInboxPage(answer)) return [readPublicInboxPage(answer)]
  if (isMailPage(answer)) return [readMailPage(answer)]
  const source = bytesOf(answer)
  const letters = readLetters(isMailbox(source) ? splitMailbox(source) : [{ source, from: '' }])
  const subjects = new Set(letters.map(({ subject }) => subjectKey(subject))).size
  return [
    thread(letters, answer.url, { notices: subjects > 1 ? [`This mailbox holds mails on ${subjects} subjects.`] : [] }),
  ]
}

type State =
  | { kind: 'mailbox'; url: string }
  | { kind: 'pipermail'; url: string; subject: string | null; packed: boolean }

const askMonth = (url: string, ending: string): Ask => ({
  url: url.replace(/\/\d+\.html.*$/, `.${ending}`),
  purpose: 'the mails of that month',
})

const PUBLIC_INBOX = /^(\/[^/]+\/[^/]+@[^/]+)(?:\/(?:[tT]|raw|t\.mbox\.gz|t\.atom|R)?(?:\/.*)?)?$/
const HYPERKITTY = /^(.*\/archives\/list\/[^/]+)\/thread\/(\w+)/
const PIPERMAIL = /^(.*\/pipermail\/[^/]+\/\d{4}-\w+)\/(\d+)\.html$/

export const mailingLists: Platform<State> = {
  id: 'mail',
  name: 'A mailing list',
  recognise: (url) =>
    HYPERKITTY.test(url.pathname) ||
    PIPERMAIL.test(url.pathname) ||
    PUBLIC_INBOX.test(decodeURI(url.pathname.replace(/%(?![\dA-F]{2})/gi, '%25')))
      ? 'maybe'
      : null,
  sniff(answer) {
    if (isPublicInboxPage(answer) || isMailPage(answer)) return true
    const start = answer.text.slice(0, 30_000)
    return isMailbox(start) || isMail(start)
  },
  file,
  begin(url) {
    const hyper = HYPERKITTY.exec(url.pathname)
    if (hyper !== null) {
      const ask: Ask = {
        url: `${url.origin}${hyper[1]}/export/thread.mbox.gz?thread=${hyper[2]}`,
        purpose: 'the thread as a mailbox',
      }
      return { asks: [ask], state: { kind: 'mailbox', url: url.href } }
    }
    if (PIPERMAIL.test(url.pathname))
      return {
        asks: [{ url: url.href, purpose: 'the mail' }],
        state: { kind: 'pipermail', url: url.href, subject: null, packed: false },
      }
    const path = PUBLIC_INBOX.exec(decodeURI(url.pathname))?.[1] ?? ''
    const mailbox = `${url.origin}${path}/t.mbox.gz`
    return { asks: [{ url: mailbox, purpose: 'the thread as a mailbox' }], state: { kind: 'mailbox', url: mailbox } }
  },
  resume(state, answers) {
    // Months that are over are often kept packed alone.
    if (state.kind === 'pipermail' && state.subject !== null && !state.packed && answers[0]?.status === 404)
      return { asks: [askMonth(state.url, 'txt.gz')], state: { ...state, packed: true } }
    const answer = usable(answers[0])
    if (state.kind === 'pipermail' && state.subject === null) {
      const subject = wordsOf(pageOf(answer)('h1').first())
      if (subject === null) throw new Problem('not-a-thread', 'No mail is at this address.')
      return { asks: [askMonth(state.url, 'txt')], state: { ...state, subject } }
    }
    const source = bytesOf(answer)
    if (!isMailbox(source)) throw new Problem('not-a-thread', 'No mailbox is at this address.')
    const all = readLetters(splitMailbox(source))
    const subject = state.kind === 'pipermail' ? state.subject : null
    const letters = subject === null ? all : all.filter((letter) => subjectKey(letter.subject) === subjectKey(subject))
    if (letters.length === 0)
      throw new Problem('not-found', 'The mails of that thread were not found in the archive of its month.')
    const notices =
      subject === null ? [] : ['Pipermail keeps mails by month: answers of later months are not included.']
    return { thread: thread(letters, state.url, { title: subject, notices }) }
  },
}
