/** The only place that speaks with the server. Every failure is a `ProblemReply`, also when no server answers. */
import type {
  CreateDebate,
  DebateEntry,
  DebateList,
  DebateReply,
  Estimate,
  ExportFormat,
  Health,
  ProblemReply,
  ProgressEvent,
  Related,
  SettingsChange,
  Source,
  Settings as ServerSettings,
} from '../shared/api.ts'
import type { Change, Correction } from '../shared/corrections.ts'
import type { BaseScore, Weighed } from '../shared/debate.ts'
import type { Filter } from '../shared/filter.ts'
import type { PageToken, SentPage } from '../shared/pages.ts'
import type { SourceChecks } from '../shared/sources.ts'
import type { Split } from '../shared/split.ts'
import { tagOf } from '../shared/tag.ts'
import { words } from './text/index.ts'
import { toldProblem } from './text/told.ts'

/** A value, or why there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: ProblemReply }

export const getHealth = () => ask<Health>('/api/health')

export const getSettings = () => ask<ServerSettings>('/api/settings')

export const changeSettings = (change: SettingsChange) => ask<ServerSettings>('/api/settings', 'PUT', change)

export const listDebates = (page: { limit: number; offset: number; query: string }) =>
  ask<DebateList>(`/api/debates?limit=${page.limit}&offset=${page.offset}&q=${encodeURIComponent(page.query)}`)

export const createDebate = (request: CreateDebate) => ask<DebateEntry>('/api/debates', 'POST', request)

export const estimateDebate = (request: CreateDebate) => ask<Estimate>('/api/estimate', 'POST', request)

/** How a text or a file would be split into posts, every post whole. */
export const previewWhole = (source: Source) => ask<Split>('/api/preview/whole', 'POST', source)

export const getSources = (id: string) => ask<SourceChecks>(`/api/debates/${encodeURIComponent(id)}/sources`)

export const checkSources = (id: string) => ask<SourceChecks>(`/api/debates/${encodeURIComponent(id)}/sources`, 'POST')

export const getRelated = (id: string) => ask<Related>(`/api/debates/${encodeURIComponent(id)}/related`)

export const combineDebates = (id: string, others: string[]) =>
  ask<DebateEntry>(`/api/debates/${encodeURIComponent(id)}/combine`, 'POST', { with: others })

export const makePageToken = () => ask<PageToken>('/api/pages/tokens', 'POST')

export const getPage = (id: string) => ask<SentPage>(`/api/pages/${encodeURIComponent(id)}`)

export const analysePage = (id: string) => ask<DebateEntry>(`/api/pages/${encodeURIComponent(id)}/analyse`, 'POST')

export const forgetPage = (id: string) => ask<null>(`/api/pages/${encodeURIComponent(id)}`, 'DELETE')

export const getDebate = (id: string) => ask<DebateReply>(`/api/debates/${encodeURIComponent(id)}`)

/**
 * Whether there is another debate now than when `entry` was told: corrected elsewhere, analysed again or removed. The
 * server sends nothing but that; false where it can't be asked.
 */
export async function isChanged(entry: DebateEntry): Promise<boolean> {
  try {
    const response = await fetch(`/api/debates/${encodeURIComponent(entry.id)}`, {
      headers: { 'if-none-match': tagOf(entry) },
      cache: 'no-store',
    })
    await response.body?.cancel()
    return response.ok || response.status === 404
  } catch {
    return false
  }
}

export const cancelDebate = (id: string) =>
  ask<DebateEntry>(`/api/debates/${encodeURIComponent(id)}/cancel`, 'POST', {})

export const retryDebate = (id: string, analyser: 'same' | 'embedded') =>
  ask<DebateEntry>(`/api/debates/${encodeURIComponent(id)}/retry`, 'POST', { with: analyser })

export const refreshDebate = (id: string) => ask<DebateEntry>(`/api/debates/${encodeURIComponent(id)}/refresh`, 'POST')

export const readFurther = (id: string) => ask<DebateEntry>(`/api/debates/${encodeURIComponent(id)}/further`, 'POST')

export const removeDebate = (id: string) => ask<null>(`/api/debates/${encodeURIComponent(id)}`, 'DELETE')

/** What of a debate is taken along: one branch, what passes a filter, or both; all of it with neither. */
export interface ExportPart {
  root: string | null
  filter: Filter
  /** What counts as new: written after this time, ISO 8601. */
  since: string | null
  /** Where strengths start in the file; null for what the debate was analysed with. */
  base: BaseScore | null
}

export function exportAddress(id: string, format: ExportFormat, { root, filter, since, base }: ExportPart): string {
  const fresh = filter.marks.includes('fresh') ? since : null
  const query = Object.entries({
    root,
    f: filter.marks.join(',') || null,
    by: filter.person,
    type: filter.type,
    since: fresh,
    base,
  })
  const asked = query.flatMap(([name, value]) => (value === null ? [] : [`&${name}=${encodeURIComponent(value)}`]))
  return `/api/debates/${encodeURIComponent(id)}/export?format=${format}${asked.join('')}`
}

export const correctDebate = (id: string, change: Change, by: string | null) =>
  ask<Correction>(`/api/debates/${encodeURIComponent(id)}/corrections`, 'POST', { change, by })

export const weighDebate = (id: string, base: BaseScore) =>
  ask<Weighed>(`/api/debates/${encodeURIComponent(id)}/standing?base=${base}`)

export const undoCorrection = (id: string, correction: string, undone: boolean) =>
  ask<Correction>(`/api/debates/${encodeURIComponent(id)}/corrections/${encodeURIComponent(correction)}`, 'PATCH', {
    undone,
  })

/**
 * Calls `heard` with every event after `after`, in order, until the returned function is called. The browser connects
 * again by itself when the connection drops, from the last event heard.
 */
export function listen(id: string, after: number, heard: (event: ProgressEvent) => void): () => void {
  const source = new EventSource(`/api/debates/${encodeURIComponent(id)}/events?after=${after}`)
  source.addEventListener('message', (message: MessageEvent<string>) =>
    heard(JSON.parse(message.data) as ProgressEvent),
  )
  return () => source.close()
}

async function ask<T>(path: string, method = 'GET', body?: unknown): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
  } catch {
    return { ok: false, problem: unreachable() }
  }
  const reply: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: reply as T }
  return { ok: false, problem: isProblem(reply) ? toldProblem(reply) : unreachable() }
}

function isProblem(reply: unknown): reply is ProblemReply {
  return typeof reply === 'object' && reply !== null && 'code' in reply && 'detail' in reply && 'remedy' in reply
}

function unreachable(): ProblemReply {
  return {
    type: 'about:blank',
    title: words.value.error.network,
    status: 503,
    code: 'internal',
    detail: words.value.error.network,
    remedy: words.value.error.networkNext,
  }
}
