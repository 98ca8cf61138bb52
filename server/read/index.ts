/** What was pasted, dropped or linked, to threads. */
import type { Source } from '../../shared/api.ts'
import type { LabelsAre } from '../../shared/split.ts'
import type { Article, Post, Thread } from '../../shared/thread.ts'
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import { plainAddress } from '../text/plain-address.ts'
import { readArticle } from './article.ts'
import { noted } from './assemble.ts'
import { tooLarge } from './body.ts'
import type { Fetcher } from './fetch.ts'
import { answerFrom, answersFrom } from './file.ts'
import { type Reading, readAddress } from './follow.ts'
import { isTable } from './generic/tables.ts'
import { jsonOf } from './json.ts'
import { labelsOffered } from './paste/labels.ts'
import { looksLikeHtml } from './page.ts'
import type { Answer, ReadThread } from './platform.ts'
import { capped, readAnswer, readSpoken } from './read-answer.ts'
import { forAnswer } from './recognise.ts'
import { type ReadFrom, together } from './same-thread.ts'
import { bared } from './wrapped.ts'

/**
 * The threads of `sources`, in their order; parts of one thread are put together. Ids of posts are made unique in the debate by the number of their source.
 * A source that fails is a notice of the first thread as long as another one could be read; else its Problem is thrown.
 */
export async function read(sources: Source[], fetcher: Fetcher, reading: Reading): Promise<Thread[]> {
  const found: Found[] = []
  const failures: { source: Source; problem: Problem }[] = []
  for (const [index, source] of sources.entries()) {
    try {
      const read = await readSource(source, fetcher, reading)
      for (const [nth, one] of read.entries())
        found.push({ ...one, mark: read.length === 1 ? `${index + 1}` : `${index + 1}.${nth + 1}` })
    } catch (thrown) {
      const problem = Problem.from(thrown)
      if (reading.signal.aborted || problem.code === 'internal') throw problem
      failures.push({ source, problem })
    }
  }
  const threads: Thread[] = []
  const article = articles(fetcher, reading)
  for (const { thread, mark } of together(found))
    threads.push(await finish(capped(thread, reading.config.MAX_POSTS), mark, article, reading))
  const [first] = threads
  if (first === undefined) throw failures[0]?.problem ?? new Problem('empty-input', 'Nothing was sent to read.')
  const notices = failures.map(
    ({ source, problem }) => `${nameOf(source)} could not be read: ${problem.message} ${problem.remedy}`,
  )
  return [{ ...first, notices: [...first.notices, ...notices] }, ...threads.slice(1)]
}

/** How pasted text or a file would be split into posts, without fetching anything. Throws `Problem`. */
export function preview(source: Exclude<Source, { kind: 'url' }>, config: Config): ReadThread[] {
  const found = source.kind === 'text' ? readText(source, config) : readFile(source, config)
  return together(found).map(({ thread }) => capped(thread, config.MAX_POSTS))
}

/** A thread with the mark its ids get. */
interface Found extends ReadFrom {
  mark: string
}

async function readSource(source: Source, fetcher: Fetcher, reading: Reading): Promise<ReadFrom[]> {
  if (source.kind === 'file') return readFile(source, reading.config)
  const address = source.kind === 'url' ? source.url.trim() : onlyAddress(source.text)
  if (address !== null) {
    const found = await readAddress(urlOf(address), fetcher, reading)
    return found.map((thread) => ({ thread, source: address }))
  }
  return source.kind === 'text' ? readText(source, reading.config) : []
}

/** The address a text consists of, when it is nothing else. */
function onlyAddress(text: string): string | null {
  const trimmed = text.trim()
  return /^https?:\/\/\S+$/i.test(trimmed) && trimmed.length <= 4000 ? trimmed : null
}

/** An AT Protocol address is one of Bluesky's. */
function urlOf(given: string): URL {
  const address = given.replace(/^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)$/, 'https://bsky.app/profile/$1/post/$2')
  const whole = /^[a-z][a-z\d+.-]*:(?!\d+(?:\/|$))/i.test(address) ? address : `https://${address}`
  if (!URL.canParse(whole)) {
    throw new Problem('bad-request', 'That is not a web address.', {
      remedy: 'Paste the address as it stands in your browser.',
    })
  }
  return new URL(whole)
}

/** Text is read as what it is: the source of a page, JSON, mail and exports copied whole count as files. */
function readText({ text, title, labels }: Extract<Source, { kind: 'text' }>, config: Config): ReadFrom[] {
  if (text.length > config.MAX_UPLOAD_BYTES) throw new Problem('too-large', 'The text is too long to be read.')
  if (text.trim() === '') throw new Problem('empty-input', 'There is no text to read.')
  const readAt = new Date().toISOString()
  const answer = asSaid(bared({ readAt, ...answerFrom(Buffer.from(text), 'Pasted text', null) }), labels)
  // What stands between quotation marks is a quote, though it is JSON, too.
  const isJson = jsonOf(answer) !== undefined && typeof jsonOf(answer) !== 'string'
  if (looksLikeHtml(answer.text) || isJson || forAnswer(answer) !== null || isTable(text))
    return readAnswer(answer, config).map((thread) => ({ thread, source: PASTED }))
  return [{ thread: readSpoken(answer, title ?? null, config.MAX_POSTS), source: PASTED }]
}

