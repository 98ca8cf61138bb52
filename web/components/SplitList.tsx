/** The posts a text was split into, each with what corrects it: join, part, leave out, name, title; and undoes it. */
import { useSignal } from '@preact/signals'
import { useCallback, useEffect, useId, useRef } from 'preact/hooks'
import type { LabelsAre, SplitThread } from '../../shared/split.ts'
import type { Post } from '../../shared/thread.ts'
import { answerTo, type Checked, entitle, joinAbove, leaveOut, linesOf, nameAuthor, splitAt } from '../state/split.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { Icon } from './Icon.tsx'
import { SplitLabels } from './SplitLabels.tsx'

/** Posts shown at once: every one has fields and buttons. A row stands on both of two neighbouring pages, so that it can be joined there. */
const SHOWN = 100
const STEP = SHOWN - 1
/** Corrections that can be undone, less one. */
const UNDONE = 99
/** Characters of a post that are looked through for its first line. */
const LOOKED_AT = 1000

/** One correction: the thread after it, what gets the focus, and what is said of it. */
interface Done {
  thread: SplitThread
  focus?: string
  said: string
}
/** The same function from render to render, so that rows nothing changed for are not rendered again. Null changes nothing. */
type Edit = (correct: (thread: SplitThread) => Done | null) => boolean

/** `read` splits the text again, with what its labels are; null where that fails. */
export function SplitList({
  checked,
  change,
  read,
}: {
  checked: Checked
  change: (next: Checked) => void
  read: (labels: LabelsAre) => Promise<SplitThread[] | null>
}) {
  const { split } = words.value.reading
  const said = useSignal('')
  const focus = useSignal<string | null>(null)
  const before = useSignal<Checked[]>([])
  // Several lists may stand on the page, one for each file.
  const own = useId()
  const latest = useRef({ checked, change })
  latest.current = { checked, change }
  useEffect(() => {
    if (focus.value !== null) document.getElementById(focus.value)?.focus()
    focus.value = null
  })

  const put = useCallback((at: number, correct: (thread: SplitThread) => Done | null): boolean => {
    const now = latest.current.checked
    const thread = now.threads[at]
    const done = thread === undefined ? null : correct(thread)
    if (done === null) return false
    if (done.focus !== undefined) focus.value = done.focus
    said.value = done.said === '' ? '' : `${done.said} ${words.value.posts(done.thread.posts.length)}.`
    before.value = [...before.value.slice(-UNDONE), now]
    const threads = now.threads.map((each, nth) => (nth === at ? done.thread : each))
    latest.current.change({ ...now, changed: true, threads })
    return true
  }, [])
  const relabel = async (at: number, are: LabelsAre): Promise<void> => {
    const again = (await read(are))?.[at]
    if (again !== undefined)
      put(at, () => ({ thread: again, said: are === 'writers' ? split.taken : split.leftLabels }))
  }
  const undo = (): void => {
    const last = before.value.at(-1)
    if (last === undefined) return
    before.value = before.value.slice(0, -1)
    said.value = split.undone
    change(last)
  }
  return (
    <div class="split-list">
      {checked.threads.map((thread, at) => (
        <SplitOne
          key={at}
          thread={thread}
          name={`${own}-${at}`}
          at={at}
          put={put}
          relabel={(are) => relabel(at, are)}
        />
      ))}
      <p class="split-bar">
        <button type="button" class="button small" aria-disabled={before.value.length === 0} onClick={undo}>
          <Icon name="undo" />
          {split.undo}
        </button>
        <span class="split-said" role="status">
          {said.value === ''
            ? split.count(checked.threads.reduce((sum, { posts }) => sum + posts.length, 0))
            : said.value}
        </span>
      </p>
    </div>
  )
}

