/** Posts that are rows of a table: who wrote stands in the first cell, the words in another. */
import { type Element, isTag } from 'domhandler'
import { textIn } from '../page.ts'
import { elementsBelow } from '../select.ts'
import { lineIn, nameFrom } from './lines.ts'

/** What boards say of their members beside a post. */
const OF_MEMBERS =
  /(?:^|\s)(?:posts?|messages|joined|registered|member(?: since)?|location|beiträge|registriert|dabei seit|wohnort|mitglied|inscrit|lieu|mensajes|registrado|postów|dołączył\w*|сообщени\w*|регистрация)\s?(?::|$)|\b(?:junior |senior |new )?member\b|\busers?\b|\bguest\b/i
/** How they call the column. */
const COLUMN = /^(?:author|name|user(?:name)?|poster|posted by|from|autor|verfasser|benutzer|auteur|autore|автор)$/i

const LONGEST = 300

const cellsOf = (row: Element) => row.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th')

/** The cell of `row` that says who wrote it; null where nothing says that it does. */
export function writerCell(row: Element): Element | null {
  if (row.name !== 'tr') return null
  const [first, ...others] = cellsOf(row)
  const words = first === undefined ? null : lineIn(first)
  if (first === undefined || words === null || words.length > LONGEST) return null
  if (!others.some((cell) => (textIn(cell) ?? '').length > words.length / 4)) return null
  return OF_MEMBERS.test(words) || isNamedColumn(row) ? first : null
}

/** Whether `row` says what the columns below it hold. */
export const isColumnHeads = (row: Element) => row.name === 'tr' && COLUMN.test(textIn(cellsOf(row)[0] ?? null) ?? '')

function isNamedColumn(row: Element): boolean {
  const top = row.parent !== null && isTag(row.parent) ? row.parent.children.find(isTag) : undefined
  return top !== undefined && top !== row && isColumnHeads(top)
}

/** The name in such a cell: its first words set apart. */
export function nameInCell(cell: Element): string | null {
  const apart = elementsBelow(cell).find(
    (one) => /^(?:b|strong|a|h[1-6])$/.test(one.name) && nameFrom(lineIn(one)) !== null,
  )
  return nameFrom(apart === undefined ? lineIn(cell) : lineIn(apart))
}
