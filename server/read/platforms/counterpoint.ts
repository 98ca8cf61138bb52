/** Counterpoint's own JSON: one thread, several, or a whole debate as it was exported. */
import { z } from 'zod'
import { Completeness, Post, Thread } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { clean } from '../../text/clean.ts'
import { assemble, firstWords } from '../assemble.ts'
import { at, jsonOf, list, text } from '../json.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'

const UnfinishedPost = Post.partial().required({ id: true, text: true })
const UnfinishedThread = Thread.partial().extend({
  posts: z.array(UnfinishedPost).min(1),
  completeness: Completeness.optional(),
})

type UnfinishedPost = z.infer<typeof UnfinishedPost>

/** Ranges count characters of the text as it stood; where cleaning changes it they would point at other words. */
function finished(given: UnfinishedPost): Post {
  const words = clean(given.text)
  const inside = <R extends { start: number; end: number }>(ranges: R[] | undefined): R[] =>
    words === given.text ? (ranges ?? []).filter(({ start, end }) => start < end && end <= words.length) : []
  const heading = given.heading ?? 0
  return {
    id: given.id,
    parentId: given.parentId ?? null,
    parentVia: given.parentId == null ? 'none' : (given.parentVia ?? 'platform'),
    author: given.author ?? null,
    createdAt: given.createdAt ?? null,
    ...(given.createdAbout === undefined ? {} : { createdAbout: given.createdAbout }),
    score: given.score ?? null,
    ...(given.agreement === undefined ? {} : { agreement: given.agreement }),
    text: words,
    heading: heading <= words.length ? heading : 0,
    quotes: inside(given.quotes)
      .map((quote) => ({ ...quote, of: null, similarity: 0 }))
      .filter(({ how }) => how === 'marked'),
    links: inside(given.links),
    code: inside(given.code),
    permalink: given.permalink ?? null,
    kind: given.kind ?? (given.parentId == null ? 'opening' : 'comment'),
    state: given.state ?? 'ok',
    stance: given.stance ?? null,
    globalId: given.globalId ?? null,
  }
}

function threadOf(value: unknown): ReadThread {
  const read = UnfinishedThread.safeParse(value)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new Problem(
      'not-a-thread',
      `The file looks like a thread of Counterpoint, but ${issue?.path.join('.')} is wrong: ${issue?.message}.`,
    )
  }
  const { data } = read
  const posts = data.posts.map(finished)
  const opening = posts[0] as Post
  const title = data.title ?? (opening.heading > 0 ? opening.text.slice(0, opening.heading) : firstWords(opening.text))
  const thread = assemble({
    platform: data.platform ?? 'counterpoint',
    site: data.site ?? 'Counterpoint',
    url: data.url ?? null,
    title,
    language: data.language ?? null,
    posts,
    expected: data.completeness?.expected ?? null,
    missing: data.completeness?.missing ?? [],
    notices: data.notices ?? [],
  })
  return { ...thread, articleUrl: text(value, 'articleUrl'), article: data.article ?? null }
}

function threadsIn(value: unknown): unknown[] {
  const all = Array.isArray(value)
    ? value
    : list(value, 'threads').length > 0
      ? list(value, 'threads')
      : list(value, 'debate', 'threads').length > 0
        ? list(value, 'debate', 'threads')
        : [value]
  const isThread = (one: unknown) =>
    text(one, 'posts', 0, 'id') !== null && typeof at(one, 'posts', 0, 'text') === 'string'
  return all.every(isThread) ? all : []
}

export const counterpoint: Platform<never> = {
  id: 'counterpoint',
  name: 'Counterpoint',
  recognise: () => null,
  sniff: (answer) => threadsIn(jsonOf(answer)).length > 0,
  file: (answer: Answer) => threadsIn(jsonOf(answer)).map(threadOf),
  begin() {
    throw new Problem('unsupported', 'Counterpoint’s own threads are read from files.')
  },
  resume: (state) => state,
}
