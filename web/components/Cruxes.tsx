/** The claims that move a main point most: how it would stand were they accepted or rejected. */
import { DECISIVE, moved, movedSteps } from '../../shared/crux.ts'
import type { Crux } from '../../shared/debate.ts'
import { debate, index } from '../state/debate.ts'
import { select } from '../state/view.ts'
import { words } from '../text/index.ts'

/** Cruxes listed of the whole debate: those that people took up, and those that nobody did. */
const LISTED = { takenUp: 5, untouched: 2 }

export function Cruxes() {
  const cruxes = debate.value?.cruxes ?? []
  const [first] = cruxes
  const { inspector } = words.value
  if (first === undefined)
    return (
      <section class="cruxes">
        <h3>{inspector.cruxes}</h3>
        <p class="muted">{inspector.noCruxes}</p>
      </section>
    )
  const untouched = cruxes.filter((crux) => crux.untouched === true).slice(0, LISTED.untouched)
  return (
    <section class="cruxes">
      <h3>{inspector.cruxes}</h3>
      <p class="muted">{moved(first) < DECISIVE ? inspector.noneDecides : inspector.someDecide}</p>
      <List cruxes={cruxes.filter((crux) => crux.untouched !== true).slice(0, LISTED.takenUp)} />
      {untouched.length > 0 && <h4>{inspector.untouched}</h4>}
      <List cruxes={untouched} />
    </section>
  )
}

function List({ cruxes }: { cruxes: Crux[] }) {
  return (
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
  )
}

/** What a claim is as a crux of main points, in a sentence; with what it does to each. */
export function CruxOf({ claimId }: { claimId: string }) {
  const cruxes = (debate.value?.cruxes ?? []).filter((crux) => crux.claimId === claimId)
  const [first] = cruxes
  if (first === undefined) return null
  const { inspector } = words.value
  return (
    <>
      <p>
        {moved(first) < DECISIVE ? inspector.cruxSlight : inspector.crux}
        {cruxes.every((crux) => crux.untouched === true) && ` ${inspector.cruxUntouched}`}
      </p>
      {cruxes.map((crux) => (
        <CruxLine key={crux.positionId} crux={crux} />
      ))}
    </>
  )
}

/** How strong the main point is now and would be, as figures and as bars. */
function CruxLine({ crux }: { crux: Crux }) {
  const { inspector } = words.value
  const position = index.value.claims.get(crux.positionId)?.statement ?? ''
  return (
    <div class="crux">
      <p class="muted">{inspector.cruxOf(position, movedSteps(crux))}</p>
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
