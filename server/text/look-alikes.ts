/**
 * Letters that look like Latin ones and stand for them in words that mix scripts: "pаrk" with a Cyrillic а. After the data of
 * Unicode Technical Standard #39, "Unicode Security Mechanisms" (confusables.txt; mixed-script detection, section 5), of
 * which these are the Cyrillic and Greek letters that look like one basic Latin letter.
 */

const LATIN = new Map(
  `аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw ѵv АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ԚQ ԜW ѴV
  αa γy ιi νv οo ρp υu ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX`
    .split(/\s+/)
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
)
const LOOK_ALIKE = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'g')
/** Greek or Cyrillic; words of other letters have no look-alikes. */
const OTHER_SCRIPT = /[\u0370-\u052f]/
const IN_LATIN = /[a-zA-Z]/

/** A word with its look-alikes as Latin letters, each still one unit long, where it has Latin letters besides them. */
export function withoutLookAlikes(word: string): string {
  if (!OTHER_SCRIPT.test(word) || !IN_LATIN.test(word)) return word
  return word.replace(LOOK_ALIKE, (letter) => LATIN.get(letter) ?? letter)
}
