/** How fast threads are read. Captured payloads are measured when they lie beside the checkout. */
import { readFileSync } from 'node:fs'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { beside, besideText } from '../beside.ts'
import type { Figure, Measured } from './figures.ts'
import { longThreads } from './long-threads.ts'

const RUNS = 5
const config = readConfig({})

interface Row {
  what: string
  posts: number
  bytes: number
  milliseconds: number
  postsPerSecond: number
  megabytesPerSecond: number
}

/** Best of a few runs: what the code needs when nothing else runs. */
function measure(what: string, files: Buffer[]): Row {
  const sources = files.map((bytes) => ({ kind: 'file' as const, name: what, base64: bytes.toString('base64') }))
  let best = Number.POSITIVE_INFINITY
  let posts = 0
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now()
    posts = sources.flatMap((source) => preview(source, config)).reduce((sum, thread) => sum + thread.posts.length, 0)
    best = Math.min(best, performance.now() - began)
  }
  const bytes = files.reduce((sum, file) => sum + file.length, 0)
  return {
    what,
    posts,
    bytes,
    milliseconds: Math.round(best * 10) / 10,
    postsPerSecond: Math.round((posts / best) * 1000),
    megabytesPerSecond: Math.round(bytes / best / 100) / 10,
  }
}

export function bench(): Measured {
  const long = longThreads()
  const rows: Row[] = []
  const manifest = JSON.parse(besideText('payloads/MANIFEST.json') ?? '[]') as {
    file: string
    platform: string
    posts: number
  }[]
  for (const platform of new Set(manifest.filter(({ posts }) => posts > 0).map((entry) => entry.platform))) {
    const files = manifest.filter((entry) => entry.platform === platform && entry.posts > 0)
    rows.push(
      measure(
        platform,
        files.map(({ file }) => readFileSync(beside(`payloads/${file}`) as string)),
      ),
    )
  }
  const figures: Figure[] = [
    ...long.flatMap(({ what, seconds, megabytes }): Figure[] => [
      { what: `5,000 posts, ${what}`, value: seconds, unit: 's of a processor', most: 1 },
      { what: `5,000 posts, ${what}: memory in all`, value: megabytes, unit: 'MB', most: 300 },
    ]),
    ...rows.map(({ what, milliseconds }): Figure => ({ what, value: milliseconds, unit: 'ms' })),
  ]
  return { figures, details: { long, rows } }
}
