/**
 * Mails copied without their headers, the newest on top: each is followed by the one it answers, below "On … Ann wrote:",
 * below lines "From:", "Sent:", "Subject:", or one ">" deeper. Answers between quoted lines stay whole.
 */
import { attributionIn } from '../../text/attribution.ts'
import { quoteDepth } from '../../text/quote-lines.ts'
import { block, type Layout, type Piece, type Split } from './layout.ts'

const FROM = /^\s*\*?(?:From|Von|De|Da|Van|Från|Fra|Od|От)\s*:\*?\s*(.+)$/i
const FIELD =
  /^\s*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Inviato|Verzonden|Skickat|To|An|À|Para|A|Aan|Till|Cc|Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Reply-To)\s*:\*?\s*(.*)$/i
const SUBJECT = /^\s*\*?(?:Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne)\s*:\*?\s*(.*)$/i
const SENT =
  /^\s*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Fecha|Inviato|Verzonden|Skickat)\s*:\*?\s*(.*)$/i
const RULE = /^\s*(?:-{2,}.*(?:Original|Ursprüngliche|Message|Mensaje|Forwarded).*-{2,}|_{5,}|-{5,})\s*$/i

/** Mails told apart in one copy; whatever is below them stays with the last. */
const MOST = 50

interface Cut {
  /** First line that belongs to the next mail's head. */
  at: number
  /** First line of its words. */
  from: number
  author: string | null
  subject: string | null
  /** The line that tells when it was sent. */
  when: string | null
}

const nameIn = (from: string): string | null =>
  from
    .replace(/<[^>]*>|\[mailto:[^\]]*\]|\([^)]*@[^)]*\)/g, ' ')
    .replace(/["*]/g, '')
    .replace(/\S+@\S+/g, (address) => address.split('@')[0] ?? '')
    .replace(/\s+/g, ' ')
    .trim() || null

/** "From:" with two more fields right below it opens a mail that was copied whole. */
function fields(lines: string[], at: number): Cut | null {
  const from = FROM.exec(lines[at] ?? '')?.[1]
  if (from === undefined) return null
  let end = at + 1
  let subject: string | null = null
  let when: string | null = null
  while (end < lines.length && (FIELD.test(lines[end] ?? '') || (end > at + 1 && /^\s+\S/.test(lines[end] ?? '')))) {
    when ??= SENT.exec(lines[end] ?? '')?.[1]?.trim() ?? null
    subject ??= SUBJECT.exec(lines[end] ?? '')?.[1]?.trim() ?? null
    end++
  }
  if (end - at < 3) return null
  const rule = RULE.test(lines[at - 1] ?? '') ? at - 1 : at
  return { at: rule, from: end, author: nameIn(from), subject, when }
}

/** Who wrote the unmarked text below; wrapped over two lines by some. */
function attribution(lines: string[], at: number): Cut | null {
  const one = attributionIn(lines[at] ?? '')
  const start =
    at > 0 &&
    /^\s*(?:On|Am|Le|El|Il|Op)\b/.test(lines[at - 1] ?? '') &&
    !/^\s*(?:On|Am|Le|El|Il|Op)\b/.test(lines[at] ?? '')
      ? at - 1
      : at
  const found = start < at ? attributionIn(`${lines[start]} ${lines[at]}`) : one
  if (found === null) return null
  // Some names end in what looks like a word of the sentence; an attribution without a name tells nothing.
  const line = lines.slice(start, at + 1).join(' ')
  return { at: start, from: at + 1, author: found.author, subject: null, when: line.replace(/<[^>]*>/g, '') }
}

interface Part {
  author: string | null
  subject: string | null
  when: string | null
  lines: string[]
}

/** The mails of `lines`, newest first; an attribution counts only where nothing but quoted words comes after it. */
function parts(lines: string[], top: Cut | null): Part[] {
  const found: Part[] = []
  let rest = lines
  let head = { author: top?.author ?? null, subject: top?.subject ?? null, when: top?.when ?? null }
  for (let steps = 0; steps < MOST; steps++) {
    const cut = nextCut(rest)
    if (cut === null) break
    found.push({ ...head, lines: rest.slice(0, cut.at) })
    head = { author: cut.author, subject: cut.subject, when: cut.when }
    const below = rest.slice(cut.from)
    const words = below.filter((line) => line.trim() !== '')
    const marked = words.length > 0 && words.every((line) => quoteDepth(line) > 0)
    rest = marked ? below.map((line) => line.replace(/^\s*> ?/, '')) : below
  }
  return [...found, { ...head, lines: rest }]
}

function nextCut(lines: string[]): Cut | null {
  for (let at = 0; at < lines.length; at++) {
    const whole = fields(lines, at)
    if (whole !== null) return whole
    const cut = attribution(lines, at)
    if (cut === null) continue
    const below = lines.slice(cut.from).filter((line) => line.trim() !== '')
    const marked = below.filter((line) => quoteDepth(line) > 0).length
    if (below.length > 0 && (marked === 0 || marked === below.length)) return cut
    // Quoted lines with answers between them: that mail is one post with its quotes.
    return null
  }
  return null
}

export const mailCopy: Layout = (text) => {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const top = first < 0 ? null : fields(lines, first)
  const all = parts(top === null ? lines : lines.slice(top.from), top)
  const mails = all.filter(({ lines: words }) => block(words) !== '')
  if (mails.length < 2) return answered(lines)
  const title =
    mails
      .map(({ subject }) => subject?.replace(/^(?:(?:re|aw|fwd?|wg|sv|antw|tr)\s*:\s*)+/i, '').trim() ?? '')
      .find((one) => one !== '') ?? null
  const oldestFirst = mails.toReversed()
  const pieces = oldestFirst.map(
    ({ author, when, lines: words }, place): Piece => ({
      author,
      ...(when === null ? {} : { head: when }),
      depth: null,
      text: block(words.slice(0, signature(words))),
      ...(place === 0 ? {} : { answers: { place: place - 1, sure: true } }),
    }),
  )
  return {
    layout: 'as mails, the newest on top',
    platform: 'mail',
    title,
    opening: title !== null,
    pieces,
    notices: mails.some(({ author }) => author === null) ? ['Not every mail of the copy names its writer.'] : [],
  }
}

/** One mail without headers that answers what it quotes, piece by piece below a single "On … Ann wrote:". */
function answered(lines: string[]): Split | null {
  const above = lines.flatMap((line, at) => (quoteDepth(line) === 0 && attribution(lines, at) !== null ? [at] : []))
  const below = lines.slice((above[0] ?? lines.length) + 1).find((line) => line.trim() !== '') ?? ''
  if (above.length !== 1 || quoteDepth(below) === 0) return null
  return {
    layout: 'as one mail with what it answers',
    platform: 'mail',
    title: null,
    opening: false,
    pieces: [{ author: null, depth: null, text: block(lines.slice(0, signature(lines))) }],
    notices: ['The copy does not name the writer of the mail.'],
  }
}

function signature(lines: string[]): number | undefined {
  const at = lines.findIndex((line, index) => index > 0 && /^-- ?$/.test(line))
  return at < 0 ? undefined : at
}
