/**
 * Clauses of a sentence: argument units are often parts of sentences joined by "because", "but", "so". Only coordinated
 * and reason clauses are split off, only where both sides can stand alone (Stab & Gurevych, "Parsing Argumentation
 * Structures in Persuasive Essays", 2017, on why units are smaller than sentences). Brackets, quotations and addresses
 * are never cut.
 */
import type { Range } from '../../shared/thread.ts'
import { enclosedRanges, mask, urlRanges } from './mask.ts'
import { type Token, tokens as tokensOf } from './tokens.ts'

/** What joins two clauses: a reason for what was said, its consequence, a contrast, an addition. */
export type Joint = 'reason' | 'consequence' | 'contrast' | 'concession' | 'addition'

/**
 * A connective that may split. `comma`: only after a comma; `before`: what must follow (a pronoun or other subject word, a
 * whole clause, or anything); `notBefore`, `notAfter`: words that
 * make it something else ("because of", "that is because").
 */
interface Connective {
  words: string[]
  joint: Joint
  comma: boolean
  before: 'pronoun' | 'clause' | 'anything'
  notBefore?: string[]
  notAfter?: string[]
}

/** What clause splitting must know of a language. */
export interface ClauseTable {
  connectives: Connective[]
  /** Words that start a clause as its subject: pronouns, "there", "if", "people". */
  subjects: ReadonlySet<string>
  /** Words that start a noun phrase: articles, possessives, quantifiers. */
  determiners: ReadonlySet<string>
  /** Finite verbs that are common enough to show that a noun phrase before them is a subject. */
  verbs: ReadonlySet<string>
  /** Words that open a clause which stays with the one it depends on; and those of them that open a condition. */
  subordinators: ReadonlySet<string>
  conditions: ReadonlySet<string>
}

/** A clause; `joined` is the connective that led to it, null for the first one of a sentence. */
interface Clause extends Range {
  joined: { words: string; joint: Joint } | null
}

const SHORTEST = 4
/** Longest clause, in characters, that is one statement to a reader; and the fewest words of a piece of a longer one. */
const LONGEST_CLAUSE = 280
const SHORTEST_PIECE = 6
const BREAK = /;\s+|\s+[–—-]{1,2}\s+(?=\S)|—/g

interface Cut {
  /** Where the clause before ends, where the next one starts. */
  end: number
  start: number
  joined: { words: string; joint: Joint }
}

/** Clauses of `sentence` in order, offsets in `text`. The connective stands in no clause; one at the very start stays. */
export function clauses(text: string, sentence: Range, table: ClauseTable): Clause[] {
  const part = text.slice(sentence.start, sentence.end)
  const masked = mask(mask(part, urlRanges(part), 'x'), enclosedRanges(part), 'x')
  const tokens = tokensOf(masked)
  const cuts = [...breaks(masked), ...connectives(masked, tokens, table)]
  if (cuts.length > 1) cuts.sort((a, b) => a.end - b.end)
  const found: Clause[] = []
  let start = 0
  let joined: Clause['joined'] = null
  for (const here of cuts) {
    if (here.end < start) continue
    const left = tokens.filter((token) => token.start >= start && token.end <= here.end).length
    const right = tokens.filter((token) => token.start >= here.start).length
    if (left < SHORTEST || right < SHORTEST) continue
    found.push({ ...edges(part, sentence.start, start, here.end), joined })
    start = here.start
    joined = here.joined
  }
  found.push({ ...edges(part, sentence.start, start, part.length), joined })
  return found.flatMap((clause) =>
    clause.end - clause.start <= LONGEST_CLAUSE ? [clause] : pieces(masked, tokens, sentence.start, clause, table),
  )
}

/**
 * A clause nobody would read at once, cut further where a subject with its verb follows a comma or a connective, into pieces that are as long as
 * may be. A condition stays with what depends on it.
 */
function pieces(text: string, tokens: Token[], offset: number, clause: Clause, table: ClauseTable): Clause[] {
  const [from, to] = [clause.start - offset, clause.end - offset]
  const inside = tokens.filter((token) => token.start >= from && token.end <= to)
  const found: Clause[] = []
  let { start, joined } = { start: 0, joined: clause.joined }
  let last: { at: number; next: number; words: string } | null = null
  const length = (first: number, end: number) => (inside[end] as Token).end - (inside[first] as Token).start
  for (let at = SHORTEST_PIECE; at <= inside.length - SHORTEST_PIECE; at += 1) {
    const cut = at - start >= SHORTEST_PIECE ? looseCut(text, inside, start, at, table) : null
    if (cut === null) continue
    if (last !== null && length(start, at - 1) > LONGEST_CLAUSE) {
      found.push(pieceOf(inside, offset, start, last.at, joined))
      ;[start, joined] = [last.next, { words: last.words, joint: 'addition' }]
    }
    last = { at, ...cut }
  }
  if (last !== null && last.at - start >= SHORTEST_PIECE && length(start, inside.length - 1) > LONGEST_CLAUSE) {
    found.push(pieceOf(inside, offset, start, last.at, joined))
    ;[start, joined] = [last.next, { words: last.words, joint: 'addition' }]
  }
  const begin = start === 0 ? clause.start : offset + (inside[start] as Token).start
  return [...found, { start: begin, end: clause.end, joined }]
}

