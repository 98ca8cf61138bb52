/** One post as text: nothing in it is ever markup of ours. */
import type { ComponentChildren } from 'preact'
import { correct } from '../state/corrections.ts'
import { argument, index } from '../state/debate.ts'
import type { PostEntry, PostMark } from '../state/posts.ts'
import { type Piece, pieces, type Span } from '../state/spans.ts'
import { selected } from '../state/view.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { Glyph } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { AddFromWords } from './AddFromWords.tsx'
import { Face } from './Face.tsx'
import { here } from './links.ts'
import { PostTime } from './PostTime.tsx'

const DEEPEST = 5

export function PostView({ entry, marks, wanted }: { entry: PostEntry; marks: Span<PostMark>[]; wanted: boolean }) {
  const { post, thread, at, depth, parent, repeat, fate } = entry
  const { thread: text, coverage, nobody, inspector } = words.value
  const said = [...new Set(marks.flatMap((mark) => (mark.value.kind === 'claim' ? [mark.value.claimId] : [])))]
  const heading = post.text.slice(0, post.heading).trim()
  return (
    <>
      {entry.firstOfThread && (
        <header class="thread-head">
          <p class="muted">{thread.site}</p>
          {heading === '' && thread.title !== '' && <h2>{thread.title}</h2>}
          {thread.article !== null && (
            <p class="muted">
              {text.article}: <SafeLink url={thread.article.url}>{thread.article.title}</SafeLink>
            </p>
          )}
        </header>
      )}
      <article
        class={`post${wanted ? ' wanted' : ''}`}
        id={`post-${post.id}`}
        tabIndex={-1}
        style={{ marginLeft: `calc(${Math.min(depth, DEEPEST)} * var(--indent))` }}
        aria-label={`${post.author ?? nobody}, ${inspector.post(at)}`}
      >
        <header>
          <Face name={post.author} />
          <strong>{post.author ?? nobody}</strong>
          {parent !== null && (
            <a
              class="muted"
              href={here({ view: 'thread', post: parent.id })}
              title={post.parentVia === 'order' ? text.guess : undefined}
            >
              {text.replyTo(parent.author ?? nobody)}
              {post.parentVia === 'order' ? ' ?' : ''}
            </a>
          )}
          <PostTime post={post} class="muted" />
          <span class="source-links">
            {post.score !== null && <span title={text.scoreWhy}>{text.score(post.score)}</span>}
            {post.agreement !== undefined && <span title={text.agreementWhy}>{text.agreement(post.agreement)}</span>}
            <a href={here({ view: 'thread', post: post.id })}>{inspector.post(at)}</a>
            {post.permalink !== null && (
              <SafeLink url={post.permalink} label={inspector.original}>
                <Icon name="out" />
              </SafeLink>
            )}
          </span>
        </header>
        {repeat !== null && (
          <p class="post-note">
            {text.repeat[repeat.kind]}{' '}
            <a href={here({ view: 'thread', post: repeat.of })}>
              {inspector.post(index.value.posts.get(repeat.of)?.at ?? 0)}
            </a>
            {repeat.similarity < 1 && <span> · {text.alike(repeat.similarity)}</span>}
            {repeat.differences !== undefined && <span> · {text.differs}</span>}
            <button
              type="button"
              class="claim-link small-link"
              onClick={(event) => {
                const own = event.currentTarget.closest<HTMLElement>('.post')
                void correct({ kind: 'unfold', postId: post.id }).then((made) => made && own?.focus())
              }}
            >
              {words.value.correct.unfold}
            </button>
          </p>
        )}
        <div class="post-text">
          {pieces(post.text, [...marks, { start: 0, end: post.heading, value: { kind: 'heading' } as const }]).map(
            (piece) => (
              <PieceView key={piece.start} piece={piece} />
            ),
          )}
        </div>
        {(post.state === 'deleted' || post.state === 'removed') && post.text === '' && (
          <p class="post-note">{text.deleted}</p>
        )}
        {fate !== null && fate.fate !== 'mapped' && fate.fate !== 'repeat' && (
          <p class="post-note">
            {coverage.fates[fate.fate]}
            {fate.why === '' ? '' : `: ${told(fate.why)}`}
          </p>
        )}
        {said.length > 0 && (
          <ul class="post-claims">
            {said.map((id) => (
              <PostClaim key={id} id={id} post={post.id} />
            ))}
          </ul>
        )}
        <AddFromWords post={post} />
      </article>
    </>
  )
}

function PostClaim({ id, post }: { id: string; post: string }) {
  const node = argument.value.nodes.get(id)
  if (node === undefined) return null
  return (
    <li>
      <a
        href={here({ view: 'thread', claim: id, post })}
        aria-current={selected.value === id ? 'true' : undefined}
        title={node.text}
      >
        <Glyph node={node} />
        {node.headline}
      </a>
    </li>
  )
}

function PieceView({ piece }: { piece: Piece<PostMark> }) {
  const { thread } = words.value
  const claims = piece.covers.flatMap((mark) => (mark.kind === 'claim' ? [mark] : []))
  const link = piece.covers.find((mark) => mark.kind === 'link')
  const other = piece.covers.find((mark) => mark.kind === 'concession' || mark.kind === 'question')
  const kinds = [
    piece.covers.some((mark) => mark.kind === 'heading') ? 'heading' : '',
    piece.covers.some((mark) => mark.kind === 'quote') ? 'quoted' : '',
    piece.covers.some((mark) => mark.kind === 'code') ? 'code' : '',
    piece.covers.some((mark) => mark.kind === 'differs') ? 'differs' : '',
  ].join(' ')
  // The shortest claim that covers the words is the one they say most exactly; the one in hand goes first.
  const claim = claims.find((mark) => mark.claimId === selected.value) ?? claims.at(-1)
  if (claim !== undefined) {
    const node = argument.value.nodes.get(claim.claimId)
    const chosen = claims.some((mark) => mark.claimId === selected.value)
    return (
      <a
        class={`said-here ${node?.tone ?? 'neutral'}${chosen ? ' chosen' : ''} ${kinds}`}
        href={here({ view: 'thread', claim: claim.claimId })}
        aria-current={chosen ? 'true' : undefined}
        title={node?.text}
      >
        {piece.text}
      </a>
    )
  }
  if (link !== undefined && link.kind === 'link') return <SafeLink url={link.url}>{piece.text}</SafeLink>
  if (other !== undefined && (other.kind === 'concession' || other.kind === 'question')) {
    const title = other.kind === 'concession' ? thread.concession : other.open ? thread.openQuestion : thread.question
    return (
      <span class={`other-mark ${other.kind} ${kinds}`} title={title}>
        {piece.text}
      </span>
    )
  }
  return <span class={kinds.trim() === '' ? undefined : kinds}>{piece.text}</span>
}

/** A link only where the address is one of the web; else just the words. */
export function SafeLink({ url, label, children }: { url: string; label?: string; children: ComponentChildren }) {
  if (!/^https?:\/\//i.test(url)) return <>{children}</>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" aria-label={label} title={label ?? url}>
      {children}
    </a>
  )
}
