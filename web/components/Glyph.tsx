/** The marks that tell kinds apart by shape: what a node is to its parent, how it stands, how a branch is made up. */
import type { Standing } from '../../shared/debate.ts'
import type { ArgumentNode } from '../graph/argument.ts'
import { words } from '../text/index.ts'
import { Icon, type IconName } from './Icon.tsx'

const EVIDENCE: Record<string, IconName> = {
  statistic: 'chart',
  study: 'study',
  document: 'sheet',
  expert: 'badge',
  example: 'example',
  experience: 'person',
}

export function Glyph({ node }: { node: Pick<ArgumentNode, 'tone' | 'evidenceType' | 'relation'> }) {
  return (
    <span class={`glyph ${node.tone}`}>
      <Icon name={iconOf(node)} />
    </span>
  )
}

function iconOf({ tone, evidenceType, relation }: Pick<ArgumentNode, 'tone' | 'evidenceType' | 'relation'>): IconName {
  switch (tone) {
    case 'support':
      return 'plus'
    case 'rebut':
      return 'minus'
    case 'undercut':
      return 'undercut'
    case 'evidence':
      return EVIDENCE[evidenceType ?? ''] ?? 'sheet'
    case 'issue':
      return 'issue'
    default:
      return relation === 'answers' ? 'reply' : 'dot'
  }
}

/** "Supports", "Statistic", "Statistic, against": what a card is, in a word. */
export function kindOf(node: ArgumentNode): string {
  const { relations, evidence, evidenceUntyped, evidenceAgainst } = words.value
  if (node.kind !== 'evidence') return relations[node.relation]
  const type = node.evidenceType === null ? evidenceUntyped : evidence[node.evidenceType]
  return node.relation === 'rebuts' || node.relation === 'against' ? evidenceAgainst(type) : type
}

export type MarkName = 'contested' | 'unanswered' | 'noEvidence' | 'rebutted' | 'defended' | 'unchallenged'

const MARKS: Record<MarkName, IconName> = {
  contested: 'half',
  unanswered: 'ring',
  noEvidence: 'no-sheet',
  rebutted: 'cross',
  defended: 'shield',
  unchallenged: 'check',
}

/** What deserves a mark, the most telling first. A card shows one, the inspector all. */
export function marksOf(standing: Standing | null): MarkName[] {
  if (standing === null) return []
  const marks: MarkName[] = []
  if (standing.label === 'contested' || standing.label === 'rebutted' || standing.label === 'defended')
    marks.push(standing.label)
  if (standing.unanswered) marks.push('unanswered')
  if (standing.noEvidence) marks.push('noEvidence')
  return marks
}

/** Where there is little room, a mark says its name only when it is pointed at. */
export function Mark({ name, short = false }: { name: MarkName; short?: boolean }) {
  const { marks } = words.value
  return (
    <span class={`mark-chip ${name}`} title={short ? `${marks[name]}: ${marks[`${name}Why`]}` : marks[`${name}Why`]}>
      <Icon name={MARKS[name]} />
      {!short && marks[name]}
    </span>
  )
}

interface Shares {
  supports: number
  rebuts: number
  undercuts: number
  /** What it is read as, where it is not how a branch is made up. */
  label?: string
}

/** How a branch is made up: supports, rebuts, undercuts, each with colour and pattern. */
export function Balance({ supports, rebuts, undercuts, label }: Shares) {
  if (supports + rebuts + undercuts === 0) return null
  const parts = [
    ['support', supports],
    ['rebut', rebuts],
    ['undercut', undercuts],
  ] as const
  return (
    <span class="balance" role="img" aria-label={label ?? words.value.bar(supports, rebuts, undercuts)}>
      {parts.map(([tone, share]) => share > 0 && <i key={tone} class={tone} style={{ flexGrow: share }} />)}
    </span>
  )
}
