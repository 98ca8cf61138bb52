/** Groups of words that say no more than fewer do, or than one does: "no longer", "in my opinion", "the United States". */

/** The words of a group, and those that are read for it. */
interface Phrase {
  said: readonly string[]
  read: readonly string[]
}

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

/** The longest group of words that begins at this one, and what is read for it; undefined where there is none. */
export function phraseAt(words: readonly string[], at: number): Phrase | undefined {
  return PHRASES.get(words[at] as string)?.find(({ said }) => said.every((word, nth) => words[at + nth] === word))
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
