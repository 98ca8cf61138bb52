import { parse } from 'csv-parse/sync'
import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { ExportFormat } from '../../shared/api.ts'
import { argdown } from '../../server/export/argdown.ts'
import { csv } from '../../server/export/csv.ts'
import { html } from '../../server/export/html.ts'
import { svg } from '../../server/export/svg.ts'
import { exportDebate } from '../../server/export/index.ts'
import { LIBRARY } from '../graph/example.ts'
import { debateOf } from '../graph/notation.ts'
import { everywhere, HOSTILE } from './hostile.ts'

/** A sentence of a summary that rests on one claim. */
const AGAINST = { part: 'against' as const, text: 'It costs too much.', claims: ['cost'] }

test('every format is written', async () => {
  const debate = await debateOf(LIBRARY)
  for (const format of ExportFormat.options) {
    const { name, type, body } = exportDebate(debate, format)
    expect(name).toBe(`should-the-library-the-library-should-open-on-sundays.${format}`)
    expect(type).toContain('charset=utf-8')
    expect([...body].join('')).toContain('People who work all week')
  }
})

test('every format says how much of the thread was read where posts are missing', async () => {
  const debate = await debateOf(LIBRARY)
  const missing = [{ why: 'later pages of the thread', count: 775 }]
  const part = {
    ...debate,
    threads: debate.threads.map((thread) => ({ ...thread, completeness: { expected: 795, got: 20, missing } })),
  }
  for (const format of ExportFormat.options) {
    const told = format === 'json' ? /"expected": 795,\s*"got": 20/ : /20 of 795 posts were read/
    expect([...exportDebate(part, format).body].join(''), format).toMatch(told)
    expect([...exportDebate(debate, format).body].join(''), format).not.toMatch(/posts were read|"expected": 795/)
  }
})

test('a chain of claims deeper than anyone reads is told whole', async () => {
  const chain = Array.from({ length: 200 }, (_, index) => `[c${index}: Point number ${index}.]`)
  const links = chain.slice(1).map((_, index) => `c${index + 1} supports c${index}`)
  const debate = await debateOf(`1 ann: ${chain.join(' ')}\n${links.join('\n')}`)
  expect(load(html(debate))('li[id]')).toHaveLength(200)
  const text = argdown(debate)
  expect(text.match(/: Point number \d+\./g)).toHaveLength(200)
  expect(text.match(/^ *\+ /gm)).toHaveLength(199)
})

test.each([
  [3_600, 'about 2026-05-01'],
  [30 * 86_400, 'about 2026-05'],
  [365 * 86_400, 'about 2026'],
])('a time known to %d seconds is told as what it is: %s', async (within, told) => {
  const debate = await debateOf(LIBRARY)
  const about = { at: '2026-05-01T09:00:00.000Z', within }
  const rough = {
    ...debate,
    threads: debate.threads.map((thread) => ({
      ...thread,
      posts: thread.posts.map((post) => ({ ...post, createdAt: null, createdAbout: about })),
    })),
  }
  expect(html(rough)).toContain(`, ${told}`)
  expect(csv(rough)).toContain(`"${told}"`)
  expect([...exportDebate(rough, 'md').body].join('')).toContain(`, ${told}`)
})

describe('the table', () => {
  const rows = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true })

  test('has a row for every claim', async () => {
    const debate = await debateOf(LIBRARY)
    const found = rows(csv(debate))
    expect(found).toHaveLength(debate.claims.length)
    expect(found.find(({ id }) => id === 'cost')).toMatchObject({
      kind: 'claim',
      statement: 'It costs too much.',
      people: '2',
      posts: '2',
      relation: 'rebuts',
      'known by': 'model',
      to: 'yes',
      'first said by': 'eve',
      where: 'https://forum.example/t/1#p5',
    })
    expect(found.find(({ id }) => id === 'yes')).toMatchObject({ relation: 'for', standing: 'contested' })
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '|cmd', '  =1', 'a "quoted", b', 'a\nb'])(
    'holds words as words: %s',
    async (words) => {
      const debate = await debateOf(LIBRARY)
      const found = rows(csv(everywhere(debate, words)))
      expect(found).toHaveLength(debate.claims.length)
      for (const { statement } of found) {
        expect(statement?.replace(/^'/, '')).toBe(words.replace(/\s+/g, ' ').trim())
        expect(statement).not.toMatch(/^\s*[=+\-@|]/)
      }
    },
  )
})

