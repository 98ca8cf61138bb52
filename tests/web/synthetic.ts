/** Valid debates of any size, the same for the same numbers: every mention's words stand at its offsets. */
import type { Claim, Debate, Issue, Link, Mention, Person } from '../../shared/debate.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import { plainPost } from '../fixtures/posts.ts'
import { plainProvenance } from '../fixtures/provenance.ts'

const PEOPLE = 120
const WORDS =
  'the town should keep its old market because people meet there and small shops depend on it while parking on the square costs more than it brings in every year for nobody who walks'.split(
    ' ',
  )

/** A small seeded generator (mulberry32), so that pictures and measurements can be repeated. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A debate of `size` claims: about 22 % evidence, branches of 2 to 3, one claim in ten linked across, some said often. */
export function syntheticDebate(size: number, seed = 1): Debate {
  const random = chance(seed)
  const pick = (below: number): number => Math.floor(random() * below)
  const sentence = (): string => {
    const length = 9 + pick(14)
    const words = Array.from({ length }, () => WORDS[pick(WORDS.length)] as string)
    return `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}.`
  }
  const people: Person[] = Array.from({ length: Math.min(PEOPLE, Math.max(2, size)) }, (_, at) => ({
    id: `person${at}`,
    name: `Speaker ${at + 1}`,
    site: 'forum.example',
    posts: 0,
    claims: 0,
  }))
  const posts: Post[] = []
  const say = (words: string): Mention => {
    const person = people[pick(people.length)] as Person
    const before = `${sentence()} `
    const at = posts.length
    posts.push(postOf(`p${at}`, at === 0 ? null : `p${pick(at)}`, person.name, `${before}${words} ${sentence()}`, at))
    person.posts += 1
    return { postId: `p${at}`, start: before.length, end: before.length + words.length, personId: person.id }
  }
  const issue: Issue = {
    id: 'issue',
    question: 'Should the market square be closed to cars?',
    source: 'title',
    positions: [],
  }
  const claims: Claim[] = []
  const links: Link[] = []
  for (let at = 0; at < size; at += 1) {
    const statement = sentence()
    const main = at < Math.min(14, Math.ceil(size / 8))
    const evidence = !main && random() < 0.22
    const parent = main ? null : parentOf(claims, pick)
    const mentions = Array.from({ length: random() < 0.15 ? 2 + pick(6) : 1 }, () => say(statement))
    const type = random() < 0.55 ? 'supports' : 'rebuts'
    const id = `c${at}`
    const undercut = parent !== null && !evidence && parent.place.by !== null && random() < 0.05
    if (parent === null) issue.positions.push({ claimId: id, stance: at % 2 === 0 ? 'for' : 'against' })
    else
      links.push(
        linkOf(`l${at}`, id, undercut ? (parent.place.by as string) : parent.id, undercut ? 'undercuts' : type),
      )
    for (const { personId } of mentions) (people.find((person) => person.id === personId) as Person).claims += 1
    claims.push({
      id,
      kind: evidence ? 'evidence' : 'claim',
      statement,
      headline: statement.slice(0, 38),
      verbatim: true,
      saysMore: false,
      evidenceType: evidence ? 'statistic' : null,
      sourceUrls: evidence && random() < 0.5 ? ['https://figures.example/table'] : [],
      mentions,
      people: new Set(mentions.map((mention) => mention.personId)).size,
      posts: mentions.length,
      standing: {
        label: random() < 0.3 ? 'contested' : 'unchallenged',
        strength: random(),
        noEvidence: random() < 0.6,
        unanswered: random() < 0.3,
      },
      place: {
        parent: parent?.id ?? issue.id,
        via: parent === null ? 'position' : 'link',
        by: parent === null ? null : `l${at}`,
      },
      confidence: 0.7,
      why: ['says because'],
    })
  }
  for (let at = 0; at < size / 10; at += 1) {
    const from = claims[pick(size)] as Claim
    const to = claims[pick(size)] as Claim
    if (from !== to && from.kind === 'claim' && to.kind === 'claim')
      links.push(linkOf(`x${at}`, from.id, to.id, 'supports'))
  }
  return debateOf(size, people, posts, issue, claims, links)
}

/** Recent claims more often than old ones, so that the tree is some twelve levels deep; never a piece of evidence. */
function parentOf(claims: Claim[], pick: (below: number) => number): Claim {
  for (;;) {
    const back = Math.min(pick(claims.length), pick(claims.length))
    const claim = claims[claims.length - 1 - back] as Claim
    if (claim.kind === 'claim') return claim
  }
}

function linkOf(id: string, from: string, to: string, type: Link['type']): Link {
  return { id, from, to, type, basis: 'connective', confidence: 0.6, passage: null, why: [] }
}

function postOf(id: string, parentId: string | null, author: string | null, text: string, minute: number): Post {
  return plainPost({
    id,
    parentId,
    parentVia: parentId === null ? 'none' : 'platform',
    author,
    createdAt: new Date(Date.UTC(2026, 2, 4, 8, minute)).toISOString(),
    text,
    permalink: `https://forum.example/t/1/${id}`,
    kind: parentId === null ? 'opening' : 'reply',
  })
}

function debateOf(size: number, people: Person[], posts: Post[], issue: Issue, claims: Claim[], links: Link[]): Debate {
  const thread: Thread = {
    id: 'thread',
    url: 'https://forum.example/t/1',
    platform: 'test',
    site: 'forum.example',
    title: issue.question,
    language: 'en',
    readAt: '2026-03-05T00:00:00.000Z',
    article: null,
    posts,
    completeness: { expected: posts.length, got: posts.length, missing: [] },
    notices: [],
  }
  return {
    id: `synthetic${size}`,
    title: issue.question,
    threads: [thread],
    people,
    issues: [issue],
    claims,
    links,
    replies: [],
    repeats: [],
    similar: [],
    questions: [],
    concessions: [],
    coverage: {
      fates: posts.map((post) => ({ postId: post.id, fate: 'mapped', of: null, why: '', by: 'embedded' })),
      notRead: [],
      dropped: [],
    },
    summary: { sentences: [], by: 'embedded' },
    provenance: plainProvenance({
      startedAt: '2026-03-05T00:00:00.000Z',
      finishedAt: '2026-03-05T00:00:01.000Z',
      took: 1000,
      version: '0.1.0',
    }),
    notices: [],
    weighing: { base: 'equal', settled: true },
    cruxes: [],
    profiles: [],
    corrections: [],
    notApplied: [],
  }
}
