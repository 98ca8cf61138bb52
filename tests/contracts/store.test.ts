/** What every store promises, asked of the embedded database and of a real PostgreSQL. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CreateDebate, Progress } from '../../shared/api.ts'
import type { Store } from '../../server/store/index.ts'
import { openPostgres } from '../../server/store/postgres.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { postgresOfGroup } from '../postgres.ts'
import { sampleCorrection, sampleDebate, sampleEntry, sampleProblem } from '../store/samples.ts'

interface Place {
  open(): Promise<Store>
  remove(): Promise<void>
}

interface Kind {
  name: Store['kind']
  /** Makes it possible to use such databases; a sentence when it is not. */
  prepare(): Promise<string | null>
  /** A new, empty database that several stores may open. */
  place(): Promise<Place>
  end(): Promise<void>
}

const sqlite: Kind = {
  name: 'sqlite',
  prepare: () => Promise.resolve(null),
  place() {
    const folder = mkdtempSync(join(tmpdir(), 'counterpoint-store-'))
    return Promise.resolve({
      open: () => openSqlite(join(folder, 'inner', 'test.db')),
      remove: () => Promise.resolve(rmSync(folder, { recursive: true })),
    })
  },
  end: () => Promise.resolve(),
}

function postgres(): Kind {
  const { prepare, fresh, end } = postgresOfGroup()
  const place = async () => {
    const url = await fresh()
    return { open: () => openPostgres(url), remove: () => Promise.resolve() }
  }
  return { name: 'postgres', prepare, place, end }
}

const REQUEST: CreateDebate = { sources: [{ kind: 'text', text: 'Ann: Trams are better.' }], analyser: 'auto' }

