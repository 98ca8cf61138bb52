/** Views on a phone. */
import type { View } from '../state/route.ts'
import { view } from '../state/view.ts'
import { words } from '../text/index.ts'
import { Icon, type IconName } from './Icon.tsx'
import { here } from './links.ts'

const ITEMS: [View, IconName][] = [
  ['claim', 'focus'],
  ['map', 'map'],
  ['outline', 'tree'],
  ['thread', 'posts'],
  ['people', 'people'],
  ['coverage', 'info'],
]

export function BottomBar() {
  const { frame } = words.value
  return (
    <nav class="bottom" aria-label={frame.views}>
      {ITEMS.map(([name, icon]) => (
        <a key={name} href={here({ view: name })} aria-current={view.value === name ? 'page' : undefined}>
          <Icon name={icon} />
          {frame[name]}
        </a>
      ))}
    </nav>
  )
}