/** `answer` with what was said of the labels in it. */
function asSaid(answer: Answer, labels: LabelsAre | undefined): Answer {
  return labels === undefined ? answer : { ...answer, labels }
}

function readFile(source: Extract<Source, { kind: 'file' }>, config: Config): ReadFrom[] {
  if (source.base64.length > (config.MAX_UPLOAD_BYTES * 4) / 3 + 4) {
    throw tooLarge(config.MAX_UPLOAD_BYTES, `“${source.name}”`)
  }
  const bytes = Buffer.from(source.base64, 'base64')
  const file = { name: source.name, bytes }
  const { answers, notices } = answersFrom(file, source.url ?? null, config, source.readAt ?? null)
  const threads: ReadFrom[] = []
  const failed: { name: string; problem: Problem }[] = []
  for (const answer of answers) {
    const name = answer.fileName ?? source.name
    try {
      threads.push(
        ...readAnswer(asSaid(answer, source.labels), config).map((thread) => ({ thread, source: `“${name}”` })),
      )
    } catch (thrown) {
      const problem = Problem.from(thrown)
      if (problem.code === 'internal') throw problem
      failed.push({ name, problem })
    }
  }
  const [first, ...others] = threads
  if (first === undefined) throw failed[0]?.problem ?? new Problem('empty-input', `“${source.name}” is empty.`)
  const told = failed.slice(0, MOST_TOLD).map(({ name, problem }) => `“${name}” could not be read: ${problem.message}`)
  const more =
    failed.length > MOST_TOLD ? [`${failed.length - MOST_TOLD} more files of “${source.name}” could not be read.`] : []
  return [{ ...first, thread: noted(first.thread, [...notices, ...told, ...more]) }, ...others]
}

/** Files of one archive that are named when they can't be read. */
const MOST_TOLD = 5

const PASTED = 'The pasted text'

function nameOf(source: Source): string {
  if (source.kind === 'url') return source.url
  return source.kind === 'file' ? `“${source.name}”` : PASTED
}

/** Reads each linked page once, however many threads discuss it. */
function articles(fetcher: Fetcher, reading: Reading): (url: string) => Promise<Article> {
  const read = new Map<string, Promise<Article>>()
  return (url) => {
    const page = plainAddress(url) ?? url
    const article = read.get(page) ?? readArticle(url, fetcher, reading)
    read.set(page, article)
    return article
  }
}

/** Adds what only the whole debate knows: ids that stay unique in it, the linked article, the time of reading. */
async function finish(
  thread: ReadThread,
  mark: string,
  articleAt: (url: string) => Promise<Article>,
  reading: Reading,
): Promise<Thread> {
  const { articleUrl, article, parts: _, labels, ...rest } = thread
  const notices = [...thread.notices, ...labelsOffered(labels)]
  let linked = article ?? null
  if (linked === null && articleUrl !== null && reading.config.READ_ARTICLES) {
    try {
      linked = await articleAt(articleUrl)
      reading.progress('the linked page', 1, 1)
    } catch (thrown) {
      const problem = Problem.from(thrown)
      if (reading.signal.aborted) throw problem
      notices.push(`The linked page (${articleUrl}) could not be read: ${problem.message}`)
    }
  }
  const { completeness } = rest
  const isFull = completeness.missing.length > 0 && completeness.got >= reading.config.MAX_POSTS
  return {
    ...rest,
    completeness: isFull ? { ...completeness, more: true } : completeness,
    id: `t${mark}`,
    readAt: new Date().toISOString(),
    article: linked,
    posts: withIds(thread.posts, `${mark}-`),
    notices,
  }
}

/** Ids hold only characters that are safe in addresses and names; those that become equal are told apart again. */
function withIds(posts: Post[], prefix: string): Post[] {
  const given = new Map<string, string>()
  const used = new Set<string>()
  for (const { id } of posts) {
    const safe = prefix + (id.replace(/[^A-Za-z0-9_.~-]+/g, '') || 'post')
    let unique = safe
    for (let n = 2; used.has(unique); n++) unique = `${safe}~${n}`
    used.add(unique)
    given.set(id, unique)
  }
  return posts.map((post) => ({
    ...post,
    id: given.get(post.id) as string,
    parentId: post.parentId === null ? null : (given.get(post.parentId) ?? null),
  }))
}
