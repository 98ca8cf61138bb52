import { expect, test } from 'vitest'
import { atOdds, type Odds, turned } from '../../server/text/at-odds.ts'
import { namesIn } from '../../server/text/names.ts'
import { senses } from '../../server/text/sense.ts'
import { type Contrary, contrary, plain } from '../../server/text/contrary.ts'
import { tried, unseen } from '../repeats/hard-pairs.ts'
import { opposites, paraphrases } from '../repeats/pairs.ts'
import { type Wording, wording } from '../../server/text/other-words.ts'
import { phrased } from '../../server/text/parts.ts'
import { ContentStems } from '../../server/text/content-stems.ts'

const LOWER = new Set(['the', 'a', 'some', 'most', 'nobody', 'ferries', 'islanders', 'there', 'we', 'they', 'in'])

const cases: [string, string, Odds | null][] = [
  ['The ferry is safe.', 'The ferry is safe!', null],
  ['The ferry is safe.', 'The ferry is not safe.', 'one denies the other'],
  ['The ferry is safe.', 'Nobody thinks the ferry is safe.', 'one denies the other'],
  ['The ferry is legal.', 'The ferry is illegal.', 'one denies the other'],
  ['Ferries increase traffic.', 'Ferries reduce traffic.', 'one denies the other'],
  ['The ferry is safe.', 'The ferry is anything but safe.', 'one denies the other'],
  ['The ferry helps the island.', 'The ferry does little to help the island.', 'one denies the other'],
  ['The ferry is safe and fast.', 'The ferry is dangerous and slow.', 'one denies the other'],
  ['Die Fähre ist erlaubt.', 'Die Fähre ist verboten.', 'one denies the other'],
  ['Die Fähre bringt mehr Lärm.', 'Die Fähre bringt weniger Lärm.', 'one denies the other'],
  ['Die Fähre ist pünktlich.', 'Die Fähre ist keineswegs pünktlich.', 'one denies the other'],
  ['The ferry is safe, but it is not cheap.', 'The ferry is cheap, but it is not safe.', 'one denies the other'],
  ['The ferry is not unsafe.', 'The ferry is safe.', null],
  ['We pay twice, which is not fair.', 'We pay for it twice.', null],
  ['The ferry is not only safe but quick.', 'The ferry is safe and quick.', null],
  ['The ferry costs 1,200 crowns.', 'The ferry costs 1200 crowns.', null],
  ['The ferry costs 1.5 million.', 'The ferry costs 15 million.', 'other numbers'],
  ['The ferry costs two million.', 'The ferry costs three million.', 'other numbers'],
  ['Half of the ferries are late.', 'Half the ferries are late.', null],
  ['The half empty ferry is late.', 'The ferry is late.', null],
  ['Half of the ferries are late.', 'The ferries are late.', 'other numbers'],
  ['A quarter of us pay.', '1 in 4 of us pay.', null],
  ['50 of us pay.', '50% of us pay.', 'other numbers'],
  ['It takes 3 hours.', 'It takes 3 days.', 'other numbers'],
  ['1. The ferry is free.', 'The ferry is free.', null],
  ['Most islanders use it.', 'Some islanders use it.', 'other amounts'],
  ['Islanders use it.', 'A few islanders use it.', 'other amounts'],
  ['Alle Fähren sind voll.', 'Einige Fähren sind voll.', 'other amounts'],
  ['The ferry beats the bus.', 'The bus beats the ferry.', 'the other way round'],
  ['The ferry and the bus are full.', 'The bus and the ferry are full.', null],
  ['We pay because of the ferry.', 'We pay despite the ferry.', 'the other way round'],
  ['The island voted with the ferry.', 'The island voted against the ferry.', 'the other way round'],
  ['Only islanders may board the ferry.', 'Islanders and guests may board the ferry.', 'the other way round'],
  ['Not only islanders may board.', 'Islanders and guests may board.', null],
  ['Die Insel lebt trotz der Fähre.', 'Die Insel lebt wegen der Fähre.', 'the other way round'],
  ['The ferry used to be safe.', 'The ferry is safe.', 'the other way round'],
  ['The ferry is used to carry mail.', 'The ferry carries mail.', null],
  ['The ferry is far from safe.', 'The ferry is safe.', 'the other way round'],
  ['The ferry is late from time to time.', 'The ferry is always late.', 'other amounts'],
  ['More ferries, more traffic.', 'More ferries, less traffic.', 'one denies the other'],
  ['The ferry to Arholma is full.', 'The ferry to Blidö is full.', 'other names'],
  ['The ferry to Arholma is full.', 'The ferry is full.', null],
  [
    'A higher fare would increase revenue and decrease traffic.',
    'A higher fare would decrease revenue and increase traffic.',
    'one denies the other',
  ],
  ['The ferry is too slow.', 'You say the ferry is too slow.', 'one tells what others say'],
  ['The ferry is too slow.', 'But opponents argue that the ferry is too slow.', 'one tells what others say'],
  ['The ferry is too slow.', 'The captain claims that the ferry is too slow.', 'one tells what others say'],
  ['The ferry is too slow.', 'According to you the ferry is too slow.', 'one tells what others say'],
  ['The ferry is too slow.', 'I say the ferry is too slow.', null],
  ['The ferry is too slow.', 'I would argue that the ferry is too slow.', null],
  ['They claim the ferry is too slow.', 'You say the ferry is too slow.', null],
  ['Die Fähre ist zu langsam.', 'Er behauptet, die Fähre ist zu langsam.', 'one tells what others say'],
  ['Die Fähre ist zu langsam.', 'Ich meine, die Fähre ist zu langsam.', null],
  ['The bus is slow and the ferry is fast.', 'The bus is fast and the ferry is slow.', 'one denies the other'],
  ['The rough sea is harmful.', 'The rough sea is harmless.', 'one denies the other'],
  ['Die Fähre ist barrierefrei.', 'Die Fähre ist voller Barrieren.', 'one denies the other'],
  ['It is a myth that ferries pollute the sea.', 'Ferries pollute the sea.', 'one denies the other'],
  ['Es stimmt nicht, dass die Fähre den Ort etwas kostet.', 'Die Fähre kostet den Ort etwas.', 'one denies the other'],
  ['Free ferries mean more noise.', 'Free ferries reduce noise.', 'one denies the other'],
  ['The ferry must stop at night.', 'The ferry may stop at night.', 'other amounts'],
  ['The ferry must not stop at night.', 'The ferry may not stop at night.', null],
  ['Old ferries push tired boats aside.', 'Tired boats push old ferries aside.', 'the other way round'],
  ['The captain was saved by the cook.', 'The cook saved the captain.', null],
  ['The captain was saved by the cook.', 'The captain saved the cook.', 'the other way round'],
  ['On Sundays the ferry is full.', 'The ferry is full on Sundays.', null],
  ['Is the ferry free?', 'The ferry is free.', 'one asks'],
  ['Zoos are cruel to animals.', 'Zoos are cruel to the animals.', null],
  ['A life vest is required on deck.', 'A life vest is forbidden on deck.', 'one denies the other'],
  ['Das Boot trägt mindestens neun Gäste.', 'Das Boot trägt höchstens neun Gäste.', 'one denies the other'],
]
test.each(cases)('%s | %s', (a, b, odds) => {
  const stems = new ContentStems()
  const sense = senses(LOWER, stems)
  const [one, other] = [sense(a), sense(b)]
  expect(atOdds(one, other)).toBe(odds)
  expect(atOdds(other, one)).toBe(odds)
})

