/**
 * Statements that may be true and yet are nothing a debate is about: how their writer feels, what became of a page, rules of
 * a forum, what one reader is to press, and that such things happen. By how they begin, English and German; a judgement of
 * something else than oneself is none of them.
 */

const starts = (patterns: string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})`, 'iu')

/** Words before the subject that carry nothing. */
const LEAD = `(?:(?:well|so|and|but|because|anyway|honestly|man|ugh|haha|lol|sorry|also|ja|naja|und|aber)[,.]? )*`
const SOFTLY = `(?:(?:a (?:bit|little)|so|very|really|pretty|quite|just|still|kind of|like|too|rather|also|now|such an?|an?) )*`
const MOOD = `(?:dumb|stupid|silly|sad|glad|happy|confused|lost|tired|old|bad|lucky|unlucky|jealous|ashamed|embarrassed|excited|proud|curious|grateful|lonely|scared|bored|surprised|annoyed|idiot|fool)\\b`

const FEELS = starts([
  `${LEAD}i (?:(?:really|just|do|still|also|kinda|already) )*feel ${SOFTLY}${MOOD}`,
  `${LEAD}i(?:'m| am| was) ${SOFTLY}${MOOD}(?! (?:idea|thing)\\b)`,
  `${LEAD}i (?:(?:really|just|do|still|also) )*(?:hope|wish) (?:that )?(?:i|you|my|your)\\b`,
  `${LEAD}i (?:(?:really|just|do|still|also) )*(?:miss|love|hate|adore) (?:my|mine|you|your)\\b`,
  `${LEAD}i (?:(?:really|just|personally|honestly|still) )*(?:couldn't care|could care|don't (?:even )?care(?! (?:if|that|who|what|about)\\b)|don't give an?\\b)`,
  `${LEAD}i (?:(?:really|just|personally|do|still|also) )*find (?:it|this|that) ${SOFTLY}(?:amusing|funny|hilarious|cute)\\b`,
  `${LEAD}ich (?:hoffe|wünschte|wünsche)[, ]+(?:dass )?(?:ich|du|ihr|dir|euch)\\b`,
  `${LEAD}ich (?:fühle|fühl) mich\\b`,
  `${LEAD}ich bin (?:(?:so|sehr|ein bisschen|etwas|ganz|echt|wirklich|total) )*(?:traurig|froh|verwirrt|müde|gespannt|dankbar|neugierig|enttäuscht|überrascht)\\b`,
])

/** What the writer knows, has forgotten or is about to say, and not what that is. */
const MINDS = starts([
  `${LEAD}(?:unfortunately,? )?i (?:think i (?:may |might )?know|(?:(?:really|just|still|also|honestly|actually) )*(?:don't know|do not know|dunno|can't remember|cannot remember|don't remember|can't recall|don't recall|can't tell|can't say|wonder|forget|forgot)) (?:why|how|what|who|when|where|which|if|whether|anywhere)\\b`,
  `${LEAD}i(?:'m| am) (?:pretty |quite |fairly )?(?:sure|certain) (?:that )?(?:you|they|everyone|everybody)(?:'re| are|'ve| have| all| already)* (?:aware|know|heard|seen|thought)\\b`,
  `${LEAD}(?:one|another|the (?:only|other|first|last)) (?:more )?thing (?:that )?i (?:forgot|wanted|meant|should|want|would like|'d like|missed)\\b`,
  `${LEAD}(?:an? |some |another )?(?:good |nice |quick )?examples? of (?:how|what|where|why)\\b`,
  `${LEAD}ich (?:weiß|weiss) (?:(?:auch|leider|noch|gar|aber) )*(?:nicht|nur nicht)[, ]+(?:warum|wie|was|wer|wann|wo|ob|welche\\p{L}*)\\b`,
  `${LEAD}(?:eine sache|eins|noch etwas),? (?:die |das |was )?ich (?:noch |auch )?(?:vergessen|sagen|erwähnen)\\b`,
])

