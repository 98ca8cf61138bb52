/** What is counted of a person in the table of people, and what each count stands for. */
import type { ComponentChildren } from 'preact'
import type { Person, Profile } from '../../shared/debate.ts'
import { gaveIn } from '../../shared/gave-in.ts'
import { debate, index } from '../state/debate.ts'
import { words } from '../text/index.ts'
import { Balance } from './Glyph.tsx'
import { here } from './links.ts'

export interface Part {
  label: string
  count: number
  /** Told in words where the number alone does not say it. */
  told?: string
  /** Shown before the number; words, in place of it. */
  face?: ComponentChildren
  items: () => ComponentChildren[]
}

export type PartName = 'positions' | 'voted' | 'gaveIn' | 'unanswered' | 'asked'

export function partsOf(profile: Profile | undefined): Record<PartName, Part> {
  return {
    positions: positions(profile),
    voted: votes(profile),
    gaveIn: concessions(profile),
    unanswered: unanswered(profile),
    asked: asked(profile),
  }
}

export function nameOf(person: Person | undefined): string {
  return person?.name ?? words.value.nobody
}

function ClaimAddress({ id }: { id: string }) {
  return <a href={here({ view: 'map', claim: id })}>{index.value.claims.get(id)?.statement ?? id}</a>
}

function PostAddress({ id }: { id: string }) {
  return (
    <a href={here({ view: 'thread', post: id })}>{words.value.inspector.post(index.value.posts.get(id)?.at ?? 0)}</a>
  )
}

/** The main points held, with a bar of sides; the side is that of the person on each point. */
function positions(profile: Profile | undefined): Part {
  const { people_: text, relations } = words.value
  const held = profile?.positions ?? []
  const { pro, con } = sidesOf(held)
  const turned = new Set(profile?.changed.map(({ claimId }) => claimId))
  return {
    label: text.stances,
    count: held.length,
    ...(pro + con > 0 && {
      told: text.sides(pro, con),
      face: <Balance supports={pro} rebuts={con} undercuts={0} label={text.sides(pro, con)} />,
    }),
    items: () =>
      held.map(({ claimId, attitude }) => (
        <>
          <span class="muted">{relations[attitude]}: </span>
          <ClaimAddress id={claimId} />
          {turned.has(claimId) && <span class="muted"> · {text.changed}</span>}
        </>
      )),
  }
}

/** The sides the site itself records of their posts. */
function votes(profile: Profile | undefined): Part {
  const { people_: text } = words.value
  const voted = profile?.voted ?? []
  const count = (side: string): number => voted.filter(({ stance }) => stance === side).length
  const told = text.votes(count('pro'), count('con'), count('neutral'))
  return {
    label: text.voted,
    count: voted.length,
    told,
    face: told,
    items: () =>
      voted.map(({ postId, stance }) => (
        <>
          <span class="muted">{text.side[stance]}: </span>
          <PostAddress id={postId} />
        </>
      )),
  }
}

/** How often somebody gave in, with the very words. */
function concessions(profile: Profile | undefined): Part {
  const { people_: text } = words.value
  const said = gaveIn(profile, debate.value?.concessions ?? [])
  return {
    label: text.concessions,
    count: said.length,
    items: () =>
      said.map(({ postId, start, end, changed }) => (
        <>
          <q>{index.value.posts.get(postId)?.post.text.slice(start, end)}</q> <PostAddress id={postId} />
          {changed && <span class="muted"> · {text.changed}</span>}
        </>
      )),
  }
}

function unanswered(profile: Profile | undefined): Part {
  const claims = profile?.unanswered ?? []
  return {
    label: words.value.people_.unanswered,
    count: claims.length,
    items: () => claims.map((id) => <ClaimAddress key={id} id={id} />),
  }
}

/** Questions put to somebody that nobody answered, in the words they were put in. */
function asked(profile: Profile | undefined): Part {
  const ids = new Set(profile?.asked)
  const questions = (debate.value?.questions ?? []).filter(({ id }) => ids.has(id))
  return {
    label: words.value.people_.asked,
    count: questions.length,
    items: () =>
      questions.map(({ statement, mention }) => (
        <>
          {nameOf(index.value.people.get(mention.personId))}: <q>{statement}</q> <PostAddress id={mention.postId} />
        </>
      )),
  }
}

/** Main points held for and against the question: to reject a point for is to speak against, and the other way round. */
function sidesOf(held: Profile['positions']): { pro: number; con: number } {
  const stances = new Map(
    debate.value?.issues.flatMap((issue) => issue.positions.map(({ claimId, stance }) => [claimId, stance] as const)),
  )
  let pro = 0
  let con = 0
  for (const { claimId, attitude } of held) {
    const stance = stances.get(claimId) ?? null
    if (stance !== null && stance === attitude) pro += 1
    else if (stance !== null) con += 1
  }
  return { pro, con }
}
