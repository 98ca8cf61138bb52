/** What the posts of a batch put forward: asked in one request, remembered post by post. */
import type { Post } from '../../../shared/thread.ts'
import { locate } from '../../text/locate.ts'
import { shortHash } from '../../text/short-hash.ts'
import type { Asking, Batch, Draft, DraftLink, Extraction } from '../index.ts'
import { setApart } from './apart.ts'
import type { Failure } from './failures.ts'
import type { Gather } from './gather.ts'
import { askItems, type Outcomes, type Round } from './items.ts'
import { partsOf as partsOfPost, putTogether } from './long.ts'
import { type Memory, memoryOf } from './memory.ts'
import { Noted, readRound, type UnitRef } from './noted.ts'
import { postData } from './posts.ts'
import { languageName } from './language.ts'
import { ANSWERS } from './shapes.ts'
import { speaksToReader } from './suspicion.ts'
import type { Tools } from './tools.ts'

/** A post with the batch it came in: the batch explains it. */
export interface Item {
  post: Post
  batch: Batch
}

/** Tokens an answer has for one post, and besides. */
export const ANSWER_TOKENS = { post: 80, call: 40 }
/** Shown with what was found in such a post. */
const ADDRESSES_READER = 'its post seems to address the program that reads it, and was read alone'
/** How near an address must stand to a passage to be its source, in characters. */
const NEAR = 120
/** A passage found as it was quoted is as sure as a model's word gets. */
const CONFIDENCE = { unit: 0.8, link: 0.75 }

export async function extract(
  batch: Batch,
  asking: Asking,
  tools: Tools,
  gather: Gather<Item, Noted>,
): Promise<Extraction> {
  const memory = memoryOf(tools.profile.model, tools.prompts.extract, ANSWERS.extract, Noted, (item: Item) =>
    partsOf(item, tools.language),
  )
  const parts = new Map(batch.posts.map((post) => [post, partsOfPost(post, tools.profile.batchCharacters)] as const))
  const items = [...parts.values()].flat().map((post) => ({ post, batch }))
  const isPart = (item: Item): boolean => !parts.has(item.post)
  const noted = await memory.recall(items, asking)
  const left = items.filter((item) => !noted.has(item))
  const some = (asked: Item[]): Promise<Outcomes<Item, Noted>> => askAbout(asked, asking, tools, memory)
  const failed = new Map<Item, Failure>()
  await Promise.all(
    groupsOf(left, isPart).map(async ({ group, alone }) => {
      // What is left of a batch read before is little: it shares its request with what is left of others.
      const shared = noted.size > 0 && !alone && asking.of !== undefined
      const outcomes = shared ? await gather(keyOf(asking.of, batch), group, some) : await some(group)
      for (const item of group) {
        const answer = outcomes.done.get(item)
        const failure = outcomes.failed.get(item)
        if (answer !== undefined) noted.set(item, answer)
        else if (failure !== undefined) failed.set(item, failure)
      }
    }),
  )
  await keepApart(noted, asking)
  const own = proposals(batch.posts, wholeOnes(parts, noted))
  if (failed.size === 0) return own
  const reasons = new Map([...failed].map(([item, failure]) => [item.post, failure]))
  return withFallback(own, batch, failedOnes(parts, reasons, noted), asking, tools)
}

/** What was noted of each post, by its id: of a long one, of its parts together. */
function wholeOnes(parts: Map<Post, Post[]>, noted: Map<Item, Noted>): Map<string, Noted> {
  const byPost = new Map([...noted].map(([item, answer]) => [item.post, answer]))
  return new Map(
    [...parts].flatMap(([post, own]): [string, Noted][] => {
      const records = own.map((part) => byPost.get(part) ?? null)
      if (records.every((one) => one === null)) return []
      return [[post.id, own.length === 1 ? (records[0] as Noted) : putTogether(post, own, records)]]
    }),
  )
}

interface Failed {
  failure: Failure
  /** Whether the model did answer about another part of the post. */
  inPart: boolean
}

