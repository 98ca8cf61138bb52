/** The built server on a free port with data of its own, and a browser to look at it: what every browser test starts from. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, chromiumPath } from '../chromium.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const MAIN = join(ROOT, 'dist', 'server', 'main.js')

export interface RunningServer {
  /** Address without a slash at its end. */
  base: string
  dataDir: string
  /** Lets the server end by itself; the data stays until `forget`. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Stops it and removes its data. */
  forget(): Promise<void>
}

/** Starts the server built into dist/ with these settings. Throws what it printed when it does not come up in 30 s. */
export async function startServer(
  settings: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-')),
): Promise<RunningServer> {
  if (!existsSync(MAIN)) throw new Error('dist/server/main.js is missing: run "npm run build" first')
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(ANTHROPIC|MODEL|DATABASE_URL|PORT|DATA_DIR)/.test(name),
  )
  const child = spawn(process.execPath, [MAIN], {
    env: { ...Object.fromEntries(inherited), PORT: '0', DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const base = await addressOf(child)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
  return {
    base,
    dataDir,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async forget() {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const timer = setTimeout(() => reject(new Error(`the server did not come up:\n${printed}`)), 30_000)
    const read = (chunk: Buffer): void => {
      printed += chunk.toString()
      const address = /https?:\/\/[\w.:[\]-]+/.exec(printed)?.[0]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the server ended with ${code}:\n${printed}`))
    })
  })
}

export async function openBrowser(...flags: string[]): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error('no Chromium was found: install one or set CHROMIUM to its path')
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] })
}

export interface Looking {
  theme?: 'light' | 'dark'
  width?: number
  height?: number
  /** A phone: touch and a mobile viewport. */
  phone?: boolean
}

/** A fresh page, with everything it complained about collected in `faults`. */
export async function openPage(browser: Browser, look: Looking = {}): Promise<{ page: Page; faults: string[] }> {
  const { theme = 'light', width = 1440, height = 900, phone = false } = look
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}

/** The id of the newest debate, once its analysis has ended. */
export async function newestDone(base: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const reply = (await (await fetch(`${base}/api/debates?limit=1&offset=0`)).json()) as {
      debates: { id: string; status: string }[]
    }
    const [entry] = reply.debates
    if (entry !== undefined && entry.status !== 'waiting' && entry.status !== 'running') return entry.id
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no debate was analysed within 20 s')
}
