/** A debate's screen, from the first second of its analysis on: bar, outline, the view chosen, inspector. */
import { useEffect } from 'preact/hooks'
import { effect } from '@preact/signals'
import { MOST } from '../graph/open.ts'
import { argument, debate, entry, leave, lookAgain, problem, running, show, title } from '../state/debate.ts'
import { found } from '../state/found.ts'
import { change, type View as ViewName, route } from '../state/route.ts'
import { phone } from '../state/screen.ts'
import { forgetSteps } from '../state/undo.ts'
import { announcement, landing, showsProgress, view } from '../state/view.ts'
import { visited } from '../state/visits.ts'
import { words } from '../text/index.ts'
import { BottomBar } from './BottomBar.tsx'
import { PickBar } from './Correct.tsx'
import { Coverage } from './Coverage.tsx'
import { Empty } from './Empty.tsx'
import { ExportPage } from './Export.tsx'
import { useFocusKept } from './focus.ts'
import { FoundBar } from './FoundBar.tsx'
import { Inspector } from './Inspector.tsx'
import { MapSkeleton, MapView } from './MapView.tsx'
import { Notices } from './Notices.tsx'
import { Outline } from './Outline.tsx'
import { People } from './People.tsx'
import { PrintView } from './PrintView.tsx'
import { ProblemPage } from './ProblemPage.tsx'
import { Progress } from './Progress.tsx'
import { Ranking } from './Ranking.tsx'
import { SearchBox } from './SearchBox.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { Strip } from './Strip.tsx'
import { Thread } from './Thread.tsx'
import { Toast } from './Toast.tsx'
import { TopBar } from './TopBar.tsx'

export function Debate() {
  const id = route.value.screen === 'debate' ? route.value.id : null

  useEffect(() => {
    if (id !== null) void show(id).then(() => visited(id))
  }, [id])
  useEffect(() => {
    // The posts' letters, asked for before their words are there: nothing moves when they come.
    void document.fonts.load('15px "Source Serif 4 Variable"').catch(() => [])
  }, [])
  useEffect(() => leave, [])
  useEffect(comingBack, [])
  // One debate may lead to the next: what was done to this one is not taken back there.
  useEffect(
    () => () => {
      found.value = null
      forgetSteps()
    },
    [id],
  )
  useEffect(
    () =>
      effect(() => {
        document.title = title.value === '' ? words.value.app : `${title.value} · ${words.value.app}`
      }),
    [],
  )
  useEffect(() => {
    // On a phone the claim is the home, the map one step away.
    if (phone.value && view.value === 'map' && !running.value) change({ view: 'claim' }, 'replace')
  }, [id])

  useFocusKept(view.value)

  if (problem.value !== null) return <ProblemPage problem={problem.value} />
  const failed = entry.value?.status === 'failed' && debate.value === null ? entry.value.problem : null
  if (failed !== null) return <ProblemPage problem={failed} retryable />

  // Views of a whole debate wait behind the map and how far the reading is.
  const at = running.value && debate.value === null && !showsProgress.value ? 'map' : view.value
  return (
    <div class={`debate view-${at}${running.value ? ' running' : ''}`}>
      <TopBar />
      <SearchBox />
      <main id="content" class="stage" tabIndex={-1} aria-label={title.value}>
        <Notices />
        <View at={at} />
      </main>
      <BottomBar />
      <PickBar />
      <FoundBar />
      <Toast />
      <Shortcuts />
      <PrintView />
      <div class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </div>
    </div>
  )
}

/** Who comes back to the page sees what was corrected elsewhere in the meantime. */
function comingBack(): () => void {
  const look = (): void => {
    if (document.visibilityState === 'visible') void lookAgain()
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
  }
}

function View({ at }: { at: ViewName }) {
  if (
    !running.value &&
    debate.value !== null &&
    debate.value.claims.length === 0 &&
    at !== 'thread' &&
    at !== 'coverage'
  ) {
    return <Empty />
  }
  switch (at) {
    case 'people':
      return <People />
    case 'coverage':
      return <Coverage />
    case 'export':
      return <ExportPage />
    case 'thread':
      return (
        <div class="panes">
          <Thread />
          <Inspector />
        </div>
      )
    case 'outline':
      return (
        <div class="panes">
          <Outline wide />
          {running.value ? <Progress /> : <Inspector />}
        </div>
      )
    default:
      return (
        <div class={`panes${entry.value === null ? ' arriving' : ''}`}>
          {entry.value === null && <MapSkeleton />}
          <Outline />
          <div class="map-column">
            {argument.value.claims > MOST && !running.value && <Strip rows={3} row={15} />}
            {landing.value ? <Ranking /> : <MapView />}
          </div>
          {running.value ? <Progress /> : <Inspector />}
        </div>
      )
  }
}
