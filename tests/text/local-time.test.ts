import { expect, test } from 'vitest'
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
