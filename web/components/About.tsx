/** How a claim and its links are known, in plain words, with what else it is linked to. */
import type { Claim, Link } from '../../shared/debate.ts'
import type { Basis } from '../../shared/findings.ts'
import { FOUND_PRECISION, RULE_PRECISION } from '../../shared/precision.ts'
import type { ArgumentNode } from '../graph/argument.ts'
import { debate, index } from '../state/debate.ts'
import { select } from '../state/view.ts'
import { BASES, notWeighed, weigh, weighing } from '../state/weighing.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { CruxOf } from './Cruxes.tsx'
import { Glyph, marksOf } from './Glyph.tsx'
import { Words } from './SourceList.tsx'

export function About({ claim, node }: { claim: Claim; node: ArgumentNode }) {
  const { inspector, marks } = words.value
  const others = (debate.value?.links ?? []).filter(
    (link) => link.id !== node.link?.id && (link.from === claim.id || link.to === claim.id),
  )
  const alike = (debate.value?.similar ?? []).filter((pair) => pair.a === claim.id || pair.b === claim.id)
  return (
    <div class="about">
      <Placing node={node} />
      {claim.kind === 'claim' && (
        <section>
          <h3>{marks[claim.standing.label]}</h3>
          {marksOf(claim.standing).map((mark) => (
            <p key={mark}>{marks[`${mark}Why`]}</p>
          ))}
          <p>{inspector.strength(claim.standing.strength)}</p>
          <Base />
          <CruxOf claimId={claim.id} />
        </section>
      )}
      {claim.sourceUrls.length > 0 && (
        <section>
          <h3>{inspector.links}</h3>
          {claim.sourceUrls
            .filter((url) => /^https?:\/\//i.test(url))
            .map((url) => (
              <p key={url} class="long">
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {url}
                </a>
              </p>
            ))}
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h3>{inspector.elsewhere}</h3>
          {others.map((link) => (
            <OtherLink key={link.id} link={link} of={claim.id} />
          ))}
        </section>
      )}
      {alike.length > 0 && (
        <section>
          <h3>{inspector.similar}</h3>
          {alike.map((pair) => (
            <ClaimLink key={`${pair.a}${pair.b}`} id={pair.a === claim.id ? pair.b : pair.a} />
          ))}
        </section>
      )}
      <section>
        <h3>{inspector.known}</h3>
        <p>{howFound(claim)}</p>
        {claim.why.length > 0 && <p>{claim.why.map(told).join(', ')}</p>}
      </section>
    </div>
  )
}

/** Where strengths start, with a choice of the reader's own. */
function Base() {
  const { inspector } = words.value
  const busy = weighing.value !== null
  const base = weighing.value ?? debate.value?.weighing.base ?? 'equal'
  return (
    <>
      <label class="base">
        {inspector.base}
        <select
          value={base}
          aria-busy={busy}
          onChange={(event) => {
            const chosen = BASES.find((known) => known === event.currentTarget.value)
            if (chosen !== undefined) void weigh(chosen)
          }}
        >
          {BASES.map((known) => (
            <option key={known} value={known}>
              {inspector.bases[known]}
            </option>
          ))}
        </select>
      </label>
      <p class="muted" role="status">
        {busy ? inspector.weighing : notWeighed.value ? inspector.notWeighed : inspector.baseWhy[base]}
      </p>
    </>
  )
}

/** What the claim is to the one above it, and how that is known. */
export function Placing({ node }: { node: ArgumentNode }) {
  const { inspector, bases, answersPost, nobody, aPost } = words.value
  const { link, reply } = node
  if (reply !== null) {
    const answered = index.value.posts.get(reply.toPost)?.post
    return (
      <section>
        <h3>{inspector.kinds.answers}</h3>
        <p>{answersPost(answered === undefined ? aPost : (answered.author ?? nobody))}</p>
        <p>{bases[reply.basis]}</p>
        <p>{sureness(reply.basis, reply.confidence)}</p>
      </section>
    )
  }
  if (link === null) return null
  const attacked = link.type === 'undercuts' ? debate.value?.links.find((other) => other.id === link.to) : undefined
  const passage = link.passage === null ? undefined : index.value.posts.get(link.passage.postId)
  return (
    <section>
      <h3>{link.type === 'undercuts' ? inspector.kinds.undercuts : inspector.outgoing[link.type]}</h3>
      {attacked !== undefined && <p>{inspector.undercut(statementOf(attacked.from), statementOf(attacked.to))}</p>}
      {attacked === undefined && <ClaimLink id={link.to} />}
      <p>{bases[link.basis]}</p>
      <p>{sureness(link.basis, link.confidence)}</p>
      {passage !== undefined && link.passage !== null && <Words placed={passage} mention={link.passage} />}
      {link.why.length > 0 && <p class="muted">{link.why.map(told).join(', ')}</p>}
    </section>
  )
}

/** Who read the post of a claim, the model or the rules, and how far that is to be trusted; '' where a person added it. */
function howFound(claim: Claim): string {
  const { inspector } = words.value
  // Only what a person adds is certain.
  if (claim.confidence === 1) return ''
  const postId = claim.mentions[0]?.postId
  const reader = debate.value?.coverage.fates.find((fate) => fate.postId === postId)?.by
  if (reader === 'embedded') return inspector.foundByRule(FOUND_PRECISION.passage, FOUND_PRECISION.kind)
  return reader === 'model' ? inspector.foundByModel(claim.confidence) : ''
}

/** How often links of this basis are right, as measured; for a model's judgement, how sure it was. */
function sureness(basis: Basis, confidence: number): string {
  if (RULE_PRECISION[basis] !== null) return words.value.sure(confidence)
  return basis === 'model' ? words.value.modelSure(confidence) : ''
}

/** A link of the claim `of` beyond the one that places it. */
export function OtherLink({ link, of }: { link: Link; of: string }) {
  const { inspector, bases } = words.value
  const out = link.from === of
  const attacked =
    link.type === 'undercuts' ? debate.value?.links.find((other) => other.id === link.to)?.from : undefined
  const tone = link.type === 'supports' ? 'support' : link.type === 'rebuts' ? 'rebut' : 'undercut'
  return (
    <div class="other-link">
      <p class="muted">
        <Glyph node={{ tone, evidenceType: null, relation: link.type }} />
        {out ? inspector.outgoing[link.type] : inspector.incoming[link.type]} · {bases[link.basis]}
      </p>
      <ClaimLink id={out ? (attacked ?? link.to) : link.from} />
    </div>
  )
}

function ClaimLink({ id }: { id: string }) {
  const statement = statementOf(id)
  if (statement === '') return null
  return (
    <button type="button" class="claim-link" onClick={() => select(id)}>
      {statement}
    </button>
  )
}

function statementOf(id: string): string {
  return index.value.claims.get(id)?.statement ?? debate.value?.issues.find((issue) => issue.id === id)?.question ?? ''
}
