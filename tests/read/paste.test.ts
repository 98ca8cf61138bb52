import { describe, expect, test, type TestContext } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { firstLines, MOST_LINES } from '../../server/read/paste/first-lines.ts'
import { readPasted } from '../../server/read/paste/index.ts'
import { besideText, WHY_ABSENT } from '../beside.ts'
import { faults } from './faults.ts'

function shown(text: string) {
  const thread = readPasted(text, null)
  expect(faults(thread)).toEqual([])
  return thread.posts.map((post) => {
    const quoted = post.quotes.map(({ start, end }) => post.text.slice(start, end))
    return [post.author, post.text, ...(quoted.length > 0 ? [quoted] : [])]
  })
}

describe('pasted text', () => {
  test('paragraphs without names are posts without writers', () => {
    expect(shown('The ferry should be free.\n\nWho pays for it?\n\n\nThe city.')).toEqual([
      [null, 'The ferry should be free.'],
      [null, 'Who pays for it?'],
      [null, 'The city.'],
    ])
  })

  test.each([
    ['Hacker News', 'ben 3 hours ago | parent | next [–]\n\nWho pays?\n\nreply\n', 3],
    ['Reddit', 'u/ben avatar\nben\n•\n3h ago\nWho pays?\nUpvote\n4\nDownvote\nReply\nShare', 3],
    ['YouTube', '@ben\nvor 2 Stunden\nWho pays?\n3\nAntworten', 2],
    ['a microblog', 'Ben\n@ben\n·\n5h\nWho pays?\nCy\n@cy\n·\n4h\nAll of us.', 5],
    ['Discord', 'Ben — Today at 05:00\nWho pays?\nCy — Today at 06:00\nAll of us.', 3],
  ])('an age copied from %s counts back from the time of pasting, and is no exact time', (_, text, hours) => {
    const [post] = readPasted(text, null, '2026-05-01T08:00:00.000Z').posts
    expect(post).toMatchObject({ author: expect.stringMatching(/^@?ben$/i), createdAt: null })
    expect(post?.createdAbout?.at).toBe(`2026-05-01T0${8 - hours}:00:00.000Z`)
    expect(readPasted(text, null).posts[0]).not.toHaveProperty('createdAbout')
  })

  test('without blank lines every line is a post; one that opens with punctuation was cut off', () => {
    expect(shown('It costs too much\n, both for the city and for us\nNo it does not.')).toEqual([
      [null, 'It costs too much, both for the city and for us'],
      [null, 'No it does not.'],
    ])
  })

  test('quoted lines stay in the post that answers them, without their marks', () => {
    expect(shown('> Fares cover\n> half the cost.\n\nThey do not.\n\nI agree.')).toEqual([
      [null, 'Fares cover\nhalf the cost.\n\nThey do not.', ['Fares cover\nhalf the cost.']],
      [null, 'I agree.'],
    ])
  })

  test('names before a colon', () => {
    expect(shown('Ada: It should be free.\nBen: Who pays?\nWho gains?\nAda: We all do.')).toEqual([
      ['Ada', 'It should be free.'],
      ['Ben', 'Who pays?\nWho gains?'],
      ['Ada', 'We all do.'],
    ])
  })

  test('words before a colon that are no names', () => {
    expect(
      shown('Note: this is long.\n\nSource: the city’s report.\n\nEdit: I was wrong.').map(([author]) => author),
    ).toEqual([null, null, null])
  })

  test.each([
    ['wrote, day and time', (name: string, at: number) => `${name} wrote on ${at} May 2026, 09:10:`],
    ['day behind a comma', (name: string, at: number) => `${name}, ${at} May 2026`],
    ['in brackets', (name: string, at: number) => `${name} (2026-05-0${at} 09:10):`],
    ['an age', (name: string, at: number) => `${name} · ${9 - at} hours ago`],
    ['by whom', (name: string, at: number) => `Posted by ${name} on May ${at}, 2026`],
    ['the time first', (name: string, at: number) => `${at} May 2026, 09:10 - ${name}`],
    ['numbered, as a heading', (name: string, at: number) => `### ${at}. **${name}**, ${at} May 2026`],
    ['German', (name: string, at: number) => `${name} schrieb am ${at}. Mai 2026 um 09:10 Uhr:`],
  ])('posts below a line of their writer and time: %s', (_, head) => {
    const written = [
      `${head('Ada Lake', 1)}\nIt should be free.\n\nFor all.`,
      `${head('ben77', 2)}\n> It should be free.\n\nWho pays?`,
      `${head('Ada Lake', 3)}\nThe city does, ben77.`,
    ]
    const posts = [
      ['Ada Lake', 'It should be free.\n\nFor all.'],
      ['ben77', 'It should be free.\n\nWho pays?', ['It should be free.']],
      ['Ada Lake', 'The city does, ben77.'],
    ]
    expect(shown(written.join('\n\n'))).toEqual(posts)
    expect(shown(['Should ferries be free?', ...written].join('\n'))).toEqual(posts)
    expect(readPasted(written.join('\n'), null, '2026-05-09T09:10:00.000Z').posts[1]?.createdAbout?.at).toMatch(
      /^2026-/,
    )
  })

  test.each([
    ['versions', 'Version 2.1 - May 3, 2026\nYou can sail.\n\nVersion 2.0 - April 3, 2026\nYou could not.'],
    ['days', 'Monday, 3 May 2026\nWe sailed.\n\nTuesday, 4 May 2026\nWe rested.'],
    ['sentences', 'The pier opened on 14 April 1865\nand we closed it.\n\nThe war ended on 9 May 1865\nor so.'],
  ])('%s above paragraphs are nobody', (_, text) => {
    expect(readPasted(text, null).posts.map(({ author }) => author)).toEqual([null, null])
  })

  test('mails below each other go back in time, whatever the words above them', () => {
    const mails = 'Agreed.\n\nBen wrote on 4 May 2026:\nWho pays?\n\nAda wrote on 3 May 2026:\nFree them.'
    expect(shown(mails)).toEqual([
      ['Ada', 'Free them.'],
      ['Ben', 'Who pays?'],
      [null, 'Agreed.'],
    ])
  })

  test('chat lines with a time', () => {
    expect(shown('[12:01] ada: Free ferries!\n[12:02] ben: Who pays?\n[12:03] ada: All of us.')).toEqual([
      ['ada', 'Free ferries!'],
      ['ben', 'Who pays?'],
      ['ada', 'All of us.'],
    ])
  })

  test('a page copied from Hacker News', () => {
    const copied = [
      'Free ferries (example.org)',
      '12 points by ada 3 hours ago | hide | past | favorite | 2 comments',
      '',
      'ben 2 hours ago | next [–]',
      '',
      'Who pays for it?',
      '',
      'reply',
      '',
      'cleo 1 hour ago | parent | prev [–]',
      '',
      '> Who pays for it?',
      '',
      'We all do.',
      '',
      'reply',
    ].join('\n')
    expect(shown(copied)).toEqual([
      ['ada', 'Free ferries'],
      ['ben', 'Who pays for it?'],
      ['cleo', 'Who pays for it?\n\nWe all do.', ['Who pays for it?']],
    ])
  })

  test('what stands beside a copied comment tells whom it answers', () => {
    const heads = [
      'a 1 hour ago | next [–]',
      'b 1 hour ago | parent | next [–]',
      'c 1 hour ago | root | parent | next [–]',
      'd 1 hour ago | root | parent | next [–]',
      'e 1 hour ago | root | parent | prev | next [–]',
      'f 1 hour ago | parent | prev [–]',
      'g 1 hour ago | prev [–]',
    ]
    const thread = readPasted(heads.map((head) => `${head}\n\nWords.\n\nreply\n`).join('\n'), null)
    expect(thread.posts.map(({ author, parentId, parentVia }) => `${author} ${parentId} ${parentVia}`)).toEqual([
      'a null none',
      'b 1 nesting',
      'c 2 nesting',
      'd 3 nesting',
      'e 3 order',
      'f 1 nesting',
      'g null none',
    ])
  })

  test('a heading without an end mark names the thread and opens its first post', () => {
    const [post] = readPasted('Should the ferry be free?\n\nI think so.\n\nWho pays?', null).posts
    expect([post?.text, post?.heading]).toEqual(['Should the ferry be free?\n\nI think so.', 25])
  })

  test('a page copied from old Reddit', () => {
    const copied = [
      'Free ferries? (self.harbour)',
      'submitted 5 hours ago by ada',
      'I think they should be.',
      '2 comments share save hide report',
      '[–]ben 12 points 3 hours ago (1 child)',
      'Who pays for it?',
      'permalink embed save report give award reply',
      '[–]cleo[S] 1 point 2 hours ago',
      'We all do.',
      'permalink embed save parent report give award reply',
    ].join('\n')
    expect(shown(copied)).toEqual([
      ['ada', 'Free ferries?\n\nI think they should be.'],
      ['ben', 'Who pays for it?'],
      ['cleo', 'We all do.'],
    ])
  })

  test('buttons copied without blanks, and comments that are gone', () => {
    const copied = [
      '[–]ben 12 points 3 hours ago',
      'Who pays for it?',
      'permalinkembedsavereportgive awardreply',
      '[–][deleted] 3 points 2 hours ago',
      '[removed]',
      'permalinkembedsaveparentreportreply',
      '[–]cleo 1 point 2 hours ago*',
      'We reply, save and share.',
      'permalinkembedsaveparentreportreply',
    ].join('\n')
    expect(readPasted(copied, null).posts.map(({ author, text, state }) => [author, text, state])).toEqual([
      ['ben', 'Who pays for it?', 'ok'],
      [null, '', 'removed'],
      ['cleo', 'We reply, save and share.', 'ok'],
    ])
  })

  test('GitHub comments whose name, deed and date are lines of their own', () => {
    const copied =
      'ada\ncommented\non Mar 3, 2024\nMember\nDrop Python 3.8.\n\n👍\n4\nben\ncommented\non 4 Mar 2024\nDebian ships it.\n\nada\nclosed this as completed\non Mar 9, 2024'
    expect(shown(copied)).toEqual([
      ['ada', 'Drop Python 3.8.'],
      ['ben', 'Debian ships it.'],
    ])
    expect(shown('ada commented on 3 May 2021 • edited\nDrop it.\n\nben commented on 4 May\nNo.')).toEqual([
      ['ada', 'Drop it.'],
      ['ben', 'No.'],
    ])
    expect(
      shown(
        'Ada Lake commented on 3 May 2021:\nDrop it.\n\nBen Hill commented on 4 May 2021:\nNo.\n\ncy commented on 5 May 2021:\nWhy not?',
      ),
    ).toEqual([
      ['Ada Lake', 'Drop it.'],
      ['Ben Hill', 'No.'],
      ['cy', 'Why not?'],
    ])
  })

  test('a conversation copied from a microblog', () => {
    const copied =
      'Nora Klein\n@norak\n·\nMar 3\nBatteries are missing.\n12\n4\n88\nSolar Fred\n@solarfred\n·\nMar 3\nReplying to @norak\nToo expensive.\n1\nCy\n\u202A@cy.example\u202C\n3h\nNot in 2026.\nShow more replies'
    const thread = readPasted(copied, null)
    expect(thread.posts.map(({ author, text, parentId, parentVia }) => [author, text, parentId, parentVia])).toEqual([
      ['norak', 'Batteries are missing.', null, 'none'],
      ['solarfred', 'Too expensive.', '1', 'order'],
      ['cy.example', 'Not in 2026.', null, 'none'],
    ])
  })

  test('one mail that answers what it quotes stays whole', () => {
    const copied =
      'I disagree.\n\nOn Tue, Mar 3, 2026 at 10:12 AM, Ana Lopez <ana@e.example> wrote:\n> Merge both lists.\n\nThey serve different people.\n\n> It saves work.\n\nNo.\n\n-- \nBen'
    const posts = shown(copied)
    expect(posts.map(([author, , quoted]) => [author, quoted])).toEqual([
      [null, ['Merge both lists.', 'It saves work.']],
    ])
    expect(posts[0]?.[1]).not.toContain('Ben')
  })

  test('a page copied from Reddit as it was until 2023', () => {
    const copied =
      'level 1\nben\n·\n3 hr. ago\nWho pays?\n\n12\n\nReply\nShare\n\nlevel 2\ncleo\n·\n2 hr. ago\nWe do.\n\n3\n\nReply\nShare'
    const thread = readPasted(copied, null)
    expect(thread.posts.map(({ author, text, parentId, score }) => [author, text, parentId, score])).toEqual([
      ['ben', 'Who pays?', null, 12],
      ['cleo', 'We do.', '1', 3],
    ])
  })

  test('a page copied from today’s Reddit', () => {
    const copied =
      'u/ben avatar\nben\n•\n3h ago\nWho pays?\n\nUpvote\n12\n\nDownvote\n\nReply\n\nAward\n\nShare\n\nu/cleo avatar\ncleo\n•\n2h ago\nWe do.\n\nUpvote\n3\n\nDownvote\n\nReply\n\nShare'
    expect(shown(copied)).toEqual([
      ['ben', 'Who pays?'],
      ['cleo', 'We do.'],
    ])
  })

  test('addresses written out become links', () => {
    const [post] = readPasted('See https://example.org/report_(2025). It is long (https://example.org/x).', null).posts
    expect(post?.links.map(({ url }) => url)).toEqual(['https://example.org/report_(2025)', 'https://example.org/x'])
  })
})

