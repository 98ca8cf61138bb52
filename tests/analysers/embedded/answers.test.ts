import { describe, expect, test } from 'vitest'
import { createEmbedded } from '../../../server/analysers/embedded/index.ts'
import type { Candidate, OutlineClaim, RelateQuestion } from '../../../server/analysers/index.ts'
import { ASKING } from './thread.ts'

const embedded = createEmbedded()

const candidate = (claimId: string, more: Partial<Candidate> = {}): Candidate => ({
  claimId,
  statement: claimId,
  kind: 'claim',
  postId: 'op',
  because: 'reply',
  covered: 0,
  similarity: 0,
  ...more,
})
const question = (words: string, candidates: Candidate[], more: Partial<RelateQuestion> = {}): RelateQuestion => ({
  claimId: 'asked',
  statement: words,
  words,
  before: '',
  after: '',
  postId: 'p',
  order: 0,
  kind: 'claim',
  toPost: 'op',
  firstLevel: true,
  candidates,
  ...more,
})
const relate = async (asked: RelateQuestion) => (await embedded.relate([asked], ASKING))[0]

describe('what a claim answers', () => {
  const title = candidate('title', { because: 'title' })
  const quoted = candidate('quoted', { because: 'quote', covered: 0.9 })
  const alike = candidate('alike', { similarity: 0.3 })

  test('the first claim under the quote, before anything worded alike', async () => {
    const half = candidate('half', { because: 'quote', covered: 0.4 })
    expect(await relate(question('Not true, trams are slow.', [half, quoted, alike, title]))).toMatchObject({
      to: 'quoted',
      basis: 'quote',
    })
  })
  test('else the claim worded alike', async () => {
    expect(await relate(question('Not true, trams are slow.', [candidate('other'), alike, title]))).toMatchObject({
      to: 'alike',
      basis: 'similar',
    })
  })
  test('else, for a reply to the opening post, the title', async () => {
    expect(await relate(question('Not true, trams are slow.', [candidate('other'), title]))).toMatchObject({
      to: 'title',
      basis: 'title',
    })
  })
  test.each([
    ['∆ Okay, this is good. ', 'agrees'],
    ['∆\n\n', 'agrees'],
    ['I had not looked at it that way. ', 'unclear'],
    ['The change in speed Δ v is small. ', 'unclear'],
  ])('under “%s” it %s', async (before, attitude) => {
    const asked = question('Trams carry more people.', [candidate('other')], { before, firstLevel: false })
    expect(await relate(asked)).toMatchObject({ to: null, toPost: 'op', attitude })
  })
  test('short German words are read as German where what they answer is', async () => {
    const answered = candidate('c', {
      statement: 'Die Busse fahren auf dem Land viel zu selten und sind immer voll.',
      similarity: 0.3,
    })
    expect(await relate(question('Quatsch, stimmt nicht.', [answered]))).toMatchObject({ to: 'c', type: 'rebuts' })
  })
  test('else the post as a whole', async () => {
    const asked = question('Trams are slow.', [candidate('other'), title], { firstLevel: false, toPost: 'q' })
    expect(await relate(asked)).toMatchObject({ to: null, toPost: 'q', attitude: 'unclear', basis: 'reply' })
  })

  test('nothing in particular where no word shows a side', async () => {
    expect(await relate(question('Trams are slow.', [quoted, title]))).toMatchObject({
      to: null,
      toPost: 'op',
      attitude: 'unclear',
    })
  })
  test('agreement taken back by "but" shows no side', async () => {
    expect(await relate(question('I agree, but trams are slow.', [title]))).toMatchObject({
      to: null,
      attitude: 'unclear',
    })
  })
  test('the first words of the post show the side of what follows them', async () => {
    const asked = question('Trams are slow.', [title], { before: 'No. ' })
    expect(await relate(asked)).toMatchObject({ to: 'title', type: 'rebuts' })
  })
  test.each([
    ['Sorry if this came across as rude about trams.'],
    ['Most of that bullshit about trams comes from one paper.'],
    ["Isn't the tram slow?"],
    ["What's the problem with slow trams?"],
    ['I am sorry if my tram came across as misleading.'],
    ['If that is not mistaken, then trams are slow.'],
    ['A tram is something that is wrong for a village.'],
    ['Saying “it doesn’t make sense for me” takes trams for buses.'],
    ["You either catch the tram or you don't."],
  ])('%s shows no side', async (words) =>
    expect(await relate(question(words, [title]))).toMatchObject({ to: null, attitude: 'unclear' }),
  )
  test('what a concession turns to rebuts', async () => {
    const asked = question('trams are slow', [title], { before: 'Fair point, but ', order: 1 })
    expect(await relate(asked)).toMatchObject({ to: 'title', type: 'rebuts' })
  })
  test('the reason quotes only words of the post, the whole verdict', async () => {
    const denying = question('Trams do not stop there.', [quoted])
    expect((await relate(denying))?.why).toEqual(['stands under the words it answers', 'denies what it quotes'])
    const verdict = question('That is false. Trams are slow.', [title])
    expect((await relate(verdict))?.why.at(-1)).toBe('“that is false”')
  })
  test('a bare answer to the title stands to a post by the side that post takes', async () => {
    const bare = { statement: 'The trams should not go.', stance: 'against' as const }
    const [same, other] = (['against', 'for'] as const).map((stance) =>
      question('No.', [candidate('op', { stance })], bare),
    )
    expect(await relate(same as RelateQuestion)).toMatchObject({ to: null, toPost: 'op', attitude: 'agrees' })
    expect(await relate(other as RelateQuestion)).toMatchObject({ to: null, toPost: 'op', attitude: 'disagrees' })
  })
  test('the other side on the issue rebuts only what takes a side itself, or the title', async () => {
    const trams = 'Trams cost less than buses.'
    const quoting = (stance: 'for' | null) =>
      question(trams, [candidate('it', { because: 'quote', covered: 1, stance }), candidate('op', { stance: 'for' })], {
        stance: 'against',
      })
    expect(await relate(quoting('for'))).toMatchObject({ to: 'it', type: 'rebuts' })
    expect(await relate(quoting(null))).toMatchObject({ to: null, attitude: 'unclear' })
    const onTitle = question(trams, [title, candidate('op', { stance: 'for' })], { stance: 'against' })
    expect(await relate(onTitle)).toMatchObject({ to: 'title', type: 'rebuts' })
  })
  test('of an answered post that is not about the title, what it comes to in the end', async () => {
    const asked = (similarity: number) =>
      question(
        'Not true, trams are slow.',
        [
          candidate('reason', { leads: true }),
          candidate('first', { leads: false }),
          candidate('last', { leads: false, similarity }),
          candidate('reason for it', { leads: true }),
        ],
        { firstLevel: false, toPost: 'q' },
      )
    expect(await relate(asked(0.1))).toMatchObject({ to: 'last', basis: 'reply' })
    const untouched = { to: null, toPost: 'q', attitude: 'disagrees', basis: 'reply' }
    expect(await relate(asked(0)), 'nothing of it is named: any may be meant').toMatchObject(untouched)
  })
  test('the same words denied rebut', async () => {
    const asked = question("Trams aren't slow at all.", [candidate('Trams are slow.', { similarity: 0.6 })])
    expect(await relate(asked)).toMatchObject({ to: 'Trams are slow.', type: 'rebuts' })
  })

  test.each<[string, string]>([
    ['But trams are slow and loud.', 'rebuts'],
    ['Unfortunately this is wrong about trams.', 'rebuts'],
    ['Sadly, "faster trams" is a bad thing.', 'rebuts'],
    ['Why would you call a tram slow?', 'rebuts'],
    ["I'd say that's wrong about trams.", 'rebuts'],
    ['When it rains, that is wrong about trams.', 'rebuts'],
    ["You're wrong, trams are slow.", 'rebuts'],
    ['I agree that trams are slow.', 'supports'],
    ["Trams being slow doesn't mean buses are fast.", 'undercuts'],
    ['No it is not true, trams are fast.', 'rebuts'],
    ['On the contrary, trams are fast.', 'rebuts'],
    ['Counterpoint: trams are fast in Zurich.', 'rebuts'],
    ['Nobody is saying that trams are slow.', 'rebuts'],
    ['Came here to say that trams are slow.', 'supports'],
  ])('%s %s', async (words, type) =>
    expect(await relate(question(words, [title]))).toMatchObject({ to: 'title', type }),
  )
})

