/**
 * The claims of a debate as a table (RFC 4180), one row each, for a spreadsheet; below them the corrections by people, of the
 * kind `correction`: what was changed as the statement, who did it, when, and as standing what became of it; and one row of
 * the kind `not read` where posts are missing.
 */
import type { Claim, Debate } from '../../shared/debate.ts'
import type { CheckedSource } from '../../shared/sources.ts'
import { logTold, type Told } from './changes.ts'
import { oneLine, webAddress } from './plain.ts'
import { type Checks, checksOf, verdict } from './verdict.ts'
import { partRead, type View, view } from './view.ts'
import { timeOf } from './when.ts'

const COLUMNS: [string, (claim: Claim, seen: View, checks: Checks) => string | number][] = [
  ['id', (claim) => claim.id],
  ['kind', (claim) => claim.kind],
  ['evidence type', (claim) => claim.evidenceType ?? ''],
  ['statement', (claim) => oneLine(claim.statement)],
  ['people', (claim) => claim.people],
  ['posts', (claim) => claim.posts],
  ['standing', (claim) => claim.standing.label],
  ['strength', (claim) => claim.standing.strength.toFixed(3)],
  ['no evidence', (claim) => (claim.standing.noEvidence ? 'yes' : 'no')],
  ['unanswered', (claim) => (claim.standing.unanswered ? 'yes' : 'no')],
  ['relation', (claim, seen) => relation(claim, seen)],
  ['to', (claim) => claim.place.parent ?? ''],
  ['known by', (claim, seen) => seen.placing(claim)?.basis ?? ''],
  ['confidence', (claim, seen) => seen.placing(claim)?.confidence ?? ''],
  ['sources', (claim) => claim.sourceUrls.flatMap((address) => webAddress(address) ?? []).join(' ')],
  [
    'sources checked',
    ({ sourceUrls }, _, checks) =>
      checks.size === 0 ? '' : sourceUrls.map((url) => verdict(checks.get(url), oneLine)).join(' | '),
  ],
  ['first said by', (claim, seen) => seen.post(claim.mentions[0]?.postId ?? '')?.author ?? ''],
  ['at', (claim, seen) => timeOf(seen.post(claim.mentions[0]?.postId ?? ''))],
  ['where', (claim, seen) => webAddress(seen.post(claim.mentions[0]?.postId ?? '')?.permalink ?? null) ?? ''],
  ['words', (claim, seen) => (claim.mentions[0] === undefined ? '' : oneLine(seen.words(claim.mentions[0])))],
]

/** What a row of the log has in the columns it fills. */
const LOG: Record<string, (entry: Told) => string> = {
  id: ({ id }) => id,
  kind: () => 'correction',
  statement: ({ what }) => oneLine(what),
  standing: ({ state }) => (state === '' ? 'applied' : oneLine(state)),
  'first said by': ({ by }) => oneLine(by),
  at: ({ at }) => at,
}

/** With a byte order mark, without which spreadsheets take the text for another encoding. */
export function csv(debate: Debate, sources: CheckedSource[] = []): string {
  const seen = view(debate)
  const checks = checksOf(sources)
  const rows = debate.claims.map((claim) => COLUMNS.map(([, value]) => cell(value(claim, seen, checks))))
  const log = logTold(seen).map((entry) => COLUMNS.map(([name]) => cell(LOG[name]?.(entry) ?? '')))
  const part = partRead(debate)
  const missing = part === '' ? [] : [COLUMNS.map(([name]) => cell({ kind: 'not read', statement: part }[name] ?? ''))]
  return `\ufeff${[COLUMNS.map(([name]) => cell(name)), ...rows, ...log, ...missing].map((row) => `${row.join(',')}\r\n`).join('')}`
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^\s*[=+\-@\t\r|%]/u.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

function relation(claim: Claim, seen: View): string {
  const { via, parent } = claim.place
  if (via === 'link') return seen.placing(claim)?.type ?? ''
  if (via === 'reply') return 'answers'
  if (via !== 'position') return ''
  const issue = seen.debate.issues.find(({ id }) => id === parent)
  return issue?.positions.find(({ claimId }) => claimId === claim.id)?.stance ?? 'position'
}
