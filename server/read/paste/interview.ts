/** Questions and answers marked as such: "Q: …", "A: …", also numbered. Who asks and who answers is not told. */
import { block, type Layout, type Piece } from './layout.ts'

const ASKED = /^\s*(?:\*\*)?(?:Q|Question|F|Frage)\s?\d{0,3}\s?[:.)](?:\*\*)?\s+(?=\S)/i
const ANSWERED = /^\s*(?:\*\*)?(?:A|Answer|Antwort)\s?\d{0,3}\s?[:.)](?:\*\*)?\s+(?=\S)/i

export const interviewCopy: Layout = (text) => {
  const lines = text.split('\n')
  const marks = lines.flatMap((line, at) => {
    const asked = ASKED.test(line)
    return asked || ANSWERED.test(line) ? [{ at, asked }] : []
  })
  const questions = marks.filter(({ asked }) => asked).length
  const before = lines.slice(0, marks[0]?.at).filter((line) => line.trim() !== '')
  if (questions < 2 || marks.length - questions < 2 || before.length > 1 || marks[0]?.asked !== true) return null
  const head = before.length === 0 ? [] : [{ author: null, depth: null, text: '' }]
  let question = -1
  const pieces = marks.map(({ at, asked }, index): Piece => {
    const place = head.length + index
    if (asked) question = place
    const own = lines.slice(at, marks[index + 1]?.at)
    return {
      author: null,
      depth: null,
      text: block([(own[0] ?? '').replace(asked ? ASKED : ANSWERED, ''), ...own.slice(1)]),
      ...(asked ? {} : { answers: { place: question, sure: true } }),
    }
  })
  return {
    layout: 'questions with their answers',
    platform: 'pasted',
    title: before[0]?.trim() ?? null,
    opening: head.length > 0,
    pieces: [...head, ...pieces],
    notices: ['The text does not name who asks and who answers.'],
  }
}
