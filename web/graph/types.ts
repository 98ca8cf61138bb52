/** Types of evidence in the order they are offered; named here so that the page need not load the schemas. */
import type { EvidenceType } from '../../shared/findings.ts'

export const EVIDENCE_TYPES: readonly EvidenceType[] = [
  'statistic',
  'study',
  'document',
  'expert',
  'example',
  'experience',
]
