/** Pasted text to a thread: known ways of copying first, plain paragraphs last. */
import { Problem } from '../../problem.ts'
import { clean } from '../../text/clean.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import type { Labels, LabelsAre } from '../../../shared/split.ts'
import type { Post } from '../../../shared/thread.ts'
import { assemble } from '../assemble.ts'
import { byDepth } from '../page.ts'
import type { ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { chatCopies } from './chat.ts'
import { discourseCopy } from './discourse.ts'
import { facebookCopy } from './facebook.ts'
import { firstLines, MOST_LINES } from './first-lines.ts'
import { gitHubCopy } from './github.ts'
import { hackerNewsCopy } from './hacker-news.ts'
import { headedPosts } from './headed.ts'
import type { Layout, Split } from './layout.ts'
import { interviewCopy } from './interview.ts'
import { labelsOf, takenAs, turnsOf } from './labels.ts'
import { lemmyCopy } from './lemmy.ts'
import { linkedInCopy } from './linkedin.ts'
import { mailCopy } from './mail.ts'
import { microblogCopy } from './microblog.ts'
import { namedTurns } from './names.ts'
import { phpBbCopy } from './phpbb.ts'
import { plainPosts } from './plain.ts'
import { quoraCopy } from './quora.ts'
import { levelRedditCopy, todayRedditCopy } from './reddit.ts'
import { oldRedditCopy } from './reddit-old.ts'
import { stackedPosts } from './stacked.ts'
import { stackExchangeCopy } from './stack-exchange.ts'
import { areWriters, mayBeWriters } from './talk.ts'
import { talkPageCopy } from './talk-page.ts'
import { threadsCopy } from './threads.ts'
import { timeBelowCopy } from './time-below.ts'
import { whatsAppCopy } from './whatsapp.ts'
import { wordCopy } from './word.ts'
import { xenForoCopy } from './xenforo.ts'
import { youTubeCopy } from './youtube.ts'

const LAYOUTS: Layout[] = [
  whatsAppCopy,
  hackerNewsCopy,
  oldRedditCopy,
  levelRedditCopy,
  phpBbCopy,
  xenForoCopy,
  stackExchangeCopy,
  lemmyCopy,
  quoraCopy,
  linkedInCopy,
  facebookCopy,
  talkPageCopy,
  threadsCopy,
  discourseCopy,
  todayRedditCopy,
  gitHubCopy,
  youTubeCopy,
  microblogCopy,
  timeBelowCopy,
  ...chatCopies,
  headedPosts,
  wordCopy,
  stackedPosts,
  mailCopy,
  interviewCopy,
  ...namedTurns,
  plainPosts,
]

/** What stands where the words of a post were, on the sites whose copies are known. */
const GONE: [RegExp, Post['state']][] = [
  [/^(?:\[deleted\]|comment deleted by user)$/i, 'deleted'],
  [/^(?:\[removed\]|\[flagged\]|\[dead\]|comment removed by moderator)$/i, 'removed'],
]

/** A text as it was split, and the labels in it that may be writers. */
interface Labelled {
  split: Split
  labels: Labels | null
}

/**
 * The first layout that says who wrote, or whose labels are writers: beyond doubt, or because `asked` says so. Labels that
 * may well be writers are offered with the split of a layout that names nobody.
 */
function splitText(text: string, asked: LabelsAre | null): Labelled {
  let offered: Labels | null = null
  for (const layout of LAYOUTS) {
    const split = layout(text)
    if (split === null) continue
    if (split.byForm === undefined) return { split, labels: split.pieces.some(({ author }) => author) ? null : offered }
    const turns = turnsOf(split.pieces)
    if (asked === 'writers' || (asked === null && areWriters(turns, split.byForm)))
      return { split, labels: labelsOf(turns, 'writers', asked) }
    if (asked !== null || mayBeWriters(turns)) offered ??= labelsOf(turns, 'words', asked)
  }
  throw new Problem('empty-input', 'There is no text to read.')
}

/** Words of a pasted post: blank lines part paragraphs, addresses written out become links. */
function pastedProse(text: string): Prose {
  return urlsInText(
    quoteLines(
      plain(
        text
          .trim()
          .split('\n')
          .map((line) => line.trimEnd())
          .join('\n')
          .replace(/\n{3,}/g, '\n\n'),
      ),
    ),
  )
}

/**
 * Throws `empty-input` when `text` holds no words. `title` is what the person named the thread; `pastedAt` (ISO 8601) is
 * when it was copied, from which ages in it count. `asked` is what whoever sent it says of its labels. Of more than `most` posts and of
 * very many lines the first are read; what is left out is told.
 */
export function readPasted(
  text: string,
  title: string | null,
  pastedAt: string | null = null,
  most = Infinity,
  asked: LabelsAre | null = null,
): ReadThread {
  // Long runs of blanks say nothing, but every pattern that skips blanks would walk them again and again.
  const { text: words, left } = firstLines(clean(text).replace(/[ \t\u00A0]{50,}/g, ' '))
  if (words.trim() === '') throw new Problem('empty-input', 'There is no text to read.')
  const { split, labels } = splitText(words, asked)
  const over = split.pieces.length - most
  const kept = over > 0 ? split.pieces.slice(0, most) : split.pieces
  const rows = kept.map((piece, index) => ({ id: String(index + 1), depth: piece.depth ?? 0 }))
  const shown = kept.some((piece) => piece.depth !== null)
  const root = split.opening ? '1' : null
  const parents = shown ? byDepth(rows, root) : new Map<string, string | null>()
  const posts = kept.map((piece, index) => {
    const id = String(index + 1)
    const { answers } = piece
    const gone = GONE.find(([words]) => words.test(piece.text.trim()))?.[1] ?? null
    const empty = piece.text.trim() === '' && !(split.opening && index === 0)
    const parentId = answers === undefined ? (parents.get(id) ?? null) : String(answers.place + 1)
    return post({
      id,
      parentId: parentId === id ? null : parentId,
      parentVia: answers?.sure === false ? 'order' : 'nesting',
      author: piece.author,
      createdAt: piece.createdAt ?? null,
      age: piece.head ?? null,
      readAt: pastedAt,
      score: piece.score ?? null,
      title: split.opening && index === 0 ? split.title : null,
      body: pastedProse(gone === null ? piece.text : ''),
      kind: piece.kind ?? (index === 0 ? 'opening' : 'comment'),
      stance: piece.stance ?? null,
      state: gone ?? piece.state ?? (empty ? 'deleted' : 'ok'),
    })
  })
  const thread = assemble({
    platform: split.platform,
    site: 'Pasted text',
    title: title ?? split.title,
    posts,
    expected: split.expected ?? (over > 0 ? split.pieces.length : null),
    missing: [
      ...(split.missing ?? []),
      ...(over > 0 ? [{ why: `more than ${most} posts (MAX_POSTS)`, count: over }] : []),
      ...(left === 0 ? [] : [{ why: `what stands after the first ${MOST_LINES} lines`, count: null }]),
    ],
    notices: [
      `Read as text ${split.layout}.`,
      ...takenAs(labels),
      ...split.notices,
      ...(left === 0 ? [] : [`Of the text the first ${MOST_LINES} lines were read; ${left} more were left out.`]),
    ],
  })
  return labels === null ? thread : { ...thread, labels }
}
