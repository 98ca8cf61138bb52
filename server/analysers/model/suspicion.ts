/**
 * Tells texts that seem to speak to a program reading them rather than to people. Such a post is no less analysed, but
 * alone, where it can reach no other; nothing depends on a text being innocent because it does not look like this.
 */
import { INVISIBLE } from '../../text/fold.ts'

const SIGNS: RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(previous|prior|above|earlier|all|any|other|your|these|the)\b.{0,40}\b(instruction|prompt|rule|order|direction|guideline|post|comment|claim|message|context|user|side|opponent)s?\b/is,
  /\b(system|developer|assistant|human|user)\s*(prompt|message|note|override|notice|update|instruction)?\s*[:>\]]/i,
  /<\/?\s*(system|assistant|user|human|instructions?|prompt|posts?|data|context|tool|function|answer|s|im_start|im_end)\b[^>]*>|<\|[^|]{1,40}\|>|\[\/?(INST|SYS|SYSTEM)\]/i,
  /\b(you are|you're|act as|behave as|pretend|from now on|new)\b.{0,30}\b(an?|the|as|your|my|task|role|instruction)?\s*\b(ai|assistant|language model|llm|model|chatbot|bot|analy[sz]er|analyst|extractor|summari[sz]er|classifier|parser|task|instructions|role)\b/is,
  /\b(ai|assistant|llm|language model|model|chatbot|analy[sz]er|extractor|summari[sz]er|classifier|parser|counterpoint)s?\b.{0,60}\b(must|should|shall|will|have to|need to|please|reading|processing|analy[sz]ing|parsing|instructed|ordered|told)\b/is,
  /\b(if you are|whoever|whatever|anyone|any|note to|attention|dear|hey|hello|to the)\b.{0,30}\b(ai|assistants?|llm|language models?|models?|bots?|chatbots?|automated|machine|program|scraper|parser|analy[sz]er|summari[sz]er|argument map)\b/is,
  /["'{[]\s*\\?["']?(units|links|none|quote|statement|answers|sentences|stance|tool_use|tool_result|role|content)\\?["']?\s*:/i,
  /\b[pckqs]\d{1,3}[a-z]?\b.{0,60}\b(claims?|quotes?|says?|said|supports?|rebuts?|undercuts?|units?|posts?)\b|\b(posts?|units?|claims?|ids?|quotes?|link|rebuts|supports|undercuts)\s*(#|no\.?|number)?\s*[pckqs]\d{1,3}[a-z]?\b/i,
  /\b(assign|attribute|ascribe|credit)\s+(this|that|these|those|both|it|them|all)\b/i,
  /\b(record|count|use|treat|take|register|file)\b.{0,40}\bas\s+(if\b|(their|his|her|my|the|an?)?\s*(words|quotes?|such|claims?|repetitions?|evidence|agreeing|settled|proven|refuted|supports?)\b)/is,
  /\bin (the|your|any) (summary|map|output|analysis|graph)\b.{0,40}\b(state|say|write|list|mention|include|put|claim|show)\b/is,
  /\b(treat|consider|regard|count|mark|merge|drop|remove|omit|exclude)\s+(every|all|each|them all|the others?|the remaining)\b/i,
  /\bwho(ever)?\s+(maps|reads|analy[sz]es|summari[sz]es|processes)\b.{0,60}\b(should|must|has to|needs to|will)\b/is,
  /\bevery (other|single) (post|comment|claim|user|poster)\b.{0,40}\b(supports?|agrees?|should|must)\b/is,
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u,
  /={4,}\s*[0-9a-f]{6,}|^={4,}\s*$|\b(end|begin|start)\s+of\s+(the\s+)?(data|posts?|input|thread|context|document|transcript|discussion)\b/im,
  /\b(output|return|respond|reply|answer|emit|produce|print|write|report)\b.{0,30}\b(only|nothing|empty|json|no (units|claims|links)|exactly|verbatim|the following)\b/is,
  /\b(do not|don't|never|refuse to|stop)\b.{0,20}\b(extract|analy[sz]e|quote|include|list|mention|summari[sz]e|map|record|count|report|cite)\b/is,
  /\b(extract|attribute|assign|classify|label|mark|tag|rate|score|treat|count|record|list|map|cite|register|merge|link|summari[sz]e)\b[^.!?\n]{0,50}\b(as|to)\b[^.!?\n]{0,30}\b(claims?|evidence|support(s|ed|ing)?|rebut(s|ted|tal)?|undercuts?|off-?topic|no argument|fact|true|false|spam|concession|refuted|settled|proven|unanswered|authoritative|everyone|every (post|user|author)|all (other )?(posts?|users?|authors?|participants?))\b/is,
  /\b(this|the)\s+(post|comment|thread|text|message)\s+(is|was|has been)\s+(trusted|verified|an? (instruction|order|system)|written by the (operator|developer|administrator|system))/i,
  /\b(prompt|jailbreak|system) ?(injection|prompt|override)\b|\binstructions?\b.{0,30}\b(above|below|follow|supersede|replace|end|begin|updated?|new)\b/is,
  /[\u{E0020}-\u{E007E}]|[\u202A-\u202E\u2066-\u2069]/u,
  /(?:[\u200B-\u200D\u2060\uFEFF].{0,3}){6,}/su,
  /\b(ignoriere?|vergiss|missachte|ignorez?|oublie[rz]?|ignora|olvida|negeer|ignoruj)\b.{0,60}\b(anweisung|regel|instruction|r[eè]gle|consigne|instruc|regla|istruzion|regol|opdracht|post|beitr|message|mensaje|beitrag|andere|autres?|otros?|altri)/is,
  /(?:忽略|无视|無視).{0,20}(?:指令|指示|说明|規則|规则)|игнорируй|これまでの指示/u,
]
/** Long runs of base64 or hex that people do not write to each other. */
const ENCODED = /(?:[A-Za-z0-9+/]{80,}={0,2}|(?:[0-9a-f]{2}[\s,]?){60,})/

/** Whether the text, as it stands or without invisible characters, has a sign of speaking to whoever processes it. */
export function speaksToReader(text: string): boolean {
  const shown = text.replace(INVISIBLE, '')
  return [text, shown].some((form) => ENCODED.test(form) || SIGNS.some((sign) => sign.test(form)))
}
