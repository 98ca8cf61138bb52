/** A debate as a card of the library: title, size, age, how it is made up. */
import type { DebateEntry } from '../../shared/api.ts'
import { exactTime, relativeTime, words } from '../text/index.ts'
import { Balance } from './Glyph.tsx'
import { debateAddress } from './links.ts'

export function EntryCard({ entry }: { entry: DebateEntry }) {
  const { claims, people, status } = words.value
  return (
    <a class="entry" href={debateAddress(entry.id)}>
      <strong>{entry.title}</strong>
      <small>
        {entry.status === 'done' ? `${claims(entry.claims)}, ${people(entry.people)}` : status[entry.status]}
        {', '}
        <time dateTime={entry.createdAt} title={exactTime(entry.createdAt)}>
          {relativeTime(entry.createdAt)}
        </time>
      </small>
      <Balance supports={entry.supports} rebuts={entry.rebuts} undercuts={entry.undercuts} />
    </a>
  )
}
