import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../server/analysers/check.ts'
import type { Draft, DraftLink, Extraction } from '../../server/analysers/index.ts'
import { batch, NIGHT_BUSES, post } from './posts.ts'
import { HONEST, OVERSTATED } from '../fixtures/statements-held-out.ts'

const draft = (postId: string, quote: string, more: Partial<Draft> = {}): Draft => ({
  ref: `${postId}: ${quote}`,
  postId,
  quote,
  hint: null,
  kind: 'claim',
  statement: '',
  evidenceType: null,
  sourceUrl: null,
  stance: null,
  confidence: 0.8,
  why: [],
  ...more,
})
const link = (from: Draft, to: Draft, more: Partial<DraftLink> = {}): DraftLink => ({
  from: from.ref,
  to: to.ref,
  step: null,
  type: 'rebuts',
  basis: 'model',
  confidence: 0.7,
  why: [],
  ...more,
})
const extraction = (drafts: Draft[], links: DraftLink[] = [], outcomes: Extraction['outcomes'] = []): Extraction => ({
  drafts,
  links,
  outcomes,
})
const night = batch(NIGHT_BUSES)
const of = (drafts: Draft[], links: DraftLink[] = []) => check(night, extraction(drafts, links), 'model')

describe('quotes', () => {
  test('are found in the post they name', () => {
    const { units } = of([draft('a', 'Night buses would not pay for themselves.')])
    expect(units).toMatchObject([{ postId: 'a', start: 0, end: 41, verbatim: true, saysMore: false }])
  })
  test('of another post are dropped and counted', () => {
    const { units, dropped } = of([draft('op', 'Night buses would not pay for themselves.')])
    expect(units).toEqual([])
    expect(dropped).toEqual([
      {
        postId: 'op',
        quote: 'Night buses would not pay for themselves.',
        why: 'these words do not stand in the post',
      },
    ])
  })
  test('in words the post quotes are no mention', () => {
    const { units, dropped } = of([draft('b', 'only 4 people used each night bus')])
    expect(units).toEqual([])
    expect(dropped[0]?.why).toBe('these words are quoted from somebody else')
  })
  test('that reach from quoted into own words are no mention', () => {
    expect(of([draft('b', 'each night bus in 2023.\nThat figure counts a winter')]).units).toEqual([])
  })
  test('that are alike but for quoted words between them are no mention', () => {
    const text = 'The bus is late\n> so\nin all of the winter months.'
    const quotes = [{ start: 16, end: 20, how: 'marked' as const, author: null, of: null, similarity: 0 }]
    const quoting = batch([post('q', text, { quotes })])
    const { units } = check(quoting, extraction([draft('q', 'The bus is late in all of the winter months.')]), 'model')
    expect(units).toEqual([])
  })
  test('of posts that were not asked about are dropped', () => {
    expect(of([draft('zz', 'Night buses')]).dropped[0]?.why).toBe('it names a post that was not asked about')
    const context = batch([post('x', 'Nothing here.')], { context: NIGHT_BUSES })
    expect(check(context, extraction([draft('a', 'Night buses would not pay')]), 'model').units).toEqual([])
  })
})

describe('ids', () => {
  test('are the same for the same words said as the same kind of thing, whoever found them', () => {
    const one = of([
      draft('a', 'Night buses would not pay for themselves.', { ref: 'x', statement: 'They cost a lot.' }),
    ])
    const two = check(night, extraction([draft('a', 'Night buses would not pay for themselves.')]), 'embedded')
    expect(one.units[0]?.id).toBe(two.units[0]?.id)
    expect(one.units[0]?.id).toMatch(/^[0-9a-z]{12}$/)
  })
  test('tell two statements apart that rest on one passage', () => {
    const passage = 'Many people work late shifts and cannot afford a taxi home.'
    const { units } = of([
      draft('op', passage, { ref: '1', statement: 'Many people work late shifts.' }),
      draft('op', passage, { ref: '2', statement: 'A taxi home is expensive.' }),
    ])
    expect(new Set(units.map((unit) => unit.id)).size).toBe(2)
  })
})

