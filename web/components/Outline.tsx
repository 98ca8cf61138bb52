/** The map as a list: an ARIA tree with one tab stop. Long lists mount only the rows near the view. */
import { useComputed, useSignal } from '@preact/signals'
import { memo } from 'preact/compat'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { ArgumentNode } from '../graph/argument.ts'
import type { Seen } from '../graph/open.ts'
import { argument, debate } from '../state/debate.ts'
import { lacking } from '../state/lacking.ts'
import { railed } from '../state/room.ts'
import { phone } from '../state/screen.ts'
import { prefer } from '../state/settings.ts'
import { picking } from '../state/corrections.ts'
import {
  closeAll,
  moveTo,
  openAll,
  openSiblings,
  passing,
  rows,
  select,
  selected,
  shown,
  toggle,
} from '../state/view.ts'
import { depthsOf, MOVES, stepInTree } from '../state/walk.ts'
import { words } from '../text/index.ts'
import { toInspector } from './focus.ts'
import { Glyph, kindOf, marksOf } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { isLetter, typeAhead } from './keys.ts'

/** Rows are all mounted up to here. */
const ALL_MOUNTED = 250
const ROW = 46

export function Outline({ wide = false }: { wide?: boolean }) {
  const { outline, claims } = words.value
  if (railed.value && !wide) {
    return (
      <nav class="outline rail" aria-label={outline.label}>
        <button
          type="button"
          class="button icon-only"
          aria-expanded={false}
          aria-label={outline.open}
          title={outline.open}
          onClick={() => prefer({ outline: 'open' })}
        >
          <Icon name="tree" />
        </button>
      </nav>
    )
  }
  return (
    <nav class={`outline${wide ? ' wide' : ''}`} aria-label={outline.label}>
      <div class="pane-head">
        <h2>{outline.label}</h2>
        <span class="muted">{claims(argument.value.claims)}</span>
        {wide ? (
          <span class="outline-tools">
            <button type="button" class="button small" onClick={openAll}>
              {outline.openAll}
            </button>
            <button type="button" class="button small" onClick={closeAll}>
              {outline.closeAll}
            </button>
          </span>
        ) : (
          <button
            type="button"
            class="button icon-only small"
            aria-expanded={true}
            aria-label={outline.close}
            title={outline.close}
            onClick={() => prefer({ outline: 'closed' })}
          >
            <Icon name="back" />
          </button>
        )}
      </div>
      <Tree />
      {debate.value !== null && (
        <p class="outline-foot">
          <Icon name="info" />
          <span>{outline.merged(debate.value.repeats.length, lacking.value === null)}</span>
        </p>
      )}
    </nav>
  )
}

