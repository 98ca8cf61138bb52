/** The bytes of an answer, unpacked, never more than the cap: a small answer can unpack to a huge one. */
import { type Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Problem } from '../problem.ts'

function unpacker(encoding: string): Transform | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'br') return createBrotliDecompress()
  if (encoding === 'deflate') return createInflate()
  return null
}

export function tooLarge(limit: number, what: string): Problem {
  return new Problem('too-large', `${what} is larger than ${(limit / 1e6).toLocaleString('en')} MB.`)
}

/** Reads `stream` to its end. Throws `too-large` past `limit` bytes, packed or unpacked, and stops reading at once. */
export async function readBody(stream: Readable, encodings: string, limit: number): Promise<Uint8Array> {
  const steps = encodings
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '' && one !== 'identity')
    .reverse()
  let last: Readable = stream
  for (const step of steps) {
    const transform = unpacker(step)
    if (transform === null)
      throw new Problem('unsupported', `The site packs its answers in a way that can’t be read (${step}).`)
    const before = last
    before.on('error', (error) => transform.destroy(error))
    last = before.pipe(transform)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of last as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limit) throw tooLarge(limit, 'The answer of the site')
      chunks.push(chunk)
    }
  } finally {
    stream.destroy()
  }
  return Buffer.concat(chunks)
}
