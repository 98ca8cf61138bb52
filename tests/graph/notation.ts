/**
 * Small debates written so that a person can read them. One line a post or a relation:
 *
 * ```
 * title: [helmets: Helmets should be required]
 * 1 ann: [heads: They protect heads], says everyone.
 * 2 bob > 1: [heat/experience: Mine is too hot.]
 * heat rebuts helmets
 * risk undercuts heads helmets .7 connective
 * heat disagrees 1
 * 3 repeats 2 exact
 * for helmets
 * ```
 *
 * A word in brackets names what is said there: `[id: words]` a claim, `[id/type: words]` evidence, `[id?: …]` a question,
 * `[id~: …]` a concession. The same id twice is one claim said twice. `> 1` answers post 1, `-` in place of a name is a
 * post without one. The title belongs to post 1. Posts are a minute apart, in their order.
 */
import type { Debate, Provenance, Repeat } from '../../shared/debate.ts'
import type { ClaimGroup, EvidenceType, Findings, LinkType, Stance, Unit, UnitLink } from '../../shared/findings.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import type { Analyser, Asking, RelateAnswer, RelateQuestion } from '../../server/analysers/index.ts'
import { type Arranging, arrange } from '../../server/graph/arrange.ts'
import { relate } from '../../server/graph/relate.ts'
import { assess } from '../../server/graph/standing.ts'
import { plainProvenance } from '../fixtures/provenance.ts'

interface Sketch {
  threads: Thread[]
  groups: ClaimGroup[]
  findings: Findings
  repeats: Repeat[]
}

const SAID = /\[(\w+)(?:\/(\w+)|([?~]))?: ([^\]]+)\]/g
const POST = /^(\d+) (\S+?)(?: > (\d+))?: ?(.*)$/
const LINK =
  /^(\w+) (supports|rebuts|undercuts) (\w+)(?: ([a-z]\w*))??(?: (\.\d+))?(?: (connective|model|quote|reply|nearby|similar|title))?$/
const REPLY = /^(\w+) (agrees|disagrees|replies) (\d+)$/
const REPEAT = /^(\d+) repeats (\d+) (exact|near|partial|cross-post)$/
const SIDE = /^(for|against) (.+)$/

export function sketch(text: string): Sketch {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const title = lines.find((line) => line.startsWith('title: '))?.slice(7) ?? ''
  const posts: Post[] = []
  const units: Unit[] = []
  const named = new Map<string, Unit[]>()
  const findings: Findings = { units, links: [], replies: [], fates: [], dropped: [] }
  const repeats: Repeat[] = []
  const unit = (name: string): Unit => {
    const found = named.get(name)?.[0]
    if (found === undefined) throw new Error(`nothing is called ${name}`)
    return found
  }
  for (const line of lines) {
    const post = POST.exec(line)
    if (post !== null) {
      const [, number = '', author = '', parent, body = ''] = post
      const whole = posts.length === 0 && title !== '' ? `${title}\n${body}` : body
      const id = `p${number}`
      const heading = posts.length === 0 && title !== '' ? title.replaceAll(SAID, '$4').length : 0
      posts.push(
        postOf(id, author === '-' ? null : author, parent, whole.replaceAll(SAID, '$4'), heading, posts.length),
      )
      for (const [name, said] of unitsIn(id, whole)) {
        units.push(said)
        named.set(name, [...(named.get(name) ?? []), said])
      }
    }
  }
  for (const line of lines) {
    if (line.startsWith('title: ') || POST.test(line)) continue
    const link = LINK.exec(line)
    const reply = REPLY.exec(line)
    const repeat = REPEAT.exec(line)
    const side = SIDE.exec(line)
    if (repeat !== null) {
      const [, from, of, kind] = repeat
      repeats.push({ postId: `p${from}`, of: `p${of}`, kind: kind as Repeat['kind'], similarity: 1 })
    } else if (reply !== null) {
      const attitude = reply[2] === 'replies' ? 'unclear' : (reply[2] as 'agrees' | 'disagrees')
      const from = unit(reply[1] as string).id
      findings.replies.push({ from, toPost: `p${reply[3]}`, attitude, basis: 'reply', confidence: 0.6 })
    } else if (side !== null) {
      for (const name of side[2]?.split(' ') ?? [])
        for (const said of named.get(name) ?? []) said.stance = side[1] as Stance
    } else if (link !== null) {
      const [, from, type, to, step, confidence, basis] = link
      findings.links.push({
        from: unit(from as string).id,
        to: unit(to as string).id,
        step: step === undefined ? null : unit(step).id,
        type: type as LinkType,
        basis: (basis ?? 'model') as UnitLink['basis'],
        confidence: Number(confidence ?? 1),
        why: [],
      })
    } else throw new Error(`not understood: ${line}`)
  }
  for (const { id, text } of posts) {
    if (repeats.some((repeat) => repeat.postId === id && repeat.kind !== 'partial')) continue
    const fate = units.some((said) => said.postId === id) ? 'mapped' : 'no argument'
    findings.fates.push({ postId: id, fate, of: null, why: text === '' ? 'empty' : '', by: 'sketch' })
  }
  const groups = [...named].flatMap(([name, said]): ClaimGroup[] => {
    const [first] = said as [Unit]
    if (first.kind !== 'claim' && first.kind !== 'evidence') return []
    return [{ id: name, kind: first.kind, units: said }]
  })
  return { threads: [threadOf(title.replaceAll(SAID, '$4'), posts)], groups, findings, repeats }
}

