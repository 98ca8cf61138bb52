/** Dropped files and page source made to look like answers from the network. */
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import { decode, looksBinary } from '../text/charset.ts'
import { tooLarge } from './body.ts'
import { isMhtml, readMhtml } from './mhtml.ts'
import { gunzipped, type NamedBytes, unzipped } from './packed.ts'
import type { Answer } from './platform.ts'

const SAVED_FROM =
  /<!--\s*saved from url=\(\d+\)(\S+)\s*-->|<!--\s*(?:Page saved with SingleFile\s+)?url:\s*(\S+)|<!--\s*\{"url":\s*"([^"]+)"/i

/** Address a saved page says it is from: a browser's or SingleFile's comment, else its canonical link. */
function savedFrom(text: string): string | null {
  const head = text.slice(0, 30_000)
  const found =
    SAVED_FROM.exec(head)
      ?.slice(1)
      .find((one) => one !== undefined) ??
    /<link[^>]+rel=["']?canonical["']?[^>]*href=["']([^"']+)["']/i.exec(head)?.[1] ??
    /<meta[^>]+property=["']og:url["'][^>]*content=["']([^"']+)["']/i.exec(head)?.[1]
  return found !== undefined && /^https?:\/\//i.test(found) && URL.canParse(found)
    ? found.replaceAll('&amp;', '&')
    : null
}

/** `bytes` as an answer. Throws `unsupported` for what is no text. */
export function answerFrom(bytes: Uint8Array, name: string, url: string | null): Answer {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const given = url !== null && URL.canParse(url) && /^https?:/i.test(url) ? url : null
  const base = { status: 200, headers: {}, contentType: '', fileName: name }
  if (isMhtml(head)) {
    const page = readMhtml(bytes)
    if (page !== null) return { ...base, url: given ?? page.url ?? savedFrom(page.html), text: page.html }
  }
  if (looksBinary(bytes)) throw noText(name)
  const text = decode(bytes)
  return { ...base, url: given ?? (text.trimStart().startsWith('<') ? savedFrom(text) : null), text, bytes }
}

function noText(name: string): Problem {
  return new Problem('unsupported', `“${name}” holds no text that could be read.`, {
    remedy:
      'Send a saved page, JSON, CSV, a mailbox or plain text; a PDF, a document or a picture must be copied out as text first.',
  })
}

/** Files that only documents packed as zip have at their top: those of Office, OpenDocument and EPUB. */
const OF_DOCUMENTS = ['[Content_Types].xml', 'mimetype']

/** The answers in a dropped file: one, or one for each file of an archive that is text. */
export function answersFrom(file: NamedBytes, url: string | null, config: Config): Answer[] {
  if (file.bytes.length > config.MAX_UPLOAD_BYTES) throw tooLarge(config.MAX_UPLOAD_BYTES, `“${file.name}”`)
  const bytes = gunzipped(file.bytes, config.MAX_UPLOAD_BYTES)
  if (bytes.length === 0) throw new Problem('empty-input', `“${file.name}” is empty.`)
  const inside = unzipped(bytes, config.MAX_UPLOAD_BYTES)
  if (inside === null) return [answerFrom(bytes, file.name, url)]
  if (inside.some(({ name }) => OF_DOCUMENTS.includes(name))) throw noText(file.name)
  const texts = inside
    .map((one) => ({ ...one, bytes: gunzipped(one.bytes, config.MAX_UPLOAD_BYTES) }))
    .filter(
      (one) =>
        one.bytes.length > 0 &&
        (!looksBinary(one.bytes) || isMhtml(Buffer.from(one.bytes.subarray(0, 4096)).toString('latin1'))),
    )
  if (texts.length === 0) throw new Problem('unsupported', `No file with text is in “${file.name}”.`)
  return texts.map((one) => answerFrom(one.bytes, one.name, null))
}
