import { beforeAll, describe, expect, test } from 'vitest'
import { Debate } from '../../shared/debate.ts'
import { weights } from '../../shared/weight.ts'
import { headline } from '../../server/graph/claims.ts'
import { LIBRARY } from './example.ts'
import { assembled, debateOf, sketch } from './notation.ts'

const placing = (debate: Debate) =>
  Object.fromEntries(debate.claims.map(({ id, place }) => [id, `${place.via} ${place.parent}`]))

describe('the library debate', () => {
  let debate: Debate
  beforeAll(async () => {
    debate = await debateOf(LIBRARY)
  })

  test('has the shape of a debate', () => {
    expect(Debate.parse(debate)).toEqual(debate)
  })
  test('asks what its title asks', () => {
    expect(debate.issues).toEqual([
      {
        id: 'issue.t1',
        question: 'Should the library The library should open on Sundays?',
        source: 'title',
        positions: [{ claimId: 'yes', stance: 'for' }],
      },
    ])
  })
  test('hangs every claim once', () => {
    expect(placing(debate)).toEqual({
      yes: 'position issue.t1',
      work: 'link yes',
      no: 'link yes',
      poll: 'link no',
      few: 'link poll',
      cost: 'link yes',
      staff: 'link cost',
      town: 'none issue.t1',
    })
  })
  test('counts people and posts apart', () => {
    const counts = Object.fromEntries(debate.claims.map(({ id, people, posts }) => [id, [people, posts]]))
    expect(counts).toMatchObject({ no: [1, 2], cost: [2, 2], work: [2, 2], yes: [1, 1] })
  })
  test('knows who wrote what', () => {
    const counts = debate.people.map(({ name, posts, claims }) => [name, posts, claims])
    expect(counts).toContainEqual(['bob', 2, 1])
    expect(counts).toContainEqual(['ann', 1, 2])
    expect(counts).toContainEqual([null, 1, 0])
  })
  test('keeps questions and concessions as what they are', () => {
    expect(debate.questions).toMatchObject([{ statement: 'Who would pay for it?', answeredBy: ['town'] }])
    expect(debate.concessions).toMatchObject([{ statement: 'Fair, it costs too much.', claimId: 'cost' }])
  })
  test('tells what became of every post', () => {
    expect(debate.coverage.fates.map(({ postId, fate }) => `${postId} ${fate}`)).toEqual([
      'p1 mapped',
      'p2 mapped',
      'p3 mapped',
      'p4 mapped',
      'p5 mapped',
      'p6 mapped',
      'p7 mapped',
      'p8 repeat',
      'p9 mapped',
      'p10 no argument',
      'p11 mapped',
    ])
  })
})

describe('copies', () => {
  const text =
    '1 ann: [a: A.]\n2 bob: A.\n3 ann: A.\n4 cem: A. and more\n2 repeats 1 exact\n3 repeats 1 exact\n4 repeats 1 partial'
  test('are posts that say it again; a post that holds it in part is not one', async () => {
    const debate = await debateOf(text)
    expect(debate.claims).toMatchObject([{ people: 1, posts: 3 }])
    expect(debate.coverage.fates.map(({ fate }) => fate)).toEqual(['mapped', 'repeat', 'repeat', 'no argument'])
  })
  test('are mentions of their writers where their words are known', async () => {
    const parts = sketch(text)
    const again = new Map([
      [
        'p1.0',
        [
          { postId: 'p2', start: 0, end: 2 },
          { postId: 'p3', start: 0, end: 2 },
        ],
      ],
    ])
    const debate = await assembled(parts, { again })
    expect(debate.claims).toMatchObject([{ people: 2, posts: 3 }])
    expect(debate.claims[0]?.mentions.map(({ postId }) => postId)).toEqual(['p1', 'p2', 'p3'])
    expect(debate.coverage.fates[1]?.fate).toBe('repeat')
  })
  test('the clearest of several wordings speaks for a claim', async () => {
    const parts = sketch('1 ann: [a: It is so.]\n2 bob: [a: The fee is too high.]')
    const debate = await assembled(parts, { clearest: (units) => units.at(-1) ?? (units[0] as never) })
    expect(debate.claims).toMatchObject([{ id: 'a', statement: 'The fee is too high.', verbatim: false }])
  })
})

