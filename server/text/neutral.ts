/**
 * Words that change nothing about what is claimed, and words that may be written for each other, English and German. All
 * others are taken to matter. Written for this project.
 */

/** Articles, what tells the tense or the voice, pronouns without a person, and what only lends weight or fills a pause. */
const NEUTRAL = list(`
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
const SUBJECT = list(`
  we you one i they he she us our your their his her my people person persons folks folk all every each
  wir man ich sie er uns unser unsere leute alle allen jeder jede jedes
`)

/** Words that one of two statements may have and the other not, but that may not stand for each other. */
const SPARED = new Set([...list('of to at will still zu zum zur'), ...SUBJECT])

/** Words that tell whether something is so, should be or may be, wherever in the sentence they stand. */
const MODAL = list(`
  anymore
  will shall would must should can could may might
  würde würden wollen dürfen darf dürfte könnte könnten müsste müssten
`)

/** Words that turn what they stand beside, or bound it; where only one of two statements says them, they are not the same. */
const DECISIVE = list(`
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
const ALIKE = classes(`
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

/** Groups of words that say no more than fewer do, or than one does; "/" divides them from what is read for them, "-" for nothing. */
const PHRASES = phrases(`
  dont doesnt didnt isnt arent wasnt werent aint hasnt havent hadnt wont / not
  cant cannot / can not
  couldnt / could not
  shouldnt / should not
  wouldnt / would not
  mustnt / must not
  theyre theyve / they
  youre youve / you
  theyll / they will
  youll / you will
  itll thatll gonna / will
  theyd / they would
  youd / you would
  gotta / must
  lets let_us / should
  supposed_to had_better / should
  able_to / can
  unable_to / not can
  dont_ever doesnt_ever didnt_ever not_ever / never
  self_driving driverless / autonomous
  working_from_home work_from_home home_office wfh telework telecommuting remote_working / remote work
  united_states_of_america united_states vereinigte_staaten vereinigten_staaten / usa
  electric_cars electric_car electric_vehicles electric_vehicle / ev
  global_warming / climate change
  capital_punishment / death penalty
  nuclear_energy atomic_energy atomic_power / nuclear power
  solar_energy / solar power
  wind_energy / wind power
  public_transit public_transportation mass_transit / public transport
  human_beings / humans
  compared_to compared_with in_comparison_to in_comparison_with / versus
  plenty_of tons_of loads_of a_great_deal_of / many
  every_single each_and_every / every
  in_spite_of / despite
  even_though / although
  weve / we
  ive / i
  no_longer not_any_longer / not anymore
  any_more any_longer / anymore
  no_one / nobody
  ought_to / should
  would_have / conditional
  by_way_of / by
  has_to have_to had_to need_to needs_to / must
  in_order_to / to
  going_to in_my_opinion in_my_view to_my_mind to_be_honest as_far_as_i_can_tell of_course in_fact / -
  imo imho tbh afaik iirc fwiw mmn in_my_humble_opinion if_you_ask_me from_my_point_of_view aus_meiner_sicht / -
  the_fact_is the_truth_is the_point_is the_thing_is the_problem_is the_issue_is fakt_ist tatsache_ist das_problem_ist / -
  its_clear_that it_is_clear_that its_obvious_that it_is_obvious_that es_ist_klar_dass es_ist_offensichtlich_dass / -
  there_is_no_doubt_that theres_no_doubt_that no_doubt without_a_doubt ohne_zweifel zweifellos / -
  at_the_end_of_the_day after_all all_in_all as_i_said like_i_said wie_gesagt for_sure at_the_moment right_now these_days / -
  everyone_knows_that everybody_knows_that we_all_know_that jeder_weiß_dass / -
  im_convinced_that i_am_convinced_that id_argue_that i_would_argue_that id_say im_sure_that i_am_sure_that / -
  ich_bin_der_meinung_dass ich_bin_überzeugt_dass ich_bin_sicher_dass / -
  tend_to tends_to kind_of sort_of / -
  i_think i_believe i_guess i_feel i_find i_suppose i_would_say i_think_that i_believe_that / -
  ich_finde ich_glaube ich_denke ich_meine ehrlich_gesagt meiner_meinung_nach meines_erachtens meiner_ansicht_nach / -
  far_too much_too way_too / too
  viel_zu / zu
  viel_mehr / mehr
  shut_down / closed
  much_more far_more / more
  a_lot_of lots_of / many
  a_few / some
  the_majority_of / most
  die_mehrheit_der / meisten
  as_well / also
  due_to because_of owing_to / because
  not_only nicht_nur / also
  sondern_auch but_also / and
`)

/** Verbs and nouns whose forms have no beginning in common that would tell them; the first stands for all. */
const FORMS = classes(`
  break broke broken
  build built
  buy bought
  bring brought
  catch caught
  choose chose chosen
  come came
  do done
  draw drew drawn
  drive drove driven
  eat ate eaten
  fall fell fallen
  feel felt
  fight fought
  find found
  forget forgot forgotten
  give gave given
  go goes went gone
  grow grew grown
  hold held
  keep kept
  know knew known
  leave left
  lend lent
  lie lied lying
  lose lost losing
  pay paid
  rise rose risen
  ruin ruined
  run ran
  say said
  see saw seen
  sell sold
  send sent
  shoot shot
  show shown
  sing sang sung
  speak spoke spoken
  spend spent
  stand stood
  steal stole stolen
  take took taken
  teach taught
  tell told
  think thought
  throw threw thrown
  win won
  write wrote written
  child children
  foot feet
  man men
  woman women
  life lives
  tyre tire
  cheque check
  grey gray
`)

/** Verbs behind whose object what belongs to them may stand: "slow the work down". */
const PARTED = list(`
  slow speed break cut bring drive push keep hold send turn switch give throw wear back set clean mess screw blow tear
  take put call phase rule leave fill build pay scare drag point carry wipe kick pull sort write burn lock
`)
const PARTICLES = list('up down off out away back over')
/** Most words between such a verb and what belongs to it. */
const BETWEEN = 4

/** Behind these and at the beginning "just" is "only". */
const BEING = list('is are was were be')

/** The words with what belongs to a verb before it, wherever it stood: "down slows the work" for "slows the work down". */
function together(words: readonly string[]): readonly string[] {
  if (!words.some((word) => PARTICLES.has(word))) return words
  const found = [...words]
  for (let at = 1; at < found.length; at++) {
    const word = found[at] as string
    if (!PARTICLES.has(word)) continue
    for (let verb = at - 1; verb >= Math.max(0, at - 1 - BETWEEN); verb--) {
      if (!PARTED.has(base(found[verb] as string))) continue
      found.splice(at, 1)
      found.splice(verb, 0, word)
      break
    }
  }
  return found
}

/** A verb without its ending: "slow" for "slows", "shut" for "shutting". */
function base(word: string): string {
  const known = spelled(word)
  if (PARTED.has(known)) return known
  const bare = known.replace(/(?:s|ed|ing)$/, '')
  return PARTED.has(bare) ? bare : PARTED.has(`${bare}e`) ? `${bare}e` : bare.replace(/(.)\1$/, '$1')
}

/** One word after another as far as they matter: phrases shortened, one for all that say the same. */
export function plainly(written: readonly string[]): string[] {
  const words = together(written)
  const found: string[] = []
  for (let at = words[0] === 'well' ? 1 : 0; at < words.length; ) {
    // At the end "too" is "also", and before "worse" words of degree say no more than it does.
    if ((words[at] === 'too' && at > 1 && at === words.length - 1) || isDegree(words, at)) {
      at++
      continue
    }
    if (words[at] === 'just') {
      if (at === 0 || BEING.has(words[at - 1] as string)) found.push('only')
      at++
      continue
    }
    const known = PHRASES.get(words[at] as string)?.find(({ said }) =>
      said.every((word, nth) => words[at + nth] === word),
    )
    if (known === undefined) found.push(words[at++] as string)
    else {
      found.push(...known.read)
      at += known.said.length
    }
  }
  return found
}

const DEGREES = list('much far way lot viel weitaus')
const COMPARING = /^(?:worse|better|more|less|mehr|weniger|besser|schlechter)$|..er$/

function isDegree(words: readonly string[], at: number): boolean {
  return DEGREES.has(words[at] as string) && COMPARING.test(words[at + 1] ?? '')
}

/** The word that stands for a small word and all that say the same; null for one that changes nothing. */
export function small(word: string): string | null {
  return NEUTRAL.has(word) ? null : (ALIKE.get(word) ?? word)
}

/** Whether a word tells of whom or of how many something is said: "we", "all". */
export function isSubject(word: string): boolean {
  return SUBJECT.has(word)
}

/** Whether a word is one of these, which carry no content whatever their length. */
export function isSmall(word: string): boolean {
  return NEUTRAL.has(word) || SPARED.has(word) || MODAL.has(word) || ALIKE.has(word)
}

/** Whether a word turns or bounds what it stands beside. */
export function isDecisive(word: string): boolean {
  return DECISIVE.has(word)
}

/** Whether a word speaks of the whole sentence: "should", "may". */
export function isModal(word: string): boolean {
  return MODAL.has(word)
}

/** Whether one of two statements may have this word and the other not. */
export function isSpared(word: string): boolean {
  return SPARED.has(word)
}

/** A word in the spelling and the form by which it is compared: "color" for "colour", "break" for "broken". */
export function spelled(word: string): string {
  const known = FORMS.get(word) ?? FORMS.get(word.replace(/s$/, ''))
  const plain = known ?? word.replaceAll('ß', 'ss')
  if (known !== undefined || plain.length < 5) return plain
  return plain
    .replace(/(?<=..)our(?=s?$|ed$|ing$|ful$|ite|able$)/, 'or')
    .replace(/is(?=(?:e|es|ed|ing|ation|ations)$)/, 'iz')
    .replace(/tre(?=s?$)/, 'ter')
    .replace(/(?<=[aeiouy][^aeiouy]+e)ll(?=(?:ed|ing|er|ers)$)/, 'l')
    .replace(/(?<=^(?:def|off|lic|pret))ence(?=s?$)/, 'ense')
    .replace(/mme(?=s?$)/, 'm')
    .replace(/ogue(?=s?$)/, 'og')
}

/** Endings by which two forms of one word may differ. */
const ENDINGS = list(`
  s es e ed d ing er est y ies ied ly ally al ion ions tion tions ation ations ment ments ity ness n en n't ful ive
  em t te ten et st ung ungen lich ern r rs ern
`)

/** Whether two words are forms of one; "meaningful" and "meaningless", "employer" and "employee" are not. */
export function sameForm(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [bare(a), bare(b)]
  let head = 0
  while (head < one.length && one[head] === other[head]) head++
  if (head < 3 || head < Math.min(one.length, other.length) - 3) return false
  const [left, right] = [one.slice(head), other.slice(head)]
  const last = one[head - 1] as string
  const isEnding = (end: string): boolean =>
    end === '' || ENDINGS.has(end) || end === `${last}ed` || end === `${last}ing`
  return isEnding(left) && isEnding(right)
}

/** A German participle without its beginning. */
function bare(word: string): string {
  return /^ge.{3,}(?:t|en)$/.test(word) ? word.slice(2) : word
}

function list(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/))
}

function classes(text: string): Map<string, string> {
  const lines = text.trim().split('\n')
  return new Map(
    lines.flatMap((line) => {
      const words = line.trim().split(' ')
      return words.map((word) => [word, words[0] as string] as const)
    }),
  )
}

interface Phrase {
  said: readonly string[]
  read: readonly string[]
}

function phrases(text: string): Map<string, Phrase[]> {
  const found = new Map<string, Phrase[]>()
  for (const line of text.trim().split('\n')) {
    const [many = '', one = ''] = line.trim().split(' / ')
    for (const phrase of many.split(' ')) {
      const said = phrase.split('_')
      const known = found.get(said[0] as string) ?? []
      known.push({ said, read: one === '-' ? [] : one.split(' ') })
      found.set(
        said[0] as string,
        known.sort((a, b) => b.said.length - a.said.length),
      )
    }
  }
  return found
}
