/** Who took part, as a section of the Markdown summary: one row a person. */
import type { Person, Profile } from '../../shared/debate.ts'
import { gaveIn } from '../../shared/gave-in.ts'
import { escape, paragraphs, rest, section, table } from './markdown-text.ts'
import type { View } from './view.ts'

const MOST = { people: 20, positions: 3, names: 3 }

interface Column {
  title: string
  /** A column that would be empty for everybody is left out. */
  value: (profile: Profile | undefined, person: Person) => string
}

/** Those with most claims first; who has nothing on the map is left out. */
export function people(seen: View): string {
  const { debate } = seen
  const profiles = new Map(debate.profiles.map((profile) => [profile.personId, profile]))
  const ranked = debate.people.filter((person) => person.claims > 0).sort((a, b) => b.claims - a.claims)
  if (ranked.length === 0) return ''
  const shown = ranked.slice(0, MOST.people)
  const columns = columnsOf(seen).filter(({ value }) =>
    shown.some((person) => !['', '0'].includes(value(profiles.get(person.id), person))),
  )
  const rows = shown.map((person) => columns.map(({ value }) => value(profiles.get(person.id), person)))
  const titles = columns.map(({ title }) => title)
  return section('Who', paragraphs([table(titles, rows), rest(ranked.length, MOST.people)]))
}

function columnsOf(seen: View): Column[] {
  const { concessions, people } = seen.debate
  const named = new Map(people.map(({ id, name }) => [id, name]))
  const listed = (ids: readonly string[]): string => {
    const names = ids.slice(0, MOST.names).map((id) => escape(named.get(id) ?? 'somebody unnamed'))
    return ids.length > MOST.names ? `${names.join(', ')} and ${ids.length - MOST.names} more` : names.join(', ')
  }
  return [
    { title: 'Person', value: (_, { name, site }) => escape(name ?? `unnamed (${site})`) },
    { title: 'Posts', value: (_, { posts }) => String(posts) },
    { title: 'Claims', value: (_, { claims }) => String(claims) },
    { title: 'Positions', value: (profile) => positions(profile, seen) },
    { title: 'Recorded sides', value: (profile) => sides(profile) },
    { title: 'Score of their posts', value: (profile) => String(profile?.score ?? '') },
    { title: 'Gave in', value: (profile) => gave(gaveIn(profile, concessions)) },
    { title: 'Answered by', value: (profile) => listed(profile?.answeredBy ?? []) },
    { title: 'Never answered by', value: (profile) => listed(profile?.neverAnsweredBy ?? []) },
    { title: 'Asked, without an answer', value: (profile) => String(profile?.asked?.length ?? 0) },
  ]
}

function positions(profile: Profile | undefined, seen: View): string {
  const turned = new Set(profile?.changed.map(({ claimId }) => claimId))
  return (profile?.positions ?? [])
    .slice(0, MOST.positions)
    .map(({ claimId, attitude }) => {
      const later = turned.has(claimId) ? `, later ${attitude === 'for' ? 'against' : 'for'} it` : ''
      return `${attitude} “${escape(seen.claim(claimId)?.headline ?? '')}”${later}`
    })
    .join('; ')
}

function sides(profile: Profile | undefined): string {
  const count = (side: string): number => (profile?.voted ?? []).filter(({ stance }) => stance === side).length
  return [
    [count('pro'), 'for'],
    [count('con'), 'against'],
    [count('neutral'), 'neither'],
  ]
    .flatMap(([number, side]) => (number === 0 ? [] : [`${number} ${side}`]))
    .join(', ')
}

function gave(said: Profile['yielded']): string {
  const turned = said.filter(({ changed }) => changed).length
  return turned === 0 ? String(said.length) : `${said.length}, ${turned} of them a change of mind`
}
