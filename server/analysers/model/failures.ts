/** What went wrong with a request, told from what the SDK throws. */
import { APIConnectionError, APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk'
import { Problem } from '../../problem.ts'

/** A request without a usable answer, with a sentence for the coverage. */
export interface Failure {
  kind: 'declined' | 'cut' | 'too-long' | 'unavailable' | 'timeout' | 'nonsense'
  why: string
}

/** A request that asked for something this endpoint does not know. */
interface Refused {
  kind: 'feature'
  message: string
}

/** Why a post could not be asked about, for the coverage. */
export const TOO_LONG = 'it is longer than the model can read'

const FEATURE =
  /output_config|format|schema|grammar|tool|thinking|effort|extra inputs|unknown|unrecognized|unexpected|not supported|unsupported/i
const SAYS_TOO_LONG =
  /too long|too many tokens|context (length|window|size)|maximum context|exceeds? .*(context|tokens)/i
const MONEY = /credit|billing|balance|quota/i
const NO_MODEL =
  /\b(?:unknown|no such|invalid) model\b|\bmodel\b[^.]{0,80}\b(?:does not exist|doesn[’']t exist|not found|is not a valid|is not available)/i

/** What gateways say that look at what is sent before a model reads it: their 403 is about the words, not the key. */
const MODERATED = /moderat|flagged|content (?:filter|policy|management)|sensitive|inappropriate/i
/** Characters from which on a key is looked for in what a service says: some repeat what they were sent. */
const KEY_LENGTH = 6

export function isTooLong(status: number, said: string): boolean {
  return isRefusal(status) && SAYS_TOO_LONG.test(said)
}

export function lacksMoney(status: number, said: string): boolean {
  return isRefusal(status) && !SAYS_TOO_LONG.test(said) && MONEY.test(said)
}

/** Whether the service says that it does not have the model. A 404 that does not speak of a model is a wrong address. */
export function lacksModel(status: number, said: string): boolean {
  return status === 404 ? /model/i.test(said) : isRefusal(status) && NO_MODEL.test(said)
}

function isRefusal(status: number): boolean {
  return status === 400 || status === 422
}

/**
 * Sorts what a request threw. What would befall every other request alike is thrown as a Problem: `key-refused`, or
 * `model-unavailable` for an unknown model, an empty account or a request the service finds wrong as a whole. No `key`
 * stands in what is told.
 */
export function failureOf(thrown: unknown, model: string, key: string | null): Failure | Refused {
  if (thrown instanceof APIConnectionTimeoutError) return timedOut
  if (thrown instanceof APIConnectionError) {
    return { kind: 'unavailable', why: 'the model’s service could not be reached' }
  }
  if (!(thrown instanceof APIError) || thrown.status === undefined) {
    return { kind: 'unavailable', why: 'the connection to the model’s service broke' }
  }
  const said = withoutKey(thrown.apiMessage ?? thrown.message, key)
  switch (thrown.status) {
    case 403:
      if (MODERATED.test(said)) return moderated
      throw refusedKey(thrown, 403)
    case 401:
      throw refusedKey(thrown, 401)
    case 402:
      throw noMoney(thrown)
    case 404:
      throw noModel(model, thrown)
    case 413:
      return tooLong
    case 400:
    case 422:
      if (isTooLong(thrown.status, said)) return tooLong
      if (lacksMoney(thrown.status, said)) throw noMoney(thrown)
      if (lacksModel(thrown.status, said)) throw noModel(model, thrown)
      if (FEATURE.test(said)) return { kind: 'feature', message: said }
      return { kind: 'nonsense', why: `the model’s service found the request wrong: ${said.slice(0, 160)}` }
    case 429:
      return { kind: 'unavailable', why: 'the model’s service asked to wait, again and again' }
    case 529:
      return { kind: 'unavailable', why: 'the model’s service was overloaded' }
    default:
      return { kind: 'unavailable', why: `the model’s service failed (${thrown.status})` }
  }
}

function withoutKey(said: string, key: string | null): string {
  return key === null || key.length < KEY_LENGTH ? said : said.replaceAll(key, '…')
}

function refusedKey(cause: unknown, status: number): Problem {
  return new Problem('key-refused', `The model’s service refused the key (${status}).`, { cause })
}

function noMoney(cause: unknown): Problem {
  return new Problem('model-unavailable', 'The account at the model’s service has no money left.', {
    cause,
    remedy: 'Add some there and try the rest again, or finish with the built-in analyser.',
  })
}

function noModel(model: string, cause: unknown): Problem {
  return new Problem('model-unavailable', `The model’s service knows no model “${model}” at this address.`, {
    cause,
    remedy: 'Check MODEL and ANTHROPIC_BASE_URL, or run `counterpoint models check`.',
  })
}

const moderated: Failure = { kind: 'declined', why: 'the model declined to read it (moderation)' }
const tooLong: Failure = { kind: 'too-long', why: TOO_LONG }
export const timedOut: Failure = { kind: 'timeout', why: 'the model did not answer in time' }
