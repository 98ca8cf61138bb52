/** A debate with the look-ups every format needs. */
import type { Claim, Debate, Link, Mention } from '../../shared/debate.ts'
import { copiesByPost, copiesOf } from '../../shared/copies.ts'
import { lackingOf } from '../../shared/lacking.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import { weights } from '../../shared/weight.ts'

/** A claim that answers another, by a link. */
export interface Answer {
  claim: Claim
  link: Link
}

export interface View {
  debate: Debate
  claim(id: string): Claim | undefined
  /** The link that places a claim, where one does. */
  placing(claim: Claim): Link | undefined
  /** What supports or rebuts a claim, strongest first. */
  answers(id: string, type: 'supports' | 'rebuts'): Answer[]
  /** What undercuts a link, strongest first. */
  undercuts(linkId: string): Answer[]
  weight(id: string): number
  post(id: string): Post | undefined
  thread(postId: string): Thread | undefined
  /** The exact words of a mention. */
  words(mention: Mention): string
  author(postId: string): string
  /** "said 40 times by 40 people, 39 of them copies"; "said once". Posts and people are counted apart. */
  said(claim: Claim): string
  /** Claims that hang directly under a claim or an issue, in the order of the debate. */
  below(id: string): Claim[]
}

export function view(debate: Debate): View {
  const claims = new Map(debate.claims.map((claim) => [claim.id, claim]))
  const posts = new Map(debate.threads.flatMap((thread) => thread.posts.map((post) => [post.id, post])))
  const threads = new Map(debate.threads.flatMap((thread) => thread.posts.map((post) => [post.id, thread])))
  const links = new Map(debate.links.map((link) => [link.id, link]))
  const weight = weights(debate)
  const copies = copiesByPost(debate.repeats)
  const into = new Map<string, Answer[]>()
  for (const link of debate.links) {
    const claim = claims.get(link.from)
    if (claim === undefined) continue
    const list = into.get(link.to)
    if (list === undefined) into.set(link.to, [{ claim, link }])
    else list.push({ claim, link })
  }
  const force = ({ claim, link }: Answer) => claim.standing.strength * link.confidence
  for (const list of into.values()) {
    list.sort((a, b) => force(b) - force(a) || (weight.get(b.claim.id) ?? 0) - (weight.get(a.claim.id) ?? 0))
  }
  const children = new Map<string, Claim[]>()
  for (const claim of debate.claims) {
    const parent = claim.place.parent ?? ''
    children.set(parent, [...(children.get(parent) ?? []), claim])
  }
  return {
    debate,
    claim: (id) => claims.get(id),
    placing: ({ place }) => (place.via === 'link' ? links.get(place.by ?? '') : undefined),
    answers: (id, type) => (into.get(id) ?? []).filter(({ link }) => link.type === type),
    undercuts: (linkId) => (into.get(linkId) ?? []).filter(({ link }) => link.type === 'undercuts'),
    weight: (id) => weight.get(id) ?? 0,
    post: (id) => posts.get(id),
    thread: (postId) => threads.get(postId),
    words: ({ postId, start, end }) => posts.get(postId)?.text.slice(start, end) ?? '',
    said: (claim) => said(claim, copiesOf(claim, copies)),
    author: (postId) => posts.get(postId)?.author ?? 'someone unnamed',
    below: (id) => children.get(id) ?? [],
  }
}

/** No people where none is named. */
function said({ posts, people }: Pick<Claim, 'posts' | 'people'>, copies: number): string {
  if (posts === 1) return 'said once'
  const by = people === 0 ? '' : ` by ${count(people, 'person', 'people')}`
  return `said ${posts} times${by}${copies === 0 ? '' : `, ${copies} of them copies`}`
}

/** "53 posts by 17 people"; "13 posts, no writer named". */
export function size(debate: Debate): string {
  const posts = count(debate.coverage.fates.length, 'post', 'posts')
  const people = debate.people.filter(({ name }) => name !== null).length
  return people === 0 ? `${posts}, no writer named` : `${posts} by ${count(people, 'person', 'people')}`
}

/** "20 of 795 posts were read"; empty where nothing is known to be missing. */
export function partRead(debate: Debate): string {
  const lacking = lackingOf(debate.threads.map(({ completeness }) => completeness))
  if (lacking === null) return ''
  return lacking.expected === null ? 'Not all posts were read' : `${lacking.got} of ${lacking.expected} posts were read`
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

/** What is known of a claim's standing, in words; the label first. */
export function standing({ standing, kind }: Claim): string {
  return [
    standing.label,
    ...(standing.unanswered ? ['unanswered'] : []),
    ...(standing.noEvidence && kind === 'claim' ? ['no evidence'] : []),
  ].join(', ')
}
