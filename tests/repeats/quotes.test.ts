import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Thread } from '../../shared/thread.ts'
import { betweenMarks } from '../../server/repeats/own.ts'
import { foldPosts } from '../../server/repeats/posts.ts'
import { resolveQuotes } from '../../server/repeats/quotes.ts'
import { post, quoting, thread, words } from './threads.ts'

const FERRY =
  'The ferry should stay free. Most people who take it live on the island, and they have no other way to reach work or school in winter.'
const BRIDGE =
  'A bridge would cost forty million and ruin the bay. Nobody has shown me where the money should come from.'

/** Every quote of post `id` as [words of the quote, post it is from, words there]. */
function quotesOf(threads: Thread[], id: string) {
  const found = threads.flatMap((one) => one.posts).find((one) => one.id === id)
  return (found?.quotes ?? []).map((quote) => [
    found?.text.slice(quote.start, quote.end),
    quote.of?.postId ?? null,
    words(threads, quote.of),
  ])
}

test('who says a passage within a sentence of their own speaks in those words and quotes nobody', () => {
  const said = 'make the ferry free for all who live on the island'
  const more =
    'The harbour board told us in May that fares pay for both crews and for the fuel, and I see no other way.'
  const threads = resolveQuotes([
    thread([
      `We should ${said}.`,
      `We should never ${said}. ${more}`,
      `We may ${said}. So I heard, but where is the money?`,
      `You say we should ${said}. So I heard, but where is the money?`,
      `Is that so? We should ${said}. Where is the money?`,
      `I know that we should ${said}. Where is the money?`,
    ]),
  ])
  expect(quotesOf(threads, 'p2')).toEqual([])
  expect(quotesOf(threads, 'p3')).toEqual([])
  const sentence = `We should ${said}`
  expect(quotesOf(threads, 'p4')).toEqual([[sentence.replace('We', 'we'), 'p1', sentence]])
  expect(quotesOf(threads, 'p5')).toEqual([[sentence, 'p1', sentence]])
  expect(quotesOf(threads, 'p6')).toEqual([])
})

test.each([
  [
    'a straight mark closed by a curly one',
    (said: string) => `Spare us lines like "${said},” for they tell us nothing.`,
  ],
  [
    'a curly mark closed by a straight one',
    (said: string) => `Spare us lines like “${said}," for they tell us nothing.`,
  ],
  [
    'marks that pair across two quotations',
    (said: string) => `Spare us lines like "nobody pays,” or "${said},” for they tell us nothing.`,
  ],
  ['a mark that nothing closes', (said: string) => `Spare us lines like „${said}, for they tell us nothing.`],
  ['guillemets closed by another mark', (said: string) => `Spare us lines like « ${said}", for they tell us nothing.`],
])('what stands behind an opening quotation mark is quoted, however it is closed: %s', (_, write) => {
  const said = 'We should make the ferry free for all who live on the island'
  const threads = resolveQuotes([thread([`${said}.`, write(said)])])
  expect(quotesOf(threads, 'p2')).toEqual([[said, 'p1', said]])
})

test('of a passage that goes on from a sentence of the writer’s own, the whole sentences are quoted', () => {
  const next = 'Everybody knows that the harbour board has the money for it since May'
  const threads = resolveQuotes([
    thread([
      `We should make the ferry free for all who live on the island. ${next}.`,
      `I too want them to make the ferry free for all who live on the island. ${next}. But will the board pay? It did not pay for the new school, nor for the road to the mill, and last year it sold the old quay to a hotel.`,
    ]),
  ])
  expect(quotesOf(threads, 'p2')).toEqual([[next, 'p1', next]])
})

