import { describe, expect, test } from 'vitest'
import { createEmbedded } from '../../../server/analysers/embedded/index.ts'
import type { Extraction } from '../../../server/analysers/index.ts'
import type { Post } from '../../../shared/thread.ts'
import { ASKING, batch, post } from './thread.ts'

const TITLE = 'Should the lake road be closed to cars?'
const OPENING = post('op', null, `${TITLE}\nThanks for reading.`, { heading: TITLE.length })

const read = (...posts: Post[]): Promise<Extraction> =>
  createEmbedded().extract(batch([OPENING, ...posts], { title: TITLE }), ASKING)

/** Stance and quote of every draft that takes a side. */
const sides = ({ drafts }: Extraction): string[] =>
  drafts.flatMap(({ stance, quote }) => (stance === null ? [] : [`${stance}: ${quote}`]))

/** Links as "from type to", by quotes. */
function links({ drafts, links: found }: Extraction): string[] {
  const quotes = new Map(drafts.map(({ ref, quote }) => [ref, quote]))
  return found.map(({ from, type, to }) => `${quotes.get(from)} ${type} ${quotes.get(to)}`)
}

describe('the side a reply takes on what the title asks', () => {
  test.each<[string, string, string[]]>([
    ['a verdict', 'No.', ['against: No.']],
    ['a phrase for it', 'I am all for it.', ['for: I am all for it.']],
    ['keeping what is', 'Leave it as it is, the road is fine.', ['against: Leave it as it is, the road is fine.']],
    ['the bad it would bring', 'Then the shops will lose customers.', ['against: Then the shops will lose customers.']],
    ['the good it would bring', 'The children would be safer.', ['for: The children would be safer.']],
    ['bad that will not come', 'Nobody will lose a customer by it.', ['for: Nobody will lose a customer by it.']],
    ['a weakness of the objection', 'Parking is not the problem here.', ['for: Parking is not the problem here.']],
    ['the opposite of the proposal', 'The lake road should stay open.', ['against: The lake road should stay open.']],
    ['a fact shows none', 'The lake road was built in the twenties.', []],
    ['nor does a question', 'Would the shops lose customers by it?', []],
    ['nothing against it is for it', 'I am not against it.', ['for: I am not against it.']],
    ['praise before “but” shows none', 'Good idea, but who will tell the fishermen?', []],
    [
      'what follows “but” does',
      'Good idea, but then the shops will lose customers.',
      ['against: Good idea, but then the shops will lose customers.'],
    ],
    [
      'nor praise before a sentence with “but”',
      'It is a good idea. But the shops will lose customers.',
      ['against: But the shops will lose customers.'],
    ],
    [
      'nor is what is only granted the point of a post that takes a side',
      "It's great that the council listens to us, but then the shops will lose customers.",
      ['against: then the shops will lose customers.'],
    ],
    ['a vote stays one', "I'm for it, but only on Sundays.", ["for: I'm for it, but only on Sundays."]],
    ['no fan of it is against it', 'Not a fan of this.', ['against: Not a fan of this.']],
  ])('%s', async (_, text, expected) => expect(sides(await read(post('a', 'op', text)))).toEqual(expected))

  test.each<[title: string, reply: string, side: string | null]>([
    ['Should the swimming pool stay open in winter?', 'Please keep the swimming pool open', 'for'],
    ['Should the swimming pool stay open in winter?', 'Keep the pool open!', 'for'],
    ['Should the swimming pool stay open in winter?', 'Please keep it open.', 'for'],
    ['Should the swimming pool stay open in winter?', 'Please do not close the swimming pool.', 'for'],
    ['Should the swimming pool stay open in winter?', 'Please close the swimming pool.', 'against'],
    ['Should the swimming pool stay open in winter?', 'Just leave it as it is.', 'for'],
    ['Should the swimming pool stay open in winter?', 'Please keep dogs out of the swimming pool.', null],
    ['Should the swimming pool stay open in winter?', 'People keep talking about the swimming pool.', null],
    ['Should the skate park be closed?', 'Please leave the skate park open.', 'against'],
    ['Should the skate park be closed?', 'Close the skate park already.', 'for'],
    [
      'Should the skate park be closed?',
      'Close the skate park and you just move the children to the car park.',
      'against',
    ],
    ['Soll das Freibad geöffnet bleiben?', 'Bitte lasst das Freibad offen.', 'for'],
    ['Soll das Freibad geöffnet bleiben?', 'Bitte schließen Sie das Freibad.', 'against'],
    ['Soll die Bücherei geschlossen werden?', 'Lasst die Bücherei offen!', 'against'],
    ['Soll die Bücherei geschlossen werden?', 'Bitte bleibt beim Thema.', null],
  ])('what a call for something takes: “%s” “%s”', async (title, reply, side) => {
    const opening = post('op', null, `${title}\nThanks for reading.`, { heading: title.length })
    const language = title.startsWith('Soll ') ? 'de' : 'en'
    const posts = [opening, post('a', 'op', reply)]
    const { drafts } = await createEmbedded().extract(batch(posts, { title, language }), ASKING)
    expect(drafts.find(({ postId, stance }) => postId === 'a' && stance !== null)?.stance ?? null).toBe(side)
  })

  test.each<[title: string, reply: string, claims: string[]]>([
    ['Tabs or spaces?', 'Tabs.', ['Tabs.']],
    ['Tabs or spaces?', 'Spaces, obviously!', ['Spaces.']],
    ['Rust vs Go', 'I prefer Rust', ['Rust.']],
    ['Postgres oder MySQL?', 'Klar Postgres!', ['Postgres.']],
    ['Tabs or spaces?', 'Tabs, all the way.', ['Tabs.']],
    ['Rust vs Go', 'Rust is awful.', []],
    ['Tabs or spaces?', 'Not tabs.', []],
    ['Tabs or spaces?', 'Yes.', []],
    ['Should we ban cars or trucks?', 'No.', ['We should not ban cars or trucks.']],
    ['Why do trains stop here?', 'No.', []],
  ])('to “%s” “%s” says %j', async (title, reply, claims) => {
    const opening = post('op', null, `${title}\nThanks for reading.`, { heading: title.length })
    const language = title.includes('oder') ? 'de' : 'en'
    const { drafts } = await createEmbedded().extract(
      batch([opening, post('a', 'op', reply)], { title, language }),
      ASKING,
    )
    expect(drafts.filter(({ kind }) => kind === 'claim').map(({ statement }) => statement)).toEqual(claims)
  })
  test('a bare verdict says what the title asks, whole', async () => {
    const { drafts } = await read(post('a', 'op', 'No.'), post('b', 'op', 'Yes please.'))
    expect(drafts.slice(1).map(({ statement }) => statement)).toEqual([
      'The lake road should not be closed to cars.',
      'The lake road should be closed to cars.',
    ])
  })
  test.each<[title: string, yes: string, no: string]>([
    [
      'Should the town close Mill Lane to cars?',
      'The town should close Mill Lane to cars.',
      'The town should not close Mill Lane to cars.',
    ],
    ['Should the fuel tax rise?', 'The fuel tax should rise.', 'The fuel tax should not rise.'],
    ['Should the ban be lifted?', 'The ban should be lifted.', 'The ban should not be lifted.'],
    ['Should cyclists wear helmets?', 'Cyclists should wear helmets.', 'Cyclists should not wear helmets.'],
    [
      'Can the village survive without a pub?',
      'The village can survive without a pub.',
      'The village cannot survive without a pub.',
    ],
    [
      'Do cats make better pets than dogs?',
      'Cats do make better pets than dogs.',
      'Cats do not make better pets than dogs.',
    ],
    ['Is tea better than coffee?', 'Yes: Is tea better than coffee?', 'No: Is tea better than coffee?'],
  ])('“yes” and “no” to “%s”', async (title, yes, no) => {
    const opening = post('op', null, title, { heading: title.length })
    const { drafts } = await createEmbedded().extract(
      batch([opening, post('a', 'op', 'Yes!'), post('b', 'op', 'No.')], { title }),
      ASKING,
    )
    expect(drafts.filter(({ kind }) => kind === 'claim').map(({ statement }) => statement)).toEqual([yes, no])
  })
  test('a short reason after a verdict is said for it', async () => {
    const found = await read(post('a', 'op', 'No. Lorries need it.'))
    expect(links(found)).toEqual(['Lorries need it. supports No.'])
  })
  test('what a "but" sets against a verdict is not said for it', async () => {
    const found = await read(post('a', 'op', 'I am not against it, but the bakery needs deliveries.'))
    expect(found.drafts.map(({ quote }) => quote)).toContain('the bakery needs deliveries.')
    expect(links(found)).toEqual([])
  })
  test('a clause after "but" is no reason for the one before it', async () => {
    const said = 'I think the boathouse is great, but they opened it in 1998 and it cost $400 a year.'
    expect(links(await read(post('a', 'op', said)))).toEqual([])
  })
  test('a condition keeps its "yes"', async () => {
    const { drafts } = await read(post('a', 'op', 'Yes, if you count storage.'))
    expect(drafts.at(-1)?.statement).toBe('Yes, if you count storage.')
  })

  test.each<[string, string, string]>([
    ['who agrees with an opening post shares its side', 'Agreed.', 'against: Agreed.'],
    ['so does who only nods', 'This.', 'against: This.'],
    ['who rejects it takes the other', 'Nonsense.', 'for: Nonsense.'],
    ['“yes” answers the title, whatever the opening post says', 'Yes.', 'for: Yes.'],
    ['and so does “no”', 'No.', 'against: No.'],
  ])('%s', async (_, text, expected) => {
    const opening = post('op', null, `${TITLE}\n\nI don't think the lake road should be closed.`, {
      heading: TITLE.length,
    })
    const found = await createEmbedded().extract(batch([opening, post('a', 'op', text)], { title: TITLE }), ASKING)
    expect(sides(found).at(-1)).toBe(expected)
  })

  test('points of the same side support that answer, and so does the rest of its own post', async () => {
    const found = await read(
      post('a', 'op', 'No. Nobody walks three miles with a boat.'),
      post('b', 'op', 'We would lose ten minutes a trip.'),
    )
    expect(links(found)).toEqual([
      'Nobody walks three miles with a boat. supports No.',
      'We would lose ten minutes a trip. supports No.',
    ])
  })
})

