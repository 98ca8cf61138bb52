/** Saved transcripts and rooms of Stack Exchange's chat: who writes several messages in a row is named once. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { instant } from '../../text/instant.ts'
import { assemble } from '../assemble.ts'
import { count } from '../json.ts'
import { languageOf, ownAddress, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, allNamed, elementsBelow, firstBelow, firstNamed } from '../select.ts'
import { treeToReadOf } from '../tree.ts'

export function isChatPage({ text }: Answer): boolean {
  return /class="[^"]*\bmonologue\b/.test(text) && /\bid="message-\d+"/.test(text)
}

/** The day a transcript is of, as its address has it, else its title: "Room - 2017-11-17 (page 2 of 4)". */
function dayOf(url: string | null, title: string | null): string | null {
  const [, year, month, day] =
    /\/transcript\/\d+\/(\d{4})\/(\d{1,2})\/(\d{1,2})/.exec(url ?? '') ??
    /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(title ?? '') ??
    []
  return year === undefined ? null : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}

/** A minute of the day in UTC, as transcripts show it where the talk paused: "1:15 PM". */
function minuteOf(day: string | null, shown: string | null): Pick<Post, 'createdAbout'> {
  const [, hours, minutes, half] = /^(\d{1,2}):(\d{2})(?: ([AP])M)?$/i.exec(shown ?? '') ?? []
  if (day === null || hours === undefined) return {}
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0)
  const at = instant(`${day}T${String(hour).padStart(2, '0')}:${minutes}:00Z`)
  return at === null ? {} : { createdAbout: { at, within: 60 } }
}

/** Only the first message after a shown time is known to be of that minute. */
function messagesIn(monologue: Element, day: string | null, url: string | null): Post[] {
  const below = elementsBelow(monologue)
  const author = firstNamed(below, '.signature .username, .username')
  let shown: string | null = null
  return allNamed(below, '.timestamp, .message[id]').flatMap((element): Post[] => {
    const id = /^message-(\d+)$/.exec(element.attribs.id ?? '')?.[1]
    if (id === undefined) {
      shown = textIn(element)
      return []
    }
    const inside = elementsBelow(element)
    const words = firstNamed(inside, '.content')
    const gone = firstNamed(inside, '.content .deleted, .deleted') !== null
    const said = post({
      id,
      parentId: /[?&]m=(\d+)|#(\d+)$/.exec(firstNamed(inside, 'a.reply-info')?.attribs.href ?? '')?.[1] ?? null,
      author: textIn(author),
      score: count(textIn(firstNamed(inside, '.stars .times'))),
      body: nodesToText(words?.children ?? [], { base: url }),
      permalink: url === null ? null : new URL(`/transcript/message/${id}#${id}`, url).href,
      kind: 'comment',
      state: gone ? 'deleted' : firstNamed(inside, '.edits') !== null ? 'edited' : 'ok',
    })
    const time = minuteOf(day, shown)
    shown = null
    return [{ ...said, ...time }]
  })
}

export function readChatPage(answer: Answer): ReadThread {
  const $ = treeToReadOf(answer.text)
  const url = ownAddress($, answer)
  const title = titleOf($)
  const day = dayOf(url, title)
  const root = $.root().get(0)
  const pages = allBelow(root, '.pager .page-numbers')
  return assemble({
    platform: 'stackexchange',
    site: siteOf(url, 'Stack Exchange'),
    url,
    title: title?.replace(/ \(page \d+ of \d+\)$/, '') ?? null,
    language: languageOf($),
    posts: allBelow(root, '.monologue').flatMap((one) => messagesIn(one, day, url)),
    missing:
      pages.length > 1 || firstBelow(root, '.pager a') !== null
        ? [{ why: 'other hours of the day, which have pages of their own', count: null }]
        : [],
  })
}
