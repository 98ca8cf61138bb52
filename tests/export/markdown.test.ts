import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { exportDebate } from '../../server/export/index.ts'
import { escape } from '../../server/export/markdown-text.ts'
import { markdown } from '../../server/export/markdown.ts'
import { LIBRARY } from '../graph/example.ts'
import { debateOf } from '../graph/notation.ts'
import { everywhere, HOSTILE } from './hostile.ts'

const part = (text: string, title: string) => text.split(/^## /m).find((found) => found.startsWith(title)) ?? ''

describe('a summary to paste', () => {
  test('tells question, position, strongest support and rebuttals in the words of the posts', async () => {
    const text = markdown(await debateOf(LIBRARY))
    expect(text).toMatch(/^# Should the library/)
    const issue = part(text, 'Main points')
    expect(issue).toContain('#### 1. The library should open on Sundays')
    expect(issue).toContain('said once · contested, no evidence · strength 0.')
    expect(issue).toContain(
      '> The library should open on Sundays\n>\n> — [ann, 2025-03-01](https://forum.example/t/1#p1)',
    )
    expect(issue).toContain('**Strongest support**\n\n- “People who work all week cannot come otherwise.” — [ann')
    expect(issue).toContain(
      '- “It costs too much.” — [eve, 2025-03-01](https://forum.example/t/1#p5) · said 2 times by 2',
    )
    expect(issue).toContain('- rebutted: A poll found that 70 of 100 readers want it.')
  })
  test('tells what is contested, open, evident, who spoke, what was repeated and what was read', async () => {
    const text = markdown(await debateOf(LIBRARY))
    expect(part(text, 'Contested')).toContain('The library should open on Sundays')
    expect(part(text, 'Evidence')).toContain(
      '| A poll found that 70 of 100 readers want it. | statistic | rebuts “Nobody would come on a Sunday”',
    )
    expect(part(text, 'Who')).toContain('| ann | 1 | 2 |')
    expect(part(text, 'Repeats')).toContain('(exact, 100 % of the words)')
    expect(part(text, 'Coverage')).toContain('11 posts read: 9 mapped, 1 repeat, 1 no argument, 0 declined, 0 failed')
    expect(part(text, 'How this was made')).toContain('analyser: embedded')
  })
  test.each([
    [
      'what decides, without further words',
      'b rebuts a .9',
      ['- “B.” moves “A” by 0.14: it stands at 0.42, at 0.28 were this accepted, at 0.50 were it rejected'],
    ],
    [
      'that nothing decides, and what moves a position most',
      'b rebuts a .3',
      [
        'No single claim decides where a position stands. These move one most, and by little.',
        '- “B.” moves “A” by 0.03: it stands at 0.49, at 0.46 were this accepted, at 0.50 were it rejected',
      ],
    ],
    [
      'what nobody has taken up, apart',
      'c supports a .9',
      [
        '**Nobody has taken these up**',
        '- “C.” moves “A” by 0.14: it stands at 0.58, at 0.72 were this accepted, at 0.50 were it rejected',
      ],
    ],
    ['nothing where nothing moves', 'b rebuts a .1', []],
  ])('tells of the outcome %s', async (_, link, lines) => {
    const debate = await debateOf(`title: [a: A] or what?\n1 ann: [c: C.]\n2 bob > 1: [b: B.]\n${link}`)
    const told = part(markdown(debate), 'What would change the outcome')
    expect(told.split('\n').filter((line) => line !== '')).toEqual(
      lines.length === 0 ? [] : ['What would change the outcome', ...lines],
    )
    const page = [...exportDebate(debate, 'html').body].join('')
    for (const line of lines) expect(page.replace(/<[^>]*>/g, '')).toContain(line.replace(/^- |\*\*/g, ''))
  })
  test('tells of people what they were asked, and what the site records, where there is any', async () => {
    const debate = await debateOf(LIBRARY)
    expect(part(markdown(debate), 'Who')).not.toMatch(/Recorded sides|Score|without an answer/)
    const [first, ...others] = debate.profiles
    if (first === undefined) throw new Error('nobody has a profile')
    const voted = [
      { postId: 'p1', stance: 'pro' as const },
      { postId: 'p2', stance: 'neutral' as const },
    ]
    const told = { ...debate, profiles: [{ ...first, asked: ['q'], voted, score: 12 }, ...others] }
    const who = part(markdown(told), 'Who')
    const [titles = '', , row = ''] = who.split('\n').filter((line) => line.startsWith('|'))
    const cell = (title: string): string | undefined =>
      row.split('|').map((words) => words.trim())[titles.split('|').findIndex((words) => words.trim() === title)]
    expect(cell('Person')).toBe('ann')
    expect(cell('Recorded sides')).toBe('1 for, 1 neither')
    expect(cell('Score of their posts')).toBe('12')
    expect(cell('Asked, without an answer')).toBe('1')
    expect(cell('Answered by')).toBe('bob, eve, hal and 2 more')
  })
  test('tells one text by forty people from nine times the same by one, and both from what several say', async () => {
    const lines = ['title: What to do with the bridge?', '1 ann: [open: The bridge must stay open to cars.]']
    const crowd = Array.from({ length: 39 }, (_, at) => [
      `${at + 2} p${at}: [open: The bridge must stay open to cars.]`,
      `${at + 2} repeats 1 exact`,
    ])
    const one = Array.from({ length: 9 }, (_, at) => [
      `${at + 41} bob: [waste: It is a waste of money.]`,
      ...(at === 0 ? [] : [`${at + 41} repeats 41 exact`]),
    ])
    const several = [
      '50 cem: [walk: People come on foot.]',
      '51 dee: [walk: They mostly walk.]',
      'waste rebuts open',
      'walk rebuts open',
    ]
    const debate = await debateOf([...lines, ...crowd.flat(), ...one.flat(), ...several].join('\n'))
    for (const format of ['md', 'html'] as const) {
      const text = [...exportDebate(debate, format).body].join('')
      expect(text, format).toContain('said 40 times by 40 people, 39 of them copies')
      expect(text, format).toContain('said 9 times by 1 person, 8 of them copies')
      expect(text, format).toMatch(/said 2 times by 2 people(?!, \d)/)
    }
  })
  test('shows the words of the post under a statement that is not made of them', async () => {
    const debate = await debateOf(LIBRARY)
    for (const claim of debate.claims)
      if (claim.id === 'cost') Object.assign(claim, { verbatim: false, statement: 'Too dear' })
    expect(markdown(debate)).toContain(
      '- Too dear · said 2 times by 2 people\n\n  > It costs too much.\n  >\n  > — [eve',
    )
  })
  test('says of links that are inferred from what, and how often such links are right', async () => {
    const debate = await debateOf(
      'title: [a: A]!\n1 ann: Hm.\n2 bob > 1: [b: B.] [c: C.]\nb rebuts a .4 quote\nc supports a .9',
    )
    const text = markdown(debate)
    expect(text).toMatch(/“B\.” — .* · inferred from the words it quotes; about 4 in 10 such links are right/)
    expect(text).not.toMatch(/“C\.” — .*inferred/)
  })
  test('of a debate without claims says so', async () => {
    expect(markdown(await debateOf('title: Why?\n1 ann: Hm.'))).toContain('No position on this was found.')
  })
  test('lists what failed and what was not read', async () => {
    const debate = await debateOf('title: Why?\n1 ann: [a: A.]\n2 bob > 1: B.')
    debate.coverage.fates[1] = { postId: 'p2', fate: 'failed', of: null, why: 'the service was busy', by: null }
    debate.coverage.notRead.push({ threadId: 't1', why: 'behind a button', count: null })
    const coverage = part(markdown(debate), 'Coverage')
    expect(coverage).toContain('failed: [bob, 2025-03-01](https://forum.example/t/1#p2): the service was busy')
    expect(coverage).toContain('not read: an unknown number (behind a button)')
  })
  test('says which analyser read how many posts, and why, when there was more than one', async () => {
    const debate = await debateOf('title: Why?\n1 ann: [a: A.]\n2 bob > 1: [b: B.]\n3 cy > 1: C.')
    const instead = 'its answer was cut off; the built-in analyser read it instead'
    const fate = (postId: string, by: string, why = '') => ({ postId, fate: 'mapped' as const, of: null, why, by })
    debate.coverage.fates = [fate('p1', 'model'), fate('p2', 'embedded', instead), fate('p3', 'embedded', instead)]
    const made = part(markdown(debate), 'How this was made')
    expect(made).toContain('- 1 of 3 posts were read by the model\n')
    expect(made).toContain('- 2 of 3 posts were read by the built-in analyser, because its answer was cut off\n')
    debate.coverage.fates = [fate('p1', 'model'), fate('p2', 'model')]
    expect(part(markdown(debate), 'How this was made')).not.toContain('read by')
  })
})

/** Everything a reader of Markdown makes of a text: tags in its HTML, and its text. */
async function rendered(text: string): Promise<{ tags: Set<string>; links: string[]; text: string }> {
  const html = await marked.parse(text, { gfm: true })
  return {
    tags: new Set([...html.matchAll(/<(\w+)/g)].map((tag) => tag[1] as string)),
    links: [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((found) => found[1] as string),
    text: html.replace(/<[^>]*>/g, ''),
  }
}

/** How many cells each row of each table has: bars that are not escaped divide. */
function cells(text: string): number[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(/(?<!\\)\|/).length)
}

describe('words of posts', () => {
  test.each(HOSTILE)('show as they are and do nothing: %s', async (words) => {
    const seen = await rendered(`> ${escape(words)}`)
    expect([...seen.tags].sort()).toEqual(['blockquote', 'p'])
    expect(seen.links).toEqual([])
    const plain = seen.text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&')
      .replaceAll('\u2060', '')
    expect(plain.trim()).toBe(words.replace(/\s+/g, ' ').trim())
  })

  test('can do nothing in any place of the summary', async () => {
    const calm = await debateOf(LIBRARY)
    const only = new Set(calm.threads.flatMap(({ url, posts }) => [url, ...posts.map((post) => post.permalink)]))
    for (const words of HOSTILE) {
      const seen = await rendered(markdown(everywhere(calm, words)))
      const allowed = [
        'h1',
        'h2',
        'h3',
        'h4',
        'p',
        'a',
        'ul',
        'li',
        'blockquote',
        'strong',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
      ]
      expect([...seen.tags].filter((tag) => !allowed.includes(tag))).toEqual([])
      expect(seen.links.filter((link) => !only.has(link))).toEqual([])
      expect(cells(markdown(everywhere(calm, words)))).toEqual(cells(markdown(calm)))
    }
  })

  test('links lead only to web addresses that cannot end the link', async () => {
    const debate = await debateOf(LIBRARY)
    for (const claim of debate.claims)
      claim.sourceUrls = ['javascript:alert(1)', 'https://a.example/x)![p](https://evil.example/p']
    for (const post of debate.threads[0]?.posts ?? []) post.permalink = 'https://forum.example/a b|c>d'
    const { links, tags } = await rendered(markdown(debate))
    expect(tags.has('img')).toBe(false)
    expect(new Set(links.map((link) => new URL(link).host))).toEqual(new Set(['forum.example', 'a.example']))
  })
})

test('the table of evidence tells what was found behind the sources, and nothing of them where nobody asked', async () => {
  const debate = await debateOf(LIBRARY)
  expect(part(markdown(debate), 'Evidence')).not.toContain('Source checked')
  const url = 'https://poll.example/2025'
  for (const claim of debate.claims) if (claim.kind === 'evidence') claim.sourceUrls = [url]
  const text = markdown(debate, [
    {
      url,
      state: 'read',
      why: null,
      title: 'Poll | [of](https://evil.example) readers',
      site: 'Poll',
      date: '2025-02-01',
      quotes: [{ postId: 'p1', start: 0, end: 5, result: 'not found' }],
      checkedAt: '2026-01-01T00:00:00.000Z',
    },
  ])
  expect(part(text, 'Evidence')).toContain('2025-02-01; quoted words not found |')
  expect((await rendered(text)).links.filter((link) => link.includes('evil.example'))).toEqual([])
})

test('files are named after the debate', async () => {
  const debate = await debateOf(LIBRARY)
  expect(exportDebate({ ...debate, title: 'Öffnen? Ja/nein: ../..' }, 'md')).toMatchObject({
    name: 'offnen-ja-nein.md',
    type: 'text/markdown; charset=utf-8',
  })
  expect(exportDebate({ ...debate, title: '?!' }, 'json').name).toBe('debate.json')
  expect([...exportDebate(debate, 'json').body].join('')).toBe(`${JSON.stringify(debate, null, 2)}\n`)
})
