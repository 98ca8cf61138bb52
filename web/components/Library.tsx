/** All debates: find, open, delete. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { DebateEntry, DebateList } from '../../shared/api.ts'
import { listDebates, removeDebate } from '../api.ts'
import { words } from '../text/index.ts'
import { EntryCard } from './EntryCard.tsx'
import { Icon } from './Icon.tsx'
import { PageFrame } from './PageFrame.tsx'

const PAGE = 20

export function Library() {
  const list = useSignal<DebateList | null>(null)
  const query = useSignal('')
  const offset = useSignal(0)
  const wrong = useSignal<string | null>(null)
  const { library, error } = words.value

  const refresh = async (): Promise<void> => {
    const asked = { limit: PAGE, offset: offset.value, query: query.value }
    const answer = await listDebates(asked)
    if (asked.query !== query.value || asked.offset !== offset.value) return
    if (answer.ok) list.value = answer.value
    wrong.value = answer.ok ? null : answer.problem.detail
  }
  useEffect(() => {
    void refresh()
  }, [query.value, offset.value])

  const remove = async (entry: DebateEntry): Promise<void> => {
    if (!window.confirm(library.removeSure(entry.title))) return
    const answer = await removeDebate(entry.id)
    if (!answer.ok) wrong.value = answer.problem.detail
    await refresh()
  }
  const shown = list.value
  return (
    <PageFrame title={library.title}>
      <input
        class="field"
        type="search"
        aria-label={library.find}
        placeholder={library.find}
        value={query.value}
        onInput={(event) => {
          offset.value = 0
          query.value = event.currentTarget.value
        }}
      />
      {wrong.value !== null && (
        <p class="note error" role="alert">
          {wrong.value}{' '}
          <button type="button" class="button small" onClick={() => void refresh()}>
            {error.again}
          </button>
        </p>
      )}
      {shown === null && wrong.value === null && <div class="entry skeleton" aria-hidden="true" />}
      {shown?.total === 0 && <p class="note">{query.value === '' ? library.none : library.noneFound}</p>}
      <ul class="entries list">
        {shown?.debates.map((entry) => (
          <li key={entry.id}>
            <EntryCard entry={entry} />
            <button
              type="button"
              class="button icon-only"
              aria-label={`${library.remove}: ${entry.title}`}
              title={library.remove}
              onClick={() => void remove(entry)}
            >
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
      {shown !== null && shown.total > PAGE && (
        <p class="pager">
          <button type="button" class="button" disabled={offset.value === 0} onClick={() => (offset.value -= PAGE)}>
            {library.previous}
          </button>
          <span>{library.page(offset.value + 1, Math.min(shown.total, offset.value + PAGE), shown.total)}</span>
          <button
            type="button"
            class="button"
            disabled={offset.value + PAGE >= shown.total}
            onClick={() => (offset.value += PAGE)}
          >
            {library.next}
          </button>
        </p>
      )}
    </PageFrame>
  )
}