describe('marked quotes', () => {
  const cases: [string, string, string][] = [
    [
      'word for word',
      'they have no other way to reach work or school',
      'they have no other way to reach work or school',
    ],
    [
      'typographic changes',
      'THEY HAVE NO OTHER WAY — to reach “work” or school',
      'they have no other way to reach work or school',
    ],
    ['a typo', 'they hvae no other way to reach work or school', 'they have no other way to reach work or school'],
    ['a word left out', 'they have no way to reach work or school', 'they have no other way to reach work or school'],
    [
      'an ellipsis',
      'The ferry should stay free … no other way to reach work',
      'The ferry should stay free. Most people who take it live on the island, and they have no other way to reach work',
    ],
    ['more than one sentence', FERRY, FERRY.slice(0, -1)],
  ]
  test.each(cases)('%s', (_, quoted, source) => {
    const threads = resolveQuotes([thread([BRIDGE, FERRY, quoting(`> ${quoted}\nThat is not so.`)])])
    expect(quotesOf(threads, 'p3')).toEqual([[quoted, 'p2', source]])
  })

  test('words that stand nowhere keep an unknown source', () => {
    const threads = resolveQuotes([thread([BRIDGE, FERRY, quoting('> the harbour board met on Tuesday\nDid it?')])])
    expect(quotesOf(threads, 'p3')).toEqual([['the harbour board met on Tuesday', null, null]])
  })

  test('the post that is answered comes first where several say it', () => {
    const answer = quoting('> The ferry should stay free\nWhy?', { parentId: 'p3', parentVia: 'platform' })
    const threads = resolveQuotes([thread([FERRY, BRIDGE, `I agree. ${FERRY}`, answer])])
    expect(quotesOf(threads, 'p4')[0]?.[1]).toBe('p3')
  })

  test('a quote of a quote leads to whoever said it', () => {
    const threads = resolveQuotes([
      thread([
        FERRY,
        quoting(`> The ferry should stay free\n${BRIDGE}`),
        quoting('> The ferry should stay free\nYes.'),
      ]),
    ])
    expect(quotesOf(threads, 'p3')[0]?.[1]).toBe('p1')
  })

  test('a quote of words that its post quotes, and repeats in quotation marks, leads to where they were quoted first', () => {
    const said = 'the harbour board met on Tuesday to raise every fare'
    const article = quoting(`> ${said}\nSo what?`, { author: 'ann' })
    const again = quoting(`> ${said}\n${BRIDGE} And “${said}” is all you say.`, {}, 'Ann')
    const answer = quoting(`> ${said}\nIt did.`, { parentId: 'p3', parentVia: 'platform' })
    const threads = resolveQuotes([thread([FERRY, article, again, answer])])
    expect(['p3', 'p4'].map((id) => quotesOf(threads, id)[0]?.[1])).toEqual(['p2', 'p2'])
  })

  test.each([
    ['straight', '"', '"'],
    ['curly', '“', '”'],
  ])('what stands between %s quotation marks may go over a blank line', (_, opening, closing) => {
    const said = 'The ferry should stay free.\n\nMost people who take it live on the island'
    const threads = resolveQuotes([
      thread([FERRY, `So you say "no" to fares: ${opening}${said}${closing} is what you wrote.`]),
    ])
    expect(quotesOf(threads, 'p2')).toEqual([[said, 'p1', said.replace('\n\n', ' ')]])
  })

  test('few words that went through several hands lead to whoever said them first', () => {
    const threads = resolveQuotes([
      thread([
        'You cannot call this boat a ferry for people who work.',
        `You said it is no “ferry for people who work” at all. ${BRIDGE}`,
        quoting('> You said it is no “ferry for people who work” at all.\nI did.', {
          parentId: 'p2',
          parentVia: 'platform',
        }),
        quoting('> ferry for people\nYes.', { parentId: 'p3', parentVia: 'platform' }),
      ]),
    ])
    expect(quotesOf(threads, 'p4')[0]).toEqual(['ferry for people', 'p1', 'ferry for people'])
  })

  test('a quote of a quote from elsewhere leads to the post that quoted it', () => {
    const article = quoting('> The harbour board met on Tuesday\nSo what?', { author: 'ann' })
    const threads = resolveQuotes([
      thread([FERRY, article, quoting('> The harbour board met on Tuesday\nIt did.', {}, 'Ann')]),
    ])
    expect(['p2', 'p3'].map((id) => quotesOf(threads, id)[0]?.[1])).toEqual([null, 'p2'])
  })

  test('what the writer adds in square brackets is not looked for', () => {
    const quoted = 'no other way to reach work [Dear friend Ann, first post]'
    const threads = resolveQuotes([thread([FERRY, BRIDGE, quoting(`> ${quoted}\nThere is the bus.`)])])
    expect(quotesOf(threads, 'p3')).toEqual([[quoted, 'p1', 'no other way to reach work']])
  })

  test('addresses, which change on their way through mail, are not looked for', () => {
    const [long, longer] = [
      'https://board.example/minutes/2026-05-01/item-12',
      'https://link.example/?to=board&id=8842',
    ]
    const quoted = `See the minutes ${longer} <${longer}> <${longer}>`
    const threads = resolveQuotes([thread([`${FERRY} See the minutes ${long}.`, quoting(`> ${quoted}\nI did.`)])])
    expect(quotesOf(threads, 'p2')).toEqual([[quoted, 'p1', 'See the minutes']])
  })

  test('a form sentence with another address of the same site is no source', () => {
    const form = (page: string): string => `This topic is about the page https://board.example/${page}`
    const threads = resolveQuotes([
      thread([
        form('minutes-may'),
        quoting(`> ${form('budget-june')}\nSee there.`),
        quoting(`> ${form('minutes-may')}\nI did.`),
      ]),
    ])
    expect(['p2', 'p3'].map((id) => quotesOf(threads, id)[0]?.[1])).toEqual([null, 'p1'])
  })

  test('words quoted from elsewhere are found where they are quoted, not where that post says nearly the same', () => {
    const article = 'You can tell an islander from a guest by shoes, hat and bag.'
    const first = quoting(`> ${article}\nOnly if you can tell how an islander dresses by shoes, hat and bag.`)
    const second = quoting(`> ${article}\nI doubt that.`)
    const third = quoting(`> ${article}\nSo do I.`, { parentId: 'p2', parentVia: 'platform' })
    const threads = resolveQuotes([thread([first, second, third])])
    expect(['p2', 'p3'].map((id) => quotesOf(threads, id)[0])).toEqual(
      [article, article].map((quoted) => [quoted, 'p1', quoted.slice(0, -1)]),
    )
  })

  test('words the answered post quotes from elsewhere are found there, though another post has most of them', () => {
    const letter = 'The mayor wrote to all of us on Monday. What do you think of the new harbour, Dee?'
    const asked = quoting(`> ${letter}`, { author: 'ann' })
    const answer = quoting('> What do you think of the new harbour, Dee?\nNothing.', {
      parentId: 'p2',
      parentVia: 'platform',
    })
    const threads = resolveQuotes([thread(['Tell me what do you think of the new bus.', asked, answer])])
    expect(quotesOf(threads, 'p3')[0]?.[1]).toBe('p2')
  })

  test('one or two words lead to the post answered, or to the person named', () => {
    const answered = quoting('> nobody\nNobody?', { parentId: 'p1', parentVia: 'platform' })
    const named = quoting('> nobody\nNobody?', {}, 'Ann')
    const loose = quoting('> nobody\nNobody?')
    const threads = resolveQuotes([thread([post(BRIDGE, { author: 'ann' }), FERRY, answered, named, loose])])
    expect(['p3', 'p4', 'p5'].map((id) => quotesOf(threads, id)[0]?.[1])).toEqual(['p1', 'p1', null])
  })
})

