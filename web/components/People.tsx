/** Who takes part: how much they say, what they take sides on, who answers whom. */
import { NO_FILTER } from '../../shared/filter.ts'
import type { Person, Profile } from '../../shared/debate.ts'
import { debate, index } from '../state/debate.ts'
import { change } from '../state/route.ts'
import { gaveIn } from '../state/gave-in.ts'
import { words } from '../text/index.ts'
import { Balance } from './Glyph.tsx'
import { Face } from './Face.tsx'
import { here } from './links.ts'

export function People() {
  const shown = debate.value
  if (shown === null) return null
  const { people_: text } = words.value
  const people = [...shown.people].sort((a, b) => b.claims - a.claims || b.posts - a.posts)
  return (
    <section class="page wide-page">
      <h2 id="people">{text.title}</h2>
      <p class="lead">{text.lead}</p>
      <div class="table-scroll" tabIndex={0} role="region" aria-labelledby="people">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col" class="number">
                {text.posts}
              </th>
              <th scope="col" class="number">
                {text.claims}
              </th>
              <th scope="col">{text.stances}</th>
              <th scope="col">{text.answered}</th>
              <th scope="col">{text.answeredBy}</th>
              <th scope="col">{text.neverAnsweredBy}</th>
              <th scope="col" class="number">
                {text.concessions}
              </th>
              <th scope="col" class="number">
                {text.unanswered}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function PersonRow({ person }: { person: Person }) {
  const { people_: text, n } = words.value
  const profile = debate.value?.profiles.find((known) => known.personId === person.id)
  const name = nameOf(person)
  const { pro, con } = sidesOf(profile)
  return (
    <tr>
      <th scope="row">
        <Face name={person.name} />
        {person.claims > 0 ? (
          <button
            type="button"
            class="claim-link"
            title={text.show(name)}
            onClick={() => change({ view: 'map', filter: { ...NO_FILTER, person: person.id } })}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      <td class="number">{n(person.posts)}</td>
      <td class="number">{n(person.claims)}</td>
      <td>
        <Balance supports={pro} rebuts={con} undercuts={0} label={text.sides(pro, con)} />
      </td>
      <td>{names(profile?.answered)}</td>
      <td>{names(profile?.answeredBy)}</td>
      <td>{names(profile?.neverAnsweredBy)}</td>
      <td class="number">
        <GaveIn profile={profile} />
      </td>
      <td class="number">{n(profile?.unanswered.length ?? 0)}</td>
    </tr>
  )
}

/** How often somebody gave in, opening to the very words. */
function GaveIn({ profile }: { profile: Profile | undefined }) {
  const { people_: text, inspector, n } = words.value
  const said = gaveIn(profile, debate.value?.concessions ?? [])
  if (said.length === 0) return <>{n(0)}</>
  return (
    <details>
      <summary aria-label={`${text.concessions}: ${n(said.length)}`}>{n(said.length)}</summary>
      <ul class="plain-list">
        {said.map(({ postId, start, end, changed }) => {
          const placed = index.value.posts.get(postId)
          return (
            <li key={`${postId} ${start}`}>
              <q>{placed?.post.text.slice(start, end)}</q>{' '}
              <a href={here({ view: 'thread', post: postId })}>{inspector.post(placed?.at ?? 0)}</a>
              {changed && <span class="muted"> · {text.changed}</span>}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** Main points held for and against the question: to reject a point for is to speak against, and the other way round. */
function sidesOf(profile: Profile | undefined): { pro: number; con: number } {
  const stances = new Map(
    debate.value?.issues.flatMap((issue) => issue.positions.map(({ claimId, stance }) => [claimId, stance] as const)),
  )
  let pro = 0
  let con = 0
  for (const { claimId, attitude } of profile?.positions ?? []) {
    const stance = stances.get(claimId) ?? null
    if (stance !== null && stance === attitude) pro += 1
    else if (stance !== null) con += 1
  }
  return { pro, con }
}

function nameOf(person: Person | undefined): string {
  return person?.name ?? words.value.nobody
}

const NAMED = 4

function names(ids: string[] | undefined): string {
  if (ids === undefined || ids.length === 0) return ''
  const shown = ids.slice(0, NAMED).map((id) => nameOf(index.value.people.get(id)))
  return ids.length > NAMED ? `${shown.join(', ')} +${ids.length - NAMED}` : shown.join(', ')
}
