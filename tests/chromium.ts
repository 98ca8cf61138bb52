/** Finds the Chromium that browser tests use. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Flags for a browser that talks to nobody but the page under test; no sandbox only where root could not have one. */
export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Path of an installed Chromium: `CHROMIUM` if set, Playwright's own, or the system's; null when there is none. */
export function chromiumPath(): string | null {
  const places = [process.env.CHROMIUM, chromium.executablePath(), ...PLACES]
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null
}
