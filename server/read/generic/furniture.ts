/** Parts of a page that are no posts, told by their elements and names: menus, teasers, buttons, forms. */
import type { Element } from 'domhandler'
import { LONGEST_HEAD, lineHead, shortLine } from './lines.ts'

const SKIPPED = new Set(
  'nav script style noscript template form select button textarea svg head iframe dialog menu'.split(' '),
)
const NAMES =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|related|recommend\w*|recirc\w*|teasers?|promo\w*|trending|popular|most-?(?:read|viewed|commented)|read-?(?:more|next)|more-(?:from|stories|news|articles)|you-may|newsletter|advert\w*|sponsored|outbrain|taboola|cookie\w*|share-?\w*|social-\w+|site-?footer|pagination|pager|latest-?(?:posts|news)|recent-?(?:posts|comments)|widget_recent\w*|whos-?online)(?=$|[\s_-])/i
const TALK = /comment|repl(?:y|ies)|discussion|thread|respon[sc]e|forum|kommentar|diskussion|commentaire|comentario/i

/** Whether `element` and all in it are furniture. What is named after a conversation never is. */
export function isFurniture(element: Element): boolean {
  if (SKIPPED.has(element.name)) return true
  if (['html', 'body', 'main', 'article'].includes(element.name)) return false
  const names = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`
  if (TALK.test(names) && !/recent-?comments/i.test(names)) return false
  return ['navigation', 'search', 'banner', 'menu'].includes(element.attribs.role ?? '') || NAMES.test(names)
}

const BUTTONS =
  /(?:^|[\s_-])(?:actions?|buttons?|toolbar|controls?|reply(?![_-](?:author|head|user|name|time|date|meta|info))-?(?:link|button|to|form)?|comment-?reply(?:-link)?|vot(?:e|es|ing)|likes?|reactions?|share\w*|report|permalink|signature|sig|avatar|gravatar|badges?|rank|edit-?link|flag\w*|options|menu)(?=$|[\s_-])/i

/** Inside a post: buttons, votes, signatures, pictures of people, which are no words of it. */
export function isQuiet(element: Element): boolean {
  if (['button', 'form', 'nav', 'menu', 'svg', 'input', 'textarea'].includes(element.name)) return true
  if (element.attribs.role === 'button' || element.attribs['aria-hidden'] === 'true') return true
  const names = element.attribs.class ?? ''
  return names !== '' && !/body|content|text|message|md\b/i.test(names) && BUTTONS.test(names) && !isSigned(element)
}

/** A line called "signature" that gives a name and a day says who wrote the post. */
function isSigned(element: Element): boolean {
  if (!/(?:^|\s)signature(?:$|\s)/i.test(element.attribs.class ?? '')) return false
  const { name, dated } = lineHead(shortLine([element], LONGEST_HEAD) ?? '')
  return name !== null && dated
}
