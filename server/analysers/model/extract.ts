/** What the posts of a batch put forward: asked in one request, remembered post by post. */
import { z } from 'zod'
import { EvidenceType, LinkType, Stance, UnitKind } from '../../../shared/findings.ts'
import type { Post } from '../../../shared/thread.ts'
import { locate } from '../../text/locate.ts'
import { mask } from '../../text/mask.ts'
import { shortHash } from '../../text/short-hash.ts'
import type { Asking, Batch, Draft, DraftLink, Extraction } from '../index.ts'
import type { Failure } from './failures.ts'
import { askItems, type Round } from './items.ts'
import { memoryOf } from './memory.ts'
import { postData } from './posts.ts'
import { ANSWERS, LinkSaid, listIn, NoneSaid, UnitSaid } from './shapes.ts'
import { speaksToReader } from './suspicion.ts'
import type { Tools } from './tools.ts'

/** A unit by the words it quotes, so that it can be named from another post's record. */
const UnitRef = z.object({ postId: z.string(), quote: z.string(), kind: UnitKind })

/** What the model noted of one post. Links belong to the post they start from. */
const Noted = z.object({
  units: z.array(
    z.object({
      quote: z.string(),
      /** Where the words were found; null when they are not in the post. */
      start: z.int().nullable(),
      kind: UnitKind,
      statement: z.string(),
      evidenceType: EvidenceType.nullable(),
      stance: Stance.nullable(),
    }),
  ),
  links: z.array(z.object({ from: z.int(), to: UnitRef, step: UnitRef.nullable(), type: LinkType })),
  /** Why the post holds no argument, in the model's words. */
  none: z.string().nullable(),
})
type Noted = z.infer<typeof Noted>

/** Tokens an answer has for one post, and besides. */
export const ANSWER_TOKENS = { post: 110, call: 40 }
/** Most units taken from one post; more is flooding. */
const MOST_UNITS = 25
/** How near an address must stand to a passage to be its source, in characters. */
const NEAR = 120
/** A passage found as it was quoted is as sure as a model's word gets. */
const CONFIDENCE = { unit: 0.8, link: 0.75 }

export async function extract(batch: Batch, asking: Asking, tools: Tools): Promise<Extraction> {
  const memory = memoryOf(tools.profile.model, tools.prompts.extract, ANSWERS.extract, Noted, (post: Post) =>
    partsOf(post, batch),
  )
  const noted = await memory.recall(batch.posts, asking)
  const failed = new Map<Post, Failure>()
  const round = async (posts: Post[], faults: Map<Post, string>): Promise<Round<Post, Noted>> => {
    const answered = await ask(posts, faults, batch, asking, tools)
    const sound = new Map([...answered.done].filter(([post]) => !answered.faulty.has(post)))
    await memory.keep(sound, asking)
    return answered
  }
  await Promise.all(
    groupsOf(batch.posts.filter((post) => !noted.has(post))).map(async (posts) => {
      const outcomes = await askItems(posts, round)
      for (const [post, answer] of outcomes.done) noted.set(post, answer)
      for (const [post, failure] of outcomes.failed) failed.set(post, failure)
    }),
  )
  const own = proposals(batch.posts, noted)
  return failed.size === 0 ? own : withFallback(own, batch, failed, asking, tools)
}

/** Posts that seem to speak to the program are asked about alone, the others together. */
function groupsOf(posts: Post[]): Post[][] {
  const alone = posts.filter((post) => speaksToReader(post.text))
  const together = posts.filter((post) => !alone.includes(post))
  return [together, ...alone.map((post) => [post])].filter((group) => group.length > 0)
}

/** All that decides the answer about a post, but for the company it is asked in. */
function partsOf(post: Post, batch: Batch): unknown {
  const parent = [...batch.posts, ...batch.context].find((other) => other.id === post.parentId)
  return [batch.language, post.id, post.text, post.quotes.map(({ start, end }) => [start, end]), parent?.text ?? null]
}

async function ask(
  posts: Post[],
  faults: Map<Post, string>,
  batch: Batch,
  asking: Asking,
  tools: Tools,
): Promise<Round<Post, Noted>> {
  const others = batch.posts.filter((post) => !posts.includes(post) && !speaksToReader(post.text))
  const data = postData(batch.title, posts, [...batch.context, ...others])
  const answer = await tools.ask(
    {
      prompt: tools.prompts.extract,
      values: {
        language: tools.language ?? batch.language ?? 'the language of the posts',
        note: noteOf(data.posts, faults),
        data: data.json,
      },
      schema: ANSWERS.extract,
      expected: posts.length * ANSWER_TOKENS.post + ANSWER_TOKENS.call,
    },
    asking,
  )
  if ('failure' in answer) return { done: new Map(), faulty: new Map(), failure: answer.failure }
  return readRound(answer.value, answer.cut, data.posts)
}