describe('passages in quotation marks', () => {
  const said = 'a bridge would be the end of us all'

  test('that an earlier post has in quotation marks, too, are somebody else’s in both', () => {
    const threads = resolveQuotes([
      thread([`The mayor told the paper: "${said}".`, `The mayor went too far with "${said}" last year.`]),
    ])
    expect(quotesOf(threads, 'p2')).toEqual([])
  })

  test('lead to the post that is answered, although it only quotes them', () => {
    const answer = post(`Who said "${said}"?`, { parentId: 'p1', parentVia: 'platform' })
    const threads = resolveQuotes([thread([`The mayor told the paper: "${said}".`, answer])])
    expect(quotesOf(threads, 'p2')).toEqual([[said, 'p1', said]])
  })

  test('lead over a post that quotes them to the one that says them', () => {
    const second = post(`Not so: "${said}" is nonsense.`, { parentId: 'p1', parentVia: 'platform' })
    const third = post(`But "${said}" is what people fear.`, { parentId: 'p2', parentVia: 'platform' })
    const threads = resolveQuotes([thread([`I tell you that ${said}.`, second, third])])
    expect(['p2', 'p3'].map((id) => quotesOf(threads, id)[0]?.[1])).toEqual(['p1', 'p1'])
  })
})

test('what two posts are signed with is nobody’s words, but words copied to be answered are', () => {
  const signature = 'Written on the way with the free Harbour Board app of my old phone'
  const [one, other] = ['The ferry should stay free, I think.', 'Nobody has shown me where the money is.']
  expect(quotesOf(resolveQuotes([thread([`${one}\n\n${signature}`, `${other}\n\n${signature}`])]), 'p2')).toEqual([])
  const last = 'Most people who take it live on the island all year'
  const copied = `${other} You forget what was said above:\n\n${last}`
  expect(quotesOf(resolveQuotes([thread([`${one}\n\n${last}`, copied])]), 'p2')).toEqual([[last, 'p1', last]])
})

