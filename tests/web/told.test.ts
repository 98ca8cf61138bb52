import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../server/problem.ts'
import { ProblemCode } from '../../shared/api.ts'
import { embedded } from '../example/embedded.ts'
import { exampleThread } from '../example/expected.ts'
import { told as book } from '../../web/text/de/told/index.ts'
import { LEFT_OUT } from '../../web/state/split.ts'
import { reader } from '../../web/text/told.ts'

const SERVER = join(import.meta.dirname, '..', '..', 'server')
const german = reader(book)

/** All of the server's code. */
const code = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') || path === join('example', 'thread.json'))
  .map((path) => readFileSync(join(SERVER, path), 'utf8'))
  // Why a post is missing that a person left out before the server read it.
  .concat(LEFT_OUT)
  .join('\n')

const readersCode = readdirSync(join(SERVER, 'read'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(SERVER, 'read', path), 'utf8'))
  .join('\n')

describe('what the server says, in German', () => {
  test.each(ProblemCode.options)('title and next step of “%s”', (name) => {
    const { title, remedy } = new Problem(name, '').reply()
    expect(book[title]).toBeDefined()
    expect(german(remedy)).not.toMatch(/\b(the|it|again|and)\b/i)
  })

  test.each([
    ['old.example answered with status 503.', 'old.example hat mit Status 503 geantwortet.'],
    [
      'old.example could not be reached. Try again in a minute.',
      'old.example war nicht zu erreichen. Versuchen Sie es in einer Minute noch einmal.',
    ],
    [
      'https://old.example/t/1 could not be read: old.example did not answer in time. Try again in a minute.',
      'https://old.example/t/1 konnte nicht gelesen werden: old.example hat nicht rechtzeitig geantwortet. Versuchen Sie es in einer Minute noch einmal.',
    ],
    [
      'the model’s service was overloaded; the built-in analyser read it instead',
      'der Dienst des Modells war überlastet; statt dessen hat ihn die eingebaute Analyse gelesen',
    ],
    [
      'One text was posted 12 times, by 9 people within 3 hours. It is shown once, with all who posted it.',
      'Ein Text wurde binnen 3 Stunden 12-mal von 9 Personen eingestellt. Er wird einmal gezeigt, mit allen, die ihn einstellten.',
    ],
    [
      'The spending cap of $5.00 for one debate was reached.',
      'Die Kostengrenze von 5.00 $ für eine Debatte ist erreicht.',
    ],
    ['gives an opinion: “I think”', 'äußert eine Meinung: „I think“'],
    ['speaks of “we”: “our”', 'spricht von „wir“: „our“'],
    ['denies what it answers: “fees”, “fair”', 'bestreitet, worauf es antwortet: „fees“, „fair“'],
    ['“free” against “paid”', '„free“ gegen „paid“'],
    ['“Nonsense.”', '„Nonsense.“'],
    ['takes the other side on the issue (against)', 'steht in der Streitfrage auf der anderen Seite (dagegen)'],
    ['A sentence nobody wrote down. And another one.', 'A sentence nobody wrote down. And another one.'],
    ['', ''],
  ])('%j', (said, expected) => {
    expect(german(said)).toBe(expected)
  })

  test('every reason why a correction does not apply has its phrase', () => {
    const reasons = [...code.matchAll(/NoLonger\('([^']+)'\)/g)].map(([, reason]) => reason ?? '')
    expect(reasons.length).toBeGreaterThan(10)
    expect(reasons.filter((reason) => !(reason in book))).toEqual([])
  })

  test('every sign of a claim or a reason has its phrase', () => {
    const signs = [...code.matchAll(/\bweight\('([^']+)'/g), ...code.matchAll(/\bshown\('\w+', [^\n]*'([^']+)'\)/g)]
    const says = signs.map(([, sign]) => sign ?? '')
    expect(says.length).toBeGreaterThan(60)
    expect(says.filter((sign) => !(sign in book))).toEqual([])
  })

  test('every sentence of the readers has its phrase', () => {
    const literal = String.raw`(?:'([^'\n]+)'|\`([^\`$]*(?:\$\{[^{}\`]*\}[^\`$]*)*)\`)`
    const places = [
      `new Problem\\(\\s*'[\\w-]+',\\s*${literal}`,
      `\\b(?:why|remedy):\\s*${literal}`,
      `\\bnotices: \\[\\s*${literal}`,
    ]
    const found = places.flatMap((place) => [...readersCode.matchAll(new RegExp(place, 'g'))])
    const said = found.map(([, plain, filled]) => plain ?? (filled ?? '').replace(/\$\{[^}]*\}/g, '7'))
    expect(said.length).toBeGreaterThan(100)
    // Said to programmers: who asks for a platform by an address it can't be known by.
    const inside = /must be looked at first|read from files\.$/
    expect(said.filter((sentence) => !inside.test(sentence) && german(sentence) === sentence)).toEqual([])
  })

  test('nothing of how the example is known, read or counted stays English', async () => {
    const { claims, links, replies, coverage, notices } = await embedded(exampleThread())
    const said = [
      ...[...claims, ...links, ...replies].flatMap(({ why }) => why),
      ...[...coverage.fates, ...coverage.notRead].map(({ why }) => why),
      ...notices,
    ].filter((sentence) => sentence !== '')
    expect(said.length).toBeGreaterThan(100)
    expect([...new Set(said)].filter((sentence) => german(sentence) === sentence)).toEqual([])
  })

  test('every phrase is one the server says, and keeps its gaps', () => {
    for (const [phrase, other] of Object.entries(book)) {
      const gaps = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort()
      expect(gaps(other), phrase).toEqual(gaps(phrase))
      // Some are put together from parts: what stands side by side in a phrase does so in the code.
      for (const part of phrase.split(/\{\d\}|[()]|(?<=[.,:;]) /)) {
        const said = part.trim().split(/\s+/)
        const pairs = said.slice(1).map((word, at) => `${said[at]} ${word}`)
        for (const pair of pairs) expect(code.includes(pair), `“${pair}” of “${phrase}”`).toBe(true)
      }
    }
  })
})
