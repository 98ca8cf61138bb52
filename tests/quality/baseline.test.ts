import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import { readConfig } from '../../server/config.ts'
import { beside, WHY_ABSENT } from '../beside.ts'
import { measureAll, type Numbers } from './measure.ts'
import { MEASURES } from './measures.ts'

const folder = beside('corpora')
const baseline = JSON.parse(readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8')) as Numbers

describe('the embedded analyser on annotated corpora', () => {
  let numbers: Numbers = {}

  beforeAll(async () => {
    if (folder === null) return
    const embedded = createEmbedded()
    const parts = { analyser: embedded, fallback: embedded, config: readConfig({}) }
    const none = Number.POSITIVE_INFINITY
    numbers = await measureAll({ parts, folder, limit: none, out: null, say: () => {} })
  }, 240_000)

  test.for(MEASURES.map(({ name, noise }) => [name, baseline[name] ?? 0, noise] as const))(
    '%s: no less than %d, but for noise of %d',
    ([name, before, noise], ctx) => {
      if (folder === null) ctx.skip(WHY_ABSENT)
      expect(numbers[name]).toBeGreaterThanOrEqual(before - noise)
    },
  )
})
