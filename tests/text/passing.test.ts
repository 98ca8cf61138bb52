/** Remarks in passing, which are no main points, and statements like them that are. */
import { expect, test } from 'vitest'
import { optionOf } from '../../server/text/options.ts'
import { isPassing } from '../../server/text/passing.ts'

test.each([
  ['Point is, stuff happens.'],
  ['It is what it is.'],
  ['I feel dumb because I never noticed.'],
  ['I’m a bit confused by what you mean here.'],
  ['I hope I do not get banned!'],
  ['I miss my old netbook.'],
  ['Ich bin echt gespannt.'],
  ['Deprodded by anon.'],
  ['Original Issue Assigned To: @robot.'],
  ['Please search before you start a new thread.'],
  ['Posts must not hold links to shops.'],
  ['Try to restart the router.'],
  ['Reinstall the driver and report back.'],
  ['Starte mal das Programm.'],
  ["It's a company that launched less than two months ago."],
  ['I don’t know if it made the news over here.'],
  ['I think I know why it went down today.'],
  ['I’m sure you’re aware of it.'],
  ['One more thing I forgot to mention about the tram.'],
  ['Example of how to mend the timetable.'],
  ['I personally don’t give a damn.'],
  ['I find it amusing that the tram was turned off and on again.'],
  ['I feel dumb because I understood nothing, but good job!'],
  ['Ich weiß leider auch nicht, warum die Straße gesperrt ist.'],
  ['Good morning everyone.'],
  ['Somebody had to say it.'],
  ['That was just a joke.'],
  ['The photo is lovely.'],
  ['Viele Grüße aus Bremen.'],
])('in passing: %s', (statement) => expect(isPassing(statement)).toBe(true))

test.each([
  ['I feel that the ferry should be free.'],
  ['I feel sad about it, but the ferry must go.'],
  ['I hope the council keeps the pool open.'],
  ['Based on last year, prices will rise.'],
  ['Supported by most readers, the plan is sound.'],
  ['Ban cars from Mill Lane.'],
  ['Run the ferry every hour.'],
  ['No tax has ever helped the shops.'],
  ["It's a waste that serves nobody."],
  ['Der Versuch ist gescheitert.'],
  ['Trying harder does not help.'],
  ['I know that the tram is late every day.'],
  ['I don’t care about parking, the pavement is too narrow.'],
  ['I was sad to see it go, but nobody used the line after ten.'],
  ['I find it wrong that the tram stops at ten.'],
  ['The joke is on the taxpayer.'],
  ['Good night buses cost little.'],
])('no remark in passing: %s', (statement) => expect(isPassing(statement)).toBe(false))

test.each<[question: string, statement: string, chosen: boolean]>([
  ['Tabs or spaces?', 'Spaces.', true],
  ['Postgres oder MySQL?', 'MySQL!', true],
  ['Rust vs Go', 'Rust.', true],
  ['Tabs or spaces?', 'Tabs waste room.', false],
  ['Red, green or blue or none?', 'None.', false],
  ['Should the library open on Sundays or stay shut?', 'Stay shut.', false],
  ['Tabs?', 'Tabs.', false],
])('of “%s” “%s” chooses one: %j', (question, statement, chosen) => expect(optionOf(question)(statement)).toBe(chosen))
