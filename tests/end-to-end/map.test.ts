/** What the pointer does on the map: resting on a card or a link tells all of it, dragging one card onto another merges. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFaults } from '../screens/axe.ts'
import { readableClaims } from '../screens/layout.ts'
import { serve } from './serving.ts'

interface Mapped {
  claims: { id: string; statement: string; mentions: { postId: string; start: number; end: number }[] }[]
}

const served = serve()

async function openMap(hash = ''): Promise<Page> {
  const { page } = await served.open()
  await page.goto(`${served.base}/#/m/${served.example}${hash}`)
  await page.waitForSelector('.card.selected, .tree [aria-selected=true]')
  page.setDefaultTimeout(8000)
  return page
}

const mapped = async (): Promise<Mapped> =>
  ((await (await fetch(`${served.base}/api/debates/${served.example}`)).json()) as { debate: Mapped }).debate

interface Target {
  id: string
  x: number
  y: number
}

/** A card that is wholly to be seen, by its id, and the middle of it, as soon as so many are drawn. */
async function cardAt(page: Page, number: number): Promise<Target> {
  let cards: Target[] = []
  const drawn = async (): Promise<number> => {
    cards = await cardsOf(page)
    return cards.length
  }
  await expect.poll(drawn, { timeout: 8000 }).toBeGreaterThan(number)
  return cards[number] as Target
}

function cardsOf(page: Page): Promise<Target[]> {
  return page.evaluate(() => {
    const map = (document.querySelector('.map') as Element).getBoundingClientRect()
    return [...document.querySelectorAll('.card:not(.issue):not(.selected)')].flatMap((card) => {
      const box = card.getBoundingClientRect()
      const inside = box.top > map.top + 60 && box.bottom < map.bottom - 60 && box.right < map.right
      const face = card.querySelector('.face')?.id.replace('card-', '') ?? ''
      return inside ? [{ id: face, x: box.x + box.width / 2, y: box.y + 34 }] : []
    })
  })
}

test('the first screen of a map shows at least 18 claims that can be read', async () => {
  const page = await openMap()
  await expect.poll(() => readableClaims(page), { timeout: 8000 }).toBeGreaterThanOrEqual(18)
  await page.context().close()
})

test('what is looked for beyond the edge never scrolls the map away under its controls', async () => {
  const page = await openMap()
  await expect.poll(async () => (await cardsOf(page)).length, { timeout: 8000 }).toBeGreaterThan(1)
  const moved = await page.evaluate(() => {
    const map = document.querySelector('.map') as HTMLElement
    const before = map.getBoundingClientRect()
    for (const card of document.querySelectorAll('.card')) card.scrollIntoView()
    const after = map.getBoundingClientRect()
    return [map.scrollLeft, map.scrollTop, after.x - before.x, after.y - before.y]
  })
  expect(moved).toEqual([0, 0, 0, 0])
  await page.context().close()
})

