/** A look at how a pasted text is split into posts, before anything is analysed. */
import { type Signal, useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import type { LabelsAre, SplitThread } from '../../shared/split.ts'
import { previewWhole } from '../api.ts'
import { sourceOfFile } from '../state/sources.ts'
import type { Checked } from '../state/split.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'

interface ListProps {
  checked: Checked
  change: (next: Checked) => void
  read: (labels: LabelsAre) => Promise<SplitThread[] | null>
}

/** `checked` holds what was looked at of every text and file; `many` says that there are several, so that each is named. */
export function SplitCheck({ of, many, checked }: { of: string | File; many: boolean; checked: Signal<Checked[]> }) {
  const asking = useSignal(false)
  const wrong = useSignal<string | null>(null)
  const List = useSignal<ComponentType<ListProps> | null>(null)
  const { split } = words.value.reading
  const now = checked.value.find((one) => one.of === of) ?? null
  const others = (): Checked[] => checked.value.filter((one) => one.of !== of)
  const name = many && typeof of !== 'string' ? of.name : null

  const read = async (labels?: LabelsAre): Promise<SplitThread[] | null> => {
    wrong.value = null
    const source = typeof of === 'string' ? ({ kind: 'text', text: of } as const) : await sourceOfFile(of)
    const answer = await previewWhole({ ...source, labels })
    if (!answer.ok) wrong.value = `${answer.problem.detail} ${answer.problem.remedy}`
    return answer.ok ? answer.value.threads : null
  }
  const check = async (): Promise<void> => {
    asking.value = true
    const [threads, { SplitList }] = await Promise.all([read(), import('./SplitList.tsx')])
    List.value = SplitList
    if (threads !== null) checked.value = [...others(), { of, threads, changed: false }]
    asking.value = false
  }

  return (
    <div class="split-check">
      <p class="split-bar">
        <button
          type="button"
          class="button small"
          aria-expanded={now !== null}
          aria-label={name === null ? undefined : `${now === null ? split.check : split.leave}: ${name}`}
          disabled={asking.value}
          onClick={() => (now === null ? void check() : (checked.value = others()))}
        >
          <Icon name="posts" />
          {now === null ? split.check : split.leave}
        </button>
        <span class="note">
          {name !== null && <b>{name} </b>}
          {now === null ? (name === null ? split.what : '') : split.hint}
        </span>
      </p>
      {wrong.value !== null && (
        <p class="note error" role="alert">
          {wrong.value}
        </p>
      )}
      {now !== null && List.value !== null && (
        <List.value checked={now} change={(next) => (checked.value = [...others(), next])} read={read} />
      )}
    </div>
  )
}
