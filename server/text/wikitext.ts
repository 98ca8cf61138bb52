/**
 * Wikitext of a talk page as the HTML MediaWiki makes of it, as far as a discussion needs it: headings, indentation, links,
 * emphasis, and of the templates those that sign, name, quote or vote. Everything else in braces is furniture.
 * After https://www.mediawiki.org/wiki/Help:Formatting and Help:Talk_pages. What comes out is to be read, not to be shown.
 */

/** The attribute in which a list says how many lists it stands for, those around it and itself. */
export const LIST_DEPTH = 'data-list-depth'

/** Templates inside templates: deeper ones stay as written. */
const DEEPEST = 12

/** `source` without what stands between `open` and `close`, or to the end where nothing closes it. */
function without(source: string, open: string, close: string): string {
  let kept = ''
  let from = 0
  for (let at = source.indexOf(open); at >= 0; at = source.indexOf(open, from)) {
    kept += source.slice(from, at)
    const end = source.indexOf(close, at + open.length)
    from = end < 0 ? source.length : end + close.length
  }
  return kept + source.slice(from)
}

const UNSIGNED =
  /^(?:unsigned\w*|undated|nicht[ _]signiert|non[ _]signé\w*|sin[ _]firmar|non[ _]firmato|não[ _]assinado)$/i
const NAMED =
  /^(?:re|ping|pinging|reply(?:[ _]to)?|replyto|@|u|user[ _]?link|an|an alle|notif|notification|mention|yo|hello)$/i
const SAID = /^(?:tq|tqq|tqi|xt|!xt|talk[ _]quote(?:[ _]inline)?|inline[ _]quote|qi?|zitat|citation|cita)$/i
const QUOTED = /^(?:quote|quotation|block[ _]?quote|cquote|quote[ _]?box|talk[ _]quote[ _]block|tqb)$/i
const WRAPPED =
  /^(?:small(?:er)?|big(?:ger)?|large|nowrap|nobr|em|strong|abbr|mono|code|tt|lang|font[ _]color|color|green|red|blue|highlight|mark|noping|nobold|center)$/i
const TAKEN_BACK = /^(?:s|strike(?:through)?|del|striken)$/i
const OUTDENTED = /^(?:outdent|od|unindent|ausrücken|outdent2)$/i
const VOTED =
  /^(?:keep|delete|support|oppose|neutral|agree|disagree|merge|redirect|pro|contra|comment|abstain|vk|vd|for|against|behalten|löschen|conserver|supprimer|pour|contre|yes|no)$/i
const LINKED = /^(?:tl\w*|tlx|template link)$/i
const MONTHLY = /\d{4}/

/** What a template says, in HTML or in wikitext; nothing where it only decorates. */
function expanded(inside: string): string {
  const [head = '', ...rest] = inside.split('|')
  const name = head.trim()
  const given = rest.filter((part) => !/^\s*[\w-]+\s*=/.test(part) || /^\s*\d\s*=/.test(part))
  const values = given.map((part) => part.replace(/^\s*\d\s*=/, '').trim())
  const [first = ''] = values
  if (UNSIGNED.test(name)) {
    const time = values.find((value) => MONTHLY.test(value) && /\d:\d\d/.test(value)) ?? ''
    const who = values.find((value) => value !== time && value !== '') ?? ''
    const zoned = time === '' || /\([A-Z]{2,5}\)\s*$/.test(time) ? time : `${time} (UTC)`
    return who === '' ? '' : ` [[User:${who}|${who}]] ${zoned}`
  }
  if (OUTDENTED.test(name)) return '(outdent) '
  if (NAMED.test(name)) return values.length === 0 ? '' : `@${values.join(', ')}`
  if (SAID.test(name)) return first === '' ? '' : `“${first}”`
  if (QUOTED.test(name)) return first === '' ? '' : `<blockquote>${first}</blockquote>`
  if (TAKEN_BACK.test(name)) return `<s>${first}</s>`
  if (WRAPPED.test(name)) return values.at(-1) ?? ''
  if (LINKED.test(name)) return first
  if (VOTED.test(name)) return `<b>${first === '' ? name : first}</b>`
  return ''
}

