/**
 * From a passage to a statement that can stand alone: marks, joining words and "I think" are dropped; hedges, negations
 * and conditions never are, because that would change what is claimed, and no pronoun is resolved by guessing.
 */

/** What may be dropped, in lower case. `keepBefore`: words after an opinion phrase that make it talk instead of a claim ("I think I'm …"). */
interface Droppable {
  connectives: readonly string[]
  beforeComma: readonly string[]
  opinions: readonly string[]
  keepBefore: readonly string[]
}

const LIST_MARK = /^\s*(?:[-*•‣·–]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+|#{1,6}\s+)/i
const MARKDOWN_LINK = /\[([^\]\n]+)\]\([^)\s]+\)/g
const EMPHASIS = /(\*\*|__|\*|_|~~|`)(?=\S)([^*_~`\n]*\S)\1/g

/** The statement of `passage`, with a capital and a full stop. Comes back as the tidied passage where nothing else is left. */
export function statement(passage: string, drop: Droppable): string {
  const plain = unmarked(passage)
  const bare = withoutOpinion(withoutOpening(plain, drop), drop)
  return sentence(bare.split(' ').length >= 3 ? bare : plain)
}

/** Without list marks, link targets and emphasis marks; emphasised words stay ("*No* tax" keeps its "No"). */
function unmarked(passage: string): string {
  let text = passage.replace(LIST_MARK, '').replace(MARKDOWN_LINK, '$1')
  for (let before = ''; before !== text && /[*_~`]/.test(text); ) {
    before = text
    text = text.replace(EMPHASIS, '$2')
  }
  return text
    .replace(/^[*_~`>#]+|[*_~`]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutOpening(text: string, drop: Droppable): string {
  let left = text
  for (let round = 0; round < 3; round += 1) {
    const lower = plainCase(left)
    const comma = drop.beforeComma.find((words) => opensWith(lower, words, [',', ':']))
    const joining = drop.connectives.find((words) => opensWith(lower, words, [' ', ', ']))
    const length = comma === undefined ? joining?.length : comma.length + 1
    if (length === undefined) return left
    left = left.slice(length).replace(/^[\s,:]+/, '')
  }
  return left
}

function withoutOpinion(text: string, drop: Droppable): string {
  const lower = plainCase(text)
  const opinion = drop.opinions.find((words) => opensWith(lower, words, [' ', ', ']))
  if (opinion === undefined) return text
  const left = text.slice(opinion.length).replace(/^[\s,]+/, '')
  const next = /^[\p{L}'’]+/u.exec(left)?.[0].toLowerCase().replaceAll('’', "'") ?? ''
  return next === '' || drop.keepBefore.includes(next) ? text : left
}

/** Whether these words stand at the start and one of these marks right after them. */
function opensWith(text: string, words: string, marks: readonly string[]): boolean {
  return text.startsWith(words) && marks.some((mark) => text.startsWith(mark, words.length))
}

const plainCase = (text: string): string => text.toLowerCase().replaceAll('’', "'")

function sentence(text: string): string {
  const trimmed = text.replace(/[\s,;:–—-]+$/, '')
  const capital = /^(["'“„«([]*)(\p{Ll})(?!\w*[A-Z])/u
  const raised = trimmed.replace(capital, (_, marks: string, letter: string) => marks + letter.toUpperCase())
  return /[.!?…。！？]["'”’»)\]†‡*]*$/.test(raised) ? raised : `${raised}.`
}