describe('writers marked in other ways', () => {
  const ASKED = ['Ann', 'The pool should stay open.']
  const DENIED = ['Ben', 'It loses money every year.']
  const AGAIN = ['Ann', 'So does the library.']

  test.each([
    ['brackets', '[Ann] The pool should stay open.\n[Ben] It loses money every year.\n[Ann] So does the library.'],
    [
      '“Comment by”',
      'Comment by Ann:\nThe pool should stay open.\n\nReply by Ben:\nIt loses money every year.\n\nComment by Ann:\nSo does the library.',
    ],
    [
      'numbers',
      '#12 Ann\nThe pool should stay open.\n\n#13 Ben\nIt loses money every year.\n\n#14 Ann\nSo does the library.',
    ],
    [
      'times of a recording',
      'Ann (00:00:04)\nThe pool should stay open.\n\nBen (00:00:11)\nIt loses money every year.\n\nAnn (00:00:19)\nSo does the library.',
    ],
    [
      'a meeting on a screen',
      '14:03:12 From  Ann  to  Everyone:\n\tThe pool should stay open.\n14:04:40 From  Ben  to  Everyone:\n\tIt loses money every year.\n14:05:11 From  Ann  to  Everyone:\n\tSo does the library.',
    ],
    [
      'times below',
      'Ann\nThe pool should stay open.\n2h\nBen\nIt loses money every year.\n2h\nAnn\nSo does the library.\n1h',
    ],
    [
      'the name above the day',
      'Ann\nMay 3, 2026\nThe pool should stay open.\n\nBen\nMay 3, 2026\nIt loses money every year.\n\nAnn\nMay 4, 2026\nSo does the library.',
    ],
    [
      'pictures and buttons',
      'Ann’s profile picture\nAnn\nThe pool should stay open.\nLike · Reply · 3h\nBen’s profile picture\nBen\nIt loses money every year.\nLike · Reply · 2h\nAnn’s profile picture\nAnn\nSo does the library.\nLike · Reply · 1h',
    ],
    [
      'bold',
      '**Ann**\nThe pool should stay open.\n\n**Ben**\nIt loses money every year.\n\n**Ann**\nSo does the library.',
    ],
    [
      'a verb before the colon',
      'Ann wrote: The pool should stay open.\nBen replied: It loses money every year.\nAnn wrote: So does the library.',
    ],
    [
      'sent messages',
      'Ann sent\nThe pool should stay open.\nBen sent\nIt loses money every year.\nAnn sent\nSo does the library.',
    ],
    [
      'ranks of a chat',
      '14:02 <@Ann> The pool should stay open.\n14:03 <+Ben> It loses money every year.\n14:04 <@Ann> So does the library.',
    ],
  ])('%s', (_, text) => {
    expect(shown(text)).toEqual([ASKED, DENIED, AGAIN])
  })

  test('names, then a place or the one who is answered, then the day', () => {
    const text =
      'Marta\nWestport\nMay 3, 2026\nSchools should start later.\n\n24 Recommend\nShare\nFlag\nOlaf\nMarta\nMay 3, 2026\nWho drives the children?\n\n8 Recommend\nShare\nFlag'
    const [first, second] = readPasted(text, null).posts
    expect(first).toMatchObject({ author: 'Marta', text: 'Schools should start later.', parentId: null })
    expect(second).toMatchObject({ author: 'Olaf', text: 'Who drives the children?', parentId: first?.id })
    expect(second?.createdAbout?.at).toBe('2026-05-03T12:00:00.000Z')
  })

  test('numbers tell what an answer answers', () => {
    const text =
      'Nordlicht\n#4 — vor 3 Stunden\nDas Verbot hilft niemandem.\nAntworten\nKaffeesatz\n#4.1 — vor 2 Stunden\nDen Anwohnern schon.\nAntworten\nGrauer Star\n#5 — vor 1 Stunde\nMan sollte erst messen.\nAntworten'
    const thread = readPasted(text, null, '2026-05-01T08:00:00.000Z')
    expect(thread.posts.map(({ author, parentId, createdAbout }) => [author, parentId, createdAbout?.at])).toEqual([
      ['Nordlicht', null, '2026-05-01T05:00:00.000Z'],
      ['Kaffeesatz', '1', '2026-05-01T06:00:00.000Z'],
      ['Grauer Star', null, '2026-05-01T07:00:00.000Z'],
    ])
  })

  test('behind a writer the one who is answered', () => {
    const text =
      'Marlow Finch • 3 days ago\nThe dam should go.\n − +\n12 • Reply • Share ›\nTess Dell Marlow Finch • 3 days ago\nIt powers 4,000 homes.\n − +\nReply • Share ›\nMarlow Finch Tess Dell • 2 days ago\nThe sun would do that now.\nReply • Share ›'
    expect(readPasted(text, null).posts.map(({ author, parentId }) => [author, parentId])).toEqual([
      ['Marlow Finch', null],
      ['Tess Dell', '1'],
      ['Marlow Finch', '2'],
    ])
    expect(shown(text).map(([, words]) => words)).toEqual([
      'The dam should go.',
      'It powers 4,000 homes.',
      'The sun would do that now.',
    ])
  })

  test('comments of a document, by initials', () => {
    const text =
      'Commented [AM1]: Where is this from?\nCommented [JB2R1]: From the audit.\nCommented [AM3]: Wrong year.'
    expect(readPasted(text, null).posts.map(({ author, parentId }) => [author, parentId])).toEqual([
      ['AM', null],
      ['JB', '1'],
      ['AM', null],
    ])
  })

  test.each([
    ['[03.05.26, 18:02:11] Ann: Free it.\n[04.05.26, 18:03:40] Ben: No.', '2026-05-03T18:02:11.000Z'],
    ['5/3/26, 6:02 PM - Ann: Free it.\n5/3/26, 6:04 PM - Ben: No.', '2026-05-03T18:02:00.000Z'],
    ['03/05/2026, 18:02 - Ann: Free it.\n03/05/2026, 18:04 - Ben: No.', '2026-05-03T18:02:00.000Z'],
    ['3/5/2026, 6:02 pm - Ann: Free it.\n13/5/2026, 6:04 pm - Ben: No.', '2026-05-03T18:02:00.000Z'],
    ['3/5/2026, 6:02 pm - Ann: Free it.\n3/5/2026, 6:04 pm - Ben: No.', undefined],
  ])('the stamps of an exported chat, day or month first: %s', (text, at) => {
    expect(readPasted(text, null).posts[0]?.createdAbout?.at).toBe(at)
  })

  test('mails of a chain were sent when their heads say', () => {
    const text =
      'Agreed.\n\nAm 04.05.2026 um 09:12 schrieb Uwe Kranz:\n> Too much.\n>\n> Am 03.05.2026 um 20:40 schrieb Petra Lang:\n>> The council hall.'
    expect(readPasted(text, null).posts.map(({ author, createdAbout }) => [author, createdAbout?.at])).toEqual([
      ['Petra Lang', '2026-05-03T20:40:00.000Z'],
      ['Uwe Kranz', '2026-05-04T09:12:00.000Z'],
      [null, undefined],
    ])
  })

  test('people whose names were taken away', () => {
    const text =
      'Respondent 12\nI think it should stay.\n\nRespondent 13\nIt is too dear.\n\nRespondent 14\nBuses would do.'
    expect(shown(text).map(([author]) => author)).toEqual(['Respondent 12', 'Respondent 13', 'Respondent 14'])
  })

  test('a Spanish mail and what it answers', () => {
    const text =
      'De acuerdo.\n\nEl lun, 4 may 2026 a las 9:12, Luis Paz (<l@x.example>) escribió:\n> Nueve niños lo necesitan.'
    expect(shown(text)).toEqual([
      ['Luis Paz', 'Nueve niños lo necesitan.'],
      [null, 'De acuerdo.'],
    ])
  })

  test('writers told by the form of lines alone are said to be', () => {
    const told = 'Who wrote what was told from the form of the lines alone: look it over before the analysis.'
    expect(readPasted('Ann: Free it.\nBen: Who pays?\nAnn: We do.', null).notices).toContain(told)
    expect(readPasted('Free it.\n\nWho pays?', null).notices).not.toContain(told)
  })
})

