/** A claim on its way onto another one, and the question what it is to that one. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Change } from '../../shared/corrections.ts'
import { argument } from '../state/debate.ts'
import { correct, refOf, relinked } from '../state/corrections.ts'
import { drag, offer } from '../state/drag.ts'
import { words } from '../text/index.ts'

export function Dragged() {
  const now = drag.value
  if (now !== null) {
    const { over } = now
    return (
      <>
        {over !== null && (
          <div
            class="drop-target"
            style={{
              transform: `translate(${over.box.x - 5}px, ${over.box.y - 5}px)`,
              width: `${over.box.width + 10}px`,
              height: `${over.box.height + 10}px`,
            }}
          />
        )}
        <div class="dragged" style={{ transform: `translate(${now.x + 12}px, ${now.y + 10}px)` }} aria-hidden="true">
          {argument.value.nodes.get(now.claim)?.headline}
        </div>
      </>
    )
  }
  return offer.value === null ? null : <Offer key={`${offer.value.claim} ${offer.value.into}`} />
}

function Offer() {
  const element = useRef<HTMLDivElement>(null)
  const now = offer.value
  useLayoutEffect(() => {
    const own = element.current
    const map = own?.offsetParent
    if (!own || !map || now === null) return
    const x = Math.max(10, Math.min(now.box.x, map.clientWidth - own.offsetWidth - 10))
    const below = now.box.y + now.box.height + 10
    const y = below + own.offsetHeight < map.clientHeight ? below : now.box.y - own.offsetHeight - 10
    own.style.transform = `translate(${x}px, ${Math.max(10, y)}px)`
    own.querySelector('button')?.focus()
  }, [])
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('.cards-focus')?.focus()
    },
    [],
  )
  const from = argument.value.nodes.get(now?.claim ?? '')
  const into = argument.value.nodes.get(now?.into ?? '')
  if (now === null || from === undefined || into === undefined) return null
  const { drop, close } = words.value
  const answer = async (change: Change): Promise<void> => {
    await correct(change)
    offer.value = null
  }
  const link = (type: 'supports' | 'rebuts') => (): void =>
    void answer(relinked(from.id, { to: refOf(into.id), step: null, type }))
  return (
    <div class="merge-offer" ref={element} data-still role="dialog" aria-label={drop.label}>
      <p>
        <q>{from.headline}</q> → <q>{into.headline}</q>
      </p>
      <p class="actions">
        <button
          type="button"
          class="button small primary"
          onClick={() => void answer({ kind: 'merge', claim: refOf(from.id), into: refOf(into.id) })}
        >
          {drop.merge}
        </button>
        <button type="button" class="button small" onClick={link('supports')}>
          {drop.supports}
        </button>
        <button type="button" class="button small" onClick={link('rebuts')}>
          {drop.rebuts}
        </button>
        <button type="button" class="button small" onClick={() => (offer.value = null)}>
          {close}
        </button>
      </p>
    </div>
  )
}
