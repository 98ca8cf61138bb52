/**
 * Sentences in which writers say themselves, in so many words, that they changed their mind or that another is right. By
 * phrases in the first person or to the second, sentence by sentence; what is put in quotation marks, asked, denied,
 * supposed, mocked or told of others is none. Rather missed than wrong: a sentence that hedges is passed over.
 */
import type { Range } from '../../shared/thread.ts'
import { enclosedRanges, mask } from './mask.ts'
import { sentences } from './sentences.ts'

/** A sentence; `changed`: it says that its writer thinks otherwise now, not only that another has a point. */
export interface Conceded extends Range {
  changed: boolean
}

/** The mark by which people of a debating forum say that a reply changed their view, in a line of its own or at the edge of one. */
const MARKED = /(?:^|\n)\s*[∆Δ](?=\s|$)|\s[∆Δ]\s*(?:\n|$)|!delta\b/i

/** Whether a text says by that mark that what it answers changed its writer's view. */
export function marksChange(text: string): boolean {
  return MARKED.test(text)
}

/** Who says or supposes it is not the writer, or the writer at another time. */
const TOLD = `(?:say|says|said|saying|claim|claims|claimed|think|thinks|thought|believe|believes|suppose|assume|imagine|tell|tells|told|pretend|pretends|insist|insists|hope|hopes|wish|prove|suggest|suggests|suggested|imply|implies|implying|if|unless|when|whether|whenever|until|once|before|why|as though|like|where|case|day|time|sure)(?: (?:to )?(?:me|us|you|him|her|them|people|everyone))?(?: that)?(?: maybe)?`
const TOLD_BEFORE = new RegExp(`\\b${TOLD} $`, 'u')
// Who speaks begins a phrase. What stands before is looked at where one is found: inside, it makes them ten times as slow to prepare.
const ME = String.raw`\bi`
const YOU = String.raw`\b(?:you|u)`
const SPEAKER = /^(?:i|you|u)\b/u
const NOW = `(?: (?:just|now|since|completely|totally|entirely|honestly|actually|really|recently|definitely|genuinely|certainly|officially|also|clearly|simply|plainly|both|all|absolutely|quite|of course|indeed|finally|somewhat|partly|already|pretty much|100%|probably|very much|so|dead|flat out|just plain|well and truly|again))*`
const VIEW = '(?:mind|views?|opinions?|position|stance|thinking|vote|perspective)'
const WHAT = String.raw`(?:that|this|it|your \w+(?: \w+)?(?: (?:with|about|on|of|from) (?:the |your )?\w+)?|(?:that|this|the) (?:\w+ )?(?:thread|comment|argument|article|study|paper|reply|post|point|link|data|discussion|debate|example|answer|explanation|source|video))`

// For words in lower case: phrases that look past the case of every letter take a third longer to prepare.
const either = (patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'gu')

