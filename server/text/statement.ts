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
/** Emphasis by underscores stands around words, never within one: addresses are full of them. */
const EMPHASIS = /(\*\*|\*|~~|`)(?=\S)([^*_~`\n]*\S)\1|(?<!\w)(__|_)(?=\S)([^*_~`\n]*\S)\3(?!\w)/g
/** An address, which keeps its small letter at the start of a statement, too. */
const ADDRESS = /^["'“„«([]*(?:[a-z][a-z\d+.-]*:\/\/|www\.|[\w-]+(?:\.[\w-]+)+\/|[\w.+-]+@[\w-]+\.)/i

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
    text = text.replace(EMPHASIS, '$2$4')
  }
  return text
    .replace(/^[*_~`>#]+|[*_~`]+$/g, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}

function withoutOpening(text: string, drop: Droppable): string {
  let left = text
  for (let round = 0; round < 3; round += 1) {
    const lower = startOf(left)
    const comma = opener(lower, drop.beforeComma, BEFORE_COMMA)
    const joining = opener(lower, drop.connectives, JOINING)
    const length = comma === undefined ? joining?.length : comma.length + 1
    if (length === undefined) return left
    left = left.slice(length).replace(/^[\s,:]+/, '')
  }
  return left
}

function withoutOpinion(text: string, drop: Droppable): string {
  const opinion = opener(startOf(text), drop.opinions, JOINING)
  if (opinion === undefined) return text
  const left = text.slice(opinion.length).replace(/^[\s,]+/, '')
  const next = /^[\p{L}'’]+/u.exec(left)?.[0].toLowerCase().replaceAll('’', "'") ?? ''
  return next === '' || drop.keepBefore.includes(next) ? text : left
}

const BEFORE_COMMA: readonly string[] = [',', ':']
const JOINING: readonly string[] = [' ', ', ']

/** The first of these words that stand at the start with one of these marks right after them. */
function opener(text: string, all: readonly string[], marks: readonly string[]): string | undefined {
  return byLetter(all)
    .get(text.charCodeAt(0))
    ?.find((words) => text.startsWith(words) && marks.some((mark) => text.startsWith(mark, words.length)))
}

const BY_LETTER = new WeakMap<readonly string[], ReadonlyMap<number, string[]>>()

/** Phrases by their first letter, put in order once. */
function byLetter(all: readonly string[]): ReadonlyMap<number, string[]> {
  const kept = BY_LETTER.get(all)
  if (kept !== undefined) return kept
  const found = new Map<number, string[]>()
  for (const words of all) {
    const letter = words.charCodeAt(0)
    found.set(letter, [...(found.get(letter) ?? []), words])
  }
  BY_LETTER.set(all, found)
  return found
}

/** More characters than any words that may be dropped have. */
const LONGEST_OPENING = 80

/** The first words in plain case. */
const startOf = (text: string): string => text.slice(0, LONGEST_OPENING).toLowerCase().replaceAll('’', "'")

function sentence(text: string): string {
  const trimmed = text.replace(/[\s,;:–—-]+$/, '')
  const capital = /^(["'“„«([]*)(\p{Ll})(?!\w*[A-Z])/u
  const raised = ADDRESS.test(trimmed)
    ? trimmed
    : trimmed.replace(capital, (_, marks: string, letter: string) => marks + letter.toUpperCase())
  return /[.!?…。！？]["'”’»)\]†‡*]*$/.test(raised) ? raised : `${raised}.`
}
