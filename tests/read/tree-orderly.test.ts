/** What is taken as it is written must be what browsers make of it, whatever the page. */
import { type AnyNode, isTag, isText } from 'domhandler'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { treeOf } from '../../server/read/tree.ts'
import { orderlyTree } from '../../server/read/tree-orderly.ts'
import { PAGES } from './forum-pages.ts'

/** Elements with their attributes, and words; blanks outside of head and body, and the names drawings give attributes, left out. */
function shape(node: AnyNode, drawn = false): unknown[] {
  if (isText(node)) return node.data.trim() === '' && /^(?:html|)$/.test(nameOf(node.parent)) ? [] : [node.data]
  if (!('children' in node)) return []
  const inside = node.children.flatMap((child) => shape(child, drawn || nameOf(node) === 'svg'))
  const joined = inside.reduce<unknown[]>((all, one) => {
    const last = all.at(-1)
    return typeof one === 'string' && typeof last === 'string' ? [...all.slice(0, -1), last + one] : [...all, one]
  }, [])
  // What follows the body is put into it.
  if (nameOf(node) === 'body' && typeof joined.at(-1) === 'string') joined.push(String(joined.pop()).trimEnd())
  const kept = joined.filter((one) => one !== '')
  return isTag(node) ? [[node.name, drawn || node.name === 'svg' ? {} : { ...node.attribs }, kept]] : kept
}

const nameOf = (node: AnyNode | null) => (node !== null && isTag(node) ? node.name : '')
const browsers = (html: string) => shape(treeOf(html).root().get(0) as AnyNode)

function same(html: string): boolean {
  const tree = orderlyTree(html)
  if (tree !== null) expect(shape(tree)).toEqual(browsers(html))
  return tree !== null
}

const page = (body: string, head = '<title>Ferries</title>') =>
  `<!doctype html><html lang="en"><head>${head}</head><body class="a b">${body}</body></html>`

test.each(Object.entries(PAGES))('a page of a forum: %s', (_, html) => {
  same(html)
})

test.each([
  ['words', '<div class="post"><p>Free&nbsp;them. &amp; more<br>and <b>more</b></p><hr></div>'],
  ['ends that may be left out', '<ul><li>One<li>Two</ul><div><p>Three<p>Four</div><dl><dt>Five<dd>Six</dl>'],
  ['a table', '<table><tbody><tr><td>One<td>Two<tr><th>Three</table>'],
  ['a drawing', '<p><svg viewBox="0 0 1 1"><g><path d="M0"/><use href="#a"/></g></svg> Words</p>'],
  [
    'a form',
    '<form action="/x"><select><option>One<option>Two</select><input type="hidden"><button>Go</button></form>',
  ],
  ['code', '<pre>\n  one\n two</pre><script>if (a < b) document.write("<b>")</script>'],
  ['an end of nothing', '<div>One</span></div>Two</p>Three</br>'],
])('orderly: %s', (_, body) => {
  expect(same(page(body))).toBe(true)
})

test.each([
  ['no document type', '<html><head></head><body><p>One<table></table></body></html>'],
  ['formatting that crosses', page('<b><i>One</b></i>')],
  ['an end left out', page('<div><span>One</div>')],
  ['a page cut short', page('<div>One').slice(0, -14)],
  ['words in a table', page('<table><tbody><tr>One<td>Two</td></tr></tbody></table>')],
  ['a link in a link', page('<a href="/1"><span><a href="/2">One</a></span></a>')],
  ['a list item in a list item', page('<ul><li><div><li>One</li></div></li></ul>')],
  ['the end of another heading', page('<h1><div></h2>One</div></h1>')],
  ['a drawing that ends early', page('<svg></title><path/><path/></svg>')],
  ['a paragraph around a block', page('<p><span><div>One</div></span></p>')],
  ['a comment with a strange end', page('<!-- one --!> Two <!-- -->')],
])('not orderly: %s', (_, html) => {
  expect(orderlyTree(html)).toBeNull()
})

const NAMES =
  'a a b i p p div div span ul li li dl dt dd table tbody tr td th h1 h2 form button select option svg path g br img hr input script style title pre textarea blockquote section article noscript nobr iframe caption center head body html object rt datalist'.split(
    ' ',
  )
const name = fc.constantFrom(...NAMES)
const words = fc.constantFrom(
  'One',
  ' ',
  '\n',
  'two & three',
  '&amp;',
  '&nbsp;',
  '&#10;',
  '\n\n',
  '<',
  '\r\n',
  '<!-- x -->',
  '<![CDATA[x]]>',
  '</',
  '</ x>',
)
const attributes = fc.constantFrom('', ' class="x"', ' a=1 b', ' a="&lt;" a="2"', ' /', " x='y'/")
const open = fc.tuple(name, attributes).map(([tag, more]) => `<${tag}${more}>`)

/** Mostly well formed, so that much of it is taken as it is written. */
const tree: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    words,
    fc
      .tuple(name, attributes, fc.array(tie('tree'), { maxLength: 4 }))
      .map(([tag, more, inside]) => `<${tag}${more}>${inside.join('')}</${tag}>`),
    fc.tuple(name, fc.array(tie('tree'), { maxLength: 3 })).map(([tag, inside]) => `<${tag}>${inside.join('')}`),
    fc
      .tuple(
        fc.constantFrom(
          '<table><tbody><tr><td>',
          '<ul><li>',
          '<dl><dd>',
          '<p>',
          '<svg><g>',
          '<select><option>',
          '<h1>',
        ),
        fc.array(tie('tree'), { maxLength: 3 }),
      )
      .map(
        ([start, inside]) =>
          start +
          inside.join('') +
          start
            .replaceAll('<', '</')
            .match(/<[^>]+>/g)
            ?.toReversed()
            .join(''),
      ),
    name.map((tag) => `</${tag}>`),
  ),
})).tree

test('whatever is taken as it is written is what browsers make of it', () => {
  let taken = 0
  fc.assert(
    fc.property(fc.array(fc.oneof(tree, open), { maxLength: 5 }), (parts) => {
      if (same(page(parts.join('')))) taken++
    }),
    { numRuns: 3000 },
  )
  expect(taken).toBeGreaterThan(300)
})
