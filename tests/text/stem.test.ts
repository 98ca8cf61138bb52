import { expect, test } from 'vitest'
import { stem } from '../../server/text/stem.ts'

/** Pairs given in Porter's paper. */
test.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['cats', 'cat'],
  ['agreed', 'agre'],
  ['plastered', 'plaster'],
  ['motoring', 'motor'],
  ['conflated', 'conflat'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['conditional', 'condit'],
  ['triplicate', 'triplic'],
  ['hopefulness', 'hope'],
  ['goodness', 'good'],
  ['revival', 'reviv'],
  ['adjustable', 'adjust'],
  ['adoption', 'adopt'],
  ['rate', 'rate'],
  ['controll', 'control'],
  ['größe', 'größe'],
  ['is', 'is'],
])('%s → %s', (word, expected) => expect(stem(word)).toBe(expected))
