/** Small values of the shapes that stores keep. */
import type { DebateEntry, ProblemReply } from '../../shared/api.ts'
import type { Correction } from '../../shared/corrections.ts'
import { Debate } from '../../shared/debate.ts'
import { Problem } from '../../server/problem.ts'
import { plainProvenance } from '../fixtures/provenance.ts'

export function sampleEntry(given: Partial<DebateEntry> = {}): DebateEntry {
  return {
    id: 'a',
    title: 'Untitled',
    status: 'waiting',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    posts: 0,
    people: 0,
    claims: 0,
    supports: 0,
    rebuts: 0,
    undercuts: 0,
    problem: null,
    ...given,
  }
}

export const sampleProblem: ProblemReply = new Problem('gone', 'The thread was deleted.').reply()

export function sampleCorrection(id: string): Correction {
  const change = { kind: 'hide' as const, claim: { id: 'claim1', passages: [] } }
  return { id, at: '2026-01-02T00:00:00.000Z', by: null, undone: false, change }
}

const TEXTS = ['Trams are better than buses.', 'No, they are not.']

/** Two people, two posts, one claim rebutting the other. */
export function sampleDebate(id: string): Debate {
  const claim = (n: number) => ({
    id: `claim${n}`,
    kind: 'claim',
    statement: TEXTS[n],
    headline: TEXTS[n],
    verbatim: true,
    saysMore: false,
    evidenceType: null,
    sourceUrls: [],
    mentions: [{ postId: `p${n}`, start: 0, end: TEXTS[n]?.length, personId: `person${n}` }],
    people: 1,
    posts: 1,
    standing: { label: n === 0 ? 'rebutted' : 'unchallenged', strength: 0.5, noEvidence: true, unanswered: n === 1 },
    place: { parent: null, via: 'none', by: null },
    confidence: 0.9,
    why: [],
  })
  const post = (n: number) => ({
    id: `p${n}`,
    parentId: n === 0 ? null : 'p0',
    parentVia: n === 0 ? 'none' : 'platform',
    author: `Person ${n}`,
    createdAt: null,
    score: null,
    text: TEXTS[n],
    heading: 0,
    quotes: [],
    links: [],
    code: [],
    permalink: null,
    kind: n === 0 ? 'opening' : 'reply',
    state: 'ok',
    stance: null,
    globalId: null,
  })
  return Debate.parse({
    id,
    title: 'Trams or buses?',
    threads: [
      {
        id: 't',
        url: null,
        platform: 'paste',
        site: 'Pasted text',
        title: 'Trams or buses?',
        language: 'en',
        readAt: '2026-01-01T00:00:00.000Z',
        article: null,
        posts: [post(0), post(1)],
        completeness: { expected: null, got: 2, missing: [] },
        notices: [],
      },
    ],
    people: [0, 1].map((n) => ({ id: `person${n}`, name: `Person ${n}`, site: 'Pasted text', posts: 1, claims: 1 })),
    issues: [],
    claims: [claim(0), claim(1)],
    links: [
      {
        id: 'link',
        from: 'claim1',
        to: 'claim0',
        type: 'rebuts',
        basis: 'reply',
        confidence: 0.7,
        passage: null,
        why: [],
      },
    ],
    replies: [],
    repeats: [],
    similar: [],
    questions: [],
    concessions: [],
    coverage: { fates: [], notRead: [], dropped: [] },
    summary: { sentences: [], by: 'embedded' },
    provenance: plainProvenance({ cost: 0, finishedAt: '2026-01-01T00:00:01.000Z', took: 1000, version: '0.1.0' }),
    notices: [],
  })
}