describe('the side of a reply further down', () => {
  test('is the other one where it denies, the same where it agrees', async () => {
    const found = await read(
      post('a', 'op', 'No.'),
      post('b', 'a', 'You are wrong, hardly anybody drives there.'),
      post('c', 'a', 'Exactly. I think most people need their car.'),
    )
    expect(sides(found)).toEqual([
      'against: No.',
      'for: You are wrong, hardly anybody drives there.',
      'against: I think most people need their car.',
    ])
  })
  test('is the one its writer took before', async () => {
    const found = await read(
      post('a', 'op', 'No.', { author: 'Ann' }),
      post('b', 'a', 'That is nonsense, the road is empty.', { author: 'Bea' }),
      post('c', 'b', 'There were four hundred cars on it last week.', { author: 'Ann' }),
    )
    expect(sides(found).at(-1)).toBe('against: There were four hundred cars on it last week.')
  })
  test('is unknown of somebody seen on both sides', async () => {
    const found = await read(
      post('a', 'op', 'No.', { author: 'Ann' }),
      post('b', 'op', 'Yes please.', { author: 'Ann' }),
      post('c', 'a', 'There were four hundred cars on it last week.', { author: 'Ann' }),
    )
    expect(sides(found)).toEqual(['against: No.', 'for: Yes please.'])
  })
})

