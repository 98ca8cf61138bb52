/** Copies that look like those of other sites: nobody's words may become another's. */
import { expect, test } from 'vitest'
import { readPasted } from '../../server/read/paste/index.ts'
import { faults } from './faults.ts'

function read(...lines: string[]) {
  const thread = readPasted(lines.join('\n'), null)
  expect(faults(thread)).toEqual([])
  return thread
}

const rowsOf = (...lines: string[]) => read(...lines).posts.map(({ author, text }) => [author, text])

test('Threads: what stands between a name and an age is no name', () => {
  const thread = read(
    'adalake',
    '2d',
    'Free the ferries.',
    'Like',
    '12',
    'Reply',
    '3',
    'Repost',
    'Share',
    'ben.h',
    '1d',
    'Who pays?',
    'Like',
    '4',
    'Reply',
    'Share',
    'cy_k',
    '·',
    'Author',
    '5h',
    'All of us.',
    'Translate',
    'Like',
    'Reply',
  )
  expect(thread.posts.map(({ author, text, score }) => [author, text, score])).toEqual([
    ['adalake', 'Free the ferries.', 12],
    ['ben.h', 'Who pays?', 4],
    ['cy_k', 'All of us.', null],
  ])
  expect(thread.notices).toContain('Read as text copied from Threads.')
})

test('Bluesky: the opened post with its likes is no topic of Discourse', () => {
  expect(
    rowsOf(
      'Ada Lake',
      '\u202A@ada.example\u202C',
      'Free the ferries.',
      'May 1, 2026 at 9:00 AM',
      'Everybody can reply',
      '3 reposts',
      '12 likes',
      '',
      'Ben',
      '\u202A@ben.example\u202C',
      '· 2h',
      'Who pays?',
      '2',
      '1',
      '4',
      'Cy',
      '\u202A@cy.example\u202C',
      '· 1h',
      'All of us.',
    ),
  ).toEqual([
    ['ada.example', 'Free the ferries.'],
    ['ben.example', 'Who pays?'],
    ['cy.example', 'All of us.'],
  ])
})

test.each([
  ['X', ['Ada Lake', '@ada', 'Free the ferries.', '9:00 AM · May 1, 2026', '·', '12.3K', ' Views'], 'ada'],
  [
    'Mastodon',
    ['Ada Lake', '@ada@m.example', 'Free the ferries.', 'May 01, 2026, 09:00 AM · Public', '3 boosts · 12 favourites'],
    'ada@m.example',
  ],
])('%s: a post alone', (_, lines, author) => expect(rowsOf(...lines)).toEqual([[author, 'Free the ferries.']]))

test('a text that names somebody by a handle is no post of theirs', () => {
  expect(rowsOf('I read what', '@ada', 'wrote of ferries.').map(([author]) => author)).not.toContain('ada')
})
