/** Tickets as XML: Jira's view of an issue (an RSS of its own kind) and Bugzilla's (`ctype=xml`). */
import { load } from 'cheerio/slim'
import type { Element } from 'domhandler'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import type { Page } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import type { Draft } from '../post.ts'
import { bugWords, IN_REPLY } from './bug-words.ts'
import { REPORT, threadOf } from './tickets.ts'

const isJira = (text: string) =>
  /<rss\b/.test(text.slice(0, 3000)) && /<key id="\d+">[A-Z]/.test(text) && /<reporter\b/.test(text)
const isBugzilla = (text: string) => /<bugzilla\b/.test(text.slice(0, 3000)) && /<long_desc\b/.test(text)

const wordsOf = ($: Page, holder: Element, name: string): string | null =>
  $(holder).children(name).first().text().trim() || null

function jiraIssue($: Page, item: Element): ReadThread {
  const comments = $<Element, string>('comments > comment', item).toArray()
  const title = wordsOf($, item, 'summary')
  return threadOf(
    {
      tracker: 'Jira',
      url: wordsOf($, item, 'link'),
      title: title ?? wordsOf($, item, 'title'),
      report: {
        author: wordsOf($, item, 'reporter'),
        createdAt: wordsOf($, item, 'created'),
        body: htmlToText(wordsOf($, item, 'description') ?? ''),
      },
      comments: comments.map((comment, index): Draft => {
        const { id = `c${index + 1}`, author, created } = comment.attribs
        return { id, author: author ?? null, createdAt: created, body: htmlToText($(comment).text()) }
      }),
      total: null,
    },
    [],
  )
}

function bug($: Page, element: Element, base: string | null): ReadThread | null {
  const all = $<Element, string>('long_desc', element).toArray()
  if (all.length === 0) return null
  const ids = all.map((one, index) => (index === 0 ? REPORT : (wordsOf($, one, 'commentid') ?? `c${index}`)))
  const places = new Map(all.map((one, index) => [wordsOf($, one, 'comment_count') ?? `${index}`, ids[index]]))
  const drafts = all.map((one, index): Draft => {
    const source = wordsOf($, one, 'thetext') ?? ''
    const who = $(one).children('who').first()
    return {
      id: ids[index] ?? '',
      parentId: places.get(IN_REPLY.exec(source)?.[1] ?? '') ?? null,
      author: who.attr('name') || who.text().trim(),
      createdAt: wordsOf($, one, 'bug_when'),
      body: bugWords(source),
    }
  })
  const [report = null, ...comments] = drafts
  const id = wordsOf($, element, 'bug_id')
  const url = base === null || id === null ? null : `${base.replace(/\/?$/, '/')}show_bug.cgi?id=${id}`
  const title = wordsOf($, element, 'short_desc')
  return threadOf({ tracker: 'Bugzilla', url, title, report, comments, total: null }, [])
}

function file({ text }: Answer): ReadThread[] {
  const $: Page = load(text, { xml: true })
  if (isJira(text))
    return $<Element, string>('channel > item')
      .toArray()
      .map((item) => jiraIssue($, item))
  const base = $('bugzilla').attr('urlbase') ?? null
  const bugs = $<Element, string>('bugzilla > bug')
    .toArray()
    .flatMap((element) => bug($, element, base) ?? [])
  // A bug that can't be shown says why: it is not there, or not for everybody.
  const refused = $('bug[error]').first().attr('error')
  if (bugs.length === 0 && refused !== undefined)
    throw new Problem(/NotPermitted/i.test(refused) ? 'login-required' : 'not-found', 'That bug can’t be shown.')
  return bugs
}

export const trackerXml: Platform = {
  id: 'tracker',
  name: 'Jira and Bugzilla as XML',
  recognise: () => null,
  sniff: ({ text }) => isJira(text) || isBugzilla(text) || /<bugzilla\b[\s\S]*<bug error="/.test(text.slice(0, 3000)),
  file,
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume() {
    throw new Problem('not-a-thread', 'Tickets are read from files.')
  },
}
