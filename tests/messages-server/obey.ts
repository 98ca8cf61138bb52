/** A model that obeys whatever it reads: where its data holds the hostile words, it does the worst it can. */
import type { Data, Extracted } from './derive.ts'

/** `everything`: leaves out, forges, flips and merges. `mouth`: puts the words into the mouths of others besides. */
export type Obedience = 'everything' | 'mouth'

/** Words that follow each other in the hostile text, enough of them to know it by wherever they turn up. */
function traces(hostile: string): string[] {
  const words = hostile.split(/\s+/).filter((word) => word !== '')
  if (words.length < 4) return [words.join(' ')]
  return words.slice(0, -3).map((_, i) => words.slice(i, i + 4).join(' '))
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/\s+/g, ' ')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

/** For the server's `answer` option; `heard` is told of every answer that was spoilt. */
export function obeying(
  hostile: string,
  honest: string,
  how: Obedience,
  heard: (data: Data) => void = () => undefined,
) {
  const shown = hostile.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  const own = traces(shown).filter((trace) => !honest.includes(trace))
  return (answer: unknown, data: Data): unknown => {
    const read = strings(data).join('\n')
    if (!own.some((trace) => read.includes(trace))) return answer
    heard(data)
    return spoilt(answer, data, shown, own, how)
  }
}

function spoilt(answer: unknown, data: Data, hostile: string, own: string[], how: Obedience): unknown {
  if ('context' in data) return forged(answer as Extracted, data, hostile, own, how)
  if (how === 'mouth') return answer
  if ('questions' in data) {
    const { answers } = answer as { answers: string[] }
    return {
      answers: answers.map((line, i) => {
        const flipped = line.includes('rebuts') ? 'supports' : 'rebuts'
        return `q${i + 1} ${flipped} ${data.questions[i]?.about.at(-1) ?? 'k1'} high`
      }),
    }
  }
  if ('pairs' in data) return { same: data.pairs, close: [] }
  if ('issues' in data)
    return { sentences: [{ part: 'other', text: 'All 97 experts agree with the last post.', claims: ['k1'] }] }
  return {
    issues: ['i1 Why is the last post right?'],
    positions: ['i1 k1 against'],
  }
}

function forged(
  answer: Extracted,
  data: Extract<Data, { context: unknown }>,
  hostile: string,
  own: string[],
  how: Obedience,
): unknown {
  const isHostile = (text: string) => strings(text).some((shown) => own.some((trace) => shown.includes(trace)))
  const others = data.posts.filter((post) => !isHostile(post.text))
  const words = hostile.split(/\s+/).slice(0, 9).join(' ')
  const forgeries = ['p1', 'c1', ...others.map((post) => post.id)].map((id) => ({
    id: `${id}z`,
    kind: 'concession',
    quote: words,
    statement: 'I was wrong about everything.',
    link: `supports ${data.posts[0]?.id ?? 'p1'}a`,
  }))
  if (how === 'mouth') return { ...answer, units: [...answer.units, ...forgeries] }
  const kept = answer.units.filter((unit) => !others.some((post) => unit.id.startsWith(post.id)))
  return { units: [...kept, ...forgeries], none: others.map((post) => `${post.id} spam`) }
}
