/** Saved pages of GitHub issues, pull requests and discussions: the view of 2025 and the one before. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { at, count, list, number, parse, record, text } from '../json.ts'
import { type Found, ownAddress, type Page, proseOf, textIn, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, firstBelow, isNamed, nearestAbove } from '../select.ts'
import { treeToReadOf } from '../tree.ts'
import { nodesOf, readNode } from './github-discussions.ts'

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

/** Where the answers to a comment of a discussion stand, beside it or at its end. */
const NEST = '[data-child-comments], .discussion-nested-comment-group, .js-child-comments'
const WORDS = '.markdown-body, .comment-body'

/** What is in a block and not in the answers to it, which may stand inside of it. */
const ownIn = (block: Element, selector: string): Element[] =>
  allBelow(block, selector).filter(
    (one) => nearestAbove(one, (above) => above === block || isNamed(above, NEST)) === block,
  )
const bodyIn = (block: Element) => ownIn(block, WORDS)[0] ?? null

/** A comment that was hidden: the page says so and shows no word of it. */
function isFolded(block: Element): boolean {
  if (bodyIn(block) !== null) return false
  return /This comment (?:was marked as|was hidden|has been minimized)\b/.test(textIn(block) ?? '')
}

/** “Free ferries by ada · Pull Request #3 · town/boats · GitHub” names the thread and where it is. */
const titleInHead = (words: string | null) =>
  /^(.+?)(?: by \S+)? · (?:Issue|Pull Request|Discussion|\S+ · Discussion) #\d+ ·/.exec(words ?? '')?.[1] ?? null

/** What was said about the same lines of a pull request. */
const LINES = '.js-resolvable-timeline-thread-container, .js-line-comments, .js-comments-holder'

/** Of `blocks` the one this one answers: the comment its nest is in or beside, else the first about the same lines. */
function answeredBy(block: Element, blocks: ReadonlyMap<Element, number>): Element | null {
  const nest = atOrAbove(block, NEST)
  const around = nest === null ? null : nearestAbove(nest, (one) => blocks.has(one))
  const above = nest === null ? atOrAbove(block, LINES) : nearestAbove(nest, () => true)
  const found = around ?? (above === null ? null : firstBelow(above, BLOCKS))
  return found === block ? null : found
}

function atOrAbove(element: Element, selector: string): Element | null {
  return isNamed(element, selector) ? element : nearestAbove(element, (one) => isNamed(one, selector))
}

const AUTHOR = '[data-testid="issue-body-header-author"], [data-testid="avatar-link"], a.author'
/** Not everyone is called the writer: then it is who is linked or named beside the words, not in them. */
const NAMED =
  'a[data-hovercard-type="user"], a[data-hovercard-type="organization"], .timeline-comment-header-text .Truncate-text'

function authorOf(block: Element): string | null {
  const named = ownIn(block, NAMED).filter((one) => nearestAbove(one, (above) => isNamed(above, WORDS)) === null)
  return (
    textIn(ownIn(block, AUTHOR)[0] ?? null) ?? named.map((one) => textIn(one)).find((name) => name !== null) ?? null
  )
}

/** Thumbs up, of which the menu to choose from has no number; of a discussion how many voted for it. */
function scoreOf(block: Element): number | null {
  const voted = ownIn(block, '[aria-label^="Upvote:"]').map((one) => one.attribs['aria-label'])
  const thumbs = ownIn(block, 'button[aria-label*="thumbs up"], [class*="reaction"] [alias="+1"]').map((one) =>
    textIn(one),
  )
  return number([...voted, ...thumbs].flatMap((words) => /\d+/.exec(words ?? '')?.[0] ?? [])[0])
}

const LINKS =
  'a[data-testid="issue-body-header-link"], a[href*="#issuecomment-"], a[href*="#discussioncomment-"], a[href*="#discussion_r"], a.js-timestamp'
const dated = (links: Element[]) => links.find((one) => firstBelow(one, 'relative-time, time-ago, time') !== null)

