/** HTML of a post as prose: paragraphs apart by a blank line, list items as "- …", quote blocks and links as ranges. */
import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import type { Range } from '../../shared/thread.ts'
import { clean } from './clean.ts'
import { isTooDeep } from './html-depth.ts'
import { moveRanges, plain, type Prose, type QuoteRange, trim } from './prose.ts'

export interface HtmlReading {
  /** Address the page's relative links start from. */
  base?: string | null
  /** Elements that are furniture, not words of the post. */
  drop?: (element: Element) => boolean
  /** Who and what a quote block names; null for an element that is no quote. `blockquote` and `q[cite]` are quotes anyway. */
  quote?: (element: Element) => { author: string | null; ref: string | null } | null
}

const PARAGRAPH = new Set(
  'p blockquote pre ul ol dl table h1 h2 h3 h4 h5 h6 hr figure aside details fieldset form'.split(' '),
)
const LINE = new Set(
  'div section article header footer main nav li dt dd tr figcaption summary caption address center'.split(' '),
)
const SILENT = new Set(
  'script style noscript template svg math button input select textarea option iframe object video audio canvas head title meta link'.split(
    ' ',
  ),
)

function hidden(element: Element): boolean {
  const { attribs } = element
  return (
    attribs.hidden !== undefined ||
    (attribs.style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs.style))
  )
}

/** How addresses that need no base begin. */
const SCHEME = /^\s*h\s*t/i

