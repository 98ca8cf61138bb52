/** What is measured, with the best trivial system (`floor`), what must be reached, what is striven for, and the noise. */

export interface Measure {
  /** Name, as key of the baseline. */
  name: string
  floor: number | null
  must: number | null
  strive: number | null
  /** A fall smaller than this says nothing: half the width of the 95% interval over threads or topics, rounded. */
  noise: number
}

const measure = (
  name: string,
  floor: number | null,
  must: number | null,
  strive: number | null,
  noise = 0.03,
): Measure => ({
  name,
  floor,
  must,
  strive,
  noise,
})

export const MEASURES: Measure[] = [
  measure('cmv units IoU>=0.5 F1', 0.74, null, 0.8, 0.02),
  measure('cmv sentences, 3-way macro F1', 0.483, 0.58, 0.65),
  measure('cmv units with type, macro F1', 0.438, 0.52, 0.6),
  measure('cmv relations, polarity right', 0.098, 0.15, 0.25, 0.02),
  measure('cmv relations within, polarity right', 0.1, 0.2, 0.3, 0.02),
  measure('cmv relations across, polarity right', 0.08, 0.11, 0.15, 0.02),
  measure('cmv post→unit, polarity right', 0.264, 0.29, 0.38),
  measure('cmv post→unit precision, links shown as certain', null, 0.42, 0.6, 0.05),
  measure('cmv post→post precision, links and replies', null, 0.85, 0.92, 0.04),
  measure('cdcp sentences, argument or not F1', null, null, null, 0.02),
  measure('cdcp units with type, macro F1', null, null, null, 0.02),
  measure('cdcp relations, polarity right', null, null, null, 0.02),
  measure('argkp average precision', 0.43, 0.51, 0.62, 0.02),
  measure('argkp precision of merges', null, 0.9, 0.95, 0.1),
  measure('perspectrum average precision', 0.843, 0.88, 0.92, 0.02),
  measure('perspectrum precision of merges', null, 0.9, 0.95, 0.03),
  measure('perspectrum recall of merges', null, null, null, 0.05),
  measure('ukp-aspect average precision', 0.56, 0.6, 0.7, 0.02),
  measure('ukp-aspect precision of merges', null, 0.9, 0.95, 0.1),
  measure('subreddit-agreement precision of “agree”', null, null, null, 0.05),
  measure('subreddit-agreement precision of “disagree”', null, null, null, 0.05),
  measure('neardup F1', 0.91, 0.99, null, 0.01),
]
