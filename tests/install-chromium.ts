/** Makes sure there is a Chromium for the browser tests: found, or downloaded by Playwright, or from the system's packages. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromiumPath } from './chromium.ts'

const PLAYWRIGHT = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
const ROOT = process.getuid?.() === 0
const SUDO = ROOT ? [] : ['sudo', '-n']

/** Ways to get a Chromium, tried in order; each may take `minutes`. */
const WAYS = [
  { name: 'Playwright’s download', command: [process.execPath, PLAYWRIGHT, 'install', 'chromium'], minutes: 5 },
  {
    name: 'the system’s packages',
    command: [
      ...SUDO,
      'sh',
      '-c',
      'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation',
    ],
    minutes: 10,
  },
]

function get(): string | null {
  for (const { name, command, minutes } of WAYS) {
    console.log(`No Chromium found: trying ${name}.`)
    const [program, ...rest] = command
    spawnSync(program as string, rest, { stdio: ['ignore', 'ignore', 'inherit'], timeout: minutes * 60_000 })
    const path = chromiumPath()
    if (path !== null) return path
  }
  return null
}

const path = chromiumPath() ?? get()
if (path === null) {
  console.error(
    'The browser tests need a Chromium. Install one (Debian: apt-get install chromium) or set CHROMIUM to its path.',
  )
  process.exitCode = 1
} else {
  console.log(`Browser tests use ${path}`)
}
