/** Made-up threads for measuring the model analyser: 2 to 8 sentences a post, one post in twenty an exact repeat. */
import type { Post, Thread } from '../../shared/thread.ts'
import { plainPost, plainThread } from '../fixtures/posts.ts'
import { randomFrom } from './made-up.ts'

const WHO =
  'the council|our school|the harbour office|most tenants|the bus company|a local baker|the hospital|young families|the fire brigade|shop owners|the library|night workers|the housing fund|cyclists|the theatre|gardeners|the swimming club|commuters|the water board|pensioners'.split(
    '|',
  )
const DOES =
  'would lose|has already paid for|cannot manage without|should give up|may benefit from|never asked for|has promised|will regret|tends to ignore|could easily share|is planning|pays too much for|quietly dropped|depends on|complains about|ought to rebuild|saves money with|underestimates|keeps asking for|wasted years on'.split(
    '|',
  )
const WHAT =
  'the old quay|a second tram line|evening classes|the market hall|free parking|cheaper tickets|a covered pool|night buses|the town archive|repair workshops|the stone bridge|wider pavements|solar roofs|the music school|public toilets|a skate park|the ferry|street trees|flood walls|the allotments'.split(
    '|',
  )
const WHEN =
  'this winter|since the flood|before the election|within five years|every single summer|after the merger|as long as rents rise|now that the works have closed|at weekends|during the festival|since 2019|until the loan is paid'.split(
    '|',
  )
const WHY =
  'because nobody else will|although the figures say otherwise|which the survey of 412 people confirmed|and I have seen it myself|but that does not follow from the report|so the money should go there|according to the audit|unless somebody does the sums again|and 38 percent of us agreed|as my own street shows|which is a different matter|however often it is denied'.split(
    '|',
  )

/** A thread of `count` posts. The first posts are the same for every count, so that a larger thread is a smaller one grown. */
export function synthetic(count: number, seed = 7): Thread {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const sentence = (): string => {
    const words = `${pick(WHO)} ${pick(DOES)} ${pick(WHAT)} ${pick(WHEN)}, ${pick(WHY)}.`
    return words.slice(0, 1).toUpperCase() + words.slice(1)
  }
  const posts: Post[] = []
  for (let at = 0; at < count; at += 1) {
    const parent = at === 0 ? null : Math.floor(at * random() ** 0.5)
    const copied = at > 5 && random() < 0.05 ? pick(posts).text : null
    const text = copied ?? Array.from({ length: 2 + Math.floor(random() * 7) }, sentence).join(' ')
    posts.push(postOf(at, parent, text, `person ${Math.floor(random() * (2 + at / 4))}`))
  }
  return plainThread(posts, { id: 'synthetic' })
}

function postOf(at: number, parent: number | null, text: string, author: string): Post {
  return plainPost({
    id: `s${at}`,
    parentId: parent === null ? null : `s${parent}`,
    parentVia: parent === null ? 'none' : 'platform',
    author,
    createdAt: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
    text,
    kind: at === 0 ? 'opening' : 'reply',
  })
}