describe('resting on the map', () => {
  test('tells a claim in full with its first words, stays while entered, and goes with Escape', async () => {
    const page = await openMap()
    const card = await cardAt(page, 1)
    const claim = (await mapped()).claims.find((known) => known.id === card.id)
    await page.mouse.move(card.x, card.y)
    await page.waitForTimeout(120)
    expect(await page.locator('.hover-card').count()).toBe(0)
    const told = page.locator('.hover-card')
    await told.waitFor()
    expect(await told.locator('.hover-sentence').innerText()).toBe(claim?.statement)
    expect(await told.locator('mark').count()).toBeGreaterThan(0)
    expect(await axeFaults(page)).toEqual([])

    const box = await told.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 60, { steps: 6 })
    await page.waitForTimeout(400)
    expect(await told.count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await told.count()).toBe(0)
    await page.context().close()
  })

  test('goes when the pointer leaves, unless it is pinned', async () => {
    const page = await openMap()
    const card = await cardAt(page, 1)
    const told = page.locator('.hover-card')
    await page.mouse.move(card.x, card.y)
    await told.waitFor()
    await page.mouse.move(5, 5)
    await told.waitFor({ state: 'detached' })
    await page.mouse.move(card.x, card.y)
    await told.getByRole('button', { name: 'Keep open' }).click()
    await page.mouse.move(5, 5)
    await page.waitForTimeout(400)
    expect(await told.count()).toBe(1)
    await told.getByRole('button', { name: 'Close' }).click()
    expect(await told.count()).toBe(0)
    await page.context().close()
  })

  test('tells of a link what it joins and how it is known', async () => {
    const page = await openMap()
    const from = await page.evaluate(() => {
      const reply = [...document.querySelectorAll('.card.support, .card.rebut')].find((card) =>
        /^(Supports|Rebuts)$/.test(card.querySelector('.kind-word')?.textContent ?? ''),
      )
      const box = (reply as Element).getBoundingClientRect()
      return { x: box.x, y: box.y, text: reply?.querySelector('.sentence')?.textContent ?? '' }
    })
    await page.mouse.move(from.x - 8, from.y + 16)
    const told = page.locator('.hover-card .about')
    await told.waitFor()
    expect(await told.locator('.hover-sentence').innerText()).toBe(from.text)
    expect(await told.locator('h3').innerText()).toMatch(/Supports|Rebuts/)
    expect(await page.locator('.hover-path').count()).toBe(1)
    await page.context().close()
  })

  test('a touch never opens it', async () => {
    const { page } = await served.open({ width: 820, height: 1180, phone: true })
    await page.goto(`${served.base}/#/m/${served.example}/map`)
    await page.waitForSelector('.card')
    await page.locator('.card:not(.issue) .face').nth(1).tap()
    await page.waitForTimeout(500)
    expect(await page.locator('.hover-card').count()).toBe(0)
    await page.context().close()
  })
})

test('in the outline letters go to the next claim that begins so, whatever shortcuts there are; on the map f is a shortcut', async () => {
  const page = await openMap('/outline')
  await page.locator('[role=treeitem][tabindex="0"]').focus()
  await page.keyboard.press('Home')
  const rows = await page.locator('.row-text').allInnerTexts()
  // A claim below the first row that begins with f, or the first letter of the last one.
  const wanted = rows.slice(1).find((text) => /^f/i.test(text)) ?? rows.at(-1)
  const letter = wanted?.[0]?.toLowerCase() ?? ''
  await page.keyboard.press(letter)
  await page.waitForFunction(
    (first) =>
      document.querySelector('[role=treeitem][aria-selected=true] .row-text')?.textContent?.toLowerCase()[0] === first,
    letter,
  )
  expect(page.url()).not.toContain('in=')
  await page.context().close()

  const map = await openMap()
  await map.focus('.cards-focus')
  await map.keyboard.press('f')
  await map.waitForSelector('.map-crumbs')
  await map.context().close()
})

test('a branch is exported alone, and so is what passes a filter', async () => {
  const page = await openMap()
  await page.getByRole('link', { name: 'Export branch' }).click()
  const branch = page.getByLabel(/^Only the branch/)
  expect(await branch.isChecked()).toBe(true)
  const preview = page.locator('pre')
  await page.waitForFunction(() => document.querySelector('pre')?.textContent?.includes('Only a part') === true)
  const part = (await preview.innerText()).length
  await page.getByLabel(/^The whole map/).check()
  await page.waitForFunction(() => document.querySelector('pre')?.textContent?.includes('Only a part') === false)
  expect((await preview.innerText()).length).toBeGreaterThan(part)

  await page.goto(`${served.base}/#/m/${served.example}/export?f=evidence`)
  await page.getByLabel(/^Only what passes/).check()
  const address = await page.locator('.exports a').nth(3).getAttribute('href')
  const exported = (await (await fetch(`${served.base}${address}`)).json()) as Mapped
  expect(exported.claims.length).toBeGreaterThan(0)
  expect(exported.claims.length).toBeLessThan((await mapped()).claims.length)
  await page.context().close()
})

