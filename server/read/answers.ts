/** What an answer that is no thread means: every way a site says no becomes its own Problem. */
import { Problem } from '../problem.ts'
import type { Answer } from './platform.ts'

const CHALLENGE_TITLE =
  /<title>\s*(?:just a moment|attention required|access denied|blocked|please wait for verification|reddit - please wait|one moment, please|ddos-guard|checking your browser|bot verification|verifying your browser|security check|making sure you(?:'|’|&#39;)re not a bot)/i

const CHALLENGE_MARK =
  /whoa there, pardner|blocked due to a network policy|cf-browser-verification|cf_chl_opt|challenges\.cloudflare\.com|captcha-delivery\.com|datadome|_Incapsula_|px-captcha|anubis_challenge|enable javascript and cookies to continue/i

const SIGN_IN_TITLE = /<title>[^<]*(?:over 18\?|log ?in\b|sign ?in\b|anmelden|age verification)[^<]*<\/title>/i

const SIGN_IN_MARK =
  /requires an authenticated user|must be (?:logged|signed) in|"error_type"\s*:\s*"(?:not_logged_in|invalid_access)"/i

/** Fewer words than this are no conversation: what a page says that lets nobody in. */
const FEW_WORDS = 1500

function saysLittle(page: string): boolean {
  if (page.length > 120_000) return false
  const visible = page.replace(/<(script|style|noscript|svg|head)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ')
  return visible.replace(/\s+/g, ' ').length < FEW_WORDS
}

function host(answer: Answer): string {
  return answer.url === null ? 'The page' : new URL(answer.url).hostname.replace(/^www\./, '')
}

/** A day: who asks for more made a mistake, and asking once a day harms nobody. */
const LONGEST_WAIT = 86_400
const asWait = (seconds: number) => Math.min(LONGEST_WAIT, Math.max(0, Math.ceil(seconds)))

/** Seconds a site asks to wait, from its headers, at most a day; null when it names none. */
export function waitSeconds(headers: Record<string, string>, now: number): number | null {
  const after = headers['retry-after']
  if (after !== undefined) {
    const seconds = /^\d+(\.\d+)?$/.test(after.trim()) ? Number(after) : (Date.parse(after) - now) / 1000
    if (Number.isFinite(seconds)) return asWait(seconds)
  }
  const reset = Number(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? Number.NaN)
  if (!Number.isFinite(reset) || reset < 0) return null
  return asWait(reset > 1e9 ? reset - now / 1000 : reset)
}

/** A block or challenge page whatever its status, and also when it was saved as a file. */
export function blockPage(answer: Answer): Problem | null {
  const head = answer.text.slice(0, 20_000)
  if (!/^\s*</.test(head)) return null
  if (CHALLENGE_TITLE.test(head) || CHALLENGE_MARK.test(head)) {
    if (!saysLittle(answer.text)) return null
    return new Problem('blocked-by-site', `${host(answer)} answered with a page that keeps automatic readers out.`)
  }
  if (SIGN_IN_TITLE.test(head) && saysLittle(answer.text)) return signIn(answer)
  return null
}

function signIn(answer: Answer): Problem {
  return new Problem('login-required', `${host(answer)} asks people to sign in (or to confirm their age) first.`)
}

/** Why `answer` can't be used, or null when it can. */
export function refusal(answer: Answer): Problem | null {
  if (answer.problem !== undefined) return answer.problem
  const { status, headers } = answer
  const limited = headers['x-ratelimit-remaining'] === '0' || /secondary rate limit|abuse detection/i.test(answer.text)
  if (status === 429 || (status === 503 && headers['retry-after'] !== undefined) || (status === 403 && limited)) {
    const wait = waitSeconds(headers, Date.now())
    return new Problem(
      'rate-limited',
      `${host(answer)} asks us to wait${wait === null ? '' : ` ${wait} seconds`} before reading more.`,
      wait === null ? {} : { retryAfterSeconds: wait },
    )
  }
  const block = blockPage(answer)
  if (block !== null) return block
  if (status >= 200 && status < 300) return null
  if (status === 401 || (status === 403 && SIGN_IN_MARK.test(answer.text.slice(0, 20_000)))) return signIn(answer)
  if (status === 403 || status === 406 || status === 451) {
    return new Problem('blocked-by-site', `${host(answer)} refuses to hand this to an automatic reader (${status}).`)
  }
  if (status === 404) return new Problem('not-found', `${host(answer)} has nothing at this address.`)
  if (status === 410) return new Problem('gone', `${host(answer)} says this was deleted.`)
  if (status === 300) return new Problem('not-found', `${host(answer)} does not know this message.`)
  return new Problem('unreachable', `${host(answer)} answered with status ${status}.`)
}

/** `answer` if it can be used, else its Problem is thrown. */
export function usable(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Problem('unreachable', 'The site did not answer.')
  const problem = refusal(answer)
  if (problem !== null) throw problem
  return answer
}
