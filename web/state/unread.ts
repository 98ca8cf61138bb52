/** Posts that people took out of their fold and nobody has read by themselves yet. */
import type { Debate } from '../../shared/debate.ts'

/**
 * How many there are, and what reading them may cost at most in US dollars: for each as much as the dearest question that
 * read posts of this debate, and once more all the questions about the whole. Null where no price is known.
 */
export function unreadApart({ corrections, coverage, provenance }: Debate): { posts: number; cost: number | null } {
  const apart = new Set(
    corrections.flatMap(({ undone, change }) => (change.kind === 'unfold' && !undone ? [change.postId] : [])),
  )
  const posts = coverage.fates.filter(({ postId, fate }) => fate === 'failed' && apart.has(postId)).length
  const asked = provenance.asked.filter(({ cached }) => !cached)
  const reading = asked.filter(({ question }) => question === 'extract').map(({ cost }) => cost)
  if (reading.length === 0 || asked.some(({ cost }) => cost === null)) return { posts, cost: null }
  const whole = asked.reduce((sum, { question, cost }) => sum + (question === 'extract' ? 0 : (cost ?? 0)), 0)
  return { posts, cost: posts * Math.max(...reading.map((cost) => cost ?? 0)) + whole }
}