const wordings: [string, string, Wording | null][] = [
  ['The ferry feeds the island.', 'The ferry starves the island.', 'other words'],
  ['The ferry saves seals.', 'The ferry preserves seals.', 'same'],
  ['The ferry is the pride of the island.', 'The ferry is a stain on the name of the island.', 'other words'],
  ['Honestly, I think the ferry is too slow.', 'The ferry is too slow.', 'same'],
  ['The ferries are really slow.', 'The ferry is slow.', 'same'],
  ['The harbour needs the ferry.', 'The harbor needs the ferry.', 'same'],
  ["The ferry can't turn.", 'The ferry cannot turn.', 'same'],
  ['The ferry is not unsafe.', 'The ferry is safe.', 'same'],
  ['In winter the ferry is late.', 'The ferry is late in winter.', 'same'],
  ['If it snows, the ferry stops.', 'The ferry stops if it snows.', 'same'],
  ['The price of tickets is high.', 'Ticket prices are high.', 'same'],
  ['The ferry to the airport is late.', 'The airport ferry is late.', 'same'],
  ['Gulls eat the fish.', 'The fish are eaten by gulls.', 'same'],
  ['We should paint the ferry.', 'The ferry should be painted.', 'same'],
  ['The ferry takes time away from family and sports.', 'The ferry takes time away from sports and family.', 'same'],
  ['Die Fähre fährt im Winter nicht.', 'Im Winter fährt die Fähre nicht.', 'same'],
  ['Die Stadt muss die Fähre streichen.', 'Die Fähre muss von der Stadt gestrichen werden.', 'same'],
  ['Only islanders board the ferry.', 'Even islanders board the ferry.', 'other small words'],
  ['Islanders should board the ferry.', 'Islanders must board the ferry.', 'other small words'],
  ['The ferry runs until the harbour freezes.', 'The ferry runs once the harbour freezes.', 'other small words'],
  ['Islanders would pay if asked.', 'Islanders pay if asked.', 'other small words'],
  ['The ferry was painted.', 'The ferry will be painted.', 'other small words'],
  ['Not all islanders pay.', 'Islanders do not pay.', 'other small words'],
  ['A few islanders pay.', 'Few islanders pay.', 'other small words'],
  ['We carry mail from Arholma to Blidö.', 'We carry mail from Blidö to Arholma.', 'another order'],
  ['Gulls chase old terns.', 'Old terns chase gulls.', 'another order'],
  ['Den Kapitän rief der Koch.', 'Der Kapitän rief den Koch.', 'another order'],
  ['The ferry nearly sank.', 'The ferry sank.', 'other words'],
  ['Islanders need the ferry daily.', 'Islanders hate the ferry daily.', 'other words'],
  ['The ferry drains towards the quay.', 'The ferry drains away from the quay.', 'other words'],
  ['The ferry to the islands is slow and old.', 'Everybody here complains about the slow ferry.', 'much besides'],
  [
    'Every summer the old ferry breaks down on its way to Arholma.',
    'The old ferry breaks down often, mostly in summer near Arholma.',
    null,
  ],
  ['The ferry is not fair to islanders.', 'The ferry is unfair to islanders.', 'same'],
  ['The ferry does not lock its doors.', 'The ferry unlocks its doors.', 'other words'],
  ['The ferry is not proved.', 'The ferry is improved.', 'other words'],
  ['Die Fähre ist nicht pünktlich.', 'Die Fähre ist unpünktlich.', 'same'],
  ['The US built the ferry.', 'The United States built the ferry.', 'same'],
  ['The ferry is up to the EU.', 'The ferry is up to the European Union.', 'same'],
  ['The ferry slows the traffic down.', 'The ferry slows down the traffic.', 'same'],
  ['The ferry turns the lights on.', 'The ferry turns off the lights.', 'other small words'],
  ["The ferry's engine is loud.", 'The ferry has a loud engine.', 'same'],
  ['Building ferries takes time.', 'Ferry building takes time.', 'same'],
  ['Der Preis für Karten ist hoch.', 'Der Kartenpreis ist hoch.', 'same'],
  ['Der Koch hat den Brief geschrieben.', 'Der Koch schrieb den Brief.', 'same'],
  ['You should paint the ferry.', 'We should paint the ferry.', 'same'],
  ['You painted the ferry.', 'We painted the ferry.', 'other small words'],
  ['People should paint the ferry.', 'Cooks should paint the ferry.', 'other words'],
  ['The ferry fare rose from 20 to 30.', 'The ferry fare rose from 30 to 20.', 'another order'],
  ['IMHO this ferry is a lot worse.', 'The ferry is worse.', 'same'],
  [
    'The server lets users issue coins.',
    'Good servers will want to issue all expired coins again at night.',
    'much besides',
  ],
  ['Quiet is worth more than a fast ferry.', 'A fast ferry puts our quiet in danger.', 'much besides'],
  ['The ferry is slow.', 'The ferry is slow because the engine is worn.', 'much besides'],
]
test.each(wordings)('the words of: %s | %s', (a, b, told) => {
  expect(wording(phrased(a), phrased(b))).toBe(told)
  expect(wording(phrased(b), phrased(a))).toBe(told)
})

