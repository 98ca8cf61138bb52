/** Keys entered on the settings page. */
import { expect, test } from 'vitest'
import { serve } from './serving.ts'

const served = serve({ EXAMPLE: 'false', DISQUS_KEY: 'from-the-operator' })

test('the key of a site is entered, told apart from the operator’s, never shown again, and removed', async () => {
  const { page, faults } = await served.open()
  const said: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/api/settings')) said.push(response.text())
  })
  await page.goto(`${served.base}/#/settings`)
  const field = page.getByLabel('YouTube key', { exact: true })
  const kept = () => field.getAttribute('placeholder')
  await expect.poll(kept).toBe('No key is set')
  expect(await page.getByLabel('Disqus key', { exact: true }).getAttribute('placeholder')).toContain('environment')

  await field.fill('yt-secret')
  await field.press('Enter')
  await expect.poll(kept).toBe('A key is kept')
  await expect.poll(() => field.inputValue()).toBe('')
  await page.reload()
  await expect.poll(kept).toBe('A key is kept')

  await page.getByLabel('Reddit app', { exact: true }).fill('no-secret')
  await page.getByLabel('Reddit app', { exact: true }).press('Enter')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('write it as id:secret')

  await page.getByRole('button', { name: 'Forget the key: YouTube key' }).press('Enter')
  await expect.poll(kept).toBe('No key is set')
  expect((await Promise.all(said)).join()).not.toMatch(/yt-secret|from-the-operator/)
  expect(faults.filter((fault) => !fault.includes('400'))).toEqual([])
  await page.context().close()
})
