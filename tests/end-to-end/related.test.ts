/** Two debates about one page, made one, in a real browser. */
import { expect, test } from 'vitest'
import { DebateReply } from '../../shared/api.ts'
import { serve } from './serving.ts'

const served = serve({ EXAMPLE: 'false' })

/** Has a thread at `url` about one article analysed. */
async function analysed(url: string, words: [string, string]): Promise<string> {
  const thread = {
    url,
    title: `Trams or buses, at ${new URL(url).host}`,
    article: { url: 'https://paper.example/trams', title: 'Trams', site: null, text: 'The city counts its trams.' },
    posts: words.map((text, at) => ({
      id: `${at}`,
      author: `Writer ${at}`,
      text,
      ...(at === 0 ? {} : { parentId: '0' }),
    })),
  }
  const base64 = Buffer.from(JSON.stringify({ threads: [thread] })).toString('base64')
  await fetch(`${served.base}/api/debates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sources: [{ kind: 'file', name: 'thread.json', base64 }] }),
  })
  return served.newest()
}

test('debates about one page are offered to be made one', async () => {
  const first = await analysed('https://a.example/1', [
    'Trams are better because they never wait in traffic.',
    'I disagree, trams cost far more than buses.',
  ])
  await analysed('https://b.example/2', [
    'Buses are cheaper because roads are there already.',
    'No, roads cost more than rails.',
  ])

  const { page, faults } = await served.open()
  await page.goto(`${served.base}/#/m/${first}`)
  await page.getByText('The same page is discussed in other debates').waitFor()
  await page.getByRole('link', { name: 'Trams or buses, at b.example' }).waitFor()
  await page.getByRole('button', { name: 'Make one debate of them' }).press('Enter')
  await expect.poll(() => page.url()).not.toContain(first)

  const made = await served.newest()
  expect(page.url()).toContain(made)
  const { debate } = DebateReply.parse(await (await fetch(`${served.base}/api/debates/${made}`)).json())
  expect(debate?.threads.map(({ url }) => url)).toEqual(['https://a.example/1', 'https://b.example/2'])

  // What was done to one debate is not taken back in the next.
  await page.getByRole('button', { name: 'Correct', exact: true }).click()
  await page.locator('.inspector textarea').first().fill('Other words.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.toast').waitFor()
  await page.goto(`${served.base}/#/m/${first}`)
  await page.locator('.toast').waitFor({ state: 'detached' })
  expect(faults).toEqual([])
})
