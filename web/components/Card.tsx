/** What one sees near: a card for each claim, headings of sides, "show more". */
import { memo } from 'preact/compat'
import type { SceneCard, SceneNote } from '../graph/scene.ts'
import { debate } from '../state/debate.ts'
import { select, showAll, toggle } from '../state/view.ts'
import { words } from '../text/index.ts'
import type { ArgumentNode } from '../graph/argument.ts'
import { Glyph, kindOf, Mark, type MarkName, marksOf } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { spokenName, textOf } from './Outline.tsx'

/** On narrower cards marks are shown without their word. */
const ROOMY = 225

interface CardProps {
  card: SceneCard
  selected: boolean
  grey: boolean
}

/** Drawn again only when something on it or its place changes. */
export const Card = memo(CardView, (a: CardProps, b: CardProps) => {
  const same =
    a.card.seen.node === b.card.seen.node &&
    a.card.seen.open === b.card.seen.open &&
    a.card.seen.held === b.card.seen.held
  const still = a.card.x === b.card.x && a.card.y === b.card.y
  const sized = a.card.width === b.card.width && a.card.height === b.card.height && a.card.lines === b.card.lines
  return same && still && sized && a.selected === b.selected && a.grey === b.grey
})

function CardView({ card, selected, grey }: CardProps) {
  const { node, open } = card.seen
  const place = {
    transform: `translate(${card.x}px, ${card.y}px)`,
    width: `${card.width}px`,
    height: `${card.height}px`,
  }
  const state = `${selected ? ' selected' : ''}${grey ? ' grey' : ''}`
  if (node.kind === 'issue') {
    return (
      <div class={`card issue${open ? '' : ' closed'}${state}`} style={place}>
        <button type="button" class="face" id={`card-${node.id}`} tabIndex={-1} onClick={() => select(node.id)}>
          <span class="sentence" style={{ WebkitLineClamp: String(card.lines) }}>
            {textOf(node)}
          </span>
          <small>{words.value.mainPoints(node.children.length)}</small>
        </button>
        <Opener card={card} open={open} />
      </div>
    )
  }
  const mark = cardMark(node)
  return (
    <div
      class={`card ${node.tone}${card.opener === 'kind' && node.children.length > 0 ? ' bare' : ''}${node.attacks === null ? '' : ' aside'}${state}`}
      style={place}
    >
      <button
        type="button"
        class="face"
        id={`card-${node.id}`}
        tabIndex={-1}
        aria-label={spokenName(node)}
        onClick={() => select(node.id)}
        onDblClick={() => toggle(node.id)}
      >
        <span class="kind">
          <Glyph node={node} />
          <span class="kind-word">{kindOf(node)}</span>
          {mark !== undefined && node.kind === 'claim' && <Mark name={mark} short={card.width < ROOMY} />}
        </span>
        <span class="sentence" style={{ WebkitLineClamp: String(card.lines) }}>
          {node.text}
        </span>
        <Foot card={card} />
      </button>
      <Opener card={card} open={open} />
      <Grip of={node} />
    </div>
  )
}

/** What a card is dragged by, onto another; by keys the same is done from the inspector. */
function Grip({ of }: { of: ArgumentNode }) {
  if (debate.value === null) return null
  return (
    <span class="grip" data-still data-grip={of.id} title={words.value.drop.grip} aria-hidden="true">
      <Icon name="grip" />
    </span>
  )
}

/** The one mark a card bears. That evidence is missing is told of main points only: of most replies it is true. */
function cardMark(node: ArgumentNode): MarkName | undefined {
  const main = node.relation === 'for' || node.relation === 'against' || node.relation === 'position'
  return marksOf(node.standing).find((name) => name !== 'noEvidence' || (main && node.people > 1))
}

function Foot({ card }: { card: SceneCard }) {
  const { node } = card.seen
  const { saidShort, map } = words.value
  return (
    <span class="foot">
      {node.times > 1 && (
        <span title={words.value.said(node.times, node.people)}>
          <Icon name="quote" />
          {saidShort(node.times, node.people)}
        </span>
      )}
      {node.count.evidence > 0 && (
        <span title={`${words.value.inspector.evidence}: ${node.count.evidence}`}>
          <Icon name="sheet" />
          {node.count.evidence}
        </span>
      )}
      {node.kind === 'evidence' && node.sourced && (
        <span>
          <Icon name="link" />
          {map.linkGiven}
        </span>
      )}
    </span>
  )
}

/** `+2 −1`: how many replies of which kind a closed branch holds; a minus on the edge closes an open one. */
function Opener({ card, open }: { card: SceneCard; open: boolean }) {
  const { node, held } = card.seen
  const { map } = words.value
  const at = `opener at-${card.opener}`
  if (node.children.length === 0) return null
  if (open && held < node.children.length) {
    return (
      <button
        type="button"
        class={`${at} open`}
        tabIndex={-1}
        aria-label={map.close}
        title={map.close}
        onClick={() => toggle(node.id)}
      >
        <Icon name="minus" />
      </button>
    )
  }
  const { supports, rebuts, undercuts, evidence, answers } = node.count
  const others = undercuts + evidence + answers
  return (
    <button
      type="button"
      class={at}
      tabIndex={-1}
      aria-label={map.openerName(supports, rebuts, others)}
      title={map.openerName(supports, rebuts, others)}
      onClick={() => toggle(node.id)}
    >
      {supports > 0 && <i class="support">+{supports}</i>}
      {rebuts > 0 && <i class="rebut">−{rebuts}</i>}
      {undercuts > 0 && <i class="undercut">◇{undercuts}</i>}
      {supports + rebuts + undercuts === 0 && <i>{others}</i>}
      <Icon name="chevron" />
    </button>
  )
}

export function Note({ note }: { note: SceneNote }) {
  const { map, n } = words.value
  const place = { transform: `translate(${note.x}px, ${note.y}px)` }
  if (note.kind === 'more') {
    return (
      <button type="button" class="show-more" style={place} tabIndex={-1} onClick={() => showAll(note.of)}>
        {map.showMore(note.count)}
      </button>
    )
  }
  return (
    <span class={`side ${note.kind}`} style={place}>
      {map.sides[note.kind]} · {n(note.count)}
    </span>
  )
}
