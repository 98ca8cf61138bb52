/** Ways to take the debate along. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ExportFormat } from '../../shared/api.ts'
import { exportAddress } from '../api.ts'
import { chosenBase, debate } from '../state/debate.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'
import { pngOf, save } from './png.ts'

const FORMATS: readonly ExportFormat[] = ['md', 'html', 'svg', 'json', 'csv', 'argdown']

/** Characters of the preview; the file is whole. */
const PREVIEW = 20_000

export function ExportPage() {
  const shown = debate.value
  const { export_: text } = words.value
  if (shown === null) return null
  return (
    <section class="page wide-page" aria-labelledby="export">
      <h2 id="export">{text.title}</h2>
      <ul class="exports">
        {FORMATS.map((format) => (
          <Format key={format} id={shown.id} format={format} />
        ))}
        <PngFormat id={shown.id} />
        <li>
          <div>
            <strong>{text.print}</strong>
            <p>{text.printWhat}</p>
          </div>
          <button type="button" class="button" onClick={() => window.print()}>
            <Icon name="print" />
            {text.print}
          </button>
        </li>
      </ul>
      <Preview id={shown.id} />
    </section>
  )
}

function Format({ id, format }: { id: string; format: ExportFormat }) {
  const { export_: text } = words.value
  return (
    <li>
      <div>
        <strong>{text.formats[format]}</strong>
        <p>{text.what[format]}</p>
      </div>
      <a class="button" href={exportAddress(id, format, chosenBase.value)} download>
        <Icon name="download" />
        {text.download}
      </a>
    </li>
  )
}

function PngFormat({ id }: { id: string }) {
  const state = useSignal<'idle' | 'drawing' | 'failed'>('idle')
  const { export_: text } = words.value
  const draw = async (): Promise<void> => {
    state.value = 'drawing'
    const reply = await fetch(exportAddress(id, 'svg', chosenBase.value)).catch(() => null)
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

function Preview({ id }: { id: string }) {
  const markdown = useSignal<string | null>(null)
  const copied = useSignal(false)
  const { export_: text, loading } = words.value
  useEffect(() => {
    let on = true
    const read = async (): Promise<void> => {
      const response = await fetch(exportAddress(id, 'md', chosenBase.value)).catch(() => null)
      const body = response?.ok === true ? await response.text() : ''
      if (on) markdown.value = body
    }
    void read()
    return () => {
      on = false
    }
  }, [id])
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
