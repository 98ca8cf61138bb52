/**
 * Tells texts that seem to speak to a program reading them rather than to people. Such a post is no less analysed, but
 * alone, where it can reach no other; nothing depends on a text being innocent because it does not look like this. What
 * people say to each other about programs, models and posts is no sign: each such post costs a request of its own.
 */
import type { Post } from '../../../shared/thread.ts'
import { INVISIBLE } from '../../text/fold.ts'
import { ownText } from './posts.ts'

/** Who reads: words for the program, as it may be called. */
const READER = String.raw`(?:ais?|assistants?|llms?|language models?|chatbots?|bots?|analy[sz]ers?|extractors?|summari[sz]ers?|classifiers?|parsers?|counterpoint)`
const PROGRAM = String.raw`(?:${READER}|models?|programs?|machines?|automated (?:system|reader)s?)`
/** What others wrote, and who they are. */
const OTHERS = String.raw`(?:posts?|comments?|claims?|messages?|statements?|repl(?:y|ies)|quotes?|units?|links?|arguments?|objections?|opponents?|users?|authors?|posters?|participants?|commenters?|people who)`
/** Where an order begins: at the start of a sentence or part of one, or behind a word that demands. */
const ORDER = String.raw`(?:^|[.!?:;,"'“”„«»()[\]{}<>*#–—-]\s*|\b(?:please|must|should|shall|always|then|and|just|now|instead|when you)\s+)`
/** Anything within a sentence, at most so long. */
const within = (most: number): string => String.raw`[^.!?\n]{0,${most}}`

const sign = (...parts: string[]): RegExp => new RegExp(parts.join(''), 'imu')