const contraries: [string, string, Contrary | null][] = [
  ['Ferries should be free.', 'Ferries should not be free.', 'not'],
  ['The ferry causes noise.', 'The ferry doesn’t cause noise.', 'not'],
  ['All ferries are safe.', 'Not all ferries are safe.', 'not'],
  ['Die Fähre ist sicher.', 'Die Fähre ist nicht sicher.', 'not'],
  ['Ferries should be allowed.', 'Ferries should be banned.', ['allowed', 'banned']],
  ['Ferry prices should rise.', 'Ferry prices should fall.', ['rise', 'fall']],
  ['Die Fähre ist zu billig.', 'Die Fähre ist zu teuer.', ['billig', 'teuer']],
  // Both may be so.
  ['Some ferries are safe.', 'Some ferries are not safe.', null],
  ['The ferry may be safe.', 'The ferry may not be safe.', null],
  ['Ferries can be safe.', 'Ferries can be dangerous.', null],
  ['The ferry was safe.', 'The ferry is not safe.', null],
  ['Cheap ferries sink.', 'Expensive ferries sink.', null],
  ['The ferry serves men.', 'The ferry serves women.', null],
  ['People who smoke take the ferry.', 'People who do not smoke take the ferry.', null],
  ['If the ferry is full, we wait.', 'If the ferry is not full, we wait.', null],
  // Not the same thing is spoken of, or nobody knows which.
  ['It is safe.', 'It is not safe.', null],
  ['I like the ferry.', 'I do not like the ferry.', null],
  ['This ferry is safe.', 'This ferry is not safe.', null],
  ['The ferry costs 3 million.', 'The ferry does not cost 4 million.', null],
  ['The ferry to Arholma is safe.', 'The ferry to Blidö is not safe.', null],
  // Nothing is denied, or it is denied twice.
  ['The ferry is safe.', 'The ferry is harmless.', null],
  ['The ferry is not safe.', 'The ferry is not dangerous.', null],
  ['The ferry is safe.', 'The ferry is safe!', null],
  ['The ferry is safe.', 'Is the ferry not safe?', null],
]
test.each(contraries)('what is contrary in: %s | %s', (a, b, told) => {
  const [one, other] = [plain(a), plain(b)]
  const shown = one && other && contrary(one, other)
  expect(shown).toEqual(told)
  if (one && other && shown !== null) expect(one.keys.some((key) => other.keys.includes(key))).toBe(true)
})

