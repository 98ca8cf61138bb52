/** What is being done, with counts; claims appear on the map and in the outline meanwhile. */
import { useEffect } from 'preact/hooks'
import { entry, progress, stop, stopping } from '../state/debate.ts'
import { shareDone, STAGES } from '../state/progress.ts'
import { announcement } from '../state/view.ts'
import { words } from '../text/index.ts'

/** Shortest time between two announcements to screen readers, in milliseconds. */
const QUIET = 5000

export function Progress() {
  const { progress: text } = words.value
  const state = progress.value
  const at = state.now === null ? -1 : STAGES.indexOf(state.now)
  const share = Math.round(shareDone(state) * 100)

  useEffect(() => {
    const timer = setInterval(() => {
      const { now, stages } = progress.value
      const known = now === null ? undefined : stages[now]
      if (now !== null && known !== undefined) announcement.value = text.now(text.stages[now], known.done, known.of)
    }, QUIET)
    return () => clearInterval(timer)
  }, [text])

  return (
    <aside class="inspector progress" aria-label={text.title}>
      <div class="progress-body">
        <h2>{entry.value?.status === 'waiting' && state.seq === 0 ? text.waiting : text.title}</h2>
        <div
          class="progress-bar"
          role="progressbar"
          aria-label={text.title}
          aria-valuenow={share}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <b style={{ width: `${share}%` }} />
        </div>
        <ol class="stages">
          {STAGES.map((stage, index) => {
            const known = state.stages[stage]
            const phase = index < at || (known !== undefined && index !== at) ? 'done' : index === at ? 'now' : 'todo'
            return (
              <li key={stage} class={phase} aria-current={phase === 'now' ? 'step' : undefined}>
                <i aria-hidden="true" />
                <span>{text.stages[stage]}</span>
                <span class="count">
                  {known === undefined || (known.done === 0 && known.of === null) ? '' : text.of(known.done, known.of)}
                </span>
                {phase === 'now' && known?.note ? <small>{known.note}</small> : null}
              </li>
            )
          })}
        </ol>
        <p class="found-count">{state.found.length > 0 && text.found(state.found.length)}</p>
        <button type="button" class="button" onClick={() => void stop()} disabled={stopping.value}>
          {stopping.value ? text.stopping : text.stop}
        </button>
      </div>
    </aside>
  )
}
