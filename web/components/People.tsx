/** Who takes part: how much they say, what they take sides on, who answers whom. */
import type { Profile } from '../../shared/debate.ts'
import { debate } from '../state/debate.ts'
import { words } from '../text/index.ts'
import { PersonRow, type Told } from './PersonRow.tsx'

/** Which columns of `Told` there are. */
function toldOf(profiles: readonly Profile[]): Told {
  return {
    votes: profiles.some(({ voted }) => voted !== undefined),
    score: profiles.some(({ score }) => score !== undefined),
    asked: profiles.some(({ asked }) => asked !== undefined),
  }
}

export function People() {
  const shown = debate.value
  if (shown === null) return null
  const { people_: text } = words.value
  const people = [...shown.people].sort((a, b) => b.claims - a.claims || b.posts - a.posts)
  const profiles = new Map(shown.profiles.map((profile) => [profile.personId, profile]))
  const told = toldOf(shown.profiles)
  return (
    <section class="page wide-page">
      <h2 id="people">{text.title}</h2>
      <p class="lead">{text.lead}</p>
      <div class="table-scroll" tabIndex={0} role="region" aria-labelledby="people">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <Count label={text.posts} />
              <Count label={text.claims} />
              {told.score && <Count label={text.score} />}
              <th scope="col">{text.stances}</th>
              {told.votes && <th scope="col">{text.voted}</th>}
              <th scope="col">{text.answered}</th>
              <th scope="col">{text.answeredBy}</th>
              <th scope="col">{text.neverAnsweredBy}</th>
              <Count label={text.concessions} />
              <Count label={text.unanswered} />
              {told.asked && <Count label={text.asked} />}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} profile={profiles.get(person.id)} told={told} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Count({ label }: { label: string }) {
  return (
    <th scope="col" class="number">
      {label}
    </th>
  )
}
