/** Says what was just done or taken back, with the way back. */
import { useEffect } from 'preact/hooks'
import { last, redo, undo } from '../state/undo.ts'
import { words } from '../text/index.ts'

const STAYS = 6000

export function Toast() {
  const now = last.value
  useEffect(() => {
    const timer = now === null ? 0 : setTimeout(() => (last.value = null), STAYS)
    return () => clearTimeout(timer)
  }, [now])
  if (now === null) return null
  const { undo: text } = words.value
  const undone = now.way === 'undone'
  return (
    <div class="toast" role="status">
      <span>{undone ? `${text.undone}: ${now.step.what}` : now.step.what}</span>
      <button type="button" class="button small" onClick={() => void (undone ? redo() : undo())}>
        {undone ? text.redo : text.undo}
      </button>
    </div>
  )
}