/** Absolute http(s) address of a link, or null for anything else. */
export function absolute(href: string | undefined, base?: string | null): string | null {
  if (href === undefined || href === '' || ((base ?? null) === null && !SCHEME.test(href))) return null
  try {
    const url = new URL(href, base ?? undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

/** Words instead of a picture: only smilies and emoji have any that belong to the sentence. */
function pictureWords(element: Element): string {
  const { class: classes = '', alt = '' } = element.attribs
  return /emoji|smil/i.test(classes) ? alt : ''
}

/** Words that are shown when one asks for them are the writer's own. */
const isSpoiler = ({ attribs }: Element) => /(?:^|\s)spoiler(?:\s|$)/.test(attribs.class ?? '')

/** White space that is not one blank already. */
const UNEVEN = /[\t\n\r\f\u00A0]| {2}/

/** Gathers text and notes where elements begin and end; separators wait until there is something to separate. */
class Writer {
  text = ''
  readonly links: (Range & { url: string })[] = []
  readonly code: Range[] = []
  readonly quotes: QuoteRange[] = []
  readonly quoteStack: { author: string | null; ref: string | null }[] = []
  private readonly waiting: Range[] = []
  private lastQuote: object | null = null
  private breaks = 0
  private space = false
  private prefix = ''

  /** At least `count` line ends before the next words; a paragraph right after a list mark stays on its line. */
  separate(count: 1 | 2): void {
    if (this.prefix === '') this.breaks = Math.max(this.breaks, count)
  }

  lineBreak(): void {
    if (this.prefix === '') this.breaks = Math.min(2, this.breaks + 1)
  }

  item(): void {
    this.separate(1)
    this.prefix = '- '
  }

  endItem(): void {
    this.prefix = ''
    this.separate(1)
  }

  cell(): void {
    if (this.text !== '' && this.breaks === 0) this.words(' | ')
  }

  /** A link to an address begins; one that leads nowhere is none. */
  link(url: string | null): Range | null {
    if (url === null) return null
    const mark = { start: 0, end: 0, url }
    this.links.push(mark)
    this.waiting.push(mark)
    return mark
  }

  pre(): Range {
    const mark = { start: 0, end: 0 }
    this.code.push(mark)
    this.waiting.push(mark)
    return mark
  }

  close(mark: Range): void {
    const at = this.waiting.indexOf(mark)
    if (at >= 0) this.waiting.splice(at, 1)
    else mark.end = this.text.length
  }

  /** Text of the ordinary flow: runs of white space count as one blank, also those that only keep a line together. */
  words(data: string): void {
    const flat = UNEVEN.test(data) ? data.replace(/[ \t\n\r\f\u00A0]+/g, ' ') : data
    if (flat === '') return
    const first = flat.startsWith(' ')
    const last = flat.endsWith(' ')
    if (first) this.space = true
    const body = flat.trim() === '' ? '' : flat.slice(first ? 1 : 0, last ? -1 : undefined)
    if (body === '') return
    this.emit(body)
    this.space = last
  }

  /** Text that keeps its line ends. */
  verbatim(data: string): void {
    if (data.trim() === '') return
    this.emit(this.breaks > 0 || this.text === '' ? data.replace(/^\n+/, '') : data)
    this.space = false
  }

  private emit(data: string): void {
    if (this.text !== '') {
      if (this.breaks > 0) this.text += '\n'.repeat(this.breaks)
      else if (this.space) this.text += ' '
    }
    this.text += this.prefix
    const start = this.text.length
    this.breaks = 0
    this.space = false
    this.prefix = ''
    for (const mark of this.waiting) mark.start = start
    this.waiting.length = 0
    this.text += data
    this.quoted(start)
  }

  private quoted(start: number): void {
    const quote = this.quoteStack.at(-1) ?? null
    if (quote !== null) {
      const last = this.quotes.at(-1)
      if (last !== undefined && this.lastQuote === quote) last.end = this.text.length
      else {
        const [outermost] = this.quoteStack
        const within = outermost?.ref === quote.ref ? {} : { within: outermost?.ref ?? null }
        this.quotes.push({ start, end: this.text.length, ...quote, ...within })
      }
    }
    this.lastQuote = quote
  }
}

/** A fragment alone leads to another place of the page, or nowhere: it names nothing the words rest on. */
function linked({ attribs: { href } }: Element, { base }: HtmlReading): string | null {
  return href?.startsWith('#') === true ? null : absolute(href, base)
}

/** What the end of an element has to say. */
interface Entered {
  name: string
  breaks: 0 | 1 | 2
  quote: boolean
  /** The stretch it is: a link or code. */
  mark: Range | null
}

/** Some forums put code of several lines into `<code>` alone. */
function isPre(element: Element): boolean {
  if (element.name === 'pre') return true
  const { parent } = element
  return (
    element.name === 'code' &&
    !(parent !== null && isTag(parent) && parent.name === 'pre') &&
    (/\bbbc?_?code\b/i.test(element.attribs.class ?? '') ||
      element.children.some((one) => isTag(one) && one.name === 'br'))
  )
}

function enter(writer: Writer, element: Element, reading: HtmlReading): Entered | null {
  const name = isPre(element) ? 'pre' : element.name
  if (name === 'br') writer.lineBreak()
  if (name === 'img') writer.words(clean(pictureWords(element)))
  const breaks = PARAGRAPH.has(name) ? 2 : LINE.has(name) ? 1 : 0
  if (name === 'li') writer.item()
  else if (breaks !== 0) writer.separate(breaks)
  if (name === 'td' || name === 'th') writer.cell()
  const quote =
    reading.quote?.(element) ??
    (name === 'blockquote' && !isSpoiler(element) ? { author: null, ref: element.attribs.cite ?? null } : null)
  if (quote !== null) {
    writer.separate(2)
    writer.quoteStack.push(quote)
  }
  const mark = name === 'a' ? writer.link(linked(element, reading)) : name === 'pre' ? writer.pre() : null
  return breaks === 0 && quote === null && mark === null ? null : { name, breaks, quote: quote !== null, mark }
}

function leave(writer: Writer, { name, breaks, quote, mark }: Entered): void {
  if (mark !== null) writer.close(mark)
  if (quote) {
    writer.quoteStack.pop()
    writer.separate(2)
  }
  if (name === 'li') writer.endItem()
  else if (breaks !== 0) writer.separate(breaks)
}

/** Prose of a list of nodes. Depth costs no stack, so hostile nesting is only slow in proportion to its size. */
export function nodesToText(nodes: ChildNode[], reading: HtmlReading = {}): Prose {
  const writer = new Writer()
  const todo: (ChildNode | Entered)[] = nodes.toReversed()
  let verbatim = 0
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if ('breaks' in next) {
      leave(writer, next)
      if (next.name === 'pre') verbatim--
    } else if (isText(next)) {
      if (verbatim > 0) writer.verbatim(clean(next.data))
      else writer.words(clean(next.data))
    } else if (isTag(next) && !SILENT.has(next.name) && !hidden(next) && reading.drop?.(next) !== true) {
      const entered = enter(writer, next, reading)
      if (entered?.name === 'pre') verbatim++
      if (entered !== null) todo.push(entered)
      for (let child = next.children.length - 1; child >= 0; child--) todo.push(next.children[child] as ChildNode)
    }
  }
  const ranges = <R extends Range>(marks: R[]) => marks.filter(({ start, end }) => end > start)
  const { text, quotes, links, code } = writer
  return trim(composed({ text, quotes, links: ranges(links), code: ranges(code) }))
}

/** Text nodes are normalised one by one; a combining mark that opens one still has to join the letter before it. */
function composed(prose: Prose): Prose {
  const text = prose.text.normalize('NFC')
  if (text === prose.text) return prose
  return moveRanges(prose, text, (offset) => Math.min(text.length, prose.text.slice(0, offset).normalize('NFC').length))
}

export function htmlToText(html: string, reading: HtmlReading = {}): Prose {
  if (!/[<&]/.test(html)) return plain(clean(html).replace(/\s+/g, ' ').trim())
  // What is nested beyond reason keeps its words, if not its form.
  if (html.length > 20_000 && isTooDeep(html))
    return plain(
      clean(html.replace(/<[^<>]*>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim(),
    )
  return nodesToText(parseDocument(html).children, reading)
}
