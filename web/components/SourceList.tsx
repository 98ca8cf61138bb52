/** Every place where a claim is said, earliest first, the exact words marked in their sentence. */
import { useSignal } from '@preact/signals'
import type { Claim, Mention } from '../../shared/debate.ts'
import { contextOf } from '../state/context.ts'
import { debate, index, type PlacedPost } from '../state/debate.ts'
import { toWords } from '../state/fragment.ts'
import { pieces } from '../state/spans.ts'
import { votedOn } from '../state/vote.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'
import { correct } from '../state/corrections.ts'
import { SplitOff } from './Correct.tsx'
import { Face } from './Face.tsx'
import { stay } from './focus.ts'
import { here } from './links.ts'
import { PostTime } from './PostTime.tsx'

/** Mentions shown until the rest is asked for. */
const FIRST = 4

export function SourceList({ claim }: { claim: Claim }) {
  const all = useSignal(false)
  const { inspector, people } = words.value
  const shown = all.value ? claim.mentions : claim.mentions.slice(0, FIRST)
  const rest = claim.mentions.slice(FIRST)
  const copies = copiesOf(claim)
  const writers = new Set(copies.flatMap((id) => index.value.posts.get(id)?.post.author ?? []))
  return (
    <>
      {claim.saysMore && <p class="source-note warn">{inspector.saysMore}</p>}
      {!claim.verbatim && (
        <p class="source-note">
          {claim.mentions.every((one) => votedOn(claim, one) !== null) ? inspector.spelledOut : inspector.reworded}
        </p>
      )}
      {shown.map((mention, at) => (
        <Source key={`${mention.postId}:${mention.start}`} claim={claim} mention={mention} first={at === 0} />
      ))}
      {rest.length > 0 && !all.value && (
        <button type="button" class="fold" onClick={() => (all.value = true)}>
          <Icon name="chevron" />
          {inspector.moreSources(rest.length)}
          <b>{people(new Set(rest.map((mention) => mention.personId)).size)}</b>
        </button>
      )}
      {copies.length > 0 && (
        <details class="copies">
          <summary class="fold">
            <Icon name="posts" />
            {inspector.copies(copies.length)}
            {writers.size > 0 && <b>{people(writers.size)}</b>}
          </summary>
          <ul>
            {copies.map((id) => (
              <Copy key={id} id={id} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Copy({ id }: { id: string }) {
  const placed = index.value.posts.get(id)
  const { inspector, nobody, correct: text } = words.value
  return (
    <li>
      <a href={here({ view: 'thread', post: id })}>{inspector.post(placed?.at ?? 0)}</a> {placed?.post.author ?? nobody}
      <button
        type="button"
        class="claim-link small-link"
        aria-label={`${text.unfold}: ${inspector.post(placed?.at ?? 0)}`}
        onClick={() => void correct({ kind: 'unfold', postId: id }).then(stay)}
      >
        {text.unfold}
      </button>
    </li>
  )
}

/** Posts folded into the posts that say it. */
function copiesOf(claim: Claim): string[] {
  const said = new Set(claim.mentions.map((mention) => mention.postId))
  return (debate.value?.repeats ?? []).filter((repeat) => said.has(repeat.of)).map((repeat) => repeat.postId)
}

function Source({ claim, mention, first }: { claim: Claim; mention: Mention; first: boolean }) {
  const placed = index.value.posts.get(mention.postId)
  const { inspector, nobody } = words.value
  if (placed === undefined) return null
  const { post, at } = placed
  const name = index.value.people.get(mention.personId)?.name ?? post.author
  const original = toWords(post.permalink, post.text, mention)
  return (
    <article class="source" data-source tabIndex={-1} aria-label={`${name ?? nobody}, ${inspector.post(at)}`}>
      <header>
        <Face name={name} />
        <strong>{name ?? nobody}</strong>
        <PostTime post={post} />
        <span class="source-links">
          <a href={here({ view: 'thread', post: post.id, claim: claim.id })} title={inspector.inThread}>
            {inspector.post(at)}
          </a>
          {original !== null && (
            <a
              href={original}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={inspector.original}
              title={inspector.original}
            >
              <Icon name="out" />
            </a>
          )}
        </span>
      </header>
      <VotedOn claim={claim} mention={mention} />
      <Words placed={placed} mention={mention} />
      <p class="source-foot">
        <em>{sameness(claim, mention, first)}</em>
        {claim.mentions.length > 1 && (
          <SplitOff claim={claim} mention={mention} where={`${name ?? nobody}, ${inspector.post(at)}`} />
        )}
      </p>
    </article>
  )
}

/** Before words like "No.": the question they answer. */
export function VotedOn({ claim, mention }: { claim: Claim; mention: Mention }) {
  const question = votedOn(claim, mention)
  if (question === null) return null
  return (
    <p class="voted-on" title={words.value.inspector.asked}>
      <Icon name="issue" />
      <span>
        <span class="unseen">{words.value.inspector.asked}: </span>
        {question}
      </span>
    </p>
  )
}

/** The marked words with a sentence around them; nothing when the post holds no such place. */
export function Words({ placed, mention }: { placed: PlacedPost; mention: { start: number; end: number } }) {
  const { text } = placed.post
  if (mention.end > text.length || mention.start >= mention.end)
    return <p class="source-note warn">{words.value.inspector.changed}</p>
  const around = contextOf(text, mention)
  return (
    <blockquote>
      {around.start > 0 && '… '}
      {pieces(text, [{ start: mention.start, end: mention.end, value: true }], around.start, around.end).map((piece) =>
        piece.covers.length > 0 ? (
          <mark key={piece.start}>{piece.text}</mark>
        ) : (
          <span key={piece.start}>{piece.text}</span>
        ),
      )}
      {around.end < text.trimEnd().length && ' …'}
    </blockquote>
  )
}

function sameness(claim: Claim, mention: Mention, first: boolean): string {
  const { inspector } = words.value
  if (first) return inspector.first
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const wordsOf = (of: Mention): string =>
    bare(index.value.posts.get(of.postId)?.post.text.slice(of.start, of.end) ?? '')
  return wordsOf(mention) === wordsOf(claim.mentions[0] as Mention) ? inspector.exact : inspector.same
}
