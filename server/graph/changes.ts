/** What each kind of correction does to a debate. Counts, places and strengths are brought up to date afterwards. */
import type { Change } from '../../shared/corrections.ts'
import type { Claim, Debate, Link, Mention } from '../../shared/debate.ts'
import type { Passage } from '../../shared/thread.ts'
import { locate } from '../text/locate.ts'
import { withEnds } from './arrange.ts'
import { earlier, headline, postOrder, UNASSESSED } from './claims.ts'
import { who } from './people.ts'
import { claimOf, endOf, linkTo, NoLonger, samePlace } from './refer.ts'

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/** The debate with the change made. Throws `NoLonger` when what it is about is not there. */
export function changed(debate: Debate, change: Change): Debate {
  switch (change.kind) {
    case 'merge':
      return merge(debate, change)
    case 'split':
      return split(debate, change)
    case 'retype':
      return edit(debate, claimOf(debate, change.claim), { kind: change.to, evidenceType: change.evidenceType })
    case 'relink':
      return relink(debate, change)
    case 'hide':
      return without(debate, claimOf(debate, change.claim).id)
    case 'restate':
      return restate(debate, change)
    case 'add':
      return add(debate, change)
    default:
      return unfold(debate, change)
  }
}

function merge(debate: Debate, change: Of<'merge'>): Debate {
  const gone = claimOf(debate, change.claim)
  const into = claimOf(debate, change.into)
  if (gone.id === into.id) throw new NoLonger('the two are one claim already')
  const order = postOrder(debate.threads)
  const mentions = [...into.mentions, ...gone.mentions].sort((a, b) => earlier(order, a, b))
  const merged = edit(debate, into, {
    mentions,
    verbatim: into.verbatim && mentions[0] === into.mentions[0],
    sourceUrls: [...new Set([...into.sourceUrls, ...gone.sourceUrls])],
    evidenceType: into.evidenceType ?? (into.kind === 'evidence' ? gone.evidenceType : null),
    stance: into.stance ?? gone.stance ?? null,
  })
  return without(renamed(merged, gone.id, into.id), gone.id)
}

/** Everything that names the one claim names the other. Of links that then have the same ends the surest is kept. */
function renamed(debate: Debate, from: string, to: string): Debate {
  const name = (id: string) => (id === from ? to : id)
  const links = debate.links.map((link) => ({ ...link, from: name(link.from), to: name(link.to) }))
  const replies = debate.replies.map((reply) => ({ ...reply, from: name(reply.from) }))
  return {
    ...debate,
    links: surestOnce(links),
    replies: [
      ...new Map(replies.toReversed().map((reply) => [`${reply.from} ${reply.toPost}`, reply])).values(),
    ].reverse(),
    similar: debate.similar
      .map((pair) => ({ ...pair, a: name(pair.a), b: name(pair.b) }))
      .filter(({ a, b }) => a !== b),
    questions: debate.questions.map((asked) => ({ ...asked, answeredBy: [...new Set(asked.answeredBy.map(name))] })),
    concessions: debate.concessions.map((made) => ({ ...made, claimId: made.claimId && name(made.claimId) })),
    summary: {
      ...debate.summary,
      sentences: debate.summary.sentences.map((one) => ({ ...one, claims: [...new Set(one.claims.map(name))] })),
    },
  }
}

/** Of links with the same ends the surest. What undercut another of them undercuts that one, so it is done until nothing changes. */
function surestOnce(links: Link[]): Link[] {
  const ends = (link: Link) => `${link.from} ${link.to}`
  const surest = new Map(
    links
      .toReversed()
      .toSorted((a, b) => a.confidence - b.confidence)
      .map((link) => [ends(link), link.id]),
  )
  if (surest.size === links.length) return links
  const keptFor = new Map(links.map((link) => [link.id, surest.get(ends(link)) as string]))
  return surestOnce(
    links
      .filter((link) => keptFor.get(link.id) === link.id)
      .map((link) => ({ ...link, to: keptFor.get(link.to) ?? link.to })),
  )
}

