/** When a post was written: exact, roughly, or not told. */
import type { Post } from '../../shared/thread.ts'
import { exactTime, roughTime, shortTime, words } from '../text/index.ts'

export function PostTime({ post, class: name }: { post: Post; class?: string }) {
  const { time } = words.value
  if (post.createdAt !== null)
    return (
      <time class={name} dateTime={post.createdAt} title={exactTime(post.createdAt)}>
        {shortTime(post.createdAt)}
      </time>
    )
  if (post.createdAbout === undefined) return <span class={name}>{time.unknown}</span>
  return (
    <span class={name} title={time.aboutWhy}>
      {time.about(roughTime(post.createdAbout))}
    </span>
  )
}
