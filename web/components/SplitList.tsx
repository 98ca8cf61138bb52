/** The posts a text was split into, each with what corrects it: join, part, name, title. */
import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import type { SplitThread } from '../../shared/split.ts'
import type { Post } from '../../shared/thread.ts'
import { answerTo, type Checked, entitle, joinAbove, linesOf, nameAuthor, splitAt } from '../state/split.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'

/** Posts shown before the rest is asked for, and with every further step. */
const STEP = 100

export function SplitList({ checked, change }: { checked: Checked; change: (next: Checked) => void }) {
  const { split } = words.value.reading
  const said = useSignal('')
  const focus = useSignal<string | null>(null)
  // Several lists may stand on the page, one for each file.
  const own = useId()
  useEffect(() => {
    if (focus.value !== null) document.getElementById(focus.value)?.focus()
    focus.value = null
  })

  const put = (at: number, thread: SplitThread, to: string | null, done: string): void => {
    if (to !== null) focus.value = to
    said.value = done === '' ? '' : `${done} ${words.value.posts(thread.posts.length)}.`
    change({ ...checked, changed: true, threads: checked.threads.map((each, nth) => (nth === at ? thread : each)) })
  }
  return (
    <div class="split-list">
      {checked.threads.map((thread, at) => (
        <SplitOne key={at} thread={thread} at={`${own}-${at}`} put={(next, to, done) => put(at, next, to, done)} />
      ))}
      <p class="split-said" role="status">
        {said.value === ''
          ? split.count(checked.threads.reduce((sum, { posts }) => sum + posts.length, 0))
          : said.value}
      </p>
    </div>
  )
}

type Put = (thread: SplitThread, focus: string | null, done: string) => void

function SplitOne({ thread, at, put }: { thread: SplitThread; at: string; put: Put }) {
  const shown = useSignal(STEP)
  const { split } = words.value.reading
  return (
    <>
      <label class="split-title">
        {split.title}
        <input
          class="field"
          id={`split-title-${at}`}
          value={thread.title}
          maxLength={500}
          onKeyDown={stayHere}
          onChange={(event) => put({ ...thread, title: event.currentTarget.value.trim() }, null, '')}
        />
      </label>
      <ol>
        {thread.posts.slice(0, shown.value).map((post, nth) => (
          <SplitPost key={post.id} thread={thread} post={post} nth={nth} at={at} put={put} />
        ))}
      </ol>
      {thread.posts.length > shown.value && (
        <button type="button" class="button small" onClick={() => (shown.value += STEP)}>
          {split.more(thread.posts.length - shown.value)}
        </button>
      )}
    </>
  )
}

function SplitPost({
  thread,
  post,
  nth,
  at,
  put,
}: {
  thread: SplitThread
  post: Post
  nth: number
  at: string
  put: Put
}) {
  const open = useSignal(false)
  const { split } = words.value.reading
  const idOf = (of: string): string => `split-${at}-${of}`
  const above = thread.posts[nth - 1]
  const lines = linesOf(post.text)
  return (
    <li>
      <div class="split-head">
        <span class="split-number" aria-hidden="true">
          {nth + 1}
        </span>
        <input
          class="field"
          aria-label={split.author(nth + 1)}
          placeholder={split.noName}
          value={post.author ?? ''}
          maxLength={200}
          onKeyDown={stayHere}
          onChange={(event) => put(nameAuthor(thread, post.id, event.currentTarget.value), null, '')}
        />
        {above !== undefined && (
          <button
            type="button"
            class="button small"
            aria-label={split.joinPost(nth + 1)}
            onClick={() => put(joinAbove(thread, post.id), idOf(above.id), split.joined)}
          >
            {split.join}
          </button>
        )}
      </div>
      <Answers thread={thread} post={post} nth={nth} put={put} />
      <button
        type="button"
        class="split-words"
        id={idOf(post.id)}
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name="chevron" />
        <span>{post.text === '' ? split.noWords : firstOf(post.text)}</span>
      </button>
      {open.value && (
        <ul class="split-lines">
          {lines.map((line, number) => (
            <li key={line.start}>
              <span class={line.end <= post.heading ? 'split-heading' : undefined}>
                {post.text.slice(line.start, line.end)}
              </span>
              <span class="split-actions">
                {number > 0 && (
                  <button
                    type="button"
                    class="button small"
                    aria-label={split.partLine(number + 1)}
                    onClick={() => {
                      const { thread: parted, made } = splitAt(thread, post.id, line.start)
                      if (made !== null) put(parted, idOf(made), split.parted)
                    }}
                  >
                    {split.part}
                  </button>
                )}
                <button
                  type="button"
                  class="button small"
                  aria-label={split.entitleLine(number + 1)}
                  onClick={() => put(entitle(thread, post.id, line), `split-title-${at}`, split.entitled)}
                >
                  {split.entitle}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Whom a post answers, by the number of that post; what can't be is not taken. */
function Answers({ thread, post, nth, put }: { thread: SplitThread; post: Post; nth: number; put: Put }) {
  const wrong = useSignal(false)
  const { split } = words.value.reading
  const place = thread.posts.findIndex(({ id }) => id === post.parentId)
  const parent = thread.posts[place]
  const take = (typed: string): void => {
    const next = typed.trim() === '' ? null : Number(typed) - 1
    const changed = next === place ? thread : answerTo(thread, post.id, next)
    wrong.value = changed === null
    if (changed !== null && changed !== thread) put(changed, null, split.placed)
  }
  return (
    <p class="split-answers">
      <label>
        {split.answers}
        <input
          class="field"
          inputMode="numeric"
          aria-label={split.answersPost(nth + 1)}
          aria-invalid={wrong.value}
          placeholder={split.nobody}
          value={place < 0 ? '' : String(place + 1)}
          onKeyDown={stayHere}
          onChange={(event) => take(event.currentTarget.value)}
        />
      </label>
      <span class={wrong.value ? 'note error' : 'note'} role={wrong.value ? 'alert' : undefined}>
        {wrong.value
          ? split.noSuchPost
          : parent === undefined
            ? ''
            : (parent.author ?? firstOf(parent.text).slice(0, 40))}
      </span>
    </p>
  )
}

/** Enter in a field takes what was typed; it does not send the form. */
function stayHere(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  event.target.dispatchEvent(new Event('change', { bubbles: true }))
}

function firstOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 140 ? line : `${line.slice(0, 139).replace(/[\uD800-\uDBFF]$/, '')}…`
}
