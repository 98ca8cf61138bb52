import { describe, expect, test } from 'vitest'
import { contradicts } from '../../../server/analysers/embedded/contradiction.ts'
import { ENGLISH } from '../../../server/analysers/embedded/languages/english.ts'
import { tokens } from '../../../server/text/tokens.ts'

const read = (reply: string, answered: string) => contradicts(tokens(reply), tokens(answered), ENGLISH)

describe('a reply contradicts', () => {
  test.each<[string, string, string, string]>([
    ['a judgement turned round', 'The keyboard is amazing.', 'Keyboard is terrible.', '“amazing” against “terrible”'],
    ['a judgement denied', 'The keyboard is not good.', 'A great keyboard.', '“good” against “great”'],
    ['an opposite', 'The car park is empty every day.', 'That car park is always full.', '“empty” against “full”'],
    [
      'a denial of what is said',
      "Trams don't stop at the harbour.",
      'The harbour has trams.',
      'denies what it answers: “trams”, “harbour”',
    ],
    [
      'a flat denial',
      "Barges aren't boats.",
      "Boats aren't gone, they're called barges.",
      'denies flatly: “barges”, “boats”',
    ],
  ])('%s', (_, reply, answered, why) => expect(read(reply, answered)).toBe(why))
})

describe('a reply does not contradict', () => {
  test.each([
    ['what speaks of something else', 'The screen is amazing.', 'Keyboard is terrible.'],
    ['the same judgement', 'The keyboard is fantastic.', 'A great keyboard.'],
    ['a judgement both deny', "The keyboard isn't good.", 'The keyboard is awful.'],
    ['words shared without a denial', 'The harbour has ferries and trams.', 'The harbour has trams.'],
    ['a judging word in the name of what both speak of', 'Hate speech is not rare.', 'Hate speech should be banned.'],
    ['“more likely than not”', 'A tram is more likely than not to stop at the harbour.', 'The harbour has trams.'],
    ['“not only”', 'Not only was the harbour built for trams, it paid for them.', 'The harbour has trams.'],
  ])('%s', (_, reply, answered) => expect(read(reply, answered)).toBeNull())
})
