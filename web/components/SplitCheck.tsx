/** A look at how a pasted text is split into posts, before anything is analysed. */
import { type Signal, useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { previewWhole } from '../api.ts'
import { sourceOfFile } from '../state/sources.ts'
import type { Checked } from '../state/split.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'

interface ListProps {
  checked: Checked
  change: (next: Checked) => void
}

export function SplitCheck({ of, checked }: { of: string | File; checked: Signal<Checked | null> }) {
  const asking = useSignal(false)
  const wrong = useSignal<string | null>(null)
  const List = useSignal<ComponentType<ListProps> | null>(null)
  const { split } = words.value.reading
  const now = checked.value?.of === of ? checked.value : null

  const check = async (): Promise<void> => {
    asking.value = true
    wrong.value = null
    const source = typeof of === 'string' ? ({ kind: 'text', text: of } as const) : await sourceOfFile(of)
    const [answer, { SplitList }] = await Promise.all([previewWhole(source), import('./SplitList.tsx')])
    List.value = SplitList
    if (answer.ok) checked.value = { of, threads: answer.value.threads, changed: false }
    else wrong.value = `${answer.problem.detail} ${answer.problem.remedy}`
    asking.value = false
  }

  return (
    <div class="split-check">
      <p class="split-bar">
        <button
          type="button"
          class="button small"
          aria-expanded={now !== null}
          disabled={asking.value}
          onClick={() => (now === null ? void check() : (checked.value = null))}
        >
          <Icon name="posts" />
          {now === null ? split.check : split.leave}
        </button>
        <span class="note">{now === null ? split.what : split.hint}</span>
      </p>
      {wrong.value !== null && (
        <p class="note error" role="alert">
          {wrong.value}
        </p>
      )}
      {now !== null && List.value !== null && <List.value checked={now} change={(next) => (checked.value = next)} />}
    </div>
  )
}
