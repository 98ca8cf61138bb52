/** What sites list in rows that look like posts: events, jobs, products, recipes, news. Whoever says something to others needs no headline. */
import { type Element, isTag } from 'domhandler'
import { textIn } from '../page.ts'
import { lineHead } from './lines.ts'

/** Names of what people write on a page of others, where each piece may have a title. */
export const SAID =
  /comment|kommentar|comentari|repl(?:y|ies)\b|message|msg|answer|antwort|response|remark|statement|contribution|beitrag|opinion|review|bewertung|rezension|testimonial|posting|forum|thread|discuss|diskussion|guest-?book|note/i

/** How pages of what people say to each other are called. */
export const OF_READERS =
  /comment|kommentar|commentaire|comentario|guest-?book|gästebuch|livre d.or|forum|board|thread|topic|discuss|diskuss|debat|chat|letters|readers?\b|opinion|review|reacti|réaction|reaktion|\bbbs\b|leserbrief|repl(?:y|ies)|response|antwort|messages?\b|posts?\b|mailing list|digest|archive/i
/** Parts of things that are offered or announced. */
const OFFERED =
  /(?:^|[\s_-])(?:price|venue|location|salary|company|employer|brand|sku|ingredients?|speaker|ticket|apply|preis|ort)(?=$|[\s_-])/i

/** What an organisation calls those it presents, and a site what it leads on to. */
const PRESENTED =
  /(?:^|[\s_.-])(?:staff|team|persons?|people|employees?|faculty|speakers?|personnel|colleagues?|mitarbeiter(?:in)?|vorstand|teasers?)(?=$|[\s_.-])/i

/** What programs list of their own accord: what was found or changed, and the words things are sorted under. */
const RECORDED =
  /(?:^|[\s_-])(?:commits?|releases?|change-?logs?|changesets?|revisions?|page-?history|search-?results?|tags?-?(?:clouds?|lists?|browser|cells?|items?)|toc)(?=$|[\s_-])|(?:^|\s)(?:search|results?)(?=$|\s)/i

/** How such a list is headed. */
const RECORDED_HEADING =
  /^(?:(?:search )?results?\b|\d+ results?\b|search:|suchergebnis|r[ée]sultats|resultados|commits?\b|releases?\b|release notes|change-?log|version history|revision history)/i

/** Whether `first` or what holds it is named or headed as such a list, and nothing nearer after what people say. */
function isRecorded(first: Element): boolean {
  for (let at: Element | null = first; at !== null; at = elementAbove(at)) {
    if (at.name === 'body' || SAID.test(namesOf(at).replace(/\bmw-\S*/g, ''))) return headedBy(at, RECORDED_HEADING)
    if (RECORDED.test(namesOf(at)) || headedBy(at, RECORDED_HEADING)) return true
  }
  return false
}

/** Whether the nearest heading before `element`, beside it, is such a one. */
function headedBy(element: Element, words: RegExp): boolean {
  for (let before = element.prev; before !== null; before = before.prev)
    if (isTag(before) && isHeading(before)) return words.test(textIn(before) ?? '')
  return false
}

const namesOf = ({ attribs }: Element) => `${attribs.class ?? ''} ${attribs.id ?? ''}`
const elementAbove = ({ parent }: Element) => (parent !== null && isTag(parent) ? parent : null)

const ANSWERED =
  /^(?:reply|answer|respond|quote|report|flag|antworten|zitieren|melden|r[ée]pondre|citer|signaler|responder|citar|rispondi|reageer|beantwoorden|odpowiedz|ответить|svara)\b/i

const SUBJECT = /^(?:re|aw|sv|vs|odp|ynt|rif|res)\s*:\s*/i

const isHeading = ({ name }: Element) => /^h[1-6]$/.test(name)

/** The heading before `member`, beside it, where it leads to what the member is about. */
function titleBefore(member: Element | undefined): Element | undefined {
  for (let before = member?.prev ?? null; before !== null; before = before.prev)
    if (isTag(before) && isHeading(before))
      return before.children.some((one) => isTag(one) && one.name === 'a' && /^[^#]/.test(one.attribs.href ?? ''))
        ? before
        : undefined
  return undefined
}

/** Whether the names of the members or most of the elements `own` to each say that it is a thing listed under its own title; `names` are those of the writers. */
export function isListed(kin: string, members: Element[], owned: Element[][], names: (string | null)[]): boolean {
  const [first] = members
  if (SAID.test(kin) || first === undefined || owned.length < 2) return false
  if (isRecorded(first) && !owned.every((own) => own.some(isWordsOfComment))) return true
  const most = (count: number) => count > owned.length * 0.6
  if (most(owned.filter((own) => own.some(({ attribs }) => OFFERED.test(attribs.class ?? ''))).length)) return true
  if (owned.some((own) => own.some(isAnswerMark))) return false
  if (PRESENTED.test(kin)) return true
  const titles = owned.flatMap((own, at) => {
    const heading = own.find(isHeading) ?? titleBefore(members[at])
    const words = heading === undefined ? null : textIn(heading)
    // A heading that tells who wrote the words below it, and when, is no title.
    return words === null || words === names[at] || (names[at] != null && lineHead(words).name === names[at])
      ? []
      : [words.replace(SUBJECT, '')]
  })
  // Subjects of posts repeat that of the thread.
  return most(new Set(titles).size)
}

/** What programs record may be said by somebody all the same: the comments of a ticket stand among its changes. */
const isWordsOfComment = ({ attribs }: Element) => /(?:^|\s)comment(?:\s|$)/.test(attribs.class ?? '')

/** Whether an element is what is set under a post for those who answer it. */
export function isAnswerMark(element: Element): boolean {
  return (element.name === 'a' || element.name === 'button') && ANSWERED.test((textIn(element) ?? '').slice(0, 40))
}

/** Whether a page says itself that what begins with `first` was said by its readers: in the heading before it, or in the name of what holds it. */
export function isIntroduced(first: Element): boolean {
  for (let at: Element | null = first; at !== null; at = elementAbove(at)) {
    if (at.name === 'body') return false
    if (at !== first && SAID.test(namesOf(at))) return true
    for (let before = at.prev; before !== null; before = before.prev)
      if (isTag(before) && isHeading(before)) return OF_READERS.test((textIn(before) ?? '').slice(0, 120))
  }
  return false
}
