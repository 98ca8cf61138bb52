/** What a person sent to be read, as JSON or as a form, checked before it is kept. */
import { CreateDebate, Source } from '../../shared/api.ts'
import { LabelsAre } from '../../shared/split.ts'
import { bytesInWords, Problem } from '../problem.ts'
import { misfit } from './replies.ts'

/** The request to analyse something. Throws a Problem that names what is missing, malformed or too large. */
export async function readCreate(request: Request, maxBytes: number): Promise<CreateDebate> {
  const given = isForm(request) ? await fromForm(request) : await fromJson(request)
  const read = CreateDebate.safeParse(given)
  if (!read.success) throw isEmpty(given) ? nothing() : misfit(read.error)
  return checked(read.data, maxBytes)
}

/** One source sent as JSON, checked alike. */
export async function readSource(request: Request, maxBytes: number): Promise<Source> {
  const read = Source.safeParse(await fromJson(request))
  if (!read.success) throw misfit(read.error)
  if (isBlank(read.data)) throw nothing([read.data])
  return checkedSource(read.data, maxBytes)
}

/** Fields without anything in them are left out; at least one source must hold something. */
function checked(create: CreateDebate, maxBytes: number): CreateDebate {
  const filled = create.sources.filter((source) => !isUnfilled(source))
  if (filled.every(isBlank)) throw nothing(filled)
  const bytes = filled.reduce((sum, source) => sum + sizeOf(source), 0)
  if (bytes > maxBytes) throw tooLarge(maxBytes)
  return { ...create, sources: filled.map((source) => checkedSource(source, maxBytes)) }
}

function checkedSource(source: Source, maxBytes: number): Source {
  if (sizeOf(source) > maxBytes) throw tooLarge(maxBytes)
  if (source.kind === 'url') return { ...source, url: webAddress(source.url) }
  if (source.kind === 'file' && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(source.base64)) {
    throw new Problem('bad-request', `The bytes of “${source.name}” are not base64.`)
  }
  return source
}

/** What a new debate is called until its thread was read. */
export function provisionalTitle(sources: Source[]): string {
  const [first] = sources
  if (first === undefined) return ''
  const more = sources.length > 1 ? ` and ${sources.length - 1} more` : ''
  return `${titleOf(first)}${more}`
}

function titleOf(source: Source): string {
  if (source.kind === 'file') return source.name
  if (source.kind === 'text') return shortened(source.title ?? firstLine(source.text))
  const { host, pathname, search } = new URL(source.url)
  return shortened(`${host}${pathname === '/' ? '' : pathname}${search}`)
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? ''
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`
}

function isForm(request: Request): boolean {
  return /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')
}

/**
 * The fields of a form in the order they were sent: any number of `url`, `text` and `file`, and at most one `analyser` and `overnight`.
 * A `title` names the text it follows, `labels` says what the labels in the text or file are that it follows. Forms send line ends as CR LF.
 */
async function fromForm(request: Request): Promise<unknown> {
  const form = await request.formData().catch((thrown: unknown) => {
    throw new Problem('bad-request', 'The form can’t be read: it ends too early or is not multipart/form-data.', {
      cause: thrown,
    })
  })
  const sources: Source[] = []
  let analyser: string | undefined
  let overnight: boolean | undefined
  for (const [name, value] of form.entries()) {
    if (value === '') continue
    if (typeof value !== 'string') {
      const base64 = Buffer.from(await value.arrayBuffer()).toString('base64')
      sources.push({ kind: 'file', name: value.name, base64 })
    } else if (name === 'url') sources.push({ kind: 'url', url: value })
    else if (name === 'text') sources.push({ kind: 'text', text: value.replaceAll('\r\n', '\n') })
    else if (name === 'title') entitle(sources.at(-1), value)
    else if (name === 'labels') label(sources.at(-1), value)
    else if (name === 'analyser') analyser = value
    else if (name === 'overnight') overnight = value === 'true'
    else throw new Problem('bad-request', `The form has a field “${name}”, which means nothing here.`)
  }
  return {
    sources: sources.filter((source) => !isUnfilled(source)),
    ...(analyser === undefined ? {} : { analyser }),
    ...(overnight === undefined ? {} : { overnight }),
  }
}

function entitle(source: Source | undefined, title: string): void {
  if (source?.kind === 'text' && title.trim() !== '') source.title = title
}

function label(source: Source | undefined, value: string): void {
  const said = LabelsAre.safeParse(value)
  if (!said.success) throw new Problem('bad-request', `“labels” is one of ${LabelsAre.options.join(', ')}.`)
  if (source !== undefined && source.kind !== 'url') source.labels = said.data
}

async function fromJson(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text.trim() === '') throw nothing()
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new Problem('bad-request', `The request is not JSON: ${thrown instanceof Error ? thrown.message : ''}.`, {
      cause: thrown,
    })
  }
}

function isEmpty(given: unknown): boolean {
  return (
    typeof given === 'object' &&
    given !== null &&
    'sources' in given &&
    Array.isArray(given.sources) &&
    given.sources.every((source) =>
      Source.safeParse(source).data === undefined ? isBlankUrl(source) : isBlank(source),
    )
  )
}

function isBlankUrl(source: unknown): boolean {
  return typeof source === 'object' && source !== null && 'url' in source && source.url === ''
}

function isBlank(source: Source): boolean {
  if (source.kind === 'url') return source.url.trim() === ''
  return source.kind === 'text' ? source.text.trim() === '' : source.base64.trim() === ''
}

/** A field nobody filled in. A file without bytes was chosen: that it is empty is said. */
const isUnfilled = (source: Source) => isBlank(source) && (source.kind !== 'file' || source.name === '')

/** In bytes, before any encoding for the way here. */
export function sizeOf(source: Source): number {
  if (source.kind === 'url') return 0
  return source.kind === 'text' ? Buffer.byteLength(source.text) : Buffer.byteLength(source.base64, 'base64')
}

/** A pasted address with its scheme; https where none was given. */
function webAddress(given: string): string {
  const text = given.trim()
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d+(?:\/|$)/.test(text) ? text : `https://${text}`
  const url = URL.canParse(whole) && !/\s/.test(text) ? new URL(whole) : null
  if (url !== null && url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new Problem('unsupported', `Addresses starting with “${url.protocol}” can’t be read, only http and https.`)
  }
  if (url === null || url.hostname === '') {
    throw new Problem('bad-request', `“${shortened(text)}” is not the address of a web page.`, {
      remedy: 'Check the address, or choose “text” if this is the thread itself.',
    })
  }
  return url.href
}

function nothing(sources: Source[] = []): Problem {
  const file = sources.find((source) => source.kind === 'file' && source.name !== '')
  return new Problem(
    'empty-input',
    file === undefined ? 'Nothing was sent to be analysed.' : `“${titleOf(file)}” is empty.`,
  )
}

/** `maxBytes` may be sent in all. */
export function tooLarge(maxBytes: number): Problem {
  return new Problem('too-large', `At most ${bytesInWords(maxBytes)} can be sent at once.`)
}
