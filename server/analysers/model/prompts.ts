/** The questions to the model, read from `prompts/*.md` and checked before the first one is asked. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Call } from '../../../shared/debate.ts'
import { fileInPackage } from '../../package.ts'

const Head = z.strictObject({
  name: Call.shape.question,
  version: z.string().regex(/^\d+$/),
  variables: z.string().transform((list) => list.split(/\s*,\s*/).toSorted()),
})

export interface Prompt {
  name: PromptName
  version: string
  variables: string[]
  /** The same in every request, so that a service may cache it. */
  instructions: string
  /** The same rules in fewer words, for questions about little; null where there are none. */
  brief: string | null
  /** What changes, with `{{variables}}`. */
  input: string
}

export const PROMPT_NAMES = Call.shape.question.options
type PromptName = Call['question']
export type Prompts = Record<PromptName, Prompt>

/** Reads one prompt file's text: front matter, instructions, these `# In brief` if they are, and the part under `# Input`. Throws an Error saying what is wrong. */
export function parsePrompt(text: string): Prompt {
  const file =
    /^---\n(?<head>[\s\S]*?)\n---\n(?<instructions>[\s\S]*?)(?:\n# In brief\n(?<brief>[\s\S]*?))?\n# Input\n(?<input>[\s\S]*)$/.exec(
      text,
    )
  if (file?.groups === undefined) throw new Error('a prompt needs front matter between --- lines and a part "# Input"')
  const { head = '', instructions = '', brief, input = '' } = file.groups
  const read = Head.safeParse(Object.fromEntries(head.split('\n').map((line) => line.split(/:\s*/, 2))))
  if (!read.success) throw new Error(`front matter: ${z.prettifyError(read.error)}`)
  const used = [...new Set([...input.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] as string))].toSorted()
  if (used.join() !== read.data.variables.join()) {
    throw new Error(`variables are ${used.join(', ')}, but the front matter lists ${read.data.variables.join(', ')}`)
  }
  if (/\{\{/.test(instructions + (brief ?? '')))
    throw new Error('instructions hold variables; only the part "# Input" may')
  return { ...read.data, instructions: instructions.trim(), brief: brief?.trim() ?? null, input: input.trim() }
}

/** The prompt with its brief instructions, where the others would be more than what is asked about. */
export function inBrief(prompt: Prompt): Prompt {
  return { ...prompt, instructions: prompt.brief ?? prompt.instructions }
}

/** The prompt, with its brief instructions where the others are longer than the data asked about. */
export function inBriefFor(data: string, prompt: Prompt): Prompt {
  return data.length < prompt.instructions.length ? inBrief(prompt) : prompt
}

/** All prompts of the package. Throws an Error naming the file that is missing or wrong. */
export function readPrompts(): Prompts {
  const read = (name: PromptName): Prompt => {
    try {
      const prompt = parsePrompt(readFileSync(fileInPackage(`prompts/${name}.md`), 'utf8'))
      if (prompt.name !== name) throw new Error(`its name is ${prompt.name}`)
      return prompt
    } catch (cause) {
      throw new Error(`prompts/${name}.md: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    }
  }
  return {
    extract: read('extract'),
    relate: read('relate'),
    same: read('same'),
    issues: read('issues'),
    summarise: read('summarise'),
  }
}

/** The input part with every variable put in. Throws an Error when one is missing or unknown: a fault of the program. */
export function fillIn(prompt: Prompt, values: Record<string, string>): string {
  const given = Object.keys(values).toSorted()
  if (given.join() !== prompt.variables.join()) {
    throw new Error(`prompt ${prompt.name} wants ${prompt.variables.join(', ')}, got ${given.join(', ')}`)
  }
  return prompt.input.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] as string)
}