function noteOf(posts: Map<string, Post>, faults: Map<Post, string>): string {
  const lines = [...posts].flatMap(([id, post]) => {
    const fault = faults.get(post)
    return fault === undefined ? [] : [`${id}: ${fault}`]
  })
  if (lines.length === 0) return ''
  return `Your last answer about these posts had faults; answer anew and correct them. ${lines.slice(0, 12).join('; ')}.`
}

function readRound(value: unknown, cut: boolean, posts: Map<string, Post>): Round<Post, Noted> {
  const units = listIn(value, 'units', UnitSaid)
  const none = listIn(value, 'none', NoneSaid)
  if (units === null && none === null) {
    return {
      done: new Map(),
      faulty: new Map(),
      failure: { kind: 'nonsense', why: 'the model’s answer lacked what was asked for' },
    }
  }
  const links = listIn(value, 'links', LinkSaid)?.items ?? []
  const said = (units?.items ?? []).filter((unit) => posts.has(unit.post))
  // Of an answer that was cut off, the post it broke off at may lack units.
  const last = cut ? (said.at(-1)?.post ?? null) : null
  const round: Round<Post, Noted> = {
    done: new Map(),
    faulty: new Map(),
    failure: cut ? { kind: 'cut', why: 'the answer about it was cut off' } : null,
  }
  for (const [id, post] of posts) {
    if (id === last) continue
    const own = said.filter((unit) => unit.post === id).slice(0, MOST_UNITS)
    const reason = none?.items.find((one) => one.post === id)?.why ?? null
    if (own.length === 0 && reason === null) continue
    const answer = notedOf(post, own, said, links, posts, reason)
    const lost = answer.units.filter((unit) => unit.start === null)
    if (lost.length > 0) round.faulty.set(post, faultOf(lost.map((unit) => unit.quote)))
    round.done.set(post, answer)
  }
  const invalid = units?.invalid ?? 0
  if (invalid > 0 && !cut) {
    for (const post of posts.values()) {
      if (!round.done.has(post)) round.faulty.set(post, 'a unit lacked fields or had wrong words in them')
    }
  }
  return round
}

function faultOf(quotes: string[]): string {
  const shown = quotes.slice(0, 2).map((quote) => JSON.stringify(quote.slice(0, 60)))
  return `${shown.join(' and ')} do not stand there letter by letter in one piece, outside of what it quotes`
}

function notedOf(
  post: Post,
  own: UnitSaid[],
  all: UnitSaid[],
  links: LinkSaid[],
  posts: Map<string, Post>,
  reason: string | null,
): Noted {
  const text = mask(post.text, post.quotes, '\u0000')
  const refOf = (id: string): z.infer<typeof UnitRef> | null => {
    const unit = all.find((one) => one.id === id)
    const postId = posts.get(unit?.post ?? '')?.id
    return unit === undefined || postId === undefined ? null : { postId, quote: unit.quote, kind: unit.kind }
  }
  return {
    units: own.map((unit) => ({
      quote: unit.quote,
      start: locate(text, unit.quote)?.start ?? null,
      kind: unit.kind,
      statement: unit.statement,
      evidenceType: unit.kind === 'evidence' && unit.type !== 'none' ? unit.type : null,
      stance: unit.stance === 'none' ? null : unit.stance,
    })),
    links: links.flatMap((link) => {
      const from = own.findIndex((unit) => unit.id === link.from)
      const to = refOf(link.to)
      return from < 0 || to === null ? [] : [{ from, to, step: refOf(link.step), type: link.type }]
    }),
    none: own.length > 0 ? null : reason,
  }
}

/** Everything noted about the posts as drafts and links. */
function proposals(posts: Post[], noted: Map<Post, Noted>): Extraction {
  const drafts: Draft[] = []
  const links: DraftLink[] = []
  const outcomes: Extraction['outcomes'] = []
  const byId = new Map([...noted].map(([post, answer]) => [post.id, answer]))
  const refOf = (ref: z.infer<typeof UnitRef> | null): string | null => {
    const index = byId
      .get(ref?.postId ?? '')
      ?.units.findIndex((unit) => unit.quote === ref?.quote && unit.kind === ref.kind)
    return ref === null || index === undefined || index < 0 ? null : draftRef(ref.postId, index)
  }
  for (const post of posts) {
    const answer = noted.get(post)
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
    why: ['found by the model'],
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
  failed: Map<Post, Failure>,
  asking: Asking,
  tools: Tools,
): Promise<Extraction> {
  const posts = [...failed].flatMap(([post, failure]) => (PASSING.has(failure.kind) ? [] : [post]))
  const left = { ...batch, id: `${batch.id}/rest`, posts }
  const rest = posts.length === 0 ? undefined : await tools.fallback?.extract(left, asking)
  const read = new Set(rest?.drafts.map((draft) => draft.postId))
  const outcomes = [...failed].map(([post, failure]) => ({
    postId: post.id,
    fate: failure.kind === 'declined' ? ('declined' as const) : ('failed' as const),
    why: read.has(post.id) ? `${failure.why}; the built-in analyser read it instead` : failure.why,
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
