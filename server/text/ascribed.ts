/**
 * Whether a statement tells what others say or think: "You say …", "Opponents argue that …", "laut den Gegnern …". Whoever
 * tells it has not said it. By how it begins, English and German; what a study or a report says is none of these, since
 * those who name it mostly rely on it.
 */

const LEAD = `(?:(?:so|but|and|well|yes|also|still|aber|und|ja|klar)[, ]+)*`
/** People who are not the writer: whatever they say is theirs. */
const OTHERS = `you|he|she|they|(?:some |many |most |other |those |these )?(?:people|folks|others|opponents|critics|supporters|proponents|advocates|skeptics|sceptics)|du|er|ihr|man|(?:die |viele |manche |einige )?(?:leute|gegner|kritiker|befürworter|anhänger|skeptiker)|viele|manche|einige`
/** Anybody but the writer, in up to three words. */
const ANYBODY = `(?!(?:i|we|one|ich|wir|it|this|that|which)\\b)(?:\\p{L}[\\p{L}'’.-]*\\s){0,2}\\p{L}[\\p{L}'’.-]*`
const ALSO = `(?:(?:also|always|often|still|just|even|all|both|only|keep|keeps|kept|auch|immer|oft|noch|nur|alle) )*`
const SAYS = `say|says|said|saying|think|thinks|thought|thinking|believe|believes|believed|write|writes|wrote|sagst|sagt|sagte|sagen|meinst|meint|meinte|meinen|glaubst|glaubt|glauben|denkst|denkt|denken|schreibst|schreibt|schrieb`
/** Says, and leaves it to the one who says it. */
const CLAIMS = `claim|claims|claimed|claiming|argue|argues|argued|arguing|assert|asserts|asserted|allege|alleges|alleged|insist|insists|insisted|behauptest|behauptet|behaupten|behauptete`

const ASCRIBED = new RegExp(
  `^${LEAD}(?:(?:${OTHERS}) ${ALSO}(?:${SAYS}|${CLAIMS})(?! (?:in|of|about|to)\\b)|${ANYBODY} ${ALSO}(?:${CLAIMS}),? (?:that|dass)|according to (?:you|him|her|them|opponents|critics)|laut (?:dir|ihm|ihr|ihnen|den gegnern|kritikern))(?!\\p{L})`,
  'iu',
)

export function isAscribed(statement: string): boolean {
  return ASCRIBED.test(statement.trim())
}
