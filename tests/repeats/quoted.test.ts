import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { embedded } from '../example/embedded.ts'
import { post, quoting, thread } from './threads.ts'

const SENTENCES = [
  'The ferry should stay free, because most islanders cannot drive to the bridge.',
  'A free ferry costs the town three million a year, which is more than the school gets.',
  'I think the council should ask for two crowns a trip instead of nothing.',
  'Free ferries bring more visitors, so the shops at the harbour earn more.',
]
const OWN = [
  'I disagree, because nobody would pay that.',
  'That is why the boat must stay open to all of us.',
  'My uncle sold his car last year, so he needs it every day.',
  'Parking at the pier is full by eight in the morning anyway.',
]

/** Replies that say again what stands before: as marked lines, in quotation marks, or word for word. */
const reply = fc.record({
  how: fc.constantFrom('marked', 'in marks', 'unmarked'),
  of: fc.nat({ max: SENTENCES.length - 1 }),
})

test('words quoted from others are no mentions by whoever quotes them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: OWN.length }), async (replies) => {
      const first = SENTENCES.map((text, at) => post(text, { id: `p${at}`, author: `writer${at}` }))
      const answers = replies.map(({ how, of }, at) => {
        const own = OWN[at] as string
        const words = SENTENCES[of] as string
        const rest = { id: `q${at}`, author: `reader${at}`, parentId: `p${of}`, parentVia: 'platform' as const }
        if (how === 'marked') return quoting(`> ${words}\n${own}`, rest)
        return post(how === 'in marks' ? `You say “${words}” ${own}` : `${words}\n\n${own}`, rest)
      })
      const { claims, threads } = await embedded(thread([...first, ...answers], { title: 'Should the ferry be free?' }))
      const texts = new Map(threads[0]?.posts.map(({ id, text }) => [id, text]))
      for (const { postId, start, end } of claims.flatMap((claim) => claim.mentions)) {
        const said = texts.get(postId)?.slice(start, end) ?? ''
        if (postId.startsWith('q')) expect(SENTENCES.filter((words) => words.includes(said))).toEqual([])
      }
    }),
    { numRuns: 30 },
  )
})
