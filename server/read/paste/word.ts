/** Comments of a document as Word prints and copies them: "Commented [AM1]: words", an answer as "Commented [JB2R1]:". */
import { block, type Layout, type Piece } from './layout.ts'

const HEAD =
  /^\s*(?:Commented|Comment|Kommentiert|Kommentar|Commenté|Commentaire|Comentado|Comentario|Commento) \[(\p{Lu}[\p{L}\d]{0,7}?)(\d{1,4})(?:R(\d{1,4}))?\]:[ \t]*/u

export const wordCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads = lines.flatMap((line, at) => {
    const found = HEAD.exec(line)
    return found === null ? [] : [{ at, found }]
  })
  if (heads.length < 2) return null
  const above = block(lines.slice(0, heads[0]?.at))
  const first = above === '' ? 0 : 1
  const numbers = heads.map(({ found }) => found[2])
  const pieces = heads.map(({ at, found: [head, initials = '', , answered] }, index): Piece => {
    const place = answered === undefined ? -1 : numbers.indexOf(answered)
    return {
      author: initials,
      depth: null,
      text: block([(lines[at] ?? '').slice(head.length), ...lines.slice(at + 1, heads[index + 1]?.at)]),
      ...(place < 0 || place >= index ? {} : { answers: { place: place + first, sure: true } }),
    }
  })
  return {
    layout: 'as comments of a document',
    platform: 'pasted',
    title: null,
    opening: false,
    pieces: above === '' ? pieces : [{ author: null, depth: null, text: above }, ...pieces],
    notices: ['Of the writers the copy tells the initials only.'],
  }
}
