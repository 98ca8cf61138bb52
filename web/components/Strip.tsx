/** All branches at a glance: width is the number of claims, colour and hatch the relation. A press goes to the branch. */
import { useSignal } from '@preact/signals'
import { type Block, icicle } from '../graph/icicle.ts'
import { argument, debate } from '../state/debate.ts'
import { select, selected, shown } from '../state/view.ts'
import { words } from '../text/index.ts'
import { here } from './links.ts'

export function Strip({ rows = 3 }: { rows?: number }) {
  const label = useSignal<string | null>(null)
  if (debate.value === null || argument.value.claims < 4) return null
  const { map, mainPoints, claims, frame } = words.value
  const roots = shown.value.roots
  const points = roots.reduce((sum, id) => sum + (argument.value.nodes.get(id)?.children.length ?? 0), 0)
  const blocks = icicle(shown.value, rows)
  return (
    <div class="strip-box">
      <p class="strip-head">
        <span>
          {mainPoints(points)}, {claims(shown.value.claims)}
        </span>
        <a href={here({ view: 'map' })}>{frame.map}</a>
      </p>
      <div class="strip" role="group" aria-label={map.strip} style={{ height: `${rows * 21}px` }}>
        {blocks.map((block) => (
          <StripBlock key={block.id} block={block} rows={rows} tell={(text) => (label.value = text)} />
        ))}
      </div>
      <p class="strip-label">{label.value ?? map.stripHint}</p>
    </div>
  )
}

function StripBlock({ block, rows, tell }: { block: Block; rows: number; tell: (text: string | null) => void }) {
  const node = argument.value.nodes.get(block.id)
  if (node === undefined) return null
  const name = `${words.value.relations[node.relation]}: ${node.text}`
  return (
    <button
      type="button"
      class={`block ${node.tone}${selected.value === node.id ? ' on' : ''}`}
      style={{
        left: `${block.from * 100}%`,
        width: `max(2px, calc(${(block.to - block.from) * 100}% - 2px))`,
        top: `${(block.depth / rows) * 100}%`,
        height: `calc(${100 / rows}% - 2px)`,
      }}
      tabIndex={block.depth === 0 ? 0 : -1}
      aria-label={name}
      title={name}
      onMouseEnter={() => tell(name)}
      onMouseLeave={() => tell(null)}
      onFocus={() => tell(name)}
      onBlur={() => tell(null)}
      onClick={() => select(node.id)}
    />
  )
}
