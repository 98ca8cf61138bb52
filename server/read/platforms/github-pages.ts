/** Saved pages of GitHub issues, pull requests and discussions: the view of 2025 and the one before. */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { number } from '../json.ts'
import { type Found, ownAddress, pageOf, proseOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const BASE = 'https://github.com/'
const BLOCKS =
  '[data-testid="issue-body"], [data-testid^="comment-viewer-outer-box"], .timeline-comment, .review-comment, .js-comment-container .js-comment'

export function isGitHubPage(answer: Answer): boolean {
  const { text } = answer
  return (
    /github/i.test(text.slice(0, 20_000)) &&
    /data-testid="(?:issue-body|comment-viewer-outer-box)|class="[^"]*\btimeline-comment\b/.test(text)
  )
}

function read(block: Found, index: number, title: string | null): Post {
  const link = block
    .find(
      'a[data-testid="issue-body-header-link"], a[href*="#issuecomment-"], a[href*="#discussioncomment-"], a[href*="#discussion_r"], a.js-timestamp',
    )
    .has('relative-time, time-ago, time')
    .first()
  const time = (link.length > 0 ? link : block)
    .find('relative-time[datetime], time-ago[datetime], time[datetime]')
    .first()
  const author = wordsOf(
    block.find('[data-testid="issue-body-header-author"], [data-testid="avatar-link"], a.author').first(),
  )
  const permalink = absolute(link.attr('href'), BASE)
  return post({
    id: /#(.+)$/.exec(permalink ?? '')?.[1] ?? `post-${index + 1}`,
    parentId: null,
    author,
    createdAt: time.attr('datetime'),
    score: number(
      /(\d+)/.exec(
        block.find('button[aria-label*="thumbs up" i], [class*="reaction"] [alias="+1"]').first().text(),
      )?.[1],
    ),
    title,
    body: proseOf(block.find('.markdown-body, .comment-body').first(), {
      base: BASE,
      drop: ({ attribs }) =>
        /\b(anchor|zeroclipboard-container|email-hidden-toggle|email-signature-reply)\b/.test(attribs.class ?? ''),
    }),
    permalink,
    kind: title !== null ? 'opening' : /\[bot\]$|^bot$/.test(author ?? '') ? 'system' : 'comment',
    state: /edited by/.test(block.text().slice(0, 600)) ? 'edited' : 'ok',
  })
}

export function readGitHubPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const title = wordsOf($('[data-testid="issue-title"], .js-issue-title, .gh-header-title .markdown-title').first())
  const blocks = $(BLOCKS).filter(
    (_, element) =>
      $(element).parents(BLOCKS).length === 0 && $(element).find('.markdown-body, .comment-body').length > 0,
  )
  const posts = blocks.toArray().map((element, index) => read($(element), index, index === 0 ? (title ?? '') : null))
  const folded = $(
    '.ajax-pagination-form, [data-testid="issue-timeline-load-more-count-front"], [data-testid*="load-more"]',
  ).length
  return assemble({
    platform: 'github',
    site: 'github.com',
    url: ownAddress($, answer),
    title,
    posts,
    missing: folded > 0 ? [{ why: 'hidden items that were not loaded when the page was saved', count: null }] : [],
  })
}
