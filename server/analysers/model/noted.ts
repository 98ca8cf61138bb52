/** What the model noted of one post, read from its answer and looked up in the post. */
import { z } from 'zod'
import { EvidenceType, LinkType, Stance, UnitKind } from '../../../shared/findings.ts'
import type { Post } from '../../../shared/thread.ts'
import { mask } from '../../text/mask.ts'
import { passageOf } from './elision.ts'
import type { Round } from './items.ts'
import { listIn, NoneSaid, UnitSaid } from './shapes.ts'

/** A unit by the words it quotes, so that it can be named from another post's record; `start`: where they stand, if known. */
const UnitRef = z.object({ postId: z.string(), quote: z.string(), kind: UnitKind, start: z.int().nullable() })
export type UnitRef = z.infer<typeof UnitRef>

/** The record kept of a post. Links belong to the post they start from. */
export const Noted = z.object({
  units: z.array(
    z.object({
      /** The words in full where they were found, else as the model wrote them. */
      quote: z.string(),
      start: z.int().nullable(),
      kind: UnitKind,
      statement: z.string(),
      evidenceType: EvidenceType.nullable(),
      stance: Stance.nullable(),
    }),
  ),
  links: z.array(z.object({ from: z.int(), to: UnitRef, step: UnitRef.nullable(), type: LinkType })),
  /** Posts a unit takes sides with or against, where no unit of theirs was named. */
  replies: z.array(z.object({ from: z.int(), toPost: z.string(), attitude: z.enum(['agrees', 'disagrees']) })),
  /** Posts whose units stood before the model when it drew these links: what it did not link to them has no link to them. */
  judged: z.array(z.string()),
  /** Whether the answer put its words into the mouths of others. */
  apart: z.boolean(),
  /** Whether units of it came back that could not be read. */
  unread: z.boolean().default(false),
  /** Why the post holds no argument, in the model's words. */
  none: z.string().nullable(),
})
export type Noted = z.infer<typeof Noted>

/** Most units taken from one post; more is flooding. */
const MOST_UNITS = 25

/** What an answer is read against. */
interface AskedFor<Item> {
  /** What was asked about, by the short id of its post. */
  items: Map<string, Item>
  postOf: (item: Item) => Post
  /** Known units of context posts, by the short ids they were sent under. */
  known: Map<string, UnitRef>
  /** Short ids of all posts sent. */
  ids: Map<string, Post>
  /** Posts of which the units stood before the model when it was asked about `post`. */
  judged: (post: Post) => string[]
}

/** The records an answer holds, by item. */
export function readRound<Item>(value: unknown, cut: boolean, asked: AskedFor<Item>): Round<Item, Noted> {
  const { items, postOf } = asked
  const units = listIn(value, 'units', UnitSaid)
  const none = listIn(value, 'none', NoneSaid)
  if (units === null && none === null) {
    const failure = { kind: 'nonsense' as const, why: 'the model’s answer lacked what was asked for' }
    return { done: new Map(), faulty: new Map(), failure }
  }
  const homes = new Map((units?.items ?? []).map((unit) => [unit, homeOf(unit, asked)] as const))
  const said = [...homes].flatMap(([unit, home]) => (home === null ? [] : [unit]))
  const home = (unit: UnitSaid | undefined): string => (unit === undefined ? '' : (homes.get(unit) ?? ''))
  const named = said.filter((unit) => home(unit) === postIdOf(unit))
  const reasons = new Map((none?.items ?? []).flatMap((line) => reasonIn(line)))
  // Of an answer that was cut off, the post it broke off at may lack units.
  const last = cut ? home(said.at(-1)) : null
  const round: Round<Item, Noted> = {
    done: new Map(),
    faulty: new Map(),
    failure: cut ? { kind: 'cut', why: 'the answer about it was cut off' } : null,
  }
  // A model that leaves the list out says of a post asked about alone that nothing is in it by listing nothing.
  const [only] = items.keys()
  const nothing = none === null && units?.items.length === 0 && units.invalid.length === 0
  if (items.size === 1 && only !== undefined && nothing && !cut) reasons.set(only, '')
  const found = new Map(said.map((unit) => [unit, foundIn(postOf(items.get(home(unit)) as Item), unit)] as const))
  const byId = new Map([
    ...asked.known,
    ...named.flatMap((unit): [string, UnitRef][] => [[unit.id.trim(), (found.get(unit) as Found).ref]]),
  ])
  for (const [id, item] of items) {
    if (id === last) continue
    const own = said.filter((unit) => home(unit) === id).slice(0, MOST_UNITS)
    const reason = reasons.get(id) ?? null
    if (own.length === 0 && reason === null) continue
    const record = {
      units: own.flatMap((unit) => found.get(unit)?.unit ?? []),
      links: own.flatMap((unit, from) => linksIn(unit, byId).map((link) => ({ from, ...link }))),
      replies: own.flatMap((unit, from) => sidesIn(unit, asked.ids).map((reply) => ({ from, ...reply }))),
      judged: asked.judged(postOf(item)),
      none: own.length > 0 ? null : reason,
      apart: false,
      unread: false,
    }
    const lost = record.units.filter((unit) => unit.start === null)
    if (own.some((unit) => !named.includes(unit))) round.faulty.set(item, 'a unit of it had the id of no post')
    if (lost.length > 0) round.faulty.set(item, faultOf(lost.map((unit) => unit.quote)))
    round.done.set(item, record)
  }
  const unread = (item: Item, fault: string): void => {
    round.faulty.set(item, fault)
    const record = round.done.get(item)
    if (record !== undefined) round.done.set(item, { ...record, unread: true })
  }
  for (const raw of units?.invalid ?? []) {
    const item = items.get(postIdOf(z.looseObject({ id: UnitSaid.shape.id }).safeParse(raw).data))
    if (item !== undefined) unread(item, 'a unit of it lacked fields or had other words in them')
  }
  // Words that stand in several posts, under the id of none: any of these may lack a unit.
  for (const [unit, own] of homes) {
    if (own !== null) continue
    for (const id of homesOf(unit, asked)) unread(items.get(id) as Item, 'a unit of it had the id of no post')
  }
  return round
}

