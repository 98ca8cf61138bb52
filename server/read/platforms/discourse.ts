/** Discourse: the topic with the ids of all its posts, then the rest in batches; the page itself for saved files. */
import { type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { absolute, type HtmlReading, htmlToText, nodesToText } from '../../text/html-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { refusal, usable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, parse, record, text, truthy } from '../json.ts'
import { type Found, languageOf, ownAddress, type Page, pageOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'

const BATCH = 20

/** Link previews, the head of a quote ("name:"), image captions and counters beside links are not words of the post. */
function furniture({ name, attribs }: Element): boolean {
  const classes = ` ${attribs.class ?? ''} `
  if (name === 'aside') return classes.includes(' onebox ')
  return (
    / (title|quote-controls|lightbox-wrapper|meta|badge|clicks|anchor) /.test(classes) && !classes.includes(' onebox ')
  )
}

function quoteOf({ name, attribs }: Element): { author: string | null; ref: string | null } | null {
  if (name !== 'aside' || !` ${attribs.class ?? ''} `.includes(' quote ')) return null
  return { author: attribs['data-username'] ?? null, ref: attribs['data-post'] ?? null }
}

/** The block quote inside a quote aside is the same quote, not a second one. */
function reading(base: string | null): HtmlReading {
  return {
    base,
    drop: furniture,
    quote: (element) =>
      quoteOf(element) ??
      (element.name === 'blockquote' && element.parent !== null && isTag(element.parent)
        ? quoteOf(element.parent)
        : null),
  }
}

function stateOf(data: unknown): Post['state'] {
  if (truthy(data, 'user_deleted') || text(data, 'deleted_at') !== null) return 'deleted'
  if (truthy(data, 'hidden') || truthy(data, 'cooked_hidden')) return 'hidden'
  return (number(data, 'version') ?? 1) > 1 ? 'edited' : 'ok'
}

function likes(data: unknown): number | null {
  if (at(data, 'like_count') !== undefined) return number(data, 'like_count')
  if (!Array.isArray(at(data, 'actions_summary'))) return null
  return (
    number(
      list(data, 'actions_summary').find((one) => number(one, 'id') === 2),
      'count',
    ) ?? 0
  )
}

interface Topic {
  id: string | null
  slug: string | null
  title: string | null
  announced: number | null
  articleUrl: string | null
  base: string | null
}

/** Posts are known by their number in the topic: replies and quotes name it. */
function readPost(data: unknown, topic: Topic): { made: Post; quoted: string | null; named: boolean } | null {
  const postNumber = text(data, 'post_number')
  if (postNumber === null) return null
  const source = text(data, 'cooked')
  // What stands in for a post that is hidden are not its words.
  const words: Prose = truthy(data, 'cooked_hidden')
    ? plain('')
    : source === null
      ? plain(text(data, 'raw') ?? '')
      : htmlToText(source, reading(topic.base))
  const opening = postNumber === '1'
  const action = [3].includes(number(data, 'post_type') ?? 1)
  const path = text(data, 'post_url') ?? `/t/${topic.slug ?? '-'}/${topic.id ?? ''}/${postNumber}`
  const replied = text(data, 'reply_to_post_number')
  const made = post({
    id: postNumber,
    parentId: opening ? null : (replied ?? '1'),
    author: text(data, 'username'),
    createdAt: at(data, 'created_at'),
    score: likes(data),
    title: opening ? topic.title : null,
    body: words,
    permalink: topic.base === null ? null : absolute(path, topic.base),
    kind: action ? 'system' : opening ? 'opening' : 'reply',
    state: stateOf(data),
  })
  return { made, quoted: words.quotes.find((quote) => quote.ref !== null)?.ref ?? null, named: replied !== null }
}

/** A post that names no post it replies to answers the topic, unless it quotes one: then it answers that. */
function linked(datas: unknown[], topic: Topic): Post[] {
  const read = datas.flatMap((data) => readPost(data, topic) ?? [])
  const known = new Set(read.map(({ made }) => made.id))
  return read.map(({ made, quoted, named }) => {
    if (named || made.parentId === null) return made
    if (quoted !== null && known.has(quoted) && Number(quoted) < Number(made.id))
      return { ...made, parentId: quoted, parentVia: 'quote' }
    return made
  })
}

function postsOf(value: unknown): unknown[] {
  const posts = [
    ...list(value, 'post_stream', 'posts'),
    ...list(value, 'latest_posts'),
    ...(Array.isArray(value) ? value : []),
  ]
  const alone = text(value, 'post_number') !== null && text(value, 'cooked') !== null ? [value] : []
  return [...posts, ...alone].filter(
    (one) => text(one, 'post_number') !== null && (text(one, 'cooked') ?? text(one, 'raw')) !== null,
  )
}

function topicOf(value: unknown, posts: unknown[], url: string | null): Topic {
  const first = posts[0]
  return {
    id: text(value, 'id') ?? text(first, 'topic_id'),
    slug: text(value, 'slug') ?? text(first, 'topic_slug'),
    title: text(value, 'title') ?? text(first, 'topic_title'),
    announced: count(value, 'posts_count') ?? count(first, 'posts_count'),
    articleUrl: text(value, 'featured_link'),
    base: baseOf(url),
  }
}

/** The forum's root, also below a folder: everything before "/t/". */
function baseOf(url: string | null): string | null {
  if (url === null) return null
  const { origin, pathname } = new URL(url)
  const cut = /\/(?:t|p|posts)\//.exec(pathname)
  return `${origin}${cut === null ? '' : pathname.slice(0, cut.index)}/`
}

function thread(topic: Topic, datas: unknown[], url: string | null, missing: Missing): ReadThread {
  const ordered = datas.toSorted((a, b) => (number(a, 'post_number') ?? 0) - (number(b, 'post_number') ?? 0))
  return assemble({
    platform: 'discourse',
    site: siteOf(url, 'Discourse'),
    url: topic.base === null || topic.id === null ? url : absolute(`t/${topic.slug ?? '-'}/${topic.id}`, topic.base),
    title: topic.title ?? topic.slug?.replaceAll('-', ' ') ?? null,
    articleUrl: topic.articleUrl,
    key: topic.id === null ? null : `${topic.slug ?? ''}/${topic.id}`,
    root: '1',
    posts: linked(ordered, topic),
    expected: topic.announced,
    missing,
  })
}

/** A post as the page shows it, by its scripts or for readers without. */
function readBlock(one: Found, index: number, topic: Topic, url: string | null): { made: Post; quoted: string | null } {
  const words = one.find('.post, [itemprop="articleBody"], [itemprop="text"], .cooked').first().get(0)
  const postNumber =
    /#?post_?(\d+)/.exec(one.attr('id') ?? one.find('[id^="post_"]').attr('id') ?? '')?.[1] ??
    wordsOf(one.find('span[itemprop="position"]'))?.replace('#', '') ??
    one.find('meta[itemprop="position"]').attr('content') ??
    String(index + 1)
  const opening = postNumber === '1'
  const body =
    words === undefined || !('children' in words) ? plain('') : nodesToText(words.children, reading(topic.base))
  const made = post({
    id: postNumber,
    parentId: opening ? null : '1',
    author: wordsOf(
      one
        .find(
          '[itemprop="author"] [itemprop="name"], .creator [itemprop="name"], .names .username, .names [data-user-card], .creator a',
        )
        .first(),
    ),
    createdAt:
      one.find('[itemprop="datePublished"]').attr('content') ??
      one.find('time[itemprop="datePublished"], time[datetime]').attr('datetime') ??
      one.find('.relative-date[data-time]').first().attr('data-time'),
    score: number(
      one.find('meta[itemprop="userInteractionCount"]').attr('content') ??
        wordsOf(one.find('.like-count, .post-likes, .crawler-post-infos .post-likes').first())?.replace(/\D+/g, ''),
    ),
    title: opening ? topic.title : null,
    body,
    permalink: url === null ? null : `${url.replace(/\/$/, '')}/${postNumber}`,
    kind: opening ? 'opening' : one.is('.small-action') ? 'system' : 'reply',
    state: one.is('.deleted') || one.find('.post-deleted, .user-deleted').length > 0 ? 'deleted' : 'ok',
  })
  return { made, quoted: body.quotes.find((quote) => quote.ref !== null)?.ref ?? null }
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
function readPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
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
    title: wordsOf($('.crawler-topic-title, h1[itemprop="headline"], #topic-title h1').first()) ?? titleOf($),
    announced: count($('meta[itemprop="commentCount"]').attr('content')),
    articleUrl: null,
    base: baseOf(url),
  }
  const blocks = $('[itemprop="comment"], .crawler-post, .topic-body[id^="post_"], article[data-post-id]').filter(
    (_, element) => $(element).parents('.crawler-post, [itemprop="comment"], article[data-post-id]').length === 0,
  )
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
  })
}

