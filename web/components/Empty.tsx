/** A thread in which nothing was found, with the likely reason. */
import { debate } from '../state/debate.ts'
import { words } from '../text/index.ts'
import { here, START } from './links.ts'

/** Text of this many characters is too short to hold a discussion. */
const SHORT = 600

export function Empty() {
  const { empty, error } = words.value
  const posts = debate.value?.threads.flatMap((thread) => thread.posts) ?? []
  const length = posts.reduce((sum, post) => sum + post.text.length, 0)
  const voices = debate.value?.people.length ?? 0
  return (
    <div class="page empty">
      <h2>{empty.title(posts.length)}</h2>
      <p class="lead">{length < SHORT ? empty.short : voices <= 1 ? empty.oneVoice : empty.other}</p>
      <p class="actions">
        <a class="button primary" href={here({ view: 'thread' })}>
          {empty.thread}
        </a>
        <a class="button" href={START}>
          {error.start}
        </a>
      </p>
    </div>
  )
}