describe('statements', () => {
  const says = (statement: string) =>
    of([draft('b', 'Nobody expects a bus line to make money', { statement })]).units[0]
  test.each([
    ['A bus line is not expected to make money.', false],
    ['A night bus in Hallstadt need not make money.', false],
    ['A bus line to the airport is not expected to make money.', true],
    ['A bus line is not expected to make 500 euros.', true],
    ['Greedy politicians expect a bus line to make money.', true],
  ])('"%s" says more: %s', (statement, saysMore) => {
    expect(says(statement)?.saysMore).toBe(saysMore)
  })
  const SAID: Record<string, string> = {
    a: 'The council closed Mill Street in May. Accidents fell that summer. Some shops had fewer customers, but not the bakery.',
    b: 'I think the new library might be too expensive for our town. In Ulm they spent 4 million on theirs.',
    c: 'Rust is often faster than Go in our benchmarks. We did not see memory leaks.',
    d: 'Nuclear plants take ten years to build. Wind is cheaper per kWh according to Lazard.',
    e: 'Die Miete ist in unserem Viertel gestiegen. Manche Nachbarn sind weggezogen. Das liegt nicht nur an den Zinsen.',
    f: 'My landlord raised the rent twice last year. The heating still fails every winter. Tenants here rarely complain, since vacancies are scarce.',
    g: 'Electric cars weigh more, so tyres wear faster. A Norwegian survey of 800 drivers found that most charge at home. I doubt that this works for flats.',
    h: 'Wir haben die Vier-Tage-Woche ausprobiert. Die Krankmeldungen gingen zurück. Ob das an der Arbeitszeit lag, weiß keiner.',
    i: 'TypeScript catches typos early. The build takes 40 seconds longer though. Juniors find generics confusing.',
  }
  const flagged = (id: string, quote: string, statement: string) => {
    const one = batch([post(id, SAID[id] as string)], { title: '' })
    return check(one, extraction([draft(id, quote, { statement })]), 'model').units[0]?.saysMore
  }
  test.each([
    ['a', 'Accidents fell that summer.', 'Accidents fell because Mill Street was closed.'],
    ['a', 'Some shops had fewer customers', 'All shops had fewer customers.'],
    ['a', 'but not the bakery', 'The bakery had fewer customers.'],
    ['a', 'Accidents fell that summer.', 'Accidents fell by half that summer.'],
    [
      'b',
      'I think the new library might be too expensive for our town.',
      'It is proven that the new library is too expensive for our town.',
    ],
    ['b', 'In Ulm they spent 4 million on theirs.', 'In Ulm they spent 40 million on their library.'],
    ['b', 'the new library might be too expensive', 'The mayor of Ulm says the new library is too expensive.'],
    ['c', 'Rust is often faster than Go in our benchmarks.', 'Rust is always faster than Go.'],
    ['c', 'We did not see memory leaks.', 'Memory leaks were seen.'],
    [
      'c',
      'Rust is often faster than Go in our benchmarks.',
      'Rust is faster than Go because it has no garbage collector.',
    ],
    ['d', 'Nuclear plants take ten years to build.', 'Nuclear plants take twenty years to build.'],
    ['d', 'Wind is cheaper per kWh according to Lazard.', 'Lazard proves that wind is cheaper per kWh.'],
    [
      'e',
      'Die Miete ist in unserem Viertel gestiegen.',
      'Die Miete ist in unserem Viertel wegen der Zinsen gestiegen.',
    ],
    ['e', 'Manche Nachbarn sind weggezogen.', 'Alle Nachbarn sind weggezogen.'],
    ['e', 'Das liegt nicht nur an den Zinsen.', 'Das liegt nur an den Zinsen.'],
    ['e', 'Manche Nachbarn sind weggezogen.', 'Manche Nachbarn sind weggezogen, weil die Miete gestiegen ist.'],
    ['f', 'My landlord raised the rent twice last year.', 'The landlord raised the rent three times last year.'],
    ['f', 'The heating still fails every winter.', 'The heating fails because the landlord saves on repairs.'],
    ['f', 'Tenants here rarely complain', 'Tenants never complain and all accept it.'],
    ['f', 'My landlord raised the rent twice last year.', 'The landlord illegally raised the rent twice last year.'],
    [
      'g',
      'A Norwegian survey of 800 drivers found that most charge at home.',
      'A Norwegian survey of 8,000 drivers found that most charge at home.',
    ],
    [
      'g',
      'A Norwegian survey of 800 drivers found that most charge at home.',
      'A survey of 800 drivers proves that everyone charges at home.',
    ],
    ['g', 'I doubt that this works for flats.', 'Home charging works for flats.'],
    ['g', 'Electric cars weigh more', 'Electric cars weigh 30 % more.'],
    ['g', 'most charge at home', 'Tesla drivers in Oslo charge at home.'],
    ['h', 'Die Krankmeldungen gingen zurück.', 'Die Krankmeldungen gingen wegen der Vier-Tage-Woche zurück.'],
    ['h', 'Die Krankmeldungen gingen zurück.', 'Die Krankmeldungen gingen um 20 Prozent zurück.'],
    ['h', 'Wir haben die Vier-Tage-Woche ausprobiert.', 'Die Vier-Tage-Woche hat sich zweifellos bewährt.'],
    ['h', 'Ob das an der Arbeitszeit lag, weiß keiner.', 'Das lag an der Arbeitszeit.'],
    ['i', 'TypeScript catches typos early.', 'TypeScript catches all typos early.'],
    ['i', 'The build takes 40 seconds longer though.', 'The build takes 40 minutes longer.'],
    ['i', 'Juniors find generics confusing.', 'Juniors do not find generics confusing.'],
  ])('of %s “%s”, “%s” says more', (id, quote, statement) => expect(flagged(id, quote, statement)).toBe(true))
  test.each([
    ['a', 'The council closed Mill Street in May.', 'Mill Street was closed by the council in May.'],
    ['a', 'Accidents fell that summer.', 'There were fewer accidents that summer.'],
    ['a', 'Some shops had fewer customers', 'Some shops lost customers.'],
    ['a', 'but not the bakery', 'The bakery did not have fewer customers.'],
    [
      'b',
      'I think the new library might be too expensive for our town.',
      'The new library may cost the town too much.',
    ],
    [
      'b',
      'I think the new library might be too expensive for our town.',
      'The new library could be too costly for the town.',
    ],
    ['b', 'In Ulm they spent 4 million on theirs.', 'Ulm spent four million on its library.'],
    ['c', 'Rust is often faster than Go in our benchmarks.', 'In benchmarks Rust often beats Go.'],
    ['c', 'We did not see memory leaks.', 'There were no memory leaks.'],
    ['c', 'We did not see memory leaks.', 'Memory leaks never showed up.'],
    ['d', 'Nuclear plants take ten years to build.', 'Building a nuclear plant takes 10 years.'],
    ['d', 'Nuclear plants take ten years to build.', 'Nuclear power is slow to build: it takes a decade.'],
    ['d', 'Wind is cheaper per kWh according to Lazard.', 'According to Lazard, a kWh from wind costs less.'],
    ['e', 'Die Miete ist in unserem Viertel gestiegen.', 'Im Viertel sind die Mieten gestiegen.'],
    ['e', 'Manche Nachbarn sind weggezogen.', 'Einige Nachbarn zogen weg.'],
    ['e', 'Das liegt nicht nur an den Zinsen.', 'Die Zinsen sind nicht der einzige Grund.'],
    ['f', 'My landlord raised the rent twice last year.', 'The rent went up two times last year.'],
    ['f', 'The heating still fails every winter.', 'Each winter the heating breaks down.'],
    [
      'f',
      'Tenants here rarely complain, since vacancies are scarce.',
      'Tenants seldom complain because there are few empty flats.',
    ],
    ['f', 'My landlord raised the rent twice last year.', 'One landlord increased his rent twice within a year.'],
    [
      'g',
      'Electric cars weigh more, so tyres wear faster.',
      'The tyres of electric cars wear out sooner because of their weight.',
    ],
    [
      'g',
      'A Norwegian survey of 800 drivers found that most charge at home.',
      'Most of 800 Norwegian drivers asked charge their car at home.',
    ],
    ['g', 'I doubt that this works for flats.', 'Charging at home may not work for people in flats.'],
    ['g', 'I doubt that this works for flats.', 'Home charging is unlikely to work in flats.'],
    ['g', 'Electric cars weigh more', 'Electric cars are heavier.'],
    ['h', 'Wir haben die Vier-Tage-Woche ausprobiert.', 'Die Vier-Tage-Woche wurde ausprobiert.'],
    ['h', 'Die Krankmeldungen gingen zurück.', 'Es gab weniger Krankmeldungen.'],
    ['h', 'Ob das an der Arbeitszeit lag, weiß keiner.', 'Niemand weiß, ob die Arbeitszeit der Grund war.'],
    ['i', 'TypeScript catches typos early.', 'With TypeScript, typos are found early.'],
    ['i', 'The build takes 40 seconds longer though.', 'Builds are 40 s slower.'],
    ['i', 'Juniors find generics confusing.', 'Beginners struggle with generics.'],
    ['i', 'Juniors find generics confusing.', 'Generics are hard for junior developers.'],
  ])('of %s “%s”, “%s” says the same', (id, quote, statement) => expect(flagged(id, quote, statement)).toBe(false))
  test('that are empty are the words themselves', () => {
    expect(says('')).toMatchObject({ statement: 'Nobody expects a bus line to make money', verbatim: true })
  })
  test('lose what shows nothing, and are cut at 400 characters', () => {
    expect(says('A bus\u202E line\u0007\n is late.')?.statement).toBe('A bus line is late.')
    expect(says('bus '.repeat(300))?.statement.length).toBeLessThanOrEqual(400)
  })
})

