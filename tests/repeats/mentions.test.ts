import { expect, test } from 'vitest'
import type { Thread } from '../../shared/thread.ts'
import { saidAgain } from '../../server/repeats/mentions.ts'
import { foldPosts } from '../../server/repeats/posts.ts'
import { resolveQuotes } from '../../server/repeats/quotes.ts'
import { post, thread, unit, words } from './threads.ts'

const FERRY =
  'The ferry should stay free. Most people who take it live on the island and have no other way to reach work or school.'
const ADDED =
  ' And while we are at it, the bus to the harbour should run until midnight, because shifts at the fish plant end at eleven and nobody wants to walk home in the dark.'

/** What copies say for the first sentence of p1. */
function again(posts: (string | ReturnType<typeof post>)[]) {
  const threads = resolveQuotes([thread(posts)])
  const first = (threads[0] as Thread).posts[0] as ReturnType<typeof post>
  const claim = unit(first, 'The ferry should stay free.')
  const found = saidAgain([claim], threads, foldPosts(threads)).get(claim.id) ?? []
  return found.map((passage) => [passage.postId, words(threads, passage)])
}

test('every copy says it again, at its own place', () => {
  expect(again([FERRY, `Hello! ${FERRY}`, FERRY.toUpperCase()])).toEqual([
    ['p2', 'The ferry should stay free.'],
    ['p3', 'THE FERRY SHOULD STAY FREE'],
  ])
})

test('a copy that left the sentence out does not', () => {
  expect(again([FERRY, FERRY.replace('The ferry should stay free. ', '')])).toEqual([])
})

test('a copy with an addition says it again only for the same person', () => {
  const by = (author: string) => [post(FERRY, { author: 'ann' }), post(FERRY + ADDED, { author })]
  expect(again(by('ann'))).toEqual([['p2', 'The ferry should stay free.']])
  expect(again(by('bob'))).toEqual([])
})
