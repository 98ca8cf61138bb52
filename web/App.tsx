/** Which screen the address asks for. Everything but the start screen is loaded when it is wanted. */
import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useFocusKept } from './components/focus.ts'
import { Start } from './components/Start.tsx'
import { type Route, route } from './state/route.ts'
import { words } from './text/index.ts'

type Screen = Exclude<Route['screen'], 'start'>

const LOADERS: Record<Screen, () => Promise<ComponentType>> = {
  debate: async () => (await import('./components/Debate.tsx')).Debate,
  library: async () => (await import('./components/Library.tsx')).Library,
  page: async () => (await import('./components/TakenPage.tsx')).TakenPage,
  settings: async () => (await import('./components/Settings.tsx')).SettingsPage,
}

/** Loads what a map needs before one is asked for. */
export function loadAhead(): void {
  void Promise.all([LOADERS.debate(), import('./graph/picture.ts')]).catch(() => null)
}

export function App() {
  const loaded = useSignal<Partial<Record<Screen, ComponentType>>>({})
  const { screen } = route.value

  useEffect(() => {
    if (screen === 'start' || loaded.value[screen] !== undefined) return
    const load = async (): Promise<void> => {
      const component = await LOADERS[screen]().catch(() => Stale)
      loaded.value = { ...loaded.value, [screen]: component }
    }
    void load()
  }, [screen])

  const Shown = screen === 'start' ? Start : loaded.value[screen]
  useFocusKept(Shown)
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {words.value.skip}
      </a>
      {Shown === undefined ? <div class="page-loading" role="status" aria-label={words.value.loading} /> : <Shown />}
    </>
  )
}

/** The server was renewed since this page was loaded, and the code of the screen has another name now. */
function Stale() {
  const { error } = words.value
  return (
    <main id="content" class="page" tabIndex={-1}>
      <div role="alert">
        <h1>{error.title}</h1>
      </div>
      <p class="actions">
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {error.again}
        </button>
      </p>
    </main>
  )
}

/** Moves the focus without changing the address, which belongs to the debate. */
function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
