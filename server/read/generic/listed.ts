/** What sites list in rows that look like posts: events, jobs, products, recipes, news. Whoever says something to others needs no headline. */
import type { Element } from 'domhandler'
import { textIn } from '../page.ts'

/** Names of what people write on a page of others, where each piece may have a title. */
const SAID =
  /comment|kommentar|comentari|repl(?:y|ies)\b|message|msg|answer|antwort|response|remark|statement|contribution|beitrag|opinion|review|bewertung|rezension|testimonial|posting|forum|thread|discuss|diskussion|guest-?book|note/i

/** Parts of things that are offered or announced. */
const OFFERED =
  /(?:^|[\s_-])(?:price|venue|location|salary|company|employer|brand|sku|ingredients?|speaker|ticket|apply|preis|ort)(?=$|[\s_-])/i

/** What is set under a post for those who answer it. */
const ANSWERED =
  /^(?:reply|answer|respond|quote|report|flag|antworten|zitieren|melden|r[ée]pondre|citer|signaler|responder|citar|rispondi|reageer|beantwoorden|odpowiedz|ответить|svara)\b/i

const SUBJECT = /^(?:re|aw|sv|vs|odp|ynt|rif|res)\s*:\s*/i

/** Whether most of the elements `own` to each member say that it is a thing listed under its own title; `names` are those of the writers. */
export function isListed(kin: string, owned: Element[][], names: (string | null)[]): boolean {
  if (SAID.test(kin) || owned.length < 2) return false
  const most = (count: number) => count > owned.length * 0.6
  if (most(owned.filter((own) => own.some(({ attribs }) => OFFERED.test(attribs.class ?? ''))).length)) return true
  if (owned.some((own) => own.some(isAnswerMark))) return false
  const titles = owned.flatMap((own, at) => {
    const heading = own.find(({ name }) => /^h[1-6]$/.test(name))
    const words = heading === undefined ? null : textIn(heading)
    return words === null || words === names[at] ? [] : [words.replace(SUBJECT, '')]
  })
  // Subjects of posts repeat that of the thread.
  return most(new Set(titles).size)
}

function isAnswerMark(element: Element): boolean {
  return (element.name === 'a' || element.name === 'button') && ANSWERED.test((textIn(element) ?? '').slice(0, 40))
}
