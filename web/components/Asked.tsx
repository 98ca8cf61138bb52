/** What a model was asked and what it cost: question by question, and request by request. */
import { useSignal } from '@preact/signals'
import type { Call } from '../../shared/debate.ts'
import { debate } from '../state/debate.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'

const QUESTIONS: readonly Call['question'][] = ['extract', 'same', 'relate', 'issues', 'summarise']

/** Requests listed until more are asked for. */
const PAGE = 50

export function Asked() {
  const calls = debate.value?.provenance.asked ?? []
  if (calls.length === 0) return null
  const { asked: text } = words.value.coverage
  const rows = QUESTIONS.flatMap((question) => {
    const some = calls.filter((call) => call.question === question)
    return some.length === 0 ? [] : [{ name: text.questions[question], calls: some }]
  })
  return (
    <>
      <h3 id="asked">{text.title}</h3>
      <div class="table-scroll" tabIndex={0} role="region" aria-labelledby="asked">
        <table class="calls">
          <Head columns={[text.requests, text.fromMemory, text.about, text.read, text.written, text.cost, text.each]} />
          <tbody>
            {rows.map((row) => (
              <Sum key={row.name} {...row} />
            ))}
          </tbody>
          <tfoot>
            <Sum name={text.total} calls={calls} />
          </tfoot>
        </table>
      </div>
      <Unanswered calls={calls} />
      <EachCall calls={calls} />
    </>
  )
}

/** What the sums do not hold: requests without an answer, and what they may have cost. */
function Unanswered({ calls }: { calls: Call[] }) {
  const { asked: text } = words.value.coverage
  const failed = calls.filter((call) => call.failed !== undefined).length
  const mayCost = calls.reduce((sum, call) => sum + (call.mayCost ?? 0), 0)
  if (failed === 0 && mayCost === 0) return null
  return (
    <p class="muted">
      {failed > 0 && text.unanswered(failed)} {mayCost > 0 && text.mayCost(text.dollars(mayCost))}
    </p>
  )
}

function Head({ columns }: { columns: string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{words.value.coverage.asked.question}</th>
        {columns.map((column) => (
          <th key={column} scope="col" class="number">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Calls together; the time is that of one request, as several are under way at once. */
function Sum({ name, calls }: { name: string; calls: Call[] }) {
  const { n, coverage } = words.value
  const sum = (of: (call: Call) => number): number => calls.reduce((total, call) => total + of(call), 0)
  const sent = calls.filter((call) => !call.cached).length
  return (
    <Row
      name={name}
      values={[
        n(sent),
        n(calls.length - sent),
        n(sum((call) => call.about)),
        n(sum((call) => call.inputTokens)),
        n(sum((call) => call.outputTokens)),
        price(calls.some((call) => call.cost === null) ? null : sum((call) => call.cost ?? 0)),
        sent === 0 ? '' : coverage.took(sum((call) => call.took) / sent),
      ]}
    />
  )
}

function EachCall({ calls }: { calls: Call[] }) {
  const listed = useSignal(PAGE)
  const { coverage, map } = words.value
  const { asked: text } = coverage
  return (
    <details class="each-call">
      <summary id="each-call">{text.everyRequest}</summary>
      <div class="table-scroll" tabIndex={0} role="region" aria-labelledby="each-call">
        <table class="calls">
          <Head
            columns={[text.about, text.read, text.readAgain, text.written, text.cost, text.time, text.tries, text.form]}
          />
          <tbody>
            {calls.slice(0, listed.value).map((call, at) => (
              <OneCall key={at} call={call} />
            ))}
          </tbody>
        </table>
      </div>
      {calls.length > listed.value && (
        <button type="button" class="button" onClick={() => (listed.value += 4 * PAGE)}>
          {map.showMore(calls.length - listed.value)}
        </button>
      )}
    </details>
  )
}

function OneCall({ call }: { call: Call }) {
  const { n, coverage } = words.value
  const { asked: text } = coverage
  const name = text.questions[call.question]
  if (call.cached) return <Row name={name} values={[n(call.about), '', '', '', text.free, '', '', text.fromMemory]} />
  if (call.failed !== undefined) return <FailedCall call={call} failed={call.failed} />
  return (
    <Row
      name={name}
      values={[
        n(call.about),
        n(call.inputTokens),
        n(call.cacheReadTokens),
        n(call.outputTokens),
        price(call.cost),
        coverage.took(call.took),
        n(call.tries),
        call.rung === null ? '' : text.forms[call.rung],
      ]}
    />
  )
}

/** Where others tell tokens and price, why there are none. */
function FailedCall({ call, failed }: { call: Call; failed: string }) {
  const { n, coverage } = words.value
  const { asked: text } = coverage
  const perhaps = call.mayCost == null ? '' : `; ${text.perhaps(text.dollars(call.mayCost))}`
  return (
    <tr>
      <th scope="row">{text.questions[call.question]}</th>
      <td class="number">{n(call.about)}</td>
      <td class="no-answer" colSpan={4}>
        {text.noAnswer(told(failed))}
        {perhaps}
      </td>
      <td class="number">{coverage.took(call.took)}</td>
      <td class="number">{n(call.tries)}</td>
      <td class="number">–</td>
    </tr>
  )
}

function Row({ name, values }: { name: string; values: string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, at) => (
        <td key={at} class="number">
          {value}
        </td>
      ))}
    </tr>
  )
}

function price(dollars: number | null): string {
  const { asked: text } = words.value.coverage
  if (dollars === null) return text.unknown
  return dollars === 0 ? text.free : text.dollars(dollars)
}
