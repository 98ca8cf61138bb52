/** The summary without a model: sentences of posts, word for word, that say something by themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { centrality } from '../../../server/text/central.ts'
import { preview } from '../../../server/read/index.ts'
import type { Debate } from '../../../shared/debate.ts'
import type { Thread } from '../../../shared/thread.ts'
import { beside, besideText, WHY_ABSENT } from '../../beside.ts'
import { embedded } from '../../example/embedded.ts'
import { exampleThread } from '../../example/expected.ts'
import { plainThread } from '../../fixtures/posts.ts'
import { post } from './thread.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'threads')
/** Larger captured files take long and show no more. */
const LARGEST = 60_000

interface Captured {
  file: string
  posts: number
  bytes: number
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

function threadsIn(path: string): Thread[] {
  const base64 = readFileSync(path).toString('base64')
  return preview({ kind: 'file', name: path.split('/').at(-1) ?? '', base64 }, readConfig({})).map(
    (thread, at): Thread => ({ ...thread, id: `t${at}`, readAt: '2026-01-01T00:00:00Z', article: null }),
  )
}

/** Sentences of a summary that stand in none of the posts they are said to come from. */
function invented({ summary, claims, threads }: Debate): string[] {
  const posts = new Map(threads.flatMap(({ posts }) => posts.map(({ id, text }) => [id, plain(text)] as const)))
  const saidIn = new Map(claims.map(({ id, mentions }) => [id, mentions.map(({ postId }) => posts.get(postId) ?? '')]))
  return summary.sentences
    .filter(({ part }) => part !== 'question')
    .filter(
      ({ text, claims: said }) =>
        said.length === 0 || !said.every((id) => saidIn.get(id)?.some((words) => words.includes(text))),
    )
    .map(({ text }) => text)
}

test('what speaks of what the others speak of is central, a joke is not', () => {
  const joke = 'My aunt would laugh about ducks.'
  const all = ['The keyboard is cramped.', 'A cramped keyboard tires the hands.', 'The keyboard is fine.', joke]
  const central = centrality(all)
  expect(central('The keyboard is cramped.')).toBeGreaterThan(central('The keyboard is fine.'))
  expect(central('The keyboard is fine.')).toBeGreaterThan(central(joke))
  expect(central(joke)).toBe(0)
})

describe('every sentence stands in a post that says its claims', () => {
  const files = readdirSync(FIXTURES).filter((name) => !name.endsWith('.expected.json'))

  test.each(files)('%s', async (name) => {
    for (const thread of threadsIn(join(FIXTURES, name))) expect(invented(await embedded(thread))).toEqual([])
  })

  test('the example', async () => {
    const debate = await embedded(exampleThread())
    expect(debate.summary.sentences.length).toBeGreaterThan(5)
    expect(invented(debate)).toEqual([])
  })

  const captured = (JSON.parse(besideText('payloads/MANIFEST.json') ?? '[]') as Captured[])
    .filter(({ posts, bytes }) => posts > 1 && bytes <= LARGEST)
    .map(({ file }) => file)
  test.skipIf(captured.length === 0)(
    `captured threads (else: ${WHY_ABSENT})`,
    async () => {
      for (const file of captured) {
        for (const thread of threadsIn(beside(`payloads/${file}`) ?? '')) {
          expect(invented(await embedded(thread)), file).toEqual([])
        }
      }
    },
    60_000,
  )
})

describe('what is quoted', () => {
  const TITLE = 'Should we close the old bridge?'
  const opening = post('op', null, `${TITLE}\n\nThe council decides next week.`, { heading: TITLE.length })
  const summaryOf = async (...replies: string[]) => {
    const posts = [opening, ...replies.map((text, at) => post(`r${at}`, 'op', text))]
    const debate = await embedded(plainThread(posts, { title: TITLE }))
    return debate.summary.sentences.map(({ part, text }) => `${part}: ${text}`)
  }

  test('is the reason, where the answer to the title is a word or leans on the title', async () => {
    const said = await summaryOf(
      'No. Lorries would have to drive twenty miles round by the motorway.',
      'Yes.',
      'I think we should do it. The pillars have been crumbling since the flood of last spring.',
    )
    expect(said).toContain('against: Lorries would have to drive twenty miles round by the motorway.')
    expect(said).toContain('for: The pillars have been crumbling since the flood of last spring.')
    expect(said.join()).not.toMatch(/we should (?:not )?close/i)
  })

  test('is the whole sentence, never a clause or words that lean on what stands before them', async () => {
    const said = await summaryOf(
      'I oppose closing the old bridge, because lorries would have to drive round by the motorway. But that is me. Moreover, it costs a lot of money to close.',
    )
    expect(said).toEqual([
      `question: ${TITLE}`,
      'against: I oppose closing the old bridge, because lorries would have to drive round by the motorway.',
    ])
  })
})