describe('placing', () => {
  test.each([
    [
      'a circle is cut at its least sure link',
      '1 ann: [a: A.] [b: B.] [c: C.]\na supports b .9\nb supports c .8\nc supports a .7',
      { a: 'link b', b: 'link c', c: 'position issue.t1' },
    ],
    [
      'of equals, the later hangs under the earlier',
      '1 ann: [a: A.]\n2 ann: [b: B.]\na rebuts b .8\nb rebuts a .8',
      { a: 'position issue.t1', b: 'link a' },
    ],
    [
      'a reply hangs under what most people say in the answered post',
      '1 ann: [a: A.]\n2 bob: [b: B.] [c: C.]\n3 cem: [c: C too.]\n4 dee > 2: [d: D.]\nd disagrees 2',
      { a: 'none issue.t1', b: 'none c', c: 'position issue.t1', d: 'reply c' },
    ],
    [
      'an answer to a question in the title is a position',
      'title: Should we?\n1 ann: Tell me.\n2 bob > 1: [a: We should.]\n3 cem > 1: [b: Rather not.]\na agrees 1\nb disagrees 1',
      { a: 'position issue.t1', b: 'position issue.t1' },
    ],
    [
      'evidence alone is no position',
      '1 ann: [a/study: A study.]\n2 bob: [a/study: The same study.]',
      { a: 'none issue.t1' },
    ],
  ])('%s', async (_, text, expected) => {
    expect(placing(await debateOf(text))).toEqual(expected)
  })

  test('a post folded into its own answer, as clocks that differ make it, leads nowhere', async () => {
    const debate = await debateOf(
      'title: Why?\n1 ann: So.\n2 bob > 1: It rains.\n3 cy > 2: [rain: It rains.]\n2 repeats 3 exact',
    )
    expect(placing(debate)).toEqual({ rain: 'none issue.t1' })
  })
  test('a discussion of several people far down a chain of replies stands on its own', async () => {
    const answer = (number: number, who: string) => `${number} ${who} > ${number - 1}: [c${number}: Point ${number}.]`
    const replies = Array.from({ length: 6 }, (_, index) => `c${index + 3} replies ${index + 2}`)
    const chain = (who: string[]) =>
      [
        'title: Why?',
        '1 ann: Tell me.',
        ...who.map((name, index) => answer(index + 2, name)),
        'c2 agrees 1',
        ...replies,
      ].join('\n')
    const lively = placing(await debateOf(chain(['bob', 'cem', 'bob', 'cem', 'dee', 'eve', 'fay'])))
    expect(lively).toEqual({
      c2: 'position issue.t1',
      c3: 'reply c2',
      c4: 'reply c3',
      c5: 'reply c4',
      c6: 'position issue.t1',
      c7: 'reply c6',
      c8: 'reply c7',
    })
    const dialogue = placing(await debateOf(chain(['bob', 'cem', 'bob', 'cem', 'bob', 'cem', 'bob'])))
    expect(Object.values(dialogue).filter((place) => place.startsWith('position'))).toHaveLength(1)
  })

  test('answers to a post hang under the claim its other claims support, not under its first', async () => {
    const places = placing(
      await debateOf(
        'title: Why?\n1 ann: Tell me.\n2 bob > 1: [d: I drive the 42.] [l: We would lose nine minutes.] [j: Many would wait.]\n3 cem > 2: [x: No.]\nj supports l\nx disagrees 2',
      ),
    )
    expect(places).toEqual({ d: 'none l', l: 'position issue.t1', j: 'link l', x: 'reply l' })
  })

  test('takes sides from the words, else from the answer to the opening post', async () => {
    const { issues } = await debateOf(
      'title: Should we?\n1 ann: Tell me.\n2 bob > 1: [a: We should.]\n3 cem > 1: [b: Rather not.]\n4 dee > 1: [c: Maybe.]\na agrees 1\nb replies 1\nc replies 1\nagainst b',
    )
    expect(issues[0]?.positions).toEqual([
      { claimId: 'a', stance: 'for' },
      { claimId: 'b', stance: 'against' },
    ])
  })
})

