/** A server and a browser for the tests of one file. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Looking, newestDone, openBrowser, openPage, type RunningServer, startServer } from './browser.ts'

export interface Served {
  /** Address without a slash at its end. */
  readonly base: string
  readonly browser: Browser
  /** The debate analysed at the first start; '' where the example is left out. */
  readonly example: string
  open(look?: Looking): Promise<{ page: Page; faults: string[] }>
  /** The id of the newest debate, once its analysis has ended. */
  newest(): Promise<string>
}

/** Starts both before the tests of the file that calls it, with these settings, and ends them after the last one. */
export function serve(settings: Record<string, string> = {}): Served {
  let server: RunningServer | undefined
  let browser: Browser | undefined
  let example = ''
  const ready = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('the server and the browser are there once the tests of the file run')
    return part
  }
  const served: Served = {
    get base() {
      return ready(server).base
    },
    get browser() {
      return ready(browser)
    },
    get example() {
      return example
    },
    open: (look) => openPage(ready(browser), look),
    newest: () => newestDone(ready(server).base),
  }
  beforeAll(async () => {
    server = await startServer(settings)
    browser = await openBrowser()
    if (settings['EXAMPLE'] !== 'false') example = await served.newest()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.forget()
  })
  return served
}