/** The debate without a claim and what hangs on it: its links, the undercuts of those, its replies. */
function without(debate: Debate, id: string): Debate {
  const claims = debate.claims.filter((claim) => claim.id !== id)
  const sentences = debate.summary.sentences.flatMap((one) => {
    const left = one.claims.filter((claim) => claim !== id)
    return left.length > 0 || one.claims.length === 0 ? [{ ...one, claims: left }] : []
  })
  return {
    ...debate,
    claims,
    links: withEnds(debate.links, new Set(claims.map((claim) => claim.id))),
    replies: debate.replies.filter((reply) => reply.from !== id),
    similar: debate.similar.filter(({ a, b }) => a !== id && b !== id),
    questions: debate.questions.map((asked) => ({ ...asked, answeredBy: asked.answeredBy.filter((by) => by !== id) })),
    concessions: debate.concessions.map((made) => (made.claimId === id ? { ...made, claimId: null } : made)),
    summary: { ...debate.summary, sentences },
  }
}

/** Links whose words stand in a post that only the new claim is said in go with it; the others stay. */
function split(debate: Debate, change: Of<'split'>): Debate {
  const claim = claimOf(debate, change.claim)
  const leaves = (mention: Mention) => change.mentions.some((passage) => samePlace(mention, passage))
  const leaving = claim.mentions.filter(leaves)
  const staying = claim.mentions.filter((mention) => !leaves(mention))
  const [first] = leaving
  if (first === undefined) throw new NoLonger('the places it splits off are not mentions of the claim any more')
  if (staying[0] === undefined) throw new NoLonger('it would leave nothing of the claim')
  const words = wordsAt(debate, first)
  const statement = change.statement ?? words
  const parted: Claim = {
    ...claim,
    id: freeId(debate, first, claim),
    statement,
    headline: headline(statement),
    verbatim: change.statement === null,
    saysMore: false,
    mentions: leaving,
    why: ['split off by a person'],
  }
  const rest = { ...claim, mentions: staying, verbatim: claim.verbatim && staying[0] === claim.mentions[0] }
  const moves = (link: Link) =>
    link.from === claim.id && link.passage !== null && !staying.some(({ postId }) => postId === link.passage?.postId)
  return {
    ...debate,
    claims: debate.claims.flatMap((other) => (other.id === claim.id ? [rest, parted] : [other])),
    links: debate.links.map((link) => (moves(link) ? { ...link, from: parted.id } : link)),
  }
}

/** An id for what is split off here; another claim may have a place that begins, or stands, where this one does. */
function freeId({ claims }: Debate, { postId, start, end }: Mention, of: Claim): string {
  const id = `split.${postId}.${start}`
  const all = [id, `${id}-${end}`, `${id}-${end}.${of.id}`]
  const free = all.find((one) => !claims.some((claim) => claim.id === one))
  if (free === undefined) throw new NoLonger('it is split off already')
  return free
}

/** A changed link keeps its id, so that what undercuts it stays. */
function relink(debate: Debate, { from: ref, was, now }: Of<'relink'>): Debate {
  const from = claimOf(debate, ref)
  const old = was === null ? undefined : linkTo(debate, from, was)
  if (now === null) {
    const claims = new Set(debate.claims.map((claim) => claim.id))
    const left = debate.links.filter((link) => link !== old)
    return { ...debate, links: withEnds(left, claims) }
  }
  const to = endOf(debate, now)
  if (to === from.id || to === old?.id) throw new NoLonger('a claim can’t be linked to itself')
  const link: Link = {
    id: old?.id ?? unused(`l.${from.id}.${now.type}.${to}`, debate.links),
    from: from.id,
    to,
    type: now.type,
    basis: 'correction',
    confidence: 1,
    passage: old?.passage ?? null,
    why: ['linked by a person'],
  }
  const same = (other: Link) => other !== old && other.from === link.from && other.to === link.to
  const kept = debate.links.filter((other) => other !== old && !same(other))
  const links =
    old === undefined
      ? [...kept, link]
      : debate.links.flatMap((other) => (other === old ? [link] : same(other) ? [] : [other]))
  return { ...debate, links: withEnds(links, new Set(debate.claims.map((claim) => claim.id))) }
}

