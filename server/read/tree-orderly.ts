/** Pages whose tags leave nothing to mend: the tree browsers build of them is the one their tags spell out, had in a third of the time. */
import { type ChildNode, type Document, DomHandler, Element, isTag } from 'domhandler'
import { Parser } from 'htmlparser2'
import { DEEPEST } from '../text/html-depth.ts'

const set = (names: string) => new Set(names.split(' '))

/** Without content: they end where they begin. */
const VOID = set('area base basefont br col embed hr img input keygen link meta param source track wbr')

/** Read by rules of their own that are not followed here, or differently by the two parsers. */
const OTHER_RULES = set(
  'bgsound command frame frameset image isindex listing math noembed noframes plaintext rb rp rt rtc template xmp',
)

/** Only text stands inside. */
const RAW = set('script style title textarea iframe')

/** What may stand inside; anything else would be moved elsewhere, and so would words. */
const CHILDREN = new Map([
  ['', set('html')],
  ['html', set('head body')],
  ['head', set('base link meta noscript script style title')],
  ['table', set('caption colgroup thead tbody tfoot script style')],
  ['colgroup', set('col')],
  ['thead', set('tr script style')],
  ['tbody', set('tr script style')],
  ['tfoot', set('tr script style')],
  ['tr', set('td th script style')],
  ['select', set('option optgroup')],
  ['optgroup', set('option')],
  ['option', set('none')],
])

/** What may stand nowhere else. */
const PARENTS = new Map([
  ['html', set('')],
  ...['head', 'body'].map((name) => [name, set('html')] as const),
  ...['caption', 'colgroup', 'thead', 'tbody', 'tfoot'].map((name) => [name, set('table')] as const),
  ['col', set('colgroup')],
  ['tr', set('thead tbody tfoot')],
  ...['td', 'th'].map((name) => [name, set('tr')] as const),
  ['optgroup', set('select')],
  ['option', set('select optgroup')],
  ['li', set('ul ol')],
])

/** They end a paragraph, however deep it stands. */
const BLOCKS = set(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul',
)
const HEADINGS = set('h1 h2 h3 h4 h5 h6')

/** A second one inside a first would end it. */
const ALONE = set('a button form nobr')

const COUNTED = new Set([...ALONE, 'p', 'svg'])

/** Ends that may be left out (§13.1.2.4), with the elements whose own end makes up for them. */
const LEFT_OUT = new Map([
  ['p', new Set([...BLOCKS, 'body', 'td', 'th', 'caption'].filter((name) => name !== 'p' && !HEADINGS.has(name)))],
  ['li', set('ul ol')],
  ...['dd', 'dt'].map((name) => [name, set('dl')] as const),
  ...['td', 'th'].map((name) => [name, set('tr')] as const),
  ['tr', set('thead tbody tfoot')],
  ...['thead', 'tbody', 'tfoot'].map((name) => [name, set('table')] as const),
  ...['option', 'optgroup'].map((name) => [name, set('select optgroup')] as const),
  ['head', set('none')],
  ['body', set('html')],
  ['html', set('none')],
])

/** Drawings hold nothing to read; these parts of them never end one. */
const DRAWING = set('circle defs ellipse g line path polygon polyline rect symbol use')

/** With any other document type a paragraph may hold a table (§13.2.6.4.1, quirks). */
const DOCTYPE = /^!doctype html(?: public "-\/\/w3c\/\/dtd xhtml 1\.[01][^"]*" "[^"]+")?\s*$/i

/** End tags written in any way but the plain one. */
const ODD_END = /<\/(?![a-z][a-z\d:-]*[ \t\n\f>])/i

/** Ends that mean something even where nothing of their name is open. */
const TELLING = 'h[1-6]|title|desc|mi|mo|mn|ms|mtext|annotation-xml|foreignobject'
const TELLING_NAME = new RegExp(`^(?:${TELLING})$`)
const TELLING_END = new RegExp(`</(?:${TELLING})[ \\t\\n\\f>]`, 'gi')

/** Thrown where something in a page has to be mended. */
class Astray extends Error {
  override name = 'Astray'
}

/** Builds a tree in little room: lists as long as what they hold, one copy of each name. */
export class Sparing extends DomHandler {
  private readonly known = new Map<string, string>()

  override onopentag(name: string, attributes: Record<string, string>): void {
    const element = new Element(this.same(name), attributes, [])
    this.addNode(element)
    this.tagStack.push(element)
  }

  protected override addNode(node: ChildNode): void {
    const parent = this.tagStack.at(-1) ?? this.root
    const { children } = parent
    const before = children.at(-1)
    if (before === undefined) parent.children = [node]
    else {
      // A list that grows by itself is given room for sixteen more.
      if (children.length > 2) children.push(node)
      else parent.children = children.length === 1 ? [before, node] : [children[0] as ChildNode, before, node]
      node.prev = before
      before.next = node
    }
    node.parent = parent
    this.lastNode = null
  }

  private same(text: string): string {
    const known = this.known.get(text)
    if (known !== undefined) return known
    this.known.set(text, text)
    return text
  }
}

