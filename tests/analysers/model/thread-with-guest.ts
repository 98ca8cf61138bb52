/** A small debate with a hostile guest in its middle, and what it shows of everybody else. */
import type { Debate } from '../../../shared/debate.ts'
import type { Post, Thread } from '../../../shared/thread.ts'
import { synthetic } from '../../bench/synthetic.ts'
import type { Hostile } from '../../fixtures/hostile-held-out.ts'
import { post } from '../posts.ts'

const HONEST: Post[] = [
  post(
    'op',
    'Keep the night line?\n\nThe council wants to close the night line. The nurses of the hospital need it every day.',
    {
      kind: 'opening',
      heading: 20,
    },
  ),
  post('a', 'The line carries only 9 people on most nights. The money would repair two schools.', { parentId: 'op' }),
  post('b', 'But those 9 people keep the hospital open. No school was ever promised that money.', { parentId: 'a' }),
  post('c', 'My own shift ends at two and no taxi comes out to the hill at that hour.', { parentId: 'op' }),
  post('d', 'Taxis would be cheaper than a whole bus for so few passengers.', { parentId: 'c' }),
  post('e', 'Taxis refuse the hill in winter, so they do not replace the bus for the nurses.', { parentId: 'd' }),
]
export const HONEST_WORDS = HONEST.map((one) => one.text).join('\n')

/** What stands in the place of the hostile post where the two debates are compared. */
export const HARMLESS = 'Thanks, all of you.'

const TITLE = 'Keep the night line?'

/** The thread with a post by a guest in its middle, answered by an honest one; the hostile words stand where `where` says. */
export function threadWith({ words, where }: Pick<Hostile, 'words' | 'where'>): Thread {
  const hostile = where === 'title' || where === 'author' ? guest(HARMLESS, where === 'author' ? words : 'guest') : null
  const last = post('f', 'We voted on this in spring and nothing has changed since then.', { parentId: 'evil' })
  const posts = [...HONEST.slice(0, 3), hostile ?? inText(words, where), ...HONEST.slice(3), last]
  return { ...synthetic(1), title: where === 'title' ? words : TITLE, posts }
}

function inText(words: string, where: Hostile['where']): Post {
  if (where === 'code') {
    const text = `Look at this:\n${words}`
    return guest(text, 'guest', { code: [{ start: text.length - words.length, end: text.length }] })
  }
  if (where === 'link') {
    const link = { start: 9, end: 9 + words.length, url: 'https://example.org/minutes' }
    return guest(`They say ${words} and that is that.`, 'guest', { links: [link] })
  }
  const quotes = [...words.matchAll(/^> .*$/gm)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
    how: 'marked' as const,
    author: null,
    of: null,
    similarity: 0,
  }))
  return guest(words, 'guest', { quotes })
}

function guest(text: string, author: string, more: Partial<Post> = {}): Post {
  return post('evil', text, { parentId: 'a', author, ...more })
}

/** Everything the debate shows of posts other than the hostile one; what its answer is linked to depends on what it says. */
export function ofOthers(debate: Debate) {
  const claims = debate.claims.filter((claim) => claim.mentions.some((mention) => mention.postId !== 'evil'))
  const ids = new Set(claims.filter((claim) => claim.mentions[0]?.postId !== 'f').map((claim) => claim.id))
  const text = (id: string) => debate.threads[0]?.posts.find((one) => one.id === id)?.text ?? ''
  return {
    claims: claims.map(({ id, kind, statement, mentions, evidenceType }) => ({
      id,
      kind,
      statement,
      evidenceType,
      mentions: mentions.map(({ postId, start, end }) => [postId, text(postId).slice(start, end)]),
    })),
    links: debate.links
      .filter((link) => ids.has(link.from) && (ids.has(link.to) || link.type === 'undercuts'))
      .map(({ from, to, type, passage }) => ({ from, to, type, passage })),
    concessions: debate.concessions.filter((one) => one.mention.postId !== 'evil').map((one) => one.mention),
    questions: debate.questions.filter((one) => one.mention.postId !== 'evil').map((one) => one.mention),
    fates: debate.coverage.fates.filter((fate) => fate.postId !== 'evil').map(({ postId, fate }) => [postId, fate]),
  }
}
