/** Pages that say by words what each line is: "Name: Ada", "Date: 3 May 2026". They are given the marks other pages bring along. */
import { type AnyNode, type ChildNode, Element, isTag, isText, Text } from 'domhandler'
import { isFurniture } from './furniture.ts'
import { lineHead, shortLine } from './lines.ts'

/** Kinds of labels, in the languages of the sites that set them. `from` may also be a place: only mail means a person by it. */
const LABELS = {
  name: 'name|author|user(?:name)?|nick(?:name)?|posted by|submitted by|written by|respondent|commenter|contributor|verfasser(?:in)?|autor(?:in)?|auteur|nom|pseudo|nombre|nome|naam|imię|автор|имя',
  from: 'from|von|de|van|от',
  time: 'date|time|sent|posted(?: on)?|received|submitted(?: on)?|created|when|datum|zeit|gesendet|fecha|data|дата',
  other:
    'subject|title|e-?mail|hometown|home ?page|website|url|location|city|country|organi[sz]ation|to|cc|reply-to|message-id|(?:comment|message|post|representation|response|submission) (?:id|no|number)|id|betreff|ort|wohnort|sujet|ville|asunto|ciudad|тема',
  words: 'comments?|message|text|words|entry|kommentar|nachricht|eintrag|commentaire|mensaje|comentario|messaggio',
}
type Kind = keyof typeof LABELS

const KINDS = Object.entries(LABELS).map(([kind, names]) => ({
  kind: kind as Kind,
  alone: new RegExp(`^(?:${names})\\s*[:：]?$`, 'i'),
  before: new RegExp(`^(?:${names})\\s*[:：]\\s*(.*)$`, 'i'),
}))

/** Whether a source holds such lines at all; most do not, and need not be looked through. */
const SOME = new RegExp(`>\\s*(?:${LABELS.name}|from|von)\\s*[:：<]`, 'i')

/** What holds the words of a post: a line in it is its writer's. */
const WORDS = /content|body|text|message/i

/** Longer than this a line says more than its label asks for. */
const LONGEST = 160

interface Line {
  nodes: ChildNode[]
  kind: Kind
  value: string
}

const BLOCKS = new Set(
  'p div li dd dt tr td table tbody ul ol dl blockquote pre section article header footer h1 h2 h3 h4 h5 h6 hr form'.split(
    ' ',
  ),
)
const isBlock = (node: AnyNode) => isTag(node) && BLOCKS.has(node.name)
const hasWords = (node: ChildNode) => isText(node) && node.data.trim() !== ''
const shows = (node: ChildNode) => isTag(node) || hasWords(node)

function labelled(nodes: ChildNode[]): Line | null {
  const said = shortLine(nodes, LONGEST)
  for (const { kind, before } of said === null ? [] : KINDS) {
    const value = before.exec(said ?? '')?.[1]
    if (value !== undefined) return { nodes, kind, value }
  }
  return null
}

/** The term and what is said of it, side by side. */
function paired(term: Element, said: Element): Line | null {
  const label = shortLine([term], 40)
  const kind = label === null ? undefined : KINDS.find(({ alone }) => alone.test(label))?.kind
  return kind === undefined ? null : { nodes: [term, said], kind, value: shortLine([said], LONGEST) ?? '' }
}

/** The lines of `element`: inline nodes between breaks, blocks of one line, terms with what follows them. Null parts what is no such line. */
function linesOf(element: Element): (Line | null)[] {
  const lines: (Line | null)[] = []
  let run: ChildNode[] = []
  const end = () => {
    if (run.some(shows)) lines.push(labelled(run))
    run = []
  }
  const children = element.children.filter((node) => !(isText(node) && node.data.trim() === ''))
  for (let at = 0; at < children.length; at++) {
    const node = children[at] as ChildNode
    const next = children[at + 1]
    if (isTag(node) && node.name === 'br') end()
    else if (!isTag(node) || !isBlock(node)) run.push(node)
    else {
      end()
      const cells = node.name === 'tr' ? node.children.filter(isTag) : []
      const [term, said] = cells.length === 2 ? cells : node.name === 'dt' && next !== undefined ? [node, next] : []
      if (term !== undefined && said !== undefined && isTag(said)) {
        const pair = paired(term, said)
        lines.push(pair === null || term !== node ? pair && { ...pair, nodes: [node] } : pair)
        if (term === node) at++
      } else lines.push(node.children.some(isBlock) ? null : labelled([node]))
    }
  }
  end()
  return lines
}