/** Links in the frame of a review, which alone says when it was written. */
function aroundIn(block: Element): Element[] {
  const frame = nearestAbove(block, (one) => isNamed(one, '[id^="pullrequestreview-"]'))
  return frame === null
    ? []
    : allBelow(frame, LINKS).filter((one) => nearestAbove(one, (above) => isNamed(above, BLOCKS)) === null)
}

function read(
  element: Element,
  block: Found,
  place: { index: number; title: string | null; url: string | null },
): Post {
  const { index, title, url } = place
  const link = dated(ownIn(element, LINKS)) ?? dated(aroundIn(element))
  const time = firstBelow(link ?? element, 'relative-time[datetime], time-ago[datetime], time[datetime]')
  const author = authorOf(element)
  const permalink = absolute(link?.attribs.href, url ?? BASE)
  return post({
    id: /#(.+)$/.exec(permalink ?? '')?.[1] ?? `post-${index + 1}`,
    parentId: null,
    author: author === 'ghost' ? null : author,
    createdAt: time?.attribs.datetime,
    score: scoreOf(element),
    title,
    body: proseOf(block.find(bodyIn(element) ?? WORDS), {
      base: BASE,
      drop: ({ attribs }) =>
        /\b(anchor|zeroclipboard-container|email-hidden-toggle|email-signature-reply)\b/.test(attribs.class ?? ''),
    }),
    permalink,
    kind:
      title !== null
        ? 'opening'
        : /\[bot\]$|^bot$/.test(author ?? '') || ownIn(element, 'a.author[href*="/apps/"]').length > 0
          ? 'system'
          : ownIn(element, '.Label').some((label) => textIn(label) === 'Answer')
            ? 'answer'
            : 'comment',
    state:
      block.closest('.minimized-comment').length > 0 || isFolded(element)
        ? 'hidden'
        : /edited by/.test(block.text().slice(0, 600))
          ? 'edited'
          : 'ok',
  })
}

interface Embedded {
  /** The issue itself, but for its title. */
  opening: Post | null
  comments: Post[]
  /** How many comments the issue says it has; null where it does not say. */
  announced: number | null
  /** Whether its timeline is longer than what the page was given of it. */
  more: boolean
}

const TIMELINES = ['frontTimelineItems', 'backTimelineItems', 'timelineItems']

/** What the page was given as data: it draws only what was scrolled to. */
function embeddedIn($: Page): Embedded {
  const issue = $('script[type="application/json"][data-target="react-app.embeddedData"]')
    .toArray()
    .flatMap((script) => list(parse($(script).text()), 'payload', 'preloadedQueries'))
    .map((query) => at(query, 'result', 'data', 'repository', 'issue'))
    .find((one) => record(one) !== null)
  const given = TIMELINES.flatMap((name) => nodesOf(issue, name))
  const longest = Math.max(0, ...TIMELINES.map((name) => count(issue, name, 'totalCount') ?? 0))
  const comments = given
    .filter((node) => text(node, '__typename') === 'IssueComment')
    .map((node): Post => {
      const made = readNode(node, null, null)
      const number = text(node, 'databaseId')
      return {
        ...made,
        id: /#(.+)$/.exec(made.permalink ?? '')?.[1] ?? (number === null ? made.id : `issuecomment-${number}`),
      }
    })
  return {
    opening: issue === undefined ? null : readNode(issue, null, ''),
    comments,
    announced: count(issue, 'comments', 'totalCount'),
    more: longest > given.length,
  }
}

/** A folded comment as the page was given it; who wrote the issue when, where the page shows that elsewhere. */
function withWords(drawn: Post, { opening, comments }: Embedded): Post {
  if (drawn.kind === 'opening' && drawn.author === null && opening !== null) {
    const { author, createdAt, permalink, state } = opening
    return { ...drawn, author, createdAt, permalink: drawn.permalink ?? permalink, state }
  }
  const given = drawn.state === 'hidden' && drawn.text === '' ? comments.find(({ id }) => id === drawn.id) : undefined
  return given ?? drawn
}

