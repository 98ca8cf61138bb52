import * as fc from 'fast-check'
import { describe, expect, test, type TestContext } from 'vitest'
import type { Repeat } from '../../shared/debate.ts'
import { foldPosts } from '../../server/repeats/posts.ts'
import { besideText, WHY_ABSENT } from '../beside.ts'
import { post, quoting, thread } from './threads.ts'

const FERRY =
  'The ferry should stay free because most people who take it live on the island and have no other way to reach work or school.'

const kinds = (repeats: Repeat[]) => repeats.map(({ postId, of, kind }) => `${postId} ${kind} ${of}`)

test('an answer is never the original of what it answers, whatever the times say', () => {
  const answered = post(FERRY, { createdAt: '2026-03-02T10:00:00Z' })
  const answer = post(FERRY, { createdAt: '2026-03-02T09:00:00Z', parentId: 'p1', parentVia: 'platform' })
  expect(kinds(foldPosts([thread([answered, answer])]))).toEqual(['p2 exact p1'])
})

test('a copy with Cyrillic letters that look like Latin ones is a copy, and shows no word as other', () => {
  const disguised = FERRY.replace(/ (?=\S{2})\S+/g, (word) =>
    word.replace('a', 'а').replace('e', 'е').replace('o', 'о'),
  )
  expect(disguised).not.toBe(FERRY)
  expect(foldPosts([thread([FERRY, disguised])])).toEqual([{ postId: 'p2', of: 'p1', kind: 'exact', similarity: 1 }])
})

test('a copy with a word denied among look-alikes is none', () => {
  const denied = FERRY.replace('should stay', 'should nоt stay')
  expect(foldPosts([thread([FERRY, denied])]).filter(({ kind }) => kind !== 'partial')).toEqual([])
})

test('thousands of blank lines in letters are read in no time', () => {
  const letter = (name: string): string =>
    `Dear council,\n\n${FERRY}${'\n'.repeat(4_000)}Kind regards${'\n \t'.repeat(4_000)}\n${name}`
  const before = process.cpuUsage()
  expect(kinds(foldPosts([thread([letter('Ann Lee'), letter('Bob Moss')])]))).toEqual(['p2 near p1'])
  const { user, system } = process.cpuUsage(before)
  expect(user + system).toBeLessThan(1_000_000)
})

describe('a sentence changed in a long post', () => {
  const around = (said: string): string =>
    `I have lived at the harbour for twenty years and I say this once, as plainly as I can. ${said} Please think of it before you answer, for many of us see it so.`
  test.each([
    ['who did it to whom', 'The union sued the harbour board.', 'The harbour board sued the union.', null],
    ['when', 'Theft fell since the curfew.', 'Theft fell until the curfew.', null],
    ['why', 'The mayor went because of the strike.', 'The mayor went despite the strike.', null],
    ['which is more', 'Ferries last longer than buses.', 'Buses last longer than ferries.', null],
    ['where to', 'Der Wind treibt Sand in das Becken hinein.', 'Der Wind treibt Sand aus dem Becken heraus.', null],
    [
      'what becomes of it',
      'I ask that the trees stay where they are.',
      'I ask that the trees have to be felled.',
      null,
    ],
    ['whether it stays', 'Das Flugverbot muss bleiben.', 'Das Flugverbot muss fallen.', null],
    ['how often, in another word', 'We cross every week.', 'We cross each week.', 'p2 near p1'],
    ['how often, in German', 'Die Fähre fällt manchmal aus.', 'Die Fähre fällt gelegentlich aus.', 'p2 near p1'],
    ['a word of the same sense', 'The ferry is a great help to us.', 'The ferry is a big help to us.', 'p2 near p1'],
    ['a word more', 'The ferry helps the old most.', 'The ferry helps the old people most.', 'p2 near p1'],
  ])('%s', (_, before, after, kind) => {
    const repeats = foldPosts([thread([before, after].map((said) => post(around(said))))])
    expect(kinds(repeats)).toEqual(kind === null ? [] : [kind])
  })
})

