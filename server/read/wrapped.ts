/** Answers in other people's wrappers: recordings of what was asked and answered, bundles of several answers, packed text. */
import { answerFrom } from './file.ts'
import { at, count, jsonOf, parse, record, text } from './json.ts'
import { gunzipped } from './packed.ts'
import type { Answer } from './platform.ts'

/** Answers looked at in one wrapper. */
const MOST_INSIDE = 2000
/** A text shorter than this is no answer that anybody packed. */
const LEAST_PACKED = 200
/** Such a share of a text makes it the JSON that stands in it, with a few words around. */
const MOSTLY = 0.5

const HTTP_HEAD = /^HTTP\/[\d.]+ \d{3}[^\n]*\n(?:[\w-]{1,80}:[^\n]*\n)*\r?\n/
const DATA_URL = /^data:[\w/+.-]{1,80}(?:;[\w=-]{1,40}){0,3},/
const NOT_BASE64 = /[^A-Za-z0-9+/=\s]/

/** `answer` without the head of HTTP, the base64 or the words of a person around it. */
export function bared(answer: Answer): Answer {
  if (answer.text.trimStart().startsWith('<') || jsonOf(answer) !== undefined) return answer
  const bare = withoutHeads(answer.text)
  const inside = unpacked(bare) ?? jsonAmong(bare) ?? bare
  if (inside === answer.text) return answer
  const { bytes: _, ...rest } = answer
  return { ...rest, text: inside }
}

function withoutHeads(source: string): string {
  let bare = source
  for (let head = HTTP_HEAD.exec(bare); head !== null; head = HTTP_HEAD.exec(bare)) bare = bare.slice(head[0].length)
  return bare
}

const isAnswer = (source: string) => /^\s*(?:[<[{]|\)\]\}'|for ?\(;;\))/.test(source)

function unpacked(source: string): string | null {
  const packed = source.trim().replace(DATA_URL, '')
  if (packed.length < LEAST_PACKED || NOT_BASE64.test(packed)) return null
  const plain = Buffer.from(packed, 'base64').toString('utf8')
  return isAnswer(plain) ? plain : null
}

/** The JSON that begins a line of a text, when it is most of it. */
function jsonAmong(source: string): string | null {
  const start = source.search(/^[ \t]*[[{][ \t]*(?:["[{\]}]|\r?$)/m)
  const end = Math.max(source.lastIndexOf(']'), source.lastIndexOf('}')) + 1
  if (start < 0 || end - start < source.length * MOSTLY) return null
  const inside = source.slice(start, end)
  return typeof parse(inside) === 'object' ? inside : null
}

/** What a recording holds of one request: its address, and the answer in text or bytes. */
interface Recorded {
  url: string | null
  status: number | null
  type: string
  at: string | null
  body: string | Uint8Array
}

/**
 * The answers in a recording: HAR (what a browser's tools save), cassettes of Betamax and VCR, recordings of nock; null when
 * `answer` is none. Pictures, programs and refusals are left out. `asked` counts all.
 */
export function recordedIn(answer: Answer, limit: number): { answers: Answer[]; asked: number } | null {
  if (!/^\s*[[{]/.test(answer.text) || !/"(?:entries|http_interactions|interactions|scope)"/.test(answer.text))
    return null
  const value = jsonOf(answer)
  const all = har(value) ?? cassette(value, limit) ?? nock(value)
  if (all === null) return null
  const answers = all.slice(0, MOST_INSIDE).flatMap(({ url, status, type, at: time, body }): Answer[] => {
    const isRead = (status === null || (status >= 200 && status < 300)) && !NO_TEXT.test(type)
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    if (
      !isRead ||
      !isAnswer(
        Buffer.from(bytes.subarray(0, 400))
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      )
    )
      return []
    return [answerFrom(bytes, nameOf(url) ?? answer.fileName ?? 'A recording', url, time)]
  })
  return { answers, asked: all.length }
}

const NO_TEXT = /javascript|ecmascript|css|^(?:image|font|video|audio)\/|wasm|octet-stream/i

/** An address without what it asks with, which may hold a key. */
const nameOf = (url: string | null): string | null =>
  url === null || !URL.canParse(url) ? null : `${new URL(url).host}${new URL(url).pathname}`

/** HTTP Archive 1.2: http://www.softwareishard.com/blog/har-12-spec/ */
function har(value: unknown): Recorded[] | null {
  const entries = at(value, 'log', 'entries')
  if (!Array.isArray(entries)) return null
  return entries.map((entry) => {
    const content = at(entry, 'response', 'content')
    const body = text(content, 'text') ?? ''
    return {
      url: text(entry, 'request', 'url'),
      status: count(entry, 'response', 'status'),
      type: text(content, 'mimeType') ?? '',
      at: text(entry, 'startedDateTime'),
      body: text(content, 'encoding') === 'base64' ? Buffer.from(body, 'base64') : body,
    }
  })
}

/** Betamax, VCR (`http_interactions`) and vcrpy (`interactions`), as JSON. */
function cassette(value: unknown, limit: number): Recorded[] | null {
  const found = [at(value, 'http_interactions'), at(value, 'interactions')].find(Array.isArray)
  if (found === undefined || !found.some((one) => record(at(one, 'response')) !== null)) return null
  return found.map((one) => {
    const body = at(one, 'response', 'body')
    const packed = text(body, 'base64_string')
    return {
      url: text(one, 'request', 'uri') ?? text(one, 'request', 'url'),
      status: count(one, 'response', 'status', 'code') ?? count(one, 'response', 'status_code'),
      type: '',
      at: text(one, 'recorded_at'),
      body:
        packed === null
          ? (text(body, 'string') ?? text(one, 'response', 'body') ?? '')
          : gunzipped(Buffer.from(packed, 'base64'), limit),
    }
  })
}

/** A list of records with the host (`scope`), the `path` and the `response` as a value of its own. */
function nock(value: unknown): Recorded[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  if (!value.every((one) => text(one, 'scope') !== null && text(one, 'path') !== null)) return null
  return value.map((one) => {
    const response = at(one, 'response')
    return {
      url: `${text(one, 'scope')?.replace(/:(?:443|80)$/, '')}${text(one, 'path')}`,
      status: count(one, 'status'),
      type: '',
      at: null,
      body: typeof response === 'string' ? response : JSON.stringify(response ?? ''),
    }
  })
}

/** Names under which a record holds a whole answer, as text or as a value. */
const HOLDS_TEXT = ['body', 'response', 'content', 'data', 'html', 'text', 'json', 'raw', 'result', 'contents']

/** The answers a list or a record of JSON may consist of: pages one after the other, one under each name. */
export function partsIn(answer: Answer): Answer[] {
  const value = jsonOf(answer)
  const { bytes: _, ...rest } = answer
  const whole = (one: unknown): Answer[] => {
    const source = isWhole(one) ? written(one) : null
    return source === null ? [] : [{ ...rest, text: source }]
  }
  if (Array.isArray(value)) return value.slice(0, MOST_INSIDE).flatMap(whole)
  const named = Object.entries(record(value) ?? {}).slice(0, MOST_INSIDE)
  return named.flatMap(([name, one]) =>
    typeof one === 'string' && HOLDS_TEXT.includes(name) && isAnswer(one) ? [{ ...rest, text: one }] : whole(one),
  )
}

const isWhole = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Object.keys(record(value) ?? {}).length > 0

/** Nested more deeply than anybody writes, a value can't be written. */
function written(value: unknown): string | null {
  try {
    return JSON.stringify(value)
  } catch {
    return null
  }
}
