/**
 * Doubt and narrowness that a statement loses of the sentence it was drawn from: "may" told as a fact, "some" told of all.
 * English and German. Words of hedging after K. Hyland, "Hedging in Scientific Research Articles" (1998); what only marks an
 * opinion ("I think") is no hedge here, since every claim is somebody's.
 */
import { akin, contentWords } from './content-words.ts'

const words = (list: string, flags: string): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${list
      .trim()
      .split(/\s*\n\s*|\|/)
      .join('|')})(?!\\p{L})`,
    flags,
  )

/** Weakens what its clause says. "May" in capitals is a month or begins a question. */
const HEDGE = words(
  `may(?!\\s+as\\s+well)|[Mm]ight(?!\\s+as\\s+well)|could(?!\\s+have|\\s+not|n['’]t)|[Pp]erhaps|[Mm]aybe|[Pp]ossibly|[Pp]robably|[Pp]resumably|likely|[Ii]t\\s+seems|seems?\\s+(?:to|that)|[Ii]t\\s+appears|appears?\\s+(?:to|that)|[Aa]pparently|[Aa]llegedly|[Ss]upposedly|tends?\\s+to|suggests?\\s+that|[Ss]ometimes|[Oo]ften|[Uu]sually
  [Ss]ome(?!\\s+(?:day|time|sort|kind|more|\\d))|[Mm]anche[rnms]?|[Ee]inige[rnms]?|[Vv]ielleicht|[Mm]öglicherweise|[Vv]ermutlich|[Ww]ahrscheinlich|[Ww]omöglich|[Ee]ventuell|könnten?|dürften?|[Aa]nscheinend|[Aa]ngeblich|(?<!sehr\\s)wohl|scheint|scheinen|kann\\s+sein|[Mm]anchmal|[Oo]ft|[Hh]äufig|[Mm]eistens`,
  'gu',
)
/** Weakens a restatement, in whatever way. */
const WEAKENED = words(
  `may|might|can|could|can['’]t|cannot|would|should|perhaps|maybe|possib\\p{L}*|probab\\p{L}*|presum\\p{L}*|likel\\p{L}*|seem\\p{L}*|appear\\p{L}*|apparent\\p{L}*|alleg\\p{L}*|suppos\\p{L}*|tend\\p{L}*|potential\\p{L}*|risk\\p{L}*|danger|threat\\p{L}*|chances?|suggest\\p{L}*|believ\\p{L}*|think\\p{L}*|fear\\p{L}*|hop\\p{L}*|expect\\p{L}*|warn\\p{L}*|worr\\p{L}*|unclear|\\p{L}*certain\\p{L}*|doubt\\p{L}*|suspect\\p{L}*|guess\\p{L}*|unlikely|if|unless|whether|about|around|roughly|approximately|nearly|almost|one of
  some\\p{L}*|often|usual\\p{L}*|most\\p{L}*|many|few|several|various|other|others|part|partly|general\\p{L}*|typical\\p{L}*|not\\s+(?:all|always|every)|now and then|occasional\\p{L}*|at times|from time to time|in cases|frequent\\p{L}*|mainly|largely|there (?:is|are)|allow\\p{L}*|permi\\p{L}*|able|\\p{L}*abilit\\p{L}*|unable|option\\p{L}*|optional
  kann|können|könnt\\p{L}*|darf|dürf\\p{L}*|mag|mögen|vielleicht|\\p{L}*möglich\\p{L}*|vermut\\p{L}*|wahrscheinlich\\p{L}*|eventuell\\p{L}*|schein\\p{L}*|anscheinend\\p{L}*|angeblich\\p{L}*|wohl|manch\\p{L}*|einige\\p{L}*|mehrere\\p{L}*|wenige\\p{L}*|viele\\p{L}*|ander\\p{L}*|oft|häufig\\p{L}*|meist\\p{L}*|teil\\p{L}*|teils|soll\\p{L}*|würde\\p{L}*|droh\\p{L}*|befürcht\\p{L}*|gefahr|risik\\p{L}*|verdacht|erlaubt?|gelegentlich|ab und zu|hin und wieder|in der regel|falls|wenn|ob|etwa|rund|ungefähr|fast|ein\\p{L}* der`,
  'giu',
)
/** Concedes, asks or imagines a reader with the words of a hedge. */
const NO_HEDGE =
  /(?<!\p{L})(?:may|might|mag|mögen)(?!\p{L})[^.;:]*[,–—-]\s*(?:but|yet|still|aber|doch)(?!\p{L})|^\W*(?:perhaps|maybe|vielleicht|mag sein)\s*[,.;–—-]|(?:what|how|who|where|when)ever\b.*\bmay\b|\bbe that as it may\b|\b(?:you|one|some|people)\s+(?:may|might|could)\s+(?:also\s+)?(?:think|say|argue|ask|object|wonder|believe|claim)|\?/iu
/** Where another point begins. */
const CLAUSES =
  /[,;:()–—]|\s-\s|(?<!\p{L})(?:and|but|because|while|though|although|und|aber|doch|weil|während|obwohl)(?!\p{L})/iu
/** What is doubted follows: "es kann sein, dass". */
const THAT = /,(?=\s+(?:that|dass)(?!\p{L}))/giu
/** Share of a hedged clause's content words that a statement says again when it is that clause it restates. */
const RESTATED = 0.6

/**
 * Whether the statement says without a doubt, or of all, what a clause of `sentence` says with one, or of some; it has to be
 * one that the passage, which the statement was drawn from, has words of.
 */
export function losesDoubt(statement: string, sentence: string, passage: string): boolean {
  if (sentence.search(HEDGE) < 0 || NO_HEDGE.test(sentence)) return false
  // "Risk" where the sentence speaks of a risk weakens nothing.
  const firm = sentence.replace(HEDGE, ' ').toLowerCase()
  if ([...statement.matchAll(WEAKENED)].some(([word]) => !firm.includes(word.toLowerCase()))) return false
  const [own, drawn] = [contentWords(statement), contentWords(passage)]
  return sentence
    .replace(THAT, ' ')
    .split(CLAUSES)
    .some((clause) => {
      if (clause.search(HEDGE) < 0) return false
      const said = contentWords(clause.replace(HEDGE, ' '))
      const again = said.filter((word) => own.some((other) => akin(other, word))).length
      return said.some((word) => drawn.includes(word)) && again >= RESTATED * said.length
    })
}
