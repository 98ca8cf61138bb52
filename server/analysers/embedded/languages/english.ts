/** English. Written by hand from grammar and from how people argue; nothing here was counted or fitted. */
import { MARKERS } from './english-markers.ts'
import { forms, type Language, opposites, phrases, set } from './language.ts'

const SUBJECTS = set(`i you he she it we they this that these those there who what if when nobody everyone everybody
  someone people one i'm i've i'd i'll it's that's there's you're they're we're he's she's let's most some many not`)

const VERBS = set(`is are was were be been am has have had do does did can could will would should shall may might must
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't shouldn't cannot
  makes make made means mean meant gets get got goes go went says say said takes take took gives give gave needs need
  wants want works work shows show seems seem becomes become comes come came knows know thinks think believes believe
  causes cause leads lead requires require allows allow helps help happens happen happened pays pay paid costs cost
  uses use used keeps keep kept tends tend ends ended begins began starts started stops stopped exists exist`)

/** After these "because" belongs to what is said ("it is because", "not because", "just because"). */
const NO_BREAK =
  "is are was were be isn't that's it's not just only simply partly mostly mainly probably and or but if".split(' ')

/** Verbs, in the form that follows "should", by which the subject of a question is told from what is asked about it. */
const DOING = `be have become stay remain get pay stop start keep leave allow ban close open shut make take give use
  work cost need want help let go come move build replace remove add raise lower cut increase reduce end abolish forbid
  prohibit permit legalise legalize require introduce adopt restore repeal scrap drop save fund tax charge support
  accept join quit switch change buy sell hire fire teach learn study play run drive walk park ride live survive exist
  vote win lose matter fall rise grow die kill cause lead protect provide offer share show hide tell say ask answer
  know think believe trust fear worry care respect regulate limit restrict punish reward host serve eat drink wear
  carry bring send receive own rent return extend expand shrink merge split publish release update upgrade adapt treat
  test try apply do see read write speak create destroy improve worsen harm hurt save solve fix break prevent avoid
  include exclude count decide choose refuse reject approve deserve continue follow feel last`
  .trim()
  .split(/\s+/)
const DO = `(?:${[...new Set(DOING)].join('|')})`
/** A subject: a pronoun; or words, at least one beyond an article, of which the first verb that no other follows is none. */
const SUBJECT = String.raw`(?:the|an?|our|your|their|my|his|her|its|this|that|these|those|all|every|each|most|some|any)\s+\S+(?:\s+\S+){0,5}?|\S+(?:\s+\S+){0,5}?`
const asking = (auxiliary: string) => ({
  asked: new RegExp(
    String.raw`^${auxiliary} (${SUBJECT}) ((?:(?:really|still|ever|even|also|always|just) )?(?:(?:stay|remain|keep)\b|${DO}(?! (?!be\b[^?]*\b(?:ed|en)\b)${DO}\b))\b[^?]*?)\s*\?$`,
    'i',
  ),
  yes: `$1 ${auxiliary} $2.`,
  no: `$1 ${auxiliary === 'can' ? 'cannot' : `${auxiliary} not`} $2.`,
})
/** Titles that ask whether something should be done or is so: the subject goes before the verb they start with. */
const WHETHER: Language['whether'] = [
  {
    asked:
      /^should (we|i|you|they|people|everyone|everybody|anyone|nobody|governments?|parents|schools|children) (.+?)\s*\?$/i,
    yes: '$1 should $2.',
    no: '$1 should not $2.',
  },
  ...'should can could will would must do does did'.split(' ').map(asking),
]

