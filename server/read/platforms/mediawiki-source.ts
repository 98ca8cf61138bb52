/** Talk pages as they are written: wikitext out of a wiki's interface, or saved with `action=raw`. */
import { noted } from '../assemble.ts'
import { at, jsonOf, list, record, text } from '../json.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { keepsLinks, MOST_LINKS, wikitextToHtml } from '../../text/wikitext.ts'
import { firstLines } from '../paste/first-lines.ts'
import { stampsIn } from './mediawiki-signatures.ts'

interface Source {
  title: string
  wikitext: string
}

/** A link to a page with a colon in its name, as every signature has one. */
const NAMESPACED = /\[\[\s*:?[^[\]|:\n]{1,60}:[^[\]|\n]{1,200}(?:\||\]\])/

const isTalk = (words: string) => NAMESPACED.test(words) && stampsIn(words, 1).length > 0

function sourceIn(value: unknown): Source | null {
  const parsed = at(value, 'parse')
  const pages = at(value, 'query', 'pages')
  const page = (Array.isArray(pages) ? pages : Object.values(record(pages) ?? {})).find(
    (one) => list(one, 'revisions').length > 0,
  )
  const revision = list(page, 'revisions')[0]
  const main = at(revision, 'slots', 'main')
  const wikitext =
    text(parsed, 'wikitext') ??
    text(parsed, 'wikitext', '*') ??
    text(main, 'content') ??
    text(main, '*') ??
    text(revision, 'content') ??
    text(revision, '*') ??
    (text(value, 'content_model') === 'wikitext' ? text(value, 'source') : null)
  const title = text(page ?? parsed ?? value, 'title') ?? ''
  return wikitext === null ? null : { title, wikitext }
}

/** What an answer holds of a discussion in wikitext, or null. */
function sourceOf(answer: Answer): Source | null {
  const value = jsonOf(answer)
  const isMarkup = value === undefined && /^\s*<(?:!doctype|html|\?xml)/i.test(answer.text)
  const found = value !== undefined ? sourceIn(value) : isMarkup ? null : { title: '', wikitext: answer.text }
  return found !== null && isTalk(found.wikitext) ? found : null
}

export const holdsSource = (answer: Answer): boolean => sourceOf(answer) !== null

/** A comment is one line, seldom more: enough for as many as a thread may have. */
const MOST_LINES = 30_000

/** A page made of wikitext: how many of its lines were left out, and whether all the links of the others are links. */
interface Made {
  page: Answer
  left: number
  allLinks: boolean
}

/** The page that the wikitext of an answer makes; null where it holds none of a discussion. */
export function pageFromSource(answer: Answer): Made | null {
  const found = sourceOf(answer)
  if (found === null) return null
  const title = found.title.replaceAll('<', '')
  const { text: source, left } = firstLines(found.wikitext, MOST_LINES)
  const body = `<body class="ns-talk"><div class="mw-parser-output">${wikitextToHtml(source)}</div></body>`
  const page = `<!doctype html><html><head><title>${title}</title></head>${body}</html>`
  return { page: { ...answer, text: page }, left, allLinks: keepsLinks(source) }
}

/** The thread read of such a page, saying what of its source is not in it. */
export function lacksTold(page: ReadThread, { left, allLinks }: Made): ReadThread {
  const thread = noted(page, allLinks ? [] : [`Only the first ${MOST_LINKS} links of the text were kept as links.`])
  if (left === 0) return thread
  const gap = { why: `what stands after the first ${MOST_LINES} lines`, count: null }
  const told = noted(thread, [`Of the text the first ${MOST_LINES} lines were read; ${left} more were left out.`])
  const { parts, completeness } = told
  return {
    ...told,
    parts: { ...parts, missing: [...(parts.missing ?? []), gap] },
    completeness: { ...completeness, missing: [...completeness.missing, gap] },
  }
}
