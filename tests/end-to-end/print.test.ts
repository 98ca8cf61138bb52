/** What a debate looks like on paper. */
import { expect, test } from 'vitest'
import { DebateReply } from '../../shared/api.ts'
import { serve } from './serving.ts'

const served = serve()

test('the summary, the numbered outline and a footnote for every claim, and nothing of the screen', async () => {
  const { page, faults } = await served.open()
  await page.goto(`${served.base}/#/m/${served.example}`)
  await page.waitForSelector('.card .sentence')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const reply = await fetch(`${served.base}/api/debates/${served.example}`)
  const debate = DebateReply.parse(await reply.json()).debate
  const claims = new Map(debate?.claims.map((claim) => [claim.statement, claim]))
  const posts = new Map(debate?.threads.flatMap((thread) => thread.posts).map((post) => [post.id, post]))

  expect(await page.locator('.print > p').first().isVisible()).toBe(true)
  for (const sentence of debate?.summary.sentences ?? [])
    expect(await page.locator('.print').innerText()).toContain(sentence.text)
  const footnotes = await page.locator('.print li').allInnerTexts()
  expect(footnotes.length).toBe(debate?.claims.length)
  const lines = await page.locator('.print p:has(sup)').evaluateAll((all) =>
    all.map((line) => ({
      number: line.querySelector('b')?.textContent ?? '',
      note: Number(line.querySelector('sup')?.textContent),
      text: [...line.childNodes]
        .filter((node) => node.nodeType === 3)
        .map((node) => node.textContent)
        .join('')
        .trim(),
    })),
  )
  for (const [at, { number, note, text }] of lines.entries()) {
    expect(number).toMatch(/^\d+(\.\d+)+$/)
    expect(note).toBe(at + 1)
    const [mention] = claims.get(text)?.mentions ?? []
    const words = posts.get(mention?.postId ?? '')?.text.slice(mention?.start, mention?.end)
    expect(footnotes[at]).toContain(`“${words?.replace(/\s+/g, ' ')}”`)
  }
  const seen = page.locator('a, button, input, header, nav, aside').filter({ visible: true })
  expect(await seen.count()).toBe(0)
  expect(faults).toEqual([])
  await page.context().close()
})