describe('words that look like a side and are none', () => {
  const only = (words: string, said: string, more: Partial<RelateQuestion> = {}) =>
    relate(question(words, [candidate(said)], { firstLevel: false, toPost: 'q', ...more }))

  test.each<[words: string, said: string]>([
    ['This isn’t enough for a town.', 'There are not even six trams.'],
    ['The line clearly does not.', 'No line runs at night.'],
    ['Of course, trams need rails.', 'Trams are slow.'],
    ['I undid a change that I don’t agree with.', 'Trams are slow.'],
    ['That’s exactly the reassuring word people wait for.', 'Trams are slow.'],
    ['Rails were laid all the way to the harbour and then on to the fair, but used they are not.', 'Trams are slow.'],
    ['Die Bahn braucht ziemlich genau eine Stunde.', 'Die Bahn ist langsam.'],
    ['Das ist kein Witz.', 'Die Bahn ist langsam.'],
    ['Wer am Hafen wohnt und zum Markt will, den stört der weite Weg zur Haltestelle nicht.', 'Die Bahn ist langsam.'],
  ])('%s under %s', async (words, said) =>
    expect(await only(words, said)).toMatchObject({ to: null, attitude: 'unclear' }),
  )
  test.each<[words: string, said: string]>([
    ['This isn’t enough for a town.', 'There are six trams.'],
    ['That is not true.', 'No line runs at night.'],
    ['They do not.', 'Trams run at night.'],
    ['Of course. Trams need rails.', 'Trams are slow.'],
    ['Genau. Eine Stunde dauert es.', 'Die Bahn ist langsam.'],
  ])('but not %s under %s', async (words, said) =>
    expect(await only(words, said)).not.toMatchObject({ attitude: 'unclear' }),
  )
  test('what “this is not” says in a first answer is said of the topic', async () => {
    const asked = question('This is not a notable tram.', [candidate('The page was written in 2006.')])
    expect(await relate(asked)).toMatchObject({ attitude: 'unclear' })
  })
})