const CHANGED = either([
  `${ME}(?:'ve| have)?${NOW} (?:changed|revised|reconsidered|reversed|updated|switched|flipped) my ${VIEW}\\b`,
  `(?:${YOU}|${WHAT}|\\band)(?:'ve|'s| have| has| did)?${NOW} (?:convinced|persuaded|converted|swayed|sold) me\\b(?! (?:even|only|once|yet|more|again|not|never|further|that you|that he|that they|you|neither))`,
  `(?:${YOU}|${WHAT}|\\band)(?:'ve|'s| have| has| did)?${NOW} (?:changed|change|shifted|turned) my ${VIEW}\\b`,
  `(?:${YOU}|${WHAT})(?:'ve|'s| have| has)?${NOW} (?:won|brought|talked) me (?:over|round|around)\\b`,
  String.raw`${WHAT} (?:has )?(?:made|makes) me (?:rethink|reconsider)\b`,
  `\\bconsider my ${VIEW} changed\\b`,
  String.raw`${ME} agree now\b(?! that you)`,
  String.raw`${ME}(?:'ve| have)? (?:clearly |simply |badly )?(?:misjudged|misremembered)\b`,
  String.raw`\b(?:consider me|count me|colou?r me) (?:convinced|persuaded|converted)\b`,
  String.raw`^\W*(?:ok|okay|fine|alright|all right|well|right|damn|fair enough)\W+(?:i'm |i am )?(?:convinced|sold|persuaded)\W*$`,
  `${ME}(?:'m| am) (?:now )?(?:convinced|persuaded|sold) now\\b`,
  `${ME} now (?:think|believe|agree|accept|support|realis\\w+|realiz\\w+|concede|doubt|lean|see that|understand that|favou?r|oppose)\\b(?! (?:about|back|of)\\b)`,
  `${ME} no longer (?:think|believe|agree|support|accept|hold|favou?r|oppose|see|stand by|doubt)\\b`,
  `${ME} (?:was|were|had been)${NOW} (?:wrong|mistaken|in the wrong)\\b(?! (?:for|footed|sized)\\b)(?!-)`,
  `${ME} (?:had|got)${NOW} (?:it|that|this|that one|this one|it all)${NOW} (?:wrong|backwards)\\b`,
  String.raw`${ME} (?:stand|am|'m) corrected\b`,
  String.raw`${ME}(?:'ll| will| have to| must| hereby| gladly)* (?:take|took) (?:it|that|this|that one|all of (?:it|that)|what i said|my \w+|everything)(?: all)? back\b(?! (?:to|home|from|with)\b)`,
  String.raw`${ME}(?:'ll| will| have to| must| hereby| gladly)* (?:take back|withdraw|retract) (?:my|that|what|it|this|the (?:claim|point|comment|argument|remark))\b`,
  String.raw`${ME} used to (?:think|believe|argue|be (?:against|for|in favou?r|opposed|sceptical|skeptical))\b.*\b(?:but|until|now)\b`,
  `${ME}(?:'ve| have|'m| am)${NOW} (?:come|came|coming) (?:around|round)\\b`,
  `${ME} came (?:around|round)\\b`,
  String.raw`^\W*(?:(?:ah|oh|ok|okay|yes|yep|well|sorry|right)\W+)*(?:mea culpa|my mistake|my error)\b(?! was)`,
  // German
  '(?<!\\b(?:dass|wenn|falls|ob|als|bevor|bis|weil) )\\bich habe?(?: (?:inzwischen|mittlerweile|jetzt|nun|gerade|dazu|da|hier|wirklich|tatsächlich|damit))* meine (?:meinung|ansicht|haltung|position|einschätzung)(?: (?:dazu|darüber|inzwischen|jetzt|hierzu|da))* (?:geändert|revidiert|korrigiert)\\b',
  '\\bhabe?(?: ich)(?: (?:inzwischen|mittlerweile|jetzt|nun|dazu))* meine (?:meinung|ansicht|haltung|position|einschätzung)(?: (?:dazu|darüber|inzwischen|jetzt))* (?:geändert|revidiert|korrigiert)\\b',
  '\\b(?:du hast|sie haben|ihr habt|hast du|habt ihr|haben sie|(?:das|dies|dein \\p{L}+|ihr \\p{L}+|der (?:beitrag|artikel|link)|die (?:studie|quelle|zahlen?)) (?:hat|haben)) mich(?: (?:wirklich|jetzt|inzwischen|tatsächlich|nun|damit|am ende|doch|da|voll|komplett))* (?:überzeugt|umgestimmt|bekehrt|eines besseren belehrt)\\b',
  '\\b(?:ich lag|lag ich)(?: (?:da|damit|hier|wohl|tatsächlich|einfach|völlig|komplett|eindeutig|mit \\p{L}+ \\p{L}+))* (?:falsch|daneben)\\b',
  '\\b(?:ich habe?|habe? ich) mich(?: (?:da|damit|hier|wohl|tatsächlich|offenbar|offensichtlich|einfach|völlig|schlicht|darin|dabei))* (?:geirrt|getäuscht|vertan)\\b',
  '\\bich (?:nehme|nehm|ziehe)(?: (?:das|es|alles|meine[nrs]? \\p{L}+|den \\p{L}+|die \\p{L}+|hiermit|gern|also))+ zurück\\b',
  '\\b(?:nehme|nehm|ziehe) ich(?: (?:hiermit|gern|also|natürlich|sofort))* zurück\\b',
  '\\b(?:inzwischen|mittlerweile|jetzt|nun) (?:denke|glaube|sehe|halte|finde|meine) ich(?: (?:das|es|die sache|auch|doch))* (?:anders|dass|nicht mehr)\\b',
  '\\bich (?:sehe|denke) (?:das|es|die sache) (?:jetzt|inzwischen|mittlerweile|nun|heute) anders\\b',
  '\\bich (?:denke|glaube|meine) (?:jetzt|inzwischen|mittlerweile|nun),? dass\\b',
  '^\\W*(?:(?:ok|okay|ah|oh|ja|stimmt|gut|na gut)\\W+)*(?:mein fehler|asche auf mein haupt|überzeugt)\\b(?! (?:war|mich))',
])

