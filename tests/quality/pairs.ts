/** What an analyser says of the pairs of a corpus, in the scorer's form; which question it is asked is told by the labels. */
import type { Debate, Link } from '../../shared/debate.ts'
import type { EvidenceType } from '../../shared/findings.ts'
import type { Asking } from '../../server/analysers/index.ts'
import { foldPosts } from '../../server/repeats/posts.ts'
import { type PairRecord, threadOf } from './corpora.ts'
import { debateOf, type Task } from './task.ts'

export interface PairPrediction {
  id: string
  label: string
  score?: number
  kind?: string
}

interface Question {
  /** The labels it is asked for; all of them must be among these. */
  labels: string[]
  ask(gold: PairRecord[], task: Task): Promise<PairPrediction[]>
}

const QUESTIONS: Question[] = [
  { labels: ['match', 'no-match'], ask: (gold, task) => alike(gold, task, 'match', 'no-match') },
  { labels: ['same', 'different'], ask: (gold, task) => alike(gold, task, 'same', 'different') },
  { labels: ['similar', 'not-similar'], ask: (gold, task) => alike(gold, task, 'similar', 'not-similar') },
  {
    labels: ['duplicate', 'partial', 'distinct'],
    ask: async (gold) => gold.map((pair) => ({ id: pair.id, label: repeatLabel(pair) })),
  },
  {
    labels: ['agree', 'disagree', 'neutral'],
    ask: (gold, task) =>
      each(gold, task, (debate) => ({
        label: { for: 'agree', against: 'disagree', none: 'neutral' }[standOf(debate)],
      })),
  },
  {
    labels: ['support', 'attack', 'none'],
    ask: (gold, task) =>
      each(gold, task, (debate) => ({ label: { for: 'support', against: 'attack', none: 'none' }[standOf(debate)] })),
  },
  {
    labels: ['support', 'refute'],
    ask: (gold, task) =>
      each(gold, task, (debate) => ({
        label: standOf(debate) === 'against' ? 'refute' : 'support',
        kind: kindOf(debate),
      })),
  },
  { labels: ['evidence', 'not-evidence'], ask: (gold, task) => each(gold, task, evidenceIn) },
]

/** Predictions for every pair. Throws where no question of ours fits the labels: nothing must score by being passed over. */
export async function predictPairs(corpus: string, gold: PairRecord[], task: Task): Promise<PairPrediction[]> {
  const labels = [...new Set(gold.map(({ label }) => label))]
  const question = QUESTIONS.find((one) => labels.every((label) => one.labels.includes(label)))
  if (question === undefined) throw new Error(`${corpus}: no analyser is asked for the labels ${labels.join(', ')}`)
  task.say(`${corpus}: ${gold.length} pairs`)
  return question.ask(gold, task)
}

/** How alike each pair is; the statements of one topic are one debate. Labelled by what the map would show as similar. */
async function alike(gold: PairRecord[], { parts }: Task, yes: string, no: string): Promise<PairPrediction[]> {
  const byTopic = new Map<string, PairRecord[]>()
  for (const pair of gold) byTopic.set(pair.topic, [...(byTopic.get(pair.topic) ?? []), pair])
  const scores = new Map<string, number>()
  for (const pairs of byTopic.values()) {
    const statements = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
    const likeness = await parts.analyser.same(pairs, { statements }, ASKING)
    pairs.forEach((pair, at) => scores.set(pair.id, likeness[at] ?? 0))
  }
  return gold.map(({ id }) => {
    const score = scores.get(id) ?? 0
    return { id, score, label: score >= parts.analyser.similarAt ? yes : no }
  })
}

const ASKING: Asking = {
  signal: new AbortController().signal,
  calls: { get: async () => null, put: async () => {} },
  afford: () => {},
  spent: () => {},
}

/** Each pair as a thread in which `b` answers `a`. */
function threadOfPair({ id, a, b }: PairRecord) {
  const post = (name: string, parentId: string | null, text: string) => ({
    id: name,
    author: name,
    parentId,
    kind: 'post' as const,
    text,
  })
  return threadOf({ id, title: '', posts: [post('a', null, a), post('b', 'a', b)] })
}

async function each(
  gold: PairRecord[],
  { parts }: Task,
  told: (debate: Debate) => Omit<PairPrediction, 'id'>,
): Promise<PairPrediction[]> {
  const found: PairPrediction[] = []
  for (const pair of gold) found.push({ id: pair.id, ...told(await debateOf(threadOfPair(pair), parts)) })
  return found
}

/** The side post `b` takes on post `a`: that of most of its links to it, else of what it is said to answer it with. */
function standOf({ claims, links, replies }: Debate): 'for' | 'against' | 'none' {
  const said = new Map(claims.map((claim) => [claim.id, new Set(claim.mentions.map(({ postId }) => postId))]))
  const byId = new Map(links.map((link) => [link.id, link]))
  const target = ({ type, to }: Link) => (type === 'undercuts' ? byId.get(to)?.from : to)
  const across = links.filter((link) => said.get(link.from)?.has('b') && said.get(target(link) ?? '')?.has('a'))
  const sides = [
    ...across.map(({ type }) => (type === 'supports' ? 1 : -1)),
    ...replies.map(({ attitude }) => ({ agrees: 1, disagrees: -1, unclear: 0 })[attitude]),
  ]
  const sum = sides.reduce<number>((so, side) => so + side, 0)
  return sum === 0 ? 'none' : sum > 0 ? 'for' : 'against'
}

/** Six types of evidence as the three kinds of a fact found on the web; numbers are what most of those bring. */
const KINDS: Record<EvidenceType, string> = {
  statistic: 'statistical',
  study: 'statistical',
  document: 'testimonial',
  expert: 'testimonial',
  example: 'anecdotal',
  experience: 'anecdotal',
}

function kindOf({ claims }: Debate): string {
  const type = claims.find((claim) => claim.evidenceType !== null && claim.mentions[0]?.postId === 'b')?.evidenceType
  return type == null ? 'statistical' : KINDS[type]
}

function evidenceIn({ claims }: Debate): Omit<PairPrediction, 'id'> {
  const found = claims.filter(
    ({ kind, mentions }) => kind === 'evidence' && mentions.some(({ postId }) => postId === 'b'),
  )
  const score = Math.max(0, ...found.map(({ confidence }) => confidence))
  return { label: found.length > 0 ? 'evidence' : 'not-evidence', score }
}

/** Repeated posts: each pair is a thread of two posts that is folded. */
function repeatLabel(pair: PairRecord): string {
  const thread = threadOfPair(pair)
  const [repeat] = foldPosts([{ ...thread, posts: thread.posts.map((post) => ({ ...post, parentId: null })) }])
  if (repeat === undefined) return 'distinct'
  return repeat.kind === 'partial' ? 'partial' : 'duplicate'
}
