/** Threads of five thousand posts as their platforms hand them out, each read in a process of its own: what it costs, started cold. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { readConfig } from '../../server/config.ts'
import type { Fetcher } from '../../server/read/fetch.ts'
import { preview, read } from '../../server/read/index.ts'
import type { Answer } from '../../server/read/platform.ts'
import { ARCHIVES } from './archives.ts'
import { spent } from './figures.ts'
import { GROWN, WORDS } from './grown.ts'

// Loaded before the first thread, as all other code is: reading is measured, not loading.
createRequire(import.meta.url)('linkedom')

const POSTS = 5000
/** Opening posts and answers that stand in a thread besides. */
const FEW = 5
/** Posts on one page of XenForo. */
const ON_A_PAGE = 20

const T = '2026-05-01T09:00:00Z'

function algolia(posts: number): Buffer {
  const children = Array.from({ length: posts - 1 }, (_, at) => ({
    id: at + 2,
    created_at: T,
    type: 'comment',
    author: `writer${at % 400}`,
    text: `<p>${WORDS}<p>&gt; a quoted line<p>${WORDS.repeat(1 + (at % 3))}<a href="https://example.org/${at}">a link</a>`,
    parent_id: 1,
    story_id: 1,
    children: [],
  }))
  return Buffer.from(JSON.stringify({ id: 1, created_at: T, type: 'story', author: 'a', title: 'Ferries', children }))
}

function hackerNewsPage(posts: number): Buffer {
  const rows = Array.from(
    { length: posts - 1 },
    (_, at) =>
      `<tr class="athing comtr" id="${at + 2}"><td><table><tr><td class="ind" indent="${at % 6}"></td><td><a class="hnuser">writer${at % 400}</a> <span class="age" title="2026-05-01T09:00:00 1777626000"></span><div class="commtext c00">${WORDS}<p>${WORDS}</div></td></tr></table></td></tr>`,
  )
  return Buffer.from(
    `<html><body><table id="hnmain"><tr><td><table class="fatitem"><tr class="athing" id="1"><td><span class="titleline"><a href="https://example.org">Ferries</a></span></td></tr></table><table class="comment-tree">${rows.join('')}</table></td></tr></table></body></html>`,
  )
}

function wordPressPage(posts: number): Buffer {
  const items = Array.from(
    { length: posts - 1 },
    (_, at) =>
      `<li id="comment-${at + 1}" class="comment depth-1"><article id="div-comment-${at + 1}" class="comment-body"><footer><b class="fn">writer${at % 400}</b><time datetime="${T}"></time></footer><div class="comment-content"><p>${WORDS}</p></div></article></li>`,
  )
  return Buffer.from(
    `<!doctype html><html><head><meta name="generator" content="WordPress 6"></head><body><h1 class="entry-title">Ferries</h1><div class="entry-content"><p>${WORDS.repeat(3)}</p></div><ol class="comment-list">${items.join('')}</ol></body></html>`,
  )
}

/** Each post but the first quotes the one before it. */
function xenForoPage(posts: number, page = 1, pages = 1): Buffer {
  const quote = (at: number) =>
    at === 0
      ? ''
      : `<blockquote data-quote="writer${(at - 1) % 400}" data-source="post: ${at}" class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote"><div class="bbCodeBlock-title"><a href="/goto/post?id=${at}" class="bbCodeBlock-sourceJump">writer${(at - 1) % 400} said:</a></div><div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">${WORDS}</div><div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></div></blockquote>`
  const articles = Array.from({ length: posts }, (_, index) => (page - 1) * posts + index).map(
    (at) =>
      `<article class="message message--post js-post" data-author="writer${at % 400}" data-content="post-${at + 1}" id="js-post-${at + 1}"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a class="username">writer${at % 400}</a></h4></section></div><div class="message-cell message-cell--main"><header class="message-attribution"><ul><li><a href="/threads/ferries.1/post-${at + 1}"><time class="u-dt" datetime="${T}">1 May 2026</time></a></li><li><a href="/threads/ferries.1/post-${at + 1}">#${at + 1}</a></li></ul></header><div class="message-content"><article class="message-body"><div class="bbWrapper">${quote(at)}${WORDS}<br><br>${WORDS}</div></article></div></div></div></article>`,
  )
  return Buffer.from(
    `<!doctype html><html id="XF" lang="en" data-template="thread_view"><head><title>Ferries</title></head><body><div class="p-title"><h1 class="p-title-value">Ferries</h1></div>${page < pages ? `<nav class="pageNav"><a class="pageNav-jump pageNav-jump--next" href="https://forum.example/threads/ferries.1/page-${page + 1}">Next</a></nav>` : ''}<div class="block-body">${articles.join('')}</div></body></html>`,
  )
}

