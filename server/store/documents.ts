/**
 * Long JSON texts, kept in slices and written and read with a pause after each, so that other requests of this process
 * go on in between. All slices of one text carry the same version, so that a reader notices when it is replaced.
 */
import { randomUUID } from 'node:crypto'
import { setImmediate as pause } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './schema.ts'

/** Length of a slice, in UTF-16 code units: about 3 ms of writing. */
const SLICE = 256 * 1024

/**
 * `analysed` is kept once people corrected the debate; `result` is then what they made of it. `sources`: what was found
 * behind the addresses it cites.
 */
type DocumentKind = 'request' | 'analysed' | 'result' | 'sources'

/** Replaces the text of that kind by one in slices, as `sliced` cuts them. */
export async function writeDocument(
  transaction: Transaction<Tables>,
  debate: string,
  kind: DocumentKind,
  slices: readonly string[],
): Promise<void> {
  await transaction.deleteFrom('documents').where('debate', '=', debate).where('kind', '=', kind).execute()
  const version = randomUUID()
  for (const [part, body] of slices.entries()) {
    await transaction
      .insertInto('documents')
      .values({ debate, kind, version, part, parts: slices.length, body })
      .execute()
    await pause()
  }
}

/** The text of that kind, or null. */
export async function readDocument(db: Kysely<Tables>, debate: string, kind: DocumentKind): Promise<string | null> {
  for (;;) {
    try {
      const slices: string[] = []
      for await (const body of readSlices(db, debate, kind)) slices.push(body)
      return slices.length === 0 ? null : slices.join('')
    } catch (thrown) {
      if (!(thrown instanceof Replaced)) throw thrown
    }
  }
}

/** The text of that kind, slice by slice; none when there is no such text. Throws when it is replaced meanwhile. */
export async function* readSlices(db: Kysely<Tables>, debate: string, kind: DocumentKind): AsyncGenerator<string> {
  const first = await slice(db, debate, kind, 0)
  if (first === undefined) return
  yield first.body
  for (let part = 1; part < first.parts; part++) {
    await pause()
    const next = await slice(db, debate, kind, part)
    if (next?.version !== first.version) throw new Replaced()
    yield next.body
  }
}

class Replaced extends Error {}

function slice(db: Kysely<Tables>, debate: string, kind: DocumentKind, part: number) {
  return db
    .selectFrom('documents')
    .select(['version', 'parts', 'body'])
    .where('debate', '=', debate)
    .where('kind', '=', kind)
    .where('part', '=', part)
    .executeTakeFirst()
}

/** A text given in pieces, cut so that no slice ends between the halves of a surrogate pair. */
export function sliced(pieces: Iterable<string>): string[] {
  const slices: string[] = []
  let rest = ''
  for (const piece of pieces) {
    rest += piece
    let start = 0
    while (rest.length - start >= SLICE) {
      const end = start + SLICE
      const cut = isHighSurrogate(rest.charCodeAt(end - 1)) ? end - 1 : end
      slices.push(rest.slice(start, cut))
      start = cut
    }
    rest = rest.slice(start)
  }
  if (rest !== '') slices.push(rest)
  return slices
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
