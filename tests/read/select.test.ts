import { is } from 'css-select'
import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { allNamed, elementsBelow, firstBelow, firstNamed, isNamed } from '../../server/read/select.ts'

const PAGE = parseDocument(`<html><body class="page">
<div class="post first" id="p1"><h3 title="Re: a, b"><a href="/t#p1" rel="NEXT">One</a></h3>text<p class="body">words</p><b>2</b><!-- --> <b class="to">3</b></div>
<div class="posts" id="p2"><div class="a\tpost"><span class="post-body" data-role="words"><i>i</i></span></div><a name="p2">Two</a></div>
<table><tbody><tr><td class="windowbg"><table><tbody><tr><td id="subject_1" class="">x</td></tr></tbody></table></td></tr></tbody></table>
</body></html>`)
const ALL = elementsBelow(PAGE)

const SELECTORS = [
  'div',
  '.post',
  '.a.post',
  'div.post.first',
  '#p1',
  'div[id]',
  '[id^="p"]',
  '[class*="body"]',
  '[data-role="words"]',
  '[class=""]',
  'a[rel="next"]',
  'h3[title="Re: a, b"] a, i',
  'div.post[id^="p"] a[href*="#p"]',
  'body > div > a, .body',
  'b + b',
  'h3 + b',
  'h3 ~ b.to',
  '.page .posts > .post i',
  'html > body b',
  'div:not(.first)',
  'td.windowbg > table:has([id^="subject_"])',
  'p:last-child, b:last-child',
]

describe('selectors mean what they mean in a style sheet', () => {
  test.each(SELECTORS)('%s', (selector) => {
    const meant = ALL.filter((element) => is(element, selector))
    expect(allNamed(ALL, selector)).toEqual(meant)
    expect(ALL.filter((element) => isNamed(element, selector))).toEqual(meant)
    expect(firstNamed(ALL, selector)).toBe(meant[0] ?? null)
    expect(firstBelow(PAGE, selector)).toBe(meant[0] ?? null)
  })

  test('most of these selectors name something', () => {
    const names = (selector: string) => ALL.some((element) => isNamed(element, selector))
    expect(SELECTORS.filter((selector) => !names(selector))).toEqual(['h3 + b'])
  })
})