const GRANTED = either([
  `${YOU}(?:'re| are| were)${NOW} (?:right|correct)\\b(?! (?:next|now|in the|here|there|behind|wing|handed|to (?:be|feel|ask|worry|exist|vote))\\b)(?!-)`,
  String.raw`^\W*(?:(?:ok|okay|yes|yeah|yep|ah|oh|hm+|alright|well|hey)\W+)*(?:that's |that is |it's |this is )?(?:an? )?(?:very |really |pretty |quite )?(?:fair|good|valid|great|excellent|solid) (?:point|points|catch)\b(?! (?:of|is|was|would|against|to)\b)`,
  String.raw`^\W*(?:(?:ok|okay|yes|yeah|ah|oh|hm+|alright|well)\W+)*(?:fair enough|point taken|touch[ée])(?!\w)`,
  `\\b(?:that's|that is|this is|(?:${YOU} (?:make|made|raise|do have|do make|have|had|did make))|${YOU}'ve (?:got|made)) (?:an? |some )?(?:very |really |pretty |quite |actually )*(?:fair|good|valid|great|excellent|solid) points?\\b(?! (?:of|would)\\b)`,
  `${YOU} (?:have|do have|had) a point\\b(?! (?:of|to)\\b)`,
  `${YOU}(?:'ve)? got (?:a point\\b|me (?:there|on that|on this)\\b)`,
  String.raw`${ME}(?:'ll| will| can| do| have to| must| gladly)* (?:concede|grant you|give you|admit defeat)\b(?: (?:that|this|the point|on|defeat))?`,
  String.raw`${ME}(?:'ll| will| can| do| have to| must| gladly)* (?:admit|grant|acknowledge)(?: that)? (?:you(?:'re| are|r)\b|your (?:point|argument)|(?:that's|it's|that is) (?:an? )?(?:good|fair|valid))`,
  String.raw`${ME} (?:hadn't|had not|didn't|never) (?:considered|consider|thought of|think of|realis\w+|realiz\w+|knew|know) (?:that|it like that|it that way|of that|this|about (?:that|this)(?=\\W*$))\b(?! (?:person|guy|man|woman|town|book)\b)`,
  String.raw`\b(?:thanks|thank you) for (?:the correction|correcting me|setting me straight|changing my ${VIEW})\b`,
  String.raw`\bcorrection accepted\b`,
  // German
  '(?<!\\b(?:dass|wenn|falls|ob|nicht) )\\b(?:da|damit|hier|in dem punkt|in diesem punkt|darin|insofern|mit \\p{L}+ \\p{L}+) (?:hast du|haben sie|habt ihr|hast)(?: (?:natürlich|völlig|vollkommen|absolut|wohl|ja|auch|tatsächlich|wirklich|schon|allerdings|einfach))* recht\\b',
  '(?<!\\b(?:dass|wenn|falls|ob|glaubst|denkst|meinst|nur weil)[ ,]+)\\b(?:du hast|sie haben|ihr habt|hast)(?: (?:da|damit|hier|natürlich|völlig|vollkommen|absolut|wohl|ja|auch|tatsächlich|wirklich|schon|allerdings|einfach|mit \\p{L}+ \\p{L}+))* recht\\b',
  '\\b(?:ich (?:muss|gebe|geb)|muss ich|gebe ich|geb ich) (?:dir|ihnen|euch)(?: (?:da|hier|in dem punkt|in diesem punkt|völlig|vollkommen|absolut|natürlich|leider|wohl|allerdings))* recht(?: geben)?\\b',
  '^\\W*(?:(?:ok|okay|ja|stimmt|hm+|gut|na gut|ah|oh)\\W+)*(?:(?:das ist )?(?:ein )?(?:wirklich |sehr )?(?:guter|berechtigter|fairer|valider|wichtiger) (?:punkt|einwand|hinweis)|gutes argument|punkt für dich|eins zu null für dich)\\b(?! (?:wäre|ist das nicht))',
  '\\bdas ist (?:ein )?(?:wirklich |sehr |tatsächlich )?(?:ein )?(?:guter|berechtigter|fairer|valider) (?:punkt|einwand)\\b',
  '\\b(?:das|daran|so|darüber) (?:hatte|habe|hab) ich (?:so |noch |gar |überhaupt |bisher |tatsächlich )*(?:nicht bedacht|nicht gedacht|nicht gesehen|übersehen|nicht gewusst|nie nachgedacht)\\b',
  '\\b(?:das gebe ich zu|das räume ich ein|das muss ich (?:dir )?(?:zugeben|einräumen|lassen)|danke für die (?:korrektur|richtigstellung))\\b',
  '\\bich (?:muss|gebe|geb)(?: (?:zu|zugeben|einräumen))*,? dass (?:du|sie) (?:da )?recht (?:hast|haben)\\b',
])

