/** What an analysis by a model would take, on request: the thread is read, the model is not asked. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { CreateDebate } from '../../shared/api.ts'
import { estimateDebate } from '../api.ts'
import { words } from '../text/index.ts'

/** `request`: what would be sent, null when there is nothing. The answer goes when `of`, what it was about, changes. */
export function Cost({ of, request }: { of: unknown; request: () => Promise<CreateDebate | null> }) {
  const told = useSignal<string | null>(null)
  const asking = useSignal(false)
  const asked = useRef(0)
  const { start } = words.value
  useEffect(() => {
    asked.current += 1
    told.value = null
    asking.value = false
  }, [of])

  const ask = async (): Promise<void> => {
    const turn = ++asked.current
    asking.value = true
    told.value = null
    const given = await request()
    const answer = given === null ? null : await estimateDebate(given)
    if (turn !== asked.current) return
    asking.value = false
    if (answer === null) told.value = start.empty
    else if (answer.ok) told.value = start.costs(answer.value)
    else told.value = `${answer.problem.detail} ${answer.problem.remedy}`
  }

  return (
    <>
      <button type="button" class="button small" disabled={asking.value} onClick={() => void ask()}>
        {asking.value ? start.costing : start.cost}
      </button>
      <p class="cost" role="status">
        {told.value}
      </p>
    </>
  )
}
