/**
 * Damaged, shuffled and hostile input: whatever comes, reading ends soon, with a thread that obeys its laws or a Problem.
 * `FUZZ_RUNS` sets how many inputs are tried in all.
 */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { Problem } from '../../server/problem.ts'
import { preview } from '../../server/read/index.ts'
import { readPasted } from '../../server/read/paste/index.ts'
import { clean } from '../../server/text/clean.ts'
import { htmlToText } from '../../server/text/html-to-text.ts'
import { markdownToText } from '../../server/text/markdown-to-text.ts'
import { beside, besideText, WHY_ABSENT } from '../beside.ts'
import { faults } from './faults.ts'
import { FORMS } from './forms.ts'
import { ASKBOT, PAGES } from './forum-pages.ts'
import { SAMPLES } from './samples.ts'
import { SAVED } from './saved.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 3000)
/** Seconds of the processor, so that a busy machine is not taken for a hang. */
const LONGEST = 2
const config = readConfig({})

/** Problems are answers; anything else thrown, a broken law or a long wait is a fault. */
function trial(name: string, bytes: Uint8Array): void {
  const began = process.cpuUsage()
  try {
    const threads = preview({ kind: 'file', name, base64: Buffer.from(bytes).toString('base64') }, config)
    expect(threads.flatMap(faults)).toEqual([])
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code === 'internal') throw thrown
  }
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1e6).toBeLessThan(LONGEST)
}

/** One change to a file: a stretch cut out, doubled, overwritten, moved, or bytes set to others. */
const Change = fc.record({
  kind: fc.constantFrom('cut', 'double', 'noise', 'swap', 'truncate', 'nest'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.integer({ min: 1, max: 4000 }),
  noise: fc.uint8Array({ minLength: 1, maxLength: 12 }),
})
type Change = typeof Change extends fc.Arbitrary<infer T> ? T : never

function changed(bytes: Uint8Array, { kind, at, size, noise }: Change): Uint8Array {
  const from = Math.floor(at * bytes.length)
  const to = Math.min(bytes.length, from + size)
  const [before, here, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
  if (kind === 'cut') return Buffer.concat([before, after])
  if (kind === 'double') return Buffer.concat([before, here, here, here, after])
  if (kind === 'noise') return Buffer.concat([before, noise, after])
  if (kind === 'swap') return Buffer.concat([after, here, before])
  if (kind === 'truncate') return before
  return Buffer.concat([before, Buffer.from('<div>'.repeat(Math.min(size, 2000))), here, after])
}

/** JSON with values replaced by others of the wrong kind, a share of them. */
function twisted(value: unknown, random: () => number): unknown {
  const odd = [null, 0, -1, 1e300, '', ' ', 'x', true, [], {}, [null], { id: {} }, '\uD800', '__proto__', [[[]]]]
  if (random() < 0.02) return odd[Math.floor(random() * odd.length)]
  if (Array.isArray(value)) return value.map((one) => twisted(one, random))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, twisted(one, random)]))
}

