/** Answers drawn from what was asked, by plain rules: every quote is in its post because it is cut out of it. */
import { z } from 'zod'

/** Texts by "p2@p1 by a1". */
const Texts = z.record(z.string(), z.string()).transform((texts) =>
  Object.entries(texts).map(([key, text]) => {
    const [, id = key, to, by] = /^(\w+)(?:@(\w+))?(?: by (\w+))?$/.exec(key) ?? []
    return { id, text, ...(to === undefined ? {} : { to }), ...(by === undefined ? {} : { by }) }
  }),
)
const Posts = z.object({
  title: z.string().default(''),
  context: Texts.default([]),
  known: z.record(z.string(), z.string()).default({}),
  posts: Texts,
})
const Questions = z.object({
  claims: z.record(z.string(), z.string()),
  /** By id: the claim, those it may be about ("k2* k3", starred where quoted), the author's words. */
  questions: z.record(z.string(), z.tuple([z.string(), z.string()]).rest(z.string())).transform((all) =>
    Object.entries(all).map(([id, [claim, about, words]]) => {
      const named = about.split(' ')
      const quoted = named.flatMap((one) => (one.endsWith('*') ? [one.slice(0, -1)] : []))
      return {
        id,
        claim,
        about: named.map((one) => one.replace('*', '')),
        ...(words === undefined ? {} : { words }),
        ...(quoted.length === 0 ? {} : { quoted }),
      }
    }),
  ),
})
const Pairs = z.object({
  statements: z.record(z.string(), z.string()),
  pairs: z.array(z.string()),
})
const Claims = z.object({ title: z.string(), claims: z.record(z.string(), z.string()) })
const Map_ = z.object({
  title: z.string(),
  posts: z.int(),
  people: z.int(),
  issues: z.array(z.record(z.string(), z.unknown())),
  parts: z.array(z.string()).default([]),
})

export const Data = z.union([Map_, Posts, Questions, Pairs, Claims])
export type Data = z.infer<typeof Data>

export interface Unit {
  id: string
  /** None for a plain claim. */
  kind?: string
  quote: string
  statement?: string
  link?: string
}
export interface Extracted {
  units: Unit[]
  none: string[]
}

/** The data of a question: the JSON between the two lines that are alike. Null when there is none. */
export function dataIn(input: string): Data | null {
  const found = /^(={4} [0-9a-f]{24} ={4})\n([\s\S]*?)\n\1$/m.exec(input)
  if (found === null) return null
  const read = Data.safeParse(JSON.parse(found[2] as string))
  return read.success ? read.data : null
}

/** The answer a dutiful model of simple mind would give. */
export function answerTo(data: Data): unknown {
  if ('context' in data) return extracted(data)
  if ('questions' in data) return related(data)
  if ('pairs' in data) return compared(data)
  if ('issues' in data) return summarised(data)
  return questioned(data)
}

/** One unit of a short post, two of a longer one. */
function extracted(data: z.infer<typeof Posts>): Extracted {
  const answer: Extracted = { units: [], none: [] }
  const first = new Map<string, string>()
  for (const id of Object.keys(data.known).toReversed()) first.set(id.replace(/[a-z]+$/, ''), id)
  for (const post of data.posts) {
    const all = sentences(post.text).filter((sentence) => sentence.split(/\s+/).length >= 5)
    const own = all.slice(0, all.length > 3 ? 2 : 1)
    if (own.length === 0) answer.none.push(`${post.id} says nothing that can be disputed`)
    const answered = first.get(post.to ?? '')
    own.forEach((sentence, index) => {
      const id = `${post.id}${'ab'[index] ?? 'z'}`
      const kind = kindOf(sentence)
      const head = first.get(post.id)
      const turn = DISAGREES.test(post.text) ? 'rebuts' : 'supports'
      const link = head !== undefined ? `supports ${head}` : answered !== undefined ? `${turn} ${answered}` : ''
      answer.units.push({
        id,
        ...(kind === 'claim' ? {} : { kind }),
        quote: elided(sentence),
        ...(link === '' ? {} : { link }),
      })
      if (index === 0 && kind !== 'concession' && kind !== 'question') first.set(post.id, id)
    })
  }
  return answer
}

/** As asked: of more than ten words the first four and the last four. */
function elided(sentence: string): string {
  const words = sentence.split(/\s+/)
  if (words.length <= 10) return sentence
  const head = /^(?:\S+\s+){3}\S+/.exec(sentence)?.[0] ?? ''
  const tail = /(?:\S+\s+){3}\S+$/.exec(sentence)?.[0] ?? ''
  return `${head} … ${tail}`
}

