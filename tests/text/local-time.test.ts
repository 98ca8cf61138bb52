import { expect, test } from 'vitest'
import { ageIn, dateIn } from '../../server/text/age.ts'
import { localTime, orderIn } from '../../server/text/local-time.ts'
import { statedZone } from '../../server/text/stated-zone.ts'

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

test.each<[words: string, name: string | null]>([
  ['All times are GMT -5. The time now is 06:47 PM.', 'UTC−05:00'],
  ['All times are GMT. The time now is 06:47 PM.', 'UTC'],
  ['All times are GMT +5.5. The time now is 06:47 PM.', 'UTC+05:30'],
  ['All times are GMT - 3:30 Hours', 'UTC−03:30'],
  // What the brackets tell is not yet counted in the hours before them.
  ['All times are UTC - 5 hours [ DST ]', 'UTC−04:00'],
  ['Alle Zeiten sind UTC + 1 Stunde [ Sommerzeit ]', 'UTC+02:00'],
  ['Alle Zeitangaben in WEZ +1. Es ist jetzt 18:47 Uhr.', 'UTC+01:00'],
  ['Le fuseau horaire est UTC+02:00', 'UTC+02:00'],
  ['La franja horaria es GMT +1. Ahora son las 18:47.', 'UTC+01:00'],
  ['Tutti gli orari sono UTC + 1 ora', 'UTC+01:00'],
  ['Tijden zijn in GMT +1. Het is nu 18:47.', 'UTC+01:00'],
  ['Strefa czasowa: UTC + 1', 'UTC+01:00'],
  ['Текущее время: 18:47. Часовой пояс GMT +4.', 'UTC+04:00'],
  ['All times are EST (U.S./Canada)', 'UTC−05:00'],
  ['GMT+8, 2026-5-1 18:47', 'UTC+08:00'],
  ['Kick-off times: 20:00 UTC', null],
  ['The server moves on Friday, 20:00 UTC', null],
  ['All times are GMT +99', null],
  ['All times are AWAY', null],
])('the zone of “%s” is %s', (words, name) => expect(statedZone(words)?.name ?? null).toBe(name))

test.each<[said: string, zone: string, at: string]>([
  ['21.01.2026, 05:42', 'Europe/Berlin', '2026-01-21T04:42:00.000Z'],
  ['21.07.2026, 05:42', 'Europe/Berlin', '2026-07-21T03:42:00.000Z'],
  // As a German page writes it.
  ['21.07.2026, 05:42', 'Europa/Berlin', '2026-07-21T03:42:00.000Z'],
  ['2026-07-21 05:42', 'America/Los Angeles', '2026-07-21T12:42:00.000Z'],
  // The night in which clocks go on, an hour before and after they do.
  ['29.03.2026, 01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ['29.03.2026, 03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  // Not in the database: the offset that stands beside the name is left.
  ['21.01.2026, 05:42', 'UTC+2', '2026-01-21T03:42:00.000Z'],
])('%s in %s is %s', (said, zone, at) => {
  expect(localTime(said, { offset: statedZone('All times are UTC+02:00', zone)?.offset ?? 0 })?.at).toBe(at)
})
