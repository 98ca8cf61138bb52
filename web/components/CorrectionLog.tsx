/** What people changed on this map, each with its way back. */
import { debate, index } from '../state/debate.ts'
import { takeBack } from '../state/corrections.ts'
import type { Change } from '../../shared/corrections.ts'
import { exactTime, relativeTime, words } from '../text/index.ts'
import { told } from '../text/told.ts'

export function CorrectionLog() {
  const log = debate.value?.corrections ?? []
  if (log.length === 0) return null
  const { correct: text, undo } = words.value
  const lost = new Map(debate.value?.notApplied.map((one) => [one.id, one.why]))
  return (
    <>
      <h3>{text.log}</h3>
      <ul class="plain-list log">
        {log.map((correction) => (
          <li key={correction.id}>
            <span class={correction.undone ? 'undone' : undefined}>{text.done[correction.change.kind]}</span>{' '}
            <Of change={correction.change} /> <Became change={correction.change} />{' '}
            {correction.by !== null && <span>{text.by(correction.by)}</span>}{' '}
            <time class="muted" dateTime={correction.at} title={exactTime(correction.at)}>
              {relativeTime(correction.at)}
            </time>{' '}
            {lost.has(correction.id) && <span class="lost">{text.lost(told(lost.get(correction.id) ?? ''))}</span>}
            <button
              type="button"
              class="button small"
              aria-label={`${correction.undone ? undo.redo : undo.undo}: ${text.done[correction.change.kind]}, ${relativeTime(correction.at)}`}
              onClick={() => void takeBack(correction.id, !correction.undone)}
            >
              {correction.undone ? undo.redo : undo.undo}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was corrected, where that is on the map still. */
function Of({ change }: { change: Change }) {
  const claim =
    change.kind === 'merge'
      ? change.into
      : change.kind === 'relink'
        ? change.from
        : 'claim' in change
          ? change.claim
          : null
  const own = change.kind === 'add' || change.kind === 'restate' ? change.statement : undefined
  const statement = own ?? statementOf(claim?.id)
  return statement === undefined ? null : <q>{statement}</q>
}

/** What its kind or relation became. */
function Became({ change }: { change: Change }) {
  const { correct: text, evidence, evidenceUntyped, relations } = words.value
  if (change.kind === 'retype') {
    const type = change.evidenceType === null ? evidenceUntyped : evidence[change.evidenceType]
    return <>→ {change.to === 'claim' ? text.claim : type}</>
  }
  if (change.kind !== 'relink') return null
  if (change.now === null) return <>→ {text.noLink}</>
  const to = statementOf(change.now.to.id)
  return (
    <>
      → {relations[change.now.type]} {to !== undefined && <q>{to}</q>}
    </>
  )
}

function statementOf(id: string | undefined): string | undefined {
  return index.value.claims.get(id ?? '')?.statement
}
