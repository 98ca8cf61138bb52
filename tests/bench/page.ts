/**
 * How fast the built page is, in a real browser, beside the naive way (every claim a labelled Cytoscape node). Serves
 * dist/web with made-up debates.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { AddressInfo } from 'node:net'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { DebateReply } from '../../shared/api.ts'
import type { Debate } from '../../shared/debate.ts'
import { openBrowser } from '../end-to-end/browser.ts'
import { syntheticDebate } from '../web/synthetic.ts'
import type { Figure, Measured } from './figures.ts'
import { readableClaims } from '../screens/layout.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const WEB = join(ROOT, 'dist', 'web')
const CYTOSCAPE = join(ROOT, 'node_modules', 'cytoscape', 'dist', 'cytoscape.min.js')
const SIZES = [150, 1000, 5000]
const EXAMPLE = DebateReply.parse(
  JSON.parse(readFileSync(join(ROOT, 'tests', 'fixtures', 'example-debate.json'), 'utf8')),
).debate as Debate
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export async function bench(): Promise<Measured> {
  const server = await serve()
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  const figures: Figure[] = []
  const at: Visit = { browser, base, note: (figure) => void figures.push(figure) }
  try {
    await startScreen(at)
    for (const size of SIZES) await firstCards(at, size)
    for (const [name, id] of READ) await firstScreen(at, name, id)
    await largeMap(at)
    for (const size of SIZES.slice(0, 2)) await naive(at, size)
  } finally {
    await browser.close()
    server.close()
  }
  return { figures }
}

/** Debates whose first screen is counted. */
const READ: [name: string, id: string][] = [
  ['the example', EXAMPLE.id],
  ['150 claims', 'synthetic150'],
  ['5000 claims', 'synthetic5000'],
]

async function firstScreen({ browser, base, note }: Visit, name: string, id: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${base}/#/m/${id}`)
  await page.waitForSelector('.card')
  await page.waitForTimeout(800)
  note({ what: `${name}: readable on the first screen`, value: await readableClaims(page), unit: 'cards', least: 18 })
  await page.close()
}

/** The browser, where the page is, and where figures go. */
interface Visit {
  browser: Browser
  base: string
  note: (figure: Figure) => void
}

async function startScreen({ browser, base, note }: Visit): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname)
  })
  await page.goto(base)
  await page.waitForSelector('.source-form')
  const before = [...scripts]
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    interactive: performance.now(),
  }))
  const bytes = before.reduce((sum, path) => sum + gzipSync(readFileSync(join(WEB, path))).length, 0)
  note({ what: 'start: script before the form', value: bytes / 1000, unit: 'kB gzip', most: 60 })
  note({ what: 'start: first paint', value: times.paint, unit: 'ms', most: 500 })
  note({ what: 'start: form ready', value: times.interactive, unit: 'ms', most: 800 })
  await page.close()
}

/** From the last byte of the debate to the first readable card; the page's code is loaded already. */
async function firstCards({ browser, base, note }: Visit, size: number): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(base)
    await page.waitForTimeout(1500)
    const took = await page.evaluate(async (hash) => {
      location.hash = hash
      const card = await new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector('.card') === null) requestAnimationFrame(look)
          else resolve(performance.now())
        }
        look()
      })
      const reply = performance
        .getEntriesByType('resource')
        .find((entry) => entry.name.includes('/api/debates/synthetic'))
      return card - (reply as PerformanceResourceTiming).responseEnd
    }, `#/m/synthetic${size}`)
    times.push(took)
    await page.close()
  }
  note({
    what: `${size} claims: from data to cards`,
    value: median(times),
    unit: 'ms',
    most: { 150: 300, 1000: 400, 5000: 800 }[size] ?? 800,
  })
}

async function largeMap({ browser, base, note }: Visit): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(`${base}/#/m/synthetic5000`)
  await page.waitForSelector('.card')
  await page.waitForTimeout(800)
  await openAbout(page, base, 150)
  const pan = await panning(page, session)
  note({
    what: '5000 claims, 150 open: script per frame while panning, median',
    value: median(pan),
    unit: 'ms',
    most: 4,
  })
  note({
    what: '5000 claims, 150 open: script per frame while panning, 95 %',
    value: share(pan, 0.95),
    unit: 'ms',
    most: 10,
  })
  const press = await opening(page)
  note({ what: '5000 claims: press to first frame of an opened branch', value: median(press), unit: 'ms', most: 50 })
  const keys = await searching(page)
  note({ what: '5000 claims: key to results', value: median(keys), unit: 'ms', most: 50 })
  await session.send('HeapProfiler.collectGarbage')
  note({ what: '5000 claims: heap', value: (await metric(session, 'JSHeapUsedSize')) / 1e6, unit: 'MB', most: 120 })
  await page.close()
}

/** Opens branches until about so many nodes are on the map. */
async function openAbout(page: Page, base: string, count: number): Promise<void> {
  const reply = (await (await fetch(`${base}/api/debates/synthetic5000`)).json()) as {
    debate: { claims: { id: string; place: { parent: string } }[] }
  }
  const children = new Map<string, string[]>()
  for (const { id, place } of reply.debate.claims)
    children.set(place.parent, [...(children.get(place.parent) ?? []), id])
  const open: string[] = []
  let shown = 1
  for (
    let level = ['issue'];
    shown < count && level.length > 0;
    level = level.flatMap((id) => children.get(id) ?? [])
  ) {
    for (const id of level) {
      if (shown >= count) break
      open.push(id)
      shown += Math.min(8, children.get(id)?.length ?? 0)
    }
  }
  await page.evaluate((hash) => (location.hash = hash), `#/m/synthetic5000?open=${open.join(',')}`)
  await page.waitForTimeout(800)
}

