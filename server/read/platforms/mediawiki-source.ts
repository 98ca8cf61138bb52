/** Talk pages as they are written: wikitext out of a wiki's interface, or saved with `action=raw`. */
import { at, jsonOf, list, record, text } from '../json.ts'
import type { Answer } from '../platform.ts'
import { wikitextToHtml } from '../../text/wikitext.ts'
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

/** The page that the wikitext of an answer makes, or null where it holds none of a discussion. */
export function pageFromSource(answer: Answer): Answer | null {
  const found = sourceOf(answer)
  if (found === null) return null
  const title = found.title.replaceAll('<', '')
  const body = `<body class="ns-talk"><div class="mw-parser-output">${wikitextToHtml(found.wikitext)}</div></body>`
  return { ...answer, text: `<!doctype html><html><head><title>${title}</title></head>${body}</html>` }
}
