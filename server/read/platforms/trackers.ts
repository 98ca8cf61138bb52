/** Tickets of Trac, Redmine, Jira, Launchpad and Bugzilla as their pages show them: the report, then what people wrote below it. */
import { type AnyNode, type Element, isText } from 'domhandler'
import { Problem } from '../../problem.ts'
import { clean } from '../../text/clean.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { assemble } from '../assemble.ts'
import { languageOf, looksLikeHtml, ownAddress, pageOf, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, firstBelow } from '../select.ts'

/** Where the parts of a post stand, as selectors. */
interface Places {
  author: string
  /** What gives the time in an attribute or in its words. */
  time: string
  words: string
}

interface Tracker {
  name: string
  /** What together only its pages hold. */
  marks: RegExp[]
  title: string
  /** Null where the report is the first of the comments. */
  report: ({ holder: string } & Places) | null
  comment: { holder: string } & Places
  /** The number of a comment, as others refer to it. */
  numberOf: (comment: Element) => string | null
  /** The number of the comment it answers. */
  answers: (comment: Element) => string | null
}

const numberIn = (words: string | undefined | null) => /\d+/.exec(words ?? '')?.[0] ?? null

const bugzilla = {
  name: 'Bugzilla',
  title: '#field-value-short_desc, #short_desc_nonedit_display, #title + p, #summary_container',
  report: null,
  numberOf: ({ attribs }: Element) => numberIn(attribs.id),
  answers: (comment: Element) => {
    const link = firstBelow(comment, '.bz_comment_text a[href*="#c"], .comment-text a[href*="#c"]')
    const reply = /^\s*\(In reply to\b[^)]*?\bcomment #(\d+)\)/i.exec(
      textIn(firstBelow(comment, '.bz_comment_text, .comment-text')) ?? '',
    )
    return reply === null ? null : (reply[1] ?? numberIn(link?.attribs.href))
  },
}