/** Script time of each frame while dragging the map. */
async function panning(page: Page, session: CDPSession): Promise<number[]> {
  await page.mouse.move(820, 420)
  await page.mouse.down()
  const times: number[] = []
  for (let step = 0; step < 120; step += 1) {
    const before = await metric(session, 'ScriptDuration')
    await page.mouse.move(820 - (step % 60) * 8, 420 - (step % 40) * 6)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    times.push(((await metric(session, 'ScriptDuration')) - before) * 1000)
  }
  await page.mouse.up()
  return times
}

/** From the press on an opener to the frame that shows the result. */
async function opening(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < 10; run += 1) {
    times.push(
      await page.evaluate(async () => {
        const opener = document.querySelector<HTMLElement>('.card:not(.issue) .opener')
        const start = performance.now()
        opener?.click()
        await new Promise((resolve) => requestAnimationFrame(resolve))
        await new Promise((resolve) => setTimeout(resolve))
        return performance.now() - start
      }),
    )
    await page.waitForTimeout(300)
  }
  return times
}

async function searching(page: Page): Promise<number[]> {
  await page.click('.search-button')
  const times: number[] = []
  for (const typed of ['m', 'ma', 'mar', 'mark', 'market', 'market s', 'market sq']) {
    times.push(
      await page.evaluate(async (text) => {
        const field = document.querySelector<HTMLInputElement>('[role=combobox]') as HTMLInputElement
        const start = performance.now()
        field.value = text
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        await new Promise((resolve) => requestAnimationFrame(resolve))
        await new Promise((resolve) => setTimeout(resolve))
        return performance.now() - start
      }, typed),
    )
  }
  await page.keyboard.press('Escape')
  return times
}

/** The naive way: all claims laid out and drawn as Cytoscape nodes with their sentences as labels. */
async function naive({ browser, base, note }: Visit, size: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(`${base}/naive.html`)
  const took = await page.evaluate(async (id) => {
    const reply = (await (await fetch(`/api/debates/${id}`)).json()) as {
      debate: { claims: { id: string; statement: string; place: { parent: string | null } }[] }
    }
    const start = performance.now()
    const { claims } = reply.debate
    const draw = (
      globalThis as typeof globalThis & {
        cytoscape: (options: object) => { one: (event: string, then: () => void) => void }
      }
    ).cytoscape
    const cy = draw({
      container: document.getElementById('cy'),
      elements: [
        { data: { id: 'issue', label: 'issue' } },
        ...claims.map((claim) => ({ data: { id: claim.id, label: claim.statement } })),
        ...claims.map((claim) => ({
          data: { id: `e${claim.id}`, source: claim.id, target: claim.place.parent ?? 'issue' },
        })),
      ],
      style: [
        {
          selector: 'node',
          style: {
            shape: 'round-rectangle',
            width: 240,
            height: 90,
            label: 'data(label)',
            'text-wrap': 'wrap',
            'text-max-width': '220px',
            'font-size': 13,
            'text-valign': 'center',
            'background-color': '#fff',
            'border-width': 1,
          },
        },
        {
          selector: 'edge',
          style: { 'curve-style': 'taxi', 'taxi-direction': 'rightward', 'target-arrow-shape': 'triangle' },
        },
      ],
      layout: { name: 'breadthfirst', directed: true, roots: '#issue' },
    })
    await new Promise<void>((resolve) => cy.one('render', () => resolve()))
    await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - start
  }, `synthetic${size}`)
  note({ what: `naive, ${size} claims: from data to picture`, value: took, unit: 'ms' })
  const pan = await panning(page, session)
  note({ what: `naive, ${size} claims: script per frame while panning, median`, value: median(pan), unit: 'ms' })
  await page.close()
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((one) => one.name === name)?.value ?? 0
}

function median(values: number[]): number {
  return share(values, 0.5)
}

function share(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** The built page, and the few replies it asks for, answered with made-up debates. */
function serve(): Promise<Server> {
  if (!existsSync(join(WEB, 'index.html'))) throw new Error('dist/web is missing: run "npm run build" first')
  const debates = new Map([EXAMPLE, ...SIZES.map((size) => syntheticDebate(size))].map((debate) => [debate.id, debate]))
  const http = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname
    const json = (value: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    const debate = debates.get(path.replace('/api/debates/', ''))
    if (debate !== undefined)
      return json({ entry: { id: debate.id, title: debate.title, status: 'done', problem: null }, debate })
    if (path === '/api/debates') return json({ debates: [], total: 0 })
    if (path === '/api/health')
      return json({ ok: true, version: '0', analyser: 'embedded', model: null, store: 'sqlite' })
    if (path === '/naive.html') {
      response.writeHead(200, { 'content-type': 'text/html' })
      return response.end(
        '<!doctype html><div id="cy" style="position:fixed;inset:0"></div><script src="/cytoscape.js"></script>',
      )
    }
    const file = path === '/cytoscape.js' ? CYTOSCAPE : join(WEB, path === '/' ? 'index.html' : path)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    return createReadStream(file).pipe(response)
  })
  return new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve(http)))
}
