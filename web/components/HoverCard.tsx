/** What is told of a card or a link the pointer rests on: the whole sentence, its first words in a post, how it stands. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Claim, Link } from '../../shared/debate.ts'
import type { ArgumentNode } from '../graph/argument.ts'
import { wayUp } from '../graph/lines.ts'
import { argument, debate, index } from '../state/debate.ts'
import { closeHover, type Hovered, hovered, pinned } from '../state/hover.ts'
import { scene } from '../state/scene.ts'
import { words } from '../text/index.ts'
import { OtherLink, Placing } from './About.tsx'
import { Glyph, kindOf, Mark, marksOf } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { BalanceWithWords } from './Inspector.tsx'
import { here } from './links.ts'
import { VotedOn, Words } from './SourceList.tsx'

/** Between the card and what is told of it, and between that and the edge of the map. */
const GAP = 10

export function HoverCard() {
  const now = hovered.value
  return now === null ? null : <Shown key={`${now.kind} ${now.id}`} now={now} />
}

function Shown({ now }: { now: Hovered }) {
  const element = useRef<HTMLDivElement>(null)
  const { hover, close } = words.value
  useLayoutEffect(() => {
    const own = element.current
    const map = own?.offsetParent
    if (own && map) {
      const { x, y } = placed(now.box, { width: own.offsetWidth, height: own.offsetHeight }, map)
      own.style.transform = `translate(${x}px, ${y}px)`
    }
  }, [now.id, now.kind])
  return (
    <div class="hover-card" ref={element} data-still role="group" aria-label={hover.label}>
      <div class="hover-tools">
        <button
          type="button"
          aria-label={hover.pin}
          title={hover.pin}
          aria-pressed={pinned.value}
          onClick={() => (pinned.value = !pinned.value)}
        >
          <Icon name="pin" />
        </button>
        <button type="button" aria-label={close} title={close} onClick={closeHover}>
          <Icon name="cross" />
        </button>
      </div>
      {now.kind === 'claim' ? <OfClaim id={now.id} /> : <OfLink now={now} />}
    </div>
  )
}

function OfClaim({ id }: { id: string }) {
  const node = argument.value.nodes.get(id)
  const claim = index.value.claims.get(id)
  if (node === undefined) return null
  return (
    <>
      <p class={`kind ${node.tone}`}>
        <Glyph node={node} />
        {kindOf(node)}
        {node.kind === 'claim' && marksOf(node.standing).map((mark) => <Mark key={mark} name={mark} />)}
      </p>
      <p class="hover-sentence">{node.text}</p>
      {claim !== undefined && <FirstWords claim={claim} />}
      <BalanceWithWords node={node} />
    </>
  )
}

/** The words said first, who wrote them, and how often they were said since. */
function FirstWords({ claim }: { claim: Claim }) {
  const [mention] = claim.mentions
  const placed = mention === undefined ? undefined : index.value.posts.get(mention.postId)
  if (mention === undefined || placed === undefined) return null
  const { nobody, inspector, said } = words.value
  const name = index.value.people.get(mention.personId)?.name ?? placed.post.author
  return (
    <>
      <VotedOn claim={claim} mention={mention} />
      <Words placed={placed} mention={mention} />
      <p class="hover-who">
        <strong>{name ?? nobody}</strong>
        <a href={here({ view: 'thread', post: placed.post.id, claim: claim.id })} title={inspector.inThread}>
          {inspector.post(placed.at)}
        </a>
        <span>{said(claim.posts, claim.people)}</span>
      </p>
    </>
  )
}

function OfLink({ now }: { now: Hovered }) {
  if (now.kind === 'link') {
    const link = debate.value?.links.find((known) => known.id === now.id)
    return link === undefined ? null : <Across link={link} />
  }
  const node = argument.value.nodes.get(now.id)
  return node === undefined ? null : (
    <div class="about">
      <Sentence node={node} />
      <Placing node={node} />
    </div>
  )
}

function Across({ link }: { link: Link }) {
  const node = argument.value.nodes.get(link.from)
  return (
    <div class="about">
      {node !== undefined && <Sentence node={node} />}
      <OtherLink link={link} of={link.from} />
    </div>
  )
}

function Sentence({ node }: { node: ArgumentNode }) {
  return <p class="hover-sentence">{node.text}</p>
}

/** The way from what the pointer rests on to what it answers, drawn over the others; lies in the layer of the cards. */
export function HoverPath() {
  const now = hovered.value
  const way = now === null || now.kind === 'link' || scene.value === null ? null : wayUp(scene.value, now.id)
  if (way === null) return null
  const tone = argument.value.nodes.get(now?.id ?? '')?.tone
  return (
    <svg class={`hover-path ${tone}`} aria-hidden="true">
      <path d={`M${way.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
    </svg>
  )
}

interface Size {
  width: number
  height: number
}

/** Beside the box where there is room, else below or above it; always within the map. */
function placed(box: Hovered['box'], own: Size, map: Element): { x: number; y: number } {
  const most = { x: map.clientWidth - own.width - GAP, y: map.clientHeight - own.height - GAP }
  const within = (value: number, to: number): number => Math.max(GAP, Math.min(value, to))
  const right = box.x + box.width + GAP
  const left = box.x - own.width - GAP
  // Of a link only a point is known: what is told of it stands a little lower, so that its end stays to be seen.
  const y = within(box.height === 0 ? box.y + 2 * GAP : box.y, most.y)
  if (right <= most.x || left >= GAP) return { x: right <= most.x ? right : left, y }
  const below = box.y + box.height + GAP
  return { x: within(box.x, most.x), y: below <= most.y ? below : within(box.y - own.height - GAP, most.y) }
}
