import { beforeAll, describe, expect, test } from 'vitest'
import type { Debate, Profile } from '../../shared/debate.ts'
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
