/** Every post with what became of it and why; one kind at a time when asked. */
import { useSignal } from '@preact/signals'
import type { ProblemReply } from '../../shared/api.ts'
import type { Fate } from '../../shared/findings.ts'
import { readOf } from '../../shared/read-of.ts'
import { debate, index, retry } from '../state/debate.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { here } from './links.ts'

const FATES: readonly Fate['fate'][] = ['mapped', 'repeat', 'no argument', 'declined', 'failed']

/** Posts listed until more are asked for. */
const PAGE = 50

export function PostFates() {
  const chosen = useSignal<Fate['fate'] | null>(null)
  const listed = useSignal(PAGE)
  const fates = debate.value?.coverage.fates ?? []
  const { coverage: text, n, map, filters } = words.value
  const shown = chosen.value === null ? fates : fates.filter((fate) => fate.fate === chosen.value)
  const choose = (fate: Fate['fate'] | null): void => {
    chosen.value = fate
    listed.value = PAGE
  }
  return (
    <>
      <div class="fates" role="group" aria-label={text.everyPost}>
        <Choice
          on={chosen.value === null}
          label={filters.all}
          count={fates.length}
          of={fates.length}
          press={() => choose(null)}
        />
        {FATES.map((fate) => {
          const count = fates.filter((known) => known.fate === fate).length
          return count === 0 ? null : (
            <Choice
              key={fate}
              kind={fate}
              on={chosen.value === fate}
              label={text.fates[fate]}
              count={count}
              of={fates.length}
              press={() => choose(fate)}
            />
          )
        })}
      </div>
      {fates.some((fate) => isLeft(fate, debate.value?.provenance.analyser === 'model')) && <TryAgain />}
      <h3>{text.everyPost}</h3>
      <ol class="post-fates">
        {shown.slice(0, listed.value).map((fate) => (
          <PostFate key={fate.postId} fate={fate} />
        ))}
      </ol>
      {shown.length > listed.value && (
        <button type="button" class="button" onClick={() => (listed.value += 4 * PAGE)}>
          {map.showMore(shown.length - listed.value)}
        </button>
      )}
      <p class="unseen" role="status">
        {n(shown.length)}
      </p>
    </>
  )
}

/** Whether trying again may tell more of a post: what the built-in analyser itself can't read stays so. */
function isLeft(fate: Fate, byModel: boolean): boolean {
  return byModel ? readOf(fate) !== 'whole' : fate.fate === 'failed' && fate.by !== 'embedded'
}

interface ChoiceProps {
  kind?: Fate['fate']
  on: boolean
  label: string
  count: number
  of: number
  press: () => void
}

function Choice({ kind, on, label, count, of, press }: ChoiceProps) {
  return (
    <button type="button" class={`fate ${kind?.replace(' ', '-') ?? ''}`} aria-pressed={on} onClick={press}>
      <span>{label}</span>
      <b>{words.value.n(count)}</b>
      <i class="meter" aria-hidden="true">
        <i style={{ width: `${(count / Math.max(1, of)) * 100}%` }} />
      </i>
    </button>
  )
}

function PostFate({ fate }: { fate: Fate }) {
  const { inspector, nobody, coverage: text } = words.value
  const placed = index.value.posts.get(fate.postId)
  const of = fate.of === null ? undefined : index.value.posts.get(fate.of)
  return (
    <li class={fate.fate.replace(' ', '-')}>
      <a href={here({ view: 'thread', post: fate.postId })}>{inspector.post(placed?.at ?? 0)}</a>
      <span>{placed?.post.author ?? nobody}</span>
      <span>
        {text.fate[fate.fate]}
        {of !== undefined && (
          <>
            {' '}
            <a href={here({ view: 'thread', post: of.post.id })}>{inspector.post(of.at)}</a>
          </>
        )}
      </span>
      <span class="muted">{told(fate.why)}</span>
    </li>
  )
}

function TryAgain() {
  const refused = useSignal<ProblemReply | null>(null)
  const { partial } = words.value
  return (
    <p class="actions">
      <button
        type="button"
        class="button primary"
        onClick={() => void retry('same').then((problem) => (refused.value = problem))}
      >
        {partial.again}
      </button>
      {refused.value !== null && (
        <span class="note error" role="alert">
          {refused.value.detail} {refused.value.remedy}
        </span>
      )}
    </p>
  )
}
