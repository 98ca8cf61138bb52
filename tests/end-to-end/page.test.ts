/** Keys alone reach every claim and every action; what is done on the page is kept by the server. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { serve } from './serving.ts'

const served = serve()

async function openMap(hash = ''): Promise<Page> {
  const { page } = await served.open()
  await page.goto(`${served.base}/#/m/${served.example}${hash}`)
  await page.waitForSelector(hash.startsWith('/outline') ? '[role=treeitem]' : '.card')
  page.setDefaultTimeout(8000)
  return page
}

const selected = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('[role=treeitem][aria-selected=true]')?.id.replace('row-', '') ?? null)

test('the outline is one stop for Tab, and arrows reach every claim of the debate', async () => {
  const page = await openMap('/outline')
  await page.click('text=Open all')
  expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1)
  await page.locator('[role=treeitem][tabindex="0"]').focus()
  await page.keyboard.press('Home')
  const reply = (await (await fetch(`${served.base}/api/debates/${served.example}`)).json()) as {
    debate: { claims: { id: string }[] }
  }
  const reached = new Set<string>()
  for (let at: string | null = await selected(page); at !== null && !reached.has(at); at = await selected(page)) {
    reached.add(at)
    await page.keyboard.press('ArrowDown')
  }
  const missed = reply.debate.claims.filter((claim) => !reached.has(claim.id))
  expect(missed).toEqual([])
  await page.context().close()
}, 60_000)

test('on the map arrows move, space opens and closes, Enter goes to the sources', async () => {
  const page = await openMap()
  await page.focus('.cards-focus')
  const before = await page.locator('.card').count()
  await page.keyboard.press('Space')
  await page.waitForFunction((count) => document.querySelectorAll('.card').length < count, before)
  await page.keyboard.press('Space')
  await page.waitForFunction((count) => document.querySelectorAll('.card').length >= count, before)
  const first = await page.getAttribute('.cards-focus', 'aria-activedescendant')
  await page.keyboard.press('ArrowDown')
  await page.waitForFunction(
    (was) => document.querySelector('.cards-focus')?.getAttribute('aria-activedescendant') !== was,
    first,
  )
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('inspector')
  await page.context().close()
})

test('a name is read as a sentence', async () => {
  const page = await openMap('/outline')
  const names = await page
    .locator('[role=treeitem]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))
  for (const name of names.slice(1))
    expect(name).toMatch(/^[\p{L} ,-]+: .+[.!?…] Said (once|\d+ times by \d+ (person|people))\./u)
  await page.context().close()
})

test('opening a branch leaves the pressed card where it is', async () => {
  const page = await openMap()
  const face = await page.evaluate(() => {
    const opener = document.querySelector('.card:not(.issue) .opener:not(.open)')
    return opener?.parentElement?.querySelector('.face')?.id ?? ''
  })
  const at = (): Promise<{ x: number; y: number }> =>
    page.evaluate((id) => {
      const { x, y } = (document.getElementById(id) as HTMLElement).getBoundingClientRect()
      return { x, y }
    }, face)
  const before = await at()
  await page.locator(`#${face} + .opener`).click()
  await page.waitForSelector(`#${face} + .opener.open`)
  await page.waitForTimeout(300)
  expect(await at()).toEqual(before)
  await page.context().close()
})

test('the marked words stand in the post, and the thread view leads back to the claim', async () => {
  const page = await openMap()
  const marked = await page.locator('.source mark').first().innerText()
  await page.locator('.source-links a').first().click()
  await page.waitForSelector('.post.wanted .said-here.chosen')
  expect((await page.locator('.post.wanted').innerText()).replace(/\s+/g, ' ')).toContain(marked.replace(/\s+/g, ' '))
  const other = page.locator('.said-here:not(.chosen)').first()
  const words = await other.innerText()
  await other.click()
  await page.waitForFunction((said) => document.querySelector('.inspector mark')?.textContent === said, words)
  await page.context().close()
})

test('an address leads back to selection, filter and branch, and Back leaves a branch', async () => {
  const page = await openMap()
  await page.locator('.inspector button', { hasText: 'Show as its own map' }).click()
  await page.waitForSelector('.map-crumbs')
  const inside = page.url()
  expect(inside).toContain('in=')
  const again = await openMap(new URL(inside).hash.replace(`#/m/${served.example}`, ''))
  await again.waitForSelector('.map-crumbs')
  await page.goBack()
  await page.waitForSelector('.map-crumbs', { state: 'detached' })
  await page.locator('.chip', { hasText: 'With evidence' }).click()
  expect(page.url()).toContain('f=evidence')
  await page.waitForSelector('.card.grey')
  await page.locator('.card.grey').nth(2).click()
  await page.locator('.inspector', { hasText: 'does not pass the filter' }).waitFor()
  await page.locator('.chip', { hasText: 'More filters' }).click()
  await page.locator('.more-filters select').first().focus()
  await page.keyboard.press('Escape')
  await page.waitForSelector('.more-filters', { state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('More filters')
  await page.context().close()
  await again.context().close()
})

test('search finds a claim, opens its path and selects it', async () => {
  const page = await openMap()
  const reply = (await (await fetch(`${served.base}/api/debates/${served.example}`)).json()) as {
    debate: { claims: { id: string; statement: string }[] }
  }
  const wanted = reply.debate.claims.at(-1) as { id: string; statement: string }
  await page.keyboard.press('/')
  await page.keyboard.type(wanted.statement.split(' ').slice(0, 5).join(' '))
  await page.waitForSelector('[role=option][aria-selected=true]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog.search-box', { state: 'detached' })
  await page.waitForSelector('.card.selected')
  expect(await page.locator('.inspector h2').innerText()).toBe(wanted.statement)
  await page.context().close()
})

test('nothing in a post is ever markup', async () => {
  const text =
    'Ann: <img src=x onerror="document.title=1"> The fee is too high because <b>nobody</b> can pay it.\n\nBen: <script>alert(1)</script> No, the fee is fair because it pays for the books.'
  const created = (await (
    await fetch(`${served.base}/api/debates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sources: [{ kind: 'text', text }], analyser: 'embedded' }),
    })
  ).json()) as { id: string }
  expect(await served.newest()).toBe(created.id)
  const { page, faults } = await served.open()
  await page.goto(`${served.base}/#/m/${created.id}/thread`)
  await page.waitForSelector('.post')
  expect(await page.locator('.post img, .post script, .post b').count()).toBe(0)
  expect(await page.locator('.thread').innerText()).toContain('<script>alert(1)</script>')
  expect(faults).toEqual([])
  await page.context().close()
})

test('no request leaves for another host', async () => {
  const { page } = await served.open()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(served.base) && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })
  await page.goto(`${served.base}/#/m/${served.example}`)
  await page.waitForSelector('.card')
  await page.waitForTimeout(500)
  expect(elsewhere).toEqual([])
  await page.context().close()
})

test('a sentence is corrected, taken back by Ctrl+Z, and both stand in the log', async () => {
  const page = await openMap()
  const heading = page.locator('.inspector h2')
  const before = await heading.innerText()
  await page.getByRole('button', { name: 'Correct' }).click()
  await page.getByLabel('Sentence').fill('A sentence set by a person.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForFunction(
    () => document.querySelector('.inspector h2')?.textContent === 'A sentence set by a person.',
  )
  await page.locator('.cards-focus').focus()
  await page.keyboard.press('Control+z')
  await page.waitForFunction((text) => document.querySelector('.inspector h2')?.textContent === text, before)
  await page.getByRole('link', { name: 'Coverage' }).first().click()
  expect(await page.locator('.log .undone').innerText()).toBe('Sentence changed')
  await page.context().close()
})

test('two claims are merged by choosing the other one', async () => {
  const page = await openMap()
  await page.getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('button', { name: 'Same as another claim' }).click()
  await page.waitForSelector('.pick-bar')
  const other = page.locator('.card:not(.issue):not(.selected) .face').first()
  const into = (await other.getAttribute('id'))?.replace('card-', '')
  await other.click()
  await page.waitForSelector('.toast')
  const reply = (await (await fetch(`${served.base}/api/debates/${served.example}`)).json()) as {
    debate: { claims: { id: string; mentions: unknown[] }[] }
  }
  expect(reply.debate.claims.find((claim) => claim.id === into)?.mentions.length).toBeGreaterThan(1)
  await page.locator('.toast .button').click()
  await page.context().close()
})

test('on a phone another claim is chosen in the outline, and one is back at the claim', async () => {
  const { page } = await served.open({ width: 390, height: 844, phone: true })
  page.setDefaultTimeout(8000)
  await page.goto(`${served.base}/#/m/${served.example}/claim`)
  const sentence = await page.locator('.inspector h2').innerText()
  await page.getByRole('button', { name: 'Correct' }).tap()
  await page.getByRole('button', { name: 'Rebuts another claim' }).tap()
  await page.locator('[role=treeitem][aria-selected=false]').last().tap()
  await page.locator('.toast', { hasText: 'Relation changed' }).waitFor()
  expect(await page.locator('.inspector h2').innerText()).toBe(sentence)
  await page.locator('.toast .button').tap()
  await page.context().close()
})

test('what the table of people counts opens below the row, and the table stays as wide as it was', async () => {
  const { page, faults } = await served.open()
  page.setDefaultTimeout(8000)
  await page.goto(`${served.base}/#/m/${served.example}/people`)
  const counts = page.locator('.counted')
  await counts.first().waitFor()
  for (const said of await counts.allInnerTexts()) expect(said).toMatch(/\d/)
  const width = () => page.locator('table').evaluate((table) => table.scrollWidth)
  const before = await width()
  for (let at = 0; at < 3; at++) {
    const said = Number(await counts.nth(at).innerText())
    await counts.nth(at).click()
    expect(await page.locator('.opened li').count()).toBe(said)
    expect(await width()).toBe(before)
    await counts.nth(at).click()
  }
  expect(await page.locator('.opened').count()).toBe(0)
  expect(faults).toEqual([])
  await page.context().close()
})

interface Mapped {
  claims: { id: string; kind: string; statement: string; mentions: unknown[]; place: { by: string | null } }[]
  links: { id: string; from: string; type: string }[]
  repeats: { postId: string }[]
}

/** The map, once no analysis works on it: folding a post or taking it out of its fold begins one. */
async function mapped(): Promise<Mapped> {
  const get = async () =>
    (await (await fetch(`${served.base}/api/debates/${served.example}`)).json()) as {
      entry: { status: string }
      debate: Mapped
    }
  await expect.poll(async () => (await get()).entry.status, { timeout: 8000 }).toBe('done')
  return (await get()).debate
}

