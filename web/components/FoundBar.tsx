/** After a search: which of the claims found is in hand, with ways to the others and out. */
import { found, foundAt, stepFound } from '../state/found.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'

export function FoundBar() {
  const now = found.value
  if (now === null) return null
  const { search, close } = words.value
  return (
    <section class="found-bar" aria-label={search.found(now.query)}>
      <span>
        {search.found(now.query)} {search.foundAt(foundAt.value + 1, now.claims.length)}
      </span>
      <button
        type="button"
        class="button icon-only small up"
        aria-label={search.previous}
        title={search.previous}
        aria-keyshortcuts="N"
        onClick={() => stepFound(-1)}
      >
        <Icon name="chevron" />
      </button>
      <button
        type="button"
        class="button icon-only small down"
        aria-label={search.next}
        title={search.next}
        aria-keyshortcuts="n"
        onClick={() => stepFound(1)}
      >
        <Icon name="chevron" />
      </button>
      <button type="button" class="button icon-only small" aria-label={close} onClick={() => (found.value = null)}>
        <Icon name="cross" />
      </button>
    </section>
  )
}
