/** Words marked in a post become a claim or evidence that the analysis missed. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Post, Range as Words } from '../../shared/thread.ts'
import { correct } from '../state/corrections.ts'
import { words } from '../text/index.ts'

/** Fewer characters are no statement. */
const SHORTEST = 8

/** Shown under the post whose words are selected. */
export function AddFromWords({ post }: { post: Post }) {
  const range = useSignal<Words | null>(null)
  useEffect(() => {
    const look = (): void => {
      const element = document.querySelector(`#${CSS.escape(`post-${post.id}`)} .post-text`)
      range.value = element === null ? null : selectedIn(element)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [post.id])
  const now = range.value
  if (now === null) return null
  const add = (as: 'claim' | 'evidence'): void => {
    const said = post.text.slice(now.start, now.end)
    const statement = said.replace(/\s+/g, ' ').slice(0, 1000)
    const evidenceType = as === 'evidence' ? 'document' : null
    void correct({ kind: 'add', passage: { postId: post.id, ...now }, words: said, as, evidenceType, statement })
    document.getSelection()?.removeAllRanges()
  }
  const { correct: text } = words.value
  return (
    <p class="add-words">
      <button
        type="button"
        class="button small"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => add('claim')}
      >
        {text.addClaim}
      </button>
      <button
        type="button"
        class="button small"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => add('evidence')}
      >
        {text.addEvidence}
      </button>
    </p>
  )
}

/** Offsets of the selected words within an element whose text is a post's text, white space at the ends left out. */
function selectedIn(element: Element): Words | null {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const text = range.toString()
  const start = before.toString().length + (text.length - text.trimStart().length)
  const end = start + text.trim().length
  return end - start < SHORTEST ? null : { start, end }
}
