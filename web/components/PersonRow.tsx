/** One person in the table of people; what is counted opens, below the row, to what it counts. */
import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { Person, Profile } from '../../shared/debate.ts'
import { NO_FILTER } from '../../shared/filter.ts'
import { index } from '../state/debate.ts'
import { change } from '../state/route.ts'
import { words } from '../text/index.ts'
import { Face } from './Face.tsx'
import { nameOf, type Part, type PartName, partsOf } from './PersonParts.tsx'

/** Entries of one cell that are listed. */
const LISTED = 50
/** Names of one cell that are written out. */
const NAMED = 4
/** Columns there always are. */
const COLUMNS = 9

/** What some sites record and others do not; told of nobody, it is no column. */
export interface Told {
  votes: boolean
  score: boolean
  asked: boolean
}

interface Row {
  person: Person
  profile: Profile | undefined
  told: Told
}

export function PersonRow({ person, profile, told }: Row) {
  const open = useSignal<PartName | null>(null)
  const opened = useId()
  const { n } = words.value
  const parts = partsOf(profile)
  const cell = (name: PartName) => (
    <Counted
      part={parts[name]}
      open={open.value === name}
      opens={opened}
      press={() => (open.value = open.value === name ? null : name)}
    />
  )
  return (
    <>
      <tr>
        <th scope="row">
          <Name person={person} />
        </th>
        <td class="number">{n(person.posts)}</td>
        <td class="number">{n(person.claims)}</td>
        {told.score && <td class="number">{profile?.score === undefined ? '' : n(profile.score)}</td>}
        <td>{parts.positions.count > 0 && cell('positions')}</td>
        {told.votes && <td>{parts.voted.count > 0 && cell('voted')}</td>}
        <td>{names(profile?.answered)}</td>
        <td>{names(profile?.answeredBy)}</td>
        <td>{names(profile?.neverAnsweredBy)}</td>
        <td class="number">{cell('gaveIn')}</td>
        <td class="number">{cell('unanswered')}</td>
        {told.asked && <td class="number">{cell('asked')}</td>}
      </tr>
      {open.value !== null && (
        <tr class="opened" id={opened}>
          <td colSpan={COLUMNS + Object.values(told).filter(Boolean).length}>
            <Entries part={parts[open.value]} />
          </td>
        </tr>
      )}
    </>
  )
}

function Name({ person }: { person: Person }) {
  const name = nameOf(person)
  return (
    <>
      <Face name={person.name} />
      {person.claims > 0 ? (
        <button
          type="button"
          class="claim-link"
          title={words.value.people_.show(name)}
          onClick={() => change({ view: 'map', filter: { ...NO_FILTER, person: person.id } })}
        >
          {name}
        </button>
      ) : (
        name
      )}
    </>
  )
}

interface Opening {
  part: Part
  open: boolean
  /** Id of the row it opens. */
  opens: string
  press: () => void
}

/** How many there are of something; pressed, what they are stands below the row. */
function Counted({ part: { label, count, told, face }, open, opens, press }: Opening) {
  const { n } = words.value
  if (count === 0) return <>{n(0)}</>
  return (
    <button
      type="button"
      class="counted"
      aria-expanded={open}
      aria-controls={open ? opens : undefined}
      aria-label={`${label}: ${told ?? n(count)}`}
      onClick={press}
    >
      {face}
      {typeof face !== 'string' && n(count)}
    </button>
  )
}

function Entries({ part }: { part: Part }) {
  const items = part.items()
  return (
    <section>
      <h3>{part.label}</h3>
      <ul>
        {items.slice(0, LISTED).map((item, at) => (
          <li key={at}>{item}</li>
        ))}
        {items.length > LISTED && <li class="muted">+{words.value.n(items.length - LISTED)}</li>}
      </ul>
    </section>
  )
}

function names(ids: string[] | undefined): string {
  if (ids === undefined || ids.length === 0) return ''
  const shown = ids.slice(0, NAMED).map((id) => nameOf(index.value.people.get(id)))
  return ids.length > NAMED ? `${shown.join(', ')} +${ids.length - NAMED}` : shown.join(', ')
}
