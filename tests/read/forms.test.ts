/** Further forms of threads, as older versions, other addresses of one interface, feeds and saved pages have them. */
import { test } from 'vitest'
import { COUNTED } from './counted.ts'
import { FORMS } from './forms.ts'
import { LISTED } from './listed.ts'
import { MAILS } from './mails.ts'
import { check } from './rows.ts'
import { SAVED } from './saved.ts'
import { TAKEN_DOWN } from './taken-down.ts'

test.each([...FORMS, ...LISTED, ...SAVED, ...TAKEN_DOWN, ...COUNTED, ...MAILS])(
  '%s',
  (_, content, expected, lacking = false) => {
    check(content, expected, lacking)
  },
)
