/** Opens the addresses a debate cites: each once, each host one thing at a time, and only what its rules let programs read. */
import robotsParser from 'robots-parser'
import type { CheckedSource } from '../../shared/sources.ts'
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import { refusal } from '../read/answers.ts'
import type { Fetcher } from '../read/fetch.ts'
import { isElsewhere } from '../read/robots.ts'
import { checkSource, unread } from './check.ts'
import type { Cited } from './cited.ts'

/** Addresses opened at once. */
const AT_ONCE = 4

export interface Opening {
  fetcher: Fetcher
  config: Pick<Config, 'IGNORE_ROBOTS'>
  signal: AbortSignal
}

/** Gives each of `cited` to `take` once it was looked at. Stops when the signal says so: being stopped says nothing of a source. */
export async function openSources(
  cited: Cited[],
  opening: Opening,
  take: (source: CheckedSource) => Promise<void> | void,
): Promise<void> {
  const queue = [...cited]
  const rules = new Map<string, Promise<(url: string) => boolean>>()
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !opening.signal.aborted; next = queue.shift()) {
      const source = await openOne(next, opening, rules)
      if (opening.signal.aborted) return
      await take(source)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function openOne(
  cited: Cited,
  { fetcher, config, signal }: Opening,
  rules: Map<string, Promise<(url: string) => boolean>>,
): Promise<CheckedSource> {
  const at = new Date().toISOString()
  try {
    const heed = async (address: string): Promise<void> => {
      const { origin, hostname } = new URL(address)
      const allowed =
        rules.get(origin) ?? (config.IGNORE_ROBOTS ? Promise.resolve(() => true) : rulesOf(origin, fetcher, signal))
      rules.set(origin, allowed)
      if (!(await allowed)(address)) {
        throw new Problem('robots-disallow', `${hostname} asks programs not to read this page.`)
      }
    }
    await heed(cited.url)
    const answer = await fetcher.fetch({ url: cited.url, purpose: 'a cited source' }, signal)
    if (answer.url !== null && isElsewhere(answer, new URL(cited.url))) await heed(answer.url)
    return checkSource(cited, answer, at)
  } catch (thrown) {
    const problem = Problem.from(thrown)
    if (problem.code === 'internal') console.error(at, cited.url, problem.cause)
    return unread(cited, problem, at)
  }
}

/** What the site lets programs read; a site without rules lets them read everything. */
async function rulesOf(origin: string, fetcher: Fetcher, signal: AbortSignal): Promise<(url: string) => boolean> {
  const address = `${origin}/robots.txt`
  const answer = await fetcher.fetch({ url: address, purpose: 'what the site lets programs read' }, signal)
  const rules = refusal(answer) === null ? robotsParser(address, answer.text) : null
  return (url) => rules?.isAllowed(url, 'Counterpoint') !== false
}