function failedOnes(parts: Map<Post, Post[]>, reasons: Map<Post, Failure>, noted: Map<Item, Noted>): Map<Post, Failed> {
  const answered = new Set([...noted.keys()].map((item) => item.post))
  return new Map(
    [...parts].flatMap(([post, own]): [Post, Failed][] => {
      const failure = own.flatMap((part) => reasons.get(part) ?? [])[0]
      return failure === undefined ? [] : [[post, { failure, inPart: own.some((part) => answered.has(part)) }]]
    }),
  )
}

/** What is said only in posts that seem to speak to the program is kept apart; words others use as well are not. */
async function keepApart(noted: Map<Item, Noted>, asking: Asking): Promise<void> {
  for (const [{ post, batch }, { units }] of noted) {
    if (!speaksToReader(post.text)) continue
    const others = [...batch.posts, ...batch.context].filter((other) => !speaksToReader(other.text))
    const own = units.filter((unit) => !others.some((other) => locate(other.text, unit.quote) !== null))
    await setApart(
      own.flatMap((unit) => [unit.statement, unit.quote]).filter((words) => words !== ''),
      asking,
    )
  }
}

function keyOf(debate: string | undefined, batch: Batch): string {
  return JSON.stringify([debate, batch.title, batch.language])
}

/** Posts that seem to speak to the program, and parts of long ones, are asked about alone, the others together. */
function groupsOf(items: Item[], isPart: (item: Item) => boolean): { group: Item[]; alone: boolean }[] {
  const alone = items.filter((item) => isPart(item) || speaksToReader(item.post.text))
  const together = items.filter((item) => !alone.includes(item))
  return [
    ...(together.length > 0 ? [{ group: together, alone: false }] : []),
    ...alone.map((item) => ({ group: [item], alone: true })),
  ]
}

/** All that decides the answer about a post, but for the company it is asked in. */
function partsOf({ post, batch }: Item, language: string | null): unknown {
  const parent = [...batch.posts, ...batch.context].find((other) => other.id === post.parentId)
  return [
    language ?? batch.language,
    post.id,
    post.text,
    post.quotes.map(({ start, end }) => [start, end]),
    parent?.text ?? null,
  ]
}

function askAbout(
  items: Item[],
  asking: Asking,
  tools: Tools,
  memory: Memory<Item, Noted>,
): Promise<Outcomes<Item, Noted>> {
  return askItems(items, async (some, faults) => {
    const round = await ask(some, faults, asking, tools)
    const sound = new Map([...round.done].filter(([item]) => !round.faulty.has(item)))
    await memory.keep(sound, asking)
    return round
  })
}

async function ask(
  items: Item[],
  faults: Map<Item, string>,
  asking: Asking,
  tools: Tools,
): Promise<Round<Item, Noted>> {
  const posts = items.map((item) => item.post)
  const batches = [...new Set(items.map((item) => item.batch))]
  const around = batches.flatMap((batch) => [...batch.context, ...batch.posts]).filter((post) => !posts.includes(post))
  const { title, language } = (items[0] as Item).batch
  const data = postData(title, posts, around)
  const byId = new Map(items.map((item) => [data.idOf(item.post), item]))
  const answer = await tools.ask(
    {
      prompt: tools.prompts.extract,
      values: {
        language: languageName(tools.language ?? language),
        note: noteOf(byId, faults),
        data: data.json,
      },
      schema: ANSWERS.extract,
      expected: items.length * ANSWER_TOKENS.post + ANSWER_TOKENS.call,
    },
    asking,
  )
  if ('failure' in answer) return { done: new Map(), faulty: new Map(), failure: answer.failure }
  return readRound(answer.value, answer.cut, byId, (item) => item.post)
}

function noteOf(items: Map<string, Item>, faults: Map<Item, string>): string {
  const lines = [...items].flatMap(([id, item]) => {
    const fault = faults.get(item)
    return fault === undefined ? [] : [`${id}: ${fault}`]
  })
  if (lines.length === 0) return ''
  return `Your last answer about these posts had faults; answer anew and correct them. ${lines.slice(0, 12).join('; ')}.`
}

