import { beforeAll, describe, expect, test } from 'vitest'
import type { Debate, Profile } from '../../shared/debate.ts'
import { profiles } from '../../server/graph/profiles.ts'
import { LIBRARY } from './example.ts'
import { debateOf } from './notation.ts'

const ids = (...names: string[]) => names.map((name) => `forum.example/${name}`)

function profileOf(debate: Debate, name: string): Profile {
  const found = debate.profiles.find((profile) => profile.personId === `forum.example/${name}`)
  if (found === undefined) throw new Error(`${name} has no profile`)
  return found
}

describe('profiles in the library debate', () => {
  let debate: Debate
  beforeAll(async () => {
    debate = await debateOf(LIBRARY)
  })

  test('are of everybody who posted under a name', () => {
    expect(debate.profiles.map((profile) => profile.personId)).toEqual(
      debate.people.filter(({ name }) => name !== null).map(({ id }) => id),
    )
  })
  test('tell the positions held, and by which claim that shows', () => {
    expect(profileOf(debate, 'ann').positions).toEqual([{ claimId: 'yes', attitude: 'for', by: 'yes' }])
    expect(profileOf(debate, 'gus').positions).toEqual([{ claimId: 'yes', attitude: 'for', by: 'work' }])
    expect(profileOf(debate, 'eve').positions).toEqual([{ claimId: 'yes', attitude: 'against', by: 'cost' }])
    expect(profileOf(debate, 'dee').positions).toEqual([])
  })
  test('tell concessions', () => {
    const [made] = debate.concessions
    expect(profileOf(debate, 'gus').concessions).toEqual([made?.id])
  })
  test('tell whom a person answered, who answered, and who never did', () => {
    expect(profileOf(debate, 'cem')).toMatchObject({
      answered: ids('bob'),
      answeredBy: ids('dee'),
      neverAnsweredBy: ids('bob'),
    })
    expect(profileOf(debate, 'ann')).toMatchObject({ answered: [], neverAnsweredBy: [] })
    expect(profileOf(debate, 'ann').answeredBy).toEqual(expect.arrayContaining(ids('bob', 'eve', 'fay')))
  })
  test('tell which of their claims nobody else took up', () => {
    expect(profileOf(debate, 'eve').unanswered).toEqual(['cost', 'staff'])
    expect(profileOf(debate, 'fay').unanswered).toEqual([])
    expect(profileOf(debate, 'dee').unanswered).toEqual(['few'])
    expect(profileOf(debate, 'bob').unanswered).toEqual([])
  })
})

describe('a change of mind', () => {
  test('is shown by its words, though no claim stands there', async () => {
    const debate = await debateOf(`
      title: [a: Dogs are best]!
      1 ann: Say something.
      2 bob > 1: [b: They bite.]
      3 cem > 2: Only when teased.
      4 bob > 3: Well, I was wrong. Thanks.
      5 cem > 4: Good point about the cats.
      b rebuts a
    `)
    const words = ({ yielded }: Profile) =>
      yielded.map(({ postId, start, end, changed }) => [
        debate.threads[0]?.posts.find(({ id }) => id === postId)?.text.slice(start, end),
        changed,
      ])
    expect(words(profileOf(debate, 'bob'))).toEqual([['Well, I was wrong.', true]])
    expect(words(profileOf(debate, 'cem'))).toEqual([['Good point about the cats.', false]])
    expect(words(profileOf(debate, 'ann'))).toEqual([])
  })
  test('is a position taken one way first and the other way later', async () => {
    const debate = await debateOf(`
      title: [a: Dogs are best]!
      1 ann: Say something.
      2 bob > 1: [b: They bite.]
      3 cem > 2: [c: They do not.]
      4 bob > 3: [d: True, they are loyal.]
      b rebuts a
      c rebuts b
      d supports a`)
    expect(profileOf(debate, 'bob').changed).toEqual([{ claimId: 'a', by: 'd' }])
    const guessed = debate.links.map((link) => (link.from === 'd' ? { ...link, confidence: 0.3 } : link))
    expect(profiles({ ...debate, links: guessed }).flatMap(({ changed }) => changed)).toEqual([])
    expect(profileOf(debate, 'cem').changed).toEqual([])
  })
  test('may be a concession', async () => {
    const debate = await debateOf(`
      title: [a: Dogs are best]!
      1 ann: Say something.
      2 bob > 1: [b: They bite.]
      3 bob > 1: [c~: Fine, they are best.]
      b rebuts a
      c supports a`)
    expect(profileOf(debate, 'bob')).toMatchObject({
      positions: [{ claimId: 'a', attitude: 'against', by: 'b' }],
      changed: [{ claimId: 'a', by: debate.concessions[0]?.id }],
    })
  })
})

test('who only asks has a profile, too, with who answered', async () => {
  const debate = await debateOf(`
    title: Dogs?
    1 ann: Say something.
    2 bob > 1: [b: They bite.]`)
  expect(profileOf(debate, 'ann')).toMatchObject({ positions: [], unanswered: [], answeredBy: ids('bob') })
})

