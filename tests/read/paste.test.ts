import { describe, expect, test, type TestContext } from 'vitest'
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
    expect(shown('Ada: It should be free.\nBen: Who pays?\nNobody wants new taxes.\nAda: The city does.')).toEqual([
      ['Ada', 'It should be free.'],
      ['Ben', 'Who pays?\nNobody wants new taxes.'],
      ['Ada', 'The city does.'],
    ])
  })

  test('words before a colon that are no names', () => {
    expect(
      shown('Note: this is long.\n\nSource: the city’s report.\n\nEdit: I was wrong.').map(([author]) => author),
    ).toEqual([null, null, null])
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
