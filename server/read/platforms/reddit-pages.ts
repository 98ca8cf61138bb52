/** Saved pages of Reddit (old, 2018 to 2023, today's) and its comment feed. */
import { load } from 'cheerio/slim'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { plain } from '../../text/prose.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { assemble, type Parts } from '../assemble.ts'
import { at, count, number, parse, text, truthy } from '../json.ts'
import { byDepth, type Found, languageOf, ownAddress, type Page, pageOf, proseOf, titleOf, wordsOf } from '../page.ts'
import { treeOf } from '../tree.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const ORIGIN = 'https://www.reddit.com'

type RedditPage = 'old' | 'redesign' | 'today' | 'shell' | 'feed'

export function redditPageKind(answer: Answer): RedditPage | null {
  const { text: source } = answer
  if (!source.trimStart().startsWith('<')) return null
  if (source.includes('<feed') && /reddit\.com\/r\/|\/r\/\w+\/comments\//.test(source) && /<id>t[13]_/.test(source))
    return 'feed'
  if (/<shreddit-(comment|post)[\s>]/.test(source)) return 'today'
  if (/id="t[13]_\w+"/.test(source) && /window\.___r|Comment t1_/.test(source)) return 'redesign'
  if (/data-fullname="t[13]_|id="thing_t[13]_/.test(source) && source.includes('usertext')) return 'old'
  if (/<shreddit-app|redditstatic\.com\/shreddit/.test(source)) return 'shell'
  return null
}

export function readRedditPage(answer: Answer): ReadThread {
  const kind = redditPageKind(answer)
  if (kind === 'old') return readOld(answer)
  if (kind === 'today') return readToday(answer)
  if (kind === 'redesign') return readRedesign(answer)
  throw noComments()
}

function noComments(): Problem {
  return new Problem(
    'comments-elsewhere',
    'This saved Reddit page is only a shell: its comments were not loaded when it was saved.',
  )
}

/** What Reddit calls the thread, without its title and the comment the address may name. */
export function redditKey(url: string | null): string | null {
  return /\/comments\/(\w+)/.exec(url ?? '')?.[1] ?? url
}

function thread(parts: Pick<Parts, 'url' | 'title' | 'posts' | 'expected' | 'language'> & Partial<Parts>): ReadThread {
  return assemble({ platform: 'reddit', site: 'reddit.com', key: redditKey(parts.url ?? null), ...parts })
}

/** What became of a post whose words are nothing but the note that stands in for them. */
function standIn(words: Found): 'deleted' | 'removed' | null {
  const note =
    /^\s*(?:\[\s*(deleted|removed)\b[^\]]*\]|comment (deleted|removed) by (?:user|moderator|reddit))\s*$/i.exec(
      words.text(),
    )
  const what = (note?.[1] ?? note?.[2])?.toLowerCase()
  return what === 'deleted' || what === 'removed' ? what : null
}

/** A comment's depth is how many other comments it is inside of. */
function readOld(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const things = $('.thing.link, .thing.comment, .thing[data-fullname]').filter(
    (_, element) => !$(element).is('.promoted, .morechildren, .morerecursion'),
  )
  const posts = things.toArray().flatMap((element): Post[] => {
    const thing = $(element)
    const id = fullName(thing) ?? ''
    const opening = id.startsWith('t3_')
    if (!opening && !id.startsWith('t1_')) return []
    const entry = thing.children('.entry')
    const words = entry.find('.usertext-body .md').first()
    const gone = standIn(words)
    const state =
      gone ??
      (thing.hasClass('deleted') || words.length + Number(opening) === 0
        ? 'deleted'
        : entry.find('time.edited-timestamp').length > 0
          ? 'edited'
          : 'ok')
    const path = thing.attr('data-permalink') ?? entry.find('a.bylink').attr('href')
    return [
      post({
        id,
        parentId: opening ? null : (fullName(thing.parents('.thing.comment').first()) ?? openingId(things)),
        parentVia: 'nesting',
        author: thing.attr('data-author') ?? wordsOf(entry.find('.tagline .author')),
        createdAt:
          entry.find('.tagline time[datetime]').first().attr('datetime') ?? Number(thing.attr('data-timestamp')),
        score:
          number(entry.find('.score.unvoted').first().attr('title') ?? thing.attr('data-score')) ??
          number(/^-?\d+(?= points?)/.exec(wordsOf(entry.find('.score.unvoted').first()) ?? '')?.[0]),
        title: opening ? wordsOf(thing.find('a.title')) : null,
        body: proseOf(words, { base: ORIGIN }),
        permalink: path === undefined ? null : new URL(path, ORIGIN).href,
        state,
        ...(wordsOf(entry.find('.tagline .author')) === 'AutoModerator' ? { kind: 'system' as const } : {}),
      }),
    ]
  })
  const top = things.filter('.link').first()
  const target = top.attr('data-url')
  const folded = $('.morecomments a').length
  const announced = /(\d[\d,]*)\s+comment/.exec(top.find('a.comments').text())?.[1] ?? top.attr('data-comments-count')
  return thread({
    url: ownAddress($, answer),
    title: wordsOf(top.find('a.title')),
    language: languageOf($),
    articleUrl: target?.startsWith('http') === true && !/reddit\.com|redd\.it/.test(target) ? target : null,
    posts,
    expected: announced === undefined ? null : Number(announced.replaceAll(',', '')) + 1,
    missing: [
      ...(folded > 0 ? [{ why: 'folded away by Reddit behind “load more comments”', count: null }] : []),
      ...($('.deepthread a').length > 0
        ? [{ why: 'branches that Reddit continues on pages of their own', count: null }]
        : []),
    ],
  })
}

