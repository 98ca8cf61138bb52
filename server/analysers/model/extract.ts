/** What the posts of a batch put forward: asked in one request, remembered post by post. */
import type { Post } from '../../../shared/thread.ts'
import { locate } from '../../text/locate.ts'
import { shortHash } from '../../text/short-hash.ts'
import { unitId } from '../check.ts'
import type { Asking, Batch, Draft, DraftLink, Extraction } from '../index.ts'
import { setApart } from './apart.ts'
import type { Failure } from './failures.ts'
import type { Gather } from './gather.ts'
import { askAbout, type Item } from './ask-posts.ts'
import type { Outcomes } from './items.ts'
import { partsOf as partsOfPost, putTogether } from './long.ts'
import { memoryOf } from './memory.ts'
import { Noted, type UnitRef } from './noted.ts'
import { ownText } from './posts.ts'
import { ANSWERS } from './shapes.ts'
import { addressesReader } from './suspicion.ts'
import type { Tools } from './tools.ts'

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
  const partsOfEach = (posts: Post[]) =>
    new Map(posts.map((post) => [post, partsOfPost(post, tools.profile.batchCharacters)] as const))
  const parts = partsOfEach(batch.posts)
  const before = new Map<string, Noted>()
  const known = (post: Post): Noted | undefined => before.get(post.id)
  const itemsOf = (all: Map<Post, Post[]>): Item[] =>
    [...all.values()].flat().map((post) => ({ post, batch, known, late: false }))
  const items = itemsOf(parts)
  const isPart = (item: Item): boolean => !parts.has(item.post)
  const noted = await memory.recall(items, asking)
  const around = partsOfEach(batch.context)
  const unheard = { ...asking, spent: () => undefined }
  const recalled = noted.size === items.length ? new Map<Item, Noted>() : await memory.recall(itemsOf(around), unheard)
  for (const some of [wholeOnes(parts, noted), wholeOnes(around, recalled)])
    for (const [id, one] of some) before.set(id, one)
  if (batch.posts.some(({ id, kind }) => kind === 'opening' && before.has(id))) asking.opened?.()
  const left = items.filter((item) => !noted.has(item))
  for (const item of left) item.late = noted.size > 0
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
  const byPost = new Map([...noted].map(([{ post }, answer]) => [post, answer]))
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

/** Whether a post is the other one or a part of it. */
function isOf(post: Post, other: Post): boolean {
  return post.id === other.id || post.id.startsWith(`${other.id}#`)
}

/** What is said only in posts that seem to speak to the program is kept apart; words others use as well are not. */
async function keepApart(noted: Map<Item, Noted>, asking: Asking): Promise<void> {
  const set = [...noted].filter(([{ post }, { apart }]) => apart || addressesReader(post))
  for (const [{ batch }, { units }] of set) {
    const others = [...batch.posts, ...batch.context].filter(
      (other) => !addressesReader(other) && !set.some(([item]) => isOf(item.post, other)),
    )
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
  const alone = items.filter((item) => isPart(item) || addressesReader(item.post))
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

/** Of a post with units that were read, and others that came back unreadable again and again. */
const UNREAD = 'a part of the model’s answer about it could not be understood'

/** Of a post the model found nothing in that is long and words of which give reasons or demand something. */
const MAY_ARGUE = '; by its words there may be an argument in it'
const LONG = 40
const ARGUING =
  /(?<!\p{L})(?:because|therefore|should(?:n['’]t)?|that['’]s why|that is why|not true|weil|deshalb|deswegen|daher|darum|sollten?|stimmt nicht)(?!\p{L})/iu

/** What the coverage tells of a post the model found nothing in. */
function reasonFor(post: Post, why: string): string {
  const own = ownText(post)
  const mayArgue = ARGUING.test(own) && own.split(/\s+/).length >= LONG && !addressesReader(post)
  return `${plainReason(why)}${mayArgue ? MAY_ARGUE : ''}`
}

/** Everything noted about the posts as drafts and links. */
function proposals(posts: Post[], byId: Map<string, Noted>): Extraction {
  const drafts: Draft[] = []
  const links: DraftLink[] = []
  const outcomes: Extraction['outcomes'] = []
  const replies: NonNullable<Extraction['replies']> = []
  const judged: NonNullable<Extraction['judged']> = []
  const known = new Set<string>()
  const refOf = (ref: UnitRef | null): string | null => {
    const own = byId.get(ref?.postId ?? '')
    if (ref === null) return null
    const index = own?.units.findIndex((unit) => unit.quote === ref.quote && unit.kind === ref.kind) ?? -1
    if (index >= 0) return draftRef(ref.postId, index)
    if (own !== undefined || ref.start === null) return null
    const id = unitId(ref.postId, { start: ref.start, end: ref.start + ref.quote.length }, ref.kind)
    known.add(id)
    return id
  }
  for (const post of posts) {
    const answer = byId.get(post.id)
    if (answer === undefined) continue
    if (answer.none !== null) {
      outcomes.push({ postId: post.id, fate: 'no argument', why: reasonFor(post, answer.none), by: 'model' })
    }
    if (answer.unread) outcomes.push({ postId: post.id, fate: 'failed', why: UNREAD, by: 'model' })
    answer.units.forEach((unit, index) => {
      drafts.push(draftOf(post, unit, index))
      judged.push({ from: draftRef(post.id, index), posts: answer.judged })
    })
    for (const { from, ...reply } of answer.replies) {
      replies.push({ from: draftRef(post.id, from), ...reply, basis: 'model', confidence: CONFIDENCE.link })
    }
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
  return { drafts, links, known: [...known], replies, judged, outcomes }
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
    why: addressesReader(post) ? ['found by the model', ADDRESSES_READER] : ['found by the model'],
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
    ...own,
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
