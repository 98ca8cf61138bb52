import { describe, expect, test } from 'vitest'
import { codeRanges } from '../../server/text/code.ts'

const FUNCTION_WORDS = new Set('the a is it to of and in that for this we you i not with on be are was have'.split(' '))

const code = (text: string): string[] =>
  codeRanges(text, 0, FUNCTION_WORDS).map(({ start, end }) => text.slice(start, end))

describe('lines that come from a program', () => {
  test.each<[string, string]>([
    [
      'code',
      'const total = items.reduce((sum, item) => sum + item.price, 0);\nif (total > limit) {\n  throw new Error("too much");\n}',
    ],
    [
      'code without braces',
      'def area(width, height):\n    total = width * height\n    return total\nprint(area(3, 4))',
    ],
    ['a query', "SELECT name, price FROM rooms WHERE price > 40;\nUPDATE rooms SET price = 30 WHERE name = 'attic';"],
    [
      'a stack trace',
      'Exception in thread "main" java.lang.NullPointerException\n    at org.example.Lift.start(Lift.java:42)\n    at org.example.Main.main(Main.java:7)',
    ],
    ['another', 'Traceback (most recent call last):\n  File "lift.py", line 12, in start\nKeyError: \'floor\''],
    [
      'a log',
      '2024-03-01 12:00:01 ERROR Could not connect to the database\n2024-03-01 12:00:02 WARN Retrying in 5 seconds',
    ],
    ['settings', '[server]\nport = 8080\nlog_level = debug'],
    ['settings with colons', 'services:\n  web:\n    image: "lift:1.2"\n    ports: ["80:80"]'],
    ['a command and its answer', '$ npm run build\nnpm ERR! code ELIFECYCLE'],
    ['a table', '| lift | floors |\n|------|--------|\n| old  | 4      |'],
    ['a table of blanks', 'lift    floors    year\nold     4         1961'],
    ['a change', 'diff --git a/lift.ts b/lift.ts\n@@ -1,2 +1,2 @@'],
    ['markup', '<div class="lift">\n  <span>4</span>\n</div>'],
  ])('%s', (_, text) => expect(code(text)).toEqual(text.split('\n')))

  test('stand apart from the sentences around them', () => {
    const text = 'I think the lift should be checked first:\n\nlift.check(4);\n\nIt is slow; that is all I know.'
    expect(code(text)).toEqual(['lift.check(4);'])
  })
})

test.each([
  'Low-income riders already travel half price.',
  'Pros: cheap; quick; light.',
  'Meat = murder.',
  'The lift (built in 1961) carries 4 people; the new one carries 12.',
  'Just call start() and it works.',
  'See https://lift.example/a_b/c?d=e&f=g',
  '-> https://lift.example/page',
  'Karma > facts, as always :-)',
  '> quoted words',
  '1. Lifts break.\n2. Stairs never do.',
  'Yes/no questions prove nothing...',
])('“%s” is said by a person', (text) => expect(code(text)).toEqual([]))
