/** The two things a question gives to choose between ("Tabs or spaces?", "Postgres oder MySQL?", "Rust vs Go"). */
import { normalised } from './compared.ts'

const BETWEEN = /\s+(?:or|oder|vs\.?|versus)\s+/i
/** Most words of one of them: longer ones are clauses, and the question asks something else. */
const LONGEST = 3

/** Whether a statement is one of the two and nothing else; never where the question offers none or more than two. */
export function optionOf(question: string): (statement: string) => boolean {
  const parts = question.split(BETWEEN).map(normalised)
  const named = parts.every((part) => part !== '' && part.split(' ').length <= LONGEST)
  const options = new Set(parts.length === 2 && named ? parts : [])
  return (statement) => options.size > 0 && options.has(normalised(statement))
}
