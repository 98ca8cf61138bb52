/** Dropped files and page source made to look like answers from the network. */
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import { looksBinary } from '../text/charset.ts'
import { decoded, tooLarge } from './body.ts'
import { isMhtml, readMhtml } from './mhtml.ts'
import { gunzipped, type NamedBytes, unzipped } from './packed.ts'
import { withQuotes } from './page.ts'
import type { Answer } from './platform.ts'
import { joinedChannels } from './slack-export.ts'

const SAVED_FROM =
  /<!--\s*saved from url=\(\d+\)(\S+)\s*-->|<!--\s*(?:Page saved with SingleFile\s+)?url:\s*(\S+)|<!--\s*\{"url":\s*"([^"]+)"/i

/** Address a saved page says it is from: a browser's or SingleFile's comment, else its canonical link. */
function savedFrom(text: string): string | null {
  const head = text.slice(0, 30_000)
  const found =
    SAVED_FROM.exec(head)
      ?.slice(1)
      .find((one) => one !== undefined) ?? ownLink(head)
  return found !== undefined && /^https?:\/\//i.test(found) && URL.canParse(found)
    ? found.replaceAll('&amp;', '&')
    : null
}

/** SingleFile writes the browser's own words for the time: "Sun May 03 2026 10:00:00 GMT+0200 (CEST)". */
const SAVED_AT = /^[ \t]*saved date: \w{3} (\w{3} \d{1,2} \d{4} [\d:]{8} GMT[+-]\d{4})/m

