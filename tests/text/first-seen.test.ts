import { expect, test } from 'vitest'
import { FirstSeen } from '../../server/text/first-seen.ts'
import { Postings } from '../../server/text/postings.ts'

test('keeps the first place of each hash, however many there are', () => {
  const table = new FirstSeen(4)
  for (let hash = 0; hash < 5000; hash++) table.add(hash * 65_536, hash, 7)
  for (let hash = 0; hash < 5000; hash++) table.add(hash * 65_536, 99, 8)
  expect(table.get(4999 * 65_536)).toEqual({ where: 4999, place: 7 })
  expect(table.get(1)).toBe(null)
})

test('lists every set of an element, latest first, until told to stop', () => {
  const postings = new Postings(100)
  for (let set = 0; set < 50; set++) {
    postings.add(7, set)
    postings.add(7 + 2 ** 20, set)
  }
  const seen: number[] = []
  postings.each(7, (set) => seen.push(set) < 3)
  expect(seen).toEqual([49, 48, 47])
})
