/** A mailing list kept by public-inbox (Debian: apt-get install public-inbox libplack-perl libdbd-sqlite3-perl libsearch-xapian-perl). */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers, freePort, reading, type RealServer, rowsOf, started } from './server.ts'

const ABSENT = ['init', 'mda', 'index', 'httpd'].filter((name) => !existsSync(`/usr/bin/public-inbox-${name}`))
const LETTERS = 120

interface Letter {
  number: number
  name: string
  answers: number | null
  words: string
}

const letter = (number: number): Letter => ({
  number,
  name: number === 2 ? 'Ben Mühle' : `Writer ${number % 7}`,
  answers: number === 1 ? null : Math.floor(number / 2),
  words:
    number === 1
      ? 'They should be free.'
      : `> They should be free.\n\nPoint number ${number} on the fare.\n-- \nA signature`,
})

function source({ number, name, answers: above, words }: Letter): string {
  const at = new Date(Date.UTC(2026, 4, 1, 9, number)).toUTCString().replace('GMT', '+0000')
  return [
    `From: =?utf-8?q?${name.replace('ü', '=C3=BC').replaceAll(' ', '_')}?= <w${number}@example.invalid>`,
    'To: ferries@example.invalid',
    `Subject: ${above === null ? '' : 'Re: '}Free ferries`,
    `Date: ${at}`,
    `Message-ID: <ferry-${number}@example.invalid>`,
    ...(above === null ? [] : [`In-Reply-To: <ferry-${above}@example.invalid>`]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
    '',
  ].join('\n')
}

async function start(): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-inbox-'))
  const env = {
    ...process.env,
    HOME: folder,
    PI_DIR: join(folder, '.public-inbox'),
    ORIGINAL_RECIPIENT: 'ferries@example.invalid',
  }
  const run = (program: string, words: string[], input = '') =>
    execFileSync(program, words, { env, input, stdio: ['pipe', 'ignore', 'ignore'] })
  const inbox = join(folder, 'inbox')
  run('public-inbox-init', ['-V2', 'ferries', inbox, 'http://127.0.0.1/ferries', 'ferries@example.invalid'])
  run('git', ['config', '-f', join(env.PI_DIR, 'config'), 'publicinboxmda.spamcheck', 'none'])
  for (let number = 1; number <= LETTERS; number++) run('public-inbox-mda', ['--no-precheck'], source(letter(number)))
  run('public-inbox-index', [inbox])
  const base = `http://127.0.0.1:${await freePort()}`
  const stop = await started(
    ['public-inbox-httpd', '-W0', '-l', base],
    { env: { HOME: folder, PI_DIR: env.PI_DIR } },
    () => answers(`${base}/ferries/`),
  )
  return {
    base: `${base}/ferries`,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

describe.skipIf(ABSENT.length > 0)(
  `public-inbox${ABSENT.length > 0 ? ` (skipped: ${ABSENT.join(', ')} not installed)` : ''}`,
  () => {
    let server: RealServer
    beforeAll(async () => {
      server = await start()
    })
    afterAll(() => server.stop())

    test.each(['', 'T/', 't/', 't.mbox.gz', 'raw', 't.atom'])('a thread by any of its letters: /%s', async (form) => {
      const { thread, asked } = await reading(`${server.base}/ferry-9@example.invalid/${form}`)
      expect(asked).toHaveLength(1)
      expect(thread.title).toBe('Free ferries')
      expect(thread.completeness).toMatchObject({ expected: null, got: LETTERS, missing: [] })
      const rows = new Map(rowsOf(thread).map(([author, words, above], at) => [at, { author, words, above }]))
      expect(rows.get(0)).toEqual({ author: 'Writer 1', words: 'They should be free.', above: null })
      const second = thread.posts.find(({ author }) => author === 'Ben Mühle')
      expect(second).toMatchObject({
        text: 'They should be free.\n\nPoint number 2 on the fare.',
        parentVia: 'platform',
        createdAt: '2026-05-01T09:02:00.000Z',
      })
      expect(second?.quotes).toMatchObject([{ start: 0, end: 20, how: 'marked' }])
    })

    test('a letter that is not there', async () => {
      await expect(reading(`${server.base}/nobody@example.invalid/`)).rejects.toMatchObject({ code: 'not-found' })
    })

    test('the list itself is no thread', async () => {
      await expect(reading(`${server.base}/`)).rejects.toMatchObject({ name: 'Problem' })
    })
  },
)
