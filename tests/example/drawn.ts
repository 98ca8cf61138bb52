/** The expected map drawn as a debate: what an analyser without fault would show of the example thread. */
import { Debate } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { plainProvenance } from '../fixtures/provenance.ts'
import type { Expected } from './expected.ts'

/** Ids of claims are their keys, ids of links "from>to". Strengths and summary say nothing. */
export function drawnMap(thread: Thread, expected: Expected): Debate {
  const people = [...new Set(thread.posts.map(({ author }) => author))]
  const personOf = (post: string) => personId(people, thread.posts.find(({ id }) => id === post)?.author ?? null)
  const mention = ({ post, words }: { post: string; words: string }) => {
    const start = thread.posts.find(({ id }) => id === post)?.text.indexOf(words) ?? -1
    return { postId: post, start, end: start + words.length, personId: personOf(post) }
  }
  return Debate.parse({
    id: thread.id,
    title: thread.title,
    threads: [thread],
    people: people.map((name) => ({
      id: personId(people, name),
      name,
      site: thread.site,
      posts: thread.posts.filter(({ author }) => author === name).length,
      claims: expected.claims.filter(({ mentions }) =>
        mentions.some(({ post }) => personOf(post) === personId(people, name)),
      ).length,
    })),
    issues: [
      {
        id: 'issue',
        question: thread.title,
        source: 'title',
        positions: expected.positions.map((key) => ({ claimId: key, stance: stanceOf(expected, key) })),
      },
    ],
    claims: expected.claims.map((claim) => ({
      id: claim.key,
      kind: claim.kind,
      statement: claim.statement,
      headline: claim.statement.slice(0, 40),
      verbatim: false,
      saysMore: false,
      evidenceType: claim.evidenceType,
      sourceUrls: [],
      mentions: claim.mentions.map(mention),
      people: new Set(claim.mentions.map(({ post }) => personOf(post))).size,
      posts: new Set(claim.mentions.map(({ post }) => post)).size,
      standing: {
        label: 'unchallenged',
        strength: 0.5,
        noEvidence: false,
        unanswered: expected.unanswered.includes(claim.key),
      },
      place: placeOf(expected, claim.key),
      confidence: 1,
      why: [],
    })),
    links: expected.links.map(({ from, to, step, type }) => ({
      id: `${from}>${to}`,
      from,
      to: step === null ? to : `${to}>${step}`,
      type,
      basis: 'model',
      confidence: 1,
      passage: null,
      why: [],
    })),
    replies: [],
    repeats: expected.repeats.map(({ post, of, kind }) => ({ postId: post, of, kind, similarity: 1 })),
    similar: [],
    questions: expected.questions.map((asked) => ({
      id: `question-${asked.post}`,
      statement: asked.words,
      mention: mention(asked),
      answeredBy: asked.answeredBy,
    })),
    concessions: expected.concessions.map((one) => ({
      id: `concession-${one.post}`,
      statement: one.words,
      mention: mention(one),
      claimId: one.accepts,
    })),
    coverage: { fates: thread.posts.map(({ id }) => fateOf(expected, id)), notRead: [], dropped: [] },
    summary: { sentences: [], by: 'a reader' },
    provenance: plainProvenance({ cost: 0, startedAt: thread.readAt, finishedAt: thread.readAt, version: '0' }),
    notices: [],
  })
}

const personId = (people: (string | null)[], name: string | null) => `person-${people.indexOf(name)}`

const stanceOf = (expected: Expected, key: string) => expected.claims.find((claim) => claim.key === key)?.stance ?? null

function placeOf(expected: Expected, key: string) {
  if (expected.positions.includes(key)) return { parent: 'issue', via: 'position', by: null }
  const link = expected.links.find(({ from, type }) => from === key && type !== 'undercuts')
  return link === undefined
    ? { parent: null, via: 'none', by: null }
    : { parent: link.to, via: 'link', by: `${link.from}>${link.to}` }
}

function fateOf(expected: Expected, postId: string) {
  const repeat = expected.repeats.find(({ post }) => post === postId)
  const fate = expected.noArgument.includes(postId) ? 'no argument' : repeat === undefined ? 'mapped' : 'repeat'
  return { postId, fate, of: repeat?.of ?? null, why: '', by: null }
}
