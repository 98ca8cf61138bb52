import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readPasted } from '../../server/read/paste/index.ts'
import { Thread } from '../../shared/thread.ts'
import { large, largeThread } from '../fixtures/large.ts'

const text = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'threads', name), 'utf8')

/** Posts as a person reads them in a pasted text; `answers` is the place of the answered post, where the layout shows it. */
const Pasted = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    posts: z.array(
      z.strictObject({
        author: z.string().nullable(),
        /** First words of the post's own text; empty for an opening post of a title alone. */
        starts: z.string(),
        answers: z.int().nullable(),
        quotes: z.array(z.string()),
      }),
    ),
  }),
)

describe.each(Object.entries(Pasted.parse(JSON.parse(text('pasted.expected.json')))))(
  'the pasted text %s',
  (name, { title, posts }) => {
    test('holds what it is said to hold, in this order', () => {
      const whole = text(name)
      expect(whole).toContain(title)
      expect(posts.length).toBeGreaterThanOrEqual(10)
      expect(posts.length).toBeLessThanOrEqual(15)
      let from = 0
      for (const [at, post] of posts.entries()) {
        from = whole.indexOf(post.starts, from)
        expect(from, `"${post.starts}" comes after the post before it`).toBeGreaterThanOrEqual(0)
        if (post.author !== null) expect(whole).toContain(post.author)
        if (post.answers !== null) expect(post.answers).toBeLessThan(at)
        for (const quote of post.quotes) expect(whole.split(quote).length).toBe(3)
      }
    })

    test('is read into these posts by these people', () => {
      const read = readPasted(text(name), null)
      expect(read.title).toBe(title)
      const own = read.posts.map(({ author, text: words, heading, quotes }) => {
        const after = Math.max(heading, ...quotes.map(({ end }) => end))
        return { author, text: words.slice(after).trim() }
      })
      const rest = own[0]?.text === title ? own.slice(1) : own
      expect(rest.map(({ author, text: words }, at) => [author, words.slice(0, posts[at]?.starts.length)])).toEqual(
        posts.map(({ author, starts }) => [author, starts]),
      )
    })

    test('keeps marked quotes as quotes', () => {
      const marked = readPasted(text(name), null).posts.flatMap((post) =>
        post.quotes.map(({ start, end }) => post.text.slice(start, end)),
      )
      const expected = name === 'plain.txt' ? [] : posts.flatMap(({ quotes }) => quotes)
      expect(marked).toEqual(expected)
    })
  },
)

test('the thread of one post', () => {
  const { title, posts } = Thread.parse(JSON.parse(text('single.json')))
  expect(posts.map((post) => post.text.slice(0, post.heading))).toEqual([title])
})

describe('large threads', () => {
  const { thread, planted } = large(1500, 3)
  const { posts } = thread
  const byId = new Map(posts.map((post, at) => [post.id, at] as const))

  test('are well formed and of the size asked for', () => {
    expect(Thread.parse(thread)).toEqual(thread)
    for (const size of [1, 2, 40]) expect(largeThread(size, 1).posts).toHaveLength(size)
    expect(posts).toHaveLength(1500)
    for (const [at, post] of posts.entries()) {
      if (post.parentId !== null) expect(byId.get(post.parentId)).toBeLessThan(at)
      for (const { start, end } of [...post.quotes, ...post.links])
        expect(post.text.slice(start, end).trim()).not.toBe('')
    }
  })

  test('are the same for the same seed only', () => {
    expect(largeThread(300, 9)).toEqual(largeThread(300, 9))
    expect(largeThread(300, 9).posts).not.toEqual(largeThread(300, 10).posts)
  })

  test('leave no template unfilled', () => {
    expect(posts.filter((post) => /[[\]#|]/.test(post.text)).map((post) => post.text)).toEqual([])
  })

  test('quotes stand in the answered post, links are addresses', () => {
    const quoting = posts.filter((post) => post.quotes.length > 0)
    expect(quoting.length).toBeGreaterThan(100)
    for (const { text: whole, quotes, parentId } of quoting) {
      const answered = posts[byId.get(parentId ?? '') ?? -1]
      for (const { start, end } of quotes) expect(answered?.text).toContain(whole.slice(start, end))
    }
    for (const { text: whole, links } of posts) {
      for (const link of links) expect(whole.slice(link.start, link.end)).toBe(link.url)
    }
  })

  test('hold repeats of three kinds, each of an earlier post, and mostly different posts besides', () => {
    expect(new Set(planted.map(({ kind }) => kind))).toEqual(new Set(['exact', 'near', 'partial']))
    for (const { postId, of, kind } of planted) {
      const [copy, original] = [postId, of].map((id) => posts[byId.get(id) ?? -1]?.text ?? '')
      expect(Number(of)).toBeLessThan(Number(postId))
      expect(copy === original).toBe(kind === 'exact')
      if (kind === 'partial') expect(copy).toContain(original)
    }
    expect(new Set(posts.map((post) => post.text)).size).toBeGreaterThan(0.9 * posts.length)
  })
})