describe('more than can be read', () => {
  test('posts past the most are left out and counted', () => {
    const thread = readPasted('Free them.\n\nWho pays?\n\nThe city.', null, null, 2)
    expect(thread.posts.map(({ text }) => text)).toEqual(['Free them.', 'Who pays?'])
    expect(thread.completeness).toEqual({
      expected: 3,
      got: 2,
      missing: [{ why: 'more than 2 posts (MAX_POSTS)', count: 1 }],
    })
  })

  test('of very many lines the first are read; empty ones do not count', () => {
    expect(firstLines('a\n\n\n\n\nb\n \nc\nd', 2)).toEqual({ text: 'a\n\n\nb\n ', left: 2 })
    const thread = readPasted('Free them.\n'.repeat(MOST_LINES + 5), null, null, 10)
    expect(thread.completeness.missing.map(({ why }) => why)).toContain('what stands after the first 100000 lines')
    expect(thread.notices).toContain('Of the text the first 100000 lines were read; 5 more were left out.')
  })
})

describe('writers are never invented', () => {
  test.each([
    [
      'minutes: headings before a colon are nobody',
      'Minutes of the town council\n\nPresent: Ada Lake, Ben Bo\n\nItem 1: Ferries\n\nAda Lake: Free them.\nBen Bo: Who pays?\nAda Lake: All of us.\n\nItem 2: Trains\nNone.',
      [
        [null, 'Minutes of the town council\n\nPresent: Ada Lake, Ben Bo\n\nItem 1: Ferries'],
        ['Ada Lake', 'Free them.'],
        ['Ben Bo', 'Who pays?'],
        ['Ada Lake', 'All of us.'],
        [null, 'Item 2: Trains\nNone.'],
      ],
    ],
    [
      'questions and answers without names',
      'Q: Free ferries?\nA: Yes.\n\nQ: Who pays?\nA: All of us.',
      [
        [null, 'Free ferries?'],
        [null, 'Yes.'],
        [null, 'Who pays?'],
        [null, 'All of us.'],
      ],
    ],
    [
      'the items of a list below a question',
      'Should ferries be free?\n\n1. Yes, of course.\n2. No, too dear.\n   Far too dear.\n3. For children.',
      [
        [null, 'Should ferries be free?'],
        [null, 'Yes, of course.'],
        [null, 'No, too dear.\nFar too dear.'],
        [null, 'For children.'],
      ],
    ],
    [
      'a German mail with the writer behind the verb',
      'Nein.\n\nAm Fr., 1. Mai 2026 um 09:00 Uhr schrieb Anna Müller <a@x.example>:\n> Gratis Fähren!',
      [
        ['Anna Müller', 'Gratis Fähren!'],
        [null, 'Nein.'],
      ],
    ],
    [
      'a table with the names of its columns',
      'id,parent,author,text\n1,,Ada,Free them\n2,1,Ben,"Who pays, then?"',
      null,
    ],
  ])('%s', (_, copied, expected) => {
    // Only what is sent whole is looked at for tables.
    if (expected === null) {
      const [thread] = preview({ kind: 'text', text: copied }, readConfig({}))
      expect(thread?.posts.map(({ author, text, parentId }) => [author, text, parentId])).toEqual([
        ['Ada', 'Free them', null],
        ['Ben', 'Who pays, then?', '1'],
      ])
    } else expect(shown(copied)).toEqual(expected)
  })
})

