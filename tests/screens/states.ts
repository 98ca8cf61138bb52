/** Every screen and state of the page. */
import type { Page } from 'playwright-core'
import { Problem } from '../../server/problem.ts'
import {
  type Answers,
  base,
  debateIs,
  early,
  events,
  example,
  json,
  late,
  refused,
  stoppedBy,
  TODAY,
  withModel,
} from './replies.ts'

export interface State {
  name: string
  /** The part of the address after `#`. */
  hash: string
  /** What must be there before one looks. */
  ready: string
  answers: Answers
  /** What a person does before one looks. */
  act?: (page: Page) => Promise<void>
}

type Act = NonNullable<State['act']>

function state(name: string, hash: string, ready: string, answers: Answers = base, act?: Act): State {
  return { name, hash, ready, answers, ...(act === undefined ? {} : { act }) }
}

const MAP = '/m/example'
const CARD = '.card .sentence'
const CLAIM = '.inspector h2'

/** The screens: what the pictures kept in the project show. */
export const SCREENS: readonly State[] = [
  state('start', '/', '.entry strong'),
  state('library', '/library', '.entry strong'),
  state('settings', '/settings', '.facts'),
  state('map', MAP, CARD),
  state('claim', `${MAP}/claim`, '.source mark'),
  state('outline', `${MAP}/outline`, '[role=treeitem]'),
  state('thread', `${MAP}/thread`, '.said-here'),
  state('people', `${MAP}/people`, 'tbody tr'),
  state('coverage', `${MAP}/coverage`, '.fate'),
  state('export', `${MAP}/export`, 'pre'),
  state('large', '/m/large', CARD),
  state('early', MAP, '.stages .now', running(early, '')),
  state('late', MAP, '.card', running(late, example.title)),
  state('partial', MAP, '.banner', stoppedBy(overBudget())),
]

/** A claim of the example that cites a source. */
const cited = example.claims.find((claim) => claim.sourceUrls.some((url) => url.startsWith('http')))

const BEGUN: readonly State[] = [
  state('start with a model', '/', '.worker label', { ...base, '/api/health': json(withModel) }),
  state('first start', '/', '.source-form', noDebates()),
  state('start without a server', '/', '.note.error', { ...base, '/api/health': null, '/api/debates': null }),
  state('link refused', '/', '.form-problem', { ...base, 'POST /api/debates': refused(signIn()) }, async (page) => {
    await page.fill('.source-row input', 'https://forum.example/t/late-fees/812')
    await page.click('button[type=submit]')
  }),
  state('key of a site', '/settings', '.site-keys [role=alert]', keyRefused(), async (page) => {
    await page.fill('#REDDIT_APP', 'no-secret')
    await page.press('#REDDIT_APP', 'Enter')
  }),
  state('split', '/', '[aria-label^="Author of post"]', base, async (page) => {
    await page.getByRole('tab').nth(1).click()
    await page.getByRole('tabpanel').getByRole('textbox').fill(PASTED)
    await page.click('.split-bar button')
  }),
  state('files', '/', '.file-field', base, (page) => page.getByRole('tab').nth(2).click()),
  state('empty library', '/library', '.note', noDebates()),
  state('page sent', '/page/1', '.consent', {
    ...base,
    '/api/pages/1': json({ id: '1', url: 'https://forum.example/t/late-fees/812', bytes: 184_000 }),
  }),
  state('page gone', '/page/1', '[role=alert]', {
    ...base,
    '/api/pages/1': refused(new Problem('not-found', 'No page waits here any more.')),
  }),
  state('waiting', MAP, '.stages', {
    ...debateIs({ status: 'waiting', title: '' }, null),
    '/api/debates/example/events': events([]),
  }),
]

const FAILED: readonly State[] = [
  state('cancelled', MAP, '.banner', debateIs({ status: 'cancelled' }, example)),
  state('partial coverage', `${MAP}/coverage`, '.fate', stoppedBy(overBudget())),
  state('no claims', MAP, '.empty', debateIs({}, { ...example, issues: [], claims: [], links: [], replies: [] })),
  state('corrections that no longer apply', `${MAP}/coverage`, '.log', debateIs({}, corrected())),
  state('no server', MAP, '.problem', { ...base, '/api/debates/example': null }),
  state('no such debate', MAP, '.problem', {
    ...base,
    '/api/debates/example': refused(new Problem('not-found', 'There is no debate of this name.')),
  }),
  failed(signIn()),
  failed(overBudget()),
  failed(new Problem('key-refused', 'The service at models.example answered 401.')),
  failed(new Problem('robots-disallow', 'forum.example asks automatic readers to stay away from this page.')),
  failed(new Problem('internal', 'Counterpoint could not finish this because of a fault of its own.')),
]

