/** Further forms of threads, as older versions, other addresses of one interface, feeds and saved pages have them. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { COUNTED } from './counted.ts'
import { FORMS } from './forms.ts'
import { LISTED } from './listed.ts'
import { MAILS } from './mails.ts'
import { check, html } from './rows.ts'
import { SAVED } from './saved.ts'
import { TAKEN_DOWN } from './taken-down.ts'

test.each([...FORMS, ...LISTED, ...SAVED, ...TAKEN_DOWN, ...COUNTED, ...MAILS])(
  '%s',
  (_, content, expected, lacking = false) => {
    check(content, expected, lacking)
  },
)

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
