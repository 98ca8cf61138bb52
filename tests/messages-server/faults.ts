/** Ways in which a model's service goes wrong, each as something done to an answer that would have been right. */
import type { Data, Extracted } from './derive.ts'

/** Faults of the transport: no usable message comes at all. */
export const TRANSPORT_FAULTS = [
  '401',
  '402',
  '403-moderated',
  '404',
  '413',
  'too-long',
  '429',
  '429-milliseconds',
  '429-later',
  '500',
  '500-final',
  '502-html',
  '529',
  'dropped',
  'slow-headers',
  'stalled-body',
  'cut-body',
  'redirect',
] as const

/** Faults of the message: it comes, but not as it should. */
export const MESSAGE_FAULTS = [
  'refusal',
  'refusal-with-text',
  'truncated',
  'prose',
  'fenced',
  'casing',
  'null-content',
  'empty-content',
  'nonsense',
  'empty-object',
  'pause',
  'thinking-first',
  'no-usage',
  'partly-invalid',
  'unknown-ids',
  'invented-quotes',
  'quotes-of-others',
  'missing-posts',
  'dangling-links',
] as const

export type Fault = (typeof TRANSPORT_FAULTS)[number] | (typeof MESSAGE_FAULTS)[number]

export interface Said {
  text: string
  stop: 'end_turn' | 'max_tokens' | 'refusal' | 'pause_turn'
  /** What stands in `content` instead of the text. */
  content?: 'null' | 'empty' | 'thinking-first'
  usage: boolean
}

/** What a faulty model says where a sound one would have said `answer`. */
export function spoil(answer: unknown, data: Data | null, fault: Fault | null): Said {
  const text = JSON.stringify(answer)
  const plain: Said = { text, stop: 'end_turn', usage: true }
  switch (fault) {
    case 'refusal':
      return { ...plain, text: '', stop: 'refusal', content: 'empty' }
    case 'refusal-with-text':
      return { ...plain, text: 'I would rather not work on this.', stop: 'refusal' }
    case 'truncated':
      return { ...plain, text: text.slice(0, Math.floor(text.length * 0.6)), stop: 'max_tokens' }
    case 'prose':
      return { ...plain, text: `Here is what I found {as asked}: ${text} I hope this helps!` }
    case 'fenced':
      return { ...plain, text: `\`\`\`json\n${JSON.stringify(answer, null, 1)}\n\`\`\`` }
    case 'null-content':
      return { ...plain, content: 'null' }
    case 'empty-content':
      return { ...plain, content: 'empty' }
    case 'nonsense':
      return { ...plain, text: 'The posts are very interesting, thank you for sharing them.' }
    case 'empty-object':
      return { ...plain, text: '{}' }
    case 'pause':
      return { ...plain, text: '', stop: 'pause_turn' }
    case 'thinking-first':
      return { ...plain, content: 'thinking-first' }
    case 'no-usage':
      return { ...plain, usage: false }
    default:
      return { ...plain, text: JSON.stringify(isExtracted(answer) ? twisted(answer, data, fault) : answer) }
  }
}

function postOf(unit: { id: string }): string {
  return unit.id.replace(/[a-z]+$/, '')
}

function isExtracted(answer: unknown): answer is Extracted {
  return typeof answer === 'object' && answer !== null && 'units' in answer
}

function twisted(answer: Extracted, data: Data | null, fault: Fault | null): unknown {
  const posts = data !== null && 'context' in data ? data.posts : []
  const other = (id: string) => posts.find((post) => post.id !== id && post.text.length > 40)
  switch (fault) {
    case 'casing':
      return { ...answer, units: answer.units.map((unit) => ({ ...unit, kind: capital(unit.kind ?? 'claim') })) }
    case 'partly-invalid':
      return {
        ...answer,
        units: answer.units.map((unit, i) => (i % 3 === 1 ? { id: unit.id } : unit)),
      }
    case 'unknown-ids':
      return { ...answer, units: answer.units.map((unit, i) => (i % 3 === 0 ? { ...unit, id: 'p999a' } : unit)) }
    case 'invented-quotes':
      return { ...answer, units: answer.units.map((unit, i) => (i % 2 === 0 ? { ...unit, quote: INVENTED } : unit)) }
    case 'quotes-of-others':
      return {
        ...answer,
        units: answer.units.map((unit) => ({ ...unit, quote: other(postOf(unit))?.text.slice(0, 60) ?? unit.quote })),
      }
    case 'missing-posts': {
      const named = new Set(answer.units.slice(0, Math.floor(answer.units.length / 2)).map(postOf))
      return { units: answer.units.filter((unit) => named.has(postOf(unit))), none: [] }
    }
    case 'dangling-links':
      return {
        ...answer,
        units: answer.units.map((unit) => ({ ...unit, link: 'rebuts p998a, undercuts p997a>p996b, p1' })),
      }
    default:
      return answer
  }
}

/** Words that stand in no post. */
export const INVENTED = 'Nobody in their right mind would ever invent such a splendid sentence about zeppelins.'

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}
