/** Further forms of threads, as older versions, other addresses of one interface, feeds and saved pages have them. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { COUNTED } from './counted.ts'
import { DRAWN } from './drawn.ts'
import { FORMS } from './forms.ts'
import { KEPT_PAGES } from './kept-pages.ts'
import { LISTED } from './listed.ts'
import { MAILS } from './mails.ts'
import { check, html } from './rows.ts'
import { PRINTED_PAGES } from './printed-pages.ts'
import { SAVED } from './saved.ts'
import { TAKEN_DOWN } from './taken-down.ts'

test.each([
  ...FORMS,
  ...LISTED,
  ...SAVED,
  ...DRAWN,
  ...TAKEN_DOWN,
  ...COUNTED,
  ...MAILS,
  ...KEPT_PAGES,
  ...PRINTED_PAGES,
])('%s', (_, content, expected, lacking = false) => {
  check(content, expected, lacking)
})

test('old Reddit: each stub says how many comments it stands for', () => {
  const stub = (more: string) =>
    `<div class="thing morechildren" data-fullname="t1_m"><span class="morecomments"><a>load more comments<span>&nbsp;(${more})</span></a></span></div>`
  const page = html(
    `<div class="thing link" data-fullname="t3_a" data-author="ada"><div class="entry"><a class="title">Ferries</a><a class="comments">1,207 comments</a></div></div><div class="thing comment" data-fullname="t1_b" data-author="ben"><div class="entry"><div class="usertext-body"><div class="md">Who pays?</div></div></div></div>${stub('1,204 replies')}${stub('1 reply')}`,
  )
  const [thread] = preview(
    { kind: 'file', name: 'reddit.html', base64: Buffer.from(page).toString('base64') },
    readConfig({}),
  )
  expect(thread?.completeness).toEqual({
    expected: 1208,
    got: 2,
    missing: [
      { why: 'folded away by Reddit behind “load more comments”', count: 1205 },
      { why: 'the site announces them but did not hand them out', count: 1 },
    ],
  })
})

test('comments of one person stand in the threads they were written in', () => {
  const comment = (id: string, story: string, parent: string) => ({
    kind: 't1',
    data: {
      name: `t1_${id}`,
      id,
      link_id: story,
      link_title: `About ${story}`,
      parent_id: parent,
      author: 'ada',
      body: `Said as ${id}.`,
      permalink: `/r/town/comments/${story.slice(3)}/about/${id}/`,
      replies: '',
    },
  })
  const listing = {
    kind: 'Listing',
    data: { children: [comment('a', 't3_x', 't3_x'), comment('b', 't3_y', 't1_k'), comment('c', 't3_x', 't1_a')] },
  }
  const threads = preview(
    { kind: 'file', name: 'ada.json', base64: Buffer.from(JSON.stringify(listing)).toString('base64') },
    readConfig({}),
  )
  expect(threads.map(({ title, posts }) => [title, posts.map(({ id, parentId }) => [id, parentId])])).toEqual([
    [
      'About t3_x',
      [
        ['t1_a', null],
        ['t1_c', 't1_a'],
      ],
    ],
    ['About t3_y', [['t1_b', null]]],
  ])
})

test('Mastodon: the post a conversation is around is not counted once more as an answer of the one above it', () => {
  const status = (id: string, answers: string | null, replies_count: number) => ({
    id,
    content: `<p>Words ${id}.</p>`,
    in_reply_to_id: answers,
    replies_count,
    account: { acct: 'ada' },
    url: `https://m.example/@ada/${id}`,
  })
  const missing = (replies: number) =>
    preview(
      {
        kind: 'file',
        name: 'context.json',
        base64: Buffer.from(
          JSON.stringify({ ancestors: [status('1', null, replies)], descendants: [status('3', '2', 0)] }),
        ).toString('base64'),
      },
      readConfig({}),
    )[0]?.completeness.missing
  const around = { why: 'the post this conversation is around', count: 1 }
  expect(missing(1)).toEqual([around])
  expect(missing(3)).toEqual([
    around,
    { why: 'replies the server counts but does not show to people who are not signed in', count: 2 },
  ])
})

test('Lemmy: what one person wrote in several threads stands in each of them', () => {
  const story = (id: number) => ({ id, name: `About ${id}`, ap_id: `https://l.example/post/${id}`, comments: 3 })
  const items = [
    {
      type_: 'comment',
      comment: { id: 51, post_id: 8, content: 'So it is.', path: '0.51', ap_id: 'https://l.example/comment/51' },
      creator: { name: 'ada' },
      post: story(8),
    },
    { type_: 'post', post: story(9), creator: { name: 'ada' } },
  ]
  const threads = preview(
    { kind: 'file', name: 'ada.json', base64: Buffer.from(JSON.stringify({ items })).toString('base64') },
    readConfig({}),
  )
  expect(threads.map(({ title, posts }) => [title, posts.map(({ id }) => id)])).toEqual([
    ['About 8', ['51']],
    ['About 9', ['post-9']],
  ])
})