export const ENGLISH: Language = {
  tag: 'en',
  name: 'English',
  functionWords:
    set(`the a an and or but if then of to in on at by for with from as into about over after than that this
    these those it its is are was were be been being am has have had do does did not no nor so too very can could will
    would should shall may might must i you he she we they me him her us them my your his our their mine yours who whom
    which what when where why how all any both each few more most other some such only own same just also there here
    because while during before between through again further once up down out off under don't doesn't isn't it's i'm
    you're they're that's i've can't won't get got really much many even still well like one`),
  abbreviations: set(`e.g i.e eg ie etc vs cf al mr mrs ms dr prof st fig approx u.s u.k u.n a.m p.m sr jr inc ltd co
    corp dept gov est jan feb mar apr jun jul aug sep sept oct nov dec ca viz resp incl`),
  clauses: {
    subjects: SUBJECTS,
    determiners: set(
      'the a an my your his her its our their this that these those some any no every each most many all',
    ),
    verbs: VERBS,
    conditions: set('if unless whether'),
    subordinators: set(
      'if when whenever unless until whether although though while since because as once after before',
    ),
    connectives: [
      { words: ['because'], joint: 'reason', comma: false, before: 'anything', notBefore: ['of'], notAfter: NO_BREAK },
      { words: ['since'], joint: 'reason', comma: true, before: 'pronoun' },
      { words: ['as'], joint: 'reason', comma: true, before: 'pronoun', notAfter: NO_BREAK },
      { words: ['for'], joint: 'reason', comma: true, before: 'pronoun' },
      { words: ['given', 'that'], joint: 'reason', comma: false, before: 'anything' },
      { words: ['which', 'means'], joint: 'consequence', comma: false, before: 'anything' },
      { words: ['and', 'therefore'], joint: 'consequence', comma: false, before: 'anything' },
      { words: ['therefore'], joint: 'consequence', comma: true, before: 'anything' },
      { words: ['so', 'that'], joint: 'addition', comma: true, before: 'clause' },
      {
        words: ['so'],
        joint: 'consequence',
        comma: true,
        before: 'anything',
        notBefore: ['far', 'much', 'many', 'that'],
      },
      { words: ['although'], joint: 'concession', comma: false, before: 'anything' },
      { words: ['even', 'though'], joint: 'concession', comma: false, before: 'anything' },
      { words: ['though'], joint: 'concession', comma: true, before: 'clause' },
      { words: ['whereas'], joint: 'contrast', comma: false, before: 'anything' },
      { words: ['while'], joint: 'contrast', comma: true, before: 'anything' },
      { words: ['but'], joint: 'contrast', comma: true, before: 'anything', notBefore: ['also', 'rather'] },
      { words: ['but'], joint: 'contrast', comma: false, before: 'pronoun' },
      { words: ['yet'], joint: 'contrast', comma: true, before: 'clause' },
      { words: ['and'], joint: 'addition', comma: true, before: 'clause' },
    ],
  },
  markers: MARKERS,
  openers: set('and but so well also yes yeah no ok okay oh now honestly actually again then however look anyway'),
  verdicts: {
    against:
      phrases(`misleading | misleading headline | misleading title | clickbait | false | wrong | not true | nope |
      nonsense | bullshit | bs | fake | fake news | untrue | incorrect | no | disagree | i disagree | hard disagree |
      strawman | straw man | doesn't follow | non sequitur | citation needed | that's not true | that's wrong |
      that is false | this is false | this is wrong | hard no | absolutely not | not really | i don't think so | don't think so | i do not think so | i think not | definitely not | certainly not | of course not | never | nah | nay | no way | no thanks | not a chance | no chance | absolutely no | big no | a big no | a hard no | heck no | god no | please no | please don't | no no no | no never | oppose | opposed | strongly oppose | strong oppose | strongly opposed | weak oppose | i oppose | i oppose this | i oppose it | i object | against | against it | against this | i'm against it | i'm against this | strongly against | -1 | thumbs down | down with this | i strongly disagree | strongly disagree | strong disagree | completely disagree | i completely disagree | totally disagree | couldn't disagree more | i beg to differ | wrong again | debunked |
      this is misleading | that's misleading | not even close | irrelevant | not at all | hell no | untrue | no it isn't | no it's not | no it doesn't | no they don't | no you can't | no they aren't | that's not true at all | this is not true | this isn't true | that isn't true | wrong answer | counterpoint | on the contrary | far from it | hardly | rubbish | bollocks | total nonsense | complete nonsense | utter nonsense | debunked`),
    accepting:
      phrases(`this | signed | exactly | exactly this | so much this | +1 | agreed | agree | i agree | same | same here |
      true | very true | this is true | that's true | seconded | yes | yep | yup | correct | right | indeed | yeah | precisely | definitely | totally | for sure | ditto | likewise | so true | nailed it | this 100% | 100% this | hard agree | couldn't have said it better | well put | well said |
      absolutely | sure | of course | i think so | i do think so | i'd say so | aye | yea | yay | hell yes | hell yeah | heck yes | heck yeah | yes yes | yes yes yes | absolutely yes | yes absolutely | yes definitely | definitely yes | a big yes | big yes | strong yes | hard yes | support | strong support | strongly support | weak support | i support this | i support it | i'm for it | for it | all for it | in favor | in favour | i'm in favor | i'm in favour | thumbs up | why not | strongly agree | i strongly agree | strong agree | i completely agree | i totally agree | completely agree | totally agree | fully agree | i fully agree | wholeheartedly agree | i couldn't agree more | 100% | 100 | amen | spot on | you're right | true that | came here to say this | yes please |
      couldn't agree more | hear hear | me too | count me in | i'm in`),
    conceding: phrases(`fair point | fair enough | good point | fair | point taken | i stand corrected | makes sense |
      that makes sense | great point | touché | touche | my bad | i was wrong | ok fair | okay fair`),
    asking: phrases(`source | sources | any source | got a source | do you have a source | citation | citations |
      evidence | any evidence | proof | any proof | link | why | how so | how | based on what | says who | really | such as`),
    answering:
      phrases(`yes | signed | yes please | yep | yup | yeah | count me in | i'm in | no | nope | hard no | hell no |
      absolutely not | not at all | not really | i don't think so | don't think so | i do not think so | i think not |
      definitely not | certainly not | of course not | never | nah | nay | no way | no thanks | not a chance | no chance |
      absolutely no | big no | a big no | a hard no | heck no | god no | please no | please don't | no no no | no never |
      oppose | opposed | strongly oppose | strong oppose | strongly opposed | weak oppose | i oppose | i oppose this | i oppose it |
      i object | against | against it | against this | i'm against it | i'm against this | strongly against | thumbs down |
      absolutely | definitely | sure | of course | i think so | i do think so | i'd say so | aye | yea | yay | hell yes | hell yeah | heck yes |
      heck yeah | yes yes | yes yes yes | absolutely yes | yes absolutely | yes definitely | definitely yes | a big yes |
      big yes | strong yes | hard yes | support | strong support | strongly support | weak support | i support this |
      i support it | i'm for it | for it | all for it | in favor | in favour | i'm in favor | i'm in favour | thumbs up | why not`),
  },
  granting: /\b(?:idea|sense|love|hate|like)\b/,
  introducing:
    /^(?:(?:an?|as|another|fellow|former|ex|long-?time) )*(?!(?:i|we|you|it|they|he|she|this|that|there|what|who|people|everyone|anyone|nobody)\b)[\p{L}-]+(?: [\p{L}-]+){0,2} here(?:[.!,]*|, (?:even |al)?though .*|, (?:but|and) (?:not|no|never) .*)$/iu,
  negations: set(`not no never none nobody nothing neither nor cannot can't don't doesn't didn't isn't aren't
    wasn't weren't won't wouldn't shouldn't couldn't hasn't haven't hadn't hardly barely unlikely false fails fail lacks`),
  whether: WHETHER,
  bare: { yes: 'Yes', no: 'No' },
  praise:
    set(`good great amazing fantastic excellent wonderful lovely perfect perfectly superb brilliant awesome nice fine solid
    impressive reliable best love loves loved enjoy enjoyable delightful works worked helps useful worthwhile beautiful
    fair reasonable sensible correct accurate comfortable happy smooth`),
  blame:
    set(`bad terrible awful horrible worst trash garbage useless crap crappy disappointing poor poorly hate hates hated
    annoying broken unusable breaks sucks suck problematic painful dreadful rubbish nonsense ridiculous stupid dangerous
    harmful worthless pointless flawed unreliable uncomfortable wrong misleading unfair absurd ugly mediocre meh fails`),
  proposing:
    /^\W*(?:(?:petition|proposal|rfc|suggestion|feature request|motion|poll|vote)\b|what if|how about|what about|why not|why don't)/i,
  urging:
    set(`ban allow permit legalise legalize forbid prohibit abolish scrap remove drop ditch stop keep leave save close add raise
    lower cut increase reduce build demolish make let let's protect introduce give replace restore bring adopt require
    repeal reform fund defund boycott tax`),
  pleading: set('please just'),
  withholding: set("don't do not never"),
  keeping: set('keep keeps kept keeping stay stays stayed staying remain remains remained remaining leave leaving'),
  wondering: set('what why how who when where which whose whom'),
  pointing: set('it this that these those them all both'),
  forms:
    forms(`close closing closure | ban banning bans banned | keep kept keeping | build built building | allow allowed |
    free freely | pay paid paying | sell sold | lose lost losing | win won winning`),
  opposites: opposites(`open close shut | ban allow permit legalise legalize | forbid allow permit | prohibit allow |
    free charge | keep abolish scrap remove drop ditch end replace | add remove | raise lower cut | increase decrease reduce cut |
    expand shrink reduce | start stop end | build demolish | public private | legal illegal | mandatory optional voluntary |
    cheap expensive dear costly | cheaper dearer | safe dangerous unsafe risky | empty full packed crowded | work fail |
    more less fewer | better worse | best worst | good bad terrible awful | easy hard difficult | rise fall drop |
    rose fell dropped | up down | high low | higher lower | fast slow | faster slower | quick slow | always never |
    everybody nobody | everyone nobody | all none | true false | right wrong | possible impossible | useful useless |
    necessary unnecessary | strong weak | win lose | gain lose loss | profit loss | success failure | improve worsen |
    help hurt harm | protect endanger harm | create destroy | love hate | like hate dislike | trust distrust |
    quiet noisy loud | clean dirty polluted | near far | short long | early late | rich poor | simple complex complicated |
    reliable unreliable | accurate inaccurate misleading | fair unfair | popular unpopular | busy quiet empty |
    narrow wide | gone back | include exclude | support oppose`),
  dropped: {
    connectives: phrases(
      'and | but | so | however | also | well | because | therefore | thus | yet | plus | besides | moreover | furthermore | additionally | still | hence',
    ),
    beforeComma: phrases(
      'no | yes | yeah | yep | nope | first | firstly | second | secondly | third | thirdly | finally | now | sure | ok | okay | again | look | honestly | frankly | granted | for example | for instance | in fact | of course | on the other hand | in addition | in conclusion | exactly | right | true | anyway | lastly',
    ),
    opinions: phrases(`i think that | i think | i believe that | i believe | imo | imho | in my opinion | in my view |
      in my humble opinion | i would argue that | i would argue | i'd argue that | i'd argue | i'd say that | i'd say |
      i would say that | i would say | i feel that | i feel like | personally | it seems to me that | it seems to me like`),
    keepBefore: phrases(`i | i'm | i've | i'd | i'll | so | about | of | not | as | to | it's | you're`),
  },
  evidence: {
    study:
      /\b(?:stud(?:y|ies)|survey|poll|meta-analys[ie]s|clinical trials?|randomi[sz]ed trials?|research(?:ers)?|paper|experiments?|census)\b/i,
    found:
      /\b(?:found|finds?|shows?|showed|shown|publish(?:ed|es)|suggests?|suggested|reports?|reported|concluded|concludes|according to|demonstrat(?:ed|es)|estimat(?:ed|es)|measured)\b/i,
    office:
      /\b(?:professor|prof\.|dr\.?|doctor|minister|president|ceo|cto|spokes(?:man|woman|person)|economists?|scientists?|experts?|researchers?|judge|justice|senator|director|chair(?:man|woman|person)?|general|author|lawyers?|historians?|engineers?)\b/i,
    said: /\b(?:said|says|wrote|writes|stated|argued|argues|testified|told|explained|according to|put it)\b/i,
    document:
      /\b(?:[Aa]rticle|[Ss]ection|[Cc]hapter|[Tt]itle|[Cc]lause|[Dd]irective|[Rr]egulation|RFC|ISO|[Ss]tatute|[Rr]esolution|[Rr]ule)\s+(?:no\.?\s*)?(?:\d+|[IVX]{1,5}\b)|§\s*\d|\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ee]ighth|[Tt]enth|[Ff]ourteenth|\d+th)\s+[Aa]mendment\b|\b[A-Z][\w-]+ (?:Act|Treaty|Convention|Constitution)\b/,
    statistic:
      /(?<![\d.,])(?!100\s?%(?! of\b))\d(?:[\d.,]*\d)?\s*(?:%|percent|per cent|percentage points?)|[$€£¥]\s?\d[\d.,]*(?:\s?(?:million|billion|[kmb])\b)?|\b\d[\d.,]*\s*(?:million|billion|trillion|thousand|[kmb]n?\b|dollars|euros|pounds|usd|people|users|deaths|jobs|miles|km|kg|lbs|gb|mb|tb|ms|kwh|mwh|gwh|watts?|mph|degrees|[µm]g|vehicles|cars a|decibels|d[Bb]|times (?:more|less|as|higher|lower|the))\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:\d[\d,]*|ten|five|four|three|a hundred|every)\b|\b\d+x\b|\bper (?:capita|100|1,?000)\b/i,
    example:
      /\b(?:[Ff]or example|[Ff]or instance|e\.g\.|[Aa]s an example|[Cc]ase in point|a good example|an example)\b|^(?:When |In |The )?\p{Lu}[\p{L}-]+ [^.]{0,60}\b(?:\w+ed|was|were|did|had|took|went)\b[^.]*\b(?:(?:years?|months|decades?) ago|in (?:19|20)\d\d)\b/u,
    pointer:
      /^(?:it'?s|it is|that'?s|they'?re|this is|(?:the )?(?:leaflet|link|source|paper|full report|report|details|data|pdf|article|full text|more)s?(?: (?:is|are|here))?)\s*(?::|on|in|at|from|here)\b/i,
    experience:
      /\b(?:I(?:'ve| have)? (?:(?:personally|once|also|just|actually|never|always|not) )?(?:drive|use|run|live|own|teach|work|pay|commute|end up|see (?:it|this|them)|was|had|been|worked|used to|went|grew up|lived|saw|met|bought|tried|spent|seen|heard|moved|taught|studied|lost|paid|switched|started|stopped|ran|built|wrote|quit|left|met|did|got|made|took|tested|owned|drove|visited|experienced|ended up|sat|stood|slept|fell|won|broke|sold|told|called|felt|\w{3,}ed)|when I (?:was|had|got|worked|lived|moved)|in my (?:own )?experience|[Mm]y (?:late |old |own |two |three )?(?:dad|mom|mum|father|mother|parents|wife|husband|partner|friends?|boss|son|daughter|brother|sister|uncle|aunt|doctor|family|kids?|grandmother|grandfather|employer|company|school|team|car|shop|customers|passengers|neighbou?rs?|street|till)(?:'s)? (?:\w+(?:ed|s|as|ad)|can't|cannot|couldn't|have|are|were|took|lost|got|went)\b|where I (?:live|work|grew up)|I(?:'m| am) (?:a|an|one of|from)|[Ww]e all (?:said|thought|knew)|[Hh]ad the|[Ww]e (?:had|tried|moved|lost|took|closed|ran|paid|used to|bought|switched|installed|stayed|went|got|saw))\b/,
  },
  asserting:
    set(`is are was were be has have had does do did can could will would should shall may might must isn't aren't
    wasn't won't don't doesn't can't cannot makes make made says say shows show kills kill beats beat outpace outpaced wins
    win loses lose lost needs need wants want gets get becomes become causes cause leads lead deserve deserves proves prove
    finds found raises raise cuts cut bans ban launches launch releases overtake overtakes surpass surpassed fails failed
    works work sucks matters matter means mean hurts hurt helps help rises rise falls fall grows grew dies died moves gives
    takes took went goes came comes warns warn accuses sues sue approves passes blocks rejects plans announces announced
    creates created destroys ruins ruined beats cost costs remains remain deserves struggle struggles behaves should`),
  verbEnding: /(?:ed|ing|n't|'s|'re|'m|'ve|'ll|'d|s)$/,
  relatives: set('who which'),
  ordering: new Set(),
  either: /\s+(?:or|vs\.?|versus)\s+/i,
  insisting:
    set(`for me us all the way every any time day always obviously definitely clearly certainly absolutely naturally of
    course please hands down anytime everywhere single thanks too here also personally again forever`),
  asking:
    set(`what why how who when where which whose is are was were do does did can could should would will has have am
    isn't aren't don't doesn't didn't won't can't shouldn't wouldn't couldn't`),
}
