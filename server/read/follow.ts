/** From an address to a thread: asks what a platform wants to know until it has its thread. */
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import { reached } from './assemble.ts'
import { asksToWait, blockPage, isPassing, usable } from './answers.ts'
import type { Fetcher } from './fetch.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from './platform.ts'
import { withQuotes } from './page.ts'
import { charsetTold, readAnswer } from './read-answer.ts'
import { forAddress, forAnswer } from './recognise.ts'
import { heedRobots, isElsewhere, unanswered } from './robots.ts'

export interface Reading {
  config: Config
  signal: AbortSignal
  /** `done` of `of` requests made; `of` is null where more may follow. */
  progress: (note: string, done: number, of: number | null) => void
}

/** Problems that another way of reading the same address would meet again. */
const FINAL = new Set(['private-address', 'cancelled', 'timeout', 'rate-limited'])

/** What a site means by it stays. */
const FORBIDDEN = new Set([400, 401, 403, 405, 406, 451])
/** Problems that may be gone another time. */
const PASSING = new Set(['timeout', 'rate-limited', 'unreachable'])

class Conversation {
  private asked = 0
  /** Whether something stayed without an answer that may have one another time. */
  private open = false
  private readonly begun = Date.now()
  private readonly fetcher: Fetcher
  private readonly reading: Reading

  constructor(fetcher: Fetcher, reading: Reading) {
    this.fetcher = fetcher
    this.reading = reading
  }

  /** One answer for each ask; what can't be had is an answer that says why. Only being stopped throws. */
  async askAll(asks: Ask[]): Promise<Answer[]> {
    const of = asks.length > 1 ? this.asked + asks.length : null
    return Promise.all(asks.map((ask) => this.askOne(ask, of)))
  }

  async askOne(ask: Ask, of: number | null = null): Promise<Answer> {
    const { config, signal, progress } = this.reading
    if (this.asked >= config.MAX_REQUESTS) {
      this.open = true
      const most = config.MAX_REQUESTS
      return unanswered(new Problem('too-large', `Not asked for: a thread may take ${most} requests (MAX_REQUESTS).`))
    }
    if (Date.now() - this.begun > config.MAX_READ_MS) {
      this.open = true
      const minutes = Math.ceil(config.MAX_READ_MS / 60_000)
      return unanswered(
        new Problem('timeout', `Not asked for: reading a thread may take ${minutes} minutes (MAX_READ_MS).`),
      )
    }
    this.asked++
    try {
      const answer = await this.fetcher.fetch(ask, signal)
      progress(ask.purpose, this.asked, of)
      const told = { ...answer, text: withQuotes(answer.text) }
      this.open ||= asksToWait(told) || (isPassing(told) && !FORBIDDEN.has(told.status))
      return told
    } catch (thrown) {
      const problem = Problem.from(thrown)
      if (signal.aborted || problem.code === 'internal') throw problem
      this.open ||= PASSING.has(problem.code)
      return unanswered(problem)
    }
  }

  /** Another way of reading the same address begins; what became of the one before is no matter. */
  startOver(): void {
    this.open = false
  }

  /** `thread`, saying how far this got. */
  reached(thread: ReadThread): ReadThread {
    return reached(thread, { requests: this.asked, more: this.open })
  }
}

async function follow(
  platform: Platform,
  first: Step<unknown>,
  conversation: Conversation,
  config: Config,
): Promise<ReadThread> {
  conversation.startOver()
  let step = first
  while ('asks' in step) step = platform.resume(step.state, await conversation.askAll(step.asks), config)
  return step.thread
}

/** Where a short address led, when that is surely a platform's own. */
function movedTo(answer: Answer, from: URL): { platform: Platform; url: URL } | null {
  if (answer.url === null || !URL.canParse(answer.url)) return null
  const url = new URL(answer.url)
  const [first] = url.host === from.host ? [] : forAddress(url)
  return first?.sure === true ? { platform: first.platform, url } : null
}

/**
 * The threads at `url`. Platforms that may be there are tried first; where none is, the page itself is fetched and read
 * by whoever knows its marks. Throws `Problem`.
 */
export async function readAddress(url: URL, fetcher: Fetcher, reading: Reading): Promise<ReadThread[]> {
  const conversation = new Conversation(fetcher, reading)
  const threads = await threadsAt(url, conversation, reading.config)
  return threads.map((thread) => conversation.reached(thread))
}

async function threadsAt(url: URL, conversation: Conversation, config: Config): Promise<ReadThread[]> {
  for (const { platform, sure } of forAddress(url)) {
    try {
      return [await follow(platform, platform.begin(url, config), conversation, config)]
    } catch (thrown) {
      const problem = Problem.from(thrown)
      if (sure || FINAL.has(problem.code) || problem.code === 'internal') throw problem
    }
  }
  if (!config.IGNORE_ROBOTS) await heedRobots(url, (ask) => conversation.askOne(ask))
  const found = await conversation.askOne({ url: url.href, purpose: 'the page' })
  const moved = movedTo(found, url)
  if (moved !== null)
    return [await follow(moved.platform, moved.platform.begin(moved.url, config), conversation, config)]
  if (!config.IGNORE_ROBOTS && isElsewhere(found, url))
    await heedRobots(new URL(found.url ?? url), (ask) => conversation.askOne(ask))
  // A page may ask to sign in and show a short discussion all the same.
  if (found.status === 200 && blockPage(found) !== null) return readAnswer(found, config)
  const answer = usable(found)
  const platform = forAnswer(answer)
  if (platform?.page === undefined) return readAnswer(answer, config)
  return [charsetTold(await follow(platform, platform.page(answer, config), conversation, config), answer)]
}
