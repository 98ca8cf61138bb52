/** What a person wrote in a mail: signature and list footer off, quoted lines marked, "On … wrote:" turned into a name. */
import type { Range } from '../../shared/thread.ts'
import { attributedTo, isAttribution, isProgramsOwn } from './attribution.ts'
import { isCopyBegun } from './copied-mail.ts'
import { cut, plain, type Prose, trim } from './prose.ts'
import { quoteDepth, quoteLines } from './quote-lines.ts'

const FOOTER = /^(?:_{20,}|-{20,}|={20,})\s*$/
/** Where an unmarked copy of the mail that is answered begins in `text`; its length where there is none. */
export function copyStart(text: string): number {
  const lines = text.split('\n')
  const at = lines.findIndex((_, index) => isCopyBegun(lines, index))
  return at < 0 ? text.length : lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0)
}

/** Everything below the signature mark, a list's footer or an unmarked copy of the mail that is answered. */
function endOf(lines: string[]): number {
  const signature = lines.findIndex(
    (line, index) => index > 0 && /^-- ?$/.test(line) && !lines.slice(index + 1).some((later) => later.startsWith('>')),
  )
  const original = lines.findIndex((_, index) => isCopyBegun(lines, index))
  // A footer has few lines: only one of the last can be its rule.
  let from = lines.length
  for (let spoken = 0; from > 0 && spoken <= 8; from--) if ((lines[from - 1] ?? '').trim() !== '') spoken++
  const rule = lines
    .slice(from)
    .findIndex(
      (line, index) =>
        FOOTER.test(line) &&
        lines.slice(from + index + 1).some((later) => /mailing list|listinfo|unsubscribe|https?:/i.test(later)),
    )
  const footer = rule < 0 ? -1 : from + rule
  const end = Math.min(...[signature, original, footer].map((at) => (at < 0 ? lines.length : at)))
  // A rule may stand above what ends a mail.
  let last = end
  while (last > 0 && last < lines.length && /^\s*(?:[_-]{8,}\s*)?$/.test(lines[last - 1] ?? '')) last--
  return last
}

/** What telephones and programs put below a mail in their own name. */
const OF_DEVICE =
  /^[ \t]*(?:(?:Sent from (?:my|Mail|Yahoo|Outlook|Samsung|Proton|TypeApp|Gmail|an?|the)\b|(?:Get|Download) Outlook for\b|Envoyé (?:de|depuis|à partir)\b|Inviato da(?:l| )|Enviado (?:desde|do|de|a partir)\b|Verstuurd vanaf|Verzonden (?:vanaf|met)|Skickat från|Sendt fra|Wysłane z|Отправлено (?:с|из)\b).{0,80}|(?:Von meinem|Gesendet (?:von|mit|aus)).{0,60})$/i

/** Lines of devices at the end of the writer's own words: below them follows nothing, or what is quoted. */
function withoutDevices(lines: string[]): string[] {
  return lines.filter((line, index) => {
    if (!OF_DEVICE.test(line)) return true
    const below = lines.slice(index + 1, index + 6).filter((one) => one.trim() !== '')
    const [next] = below
    if (next === undefined || /^[ \t]*>/.test(next) || isAttribution(next)) return false
    return !/^.{10,230}@[^:]{0,60}>?.{0,30}:/.test(below.join(' ').trim().slice(0, 240))
  })
}

/** Some programs quote without a mark: what stands below the line that names the writer, where nothing is marked after it. */
function marked(lines: string[]): string[] {
  const at = lines.findIndex(
    (line, index) => isProgramsOwn(line) || (line.trim() !== '' && isProgramsOwn(`${lines[index - 1] ?? ''} ${line}`)),
  )
  const own = lines.slice(0, Math.max(0, at - 1)).some((line) => line.trim() !== '')
  if (at < 0 || !own || lines.slice(at + 1).some((line) => /^[ \t]*>/.test(line))) return lines
  return lines.map((line, index) => (index > at && line.trim() !== '' ? `> ${line}` : line))
}