/** What opens over a screen or within it. */
export const OPENED: readonly State[] = [
  state('search', MAP, '[role=option]', base, search),
  state('found', MAP, '.found-bar', base, async (page) => {
    await search(page)
    await page.keyboard.press('Enter')
  }),
  state('keys', MAP, 'dialog.help', base, (page) => page.keyboard.press('?')),
  state('filtered', `${MAP}?f=evidence`, '.card', base),
  state('more filters', MAP, '.more-filters', base, (page) => page.click('.chip-more')),
  state('legend', MAP, '.legend[open], .map', base, async (page) => {
    if (await page.locator('.legend summary').isVisible()) await page.click('.legend summary')
  }),
  state('correcting', `${MAP}/claim`, '.inspector textarea', base, correct),
  state('choosing a claim', `${MAP}/claim`, '.pick-bar', base, async (page) => {
    await correct(page)
    await page.getByRole('button', { name: 'Same as another claim' }).click()
  }),
  state('message', `${MAP}/claim`, '.toast', hiding(), async (page) => {
    await correct(page)
    await page.getByRole('button', { name: 'Hide', exact: true }).click()
  }),
  state('replies of a claim', `${MAP}/claim`, CLAIM, base, tab('Replies')),
  state('evidence of a claim', `${MAP}/claim`, CLAIM, base, tab('Evidence')),
  state('sources checked', `${MAP}/claim?c=${cited?.id}`, '.quote-result', sourcesChecked(), tab('Evidence')),
  state('about a claim', `${MAP}/claim`, CLAIM, base, tab('About')),
  state('large outline', '/m/large/outline', '[role=treeitem]'),
  state('large thread', '/m/large/thread', '.post'),
]

export const STATES: readonly State[] = [...SCREENS, ...BEGUN, ...FAILED, ...OPENED]

function noDebates(): Answers {
  return { ...base, '/api/debates': json({ debates: [], total: 0 }) }
}

function running(told: typeof late, title: string): Answers {
  return { ...debateIs({ status: 'running', title }, null), '/api/debates/example/events': events(told) }
}

function signIn(): Problem {
  return new Problem('login-required', 'forum.example shows this thread only to signed-in people.')
}

function keyRefused(): Answers {
  const problem = new Problem('bad-request', 'REDDIT_APP: write it as id:secret.')
  return { ...base, 'PUT /api/settings': refused(problem) }
}

function overBudget(): Problem {
  return new Problem('over-budget', 'The spending cap of $5.00 for one debate was reached.')
}

function failed(problem: Problem): State {
  return state(
    `failed: ${problem.code}`,
    MAP,
    '.problem',
    debateIs({ status: 'failed', problem: problem.reply() }, null),
  )
}

function corrected(): typeof example {
  const changes = [1, 2, 3].map((at) => ({
    id: `k${at}`,
    at: `2026-03-08T1${at}:00:00.000Z`,
    by: null,
    undone: at === 2,
    change: { kind: 'unfold' as const, postId: `p${at}` },
  }))
  return { ...example, corrections: changes, notApplied: [{ id: 'k3', why: 'The post is not a repeat any more.' }] }
}

function hiding(): Answers {
  const made = { id: 'k1', at: TODAY, by: null, undone: false, change: { kind: 'unfold', postId: 'p1' } }
  return { ...base, 'POST /api/debates/example/corrections': json(made) }
}

/** One source of each result. */
function sourcesChecked(): Answers {
  const [url = ''] = cited?.sourceUrls ?? []
  const [mention] = cited?.mentions ?? []
  const passage = { postId: mention?.postId ?? '', start: mention?.start ?? 0, end: mention?.end ?? 0 }
  const results = ['found', 'not found', 'not read'] as const
  const source = {
    url,
    state: 'read',
    why: null,
    title: 'Town traffic counts',
    site: 'council.example',
    date: '2025-06-01',
    quotes: results.map((result, at) => ({ ...passage, end: passage.end - at, result })),
    checkedAt: TODAY,
  }
  return {
    ...base,
    '/api/debates/example/sources': json({ running: false, done: 1, of: 1, left: 0, sources: [source] }),
  }
}

async function search(page: Page): Promise<void> {
  await page.click('.search-button')
  await page.fill('[role=combobox]', 'car')
  await page.waitForSelector('[role=option]')
}

function correct(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Correct', exact: true }).click()
}

function tab(name: string): Act {
  return (page) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
}

const PASTED = `Ann: Trams or buses?
Trams are better because they never wait in traffic.

Bob: A study of Ghent found that trams carry twice as many people.

Ann: That study counted full trams only.`
