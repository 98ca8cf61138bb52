/** Which platform reads an address or an answer. To add one: write its file, name it here. */
import type { Answer, Platform } from './platform.ts'
import { counterpoint } from './platforms/counterpoint.ts'
import { discourse } from './platforms/discourse.ts'
import { hackerNews } from './platforms/hacker-news.ts'
import { reddit } from './platforms/reddit.ts'
import { threadiverse } from './platforms/threadiverse.ts'

/** Those that are told apart most surely come first. */
export const PLATFORMS: Platform[] = [counterpoint, hackerNews, reddit, discourse, threadiverse]

/** Platforms that may be at `url`, those that surely are first. */
export function forAddress(url: URL): { platform: Platform; sure: boolean }[] {
  const found = PLATFORMS.map((platform) => ({ platform, how: platform.recognise(url) }))
  return ['sure', 'maybe'].flatMap((how) =>
    found.filter((one) => one.how === how).map(({ platform }) => ({ platform, sure: how === 'sure' })),
  )
}

export function forAnswer(answer: Answer): Platform | null {
  return PLATFORMS.find((platform) => platform.sniff(answer)) ?? null
}
