/** What folding, following quotes and finding candidates cost and find. */
import { atOdds } from '../../server/text/at-odds.ts'
import { senses } from '../../server/text/sense.ts'
import { wording } from '../../server/text/other-words.ts'
import { ContentStems } from '../../server/text/content-stems.ts'
import { eachWord, normalised, Vocabulary } from '../../server/text/compared.ts'
import { common, jaccard } from '../../server/text/overlap.ts'
import { RarestIndex } from '../../server/text/rarest.ts'
import { shingles } from '../../server/text/shingles.ts'
import { candidatePairs, KEPT } from '../../server/repeats/candidates.ts'
import { ALIKE, CANDIDATES, foldPosts } from '../../server/repeats/posts.ts'
import { resolveQuotes } from '../../server/repeats/quotes.ts'
import { besideText, WHY_ABSENT } from '../beside.ts'
import type { Figure, Measured } from './figures.ts'
import { texts, threadOf } from './made-up.ts'
import { MinHashIndex } from './minhash.ts'

const TOKENS = 90
const LEAST = 0.8

/** Processor seconds, seconds on the clock and greatest memory of the process in megabytes, after doing something. */
function timed<T>(work: () => T): { value: T; cpu: number; clock: number; megabytes: number } {
  globalThis.gc?.()
  const [cpu, clock] = [process.cpuUsage(), performance.now()]
  const value = work()
  const used = process.cpuUsage(cpu)
  return {
    value,
    cpu: (used.user + used.system) / 1e6,
    clock: (performance.now() - clock) / 1e3,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

const round = (value: number, digits = 3): number => Number(value.toFixed(digits))

/** Throughput and growth of folding and of following quotes. */
function throughput() {
  foldPosts([threadOf(texts(2000, TOKENS, 9))])
  const rows = [10_000, 100_000].map((posts) => {
    const thread = threadOf(texts(posts, TOKENS))
    const folding = timed(() => foldPosts([thread]))
    const quoting = timed(() => resolveQuotes([thread]).length)
    return {
      posts,
      repeats: folding.value.length,
      foldCpuSeconds: round(folding.cpu, 2),
      foldClockSeconds: round(folding.clock, 2),
      foldPostsPerCpuSecond: Math.round(posts / folding.cpu),
      foldMegabytes: folding.megabytes,
      quotesCpuSeconds: round(quoting.cpu, 2),
      quotesMegabytes: quoting.megabytes,
    }
  })
  const [small, large] = rows as [(typeof rows)[0], (typeof rows)[0]]
  return { rows, growth: round(large.foldCpuSeconds / small.foldCpuSeconds, 1) }
}

/** Pairs with Jaccard at least `LEAST` among all pairs, against those the index and MinHash with banding bring together. */
function recall(posts: number) {
  const vocabulary = new Vocabulary()
  const all = texts(posts, TOKENS, 3)
  const sets = all.map((text) =>
    shingles(
      normalised(text)
        .split(' ')
        .map((word) => vocabulary.id(word)),
      2,
    ),
  )
  const truth = timed(() => bruteForce(sets))
  const index = new RarestIndex(sets, ALIKE, CANDIDATES)
  const exact = timed(() =>
    pairsBy(
      sets,
      (at) => index.candidates(at),
      (at) => index.add(at),
    ),
  )
  const hashed = new MinHashIndex(sets)
  const minhash = timed(() =>
    pairsBy(
      sets,
      (at) => hashed.candidates(at),
      (at) => hashed.add(at),
    ),
  )
  const folds = new Map(
    foldPosts([threadOf(all)])
      .filter((one) => one.kind !== 'partial')
      .map((one) => [one.postId, one.of]),
  )
  const late = new Set([...truth.value].map((pair) => Math.max(...pair.split(' ').map(Number))))
  const folded = [...late].filter((at) => folds.has(`p${at + 1}`)).length
  const wrong = [...folds].filter(([post, of]) => {
    const [a, b] = [sets[Number(post.slice(1)) - 1], sets[Number(of.slice(1)) - 1]] as [Uint32Array, Uint32Array]
    return common(a, b) / Math.max(a.length, b.length) < ALIKE
  }).length
  const against = (found: { value: Set<string>; cpu: number }) => {
    const right = [...found.value].filter((pair) => truth.value.has(pair)).length
    return {
      recall: round(right / truth.value.size, 4),
      precision: round(right / found.value.size, 4),
      cpuSeconds: round(found.cpu, 2),
    }
  }
  return {
    posts,
    pairs: truth.value.size,
    bruteForceCpuSeconds: round(truth.cpu, 1),
    index: against(exact),
    minhashWithBands: against(minhash),
    foldedOfPostsWithAnEarlierTwin: round(folded / late.size, 4),
    foldsBelowTheThreshold: wrong,
  }
}

function bruteForce(sets: readonly Uint32Array[]): Set<string> {
  const found = new Set<string>()
  for (let b = 0; b < sets.length; b++) {
    const second = sets[b] as Uint32Array
    for (let a = 0; a < b; a++) {
      const first = sets[a] as Uint32Array
      if (Math.min(first.length, second.length) < LEAST * Math.max(first.length, second.length)) continue
      if (jaccard(first, second) >= LEAST) found.add(`${a} ${b}`)
    }
  }
  return found
}

function pairsBy(
  sets: readonly Uint32Array[],
  candidates: (at: number) => number[],
  add: (at: number) => void,
): Set<string> {
  const found = new Set<string>()
  sets.forEach((set, b) => {
    for (const a of candidates(b)) if (jaccard(sets[a] as Uint32Array, set) >= LEAST) found.add(`${a} ${b}`)
    add(b)
  })
  return found
}

/**
 * Share of pairs that people called the same which are candidates, with all statements of a topic to choose from. A
 * statement lists `listedAtMost` others; a pair counts when either lists the other, so that a short statement which many
 * list has more `partnersEach` than it lists itself.
 */
function candidates() {
  return SAME.map(({ corpus, label, least }) => {
    const lines = besideText(`corpora/${corpus}.dev.jsonl`)
    if (lines === null) return { corpus, least, skipped: WHY_ABSENT }
    const records = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { a: string; b: string; label: string; topic: string })
      .filter(({ a, b }) => a !== b)
    const lower = lowerCase(records.flatMap(({ a, b }) => [a, b]))
    const sense = senses(lower, new ContentStems())
    const kept = (one: { a: string; b: string }): boolean => {
      const [a, b] = [sense(one.a), sense(one.b)]
      return atOdds(a, b) === null && (wording(a, b) ?? 'same') === 'same'
    }
    const positive = records.filter((one) => one.label === label)
    const negative = records.filter((one) => one.label !== label)
    const inTopics = recallAmong(records, label, (one) => one.topic)
    return {
      corpus,
      least,
      listedAtMost: KEPT.letters + KEPT.words + KEPT.general,
      pairs: positive.length,
      judgedPartners: recallAmong(records, label, (one) => one.topic, true).recall,
      topic: inTopics,
      wholeCorpusAsOneDebate: recallAmong(records, label, () => ''),
      sameButKeptApart: round(1 - positive.filter(kept).length / positive.length),
      differentAndKeptApart: round(1 - negative.filter(kept).length / negative.length),
    }
  })
}

/** The label of pairs that are the same, and the share of them that should be candidates. */
const SAME = [
  { corpus: 'argkp', label: 'match', least: 0.8 },
  { corpus: 'ukp-aspect', label: 'similar', least: 0.9 },
  { corpus: 'perspectrum', label: 'same', least: 0.9 },
]

interface Judged {
  a: string
  b: string
  label: string
  topic: string
}

/** `partnersOnly`: each first statement chooses among those it was judged against, not among all of the topic. */
function recallAmong(
  records: readonly Judged[],
  label: string,
  topicOf: (one: Judged) => string,
  partnersOnly = false,
) {
  const topics = new Map<string, Judged[]>()
  for (const one of records) {
    const topic = partnersOnly ? `${topicOf(one)}\n${one.a}` : topicOf(one)
    topics.set(topic, [...(topics.get(topic) ?? []), one])
  }
  let [there, found, pairs, statements] = [0, 0, 0, 0]
  for (const judged of topics.values()) {
    const all = [...new Set(judged.flatMap(({ a, b }) => [a, b]))]
    const number = new Map(all.map((text, at) => [text, at]))
    const kept = candidatePairs(all)
    const keys = new Set(kept.map(({ a, b }) => `${a} ${b}`))
    pairs += kept.length
    statements += all.length
    for (const one of judged) {
      if (one.label !== label) continue
      there++
      const [x, y] = [number.get(one.a) as number, number.get(one.b) as number].sort((p, q) => p - q)
      if (keys.has(`${x} ${y}`)) found++
    }
  }
  return {
    recall: round(found / there),
    statements,
    pairsEach: round(pairs / statements, 1),
    partnersEach: round((2 * pairs) / statements, 1),
  }
}

function lowerCase(all: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const text of all) {
    eachWord(text, (word, start) => {
      if (/^\p{Ll}/u.test(text.slice(start, start + 2))) found.add(word)
    })
  }
  return found
}

