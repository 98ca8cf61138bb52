/** The claims on which most hangs: how a main point would stand were they accepted or rejected. */
import type { Crux } from '../../shared/debate.ts'
import { debate, index } from '../state/debate.ts'
import { select } from '../state/view.ts'
import { words } from '../text/index.ts'

/** Cruxes listed of the whole debate. */
const LISTED = 5

export function Cruxes() {
  const cruxes = (debate.value?.cruxes ?? []).slice(0, LISTED)
  if (cruxes.length === 0) return null
  const { inspector } = words.value
  return (
    <section class="cruxes">
      <h3>{inspector.cruxes}</h3>
      <ul>
        {cruxes.map((crux) => (
          <li key={`${crux.claimId}${crux.positionId}`}>
            <button type="button" class="claim-link" onClick={() => select(crux.claimId)}>
              {index.value.claims.get(crux.claimId)?.statement}
            </button>
            <CruxLine crux={crux} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How strong the main point is now and would be, as figures and as bars. */
export function CruxLine({ crux }: { crux: Crux }) {
  const { inspector } = words.value
  const position = index.value.claims.get(crux.positionId)?.statement ?? ''
  return (
    <div class="crux">
      <p class="muted">{inspector.cruxOf(position)}</p>
      <dl>
        <Strength label={inspector.now} value={crux.before} />
        <Strength label={inspector.ifAccepted} value={crux.ifAccepted} />
        <Strength label={inspector.ifRejected} value={crux.ifRejected} />
      </dl>
    </div>
  )
}

function Strength({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <i class="meter" aria-hidden="true">
          <i style={{ width: `${value * 100}%` }} />
        </i>
        {Math.round(value * 100)}
      </dd>
    </div>
  )
}
