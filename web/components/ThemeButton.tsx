/** Switches between light and dark; the system's choice holds until it is pressed. */
import { theme } from '../state/theme.ts'
import { prefer } from '../state/settings.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'

export function ThemeButton() {
  const other = theme.value === 'dark' ? 'light' : 'dark'
  const label = words.value.frame.theme[other]
  return (
    <button
      type="button"
      class="button icon-only"
      aria-label={label}
      title={label}
      onClick={() => prefer({ theme: other })}
    >
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
    </button>
  )
}
