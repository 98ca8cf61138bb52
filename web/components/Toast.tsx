/** Says what was just done or taken back, with the way back; or why it was not. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { refused } from '../state/corrections.ts'
import { last, redo, undo } from '../state/undo.ts'
import { words } from '../text/index.ts'
import { isLost, toClaims } from './focus.ts'

const STAYS = 6000

/** Both places are always there, so that what comes into them is heard. */
export function Toast() {
  return (
    <>
      <div role="status">
        <Done />
      </div>
      <div role="alert">
        <Refused />
      </div>
    </>
  )
}

/** Goes by itself, but not from under the pointer or the focus. */
function Done() {
  const now = last.value
  const held = useSignal(false)
  useEffect(() => {
    const timer = now === null || held.value ? 0 : setTimeout(() => (last.value = null), STAYS)
    return () => clearTimeout(timer)
  }, [now, held.value])
  if (now === null || refused.value !== null) return null
  const { undo: text } = words.value
  const undone = now.way === 'undone'
  const hold = (on: boolean) => (): void => {
    held.value = on
  }
  return (
    <div
      class="toast"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocusIn={hold(true)}
      onFocusOut={hold(false)}
    >
      <span>{undone ? `${text.undone}: ${now.step.what}` : now.step.what}</span>
      <button type="button" class="button small" onClick={() => void (undone ? redo() : undo())}>
        {undone ? text.redo : text.undo}
      </button>
    </div>
  )
}

function Refused() {
  const now = refused.value
  if (now === null) return null
  const close = (): void => {
    refused.value = null
    requestAnimationFrame(() => isLost() && toClaims())
  }
  return (
    <div class="toast">
      <span>
        {now.detail} {now.remedy}
      </span>
      <button type="button" class="button small" onClick={close}>
        {words.value.close}
      </button>
    </div>
  )
}
