/** Talk pages of wikis as browsers copy them: the signature tells the writer and the time. */
import { expect, test } from 'vitest'
import { readPasted } from '../../server/read/paste/index.ts'
import { faults } from './faults.ts'

function read(...lines: string[]) {
  const thread = readPasted(lines.join('\n'), null)
  expect(faults(thread)).toEqual([])
  return {
    title: thread.title,
    rows: thread.posts.map(({ author, text, heading, createdAt }) => [
      author,
      text.slice(heading).trim(),
      createdAt?.slice(0, 16) ?? null,
    ]),
  }
}

test('English, with what DiscussionTools adds', () => {
  expect(
    read(
      'Ferries',
      'Latest comment: 2 days ago',
      '3 comments',
      '3 people in discussion',
      'Ferries are free. Ada Lake (talk) 09:00, 1 May 2026 (UTC)[reply]',
      '',
      'Where is the source for that? ben99 (talk) 10:00, 1 May 2026 (UTC)[reply]',
      'In the report.',
      'On page two. --Cy (talk · contribs) 11:00, 1 May 2026 (UTC)[reply]',
      'I object. 192.0.2.1 (talk) 12:00, 1 May 2026 (UTC)[reply]',
    ),
  ).toEqual({
    title: 'Ferries',
    rows: [
      ['Ada Lake', 'Ferries are free.', '2026-05-01T09:00'],
      ['ben99', 'Where is the source for that?', '2026-05-01T10:00'],
      ['Cy', 'In the report.\nOn page two.', '2026-05-01T11:00'],
      ['192.0.2.1', 'I object.', '2026-05-01T12:00'],
    ],
  })
})

test('German summer time; words behind the last signature are nobody’s', () => {
  expect(
    read(
      'Die Fähre ist frei. --Ada (Diskussion) 11:00, 1. Mai 2026 (CEST)',
      'Wer zahlt? – Ben (Diskussion) 12:00, 1. Mai 2026 (CEST)',
      'Alle.',
    ).rows,
  ).toEqual([
    ['Ada', 'Die Fähre ist frei.', '2026-05-01T09:00'],
    ['Ben', 'Wer zahlt?', '2026-05-01T10:00'],
    [null, 'Alle.', null],
  ])
})

test('times with a zone that nobody signed with are no signatures', () => {
  const { rows } = read(
    'The meeting begins at 09:00, 1 May 2026 (UTC) in the harbour.',
    'It ends at 10:00, 1 May 2026 (UTC) there.',
  )
  expect(rows.map(([author]) => author)).toEqual([null, null])
})

test.each(['\n', ' \n', '-', '(', 'a '])('a long run of %j before a signature costs no time', (run) => {
  const began = process.cpuUsage().user
  read(`a${run.repeat(100_000)}b. Ada (talk) 09:00, 1 May 2026 (UTC)`, 'Who? Ben (talk) 10:00, 1 May 2026 (UTC)')
  expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(2)
})
