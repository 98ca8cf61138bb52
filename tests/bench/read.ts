/** How fast threads are read. Captured payloads are measured when they lie beside the checkout. */
import { readFileSync } from 'node:fs'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { beside, besideText } from '../beside.ts'
import type { Figure, Measured } from './figures.ts'

const RUNS = 5
const config = readConfig({})

interface Row {
  what: string
  posts: number
  bytes: number
  milliseconds: number
  postsPerSecond: number
  megabytesPerSecond: number
}

/** Best of a few runs: what the code needs when nothing else runs. */
function measure(what: string, files: Buffer[]): Row {
  const sources = files.map((bytes) => ({ kind: 'file' as const, name: what, base64: bytes.toString('base64') }))
  let best = Number.POSITIVE_INFINITY
  let posts = 0
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now()
    posts = sources.flatMap((source) => preview(source, config)).reduce((sum, thread) => sum + thread.posts.length, 0)
    best = Math.min(best, performance.now() - began)
  }
  const bytes = files.reduce((sum, file) => sum + file.length, 0)
  return {
    what,
    posts,
    bytes,
    milliseconds: Math.round(best * 10) / 10,
    postsPerSecond: Math.round((posts / best) * 1000),
    megabytesPerSecond: Math.round(bytes / best / 100) / 10,
  }
}

const WORDS =
  'The harbour ferry should be free of charge, because its tickets pay for less than a fifth of what it costs, and every car that stays at home is one car less in the queue before the bridge. '
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
function xenForoPage(posts: number): Buffer {
  const quote = (at: number) =>
    at === 0
      ? ''
      : `<blockquote data-quote="writer${(at - 1) % 400}" data-source="post: ${at}" class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote"><div class="bbCodeBlock-title"><a href="/goto/post?id=${at}" class="bbCodeBlock-sourceJump">writer${(at - 1) % 400} said:</a></div><div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">${WORDS}</div><div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></div></blockquote>`
  const articles = Array.from(
    { length: posts },
    (_, at) =>
      `<article class="message message--post js-post" data-author="writer${at % 400}" data-content="post-${at + 1}" id="js-post-${at + 1}"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a class="username">writer${at % 400}</a></h4></section></div><div class="message-cell message-cell--main"><header class="message-attribution"><ul><li><a href="/threads/ferries.1/post-${at + 1}"><time class="u-dt" datetime="${T}">1 May 2026</time></a></li><li><a href="/threads/ferries.1/post-${at + 1}">#${at + 1}</a></li></ul></header><div class="message-content"><article class="message-body"><div class="bbWrapper">${quote(at)}${WORDS}<br><br>${WORDS}</div></article></div></div></div></article>`,
  )
  return Buffer.from(
    `<!doctype html><html id="XF" lang="en" data-template="thread_view"><head><title>Ferries</title></head><body><div class="p-title"><h1 class="p-title-value">Ferries</h1></div><div class="block-body">${articles.join('')}</div></body></html>`,
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

function mailbox(posts: number): Buffer {
  const mails = Array.from(
    { length: posts },
    (_, at) =>
      `From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: Writer ${at % 400} <w@example.org>\nSubject: ${at === 0 ? '' : 'Re: '}Ferries\nDate: Fri, 01 May 2026 09:00:00 +0000\nMessage-ID: <${at}@example.org>\n${at === 0 ? '' : `In-Reply-To: <${at - 1}@example.org>\n`}\nOn Fri, 1 May 2026, Writer wrote:\n> ${WORDS}\n\n${WORDS}\n-- \nWriter\n\n`,
  )
  return Buffer.from(mails.join(''))
}

export function bench(): Measured {
  const megabytesMore = memory()
  const megabytesInAll = Math.round(process.memoryUsage().rss / 1e5) / 10

  const rows = [
    measure('5,000 posts, Hacker News JSON', [algolia(5000)]),
    measure('5,000 posts, Hacker News page', [hackerNewsPage(5000)]),
    measure('5,000 posts, WordPress page', [wordPressPage(5000)]),
    measure('5,000 posts, XenForo page with quotes', [xenForoPage(5000)]),
    measure('5,000 posts, page of siblings nobody knows', [siblingsPage(5000)]),
    measure('5,000 posts, mailbox', [mailbox(5000)]),
    measure('5,000 posts, pasted paragraphs', [
      Buffer.from(Array.from({ length: 5000 }, (_, at) => `${WORDS}${at}.`).join('\n\n')),
    ]),
  ]

  const manifest = JSON.parse(besideText('payloads/MANIFEST.json') ?? '[]') as {
    file: string
    platform: string
    posts: number
  }[]
  for (const platform of new Set(manifest.filter(({ posts }) => posts > 0).map((entry) => entry.platform))) {
    const files = manifest.filter((entry) => entry.platform === platform && entry.posts > 0)
    rows.push(
      measure(
        platform,
        files.map(({ file }) => readFileSync(beside(`payloads/${file}`) as string)),
      ),
    )
  }
  const figures: Figure[] = [
    ...rows.map(({ what, milliseconds }): Figure => ({ what, value: milliseconds, unit: 'ms' })),
    { what: '5,000 posts, memory beside what was there', value: megabytesMore, unit: 'MB' },
    { what: '5,000 posts, memory in all', value: megabytesInAll, unit: 'MB' },
  ]
  return { figures, details: rows }
}

/** Memory beside what Node itself needs, at its highest while five thousand posts are read. */
function memory(): number {
  const source = { kind: 'file' as const, name: 'item.json', base64: algolia(5000).toString('base64') }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const threads = preview(source, config)
  return threads.length > 0 ? Math.round((process.memoryUsage().rss - before) / 1e5) / 10 : 0
}
