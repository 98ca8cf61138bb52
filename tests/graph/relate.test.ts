import { describe, expect, test } from 'vitest'
import type { RelateAnswer, RelateQuestion } from '../../server/analysers/index.ts'
import { relate } from '../../server/graph/relate.ts'
import { asking, relating, sketch } from './notation.ts'

const answer = (question: RelateQuestion, change: Partial<RelateAnswer>): RelateAnswer => ({
  claimId: question.claimId,
  to: null,
  toPost: null,
  type: 'rebuts',
  attitude: 'disagrees',
  quote: null,
  basis: 'model',
  confidence: 0.8,
  why: ['asked'],
  ...change,
})

async function related(text: string, rule?: (question: RelateQuestion) => RelateAnswer[]) {
  const { groups, findings, threads, repeats } = sketch(text)
  const analyser = relating(rule)
  const progress: number[] = []
  const made = await relate(groups, findings, threads, analyser, asking(), (done) => progress.push(done), repeats)
  return { ...made, asked: analyser.asked.flat(), chunks: analyser.asked, progress }
}

const short = (links: { from: string; type: string; to: string }[]) =>
  links.map((link) => `${link.from} ${link.type} ${link.to}`)

describe('claims that deny each other word for word', () => {
  const ONE = '1 ann: [a: Hate speech should be banned.]'
  test('are linked by rule, the later as a rebuttal of the earlier, wherever they stand', async () => {
    const { links } = await related(`
      ${ONE}
      2 bob: [b: Cats are clean.]
      3 cid > 2: Well then. [c: Hate speech should not be banned.]`)
    expect(links).toEqual([
      {
        id: 'l.c.rebuts.a',
        from: 'c',
        to: 'a',
        type: 'rebuts',
        basis: 'connective',
        confidence: 0.9,
        passage: { postId: 'p3', start: 11, end: 44 },
        why: ['says the same with a denial'],
      },
    ])
  })
  test('as are those with opposites, told by the words', async () => {
    const { links } = await related(`${ONE}\n2 bob: [b: Hate speech should be allowed.]`)
    expect(links.map(({ from, to, why }) => [from, to, ...why])).toEqual([['b', 'a', '“allowed” against “banned”']])
  })
  test.each([
    ['not where one post says both', `${ONE} But [b: Hate speech should not be banned.]`, []],
    [
      'not where the claim itself is said in that post, too',
      `${ONE}\n2 bob: [a: Hate speech should be banned.] And [b: Hate speech should not be banned.]`,
      [],
    ],
    [
      'not where they are joined already',
      `${ONE}\n2 bob > 1: [b: Hate speech should not be banned.]\nb supports a .3 nearby`,
      ['b supports a'],
    ],
    [
      'but only with the earliest of those denied',
      `${ONE}\n2 bob: [b: Hate speeches should be banned.]\n3 cid: [c: Hate speech should not be banned.]`,
      ['c rebuts a'],
    ],
    [
      'not where the later takes a side on the issue',
      `${ONE}\n2 bob: [b: Hate speech should not be banned.]\nfor a\nagainst b`,
      [],
    ],
    ['not evidence', '1 ann: [a/study: Fees rise.]\n2 bob: [b/study: Fees do not rise.]', []],
  ])('%s', async (_, text, expected) => {
    expect(short((await related(text)).links)).toEqual(expected)
  })
})

