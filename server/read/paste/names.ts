/** Conversations written as "Name: text", one speaker after the other, as in chats, transcripts and minutes. */
import { block, type Layout, type Piece } from './layout.ts'

const STAMP = String.raw`(?:\[?(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\]?\s*(?:-\s*)?)?`
const HEAD = new RegExp(
  String.raw`^${STAMP}(@?[\p{Lu}\p{Lo}\p{Ll}\d_][\p{L}\p{M}\d_.'’\-]*(?: \(?[\p{L}\p{M}\d_.'’\-]+\)?){0,3})\s?:\s+(?=\S)`,
  'u',
)
const BRACKETED = new RegExp(String.raw`^${STAMP}<([^<>\n]{1,40})>\s+(?=\S)`, 'u')

/** Words that open a sentence with a colon and are nobody's name. */
const NOT_NAMES =
  /^(?:note|nb|edit(?: ?\d+)?|update|ps|p\.s\.|tl;?dr|source|sources|example|examples|question|answer|q|a|warning|tip|fact|conclusion|summary|result|reason|pro|pros|con|cons|link|links|http|https|ftp|mailto|subject|re|fwd|date|from|to|cc|title|also|but|and|so|because|however|first|second|third|finally|disclaimer|spoiler|quote|hint|fyi|imo|imho|step \d+|part \d+|option \d+|point \d+|the .*|my .*|this .*|that .*|it .*|there .*)$/i

function speaker(line: string): { name: string; rest: string } | null {
  const found = BRACKETED.exec(line) ?? HEAD.exec(line)
  const name = found?.[1]?.trim()
  if (found === null || name === undefined || NOT_NAMES.test(name)) return null
  return { name, rest: line.slice(found[0].length) }
}

/**
 * Taken for a conversation only when it begins with a speaker (a heading may stand before), at least two turns are found,
 * and either somebody speaks twice or nearly every block opens with a name.
 */
export const namedTurns: Layout = (text) => {
  const lines = text.split('\n')
  const turns = lines.flatMap((line, index) => {
    const found = speaker(line)
    return found === null ? [] : [{ ...found, at: index }]
  })
  if (turns.length < 2) return null
  const names = new Set(turns.map((turn) => turn.name.toLowerCase()))
  const before = lines.slice(0, turns[0]?.at).filter((line) => line.trim() !== '')
  const blocks = text.split(/\n\s*\n/).filter((one) => one.trim() !== '')
  const opened = blocks.filter((one) => speaker(one.trimStart().split('\n')[0] ?? '') !== null).length
  const repeated = names.size < turns.length
  if (before.length > 1 || names.size < 2 || !(repeated || opened >= blocks.length * 0.8)) return null
  if (turns.length < lines.filter((line) => line.trim() !== '').length / 12) return null
  const pieces = turns.map(
    (turn, index): Piece => ({
      author: turn.name.replace(/^@/, ''),
      depth: null,
      text: block([turn.rest, ...lines.slice(turn.at + 1, turns[index + 1]?.at)]),
    }),
  )
  return {
    layout: 'turns opened by a name',
    platform: 'pasted',
    title: before[0]?.trim() ?? null,
    opening: before.length > 0,
    pieces,
    notices: [],
  }
}
