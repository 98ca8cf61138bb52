/** A part of a debate as a debate of its own: one branch, what passes a filter, or both. */
import type { Claim, Debate, Issue } from '../../shared/debate.ts'
import { type Filter, isOn, NO_FILTER, passing } from '../../shared/filter.ts'

export interface Part {
  /** A claim or an issue: only what hangs under it, itself included. Null for all of the debate. */
  root: string | null
  /** Only claims that pass, with what they hang under. */
  filter: Filter
  /** For claims that are new: since when, ISO 8601. */
  since: string | null
}

export const WHOLE: Part = { root: null, filter: NO_FILTER, since: null }

/**
 * The debate with the claims of the part and what is known of them. Threads, their people and coverage stay whole, so that
 * every quote is still found in its post; a notice says what the part is. Null when there is no such root.
 */
export function partOf(debate: Debate, part: Part): Debate | null {
  const { root } = part
  const claims = new Map(debate.claims.map((claim) => [claim.id, claim]))
  if (root !== null && !claims.has(root) && !debate.issues.some((issue) => issue.id === root)) return null
  if (root === null && !isOn(part.filter)) return debate
  const pass = passing(debate, part.filter, part.since)
  const kept = new Set<string>()
  for (const claim of debate.claims) {
    const way = wayUp(claim, claims)
    const at = root === null ? way.length : way.indexOf(root)
    if (!pass.has(claim.id) || at < 0) continue
    for (const id of way.slice(0, at + 1)) if (claims.has(id)) kept.add(id)
  }
  if (root !== null && claims.has(root)) kept.add(root)
  return { ...pruned(debate, kept), ...rooted(debate, root, kept), notices: [...debate.notices, notice(debate, part)] }
}

/** Ids from a claim up to its issue, itself first. */
function wayUp(claim: Claim, claims: ReadonlyMap<string, Claim>): string[] {
  const way = [claim.id]
  for (let at = claim.place.parent; at !== null && !way.includes(at); at = claims.get(at)?.place.parent ?? null)
    way.push(at)
  return way
}

function pruned(debate: Debate, kept: ReadonlySet<string>): Debate {
  const claims = debate.claims.filter((claim) => kept.has(claim.id))
  const said = claims.flatMap((claim) => [...new Set(claim.mentions.map((mention) => mention.personId))])
  const people = new Set(said)
  // An undercut goes to a link: it stays where that link stays.
  const direct = debate.links.filter((link) => kept.has(link.from) && (link.type === 'undercuts' || kept.has(link.to)))
  const known = new Set(direct.map((link) => link.id))
  return {
    ...debate,
    claims,
    links: direct.filter((link) => link.type !== 'undercuts' || known.has(link.to)),
    replies: debate.replies.filter((reply) => kept.has(reply.from)),
    similar: debate.similar.filter((pair) => kept.has(pair.a) && kept.has(pair.b)),
    questions: debate.questions.filter((question) => question.answeredBy.some((id) => kept.has(id))),
    concessions: debate.concessions.filter(({ claimId }) => claimId !== null && kept.has(claimId)),
    cruxes: debate.cruxes.filter((crux) => kept.has(crux.claimId) && kept.has(crux.positionId)),
    people: debate.people.map((person) => ({ ...person, claims: said.filter((id) => id === person.id).length })),
    profiles: debate.profiles.filter((profile) => people.has(profile.personId)),
    summary: {
      ...debate.summary,
      sentences: debate.summary.sentences.filter(
        (one) => one.claims.length > 0 && one.claims.every((id) => kept.has(id)),
      ),
    },
  }
}

/** The issues of the part; a branch's first claim becomes a position on the issue it belongs to. */
function rooted(debate: Debate, root: string | null, kept: ReadonlySet<string>): Pick<Debate, 'issues' | 'claims'> {
  const claims = debate.claims.filter((claim) => kept.has(claim.id))
  const positions = ({ positions: all }: Issue): Issue['positions'] => all.filter(({ claimId }) => kept.has(claimId))
  const all = debate.issues.map((issue) => ({ ...issue, positions: positions(issue) }))
  const filled = all.filter((issue) => issue.positions.length > 0)
  const issues = filled.length > 0 ? filled : all
  const first = claims.find((claim) => claim.id === root)
  if (first === undefined || first.place.via === 'position') return { issues, claims }
  const above = wayUp(first, new Map(debate.claims.map((claim) => [claim.id, claim]))).at(-1)
  const issue = debate.issues.find((known) => known.id === above) ?? {
    id: 'issue',
    question: debate.title,
    source: 'title' as const,
  }
  const placed: Claim = { ...first, place: { parent: issue.id, via: 'position', by: null } }
  return {
    issues: [{ ...issue, positions: [{ claimId: first.id, stance: null }] }],
    claims: claims.map((claim) => (claim === first ? placed : claim)),
  }
}

function notice(debate: Debate, { root, filter }: Part): string {
  const named =
    debate.claims.find((claim) => claim.id === root)?.statement ??
    debate.issues.find((issue) => issue.id === root)?.question
  const branch = named === undefined ? '' : ` the branch “${named}”`
  const person = debate.people.find(({ id }) => id === filter.person)?.name ?? filter.person
  const asked = [...filter.marks.map((mark) => NAMES[mark]), filter.type, person === null ? null : `said by ${person}`]
  const terms = asked.filter((term) => term !== null).join(', ')
  return `Only a part of the debate:${branch}${terms === '' ? '' : `${branch === '' ? '' : ','} claims that are ${terms}, with what they answer`}.`
}

const NAMES: Record<Filter['marks'][number], string> = {
  contested: 'contested',
  unanswered: 'unanswered',
  evidence: 'given evidence',
  noEvidence: 'without evidence',
  often: 'said three times or more',
  fresh: 'new',
}