/** Said of anything, at any time. */
const SHRUGS =
  /^(?:\p{L}+ )?(?:(?:the )?point is,? |anyway,? |well,? |oh well,? )?(?:(?:shit|stuff|things|it|that|these things) happens?|it is what it is|that's life|such is life|c'est la vie|(?:that|this) (?:was|is) my (?:whole )?point|so ist das leben|kann (?:mal )?passieren)[.!]*$/iu

/** What people say to each other wherever they meet, and about what they look at together. */
const SMALL_TALK = starts([
  `(?:good|guten?|schönen?) (?:morning|afternoon|evening|night|day|morgen|tag|abend|nacht|sonntag|feierabend|start|wochenende)(?=[.!,]|$| (?:everyone|everybody|all|folks|there|to|from|aus|zusammen|euch|allen|allerseits)\\b)`,
  `(?:greetings|regards|cheers|love|hugs|(?:viele |liebe |schöne |beste )?grüße) (?:from|to|aus|an|von)\\b`,
  `(?:here we go|there you have it|there you go|see you|somebody had to|someone had to|(?:this|that) (?:guy|one|man|woman|person) gets it|the struggle is real|asking the real questions)\\b`,
  `(?:it|that|this)(?: was|'s| is) (?:just |only |meant as |supposed to be )*(?:an? )?(?:joke|sarcasm|satire|typo)\\b(?! of\\b)`,
  `(?:that is|that's) what (?:she|he) said\\b`,
  `(?:the|this|that|your|my) (?:link|photo|picture|pic|image|video|gif|meme|screenshot|headline font) (?:is|was|seems|looks|does|did|doesn't|works|is not|isn't) (?:so |very |really |just |absolutely )*(?:broken|dead|down|gone|blurry|lovely|great|nice|beautiful|cute|awesome|hilarious|work|working|amazing|gold)\\b`,
  `(?:das|es) (?:war|ist|sollte) (?:doch |nur |bloß |wohl )*(?:ein )?(?:scherz|witz|ironie|satire|tippfehler)\\b`,
  `ich bin (?:auch |gern |gerne )*(?:dabei|raus)\\b`,
  `(?:following|subscribing|bookmarking|reading|watching|commenting) (?:this|the thread|here|for)\\b`,
])

const SOMEBODY = `(?:you(?: guys| all| people| folks)?|y'all|op|this (?:guy|man|woman|person|dude|lady|kid))`
const LOUDLY = `(?:(?:seriously|really|honestly|truly|absolutely|totally|so|such|just|pretty|very|wirklich|echt|einfach|total)[,!.]? ){0,3}`
const HONOUR = `(?:medal|award|prize|raise|gold|beer|drink|cookie|cake|hug|upvotes?|praise|credit|applause)\\b`
const HERO = `(?:hero|legend|genius|saint|star|angel|gem|treasure|best|champion|rock|life ?saver)\\b(?! (?:who|that|of|in|for|judge))`
const LOVELY = `(?:hilarious|awesome|amazing|great|brilliant|wonderful|funny|funniest|lovely|cool|adorable|sweet|kind)\\b`

/** Praise of a person, in which nothing is said of the matter. */
const PRAISE = starts([
  `${LOUDLY}${SOMEBODY} ${LOUDLY}(?:deserves?|wins?|(?:has|have) earned) (?:(?:an?|the|some|all|my|more|that|this|every) ){0,3}${HONOUR}`,
  `${LOUDLY}${SOMEBODY}(?: are|'re| is|'s) ${LOUDLY}(?:(?:an?|the|my|our|of) ){0,3}(?:(?:absolute|real|true|new|total) )?(?:${HERO}|${LOVELY})`,
  `${LOUDLY}${SOMEBODY} (?:rocks?|rules?)[.!]*$`,
  `(?:\\p{L}+ (?:idee|sache|arbeit|beitrag)[,!.] )?${LOUDLY}(?:du bist|ihr seid|sie sind) ${LOUDLY}(?:(?:mein|meine|ein|eine|der|die|das|unser|unsere|absolut\\p{L}*) ){0,3}(?:held\\p{L}*|genies?|schatz|engel|beste\\p{L}*|legenden?|könig\\p{L}*|wahnsinn|spitze|klasse|super|toll|großartig)\\b`,
])

