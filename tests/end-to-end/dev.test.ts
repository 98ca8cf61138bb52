/** `npm run dev`: the page and the API from one port, and a changed component shown without loading the page again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from './browser.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')

let child: ChildProcess
let browser: Browser
let base: string
const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-dev-'))

beforeAll(async () => {
  child = spawn(process.execPath, [VITE, '--host', '127.0.0.1'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  base = await new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer): void => {
      printed += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`vite ended with ${code}:\n${printed}`)))
  })
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await gone
  rmSync(dataDir, { recursive: true, force: true })
})

test('a changed component is shown without loading the page again', async () => {
  const { page } = await openPage(browser)
  await page.goto(base)
  await page.waitForSelector('.source-form')
  await page.waitForSelector('.entry strong')
  await page.locator('.source-form input, .source-form textarea').first().fill('https://forum.example/t/1')
  await page.evaluate(() => Object.assign(globalThis, { loadedOnce: true }))
  const updated = page.waitForEvent('console', (message) => message.text().includes('hot updated'))
  const now = new Date()
  utimesSync(join(ROOT, 'web', 'components', 'Start.tsx'), now, now)
  await updated
  await page.waitForSelector('.source-form')
  expect(await page.evaluate(() => 'loadedOnce' in globalThis)).toBe(true)
  await page.context().close()
}, 60_000)
