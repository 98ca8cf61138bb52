/** Instant search over claims, posts and people: every word of the query must begin a word of what is found. */
import type { Debate } from '../../shared/debate.ts'

export interface Hit {
  kind: 'claim' | 'post' | 'person'
  id: string
  text: string
  /** Where the first word was found. */
  at: number
}

interface Entry {
  kind: Hit['kind']
  id: string
  text: string
  folded: string
  weight: number
}

type SearchIndex = readonly Entry[]

/** Lower case without accents, of the same length as the text so that offsets stay true. */
export function folded(text: string): string {
  let out = ''
  for (const unit of text) {
    const plain = unit
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
    out += plain.length === unit.length ? plain : unit
  }
  return out
}

export function searchIndexOf(debate: Debate): SearchIndex {
  const claims = debate.claims.map((claim) => entry('claim', claim.id, claim.statement, claim.people))
  const posts = debate.threads.flatMap((thread) => thread.posts.map((post) => entry('post', post.id, post.text, 0)))
  const people = debate.people.flatMap((person) =>
    person.name === null ? [] : [entry('person', person.id, person.name, person.claims)],
  )
  return [...claims, ...posts, ...people]
}

/** Hits of each kind, best first, at most `most` of a kind: whole words before beginnings of words, then by weight. */
export function search(index: SearchIndex, query: string, most = 20): Hit[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const scored: { hit: Hit; score: number }[] = []
  for (const item of index) {
    const score = scoreOf(item, wanted)
    if (score === null) continue
    const hit = { kind: item.kind, id: item.id, text: item.text, at: score.at }
    scored.push({ hit, score: score.points + Math.min(item.weight, 50) / 100 })
  }
  scored.sort((a, b) => b.score - a.score)
  return (['claim', 'post', 'person'] as const).flatMap((kind) =>
    scored
      .filter(({ hit }) => hit.kind === kind)
      .slice(0, most)
      .map(({ hit }) => hit),
  )
}

function entry(kind: Hit['kind'], id: string, text: string, weight: number): Entry {
  return { kind, id, text, folded: folded(text), weight }
}

function scoreOf(item: Entry, wanted: string[]): { points: number; at: number } | null {
  let points = 0
  let first = -1
  for (const word of wanted) {
    const at = beginning(item.folded, word)
    if (at < 0) return null
    if (first < 0) first = at
    points += isWordEnd(item.folded, at + word.length) ? 2 : 1
  }
  return { points: points / wanted.length, at: first }
}

/** Where `word` begins a word of the text; -1 when it does nowhere. */
function beginning(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !isLetter(text.charCodeAt(at - 1))) return at
  }
  return -1
}

function isWordEnd(text: string, at: number): boolean {
  return at >= text.length || !isLetter(text.charCodeAt(at))
}

function isLetter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code > 191
}
