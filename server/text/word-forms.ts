/**
 * Spellings and forms of one word: "colour" and "color", "broke" and "broken", "tax" and "taxation". Stems (`stem.ts`) join
 * more, and with it what differs: "meaningful" and "meaningless".
 */
import { classes, list } from './word-list.ts'

/** A word in the spelling and the form by which it is compared: "color" for "colour", "break" for "broken". */
export function spelled(word: string): string {
  const known = FORMS.get(word) ?? FORMS.get(word.replace(/s$/, ''))
  const plain = known ?? word.replaceAll('ß', 'ss')
  if (known !== undefined || plain.length < 5) return plain
  return plain
    .replace(/(?<=..)our(?=s?$|ed$|ing$|ful$|ite|able$)/, 'or')
    .replace(/is(?=(?:e|es|ed|ing|ation|ations)$)/, 'iz')
    .replace(/tre(?=s?$)/, 'ter')
    .replace(/(?<=[aeiouy][^aeiouy]+e)ll(?=(?:ed|ing|er|ers)$)/, 'l')
    .replace(/(?<=^(?:def|off|lic|pret))ence(?=s?$)/, 'ense')
    .replace(/mme(?=s?$)/, 'm')
    .replace(/ogue(?=s?$)/, 'og')
}

/** Verbs and nouns whose forms have no beginning in common that would tell them; the first stands for all. */
const FORMS = classes(`
  break broke broken
  build built
  buy bought
  bring brought
  catch caught
  choose chose chosen
  come came
  do done
  draw drew drawn
  drive drove driven
  eat ate eaten
  fall fell fallen
  feel felt
  fight fought
  find found
  forget forgot forgotten
  give gave given
  go goes went gone
  grow grew grown
  hold held
  keep kept
  know knew known
  leave left
  lend lent
  lie lied lying
  lose lost losing
  pay paid
  rise rose risen
  ruin ruined
  run ran
  say said
  see saw seen
  sell sold
  send sent
  shoot shot
  show shown
  sing sang sung
  speak spoke spoken
  spend spent
  stand stood
  steal stole stolen
  take took taken
  teach taught
  tell told
  think thought
  throw threw thrown
  win won
  write wrote written
  child children
  foot feet
  man men
  woman women
  life lives
  tyre tire
  cheque check
  grey gray
`)

/** Whether two words are forms of one; "meaningful" and "meaningless", "employer" and "employee" are not. */
export function sameForm(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [bare(a), bare(b)]
  let head = 0
  while (head < one.length && one[head] === other[head]) head++
  if (head < 3 || head < Math.min(one.length, other.length) - 3) return false
  const [left, right] = [one.slice(head), other.slice(head)]
  const last = one[head - 1] as string
  const isEnding = (end: string): boolean =>
    end === '' || ENDINGS.has(end) || end === `${last}ed` || end === `${last}ing`
  return isEnding(left) && isEnding(right)
}

/** Endings by which two forms of one word may differ. */
const ENDINGS = list(`
  s es e ed d ing er est y ies ied ly ally al ion ions tion tions ation ations ment ments ity ness n en n't ful ive
  em t te ten et st ung ungen lich ern r rs ern
`)

/** A German participle without its beginning. */
function bare(word: string): string {
  return /^ge.{3,}(?:t|en)$/.test(word) ? word.slice(2) : word
}