describe('sides told from the answer to the opening post', () => {
  const replies = '2 bob > 1: [a: Mine is slow.]\n3 cem > 1: [b: Mine is not.]\na agrees 1\nb disagrees 1'
  const sides = async (text: string) =>
    (await debateOf(`${text}\n${replies}`)).issues[0]?.positions.map(({ claimId, stance }) => `${claimId} ${stance}`)

  test('its title gives none: nobody can be for or against a thing’s name', async () => {
    expect(await sides('title: Tablet ten\n1 ann: [o: I bought it.]')).toEqual(['a null', 'b null', 'o null'])
  })
  test('it takes the side its words say', async () => {
    expect(await sides('title: Should we?\n1 ann: [o: We should not.]\nagainst o')).toEqual([
      'o against',
      'a against',
      'b for',
    ])
  })
  test('it says nothing of it: it is for what it asks', async () => {
    expect(await sides('title: Should we?\n1 ann: Tell me.')).toEqual(['a for', 'b against'])
  })
})

describe('main points under a title nobody can be for or against', () => {
  const positions = async (text: string) =>
    (await debateOf(`title: Tablet ten\n${text}`)).issues[0]?.positions.map(({ claimId }) => claimId)

  test('what speaks of what the others speak of, before what more people laughed about', async () => {
    const others = [1, 2, 3]
      .map((n) => `${n + 20} p${n} > 1: [k${n}: The keyboard is cramped, number ${n}.]`)
      .join('\n')
    const jokes = Array.from({ length: 12 }, (_, n) => `${n + 2} a${n} > 1: [j${n}: A qu${'ha'.repeat(n + 1)}ck.]`)
    const laughs = jokes.map(
      (_, n) => `${n + 40} b${n} > ${n + 2}: [l${n}: A h${'ho'.repeat(n + 1)}nk.]\nl${n} replies ${n + 2}`,
    )
    const shown = await positions(`1 ann: See above.\n${[...jokes, others, ...laughs].join('\n')}`)
    expect(shown).toHaveLength(12)
    expect(shown).toEqual(expect.arrayContaining(['k1', 'k2', 'k3']))
  })
  test('are ranked alike wherever weight ranks, in the order they were chosen in', async () => {
    const loud = ['[joke: The nap helped my exams.]', 'l1', 'l2', 'l3', 'l4'].map((said, at) =>
      at === 0 ? `1${at} bo${at} > 1: ${said}` : `1${at} bo${at} > 10: [${said}: Ha${'ha'.repeat(at)}.]`,
    )
    const debate = await debateOf(`title: Tablet ten
      1 ann: Hello.
      20 cem > 1: [keys: The keys of the tablet are small.]
      21 dan > 20: [large: The keys are too large for a tablet.]
      30 eve > 1: [screen: The screen of the tablet is dim.]
      31 fay > 30: [bright: The screen is bright for a tablet.]
      ${loud.join('\n')}
      l1 agrees 10
      l2 agrees 10
      l3 agrees 10
      l4 agrees 10
      large disagrees 20
      bright disagrees 30`)
    const chosen = debate.issues[0]?.positions.map(({ claimId }) => claimId) ?? []
    const weight = weights(debate)
    expect(chosen).toEqual(['keys', 'screen', 'joke'])
    expect(chosen.toSorted((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0))).toEqual(chosen)
    const counted = weights({ ...debate, issues: [] })
    expect(counted.get('joke')).toBeGreaterThan(counted.get('keys') ?? 0)
  })
  test('what many people say in their own posts, before what one says that others took up', async () => {
    expect(
      await positions(`1 ann: Hello.
        2 bob > 1: [small: The keys of the tablet are small.]
        3 cem > 2: [large: The keys are too large for a tablet.]
        4 dee > 1: [late: Deliveries come a week late.]
        5 eve > 1: [late: Deliveries come a week late.]
        6 fay > 1: [late: Deliveries come a week late.]
        large disagrees 2`),
    ).toEqual(['late', 'small'])
  })
  test('what many people say, also where nobody says it in a first answer', async () => {
    const said = (people: number) =>
      Array.from({ length: people }, (_, at) => `${at + 10} p${at} > 3: [late: Deliveries come a week late.]`)
    const shown = (people: number) =>
      positions(`1 ann: Hello.
        2 bob > 1: [small: The keys of the tablet are small.]
        3 cem > 4: Well.
        4 dee > 1: Hm.
        ${said(people).join('\n')}`)
    expect(await shown(3)).toContain('late')
    expect(await shown(2)).not.toContain('late')
  })
  test('no question', async () => {
    expect(await positions('1 ann: Hello.\n2 bob > 1: [a: Is it fast?]\n3 cem > 1: [b: It is slow.]')).toEqual(['b'])
  })
  test('no remark in passing, unlike a judgement', async () => {
    expect(
      await positions(`1 ann: Hello.
        2 bob > 1: [dumb: I feel dumb because I never tried it.]
        3 cem > 1: [log: Deprodded by anon.]
        4 dee > 1: [slow: The tablet is too slow.]`),
    ).toEqual(['slow'])
  })
  test('nothing that only words around it make clear, however many took it up, where anything else is said', async () => {
    const taken = (text: string) =>
      positions(`1 ann: Hello.\n2 bob > 1: ${text}\n3 cem > 2: [c: Not for long.]\nc disagrees 2`)
    expect(await taken('[keys: The keys are small.] [that: That is half a hand.]')).toEqual(['keys'])
    expect(await taken('[that: That is half a hand.]')).toEqual(['that'])
  })
  test('two of one post at most', async () => {
    const said = ['keys', 'screen', 'hinge', 'fan'].map((part) => `[${part}: The ${part} of the tablet creaks.]`)
    const shown = await positions(`1 ann: ${said.join(' ')}\n2 bob > 1: [case: The case of the tablet is fine.]`)
    expect(shown).toContain('case')
    expect(shown?.filter((id) => id !== 'case').length).toBeLessThanOrEqual(2)
  })
})

