/** Labels of a text that may be its writers: what they were taken for, and one press to take them for the other. */
import { useSignal } from '@preact/signals'
import type { Labels, LabelsAre } from '../../shared/split.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'

/** `take` splits the text again; what was corrected by hand before comes back by undoing it. */
export function SplitLabels({ labels, take }: { labels: Labels; take: (are: LabelsAre) => Promise<void> }) {
  const asking = useSignal(false)
  const { split } = words.value.reading
  const names = [...labels.names, ...(labels.more > 0 ? [split.others(labels.more)] : [])].join(', ')
  const isTaken = labels.are === 'writers'
  const press = async (): Promise<void> => {
    if (asking.value) return
    asking.value = true
    await take(isTaken ? 'words' : 'writers')
    asking.value = false
  }
  return (
    <p class={isTaken ? 'split-labels' : 'split-labels quiet'}>
      <Icon name="person" />
      <span>{isTaken ? split.were(labels.parts, names) : split.maybe(labels.parts, names)}</span>
      <button type="button" class="button small" aria-disabled={asking.value} onClick={() => void press()}>
        {isTaken ? split.leaveLabels : split.take}
      </button>
    </p>
  )
}
