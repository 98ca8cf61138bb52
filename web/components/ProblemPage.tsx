/** Why there is nothing to show, and what to do next. */
import { useSignal } from '@preact/signals'
import type { ProblemReply } from '../../shared/api.ts'
import { load, problem as shownProblem, retry } from '../state/debate.ts'
import { route } from '../state/route.ts'
import { words } from '../text/index.ts'
import { toldProblem } from '../text/told.ts'
import { Icon, Logo } from './Icon.tsx'
import { SETTINGS, START } from './links.ts'

export function ProblemPage({ problem, retryable = false }: { problem: ProblemReply; retryable?: boolean }) {
  const { error, partial, app } = words.value
  const again = useSignal<ProblemReply | null>(null)
  const told = toldProblem(again.value ?? problem)
  const tryAgain = async (analyser: 'same' | 'embedded'): Promise<void> => {
    if (retryable) again.value = await retry(analyser)
    else if (route.value.screen === 'debate') {
      shownProblem.value = null
      await load(route.value.id)
    }
  }
  const byModel = told.code === 'key-refused' || told.code === 'model-unavailable' || told.code === 'over-budget'
  const settings = told.code === 'needs-key' || told.code === 'key-refused' || told.code === 'over-budget'
  const hidden = told.code === 'login-required' || told.code === 'blocked-by-site' || told.code === 'robots-disallow'
  return (
    <div class="problem-page">
      <header>
        <a class="brand" href={START}>
          <Logo />
          {app}
        </a>
      </header>
      <main id="content" tabIndex={-1}>
        <div class="problem" role="alert">
          <Icon name="warning" />
          <div>
            <h1>{told.title || error.title}</h1>
            {told.detail !== told.title && <p>{told.detail}</p>}
            <p class="remedy">{told.remedy}</p>
          </div>
        </div>
        <div class="actions">
          <button type="button" class="button" onClick={() => void tryAgain('same')}>
            {error.again}
          </button>
          {retryable && byModel && (
            <button type="button" class="button" onClick={() => void tryAgain('embedded')}>
              {partial.builtIn}
            </button>
          )}
          {(settings || hidden) && (
            <a class="button" href={SETTINGS}>
              {hidden ? words.value.reading.page.title : words.value.settings.title}
            </a>
          )}
          <a class="button primary" href={START}>
            {error.start}
          </a>
        </div>
      </main>
    </div>
  )
}
