import type { Locator, Page } from 'playwright-core'

/** What is cut or sticks out of an element at the side, as it stands now; empty is good. `a b` is the element b inside of a. */
export function cutOff(page: Page, element: string): Promise<string[]> {
  return page.evaluate((names) => {
    const [outer = '', inner] = names.split(' ')
    const around = document.querySelector(outer)
    const host = inner ? around?.shadowRoot?.querySelector(inner) : around
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

/** What can be pressed and is less than 44 px high or wide, as it stands now; a link within a sentence is as high as its line. */
export function smallTargets(page: Page, element: string): Promise<string[]> {
  return page.evaluate((names) => {
    const [outer = '', inner] = names.split(' ')
    const around = document.querySelector(outer)
    const root = (inner ? around?.shadowRoot?.querySelector(inner) : around)?.shadowRoot
    const found: string[] = []
    for (const each of root?.querySelectorAll('button, a, input, textarea, select, summary') ??
      []) {
      if (!each.checkVisibility() || each.closest('.unseen')) continue
      const inLine = getComputedStyle(each).display === 'inline'
      if (inLine && each.parentElement?.textContent.trim() !== each.textContent.trim()) continue
      const isTicked = each instanceof HTMLInputElement && /checkbox|radio/.test(each.type)
      const boxes = [each, ...(isTicked ? (each.labels ?? []) : [])].map((one) =>
        one.getBoundingClientRect(),
      )
      const width =
        Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left))
      const height = Math.max(...boxes.map((box) => box.height))
      if (Math.min(width, height) < 43.9)
        found.push(
          `${Math.round(width)} × ${Math.round(height)} ${each.outerHTML.replace(/<!--.*?-->/g, '').slice(0, 140)}`,
        )
    }
    return found
  }, element)
}

/** As whoever has set letters twice as large in the browser. */
export async function enlargeText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
}

/** In forced colours: controls of an element that are not seen, or whose focus is not; empty is good. */
export async function unseen(page: Page, element: string): Promise<string[]> {
  const controls = page.locator(element).locator('button, a, input, textarea, summary')
  const found: string[] = []
  for (const control of await controls.locator('visible=true').all().then(different)) {
    const name = await control.evaluate((each) => each.outerHTML.slice(0, 120))
    if ((await coloursOf(control)) < 2) found.push(name)
    await page.evaluate((host) => {
      const inside = document.querySelector(host)?.shadowRoot?.activeElement
      if (inside instanceof HTMLElement) inside.blur()
    }, element)
    const before = String(await pixelsOf(control, 5))
    await control.focus()
    await page.keyboard.press('Shift')
    if (before === String(await pixelsOf(control, 5))) found.push(`focus of ${name}`)
  }
  return found
}

/** Of those that repeat, one stands for all. */
async function different(controls: Locator[]): Promise<Locator[]> {
  const kinds = new Map<string, Locator>()
  for (const control of controls) {
    const kind = await control.evaluate((each) => `${each.localName} ${each.getAttribute('class')}`)
    if (!kinds.has(kind)) kinds.set(kind, control)
  }
  return [...kinds.values()]
}
