/** One question about the posts of a batch: what is shown with them, and what to do with an answer that one of them swayed. */
import type { Post } from '../../../shared/thread.ts'
import { mask } from '../../text/mask.ts'
import type { Asking, Batch } from '../index.ts'
import { setApart } from './apart.ts'
import { askItems, type Outcomes, type Round } from './items.ts'
import { languageName } from './language.ts'
import type { Memory } from './memory.ts'
import { forgedFrom, type Noted, readRound, type UnitRef } from './noted.ts'
import { ownText, postData } from './posts.ts'
import { inBrief } from './prompts.ts'
import { ANSWERS } from './shapes.ts'
import { speaksToReader } from './suspicion.ts'
import type { Tools } from './tools.ts'

/** A post with the batch it came in: the batch explains it. */
export interface Item {
  post: Post
  batch: Batch
  /** What is known of posts around it. */
  known: (post: Post) => Noted | undefined
  /** Whether others of its batch were read before: it came since. */
  late: boolean
}

/** Late posts of no more characters than this, as many as a batch holds, are asked about in brief. */
const LITTLE = 10_000
/** So are any that hold next to nothing. */
const NEXT_TO_NOTHING = 300
/** So are posts of a list, of which none answers or quotes another, where they are no longer than this on average. */
const REMARK = 150

/** Tokens of an answer: for the answer as a whole, for each post, for each character of its text. */
const ANSWER = { call: 40, post: 40, character: 1 / 12 }

/** Tokens an answer about these posts is expected to have. */
export function answerTokens(posts: Post[]): number {
  const characters = posts.reduce((sum, post) => sum + post.text.length, 0)
  return Math.ceil(ANSWER.call + ANSWER.post * posts.length + ANSWER.character * characters)
}
/** Others in whose mouths an answer puts the words of a text, from which it was not by oversight. */
const FORGED = 2
/** Times a question is asked anew without the texts that had swayed its answer. */
const MOST_ANEW = 3
/** Asks about posts until each has an answer or a reason; what is sound is remembered. */
export function askAbout(
  items: Item[],
  asking: Asking,
  tools: Tools,
  memory: Memory<Item, Noted>,
): Promise<Outcomes<Item, Noted>> {
  const swaying = new Set<string>()
  return askItems(items, async (some, faults) => {
    const round = await unswayed(some, faults, swaying, asking, tools)
    const sound = new Map([...round.done].filter(([item]) => !round.faulty.has(item)))
    await memory.keep(sound, asking)
    return round
  })
}

/**
 * Asks, and where the answer puts the words of one text into the mouths of several others, asks anew: that post alone, the
 * others without it. Nothing of the first answer is used: whatever made the model do so may have made it do more.
 * `swaying` collects the texts (of posts by id, `title`), which are kept from all further questions but their own.
 */
async function unswayed(
  items: Item[],
  faults: Map<Item, string>,
  swaying: Set<string>,
  asking: Asking,
  tools: Tools,
  times = 0,
): Promise<Round<Item, Noted>> {
  const { round, forged } = await ask(items, faults, swaying, asking, tools)
  const fresh = forged.filter((key) => !swaying.has(key))
  for (const key of fresh) swaying.add(key)
  if (swaying.has(TITLE)) await setApart([items[0]?.batch.title ?? ''], asking)
  for (const [item, record] of round.done)
    if (forged.includes(item.post.id)) round.done.set(item, { ...record, apart: true })
  if (fresh.length === 0 || times === MOST_ANEW || (items.length === 1 && fresh[0] === items[0]?.post.id)) return round
  const groups = [
    items.filter((item) => !swaying.has(item.post.id)),
    ...items.filter((item) => swaying.has(item.post.id)).map((item) => [item]),
  ].filter((group) => group.length > 0)
  const rounds = await Promise.all(
    groups.map(async (group) => unswayed(group, new Map(), swaying, asking, tools, times + 1)),
  )
  const done = new Map(rounds.flatMap((one) => [...one.done]))
  const marked = [...done].map(([item, one]): [Item, Noted] => [
    item,
    swaying.has(item.post.id) ? { ...one, apart: true } : one,
  ])
  return {
    done: new Map(marked),
    faulty: new Map(rounds.flatMap((one) => [...one.faulty])),
    failure: rounds.find((one) => one.failure !== null)?.failure ?? null,
  }
}