describe('dragging a card by its grip', () => {
  const lift = async (page: Page, claim: string, to: { x: number; y: number }): Promise<void> => {
    await page.locator(`[id="card-${claim}"]`).hover()
    const grip = await page.locator(`[data-grip="${claim}"]`).boundingBox()
    await page.mouse.move((grip?.x ?? 0) + 12, (grip?.y ?? 0) + 14)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 5 })
    await page.waitForSelector('.drop-target')
  }

  test('onto another asks, merges the two, and can be taken back', async () => {
    const page = await openMap()
    const before = await mapped()
    const [from, into] = [await cardAt(page, 0), await cardAt(page, 2)]
    await lift(page, from.id, into)
    await page.mouse.up()
    const merge = page.getByRole('button', { name: 'The same: merge' })
    expect(await merge.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await axeFaults(page)).toEqual([])
    await merge.click()
    await page.waitForSelector('.toast')
    const said = (debate: Mapped, claim: string): number =>
      debate.claims.find((known) => known.id === claim)?.mentions.length ?? 0
    expect(said(await mapped(), into.id)).toBeGreaterThan(said(before, into.id))
    await page.locator('.toast .button').click()
    await page.waitForFunction(() => document.querySelector('.toast')?.textContent?.includes('Undone') === true)
    expect(said(await mapped(), into.id)).toBe(said(before, into.id))
    await page.context().close()
  })

  test('Escape lets go without a question, and leaves a question without an answer', async () => {
    const page = await openMap()
    const [from, into] = [await cardAt(page, 0), await cardAt(page, 2)]
    await lift(page, from.id, into)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await page.locator('.dragged, .merge-offer').count()).toBe(0)
    await lift(page, from.id, into)
    await page.mouse.up()
    await page.waitForSelector('.merge-offer')
    await page.keyboard.press('Escape')
    expect(await page.locator('.merge-offer').count()).toBe(0)
    expect(await page.locator('.toast').count()).toBe(0)
    await page.context().close()
  })

  test('a drag on the card itself pans the map', async () => {
    const page = await openMap()
    const card = await cardAt(page, 0)
    await page.mouse.move(card.x, card.y)
    await page.mouse.down()
    await page.mouse.move(card.x - 60, card.y, { steps: 4 })
    await page.mouse.up()
    const now = await page.locator(`[id="card-${card.id}"]`).boundingBox()
    expect(Math.round((now?.x ?? 0) + (now?.width ?? 0) / 2)).toBe(Math.round(card.x - 60))
    await page.context().close()
  })
})

test('words set wider by the reader make cards higher: none is cut within a line, also when one comes back to the map', async () => {
  const { page, faults } = await served.open()
  await page.goto(`${served.base}/#/m/${served.example}`)
  await page.waitForSelector('.card .sentence')
  await page.evaluate(() => {
    const wider = new CSSStyleSheet()
    wider.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    )
    document.adoptedStyleSheets = [wider]
  })
  const cut = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.card')]
        .filter((card) => {
          const words = card.querySelector<HTMLElement>('.sentence') as HTMLElement
          const lines = words.clientHeight / Number.parseFloat(getComputedStyle(words).lineHeight)
          const face = card.querySelector('.face') as HTMLElement
          return Math.abs(lines - Math.round(lines)) > 0.1 || face.scrollHeight > card.clientHeight + 1
        })
        .map((card) => card.textContent ?? ''),
    )
  await expect.poll(cut).toEqual([])
  await page.getByRole('link', { name: 'Coverage' }).first().click()
  await page.waitForSelector('.read-again')
  await page.getByRole('link', { name: 'Map', exact: true }).first().click()
  await expect.poll(() => page.locator('.card').count()).toBeGreaterThan(10)
  expect(await cut()).toEqual([])
  expect(faults).toEqual([])
})

test('a branch of its own counts its own claims, and the outline goes to what was found in it', async () => {
  const page = await openMap()
  const branch = page.locator('.outline .row[aria-level="2"]').first()
  const size = Number(await branch.locator('.row-size').textContent()) + 1
  await branch.click()
  await page.getByRole('button', { name: 'Show as its own map' }).click()
  await page.getByRole('button', { name: `All ${size}`, exact: true }).waitFor()

  const last = (await mapped()).claims.at(-1)
  await page.keyboard.press('/')
  await page.keyboard.type(last?.statement ?? '')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  const inSight = (): Promise<boolean> =>
    page.evaluate((id) => {
      const row = document.getElementById(`row-${id}`)?.getBoundingClientRect()
      const list = document.querySelector('.tree-scroll')?.getBoundingClientRect()
      return row !== undefined && list !== undefined && row.top >= list.top - 1 && row.bottom <= list.bottom + 1
    }, last?.id)
  await expect.poll(inSight).toBe(true)
})