test.each([
  ['bold names', '**Ada:** Free them.\n\n**Ben**: Who pays?\n\n**Ada:** All of us.'],
  [
    'subtitles',
    '1\n00:00:01,000 --> 00:00:04,000\nAda: Free them.\n\n2\n00:00:05,000 --> 00:00:06,000\nBen: Who pays?\n\n3\n00:00:07,000 --> 00:00:08,000\nAda: All of us.',
  ],
  [
    'subtitles with voices',
    'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>Free them.</v>\n\n00:05.000 --> 00:06.000\n<v Ben>Who pays?</v>\n\n00:07.000 --> 00:08.000\n<v Ada>All of us.',
  ],
  ['colons as wide as a letter', 'Ada：Free them.\nBen：Who pays?\nAda：All of us.'],
  ['names before a bar', '09:00:12 Ada | Free them.\n09:01:00 @Ben | Who pays?\n09:02:00 Ada | All of us.'],
  [
    'Telegram in a browser',
    'Ada\nFree them.\n12:01\nBen\nWho pays?\n12:02\nAda\nAll of us.\nedited 12:03\nBen\n12:04'.replace(
      '\nBen\n12:04',
      '\nBen\nNo.\n12:04',
    ),
  ],
])('%s', (_, copied) => {
  expect(shown(copied).slice(0, 3)).toEqual([
    ['Ada', 'Free them.'],
    ['Ben', 'Who pays?'],
    ['Ada', 'All of us.'],
  ])
})