test('nothing of what is written as the same in other words is contrary', () => {
  const isContrary = ({ a, b }: { a: string; b: string }) => {
    const [one, other] = [plain(a), plain(b)]
    return one !== null && other !== null && contrary(one, other) !== null
  }
  expect([...paraphrases, ...tried.same, ...unseen.same].filter(isContrary)).toEqual([])
  expect([...opposites, ...tried.opposites, ...unseen.opposites].filter(isContrary).length).toBeGreaterThanOrEqual(28)
})

test('what was changed inside a text turns it when it denies, counts or is an opposite', () => {
  const changed = (gone: string[], come: string[]) => turned(new Set(gone), new Set(come))
  expect(changed([], ['not'])).toBe(true)
  expect(changed(['3'], ['9'])).toBe(true)
  expect(changed(['three'], ['nine'])).toBe(true)
  expect(changed(['safe'], ['unsafe'])).toBe(true)
  expect(changed([], ['anything', 'but'])).toBe(true)
  expect(changed(['some'], ['all'])).toBe(true)
  expect(changed(['big'], ['large'])).toBe(false)
})

test('names are capitals where no sentence begins', () => {
  expect([...namesIn('The boat to Arholma. Then I took it. Ann’s boat, says Bob')]).toEqual(['arholma', 'bob'])
})
