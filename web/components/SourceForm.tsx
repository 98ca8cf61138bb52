/** Link, text or files: sent once, then the debate's own screen takes over. */
import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { CreateDebate, Health, ProblemReply, Source } from '../../shared/api.ts'
import { createDebate } from '../api.ts'
import { debateRoute, go } from '../state/route.ts'
import { type Checked, sourceOfSplit, splittable } from '../state/split.ts'
import { isLinkOnly, MOST_BYTES, sourceOfFile, sourcesOfLink } from '../state/sources.ts'
import { words } from '../text/index.ts'
import { Cost } from './Cost.tsx'
import { Icon } from './Icon.tsx'
import { SplitCheck } from './SplitCheck.tsx'

const TABS = ['link', 'text', 'file'] as const
type Tab = (typeof TABS)[number]

export function SourceForm({ health }: { health: Health | null }) {
  const tab = useSignal<Tab>('link')
  const link = useSignal('')
  const text = useSignal('')
  const files = useSignal<File[]>([])
  const checked = useSignal<Checked[]>([])
  const builtIn = useSignal(false)
  const overnight = useSignal(false)
  const sending = useSignal(false)
  const wrong = useSignal<{ detail: string; remedy: string } | null>(null)
  const dragging = useFilesDropped((dropped) => {
    files.value = [...files.value, ...dropped]
    tab.value = 'file'
  })
  const { start } = words.value
  const parted = splitOf({ tab: tab.value, text: text.value, files: files.value })

  const request = async (): Promise<CreateDebate | null> => {
    const given = { tab: tab.value, link: link.value, text: text.value, files: files.value }
    const sources = await sourcesOf(given, checked.value)
    if (sources.length === 0) return null
    return { sources, analyser: builtIn.value ? 'embedded' : 'auto', overnight: overnight.value && !builtIn.value }
  }
  const send = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (sending.value) return
    wrong.value = null
    if (tab.value === 'file' && files.value.reduce((sum, file) => sum + file.size, 0) > MOST_BYTES) {
      wrong.value = { detail: start.tooLarge, remedy: '' }
      return
    }
    sending.value = true
    const given = await request()
    if (given === null) wrong.value = { detail: start.empty, remedy: '' }
    else {
      const answer = await createDebate(given)
      if (answer.ok) go(debateRoute(answer.value.id))
      else wrong.value = sentence(answer.problem)
    }
    sending.value = false
  }

  return (
    <form
      class={`source-form${wrong.value === null ? '' : ' wrong'}`}
      onSubmit={(event) => void send(event)}
      noValidate
    >
      <div class="tabs" role="tablist" aria-label={start.input}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab.value === name}
            aria-controls="source"
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => (tab.value = name)}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
              if (step === 0) return
              tab.value = TABS[(TABS.indexOf(name) + step + TABS.length) % TABS.length] as Tab
              document.getElementById(`tab-${tab.value}`)?.focus()
            }}
          >
            {start[name]}
          </button>
        ))}
      </div>
      <div class="source-row" id="source" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
        {tab.value === 'link' && (
          <input
            class="field"
            type="text"
            inputMode="url"
            autoComplete="url"
            spellcheck={false}
            aria-label={start.linkLabel}
            placeholder={start.linkPlaceholder}
            value={link.value}
            onInput={(event) => (link.value = event.currentTarget.value)}
            onPaste={(event) => {
              // A thread pasted into the link field is a text: nobody should have to know about tabs.
              const pasted = event.clipboardData?.getData('text/plain') ?? ''
              if (!pasted.includes('\n') || isLinkOnly(pasted)) return
              event.preventDefault()
              text.value = pasted
              tab.value = 'text'
            }}
          />
        )}
        {tab.value === 'text' && (
          <textarea
            class="field"
            rows={9}
            aria-label={start.textLabel}
            placeholder={start.textPlaceholder}
            value={text.value}
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        )}
        {tab.value === 'file' && <Files files={files.value} set={(next) => (files.value = next)} />}
        <button type="submit" class="button primary big" disabled={sending.value}>
          {sending.value ? start.going : start.go}
        </button>
      </div>
      {parted.map((of, at) => (
        <SplitCheck
          key={typeof of === 'string' ? 'text' : `${of.name}${at}`}
          of={of}
          many={parted.length > 1}
          checked={checked}
        />
      ))}
      {wrong.value !== null && (
        <div class="form-problem" role="alert">
          <p>{wrong.value.detail}</p>
          {wrong.value.remedy !== '' && <p class="remedy">{wrong.value.remedy}</p>}
        </div>
      )}
      <Worker health={health} builtIn={builtIn} overnight={overnight}>
        <Cost
          of={JSON.stringify([tab.value, link.value, text.value, files.value.length, overnight.value])}
          request={request}
        />
      </Worker>
      {dragging && (
        <div class="drop-veil" aria-hidden="true">
          <Icon name="file" />
          {start.dropAnywhere}
        </div>
      )}
    </form>
  )
}

