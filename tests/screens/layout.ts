/** What is wrong with how a page lies on its screen, whatever fonts and pixels the machine has. */
import type { Page } from 'playwright-core'

/**
 * A line for each fault: a page wider than its screen, words cut off without a sign, words smaller than can be read, a
 * card wider than the screen, a thing to press smaller than a fingertip or lying over another one.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST_TEXT = 9.5
    const LEAST_SENTENCE = 11.9
    const LEAST_TARGET = 23.5
    const faults: string[] = []
    const named = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`
    const shown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.unseen, .skip, [aria-hidden=true], details:not([open]) > :not(summary)') === null
    const wide = document.documentElement.scrollWidth
    if (wide > innerWidth) faults.push(`the page is ${wide} pixels wide`)

    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '')
      if (!own || !shown(element)) continue
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      if (box.width < 2 || style.clipPath !== 'none') continue
      // Only the map is scaled.
      const card = element.closest<HTMLElement>('.card')
      const scale = card === null ? 1 : card.getBoundingClientRect().width / card.offsetWidth
      const size = Number.parseFloat(style.fontSize) * scale
      const sentence = element.matches('.sentence, .row-text, p, li, dd, blockquote, h1, h2, h3')
      if (size < (sentence ? LEAST_SENTENCE : LEAST_TEXT)) faults.push(`${size.toFixed(1)} px: ${named(element)}`)
      const signed = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      if (style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && !signed)
        faults.push(`cut off: ${named(element)}`)
    }

    for (const card of document.querySelectorAll('.card')) {
      const { width } = card.getBoundingClientRect()
      if (width > innerWidth - 16) faults.push(`a card of ${Math.round(width)} pixels: ${named(card)}`)
    }

    for (const target of document.querySelectorAll<HTMLElement>('button, a[href], select, input, summary')) {
      // Links within sentences, and the whole label of a box to tick, are exceptions of WCAG 2.5.8.
      const inline = getComputedStyle(target).display === 'inline' || target.closest('label') !== null
      const box = target.getBoundingClientRect()
      if (!shown(target) || inline || box.width < 2 || target.closest('.skip') !== null) continue
      const small = Math.min(box.width, box.height) < LEAST_TARGET * (target.closest('.cards') === null ? 1 : 0.9)
      if (small) faults.push(`${Math.round(box.width)}×${Math.round(box.height)} to press: ${named(target)}`)
    }
    return [...new Set(faults)]
  })
}

/** Cards whose sentence is wholly in view, its middle and corners under no toolbar, with text of 12 pixels or more. */
export function readableClaims(page: Page): Promise<number> {
  return page.evaluate(() => {
    const map = document.querySelector('.map')?.getBoundingClientRect() as DOMRect
    return [...document.querySelectorAll('.card:not(.issue)')].filter((card) => {
      const sentence = card.querySelector('.sentence') as HTMLElement
      const scale = card.getBoundingClientRect().width / (card as HTMLElement).offsetWidth
      const box = sentence.getBoundingClientRect()
      const inside = box.top >= map.top && box.bottom <= map.bottom && box.left >= map.left && box.right <= map.right
      const points = [[0.5, 0.5], ...[0.02, 0.98].flatMap((x) => [0.1, 0.9].map((y) => [x, y]))] as [number, number][]
      const free = points.every(([x, y]) =>
        card.contains(document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)),
      )
      return inside && free && Number.parseFloat(getComputedStyle(sentence).fontSize) * scale >= 12
    }).length
  })
}