test('a post copied from Lemmy, its marks on lines of their own or on one', () => {
  const thread = readPasted(
    'Free ferries\nada@l.example\nto Town@l.example\n3 hours ago\n12\n2 comments\n\nben@far.example\nEnglish\n3\n·\n2 hours ago\nWho pays?\nreply\n\ncy OP 2 · 1 hour ago\nAll of us.\nfedilink',
    null,
  )
  expect(thread.title).toBe('Free ferries')
  expect(thread.posts.map(({ author, text, heading, score }) => [author, text.slice(heading).trim(), score])).toEqual([
    ['ada@l.example', '', null],
    ['ben@far.example', 'Who pays?', 3],
    ['cy', 'All of us.', 2],
  ])
})

test('in Telegram, a line that stands first once is words, not a name', () => {
  expect(
    readPasted('Free Ferries\nNow!\n12:01\nWho Pays\nFor That?\n12:02\nAll Of\nUs.\n12:03', null).posts.map(
      ({ author }) => author,
    ),
  ).not.toContain('Who Pays')
})

const seed = besideText('seeds/000_13285a4183f02b2f.txt')

test('a real paste without names', (ctx: TestContext) => {
  if (seed === null) ctx.skip(WHY_ABSENT)
  const lines = seed.split('\n').filter((line) => line.trim() !== '')
  const thread = readPasted(seed, null)
  expect(faults(thread)).toEqual([])
  const cut = lines.filter((line) => line.startsWith(',')).length
  expect(thread.posts).toHaveLength(lines.length - cut)
  expect(thread.posts.every((post) => post.author === null && post.parentId === null)).toBe(true)
})

