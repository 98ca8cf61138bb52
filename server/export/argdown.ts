/**
 * A debate in Argdown, the notation for argument maps (argdown.org): positions are statements, everything else arguments;
 * `+` supports, `-` attacks, `_` undercuts the argument it stands under. Links Argdown cannot express where they hang (to a
 * second target) stand again at the end.
 */
import type { Claim, Debate, Link } from '../../shared/debate.ts'
import { oneLine, webAddress } from './plain.ts'
import { type View, view } from './view.ts'

const SIGN: Record<Link['type'], string> = { supports: '+', rebuts: '-', undercuts: '_' }

export function argdown(debate: Debate): string {
  const seen = view(debate)
  const names = namesOf(debate)
  const told = new Set<string>()
  const issues = debate.issues.map((issue) => {
    const branches = seen.below(issue.id).map((claim) => branch(claim, seen, names, told))
    return [`# ${escape(issue.question)}`, ...branches].join('\n\n')
  })
  const others = debate.claims
    .filter((claim) => claim.place.via !== 'link' && !told.has(claim.id))
    .map((claim) => branch(claim, seen, names, told))
  const crossing = crossLinks(debate, names)
  const parts = [...issues, ...(others.length > 0 ? ['# Further points', ...others] : []), ...crossing]
  return `===\ntitle: ${JSON.stringify(oneLine(debate.title).replace(/={2,}/gu, '='))}\n===\n\n${parts.join('\n\n')}\n`
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

function branch(claim: Claim, seen: View, names: Map<string, string>, told: Set<string>, depth = 0, sign = ''): string {
  if (told.has(claim.id)) return ''
  told.add(claim.id)
  const source = claim.sourceUrls.flatMap((address) => webAddress(address) ?? [])[0]
  const tag = claim.kind === 'evidence' ? ` #(${claim.evidenceType ?? 'evidence'})` : ''
  const text = `${escape(claim.statement)}${source === undefined ? '' : ` [source](${source})`}${tag}`
  const line = `${'  '.repeat(depth)}${sign}${names.get(claim.id)}: ${text}`
  const links = new Map(seen.debate.links.map((link) => [link.id, link]))
  const below = seen.below(claim.id).flatMap((child) => {
    const link = child.place.via === 'link' ? links.get(child.place.by ?? '') : undefined
    return link === undefined ? [] : [branch(child, seen, names, told, depth + 1, `${SIGN[link.type]} `)]
  })
  return [line, ...below].filter((part) => part !== '').join('\n')
}

/** Links that place nothing: each target again, with what else goes to it. */
function crossLinks(debate: Debate, names: Map<string, string>): string[] {
  const placing = new Set(debate.claims.map((claim) => claim.place.by))
  const ends = new Map(debate.links.map((link) => [link.id, link.from]))
  return debate.links
    .filter((link) => !placing.has(link.id))
    .flatMap((link) => {
      const to = names.get(link.type === 'undercuts' ? (ends.get(link.to) ?? '') : link.to)
      return to === undefined ? [] : [`${to}\n  ${SIGN[link.type]} ${names.get(link.from)}`]
    })
}

/** One line of text that Argdown reads as text. */
function escape(text: string): string {
  return oneLine(text)
    .replace(/[\\@#*_[\]<>{}]/gu, '\\$&')
    .replace(/^=/u, '\\=')
    .replaceAll('//', '/\\/')
    .replace(/([.:])(?=\S+[.:])/gu, '\\$1')
}
