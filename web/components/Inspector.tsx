/** The claim in hand: what it says, who said it where in which words, what answers it, how all that is known. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { copiesByPost, copiesOf } from '../../shared/copies.ts'
import type { Claim } from '../../shared/debate.ts'
import type { ArgumentNode } from '../graph/argument.ts'
import { ALONE, pathTo } from '../graph/argument.ts'
import { argument, debate, index } from '../state/debate.ts'
import { claim, focusOn, isMainPoint, passing, select, selected } from '../state/view.ts'
import { words } from '../text/index.ts'
import { About } from './About.tsx'
import { Correct } from './Correct.tsx'
import { Cruxes } from './Cruxes.tsx'
import { Face } from './Face.tsx'
import { Balance, Glyph, Mark, marksOf } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { here } from './links.ts'
import { textOf } from './Outline.tsx'
import { ReplyList } from './ReplyList.tsx'
import { SourceChecks } from './SourceChecks.tsx'
import { SourceList } from './SourceList.tsx'
import { Strip } from './Strip.tsx'
import { SummaryList } from './SummaryList.tsx'

const TABS = ['sources', 'replies', 'evidence', 'about'] as const
type Tab = (typeof TABS)[number]

export function Inspector() {
  const { inspector } = words.value
  const node = selected.value === null ? undefined : argument.value.nodes.get(selected.value)
  return (
    <aside class="inspector" id="inspector" aria-label={inspector.label} tabIndex={-1}>
      <Strip />
      {node === undefined ? (
        <p class="inspector-none">{inspector.none}</p>
      ) : (
        <div key={node.id} class="inspector-body">
          <Crumbs node={node} />
          {claim.value === null ? <IssueHead node={node} /> : <ClaimHead node={node} claim={claim.value} />}
          <Parts node={node} claim={claim.value} />
        </div>
      )}
    </aside>
  )
}

function Crumbs({ node }: { node: ArgumentNode }) {
  const { inspector } = words.value
  const path = pathTo(argument.value, node.id)
  const parent = path.at(-1)
  const siblings = parent === undefined ? [] : (argument.value.nodes.get(parent)?.children ?? [])
  return (
    <nav class="crumbs" aria-label={inspector.path}>
      {path.slice(-3).map((id) => {
        const above = argument.value.nodes.get(id) as ArgumentNode
        return (
          <span key={id}>
            <button type="button" onClick={() => select(id)} title={textOf(above)}>
              {above.kind === 'issue' ? inspector.issue : above.headline}
            </button>
            <Icon name="chevron" />
          </span>
        )
      })}
      {isMainPoint(node.id) && <span>{inspector.mainPoint(siblings.indexOf(node.id) + 1, siblings.length)}</span>}
    </nav>
  )
}

function IssueHead({ node }: { node: ArgumentNode }) {
  const { inspector, claims, mainPoints } = words.value
  return (
    <div class="claim-head">
      <p class="kind issue">
        <Glyph node={node} />
        {inspector.issue}
      </p>
      <h2>{textOf(node)}</h2>
      <p class="said">
        {mainPoints(node.children.length)}, {claims(node.size)}
      </p>
      <BalanceWithWords node={node} />
      {node.id !== ALONE && <SummaryList />}
      {node.id !== ALONE && <Cruxes />}
    </div>
  )
}

function ClaimHead({ node, claim: of }: { node: ArgumentNode; claim: Claim }) {
  const { inspector, said, evidence, evidenceUntyped, filters, map } = words.value
  const speakers = [...new Set(of.mentions.map((mention) => mention.personId))]
  const copies = copiesOf(of, copiesByPost(debate.value?.repeats ?? []))
  return (
    <div class="claim-head">
      <p class={`kind ${node.tone}`}>
        <Glyph node={node} />
        <span>
          {of.kind === 'evidence'
            ? of.evidenceType === null
              ? evidenceUntyped
              : evidence[of.evidenceType]
            : inspector.kinds[node.relation]}
        </span>
        <span class="marks">
          {of.kind === 'claim' && marksOf(of.standing).map((mark) => <Mark key={mark} name={mark} />)}
        </span>
      </p>
      <h2>{of.statement}</h2>
      <p class="said">
        <Faces people={speakers} />
        <span>
          {said(of.posts, of.people)}
          {copies > 0 && `, ${inspector.ofThemCopies(copies)}`}
        </span>
      </p>
      {passing.value?.passing.has(of.id) === false && <p class="outside">{filters.outside}</p>}
      <BalanceWithWords node={node} />
      <div class="claim-actions">
        {node.children.length > 0 && (
          <button type="button" class="button small" onClick={() => focusOn(node.id)}>
            <Icon name="branch" />
            {map.focus}
          </button>
        )}
        {node.children.length > 0 && (
          <a class="button small" href={here({ view: 'export', focus: node.id })}>
            <Icon name="export" />
            {map.exportBranch}
          </a>
        )}
        <Correct key={of.id} claim={of} node={node} />
      </div>
    </div>
  )
}

const FACES = 3

function Faces({ people }: { people: string[] }) {
  const names = people.map((id) => index.value.people.get(id)?.name ?? null)
  return (
    <span class="faces" aria-hidden="true">
      {names.slice(0, FACES).map((name, at) => (
        <Face key={at} name={name} />
      ))}
      {names.length > FACES && <span class="face-of">+{names.length - FACES}</span>}
    </span>
  )
}

/** How many of which kind answer a node, as a bar and in words. */
export function BalanceWithWords({ node }: { node: ArgumentNode }) {
  const { inspector } = words.value
  const { supports, rebuts, undercuts, evidence, answers } = node.count
  if (supports + rebuts + undercuts + evidence + answers === 0) return null
  return (
    <div class="balance-box">
      <Balance supports={supports} rebuts={rebuts} undercuts={undercuts} />
      <p>
        {supports > 0 && <Count tone="support" text={inspector.supporting(supports)} />}
        {rebuts > 0 && <Count tone="rebut" text={inspector.rebutting(rebuts)} />}
        {undercuts > 0 && <Count tone="undercut" text={inspector.undercutting(undercuts)} />}
        {evidence > 0 && <Count tone="evidence" text={inspector.evidenceCount(evidence)} />}
        {answers > 0 && <Count tone="neutral" text={inspector.answering(answers)} />}
      </p>
    </div>
  )
}

