/** Checking the sources a debate cites, asked for on the page, in a real browser. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DebateReply } from '../../shared/api.ts'
import { SourceChecks } from '../../shared/sources.ts'
import { newestDone, openBrowser, openPage, type RunningServer, startServer } from './browser.ts'

let browser: Browser
let server: RunningServer
let site: Server
let base: string
beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer({ EXAMPLE: 'false', ALLOW_HOSTS: '127.0.0.1' })
  site = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><title>Trams in Ghent</title><p>In 2019 trams carried twice as many people as buses.</p>')
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser.close()
  await server.forget()
  site.closeAllConnections()
  site.close()
})

test('the evidence of a claim says whether its quoted words stand in the source', async () => {
  const text = `Ann: Trams are better than buses because they never wait in traffic.

Bob: I disagree. Trams cost far more than buses.

Ann: Trams are better. A 2019 study of Ghent found that “trams carried twice as many people as buses”: ${base}/ghent

Bob: That study counted full trams only.`
  await fetch(`${server.base}/api/debates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sources: [{ kind: 'text', text }] }),
  })
  const id = await newestDone(server.base)
  const { debate } = DebateReply.parse(await (await fetch(`${server.base}/api/debates/${id}`)).json())
  const citing = debate?.claims.find(({ sourceUrls }) => sourceUrls.includes(`${base}/ghent`))
  expect(citing).toBeDefined()

  const { page, faults } = await openPage(browser)
  await page.goto(`${server.base}/#/m/${id}?c=${citing?.id}`)
  await page.getByRole('tab', { name: /^Evidence/ }).click()
  await page.getByText('Not checked yet').waitFor()
  await page.getByRole('button', { name: 'Check the sources' }).press('Enter')
  await page.getByRole('link', { name: 'Trams in Ghent' }).waitFor()
  await page.getByText('Found in the source').waitFor()
  expect(faults).toEqual([])

  const summary = await (await fetch(`${server.base}/api/debates/${id}/export?format=md`)).text()
  expect(summary).toContain('can be read, Trams in Ghent; quoted words found in the source')
  await page.context().close()
})

test('by setting, sources are checked after the analysis without being asked', async () => {
  const { page, faults } = await openPage(browser)
  await page.goto(`${server.base}/#/settings`)
  const setting = page.getByRole('checkbox', { name: 'Check cited sources after every analysis' })
  await setting.press('Space')
  await expect.poll(() => setting.isChecked()).toBe(true)
  await page.reload()
  await expect.poll(() => setting.isChecked()).toBe(true)

  const text = `Ann: Trams are better than buses. A 2019 study found that “trams carried twice as many people as buses”: ${base}/again\n\nBob: No, buses are cheaper.`
  await fetch(`${server.base}/api/debates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sources: [{ kind: 'text', text }] }),
  })
  const id = await newestDone(server.base)
  const checks = async () => SourceChecks.parse(await (await fetch(`${server.base}/api/debates/${id}/sources`)).json())
  await expect.poll(async () => (await checks()).sources[0]?.quotes[0]?.result, { timeout: 20_000 }).toBe('found')
  expect(faults).toEqual([])
})
