/** Words that try to do something to the document they are put into. */
import type { Debate } from '../../shared/debate.ts'

export const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![pixel](https://evil.example/p.png)',
  '[click here](https://evil.example)',
  'https://evil.example/steal and www.evil.example and mailto:evil@evil.example and evil@evil.example',
  '<https://evil.example>',
  '[ref]: https://evil.example',
  '| a | b |',
  '# not a title',
  '- - item',
  '1. item',
  '    code',
  '```js',
  '`code` **bold** _em_ ~~gone~~ $x$',
  '&lt;b&gt; &amp; &#60;i&#62;',
  'a\n\n# b\n\n<b>c</b>',
  '\\[x\\](https://evil.example)',
  '=====',
  '--- ',
  'x <!-- y',
  'javascript:alert(1)',
]

/** The debate with the given words in every place that people or models fill. */
export function everywhere(debate: Debate, words: string): Debate {
  return {
    ...debate,
    title: words,
    threads: debate.threads.map((thread) => ({
      ...thread,
      site: words,
      posts: thread.posts.map((post) => ({ ...post, author: words, text: words.padEnd(post.text.length, words) })),
    })),
    people: debate.people.map((person) => ({ ...person, name: words })),
    issues: debate.issues.map((issue) => ({ ...issue, question: words })),
    claims: debate.claims.map((claim) => ({ ...claim, statement: words, headline: words })),
    questions: debate.questions.map((question) => ({ ...question, statement: words, answeredBy: [] })),
    summary: { sentences: [{ part: 'other', text: words, claims: [] }], by: words },
    notices: [words],
    provenance: { ...debate.provenance, model: words },
  }
}
