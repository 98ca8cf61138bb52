/** On paper: the summary, then the outline numbered 1, 1.1, 1.1.1, with the words it rests on as footnotes. Mounted only while printing. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { flushSync } from 'preact/compat'
import type { Claim } from '../../shared/debate.ts'
import { argument, debate, index, title } from '../state/debate.ts'
import { lacking } from '../state/lacking.ts'
import { exactTime, roughTime, words } from '../text/index.ts'
import { kindOf, marksOf } from './Glyph.tsx'
import { textOf } from './Outline.tsx'

/** Replies deeper than this are indented no further. */
const DEEPEST = 12

interface Line {
  id: string
  number: string
  depth: number
  /** Number of the footnote; 0 for issues. */
  note: number
}

export function PrintView() {
  const printing = useSignal(false)
  useEffect(() => {
    const stop = new AbortController()
    const show = (on: boolean) => (): void => {
      flushSync(() => {
        printing.value = on
      })
    }
    window.addEventListener('beforeprint', show(true), { signal: stop.signal })
    window.addEventListener('afterprint', show(false), { signal: stop.signal })
    return () => stop.abort()
  }, [])
  if (!printing.value || debate.value === null) return null
  const lines = numbered()
  return (
    <div class="print">
      <h1>{title.value}</h1>
      <p class="facts-line">{debate.value.threads.map((thread) => thread.url ?? thread.site).join(', ')}</p>
      <p class="facts-line">
        {[
          words.value.claims(argument.value.claims),
          words.value.posts(index.value.posts.size),
          words.value.people(index.value.people.size),
          debate.value.provenance.model === null
            ? words.value.frame.embedded
            : words.value.frame.by(debate.value.provenance.model),
        ].join(' · ')}
      </p>
      {lacking.value !== null && (
        <p class="facts-line">
          <b>{words.value.frame.lacking(lacking.value.got, lacking.value.expected)}</b>
        </p>
      )}
      <InShort numbers={new Map(lines.map((line) => [line.id, line.number]))} />
      {lines.map((line) => (
        <PrintLine key={line.id} line={line} />
      ))}
      <h2 class="on-a-new-page">{words.value.inspector.sources}</h2>
      <ol>
        {lines
          .filter((line) => line.note > 0)
          .map((line) => (
            <Footnote key={line.id} claim={index.value.claims.get(line.id)} />
          ))}
      </ol>
    </div>
  )
}

/** The summary, with the numbers of the claims each sentence rests on. */
function InShort({ numbers }: { numbers: Map<string, string> }) {
  const sentences = debate.value?.summary.sentences ?? []
  if (sentences.length === 0) return null
  const { coverage } = words.value
  return (
    <>
      <h2>{coverage.summary}</h2>
      {sentences.map(({ text, part, claims }, at) => (
        <p key={text}>
          {part !== sentences[at - 1]?.part && <b>{coverage.parts[part]}: </b>}
          {text} <small>{claims.flatMap((id) => numbers.get(id) ?? []).join(', ')}</small>
        </p>
      ))}
    </>
  )
}

function numbered(): Line[] {
  const lines: Line[] = []
  let notes = 0
  const visit = (id: string, number: string, depth: number): void => {
    const node = argument.value.nodes.get(id)
    if (node === undefined) return
    if (node.kind !== 'issue') notes += 1
    lines.push({ id, number, depth, note: node.kind === 'issue' ? 0 : notes })
    node.children.forEach((child, at) => visit(child, `${number}.${at + 1}`, depth + 1))
  }
  argument.value.roots.forEach((root, at) => visit(root, String(at + 1), 0))
  return lines
}

function PrintLine({ line }: { line: Line }) {
  const node = argument.value.nodes.get(line.id)
  if (node === undefined) return null
  const marks = marksOf(node.standing).filter((mark) => mark !== 'noEvidence')
  return (
    <p class={node.kind} style={{ marginLeft: `${Math.min(line.depth, DEEPEST) * 14}pt` }}>
      <b>{line.number}</b> {node.kind !== 'issue' && <em>{kindOf(node)}: </em>}
      {textOf(node)}
      {line.note > 0 && <sup>{line.note}</sup>}
      {marks.length > 0 && <small> {marks.map((mark) => words.value.marks[mark]).join(', ')}</small>}
    </p>
  )
}

function Footnote({ claim }: { claim: Claim | undefined }) {
  const { nobody, said, inspector, time } = words.value
  const mention = claim?.mentions[0]
  const placed = mention === undefined ? undefined : index.value.posts.get(mention.postId)
  if (claim === undefined || mention === undefined || placed === undefined) return <li />
  const { post, at } = placed
  const where = [
    post.author ?? nobody,
    inspector.post(at),
    ...(post.createdAt === null ? [] : [exactTime(post.createdAt)]),
    ...(post.createdAbout === undefined ? [] : [time.about(roughTime(post.createdAbout))]),
    ...(post.permalink === null ? [] : [post.permalink]),
  ]
  return (
    <li>
      “{post.text.slice(mention.start, mention.end)}” {where.join(', ')} · {said(claim.posts, claim.people)}
      {claim.sourceUrls.length > 0 && ` · ${inspector.links}: ${claim.sourceUrls.join(', ')}`}
    </li>
  )
}