describe('a letter that many send', () => {
  const LETTER = `Dear Mr Hale,

I have lived in Saltby for nine years and I write about the harbour. The board pays the ferry and the town pays the bus. Dogs may go everywhere except on the pier. More pupils than tourists take the first boat. The lamps on the pier go on at dusk, and Captain Reed says that they cost 1,200 pounds a year. The fare rose in March in addition to the parking fee. Please leave the timetable as it is, for it suits those who work.

Yours sincerely,
Ann Crewe`
  const BRIEF = `Sehr geehrte Frau Vogt,

als Mutter von zwei Kindern schreibe ich Ihnen zum Hafen. Der Betreiber muss die Lampen bezahlen, die Stadt zahlt den Bus. Hunde dürfen überall hin, außer auf den Steg. Die Fähre am Morgen ist für Schüler wichtiger als die am Abend. Bitte lassen Sie den Fahrplan so, wie er ist, denn er passt zu allen, die arbeiten müssen.

Mit freundlichen Grüßen
Karin Seidel`
  const said: [string, string, ...[string, string][]][] = [
    ['whom it greets and who signs', LETTER, ['Mr Hale', 'Ms Ortega'], ['Ann Crewe', 'Tom Birch']],
    ['where and how long the writer lives', LETTER, ['in Saltby for nine years', 'in Fernhill for thirty years']],
    ['slips of the keyboard', LETTER, ['everywhere', 'evreywhere'], ['timetable', 'timetabel']],
    ['how a number is written', LETTER, ['1,200', '1200']],
    ['a sentence of their own', LETTER, ['Please leave', 'My daughter has taken it for years. Please leave']],
    [
      'a sentence elsewhere',
      LETTER,
      [' More pupils than tourists take the first boat.', ''],
      ['who work.', 'who work. More pupils than tourists take the first boat.'],
    ],
    [
      'wer schreibt',
      BRIEF,
      ['als Mutter von zwei Kindern schreibe', 'als Lehrer mit drei Kindern schreibe'],
      ['Karin Seidel', 'Jens Thomsen'],
    ],
    ['Umlaute', BRIEF, ['Fähre', 'Faehre'], ['überall', 'ueberall'], ['Grüßen', 'Gruessen']],
  ]
  const reversed: [string, string, ...[string, string][]][] = [
    ['except, including', LETTER, ['except on', 'including on']],
    ['on, off', LETTER, ['go on at', 'go off at']],
    ['added to, instead of', LETTER, ['in addition to', 'instead of']],
    ['who is more', LETTER, ['More pupils than tourists', 'More tourists than pupils']],
    ['who says so', LETTER, ['Captain Reed', 'Captain Lowe']],
    ['how much', LETTER, ['1,200', '2,100']],
    ['who pays', BRIEF, ['Der Betreiber muss', 'Die Gemeinde muss']],
    [
      'was wichtiger ist',
      BRIEF,
      ['am Morgen ist für Schüler wichtiger als die am Abend', 'am Abend ist für Schüler wichtiger als die am Morgen'],
    ],
  ]
  const folded = (letter: string, changes: [string, string][]) =>
    kinds(foldPosts([thread([letter, changes.reduce((text, [from, to]) => text.replace(from, to), letter)])]))

  test.each(said)('is a copy, whatever is personal in it: %s', (_, letter, ...changes) => {
    expect(folded(letter, changes)).toEqual(['p2 near p1'])
  })

  test.each(reversed)('is another one, where it says something else: %s', (_, letter, ...changes) => {
    expect(folded(letter, changes)).toEqual([])
  })
})