function seeded(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const manifest = JSON.parse(besideText('payloads/MANIFEST.json') ?? '[]') as { file: string; bytes: number }[]
const payloads = manifest
  .filter(({ bytes }) => bytes < 130_000)
  .map(({ file }) => ({ file, bytes: readFileSync(beside(`payloads/${file}`) as string) }))
const written = [
  ...SAMPLES.map(({ name, content }) => ({ file: name, bytes: Buffer.from(content) })),
  ...[...FORMS, ...SAVED].map(([name, content]) =>
    typeof content === 'string'
      ? { file: `${name}.html`, bytes: Buffer.from(content) }
      : { file: `${name}.json`, bytes: Buffer.from(JSON.stringify(content)) },
  ),
  ...Object.entries({ ...PAGES, Askbot: ASKBOT }).map(([name, content]) => ({
    file: `${name}.html`,
    bytes: Buffer.from(content),
  })),
]

describe.each([
  ['our own samples', written, ''],
  ['captured payloads', payloads, WHY_ABSENT],
])('%s, damaged', (_, files, why) => {
  test(
    'end in a thread or a Problem',
    (ctx) => {
      ctx.skip(files.length === 0, why)
      fc.assert(
        fc.property(fc.nat(files.length - 1), fc.array(Change, { minLength: 1, maxLength: 4 }), (which, changes) => {
          const { file, bytes } = files[which] as { file: string; bytes: Buffer }
          trial(file, changes.reduce(changed, bytes))
        }),
        { numRuns: Math.ceil(RUNS * 0.4) },
      )
    },
    RUNS * 200,
  )

  const documents = files.filter(({ file }) => file.endsWith('.json'))
  test(
    'end in a thread or a Problem when values are twisted',
    (ctx) => {
      ctx.skip(documents.length === 0, why)
      fc.assert(
        fc.property(fc.nat(documents.length - 1), fc.integer(), (which, seed) => {
          const { file, bytes } = documents[which] as { file: string; bytes: Buffer }
          trial(file, Buffer.from(JSON.stringify(twisted(JSON.parse(bytes.toString('utf8')), seeded(seed)))))
        }),
        { numRuns: Math.ceil(RUNS * 0.1) },
      )
    },
    RUNS * 200,
  )
})

const SIGNED = '[[User:Ann|Ann]] 12:00, 1 May 2024 (UTC)'

describe('anything at all', () => {
  const HOSTILE = [
    '<',
    '>',
    '&lt;',
    '<p>',
    '<br>',
    '<li>',
    '<pre>',
    '<blockquote>',
    '</div>',
    '<a href="https://e.org/">',
    '</a>',
    '> ',
    '>> ',
    '\n',
    '\n\n',
    ' ',
    'word',
    'é',
    'e\u0301',
    '\u0301',
    '\u200B',
    '\u202E',
    '\u{E0041}',
    '👨‍👩‍👧',
    '- ',
    '# ',
    '```\n',
    '[x](https://e.org)',
    '-- \n',
    'On 1 May, Ann wrote:\n',
    'Ann: ',
    '\uD800',
    '|',
    '_____\n',
  ]
  const Text = fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 8 })), { maxLength: 60 })
    .map((parts) => parts.join(''))

  test('bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => trial('anything', bytes)),
      { numRuns: 300 },
    )
  })

  test.each([
    ['HTML', (text: string) => htmlToText(text)],
    ['Markdown', (text: string) => markdownToText(text)],
    ['Markdown with tags', (text: string) => markdownToText(text, { tags: true, breaks: true })],
  ])('%s becomes clean text with ranges inside it', (_, read) => {
    fc.assert(
      fc.property(Text, (source) => {
        const { text, quotes, links, code } = read(source)
        expect(text).toBe(text.normalize('NFC'))
        expect(clean(text)).toBe(text)
        for (const { start, end } of [...quotes, ...links, ...code]) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: Math.ceil(RUNS * 0.1) },
    )
  })

  test('pasted text', () => {
    fc.assert(
      fc.property(Text, (source) => {
        fc.pre(clean(source).trim() !== '')
        expect(faults(readPasted(source, null))).toEqual([])
      }),
      { numRuns: Math.ceil(RUNS * 0.1) },
    )
  })

  test('deep nesting and long lines end soon', () => {
    const deep = 100_000
    trial('deep.html', Buffer.from(`<!doctype html><html>${'<div>'.repeat(deep)}words`))
    trial('deep.json', Buffer.from('['.repeat(deep) + ']'.repeat(deep)))
    trial('quoted.txt', Buffer.from(`${'>'.repeat(deep)} words\n`))
    trial('line.txt', Buffer.from('word '.repeat(deep)))
    trial('colons.txt', Buffer.from('a: '.repeat(deep)))
    trial('blank.txt', Buffer.from(`a${' '.repeat(deep)}b\n\nc`))
    trial('names.txt', Buffer.from('Ann: hello\n'.repeat(deep / 10)))
    trial('signed.txt', Buffer.from(`a ${SIGNED} b ${SIGNED.replaceAll('Ann', 'Ben')} `.repeat(deep / 10)))
    trial(
      'mail.mbox',
      Buffer.from(`From a Thu Jan  1 00:00:00 1970\nFrom: a\nMessage-ID: <1@x>\nDate: x\n\n${'> '.repeat(deep)}`),
    )
  })

  test.each([
    ['one letter a line', 'a\n'],
    ['names without words', 'Ann:\n'],
    ['a copied forum', 'ann\n3d\nwho\n1 Reply\n'],
    ['a table', 'a;b\n', 'autor;text\n'],
    ['a JSON list of numbers', '1,', '[', '1]'],
    ['wikitext indented without words', ':::::::::\n', `${SIGNED}\n`],
    ['links of wikitext', '[[a]]', `${SIGNED}\n`],
  ])('three megabytes of %s', (_, unit, before = '', after = '') => {
    trial('many.txt', Buffer.from(before + unit.repeat(3e6 / unit.length) + after))
  })
})
