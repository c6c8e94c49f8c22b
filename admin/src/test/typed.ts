import type { Page } from 'playwright-core'

/** Types a sum into the field of a money input, and leaves it as somebody goes on. */
export async function typeSum(page: Page, sum: string): Promise<void> {
  const field = page.locator('entity-form money-input input').first()
  await field.fill(sum)
  await field.blur()
}

/** Presses what the form’s button says. */
export async function submit(page: Page): Promise<void> {
  await page.locator('entity-form button.main').click()
}

/** Until nothing is awaited any more, nor faded as old; the stream of events never ends, so the network is never idle. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main .bone, main .stale').first().waitFor({ state: 'detached' })
}