/** The short id of the post asked about that a unit belongs to; null where it can't be told. */
function homeOf<Item>(unit: UnitSaid, asked: AskedFor<Item>): string | null {
  const [home, ...others] = homesOf(unit, asked)
  return others.length > 0 ? null : (home ?? null)
}

/** The short ids of posts asked about to which a unit may belong: the one its id names, else all in which its words stand. */
function homesOf<Item>(unit: UnitSaid, { items, postOf, ids }: AskedFor<Item>): string[] {
  const id = postIdOf(unit)
  if (items.has(id)) return [id]
  if (ids.has(id) || unit.quote.length < TELLING) return []
  return [...items].flatMap(([home, item]) => (foundIn(postOf(item), unit).unit.start === null ? [] : [home]))
}

/** A line of `none`: the id of a post and the reason. */
function reasonIn(line: string): [string, string][] {
  const [, id, why = ''] = /^\W*(p\d+)\b[\s:,–-]*([\s\S]*)$/i.exec(line) ?? []
  return id === undefined ? [] : [[id.toLowerCase(), why]]
}

interface Found {
  ref: UnitRef
  unit: Noted['units'][number]
}

/** The unit with the words it quotes in full, looked for outside of what the post quotes. */
function foundIn(post: Post, said: UnitSaid): Found {
  const place = passageOf(mask(post.text, post.quotes, '\u0000'), said.quote)
  const quote = place === null ? said.quote : post.text.slice(place.start, place.end)
  const evidence = EvidenceType.safeParse(said.kind)
  const kind = evidence.success ? 'evidence' : UnitKind.parse(said.kind.replace(/ .*/, ''))
  const side = Stance.safeParse(said.kind.replace(/^claim /, ''))
  return {
    ref: { postId: post.id, quote, kind, start: place?.start ?? null },
    unit: {
      quote,
      start: place?.start ?? null,
      kind,
      statement: said.statement ?? '',
      evidenceType: evidence.success ? evidence.data : null,
      stance: side.success ? side.data : null,
    },
  }
}

/** The post a unit's id names: what stands before the letter. */
function postIdOf(unit: { id: string } | undefined): string {
  return unit?.id.trim().replace(/[a-z]+$/, '') ?? ''
}

const RELATION = /(supports|rebuts|undercuts)\s+([pc]\d+[a-z]+)(?:\s*>\s*([pc]\d+[a-z]+))?/gi
const SIDE = /(agrees|disagrees)(?:\s+with)?\s+([pc]\d+)\b/gi

function linksIn(said: UnitSaid, byId: Map<string, UnitRef>): { to: UnitRef; step: UnitRef | null; type: LinkType }[] {
  return [...(said.link ?? '').matchAll(RELATION)].flatMap(([, type = '', target = '', step = '']) => {
    const to = byId.get(target.toLowerCase())
    const known = LinkType.safeParse(type.toLowerCase())
    return to === undefined || !known.success
      ? []
      : [{ to, step: byId.get(step.toLowerCase()) ?? null, type: known.data }]
  })
}

function sidesIn(said: UnitSaid, ids: Map<string, Post>): { toPost: string; attitude: 'agrees' | 'disagrees' }[] {
  return [...(said.link ?? '').matchAll(SIDE)].flatMap(([, word = '', target = '']) => {
    const post = ids.get(target.toLowerCase())
    const attitude = word.toLowerCase() === 'agrees' ? ('agrees' as const) : ('disagrees' as const)
    return post === undefined ? [] : [{ toPost: post.id, attitude }]
  })
}

function faultOf(quotes: string[]): string {
  const shown = quotes.slice(0, 2).map((quote) => JSON.stringify(quote.slice(0, 60)))
  return `${shown.join(' and ')} do not stand there letter by letter in one piece, outside of what it quotes`
}

/** Least characters of a quote that tell whose words they are. */
const TELLING = 16

/**
 * Whose words the answer puts into the mouths of others: for each text of `texts` by its key (posts, a title), the posts
 * named as saying words that stand not there, but in it. Words a post quotes count as its own here.
 */
export function forgedFrom(
  value: unknown,
  ids: Map<string, Post>,
  texts: Map<string, string>,
): Map<string, Set<string>> {
  const forged = new Map<string, Set<string>>()
  for (const unit of listIn(value, 'units', UnitSaid)?.items ?? []) {
    const named = ids.get(postIdOf(unit))
    if (unit.quote.length < TELLING) continue
    if (named !== undefined && passageOf(named.text, unit.quote) !== null) continue
    for (const [key, text] of texts) {
      if (key === named?.id || passageOf(text, unit.quote) === null) continue
      forged.set(key, (forged.get(key) ?? new Set()).add(postIdOf(unit)))
    }
  }
  return forged
}
