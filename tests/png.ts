/** PNG files made smaller, after the PNG specification (third edition, W3C 2025), sections 5, 9 and 10. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = 8

interface Chunk {
  type: string
  data: Buffer
}

/** A picture as its colours: three bytes a pixel, row by row from the upper left corner. */
export interface Colours {
  width: number
  height: number
  data: Uint8Array
}

/** The colours of a PNG of 8 bits a channel, with or without transparency, which is left out. Throws on any other. */
export function coloursOf(png: Buffer): Colours {
  const { header, channels, rows } = rowsOf(png) ?? fail()
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 3; channel += 1)
        data[(y * width + x) * 3 + channel] = rows[y * (width * channels + 1) + 1 + x * channels + channel] ?? 0
  return { width, height, data }
}

/** A PNG of these colours. */
export function pngOfColours({ width, height, data }: Colours): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y += 1)
    rows.set(data.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    ...[
      { type: 'IHDR', data: header },
      { type: 'IDAT', data: deflateSync(rows, { level: 9 }) },
      { type: 'IEND', data: Buffer.alloc(0) },
    ].map(written),
  ])
}

/**
 * The same picture with unfiltered rows: flat colours and letters, as screens have them, then compress better than with the
 * filters meant for photographs. Takes true colour of 8 bits a channel; any other picture comes back as it was.
 */
export function withoutFilters(png: Buffer): Buffer {
  const known = rowsOf(png)
  if (known === null) return png
  const data = deflateSync(known.rows, { level: 9 })
  const kept = chunksOf(png).filter((chunk) => chunk.type !== 'IDAT' && chunk.type !== 'IEND')
  const all = [...kept, { type: 'IDAT', data }, { type: 'IEND', data: Buffer.alloc(0) }]
  return Buffer.concat([png.subarray(0, SIGNATURE), ...all.map(written)])
}

/** Header and unfiltered rows, each after a 0 that says so; null unless it is true colour of 8 bits, not interlaced. */
function rowsOf(png: Buffer): { header: Buffer; channels: number; rows: Buffer } | null {
  const chunks = chunksOf(png)
  const header = chunks.find((chunk) => chunk.type === 'IHDR')?.data
  if (header === undefined || header[8] !== 8 || header[12] !== 0) return null
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0]
  if (channels === undefined) return null
  const packed = Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data))
  return { header, channels, rows: unfiltered(inflateSync(packed), header.readUInt32BE(0) * channels, channels) }
}

function fail(): never {
  throw new Error('not a PNG of 8 bits a channel in true colour')
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

/** Rows of `width` bytes, each after a 0 that says it is unfiltered; `step` bytes make a pixel. */
function unfiltered(raw: Buffer, width: number, step: number): Buffer {
  const out = Buffer.alloc(raw.length)
  for (let row = 0; row < raw.length; row += width + 1) {
    const filter = raw[row]
    for (let at = row + 1; at <= row + width; at += 1) {
      const left = at - row > step ? (out[at - step] ?? 0) : 0
      const above = row > 0 ? (out[at - width - 1] ?? 0) : 0
      const corner = row > 0 && at - row > step ? (out[at - width - 1 - step] ?? 0) : 0
      out[at] = ((raw[at] ?? 0) + guess(filter, left, above, corner)) & 255
    }
  }
  return out
}

function guess(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const near = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(near - left), Math.abs(near - above), Math.abs(near - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
