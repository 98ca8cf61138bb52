/** Title, search, views, export. */
import { debate, entry, running, title } from '../state/debate.ts'
import { lacking } from '../state/lacking.ts'
import { VIEWS } from '../state/route.ts'
import { searching } from '../state/searching.ts'
import { view } from '../state/view.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { Icon, Logo } from './Icon.tsx'
import { here, SETTINGS, START } from './links.ts'
import { ReadAgainMark } from './ReadAgain.tsx'
import { ThemeButton } from './ThemeButton.tsx'

const TABS = VIEWS.filter((name) => name !== 'claim' && name !== 'export')

export function TopBar() {
  const { frame, app, home, progress } = words.value
  return (
    <header class="top">
      <a class="brand" href={START} aria-label={`${app}: ${home}`}>
        <Logo />
        <span>{app}</span>
      </a>
      <div class="title">
        <h1 title={title.value}>{title.value || (running.value ? progress.title : ' ')}</h1>
        <div>
          <Facts />
        </div>
      </div>
      <button
        type="button"
        class="search-button"
        aria-label={frame.search}
        aria-keyshortcuts="/"
        onClick={() => (searching.value = true)}
        disabled={debate.value === null}
      >
        <Icon name="search" />
        <span>{frame.find}</span>
        <kbd>/</kbd>
      </button>
      <nav class="views" aria-label={frame.views}>
        {TABS.map((name) => (
          <a key={name} href={here({ view: name })} aria-current={view.value === name ? 'page' : undefined}>
            {frame[name]}
          </a>
        ))}
      </nav>
      <a
        class={`button primary export-button${debate.value === null ? ' off' : ''}`}
        {...(debate.value === null ? { role: 'link', 'aria-disabled': true } : { href: here({ view: 'export' }) })}
        aria-label={frame.export}
      >
        <Icon name="export" />
        <span>{frame.export}</span>
      </a>
      <a class="button icon-only wide-only" href={SETTINGS} aria-label={frame.settings} title={frame.settings}>
        <Icon name="gear" />
      </a>
      <ThemeButton />
    </header>
  )
}

/** Where it was read, how much of it, and by what. */
function Facts() {
  const { posts, people, frame } = words.value
  const known = debate.value
  const size = entry.value
  const sites = [...new Set(known?.threads.map((thread) => thread.site) ?? [])].join(', ')
  return (
    <>
      <span>
        {[sites, size && size.posts > 0 ? posts(size.posts) : '', size && size.people > 0 ? people(size.people) : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
      <LackingMark />
      {known !== null && !running.value && known.provenance.analyser === 'embedded' && (
        <a class="made-by" href={here({ view: 'coverage' })} title={frame.embeddedWhy}>
          {frame.embedded}
        </a>
      )}
      {known?.provenance.analyser === 'model' && known.provenance.model !== null && (
        <a class="made-by" href={here({ view: 'coverage' })}>
          {frame.by(known.provenance.model)}
        </a>
      )}
      <ReadAgainMark />
    </>
  )
}

/** That posts of the thread were not read, and the way to which and why. */
function LackingMark() {
  if (lacking.value === null) return null
  const { got, expected, why } = lacking.value
  return (
    <a class="made-by lacking" href={here({ view: 'coverage' })} title={why.map(told).join('\n')}>
      {words.value.frame.lacking(got, expected)}
    </a>
  )
}
