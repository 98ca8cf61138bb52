/** The posts in order; every claim's words are a link to the claim, and the claim's own words stand out. */
import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { debate, index } from '../state/debate.ts'
import { type PostEntry, postEntries, postMarks } from '../state/posts.ts'
import { route } from '../state/route.ts'
import { claim } from '../state/view.ts'
import { words } from '../text/index.ts'
import { isLost } from './focus.ts'
import { PostView } from './PostView.tsx'
import { ReadAgain, ReadMore } from './ReadAgain.tsx'

/** Posts mounted at a time; more come as one scrolls. */
const PAGE = 60

export function Thread() {
  const { thread, loading } = words.value
  const scroll = useRef<HTMLDivElement>(null)
  const entries = debate.value === null ? [] : postEntries(debate.value)
  const marks = debate.value === null ? new Map() : postMarks(debate.value)
  const wanted = wantedPost()
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.post.id === wanted),
  )
  const from = useSignal(Math.max(0, at - 10))
  const to = useSignal(at + PAGE)

  useEffect(() => {
    if (at >= from.value && at < to.value) return
    from.value = Math.max(0, at - 10)
    to.value = at + PAGE
  }, [at])
  useLayoutEffect(() => {
    if (wanted === null) return
    const post = document.getElementById(`post-${wanted}`)
    const target = post?.querySelector('.said-here.chosen') ?? post
    target?.scrollIntoView({ block: 'center' })
    if (route.value.screen === 'debate' && route.value.post !== null && (isLost() || ledHere(post)))
      post?.focus({ preventScroll: true })
  }, [wanted, claim.value?.id, from.value])

  if (debate.value === null) return <div class="thread" role="status" aria-label={loading} />
  const shown = entries.slice(from.value, to.value)
  return (
    <section class="thread" ref={scroll} aria-label={thread.label}>
      <div class="thread-posts">
        {from.value > 0 && (
          <button type="button" class="button" onClick={() => (from.value = Math.max(0, from.value - PAGE))}>
            {thread.earlier}
          </button>
        )}
        {shown.map((entry: PostEntry) => (
          <PostView
            key={entry.post.id}
            entry={entry}
            marks={marks.get(entry.post.id) ?? []}
            wanted={entry.post.id === wanted}
          />
        ))}
        {to.value < entries.length && (
          <button type="button" class="button" onClick={() => (to.value += PAGE)}>
            {thread.later}
          </button>
        )}
        {to.value >= entries.length && <ReadMore />}
        {to.value >= entries.length && shown.some(({ thread: { url } }) => url !== null) && <ReadAgain />}
      </div>
    </section>
  )
}

/** Whether a link to it, from elsewhere, was pressed. */
function ledHere(post: HTMLElement | null): boolean {
  const pressed = document.activeElement
  return pressed?.getAttribute('href') === location.hash && post?.contains(pressed) === false
}

/** The post asked for, else the first that says the claim in hand. */
function wantedPost(): string | null {
  const asked = route.value.screen === 'debate' ? route.value.post : null
  if (asked !== null && index.value.posts.has(asked)) return asked
  const chosen = route.value.screen === 'debate' ? route.value.claim : null
  return chosen === null ? null : (index.value.claims.get(chosen)?.mentions[0]?.postId ?? null)
}
