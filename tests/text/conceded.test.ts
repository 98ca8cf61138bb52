import { describe, expect, test } from 'vitest'
import { concededIn } from '../../server/text/conceded.ts'

/** Sentences in which somebody gives in. */
const YES = [
  'I was wrong.',
  'You’ve convinced me.',
  'Fair point, I take that back.',
  'I now think the bridge should stay open.',
  'Δ',
  '!delta for the numbers on rents',
  'Da hast du recht.',
  'Ich habe meine Meinung geändert.',
  'Mea culpa.',
  'Okay, you changed my mind about the night buses.',
  'I stand corrected, the law is from 1998.',
  "You're right, I had the wrong year.",
  "I hadn't considered that.",
  "That's a good point and I concede it.",
  'When I saw the counts I changed my view.',
  'I used to believe this but the study settles it.',
  'Touché.',
  'I no longer believe that cars pay for the roads.',
  'Ich lag falsch, die Zahlen sind eindeutig.',
  'Das nehme ich zurück.',
  'Guter Punkt!',
  'Du hast mich überzeugt.',
  'Huh, I looked it up and you were right about the fares.',
  'Well, I had that backwards.',
  'After reading the report, I have to admit you’re right.',
  'Your example with the ferry persuaded me.',
  'I’ve come around on congestion pricing.',
  'Okay, fair enough.',
  'I withdraw my claim about the budget.',
  'This thread has changed my opinion on nuclear power.',
  'Yep, I was mistaken about the speed limit.',
  'Thanks for correcting me.',
  'You make a good point about maintenance.',
  'I’ll give you that one.',
  'ok I’m convinced',
  'I didn’t realize that the subsidy had ended.',
  'Point taken, I will edit my post.',
  'You have a point there.',
  'I agree now, it cannot work without the second track.',
  'That comment made me rethink my position.',
  'Reading your links, I see I was wrong.',
  'Consider my view changed.',
  'I must confess I misjudged the costs.',
  'Stimmt, da lag ich falsch.',
  'Okay, das hatte ich nicht bedacht.',
  'Ich muss dir da recht geben.',
  'Ich ziehe meinen Einwand zurück.',
  'Inzwischen sehe ich das anders.',
  'Da habe ich mich geirrt, danke.',
  'Dein Argument hat mich überzeugt.',
  'Mein Fehler, es waren 40 Prozent.',
  'Zugegeben, du hast recht mit den Mieten.',
]

/** Sentences in which nobody does, though the same words stand there. */
const NO = [
  'If you convinced me, I would say so.',
  "You haven't convinced me.",
  'He admitted he was wrong.',
  'She said “I was wrong” and left.',
  'Yeah right, I was wrong, sure.',
  'Was I wrong?',
  "I don't think I was wrong.",
  'You think I was wrong.',
  'Correct me if I am wrong.',
  'I was wronged by the council.',
  'I am convinced that trams are better.',
  'Nothing you said changed my mind.',
  "You're right-wing, so you would say that.",
  'You almost convinced me.',
  'Show me where I was wrong.',
  'I have not changed my mind.',
  "I'll take it back when you show me a source.",
  'Take the book back to the library.',
  'Of course, I was wrong to use facts /s',
  'Wenn du recht hast, wird es teuer.',
  'Du hast mich nicht überzeugt.',
  'Er hat seine Meinung geändert.',
  'You convinced me even more that you are lost.',
  'The point is that we lack money.',
  'What would change my mind is a study.',
  'I was right all along.',
  'My boss says I was wrong to leave.',
  'Nobody has ever convinced me of that.',
  'You would have convinced me with a source.',
  'I might change my mind one day.',
  'The minister changed his mind after the vote.',
  'You’re right next to the station, so it is easy for you.',
  'Some people told me I was mistaken.',
  'Why should I take that back?',
  'I will not take that back.',
  'Do you have a point?',
  'Your point is wrong.',
  'It is not a good point at all.',
  'Oh sure, you’re right and every engineer is wrong.',
  'Wow, you really convinced me, genius.',
  'People used to believe the earth was flat.',
  'I never said I was wrong.',
  'They convinced me to come to the meeting, but that is another story.',
  'I was wrong-footed by the question.',
  'You are correct only if we ignore inflation.',
  'Prove to me that I was wrong.',
  'Everyone has the right to change their mind.',
  'My mind has not been changed by this.',
  'You’re entitled to your opinion, right?',
  'Unless I was wrong about the date, it is on Monday.',
  'He will say that you convinced me.',
  'I had my bike back by noon.',
  'Let me know when you have changed your mind.',
  'At that point I was mistaken for a waiter.',
  'I wish I was wrong about the climate.',
  'Hast du recht?',
  'Er sagt, ich hätte mich geirrt.',
  'Ich habe meine Meinung nicht geändert.',
  'Das überzeugt mich nicht.',
  'Ja klar, du hast natürlich recht.',
  'Falls ich mich geirrt habe, zeig es mir.',
  'Meine Meinung ändere ich nicht.',
  'Du hast kein Recht dazu.',
  'Die Mieter haben ein Recht auf Heizung.',
  'Ich nehme das Rad zurück in den Laden.',
  'Sie hat mich fast überzeugt.',
  'Du glaubst immer, du hast recht.',
]

describe('giving in', () => {
  test.each(YES.map((said) => [said]))('is said by %j', (said) => {
    expect(concededIn(said, [])).toMatchObject([{ start: 0, end: said.length }])
  })

  test.each(NO.map((said) => [said]))('is not said by %j', (said) => {
    expect(concededIn(said, [])).toEqual([])
  })

  test('is told sentence by sentence, changing one’s mind from granting a point', () => {
    const text = 'Trams are loud. Good point, though. I was wrong about the noise.'
    expect(concededIn(text, []).map(({ start, end, changed }) => [text.slice(start, end), changed])).toEqual([
      ['Good point, though.', false],
      ['I was wrong about the noise.', true],
    ])
  })

  test('is never taken from words of others', () => {
    const text = 'I was wrong.\n\nHere is what I meant.'
    expect(concededIn(text, [{ start: 0, end: 12 }])).toEqual([])
  })

  test('costs no more than reading on texts made to hold it up', () => {
    for (const piece of ['you are ', 'i take it ', 'if i was wrong ', 'say that maybe ']) {
      const began = process.cpuUsage()
      concededIn(piece.repeat(5000), [])
      const { user, system } = process.cpuUsage(began)
      expect((user + system) / 1000).toBeLessThan(2000)
    }
  })
})