/** From the innermost out, so that what stands in a template is known before it. */
function withoutTemplates(source: string): string {
  let text = source
  for (let depth = 0; depth < DEEPEST && text.includes('{{'); depth++) {
    const next = text.replace(/\{\{([^{}]*)\}\}/g, (_, inside: string) => expanded(inside))
    if (next === text) break
    text = next
  }
  return text
}

const attribute = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const PICTURE =
  /^\s*(?:file|image|media|datei|bild|fichier|archivo|immagine|bestand|plik|файл|ficheiro|category|kategorie|catégorie|categoría|categoria)\s*:/i

/** Links that are made of one page, two or three for each signature of a very long one; further ones are words. */
export const MOST_LINKS = 60_000

/** What a link begins with. */
const LINK = /\[\[|https?:\/\//g

/** Whether all the links of `source` are made links. */
export const keepsLinks = (source: string): boolean => (source.match(LINK)?.length ?? 0) <= MOST_LINKS

type Linked = (address: string, words: string) => string

function linker(): Linked {
  let made = 0
  return (address, words) => (++made > MOST_LINKS ? words : `<a href="${attribute(address)}">${words}</a>`)
}

function inline(line: string, linked: Linked): string {
  return line
    .replace(/\[\[([^[\]|]{1,300})(?:\|([^[\]]{0,500}))?\]\]/g, (_, target: string, shown: string | undefined) => {
      if (PICTURE.test(target)) return ''
      const page = target.replace(/^\s*:/, '').trim()
      const words = shown === undefined ? page : shown === '' ? page.replace(/^[^:]*:/, '') : shown
      return linked(`/wiki/${page.replaceAll(' ', '_').replaceAll('?', '%3F')}`, words)
    })
    .replace(/\[(https?:\/\/[^\s\][<>"]{1,2000})\s*([^\][]{0,500})\]/g, (_, url: string, words: string) =>
      linked(url, words === '' ? url : words),
    )
    .replace(
      /(^|[\s(])(https?:\/\/[^\s\][<>"'{|}]{1,2000}[^\s\][<>"'{|}.,;:!?)])/g,
      (_, before: string, url: string) => `${before}${linked(url, url)}`,
    )
    .replace(/'''''([^'\n]{1,2000})'''''/g, '<b><i>$1</i></b>')
    .replace(/'''((?:[^'\n]|'(?!''))*)'''/g, '<b>$1</b>')
    .replace(/''((?:[^'\n]|'(?!'))*)''/g, '<i>$1</i>')
}

/** Marks of tables are no words; what stands in the cells is. */
const cells = (line: string) =>
  line.replace(/^\s*(?:\{\||\|\}|\|-|\|\+|[|!])(?:[^|[]*\|(?!\|))?/, '').replaceAll(/\|\||!!/g, ' ')

/** HTML of a whole talk page. */
export function wikitextToHtml(source: string): string {
  const bare = without(without(source.replaceAll(/<ref\b[^<>]{0,300}\/>/gi, ''), '<!--', '-->'), '<ref', '</ref>')
  const html: string[] = []
  const linked = linker()
  let paragraph: string[] = []
  const close = () => {
    if (paragraph.length > 0) html.push(`<p>${paragraph.join(' ')}</p>`)
    paragraph = []
  }
  for (const line of withoutTemplates(bare.replace(/__[A-Z]{3,30}__/g, '')).split(/\r?\n/)) {
    const heading = /^(={1,6})(.+?)\1\s*$/.exec(line)
    const [marks = ''] = /^[:*#;]{1,40}/.exec(line) ?? []
    if (line.trim() === '') close()
    else if (heading !== null) {
      close()
      const level = (heading[1] as string).length
      html.push(`<h${level}>${inline((heading[2] as string).trim(), linked)}</h${level}>`)
    } else if (marks !== '') {
      close()
      const words = inline(line.slice(marks.length), linked).trim()
      // One list however deep: a line of nothing but marks would make more elements than it has letters.
      if (words !== '') html.push(`<dl ${LIST_DEPTH}="${marks.length}"><dd>${words}</dd></dl>`)
    } else if (/^\s*(?:\{\||\|[-}+]?|!)/.test(line)) {
      close()
      const words = cells(line).trim()
      if (words !== '' && !/^\s*(?:\{\||\|[-}])/.test(line)) html.push(`<p>${inline(words, linked)}</p>`)
    } else paragraph.push(inline(line, linked))
  }
  close()
  return html.join('\n')
}
