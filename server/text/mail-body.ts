/** What a person wrote in a mail: signature and list footer off, quoted lines marked, "On … wrote:" turned into a name. */
import type { Range } from '../../shared/thread.ts'
import { cut, plain, type Prose, trim } from './prose.ts'
import { quoteDepth, quoteLines } from './quote-lines.ts'

const ATTRIBUTION =
  /^[ \t]*(?:.{0,160}(?<!\p{L})(?:wrote|writes|schrieb|a écrit|écrivait|escribió|ha scritto|schreef|skrev|napisał\(?a?\)?|escreveu|пишет|писал\(?а?\)?)(?!\p{L}).{0,80}:|\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}.{0,120}:)[ \t]*$/iu
const FOOTER = /^(?:_{20,}|-{20,}|={20,})\s*$/
const ORIGINAL =
  /^[ \t]*-{2,}\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d['’]origine|Forwarded message|Mensaje original|Messaggio originale|Oorspronkelijk bericht|Originalmeddelande)\s*-{2,}\s*$/i

const FROM = /^[ \t]*\*?(?:From|Von|De|Da|Van|Från|Fra|Od)\s?:\*?\s+\S/i
const SENT =
  /^[ \t]*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Fecha|Inviato|Data|Verzonden|Skickat|Sendt|Wysłano)\s?:\*?\s+\S/i
const SUBJECT = /^[ \t]*\*?(?:Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Ämne|Emne|Assunto|Temat)\s?:/i

/** Some programs copy the mail that is answered below a few lines of its head. */
function isCopiedHead(lines: string[], index: number): boolean {
  if (!FROM.test(lines[index] ?? '')) return false
  const next = lines.slice(index + 1, index + 7)
  return next.slice(0, 3).some((line) => SENT.test(line)) && next.some((line) => SUBJECT.test(line))
}

/** Where an unmarked copy of the mail that is answered begins in `text`; its length where there is none. */
export function copyStart(text: string): number {
  const lines = text.split('\n')
  const at = lines.findIndex((line, index) => ORIGINAL.test(line) || isCopiedHead(lines, index))
  return at < 0 ? text.length : lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0)
}

/** The name in "On 1 May 2026, Ann Harbour wrote:" and its like, without date and address. */
function attributedTo(line: string): string | null {
  // German, Dutch and the languages of the North name the writer behind the word: "Am 1. Mai schrieb Ann Harbour".
  const behind = /\b(?:schrieb|schreef|skrev)\s+(?!["“„]?\s*:)(.{2,80})$/iu.exec(
    line.replace(/<[^>]*>|\([^)]*@[^)]*\)|\S+@\S+|\[mailto:[^\]]*\]/g, ' '),
  )?.[1]
  const named = behind
    ?.replace(/\b(?:am|um|den|d\.|op|följande|folgendes|das)\b.*$/iu, '')
    .replace(/[\s:,"]+$/, '')
    .replace(/^["\s]+/, '')
  if (named !== undefined && /^\p{L}[\p{L}\p{M}.'’ -]{1,60}$/u.test(named)) return named.replace(/\s+/g, ' ')
  const words = line
    .replace(/\(?<[^>]*>\)?|\([^)]*@[^)]*\)|\S+@\S+|\[mailto:[^\]]*\]/g, ' ')
    .replace(
      /(?<!\p{L})(?:wrote|writes|schrieb|a écrit|écrivait|escribió|ha scritto|schreef|skrev|napisał\(?a?\)?|escreveu|пишет|писал\(?а?\)?)(?!\p{L}).*$/iu,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/[\s:,]+$/, '')
    .trim()
  const name =
    /(?:^|[,;]|\d{2}(?: ?[AP]M)?(?: ?(?:UTC|GMT|CES?T|[A-Z]{3}|[+-]\d{4}))?(?: \(\w+\))?,?)\s*((?:"[^"]+"|[\p{L}][\p{L}\p{M}.'’-]*)(?:\s+[\p{L}][\p{L}\p{M}.'’-]*){0,4})$/u.exec(
      words,
    )?.[1]
  const bare = name?.replaceAll('"', '').trim()
  return bare === undefined || bare === '' || /^(?:on|am|le|el|il|op|uhr|kl|[js]r\.?)$/i.test(bare) ? null : bare
}

/** Who is quoted, when `line` says that somebody wrote what follows ("On 1 May 2026, Ann wrote:"); null for other lines. */
export function attributionIn(line: string): { author: string | null } | null {
  return line.trimEnd().endsWith(':') && ATTRIBUTION.test(line) ? { author: attributedTo(line) } : null
}

/** Everything below the signature mark, a list's footer or an unmarked copy of the mail that is answered. */
function endOf(lines: string[]): number {
  const signature = lines.findIndex(
    (line, index) => index > 0 && /^-- ?$/.test(line) && !lines.slice(index + 1).some((later) => later.startsWith('>')),
  )
  const original = lines.findIndex((line, index) => ORIGINAL.test(line) || isCopiedHead(lines, index))
  const footer = lines.findIndex(
    (line, index) =>
      FOOTER.test(line) &&
      lines.slice(index + 1).filter((later) => later.trim() !== '').length <= 8 &&
      lines.slice(index + 1).some((later) => /mailing list|listinfo|unsubscribe|https?:/i.test(later)),
  )
  return Math.min(...[signature, original, footer].map((at) => (at < 0 ? lines.length : at)))
}

/** Attributions may be wrapped over two lines; the line before the first quoted one ends it. */
function attributions(lines: string[]): { from: number; to: number; author: string | null }[] {
  return lines.flatMap((line, index) => {
    if (/^[ \t]*>/.test(line) || line.trim() === '') return []
    const quotedNext = lines.slice(index + 1, index + 3).find((next) => next.trim() !== '')
    if (quotedNext === undefined || !/^[ \t]*>/.test(quotedNext)) return []
    if (ATTRIBUTION.test(line))
      return [
        {
          from: wrapped(lines, index) ? index - 1 : index,
          to: index,
          author: attributedTo(wrapped(lines, index) ? `${lines[index - 1]} ${line}` : line),
        },
      ]
    const both = `${lines[index - 1] ?? ''} ${line}`
    const split = (lines[index - 1] ?? '').trim() !== '' && ATTRIBUTION.test(both) && both.length < 240
    return split ? [{ from: index - 1, to: index, author: attributedTo(both) }] : []
  })
}

const wrapped = (lines: string[], index: number) =>
  /^(?:On|Am|Le|El|Il|Op)\b/.test(lines[index - 1] ?? '') && !/^(?:On|Am|Le|El|Il|Op)\b/.test(lines[index] ?? '')

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
  const all = withoutArmour(source.replace(/\r\n?/g, '\n').split('\n'))
  const lines = all.slice(0, endOf(all))
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
  const marked = quoteLines(plain(text))
  const owners = quoteOwners(
    text,
    heads.map(({ author }, index) => ({ author, end: holes[index]?.end ?? 0 })),
  )
  const named = {
    ...marked,
    quotes: marked.quotes.map((quote, index) => ({ ...quote, author: owners[index] ?? null })),
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
