/** The words of a sentence that carry its content: no articles, pronouns, prepositions, auxiliaries or words of saying. */

/** Function words of the languages most threads are in, and words any restatement needs ("people", "something", "says"). */
const FUNCTION_WORDS = new Set(
  `a an the and or but nor so if then than that this these those there here it its they them their theirs he him his she
  her hers we us our ours you your yours i me my mine one ones someone anyone everyone who whom whose which what when
  where why how is are was were be been being am do does did done doing have has had having will would shall should can
  could may might must need needs ought not no never none nothing some any each every all both either neither other another such
  same own only just also too very more most less least much many few several of in on at by for with without from to
  into onto over under about against between among through during before after above below up down out off again
  because since while although though however therefore thus hence as like unlike per via even still already yet ever
  people person thing things something anything everything way ways say says said saying claim claims argue argues think
  thinks believe believes make makes made making get gets got use uses used using author poster thread post discussion
  rather instead whether upon within across toward towards it's isn't doesn't don't can't won't cannot let lets
  der die das den dem des ein eine einer eines einem einen und oder aber nicht kein keine ist sind war waren sein wird
  werden wurde wurden hat haben hatte kann können könnte muss müssen soll sollen sollte darf dürfen auch nur noch schon
  sehr mehr als wie wenn weil dass damit ob für mit ohne von vom zu zum zur bei beim auf aus nach über unter vor durch
  gegen zwischen sich sie er es wir ihr ich man dies diese dieser dieses jeder jede jedes alle etwas nichts dann doch
  le la les un une des du de et ou mais pas ne est sont était être sera ont avoir peut peuvent doit doivent aussi plus
  moins très comme quand parce que qui dont où pour avec sans dans sur sous par entre vers chez ce cet cette ces il elle
  ils elles nous vous leur leurs son sa ses tout tous toute toutes même
  el los las una unos unas y o pero no es son era eran ser será está están fue han haber puede pueden debe deben también
  más menos muy cuando porque que quien donde para con sin en sobre bajo por entre hacia este esta estos estas ese esa
  su sus lo al del se todo todos toda todas
  il lo gli uno ed ma non sono era erano essere ha hanno può possono deve devono anche più meno molto come quando perché
  che chi dove per con senza nel nella su sotto tra fra questo questa questi queste suo sua loro tutto tutti
  het een en of maar niet is zijn was waren worden wordt heeft hebben kan kunnen moet moeten ook meer minder zeer zoals
  wanneer omdat dat die wie waar voor met zonder op onder door tussen naar deze dit hun alle`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
/** Words of plain letters, as the segmenter finds them: "it's", "3.5" and "example.com" are one. */
const PLAIN_WORD = /[a-z0-9_]+(?:(?:(?<=[a-z])[.:'](?=[a-z])|(?<=[0-9])[.,;'](?=[0-9]))[a-z0-9_]+)*/g

/**
 * Lower-case words and numbers of `text`, in order, by Unicode's rules for word boundaries (UAX 29). No word holds blanks,
 * so the segmenter, which takes long, is asked only for what holds other than plain letters.
 */
export function words(text: string): string[] {
  const found: string[] = []
  for (const part of text
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .split(/[ \n]+/)) {
    const word = bare(part)
    if (word !== null) {
      if (word !== '' && word !== '_') found.push(word)
    } else if (/^[\x21-\x7e]*$/.test(part)) {
      for (const one of part.match(PLAIN_WORD) ?? []) if (one !== '_') found.push(one)
    } else {
      for (const { segment, isWordLike } of segmenter.segment(part)) if (isWordLike === true) found.push(segment)
    }
  }
  return found
}

/** The one word of a part of plain characters, without marks around it; null where it takes more to tell its words. */
function bare(part: string): string | null {
  let [start, end] = [-1, -1]
  for (let at = 0; at < part.length; at++) {
    const unit = part.charCodeAt(at)
    if (unit < 0x21 || unit > 0x7e) return null
    if (!inPlainWord(unit)) continue
    if (start < 0) start = at
    else if (end !== at) return null
    end = at + 1
  }
  return start < 0 ? '' : part.slice(start, end)
}

/** a to z, 0 to 9 and the underscore. */
function inPlainWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f
}

/** Words of `text` that carry content: numbers, and words of at least three letters (one, in scripts without spaces). */
export function contentWords(text: string): string[] {
  return words(text).filter((word) => !FUNCTION_WORDS.has(word) && (word.length >= 3 || SAYS_MUCH.test(word)))
}

/** A number, or a character of a script written without spaces. */
const SAYS_MUCH = /[\p{N}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether two words are forms of one: equal, or alike but for an ending (at least four letters and two thirds in common). */
export function akin(a: string, b: string): boolean {
  if (a === b) return true
  const common = Math.max(4, Math.ceil((Math.max(a.length, b.length) * 2) / 3) - 1)
  if (Math.min(a.length, b.length) < common || !a.startsWith(b.slice(0, common))) return false
  return !/\p{N}/u.test(a) && !/\p{N}/u.test(b)
}