describe('a title that gives two things to choose between', () => {
  const positions = async (text: string) =>
    (await debateOf(`title: Tabs or spaces?\n${text}`)).issues[0]?.positions.map(({ claimId }) => claimId)

  test('both are positions, also what one person chose and nobody answered', async () => {
    const debate = `1 ann: Tell me.
      2 bob > 1: [tabs: Tabs.]
      3 cem > 2: [size: Everyone sets their own width.]
      4 dee > 1: [spaces: Spaces.]
      5 eve > 1: [tabs: Tabs.]
      size supports tabs`
    expect(await positions(debate)).toEqual(['tabs', 'spaces'])
  })
  test('also where one is chosen in answer to the other', async () => {
    const debate = `1 ann: Tell me.\n2 bob > 1: [tabs: Tabs.]\n3 cem > 2: [spaces: Spaces!]\nspaces rebuts tabs`
    expect(await positions(debate)).toEqual(expect.arrayContaining(['tabs', 'spaces']))
  })
})

describe('what is conceded', () => {
  const conceded = async (text: string) => (await debateOf(`title: Why?\n${text}`)).concessions[0]?.claimId
  test.each<[string, string, string | null]>([
    ['the only claim of the post answered', '1 ann: [a: It is dear.]\n2 bob > 1: [b~: Fair point.]', 'a'],
    ['nothing sure where it says more', '1 ann: [a: It is dear.] [c: It is slow.]\n2 bob > 1: [b~: Fair point.]', null],
    ['nothing sure further down', '1 ann: [a: It is dear.]\n2 bob > 1: [c: It is fast.] [b~: I was wrong.]', null],
    ['nothing above the first post', '1 ann: [b~: I was wrong.]', null],
  ])('%s', async (_, text, claim) => expect(await conceded(text)).toBe(claim))
})