describe('a form that posts fill in', () => {
  const form = 'Find sources: Harbour News · Island Gazette · Ferry Times · Quay Register · Mainland Post'
  const filled = (words: string) => `(${form})\n\n${words}`
  const about = [
    'The old lighthouse has no entry in any register I know, so it should go.',
    'Nobody wrote about the mill since the war, and I looked for a week.',
    'Two books tell of the chapel at length, that is enough to keep it.',
    'A school of nine children is not what people look up.',
  ]

  test('is nobody’s words', () => {
    const threads = resolveQuotes([thread(about.map(filled))])
    expect(threads.flatMap(({ posts }) => posts).flatMap(({ quotes }) => quotes)).toEqual([])
  })

  test('that two posts share is no form yet, nor is a sentence that many take up', () => {
    expect(quotesOf(resolveQuotes([thread(about.slice(0, 2).map(filled))]), 'p2')).toEqual([[form, 'p1', form]])
    const sentence = 'They have no other way to reach work or school in winter.'
    const threads = resolveQuotes([thread(about.map((words) => `${sentence}\n\n${words}`))])
    expect(['p2', 'p3', 'p4'].map((id) => quotesOf(threads, id)[0]?.[1])).toEqual(['p1', 'p1', 'p1'])
  })
})

describe('passages nobody marked', () => {
  test('eight words that stand in an earlier post', () => {
    const text = 'When you say they have no other way to reach work or school in winter you forget the bus.'
    expect(quotesOf(resolveQuotes([thread([FERRY, text])]), 'p2')).toEqual([
      [
        'they have no other way to reach work or school in winter',
        'p1',
        'they have no other way to reach work or school in winter',
      ],
    ])
  })

  test('eight words without much in them are a turn of phrase', () => {
    const [one, other] = [
      'I want to be as clear as I can be about this.',
      'We have to be as clear as I can be about that bridge',
    ]
    expect(quotesOf(resolveQuotes([thread([`${one} ${FERRY}`, other])]), 'p2')).toEqual([])
  })

  test('seven words are no quote', () => {
    const text = 'Well, they have no other way to reach the shops either.'
    expect(quotesOf(resolveQuotes([thread([FERRY, text])]), 'p2')).toEqual([])
  })

  test('twenty characters in quotation marks are one', () => {
    const text = 'You write “ruin the bay. Nobody has shown me” but the board has published a plan.'
    expect(quotesOf(resolveQuotes([thread([BRIDGE, text])]), 'p2')).toEqual([
      ['ruin the bay. Nobody has shown me', 'p1', 'ruin the bay. Nobody has shown me'],
    ])
  })

  test('marks around words that stand nowhere are not', () => {
    expect(quotesOf(resolveQuotes([thread([BRIDGE, 'I saw “Gone with the Wind and Rain” there.'])]), 'p2')).toEqual([])
  })

  test('a post that is all copy is a repeat, not a quote', () => {
    expect(quotesOf(resolveQuotes([thread([FERRY, FERRY])]), 'p2')).toEqual([])
  })

  test('a copy of the post that is answered, with words added, quotes it', () => {
    const copied = 'A free ferry costs the town three million a year, which is more than the school gets.'
    const found = resolveQuotes([
      thread([
        copied,
        post(`${copied}\n\nI doubt that very much.`, { parentId: 'p1', parentVia: 'platform' }),
        post(copied, { parentId: 'p1', parentVia: 'platform' }),
      ]),
    ])
    expect(found[0]?.posts.map(({ quotes }) => quotes.length)).toEqual([0, 1, 0])
  })

  test('the same address in two posts is no quote', () => {
    const address = 'https://example.org/a/b/c/d/e/f/g/h/i/j/k'
    expect(quotesOf(resolveQuotes([thread([`See ${address}`, `Again ${address} please`])]), 'p2')).toEqual([])
  })
})

