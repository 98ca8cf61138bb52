/** Posts as the data of a question: closed short ids, quoted passages and code named instead of sent, nothing invisible. */
import type { Post, Range } from '../../../shared/thread.ts'
import { INVISIBLE } from '../../text/fold.ts'

/** Most characters of a context post that are sent: of the post answered, of the opening post, of any other (or the opening post with known units). */
const CONTEXT = { parent: 260, opening: 320, other: 100 }
/** Most known units of a context post that are sent, in the order of its text. */
const MOST_KNOWN = 8
/** Longer statements of them are sent by their beginning and end. */
const KNOWN_CHARACTERS = 120
/** Most ancestors sent above a post, the opening post not counted. */
const ANCESTORS = 3
/** Shorter posts are explained by what they answer, in characters. */
const SHORT = 120
/** Longer addresses are sent as the name of their host. */
const LONGEST_ADDRESS = 48
/** Words of a quoted passage that are sent to tell which one it is, where its post is sent as well; else characters of it. */
const QUOTED_WORDS = 4
const QUOTED_CHARACTERS = 160
/** Stands for words that are kept from the model. */
const WITHHELD = '[…withheld…]'

/** What the data of a question about posts is made from. */
export interface Shown {
  title: string
  asked: Post[]
  /** Ancestors and the opening post, which may explain them. */
  around: Post[]
  /** Statements of what context posts put forward, where that is known already. */
  known?: (post: Post) => string[]
  /** Whether a title, or the own text of a post, is kept from this question: it may reach only its own post's. */
  withheld: (text: string) => boolean
}

export interface PostData {
  json: string
  /** The short id a post was given. */
  idOf(post: Post): string
  /** Context posts that were sent. */
  context: Post[]
  /** Context posts of which known units were sent, by the short ids of these, in the order `known` gave them. */
  known: Map<Post, string[]>
}

/**
 * The data of a question about posts: a JSON object with the title, `context` and `posts` as texts by "p2@p1 by a1" (id,
 * post answered, author where they answer themselves or their answerers), and `known` with statements by id.
 */
export function postData({ title, asked, around, known = () => [], withheld }: Shown): PostData {
  const context = contextOf(asked, around)
  const ids = new Map<string, string>()
  asked.forEach((post, index) => ids.set(post.id, `p${index + 1}`))
  context.forEach((post, index) => ids.set(post.id, `c${index + 1}`))
  const people = new Map<string, string>()
  const sent = new Map([...asked, ...context].map((post) => [post.id, post]))
  const speaking = new Set<string | null>()
  for (const post of [...asked, ...context]) {
    const parent = sent.get(post.parentId ?? '')
    const answered = sent.get(parent?.parentId ?? '')
    if ([parent, answered].some((other) => other?.author === post.author) || post.kind === 'opening')
      speaking.add(post.author)
  }
  // A name tells something only where somebody comes back to what they said, or began.
  const by = (post: Post): string => {
    if (post.author === null || !speaking.has(post.author)) return ''
    if (!people.has(post.author)) people.set(post.author, `a${people.size + 1}`)
    return ` by ${people.get(post.author)}`
  }
  const to = (post: Post): string => {
    const id = ids.get(post.parentId ?? '')
    return id === undefined ? '' : `@${id}`
  }
  const parents = new Set(asked.map((post) => post.parentId))
  const contextTexts: Record<string, string> = {}
  const knownTexts: Record<string, string> = {}
  const knownIds = new Map<Post, string[]>()
  for (const post of context) {
    const id = ids.get(post.id) as string
    const hidden = withheld(ownText(post))
    const statements = hidden ? [] : known(post).slice(0, MOST_KNOWN)
    const isKnown = statements.length > 0
    // What it puts forward says more about a post than its beginning.
    if (!isKnown || post.kind === 'opening') {
      const most = isKnown ? CONTEXT.other : mostOf(post, parents)
      contextTexts[`${id}${by(post)}`] = hidden ? WITHHELD : shorten(postText(post, ids), most)
    }
    if (!isKnown) continue
    const own = statements.map((_, index) => `${id}${letter(index)}`)
    own.forEach((unit, index) => (knownTexts[unit] = shorten(statements[index] as string, KNOWN_CHARACTERS)))
    knownIds.set(post, own)
  }
  const plainTitle = withheld(title) ? '' : plain(title)
  const data = {
    ...(plainTitle === '' ? {} : { title: plainTitle }),
    ...(Object.keys(contextTexts).length === 0 ? {} : { context: contextTexts }),
    ...(knownIds.size === 0 ? {} : { known: knownTexts }),
    posts: Object.fromEntries(asked.map((post) => [`${ids.get(post.id)}${to(post)}${by(post)}`, postText(post, ids)])),
  }
  return { json: JSON.stringify(data), idOf: (post) => ids.get(post.id) as string, context, known: knownIds }
}

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index)
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
  const openings = openingsOf(asked, known)
  return [...known.values()].filter((post) => !own.has(post.id) && (wanted.has(post.id) || openings.has(post.id)))
}

/** What the posts belong to: the opening post; of several those at whose ends they stand. */
function openingsOf(asked: Post[], known: Map<string, Post>): Set<string> {
  const all = [...known.values()].flatMap((post) => (post.kind === 'opening' ? [post.id] : []))
  if (all.length <= 1) return new Set(all)
  const openings = new Set(all)
  return new Set(
    asked.flatMap((post) => {
      const seen = new Set<string>()
      let at: Post | undefined = post
      while (at !== undefined && !openings.has(at.id) && !seen.has(at.id)) {
        seen.add(at.id)
        at = known.get(at.parentId ?? '')
      }
      return at === undefined ? [] : [at.id]
    }),
  )
}

/** A post's own words without what shows nothing: all of it that is sent. */
function postText(post: Post, ids: Map<string, string>): string {
  return plain(ownText(post, ids))
}

/** A post's own words: quotes, code and long addresses stand as marks. `ids`: short ids of posts that are named in them. */
export function ownText(post: Post, ids: Map<string, string> = new Map()): string {
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
  return text + post.text.slice(at)
}

function quoteMark(post: Post, quote: Range & { of: { postId: string } | null }, ids: Map<string, string>): string {
  const said = plain(post.text.slice(quote.start, quote.end).replace(/^\s*>+\s?/gm, '')).replace(/[\s[\]…"]+/g, ' ')
  const source = ids.get(quote.of?.postId ?? '')
  // A bracket within the mark would end it early: what follows would pass for the post's own words.
  if (source === undefined) return `[…quote "${shorten(said, QUOTED_CHARACTERS, '…')}"…]\n`
  return `[…${source} "${said.split(' ').slice(0, QUOTED_WORDS).join(' ')}…"…]\n`
}

function addressMark(address: string): string | null {
  if (address.length <= LONGEST_ADDRESS || !/^https?:/i.test(address)) return null
  const host = /^https?:\/\/([^/?#\s]+)/i.exec(address)?.[1]
  return host === undefined ? null : `[…link to ${host}…]`
}

/** Without characters that show nothing and without empty lines. */
function plain(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** The beginning and the end of a longer text, with `gap` between. */
function shorten(text: string, most: number, gap = '[…]'): string {
  if (text.length <= most) return text
  const tail = Math.floor(most / 4)
  return `${text.slice(0, most - tail).trimEnd()} ${gap} ${text.slice(-tail).trimStart()}`
}
