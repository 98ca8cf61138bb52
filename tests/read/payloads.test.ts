/** Captured answers of real platforms, each read alone as a dropped file. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { Thread } from '../../shared/thread.ts'
import { beside, besideText, WHY_ABSENT } from '../beside.ts'
import { faults } from './faults.ts'

interface Entry {
  file: string
  platform: string
  posts: number
}

const config = readConfig({})
const manifest = JSON.parse(besideText('payloads/MANIFEST.json') ?? '[]') as Entry[]

function threadsOf(file: string) {
  const base64 = readFileSync(beside(`payloads/${file}`) as string).toString('base64')
  return preview({ kind: 'file', name: file.split('/').at(-1) as string, base64 }, config)
}

describe('captured payloads', () => {
  test('are there', (ctx) => {
    if (manifest.length === 0) ctx.skip(WHY_ABSENT)
  })

  test.each(manifest.filter((entry) => entry.posts > 0))('$file holds $posts posts', ({ file, posts }) => {
    const threads = threadsOf(file)
    expect(threads.reduce((sum, thread) => sum + thread.posts.length, 0)).toBe(posts)
    for (const thread of threads) {
      expect(faults(thread)).toEqual([])
      Thread.parse({ ...thread, id: 't1', readAt: new Date().toISOString(), article: thread.article ?? null })
    }
  })

  test.each(manifest.filter((entry) => entry.posts === 0))('$file is no thread and says so', ({ file }) => {
    expect(() => threadsOf(file)).toThrow(expect.objectContaining({ name: 'Problem' }))
  })

  test.each(
    [
      ['reddit/old_reddit_network_policy_block.html', 'blocked-by-site'],
      ['reddit/old_reddit_over18_interstitial.html', 'login-required'],
      ['reddit/reddit_shreddit_shell.html', 'blocked-by-site'],
    ].filter(() => manifest.length > 0),
  )('%s is answered with %s', (file, code) => {
    expect(() => threadsOf(file)).toThrow(expect.objectContaining({ code }))
  })
})
