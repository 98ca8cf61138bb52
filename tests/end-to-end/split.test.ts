/** Looking at the split of a pasted text and correcting it, by keyboard and on a phone, in a real browser. */
import { expect, test } from 'vitest'
import { DebateReply } from '../../shared/api.ts'
import { serve } from './serving.ts'

const PASTED = `Ann: Trams or buses?
Trams are better because they never wait in traffic.
I disagree, trams cost far more than buses.

Bob: A study of Ghent found that trams carry twice as many people.

Ann: That study counted full trams only.

Bob: It counted all of them.`

const served = serve({ EXAMPLE: 'false' })

test.each([{ phone: false }, { phone: true, width: 390, height: 844 }])(
  'a corrected split is what is mapped: %o',
  async (look) => {
    const { page, faults } = await served.open(look)
    await page.goto(served.base)
    await page.getByRole('tab', { name: 'Text' }).click()
    await page.getByRole('tabpanel').getByRole('textbox').fill(PASTED)
    await page.getByRole('button', { name: 'Check how it is split' }).press('Enter')

    await page.getByLabel('Author of post 1').waitFor()
    await page.getByText('Who wrote what was told from the form of the lines alone').waitFor()
    await page.getByRole('button', { name: 'Not a post, leave it out: post 4' }).press('Enter')
    await expect.poll(() => page.getByRole('status').innerText()).toContain('3 posts')
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect.poll(() => page.getByRole('status').innerText()).toBe('Undone.')
    await page.getByRole('button', { name: /^Trams or buses/ }).press('Enter')
    await page.getByRole('button', { name: 'This is the title: line 1' }).click()
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Trams or buses?')
    await page.getByRole('button', { name: 'New post from here: line 3' }).press('Enter')
    await expect.poll(() => page.getByRole('status').innerText()).toContain('5 posts')
    expect(await page.getByLabel('Author of post 2').inputValue()).toBe('Ann')
    await page.getByLabel('Author of post 2').fill('Cleo')
    await page.getByLabel('Author of post 2').press('Enter')
    const answers = page.getByLabel('Post that post 5 answers')
    await answers.fill('9')
    await answers.press('Enter')
    await page.getByText('There is no such post').waitFor()
    await answers.fill('2')
    await answers.press('Enter')
    await expect.poll(() => page.getByText('There is no such post').count()).toBe(0)
    await page.getByRole('button', { name: 'Map it' }).click()
    await page.waitForURL(/#\/m\//)

    const id = await served.newest()
    const { debate } = DebateReply.parse(await (await fetch(`${served.base}/api/debates/${id}`)).json())
    expect(debate?.title).toBe('Trams or buses?')
    expect(debate?.threads[0]?.posts.map(({ author }) => author)).toEqual(['Ann', 'Cleo', 'Bob', 'Ann', 'Bob'])
    const posts = debate?.threads[0]?.posts ?? []
    expect(posts[4]?.parentId).toBe(posts[1]?.id)
    expect(debate?.threads[0]?.site).toBe('Pasted text')
    expect(faults).toEqual([])
    await page.context().close()
  },
)

test('each of several files is looked at by itself', async () => {
  const { page, faults } = await served.open()
  await page.goto(served.base)
  await page.getByRole('tab', { name: 'File' }).click()
  const records = JSON.stringify([
    { id: 1, author: 'Cy', text: 'Ferries should be free because roads are.' },
    { id: 2, author: 'Dee', text: 'Roads are not free, they are paid by taxes.', parent: 1 },
  ])
  await page.locator('input[type=file]').setInputFiles([
    { name: 'letters.txt', mimeType: 'text/plain', buffer: Buffer.from(PASTED) },
    { name: 'records.json', mimeType: 'application/json', buffer: Buffer.from(records) },
  ])
  await page.getByRole('button', { name: 'Check how it is split: records.json' }).press('Enter')
  await page.getByLabel('Author of post 1').fill('Cleo')
  await page.getByLabel('Author of post 1').press('Enter')
  await page.getByRole('button', { name: 'Check how it is split: letters.txt' }).press('Enter')
  await expect.poll(() => page.getByLabel('Author of post 1').count()).toBe(2)
  await page.getByRole('button', { name: 'Map it' }).click()
  await page.waitForURL(/#\/m\//)

  const id = await served.newest()
  const { debate } = DebateReply.parse(await (await fetch(`${served.base}/api/debates/${id}`)).json())
  expect(debate?.threads.map(({ posts }) => posts[0]?.author)).toEqual(['Ann', 'Cleo'])
  expect(faults).toEqual([])
  await page.context().close()
})