/** Names the title among the texts that may sway an answer. */
const TITLE = 'title'

async function ask(
  items: Item[],
  faults: Map<Item, string>,
  swaying: Set<string>,
  asking: Asking,
  tools: Tools,
): Promise<{ round: Round<Item, Noted>; forged: string[] }> {
  const posts = items.map((item) => item.post)
  const batches = [...new Set(items.map((item) => item.batch))]
  const around = batches.flatMap((batch) => [...batch.context, ...batch.posts]).filter((post) => !posts.includes(post))
  const { title, language } = (items[0] as Item).batch
  const kept = new Set(around.flatMap((post) => (swaying.has(post.id) ? [ownText(post)] : [])))
  if (swaying.has(TITLE)) kept.add(title)
  const unitsOf = (post: Post): KnownUnit[] => refsOf(post, items.map(({ known }) => known(post)).find(Boolean))
  const data = postData({
    title,
    asked: posts,
    around,
    known: (post) => unitsOf(post).map(({ statement }) => statement),
    withheld: (text) => speaksToReader(text) || kept.has(text),
  })
  const byId = new Map(items.map((item) => [data.idOf(item.post), item]))
  const answer = await tools.ask(
    {
      prompt: isLittle(items) ? inBrief(tools.prompts.extract) : tools.prompts.extract,
      about: posts.length,
      values: {
        language: languageName(tools.language ?? language),
        note: noteOf(byId, faults),
        data: data.json,
      },
      schema: ANSWERS.extract,
      expected: answerTokens(posts),
    },
    asking,
  )
  if ('failure' in answer) return { round: { done: new Map(), faulty: new Map(), failure: answer.failure }, forged: [] }
  const known = new Map(
    [...data.known].flatMap(([post, ids]) =>
      ids.map((id, at): [string, UnitRef] => [id, unitsOf(post)[at] as UnitRef]),
    ),
  )
  const sent = [...posts, ...data.context]
  const ids = new Map(sent.map((post) => [data.idOf(post), post]))
  const inView = new Set([...posts, ...data.known.keys()].map((post) => post.id))
  const judged = (post: Post): string[] =>
    [...new Set([post.parentId, ...post.quotes.map(({ of }) => of?.postId ?? null)])].flatMap((id) =>
      id !== null && id !== post.id && inView.has(id) ? [id] : [],
    )
  // A quote of what nobody said is the writer's own invention.
  const invented = (post: Post): string =>
    mask(
      post.text,
      post.quotes.filter(({ of }) => of !== null),
      '\u0000',
    )
  const texts = new Map(sent.map((post) => [post.id, invented(post)]))
  const forged = forgedFrom(answer.value, ids, texts.set(TITLE, title))
  return {
    round: readRound(answer.value, answer.cut, { items: byId, postOf: (item) => item.post, known, ids, judged }),
    forged: [...forged].flatMap(([key, others]) => (others.size >= Math.min(FORGED, items.length) ? [key] : [])),
  }
}

function isLittle(items: Item[]): boolean {
  const characters = items.reduce((sum, { post }) => sum + ownText(post).length, 0)
  return (
    characters <= NEXT_TO_NOTHING ||
    // What opens a discussion answers nothing; the examples are of answers.
    items.every(({ post }) => post.kind === 'opening') ||
    (characters <= LITTLE && items.every(({ late }) => late)) ||
    (characters <= REMARK * items.length &&
      items.every(({ post }) => post.parentId === null && post.quotes.length === 0))
  )
}

type KnownUnit = UnitRef & { statement: string }

/** What a post is known to put forward, as the ends of links. */
function refsOf(post: Post, noted: Noted | undefined): KnownUnit[] {
  return (noted?.apart === true ? [] : (noted?.units ?? [])).flatMap(({ quote, start, kind, statement }) =>
    start === null || (kind !== 'claim' && kind !== 'evidence')
      ? []
      : [{ postId: post.id, quote, start, kind, statement: statement === '' ? quote : statement }],
  )
}

function noteOf(items: Map<string, Item>, faults: Map<Item, string>): string {
  const lines = [...items].flatMap(([id, item]) => {
    const fault = faults.get(item)
    return fault === undefined ? [] : [`${id}: ${fault}`]
  })
  if (lines.length === 0) return ''
  return `Your last answer about these posts had faults; answer anew and correct them. ${lines.slice(0, 12).join('; ')}.`
}
