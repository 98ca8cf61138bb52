/** Markdown of a post (CommonMark with GitHub's tables, strikethrough and bare links) as prose. */
import { Marked } from 'marked'
import { type HtmlReading, htmlToText } from './html-to-text.ts'
import type { Prose } from './prose.ts'

interface MarkdownReading extends HtmlReading {
  /** Whether a single line end breaks the line (GitHub) or only a blank line does (Reddit, Lemmy). */
  breaks?: boolean
  /** Whether tags in the text are markup; where they are not, "List<String>" stays as written. */
  tags?: boolean
}

const plainTags = { html: () => undefined, tag: () => undefined }
const parsers = new Map<string, Marked>()

function parser(breaks: boolean, tags: boolean): Marked {
  const key = `${breaks} ${tags}`
  const known = parsers.get(key)
  if (known !== undefined) return known
  const made = new Marked({ gfm: true, breaks, async: false, ...(tags ? {} : { tokenizer: plainTags }) })
  parsers.set(key, made)
  return made
}

/** Spoilers are words like others: Reddit's ">!…!<" is no quote, Lemmy's ":::" fences are no text. */
function withoutSpoilerMarks(source: string): string {
  return source.replace(/>!(?=\S)([^\n]*?)!</g, '$1').replace(/^:::.*$/gm, '')
}

export function markdownToText(source: string, reading: MarkdownReading = {}): Prose {
  const { breaks = false, tags = false, ...html } = reading
  return htmlToText(parser(breaks, tags).parse(withoutSpoilerMarks(source), { async: false }), html)
}