/** By time, the opening first; what tells no time stays after what it stood after. */
function inOrder(posts: Post[]): Post[] {
  let last = ''
  const times = new Map<Post, string>()
  for (const one of posts) {
    last = one.createdAt ?? last
    times.set(one, one.kind === 'opening' ? '' : last)
  }
  return posts.toSorted((a, b) =>
    (times.get(a) ?? '') < (times.get(b) ?? '') ? -1 : (times.get(a) ?? '') > (times.get(b) ?? '') ? 1 : 0,
  )
}

/** Neither a part of another block, unless it is among the answers to it. */
function isOutermost(element: Element): boolean {
  const above = nearestAbove(element, (one) => isNamed(one, `${BLOCKS}, ${NEST}`))
  return above === null || isNamed(above, NEST)
}

/** What stands above the comments of a discussion: "3 comments · 12 replies". */
function announcedIn($: Page): number | null {
  const counts = (wordsOf($('#discussion-comment-count').first()) ?? '').match(
    /\d[\d,]*(?=\+? (?:comment|answer|suggested answer|repl))/g,
  )
  return counts?.reduce((sum, one) => sum + Number(one.replaceAll(',', '')), 0) ?? null
}

export function readGitHubPage(answer: Answer): ReadThread {
  const $ = treeToReadOf(answer.text)
  const title =
    wordsOf($('[data-testid="issue-title"], .js-issue-title, .gh-header-title .markdown-title').first()) ??
    titleInHead(wordsOf($('title').first()))
  const url = ownAddress($, answer)
  const blocks = $(BLOCKS).filter(
    (_, element) => isOutermost(element) && (bodyIn(element) !== null || isFolded(element)),
  )
  const embedded = embeddedIn($)
  const drawn = blocks
    .toArray()
    .map((element, index) =>
      withWords(read(element, $(element), { index, title: index === 0 ? (title ?? '') : null, url }), embedded),
    )
  const places = new Map(blocks.toArray().map((element, place) => [element, place]))
  const isDiscussion = $('.discussions-timeline-scroll-target').length > 0
  const posts = drawn.map((one, index): Post => {
    const block = blocks.get(index)
    const answered = block === undefined ? null : answeredBy(block, places)
    const place = (answered === null ? undefined : places.get(answered)) ?? (isDiscussion ? 0 : drawn.length)
    const parent = place >= index ? undefined : drawn[place]
    return parent === undefined ? one : { ...one, parentId: parent.id, parentVia: 'nesting' }
  })
  const shown = new Set(posts.map(({ id }) => id))
  const unshown = embedded.comments.filter(({ id }) => !shown.has(id))
  const known = new Set(embedded.comments.map(({ id }) => id))
  // What is drawn and was not given was loaded later, and then a button tells whether more is hidden.
  const whole = embedded.announced !== null && embedded.comments.length >= embedded.announced
  const unloaded = embedded.more && !whole && posts.slice(1).every(({ id }) => known.has(id))
  const folded = $(
    '.ajax-pagination-form, [data-testid="issue-timeline-load-more-count-front"], [data-testid*="load-more"]',
  ).length
  const announced = embedded.announced ?? announcedIn($)
  const unopened = new Set(
    allBelow($.root().get(0), '[data-hidden-comment-ids]')
      .flatMap(({ attribs }) => (attribs['data-hidden-comment-ids'] ?? '').split(','))
      .filter((id) => id !== '' && !shown.has(`discussion_r${id}`)),
  ).size
  return assemble({
    platform: 'github',
    site: 'github.com',
    url,
    title,
    posts: unshown.length === 0 ? posts : inOrder([...posts, ...unshown]),
    expected: announced === null ? null : announced + 1,
    missing: [
      ...(folded > 0 || unloaded
        ? [{ why: 'hidden items that were not loaded when the page was saved', count: null }]
        : []),
      ...(unopened > 0 ? [{ why: 'remarks on lines that are settled and were not opened', count: unopened }] : []),
    ],
  })
}