function Files({ files, set }: { files: File[]; set: (files: File[]) => void }) {
  const { start } = words.value
  return (
    <div class="files">
      <label class="field file-field">
        <input
          type="file"
          multiple
          aria-label={start.fileLabel}
          onChange={(event) => set([...files, ...(event.currentTarget.files ?? [])])}
        />
        <Icon name="file" />
        <span>
          {start.drop}
          <small>{start.formats}</small>
        </span>
      </label>
      <ul class="file-list">
        {files.map((file, at) => (
          <li key={`${file.name}${at}`}>
            {file.name}
            <button
              type="button"
              class="button icon-only small"
              aria-label={start.remove(file.name)}
              onClick={() => set(files.filter((other) => other !== file))}
            >
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What will do the work, and what that costs; a choice only where there is one. */
function Worker({
  health,
  builtIn,
  overnight,
  children,
}: {
  health: Health | null
  builtIn: Signal<boolean>
  overnight: Signal<boolean>
  children: ComponentChildren
}) {
  const { start } = words.value
  if (health === null) return <p class="note worker">&nbsp;</p>
  if (health.analyser === 'embedded') {
    return (
      <p class="note worker">
        <Icon name="info" />
        <span>{start.embedded}</span>
      </p>
    )
  }
  return (
    <div class="note worker">
      <Icon name="info" />
      <span>{builtIn.value ? start.builtInWhat : start.model(health.model ?? start.auto)}</span>
      <Choice of={builtIn} says={start.builtIn} />
      {!builtIn.value && health.overnight && <Choice of={overnight} says={start.overnight} />}
      {!builtIn.value && children}
    </div>
  )
}

function Choice({ of, says }: { of: Signal<boolean>; says: string }) {
  return (
    <label>
      <input type="checkbox" checked={of.value} onChange={(event) => (of.value = event.currentTarget.checked)} />
      {says}
    </label>
  )
}

/** Takes files dropped anywhere on the page; true while some hover over it. */
function useFilesDropped(take: (files: File[]) => void): boolean {
  const over = useSignal(false)
  const taker = useRef(take)
  taker.current = take
  useEffect(() => {
    const stop = new AbortController()
    const on = (name: 'dragover' | 'dragleave' | 'drop', react: (event: DragEvent) => void): void =>
      window.addEventListener(name, react, { signal: stop.signal })
    on('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      over.value = true
    })
    on('dragleave', (event) => {
      if (event.relatedTarget === null) over.value = false
    })
    on('drop', (event) => {
      over.value = false
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      taker.current(files)
    })
    return () => stop.abort()
  }, [])
  return over.value
}

/** What of it is split into posts, and may be looked at before. */
function splitOf({ tab, text, files }: { tab: Tab; text: string; files: File[] }): (string | File)[] {
  if (tab === 'text' && !isLinkOnly(text)) return [text].filter(splittable)
  return tab === 'file' ? files.filter(splittable) : []
}

async function sourcesOf(
  given: { tab: Tab; link: string; text: string; files: File[] },
  checked: Checked[],
): Promise<Source[]> {
  const corrected = (of: string | File): Source | null => {
    const found = checked.find((one) => one.of === of && one.changed)
    return found === undefined ? null : sourceOfSplit(found, words.value.reading.split.corrected)
  }
  if (given.tab === 'link') return sourcesOfLink(given.link)
  if (given.tab === 'file')
    return Promise.all(given.files.map(async (file) => corrected(file) ?? (await sourceOfFile(file))))
  if (given.text.trim() === '') return []
  const split = corrected(given.text)
  if (split !== null) return [split]
  return isLinkOnly(given.text) ? sourcesOfLink(given.text) : [{ kind: 'text', text: given.text }]
}

function sentence(problem: ProblemReply): { detail: string; remedy: string } {
  return { detail: problem.detail, remedy: problem.remedy }
}