function Count({ tone, text }: { tone: ArgumentNode['tone']; text: string }) {
  return (
    <span>
      <Glyph node={{ tone, evidenceType: null, relation: 'answers' }} />
      {text}
    </span>
  )
}

function Parts({ node, claim: of }: { node: ArgumentNode; claim: Claim | null }) {
  const tab = useSignal<Tab>(of === null ? 'replies' : 'sources')
  const { inspector, n } = words.value
  const replies = node.children.filter((id) => argument.value.nodes.get(id)?.kind === 'claim')
  const evidence = node.children.filter((id) => argument.value.nodes.get(id)?.kind === 'evidence')
  const sizes: Record<Tab, number | null> = {
    sources: of?.mentions.length ?? 0,
    replies: replies.length,
    evidence: evidence.length,
    about: null,
  }
  const tabs = of === null ? TABS.slice(1, 3) : TABS
  useEffect(() => {
    if (of === null && tab.value === 'sources') tab.value = 'replies'
  }, [of])
  return (
    <>
      <div class="tabs" role="tablist" aria-label={inspector.label}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`part-${name}`}
            aria-selected={tab.value === name}
            aria-controls="part"
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => (tab.value = name)}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
              if (step === 0) return
              tab.value = tabs[(tabs.indexOf(name) + step + tabs.length) % tabs.length] as Tab
              document.getElementById(`part-${tab.value}`)?.focus()
            }}
          >
            {inspector[name]} {sizes[name] !== null && <b>{n(sizes[name])}</b>}
          </button>
        ))}
      </div>
      <div class="part" id="part" role="tabpanel" aria-labelledby={`part-${tab.value}`}>
        {tab.value === 'sources' && of !== null && <SourceList claim={of} />}
        {tab.value === 'replies' && <ReplyList ids={replies} none={inspector.noReplies} />}
        {tab.value === 'evidence' && (
          <ReplyList
            ids={evidence}
            none={of?.kind === 'evidence' && of.sourceUrls.length > 0 ? '' : inspector.noEvidence}
          />
        )}
        {tab.value === 'evidence' && <SourceChecks claims={of === null ? evidence : [of.id, ...evidence]} />}
        {tab.value === 'about' && of !== null && debate.value !== null && <About claim={of} node={node} />}
        {tab.value === 'sources' && of !== null && node.kind === 'claim' && replies.length > 0 && (
          <p class="part-more phone-only">
            <a href={here({ view: 'outline' })}>{words.value.frame.outline}</a>
          </p>
        )}
      </div>
    </>
  )
}
