/** Files inside files: gzip and zip, unpacked within a limit. */
import { unzipSync } from 'fflate'
import { constants, gunzipSync } from 'node:zlib'
import { Problem } from '../problem.ts'
import { tooLarge } from './body.ts'

export interface NamedBytes {
  name: string
  bytes: Uint8Array
}

/** Files of one archive. */
const MOST_FILES = 2000

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** Packings in packings: a browser's download of what was packed already. */
const MOST_LAYERS = 3

/** `bytes` unpacked if they are gzip, also gzip in gzip, else as they are. A cut-off file gives what is there. Throws `too-large`. */
export function gunzipped(bytes: Uint8Array, limit: number): Uint8Array {
  let plain = bytes
  for (let layer = 0; layer < MOST_LAYERS && isGzip(plain); layer++) plain = gunzippedOnce(plain, limit)
  return plain
}

function gunzippedOnce(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit, 'The unpacked file')
    throw new Problem('unsupported', 'The packed file is damaged and can’t be opened.', { cause: thrown })
  }
}

/** The files of a zip archive, hidden ones and folders left out; null when `bytes` are no zip. Throws `too-large`. */
export function unzipped(bytes: Uint8Array, limit: number): NamedBytes[] | null {
  if (!isZip(bytes)) return null
  // The first bit of the flags says that a password is needed (APPNOTE 4.4.4).
  if (bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1)
    throw new Problem('unsupported', 'The zip archive is locked with a password.', {
      remedy: 'Unpack it, and send the files that are in it.',
    })
  let total = 0
  let count = 0
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        const wanted = !name.endsWith('/') && !/(^|\/)(\.(?!\.?\/)|__MACOSX)/.test(name)
        if (wanted) total += originalSize
        if (wanted && ++count > MOST_FILES)
          throw new Problem('too-large', `The archive holds more than ${MOST_FILES} files.`)
        if (total > limit) throw tooLarge(limit, 'The unpacked archive')
        return wanted
      },
    })
    return Object.entries(files).map(([name, content]) => ({ name, bytes: content }))
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown
    throw new Problem('unsupported', 'The zip archive is damaged and can’t be opened.', { cause: thrown })
  }
}