function openingId(things: Found): string | null {
  return fullName(things.filter('.link').first())
}

/** Number of a thing with its kind; pages that were worked over by other programs keep it in its address only. */
function fullName(thing: Found): string | null {
  const told = thing.attr('data-fullname') ?? /t[13]_\w+/.exec(thing.attr('id') ?? '')?.[0]
  if (told !== undefined) return told
  const [, story, comment] = /\/comments\/(\w+)\/[^/]*\/(\w+)?/.exec(thing.attr('data-permalink') ?? '') ?? []
  if (comment !== undefined) return `t1_${comment}`
  return story === undefined ? null : `t3_${story}`
}

function readToday(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const top = $('shreddit-post').first()
  const topId = top.attr('id') ?? top.attr('thingid') ?? null
  const posts: Post[] = []
  if (topId !== null) {
    posts.push(
      post({
        id: topId,
        author: top.attr('author') ?? null,
        createdAt: top.attr('created-timestamp'),
        score: number(top.attr('score')),
        title: top.attr('post-title') ?? wordsOf(top.find('[slot="title"]')),
        body: proseOf(top.find('[slot="text-body"] .md, [slot="text-body"]').first(), { base: ORIGIN }),
        permalink: addressOf(top.attr('permalink')),
      }),
    )
  }
  const comments = $('shreddit-comment')
  const parents = byDepth(
    comments.toArray().map((element, index) => ({ id: String(index), depth: Number($(element).attr('depth') ?? 0) })),
    null,
  )
  const idAt = (index: string) => $(comments.get(Number(index)) ?? '').attr('thingid') ?? `c${index}`
  comments.each((index, element) => {
    const one = $(element)
    const parent = parents.get(String(index)) ?? null
    const words = one.children('[slot="comment"]').first()
    const author = one.attr('author') ?? null
    posts.push(
      post({
        id: idAt(String(index)),
        parentId: one.attr('parentid') ?? (parent === null ? topId : idAt(parent)),
        parentVia: one.attr('parentid') === undefined ? 'nesting' : 'platform',
        author,
        createdAt: one.attr('created') ?? one.find('time[datetime]').first().attr('datetime'),
        score: number(one.attr('score')),
        body: proseOf(words, { base: ORIGIN }),
        permalink: addressOf(one.attr('permalink')),
        state: standIn(words) ?? (words.length === 0 ? 'deleted' : 'ok'),
        kind: author === 'AutoModerator' ? 'system' : 'comment',
      }),
    )
  })
  if (comments.length === 0 && Number(top.attr('comment-count') ?? 1) > 0) throw noComments()
  const announced = count(top.attr('comment-count'))
  const target = top.attr('content-href')
  const folded = $('faceplate-partial[src*="more-comments"]').length
  return thread({
    url: ownAddress($, answer),
    title: top.attr('post-title') ?? titleOf($),
    language: top.attr('post-language') ?? languageOf($),
    articleUrl: target?.startsWith('http') === true && !/reddit\.com|redd\.it/.test(target) ? target : null,
    posts,
    expected: announced === null ? null : announced + 1,
    missing: folded > 0 ? [{ why: 'folded away by Reddit behind “more replies”', count: null }] : [],
  })
}

function addressOf(path: string | undefined): string | null {
  return path === undefined ? null : new URL(path, ORIGIN).href
}

