/** Reddit's feed of the comments of a thread. */
import { load } from 'cheerio/slim'
import { htmlToText } from '../../text/html-to-text.ts'
import { plain } from '../../text/prose.ts'
import { type Page, proseOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { treeOf } from '../tree.ts'
import { ORIGIN, thread } from './reddit-thread.ts'

/** The feed of a thread: first entry the submission, then comments without parents or scores, a bounded sample. */
export function readRedditFeed(answer: Answer): ReadThread {
  const $ = load(answer.text, { xml: true })
  const posts = $('entry')
    .toArray()
    .map((element) => {
      const entry = $(element)
      const id = wordsOf(entry.children('id')) ?? ''
      const opening = id.startsWith('t3_')
      return post({
        id,
        author: wordsOf(entry.find('author > name'))?.replace(/^\/?u\//, '') ?? null,
        createdAt: wordsOf(entry.children('published')) ?? wordsOf(entry.children('updated')),
        title: opening ? wordsOf(entry.children('title')) : null,
        body: markedWords(entry.children('content')),
        permalink: entry.children('link').attr('href') ?? null,
      })
    })
  const link = $('feed > link[rel="alternate"]').attr('href') ?? null
  return thread({
    url: link,
    title: wordsOf($('entry').first().children('title')) ?? wordsOf($('feed > title')),
    language: null,
    posts,
    expected: null,
    missing: [{ why: 'Reddit’s feed holds a bounded sample of the comments, without who answers whom', count: null }],
  })
}

/** The feed wraps what a person wrote in `.md`; a link post has none. */
function markedWords(content: ReturnType<Page>): ReturnType<typeof proseOf> {
  const $ = treeOf(content.text())
  const words: ReturnType<Page> = $('.md').first()
  return words.length === 0 ? plain('') : htmlToText($.html(words), { base: ORIGIN })
}
