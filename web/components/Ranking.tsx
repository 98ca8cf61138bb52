/**
 * Where a huge debate begins: what is asked, the main points of each side by weight, each with the strongest answer to
 * it. A press opens the branch as its own map; a point nobody answered is shown among the others.
 */
import { useSignal } from '@preact/signals'
import type { ArgumentNode } from '../graph/argument.ts'
import { argument } from '../state/debate.ts'
import { change } from '../state/route.ts'
import { focusOn, select, selected, wholeMap } from '../state/view.ts'
import { words } from '../text/index.ts'
import { Filters } from './Filters.tsx'
import { Balance, Glyph, kindOf, Mark, marksOf } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { textOf } from './Outline.tsx'

/** Points shown of each side until more are asked for. */
const FIRST = 6
/** Points without a side, which stand in two columns. */
const FIRST_WITHOUT = 12
/** Where what has no side weighs more and stands below, fewer: as many as the smaller side has, within these limits. */
const FEWER = { least: 2, most: 3 }

export function Ranking() {
  const { map } = words.value
  return (
    <section class="map ranking" aria-label={map.ranking.label}>
      <Filters />
      <div class="ranking-scroll">
        {argument.value.roots.map((id, at) => (
          <Issue key={id} issue={nodeOf(id)} first={at === 0} />
        ))}
      </div>
    </section>
  )
}

function Issue({ issue, first }: { issue: ArgumentNode; first: boolean }) {
  const { map, mainPoints, claims } = words.value
  const points = issue.kind === 'issue' ? issue.children.map(nodeOf) : [issue]
  const sideOf = ({ relation }: ArgumentNode): Side =>
    relation === 'for' || relation === 'against' ? relation : 'position'
  const of = (side: Side): ArgumentNode[] => points.filter((point) => sideOf(point) === side)
  const [heaviest] = points.toSorted((a, b) => b.weight - a.weight)
  const even = Math.min(...SIDES.slice(0, 2).map((side) => of(side).length))
  const few =
    heaviest !== undefined && sideOf(heaviest) === 'position'
      ? Math.min(FEWER.most, Math.max(FEWER.least, even))
      : FIRST
  return (
    <section class="ranked-issue" aria-label={textOf(issue)}>
      <header>
        <h2>{textOf(issue)}</h2>
        <p>
          {mainPoints(points.length)}, {claims(issue.size)}
        </p>
        {first && (
          <button type="button" class="button small" onClick={wholeMap}>
            <Icon name="map" />
            {map.ranking.whole}
          </button>
        )}
      </header>
      <div class="ranked-sides">
        {SIDES.map((side) => (
          <Points key={side} side={side} points={of(side)} first={side === 'position' ? FIRST_WITHOUT : few} />
        ))}
      </div>
    </section>
  )
}

const SIDES = ['for', 'against', 'position'] as const
type Side = (typeof SIDES)[number]

function Points({ side, points, first }: { side: Side; points: ArgumentNode[]; first: number }) {
  const all = useSignal(false)
  const { map, n } = words.value
  if (points.length === 0) return null
  // One more point takes no more room than the button that would show it.
  const shown = all.value || points.length <= first + 1 ? points : points.slice(0, first)
  return (
    <div class={`ranked-side ${side}`}>
      <h3 class={`side ${side}`}>
        {map.sides[side]} · {n(points.length)}
      </h3>
      <ol>
        {shown.map((point) => (
          <Point key={point.id} point={point} />
        ))}
      </ol>
      {shown.length < points.length && (
        <button type="button" class="show-more" onClick={() => (all.value = true)}>
          {map.showMore(points.length - shown.length)}
        </button>
      )}
    </div>
  )
}

function Point({ point }: { point: ArgumentNode }) {
  const { said, saidShort, claims, map } = words.value
  const { supports, rebuts, undercuts } = point.count
  const answer = strongestAnswer(point)
  // As on cards: one mark, and that evidence is missing is told of what more than one person says.
  const mark = marksOf(point.standing).find((name) => name !== 'noEvidence' || point.people > 1)
  return (
    <li>
      <button
        type="button"
        class={`card flow ${point.tone}${selected.value === point.id ? ' selected' : ''}`}
        onClick={() => (point.children.length > 0 ? focusOn(point.id) : select(point.id, {}, 'push'))}
      >
        <span class="kind">
          <Glyph node={point} />
          <span class="kind-word">{kindOf(point)}</span>
          {mark !== undefined && <Mark name={mark} />}
          <span class="ranked-size">
            <Balance supports={supports} rebuts={rebuts} undercuts={undercuts} />
            {point.times > 1 && (
              <span title={said(point.times, point.people)}>{saidShort(point.times, point.people)}</span>
            )}
            <span>{claims(point.size)}</span>
          </span>
        </span>
        <span class="sentence">{point.text}</span>
      </button>
      {answer !== null && (
        <button
          type="button"
          class={`card flow answer ${answer.tone}`}
          onClick={() => change({ focus: point.id, claim: answer.id, open: null })}
        >
          <Glyph node={answer} />
          <span class="unseen">{map.ranking.answer(kindOf(answer))}</span>
          <span class="sentence">{answer.text}</span>
        </button>
      )}
    </li>
  )
}

/** The heaviest reply that speaks against a point; where none does, the heaviest there is. */
function strongestAnswer(point: ArgumentNode): ArgumentNode | null {
  const against = ({ tone }: ArgumentNode): number => Number(tone === 'rebut' || tone === 'undercut')
  const replies = point.children.map(nodeOf)
  return replies.sort((a, b) => against(b) - against(a) || b.weight - a.weight)[0] ?? null
}

function nodeOf(id: string): ArgumentNode {
  return argument.value.nodes.get(id) as ArgumentNode
}
