/**
 * Which charset bytes are in that do not say so: the one whose text is written in the letters of one language. Alphabets are
 * enough for that: the places of letters in one charset are signs, or letters of several languages, in the others.
 */
import iconv from 'iconv-lite'

/** As much as tells. */
const BEGINNING = 65_536

/** Fewer bytes could be anything. */
const SHORTEST = 24
/** Share of bytes: one blank or line end among fifty characters. */
const FEWEST_ZEROS = 0.01
/** Share of bytes beyond ASCII, or of the rows of kana, in East Asian texts; pairs of Latin letters would pass for Chinese otherwise. */
const FEWEST_EASTERN = 0.2
/** Characters of texts: no controls but white space, nothing unassigned, no scripts that have hardly any texts. */
const SCRIPTS = 'Common Inherited Latin Greek Cyrillic Hebrew Arabic Devanagari Thai Han Hiragana Katakana Hangul'
const WRITTEN = new RegExp(
  `(?![^\\P{Cc}\\t\\n\\r])[${SCRIPTS.replace(/\w+ ?/g, (name) => `\\p{Script=${name.trim()}}`)}]`,
  'gu',
)
const COMMON = /[\t\n\r\u0020-\u007e\u3000-\u30ff]/g

/** UTF-16 without a mark, which shows in zero bytes or control bytes; null where anything speaks against it. */
export function twoBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = Buffer.from(bytes.subarray(0, 1024))
  if (head.length < SHORTEST || head.length % 2 === 1) return null
  const share = (is: (byte: number) => boolean) => head.filter(is).length / head.length
  const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)
  const zeros = share((byte) => byte === 0)
  const eastern = share(isControl) > 0 && share((byte) => byte >= 0x80 || byte === 0x30) >= FEWEST_EASTERN
  if (zeros < FEWEST_ZEROS && !eastern) return null
  const found = (['utf-16le', 'utf-16be'] as const).flatMap((label) => {
    const text = iconv.decode(head, label)
    const unknown = text.replace(WRITTEN, '').length
    return unknown > 1 ? [] : [{ label, common: text.match(COMMON)?.length ?? 0 }]
  })
  return found.sort((one, other) => other.common - one.common)[0]?.label ?? null
}

/** Fewer bytes beyond ASCII tell nothing of scripts that have letters of their own. */
const LEAST_HIGH = 12
/** Share of them that stand beside another one: letters with accents mostly stand alone. */
const LEAST_TOGETHER = 0.55
/** A word of Latin and of Greek, Cyrillic or Hebrew letters is one of accented letters, wrongly decoded. */
const MIXED = /[a-z][\u0370-\u05ff]|[\u0370-\u05ff][a-z]/i
/** Letters of one alphabet stand at the places of another's: a text in its own has its vowels. */
const LEAST_VOWELS = 0.3
/** Capitals after small letters: another alphabet, or the other of two that turn the cases around. */
const TURNED = /[а-яё][А-ЯЁ]/g
const MOST_TURNED = 0.01
/** Charsets of scripts of their own, with what their texts are made of once decoded rightly. */
const OTHERS: [label: string, shows: RegExp, share: number, never?: RegExp, vowels?: RegExp][] = [
  ['shift_jis', /[\u3041-\u3096\u30a1-\u30fa]/g, 0.2, /[\uff61-\uff9f]{3}/],
  ['euc-jp', /[\u3041-\u3096\u30a1-\u30fa]/g, 0.2],
  ['euc-kr', /[\uac00-\ud7a3]/g, 0.7],
  ['gb18030', /[\u4e00-\u9fff]/g, 0.7],
  ['big5', /[\u4e00-\u9fff]/g, 0.7],
  ['windows-1251', /[\u0430-\u044f\u0451]/g, 0.7, MIXED, /[аеёиоуыэюяіїєў]/gi],
  ['koi8-r', /[\u0430-\u044f\u0451]/g, 0.7, MIXED, /[аеёиоуыэюяіїєў]/gi],
  ['windows-1255', /[\u05d0-\u05ea]/g, 0.95, MIXED],
  ['windows-1253', /[\u03ac-\u03ce]/g, 0.7, MIXED, /[αεηιουωάέήίόύώ]/gi],
]

