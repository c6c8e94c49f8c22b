import type { Locator, Page } from 'playwright-core'

/** What is cut or sticks out of an element at the side, as it stands now; empty is good. */
export function cutOff(page: Page, element: string): Promise<string[]> {
  return page.evaluate((name) => {
    const host = document.querySelector(name)
    const found: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider')
    const frame = host?.shadowRoot?.querySelector('.frame')?.getBoundingClientRect()
    for (const each of host?.shadowRoot?.querySelectorAll('.frame *') ?? []) {
      if (each.closest('.unseen, [aria-hidden="true"]')) continue
      // A box may keep its place while its text runs out of it; with an ellipsis that is meant.
      const isShortened = getComputedStyle(each).textOverflow === 'ellipsis'
      const texts = [...each.childNodes].filter((node) => node instanceof Text && !isShortened)
      const lines = texts.flatMap((text) => {
        const range = document.createRange()
        range.selectNodeContents(text)
        return [...range.getClientRects()]
      })
      const isOut = [each.getBoundingClientRect(), ...lines].some(
        ({ left, right, width }) =>
          width > 0 && frame && (left < frame.left - 1 || right > frame.right + 1),
      )
      if (isOut) found.push(`${each.localName}.${each.className}: ${each.textContent.trim()}`)
    }
    return found
  }, element)
}

/** How many colours a place of the page has: one is nothing to be seen. */
export async function coloursOf(target: Locator): Promise<number> {
  return new Set(await pixelsOf(target)).size
}

/** The colour that most of it has. */
export async function groundOf(target: Locator): Promise<number | undefined> {
  const counts = new Map<number, number>()
  for (const pixel of await pixelsOf(target)) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** The pixels of what is shown, and of a margin around it, where the focus is. */
export async function pixelsOf(target: Locator, margin = 0): Promise<number[]> {
  const page = target.page()
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) return []
  const clip = {
    x: Math.max(0, box.x - margin),
    y: Math.max(0, box.y - margin),
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  }
  const picture = (await page.screenshot({ clip })).toString('base64')
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const drawn = context?.getImageData(0, 0, image.width, image.height)
    return [...new Uint32Array(drawn?.data.buffer ?? new ArrayBuffer(0))]
  }, picture)
}