describe('what a reply to the opening post answers', () => {
  test('the issue, where it takes a side and the rest of the opening post takes none', async () => {
    const said = candidate('The council decides on Friday.')
    expect(await relate(question('Yes, children walk there.', [said], { stance: 'for' }))).toMatchObject({
      to: null,
      toPost: 'op',
      attitude: 'agrees',
    })
  })
  test.each<[string, string]>([
    ['-1', 'rebuts'],
    ['Nonsense', 'rebuts'],
    ['Agreed, since we moved nobody visits any more.', 'supports'],
  ])('“%s” %s what the title asserts', async (words, type) => {
    const title = candidate('Villages are lonely.', { because: 'title' })
    expect(await relate(question(words, [title]))).toMatchObject({ to: title.claimId, type })
  })
})

describe('the same claim', () => {
  const DEBATE = [
    'Trams are quieter than buses.',
    'Buses are cheaper to run.',
    'Parking takes up too much room.',
    'Cars kill too many children.',
  ]
  const likeness = async (a: string, b: string) =>
    (await embedded.same([{ a, b }], { statements: [...DEBATE, a, b] }, ASKING))[0] as number

  test.each([
    ['Parking takes up too much room.', 'Parking takes up far too much room!'],
    ['Cars kill too many children.', 'Too many children are killed by cars.'],
  ])('%s = %s', async (a, b) => expect(await likeness(a, b)).toBeGreaterThanOrEqual(embedded.mergeAt))

  test.each([
    ['Parking takes up too much room.', 'Parking does not take up too much room.'],
    ['Parking takes up 20% of all room.', 'Parking takes up 30% of all room.'],
    ['We should park in Ghent today.', 'We should park in Lille today.'],
    ['Parking takes up too much room.', 'Parking takes up too much room?'],
    ['Trams are quieter than buses.', 'Buses are cheaper to run.'],
  ])('%s ≠ %s', async (a, b) => expect(await likeness(a, b)).toBeLessThan(embedded.mergeAt))

  test('the order of a pair does not matter', async () => {
    expect(await likeness('Trams are loud.', 'Loud trams wake people.')).toBe(
      await likeness('Loud trams wake people.', 'Trams are loud.'),
    )
  })
})

test('the summary quotes claims of the map, each naming its claims', async () => {
  const said = (words: string) => ({ said: { words, before: '', after: '' } })
  const claim = (id: string, more: Partial<OutlineClaim> = {}): OutlineClaim => ({
    id,
    statement: `What ${id} comes to.`,
    ...said(`Street ${id} needs quiet trams at night.`),
    kind: 'claim',
    people: 1,
    posts: 1,
    standing: 'unchallenged',
    noEvidence: false,
    unanswered: false,
    supports: [],
    rebuts: [],
    ...more,
  })
  const against = claim('c', {
    standing: 'contested',
    rebuts: [claim('d', { unanswered: true, supports: [claim('e')] })],
  })
  const outline = {
    title: 'T',
    posts: 9,
    people: 5,
    issues: [
      {
        question: 'What now?',
        for: [claim('a', { people: 3 }), claim('b'), claim('f', said('Yes please.'))],
        against: [against],
        other: [],
      },
    ],
  }
  const sentences = await embedded.summarise(outline, ASKING)
  expect(sentences.map(({ part, text, claims }) => `${part}: ${text} ${claims.join()}`)).toEqual([
    'question: What now? ',
    'for: Street a needs quiet trams at night. a',
    'for: Street b needs quiet trams at night. b',
    'against: Street c needs quiet trams at night. c',
    'unanswered: Street d needs quiet trams at night. d',
  ])
})