/** Letters beyond ASCII of languages, a word for each, by charset. Of those that fit as well the first one is taken. */
const CENTRAL = 'ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű čćđšž ăâîşţ'
const ALPHABETS: [label: string, languages: string[]][] = [
  // Turkish letters stand where Icelandic ones do, beside accents that no Turkish word has.
  ['windows-1254', ['çğıöşüâîûi\u0307']],
  [
    'windows-1252',
    'äöüßé àâæçéèêëîïôœùûüÿ áéíóúüñ¿¡ºª áâãàçéêíóôõú àèéìíîòóùú åäöæøéü ëéïóöüèáí àçèéíïòóúü áéíóúýþæðö'.split(' '),
  ],
  ['windows-1250', CENTRAL.split(' ')],
  ['iso-8859-2', CENTRAL.split(' ')],
]
/** Signs that stand in texts of any language, not inside words. */
const SIGNS = /’|(?<![\p{L}\p{M}])[„“”‚‘«»‹›§©£]|[„“”‚‘«»‹›°®™€…](?!\p{L})|[\u00a0–—•]/gu
const ASCII = /\p{ASCII}/gu
/** Foreign names have letters of their own. */
const LEAST_FITTING = 0.9

/** How much of the letters beyond ASCII are those of the one language that has most of them, 0 to 1. */
function fitting(text: string, languages: string[]): number {
  const letters = text
    .replace(/[\0-\x7f]/g, '')
    .replace(SIGNS, '')
    .toLowerCase()
  if (letters === '') return 1
  const known = languages.map((language) => letters.replace(new RegExp(`[^${language}]`, 'gu'), '').length)
  return Math.max(...known) / letters.length
}

/** The alphabet the accented letters of a text are of; Windows-1252 where none is. */
function ofLatin(bytes: Buffer): string {
  const western = iconv.decode(bytes, 'windows-1252')
  let best = { label: 'windows-1252', fits: Math.max(fitting(western, ALPHABETS[1]?.[1] ?? []), LEAST_FITTING - 0.01) }
  for (const [label, languages] of ALPHABETS) {
    const text = iconv.decode(bytes, label)
    const fits = fitting(text, languages)
    const isTurkish = label === 'windows-1254' && text !== western && fits >= best.fits
    if (isTurkish || fits > best.fits) best = { label, fits }
  }
  return best.label
}

/** Words of a page without its tags, scripts and styles, which are ASCII and tell nothing. */
function shown(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1')
  const words = /^\s*</.test(text)
    ? text.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[a-z!/][^<>]*>/gi, ' ')
    : text
  return Buffer.from(words, 'latin1')
}

/** The first charset whose text would be nearly all of its own script, else the one whose alphabet fits. */
export function guessed(bytes: Uint8Array): string {
  const head = shown(bytes)
  let high = 0
  let together = 0
  for (const [at, byte] of head.entries()) {
    if (byte < 0x80) continue
    high++
    if ((head[at - 1] ?? 0) >= 0x80 || (head[at + 1] ?? 0) >= 0x80) together++
  }
  if (high < LEAST_HIGH || together < high * LEAST_TOGETHER) return ofLatin(head)
  for (const [label, shows, share, never, vowels] of OTHERS) {
    const text = iconv.decode(head, label)
    const beyond = text.replace(ASCII, '').length
    // The last character may be cut where the beginning ends.
    if (text.indexOf('\ufffd') >= 0 && text.indexOf('\ufffd') < text.length - 2) continue
    if ((text.match(TURNED)?.length ?? 0) > beyond * MOST_TURNED) continue
    if (vowels !== undefined && (text.match(vowels)?.length ?? 0) < beyond * LEAST_VOWELS) continue
    if ((text.match(shows)?.length ?? 0) >= beyond * share && never?.test(text) !== true) return label
  }
  return ofLatin(head)
}
