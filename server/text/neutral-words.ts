/**
 * Small words, English and German, by what becomes of a claim when they change: nothing, something, or all. Those in no
 * list are taken to matter. Written for this project.
 */
import { classes, list } from './word-list.ts'

/** Articles, what tells the tense or the voice, pronouns without a person, and what only lends weight or fills a pause. */
export const NEUTRAL = list(`
  a an the this that these those there here it its such own
  am is are was were be been being do does did done has have had having get gets got getting become becomes
  very really extremely quite truly totally absolutely completely entirely utterly highly terribly awfully incredibly
  simply basically actually honestly frankly obviously clearly indeed definitely certainly surely yes yeah so also as
  oh please anyway currently nowadays essentially literally seriously downright thing things way ways
  rightly personally fully there
  der die das den dem des ein eine einer eines einem einen dies diese dieser dieses diesen es
  ist sind war waren sein gewesen wird werden wurde wurden worden hat haben hatte hatten
  sehr wirklich echt total absolut völlig ganz extrem leider einfach ehrlich offensichtlich natürlich sicherlich ja halt
  eben doch mal eigentlich auch jawohl tatsächlich derzeit so
`)

/** Of whom or of how many something is said; no other word may stand for these. */
export const SUBJECT = list(`
  we you one i they he she us our your their his her my people person persons folks folk all every each
  wir man ich sie er uns unser unsere leute alle allen jeder jede jedes
`)

/** Words that one of two statements may have and the other not, but that may not stand for each other. */
export const SPARED = new Set([...list('of to at will still zu zum zur'), ...SUBJECT])

/** Words that tell whether something is so, should be or may be, wherever in the sentence they stand. */
export const MODAL = list(`
  anymore
  will shall would must should can could may might
  würde würden wollen dürfen darf dürfte könnte könnten müsste müssten
`)

/** Words that turn what they stand beside, or bound it; where only one of two statements says them, they are not the same. */
export const DECISIVE = list(`
  only even never anymore conditional used until till unless except without against before after instead despite nobody none
  away back almost nearly virtually allegedly supposedly former formerly fake alleged
  refuse refuses refused stop stops stopped stopping fail fails failed failing avoid avoids avoided avoiding
  prevent prevents prevented pretend pretends pretended claim claimed doubt doubts doubted threaten threatens threatened
  forget forgets forgot forgotten neglect neglects neglected cease ceases ceased quit
  nie niemals bis außer vor nach statt anstatt trotz niemand weg zurück hinaus heraus beinahe fast angeblich angebliche
  angeblicher ehemals ehemalige ehemaliger ehemaligen früher einst vermeintlich vermeintliche weigert weigern verhindert
  verhindern vergisst vergessen scheitert
`)

/** Words that say the same; the first stands for all of them. */
export const ALIKE = classes(`
  at in on within im am an auf bei beim
  by von vom durch per via
  for für
  with mit
  against gegen wider
  without ohne
  from aus
  must müssen muss
  may might
  not no kein keine keinen keinem keiner keines nicht
  nobody none niemand
  if when whenever wenn falls
  once
  conditional
  until till bis
  unless
  except außer
  during während
  instead statt anstatt
  beyond
  behind hinter
  around
  because since weil wegen aufgrund
  although though obwohl
  despite notwithstanding trotz
  only solely exclusively nur ausschließlich lediglich
  will wollen would würde würden
  all alle allen jeder jede jedes every each everyone everybody
  more mehr
  most meisten
  many viele vielen viel
  some einige einigen manche manchen several
  few wenige wenigen
  than als
  and und
  or oder
  still noch
  always constantly immer stets ständig
  often frequently oft häufig
  rarely seldom selten
  make makes made making
  use uses used using
  about roughly approximately etwa ungefähr rund
  should sollen soll sollte sollten
  can können kann
  too
  versus vs
  i ich
  we wir us uns
`)
