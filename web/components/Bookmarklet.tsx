/** A bookmark that sends the page a person looks at, made when it is asked for: it works once, for a while. */
import { useSignal } from '@preact/signals'
import { makePageToken } from '../api.ts'
import { bookmarklet } from '../state/bookmarklet.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'

export function Bookmarklet() {
  const made = useSignal<{ address: string; minutes: number } | null>(null)
  const wrong = useSignal<string | null>(null)
  const copied = useSignal(false)
  const { page } = words.value.reading

  const make = async (): Promise<void> => {
    const answer = await makePageToken()
    wrong.value = answer.ok ? null : answer.problem.detail
    if (!answer.ok) return
    const { token, minutes, maxBytes } = answer.value
    const says = { forbidden: page.forbidden, tooLarge: page.tooLarge(page.size(maxBytes)) }
    made.value = { address: bookmarklet(location.origin, token, maxBytes, says), minutes }
    copied.value = false
  }
  const copy = async (address: string): Promise<void> => {
    await navigator.clipboard.writeText(address)
    copied.value = true
  }

  return (
    <section class="setting" aria-labelledby="bookmarklet">
      <h2 id="bookmarklet">{page.title}</h2>
      <p class="note">{page.lead}</p>
      <div class="bookmarklet" aria-live="polite">
        {made.value !== null && (
          <>
            <p class="actions">
              <a
                class="button primary"
                href={made.value.address}
                onClick={(event) => event.preventDefault()}
                aria-describedby="bookmarklet-how"
              >
                <Icon name="map" />
                {page.name}
              </a>
              <button type="button" class="button" onClick={() => void copy(made.value?.address ?? '')}>
                {copied.value ? page.copied : page.copy}
              </button>
            </p>
            <p class="note" id="bookmarklet-how">
              {page.drag} {page.once(made.value.minutes)}
            </p>
            <p class="note">{page.nothing}</p>
          </>
        )}
      </div>
      <button type="button" class="button" onClick={() => void make()}>
        {page.make}
      </button>
      {wrong.value !== null && (
        <p class="note error" role="alert">
          {wrong.value}
        </p>
      )}
      <p class="note">{page.source}</p>
    </section>
  )
}
