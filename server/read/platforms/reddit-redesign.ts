/** Saved pages of Reddit as it was from 2018 to 2023. */
import type { Post } from '../../../shared/thread.ts'
import { plain } from '../../text/prose.ts'
import { at, count, number, parse, text, truthy } from '../json.ts'
import { byDepth, type Found, languageOf, ownAddress, pageOf, proseOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { addressOf, ORIGIN, thread } from './reddit-thread.ts'

/** What the page's own data says about its comments: archived pages show neither names nor exact times. */
function pageData(source: string): unknown {
  const from = /window\.___r\s*=\s*/.exec(source)
  if (from === null) return undefined
  const start = from.index + from[0].length
  const end = source.indexOf('</script>', start)
  return parse(source.slice(start, end < 0 ? undefined : end).replace(/;\s*$/, ''))
}

/** The depth told by the one of some texts that says nothing else: beside it stands the score, without a gap. */
function levelIn(texts: string[]): number {
  return Number(texts.flatMap((text) => /^\s*level\s+(\d+)\s*$/.exec(text)?.[1] ?? [])[0] ?? 1)
}

export function readRedesign(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const data = pageData(answer.text)
  const rows = $('[id^="t1_"]')
    .toArray()
    .map((element) => ({
      element,
      id: $(element).attr('id') ?? '',
      depth: levelIn(
        $(element)
          .find('span')
          .toArray()
          .map((span) => $(span).text()),
      ),
    }))
  const top = $('[id^="t3_"]').first()
  const topId =
    top.attr('id') ??
    rows.map((row) => text(data, 'comments', 'models', row.id, 'postId')).find((id) => id !== null) ??
    null
  const model = topId === null ? undefined : at(data, 'posts', 'models', topId)
  const title = text(model, 'title') ?? wordsOf(top.find('h1')) ?? titleOf($)
  const parents = byDepth(rows, topId)
  const opening: Post[] =
    topId === null
      ? []
      : [
          post({
            id: topId,
            author: text(model, 'author'),
            createdAt: number(model, 'created'),
            score: number(model, 'score'),
            title,
            body: openingWords(top),
            permalink: text(model, 'permalink'),
          }),
        ]
  const comments = rows.map(({ element, id }) => {
    const one = $(element)
    const known = at(data, 'comments', 'models', id)
    const words = one.find('[data-test-id="comment"]').first()
    const path = text(known, 'permalink') ?? one.find(`a[id^="CommentTopMeta--Created"]`).attr('href') ?? null
    return post({
      id,
      parentId: text(known, 'parentId') ?? parents.get(id) ?? null,
      parentVia: 'nesting',
      author: text(known, 'author') ?? wordsOf(one.find('a[href*="/user/"]')),
      createdAt: number(known, 'created'),
      age: wordsOf(one.find('a[id^="CommentTopMeta--Created"]').first()),
      readAt: answer.readAt,
      score: number(known, 'score') ?? number(/(-?\d+) points?/.exec(one.text())?.[1]),
      body: proseOf(words, { base: ORIGIN }),
      permalink: addressOf(path ?? undefined),
      state: truthy(known, 'isDeleted') || words.length === 0 ? 'deleted' : 'ok',
    })
  })
  const announced = count(model, 'numComments')
  return thread({
    url: ownAddress($, answer),
    title,
    language: languageOf($),
    posts: [...opening, ...comments],
    expected: announced === null ? null : announced + 1,
  })
}

function openingWords(top: Found): ReturnType<typeof proseOf> {
  const words = top
    .find('[data-click-id="text"] .RichTextJSON-root, [data-click-id="text"], .RichTextJSON-root')
    .first()
  return words.length === 0 ? plain('') : proseOf(words, { base: ORIGIN })
}
