/** Ties the page to the browser: address, theme, kept settings; then shows it. */
import { effect, type Signal } from '@preact/signals'
import { render } from 'preact'
import { App, loadAhead } from './App.tsx'
import { formatRoute, go, parseRoute, route, wayOfLastChange } from './state/route.ts'
import { phone, tablet, tight } from './state/screen.ts'
import { settings, settingsFrom } from './state/settings.ts'
import { systemDark, theme } from './state/theme.ts'
import { words } from './text/index.ts'

const KEPT = 'counterpoint.settings'

settings.value = settingsFrom(read(KEPT))
effect(() => write(KEPT, JSON.stringify(settings.value)))

follow('(prefers-color-scheme: dark)', systemDark)
follow('(max-width: 720px)', phone)
follow('(max-width: 1000px)', tablet)
follow('(max-width: 1359px)', tight)
effect(() => {
  document.documentElement.dataset['theme'] = theme.value
  document.documentElement.lang = words.value.locale
})

go(parseRoute(location.hash), 'replace')
window.addEventListener('popstate', () => go(parseRoute(location.hash), 'replace'))
effect(() => {
  const hash = formatRoute(route.value)
  if (hash === location.hash || (hash === '#/' && location.hash === '')) return
  if (wayOfLastChange() === 'push') history.pushState(null, '', hash)
  else history.replaceState(null, '', hash)
})

const page = document.getElementById('page') as HTMLElement
render(<App />, page)

// While developing, changed components are shown without loading the page again: what the state modules hold stays.
if (import.meta.hot) {
  import.meta.hot.accept('./App.tsx', (next) => {
    const changed = next as { App: typeof App } | undefined
    if (changed !== undefined) render(<changed.App />, page)
  })
}

// The graph's code comes while the reader looks at the form, so that the first map does not wait for it.
if (route.value.screen === 'start') {
  setTimeout(loadAhead, 400)
}

/** Keeps a signal true while the browser meets a media query. */
function follow(query: string, signal: Signal<boolean>): void {
  const media = matchMedia(query)
  signal.value = media.matches
  media.addEventListener('change', () => (signal.value = media.matches))
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
