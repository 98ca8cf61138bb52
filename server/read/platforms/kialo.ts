/** Kialo's text export: a numbered outline in which every line says whether it speaks for or against the one above. */
import { Problem } from '../../problem.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { assemble } from '../assemble.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const LINE = /^(\d+(?:\.\d+)*)\.\s+(?:(Pro|Con|Kontra|Contra|Pour|Contre):\s+)?(.*)$/
const SAME_AS = /^-> \p{L}+ (\d+(?:\.\d+)*)\.?\s*$/u
/** The words around the outline are those of its reader's language. */
const HEAD = /^\s*(?:Discussion (?:Title|Name)|Diskussionstitel|Titel der Diskussion|Titre de la discussion):\s*(.*)$/

interface Entry {
  number: string
  side: 'pro' | 'con' | null
  words: string
}

/** Lines that open no entry belong to the one before. */
function entriesOf(text: string): { title: string; entries: Entry[] } {
  const entries: Entry[] = []
  let title = ''
  for (const line of text.split(/\r?\n/)) {
    const head = HEAD.exec(line)?.[1]
    const found = LINE.exec(line)
    const last = entries.at(-1)
    if (head !== undefined && entries.length === 0) title = head
    else if (found !== null)
      entries.push({
        number: found[1] as string,
        side: found[2] === undefined ? null : found[2].startsWith('P') ? 'pro' : 'con',
        words: found[3] as string,
      })
    else if (last !== undefined) last.words += `\n${line}`
  }
  return { title, entries }
}

/** The export escapes brackets with backslashes, inside links too. */
function body(words: string): ReturnType<typeof markdownToText> {
  return markdownToText(words.trim())
}

/** The words at the end of a way of pointers; none where it leads nowhere or in a circle. `known` keeps those of every way that was gone. */
function pointedAt(words: string, byNumber: Map<string, Entry>, known: Map<string, string>): string {
  const seen = new Set<string>()
  let here: string | undefined = words
  for (;;) {
    const next: string | undefined = SAME_AS.exec(here?.trim() ?? '')?.[1]
    const said: string | null | undefined =
      next === undefined ? (here ?? '') : seen.has(next) ? '' : (known.get(next) ?? null)
    if (next === undefined || said !== null) {
      for (const one of seen) known.set(one, said ?? '')
      return said ?? ''
    }
    seen.add(next)
    here = byNumber.get(next)?.words
  }
}

function isKialo(text: string): boolean {
  return HEAD.test(text.trimStart().split(/\r?\n/, 1)[0] ?? '') && /^1(?:\.\d+)*\.\s/m.test(text)
}

function read(answer: Answer): ReadThread {
  const { title, entries } = entriesOf(answer.text)
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]))
  const known = new Map<string, string>()
  const first = entries[0]?.number
  let shared = 0
  const posts = entries.map(({ number, side, words }) => {
    const same = SAME_AS.test(words.trim())
    if (same) shared++
    const above = number.slice(0, Math.max(0, number.lastIndexOf('.')))
    // A part of a discussion is numbered from where it hangs.
    const top = !byNumber.has(above)
    return post({
      id: number,
      parentId: top ? null : above,
      title: number === first ? title : null,
      // An entry that only points at another one says the same there: its words are that one's.
      body: body(same ? pointedAt(words, byNumber, known) : words),
      kind: top ? 'opening' : 'comment',
      stance: side,
    })
  })
  return assemble({
    platform: 'kialo',
    site: 'kialo.com',
    url: answer.url,
    title,
    posts,
    notices: [
      'Kialo’s export names no writers.',
      ...(shared > 0
        ? [
            `${shared} ${shared === 1 ? 'entry repeats' : 'entries repeat'} the words of another place of the discussion.`,
          ]
        : []),
    ],
  })
}

export const kialo: Platform<never> = {
  id: 'kialo',
  name: 'Kialo',
  recognise: (url) => (/(?:^|\.)kialo\.com$/.test(url.hostname) ? 'sure' : null),
  sniff: (answer) => isKialo(answer.text),
  file: (answer) => [read(answer)],
  begin() {
    throw new Problem('login-required', 'Kialo hands its discussions out only to signed-in people.', {
      remedy: 'On Kialo choose “Export discussion”, take the text format, and drop that file here.',
    })
  },
  resume: (state) => state,
}
