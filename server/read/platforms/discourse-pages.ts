/** A Discourse topic as its pages show it. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { plain, quotedFirst } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { count, number, parse, record } from '../json.ts'
import { languageOf, ownAddress, siteOf, textIn, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, elementsBelow, firstBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import { treeToReadOf } from '../tree.ts'
import { baseOf, postsOf, reading, thread, type Topic, topicOf } from './discourse-topic.ts'

/** A post as the page shows it, by its scripts or for readers without. */
function readBlock(
  block: Element,
  index: number,
  topic: Topic,
  url: string | null,
): { made: Post; quoted: string | null } {
  const below = elementsBelow(block)
  const first = (selector: string) => firstNamed(below, selector)
  const words = first('.post, [itemprop="articleBody"], [itemprop="text"], .cooked')
  const postNumber =
    /#?post_?(\d+)/.exec(block.attribs.id ?? first('[id^="post_"]')?.attribs.id ?? '')?.[1] ??
    textIn(first('span[itemprop="position"]'))?.replace('#', '') ??
    first('meta[itemprop="position"]')?.attribs.content ??
    String(index + 1)
  const opening = postNumber === '1'
  const body = words === null ? plain('') : nodesToText(words.children, reading(topic))
  const made = post({
    id: postNumber,
    parentId: opening ? null : '1',
    // A full name may stand before the one people are quoted by.
    author:
      first('.names .username [data-user-card], .names .username[data-user-card]')?.attribs['data-user-card'] ??
      textIn(
        first(
          '[itemprop="author"] [itemprop="name"], .creator [itemprop="name"], .names .username, .names [data-user-card], .creator a',
        ),
      ),
    createdAt:
      first('[itemprop="datePublished"]')?.attribs.content ??
      first('time[itemprop="datePublished"], time[datetime]')?.attribs.datetime ??
      first('.relative-date[data-time]')?.attribs['data-time'],
    score: number(
      first('meta[itemprop="userInteractionCount"]')?.attribs.content ??
        textIn(first('.like-count, .post-likes, .crawler-post-infos .post-likes'))?.replace(/\D+/g, ''),
    ),
    title: opening ? topic.title : null,
    body,
    permalink: url === null ? null : `${url.replace(/[?#].*$/, '').replace(/\/$/, '')}/${postNumber}`,
    kind: opening ? 'opening' : isNamed(block, '.small-action') ? 'system' : 'reply',
    state:
      isNamed(block, '.deleted') || first('.post-deleted, .user-deleted') !== null
        ? 'deleted'
        : first('.post-info.edits') !== null
          ? 'edited'
          : 'ok',
  })
  return { made, quoted: quotedFirst(body) }
}

/** Post numbers that the page links as what a post replies to ("in reply to #3"), else the last post before by who is named there. */
function answered(blocks: Element[], read: { made: Post }[]): Map<number, string> {
  const found = new Map<number, string>()
  const last = new Map<string, string>()
  for (const [index, block] of blocks.entries()) {
    const tab = firstBelow(block, '.reply-to-tab')
    const ref = /\/(\d+)$/.exec(tab?.attribs.href ?? '')?.[1] ?? last.get(textIn(tab) ?? '')
    if (tab !== null && ref !== undefined) found.set(index, ref)
    const made = read[index]?.made
    if (made?.author != null) last.set(made.author, made.id)
  }
  return found
}

/** Posts with what they answer: named by the page, else what they quote, else the topic where its first post is there. */
function onPage(read: { made: Post; quoted: string | null }[], named: Map<number, string>): Post[] {
  const known = new Set(read.map(({ made }) => made.id))
  return read.map(({ made, quoted }, index): Post => {
    if (made.parentId === null) return made
    const to = named.get(index)
    if (to !== undefined && known.has(to)) return { ...made, parentId: to }
    if (quoted !== null && known.has(quoted) && Number(quoted) < Number(made.id))
      return { ...made, parentId: quoted, parentVia: 'quote' }
    return known.has('1') ? made : { ...made, parentId: null, parentVia: 'none' }
  })
}

/** Newer pages carry their topic as JSON inside JSON; where that is damaged, the view for readers without scripts helps. */
export function readPage(answer: Answer): ReadThread {
  const $ = treeToReadOf(answer.text)
  const url = ownAddress($, answer)
  const preloaded = parse($('#data-preloaded').attr('data-preloaded') ?? '')
  const here = /\/t\/(?:[^/]+\/)?(\d+)/.exec(url ?? '')?.[1] ?? null
  for (const [key, source] of Object.entries(record(preloaded) ?? {})) {
    // Whoever went on from another topic has that one's JSON in the page still.
    const isTopic = here === null ? key.startsWith('topic_') : key === `topic_${here}`
    const value = isTopic && typeof source === 'string' ? parse(source) : undefined
    const posts = postsOf(value)
    if (posts.length > 0) return thread(topicOf(value, posts, url), posts, url, [])
  }
  const topic: Topic = {
    id: here,
    slug: null,
    title:
      wordsOf($('.crawler-topic-title, h1[itemprop="headline"], #topic-title h1').first()) ??
      $('meta[itemprop="headline"]').attr('content') ??
      titleOf($),
    // Beside the posts a line tells where one is: "5 / 40".
    announced:
      count($('meta[itemprop="commentCount"]').attr('content')) ??
      count(/\/\s*(\d+)\s*$/.exec(wordsOf($('.timeline-replies').first()) ?? '')?.[1]),
    articleUrl: null,
    base: baseOf(url),
  }
  const blocks = allBelow(
    $.root().get(0),
    '[itemprop="comment"], .crawler-post, .topic-body[id^="post_"], article[data-post-id]',
  ).filter(
    (element) =>
      element.attribs.role !== 'navigation' &&
      nearestAbove(element, (one) => isNamed(one, '.crawler-post, [itemprop="comment"], article[data-post-id]')) ===
        null,
  )
  const next = $('a[rel="next"], link[rel="next"]').length > 0
  const read = blocks.map((block, index) => readBlock(block, index, topic, url))
  const posts = onPage(read, answered(blocks, read))
  if (posts.length === 0)
    throw new Problem('comments-elsewhere', 'This saved Discourse page holds no posts: they are loaded by its scripts.')
  return assemble({
    platform: 'discourse',
    site: siteOf(url, 'Discourse'),
    url: url === null ? null : url.replace(/\?page=\d+$/, ''),
    title: topic.title,
    language: languageOf($),
    posts,
    expected: topic.announced,
    pages: [{ at: Number(/[?&]page=(\d+)/.exec(url ?? '')?.[1] ?? 1), more: next }],
  })
}
