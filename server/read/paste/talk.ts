/**
 * Whether parts of a text, each opened by what could be a name, are what people said to each other. Records, timetables,
 * glossaries and minutes by topic look the same: they are told by labels that are words for things, by values in the place
 * of sentences, and by nobody saying "I" or "you", asking or being spoken to. Lists written for this project.
 */
import { looksLikeName } from './layout.ts'
import { areNumbered } from './speakers.ts'

/** What stands before a colon and is nobody, by field; a label of several words is looked up by each of them. */
const THINGS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
  lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
  morning afternoon evening night today tomorrow yesterday breakfast lunch dinner supper morgens mittags abends
  files copyright licence format comment comments upstream disclaimer maintainers contact contributors credits
  added fixed changed removed deprecated security improved updated breaking feature features bugfix bugfixes new known
  feat fix fixes docs doc chore refactor test tests ci build perf style revert release deps bump wip
  name names version depends description license homepage maintainer architecture package priority section size url uri
  hostname port log logs level path file files folder username password key keys value values type types id code
  status message server worker main kernel daemon app api db database cache queue thread process scheduler init
  system proxy router gateway service services module config settings options default defaults input output returns return
  raises throws errors error exceptions parameters params arguments usage syntax see since todo fixme get post put patch delete head
  content-type content-length set-cookie cookie cache-control accept connection etag location via
  must should shall required optional recommended
  flour milk eggs egg butter salt sugar oil water batter dough sauce filling topping ingredients ingredient
  directions method preparation serves yield servings time prep garnish zutaten zubereitung mehl milch eier zucker salz
  teig sauce farine lait œufs oeufs sucre sel beurre
  engine length width height depth weight deck colour color material materials battery screen display memory storage
  camera speed range capacity dimensions prices service food staff room rooms value cleanliness atmosphere ambience quality
  shipping delivery rating verdict overall bottom line preis essen bedienung lage zimmer qualität
  kitchen bath bathroom bedroom garden garage living office roof cellar attic küche bad flur garten dach keller
  economy economics environment equity ethics health safety education politics policy law culture society science technology
  history geography mathematics maths math biology chemistry physics literature religion philosophy music sport sports
  business finance world local international domestic travel opinion weather traffic transport transportation housing energy
  climate infrastructure employment jobs taxes tax budget finances revenue income spending expenses fees funding staff staffing
  membership website ferry harbour bridge buildings maintenance events outreach aob correspondence announcements
  reports report motions motion adjournment call order approval updates update discussion action actions decision
  decisions outcome outcomes vote votes owner deadline due next previous wirtschaft kultur umwelt gesellschaft politik bildung
  gesundheit verkehr haushalt finanzen wissenschaft wetter geschichte geografie erdkunde mathematik physik chemie recht
  wohnen energie klima vermischtes lokales ausland inland verschiedenes économie environnement santé sécurité société culture
  politique éducation transport transports logement énergie climat divers economía medio ambiente salud seguridad educación
  sociedad política cultura transporte vivienda energía clima
  chorus verse bridge intro outro refrain pre-chorus hook coda strophe scene act prologue epilogue
  introduction abstract methods results discussion conclusions findings limitations references acknowledgements appendix
  overview scope objective objectives aim aims purpose audience definitions definition terms term process procedure timeline
  schedule milestones resources stakeholders impact strengths weaknesses opportunities threats mitigation likelihood severity
  hypothesis experiment observation observations analysis data sample theory theorem lemma proof corollary remark remarks
  claim premise warrant backing qualifier grounds counterargument rebuttal support attack
  cast starring camera genre runtime country language languages year isbn
  publisher pages edition series volume chapter figure table article clause paragraph schedule exhibit annex day week month
  phase stage level lesson unit exercise round match game set leg lap group team pool stop platform gate line route bus tram
  train departure departures arrival arrivals flight terminal address phone telephone tel fax mobile email mail web www
  born died occupation nationality height spouse children parents education position height club
  on in at of by for with from to as or and not is are was were do does did has have had
  before after then now here there when where why what how who which whether if always never sometimes often usually
  first second third fourth fifth firstly secondly thirdly lastly erstens zweitens drittens schließlich
  yes no better worse important useful likes dislikes like dislike love hate positive negative neutral total subtotal
  sum average maximum minimum mean median count amount quantity unit units rate ratio percent
  win wins loss losses draw score scores goals points assists
  adult adults child children senior seniors student students concession erwachsene kinder ermäßigt
  open opened closed resolved investigating identified monitoring scheduled completed pending offen geschlossen behoben erledigt
  welcome opening closing keynote panel coffee break reception registration begrüßung pause empfang news nachrichten wetter
  anamnese befund diagnose therapie symptoms diagnosis treatment prognosis verlauf
  paragraph clause sentence heading verse
  berlin hamburg münchen köln frankfurt wien zürich bern brussels brüssel amsterdam copenhagen oslo stockholm helsinki bergen
  warsaw prague budapest madrid barcelona lisbon rome milan athens istanbul ankara moscow kyiv london dublin edinburgh glasgow
  manchester birmingham brighton new york washington chicago boston toronto montreal los angeles san francisco tokyo beijing
  shanghai delhi mumbai singapore jakarta manila cairo lagos nairobi johannesburg
  latin greek`.split(/\s+/),
)

/** Endings of nouns that hardly any name has; English and German. */
const NOUN =
  /^(?!(?:opposi|prosecu|administra|commis|delega|associa|federa|corpora|founda|organi[sz]a)(?:t|s)ions?$|(?:govern|manage|parlia|parla)ments?$|regierung).*(?:[ts]ion|[ts]ions|.{5}ment|.{5}ments|ness|ology|ologie|ability|ibility|ivity|ality|ismus|.{4}schaft|.{4}heit|.{4}keit|.{5}ungen)$/

/** Somebody speaks of themselves, or to somebody. */
const I_AND_YOU =
  /(?<![\p{L}\d'’])(?:I|I['’]\p{L}{1,2}|me|my|mine|myself|we|us|our|ours|we['’]\p{L}{1,2}|you|your|yours|you['’]\p{L}{1,2}|ich|mich|mir|mein\p{L}{0,2}|wir|uns|unser\p{L}{0,2}|du|dich|dir|dein\p{L}{0,2}|ihr|euch|je|j['’]\p{L}+|moi|nous|tu|toi|vous|votre|vos|yo|mí|nosotros|usted\p{L}{0,2}|io|noi|voi|eu|nós|você\p{L}{0,1}|ik|wij|jij|jullie|jag|vi|ni|jeg|я|мне|мы|нас|ты|вы|вас|ja|my|ty|wy|ben|sen|biz|siz|bana|sana|bence|minä|sinä|eu|noi|én|мені|ви|мы|εγώ|εσύ|εμείς|אני|אתה|את|أنا|أنت|نحن|मैं|आप|tôi|bạn|saya|kamu|anda)(?![\p{L}\d])/u
/** Words that only answer, greet or thank. */
const ANSWERS =
  /(?<![\p{L}\d])(?:yes|yeah|yep|no|nope|hi|hello|hey|bye|ok|okay|thanks|thank|agreed?|disagree|exactly|lol|please|sorry|sure|right|wrong|nonsense|true|ja|nein|nö|danke|bitte|hallo|genau|stimmt|quatsch|doch|oui|merci|bonjour|salut|sí|gracias|hola|grazie|ciao|да|нет|спасибо|привет)(?![\p{L}\d])/iu
/** The same at the start of a sentence, where headings and instructions have them too. */
const I_FIRST = /(?<![\p{L}\d'’])(?:My|We|We['’]\p{L}{1,2}|Ich|Wir|Mein\p{L}{0,2}|Je|Nous|Yo|Я|Мы)(?![\p{L}\d])/u
const ASKS = /[?？¿؟]|\p{Script=Greek};|[吗呢][。！]?$|ですか|ますか/mu
/** The same where words are not parted by blanks. */
const I_AND_YOU_UNPARTED = /[我你您咱]|私|僕|俺|あなた|(?:[よね]|でしょう)[。！]|저는|나는|제가|내가|당신|너는/u

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []

/** One part: what opens it, and the words behind. */
export interface Turn {
  name: string
  text: string
}

/** Whether a label is a word for a thing, a year, a numbered part or the number of a change rather than somebody. */
function isThing(name: string): boolean {
  const words = wordsIn(name.toLowerCase()).flatMap((word) => word.split('-'))
  if (words.every((word) => /^\d+$/.test(word)) || /^(?=[a-f]*\d)[\da-f]{7,40}(?: |$)/.test(name)) return true
  if (THINGS.has(name.toLowerCase())) return true
  if (words.length === 1) return NOUN.test(words[0] ?? '')
  return words.every(
    (word) => THINGS.has(word) || NOUN.test(word) || /^(?:\d+|[a-z]|of|the|and|for|und|der|die)$/.test(word),
  )
}

/** Days of the week, short and long. */
const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|gio|gi|seg|ter|qua|qui|sex|wo|vr|za|zo|pn|wt|śr|czw|pt|sob|niedz|пн|вт|ср|чт|пт|сб|вс|\p{L}+(?:day|tag)|mittwoch)[.,]*$/iu

/** Words that weigh or deny, which no value does. */
const WEIGHS =
  /(?<![\p{L}\d])(?:too|than|but|because|should|would|could|can['’]?t|cannot|isn['’]t|don['’]t|won['’]t|not|never|instead|why|won['’]t|aren['’]t|doesn['’]t|didn['’]t|wouldn['’]t|unless|rather|even|think|zu|aber|weil|denn|sollte\p{L}{0,2}|müss\p{L}+|muss|würde\p{L}?|nicht|nie|kein\p{L}{0,2}|eigentlich|doch|trop|mais|pas|jamais|parce|faut|devrait|demasiado|pero|porque|tampoco|nunca|debería|troppo|ma|però|perché|non|não|mas|porém|ale|nie|bo|ama|değil|çünkü|maar|niet|omdat|inte|ikke|mutta|слишком|но|не|потому|али|але)(?![\p{L}\d])/iu

/** A value, not a sentence: figures, or up to four words, without a mark at the end. */
function isValue(text: string): boolean {
  if (/[.!?…。！？]\s*$/u.test(text) || WEIGHS.test(text)) return false
  const words = wordsIn(text)
  return words.length <= 4 || words.filter((word) => /\d/.test(word)).length * 3 >= words.length
}

/** Whether somebody in it says "I" or "you". */
function speaks(text: string): boolean {
  return I_AND_YOU.test(text) || I_AND_YOU_UNPARTED.test(text)
}

/** Those of `turns` that ask, answer, speak of themselves or to another of those who speak. */
function speaking(turns: readonly Turn[]): Set<Turn> {
  const names = new Set(turns.flatMap(({ name }) => ((wordsIn(name)[0] ?? '').length > 2 ? [wordsIn(name)[0]] : [])))
  return new Set(
    turns.filter(
      ({ name, text }) =>
        ASKS.test(text) ||
        speaks(text) ||
        ANSWERS.test(text) ||
        wordsIn(text).some((word) => names.has(word) && !name.startsWith(word)),
    ),
  )
}

/** Whether enough of `turns`, one of twelve, ask, answer, speak of themselves or to another of those who speak. */
export function anyoneSpeaks(turns: readonly Turn[]): boolean {
  return speaking(turns).size * 12 >= turns.length
}

/** Names that differ in their figures only, as steps, places and parts do. */
function isSeries(names: readonly string[]): boolean {
  const plain = names.flatMap((name) => (/\d/.test(name) ? [name.replace(/\d+/g, '').trim().toLowerCase()] : []))
  return plain.length * 2 > names.length && new Set(plain).size === 1
}

/** Somebody comes back after another spoke, and nearly all speak in whole sentences. */
function goesToAndFro(turns: readonly Turn[]): boolean {
  const back = turns.some(({ name }, at) => at > 1 && turns[at - 1]?.name !== name && turns[at - 2]?.name === name)
  const whole = turns.filter(({ text }) => /[.!…。！]["”’»)]?\s*$/u.test(text)).length
  return back && whole * 3 >= turns.length * 2
}

/** Names as persons and accounts have them: of several words with capitals, with a role behind, or with signs; no words for things. */
function isPersonal(name: string): boolean {
  const words = wordsIn(name)
  if (words.some((word) => THINGS.has(word.toLowerCase()))) return false
  if (/^(?:Dr|Prof|Mrs?|Ms|Herr|Frau|Mme|Sr|Sra)\.? /u.test(name)) return true
  if (/^@|^[\p{Ll}\d_.-]+$|[\p{L}][_\d]/u.test(name)) return true
  return words.length > 1 && !/\d/.test(name) && looksLikeName(name.replace(/ \(.{1,40}\)$/, ''))
}

/** How a turn opens that goes on from another's words. */
const GOES_ON =
  /^\W{0,3}(?:they|it|it['’]s|he|she|that|that['’]s|those|these|this|so|but|and|then|or|only|maybe|perhaps|of course|well|good|great|nice|fine|fair|schön|gut|schade|unsinn|bien|vale|bene|also|either|neither|er|es|das|dann|und|aber|also|so|nur|vielleicht|klar|naja?|eben|auch|ils|elle|elles|ça|c['’]est|et|mais|alors|y|pero|entonces|e|ma|allora|però|on|он|она|они|это|но|а|и)(?![\p{L}\d])|^(?:太|比|但|那|可|不|是|对|對|所以|因为|因為|也|でも|それ|そう|いや|はい|그|하지만|아니|네)/iu
const ASKS_BACK =
  /^\W{0,3}(?:which|who|why|how|what|when|where|wer|warum|wie|was|wann|welche[rsn]?|qui|pourquoi|quién|por qué|chi|perché|кто|почему)(?![\p{L}\d])[^.!]{0,200}\?/iu
const COMMON = new Set(
  'that this they them their there then than when what which with will would could should have from your were been some such very also more most just only into about because nicht eine einen einer einem sind wird werden wurde haben aber auch noch oder dass sich nach beim sehr mehr immer pour dans avec plus mais elle sont cette para como pero este esta hace todo sono della alla'.split(
    ' ',
  ),
)

/** Words a turn is about, by their beginnings, so that one word in two forms is the same. */
function topics(text: string): Set<string> {
  const words = wordsIn(text.toLowerCase()).filter((word) => word.length > 3 && !COMMON.has(word) && !/\d/.test(word))
  const unparted = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/gu) ?? []
  return new Set([...words.map((word) => word.slice(0, 5)), ...unparted])
}

/** Turns before one that are looked through for what it is about. */
const LOOKED_BACK = 4

/**
 * How many turns after the first take up what another said: by how they open, by a word of one of the turns before, or
 * where names come `again` by standing below a question.
 */
function takenUp(turns: readonly Turn[], again: boolean): number {
  const about = turns.map(({ text }) => topics(text))
  return turns.filter(({ name, text }, at) => {
    if (at === 0) return false
    if (GOES_ON.test(text) || ASKS_BACK.test(text) || ANSWERS.test(text.slice(0, 20))) return true
    const last = turns[at - 1]
    if (again && last !== undefined && last.name !== name && ASKS.test(last.text)) return true
    const before = Array.from({ length: Math.min(at, LOOKED_BACK) }, (_, back) => at - 1 - back)
    return before.some(
      (one) => turns[one]?.name !== name && [...(about[at] ?? [])].some((word) => about[one]?.has(word) === true),
    )
  }).length
}

/**
 * Whether there is more than the form of lines to say that people talk, for that alone is never enough, nor is any one
 * sign. Somebody asks, answers, weighs, says "I" or "you" or names another (in one turn of ten where names come again,
 * in one of three where each stands once), or they speak to and fro in sentences; and what is said takes up what was
 * said before, or the names are as only persons have them. Days and numbered parts are nobody.
 */
export function isConversation(turns: readonly Turn[]): boolean {
  const names = [...new Set(turns.map(({ name }) => name))]
  const people = areNumbered(names)
  if ((!people && isSeries(names)) || names.filter((name) => WEEKDAY.test(name)).length * 2 > names.length) return false
  const again = names.length < turns.length
  // A list says the same of each.
  const firsts = new Set(turns.map(({ text }) => wordsIn(text)[0]?.toLowerCase()))
  if (!again && !people && turns.length > 2 && firsts.size * 2 <= turns.length + 1) return false
  const found = speaking(turns)
  for (const turn of turns) if (WEIGHS.test(turn.text) || I_FIRST.test(turn.text)) found.add(turn)
  const spoken = found.size * (again ? 10 : 3) >= turns.length || (again && goesToAndFro(turns))
  const persons = people || names.filter(isPersonal).length * 2 >= names.length
  return spoken && (persons || takenUp(turns, again) * (again ? 6 : 3) >= turns.length - 1)
}

/** Whether `turns` are talk rather than labelled values, definitions or passages. */
export function isTalk(turns: readonly Turn[]): boolean {
  const names = [...new Set(turns.map(({ name }) => name))]
  const things = names.filter(isThing).length
  if (things === names.length && things > 2) return false
  if (things * 2 > names.length) return turns.filter(({ text }) => speaks(text)).length * 2 > turns.length
  const most = (test: (text: string) => boolean) =>
    turns.filter(({ text }) => test(text)).length * 4 >= turns.length * 3
  const defines = (text: string) => /^(?:an? |the |also |to |in |of |(?:der|die|das|ein|eine) )/.test(text)
  // A glossary may speak to its reader; what is said of each word begins alike all the same.
  if (names.length === turns.length && most(defines)) return false
  return anyoneSpeaks(turns) || (!most(isValue) && !most(defines))
}
