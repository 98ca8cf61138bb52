/** What holds of every debate, however it came about; and made-up debates to try it on. */
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { Debate } from '../../shared/debate.ts'

export function expectLaws(debate: Debate): void {
  expect(Debate.parse(debate)).toEqual(debate)
  const claims = new Map(debate.claims.map((claim) => [claim.id, claim]))
  const links = new Map(debate.links.map((link) => [link.id, link]))
  const posts = new Map(debate.threads.flatMap((thread) => thread.posts.map((post) => [post.id, post])))
  const people = new Map(debate.people.map((person) => [person.id, person]))
  const issues = new Map(debate.issues.map((issue) => [issue.id, issue]))
  expect(claims.size).toBe(debate.claims.length)
  expect(links.size).toBe(debate.links.length)

  for (const link of debate.links) {
    expect(claims.has(link.from)).toBe(true)
    expect(link.type === 'undercuts' ? links.has(link.to) : claims.has(link.to)).toBe(true)
    expect(link.to).not.toBe(link.from)
  }
  const ends = debate.links.map((link) => `${link.from} ${link.to}`)
  expect(new Set(ends).size).toBe(ends.length)
  for (const reply of debate.replies) {
    expect(claims.has(reply.from)).toBe(true)
    expect(posts.has(reply.toPost)).toBe(true)
  }
  for (const claim of debate.claims) {
    for (const { postId, start, end, personId } of claim.mentions) {
      expect(posts.get(postId)?.text.slice(start, end)).toHaveLength(end - start)
      expect(end).toBeGreaterThan(start)
      expect(people.has(personId)).toBe(true)
    }
    const named = claim.mentions.map((mention) => mention.personId).filter((id) => people.get(id)?.name != null)
    expect(claim.people).toBe(new Set(named).size)
    expect(claim.posts).toBeGreaterThanOrEqual(new Set(claim.mentions.map((mention) => mention.postId)).size)
    expect(claim.headline.length).toBeLessThanOrEqual(40)
    const { parent, via, by } = claim.place
    if (via === 'position') expect(issues.get(parent ?? '')?.positions.map((one) => one.claimId)).toContain(claim.id)
    else if (via === 'none') expect(parent === null || claims.has(parent) || issues.has(parent)).toBe(true)
    else {
      expect(claims.has(parent ?? '')).toBe(true)
      expect(via === 'link' ? links.has(by ?? '') : by === null || debate.replies.some(({ id }) => id === by)).toBe(
        true,
      )
    }
    expectEndsAbove(claim.id, debate)
  }
  for (const issue of debate.issues) {
    for (const { claimId } of issue.positions) expect(claims.get(claimId)?.place.parent).toBe(issue.id)
  }
  expect(debate.coverage.fates.map((fate) => fate.postId)).toEqual([...posts.keys()])
  for (const crux of debate.cruxes) expect(claims.has(crux.claimId) && claims.has(crux.positionId)).toBe(true)
  for (const person of debate.people) {
    const said = debate.claims.filter((claim) => claim.mentions.some((mention) => mention.personId === person.id))
    expect(person.claims).toBe(said.length)
  }
}

/** Going up from a claim ends, at an issue or at nothing. */
function expectEndsAbove(id: string, debate: Debate): void {
  const parents = new Map(debate.claims.map((claim) => [claim.id, claim.place.parent]))
  const seen = new Set<string>()
  for (let above: string | null | undefined = id; above != null; above = parents.get(above)) {
    expect(seen.has(above)).toBe(false)
    seen.add(above)
  }
}

const NAMES = ['c0', 'c1', 'c2', 'c3', 'c4', 'e5', 'e6']
const name = fc.constantFrom(...NAMES)
const post = fc.record({
  author: fc.constantFrom('ann', 'ann', 'bob', '-'),
  parent: fc.nat({ max: 20 }),
  says: fc.array(name, { maxLength: 3, size: 'max' }),
  copies: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 20 }) }),
})
const relation = fc.record({
  from: fc.nat({ max: 1000 }),
  to: fc.nat({ max: 1000 }),
  step: fc.option(fc.nat({ max: 1000 })),
  type: fc.constantFrom('supports', 'supports', 'rebuts', 'rebuts', 'undercuts', 'agrees', 'disagrees'),
  confidence: fc.constantFrom('.4', '.6', '.8'),
})

/** Debates in the notation of `notation.ts`: a few posts by few people, with relations between whatever is said. */
export const madeUp: fc.Arbitrary<string> = fc
  .record({
    title: fc.boolean(),
    posts: fc.array(post, { minLength: 1, maxLength: 9, size: 'max' }),
    relations: fc.array(relation, { maxLength: 16, size: 'max' }),
  })
  .map(({ title, posts, relations }) => {
    const said = new Set<string>()
    const repeats: string[] = []
    const lines = posts.map(({ author, parent, says, copies }, index) => {
      const number = index + 1
      const above = index > 0 ? ` > ${(parent % index) + 1}` : ''
      if (index > 0 && copies !== null) {
        const of = (copies % index) + 1
        if (!repeats.some((line) => line.startsWith(`${of} `))) {
          repeats.push(`${number} repeats ${of} exact`)
          return `${number} ${author}${above}: Again.`
        }
      }
      for (const one of says) said.add(one)
      const words = says.map((one) => `[${one}${one.startsWith('e') ? '/study' : ''}: Words of ${one} here.]`)
      return `${number} ${author}${above}: Well. ${words.join(' ')}`
    })
    const names = [...said]
    const pick = (number: number) => names[number % names.length] as string
    const linked = relations.flatMap(({ from, to, step, type, confidence }) => {
      if (names.length === 0) return []
      if (type === 'agrees' || type === 'disagrees') return [`${pick(from)} ${type} ${(to % posts.length) + 1}`]
      const towards = type === 'undercuts' && step !== null ? ` ${pick(step)}` : ''
      return [`${pick(from)} ${type} ${pick(to)}${towards} ${confidence}`]
    })
    return [title ? 'title: Should we?' : '', ...lines, ...linked, ...repeats].join('\n')
  })
