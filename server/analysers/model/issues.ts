/** The questions a debate is about, with the claims that answer them. */
import { z } from 'zod'
import { type Asking, IssueAnswer, type IssuesQuestion } from '../index.ts'
import { apart } from './apart.ts'
import { askItems, type Round } from './items.ts'
import { languageName } from './language.ts'
import { lasting } from './lasting.ts'
import { memoryOf } from './memory.ts'
import { inBriefFor } from './prompts.ts'
import { ANSWERS, IssueSaid, listIn, PositionSaid } from './shapes.ts'
import type { Tools } from './tools.ts'
import { free } from './usage.ts'

/** Claims asked about, and characters of their statements: this share of all, within these bounds. */
const MOST = { claims: 24, share: 0.25, least: 1_000, characters: 1_800 }
const MOST_ISSUES = 5
const LONGEST_QUESTION = 200
const ANSWER_TOKENS = 400

/**
 * The answer holds while no larger a share of the claims to ask about had not come into question before, and of the
 * weightiest none that several people say, nor all.
 */
const STILL = { share: 0.25, weightiest: 2 }

const Said = z.object({ issues: z.array(IssueSaid), positions: z.array(PositionSaid) })
type Said = z.infer<typeof Said>

interface Asked {
  json: string
  claims: Map<string, string>
  /** Ids and statements of these claims, weightiest first. */
  asked: [string, string][]
}

/** What is kept for when the thread has grown: the claims that came into question, more than there was room for, and the answer. */
const Kept = z.object({ asked: z.array(z.tuple([z.string(), z.string()])), answers: z.array(IssueAnswer) })
type Kept = z.infer<typeof Kept>

export async function issues(asked: IssuesQuestion, asking: Asking, tools: Tools): Promise<IssueAnswer[]> {
  const set = await apart([asked.title, ...asked.claims.map((claim) => claim.statement)], asking)
  const given = givenOf({
    title: set.has(asked.title) ? '' : asked.title,
    claims: asked.claims.filter((claim) => !set.has(claim.statement)),
  })
  if (given.claims.size === 0) return []
  const prompt = tools.prompts.issues
  const memory = memoryOf(tools.profile.model, prompt, ANSWERS.issues, Said, () => [tools.language, given.json])
  const kept = (await memory.recall([given], asking)).get(given)
  if (kept !== undefined) return answersOf(kept, given)
  const { model } = tools.profile
  const before = lasting(Kept, [model, prompt.name, prompt.version, tools.language], [...given.claims.values()])
  const still = (await before.found(asking)).find((one) => holds(one, given, asked))
  if (still !== undefined) {
    await asking.spent(free(prompt.name, given.claims.size))
    return still.answers
  }
  const outcomes = await askItems([given], async () => {
    const answered = await ask(given, asking, tools)
    await memory.keep(answered.done, asking)
    return answered
  })
  const said = outcomes.done.get(given)
  if (said !== undefined) {
    const answers = answersOf(said, given)
    await before.keep({ asked: asked.claims.map(({ id, statement }) => [id, statement]), answers }, asking)
    return answers
  }
  asking.notice?.(`The questions of the debate were not named by the model: ${outcomes.failed.get(given)?.why ?? ''}.`)
  return []
}

function givenOf(asked: IssuesQuestion): Asked {
  const all = asked.claims.reduce((sum, { statement }) => sum + statement.length, 0)
  let left = Math.min(MOST.characters, Math.max(MOST.least, all * MOST.share))
  const claims = asked.claims.slice(0, MOST.claims).filter(({ statement }) => (left -= statement.length) >= 0)
  const named = claims.map((claim, index) => [`k${index + 1}`, claim] as const)
  return {
    json: JSON.stringify({
      title: asked.title,
      claims: Object.fromEntries(named.map(([id, claim]) => [id, claim.statement])),
    }),
    claims: new Map(named.map(([id, claim]) => [id, claim.id])),
    asked: claims.map((claim) => [claim.id, claim.statement]),
  }
}

/** Whether an answer given before is still right enough: see `STILL`; and every position it names is still a claim to ask about. */
function holds({ asked: before, answers }: Kept, { asked }: Asked, { claims }: IssuesQuestion): boolean {
  const known = new Set(before.map((claim) => claim.join('\n')))
  const isNew = asked.map((claim) => !known.has(claim.join('\n')))
  const people = new Map(claims.map((claim) => [claim.id, claim.people]))
  const weightiest = asked.slice(0, STILL.weightiest).filter((_, at) => isNew[at] === true)
  return (
    weightiest.length < STILL.weightiest &&
    weightiest.every(([id]) => people.get(id) === 1) &&
    isNew.filter(Boolean).length <= STILL.share * asked.length &&
    answers.every(({ positions }) => positions.every(({ claimId }) => people.has(claimId)))
  )
}

async function ask(given: Asked, asking: Asking, tools: Tools): Promise<Round<Asked, Said>> {
  const answer = await tools.ask(
    {
      prompt: inBriefFor(given.json, tools.prompts.issues),
      about: given.claims.size,
      values: { language: languageName(tools.language), data: given.json },
      schema: ANSWERS.issues,
      expected: ANSWER_TOKENS,
    },
    asking,
  )
  if ('failure' in answer) return { done: new Map(), faulty: new Map(), failure: answer.failure }
  const named = listIn(answer.value, 'issues', IssueSaid)
  const positions = listIn(answer.value, 'positions', PositionSaid)
  if (named === null || positions === null) {
    return {
      done: new Map(),
      faulty: new Map(),
      failure: {
        kind: 'nonsense',
        why: answer.cut ? 'the model’s answer was not complete' : 'the model’s answer lacked what was asked for',
      },
    }
  }
  const said = { issues: named.items, positions: positions.items }
  return { done: new Map([[given, said]]), faulty: new Map(), failure: null }
}

/** Issues with at least one position that exists; a claim takes one position only, the first it is given. */
function answersOf(said: Said, given: Asked): IssueAnswer[] {
  const taken = new Set<string>()
  return said.issues.slice(0, MOST_ISSUES).flatMap((issue) => {
    const question = issue.question
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_QUESTION)
    const positions = said.positions.flatMap((position) => {
      const claimId = given.claims.get(position.claim.toLowerCase())
      if (position.issue.toLowerCase() !== issue.id.toLowerCase() || claimId === undefined || taken.has(claimId))
        return []
      taken.add(claimId)
      return [{ claimId, stance: position.stance === 'none' ? null : position.stance }]
    })
    return positions.length === 0 || question === '' ? [] : [{ question, positions }]
  })
}