const TRACKERS: Tracker[] = [
  {
    name: 'Trac',
    marks: [/\bid="ticket"/, /\b(?:trac-author|trac-ticket-title|trac-status)\b/],
    title: '#ticket .summary, h1 .summary',
    report: {
      holder: '#ticket',
      author: '[headers="h_reporter"]',
      time: '.date a.timeline, .date [title]',
      words: '.description .searchable',
    },
    comment: { holder: '#changelog .change', author: '.trac-author', time: 'a.timeline', words: '.comment' },
    numberOf: (comment) => numberIn(firstBelow(comment, '.cnum')?.attribs.id),
    answers: (comment) => {
      const link = allBelow(comment, '.threading a[href*="#comment:"], .reply-info a[href*="#comment:"]').find(
        ({ attribs, prev }) =>
          /in-reply-to/.test(attribs.class ?? '') || (prev !== null && isText(prev) && /in reply to/i.test(prev.data)),
      )
      return numberIn(/#comment:\d+/.exec(link?.attribs.href ?? '')?.[0])
    },
  },
  {
    name: 'Redmine',
    marks: [/\bid="journal-\d+-notes"|\bcontent="Redmine"/, /\bclass="(?:issue|journal)\b/, /\bclass="wiki\b/],
    title: '.issue .subject h3',
    report: {
      holder: '.issue.details, .issue',
      author: '.author a.user',
      time: '.author a[title]',
      words: '.description .wiki',
    },
    comment: {
      holder: '.journal',
      author: '.note-header a.user, h4 a.user',
      time: '.note-header a[title], h4 a[title]',
      words: '.wiki',
    },
    numberOf: (comment) => numberIn(firstBelow(comment, '[id^="note-"]')?.attribs.id),
    answers: () => null,
  },
  {
    name: 'Jira',
    marks: [/\bid="issue-content"/, /\b(?:activity-comment|summary-val)\b/],
    title: '#summary-val',
    report: {
      holder: '#issue-content',
      author: '#reporter-val .user-hover, #reporter-val, #peoplemodule .user-hover',
      time: '#created-val time, #create-date time, #datesmodule time',
      words: '#description-val .user-content-block, #description-val, #descriptionmodule .user-content-block',
    },
    comment: {
      holder: '.activity-comment',
      author: '.action-details .user-hover, .action-details a',
      time: 'time[datetime], .date[title]',
      words: '.action-body',
    },
    numberOf: ({ attribs }) => numberIn(attribs.id),
    answers: () => null,
  },
  // Jira in the cloud names its parts for its own tests alone.
  {
    name: 'Jira',
    marks: [/data-testid="issue\.views\./, /data-testid="comment-base-item-\d/],
    title: '[data-testid="issue.views.issue-base.foundation.summary.heading"]',
    report: {
      holder: 'body',
      author:
        '[data-testid="issue.views.field.user.reporter"] [role="presentation"] + span, [data-testid*="user.reporter"]',
      time: '[data-testid="created-date.ui.read.meta-date"] time, [data-testid="created-date.ui.read.meta-date"]',
      words: '[data-testid="issue.views.field.rich-text.description"] .ak-renderer-document',
    },
    comment: {
      holder: '[data-testid^="comment-base-item-"]',
      author:
        '[data-testid$="-header"] [data-testid$="author"], [data-testid$="-header"] a, [data-testid$="-header"] span',
      time: '[data-testid$="-header"] time, [data-testid="issue-timestamp.relative-time"]',
      words: '.ak-renderer-document',
    },
    numberOf: ({ attribs }) => numberIn(attribs['data-testid']),
    answers: () => null,
  },
  {
    name: 'Launchpad',
    marks: [/class="boardComment\b/, /id="edit-title"/],
    title: '#edit-title .yui3-editable_text-text, #edit-title',
    report: {
      holder: 'body',
      author: '#registration a.person, #registration a',
      time: '#registration time, #registration span[title]',
      words: '#edit-description .yui3-editable_text-text, #edit-description',
    },
    comment: {
      holder: '.boardComment',
      author: '.boardCommentDetails a.person, .boardCommentDetails a',
      time: '.boardCommentDetails time, .boardCommentDetails span[title]',
      words: '.boardCommentBody .comment-text, .boardCommentBody .editable-message-text',
    },
    numberOf: (comment) =>
      /\/comments\/(\d+)$/.exec(
        firstBelow(comment, '.boardCommentDetails a[href*="/comments/"], .boardCommentFooter a[href*="/comments/"]')
          ?.attribs.href ?? '',
      )?.[1] ?? null,
    answers: () => null,
  },
  {
    ...bugzilla,
    marks: [/\bclass="bz_comment\b/],
    comment: {
      holder: '.bz_comment',
      author: '.bz_comment_user .fn, .bz_comment_user',
      time: '.bz_comment_time',
      words: '.bz_comment_text',
    },
  },
  {
    ...bugzilla,
    marks: [/\bclass="change-set"/, /\bclass="comment-text\b/],
    comment: {
      holder: '.change-set',
      author: '.comment-author .fna, .comment-author .fn',
      time: '.rel-time',
      words: '.comment-text',
    },
  },
]

const trackerOf = ({ text }: Answer) =>
  looksLikeHtml(text) ? (TRACKERS.find(({ marks }) => marks.every((mark) => mark.test(text))) ?? null) : null

/** The first of what a list of places names that is there: the surest is named first. */
const firstOf = (holder: Element, places: string) =>
  places.split(', ').reduce<Element | null>((found, place) => found ?? firstBelow(holder, place), null)

/** What an element tells of a time, the surest first; of a link to a day's events, the time in its address. */
function timesIn(element: Element | null): { createdAt: string | null; age: string | null } {
  const { datetime, 'data-time': seconds, title = null, href = '' } = element?.attribs ?? {}
  const linked = /[?&]from=(\d{4}-\d\d-\d\dT[^&]+)/.exec(href)?.[1]
  const exact =
    datetime ?? seconds ?? (linked === undefined ? null : decodeURIComponent(linked.replace(/%(?![\da-f]{2})/gi, '')))
  const words = textIn(element)
  const zoned = [title, words].find((one) => one !== null && /\b(?:UTC|GMT)$|[+-]\d\d:?\d\d$/.test(one)) ?? null
  return { createdAt: exact ?? zoned, age: title?.replace(/^See timeline at /, '') ?? words }
}

/** Links and buttons beside the words, and the line that only says what is answered. */
const isBeside = ({ name, attribs }: Element) =>
  name === 'button' || /(?:^|\s)(?:contextual|journal-actions)(?=$|\s)/.test(attribs.class ?? '')

/** Bugzilla sets words as they were typed. */
function proseOf(words: Element, base: string | null): Prose {
  if (words.name !== 'pre') return quoteLines(nodesToText(words.children, { base, drop: isBeside }))
  return urlsInText(quoteLines(plain(clean(typed(words)).trim())))
}

/** The text in `element`, line by line as it stands there. */
const typed = (element: Element) => {
  const texts: string[] = []
  const todo: AnyNode[] = element.children.toReversed()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isText(node)) texts.push(node.data)
    else if ('children' in node) todo.push(...node.children.toReversed())
  }
  return texts.join('')
}

function readTicket(answer: Answer, tracker: Tracker): ReadThread {
  const $ = pageOf(answer)
  const root = $.root().get(0)
  const url = ownAddress($, answer)
  const title = textIn(firstBelow(root, tracker.title)) ?? titleOf($)
  const drafted = (holder: Element, places: Places) => {
    const words = firstOf(holder, places.words)
    return {
      author: textIn(firstOf(holder, places.author)),
      ...timesIn(firstOf(holder, places.time)),
      readAt: answer.readAt,
      body: words === null ? plain('') : proseOf(words, url),
    }
  }
  const { report, comment } = tracker
  const opened = report === null ? null : firstBelow(root, report.holder)
  // Changes of fields, which nobody put in words, are no posts.
  const holders = allBelow(root, comment.holder).filter((holder) => firstOf(holder, comment.words) !== null)
  const isReport = (holder: Element) => report === null && tracker.numberOf(holder) === '0'
  const numbers = new Set(holders.map(tracker.numberOf))
  const posts = [
    ...(opened === null || report === null
      ? []
      : [post({ id: 'report', title, ...drafted(opened, report), permalink: url, kind: 'opening' })]),
    ...holders.map((holder, at) => {
      const id = tracker.numberOf(holder) ?? `c${at + 1}`
      const above = tracker.answers(holder)
      return post({
        id,
        parentId: above !== null && above !== id && numbers.has(above) ? above : null,
        title: isReport(holder) ? title : null,
        ...drafted(holder, comment),
        permalink: url,
        kind: isReport(holder) ? 'opening' : 'comment',
      })
    }),
  ]
  return assemble({
    platform: 'tracker',
    site: siteOf(url, tracker.name),
    url,
    title,
    language: languageOf($),
    posts,
  })
}

export const trackers: Platform = {
  id: 'tracker',
  name: 'Trac, Redmine, Jira, Launchpad and Bugzilla',
  recognise: () => null,
  sniff: (answer) => trackerOf(answer) !== null,
  file(answer) {
    const tracker = trackerOf(answer)
    if (tracker === null) throw new Problem('not-a-thread', 'No post was found there.')
    return [readTicket(answer, tracker)]
  },
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume() {
    throw new Problem('not-a-thread', 'Tickets are read from files.')
  },
}