/** Comments of a site nobody knows. */
function siblingsPage(posts: number): Buffer {
  const items = Array.from(
    { length: posts },
    (_, at) =>
      `<div class="remark" id="r${at + 1}"><div class="who"><span class="author">writer${at % 400}</span> <time datetime="${T}">1 May 2026</time></div><div class="words"><p>${WORDS}</p><p>${WORDS}</p></div></div>`,
  )
  return Buffer.from(
    `<!doctype html><html lang="en"><head><title>Ferries</title></head><body><h1>Ferries</h1><article><p>${WORDS.repeat(3)}</p><p>${WORDS.repeat(3)}</p></article><div class="remarks">${items.join('')}</div></body></html>`,
  )
}

/** Answers stand inside what they answer, eight deep. */
function nestedPage(posts: number): Buffer {
  const deep = 8
  const open = (at: number) =>
    `<div class="remark" id="r${at + 1}"><div class="who"><span class="author">writer${at % 400}</span> <time datetime="${T}">1 May 2026</time></div><div class="words"><p>${WORDS}</p><p>${WORDS}</p></div>`
  const items = Array.from(
    { length: posts },
    (_, at) => open(at) + ((at + 1) % deep === 0 || at === posts - 1 ? '</div>'.repeat((at % deep) + 1) : ''),
  )
  return Buffer.from(
    `<!doctype html><html lang="en"><head><title>Ferries</title></head><body><h1>Ferries</h1><div class="remarks">${items.join('')}</div></body></html>`,
  )
}