describe('told by how an exchange goes', () => {
  test('a verdict with no post above it is about what opens the thread', async () => {
    const first = post('op', null, 'Rowing clubs have grown for six years in a row.')
    const second = post('v', null, 'Misleading headline.', { kind: 'comment' })
    const found = await createEmbedded().extract(batch([first, second], { title: first.text }), ASKING)
    expect(links(found)).toEqual(['Misleading headline. rebuts Rowing clubs have grown for six years in a row.'])
  })
  test('evidence brought when asked for a source is for what was doubted', async () => {
    const found = await read(
      post('a', 'op', 'I think the shops along the lake depend on drivers.', { author: 'Ann' }),
      post('b', 'a', 'Source?', { author: 'Bea' }),
      post('c', 'b', 'When the road was shut for three weeks in 2019 I was down 40%.', { author: 'Ann' }),
    )
    expect(links(found)).toContain(
      'When the road was shut for three weeks in 2019 I was down 40%. supports I think the shops along the lake depend on drivers.',
    )
  })
  test('what is said again under a post is held against its point', async () => {
    const said = 'Most boats are brought by car.'
    const again = `as I said “${said}”`
    const quotes: Post['quotes'] = [
      {
        start: again.indexOf(said),
        end: again.indexOf(said) + said.length,
        how: 'compared',
        author: null,
        of: { postId: 'a', start: 0, end: said.length },
        similarity: 1,
      },
    ]
    const found = await read(
      post('a', 'op', said),
      post('b', 'a', 'I think boats hardly matter on that road.'),
      post('c', 'b', again, { quotes }),
    )
    expect(links(found)).toContain(`${said} rebuts I think boats hardly matter on that road.`)
  })
  test('a post that says it is off topic holds no argument, nor do the answers to it', async () => {
    const found = await read(
      post('a', 'op', 'Off topic but the ice cream there should be cheaper.'),
      post('b', 'a', 'It is the best ice cream in the county.'),
    )
    expect(found.drafts.map(({ postId }) => postId)).not.toContain('b')
    expect(found.outcomes.map(({ postId, fate }) => `${postId}: ${fate}`)).toEqual(['a: no argument', 'b: no argument'])
  })
})