type State =
  | { stage: 'topic'; base: string }
  | { stage: 'post'; base: string }
  | { stage: 'posts'; topic: Topic; url: string; datas: unknown[]; wanted: number }

const askTopic = (base: string, id: string): Ask => ({
  url: `${base}t/${id}.json?include_raw=true`,
  purpose: 'the topic and its first posts',
})

function askPosts(topic: Topic, ids: string[]): Ask[] {
  const asks: Ask[] = []
  for (let from = 0; from < ids.length; from += BATCH) {
    const query = ids
      .slice(from, from + BATCH)
      .map((id) => `post_ids[]=${id}`)
      .join('&')
    asks.push({
      url: `${topic.base}t/${topic.id}/posts.json?${query}&include_raw=true`,
      purpose: `posts ${from + 1} to ${Math.min(from + BATCH, ids.length)} of ${ids.length} more`,
    })
  }
  return asks
}

const TOPIC = /^(.*?)\/t\/(?:[^/]+\/)?(\d+)(?:\/|$)/
const POST = /^(.*?)\/p\/(\d+)(?:\/|$)/
/** Communities of Mbin and PieFed stand before their threads in the same way as a folder of Discourse would. */
const OF_OTHERS = /^\/[mc]\/[^/]+\/[tp]\//

function isPage(answer: Answer): boolean {
  const head = answer.text.slice(0, 30_000)
  return (
    /<meta\s+name=["']generator["']\s+content=["']Discourse/i.test(head) ||
    'x-discourse-route' in answer.headers ||
    (/data-discourse-setup|discourse-application/.test(head) && answer.text.includes('data-preloaded'))
  )
}

