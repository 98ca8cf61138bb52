/** The bytes of an answer, unpacked, never more than the cap: a small answer can unpack to a huge one. */
import { type Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { bytesInWords, Problem } from '../problem.ts'
import { reading } from '../text/charset.ts'
import type { Answer } from './platform.ts'

/** Packings inside packings: nobody needs more, and each multiplies what a few bytes unpack to. */
const MOST_LAYERS = 3

/** Some servers say "deflate" and leave out the zlib header (RFC 9110 §8.4.1.2), whose first four bits are always 8. */
class Inflate extends Transform {
  private inner: Transform | null = null

  override _transform(chunk: Uint8Array, _: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.inner === null) {
      const inner = ((chunk[0] ?? 0) & 15) === 8 ? createInflate() : createInflateRaw()
      inner.on('data', (part: Uint8Array) => this.push(part))
      inner.on('error', (error) => this.destroy(error))
      this.inner = inner
    }
    if (this.inner.write(chunk)) done()
    else this.inner.once('drain', () => done())
  }

  override _flush(done: (error?: Error | null) => void): void {
    if (this.inner === null) return done()
    this.inner.once('end', () => done())
    this.inner.end()
  }
}

function unpacker(encoding: string): Transform | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'br') return createBrotliDecompress()
  if (encoding === 'deflate') return new Inflate()
  return null
}

/** The text of `bytes`, and its charset where that was guessed. */
export function decoded(bytes: Uint8Array, contentType = ''): Pick<Answer, 'text' | 'guessedCharset'> {
  const { text, charset, guessed } = reading(bytes, contentType)
  return guessed ? { text, guessedCharset: charset } : { text }
}

export function tooLarge(limit: number, what: string): Problem {
  return new Problem('too-large', `${what} is larger than ${bytesInWords(limit)}.`)
}

/** What passes through, until it is more than `limit` bytes. */
function counted(from: Readable, limit: number): Readable {
  let size = 0
  const counter = new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.length
      if (size > limit) done(tooLarge(limit, 'The answer of the site'))
      else done(null, chunk)
    },
  })
  from.on('error', (error) => counter.destroy(error))
  return from.pipe(counter)
}

/** Reads `stream` to its end. Throws `too-large` past `limit` bytes, packed or unpacked, and stops reading at once. */
export async function readBody(stream: Readable, encodings: string, limit: number): Promise<Uint8Array> {
  const steps = encodings
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '' && one !== 'identity')
    .reverse()
  if (steps.length > MOST_LAYERS) throw new Problem('unsupported', 'The site packs its answers too many times over.')
  // Each layer is counted: packings of nothing cost time without ever giving a byte.
  let last: Readable = counted(stream, limit)
  for (const step of steps) {
    const transform = unpacker(step)
    if (transform === null)
      throw new Problem('unsupported', `The site packs its answers in a way that can’t be read (${step}).`)
    const before = last
    before.on('error', (error) => transform.destroy(error))
    last = counted(before.pipe(transform), limit)
  }
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of last as AsyncIterable<Uint8Array>) chunks.push(chunk)
  } finally {
    stream.destroy()
  }
  return Buffer.concat(chunks)
}