describe('what is folded', () => {
  const cases: [string, string, string, string | null][] = [
    ['the same words', FERRY, FERRY, 'exact'],
    ['other marks and case', FERRY, `  ${FERRY.toUpperCase().replace('.', '!!')}`, 'exact'],
    [
      'another apostrophe',
      'That isn’t what the harbour board told us in May.',
      "That isn't what the harbour board told us in May",
      'exact',
    ],
    ['a changed word', FERRY, FERRY.replace('school', 'class'), 'near'],
    ['a signature', FERRY, `${FERRY}\nGreetings from Ann`, 'near'],
    ['the first half turned behind the second', `We need a bridge. ${FERRY}`, `${FERRY} We need a bridge.`, 'near'],
    [
      'a long addition',
      FERRY,
      `${FERRY} And while we are at it, the bus to the harbour should run until midnight, because shifts at the fish plant end at eleven and nobody wants to walk home in the dark.`,
      'partial',
    ],
    [
      'an excerpt',
      `${FERRY} And while we are at it, the bus to the harbour should run until midnight, because shifts at the fish plant end at eleven and nobody wants to walk.`,
      FERRY,
      'partial',
    ],
    [
      'another point',
      FERRY,
      'Nobody should pay twice: the ferry is already financed by the harbour tax we all pay each year.',
      null,
    ],
    ['two words each', 'This.', 'this', null],
    ['plus one', '+1', '+1', null],
    ['nothing at all', '…', '…', null],
    ['a short verdict', 'Misleading headline.', 'Misleading headline.', null],
    [
      'a denial',
      'The new ferry is safe for small children on the upper deck.',
      'The new ferry is not safe for small children on the upper deck.',
      null,
    ],
    [
      'an opposite nobody listed, in a terse post',
      'Wolves should be protected by law in this region.',
      'Wolves should be hunted by law in this region.',
      null,
    ],
    [
      'who is better than whom, in a terse post',
      'The ferry is faster to take than the bus for small trips.',
      'The bus is faster to take than the ferry for small trips.',
      null,
    ],
    [
      'a slip of the keyboard',
      'The goverment should pay for the ferry to the island.',
      'The government should pay for the ferry to the island.',
      'near',
    ],
    [
      'another name',
      'Off topic, but when is the fair in Fernhill?',
      'Off topic, but when is the fair in Saltby?',
      null,
    ],
    [
      'another number',
      'The ferry cost the town 3 million last year and nobody noticed it.',
      'The ferry cost the town 9 million last year and nobody noticed it.',
      null,
    ],
  ]
  test.each(cases)('%s', (_, first, second, kind) => {
    expect(kinds(foldPosts([thread([first, second])]))).toEqual(kind === null ? [] : [`p2 ${kind} p1`])
  })

  test('into the earliest, by time and not by place', () => {
    const late = post(FERRY, { createdAt: '2026-03-02T10:00:00Z' })
    const early = post(FERRY, { createdAt: '2026-03-01T10:00:00Z' })
    expect(kinds(foldPosts([thread([late, early])]))).toEqual(['p1 exact p2'])
  })

  test('never into a folded post', () => {
    const repeats = foldPosts([thread([FERRY, FERRY.replace('school', 'class'), FERRY.replace('school', 'class')])])
    expect(kinds(repeats)).toEqual(['p2 near p1', 'p3 near p1'])
  })

  test('a reply is compared without what it quotes', () => {
    const reply = quoting(`> ${FERRY}\nThe island has a bridge now.`)
    expect(foldPosts([thread([FERRY, reply])])).toEqual([])
  })

  test('a flood that differs in a number costs no more per post the longer it goes on', () => {
    const text = (at: number) =>
      `Ticket ${at} was closed because nobody answered within ten days, please open another one if the boat is still late.`
    const seconds = (count: number): number => {
      const all = thread(Array.from({ length: count }, (_, at) => text(at)))
      const begun = process.cpuUsage()
      expect(foldPosts([all])).toEqual([])
      const used = process.cpuUsage(begun)
      return (used.user + used.system) / 1e6
    }
    seconds(200)
    expect(seconds(4000) / seconds(1000)).toBeLessThan(12)
  })

  test('not into the post it answers, when it adds words: that quotes', () => {
    const first = 'A free ferry costs the town three million a year, which is more than the school gets.'
    const answer = post(`${first} I doubt that very much.`, { parentId: 'p1' })
    expect(foldPosts([thread([first, answer])]).map(({ kind }) => kind)).toEqual(['partial'])
    expect(foldPosts([thread([first, post(answer.text)])]).map(({ kind }) => kind)).toEqual(['near'])
  })

  test('points of one person over a long signature are points, and copies signed by others are copies', () => {
    const below = `\n${FERRY} ${FERRY.replace('ferry', 'boat').replace('work or school', 'the town hall')}`
    const [bridge, bus] = [
      'A bridge would cost more than all the boats of this century taken together.',
      'Nobody asked whether the bus could leave ten minutes later instead.',
    ].map((own) => own + below) as [string, string]
    const by = (author: string, text: string) => post(text, { author })
    expect(kinds(foldPosts([thread([by('Ann', bridge), by('Ann', bus)])]))).toEqual(['p2 partial p1'])
    expect(kinds(foldPosts([thread([by('Ann', bridge), by('Bob', bus)])]))).toEqual(['p2 near p1'])
    expect(kinds(foldPosts([thread([by('Ann', bridge), by('Ann', bridge.replace('century', 'age'))])]))).toEqual([
      'p2 near p1',
    ])
  })

  test('the words that differ are told, without quoted ones', () => {
    const copy = quoting(`> No, never!\n${FERRY.replace('school', 'the docks')}`)
    const threads = [thread([FERRY, copy])]
    const [repeat] = foldPosts(threads)
    const texts = threads[0]?.posts.map((one) => one.text) as [string, string]
    expect(repeat?.differences?.post.map(({ start, end }) => texts[1].slice(start, end))).toEqual(['the docks'])
    expect(repeat?.differences?.of.map(({ start, end }) => texts[0].slice(start, end))).toEqual(['school'])
    expect(foldPosts([thread([FERRY, FERRY])])[0]).not.toHaveProperty('differences')
  })

  test('deleted posts are no repeats', () => {
    const gone = post('This comment was removed by the moderators of this forum.', { state: 'removed' })
    expect(foldPosts([thread([gone, { ...gone }])])).toEqual([])
  })
})

