/** One person in the table of people; what is counted opens to what it counts. */
import type { ComponentChildren } from 'preact'
import type { Person, Profile } from '../../shared/debate.ts'
import { NO_FILTER } from '../../shared/filter.ts'
import { gaveIn } from '../../shared/gave-in.ts'
import { debate, index } from '../state/debate.ts'
import { change } from '../state/route.ts'
import { words } from '../text/index.ts'
import { Face } from './Face.tsx'
import { Balance } from './Glyph.tsx'
import { here } from './links.ts'

/** Entries of one cell that are listed. */
const LISTED = 50
/** Names of one cell that are written out. */
const NAMED = 4

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
  const { people_: text, n } = words.value
  return (
    <tr>
      <th scope="row">
        <Name person={person} />
      </th>
      <td class="number">{n(person.posts)}</td>
      <td class="number">{n(person.claims)}</td>
      {told.score && <td class="number">{profile?.score === undefined ? '' : n(profile.score)}</td>}
      <td>
        <Positions profile={profile} />
      </td>
      {told.votes && (
        <td>
          <Votes profile={profile} />
        </td>
      )}
      <td>{names(profile?.answered)}</td>
      <td>{names(profile?.answeredBy)}</td>
      <td>{names(profile?.neverAnsweredBy)}</td>
      <td class="number">
        <GaveIn profile={profile} />
      </td>
      <td class="number">
        <Counted
          label={text.unanswered}
          items={(profile?.unanswered ?? []).map((id) => <ClaimAddress key={id} id={id} />)}
        />
      </td>
      {told.asked && (
        <td class="number">
          <Asked profile={profile} />
        </td>
      )}
    </tr>
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

/** How many there are of something, opening to what they are. */
function Counted({ label, face, items }: { label: string; face?: ComponentChildren; items: ComponentChildren[] }) {
  const { n } = words.value
  if (items.length === 0) return <>{n(0)}</>
  return (
    <details>
      <summary aria-label={face === undefined ? `${label}: ${n(items.length)}` : undefined}>
        {face ?? n(items.length)}
      </summary>
      <ul class="plain-list">
        {items.slice(0, LISTED).map((item, at) => (
          <li key={at}>{item}</li>
        ))}
        {items.length > LISTED && <li class="muted">+{n(items.length - LISTED)}</li>}
      </ul>
    </details>
  )
}

function ClaimAddress({ id }: { id: string }) {
  return <a href={here({ view: 'map', claim: id })}>{index.value.claims.get(id)?.statement ?? id}</a>
}

function PostAddress({ id }: { id: string }) {
  return (
    <a href={here({ view: 'thread', post: id })}>{words.value.inspector.post(index.value.posts.get(id)?.at ?? 0)}</a>
  )
}

/** The main points held, as a bar of sides; the side is that of the person on each point. */
function Positions({ profile }: { profile: Profile | undefined }) {
  const { people_: text, n, relations } = words.value
  const held = profile?.positions ?? []
  if (held.length === 0) return null
  const { pro, con } = sidesOf(held)
  const turned = new Set(profile?.changed.map(({ claimId }) => claimId))
  const sided = pro + con > 0
  return (
    <Counted
      label={text.stances}
      face={sided ? <Balance supports={pro} rebuts={con} undercuts={0} label={text.sides(pro, con)} /> : n(held.length)}
      items={held.map(({ claimId, attitude }) => (
        <>
          <span class="muted">{relations[attitude]}: </span>
          <ClaimAddress id={claimId} />
          {turned.has(claimId) && <span class="muted"> · {text.changed}</span>}
        </>
      ))}
    />
  )
}

/** The sides the site itself records of their posts. */
function Votes({ profile }: { profile: Profile | undefined }) {
  const { people_: text } = words.value
  const voted = profile?.voted ?? []
  if (voted.length === 0) return null
  const count = (side: string): number => voted.filter(({ stance }) => stance === side).length
  return (
    <Counted
      label={text.voted}
      face={text.votes(count('pro'), count('con'), count('neutral'))}
      items={voted.map(({ postId, stance }) => (
        <>
          <span class="muted">{text.side[stance]}: </span>
          <PostAddress id={postId} />
        </>
      ))}
    />
  )
}

/** How often somebody gave in, opening to the very words. */
function GaveIn({ profile }: { profile: Profile | undefined }) {
  const { people_: text } = words.value
  return (
    <Counted
      label={text.concessions}
      items={gaveIn(profile, debate.value?.concessions ?? []).map(({ postId, start, end, changed }) => (
        <>
          <q>{index.value.posts.get(postId)?.post.text.slice(start, end)}</q> <PostAddress id={postId} />
          {changed && <span class="muted"> · {text.changed}</span>}
        </>
      ))}
    />
  )
}

/** Questions put to somebody that nobody answered, in the words they were put in. */
function Asked({ profile }: { profile: Profile | undefined }) {
  const asked = new Set(profile?.asked)
  return (
    <Counted
      label={words.value.people_.asked}
      items={(debate.value?.questions ?? [])
        .filter(({ id }) => asked.has(id))
        .map(({ statement, mention }) => (
          <>
            {nameOf(index.value.people.get(mention.personId))}: <q>{statement}</q> <PostAddress id={mention.postId} />
          </>
        ))}
    />
  )
}

/** Main points held for and against the question: to reject a point for is to speak against, and the other way round. */
function sidesOf(held: Profile['positions']): { pro: number; con: number } {
  const stances = new Map(
    debate.value?.issues.flatMap((issue) => issue.positions.map(({ claimId, stance }) => [claimId, stance] as const)),
  )
  let pro = 0
  let con = 0
  for (const { claimId, attitude } of held) {
    const stance = stances.get(claimId) ?? null
    if (stance !== null && stance === attitude) pro += 1
    else if (stance !== null) con += 1
  }
  return { pro, con }
}

function nameOf(person: Person | undefined): string {
  return person?.name ?? words.value.nobody
}

function names(ids: string[] | undefined): string {
  if (ids === undefined || ids.length === 0) return ''
  const shown = ids.slice(0, NAMED).map((id) => nameOf(index.value.people.get(id)))
  return ids.length > NAMED ? `${shown.join(', ')} +${ids.length - NAMED}` : shown.join(', ')
}
