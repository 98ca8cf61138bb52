/**
 * The ladder of ways to get an answer of a given shape: the service binds it to the schema (`native`), the model must call a
 * tool (`tool`), it may call it (`tool-auto`), or the schema stands in the question (`text`).
 */
import type Anthropic from '@anthropic-ai/sdk'
import { z } from 'zod'
import { readJson, type ReadJson } from './json.ts'
import type { Profile } from './profile.ts'

const LADDER = ['native', 'tool', 'tool-auto', 'text'] as const
export type Rung = (typeof LADDER)[number]

export interface Wanted {
  instructions: string
  input: string
  schema: Record<string, unknown>
  maxTokens: number
}

/** What an endpoint was found to refuse or ignore since the program started. */
export interface Learned {
  rung: Rung
  effort: boolean
  thinking: boolean
  /** Answers in a row that showed no sign of the schema. */
  ignored: number
}

export function learnedNothing(profile: Profile): Learned {
  return {
    rung: profile.structured === 'auto' ? 'native' : profile.structured,
    effort: profile.effort !== null,
    thinking: profile.thinking !== 'omit',
    ignored: 0,
  }
}

const TOOL = 'answer'

export function bodyFor(wanted: Wanted, profile: Profile, learned: Learned): Anthropic.MessageCreateParamsNonStreaming {
  const { rung } = learned
  const effort = learned.effort && profile.effort !== null ? { effort: profile.effort } : {}
  const format = rung === 'native' ? { format: { type: 'json_schema' as const, schema: wanted.schema } } : {}
  const config = { ...effort, ...format }
  const thinking = learned.thinking ? profile.thinking : 'omit'
  return {
    ...profile.extraBody,
    model: profile.model,
    max_tokens: Math.min(profile.maxOutput, wanted.maxTokens),
    system: [
      {
        type: 'text',
        text: wanted.instructions,
        ...(profile.cache === 'explicit' ? { cache_control: { type: 'ephemeral' as const } } : {}),
      },
    ],
    messages: [{ role: 'user', content: inputFor(wanted, rung) }],
    ...(Object.keys(config).length === 0 ? {} : { output_config: config }),
    ...(thinking === 'omit' ? {} : { thinking: { type: thinking } }),
    ...(rung === 'tool' || rung === 'tool-auto' ? toolFor(wanted, rung) : {}),
  }
}

function inputFor(wanted: Wanted, rung: Rung): string {
  if (rung === 'tool-auto') return `${wanted.input}\n\nGive the answer by calling the tool "${TOOL}" once.`
  if (rung === 'text') {
    const schema = JSON.stringify(wanted.schema)
    return `${wanted.input}\n\nReply with one JSON object and nothing else. It has this JSON schema: ${schema}`
  }
  return wanted.input
}

function toolFor(wanted: Wanted, rung: Rung): Pick<Anthropic.MessageCreateParamsNonStreaming, 'tools' | 'tool_choice'> {
  return {
    tools: [
      {
        name: TOOL,
        description: 'Takes the answer.',
        input_schema: { ...wanted.schema, type: 'object' },
      },
    ],
    tool_choice: rung === 'tool' ? { type: 'tool', name: TOOL, disable_parallel_tool_use: true } : { type: 'auto' },
  }
}

const Count = z.number().nullish().catch(null)
/** What any server may send; compatible ones leave out fields or send null where a list belongs. */
export const Envelope = z.object({
  content: z
    .array(z.looseObject({ type: z.string(), text: z.string().optional(), input: z.unknown().optional() }))
    .nullish()
    .catch(null),
  stop_reason: z.string().nullish().catch(null),
  stop_details: z
    .looseObject({ category: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
  usage: z
    .object({
      input_tokens: Count,
      output_tokens: Count,
      cache_creation_input_tokens: Count,
      cache_read_input_tokens: Count,
    })
    .nullish()
    .catch(null),
})
export type Envelope = z.infer<typeof Envelope>

/** The answer in a message, in whatever form it came; null when there is none. */
export function answerIn(message: Envelope): (ReadJson & { tool: boolean }) | null {
  const blocks = message.content ?? []
  const call = blocks.find((block) => block.type === 'tool_use')
  if (call !== undefined) {
    // Some servers send the arguments as text.
    const read = typeof call.input === 'string' ? readJson(call.input) : { value: call.input, pure: true, cut: false }
    return read === null ? null : { ...read, value: unwrapped(read.value), tool: true }
  }
  const text = blocks.flatMap((block) => (block.type === 'text' ? [block.text ?? ''] : [])).join('')
  const read = readJson(text)
  return read === null ? null : { ...read, value: unwrapped(read.value), tool: false }
}

/** An answer is an object of lists: what holds nothing but another object is a wrapper some models put around it. */
function unwrapped(value: unknown): unknown {
  const wrapper = z.record(z.string(), z.record(z.string(), z.unknown())).safeParse(value)
  const [inner, ...more] = Object.values(wrapper.data ?? {})
  return inner === undefined || more.length > 0 ? value : inner
}

/** Whether an answer shows that the endpoint did not heed how it was asked. */
export function ignores(answer: (ReadJson & { tool: boolean }) | null, rung: Rung): boolean {
  if (rung === 'native') return answer === null || (!answer.pure && !answer.cut)
  return rung === 'tool' ? answer?.tool !== true : rung === 'tool-auto' && answer === null
}

export function nextRung(rung: Rung): Rung | null {
  return LADDER[LADDER.indexOf(rung) + 1] ?? null
}
