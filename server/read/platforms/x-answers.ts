/** Conversations on X as its own page gets them (`TweetDetail`), in what a browser recorded or a tool kept. */
import type { Post } from '../../../shared/thread.ts'
import { clean } from '../../text/clean.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { join, plain, type Prose, quoted } from '../../text/prose.ts'
import { assemble, firstWords } from '../assemble.ts'
import { at, count, jsonOf, list, text } from '../json.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const CONVERSATION = 'threaded_conversation_with_injections_v2'

export const isXAnswer = (answer: Answer): boolean =>
  answer.text.includes(CONVERSATION) && Array.isArray(at(jsonOf(answer), 'data', CONVERSATION, 'instructions'))

/** What the page shows one below the other, advertisements left out. */
function shownIn(value: unknown): unknown[] {
  const entries = list(value, 'data', CONVERSATION, 'instructions').flatMap((one) => list(one, 'entries'))
  const items = entries.flatMap((entry) => [
    at(entry, 'content', 'itemContent'),
    ...list(entry, 'content', 'items').map((one) => at(one, 'item', 'itemContent')),
  ])
  return items
    .filter((item) => at(item, 'promotedMetadata') === undefined)
    .flatMap((item) => {
      const result = at(item, 'tweet_results', 'result')
      return result === undefined ? [] : [unlimited(result)]
    })
}

/** A post whose reach is limited stands inside what says so. */
const unlimited = (result: unknown): unknown => at(result, 'tweet') ?? result

function handleOf(tweet: unknown): string | null {
  const user = at(tweet, 'core', 'user_results', 'result')
  const name = text(user, 'core', 'screen_name') ?? text(user, 'legacy', 'screen_name')
  return name === null ? null : `@${name}`
}

/** Where a picture stands in the words. */
const OF_A_PICTURE = /\s*https:\/\/t\.co\/\w+$/

/** The words of a post without the names it opens with because it answers them; a long one keeps its words elsewhere. */
function own(tweet: unknown): Prose {
  const long = text(tweet, 'note_tweet', 'note_tweet_results', 'result', 'text')
  const [from] = list(tweet, 'legacy', 'display_text_range')
  const short = Array.from(text(tweet, 'legacy', 'full_text') ?? '')
  const shown = short.slice(typeof from === 'number' ? from : 0).join('')
  const isShown = list(tweet, 'legacy', 'extended_entities', 'media').length > 0
  const escaped = long ?? (isShown ? shown.replace(OF_A_PICTURE, '') : shown)
  return urlsInText(
    plain(clean(escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).trim()),
  )
}

function bodyOf(tweet: unknown): Prose {
  const other = unlimited(at(tweet, 'quoted_status_result', 'result'))
  const words = own(other)
  return words.text === '' ? own(tweet) : join([own(tweet), quoted(words, handleOf(other), null)], '\n\n')
}

function postOf(tweet: unknown): Post[] {
  const id = text(tweet, 'rest_id')
  if (id === null || at(tweet, 'legacy') === undefined) return []
  const author = handleOf(tweet)
  const parentId = text(tweet, 'legacy', 'in_reply_to_status_id_str')
  return [
    post({
      id,
      parentId,
      author,
      createdAt: at(tweet, 'legacy', 'created_at'),
      score: count(tweet, 'legacy', 'favorite_count'),
      body: bodyOf(tweet),
      permalink: author === null ? null : `https://x.com/${author.slice(1)}/status/${id}`,
      kind: parentId === null ? 'opening' : 'reply',
    }),
  ]
}

export function readXAnswer(answer: Answer): ReadThread {
  const shown = shownIn(jsonOf(answer))
  const posts = shown.flatMap(postOf)
  const gone = shown.filter((tweet) => text(tweet, '__typename') === 'TweetTombstone').length
  const opening = posts.find(({ kind }) => kind === 'opening') ?? posts[0]
  return assemble({
    platform: 'x',
    site: 'x.com',
    url: opening?.permalink ?? null,
    title: firstWords(opening?.text ?? ''),
    language: text(shown[0], 'legacy', 'lang'),
    posts,
    missing: [
      { why: 'replies the page had not loaded when it was saved', count: null },
      ...(gone > 0 ? [{ why: 'posts X no longer shows', count: gone }] : []),
    ],
  })
}