const DISAGREES = /\b(but|no|not|however|disagree|wrong|actually|nope|doesn't|isn't)\b/i

function kindOf(sentence: string): string {
  if (sentence.endsWith('?')) return 'question'
  if (/\b(fair point|granted|you are right|you're right|I admit)\b/i.test(sentence)) return 'concession'
  if (/\d+\s*(%|percent|people|euros?|minutes)/i.test(sentence)) return 'statistic'
  if (/\b(study|survey)\b/i.test(sentence)) return 'study'
  if (/\b(my own|in my|when I)\b/i.test(sentence)) return 'experience'
  return /\b(not|no|never|against)\b/i.test(sentence) ? 'claim against' : 'claim'
}

/** Sentences of a post's own words: marks end a sentence and are none themselves. */
export function sentences(text: string): string[] {
  return text
    .split(/\[…[^\]]*\]|\n+/)
    .flatMap((line) => line.match(/[^.!?]+[.!?]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

const wordSet = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])

function likeness(a: string, b: string): number {
  const [left, right] = [wordSet(a), wordSet(b)]
  const common = [...left].filter((word) => right.has(word)).length
  return common / Math.max(1, Math.min(left.size, right.size))
}

function related({ claims, questions }: z.infer<typeof Questions>): unknown {
  return {
    answers: questions.map((question) => {
      const own = claims[question.claim] ?? ''
      const near = question.about.toSorted((a, b) => likeness(own, claims[b] ?? '') - likeness(own, claims[a] ?? ''))
      const to = question.quoted?.[0] ?? near[0] ?? 'none'
      const about = likeness(own, claims[to] ?? '') > 0 || question.quoted !== undefined
      const against = DISAGREES.test(`${question.words ?? ''} ${own}`)
      return `${question.id} ${about ? `${against ? 'rebuts' : 'supports'} ${to}` : 'none'} medium`
    }),
  }
}

/** Whether a pair asks whether a statement says what another's denial says. */
export function asksOfDenial(pair: string, { statements }: z.infer<typeof Pairs>): boolean {
  return pair.split(' ').some((id) => statements[id]?.startsWith('It is not so: ') === true)
}

function compared(data: z.infer<typeof Pairs>): unknown {
  const { statements, pairs } = data
  const degree = (pair: string) => {
    const [a = '', b = ''] = pair.split(' ')
    return asksOfDenial(pair, data) ? 0 : likeness(statements[a] ?? '', statements[b] ?? '')
  }
  return {
    same: pairs.filter((pair) => degree(pair) >= 0.9),
    close: pairs.filter((pair) => degree(pair) >= 0.6 && degree(pair) < 0.9),
  }
}

function questioned({ title, claims }: z.infer<typeof Claims>): unknown {
  const ids = Object.keys(claims)
  return {
    issues: [title === '' ? 'i1 What is this about?' : `i1 What of ${title}?`],
    positions: ids.slice(0, 4).map((claim, i) => `i1 ${claim} ${i % 2 === 0 ? 'for' : 'against'}`),
  }
}

interface Row {
  id: string
  statement: string
  marks: string
  side: string
}

/** The rows of one list, each followed by those that stand for and against it. */
function rowsOf(list: unknown, side: string): Row[] {
  const across: Record<string, string> = { for: 'against', against: 'for' }
  return ((list as [string, string, string?, unknown?, unknown?][] | undefined) ?? []).flatMap(
    ([id, statement, marks = '', supports, rebuts]) => [
      { id, statement, marks, side },
      ...rowsOf(supports, side),
      ...rowsOf(rebuts, across[side] ?? side),
    ],
  )
}

/** Up to two sentences for each list of an issue, then one for each other part that is asked for. */
function summarised(data: z.infer<typeof Map_>): unknown {
  const sides = ['for', 'against', 'other']
  const sentence = (part: string, { id, statement }: Row) => `${part} ${id}: It is said: ${statement}`
  const of = (issue: Record<string, unknown>) => sides.flatMap((side) => rowsOf(issue[side], side))
  const stated = data.issues.flatMap((issue) =>
    sides.flatMap((side) =>
      of(issue)
        .filter((row) => row.side === side)
        .slice(0, 2)
        .map((row) => sentence(side, row)),
    ),
  )
  const judged = data.parts
    .filter((part) => !sides.includes(part))
    .flatMap((part) => {
      const row = data.issues.flatMap(of).find(({ marks }) => marks.split(', ').includes(part))
      return row === undefined ? [] : [sentence(part, row)]
    })
  return { sentences: [...stated, ...judged] }
}