describe('links', () => {
  const a = draft('a', 'Night buses would not pay for themselves.')
  const op = draft('op', 'The city should run buses all night.')
  const question = draft('d', 'Still, my own shift ends at two', { kind: 'concession' })
  test('lose their ends with the quotes that were not found', () => {
    const lost = draft('op', 'This stands nowhere.')
    expect(of([a, op, lost], [link(a, op), link(lost, op), link(a, lost)]).links).toHaveLength(1)
  })
  test('do not run in place, nor from or to what is no argument', () => {
    expect(of([a, op, question], [link(a, a), link(question, op), link(a, question)]).links).toEqual([])
  })
  test('run from a concession to what is conceded, and nowhere else', () => {
    expect(of([a, op, question], [link(question, op, { type: 'supports' })]).links).toMatchObject([
      { type: 'supports' },
    ])
    expect(of([a, op, question], [link(question, op, { type: 'rebuts' })]).links).toEqual([])
  })
  test('between the same ends are one, the surer', () => {
    const links = of(
      [a, op],
      [link(a, op, { confidence: 0.4 }), link(a, op, { type: 'supports', confidence: 0.9 })],
    ).links
    expect(links).toMatchObject([{ type: 'supports', confidence: 0.9 }])
  })
  test('keep the step an undercut denies', () => {
    const from = draft('b', 'That figure counts a winter in which the line was closed')
    const figure = draft('a', 'In Hallstadt only 4 people used each night bus in 2023.', { kind: 'evidence' })
    const { links, units } = of([from, figure, a], [link(from, figure, { type: 'undercuts', step: a.ref })])
    expect(links[0]?.step).toBe(units.find((unit) => unit.start === 0 && unit.postId === 'a')?.id)
  })
  test('follow drafts folded into one', () => {
    const again = draft('a', 'Night buses would not pay for themselves', { ref: 'again' })
    const { units, links } = of([a, again, op], [link(again, op)])
    expect(units).toHaveLength(2)
    expect(links).toMatchObject([{ from: units[0]?.id, to: units[1]?.id }])
  })
})

