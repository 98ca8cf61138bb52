/** The bookmark that sends the page a person looks at, chosen on a page of another site in a real browser. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DebateReply } from '../../shared/api.ts'
import { newestDone, openBrowser, openPage, type RunningServer, startServer } from './browser.ts'

const NAMES = ['Ann', 'Bob', 'Cleo', 'Dan']

const THREAD = `<main>
${NAMES.map((name) => `<div class="comment"><a class="author" href="/u/${name}">${name}</a><div class="body"><p>${name} thinks that trams are better than buses – “never” waiting in traffic, as everyone in town knows.</p></div></div>`).join('\n')}
</main>`
const page = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Trams or buses?</title></head><body>${body}</body></html>`
const PAGES: Record<string, string> = {
  '/open': page(`<forum-thread><template shadowrootmode="open">${THREAD}</template></forum-thread>`),
  '/strict': page('<p>Ferries</p><iframe src="/thread"></iframe>'),
  '/thread': page(THREAD),
}

let browser: Browser
let server: RunningServer
let forum: Server
let address: string
beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer({ EXAMPLE: 'false' })
  forum = createServer((request, response) => {
    const strict = request.url === '/strict'
    response.setHeader('content-type', 'text/html')
    if (strict) response.setHeader('content-security-policy', "connect-src 'none'")
    response.end(PAGES[request.url ?? ''])
  })
  await new Promise<void>((resolve) => forum.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(forum.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser.close()
  await server.forget()
  forum.closeAllConnections()
  forum.close()
})

test.each(['/open', '/strict'])('sends the page at %s, and asks before it is analysed', async (path) => {
  const { page } = await openPage(browser)
  await page.goto(`${server.base}/#/settings`)
  await page.getByRole('button', { name: 'Make the bookmark' }).click()
  const bookmark = await page.getByRole('link', { name: 'Map this page' }).getAttribute('href')
  const code = decodeURIComponent((bookmark ?? '').replace(/^javascript:/, ''))

  await page.goto(`${address}${path}`)
  const opens = page.context().waitForEvent('page')
  await page.evaluate(code)
  const ours = await opens
  await ours
    .getByRole('heading', { name: /^Analyse the page you sent from 127\.0\.0\.1:\d+ \([\d,.]+ (bytes|kB)\)\?$/ })
    .waitFor()
  expect(await ours.getByText(`${address}${path}`).count()).toBe(1)
  const before = (await (await fetch(`${server.base}/api/debates`)).json()) as { total: number }

  await ours.getByRole('button', { name: 'Analyse it' }).click()
  await ours.waitForURL(/#\/m\//)
  const after = (await (await fetch(`${server.base}/api/debates`)).json()) as { total: number }
  expect(after.total).toBe(before.total + 1)
  const id = await newestDone(server.base)
  const { debate } = DebateReply.parse(await (await fetch(`${server.base}/api/debates/${id}`)).json())
  const [thread] = debate?.threads ?? []
  expect(thread?.url).toBe(`${address}${path}`)
  expect(thread?.posts.map(({ author }) => author)).toEqual(expect.arrayContaining(NAMES))
  expect(thread?.posts.at(-1)?.text).toContain('– “never” waiting')
  await page.context().close()
})

test('a bookmark that was used says so in our own window', async () => {
  const { page } = await openPage(browser)
  await page.goto(`${server.base}/#/page/gone`)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('No page waits here')
  await page.context().close()
})
