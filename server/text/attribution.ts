/** The line above a quotation in a mail that says who wrote it and when: "On 1 May 2026, Ann Harbour wrote:". */

/** The word for it, in the languages of programs. */
const WROTE =
  'wrote|writes|schrieb|a écrit|écrivait|escribió|ha scritto|schreef|skrev|pisze|napisał\\(?a?\\)?|escreveu|kirjoitti|napsal\\(?a?\\)?|napísal\\(?a?\\)?|ezt írta|a scris|şunu yazdı|yazdı|έγραψε|пишет|писал\\(?а?\\)?|написал\\(?а?\\)?|пише|написав|写道|寫道|написа'
const SAID = new RegExp(
  `^[ \\t]*(?:.{0,160}(?<!\\p{L})(?:${WROTE})(?!\\p{L}).{0,80}[:：]|\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2}.{0,120}:)[ \\t]*$`,
  'iu',
)
const ADDRESS = /[<(]\s?[^<>()\s]{1,80}@[^<>()\s]{1,80}/
const CLOCK = /(?<!\d)\d{1,2}[:.]\d{2}(?!\d)/
/** "---- On Wed, 24 Feb 2021 14:02:50 +0530 ann@x.example wrote ----" */
const RULED = /^[ \t]*-{3,} ?On .{10,160}\bwrote ?-{3,}[ \t]*$/i

/** Whether `line` names a writer: by the word for it, or in any language by a time and an address before its colon. */
export function isAttribution(line: string): boolean {
  return SAID.test(line) || RULED.test(line) || isDated(line)
}

function isDated(line: string): boolean {
  return line.length < 240 && /[:：][ \t]*$/.test(line) && CLOCK.test(line) && ADDRESS.test(line)
}

/** Whether a program wrote `line`, which names the writer with a time and an address. */
export function isProgramsOwn(line: string): boolean {
  return RULED.test(line) || (isDated(line) && (SAID.test(line) || /\d{4}/.test(line)))
}

/** The name right before an address, without what tells the time or the part a person has ("odesílatel Jan Novák"). */
function beforeAddress(line: string): string | null {
  const before = /^(.{0,200}?)[ \t]*[<(]+\s?(?:mailto:)?[^<>()\s]{1,80}@/.exec(line)?.[1]
  const name = before
    ?.replace(/^.*(?:\d|[,，;)）])[.]?\s*/u, '')
    .replace(/^(?:[\p{Ll}.]+\s+)+(?=\p{Lu})/u, '')
    .replaceAll('"', '')
    .trim()
  return name !== undefined && /^\p{L}[\p{L}\p{M}.'’ -]{1,60}$/u.test(name) ? name : null
}

/** The name in "On 1 May 2026, Ann Harbour wrote:" and its like, without date and address. */
export function attributedTo(line: string): string | null {
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
    .replace(new RegExp(`(?<!\\p{L})(?:${WROTE})(?!\\p{L}).*$`, 'iu'), '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:,]+$/, '')
    .trim()
  const name =
    /(?:^|[,;]|\d{2}(?: ?[AP]M)?(?: ?(?:UTC|GMT|CES?T|[A-Z]{3}|[+-]\d{4}))?(?: \(\w+\))?,?)\s*((?:"[^"]+"|[\p{L}][\p{L}\p{M}.'’-]*)(?:\s+[\p{L}][\p{L}\p{M}.'’-]*){0,4})$/u.exec(
      words,
    )?.[1]
  const bare = name?.replaceAll('"', '').trim()
  const isName = bare !== undefined && bare !== '' && !/^(?:on|am|le|el|il|op|uhr|kl|[js]r\.?)$/i.test(bare)
  const shown = isName && !/^\p{Ll}/u.test(bare) ? bare : (beforeAddress(line) ?? (isName ? bare : null))
  return shown
}

/** Who is quoted, when `line` says that somebody wrote what follows ("On 1 May 2026, Ann wrote:"); null for other lines. */
export function attributionIn(line: string): { author: string | null } | null {
  return /[:：]$/.test(line.trimEnd()) && SAID.test(line) ? { author: attributedTo(line) } : null
}
