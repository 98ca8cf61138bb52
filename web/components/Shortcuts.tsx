/** Keys for the whole screen, and the list of them. */
import { useEffect } from 'preact/hooks'
import { helping } from '../state/help.ts'
import { words } from '../text/index.ts'
import { useModal } from './focus.ts'
import { Icon } from './Icon.tsx'
import { pageKeys } from './keys.ts'

export function Shortcuts() {
  useEffect(() => {
    document.addEventListener('keydown', pageKeys)
    return () => document.removeEventListener('keydown', pageKeys)
  }, [])
  return helping.value ? <Help /> : null
}

function Help() {
  const { help, close } = words.value
  const dialog = useModal()
  return (
    <dialog class="help" ref={dialog} aria-label={help.title} onClose={() => (helping.value = false)}>
      <header>
        <h2>{help.title}</h2>
        <button type="button" class="button icon-only small" aria-label={close} onClick={() => (helping.value = false)}>
          <Icon name="cross" />
        </button>
      </header>
      <dl>
        {help.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
