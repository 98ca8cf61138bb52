/** A small debate that has one of everything; see `notation.ts`. */
export const LIBRARY = `
  title: Should the library [yes: The library should open on Sundays]?
  1 ann: [work: People who work all week cannot come otherwise.]
  2 bob > 1: [no: Nobody would come on a Sunday.] I know the place.
  3 cem > 2: Wrong. [poll/statistic: A poll found that 70 of 100 readers want it.]
  4 dee > 3: [few: Only 100 people were asked, so that says little.]
  5 eve > 1: [cost: It costs too much.] [staff: Staff would have to be paid double.]
  6 fay > 5: [cost: It is too dear for us.]
  7 gus > 5: [fair~: Fair, it costs too much.] Still, [work: people who work cannot come on other days.]
  8 bob > 1: Nobody would come on a Sunday.
  9 - > 1: [who?: Who would pay for it?]
  10 hal > 1: Nice weather today.
  11 ida > 9: [town: The town could pay from the parking fees.]
  work supports yes .9
  no rebuts yes .8
  poll rebuts no .9
  few undercuts poll no .8
  cost rebuts yes .9
  staff supports cost .8
  town replies 9
  fair supports cost
  8 repeats 2 exact
  for yes
`
