/** Replies or evidence as cards, for the inspector and the phone. */
import { argument } from '../state/debate.ts'
import { select } from '../state/view.ts'
import { words } from '../text/index.ts'
import { Balance, Glyph, kindOf, Mark, marksOf } from './Glyph.tsx'
import { Icon } from './Icon.tsx'

export function ReplyList({ ids, none }: { ids: string[]; none: string }) {
  if (ids.length === 0) return none === '' ? null : <p class="part-none">{none}</p>
  return (
    <ul class="reply-list">
      {ids.map((id) => (
        <li key={id}>
          <ReplyCard id={id} />
        </li>
      ))}
    </ul>
  )
}

function ReplyCard({ id }: { id: string }) {
  const node = argument.value.nodes.get(id)
  if (node === undefined) return null
  const mark = node.kind === 'claim' ? marksOf(node.standing)[0] : undefined
  const { said, replies, map } = words.value
  return (
    <button type="button" class={`card flow ${node.tone}`} onClick={() => select(id)}>
      <span class="kind">
        <Glyph node={node} />
        <span class="kind-word">{kindOf(node)}</span>
        {mark !== undefined && <Mark name={mark} />}
      </span>
      <span class="sentence">{node.text}</span>
      <span class="foot">
        <span>
          <Icon name="quote" />
          {said(node.times, node.people)}
        </span>
        {node.kind === 'evidence' && node.sourced && (
          <span>
            <Icon name="link" />
            {map.linkGiven}
          </span>
        )}
        {node.children.length > 0 && <span class="push">{replies(node.children.length)}</span>}
      </span>
      <Balance supports={node.count.supports} rebuts={node.count.rebuts} undercuts={node.count.undercuts} />
    </button>
  )
}