/** Tables of the years before, each post quoting the one before it. */
function vBulletinPage(posts: number): Buffer {
  const quote = (at: number) =>
    at === 0
      ? ''
      : `<div style="margin:20px; margin-top:5px"><div class="smallfont" style="margin-bottom:2px">Quote:</div><table cellpadding="6" width="100%"><tbody><tr><td class="alt2"><div>Originally Posted by <strong>writer${(at - 1) % 400}</strong> <a href="showthread.php?p=${at}#post${at}" rel="nofollow">View Post</a></div><div style="font-style:italic">${WORDS}</div></td></tr></tbody></table></div>`
  const tables = Array.from(
    { length: posts },
    (_, at) =>
      `<div id="edit${at + 1}"><table id="post${at + 1}" class="tborder" cellpadding="6"><tbody><tr><td class="thead"><a name="post${at + 1}"></a> 05-${String((at % 28) + 1).padStart(2, '0')}-2026, 09:${String(at % 60).padStart(2, '0')} AM</td><td class="thead" align="right">#<a href="showpost.php?p=${at + 1}" id="postcount${at + 1}" name="${at + 1}"><strong>${at + 1}</strong></a></td></tr><tr valign="top"><td class="alt2" width="175"><div id="postmenu_${at + 1}"><a class="bigusername" href="member.php?u=${at % 400}">writer${at % 400}</a></div><div class="smallfont">Member</div><div class="smallfont"><div>Join Date: Mar 2004</div><div>Posts: ${at}</div></div></td><td class="alt1" id="td_post_${at + 1}"><div id="post_message_${at + 1}">${quote(at)}${WORDS}<br><br>${WORDS}</div></td></tr></tbody></table></div>`,
  )
  return Buffer.from(
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html lang="en"><head><meta name="generator" content="vBulletin 3.8.7"><title>Ferries</title></head><body><div class="navbar"><strong>Ferries</strong></div>${tables.join('')}</body></html>`,
  )
}

/** A talk page whose comments are told by their signatures, five deep. */
function talkPage(posts: number): Buffer {
  const comments = Array.from({ length: posts }, (_, at) => {
    const depth = at % 5
    const said = `${WORDS}${WORDS}<a href="/wiki/User:Writer${at % 400}" title="User:Writer${at % 400}">Writer${at % 400}</a> (<a href="/wiki/User_talk:Writer${at % 400}">talk</a>) 09:${String(at % 60).padStart(2, '0')}, 1 May 2026 (UTC)`
    return depth === 0 ? `<p>${said}</p>` : `${'<dl><dd>'.repeat(depth)}${said}${'</dd></dl>'.repeat(depth)}`
  })
  return Buffer.from(
    `<!doctype html><html lang="en"><head><meta name="generator" content="MediaWiki 1.43"><title>Talk:Ferries</title></head><body><h1 id="firstHeading">Talk:Ferries</h1><div class="mw-parser-output"><h2>Free ferries</h2>${comments.join('\n')}</div></body></html>`,
  )
}

function mailbox(posts: number): Buffer {
  const mails = Array.from(
    { length: posts },
    (_, at) =>
      `From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: Writer ${at % 400} <w@example.org>\nSubject: ${at === 0 ? '' : 'Re: '}Ferries\nDate: Fri, 01 May 2026 09:00:00 +0000\nMessage-ID: <${at}@example.org>\n${at === 0 ? '' : `In-Reply-To: <${at - 1}@example.org>\n`}\nOn Fri, 1 May 2026, Writer wrote:\n> ${WORDS}\n\n${WORDS}\n-- \nWriter\n\n`,
  )
  return Buffer.from(mails.join(''))
}

const ADDRESS = 'https://forum.example/threads/ferries.1/'

/** A page each time, from nowhere: what is measured is reading, not waiting. */
function pageByPage(posts: number): Prepared {
  const count = posts / ON_A_PAGE
  const pages = Array.from({ length: count }, (_, at) => xenForoPage(ON_A_PAGE, at + 1, count))
  const fetcher: Fetcher = {
    async fetch({ url }): Promise<Answer> {
      const page = pages[Number(/page-(\d+)/.exec(url)?.[1] ?? 1) - 1]
      const found = { status: 200, url, headers: {}, contentType: 'text/html', text: page?.toString('utf8') ?? '' }
      return url.endsWith('/robots.txt') ? { ...found, status: 404, text: '' } : found
    },
    close: async () => undefined,
  }
  const config = readConfig({ READ_ARTICLES: 'false', MAX_REQUESTS: String(count + 5) })
  const reading = { config, signal: new AbortController().signal, progress: () => undefined }
  return {
    bytes: pages.reduce((sum, page) => sum + page.length, 0),
    read: async () => postsOf(await read([{ kind: 'url', url: ADDRESS }], fetcher, reading)),
  }
}

const postsOf = (threads: { posts: unknown[] }[]) => threads.reduce((sum, thread) => sum + thread.posts.length, 0)

const asFile =
  (page: (posts: number) => Buffer) =>
  (posts: number): Prepared => {
    const bytes = page(posts)
    const source = { kind: 'file' as const, name: 'thread', base64: bytes.toString('base64') }
    return { bytes: bytes.length, read: () => postsOf(preview(source, readConfig({}))) }
  }

const paragraphs = (posts: number) =>
  Buffer.from(Array.from({ length: posts }, (_, at) => `${WORDS}${at}.`).join('\n\n'))

/** A thread at hand, and how to read it: how many posts there were. */
interface Prepared {
  bytes: number
  read: () => number | Promise<number>
}

const THREADS: Record<string, (posts: number) => Prepared> = {
  'Hacker News JSON': asFile(algolia),
  'Hacker News page': asFile(hackerNewsPage),
  'WordPress page': asFile(wordPressPage),
  'XenForo, 250 pages with quotes': pageByPage,
  'XenForo, one page with quotes': asFile(xenForoPage),
  'vBulletin 3, one page with quotes': asFile(vBulletinPage),
  'MediaWiki talk page, signed': asFile(talkPage),
  'page of siblings nobody knows': asFile(siblingsPage),
  'page of siblings, eight deep': asFile(nestedPage),
  mailbox: asFile(mailbox),
  'pasted paragraphs': asFile(paragraphs),
  ...Object.fromEntries(Object.entries({ ...GROWN, ...ARCHIVES }).map(([what, made]) => [what, asFile(made)])),
}

export interface Long {
  what: string
  posts: number
  bytes: number
  /** Of the processor, the first time a process reads anything. */
  seconds: number
  /** The most the process took, and what it had taken before. */
  megabytes: number
  before: number
  postsPerSecond: number
  megabytesPerSecond: number
}

/** The greatest memory of this process so far, in megabytes. */
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024)

async function measured(what: string): Promise<Long> {
  const { bytes, read: reading } = (THREADS[what] as (typeof THREADS)[string])(POSTS)
  const before = peak()
  const { value: posts, cpu } = await spent(reading)
  if (Math.abs(posts - POSTS) > FEW) throw new Error(`${what}: ${posts} posts were read of ${POSTS}.`)
  return {
    what,
    posts,
    bytes,
    seconds: Math.round(cpu * 100) / 100,
    megabytes: peak(),
    before,
    postsPerSecond: Math.round(posts / cpu),
    megabytesPerSecond: Math.round(bytes / cpu / 1e5) / 10,
  }
}

/** All of them, one after the other. */
export function longThreads(): Long[] {
  return Object.keys(THREADS).map((what) => {
    const { stdout } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, what], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return JSON.parse(stdout) as Long
  })
}

const [, script, what] = process.argv
if (script === import.meta.filename && what !== undefined) console.log(JSON.stringify(await measured(what)))
