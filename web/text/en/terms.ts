/** Words of the field, counts and names that every screen uses. */
import type { Basis, EvidenceType } from '../../../shared/findings.ts'
import type { Relation } from '../../graph/argument.ts'
import { many, n } from './number.ts'

const relations: Record<Relation, string> = {
  issue: 'Issue',
  for: 'For',
  against: 'Against',
  position: 'Main point',
  supports: 'Supports',
  rebuts: 'Rebuts',
  undercuts: 'Undercuts the link',
  answers: 'Answers the post',
  alone: 'On its own',
}

const evidence: Record<EvidenceType, string> = {
  statistic: 'Statistic',
  study: 'Study',
  document: 'Document',
  expert: 'Expert',
  example: 'Example',
  experience: 'First-hand account',
}

const bases: Record<Basis, string> = {
  connective: 'The post says so in words.',
  model: 'Judged by the model that read the posts.',
  quote: 'The post quotes the words it answers.',
  platform: 'Recorded by the platform: the post was marked as for or against.',
  nearby: 'Inferred: it stands right beside the claim.',
  similar: 'Inferred: it speaks of the same things.',
  reply: 'Inferred: the post is a reply to that post.',
  title: 'Inferred: it speaks about the title’s question.',
  correction: 'Set by a person.',
}

export const terms = {
  language: 'English',
  locale: 'en-GB',
  app: 'Counterpoint',
  n,
  skip: 'Skip to the content',
  close: 'Close',
  back: 'Back',
  home: 'Start page',
  more: 'More',
  loading: 'Loading',
  claims: (value: number) => many(value, 'claim', 'claims'),
  posts: (value: number) => many(value, 'post', 'posts'),
  people: (value: number) => many(value, 'person', 'people'),
  mainPoints: (value: number) => many(value, 'main point', 'main points'),
  replies: (value: number) => many(value, 'reply', 'replies'),
  said: (times: number, people: number) =>
    times <= 1 ? 'Said once' : `Said ${n(times)} times${people === 0 ? '' : ` by ${many(people, 'person', 'people')}`}`,
  saidShort: (times: number, people: number) =>
    `${n(times)}×${people === 0 ? '' : ` · ${many(people, 'person', 'people')}`}`,
  relations,
  evidence,
  evidenceAgainst: (type: string) => `${type}, against`,
  evidenceUntyped: 'Evidence',
  bases,
  sure: (share: number) => `Of 10 links known like this, about ${Math.round(share * 10)} are right.`,
  modelSure: (confidence: number) => `The model was ${Math.round(confidence * 100)} % sure.`,
  answersPost: (who: string) => `It answers ${who}’s post; which of its claims is meant is not known.`,
  nobody: 'Name not given',
  aPost: 'that post',
  unnamedIssue: 'What is discussed',
  aloneIssue: 'Claims on their own',
  bar: (supports: number, rebuts: number, undercuts: number) =>
    `${n(supports)} supporting, ${n(rebuts)} rebutting, ${n(undercuts)} undercutting`,
}
