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

test('the model shown is kept for an address of one’s own, and is at once who reads the next thread', async () => {
  const { page, faults } = await served.open()
  await page.goto(`${served.base}/#/settings`)
  const key = page.getByLabel('Key', { exact: true })
  const facts = () => page.locator('.facts').textContent()
  await expect.poll(facts).toContain('Built-in analyser')
  await page.getByLabel('Address of the service').fill('https://gateway.example')
  await key.fill('sk-secret')
  await key.press('Enter')
  await expect.poll(facts).toContain('claude-haiku-5-5')
  expect(await page.getByLabel('Model', { exact: true }).inputValue()).toBe('claude-haiku-5-5')

  await page.getByRole('button', { name: 'Forget the key', exact: true }).press('Enter')
  await expect.poll(facts).toContain('Built-in analyser')
  expect(faults).toEqual([])
  await page.context().close()
})

test('a service of one’s own is entered with its address, model and key in one go', async () => {
  const { page, faults } = await served.open()
  await page.goto(`${served.base}/#/settings`)
  const key = page.getByLabel('Key', { exact: true })
  await expect.poll(() => key.getAttribute('placeholder')).toBe('No key is set')
  await page.locator('select[name=profile]').selectOption('compatible')
  await page.getByLabel('Model', { exact: true }).fill('own-model')
  await page.getByLabel('Address of the service').fill('https://own.example')
  await key.fill('sk-secret')
  await key.press('Enter')
  await expect.poll(() => key.getAttribute('placeholder')).toBe('A key is kept')
  expect(await page.getByLabel('Address of the service').inputValue()).toBe('https://own.example')
  expect(await page.getByLabel('Model', { exact: true }).inputValue()).toBe('own-model')

  await page.locator('select[name=profile]').selectOption('kimi')
  await key.press('Enter')
  await expect.poll(() => key.getAttribute('placeholder')).toBe('No key is set')
  expect(await page.getByLabel('Address of the service').inputValue()).toBe('https://api.moonshot.ai/anthropic')
  expect(faults).toEqual([])
  await page.context().close()
})