/** Waits for the message of a correction, looks at what it led to, and takes it back. */
async function corrected(page: Page, look: (debate: Mapped) => void): Promise<void> {
  await page.waitForSelector('.toast')
  look(await mapped())
  await page.locator('.toast .button').click()
  await page.waitForFunction(() => document.querySelector('.toast')?.textContent?.includes('Undone') === true)
}

async function openClaim(claim: string): Promise<Page> {
  const page = await openMap(`?c=${claim}`)
  await page.getByRole('button', { name: 'Correct' }).click()
  return page
}

describe('on the page', () => {
  test('a claim is hidden', async () => {
    const claim = (await mapped()).claims.at(-1) as Mapped['claims'][0]
    const page = await openClaim(claim.id)
    await page.getByRole('button', { name: 'Hide', exact: true }).click()
    await corrected(page, (debate) => expect(debate.claims.map((known) => known.id)).not.toContain(claim.id))
    expect((await mapped()).claims.map((known) => known.id)).toContain(claim.id)
    await page.context().close()
  })

  test('a claim becomes evidence', async () => {
    const claim = (await mapped()).claims.find((known) => known.kind === 'claim') as Mapped['claims'][0]
    const page = await openClaim(claim.id)
    await page.getByLabel('Kind').selectOption('example')
    await corrected(page, (debate) =>
      expect(debate.claims.find((known) => known.id === claim.id)?.kind).toBe('evidence'),
    )
    await page.context().close()
  })

  test('a link becomes another one', async () => {
    const before = await mapped()
    const placing = new Set(before.claims.map((claim) => claim.place.by))
    const link = before.links.find((known) => known.type === 'supports' && placing.has(known.id)) as Mapped['links'][0]
    const page = await openClaim(link.from)
    await page.getByLabel('Relation').selectOption('rebuts')
    await corrected(page, (debate) =>
      expect(debate.links.some((known) => known.from === link.from && known.type === 'rebuts')).toBe(true),
    )
    await page.context().close()
  })

  test('a mention is split off', async () => {
    const before = await mapped()
    const claim = before.claims.find((known) => known.mentions.length > 1) as Mapped['claims'][0]
    const page = await openMap(`?c=${claim.id}`)
    await page.getByRole('button', { name: 'Not the same? Split off' }).last().click()
    await corrected(page, (debate) => expect(debate.claims.length).toBe(before.claims.length + 1))
    await page.context().close()
  })

  test('a repeat is unfolded', async () => {
    const [repeat] = (await mapped()).repeats
    const { page } = await served.open()
    page.setDefaultTimeout(8000)
    await page.goto(`${served.base}/#/m/${served.example}/thread?p=${repeat?.postId}`)
    const post = page.locator(`[id="post-${repeat?.postId}"]`)
    await post.getByRole('button', { name: 'Not a repeat? Unfold' }).click()
    await corrected(page, (debate) => expect(debate.repeats.map((known) => known.postId)).not.toContain(repeat?.postId))
    await page.context().close()
  })

  test('marked words become a claim', async () => {
    const before = await mapped()
    const page = await openMap()
    await page.goto(`${served.base}/#/m/${served.example}/thread`)
    await page.waitForSelector('.post-text')
    const added = page.getByRole('button', { name: 'Add as claim' })
    // Words no claim stands for yet: the first plain stretch that is long enough.
    await page.evaluate(() => {
      const plain = [...document.querySelectorAll('.post-text > span:not([class])')].find(
        (span) => (span.textContent ?? '').trim().length > 20,
      )
      document.getSelection()?.selectAllChildren(plain as Element)
    })
    await added.click()
    await corrected(page, (debate) => expect(debate.claims.length).toBe(before.claims.length + 1))
    await page.context().close()
  })

  test('what a search found is stepped through with n and left with Esc', async () => {
    const page = await openMap()
    await page.keyboard.press('/')
    await page.keyboard.type('car')
    await page.waitForSelector('[role=option][aria-selected=true]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.found-bar')
    const first = await page.locator('.inspector h2').innerText()
    await page.locator('.cards-focus').focus()
    await page.keyboard.press('n')
    await page.waitForFunction((was) => document.querySelector('.inspector h2')?.textContent !== was, first)
    await page.keyboard.press('Escape')
    await page.waitForSelector('.found-bar', { state: 'detached' })
    await page.context().close()
  })
})
