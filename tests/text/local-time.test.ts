import { expect, test } from 'vitest'
import { ageIn, dateIn } from '../../server/text/age.ts'
import { localTime, orderIn } from '../../server/text/local-time.ts'

test.each([
  '22:51, 7 March 2020',
  '22:51, 7. Mär. 2020',
  '7 mars 2020 à 22:51',
  '22h51min de 7 de março de 2020',
  '22:51 7 mar 2020',
  '7 mrt 2020 22:51',
  '2020年3月7日 (土) 22:51',
  '2020년 3월 7일 (토) 22:51',
  '22:51, 7 марта 2020',
  '22:51, 7 березня 2020',
  '2020. március 7., 22:51',
  '7. maaliskuuta 2020 kello 22.51',
  '7. 3. 2020, 22:51',
  '7 mars 2020 kl. 22.51',
  '22.51, 7 Mart 2020',
  '22:51, 7 Μαρτίου 2020',
  '22:51، 7 مارس 2020',
  '22:51, 7 במרץ 2020',
  '۷ مارس ۲۰۲۰، ساعت ۲۲:۵۱',
  '22:51, ngày 7 tháng 3 năm 2020',
  '22:51, 7 มีนาคม 2563',
  '২২:৫১, ৭ মার্চ ২০২০',
  'Posted: Sat Mar 07, 2020 10:51 pm',
  'by Ann » Sat Mar 07, 2020 10:51 pm',
  '« Reply #3 on: March 07, 2020, 10:51:00 PM »',
  '07.03.2020, 22:51',
  '7th March 2020, 10:51 PM',
  'sam. 7 mars 2020 - 22:51',
  '2020-03-07 22:51:00',
  'Sat Mar  7 22:51:00 UTC 2020',
])('%s', (words) => {
  expect(localTime(words)?.at).toBe('2020-03-07T22:51:00.000Z')
})

test.each([
  'today, 12:33',
  'Gestern, 9:07',
  '3 hours ago',
  '7 March 2020',
  '03-07-2020, 22:51',
  '31 February 2020, 9:00',
])('“%s” is no exact time', (words) => {
  expect(localTime(words)).toBeNull()
})

test('dates of numbers are read in the order that is known', () => {
  expect(localTime('03-07-2020, 10:51 PM', { order: 'month' })?.at).toBe('2020-03-07T22:51:00.000Z')
  expect(localTime('07-03-2020, 22:51', { order: 'day' })?.at).toBe('2020-03-07T22:51:00.000Z')
  expect([orderIn('13/05/2020'), orderIn('05/13/2020'), orderIn('5.4.2020'), orderIn('05/04/2020')]).toEqual([
    'day',
    'month',
    'day',
    null,
  ])
})

test('one name of two months means what it means in the language of the page', () => {
  expect(localTime('7. listopada 2020 u 22:51', { language: 'hr' })?.at).toBe('2020-10-07T22:51:00.000Z')
  expect(localTime('7 listopada 2020, 22:51', { language: 'pl' })?.at).toBe('2020-11-07T22:51:00.000Z')
})

test('a place ahead of UTC, and where the words stand', () => {
  const words = 'As said in 2019. 22:51, 7 March 2020'
  const found = localTime(words, { offset: 60 })
  expect(found?.at).toBe('2020-03-07T21:51:00.000Z')
  expect(words.slice(found?.start, found?.end)).toBe('22:51, 7 March 2020')
})

const NOW = Date.parse('2026-11-22T08:00:00Z')

test.each([
  ['ada 3 hours ago | parent | next', '2026-11-22T05:00:00.000Z', 3600],
  ['Ada · 2h', '2026-11-22T06:00:00.000Z', 3600],
  ['12 points 5d ago (3 children)', '2026-11-17T08:00:00.000Z', 86_400],
  ['an hour ago (edited)', '2026-11-22T07:00:00.000Z', 3600],
  ['vor 2 Tagen', '2026-11-20T08:00:00.000Z', 86_400],
  ['vor einer Stunde', '2026-11-22T07:00:00.000Z', 3600],
  ['il y a 3 semaines', '2026-11-01T08:00:00.000Z', 604_800],
  ['hace 2 días', '2026-11-20T08:00:00.000Z', 86_400],
  ['2 giorni fa', '2026-11-20T08:00:00.000Z', 86_400],
  ['há 5 horas', '2026-11-22T03:00:00.000Z', 3600],
  ['5 uur geleden', '2026-11-22T03:00:00.000Z', 3600],
  ['just now', '2026-11-22T08:00:00.000Z', 60],
  ['yesterday', '2026-11-21T08:00:00.000Z', 86_400],
  ['Ben — Gestern um 14:05', '2026-11-21T14:05:00.000Z', 50_400],
  // Nothing is written after it is read, whatever the zone.
  ['Today at 11:30 PM', '2026-11-22T08:00:00.000Z', 50_400],
])('%s was about %s', (said, at, within) => expect(ageIn(said, NOW)).toEqual({ at, within }))

test.each([
  '2 points',
  'Ada',
  'about 3 days',
  'in 3 hours',
  'It took 2 days',
  'May 1',
  'Today we met',
  '99999 years ago',
])('%s is no age', (said) => expect(ageIn(said, NOW)).toBeNull())

test('a date without a zone is known to half a day and more, one without a time of day to a day more', () => {
  expect(dateIn('May 1, 2026, 9:10 AM')).toEqual({ at: '2026-05-01T09:10:00.000Z', within: 50_400 })
  expect(dateIn('1. Mai 2026')).toEqual({ at: '2026-05-01T12:00:00.000Z', within: 93_600 })
  expect(dateIn('Member since 2019')).toBeNull()
})
