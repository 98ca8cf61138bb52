/**
 * What kind of evidence a passage brings, by strong signs on its surface only: a percentage or amount, a study that found
 * something, an office holder who said something, a named document, an experience told in the past, an example announced,
 * a link. A passage without such a sign is a bare reason.
 */
import type { EvidenceType } from '../../../shared/findings.ts'
import type { Reference } from '../../../shared/thread.ts'
import type { Language } from './languages/language.ts'

export interface Evidence {
  type: EvidenceType
  says: string
}

const IMAGE = /\.(?:png|jpe?g|gif|webp|svg)(?:[?#]|$)/i

/** Statistics and most documents hold a digit; without one only words written out are looked for. */
const COUNTS = /[\d§%$€£¥]|\b(?:out of|in (?:two|three|four|five|ten|every|a))\b/
/** An author and year in brackets. */
const CITED = /\(\p{Lu}[^()]{1,60}(?:19|20)\d\d\)/u
const CAPITAL_INSIDE = /\S\s+["“(]?\p{Lu}/u

/** The kind of evidence the passage `text` shows, or null. `link`: the address it points to. */
export function evidenceOf(text: string, link: Reference | null, language: Language): Evidence | null {
  const { study, found, statistic, office, said, document, experience, example } = language.evidence
  const counts = COUNTS.test(text)
  return (
    (found.test(text) || CITED.test(text) ? shown('study', study.exec(text), 'names a study') : null) ??
    (said.test(text) ? shown('expert', office.exec(text), 'reports what somebody said') : null) ??
    (counts || CAPITAL_INSIDE.test(text) ? shown('document', document.exec(text), 'names a document') : null) ??
    shown('experience', experience.exec(text), 'tells an experience') ??
    (counts ? shown('statistic', statistic.exec(text), 'gives a number') : null) ??
    shown('example', example.exec(text), 'gives an example') ??
    (link !== null && !IMAGE.test(link.url) ? { type: 'document', says: 'links a source' } : null)
  )
}

function shown(type: EvidenceType, match: RegExpExecArray | null, says: string): Evidence | null {
  return match === null ? null : { type, says: `${says}: “${match[0].trim()}”` }
}