describe('issues', () => {
  const thread = (title: string) => sketch(`title: ${title}\n1 ann: Hello.`)
  test('a title that neither asks nor asserts gives way to the article’s headline, else is unnamed', async () => {
    const parts = thread('News of the day')
    expect((await assembled(parts)).issues[0]).toMatchObject({ question: 'News of the day', source: 'unnamed' })
    const [first] = parts.threads
    if (first) first.article = { url: 'https://news.example/1', title: 'Fees go up', site: null, text: '' }
    expect((await assembled(parts)).issues[0]).toMatchObject({ question: 'Fees go up', source: 'article' })
  })
  test('threads under the same title share one issue', async () => {
    const parts = thread('Should we?')
    const [first] = parts.threads
    if (first === undefined) throw new Error('no thread')
    const posts = first.posts.map((post) => ({ ...post, id: `x${post.id}` }))
    parts.threads.push({ ...first, id: 't2', site: 'other.example', posts })
    expect((await assembled(parts)).issues).toHaveLength(1)
  })
})

describe('coverage', () => {
  test('has one fate for every post, whatever was reported', async () => {
    const parts = sketch('1 ann: [a: A.]\n2 bob: Hm.\n3 cem: \n4 dee: Lost.\n5 site: Ann joined.\n2 repeats 1 near')
    const posts = parts.threads[0]?.posts ?? []
    posts[4] = { ...(posts[4] as (typeof posts)[number]), kind: 'system' }
    parts.findings.fates = [{ postId: 'p1', fate: 'failed', of: null, why: 'stopped', by: 'model' }]
    const { fates } = (await assembled(parts)).coverage
    expect(fates.map(({ postId, fate, of }) => [postId, fate, of])).toEqual([
      ['p1', 'mapped', null],
      ['p2', 'repeat', 'p1'],
      ['p3', 'no argument', null],
      ['p4', 'failed', null],
      ['p5', 'no argument', null],
    ])
  })
  test('of posts with nothing on the map says whether they only ask the question, or were not understood', async () => {
    const parts = sketch('1 ann: Should we go?\n2 bob: ¿Por qué?\n3 cem: Hm.')
    const [opening] = parts.threads[0]?.posts ?? []
    if (opening) Object.assign(opening, { kind: 'opening', heading: opening.text.length })
    parts.findings.fates = ['', 'not understood', ''].map((why, at) => ({
      postId: `p${at + 1}`,
      fate: 'mapped',
      of: null,
      why,
      by: 'embedded',
    }))
    expect((await assembled(parts)).coverage.fates.map(({ fate, why }) => `${fate}: ${why}`)).toEqual([
      'no argument: it asks the question, and puts nothing forward',
      'failed: not understood',
      'no argument: nothing found in it stood the check',
    ])
  })
  test('says what the site announced and did not give', async () => {
    const parts = sketch('1 ann: [a: A.]')
    const [thread] = parts.threads
    if (thread) thread.completeness = { expected: 5, got: 1, missing: [] }
    expect((await assembled(parts)).coverage.notRead).toMatchObject([{ threadId: 't1', count: 4 }])
  })
  test('a mention outside its post is not shown, and counted', async () => {
    const parts = sketch('1 ann: [a: A.]\n2 bob: [b: B.]')
    const [unit] = parts.groups[1]?.units ?? []
    if (unit) unit.end = 999
    const debate = await assembled(parts)
    expect(debate.claims.map(({ id }) => id)).toEqual(['a'])
    expect(debate.coverage.dropped).toMatchObject([{ postId: 'p2', quote: 'B.' }])
  })
})

test.each([
  ['Short.', 'Short'],
  ['Forty-one characters stand in this lines!', 'Forty-one characters stand in this…'],
  ['People who work all week cannot come on other days', 'People who work all week cannot come on…'],
  ['Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', 'Donaudampfschifffahrtselektrizitätenhau…'],
])('the headline of “%s”', (statement, expected) => {
  expect(headline(statement)).toBe(expected)
  expect(headline(statement).length).toBeLessThanOrEqual(40)
})
