/** Hacker News as its pages show it: comments in rows, each with its depth. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { plain } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { number } from '../json.ts'
import { byDepth, type Found, type Page, pageOf, proseOf, textIn, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { firstBelow } from '../select.ts'
import { isTakenDown, linkTo, SITE, thread } from './hacker-news-thread.ts'

/** Depth of a comment row: written on the cell, in older pages only as the width of its spacer (40 pixels a level). */
function depthOf(row: Element): number {
  const cell = firstBelow(row, 'td.ind')
  return Number(cell?.attribs.indent ?? Number(firstBelow(cell ?? undefined, 'img')?.attribs.width ?? 0) / 40) || 0
}

/** The words of a row; until 2016 the colour they are drawn in is all that marks them. */
const wordsIn = (row: Element | undefined) =>
  firstBelow(row, '.commtext') ?? firstBelow(row, '.comment > span[class^="c"], .comment > font[color]')

/** The words below a title; until 2017 they stand in a row of their own that nothing marks. */
function wordsBelow($: Page, top: Found): Found {
  const marked = top.find('.toptext')
  if (marked.length > 0) return marked
  return top
    .find('td.subtext')
    .closest('tr')
    .nextAll('tr')
    .children('td')
    .filter((_, cell) => $(cell).find('form, tr').length === 0 && wordsOf($(cell)) !== null)
    .first()
}

function readRow(row: Element | undefined, parentId: string | null, readAt: Answer['readAt']): Post {
  const id = row?.attribs.id ?? ''
  const words = wordsIn(row)
  return post({
    id,
    parentId,
    parentVia: 'nesting',
    author: textIn(firstBelow(row, '.hnuser')),
    createdAt: timeOf(firstBelow(row, '.age')?.attribs.title),
    age: textIn(firstBelow(row, '.age')),
    readAt,
    body:
      words === null
        ? plain('')
        : quoteLines(
            nodesToText(words.children, {
              base: `https://${SITE}/`,
              drop: ({ attribs }) => attribs.class === 'reply',
            }),
          ),
    permalink: linkTo(id),
    state:
      words !== null
        ? isTakenDown(textIn(words)) || /\[(?:flagged|dead)\]/.test(textIn(firstBelow(row, '.comhead')) ?? '')
          ? 'removed'
          : 'ok'
        : /\[flagged\]|\[dead\]/.test(row === undefined ? '' : (textIn(row) ?? ''))
          ? 'removed'
          : 'deleted',
  })
}

/** What a poll lets people choose from: rows below its head, each with its points in the row after it. */
function choicesIn($: Page, poll: Post): Post[] {
  return $('.fatitem tr.athing')
    .slice(1)
    .toArray()
    .map((element) => {
      const id = element.attribs.id ?? ''
      return post({
        id,
        parentId: poll.id,
        author: poll.author,
        createdAt: poll.createdAt,
        score: number(Number.parseInt($(`#score_${id}`).text(), 10)),
        body: proseOf($(element).find('.comment'), { base: `https://${SITE}/` }),
        permalink: linkTo(id),
      })
    })
}

/** Number of the item the link with this label leads to. */
function itemOf($: Page, links: Found, label: string): string | null {
  const link = links.toArray().find((element) => $(element).text().trim() === label)
  return link === undefined ? null : (/item\?id=(\d+)/.exec($(link).attr('href') ?? '')?.[1] ?? null)
}

/** The title of `.age` holds an ISO time and, in newer pages, the exact second. */
function timeOf(title: string | undefined): string | null {
  return title?.split(' ').at(-1) ?? null
}

/** A page of a story, or of one comment with the answers to it. */
export function readPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const top = $('.fatitem').first()
  const id = top.find('tr.athing').attr('id') ?? ''
  const title = wordsOf(top.find('.titleline > a, td.title > a.storylink, td.title > a').first())
  const isStory = title !== null
  const opening = isStory
    ? post({
        id,
        author: wordsOf(top.find('.hnuser')),
        createdAt: timeOf(top.find('.age').attr('title')),
        age: wordsOf(top.find('.age').first()),
        readAt: answer.readAt,
        score: number(/^[\d,]+/.exec(top.find('.score').text())?.[0].replaceAll(',', '')),
        title,
        body: quoteLines(proseOf(wordsBelow($, top), { base: `https://${SITE}/` })),
        permalink: linkTo(id),
      })
    : readRow(
        $<Element, string>('.fatitem tr.athing').get(0),
        itemOf($, top.find('.navs a, .comhead a'), 'parent'),
        answer.readAt,
      )
  const choices = isStory ? choicesIn($, opening) : []
  const rows = $<Element, string>('tr.comtr')
    .toArray()
    .map((element) => ({ element, id: element.attribs.id ?? '', depth: depthOf(element) }))
  const parents = byDepth(rows, id === '' ? null : id)
  const posts = rows.map(({ element, id: own }) => readRow(element, parents.get(own) ?? null, answer.readAt))
  const announced = /([\d,]+)\s*comments?/.exec(
    top
      .find('.subtext')
      .text()
      .replace(/\u00A0/g, ' '),
  )?.[1]
  const story = $('.onstory a').first()
  const storyId = isStory ? id : /id=(\d+)/.exec(story.attr('href') ?? '')?.[1]
  return thread(id === '' ? posts : [opening, ...choices, ...posts], {
    id,
    key: storyId ?? null,
    title: title ?? story.attr('title') ?? wordsOf(story),
    url: isStory ? (absolute(top.find('.titleline > a').attr('href'), `https://${SITE}/`) ?? null) : null,
    expected: isStory && announced !== undefined ? Number(announced.replaceAll(',', '')) + 1 + choices.length : null,
    pages: [
      {
        at: Number(/[?&]p=(\d+)/.exec(answer.url ?? '')?.[1] ?? 1),
        more: $('a.morelink').length > 0,
      },
    ],
    missing: isStory
      ? []
      : [{ why: 'the rest of the thread: this is one comment with the answers to it', count: null, opening: true }],
  })
}