function pieceOf(tokens: Token[], offset: number, from: number, to: number, joined: Clause['joined']): Clause {
  return { start: offset + (tokens[from] as Token).start, end: offset + (tokens[to - 1] as Token).end, joined }
}

/** Whether a new clause may start at token `at` of a very long one, and where its own words begin. */
function looseCut(
  text: string,
  tokens: Token[],
  start: number,
  at: number,
  table: ClauseTable,
): { next: number; words: string } | null {
  const [before, token] = [tokens[at - 1] as Token, tokens[at] as Token]
  const gap = text.slice(before.end, token.start)
  const connects = table.connectives.some(
    ({ words, joint, comma }) => words.length === 1 && words[0] === token.lower && !(joint === 'reason' && comma),
  )
  const next = connects ? at + 1 : at
  const subject = tokens[next]
  if (subject === undefined || (!connects && !/[,:]/.test(gap))) return null
  if (!isSubject(subject.lower, table) && !startsClause(tokens, next, table)) return null
  if (!connects && table.subordinators.has(tokens[start]?.lower ?? '')) return null
  return { next, words: connects ? token.lower : gap.trim() }
}

/** Semicolons and spaced dashes. */
function breaks(text: string): Cut[] {
  if (!/[;–—-]/.test(text)) return []
  return [...text.matchAll(BREAK)].map((match) => ({
    end: match.index,
    start: match.index + match[0].length,
    joined: { words: match[0].trim(), joint: 'addition' },
  }))
}

function connectives(text: string, tokens: Token[], table: ClauseTable): Cut[] {
  const found: Cut[] = []
  const byFirst = byFirstWord(table)
  for (let at = 1; at < tokens.length; at += 1) {
    const fit = byFirst.get((tokens[at] as Token).lower)?.find((one) => fits(text, tokens, at, one, table))
    if (fit === undefined) continue
    const before = tokens[at - 1] as Token
    const next = tokens[at + fit.words.length] as Token
    found.push({
      end: before.end + closers(text, before.end),
      start: next.start,
      joined: { words: fit.words.join(' '), joint: fit.joint },
    })
  }
  return found
}

const BY_FIRST_WORD = new WeakMap<ClauseTable, ReadonlyMap<string, Connective[]>>()

/** The connectives of a table by their first words, put in order once. */
function byFirstWord(table: ClauseTable): ReadonlyMap<string, Connective[]> {
  const kept = BY_FIRST_WORD.get(table)
  if (kept !== undefined) return kept
  const found = new Map<string, Connective[]>()
  for (const one of table.connectives) {
    const first = one.words[0] ?? ''
    found.set(first, [...(found.get(first) ?? []), one])
  }
  BY_FIRST_WORD.set(table, found)
  return found
}

/** Marks that close the clause before and belong to it. */
function closers(text: string, at: number): number {
  return /^["'”’)\]*_]*/.exec(text.slice(at, at + 8))?.[0].length ?? 0
}

function fits(text: string, tokens: Token[], at: number, connective: Connective, table: ClauseTable): boolean {
  if (connective.words.some((word, offset) => tokens[at + offset]?.lower !== word)) return false
  const next = tokens[at + connective.words.length]
  if (next === undefined || connective.notBefore?.includes(next.lower)) return false
  if (connective.notAfter?.includes((tokens[at - 1] as Token).lower)) return false
  const gap = text.slice((tokens[at - 1] as Token).end, (tokens[at] as Token).start)
  if (connective.comma && !gap.includes(',') && !gap.includes(')')) return false
  if (connective.before === 'anything' || isSubject(next.lower, table)) return true
  return connective.before === 'clause' && startsClause(tokens, at + connective.words.length, table)
}

function isSubject(word: string, table: ClauseTable): boolean {
  return table.subjects.has(word) || table.subjects.has(word.split("'")[0] as string)
}

/** Whether a noun phrase and a verb start here: the verb within five words of a determiner, else within three. */
function startsClause(tokens: Token[], at: number, table: ClauseTable): boolean {
  const reach = table.determiners.has(tokens[at]?.lower ?? '') ? 5 : 3
  return tokens.slice(at + 1, at + 1 + reach).some((token) => table.verbs.has(token.lower))
}

function edges(part: string, offset: number, start: number, end: number): Range {
  let from = start
  let to = end
  while (from < to && /[\s,;]/.test(part[from] as string)) from += 1
  while (to > from && /[\s,;]/.test(part[to - 1] as string)) to -= 1
  return { start: offset + from, end: offset + to }
}
