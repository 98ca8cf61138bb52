/** Conversations with a language model as programs keep them: records of a role and what it said ("messages", ShareGPT's "conversations"). */
import { at, text } from '../json.ts'
import { pick, wordsOf } from './json-records.ts'

export interface Turn {
  role: string
  text: string
  time: unknown
}

const ROLE = /^(?:user|assistant|system|developer|tool|function|human|gpt|ai|bot|model|chatgpt|claude)$/i
const LISTS = ['messages', 'conversations', 'conversation', 'chat', 'turns', 'history']

function turnOf(value: unknown): Turn | null {
  const role = text(value, 'role') ?? text(value, 'from')
  const words = text(value, 'value') ?? wordsOf(value, 'text') ?? piecesOf(at(value, 'parts'))
  return role === null || !ROLE.test(role) || words === null ? null : { role, text: words, time: pick(value, 'time') }
}

function piecesOf(parts: unknown): string | null {
  if (!Array.isArray(parts)) return null
  return parts.map((part) => (typeof part === 'string' ? part : (text(part, 'text') ?? ''))).join('') || null
}

/** The turns of a document that is such a conversation, or whose list of messages is; null for others. Turns without words (calls of tools) are left out. */
export function dialogueIn(value: unknown): Turn[] | null {
  const lists = [value, ...LISTS.map((name) => at(value, name))]
  for (const list of lists) {
    if (!Array.isArray(list)) continue
    const turns = list.flatMap((one) => turnOf(one) ?? [])
    const roles = new Set(turns.map(({ role }) => role))
    if (turns.length >= 2 && roles.size >= 2 && turns.length >= list.length / 2) return turns
  }
  return null
}
