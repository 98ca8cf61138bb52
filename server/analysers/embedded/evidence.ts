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

/** The kind of evidence the passage `text` shows, or null. `link`: the address it points to. */
export function evidenceOf(text: string, link: Reference | null, language: Language): Evidence | null {
  const signs = language.evidence
  const study = signs.study.exec(text)
  if (study !== null && signs.found.test(text)) return { type: 'study', says: `names a study: “${study[0]}”` }
  const statistic = signs.statistic.exec(text)
  if (statistic !== null) return { type: 'statistic', says: `gives a number: “${statistic[0].trim()}”` }
  const office = signs.office.exec(text)
  if (office !== null && signs.said.test(text))
    return { type: 'expert', says: `reports what somebody said: “${office[0]}”` }
  const document = signs.document.exec(text)
  if (document !== null) return { type: 'document', says: `names a document: “${document[0].trim()}”` }
  const experience = signs.experience.exec(text)
  if (experience !== null) return { type: 'experience', says: `tells an experience: “${experience[0]}”` }
  const example = signs.example.exec(text)
  if (example !== null) return { type: 'example', says: `gives an example: “${example[0]}”` }
  if (link !== null && !IMAGE.test(link.url)) return { type: 'document', says: 'links a source' }
  return null
}
