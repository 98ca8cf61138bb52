/** Chats, selected and copied: Discord ("name — Today at 12:01"), Telegram ("Name, [01.05.2026 09:00]"), Slack (name, then the time). */
import { block, type Layout, type Piece } from './layout.ts'

const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AP]M)?`
const DISCORD = new RegExp(
  String.raw`^\s*(\S.{0,38}?)\s+—\s+(?:[\p{L}.]+ (?:at|um|à|a las|às|alle|om|o) |[\d./-]{5,10},? )?${CLOCK}\s*$`,
  'iu',
)
const TELEGRAM = /^\s*(\S.{0,58}?), \[(\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)\]\s*$/i
const NAME = /^\s*([\p{L}][\p{L}\p{M}\d '._-]{0,38})\s*$/u
const TIME = new RegExp(
  String.raw`^\s*(?:(?:Today|Yesterday|Heute|Gestern|[A-Z][a-z]+(?: \d{1,2}(?:st|nd|rd|th)?)?) at )?${CLOCK}\s*$`,
  'i',
)
const FURNITURE = /^\s*(?:\(edited\)|NEW|:[\w+-]+:|\d+ repl(?:y|ies)|Last reply .*|View thread|Reply|APP|BOT|\d+)\s*$/i

interface Head {
  at: number
  from: number
  author: string
}

function oneLine(pattern: RegExp): (lines: string[]) => Head[] {
  return (lines) =>
    lines.flatMap((line, at) => {
      const author = pattern.exec(line)?.[1]
      return author === undefined ? [] : [{ at, from: at + 1, author }]
    })
}

function twoLines(lines: string[]): Head[] {
  return lines.flatMap((line, at) => {
    const author = NAME.exec(line)?.[1]?.trim()
    return author !== undefined && !TIME.test(line) && TIME.test(lines[at + 1] ?? '')
      ? [{ at, from: at + 2, author }]
      : []
  })
}

export const chatCopy: Layout = (text) => {
  const lines = text.split('\n')
  for (const find of [oneLine(DISCORD), oneLine(TELEGRAM), twoLines]) {
    const heads = find(lines)
    const before = lines.slice(0, heads[0]?.at).filter((line) => line.trim() !== '')
    if (heads.length < 2 || before.length > 3) continue
    const pieces = heads.map(
      ({ from, author }, index): Piece => ({
        author,
        depth: null,
        text: block(lines.slice(from, heads[index + 1]?.at).filter((line) => !FURNITURE.test(line))),
      }),
    )
    return {
      layout: 'copied from a chat',
      platform: 'pasted',
      title: null,
      opening: false,
      pieces: pieces.filter((piece) => piece.text !== ''),
      notices: ['The copy does not show who answers whom.'],
    }
  }
  return null
}
