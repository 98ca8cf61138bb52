/** What the model noted of one post, read from its answer and looked up in the post. */
import { z } from 'zod'
import { EvidenceType, LinkType, Stance, UnitKind } from '../../../shared/findings.ts'
import type { Post } from '../../../shared/thread.ts'
import { mask } from '../../text/mask.ts'
import { passageOf } from './elision.ts'
import type { Round } from './items.ts'
import { listIn, NoneSaid, UnitSaid } from './shapes.ts'

/** A unit by the words it quotes, so that it can be named from another post's record. */
const UnitRef = z.object({ postId: z.string(), quote: z.string(), kind: UnitKind })
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
  /** Why the post holds no argument, in the model's words. */
  none: z.string().nullable(),
})
export type Noted = z.infer<typeof Noted>

/** Most units taken from one post; more is flooding. */
const MOST_UNITS = 25

/** The records an answer holds, by item; `posts` gives each item's post by the id the model knows it under. */
export function readRound<Item>(
  value: unknown,
  cut: boolean,
  items: Map<string, Item>,
  postOf: (item: Item) => Post,
): Round<Item, Noted> {
  const units = listIn(value, 'units', UnitSaid)
  const none = listIn(value, 'none', NoneSaid)
  if (units === null && none === null) {
    const failure = { kind: 'nonsense' as const, why: 'the model’s answer lacked what was asked for' }
    return { done: new Map(), faulty: new Map(), failure }
  }
  const said = (units?.items ?? []).filter((unit) => items.has(postIdOf(unit)))
  // Of an answer that was cut off, the post it broke off at may lack units.
  const last = cut ? postIdOf(said.at(-1)) : null
  const round: Round<Item, Noted> = {
    done: new Map(),
    faulty: new Map(),
    failure: cut ? { kind: 'cut', why: 'the answer about it was cut off' } : null,
  }
  const found = new Map(said.map((unit) => [unit, foundIn(postOf(items.get(postIdOf(unit)) as Item), unit)] as const))
  for (const [id, item] of items) {
    if (id === last) continue
    const own = said.filter((unit) => postIdOf(unit) === id).slice(0, MOST_UNITS)
    const reason = none?.items.find((one) => one.post === id)?.why ?? null
    if (own.length === 0 && reason === null) continue
    const noted = notedOf(own, found, reason)
    const lost = noted.units.filter((unit) => unit.start === null)
    if (lost.length > 0) round.faulty.set(item, faultOf(lost.map((unit) => unit.quote)))
    round.done.set(item, noted)
  }
  for (const raw of units?.invalid ?? []) {
    const item = items.get(postIdOf(z.looseObject({ id: z.string() }).safeParse(raw).data))
    if (item !== undefined) round.faulty.set(item, 'a unit of it lacked fields or had other words in them')
  }
  return round
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
    ref: { postId: post.id, quote, kind },
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

const RELATION = /(supports|rebuts|undercuts)\s+(p\d+[a-z]+)(?:\s*>\s*(p\d+[a-z]+))?/gi

function notedOf(own: UnitSaid[], found: Map<UnitSaid, Found>, reason: string | null): Noted {
  const byId = new Map([...found].map(([said, one]) => [said.id.trim(), one.ref]))
  return {
    units: own.flatMap((said) => found.get(said)?.unit ?? []),
    links: own.flatMap((said, from) =>
      [...(said.link ?? '').matchAll(RELATION)].flatMap(([, type = '', target = '', step = '']) => {
        const to = byId.get(target)
        const known = LinkType.safeParse(type.toLowerCase())
        return to === undefined || !known.success ? [] : [{ from, to, step: byId.get(step) ?? null, type: known.data }]
      }),
    ),
    none: own.length > 0 ? null : reason,
  }
}

function faultOf(quotes: string[]): string {
  const shown = quotes.slice(0, 2).map((quote) => JSON.stringify(quote.slice(0, 60)))
  return `${shown.join(' and ')} do not stand there letter by letter in one piece, outside of what it quotes`
}