/** Builds the tree of a page until something in it would have to be mended. */
class Orderly extends Sparing {
  /** Elements whose ends are telling. */
  telling = 0
  private readonly page: string
  private place: { startIndex: number; endIndex: number | null } | null = null
  /** Where the last start tag ended. */
  private began = 0
  private standards = false
  private headSeen = false
  private bodySeen = false
  private readonly open = new Map<string, number>()
  /** The element that ended just before without saying so. */
  private left: string | null = null

  constructor(page: string) {
    super()
    this.page = page
  }

  override onparserinit(parser: { startIndex: number; endIndex: number | null }): void {
    super.onparserinit(parser)
    this.place = parser
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (!this.fits(name, this.above(0))) throw new Astray()
    this.left = null
    this.began = (this.place?.endIndex ?? 0) + 1
    if (name === 'head') this.headSeen = true
    if (name === 'body') this.bodySeen = true
    if (COUNTED.has(name)) this.open.set(name, this.count(name) + 1)
    if (TELLING_NAME.test(name)) this.telling++
    super.onopentag(name, attributes)
  }

  override onclosetag(name: string = '', implied: boolean = false): void {
    if (this.left !== null && LEFT_OUT.get(this.left)?.has(name) !== true) throw new Astray()
    const unsaid = implied && !VOID.has(name) && !(this.count('svg') > 0 && name !== 'svg')
    if (unsaid && !LEFT_OUT.has(name)) throw new Astray()
    this.left = unsaid ? name : null
    if (COUNTED.has(name)) this.open.set(name, this.count(name) - 1)
    super.onclosetag()
  }

  override ontext(data: string): void {
    const above = this.above(0)
    if (this.wordless(above) && /[^ \t\n\f]/.test(data)) throw new Astray()
    if (above === 'script' && data.includes('<!--') && /<script/i.test(data)) throw new Astray()
    // Entities stand undecoded there.
    if (above === 'textarea' && data.includes('&')) throw new Astray()
    const first = (above === 'pre' || above === 'textarea') && this.place?.startIndex === this.began
    // The line end right after these tags is not part of the page (§13.2.6.4.7).
    const words = first ? data.replace(/^\n/, '') : data
    if (words !== '') super.ontext(words)
  }

  override oncomment(data: string): void {
    if (data.includes('--!>') || data.startsWith('[CDATA[') || RAW.has(this.above(0))) throw new Astray()
    super.oncomment(data)
  }

  override onprocessinginstruction(name: string, data: string): void {
    if (name === '!doctype' && this.root.children.every((node) => !isTag(node))) this.standards = DOCTYPE.test(data)
    super.onprocessinginstruction(name, data)
  }

  private fits(name: string, parent: string): boolean {
    if (OTHER_RULES.has(name) || RAW.has(parent) || this.tagStack.length > DEEPEST) return false
    // Browsers take no notice of "/>" there (§13.2.5.40), and all that follows for words.
    const end = this.place?.endIndex ?? 0
    if (RAW.has(name) && this.page[end - 1] === '/') return false
    // Empty ones only: the parser at hand takes what is inside for tags.
    if (name === 'iframe' && !this.page.startsWith('</iframe>', end + 1)) return false
    if (CHILDREN.get(parent)?.has(name) === false || PARENTS.get(name)?.has(parent) === false) return false
    if (name === 'html') return this.standards && this.root.children.every((node) => !isTag(node))
    if (name === 'head') return !this.headSeen
    if (name === 'body') return this.headSeen && !this.bodySeen
    if (this.count('svg') > 0) return DRAWING.has(name)
    if (parent === 'noscript' && !this.bodySeen) return name === 'link' || name === 'meta' || name === 'style'
    if (name === 'dd' || name === 'dt')
      if (parent !== 'dl' && !(parent === 'div' && this.above(1) === 'dl')) return false
    if (HEADINGS.has(name) && HEADINGS.has(parent)) return false
    return !(ALONE.has(name) && this.count(name) > 0) && !(BLOCKS.has(name) && this.count('p') > 0)
  }

  /** Whether words in such an element would be moved elsewhere. */
  private wordless(name: string): boolean {
    return (CHILDREN.has(name) && name !== 'option') || (name === 'noscript' && !this.bodySeen)
  }

  private count(name: string): number {
    return this.open.get(name) ?? 0
  }

  /** Name of the element that is open, or so many levels above; '' for the page itself. */
  private above(levels: number): string {
    const node = this.tagStack.at(-1 - levels)
    return node !== undefined && isTag(node) ? node.name : ''
  }
}

/**
 * The document of an orderly page: elements, attributes and words as browsers have them; only blanks outside of head and
 * body may differ. Null where anything would have to be mended.
 */
export function orderlyTree(html: string): Document | null {
  const page = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html
  if (page.includes('\0') || ODD_END.test(page)) return null
  const handler = new Orderly(page)
  try {
    new Parser(handler).end(page)
  } catch (thrown) {
    if (thrown instanceof Astray) return null
    throw thrown
  }
  return (page.match(TELLING_END)?.length ?? 0) === handler.telling ? handler.root : null
}