describe('links found in batches', () => {
  test('become links between the claims their units belong to', async () => {
    const { links } = await related(`
      1 ann: [a: Cats are clean.] because [b: they wash.]
      2 bob > 1: [c: Cats shed hair.]
      b supports a .9 connective
      c rebuts a .7 reply`)
    expect(links.map(({ from, type, to, passage }) => [from, type, to, passage])).toEqual([
      ['b', 'supports', 'a', { postId: 'p1', start: 24, end: 34 }],
      ['c', 'rebuts', 'a', null],
    ])
  })

  test.each([
    [
      'a claim merged with what it answers gets no link to itself',
      '1 ann: [a: One.]\n2 bob: [a: One again.]\na supports a',
      [],
    ],
    [
      'said twice is one link, on the surer basis',
      '1 ann: [a: One.]\n2 bob > 1: [b: Two.]\nb rebuts a .9 similar\nb rebuts a .6 connective',
      ['b rebuts a'],
    ],
    [
      'read as support and as rebuttal: the surer wins',
      '1 ann: [a: One.]\n2 bob > 1: [b: Two.]\nb supports a .4\nb rebuts a .6',
      ['b rebuts a'],
    ],
    ['nothing answers what was said later by someone else', '1 ann: [a: One.]\n2 bob: [b: Two.]\na rebuts b', []],
    [
      'one may point forward in what one says oneself',
      '1 ann: [a: One.]\n2 ann: [b: Two.]\na supports b',
      ['a supports b'],
    ],
    [
      'a claim said again later may answer',
      '1 ann: [a: One.]\n2 bob: [b: Two.]\n3 ann: [b: Two too.]\nb rebuts a',
      ['b rebuts a'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(short((await related(text)).links)).toEqual(expected)
  })

  test('a link kept twice tells both reasons', async () => {
    const parts = sketch('1 ann: [a: One.]\n2 bob > 1: [b: Two.]\nb rebuts a .9 similar\nb rebuts a .6 connective')
    parts.findings.links.forEach((link, index) => link.why.push(`reason ${index}`))
    const { links } = await relate(parts.groups, parts.findings, parts.threads, relating(), asking())
    expect(links[0]).toMatchObject({ basis: 'connective', confidence: 0.6, why: ['reason 1', 'reason 0'] })
  })
})

describe('undercuts', () => {
  const text = `
    1 ann: [a: One.]
    2 bob > 1: [b: Two.] [c: Three.]
    3 cem > 2: [u: That does not follow.]
    b supports a .6
    b rebuts c .9`
  test('end at the named step', async () => {
    expect(short((await related(`${text}\nu undercuts b a`)).links)).toContain('u undercuts l.b.supports.a')
  })
  test('without a named step, end at the strongest link of the doubted claim', async () => {
    expect(short((await related(`${text}\nu undercuts b`)).links)).toContain('u undercuts l.b.rebuts.c')
  })
  test('of a claim that leads nowhere, become a disagreeing reply that says so', async () => {
    const { links, replies } = await related(`${text}\nu undercuts c`)
    expect(short(links).some((link) => link.startsWith('u'))).toBe(false)
    expect(replies).toMatchObject([{ from: 'u', toPost: 'p2', attitude: 'disagrees' }])
    expect(replies[0]?.why.join()).toContain('leads to no other')
  })
})

describe('questions to the analyser', () => {
  const text = `
    title: [t: Dogs are better than cats]
    1 ann: [a: Dogs are loyal.]
    2 bob > 1: [b: Cats are loyal too.] [c: They wait at the door.]
    3 cem: [d: Parrots talk.]
    a supports t
    c supports b`
  test('are about claims no batch settled, with the answered post, the title and likely candidates', async () => {
    const { asked } = await related(text)
    expect(asked.map((question) => [question.claimId, question.toPost, question.firstLevel])).toEqual([
      ['t', null, false],
      ['b', 'p1', true],
      ['d', null, false],
    ])
    const b = asked.find((question) => question.claimId === 'b')
    expect(b?.candidates.map(({ claimId, because }) => [claimId, because])).toEqual([
      ['t', 'title'],
      ['a', 'reply'],
    ])
    expect(b).toMatchObject({ words: 'Cats are loyal too.', before: '', order: 0, kind: 'claim' })
    const d = asked.find((question) => question.claimId === 'd')
    expect(d?.candidates.map(({ claimId, because }) => [claimId, because])).toEqual([['t', 'title']])
  })

  test('after a quote are about the quoted words, also in a folded post’s stead', async () => {
    const parts = sketch(`
      1 ann: [a: Dogs are loyal.] [b: Dogs are clean.]
      2 bob > 1: Hello.
      3 cem > 2: Dogs are clean. [c: Not mine.]`)
    const quote = { start: 0, end: 15, how: 'marked' as const, author: null, similarity: 1 }
    parts.threads[0]?.posts[2]?.quotes.push({ ...quote, of: { postId: 'p1', start: 16, end: 31 } })
    const analyser = relating()
    await relate(parts.groups, parts.findings, parts.threads, analyser, asking())
    const question = analyser.asked.flat().find(({ claimId }) => claimId === 'c')
    expect(question?.toPost).toBe('p1')
    expect(question?.candidates.map(({ claimId, because, covered }) => [claimId, because, covered])).toEqual([
      ['b', 'quote', 1],
      ['a', 'reply', 0],
    ])
  })

  test('an answer to a folded post is one to the post it repeats', async () => {
    const { asked } = await related('1 ann: [a: One.]\n2 ann: One.\n3 bob > 2: [b: No.]\n2 repeats 1 exact')
    expect(asked.find(({ claimId }) => claimId === 'b')).toMatchObject({ toPost: 'p1', candidates: [{ claimId: 'a' }] })
  })

  test('come in chunks of twenty in which no claim stands twice', async () => {
    const posts = Array.from(
      { length: 50 },
      (_, index) => `${index + 2} p${index} > 1: [c${index % 30}: Point ${index % 30}.]`,
    )
    const { chunks, progress } = await related(`1 ann: [a: One.]\n${posts.join('\n')}`)
    for (const chunk of chunks) {
      expect(chunk.length).toBeLessThanOrEqual(20)
      expect(new Set(chunk.map((question) => question.claimId)).size).toBe(chunk.length)
    }
    expect(progress.at(-1)).toBe(chunks.flat().length)
    expect(chunks.flat().length).toBe(50)
  })
})

describe('answers of the analyser', () => {
  const text = '1 ann: [a: One.]\n2 bob > 1: No way. [b: Two.]'
  const asked = (change: Partial<RelateAnswer>) =>
    related(text, (question) => (question.claimId === 'b' ? [answer(question, change)] : []))

  test('link claims, with the words that carry the link', async () => {
    const { links } = await asked({ to: 'a', quote: 'No way' })
    expect(links).toMatchObject([{ from: 'b', to: 'a', type: 'rebuts', passage: { postId: 'p2', start: 0, end: 6 } }])
  })
  test('with words that are not in the post carry no passage', async () => {
    expect((await asked({ to: 'a', quote: 'Never in my life said so' })).links[0]?.passage).toBeNull()
  })
  test('about a post without a claim of it are replies', async () => {
    const { links, replies } = await asked({ toPost: 'p1', attitude: 'agrees' })
    expect(links).toEqual([])
    expect(replies).toMatchObject([{ from: 'b', toPost: 'p1', attitude: 'agrees', why: ['asked'] }])
  })
  test.each([
    ['an unknown claim', { to: 'zzz' }],
    ['a post that was not asked about', { toPost: 'p2' }],
    ['another asking claim', { claimId: 'zzz', to: 'a' }],
    ['itself', { to: 'b' }],
  ])('naming %s never pass', async (_, change) => {
    const { links, replies } = await asked(change)
    expect([...links, ...replies]).toEqual([])
  })
  test('given when the thread was shorter may name a claim that is no candidate now, or was merged since', async () => {
    const merged = '1 ann: [a: One.]\n2 cem: [x: Far off.]\n3 dee: [x: Far off again.]\n4 bob > 1: [b: Two.]'
    const { groups } = sketch(merged)
    const later = groups.find(({ id }) => id === 'x')?.units[1]?.id ?? ''
    for (const to of ['x', later]) {
      const { links } = await related(merged, (question) =>
        question.claimId === 'b' ? [answer(question, { to })] : [],
      )
      expect(short(links)).toEqual(['b rebuts x'])
    }
  })
  test('never name what was said only later', async () => {
    const text = '1 ann: [a: One.]\n2 bob > 1: [b: Two.]\n3 cem: [x: Later.]'
    const { links } = await related(text, (question) =>
      question.claimId === 'b' ? [answer(question, { to: 'x' })] : [],
    )
    expect(links).toEqual([])
  })
  test('keep a reply only where no link says the same better', async () => {
    const { links, replies } = await related(`${text}\nb disagrees 1\nb rebuts a`)
    expect([short(links), replies]).toEqual([['b rebuts a'], []])
  })
})

describe('an analyser that fails', () => {
  class Problem extends Error {
    override name = 'Problem'
  }
  const posts = Array.from({ length: 60 }, (_, index) => `${index + 2} p${index} > 1: [c${index}: Point ${index}.]`)
  const parts = sketch(`1 ann: [a: One.]\n${posts.join('\n')}`)
  const failing = (fails: (chunk: number) => boolean, error: Error) => {
    const analyser = relating()
    const relate = analyser.relate.bind(analyser)
    let chunk = 0
    return {
      ...analyser,
      relate: (...given: Parameters<typeof relate>) => (fails(chunk++) ? Promise.reject(error) : relate(...given)),
    }
  }
  const run = async (analyser: ReturnType<typeof relating>) => {
    const notices: string[] = []
    const notice = (sentence: string) => void notices.push(sentence)
    await relate(parts.groups, parts.findings, parts.threads, analyser, { ...asking(), notice })
    return notices
  }

  test('on some chunks costs those, and the reader is told', async () => {
    expect(await run(failing((chunk) => chunk === 1, new Problem('The service was busy.')))).toEqual([
      'What 20 of 60 statements answer was not found out, so links are missing. The service was busy.',
    ])
  })
  test('on every chunk is a Problem', async () => {
    await expect(run(failing(() => true, new Problem('The key was refused.')))).rejects.toThrow('The key was refused.')
  })
  test('for want of money says so at once', async () => {
    const empty = Object.assign(new Problem('The cap was reached.'), { code: 'over-budget' })
    await expect(run(failing((chunk) => chunk === 1, empty))).rejects.toThrow('The cap was reached.')
  })
  test('by a fault of our own is not hidden', async () => {
    await expect(run(failing((chunk) => chunk === 1, new TypeError('a fault')))).rejects.toThrow('a fault')
  })
})
