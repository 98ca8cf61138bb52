/** The summary by its parts, named and in the order they are told. */
import type { Debate } from '../../shared/debate.ts'

type Sentence = Debate['summary']['sentences'][number]

const PARTS: [Sentence['part'], string][] = [
  ['question', 'The question'],
  ['for', 'For'],
  ['against', 'Against'],
  ['other', 'Main points'],
  ['contested', 'Contested'],
  ['unanswered', 'Unanswered'],
  ['no evidence', 'Without evidence'],
]

/** Each part that has sentences. A sentence without the name of its part could be read as a fact. */
export function inShort(debate: Debate): { name: string; sentences: Sentence[] }[] {
  return PARTS.flatMap(([part, name]) => {
    const sentences = debate.summary.sentences.filter((sentence) => sentence.part === part)
    return sentences.length === 0 ? [] : [{ name, sentences }]
  })
}
