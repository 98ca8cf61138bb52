import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { faults } from './faults.ts'
import { SAMPLES } from './samples.ts'

const config = readConfig({})

test.each(SAMPLES)('$name', ({ name, content, posts }) => {
  const [thread] = preview({ kind: 'file', name, base64: Buffer.from(content).toString('base64') }, config)
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  const read = thread.posts.map(({ author, text, heading, parentId }, index) => [
    author,
    text
      .slice(heading)
      .trim()
      .slice(0, posts[index]?.[1].length ?? 40),
    parentId === null ? null : places.get(parentId),
  ])
  expect(read).toEqual(posts)
})

test('quoted words stay in the text, and the range names who said them', () => {
  const sample = SAMPLES.find(({ name }) => name === 'list.mbox')
  const [thread] = preview(
    { kind: 'file', name: 'list.mbox', base64: Buffer.from(sample?.content ?? '').toString('base64') },
    config,
  )
  const [, answer] = thread?.posts ?? []
  expect(answer?.text).toBe('They should be free.\n\nWho pays?')
  expect(
    answer?.quotes.map(({ start, end, author, how, of }) => [answer.text.slice(start, end), author, how, of]),
  ).toEqual([['They should be free.', 'Ada Lake', 'marked', null]])
})