export function bench(): Measured {
  const [speed, found, chosen] = [throughput(), recall(20_000), candidates()]
  const rows = speed.rows.flatMap(({ posts, foldPostsPerCpuSecond, foldMegabytes, quotesCpuSeconds }): Figure[] => [
    {
      what: `folding ${posts} posts`,
      value: foldPostsPerCpuSecond,
      unit: 'posts a second of processor time',
      least: 10_000,
    },
    { what: `folding ${posts} posts, memory`, value: foldMegabytes, unit: 'MB', most: 1536 },
    { what: `following quotes of ${posts} posts`, value: quotesCpuSeconds, unit: 's' },
  ])
  const listed = chosen.flatMap(({ corpus, least, topic }): Figure[] =>
    topic === undefined
      ? []
      : [{ what: `same claims among candidates, ${corpus}`, value: topic.recall, unit: 'of all', least }],
  )
  const figures: Figure[] = [
    ...rows,
    ...listed,
    { what: 'growth from 10,000 to 100,000 posts', value: speed.growth, unit: 'times', most: 12 },
    { what: 'near repeats found', value: found.index.recall, unit: 'of all', least: 0.99 },
    { what: 'near repeats right', value: found.index.precision, unit: 'of those found', least: 1 },
  ]
  return { figures, details: { throughput: speed, recall: found, candidates: chosen } }
}