describe('questions put to somebody', () => {
  const asked = (debate: Debate, name: string) =>
    (profileOf(debate, name).asked ?? []).map(
      (id) => debate.questions.find((question) => question.id === id)?.statement,
    )

  test('are told where nobody answered them', async () => {
    const debate = await debateOf(`
      title: Dogs?
      1 ann: [a: Dogs bite.]
      2 bob > 1: [q?: Which dogs?]
      3 cem > 1: [r?: Whom did they bite?]
      4 dee > 3: [d: They bit me.]
      5 ann > 4: [s?: When?]
      d disagrees 3`)
    expect(asked(debate, 'ann')).toEqual(['Which dogs?'])
    expect(asked(debate, 'dee')).toEqual(['When?'])
    expect(asked(debate, 'bob')).toEqual([])
  })

  test('are not told where those asked wrote below, nor where somebody asks themselves', async () => {
    const debate = await debateOf(`
      title: Dogs?
      1 ann: [a: Dogs bite.]
      2 bob > 1: [q?: Which dogs?]
      3 ann > 2: All of them.
      4 ann > 1: [r?: Or do they?]`)
    expect(asked(debate, 'ann')).toEqual([])
  })

  test('go to whom the post quotes above them', async () => {
    const debate = await debateOf(`
      title: Dogs?
      1 ann: [a: Dogs bite.]
      2 bob > 1: [b: Mine never bit.]
      3 cem > 2: Dogs bite. [q?: Which ones?]`)
    const [thread] = debate.threads
    const quote = { start: 0, end: 11, how: 'compared' as const, author: null, similarity: 1 }
    const posts = thread?.posts.map((post) =>
      post.id === 'p3' ? { ...post, quotes: [{ ...quote, of: { postId: 'p1', start: 7, end: 18 } }] } : post,
    )
    const quoting = { ...debate, threads: thread === undefined ? [] : [{ ...thread, posts: posts ?? [] }] }
    const told = { ...quoting, profiles: profiles(quoting) }
    expect([asked(told, 'ann'), asked(told, 'bob')]).toEqual([['Which ones?'], []])
    expect([asked(debate, 'ann'), asked(debate, 'bob')]).toEqual([[], ['Which ones?']])
  })
})

test('sides and scores that the site records are told of those who wrote the posts', async () => {
  const debate = await debateOf(`
    title: Dogs?
    1 ann: Say something.
    2 bob > 1: Keep them.
    3 bob > 1: No, let them go.
    4 - > 1: Keep.`)
  const recorded: Record<string, Partial<Debate['threads'][number]['posts'][number]>> = {
    p1: { score: 7 },
    p2: { stance: 'pro', score: 3 },
    p3: { stance: 'con', score: -5 },
    p4: { stance: 'pro', score: 100 },
  }
  const threads = debate.threads.map((thread) => ({
    ...thread,
    posts: thread.posts.map((post) => ({ ...post, ...recorded[post.id] })),
  }))
  const told = { ...debate, profiles: profiles({ ...debate, threads }) }
  expect(profileOf(told, 'ann')).toMatchObject({ score: 7 })
  expect(profileOf(told, 'bob')).toMatchObject({
    voted: [
      { postId: 'p2', stance: 'pro' },
      { postId: 'p3', stance: 'con' },
    ],
    score: -2,
  })
  for (const name of ['voted', 'score', 'asked']) expect(profileOf(debate, 'bob')).not.toHaveProperty(name)
})

describe('who answered whom', () => {
  const answered = (debate: Debate, name: string) => profileOf(debate, name).answered

  test('is told of those who said it above, not of everybody who ever said it', async () => {
    const debate = await debateOf(`
      title: Dogs?
      1 ann: [a: Dogs bite.]
      2 bob: [a: They do bite.]
      3 cem > 2: [b: Mine never did.]
      4 dee: [b: No dog of mine ever bit.]
      b rebuts a`)
    expect(answered(debate, 'cem')).toEqual(ids('bob'))
    // Nothing leads up from her post, so it is told of who said it first.
    expect(answered(debate, 'dee')).toEqual(ids('ann'))
    expect(profileOf(debate, 'bob').answeredBy).toEqual(ids('cem'))
  })
  test('reaches over a post between', async () => {
    const debate = await debateOf(`
      title: Dogs?
      1 ann: [a: Dogs bite.]
      2 bob: [a: They do bite.]
      3 cem > 2: Hm.
      4 dee > 3: [b: Mine never did.]
      b rebuts a`)
    expect(answered(debate, 'dee')).toEqual(ids('cem', 'bob'))
  })
  test('is never told of what is said only later', async () => {
    const debate = await debateOf(`
      title: Dogs?
      1 ann: [b: Mine never bit.]
      2 bob: [a: Dogs bite.]
      b rebuts a`)
    expect(answered(debate, 'ann')).toEqual([])
  })
})
