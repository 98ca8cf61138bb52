/**
 * Characters that show nothing are taken out before offsets exist: they can hide words from the reader that a program
 * sees (Unicode TR36 and TR39; "Trojan Source", Boucher and Anderson 2021, for the bidirectional ones; tag characters
 * U+E0000 to U+E007F).
 */

/** What Unicode says to ignore in display, joiners and emoji selectors apart; controls; interlinear marks. */
const INVISIBLE =
  /(?!\u200C|\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}|(?!\n|\t)\p{Cc}|(?!\u200C|\u200D)[\p{Bidi_Control}\uFFF9-\uFFFB]/gu

/** Joiners mean something inside emoji and in several scripts, nothing beside Latin letters, blanks or the ends. */
const IDLE_JOINER =
  /(?<![^\p{ASCII}\p{Script=Latin}])(?:\u200C|\u200D)+|(?:\u200C|\u200D)+(?![^\p{ASCII}\p{Script=Latin}])/gu

/** Anything but plain Latin text with its usual marks; most posts stop here. */
const SUSPECT = /[^\n\t\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u2013-\u201F\u2026]/u

/** `text` without invisible characters, line ends as "\n", lone surrogates replaced, in normal form NFC. */
export function clean(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!SUSPECT.test(lines)) return lines
  return lines
    .replace(/\u2028|\u2029|\u0085|\v|\f/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '')
    .normalize('NFC')
}
