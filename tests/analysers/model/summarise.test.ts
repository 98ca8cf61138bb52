/** What a summary may say of the map, and what it must. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Outline, OutlineClaim } from '../../../server/analysers/index.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { inventedIn } from '../../../server/analysers/model/figures.ts'
import { mapOf } from '../../../server/analysers/model/outlined.ts'
import { overstatedIn } from '../../../server/analysers/model/overstated.ts'
import { accessTo } from '../../messages-server/access.ts'
import { type MessagesServer, type MessagesServerOptions, startMessagesServer } from '../../messages-server/server.ts'
import { asking, memory } from '../posts.ts'

let server: MessagesServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})
async function model(options: MessagesServerOptions = {}) {
  server = await startMessagesServer(options)
  return { analyser: createModel(accessTo(server)), server }
}

const claim = (id: string, statement: string, more: Partial<OutlineClaim> = {}): OutlineClaim => ({
  id,
  statement,
  kind: 'claim',
  people: 3,
  posts: 4,
  standing: 'unchallenged',
  noEvidence: false,
  unanswered: true,
  supports: [],
  rebuts: [],
  ...more,
})
const outlineOf = (...issues: Partial<Outline['issues'][number]>[]): Outline => ({
  title: 'Night buses',
  posts: 12,
  people: 7,
  issues: issues.map((issue) => ({
    question: 'Should buses run all night?',
    for: [],
    against: [],
    other: [],
    ...issue,
  })),
})
const BOTH = outlineOf({
  for: [claim('x', 'Buses carry 40 nurses a night.')],
  against: [claim('y', 'Taxis are enough for everybody at night.')],
})

interface Said {
  part?: string
  text: string
  claims: string[]
}
const sentences = (said: Said[]) => ({ sentences: said.map((one) => ({ part: 'for', ...one })) })
const saying = (...said: Said[]): MessagesServerOptions => ({ answer: () => sentences(said) })
const AGAINST = { part: 'against', text: 'Taxis are enough, others say.', claims: ['k2'] }

describe('a sentence', () => {
  test('is kept when it rests on claims of the map', async () => {
    const { analyser, server } = await model(
      saying({ text: 'Three people say that buses carry 40 nurses (k1).', claims: ['k1'] }, AGAINST),
    )
    const one = asking()
    expect(await analyser.summarise(BOTH, one)).toEqual([
      { part: 'for', text: 'Three people say that buses carry 40 nurses.', claims: ['x'] },
      { part: 'against', text: 'Taxis are enough, others say.', claims: ['y'] },
    ])
    expect(server.requests).toHaveLength(1)
    expect(one.notices).toEqual([])
  })
  test.each([
    ['a number the map does not hold', { text: 'Buses carry 50 nurses.', claims: ['k1'] }],
    ['a spelled number above twelve', { text: 'Nineteen people want buses.', claims: ['k1'] }],
    ['a number of another claim', { text: 'Taxis carry 40 nurses.', claims: ['k2'] }],
    ['no claim', { text: 'Everybody is happy.', claims: [] }],
    ['only a claim that does not exist', { text: 'Everybody is happy.', claims: ['k9'] }],
    ['a standing its claims do not have', { part: 'no evidence', text: 'Nobody shows that taxis do.', claims: ['k2'] }],
    ['a verdict', { text: 'Everyone agrees that buses carry nurses.', claims: ['k1'] }],
    ['a link', { text: '<b>Look</b> at [buses](http://evil.example).', claims: ['k1'] }],
    ['something else', { text: 'Vaccines were hidden from honest children.', claims: ['k1'] }],
    ['the opposite', { text: 'Buses do not carry 40 nurses a night.', claims: ['k1'] }],
    ['what the other side says', { text: 'Opponents say that buses carry 40 nurses.', claims: ['k1'] }],
  ])('with %s is asked for again, then left out, and that is told', async (_, wrong) => {
    const right = { text: 'Buses carry 40 nurses.', claims: ['k1', 'k9'] }
    const { analyser, server } = await model(saying(wrong, right, AGAINST))
    const one = asking()
    expect(await analyser.summarise(BOTH, one)).toEqual([
      { part: 'for', text: 'Buses carry 40 nurses.', claims: ['x'] },
      { part: 'against', text: 'Taxis are enough, others say.', claims: ['y'] },
    ])
    expect(server.requests).toHaveLength(2)
    expect(one.notices).toEqual([
      'One sentence of the model’s summary was left out: the claims it cites do not say that.',
    ])
  })
  test.each([
    ['as asked for', ['for k1: Buses carry 40 nurses.', 'against k2: Taxis are enough: others say so.']],
    ['in other marks', ['For (K1, k9) — : Buses carry 40 nurses.', 'against [k2]: Taxis are enough: others say so.']],
  ])('is read from a line %s', async (_, lines) => {
    const { analyser } = await model({ answer: () => ({ sentences: lines }) })
    expect(await analyser.summarise(BOTH, asking())).toEqual([
      { part: 'for', text: 'Buses carry 40 nurses.', claims: ['x'] },
      { part: 'against', text: 'Taxis are enough: others say so.', claims: ['y'] },
    ])
  })
  test('stands on the side of the claims it cites, whatever the model calls it', async () => {
    const { analyser } = await model(
      saying({ text: 'Buses carry 40 nurses.', claims: ['k1'] }, { ...AGAINST, part: 'for' }),
    )
    expect((await analyser.summarise(BOTH, asking())).map(({ part }) => part)).toEqual(['for', 'against'])
  })
  test('never rests on a post', async () => {
    const { analyser, server } = await model()
    await analyser.summarise(BOTH, asking())
    expect(server.requests[0]?.data).toMatchObject({ posts: 12, people: 7 })
  })
})

describe('a summary states both sides', () => {
  const DEEP = outlineOf(
    {
      for: [
        claim('a', 'The street should be closed to cars.', {
          standing: 'contested',
          unanswered: false,
          rebuts: [claim('b', 'The shops would lose their customers.', { people: 1, unanswered: false })],
        }),
        claim('c', 'Children could play outside again.', { unanswered: false, noEvidence: true }),
      ],
    },
    {
      question: 'Should parking cost more?',
      for: [claim('d', 'Parking should cost four euros.', { people: 1, unanswered: false })],
      against: [claim('e', 'Parking is dear enough as it is.', { people: 1, unanswered: false })],
    },
  )
  const FOR = { text: 'Three want the street closed.', claims: ['k1'] }
  const SHOPS = { part: 'against', text: 'Others fear for customers of the shops.', claims: ['k2'] }
  const REST = [
    { part: 'contested', text: 'Whether the street should be closed is disputed.', claims: ['k1', 'k2'] },
    { part: 'no evidence', text: 'That children could play is only asserted.', claims: ['k3'] },
  ]
  const ADDED = 'The model’s summary left out one side: what that says was added in the words of its claims.'
  const told = async (outline: Outline, first: Said[], then = first) => {
    const answer = () => sentences(server?.requests.length === 1 ? first : then)
    const { analyser, server: running } = await model({ answer })
    const one = asking()
    return { found: await analyser.summarise(outline, one), asked: running.requests, notices: one.notices }
  }

  test('and is asked for once when it does', async () => {
    const { found, asked, notices } = await told(DEEP, [FOR, SHOPS, ...REST])
    expect(found).toHaveLength(4)
    expect(asked).toHaveLength(1)
    expect(notices).toEqual([])
  })
  test('asked again with the exact fault, the better answer is taken', async () => {
    const { found, asked, notices } = await told(DEEP, [FOR, ...REST], [FOR, SHOPS, ...REST])
    expect(JSON.stringify(asked[1]?.body.messages)).toContain('no sentence of part against states k2')
    expect(found.map(({ part }) => part)).toEqual(['for', 'against', 'contested', 'no evidence'])
    expect(notices).toEqual([])
  })
  test('or in the words of its claims, where the model will not', async () => {
    const { found, asked, notices } = await told(DEEP, [FOR, ...REST])
    expect(asked).toHaveLength(2)
    expect(found[1]).toEqual({ part: 'against', text: 'The shops would lose their customers.', claims: ['b'] })
    expect(found.map(({ part }) => part)).toEqual(['for', 'against', 'contested', 'no evidence'])
    expect(notices).toEqual([ADDED])
  })
  test.each<[string, Said]>([
    ['cites it under the other side', { text: 'They want the street closed to cars.', claims: ['k1', 'k2'] }],
    ['shares no word with it', { part: 'against', text: 'Nothing much was put forward.', claims: ['k2'] }],
  ])('which a sentence does not do that %s', async (_, instead) => {
    const { found, notices } = await told(DEEP, [FOR, instead, ...REST])
    expect(found).toContainEqual({ part: 'against', text: 'The shops would lose their customers.', claims: ['b'] })
    expect(notices).toEqual([ADDED])
  })
  test('of every issue it speaks of', async () => {
    const parking = { text: 'One would make parking dearer.', claims: ['k4'] }
    const { found } = await told(DEEP, [FOR, SHOPS, parking, ...REST])
    expect(found).toContainEqual({ part: 'against', text: 'Parking is dear enough as it is.', claims: ['e'] })
  })
  test('in their own strength: not four sentences for one, while there is more to say', async () => {
    const many = outlineOf({
      for: ['Buses are safe', 'Buses are cheap', 'Buses are quiet', 'Buses are clean'].map((text, i) =>
        claim(`f${i}`, `${text} for those who work at night.`),
      ),
      against: [claim('g', 'Drivers are hard to find at night.'), claim('h', 'Fares pay for half of it at best.')],
    })
    const said = ['safe', 'cheap', 'quiet', 'clean'].map((word, i) => ({
      text: `Buses are ${word} for those who work.`,
      claims: [`k${i + 1}`],
    }))
    const drivers = { part: 'against', text: 'Drivers are hard to find.', claims: ['k5'] }
    const { found } = await told(many, [...said, drivers])
    expect(found.at(-1)).toEqual({ part: 'against', text: 'Fares pay for half of it at best.', claims: ['h'] })
  })
  test('and names what is contested, and what rests on nothing', async () => {
    const { found, asked, notices } = await told(DEEP, [FOR, SHOPS])
    expect(asked).toHaveLength(2)
    expect(found.slice(2)).toEqual([
      { part: 'contested', text: 'The street should be closed to cars.', claims: ['a'] },
      { part: 'no evidence', text: 'Children could play outside again.', claims: ['c'] },
    ])
    expect(notices).toEqual([
      'The model’s summary did not tell what is contested, unanswered or without evidence: that was added in the words of the claims.',
    ])
  })
  test('also when it is remembered', async () => {
    const calls = memory()
    const { analyser, server } = await model({ answer: () => sentences([FOR, ...REST]) })
    const first = await analyser.summarise(DEEP, asking({ calls }))
    const again = asking({ calls })
    expect(await analyser.summarise(DEEP, again)).toEqual(first)
    expect(server.requests).toHaveLength(2)
    expect(again.notices).toEqual([ADDED])
  })
  test('in the language of the thread, or is not taken from the model', async () => {
    const german = [
      { text: 'Drei Leute wollen die Straße sperren.', claims: ['k1'] },
      { part: 'against', text: 'Andere sorgen sich um die Geschäfte.', claims: ['k2'] },
      { part: 'contested', text: 'Darüber wird gestritten.', claims: ['k1'] },
    ]
    const { found, notices } = await told(DEEP, german)
    expect(found).toEqual([])
    expect(notices.join()).toContain('does not speak of the claims it cites, or in another language')
  })
  test('however long the statements of the other are', async () => {
    const long = (id: string) => claim(id, `The bus of street ${id} ${'goes on and on '.repeat(18)}.`)
    const map = mapOf(
      outlineOf(
        { for: 'abcdefgh'.split('').map(long), against: [long('i')] },
        { for: [long('j')], against: [long('k')] },
      ),
      new Set(),
    )
    expect([...map.claims.values()].filter(({ side }) => side === 'against')).toHaveLength(2)
  })
})

describe('a number', () => {
  const map = mapOf(
    outlineOf({
      for: [
        claim('k1', 'Mill Street should be closed to cars.', { people: 4, posts: 6 }),
        claim('k2', 'Accidents fell by a third in the trial of 2019, from 1,200 to 800.', { people: 1, posts: 1 }),
        claim('k3', 'The bus costs 3.50 euros and takes 25 minutes.', { people: 2, posts: 3 }),
      ],
      against: [
        claim('k4', 'Die Läden verlören 40 % ihrer Kunden, etwa dreißig am Tag.', { people: 3, posts: 3 }),
        claim('k5', 'Half of the shops lost customers.', { people: 1, posts: 1 }),
        claim('k6', 'CO2 fell by 12 million tonnes.', { people: 1, posts: 1 }),
        claim('k7', 'Der Bus sollte ab der dritten Klasse frei sein.', { people: 1, posts: 1 }),
        claim('k8', 'Fares rose in the fourth year.', { people: 1, posts: 1 }),
      ],
    }),
    new Set(),
  )
  const invented = (text: string, ids: string) =>
    inventedIn(
      text,
      ids.split(' ').flatMap((id) => map.claims.get(id)?.claim ?? []),
      map,
    )

  test.each([
    ['Four people want it closed.', 'k1'],
    ['Four want it closed to cars.', 'k1'],
    ['It should be closed, say 4 commenters in 6 posts.', 'k1'],
    ['Six posts ask for it to be closed.', 'k1'],
    ['Four of the seven people want it closed.', 'k1'],
    ['The discussion among 7 people fills 12 posts, and four want it closed.', 'k1'],
    ['Seven people took part; four want cars out.', 'k1'],
    ['Accidents fell by a third.', 'k2'],
    ['In the 2019 trial accidents fell by one third, from 1200 to 800.', 'k2'],
    ['Four people point to a trial of 2019.', 'k1 k2'],
    ['They give two reasons: the trial and the street.', 'k1 k2'],
    ['A ride costs €3.50.', 'k3'],
    ['A ride takes twenty-five minutes.', 'k3'],
    ['Eine Fahrt kostet 3,50 Euro und dauert fünfundzwanzig Minuten.', 'k3'],
    ['Vier Personen wollen die Straße sperren.', 'k1'],
    ['Drei Leute fürchten, dass 40 Prozent der Kunden wegbleiben.', 'k4'],
    ['Am Tag blieben 30 Kunden weg.', 'k4'],
    ['Drei sehen die Läden in Gefahr.', 'k4'],
    ['Von den sieben Beteiligten sagen das drei.', 'k4'],
    ['Half the shops lost customers.', 'k5'],
    ['50 % of the shops lost customers.', 'k5'],
    ['CO2 fell by 12,000,000 tonnes.', 'k6'],
    ['Das ließ man außer Acht.', 'k4'],
    ['One person says that customers stayed away.', 'k5'],
    ['Ab Klasse drei solle der Bus frei sein.', 'k7'],
    ['Ab der 3. Klasse solle der Bus frei sein.', 'k7'],
    ['Ein dritter Vorschlag: frei ab der dritten Klasse.', 'k7'],
    ['In year four fares rose; a third argument.', 'k8'],
  ])('that stands: %s', (text, ids) => expect(invented(text, ids)).toBeNull())

  test.each([
    ['Five people want it closed.', 'k1'],
    ['Seven people want it closed.', 'k1'],
    ['Twelve posts want it closed.', 'k1'],
    ['All 7 people want it closed.', 'k1'],
    ['Three want it closed.', 'k1'],
    ['Four people say that accidents fell.', 'k2'],
    ['4 shops lost customers.', 'k5 k1'],
    ['Accidents fell by half.', 'k2'],
    ['Accidents fell by 40 %.', 'k2'],
    ['Accidents fell from 1,200 to 900.', 'k2'],
    ['The trial of 2020 showed it.', 'k2'],
    ['A ride costs 35 euros.', 'k3'],
    ['A ride takes 25 hours.', 'k3'],
    ['A ride takes thirty minutes.', 'k3'],
    ['Neun Personen wollen die Straße sperren.', 'k1'],
    ['Sieben Personen fürchten um die Läden.', 'k4'],
    ['Die Läden verlören 30 % ihrer Kunden.', 'k4'],
    ['Die Läden verlören vierzehn Kunden am Tag.', 'k4'],
    ['Die Hälfte der Kunden bliebe weg.', 'k4'],
    ['CO2 fell by 12 billion tonnes.', 'k6'],
    ['CO2 fell by 12 thousand tonnes.', 'k6'],
    ['Thousands of customers stayed away.', 'k5'],
    ['Twice as many accidents happened.', 'k2'],
    ['Der Bus sollte ab der fünften Klasse frei sein.', 'k7'],
    ['Ab Klasse fünf solle der Bus frei sein.', 'k7'],
    ['Fares rose in the seventh year.', 'k8'],
  ])('that does not: %s', (text, ids) => expect(invented(text, ids)).not.toBeNull())
})

describe('a verdict', () => {
  const shown = (statement: string, more: Partial<OutlineClaim> = {}) => {
    const map = mapOf(outlineOf({ for: [claim('k1', statement, more)], against: [claim('k2', 'No.')] }), new Set())
    return [...map.claims.values()].slice(0, 1)
  }
  test.each([
    ['Everyone agrees that buses pay.', 'Buses pay.', 'everyone'],
    ['Es ist unbestritten, dass Busse sich lohnen.', 'Busse lohnen sich.', 'unbestritten'],
    ['The trial proves that buses pay.', 'The trial had 40 riders.', 'proves'],
    ['The debate was clearly won by the bus.', 'Buses pay.', 'debate was clearly won'],
    ['Die Gegner haben recht.', 'Busse lohnen sich.', 'gegner haben recht'],
    ['Disputed is whether the trial proves that buses pay.', 'The trial had 40 riders.', null],
    ['There is no consensus that buses pay.', 'Buses pay.', null],
    ['Nobody proved that buses pay.', 'Buses pay.', null],
    ['Everyone should pay, they say.', 'Everyone should pay.', null],
  ])('%s of “%s”: %s', (text, statement, found) => expect(overstatedIn(text, shown(statement))).toBe(found))
})
