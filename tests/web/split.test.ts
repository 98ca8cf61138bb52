import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { Split, type SplitThread } from '../../shared/split.ts'
import {
  answerTo,
  entitle,
  joinAbove,
  LEFT_OUT,
  leaveOut,
  linesOf,
  nameAuthor,
  sourceOfSplit,
  splitAt,
  splittable,
} from '../../web/state/split.ts'

const CONFIG = readConfig({})

/** The thread a text is read as. */
function threadOf(text: string, labels?: 'writers'): SplitThread {
  return Split.parse({ threads: preview({ kind: 'text', text, labels }, CONFIG) }).threads[0] as SplitThread
}

/** What the server reads when the corrected thread is sent back. */
function sentBack(thread: SplitThread) {
  const source = sourceOfSplit({ of: '', threads: [thread], changed: true }, 'Corrected by hand.')
  if (source.kind !== 'file') throw new Error('a corrected split is sent as a file')
  const [read] = preview(source, CONFIG)
  if (read === undefined) throw new Error('nothing was read')
  return read
}

const shown = (thread: SplitThread) => thread.posts.map(({ author, text }) => [author, text])

const PASTED = `Ann: Trams never wait in traffic.

See https://example.org/trams for figures.

Bob: They cost far more than buses.

Ann: They carry more people.

Bob: Not everywhere.`

describe('correcting the split', () => {
  test('joins a post with the one above, and moves what is marked in it', () => {
    const thread = threadOf(PASTED)
    const joined = joinAbove(thread, thread.posts[1]?.id ?? '')
    expect(joined.posts.length).toBe(thread.posts.length - 1)
    const { text, links } = sentBack(joined).posts[0] ?? { text: '', links: [] }
    expect(text.endsWith('They cost far more than buses.')).toBe(true)
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual(['https://example.org/trams'])
  })

  test('parts a post at a line: both are by its writer until one is renamed', () => {
    const thread = threadOf(PASTED)
    const first = thread.posts[0]
    if (first === undefined) throw new Error('no post')
    const line = linesOf(first.text).find(({ start, end }) => first.text.slice(start, end).startsWith('See'))
    const { thread: parted, made } = splitAt(thread, first.id, line?.start ?? 0)
    expect(shown(parted).slice(0, 2)).toEqual([
      ['Ann', 'Trams never wait in traffic.'],
      ['Ann', 'See https://example.org/trams for figures.'],
    ])
    const read = sentBack(nameAuthor(parted, made ?? '', '  Cleo '))
    expect(read.posts[1]).toMatchObject({ author: 'Cleo', links: [{ url: 'https://example.org/trams' }] })
    expect(new Set(read.posts.map(({ id }) => id)).size).toBe(5)
  })

  test('is not parted where nothing would stand on one side', () => {
    const thread = threadOf(PASTED)
    expect(splitAt(thread, thread.posts[0]?.id ?? '', 0)).toEqual({ thread, made: null })
  })

  test('a post left out is gone, its answers go to what it answered, and the map tells it', () => {
    const thread = threadOf(PASTED)
    const chain = thread.posts.map((post, at) => ({ ...post, parentId: thread.posts[at - 1]?.id ?? null }))
    const ids = chain.map(({ id }) => id)
    const once = leaveOut({ ...thread, posts: chain }, ids[1] ?? '')
    expect(once.posts.map(({ id, parentId }) => [id, parentId])).toEqual([
      [ids[0], null],
      [ids[2], ids[0]],
      [ids[3], ids[2]],
    ])
    const twice = sentBack(leaveOut(once, ids[3] ?? ''))
    expect(twice.completeness).toEqual({ expected: null, got: 2, missing: [{ why: LEFT_OUT, count: 2 }] })
  })

  test('the last post is not left out', () => {
    const thread = threadOf(PASTED)
    const one = { ...thread, posts: thread.posts.slice(0, 1) }
    expect(leaveOut(one, one.posts[0]?.id ?? '')).toBe(one)
  })

  test('an emptied name is no name', () => {
    const thread = threadOf(PASTED)
    const named = nameAuthor(thread, thread.posts[0]?.id ?? '', ' ')
    expect(sentBack(named).posts[0]?.author).toBeNull()
  })

  test('a line becomes the title: at the start it stays, elsewhere it is taken out', () => {
    const thread = threadOf(
      'Ann: Trams or buses?\nTrams never wait.\n\nBob: Buses are cheaper.\nA side note.',
      'writers',
    )
    const [ann, bob] = thread.posts
    const lineOf = (text: string) => linesOf(text).at(-1) ?? { start: 0, end: 0 }
    const first = entitle(thread, ann?.id ?? '', linesOf(ann?.text ?? '')[0] ?? { start: 0, end: 0 })
    expect(sentBack(first)).toMatchObject({ title: 'Trams or buses?', posts: [{ heading: 15 }, {}] })
    const other = sentBack(entitle(thread, bob?.id ?? '', lineOf(bob?.text ?? '')))
    expect(other.title).toBe('A side note.')
    expect(other.posts[1]?.text).toBe('Buses are cheaper.')
  })

  test('a post that becomes the title leaves its answers to what it answered', () => {
    const thread = threadOf(PASTED)
    const [first, last] = thread.posts
    if (first === undefined || last === undefined) throw new Error('two posts expected')
    const nested = {
      ...thread,
      posts: [first, { ...last, parentId: first.id, text: 'One line' }, { ...last, id: 'x', parentId: last.id }],
    }
    const entitled = entitle(nested, last.id, { start: 0, end: 8 })
    expect(entitled.posts.map(({ id, parentId }) => [id, parentId])).toEqual([
      [first.id, null],
      ['x', first.id],
    ])
  })

  test('says on the map that it was corrected', () => {
    expect(sentBack(threadOf(PASTED)).notices).toContain('Corrected by hand.')
  })
})

