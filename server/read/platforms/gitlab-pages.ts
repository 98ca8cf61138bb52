/** Saved pages of GitLab issues and merge requests: notes as the page drew them. */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { languageOf, ownAddress, pageOf, proseOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const NOTES = 'li.note[id^="note_"], li[id^="note_"], div.note[id^="note_"]'

export function isGitLabPage(answer: Answer): boolean {
  return (
    /content="GitLab"|gon\.gitlab|gitlab-logo|js-noteable-awards/i.test(answer.text) &&
    /id="note_\d+"/.test(answer.text)
  )
}

export function readGitLabPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const title =
    wordsOf(
      $('[data-testid="issue-title"], [data-testid="work-item-title"], h1.title, .detail-page-header h1').first(),
    ) ?? titleOf($)
  const head = $('.issuable-meta, .detail-page-header, [data-testid="work-item-created"]').first()
  const opening = post({
    id: 'issue',
    author: wordsOf(head.find('.author-link .author, .author, [data-testid="author-link"]').first()),
    createdAt: head.find('time[datetime]').first().attr('datetime'),
    title,
    body: proseOf($('.description .md, [data-testid="work-item-description"] .md, .description').first(), {
      base: url,
    }),
    permalink: url,
    kind: 'opening',
  })
  const notes = $(NOTES)
    .toArray()
    .map((element): Post => {
      const one = $(element)
      const id = (one.attr('id') ?? '').replace('note_', '')
      const first = one.closest('.note-discussion, .discussion, [data-discussion-id]').find(NOTES).first().attr('id')
      const parent = first === undefined ? null : first.replace('note_', '')
      return post({
        id,
        parentId: parent === id ? null : parent,
        parentVia: 'nesting',
        author:
          wordsOf(one.find('.note-headline-light, .note-header .username').first())?.replace(/^@/, '') ??
          wordsOf(one.find('.note-header-author-name, .author-name-link, .note-header-info a').first()),
        createdAt: one.find('time[datetime]').first().attr('datetime'),
        body: proseOf(one.find('.note-text .md, .note-text, .note-body').first(), { base: url }),
        permalink: absolute(`#note_${id}`, url),
        kind: one.is('.system-note') ? 'system' : 'comment',
        state: one.find('.edited-text, .note_edited_ago').length > 0 ? 'edited' : 'ok',
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
