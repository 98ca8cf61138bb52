/** Frame of the pages that belong to no debate. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { words } from '../text/index.ts'
import { Icon, Logo } from './Icon.tsx'
import { LIBRARY, SETTINGS, START } from './links.ts'
import { ThemeButton } from './ThemeButton.tsx'

export function PageFrame({ title, children }: { title: string; children: ComponentChildren }) {
  const { app, home, start, settings, frame } = words.value
  useEffect(() => {
    document.title = `${title} · ${app}`
  }, [title, app])
  return (
    <div class="start">
      <header class="start-top">
        <a class="brand" href={START} aria-label={`${app}: ${home}`}>
          <Logo />
          <span>{app}</span>
        </a>
        <nav aria-label={frame.views}>
          <a href={LIBRARY} class="quiet-link">
            {start.all}
          </a>
          <a href={SETTINGS} class="button icon-only" aria-label={settings.title} title={settings.title}>
            <Icon name="gear" />
          </a>
          <ThemeButton />
        </nav>
      </header>
      <main id="content" class="start-main" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
