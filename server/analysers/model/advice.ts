/** What to mend when a service brings no answer: told from its error, in two sentences for whoever set it up. */
import { APIConnectionError, APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk'
import { isTooLong, lacksModel, lacksMoney } from './failures.ts'
import type { Profile } from './profile.ts'

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.(?:local|localhost|internal))$/i
const NOT_TRUSTED = /^(?:DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|ERR_TLS)/
const SPOKEN = /^(?:ERR_SSL|EPROTO)/
/** Most characters of a service's own words. */
const SAID = 160

/** Tokens a model has to read at once for one request about posts. */
export const LEAST_CONTEXT = 8_000

/** What happened, and what to do about it. */
export function adviceOn(thrown: unknown, profile: Profile): string {
  if (thrown instanceof APIConnectionTimeoutError) return onTimeout(profile)
  if (thrown instanceof APIConnectionError) return onConnection(thrown, profile)
  if (thrown instanceof APIError && thrown.status !== undefined) return onStatus(thrown, thrown.status, profile)
  return noMessage(profile)
}

/** For an answer that is none of the Messages API. */
export function noMessage({ baseURL }: Profile): string {
  return `${baseURL} answered, but not with a message as Anthropic’s Messages API gives it. Correct ANTHROPIC_BASE_URL: it is what stands before /v1/messages in the address of the service’s Anthropic-compatible interface, which for some ends in /anthropic.`
}

/** For a model that can't take a request about posts. */
export function tooSmall(): string {
  return `The model reads too little at once. Give it a context window of at least ${LEAST_CONTEXT.toLocaleString('en')} tokens (Ollama: num_ctx, llama.cpp: --ctx-size), or try another model.`
}

function onTimeout(profile: Profile): string {
  const waited = `${hostOf(profile)} did not answer within ${Math.round(profile.timeoutMs / 1000)} seconds.`
  return isLocal(profile)
    ? `${waited} A model on this machine may take minutes to load when it is first asked: check once more; if it stays so, try a smaller model.`
    : `${waited} Check again later; if it stays so, try another model, or look whether a proxy holds the requests back.`
}

function onConnection(thrown: Error, profile: Profile): string {
  const host = hostOf(profile)
  const { code, words } = rootOf(thrown)
  if (/redirect/i.test(words)) {
    return `${profile.baseURL} sends requests on to another address, which is not followed: it would get the key and the posts. Set ANTHROPIC_BASE_URL to the address the service really has.`
  }
  if (code === 'ECONNREFUSED') {
    return isLocal(profile)
      ? `Nothing listens at ${profile.baseURL}. Start the server of the model there, or correct ANTHROPIC_BASE_URL.`
      : `${host} accepts no connections. Check ANTHROPIC_BASE_URL, and whether a firewall or proxy stands between.`
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `No host ${host} was found. Check ANTHROPIC_BASE_URL for a typing error, and that this machine is connected to the network.`
  }
  if (NOT_TRUSTED.test(code)) {
    return `The certificate of ${host} is not trusted here (${code}). If it is signed by an authority of your own, name its file in NODE_EXTRA_CA_CERTS; if not, do not send a key there.`
  }
  if (SPOKEN.test(code) || /ssl|tls|packet length/i.test(words)) {
    return `${host} does not speak https there. Servers on one’s own machine mostly speak http: correct ANTHROPIC_BASE_URL.`
  }
  const look = isLocal(profile) ? 'look in the log of that server' : 'look whether a proxy or firewall stands between'
  return `The connection to ${host} broke before an answer came. Check again; if it stays so, ${look}.`
}

function onStatus(thrown: APIError, status: number, profile: Profile): string {
  const said = thrown.apiMessage ?? ''
  const word = said === '' ? '' : ` (“${said.slice(0, SAID)}”)`
  if (status === 402 || lacksMoney(status, said)) {
    return 'The account at the model’s service has no money left. Add some there, and check again.'
  }
  if (lacksModel(status, said)) return noModel(word, profile)
  if (isTooLong(status, said)) return `It refuses even a small question as too long${word}. ${tooSmall()}`
  if (/anthropic-version/i.test(said)) {
    return `The service wants to be spoken to in another version of its interface${word}. Use the profile made for it (MODEL_PROFILE); “counterpoint models” lists them.`
  }
  switch (status) {
    case 401:
      return `The service does not accept the key${word}. Set ANTHROPIC_API_KEY to a key of ${hostOf(profile)}, whole and not expired. ${sentAs(profile)}`
    case 403:
      return `The service does not let this key do it${word}. Allow it the model “${profile.model}” at the service, or set MODEL to one that it may use.`
    case 404:
    case 405:
      return `Nothing takes messages at ${profile.baseURL}/v1/messages (${status}). Correct ANTHROPIC_BASE_URL: it is what stands before /v1/messages, for some services with /anthropic at its end.`
    case 413:
      return 'Even a small question is larger than what is let through (413). Raise the limit of the server, or of the proxy before it.'
    case 429:
      return `The service asks to wait${waitFor(thrown)}: the key’s limit of requests is used up${word}. Check again then; if it stays so, look at the limits of your account there.`
    case 529:
      return 'The service is overloaded (529). Your settings are not at fault: check again in a few minutes.'
    default:
      if (status < 500) {
        return `The service finds the request wrong${word || ` (${status})`}. Use the profile made for it (MODEL_PROFILE); “counterpoint models” lists them.`
      }
      return isLocal(profile)
        ? `The server failed (${status})${word && `: ${said.slice(0, SAID)}`}. Look in its log; a model that does not fit in memory is a common reason.`
        : `The service failed (${status})${word && `: ${said.slice(0, SAID)}`}. That is mostly a fault on its side: check again in a few minutes, or look at its status page.`
  }
}

function noModel(word: string, profile: Profile): string {
  const how = isLocal(profile) ? 'load it there first, or set MODEL to one that is' : 'set MODEL to one it lists'
  return `The service has no model “${profile.model}”${word}: ${how}.`
}

/** How a key was sent: some services read only one of the two. */
function sentAs({ auth }: Profile): string {
  if (auth === 'none') return 'None was sent: set MODEL_AUTH to bearer or x-api-key.'
  if (auth === 'both') return ''
  const [form, other] = auth === 'bearer' ? ['a bearer token', 'x-api-key'] : ['x-api-key', 'bearer']
  return `It was sent as ${form}; MODEL_AUTH=${other} sends it otherwise.`
}

function waitFor(thrown: APIError): string {
  const seconds = Number(thrown.headers?.get('retry-after') ?? NaN)
  return Number.isFinite(seconds) && seconds > 0 ? ` ${Math.ceil(seconds)} s` : ''
}

function hostOf({ baseURL }: Profile): string {
  return new URL(baseURL).host
}

function isLocal({ baseURL }: Profile): boolean {
  return LOCAL.test(new URL(baseURL).hostname)
}

/** The first code among an error and its causes, and all they say. */
function rootOf(thrown: Error): { code: string; words: string } {
  let code = ''
  const words: string[] = []
  for (let at: unknown = thrown; at instanceof Error; at = at.cause) {
    if ('code' in at && code === '') code = String(at.code)
    words.push(at.message)
  }
  return { code, words: words.join(' ') }
}
