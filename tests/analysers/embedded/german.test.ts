import { beforeAll, describe, expect, test } from 'vitest'
import type { Debate } from '../../../shared/debate.ts'
import type { Thread } from '../../../shared/thread.ts'
import { embedded } from '../../example/embedded.ts'
import { post } from './thread.ts'

const TITLE = 'Soll die Gemeinde die Grundschule am Weiher schließen?'

const POSTS: [id: string, answers: string | null, text: string][] = [
  ['1', null, `${TITLE}\nDer Rat will die Kinder mit dem Bus nach Oberdorf fahren. Was meint ihr?`],
  ['2', '1', 'Ich bin dagegen. Die Kinder wären dann jeden Tag 40 Minuten länger unterwegs.'],
  ['3', '2', 'Das stimmt nicht. Laut Fahrplan sind es 18 Minuten.'],
  ['4', '3', 'Der Fahrplan gilt nur ohne Schnee. Im letzten Winter stand der Bus dreimal im Graben.'],
  ['5', '1', 'Ich finde, die Schule muss weg. Bei 31 Kindern kostet sie 400.000 Euro im Jahr, das ist viel zu teuer.'],
  ['6', '5', 'Genau.'],
  ['7', '5', 'Guter Punkt, aber die neue Turnhalle in Oberdorf kostet das Doppelte.'],
  ['8', '5', 'Quelle?'],
  ['9', '1', 'lol, bei uns hat man das auch versucht :)'],
  [
    '10',
    '1',
    'Ein Dorf ohne Schule stirbt aus. Junge Familien ziehen dann weg, und die Grundstücke verlieren an Wert.',
  ],
  ['11', '10', 'Unsinn. Nur weil eine Schule schließt, heißt das nicht, dass alle wegziehen.'],
  ['12', '10', 'Sehe ich auch so. Als ich klein war, gab es hier noch zwei Läden, jetzt gibt es keinen mehr.'],
  ['13', '1', 'Danke für die Infos, schönes Wochenende!'],
  ['14', '13', 'Gerne.'],
  ['15', '2', 'Wer zahlt eigentlich die Busbegleitung?'],
]

const thread: Thread = {
  id: 'weiher',
  url: null,
  platform: 'text',
  site: 'text',
  title: TITLE,
  language: 'de',
  readAt: '2026-01-01T00:00:00.000Z',
  article: null,
  posts: POSTS.map(([id, answers, text]) => post(id, answers, text, answers === null ? { heading: TITLE.length } : {})),
  completeness: { expected: POSTS.length, got: POSTS.length, missing: [] },
  notices: [],
}

test('a reason keeps the word that sets the order of its own', async () => {
  const text = 'Ich finde die Schule zu teuer, weil sie jedes Jahr viel Geld verschlingt.'
  const said = { ...thread, posts: [...thread.posts.slice(0, 1), post('2', '1', text)] }
  const { claims } = await embedded(said)
  expect(claims.map(({ statement }) => statement)).toContain('Weil sie jedes Jahr viel Geld verschlingt.')
})

describe('a thread in German', () => {
  let debate: Debate
  const saidIn = (id: string) => debate.claims.filter(({ mentions }) => mentions.some(({ postId }) => postId === id))
  /** Types of links from one post to another. */
  const between = (from: string, to: string) => {
    const ids = (id: string) => new Set(saidIn(id).map((claim) => claim.id))
    return debate.links.filter((link) => ids(from).has(link.from) && ids(to).has(link.to)).map(({ type }) => type)
  }

  beforeAll(async () => {
    debate = await embedded(thread)
  })

  test('its title is the question', () => expect(debate.issues.map(({ question }) => question)).toEqual([TITLE]))
  test('"Ich bin dagegen" answers it', () => {
    expect(saidIn('2').map(({ kind, statement, stance }) => ({ kind, statement, stance }))).toContainEqual({
      kind: 'claim',
      statement: 'Die Gemeinde sollte nicht die Grundschule am Weiher schließen.',
      stance: 'against',
    })
  })
  test.each([
    ['3', '2', 'rebuts'],
    ['11', '10', 'rebuts'],
    ['12', '10', 'supports'],
  ])('post %s, answering %s, %s', (from, to, type) => expect(between(from, to)).toContain(type))
  test('numbers are evidence', () => {
    expect(saidIn('5').map(({ evidenceType }) => evidenceType)).toContain('statistic')
  })
  test('"Guter Punkt" concedes, questions ask', () => {
    expect(debate.concessions.map(({ mention }) => mention.postId)).toEqual(['7'])
    expect(debate.questions.map(({ mention }) => mention.postId)).toEqual(expect.arrayContaining(['8', '15']))
  })
  test.each(['6', '9', '13', '14'])('post %s holds no argument', (id) => expect(saidIn(id)).toEqual([]))
})
