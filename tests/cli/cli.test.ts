/** The command, run as people run it. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Debate } from '../../shared/debate.ts'
import { launch } from '../jobs/process.ts'

const SLOWLY = 60_000
const THREAD =
  'Ann: Trams are better than buses because they never wait in traffic.\n\nBob: I disagree. They cost too much.'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-cli-'))
  writeFileSync(join(folder, 'thread.txt'), THREAD)
  writeFileSync(join(folder, 'huge.txt'), '')
  truncateSync(join(folder, 'huge.txt'), 3 * 2 ** 30)
  writeFileSync(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function counterpoint(
  words: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const { child, out, err, exited } = launch('cli', words, env)
  child.stdin?.end(input)
  const code = await exited
  return { code, out: out(), err: err() }
}

test(
  'a file becomes a summary on standard output, progress goes to standard error',
  async () => {
    const { code, out, err } = await counterpoint([join(folder, 'thread.txt'), '--labels', 'writers'])
    expect(code).toBe(0)
    expect(out).toMatch(/^# /)
    expect(out).toContain('Trams are better than buses')
    expect(err).toContain('analyser: built-in')
    expect(err).toContain('2 posts by 2 people')
    expect(err).not.toContain('\u001b')
  },
  SLOWLY,
)

test(
  'a thread read in part says how much of it, and ends with a code of its own',
  async () => {
    const post = (id: number, username: string, cooked: string) => ({ id, post_number: id, username, cooked })
    const posts = [
      post(1, 'ann', '<p>Trams should run all night because people work late.</p>'),
      post(2, 'bob', '<p>I disagree. They cost too much.</p>'),
    ]
    const topic = { id: 7, title: 'Should the trams run all night?', posts_count: 30, post_stream: { posts } }
    writeFileSync(join(folder, 'topic.json'), JSON.stringify(topic))
    const { code, out, err } = await counterpoint([join(folder, 'topic.json')])
    expect(code).toBe(4)
    expect(err).toContain('2 of 30 posts were read. Not read: ')
    expect(out).toContain('**2 of 30 posts were read.**')
  },
  SLOWLY,
)

test(
  'several sources become one debate, written as data to a file',
  async () => {
    const file = join(folder, 'out.json')
    const words = [join(folder, 'thread.txt'), '-', '--format', 'json', '--out', file, '--analyser', 'embedded']
    const { code, out } = await counterpoint(words, { input: 'Cleo: Buses are cheap because roads are there already.' })
    expect([code, out]).toEqual([0, ''])
    const debate = Debate.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(debate.threads).toHaveLength(2)
    expect(debate.provenance).toMatchObject({ analyser: 'embedded', model: null, cost: 0 })
  },
  SLOWLY,
)

test(
  'a page without comments is mapped, and what is missing is said',
  async () => {
    const article = '<p>Trams should be free because they take cars off the road, and here is why that is so.</p>'
    const page = `<!doctype html><html><body><article><h1>Trams</h1>${article.repeat(9)}</article></body></html>`
    const { err } = await counterpoint(['-', '-a', 'embedded'], { input: page })
    expect(err).toContain('No comments were found on this page; only its article was read.')
  },
  SLOWLY,
)

test(
  'an address where nothing is could not be read',
  async () => {
    const site = createServer((_request, response) => response.writeHead(404).end('nothing'))
    const port = await new Promise<number>((resolve) => {
      site.listen(0, '127.0.0.1', () => resolve((site.address() as { port: number }).port))
    })
    const env = { ALLOW_HOSTS: `127.0.0.1:${port}` }
    const { code, err } = await counterpoint([`http://127.0.0.1:${port}/thread`], { env })
    site.close()
    expect(code).toBe(3)
    expect(err.trim().split('\n').length).toBeGreaterThan(1)
  },
  SLOWLY,
)

const FILES: Record<string, () => string> = {
  PICTURE: () => join(folder, 'picture.png'),
  HUGE: () => join(folder, 'huge.txt'),
}

describe('what can’t be done ends with its exit code and a sentence', () => {
  test.each([
    [['--help'], 0, 'Exit codes'],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['models'], 0, 'claude'],
    [[], 2, 'Name a thread'],
    [['--colour'], 2, '--colour'],
    [['nowhere.txt'], 2, 'no file nowhere.txt'],
    [['.'], 2, 'is a folder'],
    [['-', '--format', 'pdf'], 2, '--format is one of md, json'],
    [['-'], 2, 'Paste'],
    [['-', '--out', '/nowhere/at/all/map.md'], 2, 'there is no folder /nowhere/at/all'],
    [['-', '--out', '/'], 2, 'is a folder'],
    [['-', '-a', 'model'], 2, 'No language model is set up'],
    [['models', 'check'], 2, 'needs a key'],
    [['models', 'check', 'nobody'], 2, 'no model profile "nobody"'],
    [['http://127.0.0.1:9/'], 3, 'inside a private network'],
    [['PICTURE'], 3, ''],
    [['HUGE'], 3, '“huge.txt” is larger than'],
  ])(
    '%j',
    async (words, code, says) => {
      const result = await counterpoint(words.map((word) => FILES[word]?.() ?? word))
      expect(result.code).toBe(code)
      const said = code === 0 ? result.out : result.err
      if (typeof says === 'string') expect(said).toContain(says)
      else expect(said).toMatch(says)
      if (code !== 0) expect(result.out).toBe('')
    },
    SLOWLY,
  )
})

test(
  'a service that refuses the key is told apart',
  async () => {
    const service = createServer((_request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end('{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}')
    })
    const port = await new Promise<number>((resolve) => {
      service.listen(0, '127.0.0.1', () => resolve((service.address() as { port: number }).port))
    })
    const env = { ANTHROPIC_API_KEY: 'wrong-key', ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}` }
    const { code, out, err } = await counterpoint([join(folder, 'thread.txt')], { env })
    service.close()
    expect([code, out]).toEqual([5, ''])
    expect(err).toContain('refused the key')
    expect(err).not.toContain('wrong-key')
  },
  SLOWLY,
)

describe('a service that can’t be used is a problem, not an empty map', () => {
  test.each([
    ['fails', (response: ServerResponse) => response.writeHead(500).end('{}'), 'failed (500)'],
    ['leads elsewhere', (response: ServerResponse) => response.writeHead(302, { location: '/login' }).end(), 'service'],
    ['breaks off', (response: ServerResponse) => response.destroy(), 'could not be reached'],
  ])(
    'one that %s',
    async (_, answer, says) => {
      const service = createServer((_request, response) => void answer(response))
      const port = await new Promise<number>((resolve) => {
        service.listen(0, '127.0.0.1', () => resolve((service.address() as { port: number }).port))
      })
      const env = { ANTHROPIC_API_KEY: 'a-key', ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}` }
      const { code, out, err } = await counterpoint([join(folder, 'thread.txt')], { env })
      service.close()
      expect([code, out]).toEqual([5, ''])
      expect(err).toContain('The model read none of the 2 posts')
      expect(err).toContain(says)
      expect(err).toContain('finish with the built-in analyser')
    },
    SLOWLY,
  )
})

test(
  'sources are opened when asked for, and what was found is written',
  async () => {
    const site = createServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end()
      else
        response.end('<!doctype html><title>Trams</title><p>In 2019 trams carried twice as many people as buses.</p>')
    })
    const port = await new Promise<number>((resolve) => {
      site.listen(0, '127.0.0.1', () => resolve((site.address() as { port: number }).port))
    })
    const cited = join(folder, 'cited.txt')
    const words = '“trams carried twice as many people as buses”'
    writeFileSync(
      cited,
      `Ann: Trams are better. A 2019 study found that ${words}: http://127.0.0.1:${port}/ghent\n\nBob: No.`,
    )
    const { out } = await counterpoint([cited, '--sources', '-f', 'json'], { env: { ALLOW_HOSTS: '127.0.0.1' } })
    site.close()
    expect(JSON.parse(out)).toMatchObject({
      sources: [{ state: 'read', title: 'Trams', quotes: [{ result: 'found' }] }],
    })
  },
  SLOWLY,
)
