import { describe, expect, test } from 'vitest'
import { treeOf } from '../../server/read/tree.ts'
import { ASKBOT, PAGES } from './forum-pages.ts'

const refused = expect.objectContaining({ name: 'Problem', code: 'unsupported' })

describe('a page as a tree', () => {
  test('is built as browsers build it', () => {
    const $ = treeOf('<table id=t><tr><td class="a a-1">One<td>Two</table><noscript><p>Plain</noscript>')
    expect($.html()).toBe(
      '<html><head></head><body><table id="t"><tbody><tr><td class="a a-1">One</td><td>Two</td></tr></tbody></table><noscript><p>Plain</p></noscript></body></html>',
    )
  })

  test('a second body only adds what the first did not say', () => {
    const $ = treeOf('<body class="first"><p>Words</p><body class="second" lang="de">')
    expect($('body').attr()).toEqual({ class: 'first', lang: 'de' })
  })

  test('attributes that share names with what every object has are only attributes', () => {
    const $ = treeOf('<p constructor="a" __proto__="b" hidden>Words</p>')
    expect($('[constructor="a"]').text()).toBe('Words')
    expect(({} as Record<string, unknown>).b).toBeUndefined()
  })

  test('formatting that is never closed is opened again in each paragraph', () => {
    expect(treeOf('<p><b>One</p><p>Two</p>')('b').length).toBe(2)
  })

  test.each([
    ['nested without end', '<div>'.repeat(300_000)],
    ['formatting opened anew in every paragraph', `<p>${attributes(300)}</p>${'<p>x</p>'.repeat(200_000)}`],
  ])('%s is refused, and soon', (_, html) => {
    const began = process.cpuUsage()
    expect(() => treeOf(html)).toThrow(refused)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(2)
  })
})

describe('a large page, taken as it is written', () => {
  test.each(Object.entries({ ...PAGES, Askbot: ASKBOT }))('says the same: %s', (_, page) => {
    expect(treeOf(page, 0)('body').text()).toBe(treeOf(page)('body').text())
  })

  test('tags that imply the end of another', () => {
    const $ = treeOf('<ul><li>One<li>Two</ul><p>Three<p>Four<table><tr><td>Five<td>Six<tr><td>Seven</table>', 0)
    expect([$('li').length, $('p').length, $('tr').length, $('td').length]).toEqual([2, 2, 2, 3])
  })

  test('is written again as it was', () => {
    const page = '<!doctype html><html><body><p title="a &amp; b">Words<br>and &lt;more&gt;</p></body></html>'
    expect(treeOf(page, 0).html()).toBe(page)
  })

  test('without end is refused', () => {
    expect(() => treeOf('<div>'.repeat(300_000), 0)).toThrow(refused)
  })
})

/** Elements that differ, so that none stands for another. */
function attributes(count: number): string {
  return Array.from({ length: count }, (_, at) => `<b a=${at}>`).join('')
}
