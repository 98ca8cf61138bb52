/** A Discourse topic as its pages show it. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { plain, quotedFirst } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { count, number, parse, record } from '../json.ts'
import { type Found, languageOf, ownAddress, type Page, siteOf, textIn, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { firstBelow } from '../select.ts'
import { treeToReadOf } from '../tree.ts'
import { baseOf, postsOf, reading, thread, type Topic, topicOf } from './discourse-topic.ts'

/** A post as the page shows it, by its scripts or for readers without. */
function readBlock(one: Found, index: number, topic: Topic, url: string | null): { made: Post; quoted: string | null } {
  const words = one.find('.post, [itemprop="articleBody"], [itemprop="text"], .cooked').first().get(0)
  const postNumber =
    /#?post_?(\d+)/.exec(one.attr('id') ?? firstBelow(one.get(0), '[id^="post_"]')?.attribs.id ?? '')?.[1] ??
    wordsOf(one.find('span[itemprop="position"]'))?.replace('#', '') ??
    firstBelow(one.get(0), 'meta[itemprop="position"]')?.attribs.content ??
    String(index + 1)
  const opening = postNumber === '1'
  const body = words === undefined || !('children' in words) ? plain('') : nodesToText(words.children, reading(topic))
  const made = post({
    id: postNumber,
    parentId: opening ? null : '1',
    author: textIn(
      firstBelow(
        one.get(0),
        '[itemprop="author"] [itemprop="name"], .creator [itemprop="name"], .names .username, .names [data-user-card], .creator a',
      ),
    ),
    createdAt:
      firstBelow(one.get(0), '[itemprop="datePublished"]')?.attribs.content ??
      firstBelow(one.get(0), 'time[itemprop="datePublished"], time[datetime]')?.attribs.datetime ??
      firstBelow(one.get(0), '.relative-date[data-time]')?.attribs['data-time'],
    score: number(
      firstBelow(one.get(0), 'meta[itemprop="userInteractionCount"]')?.attribs.content ??
        textIn(firstBelow(one.get(0), '.like-count, .post-likes, .crawler-post-infos .post-likes'))?.replace(
          /\D+/g,
          '',
        ),
    ),
    title: opening ? topic.title : null,
    body,
    permalink: url === null ? null : `${url.replace(/\/$/, '')}/${postNumber}`,
    kind: opening ? 'opening' : one.is('.small-action') ? 'system' : 'reply',
    state: one.is('.deleted') || firstBelow(one.get(0), '.post-deleted, .user-deleted') !== null ? 'deleted' : 'ok',
  })
  return { made, quoted: quotedFirst(body) }
}

/** Post numbers that the page links as what a post replies to ("in reply to #3"), by the number of the one that replies. */
function answered(blocks: Found, $: Page): Map<number, string> {
  const found = new Map<number, string>()
  blocks.each((index, element) => {
    const href = $(element).find('.reply-to-tab[href], a.reply-to-tab').attr('href') ?? ''
    const ref = /\/(\d+)$/.exec(href)?.[1]
    if (ref !== undefined) found.set(index, ref)
  })
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
  for (const [key, source] of Object.entries(record(preloaded) ?? {})) {
    const value = key.startsWith('topic_') && typeof source === 'string' ? parse(source) : undefined
    const posts = postsOf(value)
    if (posts.length > 0) return thread(topicOf(value, posts, url), posts, url, [])
  }
  const topic: Topic = {
    id: /\/t\/(?:[^/]+\/)?(\d+)/.exec(url ?? '')?.[1] ?? null,
    slug: null,
    title:
      wordsOf($('.crawler-topic-title, h1[itemprop="headline"], #topic-title h1').first()) ??
      $('meta[itemprop="headline"]').attr('content') ??
      titleOf($),
    announced: count($('meta[itemprop="commentCount"]').attr('content')),
    articleUrl: null,
    base: baseOf(url),
  }
  const blocks = $('[itemprop="comment"], .crawler-post, .topic-body[id^="post_"], article[data-post-id]').filter(
    (_, element) =>
      element.attribs.role !== 'navigation' &&
      $(element).parents('.crawler-post, [itemprop="comment"], article[data-post-id]').length === 0,
  )
  const next = $('a[rel="next"], link[rel="next"]').length > 0
  const posts = onPage(
    blocks.toArray().map((element, index) => readBlock($(element), index, topic, url)),
    answered(blocks, $),
  )
  if (posts.length === 0)
    throw new Problem('comments-elsewhere', 'This saved Discourse page holds no posts: they are loaded by its scripts.')
  return assemble({
    platform: 'discourse',
    site: siteOf(url, 'Discourse'),
    url,
    title: topic.title,
    language: languageOf($),
    posts,
    expected: topic.announced,
    pages: [{ at: Number(/[?&]page=(\d+)/.exec(url ?? '')?.[1] ?? 1), more: next }],
  })
}