function unitsIn(postId: string, text: string): [string, Unit][] {
  const found: [string, Unit][] = []
  let shift = 0
  for (const match of text.matchAll(SAID)) {
    const [whole, name = '', type, mark, words = ''] = match
    const start = (match.index ?? 0) - shift
    shift += whole.length - words.length
    found.push([
      name,
      {
        id: `${postId}.${start}`,
        postId,
        start,
        end: start + words.length,
        kind: mark === '?' ? 'question' : mark === '~' ? 'concession' : type === undefined ? 'claim' : 'evidence',
        statement: words,
        verbatim: true,
        evidenceType: (type as EvidenceType | undefined) ?? null,
        sourceUrl: null,
        stance: null,
        confidence: 0.9,
        why: [],
        saysMore: false,
      },
    ])
  }
  return found
}

function postOf(
  id: string,
  author: string | null,
  parent: string | undefined,
  text: string,
  heading: number,
  index: number,
): Post {
  return {
    id,
    parentId: parent === undefined ? null : `p${parent}`,
    parentVia: parent === undefined ? 'none' : 'platform',
    author,
    createdAt: new Date(Date.UTC(2025, 2, 1, 9, index)).toISOString(),
    score: null,
    text,
    heading,
    quotes: [],
    links: [],
    code: [],
    permalink: `https://forum.example/t/1#${id}`,
    kind: index === 0 ? 'opening' : 'reply',
    state: 'ok',
    stance: null,
    globalId: null,
  }
}

function threadOf(title: string, posts: Post[]): Thread {
  return {
    id: 't1',
    url: 'https://forum.example/t/1',
    platform: 'example',
    site: 'forum.example',
    title,
    language: 'en',
    readAt: '2025-03-02T00:00:00.000Z',
    article: null,
    posts,
    completeness: { expected: posts.length, got: posts.length, missing: [] },
    notices: [],
  }
}

export const PROVENANCE: Provenance = plainProvenance({
  prompts: { rules: '1' },
  startedAt: '2025-03-02T00:00:00.000Z',
})

/** An analyser that only relates, by the given rule; asked questions are kept. */
export function relating(
  rule: (question: RelateQuestion) => RelateAnswer[] = () => [],
): Analyser & { asked: RelateQuestion[][] } {
  const asked: RelateQuestion[][] = []
  return {
    name: 'embedded',
    model: null,
    prompts: {},
    batch: { posts: 20, characters: 10_000, atOnce: 1 },
    mergeAt: 1,
    similarAt: 1,
    asked,
    extract: () => Promise.reject(new Error('not asked here')),
    same: () => Promise.reject(new Error('not asked here')),
    summarise: () => Promise.reject(new Error('not asked here')),
    relate: (questions) => {
      asked.push(questions)
      return Promise.resolve(questions.flatMap(rule))
    },
  }
}

export function asking(): Asking {
  return {
    signal: new AbortController().signal,
    calls: { get: () => Promise.resolve(null), put: () => Promise.resolve() },
    afford: () => {},
    spent: () => {},
  }
}

/** The debate a sketch becomes when nothing is asked beyond it. */
export async function debateOf(text: string): Promise<Debate> {
  return assembled(sketch(text))
}

export async function assembled(
  parts: Sketch,
  more: Pick<Arranging, 'again' | 'clearest' | 'answers'> = {},
): Promise<Debate> {
  const { threads, groups, findings, repeats } = parts
  const { links, replies } = await relate(groups, findings, threads, relating(), asking(), undefined, repeats)
  const arranged = arrange({
    id: 'd1',
    title: threads[0]?.title ?? '',
    threads,
    repeats,
    groups,
    similar: [],
    findings,
    links,
    replies,
    provenance: PROVENANCE,
    ...more,
  })
  return assess(arranged)
}