describe('who answers whom', () => {
  const parents = (thread: SplitThread) =>
    thread.posts.map(({ parentId }) => thread.posts.findIndex(({ id }) => id === parentId))
  const idAt = (thread: SplitThread, place: number) => thread.posts[place]?.id ?? ''

  test('is set by hand and read as set', () => {
    const thread = threadOf(PASTED)
    const one = answerTo(thread, idAt(thread, 3), 1)
    const two = one === null ? null : answerTo(one, idAt(one, 2), null)
    expect(parents(two as SplitThread).slice(2)).toEqual([-1, 1])
    expect(parents(sentBack(two as SplitThread)).slice(2)).toEqual([-1, 1])
  })

  test('is not set to a post that is not there, to itself or to an answer of it', () => {
    const thread = threadOf(PASTED)
    const first = idAt(thread, 0)
    const answered = answerTo(thread, idAt(thread, 1), 0) as SplitThread
    for (const place of [0, 1, 99, -1, Number.NaN]) expect(answerTo(answered, first, place)).toBeNull()
  })
})

test('a corrected page keeps what its site announced, what is missing and the page it discusses', () => {
  const thread: SplitThread = {
    ...threadOf(PASTED),
    articleUrl: 'https://example.org/trams',
    completeness: { expected: 9, got: 4, missing: [{ why: 'folded', count: 5 }] },
  }
  const kept = sentBack(nameAuthor(thread, thread.posts[0]?.id ?? '', 'Cleo'))
  expect(kept).toMatchObject({
    articleUrl: 'https://example.org/trams',
    completeness: { expected: 9, got: 4, missing: [{ count: 5 }] },
  })
  expect(sentBack(joinAbove(thread, thread.posts[1]?.id ?? '')).completeness.got).toBe(3)
})

test('texts and files of any kind can be looked at, unless they are empty or huge', () => {
  expect(['Ann: yes', '  '].map(splittable)).toEqual([true, false])
  expect(
    [new File(['a'], 'page.html'), new File([], 'empty.txt'), new File(['a'.repeat(5_000_001)], 'large.json')].map(
      splittable,
    ),
  ).toEqual([true, false, false])
})
