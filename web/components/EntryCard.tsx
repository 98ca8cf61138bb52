/** A debate as a card of the library: title, size, age, how it is made up; of one that ended badly, why and what to do. */
import type { DebateEntry } from '../../shared/api.ts'
import { exactTime, relativeTime, words } from '../text/index.ts'
import { toldProblem } from '../text/told.ts'
import { Balance } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { debateAddress } from './links.ts'

export function EntryCard({ entry }: { entry: DebateEntry }) {
  const { claims, people, status } = words.value
  const size = entry.claims > 0 ? [claims(entry.claims), ...(entry.people > 0 ? [people(entry.people)] : [])] : []
  const state = entry.status === 'done' ? (size.length > 0 ? [] : [claims(0)]) : [status[entry.status]]
  return (
    <a class={`entry ${entry.status}`} href={debateAddress(entry.id)}>
      <strong>{entry.title}</strong>
      <small>
        {[...state, ...size].join(', ')}
        {', '}
        <time dateTime={entry.createdAt} title={exactTime(entry.createdAt)}>
          {relativeTime(entry.createdAt)}
        </time>
      </small>
      <Wrong entry={entry} />
      <Balance supports={entry.supports} rebuts={entry.rebuts} undercuts={entry.undercuts} />
    </a>
  )
}

/** Why it failed or is not whole, and the next step; that a person stopped it needs no reason. */
function Wrong({ entry }: { entry: DebateEntry }) {
  if (entry.problem === null || entry.problem.code === 'cancelled') return null
  const { title, remedy } = toldProblem(entry.problem)
  return (
    <span class="entry-problem">
      <Icon name="warning" />
      <span>
        <b>{title}.</b> {remedy}
      </span>
    </span>
  )
}