describe.each([sqlite, postgres()])('a store on $name', (kind) => {
  let why: string | null = null
  let place: Place
  let store: Store
  beforeAll(async () => {
    why = await kind.prepare()
  })
  afterAll(() => kind.end())
  beforeEach(async (ctx) => {
    if (why !== null) ctx.skip(why)
    place = await kind.place()
    store = await place.open()
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  test('gives back what was created, also from another store on the same data', async () => {
    await store.create(sampleEntry({ id: 'a', title: 'Trams or buses?' }), REQUEST)
    const other = await place.open()
    expect(await other.entry('a')).toEqual(sampleEntry({ id: 'a', title: 'Trams or buses?' }))
    expect(await other.request('a')).toEqual(REQUEST)
    expect(await other.debate('a')).toBeNull()
    expect(await textOf(other, 'a')).toBe('')
    expect(await other.entry('b')).toBeNull()
    expect(await other.request('b')).toBeNull()
    await other.close()
  })

  test('keeps texts longer than one slice, with characters that databases trip over', async () => {
    const text = `${'ß🚋 \u0000 \ud800 "quoted" \\ \u2028'.repeat(60_000)}end`
    await store.create(sampleEntry({ id: 'a' }), { sources: [{ kind: 'text', text }], analyser: 'embedded' })
    const read = await store.request('a')
    expect(read?.sources[0]).toEqual({ kind: 'text', text })
  })

  test('lists newest first, page by page, with the number of all', async () => {
    const days = ['2026-01-02', '2026-01-04', '2026-01-01', '2026-01-03']
    for (const day of days) await store.create(sampleEntry({ id: day, createdAt: `${day}T00:00:00.000Z` }), REQUEST)
    const ids = async (limit: number, offset: number) => {
      const { debates, total } = await store.list({ limit, offset })
      return [debates.map(({ id }) => id), total]
    }
    expect(await ids(2, 0)).toEqual([['2026-01-04', '2026-01-03'], 4])
    expect(await ids(2, 2)).toEqual([['2026-01-02', '2026-01-01'], 4])
    expect(await ids(2, 9)).toEqual([[], 4])
  })

  test('orders debates of the same moment by id, upper case before lower case', async () => {
    for (const id of ['b', 'a', 'B', 'A', '1']) await store.create(sampleEntry({ id }), REQUEST)
    const { debates } = await store.list({ limit: 9, offset: 0 })
    expect(debates.map(({ id }) => id)).toEqual(['b', 'a', 'B', 'A', '1'])
  })

  test.each([
    ['tram', ['ÖPNV: Trams']],
    ['öpnv', ['ÖPNV: Trams']],
    ['ÖPNV', ['ÖPNV: Trams']],
    ['100%', ['100% of_it']],
    ['%', ['100% of_it']],
    ['f_i', ['100% of_it']],
    ['\\', ['back\\slash']],
    ['nowhere', []],
    ['  ', ['back\\slash', 'ÖPNV: Trams', '100% of_it']],
  ])('finds %j in titles', async (query, titles) => {
    for (const [n, title] of ['100% of_it', 'ÖPNV: Trams', 'back\\slash'].entries()) {
      await store.create(sampleEntry({ id: String(n), title }), REQUEST)
    }
    const { debates, total } = await store.list({ limit: 9, offset: 0, query })
    expect(debates.map(({ title }) => title)).toEqual(titles)
    expect(total).toBe(titles.length)
  })

  test('finishing keeps result, counts, status and the end event together', async () => {
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    await store.begin('a')
    const debate = sampleDebate('a')
    await store.finish('a', { status: 'done', debate, problem: null })
    expect(await store.entry('a')).toMatchObject({
      status: 'done',
      title: debate.title,
      posts: 2,
      people: 2,
      claims: 2,
      supports: 0,
      rebuts: 1,
      undercuts: 0,
      problem: null,
    })
    expect(await store.debate('a')).toEqual(debate)
    expect(JSON.parse(await textOf(store, 'a'))).toEqual(debate)
    const events = await store.events('a', 0)
    expect(events.map(({ progress }) => progress)).toEqual([{ type: 'end', status: 'done', problem: null }])
  })

  test('failing keeps the problem, and an earlier result as it was', async () => {
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    await store.finish('a', { status: 'done', debate: sampleDebate('a'), problem: null })
    await store.again('a', 'same')
    await store.finish('a', { status: 'failed', debate: null, problem: sampleProblem })
    expect(await store.entry('a')).toMatchObject({ status: 'failed', claims: 2, problem: sampleProblem })
    expect(await store.debate('a')).toEqual(sampleDebate('a'))
  })

  test('corrections are kept with what is then shown, and only on top of those already known', async () => {
    const [one, two] = [sampleCorrection('1'), sampleCorrection('2')]
    const analysed = sampleDebate('a')
    const shown = { ...analysed, title: 'Corrected', claims: analysed.claims.slice(0, 1), corrections: [one] }
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    expect(await store.analysed('a')).toBeNull()
    expect(await store.keepCorrections('a', { before: [], log: [one], analysed, shown })).toBe(false)
    await store.finish('a', { status: 'done', debate: analysed, problem: null })
    expect(await store.analysed('a')).toEqual(analysed)
    expect(await store.keepCorrections('a', { before: [], log: [one], analysed, shown })).toBe(true)
    expect(await store.keepCorrections('a', { before: [], log: [two], analysed, shown: analysed })).toBe(false)
    expect(await store.corrections('a')).toEqual([one])
    expect(await store.debate('a')).toEqual(shown)
    expect(await store.analysed('a')).toEqual(analysed)
    expect(await store.entry('a')).toMatchObject({ title: 'Corrected', claims: 1 })

    await store.again('a', 'same')
    await store.finish('a', { status: 'done', debate: shown, analysed: { ...analysed, title: 'Anew' }, problem: null })
    expect((await store.analysed('a'))?.title).toBe('Anew')
    await store.remove('a')
    expect(await store.corrections('a')).toEqual([])
  })

  test('counts starts until a step is finished, and takes up only what has not ended', async () => {
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    expect(await store.started('a')).toEqual({ starts: 0, at: null })
    expect(await store.begin('a')).toEqual({ starts: 1, rest: 'same' })
    expect(await store.begin('a')).toEqual({ starts: 2, rest: 'same' })
    const last = await store.started('a')
    expect(last?.starts).toBe(2)
    expect(Math.abs(Date.parse(last?.at ?? '') - Date.now())).toBeLessThan(60_000)
    await store.journal('a').put('read', [])
    expect((await store.started('a'))?.starts).toBe(0)
    expect(await store.started('nobody')).toBeNull()
    expect(await store.begin('a')).toEqual({ starts: 1, rest: 'same' })
    await store.finish('a', { status: 'failed', debate: null, problem: sampleProblem })
    expect(await store.begin('a')).toBeNull()
    expect(await store.begin('nobody')).toBeNull()
  })

  test('an ended debate can wait again, told from its new beginning', async () => {
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    expect(await store.again('a', 'embedded')).toBe(false)
    await store.finish('a', { status: 'failed', debate: null, problem: sampleProblem })
    expect(await store.again('a', 'embedded')).toBe(true)
    expect(await store.entry('a')).toMatchObject({ status: 'waiting', problem: null })
    expect(await store.events('a', 0)).toEqual([])
    expect(await store.begin('a')).toEqual({ starts: 1, rest: 'embedded' })
    expect((await store.append('a', stage(1))).seq).toBe(2)
  })

  test('unfinished are those waiting and running, oldest first', async () => {
    const statuses = ['running', 'done', 'waiting', 'failed', 'cancelled'] as const
    for (const [n, status] of statuses.entries()) {
      await store.create(sampleEntry({ id: status, status, createdAt: `2026-01-0${9 - n}T00:00:00.000Z` }), REQUEST)
    }
    expect(await store.unfinished()).toEqual(['waiting', 'running'])
  })

  test('the journal keeps the first value of a step, and forgets by prefix', async () => {
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    await store.create(sampleEntry({ id: 'b' }), REQUEST)
    const journal = store.journal('a')
    expect(await journal.get('read')).toBeUndefined()
    await journal.put('read', { posts: ['ß', '\u0000', null] })
    await journal.put('read', 'second')
    for (const step of ['extract/1', 'extract/2', 'Extract/3', 'extract%4']) await journal.put(step, step)
    await store.journal('b').put('extract/1', 'of b')
    await store.forget('a', 'extract/')
    expect(await journal.get('read')).toEqual({ posts: ['ß', '\u0000', null] })
    expect(await journal.get('extract/1')).toBeUndefined()
    expect(await journal.get('extract/2')).toBeUndefined()
    expect(await journal.get('Extract/3')).toBe('Extract/3')
    expect(await journal.get('extract%4')).toBe('extract%4')
    expect(await store.journal('b').get('extract/1')).toBe('of b')
    await store.forget('a', '', 'Ext')
    expect(await journal.get('Extract/3')).toBe('Extract/3')
    expect(await journal.get('extract%4')).toBeUndefined()
    expect(await store.journal('b').get('extract/1')).toBe('of b')
  })

  test('calls are remembered by key, the first answer for good', async () => {
    expect(await store.calls.get('k')).toBeNull()
    await store.calls.put(new Map([['k', 'answer']]))
    await store.calls.put(
      new Map([
        ['k', 'another'],
        ['l', 'one more'],
      ]),
    )
    await store.calls.put(new Map())
    expect([await store.calls.get('k'), await store.calls.get('l')]).toEqual(['answer', 'one more'])
  })

  test('events are numbered from 1 within a debate, without gaps when told at once', async () => {
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    await store.create(sampleEntry({ id: 'b' }), REQUEST)
    await store.append('b', stage(0))
    const told = await Promise.all(Array.from({ length: 20 }, (_, n) => store.append('a', stage(n))))
    expect(told.map(({ seq }) => seq).sort((x, y) => x - y)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    const events = await store.events('a', 17)
    expect(events.map(({ seq }) => seq)).toEqual([18, 19, 20])
    expect(events.map((event) => told.find(({ seq }) => seq === event.seq))).toEqual(events)
  })

  test('watchers are woken by this store and by another one, until they stop', async () => {
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    const other = await place.open()
    let woken = 0
    const stop = store.watch('a', () => {
      woken += 1
    })
    await store.append('a', stage(1))
    await expect.poll(() => woken).toBeGreaterThan(0)
    await expect
      .poll(async () => {
        const before = woken
        await other.append('a', stage(2))
        await new Promise((resolve) => setTimeout(resolve, 50))
        return woken > before
      })
      .toBe(true)
    stop()
    const before = woken
    await store.append('a', stage(3))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(woken).toBe(before)
    await other.close()
  })

  test('removing leaves nothing behind', async () => {
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    await store.journal('a').put('read', 1)
    await store.append('a', stage(1))
    await store.finish('a', { status: 'done', debate: sampleDebate('a'), problem: null })
    expect(await store.remove('a')).toBe(true)
    expect(await store.remove('a')).toBe(false)
    expect(await store.entry('a')).toBeNull()
    expect(await store.request('a')).toBeNull()
    expect(await store.debate('a')).toBeNull()
    expect(await store.events('a', 0)).toEqual([])
    expect(await store.journal('a').get('read')).toBeUndefined()
    await expect(store.append('a', stage(2))).rejects.toThrow()
    await store.finish('a', { status: 'done', debate: sampleDebate('a'), problem: null })
    expect(await store.entry('a')).toBeNull()
  })

  test('finds debates about the same page, and those only that have another thread', async () => {
    const about = async (id: string, threads: { url: string; article: string | null }[]) => {
      const debate = sampleDebate(id)
      const [thread] = debate.threads
      if (thread === undefined) throw new Error('the sample has a thread')
      debate.threads = threads.map(({ url, article }) => ({
        ...thread,
        url,
        article: article === null ? null : { url: article, title: 'Trams', site: null, text: 'Trams.' },
      }))
      await store.create(sampleEntry({ id }), REQUEST)
      await store.finish(id, { status: 'done', debate, problem: null })
    }
    const article = 'https://www.paper.example/trams/?utm_source=x#top'
    const here = { url: 'https://a.example/t/1', article }
    await about('one', [here])
    await about('again', [{ url: 'http://www.a.example/t/1/', article: null }])
    await about('other', [{ url: 'https://b.example/s/9', article: 'http://paper.example/trams' }])
    await about('apart', [{ url: 'https://c.example/x', article: null }])
    const related = async (id: string) => (await store.related(id)).map((entry) => entry.id).toSorted()
    expect(await related('one')).toEqual(['other'])
    expect(await related('again')).toEqual(['one'])
    expect(await related('other')).toEqual(['one'])
    expect(await related('apart')).toEqual([])
    expect(await related('nobody')).toEqual([])
    await store.remove('other')
    expect(await related('one')).toEqual([])
  })

  test('what was found behind cited addresses is kept beside the debate, and goes with it', async () => {
    const source = {
      url: 'https://example.org/ghent',
      state: 'read' as const,
      why: null,
      title: 'Trams in Ghent',
      site: 'example.org',
      date: '2019-03-04',
      quotes: [{ postId: 'p0', start: 0, end: 5, result: 'found' as const }],
      checkedAt: '2026-01-01T00:00:00.000Z',
    }
    await store.keepSources('none', [source])
    expect(await store.sources('none')).toEqual([])
    await store.create(sampleEntry({ id: 'a' }), REQUEST)
    expect(await store.sources('a')).toEqual([])
    await store.keepSources('a', [])
    await store.keepSources('a', [source])
    expect(await store.sources('a')).toEqual([source])
    await store.remove('a')
    expect(await store.sources('a')).toEqual([])
  })

  test('only the first who asks is first, also among several', async () => {
    const other = await place.open()
    const asked = await Promise.all([store.first('example'), other.first('example'), store.first('example')])
    expect(asked.filter(Boolean)).toHaveLength(1)
    expect(await store.first('something else')).toBe(true)
    await other.close()
  })

  test('several may open an empty database at once', async () => {
    const fresh = await kind.place()
    const stores = await Promise.all(Array.from({ length: 6 }, () => fresh.open()))
    await Promise.all(stores.map((each, n) => each.create(sampleEntry({ id: String(n) }), REQUEST)))
    for (const each of stores) expect((await each.list({ limit: 1, offset: 0 })).total).toBe(6)
    await Promise.all(stores.map((each) => each.close()))
    await fresh.remove()
  })
})

async function textOf(store: Store, id: string): Promise<string> {
  let text = ''
  for await (const slice of store.debateText(id)) text += slice
  return text
}

function stage(done: number): Progress {
  return { type: 'stage', stage: 'extract', done, of: null, note: '' }
}
