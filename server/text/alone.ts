/**
 * Whether a statement can be understood, and is one, away from the words around it: it names what it speaks of and holds a
 * main verb. Told by how it begins, English and German; what only may lean on something is taken to stand.
 */

const words = (line: string): string => line.trim().replaceAll(/\s+/g, '|')

const VERB =
  words(`is are was were be been isn't aren't wasn't weren't has have had hasn't haven't does do did doesn't don't
  didn't can can't cannot could couldn't will won't would wouldn't should shouldn't may might must makes make made means
  meant needs need takes took gets got goes went seems seemed looks looked costs works worked helps hurts comes came
  gives gave says said shows showed becomes became happens happened sounds feels leads leaves just also really`)
const GERMAN_VERB = words(`ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte könnte
  könnten muss müssen musste müsste soll sollen sollte sollten will wollen darf dürfen dürfte dürften mag würde würden
  wäre wären geht gehen gibt macht machen läuft laufen kommt kommen bringt bringen heißt bedeutet sagt sagen steht
  stimmt klingt liegt gilt reicht hilft kostet braucht brauchen bleibt zeigt dauert`)

/** Joins on to what was said before. */
const GOES_ON = new RegExp(
  `^(?:${words('and but or nor yet plus whereas which und aber oder sondern wobei womit wodurch weshalb sodass doch')}|(?:because|weil|denn)(?=[^,]*$)|not (?:only|just) that|or else)\\b`,
  'iu',
)
/** Something named before is what it speaks of: "It was great", "This means …", "Das ist …", "Damit könnten …". */
const POINTS_BACK = new RegExp(
  `^(?:(?:(?:he|she|they|them)\\b|(?:both|neither|none|some|most|all|each|one|half|many|the (?:former|latter|others?|rest)) (?:(?:of (?:it|them|these|those|this|that|which)) )?(?:${VERB})\\b|(?:it|they|he|she|that)['’]\\p{L}+)|(?:it|this|that|these|those|such)\\b (?:${VERB})\\b|it (?!is\\b)\\p{L}+|(?:this|that) way\\b|such an?\\b|(?:the )?same (?:here|goes|with|for)\\b|(?:in (?:this|that|which) case|then|likewise|otherwise|instead(?! of))\\b|(?:das|dies|es|er|sie|die|der|diese|dieser|so was|sowas|so etwas)\\b (?:${GERMAN_VERB})\\b|da(?:für|mit|rum|durch|ran|von|zu|bei|gegen|rauf|rin|her|nach|rüber|vor)\\b|dann\\b|deshalb\\b|deswegen\\b|trotzdem\\b|außerdem\\b)`,
  'iu',
)
/** "It is wrong to …", "Es gibt …": nothing is meant by the first word; "that is why" and the like apart. */
const MEANS_NOTHING =
  /^(?:it(?:['’]s| is| was| would be| will be| seems| has been| takes| makes)? (?:[\p{L}-]+ ){0,3}(?:to|that|for|if|when|how|why|whether)\b|it (?:rains|rained|snows|snowed)\b|es (?:gibt|gab|braucht|geht um|ist (?:[\p{L}-]+[, ]+){0,4}(?:zu|dass|wenn|ob)\b))/iu
/** A verb that has lost its subject: "Makes it worse.", "Has been like this for years." */
const NO_SUBJECT =
  /^(?:makes|means|seems|looks|sounds|feels|gives|requires|allows|has|had|was|were|doesn't|didn't|isn't|wasn't|aren't|weren't|can't|cannot|won't|got|gets|goes|comes|macht|klingt|scheint|bringt|reicht|hilft|kostet) (?!(?:es|das|die|der|ein|eine|man|ihr|du|er|sie|wir|ich)\b)/iu
/** Asks, with or without a mark. */
const ASKS =
  /^(?:(?:why|how|when|where) (?:must|do|does|did|is|are|was|were|would|should|can|could|will|has|have)|(?:do|does|did|is|are) (?:you|they|we|people|anyone|anybody)|(?:warum|wieso|weshalb|wie) (?:ist|sind|soll|sollen|muss|müssen|kann|kommt|kommen))(?!\p{L})/iu
/** A case to think of, which is no point by itself. */
const SUPPOSES = /^(?:imagine|suppose|picture|say you|let's say|stell(?:t)? (?:dir|euch) vor|nehmen wir an)\b/iu
/** "Probably how they faked it": an answer that leans on its question. */
const HALF =
  /^(?:probably|basically|mostly|maybe|perhaps|just|wahrscheinlich|vielleicht) (?:how|why|because|when|where|wie|warum|weil|wo)\b/iu
/** "Having lived …", "Looking for …" and nothing that is said of it. */
const DOING =
  /^(?!(?:nothing|everything|anything|something|king|ring|thing|spring|string|morning|evening|building|during|according|regarding|including)\b)\p{L}{2,}ing\b/iu
/** A word that may be a verb of what is done ("Banning cars kills trade"): in -s, with something after it. */
const MAY_BE_SAID_OF_IT =
  /^\p{L}+ \p{L}+ (?:\p{L}+ ){0,3}?\p{L}{2,}[^\Ws]s (?!(?:and|or|of|in|at|to|for|with|by|from|on|who|that|which|as|und|oder)\b)\p{L}/iu
/** "People that …", "The idea that …": somebody or something, with a clause about it. */
const NAMES =
  /^(?:(?:the|this|that|an?|any|some|all|those|my) (?:[\p{L}'’-]+ ){1,3}?|(?:people|anyone|anybody|everyone|everybody|someone|somebody|those|folks) )(?:who|that|which)\b/iu
/** Of these the clause says what they hold, and has a verb of its own. */
const HOLDING =
  /^\p{L}+ (?:\p{L}+ )?(?:idea|fact|notion|thought|belief|theory|claim|assumption|myth|argument|concept) that\b/iu

/** Whether a statement stands alone. */
export function standsAlone(statement: string): boolean {
  const said = statement.trim().replaceAll('’', "'")
  if (GOES_ON.test(said) || NO_SUBJECT.test(said) || ASKS.test(said) || SUPPOSES.test(said) || HALF.test(said))
    return false
  if (POINTS_BACK.test(said) && !MEANS_NOTHING.test(said)) return false
  return !isFragment(said)
}

/** Whether all of it is a name for something, or for doing something, of which nothing is said. */
function isFragment(said: string): boolean {
  if (NAMES.test(said)) return mainVerbs(said) < (HOLDING.test(said) ? 2 : 1)
  return DOING.test(said) && mainVerbs(said) === 0 && !MAY_BE_SAID_OF_IT.test(said)
}

const FINITE = new RegExp(`^(?:${VERB}|\\p{L}+n't|\\p{L}+'(?:s|re|ll|d))$`, 'iu')
const RELATIVE = /^(?:who|that|which)$/iu
const NO_VERB = /^(?:just|also|really|be|been)$/iu

/** Groups of finite verbs but for those of clauses about a noun ("who are …"). */
function mainVerbs(said: string): number {
  const spoken = said.match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? []
  return spoken.filter((word, at) => {
    const before = spoken[at - 1] ?? ''
    const verb = FINITE.test(word) && !NO_VERB.test(word)
    return verb && !FINITE.test(before) && !RELATIVE.test(before)
  }).length
}

const ONESELF = /^(?:i|ich|my|mein\p{L}*|hope|guess|wish|hoffe|schätze)(?!\p{L}| (?:is|of|for|that)\b)/iu
/** Said of the matter in the first person: an opinion, a vote, advice. */
const HOLDS =
  /^(?:i|ich)(?:'(?:m|d|ll|ve))?\b[^.;]{0,60}?\b(?:suspect|doubt|believe|think|expect|support|oppose|recommend|find|agree|disagree|argue|prefer|see (?:no|little|any|a lot)|against|in favou?r|convinced|bezweifle|glaube|finde|meine|halte|dafür|dagegen|unterstütze|befürworte)\b/iu

/** Whether a statement tells of its writer first, and holds nothing of the matter ("I have three of them."). */
export function isOfOneself(statement: string): boolean {
  const said = statement.trim().replaceAll('’', "'")
  return ONESELF.test(said) && !HOLDS.test(said)
}