describe('quotation marks', () => {
  const pairs = [
    ['“', '”'],
    ['„', '“'],
    ['„', '”'],
    ['”', '”'],
    ['"', '"'],
    ['«', '»'],
    ['« ', ' »'],
    ['«\u00a0', '\u00a0»'],
    ['«\u202f', '\u202f»'],
    ['»', '«'],
    ['‹', '›'],
    ['‘', '’'],
    ['‚', '‘'],
    ['「', '」'],
    ['『', '』'],
  ] as const

  test.each(pairs)('%s %s: who quotes a post in them and answers does not repeat it', (open, close) => {
    const threads = resolveQuotes([
      thread([BRIDGE, post(`${open}${BRIDGE}${close} The county has offered it.`, { parentId: 'p1' })]),
    ])
    expect(quotesOf(threads, 'p2')).toEqual([[BRIDGE, 'p1', BRIDGE.slice(0, -1)]])
    expect(foldPosts(threads)).toEqual([])
  })

  const found = (text: string) => betweenMarks(text).map(({ start, end }) => text.slice(start, end))

  test.each([
    ['“He called it “free” and left”, she said, “again”', ['He called it “free” and left', 'again']],
    ['« l’un », dit-il, « l’autre »', ['l’un', 'l’autre']],
    ['»das eine«, sagte er, »das andere«', ['das eine', 'das andere']],
    ['”det ena”, sa han, ”det andra”', ['det ena', 'det andra']],
    ['‘it’s their own’ and ‘that’', ['it’s their own', 'that']],
    ['the islanders’ ferry isn’t theirs', []],
    ['“one paragraph\n\nand another”', ['one paragraph\n\nand another']],
    ['"one paragraph\n\nand another", says Ann', ['one paragraph\n\nand another']],
    ['“each paragraph\n\n“opened anew”', ['opened anew']],
    ['a 5" pipe\n\nand a 7" pipe', []],
  ])('%s', (text, passages) => {
    expect(found(text)).toEqual(passages)
  })

  test('marks that never close take no longer the more of them there are', () => {
    const seconds = (text: string) => {
      const before = process.cpuUsage()
      betweenMarks(text)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1e6
    }
    for (const piece of ['“', '“a', '« a', '‘a’b', '«          ']) {
      expect(seconds(piece.repeat(300_000 / piece.length))).toBeLessThan(2)
    }
  })
})

