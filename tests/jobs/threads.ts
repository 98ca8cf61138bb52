/** A thread too large to be analysed in an instant. */

const SUBJECTS = ['Trams', 'Buses', 'Bikes', 'Cars', 'Trains', 'Ferries', 'Roads', 'Markets', 'Shops', 'Schools']
const VERBS = ['are better for the town', 'cost too much', 'make streets louder', 'should be free', 'need more staff']
const REASONS = ['they run every day', 'nobody pays for them', 'the winters are long', 'prices rose by 12%']

const pick = (list: string[], n: number): string => list[n % list.length] as string

/** Pasted text of that many posts by 100 people, no two alike. */
export function longThread(posts: number): string {
  return Array.from({ length: posts }, (_, n) => {
    const claim = `${pick(SUBJECTS, n)} of line ${n} ${pick(VERBS, n * 7)} because ${pick(REASONS, n * 3)}`
    const other = `${pick(SUBJECTS, n * 3 + 1)} ${pick(VERBS, n * 5 + 2)}, I think`
    return `Person${n % 100}: ${claim}. ${other}.`
  }).join('\n\n')
}
