/** All branches at a glance: width is the number of claims, colour and hatch the relation. A press goes to the branch. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type Block, icicle } from '../graph/icicle.ts'
import { argument, debate } from '../state/debate.ts'
import { focus, select, selected, shown } from '../state/view.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'
import { here } from './links.ts'

/** Fewer claims are seen at once without it. */
const LEAST = 4

export function Strip({ rows = 3, row = 21 }: { rows?: number; row?: number }) {
  const picture = useRef<HTMLDivElement>(null)
  const label = useSignal<string | null>(null)
  const on = debate.value !== null && argument.value.claims >= LEAST
  useEffect(() => {
    const element = picture.current
    if (element === null) return undefined
    // The picture is for eyes and pointers; the outline leads to the same branches by keys and by ear.
    const stop = new AbortController()
    const at = (event: Event): string | null =>
      event.target instanceof HTMLElement ? (event.target.dataset['branch'] ?? null) : null
    element.addEventListener(
      'click',
      (event) => {
        const id = at(event)
        if (id !== null) select(id)
      },
      { signal: stop.signal },
    )
    element.addEventListener(
      'pointerover',
      (event) => {
        const node = argument.value.nodes.get(at(event) ?? '')
        label.value = node === undefined ? null : `${words.value.relations[node.relation]}: ${node.text}`
      },
      { signal: stop.signal },
    )
    element.addEventListener('pointerleave', () => (label.value = null), { signal: stop.signal })
    return () => stop.abort()
  }, [on])
  if (!on) return null
  const { map, mainPoints, replies, claims, frame } = words.value
  const below = focus.value === null ? mainPoints : replies
  const points = shown.value.roots.reduce((sum, id) => sum + (argument.value.nodes.get(id)?.children.length ?? 0), 0)
  return (
    <div class="strip-box">
      <p class="strip-head">
        <span>
          {below(points)}, {claims(shown.value.claims)}
        </span>
        <a href={here({ view: 'map' })}>
          {frame.map}
          <Icon name="chevron" />
        </a>
      </p>
      <div class="strip" ref={picture} role="img" aria-label={map.strip} style={{ height: `${rows * row}px` }}>
        {icicle(shown.value, rows).map((block) => (
          <StripBlock key={block.id} block={block} rows={rows} />
        ))}
      </div>
      <p class="strip-label">{label.value ?? map.stripHint}</p>
    </div>
  )
}

function StripBlock({ block, rows }: { block: Block; rows: number }) {
  const tone = argument.value.nodes.get(block.id)?.tone ?? 'neutral'
  return (
    <i
      class={`block ${tone}${selected.value === block.id ? ' on' : ''}`}
      data-branch={block.id}
      style={{
        left: `${block.from * 100}%`,
        width: `max(2px, calc(${(block.to - block.from) * 100}% - 2px))`,
        top: `${(block.depth / rows) * 100}%`,
        height: `calc(${100 / rows}% - 2px)`,
      }}
    />
  )
}
