/** Words marked in a post become a claim or evidence that the analysis missed. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Post, Range as Words } from '../../shared/thread.ts'
import { correct } from '../state/corrections.ts'
import { words } from '../text/index.ts'

/** Fewer characters are no statement. */
const SHORTEST = 8

/** Shown under the post whose words are selected; a text that is not written on cannot be marked by keys, so a field stands in. */
export function AddFromWords({ post }: { post: Post }) {
  const range = useSignal<Words | null>(null)
  const byKeys = useSignal(false)
  useEffect(() => {
    const look = (): void => {
      if (byKeys.value) return
      const element = document.querySelector(`#${CSS.escape(`post-${post.id}`)} .post-text`)
      range.value = element === null ? null : selectedIn(element)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [post.id])
  const { correct: text } = words.value
  const leave = (): void => {
    byKeys.value = false
    range.value = null
    document.getElementById(`post-${post.id}`)?.focus({ preventScroll: true })
  }
  return (
    <>
      {byKeys.value ? (
        <Marking post={post} range={range} leave={leave} />
      ) : (
        <button type="button" class="button small by-keys" onClick={() => (byKeys.value = true)}>
          {text.marking}
        </button>
      )}
      {range.value !== null && <Add post={post} range={range.value} done={leave} />}
    </>
  )
}

function Add({ post, range, done }: { post: Post; range: Words; done: () => void }) {
  const { correct: text } = words.value
  const add = async (as: 'claim' | 'evidence'): Promise<void> => {
    const said = post.text.slice(range.start, range.end)
    const statement = said.replace(/\s+/g, ' ').slice(0, 1000)
    const evidenceType = as === 'evidence' ? 'document' : null
    const passage = { postId: post.id, ...range }
    document.getSelection()?.removeAllRanges()
    if (await correct({ kind: 'add', passage, words: said, as, evidenceType, statement })) done()
  }
  // A press must not take away the marking it is for.
  const keep = (event: MouseEvent): void => event.preventDefault()
  return (
    <p class="add-words">
      <button type="button" class="button small" onMouseDown={keep} onClick={() => void add('claim')}>
        {text.addClaim}
      </button>
      <button type="button" class="button small" onMouseDown={keep} onClick={() => void add('evidence')}>
        {text.addEvidence}
      </button>
    </p>
  )
}

interface MarkingProps {
  post: Post
  range: Signal<Words | null>
  leave: () => void
}

/** The post's text in a field of its own, where Shift and the arrow keys mark words; a read-only field would have no caret. */
function Marking({ post, range, leave }: MarkingProps) {
  const { correct: text } = words.value
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(0, 0)
  }, [])
  return (
    <label class="marking">
      {text.markingHow}
      <textarea
        class="field"
        ref={field}
        aria-readonly
        inputMode="none"
        rows={6}
        value={post.text}
        onBeforeInput={(event) => event.preventDefault()}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          (range.value = trimmed(post.text, selectionStart, selectionEnd))
        }
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          leave()
        }}
      />
    </label>
  )
}

/** Offsets of the selected words within an element whose text is a post's text. */
function selectedIn(element: Element): Words | null {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return trimmed(element.textContent ?? '', start, start + range.toString().length)
}

/** What is selected in whole words, without white space at its ends; null when that is too short. */
function trimmed(text: string, start: number, end: number): Words | null {
  const said = text.slice(start, end)
  let from = start + said.length - said.trimStart().length
  let to = from + said.trim().length
  if (to - from < SHORTEST) return null
  while (isWithinWord(text, from)) from -= 1
  while (isWithinWord(text, to)) to += 1
  return { start: from, end: to }
}

function isWithinWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))
}
