/** Ways to take the debate along. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ExportFormat } from '../../shared/api.ts'
import { isOn, NO_FILTER } from '../../shared/filter.ts'
import { exportAddress, type ExportPart } from '../api.ts'
import { argument, chosenBase, debate } from '../state/debate.ts'
import { filter, focus, lastVisit, selected } from '../state/view.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'
import { textOf } from './Outline.tsx'
import { pngOf, save } from './png.ts'

const FORMATS: readonly ExportFormat[] = ['md', 'html', 'svg', 'json', 'csv', 'argdown']

/** Characters of the preview; the file is whole. */
const PREVIEW = 20_000

type Extent = 'whole' | 'branch' | 'filtered'

export function ExportPage() {
  const shown = debate.value
  const chosen = useSignal<Extent>(focus.value !== null ? 'branch' : isOn(filter.value) ? 'filtered' : 'whole')
  const { export_: text } = words.value
  if (shown === null) return null
  const branch = argument.value.nodes.get(focus.value ?? selected.value ?? '')
  const extents: [Extent, string][] = [
    ['whole', text.extents.whole(argument.value.claims)],
    ...(branch === undefined ? [] : [['branch', text.extents.branch(textOf(branch), branch.size)] as [Extent, string]]),
    ...(isOn(filter.value) ? [['filtered', text.extents.filtered] as [Extent, string]] : []),
  ]
  const part: ExportPart = {
    root: chosen.value === 'branch' ? (branch?.id ?? null) : null,
    filter: chosen.value === 'filtered' ? filter.value : NO_FILTER,
    since: lastVisit.value,
    base: chosenBase.value,
  }
  return (
    <section class="page wide-page" aria-labelledby="export">
      <h2 id="export">{text.title}</h2>
      {extents.length > 1 && (
        <fieldset class="setting extents">
          <legend>{text.extent}</legend>
          {extents.map(([extent, name]) => (
            <label key={extent}>
              <input
                type="radio"
                name="extent"
                checked={chosen.value === extent}
                onChange={() => (chosen.value = extent)}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ul class="exports">
        {FORMATS.map((format) => (
          <Format key={format} format={format} address={exportAddress(shown.id, format, part)} />
        ))}
        <PngFormat id={shown.id} address={exportAddress(shown.id, 'svg', part)} />
        {chosen.value === 'whole' && (
          <li>
            <div>
              <strong>{text.print}</strong>
              <p>{text.printWhat}</p>
            </div>
            <button type="button" class="button" onClick={() => window.print()}>
              <Icon name="print" />
              {text.toPrinter}
            </button>
          </li>
        )}
      </ul>
      <Preview address={exportAddress(shown.id, 'md', part)} />
    </section>
  )
}

function Format({ format, address }: { format: ExportFormat; address: string }) {
  const { export_: text } = words.value
  return (
    <li>
      <div>
        <strong>{text.formats[format]}</strong>
        <p>{text.what[format]}</p>
      </div>
      <a class="button" href={address} download>
        <Icon name="download" />
        {text.download}
      </a>
    </li>
  )
}

function PngFormat({ id, address }: { id: string; address: string }) {
  const state = useSignal<'idle' | 'drawing' | 'failed'>('idle')
  const { export_: text } = words.value
  const draw = async (): Promise<void> => {
    state.value = 'drawing'
    const reply = await fetch(address).catch(() => null)
    const blob = reply?.ok === true ? await pngOf(await reply.text()) : null
    if (blob !== null) save(blob, `counterpoint-${id}.png`)
    state.value = blob === null ? 'failed' : 'idle'
  }
  return (
    <li>
      <div>
        <strong>{text.png}</strong>
        <p role={state.value === 'failed' ? 'alert' : undefined}>
          {state.value === 'failed' ? text.pngFailed : text.pngWhat}
        </p>
      </div>
      <button type="button" class="button" disabled={state.value === 'drawing'} onClick={() => void draw()}>
        <Icon name="download" />
        {text.download}
      </button>
    </li>
  )
}

function Preview({ address }: { address: string }) {
  const markdown = useSignal<string | null>(null)
  const copied = useSignal(false)
  const { export_: text, loading } = words.value
  useEffect(() => {
    let on = true
    const read = async (): Promise<void> => {
      const response = await fetch(address).catch(() => null)
      const body = response?.ok === true ? await response.text() : ''
      if (on) markdown.value = body
    }
    void read()
    return () => {
      on = false
    }
  }, [address])
  if (markdown.value === '') return null
  return (
    <div class="preview">
      <div class="pane-head">
        <h3>{text.preview}</h3>
        {markdown.value !== null && (
          <button
            type="button"
            class="button small"
            onClick={() => void navigator.clipboard.writeText(markdown.value ?? '').then(() => (copied.value = true))}
          >
            {copied.value ? text.copied : text.copy}
          </button>
        )}
      </div>
      {markdown.value === null ? (
        <div class="skeleton preview-text" role="status" aria-label={loading} />
      ) : (
        <pre class="preview-text" role="region" tabIndex={0} aria-label={text.preview}>
          {markdown.value.slice(0, PREVIEW)}
          {markdown.value.length > PREVIEW && '\n…'}
        </pre>
      )}
    </div>
  )
}
