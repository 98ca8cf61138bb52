/**
 * How much each sign speaks for a claim, for a premise (something said to make a claim believable) and for neither.
 * Set by hand from how arguments are built (Stab & Gurevych 2017; Hidey et al., "Analyzing the Semantic Types of Claims
 * and Premises in an Online Persuasive Forum", 2017), one decimal each, never fitted to texts. A class's score is the sum
 * over the signs present; `decide` turns the three scores into shares. `says` is shown to the reader as the reason.
 */
import type { Steps } from './chain.ts'
import type { Marker } from './languages/language.ts'

export interface Weight {
  says: string
  claim: number
  premise: number
  none: number
}

const weight = (says: string, claim: number, premise: number, none: number): Weight => ({ says, claim, premise, none })

/** Signs in words: one per marker of the language tables. */
export const MARKER_WEIGHTS: Partial<Record<Marker, Weight>> = {
  opinion: weight('gives an opinion', 1.3, -0.4, -0.3),
  norm: weight('says what should be', 0.8, 0, -0.3),
  judgement: weight('judges', 0.5, 0, -0.3),
  certainty: weight('insists', 0.2, 0, -0.1),
  disagreement: weight('disagrees', 0.7, -0.2, -0.3),
  agreement: weight('agrees', 1, -0.5, -0.1),
  undercut: weight('doubts the step', 0.9, -0.4, -0.3),
  thanks: weight('greets or thanks', -0.6, -0.7, 1.4),
  chatter: weight('is small talk', -0.8, -0.8, 1.6),
  conclusion: weight('draws a conclusion', 0.6, 0, -0.2),
  contrast: weight('sets against', 0.3, 0.1, -0.2),
  reason: weight('gives a reason', -0.2, 0.5, -0.1),
  example: weight('gives an example', -0.5, 0.8, 0),
  report: weight('names a source', -0.2, 0.4, 0),
  scene: weight('supposes a case', -0.1, 0.2, 0),
  possibility: weight('says what may be', 0.1, 0.1, -0.2),
  generality: weight('speaks of all or none', 0.1, 0.1, -0.2),
  comparison: weight('compares', 0.2, 0.1, -0.3),
  being: weight('says what something is', 0.3, 0, -0.2),
  we: weight('speaks of “we”', -0.2, 0.3, 0),
  'third person': weight('speaks of others', -0.2, 0.3, -0.1),
  'second person': weight('speaks to someone', 0, -0.1, 0.2),
  'first person': weight('speaks of oneself', -0.1, -0.3, 0.4),
  experience: weight('tells an experience', -0.6, 0.7, 0.1),
  forum: weight('talks about the forum', -0.6, -0.6, 1.1),
  signpost: weight('announces what comes', -0.5, -0.5, 0.9),
  request: weight('asks to do something', -0.4, -0.1, 0.6),
  'going on': weight('goes on', -0.2, 0, 0.2),
  inquiry: weight('wants to know', -0.4, -0.4, 0.6),
}

/** Signs in form and place. */
export const PLACE_WEIGHTS = {
  always: weight('', 0, 0.2, 0),
  number: weight('gives numbers', -0.1, 0.3, -0.1),
  money: weight('speaks of money', -0.2, 0.6, -0.2),
  evidence: weight('brings evidence', -0.6, 0.6, -0.2),
  link: weight('holds a link', -0.3, 0.1, 0.5),
  question: weight('asks, and goes on', -0.4, 0.2, 0.2),
  'closing question': weight('ends with a question', -0.4, -0.4, 1),
  quoted: weight('quotes words', 0, 0.1, 0),
  veryShort: weight('is very short', 0.1, -0.4, 0.5),
  short: weight('is short', 0.2, -0.1, 0.1),
  long: weight('is long', -0.1, 0.4, -0.3),
  'no verb': weight('holds no verb', -0.3, -0.3, 1),
  announces: weight('announces what comes', -0.4, -0.4, 0.8),
  smiles: weight('is said with a smile', -0.3, -0.3, 0.6),
  'plain talk': weight('stands in a post without any sign of an argument', -0.4, -0.8, 1),
  listed: weight('stands in a list', 0, 0.2, -0.1),
  'opens the post': weight('opens the post', 0.4, -0.3, 0.2),
  'opens a paragraph': weight('opens a paragraph', 0.8, -0.2, 0.2),
  'inside a paragraph': weight('stands inside a paragraph', -0.2, 0.3, 0),
  'ends the post': weight('ends the post', 0.3, -0.2, 0.2),
  'opening post': weight('stands in the opening post', 0.1, 0, 0.1),
  'first-level reply': weight('answers the opening post', -0.1, 0.3, -0.2),
  'own fact': weight('tells of oneself', -0.8, 0.5, 0),
  'about oneself': weight('says how things stand with oneself', -0.5, -0.2, 0.7),
  'tells of oneself': weight('tells what its writer does or has', -0.6, 0.1, 0.2),
  'after a quote': weight('answers a quoted passage', 0.5, -0.3, 0),
  'like the title': weight('speaks of what the title speaks of', 0.5, -0.1, -0.3),
  'after a verdict': weight('follows a “yes” or “no”', 0, 0.5, -0.8),
  'after because': weight('follows “because”', -1, 1.6, -0.6),
  'after so': weight('follows “so”', 0.8, -0.3, -0.3),
  'after but': weight('follows “but”', 0.3, 0.1, -0.3),
  'after although': weight('follows “although”', -0.2, 0.4, -0.2),
  'before because': weight('is followed by “because”', 1, -0.4, -0.4),
  'before but': weight('is set against by what follows', 0.2, 0, -0.1),
  'after a question': weight('follows a question', 0.3, 0, 0),
  'after an opinion': weight('follows an opinion', -0.3, 0.4, -0.1),
  'before a reason': weight('is followed by a reason', 0.4, -0.1, -0.1),
  'after a conclusion': weight('follows a conclusion', 0, 0.1, 0),
} satisfies Record<string, Weight>
export type Place = keyof typeof PLACE_WEIGHTS

const steps = (claim: number[], premise: number[], none: number[]): Steps => ({
  claim: to(claim),
  premise: to(premise),
  none: to(none),
})
const to = ([claim = 0, premise = 0, none = 0]: number[]) => ({ claim, premise, none })

/**
 * What a segment's type says about the next one's (rows: claim, premise, none before; columns the same after): within a
 * sentence clauses mostly play one part; within a paragraph reasons come in rows and follow claims; a new paragraph
 * may start anything, less likely chatter after an argument.
 */
export const STEPS = {
  anew: steps([], [], []),
  sentence: steps([0.8, 0, -0.5], [-0.3, 0.8, -0.5], [0, -0.5, 0.8]),
  reason: steps([0, 0.5, -0.5], [-0.5, 0.8, -0.5], [0, 0, 0.5]),
  paragraph: steps([0, 0.2, -0.3], [-0.3, 0.4, -0.4], [0, -0.4, 0.6]),
  post: steps([0, 0, 0], [0, 0.1, -0.2], [0, -0.3, 0.4]),
} satisfies Record<string, Steps>
