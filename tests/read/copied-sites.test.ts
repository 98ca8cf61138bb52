/** Copies of whole pages as browsers give them: who wrote what, without the buttons, in the language the page was shown in. */
import { describe, expect, test } from 'vitest'
import { readPasted } from '../../server/read/paste/index.ts'
import { faults } from './faults.ts'

/** Writer, words, place of the parent; and the state where it is not "ok". */
type Row = [author: string | null, text: string, parent: number | null, state?: string]
type Missing = { why: string; count: number | null }[]

function read(copied: string): { rows: Row[]; missing: Missing; quotes: string[]; notices: string; sure: boolean[] } {
  const thread = readPasted(copied.replace(/^\n/, ''), null)
  expect(faults(thread)).toEqual([])
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  return {
    rows: thread.posts.map(({ author, text, parentId, state }): Row => {
      const parent = parentId === null ? null : (places.get(parentId) ?? null)
      return state === 'ok' ? [author, text, parent] : [author, text, parent, state]
    }),
    missing: thread.completeness.missing,
    quotes: thread.posts.flatMap(({ text, quotes }) => quotes.map(({ start, end }) => text.slice(start, end))),
    notices: thread.notices.join(' '),
    sure: thread.posts.map(({ parentVia }) => parentVia === 'nesting'),
  }
}

describe('exported chats', () => {
  test('Android: what happens to the group is nobody’s words', () => {
    const { rows, notices } = read(`
01/05/2026, 08:58 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
01/05/2026, 08:59 - Ada Lake created group "Free: ferries"
01/05/2026, 09:00 - Ada Lake: Free them.
01/05/2026, 09:05 - Ada Lake added Ben
01/05/2026, 09:10 - Ben: Who pays?
I will not: never.
01/05/2026, 09:11 - Ben: <Media omitted>
01/05/2026, 09:12 - Cy left
01/05/2026, 09:13 - Ada Lake changed the subject from "Free: ferries" to "Ferries: now"
01/05/2026, 09:20 - Ada Lake: This message was deleted
01/05/2026, 09:22 - Dee: All of us. <This message was edited>`)
    expect(rows).toEqual([
      ['Ada Lake', 'Free them.', null],
      ['Ben', 'Who pays?\nI will not: never.', null],
      ['Ben', '', null],
      ['Ada Lake', '', null, 'deleted'],
      ['Dee', 'All of us.', null, 'edited'],
    ])
    expect(notices).toContain('5 lines about the group itself')
    expect(notices).toContain('only a picture')
  })

  test('an iPhone in German speaks in the group’s name, too', () => {
    const { rows } = read(`
[01.05.26, 08:58:12] Fähren: \u200ENachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.
[01.05.26, 08:59:12] Fähren: \u200EAda hat diese Gruppe erstellt
[01.05.26, 09:00:12] Ada Lake: Macht sie frei.
\u200E[01.05.26, 09:00:15] Ada Lake: \u200EBild weggelassen
[01.05.26, 09:05:12] Ada Lake: \u200EAda Lake hat Ben hinzugefügt
[01.05.26, 09:10:12] Ben: Wer zahlt?
\u200E[01.05.26, 09:11:12] Ben: \u200EDiese Nachricht wurde gelöscht.`)
    expect(rows).toEqual([
      ['Ada Lake', 'Macht sie frei.', null],
      ['Ada Lake', '', null],
      ['Ben', 'Wer zahlt?', null],
      ['Ben', '', null, 'deleted'],
    ])
  })

  test.each([
    [
      '5/1/26, 9:00\u202FAM - Ada: Free them.',
      '5/1/26, 9:05\u202FAM - Ben left',
      '5/1/26, 9:10\u202FPM - Cy: Who pays?',
    ],
    ['1/5/26 9:00 - Ada: Free them.', '1/5/26 9:05 - Ben salió del grupo', '1/5/26 9:10 - Cy: Who pays?'],
    ['1/5/26, 9:00 a. m. - Ada: Free them.', '1/5/26, 9:05 a. m. - Ben salió', '1/5/26, 9:10 p. m. - Cy: Who pays?'],
    [
      '[5/1/26, 9:00:12 AM] Ada: Free them.',
      '[5/1/26, 9:05:12 AM] Ben: \u200EBen left',
      '[5/1/26, 9:10:12 AM] Cy: Who pays?',
    ],
    [
      '2026-05-01, 09:00 - Ada: Free them.',
      '2026-05-01, 09:05 - Ben a quitté le groupe',
      '2026-05-01, 09:10 - Cy: Who pays?',
    ],
  ])('%s', (...lines) => {
    expect(read(lines.join('\n')).rows).toEqual([
      ['Ada', 'Free them.', null],
      ['Cy', 'Who pays?', null],
    ])
  })
})

