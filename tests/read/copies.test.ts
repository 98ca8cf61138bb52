/** Conversations selected and copied from pages, chats and mail programs. */
import { expect, test } from 'vitest'
import { readPasted } from '../../server/read/paste/index.ts'
import { faults } from './faults.ts'

type Row = [author: string | null, text: string, parent: number | null, score?: number]

const COPIES: [name: string, lines: string[], posts: Row[]][] = [
  [
    'GitHub until 2024',
    [
      'Free ferries #3',
      'Open',
      'ada opened this issue on May 1, 2026 · 2 comments',
      'Comments',
      '@ada',
      'ada commented on May 1, 2026',
      'Free them.',
      '',
      'All need them.',
      '@ben ben added the question label on May 1, 2026',
      '@ben',
      'Contributor',
      'ben commented on May 2, 2026 • edited',
      '> Free them.',
      '',
      'Who pays?',
      '👍 2',
      '@cy-bot',
      'cy-bot[bot] commented 3 days ago',
      'Stale.',
    ],
    [
      ['ada', 'Free ferries\n\nFree them.\n\nAll need them.', null],
      ['ben', 'Free them.\n\nWho pays?', null],
      ['cy-bot[bot]', 'Stale.', null],
    ],
  ],
  [
    'GitHub of today',
    [
      'Free ferries #3',
      'ada',
      'ada',
      'opened on May 1, 2026',
      'Issue body actions',
      '',
      'ada opened on May 1, 2026',
      'Contributor',
      'Free them.',
      'ben',
      'ben commented on May 2, 2026',
      'ben',
      'on May 2, 2026',
      'More actions',
      'Who pays?',
      'cy mentioned this issue on May 3, 2026',
    ],
    [
      ['ada', 'Free ferries\n\nFree them.', null],
      ['ben', 'Who pays?', null],
    ],
  ],
  [
    'Discourse',
    [
      'Free ferries',
      'Harbour',
      '',
      'ada',
      'Ada Lake',
      "May '25",
      'Free them.',
      '',
      'All need them.',
      '1 Reply',
      '3 Likes',
      '',
      'ben',
      '2d',
      'Who pays?',
      '1 Like',
      'Reply',
      '',
      'cy_quay',
      'Regular',
      '5h',
      'All of us.',
    ],
    [
      ['ada', 'Free ferries\n\nFree them.\n\nAll need them.', null, 3],
      ['ben', 'Who pays?', null, 1],
      ['cy_quay', 'All of us.', null],
    ],
  ],
  [
    'YouTube',
    [
      '3 Comments',
      'Sort by',
      '@ada-lake',
      '2 years ago',
      'Free them.',
      '1.2K',
      'Reply',
      '1 reply',
      '@ben',
      '1 year ago (edited)',
      '@ada-lake Who pays?',
      '4',
      'Reply',
      'Pinned by @harbour',
      '@cy',
      '3 weeks ago',
      'Nice boats.',
      'Reply',
    ],
    [
      ['@ada-lake', 'Free them.', null, 1200],
      ['@ben', '@ada-lake Who pays?', 0, 4],
      ['@cy', 'Nice boats.', null],
    ],
  ],
  [
    'YouTube in German',
    [
      '@ada',
      'vor 2 Jahren',
      'Macht sie kostenlos.',
      '12',
      'Antworten',
      '@ben',
      'vor 1 Jahr (bearbeitet)',
      'Wer zahlt?',
      'Antworten',
    ],
    [
      ['@ada', 'Macht sie kostenlos.', null, 12],
      ['@ben', 'Wer zahlt?', null],
    ],
  ],
  [
    'Discord',
    [
      'ada — Today at 12:01',
      'Free them.',
      'All need them.',
      'ben — 05/01/2026 9:10 AM',
      'Who pays?',
      'cy q. — Heute um 09:20',
      'All of us.',
    ],
    [
      ['ada', 'Free them.\nAll need them.', null],
      ['ben', 'Who pays?', null],
      ['cy q.', 'All of us.', null],
    ],
  ],
  [
    'Telegram',
    ['Ada Lake, [01.05.2026 09:00]', 'Free them.', '', 'Ben, [01.05.2026 09:10]', 'Who pays?'],
    [
      ['Ada Lake', 'Free them.', null],
      ['Ben', 'Who pays?', null],
    ],
  ],
  [
    'Slack',
    [
      'Ada Lake',
      '  9:00 AM',
      'Free them.',
      'Ben',
      '  9:10 AM',
      'Who pays?',
      '2 replies',
      'Ada Lake',
      '  9:20 AM',
      'All of us.',
    ],
    [
      ['Ada Lake', 'Free them.', null],
      ['Ben', 'Who pays?', null],
      ['Ada Lake', 'All of us.', null],
    ],
  ],
  [
    'a chat exported from WhatsApp',
    [
      '[01.05.26, 09:00:12] Ada Lake: Free them.',
      '[01.05.26, 09:10:12] Ben: Who pays?',
      'I will not.',
      '[01.05.26, 09:20:12] Ada Lake: All of us.',
    ],
    [
      ['Ada Lake', 'Free them.', null],
      ['Ben', 'Who pays?\nI will not.', null],
      ['Ada Lake', 'All of us.', null],
    ],
  ],
  [
    'mails below each other, the writer of the newest unknown',
    [
      'All of us.',
      '',
      'On Fri, May 1, 2026 at 9:10 AM Ben Tidal <ben@x.example> wrote:',
      '> Who pays?',
      '>',
      '> On Fri, May 1, 2026 at 9:00 AM Ada Lake <ada@x.example> wrote:',
      '>> Free them.',
    ],
    [
      ['Ada Lake', 'Free them.', null],
      ['Ben Tidal', 'Who pays?', 0],
      [null, 'All of us.', 1],
    ],
  ],
  [
    'mails with their heads in between',
    [
      'From: Cy Quay',
      'Sent: Friday, May 1, 2026 9:20 AM',
      'To: Ben Tidal',
      'Subject: RE: Free ferries',
      '',
      'All of us.',
      '',
      '________________________________',
      'From: Ben Tidal <ben@x.example>',
      'Sent: Friday, May 1, 2026 9:10 AM',
      'To: Cy Quay',
      'Subject: Free ferries',
      '',
      'Who pays?',
      'Ben',
    ],
    [
      ['Ben Tidal', 'Free ferries\n\nWho pays?\nBen', null],
      ['Cy Quay', 'All of us.', 0],
    ],
  ],
]

test.each(COPIES)('%s', (_, lines, expected) => {
  const thread = readPasted(lines.join('\n'), null)
  expect(faults(thread)).toEqual([])
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  expect(
    thread.posts.map(({ author, text, parentId, score }): Row => {
      const parent = parentId === null ? null : (places.get(parentId) ?? null)
      return score === null ? [author, text, parent] : [author, text, parent, score]
    }),
  ).toEqual(expected)
})

test.each([
  [
    'a mail answered between its lines is one post',
    'On 1 May 2026, Ada wrote:\n> Free them.\nWho pays?\n> All need them.\nNot me.',
  ],
  ['one remark about a comment', 'ben commented on May 2, 2026 that this is wrong'],
  ['words that speak of replies', 'I got\n\n3 Likes\n\nfor this post.'],
])('%s: no writer is made up', (_, text) => {
  expect(readPasted(text, null).posts.every(({ author }) => author === null)).toBe(true)
})