/** What became of a page or a ticket, told without saying who or what: "Relisted by …", "Original issue reported by …". */
const LOGGED = starts([
  `(?!(?:based|compared|opposed|related|used|supposed|limited|added|owed|led|need|speed|indeed|given)\\b)(?:de|re|un)?-?\\p{L}{3,}ed (?:by|per|from|to) (?:an? |the |user |@)?[\\p{L}\\d@._-]+(?: \\p{L}+){0,3}[.:]*$`,
  `de-?prodded\\b|relisted\\b|reverted by\\b|closed as\\b|duplicate of\\b|(?:page|article|thread|topic|issue) (?:moved|locked|closed|merged|deleted|archived) (?:by|to|on)\\b`,
  `original (?:issue|comment|post|reporter|author)?\\b.{0,20}\\b(?:assigned|reported|posted|written|created|by)\\b`,
])

const ORDERS = `(?:please|no|do not|don't|keep|refrain|read|search|mark|follow|remember|avoid|stay|bitte|keine|kein)`
const FORUM = `(?:posts?|posting|comments?|commenting|threads?|forums?|subforums?|subreddit|moderators?|mods|flairs?|forum rules|the rules|spam|spamming|off-topic|self-promotion|bump|bumping|signatures?|sign your|beiträge|beitrag|forenregeln|themen?)`

/** How to behave where this is written. */
const RULES = starts([
  `${ORDERS}\\b[^.;]{0,60}\\b${FORUM}\\b`,
  `(?:all )?(?:posts|comments|submissions|titles|signatures|threads|beiträge) (?:must|must not|should|may not|will be|that|which|need to|müssen|dürfen)\\b`,
])

/** What one reader is to do with a thing at hand. */
const HANDS_ON = starts([
  `(?:(?:first|then|just|maybe|please|now|so|simply)[,]? )*(?:(?:try|check|start)(?:ing)? (?:to |by |with |if |whether |the |your |again|it)|restart|reboot|reinstall|uninstall|download|click|double-click|right-click|press|scroll|unplug|plug in|log (?:in|out|off)|go to (?:the |your )?(?:settings|menu|options|page|site)|have you tried|(?:take|have) a look|see (?:above|below))\\b`,
  `(?:(?:dann|also|erst|bitte|jetzt)[,]? )*(?:starte?|öffne|installiere?|lade?|klicke?|probiere?|versuche?|schaue?|guck|gehe?|mach|lösche?|drücke?|prüfe?|entferne?|stecke?|deinstalliere?) (?:(?:dir|es|das|den|die|dein\\p{L}*) )*(?:mal|doch|bitte|einfach|erst|dann|noch|nochmal)\\b`,
])

/** Since when something is there that is not named. */
const SINCE =
  /^(?:it|they)(?:'s|'re| is| are| was| were) (?:just |only )?(?:an? )?\p{L}+ (?:that|which|who) (?:was |were |only |just )*(?:launched|founded|started|released|opened|began|came out|introduced)\b/iu

/** What is meant stands behind it, in more than a word or two. */
const TURNS = /[^]\b(?:but|however|aber|jedoch)\b(?:\P{L}+\p{L}+){3}/iu

const SIGNS = [FEELS, MINDS, SHRUGS, SMALL_TALK, PRAISE, LOGGED, RULES, HANDS_ON, SINCE]

/** Thanks at the end of a few words, which say what for; not where these ask for something ("Close it, please, thanks"). */
const THANKS =
  /[\s,!.–-](?:thanks|thank you|thx|danke|dankeschön)(?: (?:so much|a lot|again|schön|dir|euch|all|everyone))?[.! :)]*$/iu
const ASKS_FOR = /\b(?:please|should|must|need|ought|no,? thank|bitte|nein,? danke|sollte|muss|müssen)/iu
const FEW_CHARACTERS = 80

const thanks = (said: string): boolean => said.length <= FEW_CHARACTERS && THANKS.test(said) && !ASKS_FOR.test(said)

/** Whether a statement is such a remark in passing. */
export function isPassing(statement: string): boolean {
  const said = statement.replaceAll('’', "'")
  if (thanks(said)) return true
  return SIGNS.some((sign) => sign.test(said)) && !TURNS.test(said)
}