/** What makes a sentence suppose, hedge or mock. */
const SUPPOSED =
  /\b(?:if|unless|suppose|supposing|assuming|hypothetically|not that|as if|pretend|maybe|perhaps|almost|nearly|wenn|falls|sofern|vielleicht|fast|beinahe|angenommen|als ob|nicht dass)\b/u
/** Before the phrase only: what might be, or what others say. */
const BEFORE =
  /\b(?:would|wouldn't|could|couldn't|might|may|should|shouldn't|won't|never|nobody|no one|nothing|none|neither|doubt|refuse|nor|don't|doesn't|didn't|isn't|wasn't|aren't|can't|cannot|würde|würdest|könnte|könntest|hätte|hättest|wäre|sollte|nie|niemals|niemand|nichts|kein|keine|keiner|behauptet|sagt|sagte|meint|glaubst|denkst)\b[^.!?;]{0,40}$/u
const UNLESS_BACK =
  /\b(?:take|took|withdraw|retract|nehm\p{L}*|zieh\p{L}*)\b.*\b(?:when|once|as soon as|sobald|the (?:day|moment|minute))\b/u
const MOCKING =
  /\byeah,? right\b|(?:^|\s)\/s(?=\W|$)|🙄|🤡|\boh,? (?:sure|please|wow|no)\b|\bsilly me\b|\bsarcas|\bhow (?:dare|stupid|silly|foolish) (?:of )?(?:me|i|you)\b|\bforgot that\b|\bnice try\b|\bof course,? (?:your|o)\b|\b(?:genius|einstein|your (?:highness|majesty)|all-knowing|almighty|ja,? (?:klar|sicher|genau)|ironie|wie konnte ich|als ob)\b|\bso (?:convincing|persuasive)\b|\bwow,|\bbow\b/u
const ASKS = /\?\W*$/u

/**
 * What any of the phrases needs, in lower case: most sentences are passed over by it, which is much faster. It begins where
 * a word does, so that it is not tried at every letter.
 */
const CUE = new RegExp(
  `(?<![a-z])(?:${[
    'wrong\\b|mistake|backwards|corrected|correction|correcting|convinced|persuaded|converted|swayed|\\bsold\\b',
    'my (?:mind|views?|opinions?|position|stance|thinking|vote|perspective)\\b|me (?:over|round|around|rethink|reconsider)\\b',
    '(?:come|came|coming) a?round|i now\\b|no longer|\\b(?:take|took) .{0,60}\\bback\\b|withdraw|retract|i used to|culpa|my error|misjudged',
    "misremembered|agree now|\\b(?:you|u)(?:'re| are| were) .{0,40}\\b(?:right|correct)\\b|(?:good|fair|valid|great|excellent|solid) (?:point|catch|enough)|a point\\b",
    'point taken|touch[ée]|got me|concede|grant you|i\\W?(?:wi)?(?:ll)? give you|admit|acknowledge|setting me',
    "i (?:hadn't|had not|didn't|never) (?:consider|thought|think|reali|knew|know)|[∆δΔ]|delta(?<=!delta)",
    'meine (?:meinung|ansicht|haltung|position|einschätzung)|überzeugt|umgestimmt|bekehrt|belehrt|falsch|daneben|geirrt|getäuscht|vertan|zurück|anders\\b',
    '(?:jetzt|inzwischen|mittlerweile|nun),? (?:dass|denke|glaube|sehe|halte|finde|meine)|mein fehler|asche auf|\\brecht\\b|punkt(?<=(?:r|ein) punkt)|punkt für|einwand|hinweis|gutes argument|bedacht|nicht gedacht|nicht gesehen|nie nachgedacht',
    'übersehen|gewusst|gebe ich|räume ich|muss ich|korrektur|richtigstellung',
  ].join('|')})`,
  'u',
)

const NO_ABBREVIATIONS: ReadonlySet<string> = new Set(['e.g', 'i.e', 'mr', 'mrs', 'dr', 'z.b', 'bzw'])

/** The sentences of `text` outside `hidden` (quotes, code) in which its writer gives in, in order. */
export function concededIn(text: string, hidden: readonly Range[]): Conceded[] {
  if (!CUE.test(text.toLowerCase().replaceAll('’', "'"))) return []
  const found = sentences(text, hidden, NO_ABBREVIATIONS)
  const inQuotation = enclosedRanges(text)
  const own = mask(mask(text, hidden, ' '), inQuotation, '…').replace(/[’‘]/g, "'")
  return found.flatMap(({ start, end }, nth): Conceded[] => {
    const written = own.slice(start, end)
    const said = written.toLowerCase()
    if (!CUE.test(said)) return []
    if (/^[\s\W]*[∆Δ](?:\s|$)|\s[∆Δ]\W*$|!delta\b/iu.test(written)) return [{ start, end, changed: true }]
    const next = found[nth + 1]
    const mocked =
      MOCKING.test(said) ||
      (next !== undefined && /^\W*(?:\/s\b|not[.!]|yeah,? right)/iu.test(own.slice(next.start, next.end)))
    if (mocked || ASKS.test(said) || SUPPOSED.test(said) || UNLESS_BACK.test(said)) return []
    const changed = firstIn(said, CHANGED)
    const at = changed ?? firstIn(said, GRANTED)
    if (at === null || BEFORE.test(said.slice(0, at))) return []
    return [{ start, end, changed: changed !== null }]
  })
}

/** Where the first of the phrases begins that `said` has of its writer or of the one spoken to, not told of them, or null. */
function firstIn(said: string, phrases: RegExp): number | null {
  phrases.lastIndex = 0
  for (let found = phrases.exec(said); found !== null; found = phrases.exec(said)) {
    if (!SPEAKER.test(found[0]) || !TOLD_BEFORE.test(said.slice(0, found.index))) return found.index
    phrases.lastIndex = found.index + 1
  }
  return null
}
