/** A talk page of a wiki, selected and copied: each comment ends with its writer, "(talk)" and a time with its zone. */
import { stampsIn } from '../platforms/mediawiki-signatures.ts'
import { block, type Layout, looksLikeName, type Piece } from './layout.ts'

/** Links to where a writer is talked to and what else they wrote, right before the time. */
const LINKS = /\([^()\n]{1,60}\),?\s*$/
const FURNITURE =
  /^\s*(?:\[?(?:reply|edit|edit source|subscribe|unsubscribe|Antworten|Bearbeiten|Quelltext bearbeiten|Abonnieren|répondre|modifier|responder|editar|rispondi|modifica)\]?|Latest comment: .*|Letzter Kommentar: .*|Dernier commentaire : .*|\d+ (?:comments?|people in discussion|person in discussion|Kommentare?|Personen? in der Diskussion|commentaires?|participants?))\s*$/i
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){3,7}|~\d{4}-[\d-]+)$/i
const LONGEST = 4
/** Characters a signature takes at most before its time. */
const SIGNATURE = 200

/** The name at the end of `line`, behind the last mark that ends what was said; only words that can be a name. */
function nameAtEnd(line: string): string | null {
  const words = (line.split(/[.!?:;…]\s+|\s[-–—~]{1,2}\s*|^[-–—~]+\s*|[–—]|--/).at(-1) ?? '').trim().split(/\s+/)
  for (let count = Math.min(LONGEST, words.length); count > 0; count--) {
    const name = words.slice(-count).join(' ')
    if (ADDRESS.test(name) || looksLikeName(name) || (count === 1 && words.length === 1 && /^[\w.-]{2,40}$/.test(name)))
      return name
  }
  return null
}

export const talkPageCopy: Layout = (text) => {
  const stamps = stampsIn(text)
  if (stamps.length < 2) return null
  const pieces: Piece[] = []
  let from = 0
  for (const stamp of stamps) {
    const before = text.slice(from, stamp.start)
    // Only the end is looked at: a signature is short, what stands before it may be long.
    const end = before.slice(-SIGNATURE)
    const links = LINKS.exec(end.trimEnd())
    const signed = before.slice(0, before.length - end.length + (links?.index ?? end.length)).trimEnd()
    const line = signed.slice(-SIGNATURE).split('\n').at(-1) ?? ''
    const author = links === null ? null : nameAtEnd(line)
    if (author === null) return null
    const said = signed
      .slice(0, signed.length - author.length)
      .trimEnd()
      .replace(/(?<![–—~-])[–—~-]{1,4}$/, '')
      .trimEnd()
    const lines = said.replace(/^\s*\[[^\][\n]{2,20}\]/, '').split('\n')
    pieces.push({
      author,
      depth: null,
      text: block(lines.filter((line) => !FURNITURE.test(line))),
      createdAt: stamp.at,
    })
    from = stamp.end
  }
  const [first] = pieces
  const [title = '', ...rest] = first?.text.split('\n') ?? []
  const titled = rest.length > 0 && title.length <= 120 && !/[.!?:,;]$/.test(title)
  if (first !== undefined && titled) first.text = block(rest)
  const below = block(
    text
      .slice(from)
      .replace(/^\s*\[[^\][\n]{2,20}\]/, '')
      .split('\n')
      .filter((line) => !FURNITURE.test(line)),
  )
  return {
    layout: 'copied from a talk page of a wiki',
    platform: 'mediawiki',
    title: titled ? title : null,
    opening: titled,
    pieces: below === '' ? pieces : [...pieces, { author: null, depth: null, text: below }],
    notices: ['The copy does not show who answers whom.'],
  }
}
