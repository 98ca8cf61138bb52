/** What others did about people, besides answering: questions put to them, and the sides and scores a site records. */
import type { Debate, Profile, Question } from '../../shared/debate.ts'
import type { Post } from '../../shared/thread.ts'

/** Posts with the ids of the people who wrote them. */
type Written = readonly (readonly [Post, string])[]

/**
 * By person, the questions put to them that nobody answered: asked by somebody else in an answer to their post, or below
 * words quoted from it. A question whose post they answer in turn is not among them, whatever they say there.
 */
export function unansweredQuestions({ questions }: Debate, written: Written): Map<string, { asked: string[] }> {
  const posts = new Map(written.map(([post]) => [post.id, post]))
  const writers = new Map(written.map(([post, id]) => [post.id, id]))
  const answers = new Set(written.flatMap(([post, id]) => answeredPosts(post).map((to) => `${to}\n${id}`)))
  const found = new Map<string, { asked: string[] }>()
  for (const question of questions) {
    if (question.answeredBy.length > 0) continue
    const asked = writers.get(putTo(question, posts) ?? '')
    const { postId, personId } = question.mention
    if (asked === undefined || asked === personId || answers.has(`${postId}\n${asked}`)) continue
    const known = found.get(asked)
    if (known === undefined) found.set(asked, { asked: [question.id] })
    else known.asked.push(question.id)
  }
  return found
}

/** The post whose words stand last above the question, or else the one its post answers. */
function putTo({ mention }: Question, posts: ReadonlyMap<string, Post>): string | null {
  const post = posts.get(mention.postId)
  const above = post?.quotes.filter(({ of, end }) => of !== null && end <= mention.start).sort((a, b) => b.end - a.end)
  return above?.[0]?.of?.postId ?? post?.parentId ?? null
}

/** What a post says it answers: its parent, and the posts it quotes. */
export function answeredPosts({ parentId, quotes }: Post): string[] {
  return [parentId, ...quotes.map((quote) => quote.of?.postId)].filter((id) => typeof id === 'string')
}

/** By person, the sides the site records of their posts, and the sum of the scores it shows. */
export function recorded(written: Written): Map<string, Pick<Profile, 'voted' | 'score'>> {
  const found = new Map<string, Pick<Profile, 'voted' | 'score'>>()
  for (const [{ id: postId, stance, score }, person] of written) {
    if (stance === null && score === null) continue
    const known = found.get(person) ?? {}
    if (stance !== null) (known.voted ??= []).push({ postId, stance })
    if (score !== null) known.score = (known.score ?? 0) + score
    found.set(person, known)
  }
  return found
}
