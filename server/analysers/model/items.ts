/**
 * Asks about many things in one request so that each of them ends with an answer or a reason: what comes back faulty is
 * asked once more, saying what was wrong; what then still fails is split in halves, down to one.
 */
import type { Failure } from './failures.ts'

/** What one request brought: answers by item, items whose answer was faulty and how, and the failure of the rest. */
export interface Round<Item, Out> {
  done: Map<Item, Out>
  /** An item may be done and faulty: then its answer is kept unless asking again brings a faultless one. */
  faulty: Map<Item, string>
  failure: Failure | null
}

export interface Outcomes<Item, Out> {
  done: Map<Item, Out>
  failed: Map<Item, Failure>
}

/** One request about some items; `faults` says what was wrong with the answer before, empty the first time. */
type AskRound<Item, Out> = (items: Item[], faults: Map<Item, string>) => Promise<Round<Item, Out>>

const NO_WORD: Failure = { kind: 'nonsense', why: 'the model answered about other posts, but not about this one' }

/** `smallest`: groups of so many items or fewer are not split any further, unless they were no larger to begin with. */
export async function askItems<Item, Out>(
  items: Item[],
  ask: AskRound<Item, Out>,
  smallest = 1,
): Promise<Outcomes<Item, Out>> {
  const outcomes: Outcomes<Item, Out> = { done: new Map(), failed: new Map() }
  if (items.length === 0) return outcomes
  const least = Math.min(smallest, Math.ceil(items.length / 2))
  const first = await ask(items, new Map())
  keep(outcomes, first)
  const rest = items.filter((item) => !first.done.has(item) || first.faulty.has(item))
  if (rest.length === 0) return outcomes
  if (first.failure !== null && first.failure.kind !== 'nonsense') {
    const open = rest.filter((item) => !first.done.has(item))
    await afterFailure(open, first.failure, open.length < items.length, outcomes, ask, least)
    return outcomes
  }
  await repair(rest, first, outcomes, ask, least)
  return outcomes
}

async function repair<Item, Out>(
  rest: Item[],
  first: Round<Item, Out>,
  outcomes: Outcomes<Item, Out>,
  ask: AskRound<Item, Out>,
  least: number,
): Promise<void> {
  const why = first.failure?.why ?? 'it was left out'
  const second = await ask(rest, new Map(rest.map((item) => [item, first.faulty.get(item) ?? why])))
  for (const [item, out] of second.done) {
    if (!outcomes.done.has(item) || !second.faulty.has(item)) outcomes.done.set(item, out)
  }
  const open = rest.filter((item) => !outcomes.done.has(item))
  if (open.length > 0) await afterFailure(open, second.failure ?? NO_WORD, false, outcomes, ask, least)
}

/** Goes on with items that got no answer: splits them where that may help, else records the failure. */
async function afterFailure<Item, Out>(
  open: Item[],
  failure: Failure,
  progressed: boolean,
  outcomes: Outcomes<Item, Out>,
  ask: AskRound<Item, Out>,
  least: number,
): Promise<void> {
  const hopeless = failure.kind === 'unavailable' || (open.length <= least && !progressed)
  if (hopeless) return fail(open, failure, outcomes)
  const parts = progressed ? [open] : halves(open)
  const rounds = await Promise.all(parts.map(async (part) => ({ part, round: await ask(part, new Map()) })))
  for (const { round } of rounds) keep(outcomes, round)
  const left = rounds
    .map(({ part, round }) => ({
      part: part.filter((item) => !round.done.has(item)),
      failure: round.failure ?? NO_WORD,
      progressed: round.done.size > 0,
    }))
    .filter(({ part }) => part.length > 0)
  // A fault that no half is free of lies with the service, not with a post: splitting further would only cost.
  const everywhere = left.length === 2 && left.every((one) => !one.progressed && isGeneral(one.failure))
  if (everywhere) {
    for (const one of left) fail(one.part, one.failure, outcomes)
    return
  }
  await Promise.all(
    left.map(async (one) => {
      const goesOn = one.progressed && one.failure.kind === 'cut'
      await afterFailure(one.part, one.failure, goesOn, outcomes, ask, least)
    }),
  )
}

function isGeneral(failure: Failure): boolean {
  return failure.kind === 'nonsense' || failure.kind === 'timeout'
}

function halves<Item>(items: Item[]): Item[][] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0)
}

function keep<Item, Out>(outcomes: Outcomes<Item, Out>, round: Round<Item, Out>): void {
  for (const [item, out] of round.done) outcomes.done.set(item, out)
}

function fail<Item, Out>(items: Item[], failure: Failure, outcomes: Outcomes<Item, Out>): void {
  for (const item of items) outcomes.failed.set(item, failure)
}