const SIGNS: RegExp[] = [
  sign(
    String.raw`(?<!\b(?:i|we|you|they|he|she|people|who)\s+(?:\w+ly\s+|just\s+|often\s+)?)`,
    String.raw`\b(?:ignore|disregard|forget|override|bypass|skip)\b${within(25)}`,
    String.raw`\b(?:previous|prior|above|earlier|all|any|other|your|these|the)\b${within(40)}`,
    String.raw`\b(?:instruction|prompt|rule|order|direction|guideline|post|comment|claim|message|context|user|side|opponent)s?\b`,
  ),
  sign(
    String.raw`(?:^|[.!?"'“(\[<{#*>-]\s*)(?:system|developer|assistant|human|user|syst[eè]me|sistema)\s*`,
    String.raw`(?:prompt|message|note|override|notice|update|instruction|nachricht|hinweis|meldung|anweisung)?\s*(?:[>\]]|:(?:\s|$))`,
  ),
  /<\/?\s*(system|assistant|user|human|instructions?|prompt|posts?|data|context|tool|function|answer|im_start|im_end)\b[^>]*>|<\|[^|]{1,40}\|>|\[\/?(INST|SYS|SYSTEM)\]|<\/s>\s*[<[]/i,
  sign(
    String.raw`\b(?:you are|you're|act as|behave as|pretend to be)\s+(?:now\s+)?(?:an?|the|my|our)\s+(?:\w+\s+){0,2}${READER}\b`,
  ),
  /\bfrom now on,?\s+you(?:r| are| will| must| only)\b|\byour new (?:task|role|job|instructions?)\b|\bnew (?:task|role|instructions?)\s*[:–—]/i,
  sign(
    String.raw`\b${PROGRAM}\b${within(30)}\b(?:read|process|analy[sz]|pars|summari[sz]|mapp|extract)ing\s+`,
    String.raw`(?:this|these|the (?:page|thread|posts?|comments?|discussion|text|data))\b`,
  ),
  sign(
    String.raw`\b${READER}\b,?\s+(?:(?:reading|here|for|of|on|is|are)\b${within(25)})?\b(?:must|shall|should|ha(?:s|ve) to|needs? to|to|please|instructed|ordered|told)\b${within(20)}`,
    String.raw`\b(?:leave|mark|label|record|ignore|count|attribute|assign|list|exclude|omit|drop|merge|map|skip|extract|quote|put|say so)\b`,
  ),
  sign(String.raw`\bif you(?: are|'re)\s+an?\s+(?:\w+\s+){0,2}${PROGRAM}\b`),
  sign(
    String.raw`\b(?:note to|dear|hey|hello|attention[,:!])\s+(?:(?:the|any|all|every|my|to)\s+){0,2}(?:\w+\s+)?${PROGRAM}\b`,
  ),
  sign(
    String.raw`\b(?:whoever|whatever|whichever|any|every|to the|to any|to all)\s+(?:\w+\s+)?${PROGRAM}\s+(?:that\s+|which\s+|who\s+|is\s+|are\s+)?(?:read|process|analy[sz]|pars|summari[sz]|map|extract|mak|see)`,
  ),
  /["'{[]\s*\\?["']?(units|links|none|quote|statement|answers|sentences|stance|tool_use|tool_result|role|content)\\?["']?\s*:/i,
  // Short ids as posts and units have them; "C99", "P95" and "K9" are other things.
  /\b(?:[pc]\d{1,3}[a-z]|p(?!50\b|9\d\b)\d{1,3}|c(?!11\b|17\b|23\b|[89]\d\b)\d{1,3})\b[^.!?\n]{0,30}\b(claims?|quotes?|says?|said|supports?|rebuts?|undercuts?|units?|posts?)\b/i,
  /\b(posts?|units?|claims?|ids?|quotes?|link|rebuts|supports|undercuts)\s*(#|no\.?|number)?\s*[pckqs]\d{1,3}[a-z]?\b/i,
  sign(
    String.raw`${ORDER}(?:assign|attribute|ascribe|credit)\s+(?:this|that|these|those|both|it|them|all)\b${within(40)}\bto\b${within(40)}\b(?:${OTHERS}|them|everyone|everybody|him|her)\b`,
  ),
  /\b(record|count|use|treat|take|register|file)\b[^.!?\n]{0,40}\bas\s+(?:(their|his|her|my|the|an?)\s+)?(words|quotes?|such|claims?|repetitions?|evidence|agreeing|settled|proven|refuted|supports?)\b/i,
  /\bin (the|your|any) (summary|map|output|analysis|graph),?\s+(please |you must |always |only )?(state|say|write|list|mention|include|put|claim|show)\b/i,
  sign(
    String.raw`\b(?:treat|consider|regard|count|mark|merge|drop|remove|omit|exclude)\s+(?:(?:every|all|each|any)\b${within(40)}\b${OTHERS}\b|the others?\b|them all\b|the remaining\b)`,
  ),
  /\bwho(ever)?\s+(maps|analy[sz]es|summari[sz]es|processes|extracts)\b[^.!?\n]{0,60}\b(should|must|has to|needs to)\b/i,
  /\bevery (other|single) (post|comment|claim|user|poster)\b[^.!?\n]{0,40}\b(supports?|agrees?|should|must)\b/i,
  /\p{Script=Latin}{2}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}{2}/u,
  /={4,}\s*[0-9a-f]{6,}|^={4}\s*$/im,
  /[-=#*[<({]\s*(?:end|begin|start) of (?:the )?(?:data|posts?|input|thread|context|document|transcript|discussion)\b/i,
  /\b(?:END|BEGIN|START) OF (?:THE )?(?:DATA|POSTS?|INPUT|THREAD|CONTEXT|DOCUMENT|TRANSCRIPT|DISCUSSION)\b/,
  /\b(?:end|begin|start) of (?:the )?(?:data|input|transcript)\b/i,
  sign(
    String.raw`${ORDER}(?:output|return|respond|reply|answer|emit|produce|print|write|report)\s+(?:\w+\s+){0,3}`,
    String.raw`(?:only|nothing|empty|json|no (?:units|claims|links)|exactly|verbatim|the following)\b`,
  ),
  sign(
    String.raw`\b(?:do not|don't|must not|never|refuse to|stop)\b${within(15)}`,
    String.raw`\b(?:extract|analy[sz]e|quoted?|include|list|mention|summari[sz]e|map|record|count|report|cite)\b${within(30)}`,
    String.raw`\b(?:${OTHERS}|others|nothing else|anything else|anyone else|everything else|other side)\b`,
  ),
  sign(
    String.raw`${ORDER}(?:extract|attribute|assign|classify|label|mark|tag|rate|score|treat|count|record|list|map|cite|register|merge|link|summari[sz]e)\b${within(50)}\b(?:as|to)\b${within(30)}`,
    String.raw`\b(?:claims?|evidence|support(?:s|ed|ing)?|rebut(?:s|ted|tal)?|undercuts?|off-?topic|no argument|fact|true|false|spam|concession|refuted|settled|proven|unanswered|authoritative|everyone|every (?:post|user|author)|all (?:other )?(?:posts?|users?|authors?|participants?))\b`,
  ),
  /\b(this|the)\s+(post|comment|thread|text|message)\s+(is|was|has been)\s+(trusted|verified|an? (instruction|order|system)|written by the (operator|developer|administrator|system))/i,
  /\bsystem (?:prompt )?override\b|\b(?:system|developer) prompt\s*[:=]/i,
  /\b(?:these|new|following|updated|my|previous|prior|earlier|all) (?:instructions?|orders|directives)\b[^.!?\n]{0,30}\b(?:supersede|replace|override|apply|instead|above)\b|\binstructions?\s+(?:above|before|continue|end|begin)\b/i,
  /[\u{E0020}-\u{E007E}]|[\u202A-\u202E\u2066-\u2069]/u,
  /(?:[\u200B-\u200D\u2060\uFEFF].{0,3}){6,}/su,
  /\b(ignoriere?|vergiss|missachte|ignorez|oublie[rz]?|ignora|olvida|negeer|ignoruj)\b[^.!?\n]{0,60}\b(anweisung|regel|instruction|r[eè]gle|consigne|instruc|regla|istruzion|regol|opdracht|post|beitr|message|mensaje|beitrag|andere|autres?|otros?|altri)/i,
  /(?:忽略|无视|無視).{0,20}(?:指令|指示|说明|規則|规则)|игнорируй|これまでの指示/u,
]
/** Long runs of base64 or hex that people do not write to each other. */
const ENCODED = /(?:[A-Za-z0-9+/]{80,}={0,2}|(?:[0-9a-f]{2}[\s,]?){60,})/

/** Whether the text, as it stands or without invisible characters and odd forms of letters, has a sign of speaking to whoever processes it. */
export function speaksToReader(text: string): boolean {
  const shown = text.replace(INVISIBLE, '').normalize('NFKC').replaceAll('’', "'")
  return [text, shown].some((form) => ENCODED.test(form) || SIGNS.some((one) => one.test(form)))
}

/** The same of a post, as far as it is sent: code and long addresses are not. */
export function addressesReader(post: Post): boolean {
  return speaksToReader(ownText(post))
}
