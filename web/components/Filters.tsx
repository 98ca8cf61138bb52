/** Which claims are shown in full; each chip says how many it would leave. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type FilterMark, NO_FILTER } from '../../shared/filter.ts'
import { type ArgumentNode, pathTo } from '../graph/argument.ts'
import { EVIDENCE_TYPES } from '../graph/types.ts'
import { MOST } from '../graph/open.ts'
import { argument, debate, index, running } from '../state/debate.ts'
import {
  counts,
  filter,
  filterOn,
  focus,
  focusOn,
  landing,
  passing,
  setFilter,
  shown,
  toLanding,
} from '../state/view.ts'
import { words } from '../text/index.ts'
import { Icon, type IconName } from './Icon.tsx'
import { textOf } from './Outline.tsx'

const ICONS: Record<FilterMark, IconName> = {
  contested: 'half',
  unanswered: 'ring',
  evidence: 'sheet',
  noEvidence: 'no-sheet',
  often: 'quote',
  fresh: 'info',
}

/** Marks offered as chips, the most useful first: what does not fit the width scrolls. */
const CHIPS: readonly FilterMark[] = ['fresh', 'contested', 'unanswered', 'evidence', 'often', 'noEvidence']

export function Filters() {
  const more = useSignal(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (debate.value === null) return null
  const { filters, n } = words.value
  const now = filter.value
  const known = counts.value
  const press = (mark: FilterMark): void =>
    setFilter({
      ...now,
      marks: now.marks.includes(mark) ? now.marks.filter((other) => other !== mark) : [...now.marks, mark],
    })
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !more.value) return
    event.stopPropagation()
    more.value = false
    opener.current?.focus()
  }
  return (
    <div class="filters" data-still>
      <Crumbs />
      <div class="chips" role="toolbar" aria-label={filters.label}>
        {argument.value.claims > MOST && !landing.value && !running.value && (
          <button type="button" class="chip" onClick={toLanding}>
            <Icon name="posts" />
            {words.value.map.ranking.label}
          </button>
        )}
        <button type="button" class="chip" aria-pressed={!filterOn.value} onClick={() => setFilter(NO_FILTER)}>
          {filters.all} <b>{n(shown.value.claims)}</b>
        </button>
        {CHIPS.filter((mark) => (known?.[mark] ?? 0) > 0 || now.marks.includes(mark)).map((mark) => (
          <button
            key={mark}
            type="button"
            class="chip"
            aria-pressed={now.marks.includes(mark)}
            onClick={() => press(mark)}
          >
            <Icon name={ICONS[mark]} />
            {filters[mark]} <b>{n(known?.[mark] ?? 0)}</b>
          </button>
        ))}
        <button
          type="button"
          class="chip chip-more"
          ref={opener}
          onKeyDown={close}
          aria-expanded={more.value}
          aria-pressed={now.person !== null || now.type !== null}
          onClick={() => (more.value = !more.value)}
        >
          <Icon name="dots" />
          <span class="chip-long">{filters.more}</span>
        </button>
      </div>
      {more.value && (
        <div class="more-filters">
          <label>
            {filters.person}
            <select
              value={now.person ?? ''}
              onKeyDown={close}
              onChange={(event) => setFilter({ ...now, person: event.currentTarget.value || null })}
            >
              <option value="">{filters.anyone}</option>
              {[...index.value.people.values()]
                .filter((person) => person.claims > 0)
                .sort((a, b) => b.claims - a.claims)
                .map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name ?? words.value.nobody} ({n(person.claims)})
                  </option>
                ))}
            </select>
          </label>
          <label>
            {filters.type}
            <select
              value={now.type ?? ''}
              onKeyDown={close}
              onChange={(event) => setFilter({ ...now, type: event.currentTarget.value || null })}
            >
              <option value="">{filters.anyType}</option>
              {EVIDENCE_TYPES.map((type) => (
                <option key={type} value={type}>
                  {words.value.evidence[type]}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {passing.value !== null && (
        <p class="filter-count" role="status">
          {passing.value.passing.size === 0 ? words.value.empty.filter : filters.showing(passing.value.passing.size)}
        </p>
      )}
    </div>
  )
}

/** Nearest claims above a branch that are named on the way out; the whole path is in the inspector. */
const ABOVE = 2

/** Way out of a branch shown as its own map: to the whole, and to the wider branches it lies in. */
function Crumbs() {
  const at = focus.value
  const node = at === null ? undefined : argument.value.nodes.get(at)
  if (node === undefined) return null
  const { map } = words.value
  const above = pathTo(argument.value, node.id)
    .map((id) => argument.value.nodes.get(id) as ArgumentNode)
    .filter((wider) => wider.kind !== 'issue')
    .slice(-ABOVE)
  return (
    <nav class="map-crumbs" aria-label={map.crumbs}>
      <button type="button" class="chip" onClick={() => focusOn(null)}>
        <Icon name="back" />
        {map.unfocus}
      </button>
      {above.map((wider) => (
        <button key={wider.id} type="button" class="chip crumb" title={textOf(wider)} onClick={() => focusOn(wider.id)}>
          <span>{wider.headline}</span>
          <Icon name="chevron" />
        </button>
      ))}
      <span aria-current="page">{textOf(node)}</span>
    </nav>
  )
}