/** "Ann> They should be free.": quotes that carry the name or the first letters of who is quoted. */
function withoutNamesInMarks(lines: string[]): string[] {
  const named = /^[ \t]{0,3}([A-Z]{1,2}|[A-Z][a-z]{2,14})> ?/
  const counts = new Map<string, number>()
  for (const line of lines) {
    const name = named.exec(line)?.[1]
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return lines.map((line) => ((counts.get(named.exec(line)?.[1] ?? '') ?? 0) > 1 ? line.replace(named, '> ') : line))
}

/** Attributions may be wrapped over two lines; the line before the first quoted one ends it. */
function attributions(lines: string[]): { from: number; to: number; author: string | null }[] {
  return lines.flatMap((line, index) => {
    if (/^[ \t]*>/.test(line) || line.trim() === '') return []
    const quotedNext = lines.slice(index + 1, index + 3).find((next) => next.trim() !== '')
    if (quotedNext === undefined || !/^[ \t]*>/.test(quotedNext)) return []
    if (isAttribution(line))
      return [
        {
          from: wrapped(lines, index) ? index - 1 : index,
          to: index,
          author: attributedTo(wrapped(lines, index) ? `${lines[index - 1]} ${line}` : line),
        },
      ]
    const both = `${lines[index - 1] ?? ''} ${line}`
    const split = (lines[index - 1] ?? '').trim() !== '' && isAttribution(both) && both.length < 240
    return split ? [{ from: index - 1, to: index, author: attributedTo(both) }] : []
  })
}

/** A line may go on from the one before: that opens as such lines do, or this one holds no more than the address. */
const wrapped = (lines: string[], index: number) => {
  const [before = '', line = ''] = [lines[index - 1], lines[index]]
  if (/^(?:On|Am|Le|El|Il|Op)\b/.test(before) && !/^(?:On|Am|Le|El|Il|Op)\b/.test(line)) return true
  return /^[ \t]*[<(]?[^\s<>()]+@/.test(line) && /\d/.test(before) && !/^[ \t]*>/.test(before)
}

/** Lines without the armour of a signature in the text (RFC 9580 §7), which also marks lines that open with a dash. */
function withoutArmour(lines: string[]): string[] {
  if (!lines.some((line) => line.includes('-----BEGIN PGP SIGNED MESSAGE-----'))) return lines
  const kept: string[] = []
  let part: 'none' | 'head' | 'words' | 'signature' = 'none'
  for (const line of lines) {
    const bare = line.replace(/^[>\s]+/, '')
    if (bare.startsWith('-----BEGIN PGP SIGNED MESSAGE-----')) part = 'head'
    else if (bare.startsWith('-----BEGIN PGP SIGNATURE-----')) part = 'signature'
    else if (bare.startsWith('-----END PGP SIGNATURE-----')) part = 'none'
    else if (part === 'head') part = bare === '' ? 'words' : 'head'
    else if (part !== 'signature' || (line !== bare && !/^[>\s]*(?:[\w+/=]+|\w+: .*)?$/.test(line)))
      kept.push(part === 'words' ? line.replace(/^- (?=-)/, '') : line)
  }
  return kept
}

export function mailBody(source: string): Prose {
  const all = withoutNamesInMarks(withoutArmour(source.replace(/\r\n?/g, '\n').split('\n')))
  const lines = marked(withoutDevices(all.slice(0, endOf(all))))
  const heads = attributions(lines)
  const starts: number[] = []
  let offset = 0
  for (const line of lines) {
    starts.push(offset)
    offset += line.length + 1
  }
  starts.push(offset)
  const text = lines.join('\n')
  // The name is kept at the place of its line while that is cut away, so that the quote after it can take it over.
  const holes: Range[] = heads.map(({ from, to }) => ({
    start: starts[from] as number,
    end: Math.min(text.length, starts[to + 1] as number),
  }))
  const quoted = quoteLines(plain(text))
  const owners = quoteOwners(
    text,
    heads.map(({ author }, index) => ({ author, end: holes[index]?.end ?? 0 })),
  )
  const named = {
    ...quoted,
    quotes: quoted.quotes.map((quote, index) => ({ ...quote, author: owners[index] ?? null })),
  }
  return tidy(trim(withoutLines(named, text, holes)))
}

/** Whose words each quote is: the attribution right before it, for its outermost level. */
function quoteOwners(text: string, heads: { author: string | null; end: number }[]): (string | null)[] {
  const owners: (string | null)[] = []
  let depthBefore = 0
  let at = 0
  for (const line of text.split('\n')) {
    const depth = quoteDepth(line)
    if (depth > 0 && depth !== depthBefore) {
      const head = heads.findLast((one) => one.end <= at)
      const near =
        head !== undefined &&
        text
          .slice(head.end, at)
          .replace(/^[ \t]*>.*$/gm, '')
          .trim() === ''
      owners.push(depth === 1 && near ? head.author : null)
    }
    if (depth > 0 || line.trim() !== '') depthBefore = depth
    at += line.length + 1
  }
  return owners
}

/** Cuts the lines that stood at `holes` of `before`; their words hold no quote marks, so they are found again as they were. */
function withoutLines(prose: Prose, before: string, holes: Range[]): Prose {
  let from = 0
  const found: Range[] = []
  for (const hole of holes) {
    const line = before.slice(hole.start, hole.end)
    const start = prose.text.indexOf(line, from)
    if (start < 0) continue
    found.push({ start, end: start + line.length })
    from = start + line.length
  }
  return cut(prose, found)
}

/** Three and more line ends say no more than two. */
function tidy(prose: Prose): Prose {
  const holes = [...prose.text.matchAll(/\n[ \t]*(?:\n[ \t]*){2,}/g)].map((found) => ({
    start: found.index + 2,
    end: found.index + found[0].length,
  }))
  const blanks = holes.filter((hole) => hole.end > hole.start)
  return cut(
    prose,
    blanks.map((hole) => ({ start: hole.start, end: hole.end })),
  )
}
