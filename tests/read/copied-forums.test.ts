/** Topics of forums and pages of questions as browsers copy them: who wrote what, without profiles and buttons. */
import { describe, expect, test } from 'vitest'
import { readPasted } from '../../server/read/paste/index.ts'
import { phpBbCopy } from '../../server/read/paste/phpbb.ts'
import { stackExchangeCopy } from '../../server/read/paste/stack-exchange.ts'
import { xenForoCopy } from '../../server/read/paste/xenforo.ts'
import { faults } from './faults.ts'

function read(copied: string) {
  const thread = readPasted(copied.replace(/^\n/, ''), null)
  expect(faults(thread)).toEqual([])
  return {
    platform: thread.platform,
    title: thread.title,
    rows: thread.posts.map(({ author, text, heading, parentId, state }) => {
      const row = [author, text.slice(heading).trim(), parentId]
      return state === 'ok' ? row : [...row, state]
    }),
    kinds: thread.posts.map(({ kind }) => kind),
    scores: thread.posts.map(({ score }) => score),
  }
}

/** Seconds of the processor that telling `copied` apart takes these layouts. */
function seconds(copied: string): number {
  const began = process.cpuUsage()
  for (const layout of [phpBbCopy, xenForoCopy, stackExchangeCopy]) layout(copied)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

describe('phpBB', () => {
  const TOPIC = `
Skip to content
Quick links
Free ferries
Post Reply
3 posts • Page 1 of 1
Ada Lake
Posts: 12
Joined: Sun Jan 04, 2015 8:00 am
Location: Harbour
Free ferries
Quote
Post by Ada Lake » Mon May 04, 2026 9:12 pm

Ferries should be free.

The town can pay.
Top
ben99
Site Admin
Posts: 1,300
Joined: Sun Jan 04, 2015 8:00 am
Re: Free ferries
Quote
Post by ben99 » Mon May 04, 2026 9:40 pm

Ada Lake wrote: ↑Mon May 04, 2026 9:12 pm
The town can pay.
It cannot.
Last edited by ben99 on Mon May 04, 2026 9:41 pm, edited 1 time in total.
Top
Cy
Posts: 2
Joined: Sun Jan 04, 2015 8:00 am
Re: Free ferries
Quote
Post by Cy » Tue May 05, 2026 7:01 am

Who counted the riders?
Top
Post Reply
Return to “Harbour”
Powered by phpBB`
  const ROWS = [
    ['Ada Lake', 'Ferries should be free.\n\nThe town can pay.', null],
    ['ben99', 'Ada Lake wrote:\nThe town can pay.\nIt cannot.', '1', 'edited'],
    ['Cy', 'Who counted the riders?', null],
  ]

  test('a topic from its beginning', () => {
    const { platform, title, rows } = read(TOPIC)
    expect([platform, title]).toEqual(['phpbb', 'Free ferries'])
    expect(rows).toEqual(ROWS)
  })

  test('without "Top" the profile of the next writer ends a post', () => {
    const { rows } = read(TOPIC.replace(/^Top\n/gm, '').replace(/\nPost Reply\nReturn[^]*$/, ''))
    expect(rows).toEqual(ROWS)
  })

  test('older and German boards', () => {
    expect(
      read('by Ada » 4 May 2026, 21:12\nFree them.\nby Ben » Today, 21:20\nWho pays?').rows.map((row) =>
        row.slice(0, 2),
      ),
    ).toEqual([
      ['Ada', 'Free them.'],
      ['Ben', 'Who pays?'],
    ])
    expect(
      read(
        'Beitragvon Ada » 04.05.2026, 21:12\nMacht sie frei.\nNach oben\nBen\nBeiträge: 3\nBeitrag von Ben » Mo 4. Mai 2026, 21:20\nWer zahlt?\nNach oben',
      ).rows.map((row) => row.slice(0, 2)),
    ).toEqual([
      ['Ada', 'Macht sie frei.'],
      ['Ben', 'Wer zahlt?'],
    ])
  })

  test('a path of pages and one quoted head are no topic', () => {
    expect(read('by bus » 10 stops away\n\nby boat » 3 stops away').rows.every(([author]) => author === null)).toBe(
      true,
    )
    expect(
      read('Post by Ada » Mon May 04, 2026 9:12 pm\n\nwas the best.').rows.every(([author]) => author === null),
    ).toBe(true)
  })
})

describe('Stack Exchange', () => {
  const QUESTION = `
Harbour Stack Exchange
Why are ferries not free?
Ask Question
Asked 2 years ago
Modified today
Viewed 38k times

22

Buses are free.

Why are ferries not?

ferries
public-transport
Share
Improve this question
Follow
asked May 4, 2024 at 21:12
Ada Lake
3,926
9
9 gold badges
27
27 silver badges
2
1
Buses cost money, too.
– ben99
Commented May 4, 2024 at 21:20
Which town is this? – Cy
Commented May 5, 2024 at 7:01
Add a comment  |
2 Answers
Sorted by:
Highest score (default)

7

Crews are paid by the ride.
Share
Improve this answer
Follow
edited May 6, 2024 at 7:01
Dee
101
2 bronze badges
answered May 5, 2024 at 8:00
Eve
710 4 silver badges 16 bronze badges
Add a comment  |

-1

They should be.
Share
Improve this answer
Follow
answered yesterday
Finn
1
New contributor
1
No source for this.
– ben99
3 hours ago
Add a comment  |
Your Answer
Sign up or log in
Hot Network Questions
How do tides work?`

  test('question, answers and comments', () => {
    const { platform, title, rows, kinds, scores } = read(QUESTION)
    expect([platform, title]).toEqual(['stackexchange', 'Why are ferries not free?'])
    expect(rows).toEqual([
      ['Ada Lake', 'Buses are free.\n\nWhy are ferries not?', null],
      ['ben99', 'Buses cost money, too.', '1'],
      ['Cy', 'Which town is this?', '1'],
      ['Eve', 'Crews are paid by the ride.', '1', 'edited'],
      ['Finn', 'They should be.', '1'],
      ['ben99', 'No source for this.', '5'],
    ])
    expect(kinds).toEqual(['opening', 'comment', 'comment', 'answer', 'answer', 'comment'])
    expect(scores).toEqual([22, null, null, 7, -1, null])
  })

  test('an answer cut off in the middle is nobody’s; a name without its reputation is none', () => {
    const cut = QUESTION.slice(0, QUESTION.indexOf('They should be.') + 15)
    expect(read(cut).rows.at(-1)).toEqual([null, 'They should be.', '1'])
    expect(read(QUESTION.replace('\nFinn\n1\nNew contributor', '')).rows[4]).toEqual([null, 'They should be.', '1'])
  })

  test('one that tells when something was answered is no page of questions', () => {
    expect(read('Share\n\nanswered yesterday\n\nThat is all.').rows.every(([author]) => author === null)).toBe(true)
  })
})

describe('XenForo', () => {
  const THREAD = `
Forums
Harbour
Free ferries
Thread starter
Ada Lake
Start date
May 4, 2026

Ada Lake
Well-known member
Joined
Jan 4, 2015
Messages
1,300
Reaction score
12
May 4, 2026
#1
Ferries should be free.

The town can pay.
Like
Reply
\u00A0
B
ben99
Member
Staff member
Joined
Jan 4, 2015
Messages
7
May 4, 2026
Add bookmark
#2
Ada Lake said:
The town can pay.
Click to expand...
It cannot.
Last edited: May 5, 2026
\u00A0

ben99
Member
Joined Jan 4, 2015
Yesterday at 9:12 PM
#3
Who counted the riders?
Reactions: Ada Lake and 3 others
\u00A0

Cy
New member
Staff member
Joined
Jan 4, 2026
Today at 7:01 AM
#4
Nobody did.
\u00A0
You must log in or register to reply here.
Share:
Facebook`

  test('a thread from its beginning; a name above two titles is sure only where it heads another post', () => {
    const { platform, title, rows } = read(THREAD)
    expect([platform, title]).toEqual(['xenforo', 'Free ferries'])
    expect(rows).toEqual([
      ['Ada Lake', 'Ferries should be free.\n\nThe town can pay.', null],
      ['ben99', 'The town can pay.\n\nIt cannot.', '1', 'edited'],
      ['ben99', 'Who counted the riders?', null],
      [null, 'Cy\nNew member\nStaff member\nNobody did.', null],
    ])
  })

  test('as short as it gets, from the middle of a thread', () => {
    const { title, rows } = read(
      'Ada\nMember\nMay 4, 2026\n#21\nFree them.\n\nBen\nMember\nMay 5, 2026\n#22\nWho pays?',
    )
    expect(title).not.toBe('Ada')
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['Ada', 'Free them.'],
      ['Ben', 'Who pays?'],
    ])
  })

  test('a sentence right above the day is nobody’s name', () => {
    const { rows } = read('That is all.\nMay 4, 2026\n#1\nFree them.\n\nAnd so on.\nMay 5, 2026\n#2\nWho pays?')
    expect(rows.every(([author]) => author === null)).toBe(true)
  })

  test('no words are lost where nothing parts them from the next profile', () => {
    const { rows } = read('Ada\nMember\nMay 4, 2026\n#1\nFree them\nBen\nMember\nMay 5, 2026\n#2\nWho pays?')
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['Ada', 'Free them\nBen\nMember'],
      [null, 'Who pays?'],
    ])
  })

  test('numbers that do not rise are no heads', () => {
    const { platform } = read('Ada\nMember\nMay 4, 2026\n#2\nFree.\n\nBen\nMember\nMay 5, 2026\n#1\nWho pays?')
    expect(platform).not.toBe('xenforo')
  })
})

test.each([
  '\n',
  'Share\n',
  'answered yesterday\n',
  'by a » b\n',
  '– Ada\n',
  '12\n',
  '>\n',
  'Ada said:\n',
  '#3\n',
  'May 4, 2026\n#3\n',
])('200,000 times %j cost no time', (line) => {
  const ends = 'Share\nanswered yesterday\nAda\n12\n'
  const heads = 'by Ada » 4 May 2026, 21:12\nx\n'
  const days = ['1', '2'].map((n) => `Ada\nMember\nMay 4, 2026\n#${n}\nx\n\n`).join('')
  const run = line.repeat(200_000)
  expect(seconds(`${ends}${ends}${run}${ends}`)).toBeLessThan(2)
  expect(seconds(`${days}${run}`)).toBeLessThan(2)
  expect(seconds(`${heads}${run}${heads}`)).toBeLessThan(2)
})
