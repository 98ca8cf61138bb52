import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { Split, type SplitThread } from '../../shared/split.ts'
import { entitle, joinAbove, linesOf, nameAuthor, sourceOfSplit, splitAt, splittable } from '../../web/state/split.ts'

const CONFIG = readConfig({})

/** The thread a text is read as. */
function threadOf(text: string): SplitThread {
  return Split.parse({ threads: preview({ kind: 'text', text }, CONFIG) }).threads[0] as SplitThread
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

  test('parts a post at a line; nobody is made up as the author of the new one', () => {
    const thread = threadOf(PASTED)
    const first = thread.posts[0]
    if (first === undefined) throw new Error('no post')
    const line = linesOf(first.text).find(({ start, end }) => first.text.slice(start, end).startsWith('See'))
    const { thread: parted, made } = splitAt(thread, first.id, line?.start ?? 0)
    expect(shown(parted).slice(0, 2)).toEqual([
      ['Ann', 'Trams never wait in traffic.'],
      [null, 'See https://example.org/trams for figures.'],
    ])
    const read = sentBack(nameAuthor(parted, made ?? '', '  Cleo '))
    expect(read.posts[1]).toMatchObject({ author: 'Cleo', links: [{ url: 'https://example.org/trams' }] })
    expect(new Set(read.posts.map(({ id }) => id)).size).toBe(5)
  })

  test('is not parted where nothing would stand on one side', () => {
    const thread = threadOf(PASTED)
    expect(splitAt(thread, thread.posts[0]?.id ?? '', 0)).toEqual({ thread, made: null })
  })

  test('an emptied name is no name', () => {
    const thread = threadOf(PASTED)
    const named = nameAuthor(thread, thread.posts[0]?.id ?? '', ' ')
    expect(sentBack(named).posts[0]?.author).toBeNull()
  })

  test('a line becomes the title: at the start it stays, elsewhere it is taken out', () => {
    const thread = threadOf('Ann: Trams or buses?\nTrams never wait.\n\nBob: Buses are cheaper.\nA side note.')
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

test('only texts and one text file can be looked at', () => {
  const note = new File(['a'], 'notes.md')
  expect(splittable('Ann: yes', [])).toBe('Ann: yes')
  expect(splittable('  ', [])).toBeNull()
  expect(splittable(null, [note])).toBe(note)
  expect(splittable(null, [note, note])).toBeNull()
  expect(splittable(null, [new File(['a'], 'page.html')])).toBeNull()
})