/** Puts `into` where `nodes`, which stand together, stood. */
function replace(nodes: ChildNode[], into: Element): void {
  const [first] = nodes
  const parent = first?.parent
  if (first === undefined || parent == null) return
  const gone = new Set(nodes)
  adopt(
    parent,
    parent.children.flatMap((node) => (node === first ? [into] : gone.has(node) ? [] : [node])),
  )
}

/** Makes `children` those of `parent`, with their links to each other. */
export function adopt(parent: { children: ChildNode[] } & ChildNode['parent'], children: ChildNode[]): void {
  parent.children = children
  for (const [at, child] of children.entries()) {
    child.parent = parent
    child.prev = children[at - 1] ?? null
    child.next = children[at + 1] ?? null
  }
}

/** The writer's name without the address behind it. */
const nameIn = (value: string) => value.replace(/\s*[<([][^\s<([]*@[^>)\]]*[>)\]]?\s*$/, '').trim()

/** `lines` follow one another; the one that names the writer and those around it are marked as what they are. */
function mark(lines: Line[]): void {
  const isMail = lines.some(({ kind, value }) => kind === 'time' || /@/.test(value))
  const named = lines.some(({ kind }) => kind === 'name' || (kind === 'from' && isMail))
  if (!named || lines.length < 2) return
  for (const { nodes, kind, value } of lines) {
    if (kind === 'words') {
      const [label] = nodes.filter(isTag)
      if (label !== undefined && (nodes.length > 1 || value === '')) label.attribs.class = 'meta'
      continue
    }
    const isName = kind === 'name' || (kind === 'from' && isMail)
    const [name, words] = isName ? ['span', nameIn(value)] : [kind === 'time' ? 'time' : 'span', value]
    const inner = new Element(name, isName ? { class: 'author' } : {}, [])
    adopt(inner, [new Text(words)])
    const isRow = nodes.some((node) => isTag(node) && node.name === 'tr')
    const line = new Element(isRow ? 'tr' : 'div', { class: isName ? 'byline' : 'meta' }, [])
    adopt(line, [inner])
    replace(nodes, line)
  }
}

const HOLDERS = new Set(['td', 'li', 'div', 'center', 'font', 'section', 'article'])

/** A first or last line that says who wrote and when, without an element of its own, is given one. */
function wrapHead(element: Element): void {
  if (!HOLDERS.has(element.name) || !element.children.some(hasWords) || WORDS.test(element.attribs.class ?? '')) return
  const parts = (node: ChildNode) => isBlock(node) || (isTag(node) && node.name === 'br')
  const { children } = element
  const first = children.findIndex(parts)
  const last = children.findLastIndex(parts)
  if (first < 0) return
  for (const run of [children.slice(0, first), children.slice(last + 1)]) {
    const begins = run.find(shows)
    if (begins === undefined || !isText(begins)) continue
    const words = shortLine(run, LONGEST)
    if (words === null || !/\d/.test(words) || !lineHead(words).dated) continue
    const line = new Element('div', {}, [])
    replace(run, line)
    adopt(line, run)
    return
  }
}

/** Marks the labelled lines below `root`, which belongs to a page with the source `html`: name, time, and the rest as what is no word of a post. */
export function markLabelled(root: AnyNode, html: string): void {
  const some = SOME.test(html)
  const todo: AnyNode[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (!('children' in node) || (isTag(node) && isFurniture(node))) continue
    for (const child of node.children) if (isTag(child) && child.children.length > 0) todo.push(child)
    if (!isTag(node)) continue
    wrapHead(node)
    if (!some) continue
    let block: Line[] = []
    for (const line of [...linesOf(node), null]) {
      if (line !== null) block.push(line)
      else {
        mark(block)
        block = []
      }
    }
  }
}