describe('every post has a fate', () => {
  test('with its reason', () => {
    const outcomes: Extraction['outcomes'] = [
      { postId: 'c', fate: 'declined', why: 'the model declined to read it', by: 'model' },
      { postId: 'op', fate: 'failed', why: 'cut off; the built-in analyser read it instead', by: 'embedded' },
    ]
    const drafts = [draft('op', 'The city should run buses all night.'), draft('a', 'It never said that at all.')]
    expect(check(night, extraction(drafts, [], outcomes), 'model').fates).toEqual([
      { postId: 'op', fate: 'mapped', of: null, why: 'cut off; the built-in analyser read it instead', by: 'embedded' },
      { postId: 'a', fate: 'failed', of: null, why: 'the passage named for it was not found in it', by: 'model' },
      {
        postId: 'b',
        fate: 'no argument',
        of: null,
        why: 'nothing in it is put forward for others to accept or reject',
        by: 'model',
      },
      { postId: 'c', fate: 'declined', of: null, why: 'the model declined to read it', by: 'model' },
      {
        postId: 'd',
        fate: 'no argument',
        of: null,
        why: 'nothing in it is put forward for others to accept or reject',
        by: 'model',
      },
    ])
  })
})

test('whatever is proposed, what passes stands in its post, links end at units, and each post has one fate', () => {
  const someDraft = fc
    .record({
      postId: fc.constantFrom('op', 'a', 'b', 'c', 'd', 'zz'),
      from: fc.nat({ max: 120 }),
      length: fc.integer({ min: 0, max: 80 }),
      source: fc.constantFrom('op', 'a', 'b', 'd'),
      kind: fc.constantFrom('claim', 'evidence', 'concession', 'question'),
      statement: fc.string(),
    })
    .map(({ postId, from, length, source, kind, statement }) => {
      const text = NIGHT_BUSES.find((one) => one.id === source)?.text ?? ''
      return draft(postId, text.slice(from, from + length), { kind, statement })
    })
  fc.assert(
    fc.property(fc.array(someDraft, { maxLength: 12 }), fc.array(fc.tuple(fc.nat(), fc.nat())), (drafts, pairs) => {
      const named = drafts.map((one, i) => ({ ...one, ref: `u${i}` }))
      const links = pairs.map(([i, k]) => ({ from: `u${i % 15}`, to: `u${k % 15}` }))
      const proposed = links.map((ends) => ({
        ...ends,
        step: null,
        type: 'supports' as const,
        basis: 'model' as const,
        confidence: 1,
        why: [],
      }))
      const findings = check(night, extraction(named, proposed), 'model')
      const ids = new Set(findings.units.map((unit) => unit.id))
      expect(ids.size).toBe(findings.units.length)
      for (const unit of findings.units) {
        const words = NIGHT_BUSES.find((one) => one.id === unit.postId)?.text.slice(unit.start, unit.end) ?? ''
        expect(words.trim()).not.toBe('')
        if (unit.postId === 'b') expect(unit.start).toBeGreaterThanOrEqual(57)
      }
      for (const one of findings.links) expect(ids.has(one.from) && ids.has(one.to)).toBe(true)
      expect(findings.fates.map((fate) => fate.postId)).toEqual(['op', 'a', 'b', 'c', 'd'])
    }),
  )
})

