/** The debate in a few sentences, each with the claims it rests on. */
import { debate } from '../state/debate.ts'
import { select } from '../state/view.ts'
import { words } from '../text/index.ts'

/** Claims referred to after one sentence. */
const REFERENCES = 5

export function SummaryList() {
  const { coverage } = words.value
  const sentences = debate.value?.summary.sentences ?? []
  return (
    <dl class="summary">
      {sentences.map((sentence, at) => (
        <div key={`${sentence.part} ${sentence.text}`}>
          {sentence.part !== sentences[at - 1]?.part && <dt>{coverage.parts[sentence.part]}</dt>}
          <dd>
            {sentence.text}{' '}
            {sentence.claims.slice(0, REFERENCES).map((id, number) => (
              <button
                key={id}
                type="button"
                class="ref"
                aria-label={coverage.restsOn(number + 1)}
                onClick={() => select(id, { view: 'map' }, 'push')}
              >
                {number + 1}
              </button>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
