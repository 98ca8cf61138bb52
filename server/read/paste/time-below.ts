/** Telegram in a browser, selected and copied: the name above the first message of a row, the time below each of them. */
import { CLOCK, isAge } from './ages.ts'
import { block, type Layout, looksLikeName, type Piece } from './layout.ts'

const TIME = new RegExp(String.raw`^\s*(?:(edited|bearbeitet|geändert|modifié|editado|изменено)\s+)?${CLOCK}\s*$`, 'i')
/** Fewer are found in any text with times in it. */
const FEWEST = 3
/** Messages before one that are looked through for what it answers. */
const LOOKED_BACK = 500

/** Whom an answer shows above its words, with the beginning of what is answered. */
function answered(lines: string[], said: Piece[]): { words: string[]; answers: Piece['answers'] } {
  const [name = '', start = ''] = lines
  const from = Math.max(0, said.length - LOOKED_BACK)
  const place = said
    .slice(from)
    .findLastIndex(
      (piece) =>
        piece.author === name.trim() && start.trim() !== '' && piece.text.startsWith(start.trim().replace(/…$/, '')),
    )
  return place < 0 || lines.length < 3
    ? { words: lines, answers: undefined }
    : { words: lines.slice(2), answers: { place: from + place, sure: true } }
}

/** Whether each row is a name with words below it. */
function areNamed(rows: { lines: string[] }[]): boolean {
  const turns = rows.map(({ lines: [name = '', ...words] }) => ({ name: name.trim(), text: block(words) }))
  return turns.every(({ name, text }) => looksLikeName(name) && text !== '')
}

/** A first line is a name only where it opens at least two rows, or where all rows are opened by names and one comes again: in words that were said once nobody can tell. */
export const timeBelowCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const times = lines.flatMap((line, at) => (TIME.test(line) || isAge(line) ? [at] : []))
  if (times.length < FEWEST || times.at(-1) !== lines.length - 1) return null
  const rows = times.map((at, index) => ({
    lines: lines.slice((times[index - 1] ?? -1) + 1, at),
    edited: TIME.exec(lines[at] ?? '')?.[1] !== undefined,
  }))
  const firsts = rows.flatMap((row) => (row.lines.length > 1 ? [row.lines[0]?.trim() ?? ''] : []))
  const seen = new Set<string>()
  const again = new Set(firsts.filter((one) => looksLikeName(one) && (seen.has(one) || !seen.add(one))))
  const names = again.size === 1 && areNamed(rows) ? new Set(firsts) : again
  if (names.size < 2 || !names.has(rows[0]?.lines[0]?.trim() ?? '')) return null
  const said: Piece[] = []
  let author: string | null = null
  for (const row of rows) {
    const first = row.lines[0]?.trim() ?? ''
    const opens = names.has(first) && row.lines.length > 1
    if (opens) author = first
    const { words, answers } = answered(opens ? row.lines.slice(1) : row.lines, said)
    said.push({
      author,
      depth: null,
      text: block(words),
      state: row.edited ? 'edited' : 'ok',
      ...(answers === undefined ? {} : { answers }),
    })
  }
  return {
    layout: 'copied from a chat, with the time below each message',
    platform: 'pasted',
    byForm: 'times',
    title: null,
    opening: false,
    pieces: said,
    notices: ['A message whose writer speaks only once may be shown as by the one before.'],
  }
}