describe('conversations in other shapes than “Name: text”', () => {
  const TURNS = [
    ['Ann', 'It should be free.'],
    ['Ben', 'Who pays?'],
    ['Ann', 'All of us.'],
  ]
  test.each<[string, string]>([
    ['dashes', 'Ann - It should be free.\nBen - Who pays?\nAnn - All of us.'],
    ['long dashes, parted', 'Ann — It should be free.\n\nBen — Who pays?\n\nAnn — All of us.'],
    ['headings', '## Ann\n\nIt should be free.\n\n## Ben\n\nWho pays?\n\n## Ann\n\nAll of us.'],
    ['names above, as in plays', 'Ann\nIt should be free.\n\nBen\nWho pays?\n\nAnn\nAll of us.'],
    ['“said”', 'Ann said:\nIt should be free.\n\nBen said:\nWho pays?\n\nAnn said:\nAll of us.'],
    ['numbers', '1) Ann: It should be free.\n2) Ben: Who pays?\n3) Ann: All of us.'],
    ['Hansard', 'Ann (Harbour North) (Lab): It should be free.\n\nBen (Con): Who pays?\n\nAnn: All of us.'],
    [
      'offices',
      'The Minister for Ferries (Ann Lake) (Lab): It should be free.\n\nBen Rowe (Con): Who pays?\n\nAnn Lake: All of us.',
    ],
    [
      'the Bundestag',
      'Ann (SPD):\nIt should be free.\n(Beifall bei der SPD)\n\nBen (CDU/CSU):\nWho pays?\n\nAnn (SPD):\nAll of us.',
    ],
    ['Congress', 'Mr. ANN. It should be free.\n\nMs. BEN. Who pays?\n\nMr. ANN. All of us.'],
    [
      'IRC with those who come',
      '09:12 <Ann> It should be free.\n09:13 -!- cy has joined #x\n09:14 <Ben> Who pays?\n09:16 <Ann> All of us.',
    ],
  ])('%s', (_, text) => {
    const name = (one: unknown) =>
      String(one)
        .replace(/^M[rs]\. (\w)(\w+)/, (_all, first: string, rest: string) => first + rest.toLowerCase())
        .replace(/ (?:Lake|Rowe)$/, '')
    expect(shown(text).map(([author, words]) => [name(author), words])).toEqual(TURNS)
  })

  test('a list of turns shows by its indent what answers what', () => {
    const [, ben, again] = readPasted('- Ann: Free it.\n  - Ben: Who pays?\n    - Ann: All of us.', null).posts
    expect([ben?.parentId, again?.parentId]).toEqual(['1', '2'])
  })

  test.each([
    'Background: It is dear.\n\nProblem: Nobody uses it.\n\nSolution: Make it free.',
    'Problem: It is dear.\nSolution: Free it.\nProblem: Who pays?\nSolution: The city.',
    'Hinweis: Sonntags frei.\nNachtrag: Montags auch.\nHinweis: Nur im Sommer.',
    '- Cost: two million\n- Benefit: less traffic\n- Cost: fewer jobs',
    '# Ferries\n\n## Background\n\nIt is dear.\n\n## Costs\n\nTwo million.\n\n## Background\n\nOld.',
    'Monday - soup\nTuesday - fish\nWednesday - bread',
    'Budget: There was a gap.\nFerry: It was agreed to paint it.\nBudget: A motion was carried.',
    'Economy: Shops gain.\nEnvironment: Fewer cars cross.\nEconomy: But the city loses money.\nEquity: Poor people gain.',
    'Added: a map\nFixed: the scroll bar\nAdded: export\nRemoved: the old parser',
    '2d362db Wrapper: emit a signal\nf50641c Build: fix a warning\n493d3bc Wrapper: include a header',
    'Files: a.c\nCopyright: 2011 Ann Lake\nLicense: You may use it.\n\nFiles: b.c\nCopyright: 2012 Ann Lake\nLicense: You may not.',
    'fix: scroll bar\nfeat: export\nfix: colours\nchore: bump',
    '2026-05-01 09:00:01 server: starting up.\n2026-05-01 09:00:02 worker: ready.\n2026-05-01 09:00:03 server: job one done.',
    'Hamburg: 12 Grad, Regen\nBerlin: 14 Grad, Wolken\nHamburg: morgen 13 Grad',
    'Name: ferry\nVersion: 1.2\nDepends: libc\n\nName: pier\nVersion: 2.0\nDepends: libc',
    'Ferry - a boat that carries people.\nPier - a walkway over water.\nFerry - also the act of carrying.',
    'Acme - Engineer, 2019 to 2022\nBeta - Manager, 2022 to 2024\nAcme - Director, since 2024',
    'News\n20:00\nFrom all the world.\n\nThe Pier\n20:15\nA film.\n\nNews\n22:30\nLate news.',
    'Oslo S 12:04\nChange here.\nBergen 13:01\nTrains wait.\nOslo S 15:04\nThe train returns.',
    '1 May 2026: Council votes, as you wished\n3 May 2026: Harbour opens\n7 May 2026: First ferry',
    'Berth: a place where you moor\nBuoy: a float\nKeel: the spine of a ship',
    'Berlin\n3 May 2026\nThe council voted. We were there.\n\nOslo\n4 May 2026\nDid you see it?\n\nBerlin\n5 May 2026\nVoid.',
    'Resolved\nMay 3, 2026\nThank you for waiting.\n\nInvestigating\nMay 3, 2026\nWe look.\n\nResolved\nMay 1, 2026\nDone.',
    'Harbour Opens At Last\n3 May 2026\nYou can visit.\n\nFerry Prices Rise\n1 May 2026\nWe are sorry.',
    '[INFO] you are connected\n[WARN] disk is full\n[INFO] cannot connect',
    '#1 Introduction\nWe begin.\n\n#2 Method\nWe asked you.\n\n#3 Introduction\nAgain.',
    '1999: The bridge opens.\n2004: The ferry closes.\n1999: A study finds more traffic.',
    'I tried:\n\n```\nAnn: x\nBen: y\nAnn: z\n```\n\nIt fails.',
    'Sat 14 June\nJazz in the Park\nFree from noon.\n\nSun 15 June\nFarmers Market\nThirty stalls.\n\nSat 21 June\nMidsummer Run',
    'Historia\nhace 3 horas\nLa muralla romana.\n\nCiencia\nhace 5 horas\nUn telescopio.\n\nCultura\nhace 2 horas\nEl festival.',
    'Inbox\nAmazon\nYour parcel is on its way\n10:42\nThe surgery\nReminder of your visit\n09:15\nMum\nPhotos\nYesterday',
    '1. Platz: Lena Graf, 48 Punkte, nicht ganz fehlerlos\n2. Platz: Mia Horn, aber mit Sturz\n3. Platz: Ida Kohl',
    'Malzemeler: iki su bardağı un\nYapılışı: Hamuru yoğurun ve yarım saat dinlendirin.\nPişirme: Kızgın tavada pişirin.',
    'Aries: You will meet someone who does not agree.\nTaurus: Money comes, but will not stay.\nLeo: Your boss is watching.',
    'Bergen\nDay one was wet. We ate fish.\n\nVoss\nI fell off the bicycle twice.\n\nBergen\nBack again, my hat is found.',
    'Bayern: Schulbeginn am 15., nicht überall.\nHessen: Schulbeginn am 1.\nSaarland: Schulbeginn am 1., weil Ferien enden.',
  ])('labels, headings and code are nobody: %s', (text) => {
    expect(
      readPasted(text, null)
        .posts.map(({ author }) => author)
        .filter((author) => author !== null),
    ).toEqual([])
  })

  test.each<[string, string[]]>([
    ['Анна: Паром дорог.\nБорис: Но он дешевле моста.\nАнна: Нет, мост стоит.', ['Анна', 'Борис', 'Анна']],
    [
      'Anna\n09:00\nIt should be free.\n\nBen\n09:07\nIt is dear.\n\nAnna\n09:10\nIt is cheap.',
      ['Anna', 'Ben', 'Anna'],
    ],
    ['小明：渡轮应该免费。\n小红：太贵了。\n小明：但是比桥便宜。', ['小明', '小红', '小明']],
    ['Ann: Trams are fine.\nBob: They are loud.\nAnn: Not the new ones.', ['Ann', 'Bob', 'Ann']],
    [
      'NORA: Where is the letter?\nHELMER: I never saw one.\nNORA: Give me the key, Helmer.',
      ['NORA', 'HELMER', 'NORA'],
    ],
    [
      'Wrenna  10:32 AM\nDo we drop the old door?\ntosk  10:35 AM\nNot before May.\nWrenna  10:36 AM\nFair, let them come first.',
      ['Wrenna', 'tosk', 'Wrenna'],
    ],
    [
      '[12:01] wrenna: I think it should be free.\n[12:02] tosk: Nobody pays for that.\n[12:03] wrenna: The city pays for roads.\n[12:05] tosk: Roads serve all.',
      ['wrenna', 'tosk', 'wrenna', 'tosk'],
    ],
  ])('those who plainly speak are somebody: %s', (text, names) => {
    const { posts, labels } = readPasted(text, null)
    expect(posts.map(({ author }) => author)).toEqual(names)
    expect(labels).toMatchObject({ are: 'writers', asked: false, parts: names.length })
  })

  test.each<[string, string[]]>([
    ['anna: free ferry\nben: too dear\nanna: cheaper than cars', ['anna', 'ben', 'anna']],
    ['Price: The fare deters.\nCook: The fare pays the crew.\nPrice: The crew is large.', ['Price', 'Cook', 'Price']],
    ['Anna: 4 million.\nBen: 5 million.\nAnna: 4.5 million.', ['Anna', 'Ben', 'Anna']],
    ['Lena: A book. We have the red one.\nTom: Skates. What size?\nLena: Socks.', ['Lena', 'Tom', 'Lena']],
    ['Ann: Brings two bowls.\nBob: Brings bread. He has a car.\nAnn: Also brings ice.', ['Ann', 'Bob', 'Ann']],
    [
      'Opposition: It is dear.\nGovernment: It pays.\nOpposition: It never has.',
      ['Opposition', 'Government', 'Opposition'],
    ],
    ['ZEIT: Fähren gratis?\nMüller: Ja.\n\nZEIT: Wer zahlt?\nMüller: Alle.', ['ZEIT', 'Müller', 'ZEIT', 'Müller']],
    [
      'Dana (teacher): Phones distract in class.\nMo (father): My son needs it for the bus.\nInes (pupil): Everybody hides it.',
      ['Dana (teacher)', 'Mo (father)', 'Ines (pupil)'],
    ],
    [
      'English: Where is the station? I am lost.\nGerman: Wo ist der Bahnhof? Ich bin verloren.\nEnglish: Thank you.',
      ['English', 'German', 'English'],
    ],
    [
      'Resolved\n14:07\nWe are back.\n\nOpen\n14:03\nWe are on it.\n\nResolved\n13:51\nIt is up.',
      ['Resolved', 'Open', 'Resolved'],
    ],
  ])('labels that may be writers are offered, and taken where that is asked: %s', (text, names) => {
    const { posts, labels } = readPasted(text, null)
    expect(posts.filter(({ author }) => author !== null)).toEqual([])
    expect(labels).toEqual({ names: [...new Set(names)], more: 0, parts: names.length, are: 'words', asked: false })
    const taken = readPasted(text, null, null, Infinity, 'writers')
    expect(taken.posts.map(({ author }) => author)).toEqual(names)
    expect(taken.labels).toMatchObject({ are: 'writers', asked: true })
    expect(taken.notices).toContain('What opens the parts of the text was taken for their writers, as was said.')
  })

  test('labels that come again and again, mixed and in sentences, are writers; a list that goes round is none', () => {
    const say = ['I like it free.', 'Who pays?', 'The boats are full.', 'Cars are worse.']
    const talk = (name: (n: number) => string) =>
      Array.from({ length: 60 }, (_, n) => `${name(n)}: ${say[(n * n + (n >> 2)) % 4]}`).join('\n')
    const authors = (text: string) => new Set(readPasted(text, null).posts.map(({ author }) => author)).size
    const names = ['Wrenna', 'Tosk', 'Brindle', 'Quennell', 'Ibsel']
    expect(authors(talk((n) => names[(n * n * 3 + (n >> 1)) % 5] ?? ''))).toBeGreaterThan(2)
    expect(authors(talk((n) => names[n % 5] ?? ''))).toBe(1)
    expect(authors(talk((n) => `Person${n % 9}`))).toBe(9)
  })

  test.each([
    'Soup: tomato\nFish: cod\nCake: plum',
    'Rent: 900\nFood: 420\nRent: 900\nFood: 390',
    'Emma: 3 March\nTom: 4 April\nEmma: 5 May',
    'Claim: A statement taken to be true.\nPremise: A statement given as a reason.',
    'Kitchen: Maria\nBins: Jonas\nKitchen: Jonas\nBins: Maria',
    '[12:01] kernel: new device found\n[12:02] sshd: key accepted for root\n[12:03] kernel: device lost',
    'a: hover { color: red; }\nbody: { margin: 0 }\na: link { color: blue; }',
    'Emma Stone: emma@x.example\nLuca Rossi: luca@x.example',
  ])('values, single words, code and terms said once are not offered for writers: %s', (text) => {
    const { posts, labels } = readPasted(text, null)
    expect(posts.filter(({ author }) => author !== null)).toEqual([])
    expect(labels).toBeUndefined()
  })

  test.each([
    ['Recommend', (name: string) => `${name}\n3 hours ago`, 'Recommend 12\nReply\nReport'],
    ['in a row', (name: string) => `${name} 3 hours ago`, 'Recommend (12) Reply Report'],
    ['a place beside the day', (name: string) => `${name}\nBoston | May 3`, '\nReply12 Recommend\nShare\nFlag'],
    ['French', (name: string) => `${name}\nil y a 3 heures`, 'Recommander 12\nRépondre\nSignaler'],
    ['German', (name: string) => `${name}\nvor 3 Stunden`, 'Empfehlen 12\nAntworten\nMelden'],
  ])('comments of newspapers: %s', (_, head, buttons) => {
    const talk = ['Kestrel', 'Old Harbour Man', 'pippa'].map((name) => [name, `It is as ${name} says.`])
    const text = talk.map(([name, words]) => `${head(name ?? '')}\n${words}\n${buttons}`).join('\n')
    expect(shown(text)).toEqual(talk)
    expect(readPasted(text, null).labels).toBeUndefined()
  })

  test('readers of newspapers have names in small letters, where its buttons stand below', () => {
    const talk = (buttons: string) =>
      ['Ann', 'old sea dog'].map((name) => `${name}\n3 hours ago\nIt is dear.\n${buttons}`).join('\n')
    expect(shown(talk('Recommend 2\nReply\nReport')).map(([author]) => author)).toEqual(['Ann', 'old sea dog'])
    expect(readPasted(talk(''), null).posts.map(({ author }) => author)).not.toContain('old sea dog')
  })

  test('the chair speaks, and a name opens each subtitle', () => {
    const hearing =
      'The Chair: Ms. Lund?\nMs. Lund: I oppose it.\nThe Chair: Thank you, Ms. Lund.\nMs. Lund: Well, it is so.'
    expect(readPasted(hearing, null, null, Infinity, 'writers').posts.map(({ author }) => author)).toEqual([
      'The Chair',
      'Ms. Lund',
      'The Chair',
      'Ms. Lund',
    ])
    const cues = ['wrenna: Free it.', 'tosk: It is dear.', 'wrenna: For whom?']
    const subtitles = cues.map((cue, at) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${cue}`).join('\n\n')
    expect(shown(`WEBVTT\n\n${subtitles}`)).toEqual(cues.map((cue) => cue.split(': ')))
  })

  test('writers that are told to be none are words of the text', () => {
    const { posts, labels, notices } = readPasted(
      'Ann: It is.\nBob: I doubt it.\nAnn: Why?',
      null,
      null,
      Infinity,
      'words',
    )
    expect(posts.map(({ author, text }) => [author, text])).toEqual([
      [null, 'Ann: It is.'],
      [null, 'Bob: I doubt it.'],
      [null, 'Ann: Why?'],
    ])
    expect(labels).toMatchObject({ names: ['Ann', 'Bob'], are: 'words', asked: true })
    expect(notices).toContain('What opens the parts of the text was taken for nobody’s name, as was said.')
  })

  test('what the layout tells is no question: nothing is offered beside it', () => {
    expect(readPasted('zed — Today at 19:02\nFree it.\nmux — Today at 19:03\nNo.', null).labels).toBeUndefined()
    expect(readPasted('Free it.\n\nWho pays?', null).labels).toBeUndefined()
  })

  test('code between fences stays whole, and a heading with its words', () => {
    expect(shown('# Free ferries\n\nI tried:\n\n```js\na()\n\nb()\n```\n\n## Costs\n\nTwo million.')).toEqual([
      [null, 'Free ferries\n\nI tried:'],
      [null, '```js\na()\n\nb()\n```'],
      [null, '## Costs\n\nTwo million.'],
    ])
  })

  test('times above later messages of one writer are no words', () => {
    expect(shown('Ann Lake\n  9:12 AM\nWe free it.\n9:13\nReally?\n\nBen Rowe\n  9:14 AM\nI would not.')).toEqual([
      ['Ann Lake', 'We free it.\nReally?'],
      ['Ben Rowe', 'I would not.'],
    ])
  })
})
