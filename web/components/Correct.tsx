/** Correcting a claim: its sentence, kind and relation, what it is the same as, whether it is shown at all. */
import { useSignal } from '@preact/signals'
import type { Claim, Mention } from '../../shared/debate.ts'
import type { EvidenceType, LinkType } from '../../shared/findings.ts'
import type { ArgumentNode } from '../graph/argument.ts'
import { EVIDENCE_TYPES } from '../graph/types.ts'
import { correct, picking, refOf, relinked, withType } from '../state/corrections.ts'
import { change } from '../state/route.ts'
import { phone } from '../state/screen.ts'
import { prefer, settings } from '../state/settings.ts'
import { announcement, moveTo, stopPicking } from '../state/view.ts'
import { words } from '../text/index.ts'
import { stay, toClaims } from './focus.ts'
import { Icon } from './Icon.tsx'

export function Correct({ claim, node }: { claim: Claim; node: ArgumentNode }) {
  const open = useSignal(false)
  const { correct: text } = words.value
  return (
    <>
      <button type="button" class="button small" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
        <Icon name="pen" />
        {text.correct}
      </button>
      {open.value && (
        <div class="correct">
          {/* A sentence that came from elsewhere, by undo say, replaces what was being written. */}
          <Restate key={claim.statement} claim={claim} />
          <Kind claim={claim} />
          {node.link !== null && <Relation claim={claim} type={node.link.type} />}
          <div class="correct-row">
            <button type="button" class="button small" onClick={() => startPicking(claim.id, 'merge')}>
              {text.merge}
            </button>
            <button type="button" class="button small" onClick={() => startPicking(claim.id, 'supports')}>
              {text.linkSupports}
            </button>
            <button type="button" class="button small" onClick={() => startPicking(claim.id, 'rebuts')}>
              {text.linkRebuts}
            </button>
            <button type="button" class="button small" onClick={() => void hide(claim.id, node.parent)}>
              {text.hide}
            </button>
          </div>
          <div class="correct-row">
            <label>
              {text.name}
              <input
                class="field"
                maxLength={200}
                autocomplete="name"
                value={settings.value.name}
                onInput={(event) => prefer({ name: event.currentTarget.value })}
              />
            </label>
          </div>
        </div>
      )}
    </>
  )
}

/** Of a claim that is gone, the one above it is what is left to look at. */
async function hide(claim: string, above: string | null): Promise<void> {
  const made = await correct({ kind: 'hide', claim: refOf(claim) })
  if (made && above !== null) moveTo(above)
  stay(made)
}

/** The next claim pressed, or entered by keys, is the answer: the focus goes to where one is chosen. */
function startPicking(claim: string, as: 'merge' | 'supports' | 'rebuts'): void {
  const { correct: text } = words.value
  picking.value = { claim, as }
  // A phone shows one view at a time, and here no other claim.
  if (phone.value) change({ view: 'outline' }, 'push')
  announcement.value = `${text.pick[as]} ${text.pickHow}`
  toClaims()
}

function Restate({ claim }: { claim: Claim }) {
  const sentence = useSignal(claim.statement)
  const { correct: text } = words.value
  const changed = sentence.value.trim() !== '' && sentence.value.trim() !== claim.statement
  return (
    <form
      class="correct-row"
      onSubmit={(event) => {
        event.preventDefault()
        if (!changed) return
        void correct({ kind: 'restate', claim: refOf(claim.id), statement: sentence.value.trim() }).then(stay)
      }}
    >
      <label>
        {text.sentence}
        <textarea
          class="field"
          rows={3}
          maxLength={1000}
          value={sentence.value}
          onInput={(event) => (sentence.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button small" disabled={!changed}>
        {text.save}
      </button>
    </form>
  )
}

function Kind({ claim }: { claim: Claim }) {
  const { correct: text, evidence } = words.value
  const retype = (chosen: string): void => {
    const type = EVIDENCE_TYPES.find((known): known is EvidenceType => known === chosen) ?? null
    void correct({
      kind: 'retype',
      claim: refOf(claim.id),
      to: type === null ? 'claim' : 'evidence',
      evidenceType: type,
    })
  }
  return (
    <label class="correct-row">
      {text.kind}
      <select value={claim.evidenceType ?? 'claim'} onChange={(event) => retype(event.currentTarget.value)}>
        <option value="claim">{text.claim}</option>
        {EVIDENCE_TYPES.map((type) => (
          <option key={type} value={type}>
            {evidence[type]}
          </option>
        ))}
      </select>
    </label>
  )
}

function Relation({ claim, type }: { claim: Claim; type: LinkType }) {
  const { correct: text, relations } = words.value
  const choose = (chosen: string): void => {
    const to =
      chosen === 'none' ? relinked(claim.id, null) : withType(claim.id, chosen === 'rebuts' ? 'rebuts' : 'supports')
    // Without a link there is nothing left to choose here.
    if (to !== null) void correct(to).then((made) => stay(made && chosen === 'none'))
  }
  return (
    <label class="correct-row">
      {text.relation}
      <select value={type} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="supports">{relations.supports}</option>
        <option value="rebuts">{relations.rebuts}</option>
        {type === 'undercuts' && <option value="undercuts">{relations.undercuts}</option>}
        <option value="none">{text.noLink}</option>
      </select>
    </label>
  )
}

/** "Not the same?" beside a mention: makes it a claim of its own. */
export function SplitOff({ claim, mention, where }: { claim: Claim; mention: Mention; where: string }) {
  const { postId, start, end } = mention
  const { correct: text } = words.value
  const mentions = [{ postId, start, end }]
  return (
    <button
      type="button"
      class="claim-link small-link"
      aria-label={`${text.split}: ${where}`}
      onClick={() => void correct({ kind: 'split', claim: refOf(claim.id), mentions, statement: null }).then(stay)}
    >
      {text.split}
    </button>
  )
}

/** Says what the next claim chosen will be used for. */
export function PickBar() {
  const now = picking.value
  const { correct: text, close } = words.value
  if (now === null) return null
  return (
    <section class="pick-bar" aria-label={text.pick[now.as]}>
      <span>
        {text.pick[now.as]} <small>{text.pickHow}</small>
      </span>
      <button type="button" class="button small" onClick={stopPicking}>
        {close}
      </button>
    </section>
  )
}