describe('a statement in words of its own', () => {
  test.each([
    ['You can’t compare that with Berlin', 'A comparison with Berlin does not hold.', false],
    ['the code is unreadable without comments', 'Without comments the code cannot be read.', false],
    ['we tried that in 2015 and it failed', 'It was tried in 2015 without success.', false],
    ['I would rather have a park there', 'A park would be better there.', false],
    ['I doubt the mayor read the report', 'The mayor read the report.', true],
    ['Solar is getting cheaper', 'Solar is already cheaper than coal, gas and nuclear power.', true],
    ['we tried that once', 'We tried that in 2015 and 2018.', true],
    ['they could fix the lights', 'They refuse to fix the lights.', true],
    ['das bringt vielleicht etwas', 'Das bringt garantiert etwas.', true],
  ])('“%s”, “%s” says more: %s', (quote, statement, more) => {
    const one = { ...batch([post('x', `Well. ${quote}. That is what I think.`)]) }
    const { units } = check(one, { drafts: [draft('x', quote, { statement })], links: [], outcomes: [] }, 'model')
    expect(units[0]?.saysMore).toBe(more)
  })
})

describe('quantities and hedges of statements', () => {
  const flagged = ([passage, statement]: [string, string]): boolean =>
    check(batch([post('a', passage)]), extraction([draft('a', passage, { statement })]), 'model').units[0]?.saysMore ===
    true
  // Honest, yet of more words of its own than it puts in the place of others.
  const WORDY = 'In manchen Fällen hilft nur ein Anwalt.'

  test('are kept by honest ones', () =>
    expect(HONEST.filter(flagged).map(([, statement]) => statement)).toEqual([WORDY]))
  test('are not kept by overstated ones', () => expect(OVERSTATED.filter((pair) => !flagged(pair))).toEqual([]))
})