function Tree() {
  const { outline } = words.value
  const list = useRef<HTMLDivElement>(null)
  const top = useSignal(0)
  const all = rows.value
  const depths = depthsOf(all)
  const [from, to] = windowOf(all, top.value, list.current?.clientHeight ?? 800)
  const mounted = all.slice(from, to)
  const away = !mounted.some((row) => row.node.id === selected.value)

  useLayoutEffect(() => {
    const row = document.getElementById(`row-${selected.value}`)
    const at = all.findIndex((candidate) => candidate.node.id === selected.value)
    if (row) row.scrollIntoView({ block: 'nearest' })
    else if (list.current && at >= 0) list.current.scrollTop = (at - 4) * ROW
  }, [selected.value])
  useEffect(() => {
    if (list.current?.contains(document.activeElement)) focusRow(list.current)
  }, [selected.value, from])

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = MOVES[event.key]
    if (move !== undefined) {
      const step = stepInTree(all, selected.value, move)
      if (step !== null && 'go' in step) moveTo(step.go)
      if (step !== null && 'toggle' in step) toggle(step.toggle)
    } else if (event.key === ' ' && selected.value !== null) toggle(selected.value)
    else if (event.key === 'Enter' && selected.value !== null) enter(selected.value)
    else if (event.key === '*' && selected.value !== null) openSiblings(selected.value)
    else if (isLetter(event.key)) typeAhead(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const pressed = useRef(press)
  pressed.current = press
  const onKeyDown = useCallback((event: KeyboardEvent) => pressed.current(event), [])

  return (
    <div
      class="tree-scroll"
      ref={list}
      onScroll={(event) => all.length > ALL_MOUNTED && (top.value = event.currentTarget.scrollTop)}
    >
      <div
        class={`tree${all.length > ALL_MOUNTED ? ' fixed' : ''}`}
        role="tree"
        aria-label={outline.tree}
        style={{ paddingTop: `${from * ROW}px`, paddingBottom: `${(all.length - to) * ROW}px` }}
      >
        {mounted.map((row, at) => (
          <Row
            key={row.node.id}
            row={row}
            depth={depths.get(row.node.id) ?? 0}
            entrance={at === 0 && away}
            onKeyDown={onKeyDown}
          />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  row: Seen
  depth: number
  /** Where Tab comes in while the claim in hand is not among the rows. */
  entrance: boolean
  onKeyDown: (event: KeyboardEvent) => void
}

/** Drawn again only when the row itself, or a signal it reads, changes. */
const Row = memo(
  RowView,
  (a: RowProps, b: RowProps) =>
    a.row.node === b.row.node && a.row.open === b.row.open && a.depth === b.depth && a.entrance === b.entrance,
)

function RowView({ row, depth, entrance, onKeyDown }: RowProps) {
  const { node } = row
  const isSelected = useComputed(() => selected.value === node.id).value
  const siblings = node.parent === null ? shown.value.roots : (argument.value.nodes.get(node.parent)?.children ?? [])
  const grey = passing.value !== null && !passing.value.passing.has(node.id)
  const expandable = node.children.length > 0
  return (
    <div
      role="treeitem"
      id={`row-${node.id}`}
      class={`row ${node.kind}${grey ? ' grey' : ''}`}
      aria-level={depth + 1}
      aria-selected={isSelected}
      aria-setsize={siblings.length}
      aria-posinset={siblings.indexOf(node.id) + 1}
      aria-expanded={expandable ? row.open : undefined}
      aria-label={spokenName(node)}
      tabIndex={isSelected || entrance ? 0 : -1}
      style={{ paddingLeft: `${8 + Math.min(depth, 9) * 14}px` }}
      onKeyDown={onKeyDown}
      onFocus={() => entrance && moveTo(node.id)}
      onClick={() => enter(node.id, false)}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        class={`twist${row.open ? ' open' : ''}`}
        onClick={(event) => {
          event.stopPropagation()
          toggle(node.id)
        }}
      >
        {expandable && <Icon name="chevron" />}
      </button>
      <Glyph node={node} />
      <span class="row-text">{textOf(node)}</span>
      <span class="row-size">
        {node.children.length > 0 ? words.value.n(node.size - (node.kind === 'issue' ? 0 : 1)) : ''}
      </span>
    </div>
  )
}

/** "Rebuts: Staff already waive the fee. Said 3 times by 2 people. 1 reply. Contested." */
export function spokenName(node: ArgumentNode): string {
  const { outline, said, replies, marks } = words.value
  if (node.kind === 'issue') return `${kindOf(node)}: ${textOf(node)}`
  const rest = [
    ...(node.children.length > 0 ? [` ${replies(node.children.length)}.`] : []),
    ...marksOf(node.standing).map((mark) => ` ${marks[mark]}.`),
  ].join('')
  return outline.name(
    kindOf(node),
    /[.!?…]$/.test(node.text) ? node.text : `${node.text}.`,
    said(node.times, node.people),
    rest,
  )
}

export function textOf(node: ArgumentNode): string {
  if (node.text !== '') return node.text
  return node.id === 'alone' ? words.value.aloneIssue : words.value.unnamedIssue
}

/** Selects; on a phone the claim's own view is shown. By keys one goes on to what is said of it. */
function enter(id: string, byKeys = true): void {
  const picked = picking.peek() !== null
  select(id, phone.value ? { view: 'claim' } : {}, phone.value ? 'push' : 'replace')
  if (byKeys && !picked) toInspector()
}

function focusRow(list: HTMLElement): void {
  list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true })
}

/** Rows to mount: all of a short list, else those near the scroll position. */
function windowOf(all: Seen[], top: number, height: number): [number, number] {
  if (all.length <= ALL_MOUNTED) return [0, all.length]
  return [Math.max(0, Math.floor(top / ROW) - 30), Math.min(all.length, Math.ceil((top + height) / ROW) + 30)]
}