function SplitOne({
  thread,
  name,
  at,
  put,
  relabel,
}: {
  thread: SplitThread
  name: string
  at: number
  put: (at: number, correct: (thread: SplitThread) => Done | null) => boolean
  relabel: (are: LabelsAre) => Promise<void>
}) {
  const page = useSignal(0)
  const turned = useSignal(false)
  const from = Math.min(page.value, Math.max(0, Math.ceil((thread.posts.length - SHOWN) / STEP))) * STEP
  const first = thread.posts[from]?.id ?? ''
  useEffect(() => {
    if (turned.value) document.getElementById(`split-${name}-${first}`)?.focus()
    turned.value = false
  })
  const turn = (by: number): void => {
    page.value = from / STEP + by
    turned.value = true
  }
  const { split } = words.value.reading
  const edit: Edit = useCallback((correct) => put(at, correct), [at, put])
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  return (
    <>
      {thread.notices.length > 0 && (
        <ul class="split-notices" aria-label={split.notices}>
          {thread.notices.map((notice) => (
            <li key={notice}>
              <Icon name="info" />
              <span>{told(notice)}</span>
            </li>
          ))}
        </ul>
      )}
      {thread.labels !== undefined && <SplitLabels labels={thread.labels} take={relabel} />}
      <label class="split-title">
        {split.title}
        <input
          class="field"
          id={`split-title-${name}`}
          value={thread.title}
          maxLength={500}
          onKeyDown={stayHere}
          onChange={(event) => {
            const title = event.currentTarget.value.trim()
            edit((now) => ({ thread: { ...now, title }, said: '' }))
          }}
        />
      </label>
      {from > 0 && (
        <button type="button" class="button small" onClick={() => turn(-1)}>
          {split.earlier(from)}
        </button>
      )}
      <ol key={from} start={from + 1}>
        {thread.posts.slice(from, from + SHOWN).map((post, row) => {
          const nth = from + row
          const place = post.parentId === null ? -1 : (places.get(post.parentId) ?? -1)
          const parent = thread.posts[place]
          return (
            <SplitPost
              key={post.id}
              post={post}
              nth={nth}
              of={name}
              above={row === 0 ? null : (thread.posts[nth - 1]?.id ?? null)}
              next={thread.posts[row + 1 < SHOWN ? nth + 1 : nth - 1]?.id ?? thread.posts[nth - 1]?.id ?? null}
              place={place}
              parent={parent === undefined ? '' : (parent.author ?? firstOf(parent.text).slice(0, 40))}
              edit={edit}
            />
          )
        })}
      </ol>
      {thread.posts.length > from + SHOWN && (
        <button type="button" class="button small" onClick={() => turn(1)}>
          {split.more(thread.posts.length - from - SHOWN)}
        </button>
      )}
    </>
  )
}

/** `above` and `next` are the posts that get the focus when this one is gone; `place` and `parent` tell whom it answers. */
function SplitPost({
  post,
  nth,
  of,
  above,
  next,
  place,
  parent,
  edit,
}: {
  post: Post
  nth: number
  of: string
  above: string | null
  next: string | null
  place: number
  parent: string
  edit: Edit
}) {
  const open = useSignal(false)
  const { split } = words.value.reading
  const idOf = (id: string): string => `split-${of}-${id}`
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
          onChange={(event) => {
            const name = event.currentTarget.value
            edit((now) => ({ thread: nameAuthor(now, post.id, name), said: '' }))
          }}
        />
        {above !== null && (
          <button
            type="button"
            class="button small"
            aria-label={split.joinPost(nth + 1)}
            onClick={() => edit((now) => ({ thread: joinAbove(now, post.id), focus: idOf(above), said: split.joined }))}
          >
            {split.join}
          </button>
        )}
        {next !== null && (
          <button
            type="button"
            class="button small"
            aria-label={split.leaveOutPost(nth + 1)}
            onClick={() => edit((now) => ({ thread: leaveOut(now, post.id), focus: idOf(next), said: split.leftOut }))}
          >
            {split.leaveOut}
          </button>
        )}
      </div>
      <Answers id={post.id} nth={nth} place={place} parent={parent} edit={edit} />
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
      {open.value && <Lines post={post} of={of} edit={edit} />}
    </li>
  )
}

/** The lines of a post, each of which may open a new one or be the title. */
function Lines({ post, of, edit }: { post: Post; of: string; edit: Edit }) {
  const { split } = words.value.reading
  return (
    <ul class="split-lines">
      {linesOf(post.text).map((line, number) => (
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
                onClick={() =>
                  edit((now) => {
                    const { thread, made } = splitAt(now, post.id, line.start)
                    return made === null ? null : { thread, focus: `split-${of}-${made}`, said: split.parted }
                  })
                }
              >
                {split.part}
              </button>
            )}
            <button
              type="button"
              class="button small"
              aria-label={split.entitleLine(number + 1)}
              onClick={() =>
                edit((now) => ({
                  thread: entitle(now, post.id, line),
                  focus: `split-title-${of}`,
                  said: split.entitled,
                }))
              }
            >
              {split.entitle}
            </button>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Whom a post answers, by the number of that post; what can't be is not taken. */
function Answers({
  id,
  nth,
  place,
  parent,
  edit,
}: {
  id: string
  nth: number
  place: number
  parent: string
  edit: Edit
}) {
  const wrong = useSignal(false)
  const { split } = words.value.reading
  const take = (typed: string): void => {
    const next = typed.trim() === '' ? null : Number(typed) - 1
    if (next === (place < 0 ? null : place)) wrong.value = false
    else {
      wrong.value = !edit((now) => {
        const thread = answerTo(now, id, next)
        return thread === null ? null : { thread, said: split.placed }
      })
    }
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
        {wrong.value ? split.noSuchPost : parent}
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
  const line = text.slice(0, LOOKED_AT).replace(/\s+/g, ' ').trim()
  return line.length <= 140 ? line : `${line.slice(0, 139).replace(/[\uD800-\uDBFF]$/, '')}…`
}