describe('parents', () => {
  const parents = (threads: Thread[]) => threads[0]?.posts.map((one) => [one.id, one.parentId, one.parentVia])

  test('from the first quote by somebody else', () => {
    const reply = quoting('> ruin the bay\nIt would not.', { author: 'cleo' })
    const posts = [post(FERRY, { author: 'ann' }), post(BRIDGE, { author: 'bob' }), reply]
    expect(parents(resolveQuotes([thread(posts)]))?.[2]).toEqual(['p3', 'p2', 'quote'])
  })

  test('from a name addressed, the longest that fits, in its last earlier post', () => {
    const posts = [
      post(FERRY, { author: 'ann' }),
      post(BRIDGE, { author: 'ann lee' }),
      post('@Ann Lee, is that so?', { author: 'bob' }),
      post('write to bob@ann.example', { author: 'cleo' }),
    ]
    const threads = resolveQuotes([thread(posts)])
    expect(parents(threads)?.slice(2)).toEqual([
      ['p3', 'p2', 'mention'],
      ['p4', null, 'none'],
    ])
  })

  test('nobody answers who only quotes themselves', () => {
    const again = quoting('> The ferry should stay free\nStill true.', { author: 'ann' })
    const threads = resolveQuotes([thread([post(FERRY, { author: 'ann' }), post(BRIDGE, { author: 'bob' }), again])])
    expect(parents(threads)?.[2]).toEqual(['p3', null, 'none'])
  })

  test('nameless text: “as I said” answers the post before', () => {
    const threads = resolveQuotes([
      thread([FERRY, BRIDGE, 'As I just said, “they have no other way to reach work”.', 'Plain.']),
    ])
    expect(parents(threads)?.slice(2)).toEqual([
      ['p3', 'p2', 'order'],
      ['p4', null, 'none'],
    ])
  })

  test('from a passage nobody marked only where it stands on lines of its own', () => {
    const sentence = 'Nobody has shown me where the money should come from.'
    const threads = resolveQuotes([
      thread([FERRY, BRIDGE, `${sentence}\n\nThe state pays.`, `Yes, ${sentence.slice(0, -1)} but I have`]),
    ])
    expect(threads[0]?.posts.slice(2).map((one) => one.quotes.length)).toEqual([1, 0])
    expect(parents(threads)?.slice(2)).toEqual([
      ['p3', 'p2', 'quote'],
      ['p4', null, 'none'],
    ])
  })

  test('what the platform says stays', () => {
    const reply = quoting('> ruin the bay\nIt would not.', { parentId: 'p1', parentVia: 'platform' })
    expect(parents(resolveQuotes([thread([FERRY, BRIDGE, reply])]))?.[2]).toEqual(['p3', 'p1', 'platform'])
  })
})

describe('laws', () => {
  const WORDS = 'ferry free town pays bridge school night bus tax harbour island work not winter'.split(' ')
  const text = fc.array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 30 })
  const posts = fc
    .array(fc.tuple(text, fc.nat(29), fc.nat(29), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 7 })
    .map((all) =>
      all.map(([own, from, to, marked, copies], at) => {
        const before = all[at - 1]?.[0] ?? []
        const quoted = before.slice(Math.min(from, to), Math.max(from, to)).join(' ')
        const said = copies ? `${before.join(' ')}. ${own.join(' ')}` : own.join(' ')
        return marked && quoted !== '' ? quoting(`> ${quoted}\n${said}`) : post(`${quoted} ${said}`)
      }),
    )

  test('a parent found through a quote does not make a copy of the same post another quote when applied again', () => {
    const said = 'The ferry should stay free because the town pays for the bridge anyway'
    const copy = quoting(`> ${said}\n${said}. We have heard it.`, { author: 'bob' })
    const once = resolveQuotes([thread([post(said, { author: 'ann' }), copy])])
    expect(once[0]?.posts[1]).toMatchObject({ parentId: 'p1', parentVia: 'quote' })
    expect(resolveQuotes(once)).toEqual(once)
  })

  test('applied again, nothing changes', () => {
    fc.assert(
      fc.property(posts, (all) => {
        const once = resolveQuotes([thread(all)])
        expect(resolveQuotes(once)).toEqual(once)
      }),
    )
  })

  test('sources lie inside other posts, posts keep their words, parents stand before children', () => {
    fc.assert(
      fc.property(posts, (all) => {
        const given = thread(all)
        const [found] = resolveQuotes([given]) as [Thread]
        expect(found.posts.map((one) => one.text).sort()).toEqual(given.posts.map((one) => one.text).sort())
        const seen = new Set<string>()
        for (const one of found.posts) {
          if (one.parentId !== null) expect(seen.has(one.parentId)).toBe(true)
          seen.add(one.id)
          for (const quote of one.quotes) {
            if (quote.of === null) continue
            expect(quote.of.postId).not.toBe(one.id)
            expect(words([found], quote.of)?.trim()).toBeTruthy()
            expect(quote.similarity).toBeGreaterThan(0)
          }
        }
      }),
    )
  })
})