/** Everything noted about the posts as drafts and links. */
function proposals(posts: Post[], byId: Map<string, Noted>): Extraction {
  const drafts: Draft[] = []
  const links: DraftLink[] = []
  const outcomes: Extraction['outcomes'] = []
  const refOf = (ref: UnitRef | null): string | null => {
    const index = byId
      .get(ref?.postId ?? '')
      ?.units.findIndex((unit) => unit.quote === ref?.quote && unit.kind === ref.kind)
    return ref === null || index === undefined || index < 0 ? null : draftRef(ref.postId, index)
  }
  for (const post of posts) {
    const answer = byId.get(post.id)
    if (answer === undefined) continue
    if (answer.none !== null) {
      outcomes.push({ postId: post.id, fate: 'no argument', why: plainReason(answer.none), by: 'model' })
    }
    answer.units.forEach((unit, index) => drafts.push(draftOf(post, unit, index)))
    for (const link of answer.links) {
      const to = refOf(link.to)
      if (to === null) continue
      links.push({
        from: draftRef(post.id, link.from),
        to,
        step: refOf(link.step),
        type: link.type,
        basis: 'model',
        confidence: CONFIDENCE.link,
        why: ['judged by the model'],
      })
    }
  }
  return { drafts, links, outcomes }
}

function draftRef(postId: string, index: number): string {
  return `${shortHash(postId)}-${index}`
}

function draftOf(post: Post, unit: Noted['units'][number], index: number): Draft {
  return {
    ref: draftRef(post.id, index),
    postId: post.id,
    quote: unit.quote,
    hint: unit.start,
    kind: unit.kind,
    statement: unit.statement,
    evidenceType: unit.evidenceType,
    sourceUrl: unit.kind === 'evidence' && unit.start !== null ? sourceNear(post, unit.start, unit.quote.length) : null,
    stance: unit.stance,
    confidence: CONFIDENCE.unit,
    why: speaksToReader(post.text) ? ['found by the model', ADDRESSES_READER] : ['found by the model'],
  }
}

/** The address a passage points to: in it, or near it in the same paragraph. */
function sourceNear(post: Post, start: number, length: number): string | null {
  const end = start + length
  const near = post.links.filter((link) => {
    if (link.end <= start - NEAR || link.start >= end + NEAR) return false
    const between =
      link.start >= end ? post.text.slice(end, link.start) : post.text.slice(link.end, Math.max(link.end, start))
    return !between.includes('\n\n')
  })
  const distance = (link: { start: number; end: number }) =>
    link.end <= start ? start - link.end : Math.max(0, link.start - end)
  return near.toSorted((a, b) => distance(a) - distance(b))[0]?.url ?? null
}

function plainReason(why: string): string {
  const words = why.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return words === '' ? 'nothing in it is put forward for others to accept or reject' : words.slice(0, 80)
}

/** Failures of the service, which another time may not happen. */
const PASSING = new Set<Failure['kind']>(['unavailable', 'timeout'])

/**
 * Posts the model cannot answer for are read by the fallback, which is said in their fate. Those that only met an
 * overloaded or unreachable service are left `failed`, to be tried again.
 */
async function withFallback(
  own: Extraction,
  batch: Batch,
  failed: Map<Post, Failed>,
  asking: Asking,
  tools: Tools,
): Promise<Extraction> {
  const posts = [...failed].flatMap(([post, { failure, inPart }]) =>
    inPart || PASSING.has(failure.kind) ? [] : [post],
  )
  const left = { ...batch, id: `${batch.id}/rest`, posts }
  const rest = posts.length === 0 ? undefined : await tools.fallback?.extract(left, asking)
  const read = new Set(rest?.drafts.map((draft) => draft.postId))
  const outcomes = [...failed].map(([post, { failure, inPart }]) => ({
    postId: post.id,
    fate: failure.kind === 'declined' ? ('declined' as const) : ('failed' as const),
    why: `${failure.why}${read.has(post.id) ? '; the built-in analyser read it instead' : inPart ? '; this holds for a part of it' : ''}`,
    by: read.has(post.id) ? 'embedded' : 'model',
  }))
  return {
    drafts: [...own.drafts, ...(rest?.drafts ?? []).map((draft) => ({ ...draft, ref: `rest-${draft.ref}` }))],
    links: [
      ...own.links,
      ...(rest?.links ?? []).map((link) => ({
        ...link,
        from: `rest-${link.from}`,
        to: `rest-${link.to}`,
        step: link.step === null ? null : `rest-${link.step}`,
      })),
    ],
    outcomes: [...own.outcomes, ...outcomes],
  }
}