/** An id no link has: a changed link may still carry the one its ends would give. */
function unused(id: string, links: Link[]): string {
  return links.some((link) => link.id === id) ? unused(`${id}.again`, links) : id
}

function restate(debate: Debate, { claim: ref, statement }: Of<'restate'>): Debate {
  const claim = claimOf(debate, ref)
  const [first] = claim.mentions
  const verbatim = first !== undefined && wordsAt(debate, first) === statement
  return edit(debate, claim, { statement, headline: headline(statement), verbatim, saysMore: false })
}

function add(debate: Debate, change: Of<'add'>): Debate {
  const passage = standing(debate, change.passage, change.words)
  if (debate.claims.some((claim) => claim.mentions.some((mention) => sameStretch(mention, passage)))) {
    throw new NoLonger('what it adds is on the map already')
  }
  const claim: Claim = {
    id: `added.${passage.postId}.${passage.start}-${passage.end}`,
    kind: change.as,
    statement: change.statement,
    headline: headline(change.statement),
    verbatim: change.statement === change.words,
    saysMore: false,
    evidenceType: change.as === 'evidence' ? change.evidenceType : null,
    sourceUrls: [],
    mentions: [{ ...passage, personId: who(debate.threads).personOf(passage.postId) }],
    people: 1,
    posts: 1,
    standing: UNASSESSED,
    place: { parent: null, via: 'none', by: null },
    confidence: 1,
    why: ['added by a person'],
    stance: null,
  }
  const fates = debate.coverage.fates.map((fate) =>
    fate.postId === passage.postId && fate.fate !== 'repeat' ? { ...fate, fate: 'mapped' as const, why: '' } : fate,
  )
  return { ...debate, claims: [...debate.claims, claim], coverage: { ...debate.coverage, fates } }
}

/** Where the words stand now: at their place, or where they moved within their post. */
function standing(debate: Debate, passage: Passage, words: string): Passage {
  const post = debate.threads.flatMap((thread) => thread.posts).find(({ id }) => id === passage.postId)
  if (post === undefined) throw new NoLonger('the post it quotes is not there any more')
  const place = locate(post.text, words, passage.start)
  if (place === null) throw new NoLonger('the words it quotes are not in the post any more')
  return { postId: post.id, start: place.start, end: place.end }
}

function sameStretch(a: Passage, b: Passage): boolean {
  return a.postId === b.postId && a.start === b.start && a.end === b.end
}

/**
 * The post stands for itself: what only its fold said of it goes, and that it has not been analysed is told. An analysis
 * made since then has read it by itself and left nothing to do. A partial repeat was read for itself anyhow: all it says stays.
 */
function unfold(debate: Debate, { postId }: Of<'unfold'>): Debate {
  const fate = debate.coverage.fates.find((one) => one.postId === postId)
  if (fate === undefined) throw new NoLonger('the post is not there any more')
  const repeat = debate.repeats.find((one) => one.postId === postId)
  if (repeat === undefined) return debate
  const repeats = debate.repeats.filter((one) => one !== repeat)
  if (repeat.kind === 'partial') return { ...debate, repeats }
  const why = 'taken out of its fold by a person, not analysed by itself yet'
  return {
    ...debate,
    repeats,
    claims: debate.claims.map((claim) => {
      const mentions = claim.mentions.filter((mention) => mention.postId !== postId)
      return mentions.length === 0 || mentions.length === claim.mentions.length ? claim : { ...claim, mentions }
    }),
    coverage: {
      ...debate.coverage,
      fates: debate.coverage.fates.map((fate) =>
        fate.postId === postId && fate.fate === 'repeat' ? { ...fate, fate: 'failed', of: null, why } : fate,
      ),
    },
  }
}

function edit(debate: Debate, claim: Claim, change: Partial<Claim>): Debate {
  return { ...debate, claims: debate.claims.map((other) => (other.id === claim.id ? { ...other, ...change } : other)) }
}

function wordsAt(debate: Debate, { postId, start, end }: Passage): string {
  const posts = debate.threads.flatMap((thread) => thread.posts)
  return posts.find((post) => post.id === postId)?.text.slice(start, end) ?? ''
}
