/** Reading with answers written down by address instead of a network. */
import { readConfig } from '../../server/config.ts'
import type { Fetcher } from '../../server/read/fetch.ts'
import { read } from '../../server/read/index.ts'
import type { Answer, Ask } from '../../server/read/platform.ts'

interface Canned {
  status?: number
  json?: unknown
  body?: string
  headers?: Record<string, string>
}

/** Reads `url`; of `answers` the first whose address begins the one asked for is given, else a 404. */
export async function canned(
  url: string,
  answers: Record<string, Canned | ((ask: Ask) => Canned)>,
  settings: Record<string, string> = {},
) {
  const asked: Ask[] = []
  const config = readConfig({ READ_ARTICLES: 'false', ...settings })
  const fetcher: Fetcher = {
    async fetch(ask: Ask): Promise<Answer> {
      asked.push(ask)
      const listed = Object.entries(answers).find(([start]) => ask.url.startsWith(start))?.[1] ?? { status: 404 }
      const found = typeof listed === 'function' ? listed(ask) : listed
      const text = found.json === undefined ? (found.body ?? '') : JSON.stringify(found.json)
      return { status: found.status ?? 200, url: ask.url, headers: found.headers ?? {}, contentType: '', text }
    },
    close: async () => undefined,
  }
  const reading = { config, signal: new AbortController().signal, progress: () => undefined }
  const [thread] = await read([{ kind: 'url', url }], fetcher, reading)
  if (thread === undefined) throw new Error('no thread')
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  const rows = thread.posts.map(({ author, text, heading, parentId }) => [
    author,
    text.slice(heading).trim(),
    parentId === null ? null : places.get(parentId),
  ])
  return { thread, rows, asked }
}
