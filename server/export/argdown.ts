/**
 * A debate in Argdown, the notation for argument maps (argdown.org): positions are statements, everything else arguments;
 * `+` supports, `-` attacks, `_` undercuts the argument it stands under. Links Argdown cannot express where they hang (to a
 * second target) stand again at the end. How much of the threads was read, where not all was, and corrections by people are comments.
 */
import type { Claim, Debate, Link } from '../../shared/debate.ts'
import { entryTold, logTold } from './changes.ts'
import { oneLine, webAddress } from './plain.ts'
import { partRead, type View, view } from './view.ts'

const SIGN: Record<Link['type'], string> = { supports: '+', rebuts: '-', undercuts: '_' }

/** Levels of indentation; what hangs deeper is told on its own, its link at the end. */
const DEEPEST = 40

/** What the writing of one debate goes by. `told`: ids of the claims and links written so far. */
interface Telling {
  seen: View
  names: Map<string, string>
  told: Set<string>
}

export function argdown(debate: Debate): string {
  const telling = { seen: view(debate), names: namesOf(debate), told: new Set<string>() }
  const issues = debate.issues.map((issue) => {
    const branches = telling.seen.below(issue.id).map((claim) => branch(claim, telling))
    return [`# ${escape(issue.question)}`, ...branches].join('\n\n')
  })
  const rootsFirst = debate.claims.toSorted((a, b) => Number(a.place.via === 'link') - Number(b.place.via === 'link'))
  const others = rootsFirst.map((claim) => branch(claim, telling)).filter((part) => part !== '')
  const part = partRead(debate)
  const parts = [
    ...(part === '' ? [] : [`// ${part}.`]),
    ...issues,
    ...(others.length > 0 ? ['# Further points', ...others] : []),
    ...untold(debate, telling),
    ...corrections(telling.seen),
  ]
  const title = JSON.stringify(oneLine(debate.title).replace(/={2,}/gu, '='))
  return `===\ntitle: ${title}\n===\n\n${parts.join('\n\n')}\n`
}

/** Unique names: a number, which keeps them apart, and the headline without what Argdown reads as marks. */
function namesOf(debate: Debate): Map<string, string> {
  const positions = new Set(debate.issues.flatMap((issue) => issue.positions.map((position) => position.claimId)))
  return new Map(
    debate.claims.map((claim, index) => {
      const name = `${index + 1} ${oneLine(claim.headline)
        .replace(/[^\p{L}\p{N}\p{M}'’%…-]+/gu, ' ')
        .trim()}`
      return [claim.id, positions.has(claim.id) ? `[${name}]` : `<${name}>`]
    }),
  )
}

/** A claim with what is linked to it below; empty when it was told before. */
function branch(claim: Claim, telling: Telling, depth = 0, sign = ''): string {
  const { seen, names, told } = telling
  if (told.has(claim.id)) return ''
  told.add(claim.id)
  const source = claim.sourceUrls.flatMap((address) => webAddress(address) ?? [])[0]
  const tag = claim.kind === 'evidence' ? ` #(${claim.evidenceType ?? 'evidence'})` : ''
  const text = `${escape(claim.statement)}${source === undefined ? '' : ` [source](${source})`}${tag}`
  const line = `${'  '.repeat(depth)}${sign}${names.get(claim.id)}: ${text}`
  if (depth === DEEPEST) return line
  const below = seen.below(claim.id).flatMap((child) => {
    const link = seen.placing(child)
    if (link === undefined || told.has(child.id)) return []
    told.add(link.id)
    return [branch(child, telling, depth + 1, `${SIGN[link.type]} `)]
  })
  return [line, ...below].join('\n')
}

/** Links not told yet: each target again, with what else goes to it. */
function untold(debate: Debate, { names, told }: Telling): string[] {
  const ends = new Map(debate.links.map((link) => [link.id, link.from]))
  return debate.links
    .filter((link) => !told.has(link.id))
    .flatMap((link) => {
      const to = names.get(link.type === 'undercuts' ? (ends.get(link.to) ?? '') : link.to)
      return to === undefined ? [] : [`${to}\n  ${SIGN[link.type]} ${names.get(link.from)}`]
    })
}

/** One comment for each; a comment ends with its line. */
function corrections(seen: View): string[] {
  const log = logTold(seen)
  return log.length === 0
    ? []
    : [['Corrections by people', ...log.map(entryTold)].map((line) => `// ${oneLine(line)}`).join('\n')]
}

/** One line of text that Argdown reads as text. */
function escape(text: string): string {
  return oneLine(text)
    .replace(/[\\@#*_[\]<>{}]/gu, '\\$&')
    .replace(/^=/u, '\\=')
    .replaceAll('//', '/\\/')
    .replace(/([.:])(?=\S+[.:])/gu, '\\$1')
}
