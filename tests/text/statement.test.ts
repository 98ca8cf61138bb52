import { describe, expect, test } from 'vitest'
import { ENGLISH } from '../../server/analysers/embedded/languages/english.ts'
import { statement } from '../../server/text/statement.ts'

describe('statement', () => {
  test.each<[string, string, string]>([
    ['opinion phrases go', 'I think towns should plant trees', 'Towns should plant trees.'],
    ['joining words go', 'But in my opinion, towns should plant trees.', 'Towns should plant trees.'],
    ['emphasised words stay', '*No* tax is painless', 'No tax is painless.'],
    ['"no" goes only before a comma', 'No, trees are cheap to keep', 'Trees are cheap to keep.'],
    ['"no" without a comma stays', 'No tree is cheap', 'No tree is cheap.'],
    ['talk after "I think" keeps it', 'I think I am done with trees', 'I think I am done with trees.'],
    ['hedges stay', 'Maybe trees are probably cheap', 'Maybe trees are probably cheap.'],
    ['"it seems" stays', 'It seems to me as proof of failure', 'It seems to me as proof of failure.'],
    [
      'link targets go, link words stay',
      'See [this report](https://a.example/r) on trees',
      'See this report on trees.',
    ],
    ['list marks go', '2) trees clean the air', 'Trees clean the air.'],
    ['names in mixed case keep it', 'iPhones last longer than most', 'iPhones last longer than most.'],
    [
      'an address keeps its small letter and its underscores',
      'https://a.example/on_the_trees_there says so',
      'https://a.example/on_the_trees_there says so.',
    ],
    ['so does one without its scheme', 'a.example/trees says so', 'a.example/trees says so.'],
    ['so does one of mail', 'ann@a.example keeps the trees', 'ann@a.example keeps the trees.'],
    ['emphasis by underscores goes', '_No_ tax is __ever__ painless', 'No tax is ever painless.'],
    ['a statement is never empty', 'I think so', 'I think so.'],
    ['a question keeps its mark', 'so who pays for it?', 'Who pays for it?'],
  ])('%s', (_, passage, expected) => expect(statement(passage, ENGLISH.dropped)).toBe(expected))
})