describe('cross-posts', () => {
  const lemmy = (site: string, posts: ReturnType<typeof post>[]) => thread(posts, { id: site, site })

  test('the same federation id, even when one copy was edited', () => {
    const id = 'https://a.example/comment/1'
    const repeats = foldPosts([
      lemmy('a.example', [post(FERRY, { globalId: id })]),
      lemmy('b.example', [post(`${FERRY.slice(0, 40)} (edited)`, { globalId: id })]),
    ])
    expect(kinds(repeats)).toEqual(['b.examplep1 cross-post a.examplep1'])
  })

  test('the same text by the same name on another site, but not by another name', () => {
    const [one, other] = [
      lemmy('a.example', [post(FERRY, { author: 'ann' })]),
      (author: string) => lemmy('b.example', [post(FERRY, { author })]),
    ] as const
    expect(foldPosts([one, other('Ann')])[0]?.kind).toBe('cross-post')
    expect(foldPosts([one, other('bob')])[0]?.kind).toBe('exact')
  })
})

describe('laws', () => {
  const WORDS = [
    'ferry',
    'free',
    'town',
    'pays',
    'bridge',
    'school',
    'night',
    'bus',
    'tax',
    'harbour',
    'island',
    'work',
    'not',
    '7',
  ]
  const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 24 }).map((words) => words.join(' '))
  const edited = fc.tuple(text, fc.nat(23), fc.constantFrom(...WORDS)).map(([base, at, word]) => {
    const words = base.split(' ')
    words[at % words.length] = word
    return [base, words.join(' ')]
  })
  const texts = fc.array(edited, { minLength: 1, maxLength: 8 }).map((pairs) => pairs.flat())

  test('the order of posts changes nothing', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (all, keys) => {
        const ordered = thread(all)
        const shuffled = ordered.posts
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(foldPosts([{ ...ordered, posts: shuffled }])).toEqual(foldPosts([ordered]))
      }),
    )
  })

  test('folding what is left folds nothing more; nothing is folded into a folded post; only once', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const whole = thread(all)
        const folds = foldPosts([whole]).filter((repeat) => repeat.kind !== 'partial')
        const gone = new Set(folds.map((repeat) => repeat.postId))
        expect(gone.size).toBe(folds.length)
        for (const { of } of folds) expect(gone.has(of)).toBe(false)
        const left = { ...whole, posts: whole.posts.filter((one) => !gone.has(one.id)) }
        expect(foldPosts([left]).filter((repeat) => repeat.kind !== 'partial')).toEqual([])
      }),
    )
  })
})

const NEARDUP = besideText('corpora/neardup.dev.jsonl')

test('repeated forum posts of the neardup corpus, F1 at least .99', (ctx: TestContext) => {
  if (NEARDUP === null) ctx.skip(WHY_ABSENT)
  const pairs = NEARDUP.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { a: string; b: string; label: string })
  let [right, said, there] = [0, 0, 0]
  for (const { a, b, label } of pairs) {
    const folded = foldPosts([thread([a, b])]).some((repeat) => repeat.kind !== 'partial')
    if (folded) said++
    if (label === 'duplicate') there++
    if (folded && label === 'duplicate') right++
  }
  expect((2 * right) / (said + there)).toBeGreaterThanOrEqual(0.99)
})
