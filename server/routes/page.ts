/** The built page: its files read once, compressed on first use, named by what is in them and so kept by browsers. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { Problem } from '../problem.ts'

interface Served {
  bytes: Buffer
  type: string
  tag: string
  /** Whether its name changes with its content. */
  hashed: boolean
  compressed: Map<Encoding, Promise<Buffer>>
}

type Encoding = 'br' | 'gzip'

const BROTLI = promisify(brotliCompress)
const GZIP = promisify(gzip)

/** Serves the files of `folder`; any path that looks like a page gets `index.html`. */
export function page(folder: string): MiddlewareHandler {
  const files = readFolder(folder)
  return (context) => {
    const path = context.req.path
    const file = files.get(path) ?? (/\.\w+$/.test(path) ? undefined : files.get('/index.html'))
    if (file !== undefined) return send(context, file)
    throw files.size === 0
      ? new Problem('not-found', 'The page has not been built.', { remedy: 'Run “npm run build”, then start again.' })
      : new Problem('not-found', 'There is no such page.', { remedy: 'Start from the first page.' })
  }
}

async function send(context: Context, file: Served): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': file.type,
    etag: file.tag,
    'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  }
  if (context.req.header('if-none-match') === file.tag) return context.body(null, 304, headers)
  const encoding = isText(file.type) ? wanted(context.req.header('accept-encoding') ?? '') : null
  const bytes = encoding === null ? file.bytes : await inEncoding(file, encoding)
  if (encoding !== null) headers['content-encoding'] = encoding
  return context.body(new Uint8Array(bytes), 200, { ...headers, 'content-length': String(bytes.length) })
}

function readFolder(folder: string): Map<string, Served> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(files.map((name) => [`/${name.split(sep).join('/')}`, readServed(join(folder, name), name)]))
}

function readServed(path: string, name: string): Served {
  const bytes = readFileSync(path)
  return {
    bytes,
    type: getMimeType(name) ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`,
    hashed: name.startsWith('assets'),
    compressed: new Map(),
  }
}

function inEncoding(file: Served, encoding: Encoding): Promise<Buffer> {
  const known = file.compressed.get(encoding)
  if (known !== undefined) return known
  const made =
    encoding === 'gzip'
      ? GZIP(file.bytes, { level: 9 })
      : BROTLI(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  file.compressed.set(encoding, made)
  return made
}

function wanted(accepted: string): Encoding | null {
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : null
}

function isText(type: string): boolean {
  return /^(?:text\/|application\/(?:json|javascript|manifest)|image\/svg)/.test(type)
}
