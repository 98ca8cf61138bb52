/** Saved pages of GitLab issues and merge requests: notes as the page drew them. */
import type { AnyNode, Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { number } from '../json.ts'
import { languageOf, ownAddress, proseOf, siteOf, textIn, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, elementsBelow, firstBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import { treeToReadOf } from '../tree.ts'

const NOTES = 'li.note[id^="note_"], li[id^="note_"], div.note[id^="note_"]'

export function isGitLabPage(answer: Answer): boolean {
  return (
    /content="GitLab"|gon\.gitlab|gitlab-logo|js-noteable-awards/i.test(answer.text) &&
    /id="note_\d+"/.test(answer.text)
  )
}

/** The words of a note; what stands around them tells of edits and reactions. */
const wordsAmong = (below: Element[]): Element | null =>
  firstNamed(below, '.note-text .md') ?? firstNamed(below, '.note-text') ?? firstNamed(below, '.note-body')

export function readGitLabPage(answer: Answer): ReadThread {
  const $ = treeToReadOf(answer.text)
  const url = ownAddress($, answer)
  const title =
    wordsOf(
      $('[data-testid="issue-title"], [data-testid="work-item-title"], h1.title, .detail-page-header h1').first(),
    ) ?? titleOf($)
  const head = $('.issuable-meta, .detail-page-header, [data-testid="work-item-created"]').first()
  const opening = post({
    id: 'issue',
    // Notes name people by what they sign in with.
    author:
      head.find('a[data-username]').first().attr('data-username') ??
      wordsOf(head.find('.author-link .author, .author, [data-testid="author-link"]').first()),
    createdAt: head.find('time[datetime]').first().attr('datetime'),
    score: number(
      wordsOf($('.awards, .js-noteable-awards').first().find('button:has([data-name="thumbsup"]) .js-counter').first()),
    ),
    title,
    body: proseOf($('.description .md, [data-testid="work-item-description"] .md, .description').first(), {
      base: url,
    }),
    permalink: url,
    kind: 'opening',
  })
  /** Ids of the notes that open discussions: one that holds thousands is looked into once. */
  const openings = new Map<AnyNode | undefined, string | undefined>()
  const openingIn = (discussion: AnyNode | undefined): string | undefined => {
    if (!openings.has(discussion)) openings.set(discussion, firstBelow(discussion, NOTES)?.attribs.id)
    return openings.get(discussion)
  }
  const notes = allBelow($.root().get(0), NOTES)
    .map((element): Post => {
      const below = elementsBelow(element)
      const id = (element.attribs.id ?? '').replace('note_', '')
      // Answers may stand in what they answer.
      const around = nearestAbove(element, (one) => isNamed(one, NOTES))
      const first =
        around?.attribs.id ??
        openingIn($(element).closest('.note-discussion, .discussion, [data-discussion-id]').get(0))
      const parent = first === undefined ? null : first.replace('note_', '')
      return post({
        id,
        parentId: parent === id ? null : parent,
        parentVia: 'nesting',
        author:
          textIn(firstNamed(below, '.note-headline-light, .note-header .username'))?.replace(/^@/, '') ??
          textIn(firstNamed(below, '.note-header-author-name, .author-name-link, .note-header-info a')),
        createdAt: firstNamed(below, 'time[datetime]')?.attribs.datetime,
        body: nodesToText(wordsAmong(below)?.children ?? [], { base: url }),
        permalink: absolute(`#note_${id}`, url),
        kind: isNamed(element, '.system-note') ? 'system' : 'comment',
        state: firstNamed(below, '.edited-text, .note_edited_ago') !== null ? 'edited' : 'ok',
      })
    })
    .filter(({ kind }) => kind !== 'system')
  return assemble({
    platform: 'gitlab',
    site: siteOf(url, 'GitLab'),
    url,
    title,
    language: languageOf($),
    posts: [opening, ...notes],
  })
}
