/** Where somebody gave in. */
import type { Concession, Profile } from './debate.ts'

/** A person's concessions and the sentences in which they say so themselves, each place once. */
export function gaveIn(profile: Profile | undefined, concessions: readonly Concession[]): Profile['yielded'] {
  if (profile === undefined) return []
  const { personId, yielded } = profile
  const more = concessions.flatMap(({ mention: { postId, start, end, personId: by } }) => {
    const told = yielded.some((one) => one.postId === postId && one.start < end && start < one.end)
    return by !== personId || told ? [] : [{ postId, start, end, changed: false }]
  })
  return [...yielded, ...more]
}