describe('the page', () => {
  test('is a numbered outline with every claim once, its words quoted, and every post accounted for', async () => {
    const debate = await debateOf(LIBRARY)
    const page = load(html(debate))
    expect(page('li[id]').length).toBe(debate.claims.length)
    expect(page('#poll > p').first().text()).toBe('1.2.1 rebuts A poll found that 70 of 100 readers want it.')
    expect(page('#cost blockquote').first().text()).toContain('It costs too much.')
    expect(page('#cost > details > summary').text()).toBe('1 other mention')
    expect(page('h2:contains("What became") ~ details tr').length).toBe(debate.coverage.fates.length + 1)
  })

  test('tells the summary by its parts, each sentence leading to the claims it rests on', async () => {
    const debate = await debateOf(LIBRARY)
    const page = load(html({ ...debate, summary: { ...debate.summary, sentences: [AGAINST] } }))
    const line = page('h2:contains("In short") ~ ul > li')
    expect(line.text()).toBe('Against: It costs too much. [1]')
    expect(page(line.find('a').attr('href') ?? '').text()).toContain('It costs too much.')
  })

  test('words of posts are text, whatever they are', async () => {
    const debate = await debateOf(LIBRARY)
    const names = (text: string) => {
      const page = load(text)
      return [
        ...new Set(
          page('*')
            .toArray()
            .map((element) => ('name' in element ? element.name : '')),
        ),
      ].sort()
    }
    const allowed = names(html(debate))
    const addresses = new Set(debate.threads[0]?.posts.map((post) => post.permalink))
    for (const words of HOSTILE) {
      const text = html(everywhere(debate, words))
      expect(names(text).filter((name) => !allowed.includes(name))).toEqual([])
      const page = load(text)
      expect(page('script, img, iframe, object, form, [onerror], [onclick]').length).toBe(0)
      for (const link of page('a').toArray()) {
        const href = page(link).attr('href') ?? ''
        expect(href.startsWith('#') || addresses.has(href) || href === 'https://forum.example/t/1').toBe(true)
      }
      expect(page('h1').text()).toBe(words.replace(/\s+/g, ' ').trim())
    }
  })

  test('may neither run nor fetch anything', async () => {
    const page = load(html(await debateOf(LIBRARY)))
    expect(page('meta[http-equiv="Content-Security-Policy"]').attr('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    )
  })
})

describe('the picture', () => {
  const numbers = (element: Record<string, string>) =>
    ['x', 'y', 'width', 'height'].map((name) => Number(element[name])) as [number, number, number, number]

  test('has a card for the issue and every claim under it, none upon another', async () => {
    const debate = await debateOf(LIBRARY)
    const picture = load(svg(debate), { xml: true })
    const cards = picture('g > rect')
      .toArray()
      .map((rect) => numbers(rect.attribs))
    expect(cards).toHaveLength(debate.claims.length + 1)
    for (const [at, [x, y, width, height]] of cards.entries()) {
      for (const [otherX, otherY, otherWidth, otherHeight] of cards.slice(at + 1)) {
        const apart =
          x + width <= otherX || otherX + otherWidth <= x || y + height <= otherY || otherY + otherHeight <= y
        expect(apart).toBe(true)
      }
    }
    expect(picture('path')).toHaveLength(debate.claims.length)
  })

  test('stays a picture of a size one can open, and says what it leaves out', async () => {
    const many = Array.from({ length: 400 }, (_, index) => `[c${index}: Point number ${index} of many.]`)
    const links = many.slice(1).map((_, index) => `c${index + 1} supports c${Math.floor(index / 4)}`)
    const text = svg(await debateOf(`1 ann: ${many.join(' ')}\n${links.join('\n')}`))
    const picture = load(text, { xml: true })
    expect(picture('g').length).toBeLessThanOrEqual(121)
    expect(text).toContain('further claims are not in this picture')
    expect(Number(picture('svg').attr('height'))).toBeLessThan(12_000)
  })

  test('words of posts are text, whatever they are', async () => {
    const debate = await debateOf(LIBRARY)
    for (const words of HOSTILE) {
      const picture = load(svg(everywhere(debate, words)), { xml: true })
      for (const name of ['script', 'a', 'image', 'img', 'b', 'foreignObject', 'style']) {
        expect(picture(name)).toHaveLength(0)
      }
      expect(picture('title').text()).toBe(words.replace(/\s+/g, ' ').trim())
    }
  })
})

describe('Argdown', () => {
  test('tells positions, arguments and undercuts where they hang', async () => {
    expect(argdown(await debateOf(LIBRARY))).toBe(`===
title: "Should the library The library should open on Sundays?"
===

# Should the library The library should open on Sundays?

[1 The library should open on Sundays]: The library should open on Sundays
  + <2 People who work all week cannot come…>: People who work all week cannot come otherwise.
  - <3 Nobody would come on a Sunday>: Nobody would come on a Sunday.
    - <4 A poll found that 70 of 100 readers…>: A poll found that 70 of 100 readers want it. #(statistic)
      _ <5 Only 100 people were asked so that…>: Only 100 people were asked, so that says little.
  - <6 It costs too much>: It costs too much.
    + <7 Staff would have to be paid double>: Staff would have to be paid double.

<8 The town could pay from the parking fees>: The town could pay from the parking fees.
`)
  })

  test('tells links to a second target again at the end', async () => {
    const text = argdown(await debateOf('1 ann: [a: A.] [b: B.]\n2 bob > 1: [c: C.]\nc supports a .9\nc rebuts b .5'))
    expect(text).toContain('+ <3 C>: C.')
    expect(text).toMatch(/2 B[\]>]\n {2}- <3 C>\n$/)
  })

  test('reads words of posts as words', async () => {
    const debate = await debateOf(LIBRARY)
    const lines = argdown(debate).split('\n').length
    for (const words of HOSTILE) {
      const text = argdown(everywhere(debate, words))
      expect(text.split('\n')).toHaveLength(lines)
      const statements = [...text.matchAll(/^ *[-+_]? ?[[<]\d.*?[\]>]: (.*)$/gm)].map((found) => found[1] ?? '')
      expect(statements).toHaveLength(debate.claims.length)
      for (const statement of statements) {
        expect(statement.replace(/ #\(\w+\)$/, '')).not.toMatch(/(?<!\\)[@#*_[\]<>{}]|\/\//)
      }
    }
  })
})
