/** Other debates of the library about the same page, to open or to make one debate of. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { DebateEntry, ProblemReply } from '../../shared/api.ts'
import { combineDebates, getRelated } from '../api.ts'
import { debate, running } from '../state/debate.ts'
import { debateRoute, go } from '../state/route.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'

export function RelatedDebates() {
  const found = useSignal<DebateEntry[]>([])
  const hidden = useSignal<string | null>(null)
  const refused = useSignal<ProblemReply | null>(null)
  const id = debate.value?.id ?? null
  const busy = running.value
  useEffect(() => {
    found.value = []
    const look = async (of: string): Promise<void> => {
      const answer = await getRelated(of)
      if (answer.ok && debate.value?.id === of) found.value = answer.value.debates
    }
    if (id !== null && !busy) void look(id)
  }, [id, busy])
  if (id === null || busy || hidden.value === id || found.value.length === 0) return null
  const { related } = words.value.reading
  const combine = async (): Promise<void> => {
    const answer = await combineDebates(
      id,
      found.value.map((one) => one.id),
    )
    if (answer.ok) go(debateRoute(answer.value.id))
    else refused.value = answer.problem
  }
  return (
    <div class="banner" role="status">
      <Icon name="info" />
      <div>
        <strong>{related.title}</strong>
        <p>
          {found.value.map(({ id: of, title, posts }) => (
            <span key={of} class="related">
              <a href={`#/m/${of}`}>{title}</a> ({words.value.posts(posts)}){' '}
            </span>
          ))}
        </p>
        {refused.value !== null && (
          <p class="note error">
            {refused.value.detail} {refused.value.remedy}
          </p>
        )}
        <p class="actions">
          <button type="button" class="button primary small" onClick={() => void combine()}>
            {related.combine}
          </button>
          <button type="button" class="button small" onClick={() => (hidden.value = id)}>
            {related.leave}
          </button>
        </p>
      </div>
    </div>
  )
}