describe('chats', () => {
  test.each([
    [
      'Slack with the time behind the name',
      'Ada Lake  9:00 AM\nFree them.\nBen  9:10 AM\nWho pays?\n:+1: 2\n2 replies\nAda Lake  9:20 AM\nAll of us. (edited)',
    ],
    [
      'Slack with the time in brackets',
      'Ada Lake  [9:00 AM]\nFree them.\nBen  [9:10 AM]\nWho pays?\nAda Lake  [9:20 AM]\nAll of us. (edited)',
    ],
    [
      'Slack with one blank',
      'Ada Lake 9:00 AM\nFree them.\nBen 9:10 AM\nWho pays?\nAda Lake 9:20 AM\nAll of us. (edited)',
    ],
    [
      'Teams of today',
      'Ada Lake\nYesterday 9:00 AM\nFree them.\nBen\nYesterday 9:10 AM\nWho pays?\nlike 1\nAda Lake\n9:20 AM\nEdited\nAll of us.',
    ],
    [
      'Teams before',
      '[Gestern 09:00] Ada Lake\nFree them.\n[Gestern 09:10] Ben\nWho pays?\n[09:20] Ada Lake\nAll of us. (bearbeitet)',
    ],
    [
      'Discord on lines of its own',
      'Ada Lake\n — \nYesterday at 9:00 AM\nFree them.\nBen\n — \n9:10 AM\nWho pays?\nAda Lake\n — \n9:20 AM\nAll of us. (edited)',
    ],
  ])('%s', (_, copied) => {
    expect(read(copied).rows).toEqual([
      ['Ada Lake', 'Free them.', null],
      ['Ben', 'Who pays?', null],
      ['Ada Lake', 'All of us.', null, 'edited'],
    ])
  })

  test('Discord shows whom an answer answers; Telegram names them', () => {
    expect(
      read(
        'ada — Today at 12:01\nFree them.\nben — Today at 12:02\nWho pays?\n@ada\nFree them.\ncy — Today at 12:05\nIndeed.',
      ).rows,
    ).toEqual([
      ['ada', 'Free them.', null],
      ['ben', 'Who pays?', null],
      ['cy', 'Indeed.', 0],
    ])
    expect(
      read(
        'Ada Lake, [01.05.2026 09:00]\nFree them.\n\nBen, [01.05.2026 09:10]\n[In reply to Ada Lake]\nWho pays?\n\nCy, [01.05.2026 09:12]\n[ Photo ]',
      ).rows,
    ).toEqual([
      ['Ada Lake', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
      ['Cy', '', null],
    ])
  })
})

describe('Reddit', () => {
  test('the numbers of comments below tell whom an old page’s comments answer; what was folded is missing', () => {
    const buttons = (parent: boolean) => `permalink embed save ${parent ? 'parent ' : ''}report give award reply`
    const { rows, missing, sure } = read(`
Free ferries? (self.harbour)
submitted 5 hours ago by ada
I think they should be.
42 comments share save hide report
[–]ben 12 points 3 hours ago (14 children)
Who pays for it?
${buttons(false)}
[–]cleo[S] 1 point 2 hours ago (1 child)
We all do.
${buttons(true)}
[–]dan 3 points an hour ago (0 children)
Not me.
${buttons(true)}
load more comments (12 replies)
[–]eve 2 points 2 hours ago (3 children)
Second.
${buttons(false)}
[–]fay 2 points 2 hours ago (2 children)
Deep.
${buttons(true)}
continue this thread
[+]gil comment score below threshold-6 points 3 hours ago (3 children)
load more comments (9 replies)`)
    expect(rows).toEqual([
      ['ada', 'Free ferries?\n\nI think they should be.', null],
      ['ben', 'Who pays for it?', 0],
      ['cleo', 'We all do.', 1],
      ['dan', 'Not me.', 2],
      ['eve', 'Second.', 0],
      ['fay', 'Deep.', 4],
      ['gil', '', 0, 'hidden'],
    ])
    expect(sure.slice(1, 4)).toEqual([true, true, true])
    expect(missing.slice(0, 3).map(({ count }) => count)).toEqual([21, null, 3])
  })

  test('numbers that do not come out even make a guess', () => {
    const { rows, sure } = read(`
[–]ben 12 points 3 hours ago (5 children)
Who pays?
permalink embed save report reply
[–]cleo 1 point 2 hours ago (0 children)
We do.
permalink embed save parent report reply
[–]dan 3 points 2 hours ago (0 children)
Nobody.
permalink embed save report reply`)
    expect(rows.map(([author, , parent]) => [author, parent])).toEqual([
      ['ben', null],
      ['cleo', 0],
      ['dan', null],
    ])
    expect(sure[1]).toBe(false)
  })

  test('today’s page in German', () => {
    const { rows, missing } = read(
      'u/ben avatar\nben\n•\nvor 3 Std.\nWer zahlt?\n\nUpvoten\n12\n\nDownvoten\n\nAntworten\n\nTeilen\n\n4 weitere Antworten\nu/cleo avatar\ncleo\n•\nvor 2 Std.\nWir alle.\n\nUpvoten\n3\n\nDownvoten\n\nAntworten\n\nTeilen',
    )
    expect(rows).toEqual([
      ['ben', 'Wer zahlt?', null],
      ['cleo', 'Wir alle.', null],
    ])
    expect(missing).toEqual([{ why: 'comments the page had not unfolded', count: 4 }])
  })
})

describe('microblogs', () => {
  test('X: the opened post has its time below; posts that are only a picture stay', () => {
    const { rows, notices, missing } = read(
      'Post\nAda Lake\n@adalake\nFree the ferries.\n9:10 AM · May 1, 2026\n·\n12.3K\n Views\n12\n4\n88\nBen\n@ben\n·\n5h\nReplying to @adalake\nWho pays?\nImage\n1\nCy\n@cy\n·\n3. März\nALT\n2\nDee\n@dee\n·\nvor 2 Std.\nAll of us.\nShow replies',
    )
    expect(rows).toEqual([
      ['adalake', 'Free the ferries.', null],
      ['ben', 'Who pays?', 0],
      ['cy', '', null],
      ['dee', 'All of us.', null],
    ])
    expect(notices).toContain('One post is only a picture')
    expect(missing).toEqual([{ why: 'replies the page had not unfolded', count: null }])
  })

  test.each([
    [
      'Mastodon, the age on top',
      '2h\nAda Lake\n@ada@quay.example\nFree them.\n3\n1h\nBen\n@ben@sea.example\n@ada Who pays?\n0',
      ['ada@quay.example', 'ben@sea.example'],
    ],
    [
      'Bluesky, name and handle on one line',
      'Ada Lake \u202A@ada.bsky.social\u202C\n· 3h\nFree them.\n3\n1\nBen \u202A@ben.example\u202C\n· 2h\n@ada Who pays?',
      ['ada.bsky.social', 'ben.example'],
    ],
    ['Twitter of old', 'Ada Lake \u200F@ada Mar 3\nFree them.\nBen @ben 3 Mar 2019\n@ada Who pays?', ['ada', 'ben']],
  ])('%s', (_, copied, authors) => {
    expect(read(copied).rows.map(([author, text]) => [author, text])).toEqual([
      [authors[0], 'Free them.'],
      [authors[1], '@ada Who pays?'],
    ])
  })
})

test('Facebook: buttons, badges and ages are nobody’s words', () => {
  const { rows, missing } = read(
    'Harbour Friends\nAda Lake\n·\n1 May at 09:00\n·\nShould the ferry be free?\n12\n3 comments\n1 share\nLike\nComment\nShare\nMost relevant\nBen Tidal\nTop fan\nWho pays for it?\n3h\nLike\nReply\n2\nView 4 replies\nCy van Quay\nAuthor\nBen Tidal all of us do.\n2h\nLike\nReply\nEdited\nDee Dock\n1h\nLike\nReply',
  )
  expect(rows).toEqual([
    ['Ada Lake', 'Should the ferry be free?', null],
    ['Ben Tidal', 'Who pays for it?', null],
    ['Cy van Quay', 'Ben Tidal all of us do.', null],
    ['Dee Dock', '', null],
  ])
  expect(missing).toEqual([{ why: 'comments the page had not unfolded', count: 4 }])
  expect(
    read(
      'Ben Tidal\nWer bezahlt das?\nGefällt mir · Antworten · 3 Std.\nCy Quay\nWir alle.\nGefällt mir\nAntworten\n2 Std.',
    ).rows,
  ).toEqual([
    ['Ben Tidal', 'Wer bezahlt das?', null],
    ['Cy Quay', 'Wir alle.', null],
  ])
  expect(
    read('Ben Tidal\nQui paie ?\n3 h\nJ’aime\nRépondre\nnous payons tous, hélas.\n2 j\nJ’aime\nRépondre').rows,
  ).toEqual([
    ['Ben Tidal', 'Qui paie ?', null],
    [null, 'nous payons tous, hélas.', null],
  ])
})

test('LinkedIn: what is said of the writer is not said by the writer', () => {
  const { rows } = read(
    'View Ada Lake’s  graphic link\nAda Lake\nAda Lake\n • 2nd\nPlanner at Harbour\n3h\nFree them all.\nLike\n3\nReply\n2 replies\nBen Tidal\n • 3rd+\nOwner of boats | Sailor\n2h\n(edited)\nWho pays?\nLike\nReply',
  )
  expect(rows).toEqual([
    ['Ada Lake', 'Free them all.', null],
    ['Ben Tidal', 'Who pays?', null, 'edited'],
  ])
  expect(
    read(
      'Ada Lake\n• 2.\nPlanerin\n3 Std.\nMacht sie frei.\nGefällt mir\nAntworten\nBen Tidal\n• 3.+\nSegler\n2 Tage\nWer zahlt?\nGefällt mir\nAntworten',
    ).rows,
  ).toEqual([
    ['Ada Lake', 'Macht sie frei.', null],
    ['Ben Tidal', 'Wer zahlt?', null],
  ])
})

test('Quora: the question stands above its answers', () => {
  const { rows } = read(
    'Should ferries be free?\nAda Lake\n·\nFollow\nPlanner at HarbourAuthor has 1.2K answers and 3M answer views\n·\n2y\nYes, because all need them.\nIt is cheap.\n12.3K views\nView 45 upvotes\nUpvote\n·\n45\n3\nBen Tidal\n·\nFollow\nSailor\n·\n1y\nNo, who pays?\nUpvote\n·\n5',
  )
  expect(rows).toEqual([
    [null, 'Should ferries be free?', null],
    ['Ada Lake', 'Yes, because all need them.\nIt is cheap.', 0],
    ['Ben Tidal', 'No, who pays?', 0],
  ])
})

test('Discourse: quoted words, counts, ages and what was done to the topic', () => {
  const { rows, quotes } = read(
    "Free ferries\nHarbour\n\nada\nAda Lake\nMay 2025\nFree them.\n\nAll need them.\n\n1 Reply\n3 Likes\ncreated\nMay '25\nlast reply\n2d\n12\nreplies\n\n2 months later\n\nben\n\n2d\nAda Lake:\n\nFree them.\n\nWho pays? It was 3:\nnever.\n\n1 Like\nReply\n\ncy_quay\nben\n5h\nAll of us.\n1\n\nsystem Closed May 9\n\nThis topic was automatically closed 90 days after the last reply. New replies are no longer allowed.",
  )
  expect(rows).toEqual([
    ['ada', 'Free ferries\n\nFree them.\n\nAll need them.', null],
    ['ben', 'Free them.\n\nWho pays? It was 3:\nnever.', 0],
    ['cy_quay', 'All of us.', 1],
  ])
  expect(quotes).toEqual(['Free them.'])
  expect(
    read(
      'Freie Fähren\n\nada\n3. Mai\nMacht sie frei.\n\n2 „Gefällt mir“\n1 Antwort\n\nben\nvor 2 Tagen\nWer zahlt?\n\nAntworten',
    ).rows,
  ).toEqual([
    ['ada', 'Freie Fähren\n\nMacht sie frei.', null],
    ['ben', 'Wer zahlt?', null],
  ])
})

test('YouTube in Russian, Japanese and German', () => {
  expect(
    read(
      '@ada\n2 года назад\nСвободные паромы.\n12\nОтветить\n@ben\n1 年前（編集済み）\n無料にすべきだ。\n返信\n@cy\nvor 3 Wochen (bearbeitet)\n@ada Nein.\nAntworten',
    ).rows,
  ).toEqual([
    ['@ada', 'Свободные паромы.', null],
    ['@ben', '無料にすべきだ。', null],
    ['@cy', '@ada Nein.', 0],
  ])
})

test('GitHub: what a long page folds away, and comments somebody hid', () => {
  const { rows, missing } = read(
    'Free ferries #3\nada commented on May 1, 2026\nFree them.\n25 remaining items\nLoad more…\nben commented on May 2, 2026\nThis comment was marked as off-topic.\nShow comment\ncy commented on May 3, 2026\nWho pays?',
  )
  expect(rows).toEqual([
    ['ada', 'Free them.', null],
    ['ben', '', null, 'hidden'],
    ['cy', 'Who pays?', null],
  ])
  expect(missing).toEqual([{ why: 'comments the page had not unfolded', count: 25 }])
})

test.each([
  ['a timetable', 'Lunch 12:00 PM\nPasta\nTalk 1:00 PM\nAbout ferries'],
  ['an agenda with dashes', 'Opening – 9:00\nWelcome by the harbour\nBreak – 10:00\nCoffee'],
  ['sentences with times', 'We meet at 12:01 PM\nBring boats.\nWe leave at 1:15 PM\nBring food.'],
  ['words about buttons', 'I like it.\n\nThey reply 3h later.\n\nLike and reply.'],
  ['prices and dates', 'May 3\n12\nThe ferry costs 3.\n\nMay 4\n13\nThe ferry costs 4.'],
])('%s names nobody', (_, copied) => {
  expect(
    read(copied)
      .rows.map(([author]) => author)
      .filter((author) => author !== null),
  ).toEqual([])
})