function savedAt(text: string): string | null {
  const said = SAVED_AT.exec(text.slice(0, 2000))?.[1]
  const at = said === undefined ? Number.NaN : Date.parse(said)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

const readAt = (at: string | null) => (at === null ? {} : { readAt: at })

/** The address the first canonical link of a head leads to, else its `og:url`. Tag by tag: what is never closed costs nothing. */
function ownLink(head: string): string | undefined {
  const tags = head.match(/<(?:link|meta)\b[^<>]*>/gi) ?? []
  const canonical = tags.find((tag) => /^<link\b.*\brel=["']?canonical\b/is.test(tag))
  const graph = tags.find((tag) => /^<meta\b.*\bproperty=["']?og:url\b/is.test(tag))
  return valueIn(canonical, 'href') ?? valueIn(graph, 'content')
}

const valueIn = (tag: string | undefined, name: string) =>
  new RegExp(`\\b${name}=["']?([^"'\\s>]+)`, 'i').exec(tag ?? '')?.[1]

/** Records of a crawler (ISO 28500): requests, answers and their heads, which are no text that anybody wrote. */
const WEB_ARCHIVE = /^WARC\/\d\.\d\r?\n/

/** `bytes` as an answer. Throws `unsupported` for what is no text. */
export function answerFrom(bytes: Uint8Array, name: string, url: string | null, at: string | null = null): Answer {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const given = url !== null && URL.canParse(url) && /^https?:/i.test(url) ? url : null
  const base = { status: 200, headers: {}, contentType: '', fileName: name }
  if (isMhtml(head)) {
    const page = readMhtml(bytes)
    const [first, ...frames] = (page?.parts ?? []).map((part) => ({
      ...base,
      ...readAt(page?.savedAt ?? at),
      ...part,
      text: withQuotes(part.text),
    }))
    if (first !== undefined) return { ...first, frames, url: given ?? page?.url ?? savedFrom(first.text) }
  }
  if (looksBinary(bytes) || WEB_ARCHIVE.test(head)) throw noText(name)
  const { text: read, ...guess } = decoded(bytes)
  const text = withQuotes(read)
  const isPage = text.trimStart().startsWith('<')
  return {
    ...base,
    ...readAt((isPage ? savedAt(text) : null) ?? at),
    ...guess,
    url: given ?? (isPage ? savedFrom(text) : null),
    text,
    bytes,
  }
}

function noText(name: string): Problem {
  return new Problem('unsupported', `“${name}” holds no text that could be read.`, {
    remedy:
      'Send a saved page, JSON, CSV, a mailbox or plain text; a PDF, a document or a picture must be copied out as text first.',
  })
}

/** Files that only documents packed as zip have at their top: those of Office, OpenDocument and EPUB. */
const OF_DOCUMENTS = ['[Content_Types].xml', 'mimetype']
/** Archives in archives are opened so deep. */
const DEEPEST = 3
/** Names of files an archive holds that can't be read, as many as are told. */
const MOST_NAMED = 5

/** What a dropped file holds: one answer, or one for each file of an archive that is text; and a sentence on what was left out. */
export interface Dropped {
  answers: Answer[]
  notices: string[]
}

/** Throws `Problem` for what is too large, empty or holds no text at all. */
export function answersFrom(file: NamedBytes, url: string | null, config: Config, at: string | null = null): Dropped {
  if (file.bytes.length > config.MAX_UPLOAD_BYTES) throw tooLarge(config.MAX_UPLOAD_BYTES, `“${file.name}”`)
  const bytes = gunzipped(file.bytes, config.MAX_UPLOAD_BYTES)
  if (bytes.length === 0) throw new Problem('empty-input', `“${file.name}” is empty.`)
  const inside = filesIn(bytes, config.MAX_UPLOAD_BYTES, DEEPEST)
  if (inside === null) return { answers: [answerFrom(bytes, file.name, url, at)], notices: [] }
  if (inside.some(({ name }) => OF_DOCUMENTS.includes(name))) throw noText(file.name)
  const files = joinedChannels(inside)
  const pages = new Set<string | undefined>(
    files.filter(({ name }) => PAGE.test(name)).map(({ name }) => pageNamed(name)),
  )
  const [texts, others] = parted(files, (one) => isText(one) && !pages.has(pageAround(one.name)))
  if (texts.length === 0) throw new Problem('unsupported', `No file with text is in “${file.name}”.`)
  const [frames, lost] = parted(others, (one) => isText(one) && PAGE.test(one.name))
  const answers = texts.map((one) => withFrames(answerFrom(one.bytes, one.name, null), frames))
  return { answers, notices: leftOut(file.name, lost) }
}

/** The files of an archive and of the archives in it, each unpacked; null when `bytes` are no archive. */
function filesIn(bytes: Uint8Array, limit: number, depth: number): NamedBytes[] | null {
  const inside = unzipped(bytes, limit)
  if (inside === null || depth === 0) return inside
  let room = limit
  return inside.flatMap((one) => {
    const plain = gunzipped(one.bytes, room)
    const further = filesIn(plain, room, depth - 1)
    const isDocument = further?.some(({ name }) => OF_DOCUMENTS.includes(name)) === true
    const files =
      further === null || isDocument
        ? [{ name: one.name, bytes: plain }]
        : further.map(({ name, bytes: inner }) => ({ name: `${one.name}/${name}`, bytes: inner }))
    room -= files.reduce((sum, { bytes: inner }) => sum + inner.length, 0)
    if (room < 0) throw tooLarge(limit, 'The unpacked archive')
    return files
  })
}

const PAGE = /\.x?html?$/i
/** Where a browser puts what it saves along with a page: beside the page's file, and named after it. */
const BESIDE = /[_-](?:files|dateien|fichiers|archivos|arquivos|file|bestanden|filer|pliki|soubory|файлы)\//i
/** The path of a page without its ending: of the file itself, and of the page that something was saved along with. */
const pageNamed = (path: string) => path.replace(PAGE, '')
const pageAround = (path: string) => (BESIDE.test(path) ? path.split(BESIDE)[0] : undefined)

/** `page` with those of `frames` that were saved along with it: comments may stand in one. */
function withFrames(page: Answer, frames: NamedBytes[]): Answer {
  const own = frames.filter(({ name }) => pageAround(name) === pageNamed(page.fileName ?? ''))
  return own.length === 0 ? page : { ...page, frames: own.map(({ name, bytes }) => answerFrom(bytes, name, null)) }
}

/** Scripts and styles are text, but nobody's words. */
const OF_A_PAGE = /\.(?:m?js|css|map)$/i

function isText({ name, bytes }: NamedBytes): boolean {
  return (
    bytes.length > 0 &&
    !OF_A_PAGE.test(name) &&
    (!looksBinary(bytes) || isMhtml(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')))
  )
}

function parted<T>(all: T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))]
}

/** Pictures and programs saved along with a page are no loss, but said. */
function leftOut(archive: string, others: NamedBytes[]): string[] {
  if (others.length === 0) return []
  const names = others.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`)
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : ''
  return [`In “${archive}” these files hold no text and were left out: ${names.join(', ')}${more}.`]
}