describe('votes in a few words', () => {
  const PARK = 'Should dogs be banned from the park?'
  const PHONES = 'Sollten Handys an Schulen verboten werden?'
  const SPORT = 'CMV: Swimming is the best sport'
  const NO_DOGS = 'Dogs should not be banned from the park.'

  async function vote(title: string, text: string): Promise<{ stance: string | null; statement: string }[]> {
    const opening = post('op', null, `${title}\n\nWhat do you say?`, { heading: title.length })
    const found = await createEmbedded().extract(
      batch([opening, post('a', 'op', text)], { title, language: null }),
      ASKING,
    )
    return found.drafts.filter(({ postId }) => postId === 'a').map(({ stance, statement }) => ({ stance, statement }))
  }

  test.each<[string, string, string | null, string]>([
    [PARK, 'Yes, ban them.', 'for', 'Dogs should be banned from the park.'],
    [PARK, "I don't think so.", 'against', NO_DOGS],
    [PARK, 'Nope', 'against', NO_DOGS],
    [PARK, 'Hard no', 'against', NO_DOGS],
    [PARK, 'Strongly oppose', 'against', NO_DOGS],
    [PARK, "I'd vote no", 'against', NO_DOGS],
    [PARK, '+1 for a ban', 'for', '+1 for a ban.'],
    [PARK, '-1 to this', 'against', '-1 to this.'],
    [PARK, 'No, limit them to mornings.', 'against', 'Limit them to mornings.'],
    [PARK, 'I think they should be allowed.', 'against', 'They should be allowed.'],
    [PARK, "I'm against it, most dogs are fine.", 'against', "I'm against it, most dogs are fine."],
    [PARK, "I'm opposed to the use of leather.", null, "I'm opposed to the use of leather."],
    [PHONES, 'Das lehne ich ab.', 'against', 'Das lehne ich ab.'],
    [PHONES, 'Ich bin für ein Verbot.', 'for', 'Ich bin für ein Verbot.'],
    [PHONES, 'Sollten verboten werden.', 'for', 'Sollten verboten werden.'],
    [PHONES, 'Da spricht einiges dagegen.', 'against', 'Da spricht einiges dagegen.'],
    [PHONES, 'Auf keinen Fall.', 'against', 'Handys sollten nicht an Schulen verboten werden.'],
    [PHONES, 'Ich bin dafür.', 'for', 'Handys sollten an Schulen verboten werden.'],
    ['Petition: keep the night bus', 'Signed! My shift ends at two.', 'for', 'My shift ends at two.'],
    ['Petition: keep the night bus', 'Waste of money.', 'against', 'Waste of money.'],
    [SPORT, 'I disagree, running is cheaper.', 'against', 'I disagree, running is cheaper.'],
    [SPORT, 'It would be safer to run than to swim.', null, 'It would be safer to run than to swim.'],
    [
      'Our new office, in pictures',
      "I'm all for it, chairs should be better.",
      null,
      "I'm all for it, chairs should be better.",
    ],
    ['Why do shops close so early?', 'No, they would lose money.', null, 'They would lose money.'],
    ['Should the ferry be free of charge?', 'I think the ferry should be free.', 'for', 'The ferry should be free.'],
  ])('%s “%s”: %s', async (title, text, stance, statement) => {
    expect((await vote(title, text)).filter((one) => one.stance !== null || stance === null)[0]).toEqual({
      stance,
      statement,
    })
  })

  test.each(['Quelle?', 'Hast du dafür eine Quelle?'])('%s asks', async (text) => {
    const opening = post('op', null, `${PHONES}\n\nWas meint ihr?`, { heading: PHONES.length })
    const found = await createEmbedded().extract(batch([opening, post('a', 'op', text)], { title: PHONES }), ASKING)
    expect(found.drafts.at(-1)).toMatchObject({ kind: 'question', quote: text })
  })

  test('who agrees with a no is against it, who agrees with that, too', async () => {
    const opening = post('op', null, `${PARK}\n\nNo, I don't think they should.`, { heading: PARK.length })
    const found = await createEmbedded().extract(
      batch([opening, post('a', 'op', 'I agree with this.'), post('b', 'a', 'Exactly. Most dogs are quiet.')], {
        title: PARK,
      }),
      ASKING,
    )
    expect(found.drafts.slice(-2).map(({ stance }) => stance)).toEqual(['against', 'against'])
  })

  test.each(['Stimmt nicht, das stört keinen.', 'Unsinn, das stört keinen.'])(
    '“%s” agrees with nobody',
    async (text) => {
      const found = await createEmbedded().extract(
        batch(
          [post('op', null, `${PHONES}\n`, { heading: PHONES.length }), post('a', 'op', 'Ja.'), post('b', 'a', text)],
          { title: PHONES, language: 'de' },
        ),
        ASKING,
      )
      expect(sides(found).at(-1)).toContain('against')
    },
  )
})
