/** Posts as the data of a question: closed short ids, quoted passages and code named instead of sent, nothing invisible. */
import type { Post, Range } from '../../../shared/thread.ts'
import { INVISIBLE } from '../../text/fold.ts'
import { speaksToReader } from './suspicion.ts'

/** Most characters of a context post that are sent: of the post answered, of the opening post, of any other. */
const CONTEXT = { parent: 260, opening: 320, other: 100 }
/** Most ancestors sent above a post, the opening post not counted. */
const ANCESTORS = 3
/** Shorter posts are explained by what they answer, in characters. */
const SHORT = 120
/** Longer addresses are sent as the name of their host. */
const LONGEST_ADDRESS = 48
/** Words of a quoted passage that are sent to tell which one it is, where its post is sent as well; else characters of it. */
const QUOTED_WORDS = 7
const QUOTED_CHARACTERS = 160

interface PostData {
  json: string
  /** The short id a post asked about was given. */
  idOf(post: Post): string
}

/** The data of a question about `asked`, which may be explained by `around` (ancestors and the opening post). */
export function postData(title: string, asked: Post[], around: Post[]): PostData {
  const context = contextOf(asked, around)
  const ids = new Map<string, string>()
  asked.forEach((post, index) => ids.set(post.id, `p${index + 1}`))
  context.forEach((post, index) => ids.set(post.id, `c${index + 1}`))
  const people = new Map<string, string>()
  const sent = new Map<string, number>()
  for (const { author } of [...asked, ...context]) if (author !== null) sent.set(author, (sent.get(author) ?? 0) + 1)
  // A name tells something only where it comes again.
  const by = (post: Post): string | undefined => {
    if (post.author === null || sent.get(post.author) === 1) return undefined
    if (!people.has(post.author)) people.set(post.author, `a${people.size + 1}`)
    return people.get(post.author)
  }
  const parents = new Set(asked.map((post) => post.parentId))
  const data = {
    title: speaksToReader(title) ? '' : plain(title),
    context: context.map((post) => ({
      id: ids.get(post.id),
      by: by(post),
      text: speaksToReader(post.text) ? '[…withheld…]' : shorten(postText(post, ids), mostOf(post, parents)),
    })),
    posts: asked.map((post) => ({
      id: ids.get(post.id),
      by: by(post),
      to: ids.get(post.parentId ?? ''),
      text: postText(post, ids),
    })),
  }
  return { json: JSON.stringify(data), idOf: (post) => ids.get(post.id) as string }
}

function mostOf(post: Post, parents: Set<string | null>): number {
  if (post.kind === 'opening') return CONTEXT.opening
  return parents.has(post.id) ? CONTEXT.parent : CONTEXT.other
}

/** The opening post, what each post answers, and what that answers where it is too short to be understood alone; oldest first. */
function contextOf(asked: Post[], around: Post[]): Post[] {
  const known = new Map([...around, ...asked].map((post) => [post.id, post]))
  const own = new Set(asked.map((post) => post.id))
  const wanted = new Set<string>()
  for (const post of asked) {
    let at = known.get(post.parentId ?? '')
    for (let step = 0; step < ANCESTORS && at !== undefined && !own.has(at.id); step += 1) {
      wanted.add(at.id)
      at = at.text.length < SHORT ? known.get(at.parentId ?? '') : undefined
    }
  }
  return [...known.values()].filter((post) => !own.has(post.id) && (wanted.has(post.id) || post.kind === 'opening'))
}

/** A post's own words: quotes, code and long addresses stand as marks. */
function postText(post: Post, ids: Map<string, string> = new Map()): string {
  const marks = [
    ...post.quotes.map((quote) => ({ ...quote, mark: quoteMark(post, quote, ids) })),
    ...post.code.map((code) => ({ ...code, mark: code.end - code.start > 80 ? '[…code…]' : null })),
    ...post.links.map((link) => ({ ...link, mark: addressMark(post.text.slice(link.start, link.end)) })),
  ].toSorted((a, b) => a.start - b.start)
  let text = ''
  let at = 0
  for (const { start, end, mark } of marks) {
    if (mark === null || start < at) continue
    text += `${post.text.slice(at, start)}${mark}`
    at = end
  }
  return plain(text + post.text.slice(at))
}

function quoteMark(post: Post, quote: Range & { of: { postId: string } | null }, ids: Map<string, string>): string {
  const said = plain(post.text.slice(quote.start, quote.end).replace(/^\s*>+\s?/gm, '')).replace(/[\s[\]…"]+/g, ' ')
  const source = ids.get(quote.of?.postId ?? '')
  if (source === undefined) return `[…quote: "${shorten(said, QUOTED_CHARACTERS)}"…]\n`
  return `[…quote of ${source}: "${said.split(' ').slice(0, QUOTED_WORDS).join(' ')}…"…]\n`
}

function addressMark(address: string): string | null {
  if (address.length <= LONGEST_ADDRESS || !/^https?:/i.test(address)) return null
  const host = /^https?:\/\/([^/?#\s]+)/i.exec(address)?.[1]
  return host === undefined ? null : `[…link to ${host}…]`
}

/** Without characters that show nothing, and with at most one empty line. */
function plain(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The beginning and the end of a longer text. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const tail = Math.floor(most / 4)
  return `${text.slice(0, most - tail).trimEnd()} […] ${text.slice(-tail).trimStart()}`
}