export const discourse: Platform<State> = {
  id: 'discourse',
  name: 'Discourse',
  recognise: (url) =>
    !OF_OTHERS.test(url.pathname) && (TOPIC.test(url.pathname) || POST.test(url.pathname)) ? 'maybe' : null,
  sniff: (answer) => postsOf(jsonOf(answer)).length > 0 || isPage(answer),
  file(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return [readPage(answer)]
    const posts = postsOf(value)
    return [thread(topicOf(value, posts, answer.url), posts, answer.url, [])]
  },
  page(answer) {
    const url = answer.url === null ? null : new URL(answer.url)
    return url !== null && TOPIC.test(url.pathname) ? begin(url) : { thread: readPage(answer) }
  },
  begin,
  resume(state, answers) {
    const answer = answers[0] as Answer
    if (state.stage === 'posts') return afterPosts(state, answers)
    const value = jsonOf(usable(answer))
    if (state.stage === 'post') {
      const id = text(value, 'topic_id')
      if (id === null) throw new Problem('not-a-thread', 'No Discourse post is at this address.')
      return { asks: [askTopic(state.base, id)], state: { stage: 'topic', base: state.base } }
    }
    const datas = postsOf(value)
    if (datas.length === 0) throw new Problem('not-a-thread', 'No Discourse topic is at this address.')
    const url = answer.url ?? state.base
    const topic = { ...topicOf(value, datas, url), base: state.base }
    const got = new Set(datas.map((data) => text(data, 'id')))
    const rest = list(value, 'post_stream', 'stream')
      .map(String)
      .filter((id) => !got.has(id))
    if (rest.length === 0) return { thread: thread(topic, datas, url, []) }
    return { asks: askPosts(topic, rest), state: { stage: 'posts', topic, url, datas, wanted: rest.length } }
  },
}

function begin(url: URL): Step<State> {
  const [, folder = '', id = ''] = TOPIC.exec(url.pathname) ?? []
  if (id !== '') {
    const base = `${url.origin}${folder}/`
    return { asks: [askTopic(base, id)], state: { stage: 'topic', base } }
  }
  const [, above = '', postId = ''] = POST.exec(url.pathname) ?? []
  const base = `${url.origin}${above}/`
  return { asks: [{ url: `${base}posts/${postId}.json`, purpose: 'the post' }], state: { stage: 'post', base } }
}

function afterPosts(state: Extract<State, { stage: 'posts' }>, answers: Answer[]): Step<State> {
  const got = answers.flatMap((answer) => (refusal(answer) === null ? postsOf(jsonOf(answer)) : []))
  const failed = answers.map(refusal).find((problem) => problem !== null)
  const missing =
    failed === undefined || failed === null
      ? []
      : [{ why: failed.message, count: Math.max(0, state.wanted - got.length) }]
  return { thread: thread(state.topic, [...state.datas, ...got], state.url, missing) }
}
