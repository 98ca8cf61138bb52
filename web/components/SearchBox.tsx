/** Instant search: results below the field, the map stays as it is until one is chosen. */
import { type Signal, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { argument } from '../state/debate.ts'
import { found } from '../state/found.ts'
import { change } from '../state/route.ts'
import { type Hit, search } from '../state/search.ts'
import { searching } from '../state/searching.ts'
import { filter, searchIndex, select, setFilter, view } from '../state/view.ts'
import { words } from '../text/index.ts'
import { toClaims, useModal } from './focus.ts'
import { Glyph } from './Glyph.tsx'
import { Icon } from './Icon.tsx'

const KINDS = { claim: 'claims', post: 'posts', person: 'people' } as const

/** Characters shown around the place found in a post. */
const AROUND = 60

export function SearchBox() {
  // What was looked for stays until the next search.
  const query = useSignal('')
  return searching.value ? <Search query={query} /> : null
}

function Search({ query }: { query: Signal<string> }) {
  const chosen = useSignal(0)
  const field = useRef<HTMLInputElement>(null)
  const dialog = useModal()

  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const { search: text, frame, close } = words.value
  const hits = search(searchIndex.value, query.value)
  const at = Math.min(chosen.value, Math.max(0, hits.length - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') chosen.value = Math.min(hits.length - 1, at + 1)
    else if (event.key === 'ArrowUp') chosen.value = Math.max(0, at - 1)
    else if (event.key === 'Enter' && hits[at] !== undefined) open(hits[at], query.value, hits)
    else return
    event.preventDefault()
    document.getElementById(`hit-${chosen.value}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <dialog class="search-box" ref={dialog} aria-label={text.label} onClose={() => (searching.value = false)}>
      <div class="search-field">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="hits"
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `hit-${at}` : undefined}
          aria-label={frame.search}
          placeholder={frame.search}
          value={query.value}
          spellcheck={false}
          onInput={(event) => {
            query.value = event.currentTarget.value
            chosen.value = 0
          }}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="button icon-only small"
          aria-label={close}
          onClick={() => (searching.value = false)}
        >
          <Icon name="cross" />
        </button>
      </div>
      {/* Nothing outside of a dialog is heard while it is open. */}
      <p class={hits.length === 0 && query.value.trim() !== '' ? 'search-none' : 'unseen'} role="status">
        {query.value.trim() === '' ? '' : hits.length === 0 ? text.none : text.results(hits.length)}
      </p>
      <div id="hits" class="hits" role="listbox" aria-label={text.results(hits.length)}>
        {hits.map((hit, index) => (
          <HitRow
            key={`${hit.kind}${hit.id}`}
            hit={hit}
            index={index}
            on={index === at}
            heading={hits[index - 1]?.kind !== hit.kind}
            open={() => open(hit, query.value, hits)}
          />
        ))}
      </div>
      <p class="search-hint">{text.hint}</p>
    </dialog>
  )
}

interface HitRowProps {
  hit: Hit
  index: number
  on: boolean
  heading: boolean
  open: () => void
}

function HitRow({ hit, index, on, heading, open }: HitRowProps) {
  const { search: text } = words.value
  const node = hit.kind === 'claim' ? argument.value.nodes.get(hit.id) : undefined
  return (
    <button
      type="button"
      id={`hit-${index}`}
      role="option"
      aria-selected={on}
      tabIndex={-1}
      class={heading ? 'first-of-kind' : ''}
      onClick={open}
    >
      {heading && (
        <span class="hit-kind" aria-hidden="true">
          {text[KINDS[hit.kind]]}
        </span>
      )}
      <span class="unseen">{text.one[hit.kind]}: </span>
      {node === undefined ? <Icon name={hit.kind === 'person' ? 'people' : 'posts'} /> : <Glyph node={node} />}
      <span class="hit-text">{excerpt(hit)}</span>
    </button>
  )
}

function excerpt(hit: Hit): string {
  if (hit.kind !== 'post') return hit.text
  const from = Math.max(0, hit.at - AROUND)
  const cut = hit.text.slice(from, hit.at + 2 * AROUND).replace(/\s+/g, ' ')
  return `${from > 0 ? '… ' : ''}${cut}${hit.at + 2 * AROUND < hit.text.length ? ' …' : ''}`
}

function open(hit: Hit, query: string, hits: Hit[]): void {
  searching.value = false
  const claims = hits.filter((one) => one.kind === 'claim').map((one) => one.id)
  found.value = hit.kind === 'claim' && claims.length > 1 ? { query: query.trim(), claims } : null
  if (hit.kind === 'claim') {
    select(hit.id, view.value === 'map' || view.value === 'outline' ? {} : { view: 'map' }, 'push')
    toClaims()
  } else if (hit.kind === 'post') change({ view: 'thread', post: hit.id })
  else setFilter({ ...filter.value, person: hit.id })
}