/** What the page's own data says about its comments: archived pages show neither names nor exact times. */
function pageData(source: string): unknown {
  const from = /window\.___r\s*=\s*/.exec(source)
  if (from === null) return undefined
  const start = from.index + from[0].length
  const end = source.indexOf('</script>', start)
  return parse(source.slice(start, end < 0 ? undefined : end).replace(/;\s*$/, ''))
}

/** The depth told by the one of some texts that says nothing else: beside it stands the score, without a gap. */
function levelIn(texts: string[]): number {
  return Number(texts.flatMap((text) => /^\s*level\s+(\d+)\s*$/.exec(text)?.[1] ?? [])[0] ?? 1)
}

function readRedesign(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const data = pageData(answer.text)
  const rows = $('[id^="t1_"]')
    .toArray()
    .map((element) => ({
      element,
      id: $(element).attr('id') ?? '',
      depth: levelIn(
        $(element)
          .find('span')
          .toArray()
          .map((span) => $(span).text()),
      ),
    }))
  const top = $('[id^="t3_"]').first()
  const topId =
    top.attr('id') ??
    rows.map((row) => text(data, 'comments', 'models', row.id, 'postId')).find((id) => id !== null) ??
    null
  const model = topId === null ? undefined : at(data, 'posts', 'models', topId)
  const title = text(model, 'title') ?? wordsOf(top.find('h1')) ?? titleOf($)
  const parents = byDepth(rows, topId)
  const opening: Post[] =
    topId === null
      ? []
      : [
          post({
            id: topId,
            author: text(model, 'author'),
            createdAt: number(model, 'created'),
            score: number(model, 'score'),
            title,
            body: openingWords(top),
            permalink: text(model, 'permalink'),
          }),
        ]
  const comments = rows.map(({ element, id }) => {
    const one = $(element)
    const known = at(data, 'comments', 'models', id)
    const words = one.find('[data-test-id="comment"]').first()
    const path = text(known, 'permalink') ?? one.find(`a[id^="CommentTopMeta--Created"]`).attr('href') ?? null
    return post({
      id,
      parentId: text(known, 'parentId') ?? parents.get(id) ?? null,
      parentVia: 'nesting',
      author: text(known, 'author') ?? wordsOf(one.find('a[href*="/user/"]')),
      createdAt: number(known, 'created'),
      score: number(known, 'score') ?? number(/(-?\d+) points?/.exec(one.text())?.[1]),
      body: proseOf(words, { base: ORIGIN }),
      permalink: path === null ? null : new URL(path, ORIGIN).href,
      state: truthy(known, 'isDeleted') || words.length === 0 ? 'deleted' : 'ok',
    })
  })
  const announced = count(model, 'numComments')
  return thread({
    url: ownAddress($, answer),
    title,
    language: languageOf($),
    posts: [...opening, ...comments],
    expected: announced === null ? null : announced + 1,
  })
}

function openingWords(top: Found): ReturnType<typeof proseOf> {
  const words = top
    .find('[data-click-id="text"] .RichTextJSON-root, [data-click-id="text"], .RichTextJSON-root')
    .first()
  return words.length === 0 ? plain('') : proseOf(words, { base: ORIGIN })
}

/** The feed of a thread: first entry the submission, then comments without parents or scores, a bounded sample. */
export function readRedditFeed(answer: Answer): ReadThread {
  const $ = load(answer.text, { xml: true })
  const posts = $('entry')
    .toArray()
    .map((element) => {
      const entry = $(element)
      const id = wordsOf(entry.children('id')) ?? ''
      const opening = id.startsWith('t3_')
      return post({
        id,
        author: wordsOf(entry.find('author > name'))?.replace(/^\/?u\//, '') ?? null,
        createdAt: wordsOf(entry.children('published')) ?? wordsOf(entry.children('updated')),
        title: opening ? wordsOf(entry.children('title')) : null,
        body: markedWords(entry.children('content')),
        permalink: entry.children('link').attr('href') ?? null,
      })
    })
  const link = $('feed > link[rel="alternate"]').attr('href') ?? null
  return thread({
    url: link,
    title: wordsOf($('entry').first().children('title')) ?? wordsOf($('feed > title')),
    language: null,
    posts,
    expected: null,
    missing: [{ why: 'Reddit’s feed holds a bounded sample of the comments, without who answers whom', count: null }],
  })
}

/** The feed wraps what a person wrote in `.md`; a link post has none. */
function markedWords(content: ReturnType<Page>): ReturnType<typeof proseOf> {
  const $ = treeOf(content.text())
  const words: ReturnType<Page> = $('.md').first()
  return words.length === 0 ? plain('') : htmlToText($.html(words), { base: ORIGIN })
}
