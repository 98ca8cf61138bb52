/** Pages made to take long: whatever two megabytes hold, they are read or refused in two seconds of one processor. */
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { Problem } from '../../server/problem.ts'
import { preview } from '../../server/read/index.ts'

const config = readConfig({})
const MOST_SECONDS = 2
const WORDS = 'The harbour ferry should be free of charge because its tickets pay for little. '

function seconds(page: string): number {
  const began = process.cpuUsage()
  try {
    preview({ kind: 'file', name: 'page.html', base64: Buffer.from(page).toString('base64') }, config)
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code === 'internal') throw thrown
  }
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

const filled = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length))

describe('a page of nothing but', () => {
  test.each<[string, string, number]>([
    ['tags that are never closed', '<html ', 1_900_000],
    ['articles that are never closed', '<article ', 1_900_000],
    ['links that are never closed', '<link rel=canonical ', 1_900_000],
    ['small signs', '<', 1_000_000],
    ['entities', '&notit;', 1_000_000],
    ['unfinished entities', '&a', 1_900_000],
    ['line ends', 'a<br><br>', 1_900_000],
    ['short paragraphs', '<p>a b c d</p>', 1_900_000],
    ['paragraphs', `<div class="article-body"><p>${WORDS}</p></div>`, 1_900_000],
    ['posts named in different ways', `<div class="post comment entry message reply">${WORDS}</div>`, 1_900_000],
    ['times', '<div class=post><time>x</time><span class=author>a</span> words and words</div>', 1_900_000],
    ['deep stacks', `${'<div>'.repeat(190)}${WORDS}${'</div>'.repeat(190)}`, 1_900_000],
    ['tables', `<table><tr><td>${WORDS}</td></tr></table>`, 1_900_000],
    ['marks of posts', 'component="post"', 1_900_000],
    ['other marks of posts', 'data-pid="1"', 1_900_000],
    ['buttons', '<button>', 1_900_000],
  ])('%s', (_, unit, size) => {
    expect(seconds(filled(unit, size))).toBeLessThan(MOST_SECONDS)
    expect(seconds(`<!doctype html><html><body>${filled(unit, size)}`)).toBeLessThan(MOST_SECONDS)
  })
})

test('comments in comments', () => {
  const stack = Array.from(
    { length: 180 },
    (_, at) => `<div class="comment" id="c-${at}"><b class="author">user${at}</b> <time>1 May 2026</time> ${WORDS}`,
  ).join('')
  const page = `<!doctype html><html><body>${filled(`${stack}${'</div>'.repeat(180)}`, 1_000_000)}`
  expect(seconds(page)).toBeLessThan(MOST_SECONDS)
})

test('an article among much else is still found', () => {
  const page = `<!doctype html><html><head><title>Ferries</title></head><body><nav>${'<a href="/x">A section</a>'.repeat(2000)}</nav><article><h1>Ferries</h1>${`<p>${WORDS.repeat(4)}</p>`.repeat(40)}</article></body></html>`
  const [thread] = preview({ kind: 'file', name: 'page.html', base64: Buffer.from(page).toString('base64') }, config)
  expect(thread?.posts[0]?.text).toContain(WORDS.trim())
})
